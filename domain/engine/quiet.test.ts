import { describe, expect, it } from 'vitest';
import { drive } from '../../test/engine/driver.ts';
import { officeWork } from '../../test/support/office-work.ts';
import { wakeAt } from './due.ts';
import { areQuiet, mayBeQuiet } from './quiet.ts';

const claim = (task: number) => ({ type: 'claim', task }) as const;

describe('a command that may be appended without the execution', () => {
  it('leaves its next due moment, its services, its messages and its end as they were', () => {
    const case_ = drive(officeWork).start();
    const task = case_.task('examine');
    for (const body of [claim(task), { type: 'release', task }, { type: 'comment', text: '批注' }, { type: 'copy', to: [{ pool: 'section-head@gd-amr', person: null }] }, { type: 'urge', task }] as const) {
      const before = case_.state;
      const from = case_.events.length;
      case_.act(body);
      expect(mayBeQuiet(body)).toBe(true);
      expect(areQuiet(case_.events.slice(from)), body.type).toBe(true);
      const { tokens, clocks, timers, jobs, openings, errands, status } = case_.state;
      expect({ tokens, clocks, timers, jobs, openings, errands, status }).toEqual({ tokens: before.tokens, clocks: before.clocks, timers: before.timers, jobs: before.jobs, openings: before.openings, errands: before.errands, status: before.status });
      expect(wakeAt(case_.state)).toBe(wakeAt(before));
    }
  });

  it('is none where time has brought something about before it', () => {
    const case_ = drive(officeWork).start();
    const task = case_.task('examine');
    case_.now = (wakeAt(case_.state) ?? 0) + 1;
    const from = case_.events.length;
    case_.act(claim(task));
    expect(case_.events.slice(from).map((e) => e.body.type)).toEqual(['clock.breached', 'task.claimed']);
    expect(areQuiet(case_.events.slice(from))).toBe(false);
  });

  it('is no step of the flow', () => {
    expect(mayBeQuiet({ type: 'complete', task: 1, outcome: 'done', data: {} })).toBe(false);
    const case_ = drive(officeWork).start();
    const from = case_.events.length;
    case_.complete('examine', 'done');
    expect(areQuiet(case_.events.slice(from))).toBe(false);
  });
});
