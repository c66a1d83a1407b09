/** 延期、不计入期限、逾期的后果. */
import { describe, expect, it } from 'vitest';
import type { ClockDefinition } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { drive, everybody, person, type Driver } from './driver.ts';
import { definition, end, flow, officer, start, userTask } from './models.ts';

const basis = { instrument: text('程序规定', 'Rules'), article: '§18', version: '1', confidence: 'V1' } as const;
const head = { kind: 'office', role: 'section-head', agency: { kind: 'handling' } } as const;
const clock = (more: Partial<ClockDefinition>): ClockDefinition => ({
  id: 'check', name: text('核查', 'Check'), rules: [{ budget: { amount: 5, unit: 'working-day' }, startDay: 'excluded', rollOver: 'next-working-day', basis }],
  start: [{ on: 'entered', node: 'check' }], stop: [{ on: 'completed', node: 'decide' }], duty: officer, breach: 'record',
  warnings: [{ level: 'red', when: { left: { amount: 1, unit: 'working-day' } } }], ...more,
});
const model = (more: Partial<ClockDefinition>) => definition(
  [start, userTask('check'), userTask('lab', ['done']), userTask('decide', ['yes', 'no']), end()],
  [flow('start', 'check'), flow('check', 'lab'), flow('lab', 'decide'), flow('decide', 'end')], { clocks: [clock(more)] },
);
const monday = '2026-03-02T01:00:00.000Z';
const running = (d: Driver) => Object.values(d.state.clocks)[0]!;
const lin = person('lin', 'officer@gd-amr');
const chief = person('chief', 'section-head@gd-amr');

describe('延期', () => {
  const twice = { extensions: [{ name: text('延长', 'Extension'), budget: { amount: 5, unit: 'working-day' }, approver: head, basis }, { name: text('再次延长', 'Further'), budget: null, approver: head, basis }] } as const;
  const ask = (d: Driver, budget?: { amount: number; unit: 'working-day' }) => d.act({ type: 'extend', clockNo: running(d).id, reason: '情况复杂', ...(budget ? { budget } : {}) }, lin);
  const decideOn = (d: Driver, outcome: string, who = chief) => d.act({ type: 'complete', task: Object.values(d.state.tasks).find((t) => t.side)!.id, outcome, data: {} }, who);

  it('is asked by whose duty it is and granted by whom the law names; the new date follows from both budgets, the lights turn anew', () => {
    const d = drive(model(twice), monday).start({}, lin).until('2026-03-09T02:00:00.000Z');
    expect(running(d)).toMatchObject({ dueDay: '2026-03-09', light: 'red' });
    decideOn(ask(d), 'granted');
    expect(running(d)).toMatchObject({ dueDay: '2026-03-16', light: 'green', extensions: [{ by: 'chief', reason: '情况复杂', basis: '《程序规定》第十八条' }] });
    d.until('2026-03-16T02:00:00.000Z');
    expect(running(d).light).toBe('red');
  });
  it('a refusal leaves the date; each extension is granted once, the second by as much as was asked', () => {
    const d = drive(model(twice), monday).start({}, lin);
    decideOn(ask(d), 'refused');
    expect(running(d)).toMatchObject({ dueDay: '2026-03-09', extensions: [] });
    decideOn(ask(d), 'granted');
    expect(d.refused({ type: 'extend', clockNo: running(d).id, reason: 'x' }, lin).code).toBe('clock.budget');
    decideOn(ask(d, { amount: 2, unit: 'working-day' }), 'granted');
    expect(running(d).dueDay).toBe('2026-03-18');
    expect(d.refused({ type: 'extend', clockNo: running(d).id, reason: 'x', budget: { amount: 1, unit: 'working-day' } }, lin).code).toBe('clock.not-extendable');
  });
  it('whoever may grant it needs nobody else; whoever asks does not grant', () => {
    const d = drive(model(twice), monday).start({}, lin);
    d.act({ type: 'extend', clockNo: running(d).id, reason: '情况复杂' }, chief);
    expect(running(d).dueDay).toBe('2026-03-16');
    const both = person('both', 'officer@gd-amr', 'section-head@gz-amr');
    const e = drive(model({ extensions: [{ ...twice.extensions[0], approver: { ...head, agency: { kind: 'fixed', agency: 'gd-amr' } } }] }), monday).start({}, lin);
    e.act({ type: 'extend', clockNo: running(e).id, reason: 'x' }, both);
    expect(e.refused({ type: 'complete', task: Object.values(e.state.tasks).find((t) => t.side)!.id, outcome: 'granted', data: {} }, person('both', 'section-head@gd-amr')).code).toBe('forbidden.separation');
  });
  it.each([
    ['where the law knows none', {}, (d: Driver) => d, 'clock.not-extendable'],
    ['when the limit is over', twice, (d: Driver) => d.until('2026-03-10T01:00:00.000Z'), 'clock.over'],
    ['while one is being decided', twice, (d: Driver) => ask(d), 'clock.pending'],
  ])('is refused %s', (_, more, then, code) => {
    const d = then(drive(model(more), monday).start({}, lin));
    expect(d.refused({ type: 'extend', clockNo: running(d).id, reason: 'x' }, lin).code).toBe(code);
  });
  it('one asked in time and not decided falls away with its clock', () => {
    const d = ask(drive(model(twice), monday).start({}, lin));
    d.complete('check', 'done').complete('lab', 'done');
    d.act({ type: 'complete', task: Object.values(d.state.tasks).find((t) => !t.side)!.id, outcome: 'yes', data: {} });
    expect([d.state.status, d.state.tasks]).toEqual(['closed', {}]);
  });
});

