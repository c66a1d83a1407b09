/**
 * The compare-and-append (domain/record/append.ts). One round trip where no number is given, no document concerned and no other case, a transaction otherwise.
 *
 * A caller that got no answer (connection lost while the commit was under way) repeats the same request: where the first one was written,
 * the repetition is 'behind' and gets those very events.
 */
import { createHash } from 'node:crypto';
import type { CaseEvent, StoredEvent } from '../../domain/engine/events.ts';
import { recordPage, type AppendRequest, type AppendResult } from '../../domain/record/append.ts';
import { NotCanonical } from '../../domain/record/canonical-json.ts';
import { chain } from '../../domain/record/chain.ts';
import { registerEnterprises } from '../enterprises.ts';
import { codeOf, type Database } from '../pool.ts';
import { normalise, termsOf } from '../search-terms.ts';
import { inTransaction } from '../transaction.ts';
import { hasBetween, writeBetween } from './append-between.ts';
import { hasDossier, writeDossier } from './append-dossier.ts';
import { appendFirst, appendNext } from './append-statement.ts';
import { checkAppend } from './check-append.ts';
import { MalformedAppend, RecordCorruption } from './errors.ts';
import { wantedNumber, withNumbers } from './numbers.ts';
import { readEvents } from './read.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The database hands back all it has written. */
export type Appended = Exclude<AppendResult, { kind: 'written' }>;
type Duplicate = Extract<AppendResult, { kind: 'duplicate' }>['commands'][number];
interface Written { readonly appended: boolean; readonly known: readonly Duplicate[]; readonly events: readonly StoredEvent[] }
/** What both a pool and one of its clients can do. */
interface Queryable {
  query<R extends object>(query: { readonly name: string; readonly text: string; readonly values: unknown[] }): Promise<{ rows: R[] }>;
}

/**
 * @throws MalformedAppend, RecordCorruption: repeating is of no use. Anything else (connection lost, time-out, shutdown): repeat it.
 */
export async function append(database: Database, request: AppendRequest): Promise<Appended> {
  checkAppend(request);
  const numbered = hasBetween(request) || request.commits.some((c) => c.events.some(needsTransaction));
  try {
    const written = await (numbered ? appendNumbered(database, request) : write(database.pool, request, eventsOf(request)));
    if (written.appended) {
      database.announce(request.caseId);
      return { kind: 'appended', events: written.events };
    }
    return await whyNot(database, request, written.known);
  } catch (error) {
    // Another append took these seqs although the case row had not moved: the answer is in the record.
    if (codeOf(error) === uniqueViolation && constraintOf(error) === 'events_pkey') return whyNot(database, request, []);
    throw asMalformed(error, request);
  }
}

/** Cannot be done in the one statement. */
const needsTransaction = (event: CaseEvent): boolean => wantedNumber(event) !== null || hasDossier(event.body);
const eventsOf = (request: AppendRequest): readonly CaseEvent[] => request.commits.flatMap((c) => c.events);

async function write(client: Queryable, request: AppendRequest, events: readonly CaseEvent[]): Promise<Written> {
  const { caseId, expectedSeq, head, commits, rows } = request;
  const stored = chain(head, events, caseId, sha256);
  const commands = commits.map((c) => ({ command: c.command, digest: c.digest, first_seq: c.events[0]?.seq, last_seq: c.events.at(-1)?.seq }));
  const { rows: [answer] } = await client.query<{ appended: boolean; known: readonly Duplicate[] }>({
    ...(expectedSeq === 0 ? appendFirst : appendNext),
    values: [
      caseId, expectedSeq, head, JSON.stringify(stored), JSON.stringify(commands), JSON.stringify(caseColumns(rows.case)),
      JSON.stringify(rows.tasks), JSON.stringify(rows.clocks), JSON.stringify(rows.notices), numberIn(stored),
    ],
  });
  return { appended: answer?.appended ?? false, known: answer?.known ?? [], events: stored };
}

