/** 公示期: how long a publication is open to objections, and who may object. Pure. */
import { dueDate } from '../calendar/due-date.ts';
import type { Budget, DueDate, Instant, WorkCalendar } from '../calendar/types.ts';

/** The day of publication is not counted; a last day off moves on (程序规定 §80, 民法典 §§201–203). */
export const noticePeriod = (budget: Budget, publishedAt: Instant, calendar: WorkCalendar): DueDate =>
  dueDate({
    startedAt: publishedAt, pauses: [], extensions: [],
    rule: {
      budget, startDay: 'excluded', rollOver: budget.unit === 'hour' ? 'none' : 'next-working-day',
      basis: { instrument: { zh: '公示期', en: 'Public notice' }, article: '', version: '', confidence: 'R' },
    },
  }, calendar);

export type ObjectionRefusal = 'notice.not-open' | 'notice.over' | 'notice.objected';

/** @param mine an objection of the same person to it that is not handled yet */
export function mayObject(publication: { readonly closesAt: Instant | null }, mine: boolean, now: Instant): ObjectionRefusal | null {
  if (publication.closesAt === null) return 'notice.not-open';
  if (publication.closesAt <= now) return 'notice.over';
  return mine ? 'notice.objected' : null;
}

export interface NoticeCount { readonly open: number; readonly upheld: number; readonly rejected: number }

/** 公示结束: the period is over and every objection is handled. Until then nothing that rests on the notice goes on. */
export const isSettled = (closesAt: Instant | null, { open }: NoticeCount, now: Instant): boolean => (closesAt === null || closesAt <= now) && open === 0;
