/** A process whose limits reach beyond the year, and the notice of next year, whatever the year of the test is. */
import { noticeOf, type HolidayLine } from '../../domain/calendar/notice-days.ts';
import { publishYear } from '../../domain/calendar/publish-year.ts';
import type { WorkCalendar } from '../../domain/calendar/types.ts';
import { defaultCalendar } from '../../domain/calendar/work-calendar.ts';
import type { ClockDefinition, ProcessDefinition } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { definition, end, flow, officer, parallel, start, userTask } from '../engine/models.ts';

const rule = {
  budget: { amount: 500, unit: 'working-day' }, startDay: 'excluded', rollOver: 'next-working-day',
  basis: { instrument: text('测试办法', 'Test rule'), article: '§1', version: '1', confidence: 'V1' },
} as const;
const clock = (id: string, on: string, amount: number): ClockDefinition => ({
  id, name: text(`${id}时限`, `Limit ${id}`), rules: [{ ...rule, budget: { amount, unit: 'working-day' } }], start: [{ on: 'entered', node: on }], stop: [{ on: 'completed', node: on }], duty: officer, warnings: [], breach: 'record',
});

/** 500 working days are two years: they hold all of next year. `late` begins with the second step, `short` has nothing to do with next year's June. */
export const longCase: ProcessDefinition = definition(
  [start, parallel('split'), userTask('a'), userTask('b'), parallel('join'), userTask('c'),
    { id: 'wait', type: 'boundaryEvent', name: text('期满', 'Over'), attachedTo: 'a', interrupting: false, on: { kind: 'timer', timer: { kind: 'after', rule } } }, end(), end('told')],
  [flow('start', 'split'), flow('split', 'a'), flow('split', 'b'), flow('a', 'join'), flow('b', 'join'), flow('join', 'c'), flow('c', 'end'), flow('wait', 'told')],
  { key: 'long-case', clocks: [clock('long', 'a', 500), clock('late', 'c', 500)] },
);
/** Its only limit ends long before next year's last week of December. */
export const shortCase: ProcessDefinition = definition([start, userTask('a'), end()], [flow('start', 'a'), flow('a', 'end')], { key: 'short-case', clocks: [] });

export const nextYear = new Date().getUTCFullYear() + 1;
const name = text('节', 'Holiday');
const line = (from: string, to = from): HolidayLine => ({ name, from: `${nextYear}-${from}`, to: `${nextYear}-${to}`, makeUpDays: [] });
/** The days that are off by law, and a long holiday in June. */
export const lines = (june: number): readonly HolidayLine[] => [line('01-01'), line('05-01', '05-02'), line('10-01', '10-03'), line('06-01', `06-${String(june).padStart(2, '0')}`)];

export function published(june: number, base: WorkCalendar = defaultCalendar, citation = '关于放假安排的通知'): WorkCalendar {
  const result = publishYear(base, noticeOf(nextYear, citation, lines(june)).notice);
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.calendar;
}
