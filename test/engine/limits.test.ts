import { describe, expect, it } from 'vitest';
import type { ClockDefinition, ProcessDefinition } from '../../domain/model/types.ts';
import { configurableLimits, isLimit } from '../../domain/model/limits.ts';
import { text } from '../../domain/text.ts';
import { caseId, drive } from './driver.ts';
import { definition, end, flow, officer, start, userTask } from './models.ts';

const clock = (id: string, internal: boolean): ClockDefinition => ({
  id, name: text(id, id), start: [{ on: 'entered', node: 'check' }], stop: [{ on: 'completed', node: 'check' }], duty: officer, warnings: [], breach: 'record',
  rules: [{ budget: { amount: 10, unit: 'working-day' }, startDay: 'excluded', rollOver: 'next-working-day',
    basis: { instrument: text('规定', 'Rule'), article: '§1', version: '2026', confidence: internal ? 'R' : 'V1', ...(internal ? { internal: true } : {}) } }],
});
const model: ProcessDefinition = definition([start, userTask('check'), end()], [flow('start', 'check'), flow('check', 'end')], { clocks: [clock('own', true), clock('law', false)] });

describe('an internal limit', () => {
  it('is one that no law sets; what the law sets is not offered', () => expect(configurableLimits(model).map((l) => l.clock.id)).toEqual(['own']));
  it('takes the place of the standard in a case that starts after the change, and says which change it was', () => {
    const changed = { budget: { amount: 3, unit: 'calendar-day' as const }, version: 2 };
    const { state, events } = drive(model).act({ type: 'start', caseId, hash: 'h', agency: 'gd-amr', region: '440000', data: {}, limits: { own: changed, law: changed } });
    const started = Object.fromEntries(events.flatMap((e) => (e.body.type === 'clock.started' ? [[e.body.clock, e.body.rule]] : [])));
    expect(started['own']).toMatchObject({ budget: changed.budget, basis: { version: '第2次调整', internal: true } });
    expect(started['law']).toMatchObject({ budget: { amount: 10, unit: 'working-day' }, basis: { version: '2026' } });
    expect(state.limits).toEqual({ own: changed, law: changed });
  });
  it('stays as it was in a case that has begun', () => {
    const { state } = drive(model).start();
    expect(state.limits).toBeUndefined();
    expect(Object.values(state.clocks).map((c) => c.rule.budget.amount)).toEqual([10, 10]);
  });
  it('is a whole number within reason', () => {
    expect([0, 1, 1_000, 1_001, 1.5].map((amount) => isLimit({ amount, unit: 'working-day' }))).toEqual([false, true, true, false, false]);
  });
});
