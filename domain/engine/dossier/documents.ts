/** 文书、送达、证据清单 in the life of a case. What a document looks like is the template's affair; here it is drawn up, issued and served. */
import { agencyById } from '../../authority/agencies.ts';
import { handlingRoles, isParty, takesPartAs } from '../../authority/acts.ts';
import { isOfficePool, officePool, personPool, type Agency } from '../../authority/viewer.ts';
import { dayOf, startOfDay } from '../../calendar/civil-day.ts';
import { dueDate } from '../../calendar/due-date.ts';
import type { Day } from '../../calendar/types.ts';
import { serviceWays, type Addressee, type CaseDocument, type DocumentFile, type ServiceWay } from '../../documents/facts.ts';
import type { DocumentTemplate, Recipient } from '../../documents/types.ts';
import type { Json, JsonObject } from '../../json.ts';
import { isCivilDay } from '../../model/identifiers.ts';
import type { AgencyRef, Outcome, ServiceTask, UserTask } from '../../model/types.ts';
import type { CommandBody } from '../commands.ts';
import type { FieldChange } from '../events.ts';
import { evaluateAll, expressionContext } from '../expressions.ts';
import { actAs, named, type Acting } from '../guards.ts';
import { Refusal } from '../refusal.ts';
import type { CaseState, Job, Token } from '../state.ts';
import { emit, nextId, type Transaction } from '../transaction.ts';

type Body<T extends CommandBody['type']> = Extract<CommandBody, { type: T }>;
type Served = Pick<Body<'serve'>, 'way' | 'on' | 'receivedBy' | 'note' | 'proof'>;

export const generate = 'document.generate';

/** 拟制文书: when the process comes to the service task. Its number is used from here on, whatever becomes of the document. */
export function draftDocument(tx: Transaction, node: ServiceTask, job: number, token: Token, input: JsonObject): void {
  const name = input['template'];
  const template = typeof name === 'string' ? templateOf(tx, name) : undefined;
  if (typeof name !== 'string' || !template) throw new Refusal('model.expression', { where: node.id, expression: 'template', message: 'there is no such template' });
  const values = withNames(tx.state, template, evaluateAll(template.values, expressionContext(tx.model, tx.state, token.scope), `${node.id}.${name}`), node.id);
  const issuer = issuerOf(tx.state, template, values, node.id);
  const on = dayOf(tx.context.now);
  const year = `〔${on.slice(0, 4)}〕`;
  const series = template.number && issuer.head ? `${issuer.head}${template.number.word}${year}` : null;
  const last = token.origin ? tx.state.visits[token.origin.node] : undefined;
  emit(tx, {
    type: 'document.drafted', document: nextId(tx), job, node: node.id, template: name, definition: tx.state.process.hash, title: template.title, issuer: issuer.recorded, on, values,
    to: template.to.map((recipient) => addressee(tx.state, recipient, values, node.id)), internal: template.internal ?? false, served: template.served ?? null,
    approvedBy: last?.by ? { id: last.by, name: last.name } : null, seal: template.sealed && issuer.head ? `${issuer.head}用印${year}` : null,
    series, format: series === null ? null : `${series}${template.number?.ordinal ? '第' : ''}{n}号`, number: null,
  });
}

/** An agency that is written to has a name in the register; the template need not know it. */
const withNames = (state: CaseState, { to }: DocumentTemplate, values: JsonObject, where: string): JsonObject =>
  ({ ...values, ...Object.fromEntries(to.flatMap((r) => (r.kind === 'agency' && (values[r.name] ?? null) === null ? [[r.name, agencyOf(state, r.agency, where).name.zh]] : []))) });

const templateOf = (tx: Transaction, name: string): DocumentTemplate | undefined =>
  tx.model.documents && Object.hasOwn(tx.model.documents, name) ? tx.model.documents[name] : undefined;