/** The numbers must be known before the hashes, and given back where the append does not come about: hence a transaction. */
const appendNumbered = (database: Database, request: AppendRequest): Promise<Written> =>
  inTransaction(database, async (client) => {
    const events = await giveNumbers(client, eventsOf(request));
    const written = await write(client, request, events);
    if (written.appended) {
      const number = numberIn(written.events);
      if (number !== null) await indexForSearch(client, request, number);
      await writeDossier(client, request.caseId, written.events);
      await writeBetween(client, request);
      await registerEnterprises(client, request.rows.enterprises ?? [], 'case', request.rows.case.updatedAt);
    }
    return written;
  }, (written) => written.appended);

/** Series are locked in the order of their names, so that two appends never wait for each other crosswise. */
async function giveNumbers(client: Queryable, events: readonly CaseEvent[]): Promise<readonly CaseEvent[]> {
  const wanted = new Map<string, number>();
  for (const event of events) {
    const series = wantedNumber(event)?.series;
    if (series !== undefined) wanted.set(series, (wanted.get(series) ?? 0) + 1);
  }
  const next = new Map<string, number>();
  for (const [series, count] of [...wanted].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const { rows: [row] } = await client.query<{ last: string }>({
      name: 'take-number',
      text: 'insert into case_numbers as n (series, last) values ($1, $2) on conflict (series) do update set last = n.last + $2 returning last',
      values: [series, count],
    });
    next.set(series, Number(row?.last) - count + 1);
  }
  return withNumbers(events, next);
}

async function indexForSearch(client: Queryable, { caseId, rows }: AppendRequest, number: string): Promise<void> {
  const texts = [number, rows.case.title];
  await client.query({
    name: 'index-for-search',
    text: 'insert into case_search (case_id, content, terms) values ($1, $2, $3) on conflict (case_id) do update set content = excluded.content, terms = excluded.terms',
    values: [caseId, texts.map(normalise).join('\n'), termsOf(texts)],
  });
}

function numberIn(events: readonly CaseEvent[]): string | null {
  const last = events.findLast((e) => e.body.type === 'case.numbered');
  return last?.body.type === 'case.numbered' ? last.body.number : null;
}

/** Nothing was written. Behind comes first: the caller finds its commands among those events. */
async function whyNot(database: Database, { caseId, expectedSeq, head }: AppendRequest, known: readonly Duplicate[]): Promise<Appended> {
  const stands = await readEvents(database, caseId, { after: Math.max(0, expectedSeq - 1), limit: recordPage + 1 });
  const events = expectedSeq === 0 ? stands.slice(0, recordPage) : stands.slice(1);
  if (expectedSeq > 0 && (stands[0]?.seq !== expectedSeq || stands[0].hash !== head)) {
    throw new RecordCorruption(caseId, `event ${expectedSeq} is not the one that its writer was told stands there`);
  }
  if (events.length > 0) return { kind: 'behind', events };
  if (known.length > 0) return { kind: 'duplicate', commands: known };
  throw new RecordCorruption(caseId, `the rows of the case are not those of event ${expectedSeq}`);
}

const uniqueViolation = '23505';
const constraintOf = (error: unknown): string | null =>
  typeof error === 'object' && error !== null && 'constraint' in error && typeof error.constraint === 'string' ? error.constraint : null;

/** SQLSTATE class 22 (data) and 23 (constraints): the request itself cannot be stored, today or tomorrow. */
function asMalformed(error: unknown, { caseId }: AppendRequest): unknown {
  const code = codeOf(error);
  if (error instanceof NotCanonical || (code !== null && /^2[23]/.test(code))) {
    return new MalformedAppend(`case ${caseId}: ${code ?? ''} ${error instanceof Error ? error.message : ''}`, { cause: error });
  }
  return error;
}

const caseColumns = (row: AppendRequest['rows']['case']): Readonly<Record<string, unknown>> => ({
  process_key: row.processKey, definition_hash: row.definitionHash, title: row.title, status: row.status, outcome: row.outcome, agency: row.agency,
  region: row.region, received_at: row.receivedAt, closed_at: row.closedAt, initiator_id: row.initiatorId, open_nodes: row.openNodes,
  due_at: row.dueAt, due_day: row.dueDay, counts_until: row.countsUntil, provisional: row.provisional, light: row.light, visible_to: row.visibleTo, owes: row.owes, seq: row.seq, updated_at: row.updatedAt,
});
