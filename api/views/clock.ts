/** Statutory clocks as people see them. */
import type { ClockExplanation, ClockView } from '../../contracts/cases.ts';
import type { ClockListRow, MovedDate } from '../../db/queries/case.ts';
import { explain, noticesBetween } from '../../domain/calendar/explain.ts';
import type { Basis, ExplainedDay, Explanation, WorkCalendar } from '../../domain/calendar/types.ts';
import { personOfViewer } from '../../domain/authority/policy.ts';
import type { Viewer } from '../../domain/authority/viewer.ts';
import { extensionOffer } from '../../domain/engine/tasks/extension.ts';
import type { CaseState, RunningClock } from '../../domain/engine/state.ts';
import { isUnconfirmed } from '../../domain/model/citation.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { clockName, poolName } from './names.ts';

const basisView = (basis: Basis): ClockView['basis'] => {
  const { instrument, article, version, confidence, internal } = basis;
  return { instrument, article, version, confidence, internal: internal === true, unconfirmed: isUnconfirmed(basis) };
};

export function clockView(row: ClockListRow, model: ProcessDefinition, state: CaseState, viewer: Viewer): ClockView {
  const more = extensionOffer(model, state, row.clockNo, personOfViewer(viewer));
  return {
    clockNo: row.clockNo, clock: row.clock, name: clockName(model, row.clock), status: row.status, light: row.light,
    startedAt: row.startedAt, stoppedAt: row.stoppedAt, dueDay: row.dueDay, dueAt: row.dueAt, provisional: row.provisional,
    breachedAt: row.breachedAt, budget: row.budget, basis: basisView(row.basis), dutyName: poolName(row.duty, model, state.parties),
    extension: more && { name: more.rule.name, budget: more.rule.budget && { ...more.rule.budget }, approverName: poolName(more.approver, model, state.parties), grants: more.grants },
  };
}

/** "Why this date", by the calendar with which the clock was computed. @param ledger the clock with its pauses and extensions (db/queries/case.ts) */
export function explanationView(clock: ClockView, ledger: RunningClock, calendar: WorkCalendar, moved: readonly MovedDate[]): ClockExplanation {
  const { rule, startedAt, pauses, extensions } = ledger;
  const found: Explanation = explain({ rule, startedAt, pauses, extensions }, calendar);
  const first = found.days[0]?.day ?? found.dueDay;
  return {
    clock, startDayRule: rule.startDay, rollOver: rule.rollOver, days: found.days.map((d: ExplainedDay) => ({ ...d })),
    ...(found.omitted ? { omitted: found.omitted } : {}),
    pauses: pauses.map((p) => ({ ...p })), extensions: extensions.map((e) => ({ ...e })),
    notices: [...noticesBetween(first, found.dueDay, calendar)], calendar: calendar.version, moved: moved.map((m) => ({ ...m })),
  };
}
