/** What services would tell the processes of the award, for the pure walk of one case. Answers follow from what stands in the case, as the real ones do. */
import { dayOf, instantOf } from '../../domain/calendar/civil-day.ts';
import { defaultCalendar } from '../../domain/calendar/work-calendar.ts';
import type { CaseState, Job } from '../../domain/engine/state.ts';
import type { JsonObject } from '../../domain/json.ts';
import { isSettled, noticePeriod } from '../../domain/notices/period.ts';

/** With so many days of notice somebody objects to it, once. */
export const objectedDays = 6;

/** 公示: a notice that is over when its working days are. */
export function noticeAnswers({ service, input }: Job, { data }: CaseState, now: number): JsonObject | undefined {
  const period = (at: string) => noticePeriod({ amount: Number(data['noticeDays']), unit: 'working-day' }, at, defaultCalendar);
  switch (service) {
    case 'notice.open':
      return { ok: true, reason: null, publication: `notice ${instantOf(now)}`, lastDay: period(instantOf(now)).dueDay };
    case 'notice.check': {
      const open = data['noticeDays'] === objectedDays && (data['objectionResults'] ?? null) === null ? 1 : 0;
      const { dueAt } = period(String(input['publication']).replace('notice ', ''));
      return { ok: true, reason: null, settled: isSettled(dueAt, { open, upheld: 0, rejected: 0 }, instantOf(now)), open, upheld: 0, rejected: 1 - open };
    }
    case 'notice.objections':
      return { ok: true, reason: null, objections: [{ id: '00000000-0000-4000-8000-0000000000aa', name: '陈伟', contact: '13800138000', grounds: '所报业绩不实，附审计报告。', filedOn: dayOf(now) }] };
    default:
      return undefined;
  }
}
