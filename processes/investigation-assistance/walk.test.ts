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
  it('more time is granted before it is over, by as many days as the section head names', () => {
    const d = walker.walk({ ...answered, acts: [], outcome: null }, '2026-03-02');
    const clockNo = Object.values(d.state.clocks)[0]?.id ?? 0;
    d.act({ type: 'extend', clockNo, reason: '已告知请求机关', budget: { amount: 10, unit: 'working-day' } }, walker.actor('kuang'));
    expect(d.state.clocks[clockNo]?.dueDay).toBe('2026-04-07');
    d.until('2026-04-07T16:00:00.000Z');
    expect(d.refused({ type: 'extend', clockNo, reason: '再延', budget: { amount: 1, unit: 'working-day' } }, walker.actor('kuang')).code).toBe('clock.not-extendable');
  });
});
