/** Every way through this side of the matter. */
import { describe, expect, it } from 'vitest';
import { describeWalks, dueOf, pureWalker } from '../../test/support/walk-purely.ts';
import { upTo } from '../walk.ts';
import { procuratorialOpinion } from './definition.ts';
import { opinion } from './walks.ts';

const { walks } = opinion;
const walker = pureWalker(procuratorialOpinion, opinion);

describeWalks(procuratorialOpinion, opinion, walker);

describe('the review', () => {
  it('time in which another procuratorate is consulted, and in which the review is suspended, does not count', () => {
    const d = walker.walk(upTo(walks.reviewed, 'consultation'), '2026-03-02');
    const before = dueOf(d, 'review');
    expect(before).toBe('2026-03-16T16:00:00.000Z');
    d.until('2026-03-05T02:00:00.000Z');
    for (const act of walks.reviewed.acts.slice(3, 5)) walker.act(d, act);
    // 3, 4 and 5 March stood still; then the suspension of 5 to 9 March.
    d.until('2026-03-09T02:00:00.000Z');
    expect(d.openNodes()).toEqual(['suspended']);
    walker.act(d, ['suspended', 'resumed', { resumedNote: '申诉已被驳回。' }]);
    expect(d.bodies('clock.paused').map((b) => b.pause.reason)).toEqual(['征求异地人民检察院意见', '中止审查']);
    expect(Date.parse(dueOf(d, 'review'))).toBeGreaterThan(Date.parse(before));
    expect(d.bodies('clock.breached')).toEqual([]);
  });
  it('the chief procurator extends it, and says by how much', () => {
    const d = walker.walk(upTo(walks.adopted, 'review'), '2026-03-02');
    const [clock] = Object.values(d.state.clocks);
    const extend = { type: 'extend', clockNo: clock?.id as number, budget: { amount: 5, unit: 'working-day' }, reason: '案情复杂' } as const;
    d.act(extend, walker.actor('xie'));
    expect(dueOf(d, 'review')).toBe('2026-03-23T16:00:00.000Z');
  });
  it('counts from the day of acceptance, and not from when that is entered', () => {
    const d = walker.walk(upTo(walks.adopted, 'acceptance'), '2026-03-02');
    d.until('2026-03-04T02:00:00.000Z');
    walker.act(d, ['acceptance', 'accepted', { acceptedOn: '2026-03-02' }]);
    expect(dueOf(d, 'review')).toBe('2026-03-16T16:00:00.000Z');
  });
  it('whoever screened for the criminal division does not examine for the administrative one', () => {
    const d = walker.walk(upTo(walks.adopted, 'review'));
    expect(d.refused({ type: 'claim', task: d.task('review') }, walker.actor('yan'))).toMatchObject({ code: 'forbidden.separation', params: { step: 'screening' } });
  });
});

describe('a further answer', () => {
  it('is asked for from the same case at the agency, by another day, and awaited until its end; the agency hears what becomes of it', () => {
    const d = walker.walk(upTo(walks.supplemented, 'replyDraft', 1), '2026-03-02');
    expect(d.openNodes()).toEqual([]);
    expect(dueOf(d, 'replyLate')).toBe('2026-05-31T16:00:00.000Z');
    const whole = walker.walk(walks.supplemented);
    expect(whole.bodies('opening.requested').map((b) => b.process)).toEqual(['opinion-handling']);
    expect(whole.bodies('job.requested').filter((b) => b.service === 'message.deliver').map((b) => [b.input['to'], b.input['message']])).toEqual([['00000000-0000-4000-8000-0000000000dd', 'opinionSupplement'], ['00000000-0000-4000-8000-0000000000dd', 'opinionConcluded']]);
  });
});

describe('the answer', () => {
  it('is awaited until the end of the day that the opinion names, be it a holiday', () => {
    const issued = upTo(walks.adopted, 'registration');
    const named = { ...issued, acts: issued.acts.map((a) => (Array.isArray(a) && a[0] === 'decision' ? ['decision', 'issue', { competentAgency: 'gz-amr', replyDueOn: '2026-10-03' }] as const : a)) };
    expect(dueOf(walker.walk(named), 'replyLate')).toBe('2026-10-03T16:00:00.000Z');
  });
});