describe('不计入期限', () => {
  const excluded = { excludes: [{ during: 'lab', reason: text('检验', 'Testing'), basis }] };
  it('the clock stands still while the case is at the step, and says why', () => {
    const d = drive(model(excluded), monday).start({}, lin).until('2026-03-03T02:00:00.000Z').complete('check', 'done');
    expect(running(d)).toMatchObject({ paused: true, pauses: [{ reason: '检验', basis: '《程序规定》第十八条', to: null }] });
    d.until('2026-03-12T02:00:00.000Z');
    expect(running(d).breachedAt).toBeNull();
    d.complete('lab', 'done');
    // Tuesday to Thursday of the week after are left out; five days from Friday on.
    expect(running(d)).toMatchObject({ paused: false, dueDay: '2026-03-19' });
  });
  it('and goes on standing still where the case is resumed while it is there', () => {
    const d = drive(model(excluded), monday).start({}, lin).complete('check', 'done');
    d.act({ type: 'suspend', reason: '另案结果' }, everybody()).act({ type: 'resume' }, everybody());
    expect(running(d).paused).toBe(true);
    d.act({ type: 'suspend', reason: '另案结果' }, everybody());
    expect(d.bodies('clock.paused')).toHaveLength(1);
  });
});

describe('when time is up', () => {
  it('block: only who manages the case may still do the step', () => {
    const d = drive(model({ breach: { kind: 'block', step: 'decide' } }), monday).start({}, lin).complete('check', 'done').complete('lab', 'done').until('2026-03-10T01:00:00.000Z');
    expect(d.refused({ type: 'complete', task: d.task('decide'), outcome: 'yes', data: {} }, lin).code).toBe('clock.too-late');
    d.complete('decide', 'yes', {}, person('both', 'officer@gd-amr', 'agency-head@gd-amr'));
    expect(d.state.status).toBe('closed');
  });
  it('decide: the law says what silence means, at the moment the limit is over', () => {
    const d = drive(model({ breach: { kind: 'decide', step: 'decide', outcome: 'yes' } }), monday).start({}, lin).complete('check', 'done').complete('lab', 'done');
    d.until('2026-03-09T15:59:59.000Z');
    expect(d.openNodes()).toEqual(['decide']);
    d.until('2026-03-09T16:00:00.000Z');
    expect(d.state).toMatchObject({ status: 'closed', visits: { decide: { outcome: 'yes' } } });
    expect(d.bodies('step.deemed')).toEqual([{ type: 'step.deemed', token: expect.any(Number), node: 'decide', outcome: 'yes', clock: 'check' }]);
    expect(d.bodies('clock.breached')).toHaveLength(1);
  });
});
