/**
 * 放假安排公布: what its walk does to each case whose dates it may move (case-walk.ts). A preview is the same decision, not carried out.
 */
import { Context } from '@temporalio/activity';
import { calendarByVersion, calendarInForce, calendarOfCase } from '../db/calendars.ts';
import { definitionByHash } from '../db/definitions.ts';
import type { Database } from '../db/pool.ts';
import type { CaseWalk } from '../db/queries/case-walks.ts';
import { findCommand, loadCaseState, readEvents, type CaseHead } from '../db/record/read.ts';
import { firstDayTouched, publishYear } from '../domain/calendar/publish-year.ts';
import type { WorkCalendar, YearNotice } from '../domain/calendar/types.ts';
import type { Command, Rejection } from '../domain/engine/commands.ts';
import { decide } from '../domain/engine/decide.ts';
import type { CaseEvent } from '../domain/engine/events.ts';
import { recomputeId } from '../domain/engine/change/recompute.ts';
import { countMoves, movesIn, type Move, type MoveCounts } from '../domain/engine/change/recompute-report.ts';
import type { JsonObject } from '../domain/json.ts';
import type { SendToCase, Visit, Visitor } from './case-walk.ts';

/** `input` of a walk of kind 'calendar': a publication by its number, or for a preview the notice and the calendar that it is laid upon. */
export type CalendarWalkInput =
  | { readonly year: number; readonly citation: string; readonly no: number; readonly version: string }
  | { readonly year: number; readonly citation: string; readonly notice: YearNotice; readonly base: string };
/** `detail` of a case that was visited. */
export interface CalendarVisitDetail extends MoveCounts { readonly moves: readonly Move[] }

const inputOf = (walk: CaseWalk): CalendarWalkInput => walk.input as unknown as CalendarWalkInput;
/** Attempts at a page after which a case without an answer is left to people. */
const patience = 5;
const actor = { kind: 'system', id: 'engine' } as const;

export const calendarVisitor = (database: Database, send: SendToCase): Visitor => ({
  cases: (walk) => ({ countsUntil: firstDayTouched(inputOf(walk).year) }),
  visit: async (walk, head) => {
    const input = inputOf(walk);
    return 'no' in input ? carryOut(database, send, head, input) : rehearse(database, head, input);
  },
});

async function carryOut(database: Database, send: SendToCase, head: CaseHead, { no, version, year, citation }: Extract<CalendarWalkInput, { no: number }>): Promise<Visit> {
  const inForce = await calendarInForce(database);
  // A later publication has come meanwhile; its own walk visits the case.
  if (inForce.no > no && !(await findCommand(database, head.id, recomputeId(no)))) return { outcome: 'skipped', detail: { code: 'calendar.superseded', present: inForce.no } };
  const command: Command = { id: recomputeId(no), actor, body: { type: 'recompute', calendar: { no, version }, year, notice: citation } };
  const result = await send(head, command);
  if (result.kind === 'unanswered') {
    // Its date must not stay behind for a moment's congestion: the page is tried again a few times before somebody has to look.
    if (Context.current().info.attempt < patience) throw new Error(`case ${head.id} did not answer`);
    return { outcome: 'unanswered', detail: null };
  }
  if (result.kind === 'rejected') return refused(result.rejection);
  const found = await findCommand(database, head.id, command.id);
  return visited(found ? await readEvents(database, head.id, { after: found.firstSeq - 1, limit: found.lastSeq - found.firstSeq + 1 }) : []);
}

/** Laid upon the same calendar for every case, whatever is published while the preview runs. */
const laid = new WeakMap<YearNotice, WorkCalendar>();

async function rehearse(database: Database, head: CaseHead, { year, citation, notice, base }: Extract<CalendarWalkInput, { notice: unknown }>): Promise<Visit> {
  const published = laid.get(notice) ?? (await layUpon(database, base, notice));
  laid.set(notice, published);
  const [model, state] = await Promise.all([definitionByHash(database, head.hash), loadCaseState(database, head.id)]);
  const no = (state?.calendar?.no ?? 0) + 1;
  const body: Command['body'] = { type: 'recompute', calendar: { no, version: published.version }, year, notice: citation };
  const decision = decide(model, state, { id: recomputeId(no), actor, body }, { now: Date.now(), calendar: await calendarOfCase(database, state?.calendar), published });
  return decision.ok ? visited(decision.events) : refused(decision.rejection);
}

async function layUpon(database: Database, base: string, notice: YearNotice): Promise<WorkCalendar> {
  const published = publishYear(await calendarByVersion(database, base), notice);
  if (!published.ok) throw new Error('a preview was asked for with a notice that cannot be published');
  return published.calendar;
}

function visited(events: readonly CaseEvent[]): Visit {
  const moves = movesIn(events);
  if (moves.length === 0) return { outcome: 'unchanged', detail: null };
  const detail: CalendarVisitDetail = { moves, ...countMoves(moves) };
  return { outcome: 'done', detail: detail as unknown as JsonObject };
}

/** A case that has closed, or has followed a later publication, is no failure. */
const refused = ({ code, params }: Rejection): Visit =>
  ({ outcome: code === 'calendar.superseded' || code === 'case.closed' ? 'skipped' : 'refused', detail: { code, ...params } });
