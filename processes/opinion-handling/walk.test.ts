/** Every way through this side of the matter, and the boundaries of its clocks. */
import { describe, expect, it } from 'vitest';
import { describeBoundaries } from '../../test/support/boundaries.ts';
import { describeWalks, dueOf, pureWalker } from '../../test/support/walk-purely.ts';
import { upTo } from '../walk.ts';
import { opinionHandling } from './definition.ts';
import { handling } from './walks.ts';

const { walks } = handling;
const walker = pureWalker(opinionHandling, handling);

describeWalks(opinionHandling, handling, walker);

const named = (replyDueOn: string) => ({ ...walks.opened, start: { ...walks.opened.start, replyDueOn } });

describe('the clocks at their boundaries', () => {
  const [registered, file, agreed] = walks.opened.acts;
  const rest = walks.opened.acts;
  describeBoundaries(opinionHandling, walker, [
    { clock: 'registration', way: upTo(walks.opened, 'registration'), ends: [registered], on: { '2026-03-02': '2026-03-04' } },
    { clock: 'verification', way: upTo(walks.opened, 'registration'), ends: [registered, file, agreed], on: { '2026-09-24': '2026-10-22', '2026-03-02': '2026-03-23' } },
    // 60 days after 3 August 2026 is 2 October, a holiday: the day that a document names does not move.
    { clock: 'reply', way: upTo(walks.opened, 'registration'), ends: rest, on: { '2026-08-03': '2026-10-02', '2026-03-02': '2026-05-01' } },
    { clock: 'reply', way: upTo(named('2026-02-17'), 'registration'), ends: rest, on: { '2026-01-05': '2026-02-17' } },
    // None is named: two months, which the office sets, with roll-over.
    { clock: 'reply', way: upTo(walks.undated, 'registration'), ends: rest, on: { '2026-03-02': '2026-05-06', '2026-12-31': '2027-03-01' } },
  ]);
  it('the limit to answer is the opinion’s own where it names a day; where it does not, one that an administrator may change', () => {
    const basis = (way: typeof walks.opened | typeof walks.undated) => walker.walk(upTo(way, 'registration')).bodies('clock.started').find((b) => b.clock === 'reply')?.rule.basis.internal;
    expect([basis(walks.opened), basis(walks.undated)]).toEqual([undefined, true]);
  });
  it('the head may extend the verification once, by fifteen working days', () => {
    const d = walker.walk(upTo(walks.opened, 'verification'), '2026-03-02');
    const clock = Object.values(d.state.clocks).find((c) => c.clock === 'verification');
    d.act({ type: 'extend', clockNo: clock?.id as number, reason: '案情复杂' }, walker.actor('feng'));
    expect(dueOf(d, 'verification')).toBe('2026-04-14T16:00:00.000Z');
  });
});
