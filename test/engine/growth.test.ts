/** The state of a case is what is open in it, not what has been done: ten thousand acts, and it is as large as after a few. */
import { describe, expect, it } from 'vitest';
import { drive, everybody, type Driver } from './driver.ts';
import { looping } from './models.ts';

const other = { kind: 'system', id: 'case:other' } as const;
const step = (d: Driver): number => d.task('a');
const acts: Readonly<Record<string, (d: Driver) => void>> = {
  comments: (d) => void d.act({ type: 'comment', text: '批注' }),
  'claims and releases': (d) => void d.act({ type: 'claim', task: step(d) }).act({ type: 'release', task: step(d) }),
  'steps done again and again': (d) => void d.complete('a', 'again', { note: `${d.events.length % 10}` }),
  'steps added and done': (d) => void d.act({ type: 'add-step', task: step(d), pool: 'officer@gd-amr', title: '核对', instructions: '', blocks: true }).act({ type: 'complete', task: Math.max(...Object.keys(d.state.tasks).map(Number)), outcome: 'done', data: {} }),
  'delegations that come back': (d) => void d.act({ type: 'delegate', task: step(d), to: { id: 'he', name: '何', pools: ['officer@gd-amr'] }, reason: '请核' }).act({ type: 'resolve', task: step(d), data: {} }, { kind: 'person', id: 'he', name: '何', pools: ['officer@gd-amr'] }),
  'copies that are read': (d) => {
    d.act({ type: 'copy', to: [{ pool: 'officer@gd-amr', person: null }] });
    for (const copy of Object.keys(d.state.copies ?? {})) d.act({ type: 'read-copy', copy: Number(copy) });
  },
  'messages, each handled beside the flow': (d) => void d.act({ type: 'message', message: 'objection', data: {} }, other).complete('handle', 'done'),
  'returns to an earlier step': (d) => void d.complete('a', 'on').act({ type: 'return', task: d.task('b'), to: 'a', policy: 'redo', reason: '补正' }),
};
/** Without the ledger of pauses, which a limit keeps as long as it runs: each day in it can be asked for. */
const size = ({ state }: Driver): number => JSON.stringify(state, (key, value: unknown) => (key === 'pauses' ? [] : value)).length;
/** A minute later. */
const next = (d: Driver, once: (d: Driver) => void): void => {
  d.now += 60_000;
  once(d);
};
const settled = 50;

describe.each(Object.entries(acts))('%s', (_what, once) => {
  it('leave nothing behind', () => {
    const d = drive(looping, undefined, undefined, { fast: true }).start();
    for (let i = 0; i < settled; i++) next(d, once);
    const before = size(d);
    for (let i = 0; i < 5 * settled; i++) next(d, once);
    // A few numbers have more digits.
    expect(size(d) - before).toBeLessThan(60);
  });
});

it('ten thousand of them in one case', () => {
  const d = drive(looping, undefined, undefined, { fast: true }).start({}, everybody());
  const kinds = Object.values(acts);
  let before = 0;
  for (let i = 0; i < 10_000; i++) {
    if (i === 100) before = size(d);
    next(d, kinds[i % kinds.length] ?? (() => undefined));
  }
  expect(d.events.length).toBeGreaterThan(30_000);
  expect(size(d) - before).toBeLessThan(100);
});
