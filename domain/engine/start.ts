/** 立案: a case comes into being, with its number, its parties and its first tokens. */
import { agencyById } from '../authority/agencies.ts';
import { receives, setsOf, startingPool } from '../authority/acts.ts';
import { dayOf, instantOf, msOf } from '../calendar/civil-day.ts';
import { formOf, validateForm } from '../model/forms.ts';
import { beginningOf } from '../model/starts.ts';
import { beginAt } from './between/splitting.ts';
import type { CommandBody } from './commands.ts';
import { evaluateFeel, expressionContext } from './expressions.ts';
import { startFlow } from './flow.ts';
import { actAs, named, someone } from './guards.ts';
import { partiesOf, withStarter } from './pools.ts';
import { Refusal } from './refusal.ts';
import type { Actor, CaseState } from './state.ts';
import { emit, type Transaction } from './transaction.ts';

/** A person starts it, or another case calls it: then the process that calls is what allows it, and its data may fill any field. */
export function start(tx: Transaction, state: CaseState | null, body: Extract<CommandBody, { type: 'start' }>, actor: Actor): void {
  const { model, context } = tx;
  if (state !== null) throw new Refusal('case.exists', { caseId: state.caseId });
  const agency = agencyById(body.agency);
  if (!agency || !receives(model, agency)) throw new Refusal('form.invalid', {}, [{ field: 'agency', code: 'not-an-option' }]);
  const { parent, split: off } = body;
  const from = parent ?? off?.from;
  const beginning = beginningOf(model, body.message);
  if (!beginning) throw new Refusal('message.not-awaited', { message: body.message ?? null });
  const form = from ? formOf(model, beginning.form, Object.keys(body.data)) : beginning.form;
  const person = from ? null : someone(actor);
  const filed = person ? { ...body.data, ...setsOf(model, form, person) } : body.data;
  const { data: given, problems } = validateForm(model, form, [], filed, {}, context.now);
  if (problems.length > 0) throw new Refusal('form.invalid', {}, problems);
  const pool = person && startingPool(model, given, agency.id, person);
  if (person && pool === null) throw new Refusal('forbidden.start', { process: model.key, starters: model.starters.map((s) => (s.kind === 'office' ? s.role : s.party)) });
  if (body.receivedAt !== undefined && msOf(body.receivedAt) > context.now) {
    throw new Refusal('form.invalid', {}, [{ field: 'receivedAt', code: 'too-large' }]);
  }
  if (person) actAs(tx, person, pool);
  else tx.actor = { kind: 'system', id: actor.id };
  const data = person && pool ? withStarter(model, given, person, pool) : given;
  const process = { key: model.key, version: model.version, hash: body.hash };
  const receivedAt = body.receivedAt ?? instantOf(context.now);
  const started = { caseId: body.caseId, process, agency: agency.id, region: agency.region, receivedAt,
    initiator: person ? named(person) : { id: `case:${from?.caseId ?? ''}`, name: '关联案件' }, ...(parent ? { parent } : {}),
    parties: partiesOf(model.parties, data), data, ...(body.limits ? { limits: body.limits } : {}),
    ...(context.calendarNo ? { calendar: { no: context.calendarNo, version: context.calendar.version } } : {}) };
  const title = evaluateFeel(model.title, expressionContext(model, { ...tx.state, ...started }), 'title');
  emit(tx, { type: 'case.started', ...started, title: typeof title === 'string' ? title : model.name.zh });
  const year = dayOf(context.now).slice(0, 4);
  // The series is the number's own text, so that two processes with the same word share one count and never give the same number.
  const series = `${agency.numberHead}${model.numberWord}〔${year}〕`;
  emit(tx, { type: 'case.numbered', series, format: `${series}{n}号`, number: null });
  if (parent) emit(tx, { type: 'case.linked', relation: parent.wait ? 'parent' : 'lead-from', caseId: parent.caseId, process: parent.process, number: parent.number, title: parent.title });
  if (off) emit(tx, { type: 'case.linked', relation: 'split-from', ...off.from, reason: off.reason, by: off.by });
  tx.asOf = receivedAt;
  if (!off || !beginAt(tx, off.from.caseId, off)) startFlow(tx, beginning.event.id);
  tx.asOf = instantOf(context.now);
}
