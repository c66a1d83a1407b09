/** One case: its row, its clocks, its timeline, the proof of its record. */
import { asc, eq } from 'drizzle-orm';
import type { Day } from '../../domain/calendar/types.ts';
import type { CaseEventBody, StoredEvent } from '../../domain/engine/events.ts';
import { fold } from '../../domain/engine/evolve.ts';
import type { RunningClock } from '../../domain/engine/state.ts';
import { verifyChain, type ChainLink } from '../../domain/record/chain.ts';
import type { Database } from '../pool.ts';
import { sha256 } from '../record/append.ts';
import { readEvents } from '../record/read.ts';
import { cases, clocks } from '../schema.ts';
import type { CaseListRow } from './case-list.ts';

export type ClockListRow = typeof clocks.$inferSelect;

export async function findCase({ db }: Database, caseId: string): Promise<CaseListRow | null> {
  const [row] = await db.select().from(cases).where(eq(cases.id, caseId)).limit(1);
  return row ?? null;
}

/** All clocks that the case ever had, in the order in which they started. */
export async function clocksOf({ db }: Database, caseId: string): Promise<readonly ClockListRow[]> {
  return db.select().from(clocks).where(eq(clocks.caseId, caseId)).orderBy(asc(clocks.clockNo)).limit(1_000);
}

/** A clock with its ledger, folded from its own events: the state of the case keeps running clocks only. Null where there is none. */
export async function clockLedger(database: Database, caseId: string, clockNo: number): Promise<RunningClock | null> {
  const { rows } = await database.pool.query<{ body: StoredEvent['body']; at: Date; seq: number }>({
    name: 'clock-ledger',
    text: `select seq, at, body from events
           where case_id = $1 and type like 'clock.%' and type <> 'clock.stopped' and (body ->> 'clockNo')::integer = $2 order by seq`,
    values: [caseId, clockNo],
  });
  const own = rows.map(({ seq, at, body }) => ({ seq, at: at.toISOString(), body, command: '', actor: { kind: 'system', id: '' } as const }));
  return fold(null, own)?.clocks[clockNo] ?? null;
}

export interface MovedDate { readonly at: string; readonly from: Day; readonly to: Day; readonly provisional: boolean; readonly year: number | null; readonly notice: string | null }

/** Where published calendars have moved a clock, in order. */
export async function movedDates({ pool }: Database, caseId: string, clockNo: number): Promise<readonly MovedDate[]> {
  const { rows } = await pool.query<{ body: Extract<CaseEventBody, { type: 'clock.recomputed' }>; at: Date }>({
    name: 'moved-dates', text: `select at, body from events where case_id = $1 and type = 'clock.recomputed' and (body ->> 'clockNo')::integer = $2 order by seq limit 200`, values: [caseId, clockNo],
  });
  return rows.map(({ at, body }) => ({ at: at.toISOString(), from: body.oldDueDay, to: body.dueDay, provisional: body.provisional, year: body.year ?? null, notice: body.notice ?? null }));
}

export interface RecordCheck { readonly intact: boolean; readonly events: number; readonly head: string; readonly brokenAt?: number }

const pageSize = 1_000;

/** Checks the whole chain of a case, and that no event is missing at its end. Reads page by page. */
export async function verifyCase(database: Database, caseId: string): Promise<RecordCheck> {
  let link: ChainLink = { seq: 0, head: '' };
  for (;;) {
    const page = await readEvents(database, caseId, { after: link.seq, limit: pageSize });
    const checked = verifyChain(page, caseId, sha256, link);
    if (!checked.intact) return { intact: false, events: link.seq + page.length, head: page.at(-1)?.hash ?? link.head, brokenAt: checked.brokenAt };
    link = checked;
    if (page.length < pageSize) break;
  }
  // The row names the last event of its own append: a record that ends earlier has lost its end. One that ends later has grown meanwhile.
  const row = await findCase(database, caseId);
  const missing = row !== null && row.seq > link.seq && (await readEvents(database, caseId, { after: link.seq, limit: 1 })).length === 0;
  return { intact: !missing, events: link.seq, head: link.head, ...(missing ? { brokenAt: link.seq + 1 } : {}) };
}