function agencyOf(state: CaseState, ref: AgencyRef, where: string): Agency {
  const id = ref.kind === 'handling' ? state.agency : ref.kind === 'fixed' ? ref.agency : state.data[ref.field];
  const agency = typeof id === 'string' ? agencyById(id) : undefined;
  if (!agency) throw new Refusal('model.no-pool', { where, agency: typeof id === 'string' ? id : null });
  return agency;
}

function issuerOf(state: CaseState, { issuer }: DocumentTemplate, values: JsonObject, where: string): { readonly recorded: CaseDocument['issuer']; readonly head: string } {
  if (issuer.kind === 'agency') {
    const { id, name, numberHead } = agencyOf(state, issuer.agency, where);
    return { recorded: { name: name.zh, agency: id, pool: null }, head: numberHead };
  }
  const party = state.parties.find((p) => p.party === issuer.party);
  return { recorded: { name: textOf(values['issuerName']), agency: null, pool: party?.pool ?? null }, head: '' };
}

const textOf = (value: Json | undefined): string => (typeof value === 'string' ? value : '');

function addressee(state: CaseState, recipient: Recipient, values: JsonObject, where: string): Addressee {
  const name = textOf(values[recipient.name]);
  switch (recipient.kind) {
    case 'party':
      return { name, pool: state.parties.find((p) => p.party === recipient.party)?.pool ?? null, person: null };
    case 'initiator':
      return { name, pool: null, person: state.initiator.id };
    case 'agency': {
      const agency = agencyOf(state, recipient.agency, where);
      return { name: name === agency.id || name === '' ? agency.name.zh : name, pool: officePool('officer', agency.id), person: null };
    }
    case 'other':
      return { name, pool: null, person: null };
  }
}

/** The service has made its files, or could not: then the number stands in the register as void (作废). */
export function documentMade(tx: Transaction, job: Job, result: JsonObject | undefined): void {
  const found = Object.values(tx.state.documents ?? {}).find((d) => d.draft?.job === job.id);
  if (!found?.draft) return;
  const files = result?.['ok'] === true ? result['files'] : undefined;
  if (!Array.isArray(files)) return voidDocuments(tx, job.id);
  const { seal, approvedBy } = found.draft;
  emit(tx, {
    type: 'document.issued', document: found.document, node: found.node, files: files as unknown as readonly DocumentFile[], renderer: textOf(result?.['renderer']),
    seal: seal === null ? null : { series: seal, no: null, by: approvedBy },
  });
}

/** The job that was to make it is withdrawn. */
export function voidDocuments(tx: Transaction, job: number): void {
  for (const d of Object.values(tx.state.documents ?? {})) if (d.draft?.job === job) emit(tx, { type: 'document.voided', document: d.document, node: d.node });
}

/** Whoever handles the case, or cases of the agency that issued the document. @returns the capacity */
function handlingPool(state: CaseState, person: Pick<Acting, 'pools'>, agency: string | null = null): string | null {
  const own = [state.agency, ...(agency === null ? [] : [agency])].flatMap((a) => handlingRoles.map((role) => officePool(role, a)));
  return own.find((pool) => person.pools.includes(pool)) ?? null;
}

export function asHandler(tx: Transaction, person: Acting, agency: string | null = null): void {
  const pool = handlingPool(tx.state, person, agency);
  if (pool === null) throw new Refusal('forbidden.handling', { agency: tx.state.agency });
  actAs(tx, person, pool);
}

export const mayServe = (state: CaseState, person: Pick<Acting, 'pools'>, agency: string | null): boolean => handlingPool(state, person, agency) !== null;

function issued(tx: Transaction, document: number): CaseDocument {
  const found = tx.state.documents?.[document];
  if (!found) throw new Refusal('document.not-found', { document });
  if (found.draft) throw new Refusal('document.not-issued', { document });
  return found;
}

