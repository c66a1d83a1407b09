/** Reading the record of a case. */
import type { StoredEvent } from '../../domain/engine/events.ts';
import { fold } from '../../domain/engine/evolve.ts';
import type { CaseState } from '../../domain/engine/state.ts';
import type { Database } from '../pool.ts';
import { lru, type Lru } from './lru.ts';

export interface EventRow { readonly seq: number; readonly at: Date; readonly command: string; readonly actor: StoredEvent['actor']; readonly body: StoredEvent['body']; readonly hash: string }

const eventColumns = 'seq, at, command, actor, body, hash';
export const storedEvent = ({ seq, at, command, actor, body, hash }: EventRow): StoredEvent => ({ seq, at: at.toISOString(), command, actor, body, hash });

/** Events with a seq above `after`, in order, at most `limit`. */
export async function readEvents(database: Database, caseId: string, { after, limit }: { readonly after: number; readonly limit: number }): Promise<readonly StoredEvent[]> {
  const { rows } = await database.pool.query<EventRow>({
    name: 'read-events',
    text: `select ${eventColumns} from events where case_id = $1 and seq > $2 order by seq limit $3`,
    values: [caseId, after, limit],
  });
  return rows.map(storedEvent);
}

export interface RecordedCommand { readonly digest: string | null; readonly firstSeq: number; readonly lastSeq: number }

/** Where a command acted; null where it never did. */
export async function findCommand(database: Database, caseId: string, command: string): Promise<RecordedCommand | null> {
  const { rows } = await database.pool.query<RecordedCommand>({
    name: 'find-command',
    text: 'select digest, first_seq as "firstSeq", last_seq as "lastSeq" from commands where case_id = $1 and command = $2',
    values: [caseId, command],
  });
  return rows[0] ?? null;
}

/** What a command needs to know of a case before it is sent: who may see it, and how its execution is started again. */
export interface CaseHead {
  readonly id: string;
  readonly process: string;
  readonly hash: string;
  readonly status: 'open' | 'suspended' | 'closed';
  readonly owes: boolean;
  readonly agency: string;
  readonly region: string;
  readonly initiatorId: string;
  readonly visibleTo: readonly string[];
  readonly seq: number;
}

const headColumns = 'id, process_key as process, definition_hash as hash, status, owes, agency, region, initiator_id as "initiatorId", visible_to as "visibleTo", seq';

/** The cases last appended to, latest first: those whose execution a lost Temporal server may have left behind the record. */
export async function recentlyAppended(database: Database, limit: number): Promise<readonly CaseHead[]> {
  const { rows } = await database.pool.query<CaseHead>({
    name: 'recently-appended', text: `select ${headColumns} from cases order by updated_at desc, id limit $1`, values: [limit],
  });
  return rows;
}

/** Cases that have yet to hear of, or to tell, another, and have not moved since then; the longest first. */
export async function owingCases(database: Database, before: Date, limit: number): Promise<readonly CaseHead[]> {
  const { rows } = await database.pool.query<CaseHead>({
    name: 'owing-cases', text: `select ${headColumns} from cases where owes and updated_at < $1 order by updated_at, id limit $2`, values: [before, limit],
  });
  return rows;
}

/** Null where the record has no such case. */
export async function findCaseHead(database: Database, caseId: string): Promise<CaseHead | null> {
  const { rows } = await database.pool.query<CaseHead>({ name: 'find-case-head', text: `select ${headColumns} from cases where id = $1`, values: [caseId] });
  return rows[0] ?? null;
}

/** Folded states kept per process. One is some 10 KB. */
const cachedStates = 2_000;
const pageSize = 1_000;
const caches = new WeakMap<Database, Lru<string, CaseState>>();

function cacheOf(database: Database): Lru<string, CaseState> {
  let cache = caches.get(database);
  if (!cache) caches.set(database, (cache = lru(cachedStates)));
  return cache;
}

/** As this process has last seen it, without asking the database; null where it has not. Only for whoever finds out when it is of yesterday. */
export const lastSeenState = (database: Database, caseId: string): CaseState | null => cacheOf(database).get(caseId) ?? null;
/** What an append has made of the state that it was decided on. */
export function rememberState(database: Database, state: CaseState): void {
  const cache = cacheOf(database);
  // Whoever read before an append and comes back after it must not turn back the clock.
  if ((cache.get(state.caseId)?.seq ?? 0) <= state.seq) cache.set(state.caseId, state);
}

/**
 * The fold of the whole record; null where there is no such case. A state that is known is carried on by the events after it alone.
 * The event at the known seq is read again as well: were it another one (a restored database), the known state would be worthless.
 */
export async function loadCaseState(database: Database, caseId: string): Promise<CaseState | null> {
  const cache = cacheOf(database);
  const known = cache.get(caseId) ?? null;
  let state = known;
  for (;;) {
    const from = state === null ? 0 : state.seq - 1;
    const page = await readEvents(database, caseId, { after: from, limit: pageSize });
    if (state !== null && page[0]?.hash !== state.head) {
      cache.delete(caseId);
      state = null;
      continue;
    }
    state = fold(state, state === null ? page : page.slice(1));
    if (page.length < pageSize) break;
  }
  if (state !== null && state !== known) rememberState(database, state);
  return state;
}

/** The fold up to an event; only where somebody asks for what was, since it reads all that led there. */
export async function stateAt(database: Database, caseId: string, seq: number): Promise<CaseState | null> {
  const now = await loadCaseState(database, caseId);
  if (now === null || now.seq <= seq) return now;
  let state: CaseState | null = null;
  while ((state?.seq ?? 0) < seq) {
    const from: number = state?.seq ?? 0;
    const page = await readEvents(database, caseId, { after: from, limit: Math.min(pageSize, seq - from) });
    if (page.length === 0) break;
    state = fold(state, page);
  }
  return state;
}
