import { expect, it } from 'vitest';
import { drive, everybody } from '../../test/engine/driver.ts';
import { definition, end, exclusive, flow, officer, start, userTask } from '../../test/engine/models.ts';
import { defaultCalendar } from '../calendar/work-calendar.ts';
import { text } from '../text.ts';
import type { Node } from '../model/types.ts';
import type { Command } from './commands.ts';
import type { CaseState } from './state.ts';
import { simulate, stateAt, type Assumptions } from './time-travel.ts';

const rule = {
  budget: { amount: 7, unit: 'working-day' }, startDay: 'excluded', rollOver: 'next-working-day',
  basis: { instrument: text('办法', 'Rule'), article: '§1', version: '1', confidence: 'V1' },
} as const;
const model = definition([start, userTask('a'), userTask('b'), end()], [flow('start', 'a'), flow('a', 'b'), flow('b', 'end')], {
  clocks: ['a', 'b'].map((node) => ({
    id: `limit-${node}`, name: text(node, node), rules: [rule], start: [{ on: 'entered', node }], stop: [{ on: 'completed', node }], duty: officer, warnings: [], breach: 'record',
  })),
});

const ahead30 = { since: '2026-03-02T01:00:00.000Z', until: '2026-04-30T00:00:00.000Z' };

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
  const ahead = simulate(model, d.state, ahead30, { calendar: defaultCalendar });
  expect(ahead.events.map((e) => [e.body.type, e.at])).toEqual([['clock.breached', '2026-03-11T16:00:00.000Z']]);
  expect(JSON.stringify(d.state)).toBe(before);
});

it('supposed acts are taken in the order of time, and what would be refused is named', () => {
  const d = drive(model, '2026-03-02T01:00:00.000Z').start();
  const complete = (id: string, task: number) => ({ id, actor: everybody(), body: { type: 'complete', task, outcome: 'done', data: {} } }) as const;
  const first = d.task('a');
  const ahead = simulate(model, d.state, ahead30, { calendar: defaultCalendar }, [
    { at: '2026-03-20T01:00:00.000Z', command: complete('again', first) },
    { at: '2026-03-10T01:00:00.000Z', command: complete('first', first) },
  ]);
  expect(ahead.refused).toMatchObject([{ supposed: 0, command: 'again', rejection: { code: 'task.not-found' } }]);
  expect(ahead.events.flatMap((e) => (e.body.type === 'clock.breached' ? [[e.body.clock, e.at]] : []))).toEqual([['limit-b', '2026-03-19T16:00:00.000Z']]);
});

it('services answer at once or never, as is supposed; and a case that brings too much about is told up to there', () => {
  const notify: Node = { id: 'tell', type: 'serviceTask', name: text('通知', 'Tell'), service: 'notify', input: {} };
  const withService = definition([start, notify, userTask('a'), end()], [flow('start', 'tell'), flow('tell', 'a'), flow('a', 'end')]);
  const d = drive(withService, '2026-03-02T01:00:00.000Z').start();
  const look = (assume: Assumptions) => simulate(withService, d.state, ahead30, { calendar: defaultCalendar }, [], assume);
  expect(Object.values(look({}).state.tokens).map((t) => t.node)).toEqual(['tell']);
  expect(Object.values(look({ servicesAnswer: true }).state.tokens).map((t) => t.node)).toEqual(['a']);
  const beside: Node = { id: 'again', type: 'boundaryEvent', name: text('催', 'Urge'), attachedTo: 'a', interrupting: false, on: { kind: 'timer', timer: { kind: 'after', rule: { ...rule, budget: { amount: 1, unit: 'hour' }, rollOver: 'none' }, repeat: true } } };
  const hourly = definition([start, userTask('a'), beside, end(), end('told')], [flow('start', 'a'), flow('a', 'end'), flow('again', 'told')]);
  const h = drive(hourly, '2026-03-02T01:00:00.000Z').start();
  const { truncated, events } = simulate(hourly, h.state, ahead30, { calendar: defaultCalendar }, [], { most: 100 });
  expect(truncated).toBe(true);
  expect(events.length).toBeGreaterThanOrEqual(100);
  expect(events.length).toBeLessThan(200);
});

it('what the process could not go on with is foretold as the incident that it would be, once', () => {
  const notify: Node = { id: 'tell', type: 'serviceTask', name: text('通知', 'Tell'), service: 'notify', input: {} };
  const stuck = definition([start, notify, exclusive('x'), end()], [flow('start', 'tell'), flow('tell', 'x'), flow('x', 'end', 'false')]);
  const ahead = simulate(stuck, drive(stuck, '2026-03-02T01:00:00.000Z').start().state, ahead30, { calendar: defaultCalendar }, [], { servicesAnswer: true });
  expect(ahead).toMatchObject({ refused: [], truncated: false, events: [{ body: { type: 'incident.raised', node: 'tell', code: 'model.no-flow' } }] });
});

it('a supposed act may be made of the state that it meets: of a task that did not exist before', () => {
  const d = drive(model, '2026-03-02T01:00:00.000Z').start();
  const done = (node: string) => (state: CaseState): Command => ({
    id: `done-${node}`, actor: everybody(), body: { type: 'complete', task: Object.values(state.tasks).find((t) => t.node === node)?.id ?? 0, outcome: 'done', data: {} },
  });
  const ahead = simulate(model, d.state, ahead30, { calendar: defaultCalendar }, [{ at: '2026-03-03T01:00:00.000Z', command: done('a') }, { at: '2026-03-04T01:00:00.000Z', command: done('b') }]);
  expect(ahead).toMatchObject({ refused: [], truncated: false, state: { status: 'closed', closedAt: '2026-03-04T01:00:00.000Z' } });
});
