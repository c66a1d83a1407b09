import { expect, it } from 'vitest';
import { drive, everybody } from '../../test/engine/driver.ts';
import { definition, end, flow, officer, start, userTask } from '../../test/engine/models.ts';
import { defaultCalendar } from '../calendar/work-calendar.ts';
import { text } from '../text.ts';
import { simulate, stateAt } from './time-travel.ts';

const rule = {
  budget: { amount: 7, unit: 'working-day' }, startDay: 'excluded', rollOver: 'next-working-day',
  basis: { instrument: text('办法', 'Rule'), article: '§1', version: '1', confidence: 'V1' },
} as const;
const model = definition([start, userTask('a'), userTask('b'), end()], [flow('start', 'a'), flow('a', 'b'), flow('b', 'end')], {
  clocks: ['a', 'b'].map((node) => ({
    id: `limit-${node}`, name: text(node, node), rules: [rule], start: [{ on: 'entered', node }], stop: [{ on: 'completed', node }], duty: officer, warnings: [], breach: 'record',
  })),
});

it('the state at an instant is what the record said then', () => {
  const d = drive(model, '2026-03-02T01:00:00.000Z').start();
  d.now = Date.parse('2026-03-05T01:00:00.000Z');
  d.complete('a', 'done');
  expect(stateAt(d.events, '2026-03-02T00:59:59.999Z')).toBeNull();
  expect(Object.values(stateAt(d.events, '2026-03-05T00:59:59.999Z')?.tasks ?? {}).map((t) => t.node)).toEqual(['a']);
  expect(stateAt(d.events, '2026-03-05T01:00:00.000Z')).toEqual(d.state);
});

it('a case left alone shows which clock breaks when; the case itself is untouched', () => {
  const d = drive(model, '2026-03-02T01:00:00.000Z').start();
  const before = JSON.stringify(d.state);
  const ahead = simulate(model, d.state, '2026-04-30T00:00:00.000Z', defaultCalendar);
  expect(ahead.events.map((e) => [e.body.type, e.at])).toEqual([['clock.breached', '2026-03-11T16:00:00.000Z']]);
  expect(JSON.stringify(d.state)).toBe(before);
});

it('supposed acts are taken in the order of time, and what would be refused is named', () => {
  const d = drive(model, '2026-03-02T01:00:00.000Z').start();
  const complete = (id: string, task: number) => ({ id, actor: everybody(), body: { type: 'complete', task, outcome: 'done', data: {} } }) as const;
  const first = d.task('a');
  const ahead = simulate(model, d.state, '2026-04-30T00:00:00.000Z', defaultCalendar, [
    { at: '2026-03-20T01:00:00.000Z', command: complete('again', first) },
    { at: '2026-03-10T01:00:00.000Z', command: complete('first', first) },
  ]);
  expect(ahead.refused).toMatchObject([{ command: 'again', rejection: { code: 'task.not-found' } }]);
  expect(ahead.events.flatMap((e) => (e.body.type === 'clock.breached' ? [[e.body.clock, e.at]] : []))).toEqual([['limit-b', '2026-03-19T16:00:00.000Z']]);
});
