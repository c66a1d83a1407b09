/** 批次: a round that collects cases of another process. An application enters itself; the round asks what each has come to. */
import { findCaseByName, caseRef, otherCasesOf } from '../../db/queries/case-ref.ts';
import { definitionByHash } from '../../db/definitions.ts';
import { linkedCases } from '../../db/queries/links.ts';
import type { Database } from '../../db/pool.ts';
import { findCaseHead, loadCaseState, readEvents } from '../../db/record/read.ts';
import type { StoredEvent } from '../../domain/engine/events.ts';
import type { CaseRef } from '../../domain/engine/state.ts';
import type { JsonObject } from '../../domain/json.ts';
import { services, type ServiceResult } from '../../domain/model/services.ts';
import { awaitsOf } from '../../domain/record/awaits.ts';
import type { SendToCase } from '../case-walk.ts';
import { sendOne } from './messages-between.ts';
import type { Run } from './run.ts';

/** Entries of one round at most. */
const most = 500;

/** Whether the round takes it is decided by the round itself, when it hears the message: an entry is never in two minds about having been in time. */
export const joinBatch = (send: SendToCase): Run => async (database, request) => {
  const { number, process, message } = services['batch.join'].parse(request.input);
  const refused = (reason: string): ServiceResult<'batch.join'> => ({ ok: false, reason, batch: null, title: null });
  const batch = (await findCaseByName(database, number.trim()))?.ref;
  if (batch?.process !== process) return refused('no-such-case');
  const own = await caseRef(database, request.caseId);
  if (!own) throw new Error(`case ${request.caseId} is not in the record`);
  const why = await sendOne(database, send, batch.caseId, { id: `join-${request.caseId}-${request.job}`, from: request.caseId, message, data: {} });
  if (why !== null) return refused(why);
  await tellLink(database, send, batch.caseId, own, 'entry', request.job);
  await tellLink(database, send, own.caseId, batch, 'batch', request.job);
  return { ok: true, reason: null, batch: batch.caseId, title: batch.title } satisfies ServiceResult<'batch.join'>;
};

async function tellLink(database: Database, send: SendToCase, to: string, other: CaseRef, relation: 'batch' | 'entry', job: number): Promise<void> {
  const head = await findCaseHead(database, to);
  if (head === null) throw new Error(`case ${to} is not in the record`);
  const by = { id: `case:${other.caseId}`, name: '系统' };
  const result = await send(head, { id: `${relation}-${other.caseId}-${job}`, actor: { kind: 'system', id: by.id }, body: { type: 'linked', other, reason: '并入批次', by, relation } });
  if (result.kind === 'unanswered') throw new Error(`case ${to} has not answered yet`);
}

export const collectCases: Run = async (database, request) => {
  const { relation, process, awaits, fields, votes } = services['cases.collect'].parse(request.input);
  const ids = await linkedCases(database, request.caseId, relation, most + 1);
  if (ids.length > most) return { ok: false, reason: 'too-many', cases: [], count: 0, ready: 0, pending: 0, pendingText: '' } satisfies ServiceResult<'cases.collect'>;
  const found: (JsonObject & { readonly status: string; readonly ready: boolean; readonly number: string; readonly title: string })[] = [];
  for (const id of ids) {
    const state = await loadCaseState(database, id);
    if (state?.process.key !== process) continue;
    const model = await definitionByHash(database, state.process.hash);
    const ready = state.status !== 'closed' && (awaits === null || awaitsOf(model, state).some((a) => a.kind === 'message' && a.name === awaits));
    found.push({
      id, number: state.number ?? id, title: state.title, status: state.status, outcome: state.outcome, ready, ...Object.fromEntries(fields.map((f) => [f, state.data[f] ?? null])),
      ...(votes === null ? {} : { votes: votesAt(await wholeRecord(database, id), votes) }),
    });
  }
  const pending = found.filter((c) => c.status !== 'closed' && !c.ready);
  return {
    ok: true, reason: null, cases: found, count: found.length, ready: found.filter((c) => c.ready).length, pending: pending.length, pendingText: pending.map((c) => `${c.number} ${c.title}`).join('\n').slice(0, 4_000),
  } satisfies ServiceResult<'cases.collect'>;
};

/** Rounds come every few years: so many are more than there will be. */
const mostOthers = 100;

export const otherCases: Run = async (database, request) => {
  const { fields } = services['cases.others'].parse(request.input);
  const found: JsonObject[] = [];
  for (const id of await otherCasesOf(database, request.caseId, mostOthers)) {
    const state = await loadCaseState(database, id);
    if (state) found.push({ id, number: state.number ?? id, title: state.title, status: state.status, outcome: state.outcome, ...Object.fromEntries(fields.map((f) => [f, state.data[f] ?? null])) });
  }
  return { ok: true, reason: null, cases: found } satisfies ServiceResult<'cases.others'>;
};

async function wholeRecord(database: Database, caseId: string): Promise<readonly StoredEvent[]> {
  const all: StoredEvent[] = [];
  for (;;) {
    const page = await readEvents(database, caseId, { after: all.length, limit: 1_000 });
    all.push(...page);
    if (page.length < 1_000) return all;
  }
}

/** 得票: of the last round at this step, by outcome, each seat's last vote; `seats` counts those that had one when it was decided (who was recused has none). */
function votesAt(events: readonly StoredEvent[], node: string): JsonObject {
  let seats = new Set<number>();
  let cast = new Map<number, string>();
  for (const { body } of events) {
    if (!('node' in body) || body.node !== node) continue;
    if (body.type === 'signing.opened') {
      seats = new Set(body.seats.map((s) => s.seat));
      cast = new Map();
    } else if (body.type === 'vote.cast' || body.type === 'vote.changed') cast.set(body.seat, body.outcome);
    else if (body.type === 'seat.added') seats.add(body.seat.seat);
    else if (body.type === 'seat.removed') seats.delete(body.seat);
  }
  const counts: Record<string, number> = { seats: seats.size };
  for (const outcome of cast.values()) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
