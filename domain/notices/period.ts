/** 公示期: how long a publication is open to objections, and who may object. Pure. */
import { officePool } from '../authority/viewer.ts';
import { dueDate } from '../calendar/due-date.ts';
import type { Budget, DueDate, Instant, WorkCalendar } from '../calendar/types.ts';
import type { Pool } from '../engine/state.ts';
import { text, type Text } from '../text.ts';

/** The day of publication is not counted; a last day off moves on (程序规定 §80, 民法典 §§201–203). */
export const noticePeriod = (budget: Budget, publishedAt: Instant, calendar: WorkCalendar): DueDate =>
  dueDate({
    startedAt: publishedAt, pauses: [], extensions: [],
    rule: {
      budget, startDay: 'excluded', rollOver: budget.unit === 'hour' ? 'none' : 'next-working-day',
      basis: { instrument: { zh: '公示期', en: 'Public notice' }, article: '', version: '', confidence: 'R' },
    },
  }, calendar);

export type ObjectionRefusal = 'notice.not-open' | 'notice.over' | 'notice.objected' | 'notice.crowded';

/** Objections without an account that may wait for an answer to one notice: whoever sends them by the thousand must not keep it from ever ending. Whoever signs in is not held up by them. */
export const maxUnregistered = 100;
/** Objections to the same notice that are not handled yet: of the same account, or of all that have none. */
export type Waiting = { readonly mine: number } | { readonly unregistered: number };

export function mayObject(publication: { readonly closesAt: Instant | null }, waiting: Waiting, now: Instant): ObjectionRefusal | null {
  if (publication.closesAt === null) return 'notice.not-open';
  if (publication.closesAt <= now) return 'notice.over';
  if ('unregistered' in waiting) return waiting.unregistered >= maxUnregistered ? 'notice.crowded' : null;
  return waiting.mine > 0 ? 'notice.objected' : null;
}

/** 成立, 不成立, 不予受理. */
export type ObjectionDecision = 'upheld' | 'rejected' | 'refused';

/** `rejected`: also those that were not taken up. */
export interface NoticeCount { readonly open: number; readonly upheld: number; readonly rejected: number }

/** 公示结束: the period is over and every objection is handled. Until then nothing that rests on the notice goes on. */
export const isSettled = (closesAt: Instant | null, { open }: NoticeCount, now: Instant): boolean => (closesAt === null || closesAt <= now) && open === 0;

/** Posts that are told of an objection (收到异议): those of the agency that published, who take it up. */
export const handlersOf = (agency: string): readonly Pool[] => ['officer', 'secretariat'].map((role) => officePool(role, agency));
export const objectionFiled = (title: Text): { readonly subject: Text; readonly body: Text } => ({
  subject: text('收到异议', 'An objection has been filed'),
  body: text(`对“${title.zh}”有人提出异议。请核实并答复；异议全部处理完毕，公示才告结束。`, `Somebody has objected to “${title.en}”. Look into it and answer: the notice is not over before every objection is handled.`),
});
export const objectionAnswered = (title: Text, number: string): { readonly subject: Text; readonly body: Text } => ({
  subject: text('异议已答复', 'Your objection has been answered'),
  body: text(`您对“${title.zh}”提出的异议（编号${number}）已有答复。`, `Your objection (${number}) to “${title.en}” has been answered.`),
});
