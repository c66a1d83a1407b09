import { describe, expect, it } from 'vitest';
import { checkDefinition } from '../../domain/model/check.ts';
import { describeWalks, pureWalker } from '../../test/support/walk-purely.ts';
import { upTo } from '../walk.ts';
import { investigationAssistance } from './definition.ts';
import { assistanceWalks } from './walks.ts';

const walker = pureWalker(investigationAssistance, assistanceWalks);
const { answered } = assistanceWalks.walks;

it('passes every check of registration', () => expect(checkDefinition(investigationAssistance)).toEqual([]));
describeWalks(investigationAssistance, assistanceWalks, walker);

describe('协助调查: fifteen working days from the letter (程序规定 §45)', () => {
  it.each([['2026-03-02', '2026-03-23', 'ordinary weeks'], ['2026-02-06', '2026-03-05', 'Spring Festival'], ['2026-09-24', '2026-10-22', 'National Day']])('%s: until %s (%s)', (day, due) => {
    expect(walker.dueDays({ ...answered, acts: [] }, day)).toEqual({ assistance: [due] });
  });
  it('in the last second it is in time, one second later it is a breach', () => {
    const before = upTo(answered, 'approve', 1);
    const inTime = walker.walk(before, '2026-03-02').until('2026-03-23T15:59:59.999Z');
    walker.act(inTime, ['approve', 'approved']);
    expect(inTime.bodies('clock.stopped').filter((b) => b.clock === 'assistance')).toMatchObject([{ reason: 'met' }]);
    expect(walker.walk(before, '2026-03-02').until('2026-03-23T16:00:00.000Z').bodies('clock.breached').map((b) => b.clock)).toContain('assistance');
  });
  it('more time is taken before it is over, by as many days as the section head agrees to, and who asked is told', () => {
    const { delayed } = assistanceWalks.walks;
    const d = walker.walk(upTo(delayed, 'investigate', 2), '2026-03-02');
    const clockNo = Object.values(d.state.clocks)[0]?.id ?? 0;
    // 23 March and ten days: 2 April.
    expect(d.state.clocks[clockNo]).toMatchObject({ dueDay: '2026-04-02', extensions: [{ reason: '本地台账不全，须向外地经销商调取' }] });
    expect(d.bodies('job.requested').filter((b) => b.service === 'notify').map((b) => [b.node, b.input['to']])).toEqual([['tellDelay', 'officer@gd-amr']]);
    expect(d.bodies('document.drafted').map((b) => [b.template, b.to.map((t) => t.pool)])).toEqual([['delay', ['officer@gd-amr']]]);
    const again = { type: 'complete', task: d.task('investigate'), outcome: 'delay', data: { delayReasons: '再延', delayDays: 1 } } as const;
    expect(d.refused(again, walker.actor('pan')).code).toBe('clock.not-extendable');
    expect(d.refused({ type: 'extend', clockNo, reason: '不告知', budget: { amount: 1, unit: 'working-day' } }, walker.actor('kuang')).code).toBe('clock.not-extendable');
  });
  it('the day after it is over nobody can take more', () => {
    const late = walker.walk({ ...answered, acts: [], outcome: null }, '2026-03-02').until('2026-03-23T16:00:00.000Z');
    expect(late.refused({ type: 'complete', task: late.task('investigate'), outcome: 'delay', data: { delayReasons: '迟延', delayDays: 5 } }, walker.actor('pan')).code).toBe('clock.over');
  });
});
