/** Every road and every outcome of a recall through decide and evolve, by the people of the demonstration. */
import { describe, expect, it } from 'vitest';
import { project } from '../../domain/record/project.ts';
import { drive } from '../../test/engine/driver.ts';
import { describeWalks, pureWalker } from '../../test/support/walk-purely.ts';
import { onDay, upTo } from '../walk.ts';
import { productRecall } from './definition.ts';
import { recall } from './walks.ts';

const { walks } = recall;
const walker = pureWalker(productRecall, recall);
const { actor, walk, dueDays: dates } = walker;

describeWalks(productRecall, recall, walker);

describe('the dates of the clocks', () => {
  it('consumer goods, voluntary: found on Friday 27 February 2026 (28 February is worked), reported on Monday 2 March', () => {
    expect(dates(walks.voluntary)).toEqual({
      report: ['2026-03-02'],
      acceptance: ['2026-03-05', '2026-03-05'],
      supplement: ['2026-03-09'],
      plan: ['2026-03-12'], // 10 WD after 27 February: 28 February, 2–6 and 9–12 March
      planCheck: ['2026-03-09', '2026-03-09'],
      publication: ['2026-03-05'],
      phaseReport: ['2026-06-09', '2026-06-02'], // three months after 9 March, then after the first report
      summary: ['2026-03-23'],
      closing: ['2026-05-06'], // 1 May + holiday
    });
  });
  it('motor vehicles, voluntary: no report limit, plan 5, publication 5, owners 30', () => {
    const found = dates(walks.voluntaryVehicle);
    expect(found).toMatchObject({ plan: ['2026-03-05', '2026-03-09'], publication: ['2026-03-09', '2026-03-09'], ownerNotice: ['2026-04-14', '2026-04-14'], summary: ['2026-03-23', '2026-03-23'] });
    expect(found).not.toHaveProperty('report');
  });
  it('notified: notice 3, objection 10, plan 10 from the service of the notice', () => {
    expect(dates(walks.notified)).toMatchObject({ investigationNotice: ['2026-03-05'], objection: ['2026-03-16'], plan: ['2026-03-16'] });
  });
  it('motor vehicles, notified: objection 15, plan 5 from the confirmation', () => {
    expect(dates(walks.notifiedVehicle)).toMatchObject({ objection: ['2026-03-23'], plan: ['2026-03-09'] });
  });
  it('ordered: plan 10 from the service of the order', () => {
    expect(dates(walks.ordered)).toMatchObject({ plan: ['2026-03-16'] });
  });
  it('the days of 2026 on which the law was tried: 10 working days from 6 February are over on 27 February', () => {
    expect(dates(walks.notified, '2026-02-06')).toMatchObject({ objection: ['2026-02-27'] });
  });
  it('forwarding to another province: 2', () => {
    expect(dates(walks.forwarded)).toMatchObject({ forwarding: ['2026-03-04'] });
  });
});

describe('what time does', () => {
  it('an objection in the last second is in time, and one second later it is waived', () => {
    const before = upTo(walks.notified, 'response');
    const inTime = walk(before).until('2026-03-16T15:59:59.999Z');
    walker.act(inTime, ['response', 'object', { objectionReasons: '理由' }]);
    expect(inTime.openNodes()).toEqual(['expertArgument']);
    const late = walk(before).until('2026-03-16T16:00:00.000Z');
    expect(late.openNodes()).toEqual(['proposal']);
    // A right that was not used is no breach of a duty.
    expect(late.bodies('clock.breached').map((b) => b.clock)).not.toContain('objection');
  });
  it('an objection stops nothing but itself: the plan is not due while the objection is examined', () => {
    const d = walk(upTo(walks.determined, 'expertArgument')).until('2026-03-30T02:00:00.000Z');
    expect(d.openNodes()).toEqual(['expertArgument']);
    expect(Object.values(d.state.clocks).map((c) => c.clock)).toEqual(['determination']);
    expect(d.bodies('clock.breached')).toEqual([]);
  });
  it('a plan that does not come is a breach, told to the producer and the section head, and the officer decides', () => {
    const d = walk(upTo(walks.corrected, 'planDefault'));
    expect(d.bodies('clock.breached').map((b) => b.clock)).toEqual(['plan']);
    expect(d.openNodes()).toEqual(['planDefault']);
    const told = project(productRecall, null, d.events).notices.filter((n) => n.subject.en.startsWith('Overdue'));
    expect(told.map((n) => n.pool)).toEqual(['uscc:91440605MA4W2Q7H9C', 'section-head@gd-amr']);
  });
  it('a report more than two working days after discovery is late, and the case goes on', () => {
    const d = drive(productRecall, '2026-03-04T02:00:00.000Z').start(onDay(walks.voluntary.start, '2026-03-02'), actor('chenguang'));
    expect(d.bodies('clock.stopped')).toEqual([expect.objectContaining({ clock: 'report', reason: 'late' })]);
    expect(d.openNodes()).toEqual(['acceptance']);
  });
  it('nobody gains time by a day that has not come', () => {
    const start = { type: 'start', caseId: 'c', hash: 'h', agency: 'gd-amr', region: '440000', data: { ...onDay(walks.voluntary.start, '2026-03-02'), defectFoundOn: '2026-03-03' } } as const;
    expect(drive(productRecall, '2026-03-02T15:59:59.999Z').refused(start, actor('chenguang')).fields).toEqual([{ field: 'defectFoundOn', code: 'too-large', params: { max: '2026-03-02' } }]);
    // 00:00 of 3 March in China
    drive(productRecall, '2026-03-02T16:00:00.000Z').act(start, actor('chenguang'));
    const counted = new Set(productRecall.clocks.flatMap((c) => (c.startsFrom === undefined ? [] : [c.startsFrom])));
    const free = [...counted].filter((f) => !productRecall.fields[f]?.past);
    // These two are set by the process itself, and the day on which a recall begins may be planned.
    expect(free).toEqual(['planFrom', 'phaseFrom']);
  });
  it('a lead that an officer enters makes nobody late', () => {
    const d = drive(productRecall, '2026-03-20T02:00:00.000Z').start(onDay(walks.notified.start, '2026-03-02'), actor('lin'));
    expect(d.bodies('clock.started').map((b) => b.clock)).toEqual(['acceptance']);
  });
});

describe('who may', () => {
  it('the producer and an officer of the agency start a recall; another enterprise does not', () => {
    const d = drive(productRecall);
    const start = { type: 'start', caseId: 'c', hash: 'h', agency: 'gd-amr', region: '440000', data: onDay(walks.voluntary.start, '2026-03-02') } as const;
    expect(d.refused(start, actor('haichuan')).code).toBe('forbidden.start');
    expect(d.refused(start, actor('citizen')).code).toBe('forbidden.start');
  });
  it('the officer who drafted the notice may not organise the argument about it', () => {
    const d = walk(upTo(walks.determined, 'expertArgument'));
    const task = { type: 'claim', task: d.task('expertArgument') } as const;
    expect(d.refused(task, actor('lin'))).toMatchObject({ code: 'forbidden.separation', params: { step: 'noticeDraft' } });
    d.act(task, actor('zhou'));
  });
});