/** 送达. */
export function serve(tx: Transaction, body: Body<'serve'>, person: Acting): void {
  const document = issued(tx, body.document);
  asHandler(tx, person, document.issuer.agency);
  const to = document.to[body.to];
  if (!to) throw new Refusal('document.not-addressed', { document: body.document, to: body.to });
  if (to.servedOn !== null) throw new Refusal('document.served', { document: body.document, on: to.servedOn });
  const wrong = problemsOf(body, document.on, dayOf(tx.context.now));
  if (wrong.length > 0) throw new Refusal('form.invalid', {}, wrong);
  if (body.way === 'electronic' && !agreed(tx.state, to)) throw new Refusal('service.not-agreed', { document: body.document });
  recordService(tx, document, body.to, body, document.served);
}

/** What the way of service must bring with it: 签收人 for what is handed over, proof for what is not. */
function problemsOf({ way, on, receivedBy, proof }: Served, issuedOn: Day, today: Day): readonly { readonly field: string; readonly code: 'required' | 'date' | 'too-large' | 'too-small' }[] {
  const needsName = (way === 'direct' || way === 'entrusted') && !receivedBy;
  const needsProof = (way === 'left' || way === 'mail' || way === 'announcement') && proof.length === 0;
  const wrongDay = !isCivilDay(on) ? 'date' : on > today ? 'too-large' : on < issuedOn ? 'too-small' : null;
  return [
    ...(wrongDay ? [{ field: 'on', code: wrongDay } as const] : []), ...(needsName ? [{ field: 'receivedBy', code: 'required' } as const] : []), ...(needsProof ? [{ field: 'proof', code: 'required' } as const] : []),
  ];
}

const agreed = (state: CaseState, { pool, person }: Addressee): boolean => (state.electronicService ?? []).some((who) => who === pool || (person !== null && who === personPool(person)));

/** 公告送达: 自公告之日起经过三十日视为送达 (市场监督管理行政处罚程序规定 §82(5), 总局令第61号); the last day rolls over (§80). */
function dayOfAnnouncement(tx: Transaction, announcedOn: Day): Day {
  const basis = { instrument: { zh: '市场监督管理行政处罚程序规定', en: 'Provisions on Administrative Penalty Procedures of Market Regulation' }, article: '§82(5)', version: '总局令第61号，2022-09-29', confidence: 'V1' } as const;
  const rule = { budget: { amount: 30, unit: 'calendar-day' }, startDay: 'excluded', rollOver: 'next-working-day', basis } as const;
  return dueDate({ rule, startedAt: startOfDay(announcedOn), pauses: [], extensions: [] }, tx.context.calendar).dueDay;
}

function recordService(tx: Transaction, document: CaseDocument, to: number, { way, on, receivedBy, note, proof }: Served, fields: CaseDocument['served']): void {
  const day = way === 'announcement' ? dayOfAnnouncement(tx, on) : on;
  const set = { ...(fields?.on ? { [fields.on]: day } : {}), ...(fields?.way ? { [fields.way]: way } : {}) };
  emit(tx, {
    type: 'document.served', document: document.document, to, name: document.to[to]?.name ?? '', title: document.title, way, on: day, ...(way === 'announcement' ? { announcedOn: on } : {}),
    ...(receivedBy ? { receivedBy } : {}), ...(note ? { note } : {}), proof, changes: differing(tx.state, set),
  });
}

const differing = (state: CaseState, set: JsonObject): readonly FieldChange[] =>
  Object.entries(set).flatMap(([field, value]) => (state.data[field] === value ? [] : [{ field, old: state.data[field] ?? null, new: value }]));

