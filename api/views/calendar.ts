/** 工作日历 as people see it. */
import type { Calendar, CalendarMove, MovedCase, PublicationReport, PublicationSummary, VisitStatus } from '../../contracts/calendars.ts';
import { problemKinds, type ProblemCode } from '../../contracts/problems.ts';
import type { CalendarPublicationRow } from '../../db/queries/calendars.ts';
import type { CaseWalk, WalkOutcome, WalkResult } from '../../db/queries/case-walks.ts';
import type { Page } from '../../db/queries/page.ts';
import { linesOf, type HolidayLine, type LineProblem } from '../../domain/calendar/notice-days.ts';
import type { NoticeProblem } from '../../domain/calendar/publish-year.ts';
import type { WorkCalendar } from '../../domain/calendar/types.ts';
import type { Move, MoveCounts } from '../../domain/engine/change/recompute-report.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { text, type Text } from '../../domain/text.ts';
import { ProblemError, type FieldFinding } from '../http/problem.ts';
import { clockName, nodeName } from './names.ts';

export const calendarView = ({ version, years }: WorkCalendar, inForce: boolean): Calendar => ({
  version, inForce,
  years: Object.values(years).sort((a, b) => a.year - b.year)
    .map((year) => ({ year: year.year, citation: year.notice, holidays: linesOf(year).map(({ makeUpDays, ...line }) => ({ ...line, makeUpDays: [...makeUpDays] })) })),
});

export const publicationView = ({ byName, byId: _, notice: _notice, ...row }: CalendarPublicationRow): PublicationSummary => ({ ...row, by: byName });

export const walkOutcomes: Readonly<Record<VisitStatus, WalkOutcome>> =
  { moved: 'done', unchanged: 'unchanged', failed: 'refused', skipped: 'skipped', unanswered: 'unanswered', pending: 'pending' };
const statusOf = (outcome: WalkOutcome): VisitStatus => (outcome === 'done' ? 'moved' : outcome === 'refused' ? 'failed' : outcome);

const moveView = ({ overdue, corrected, name, ...move }: Move, model: ProcessDefinition | undefined): CalendarMove => {
  const shown: Text = !model ? text(name, name) : move.kind === 'clock' ? clockName(model, name) : nodeName(model, name);
  return { ...move, name: { ...shown }, overdue: overdue === true, corrected: corrected === true };
};

function caseView({ caseId, number, outcome, detail }: WalkResult, model: ProcessDefinition | undefined): MovedCase {
  const moves = (detail?.['moves'] ?? []) as unknown as readonly Move[];
  const code = detail?.['code'];
  const problem = typeof code === 'string' ? { code, title: code in problemKinds ? { ...problemKinds[code as ProblemCode].title } : { zh: code, en: code } } : null;
  return { caseId, number, status: statusOf(outcome), moves: moves.map((move) => moveView(move, model)), problem };
}

export function reportView(
  walk: CaseWalk, { done, unchanged, refused, skipped, unanswered, pending }: Readonly<Record<WalkOutcome, number>>, moves: MoveCounts,
  { items, next }: Page<WalkResult>, modelOf: (caseId: string) => ProcessDefinition | undefined,
): PublicationReport {
  const { year, citation } = walk.input;
  return {
    id: walk.id, preview: walk.dryRun, year: Number(year), citation: typeof citation === 'string' ? citation : '', requestedBy: walk.requestedBy.name, requestedAt: walk.requestedAt,
    status: walk.finishedAt === null ? 'running' : 'finished', finishedAt: walk.finishedAt, total: walk.total,
    cases: { moved: done, unchanged, failed: refused, skipped, unanswered, pending }, moves: { ...moves }, items: items.map((item) => caseView(item, modelOf(item.caseId))), next,
  };
}

const lineTexts: Readonly<Record<LineProblem['code'], (day: string) => Text>> = {
  'order': (day) => text(`止日 ${day} 早于起日`, `The last day ${day} is before the first`),
  'too-long': (day) => text(`假期过长（至 ${day}），请核对`, `The holiday is too long (until ${day}): check it`),
  'twice': (day) => text(`${day} 列了两次`, `${day} is listed twice`),
};

/** Each problem at the line that it is about. */
export function invalidNotice(lines: readonly LineProblem[], problems: readonly NoticeProblem[], { holidays }: { readonly holidays: readonly HolidayLine[] }): ProblemError {
  const at = (day: string | undefined): string => {
    const line = holidays.findIndex(({ from, to, makeUpDays }) => day !== undefined && ((from <= day && day <= to) || makeUpDays.includes(day)));
    return line < 0 ? 'body.holidays' : `body.holidays.${line}`;
  };
  const fields: FieldFinding[] = [
    ...lines.map(({ line, code, day }) => ({ field: `body.holidays.${line}`, code, text: lineTexts[code](day) })),
    ...problems.map(({ code, day, message }) => ({ field: code === 'notice.citation' ? 'body.citation' : at(day), code, text: message })),
  ];
  return new ProblemError('calendar.invalid', { fields: fields.slice(0, 50) });
}