/** 电子送达: an addressee who has agreed to it has opened the document. */
export function receive(tx: Transaction, { document: no }: Body<'receive'>, person: Acting): void {
  const document = issued(tx, no);
  const own = document.to.flatMap((to, i) => (isAddressee(to, person) ? [i] : []));
  if (own.length === 0) throw new Refusal('document.not-addressed', { document: no });
  const open = own.filter((i) => document.to[i]?.servedOn === null);
  if (open.length === 0) throw new Refusal('document.served', { document: no, on: document.to[own[0] ?? 0]?.servedOn ?? null });
  if (!open.every((i) => { const to = document.to[i]; return to !== undefined && agreed(tx.state, to); })) throw new Refusal('service.not-agreed', { document: no });
  for (const i of open) {
    actAs(tx, person, document.to[i]?.pool ?? null);
    recordService(tx, document, i, { way: 'electronic', on: dayOf(tx.context.now), receivedBy: person.name, proof: [] }, document.served);
  }
}

export const isAddressee = ({ pool, person }: Addressee, who: Pick<Acting, 'id' | 'pools'>): boolean => (pool !== null && who.pools.includes(pool)) || person === who.id;

/** 送达地址确认: a party, or whoever filed the case, agrees to electronic service for this case. */
export function agreeService(tx: Transaction, body: Body<'agree-service'>, person: Acting): void {
  const pool = person.pools.find((p) => isParty(tx.state, p)) ?? null;
  // An officer who has registered what came on paper is nobody who is served here.
  const filed = tx.state.initiator.id === person.id && !person.pools.some(isOfficePool);
  if (pool === null && !filed) throw new Refusal('document.not-addressed', {});
  actAs(tx, person, pool);
  emit(tx, { type: 'service.agreed', pool, by: named(person), agreed: body.agreed });
}

/** The step 送达 is done: what its form says of day and way is the service of the document that it serves. */
export function serveByStep(tx: Transaction, { serves, form }: UserTask, { requires = [] }: Pick<Outcome, 'requires'>): void {
  if (serves === undefined) return;
  const document = Object.values(tx.state.documents ?? {}).findLast((d) => d.template === serves && d.draft === null);
  // A case that came to this step before its version had the document.
  if (!document?.served?.on) return;
  // Where the form leaves the day open, only the outcome that asks for it is a service: another (无法送达) serves nobody.
  if (form[document.served.on] === 'optional' && !requires.includes(document.served.on)) return;
  const on = textOf(tx.state.data[document.served.on]);
  const way = serviceWays.find((w) => w === tx.state.data[document.served?.way ?? '']) ?? 'direct';
  document.to.forEach((to, i) => {
    if (to.servedOn === null) return recordServiceOfStep(tx, document, i, way, on);
    if (to.servedOn !== on) throw new Refusal('document.served', { document: document.document, on: to.servedOn });
  });
}

/** The day is the form's own: whoever fills in the step has counted it. */
function recordServiceOfStep(tx: Transaction, { document, to, title }: CaseDocument, i: number, way: ServiceWay, on: Day): void {
  emit(tx, { type: 'document.served', document, to: i, name: to[i]?.name ?? '', title, way, on, proof: [], changes: [] });
}

export function addFile(tx: Transaction, { sha256, size, name, media, purpose }: Body<'add-file'>, person: Acting): void {
  const pool = takesPartAs(tx.state, person);
  if (pool === null && tx.state.initiator.id !== person.id) throw new Refusal('forbidden.handling', { agency: tx.state.agency });
  actAs(tx, person, pool);
  emit(tx, { type: 'file.added', file: nextId(tx), sha256, size, name, media, purpose, by: named(person), pool });
}

export function listEvidence(tx: Transaction, body: Body<'list-evidence'>, person: Acting): void {
  asHandler(tx, person);
  const { type: _, ...item } = body;
  emit(tx, { type: 'evidence.listed', item: nextId(tx), by: named(person), ...item });
}

export function strikeEvidence(tx: Transaction, { item, reason }: Body<'strike-evidence'>, person: Acting): void {
  asHandler(tx, person);
  if (!tx.state.evidence?.includes(item)) throw new Refusal('evidence.not-found', { item });
  emit(tx, { type: 'evidence.struck', item, reason, by: named(person) });
}
