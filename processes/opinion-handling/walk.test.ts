/** Every way through this side of the matter, and what its limits are. */
import { describe, expect, it } from 'vitest';
import { describeWalks, dueOf, pureWalker } from '../../test/support/walk-purely.ts';
import { upTo } from '../walk.ts';
import { opinionHandling } from './definition.ts';
import { handling } from './walks.ts';

const { walks } = handling;
const walker = pureWalker(opinionHandling, handling);

describeWalks(opinionHandling, handling, walker);

describe('the limits', () => {
  it('the limit to answer is the opinion’s own where it names a day; where it does not, one that an administrator may change', () => {
    const basis = (way: typeof walks.opened | typeof walks.undated) => walker.walk(upTo(way, 'registration')).bodies('clock.started').find((b) => b.clock === 'reply')?.rule.basis.internal;
    expect([basis(walks.opened), basis(walks.undated)]).toEqual([undefined, true]);
  });
  it('time in which something is tested or identified does not count (程序规定 §18); the day that the opinion names does not move', () => {
    const d = walker.walk(upTo(walks.tested, 'testing'), '2026-03-02');
    const [verification, reply] = ['verification', 'reply'].map((clock) => dueOf(d, clock));
    expect(verification).toBe('2026-03-23T16:00:00.000Z');
    d.until('2026-03-09T02:00:00.000Z');
    walker.act(d, ['testing', 'known', { testResult: '不合格。' }]);
    expect(d.bodies('clock.paused').map((b) => b.pause.reason)).toEqual(['检测、检验、检疫、鉴定']);
    expect(Date.parse(dueOf(d, 'verification'))).toBeGreaterThan(Date.parse(verification ?? ''));
    expect(dueOf(d, 'reply')).toBe(reply);
  });
  it('asked further, the answer is due on the day that is named then; nothing runs while the procuratorate examines', () => {
    const waiting = walker.walk(upTo(walks.supplemented, 'followUp'), '2026-03-02');
    expect(Object.values(waiting.state.clocks)).toEqual([]);
    const asked = walker.walk(upTo(walks.supplemented, 'replyDraft', 1), '2026-03-02');
    expect([asked.state.data['replyDueOn'], dueOf(asked, 'reply')]).toEqual(['2026-04-01', '2026-04-01T16:00:00.000Z']);
    asked.until('2026-04-01T16:00:00.000Z');
    expect(asked.bodies('clock.breached').map((b) => b.clock)).toEqual(['reply']);
  });
  it('the further answer says to what it answers; verified again the case is opened once', () => {
    const d = walker.walk(walks.supplemented);
    expect(d.bodies('document.drafted').map((b) => [b.values['first'], b.values['asked'], b.values['result']])).toEqual([
      [true, null, '不予行政处罚'], [false, '请说明时效的计算，并在处理决定生效后回复处理结果。', '已立案查处'], [false, '请说明时效的计算，并在处理决定生效后回复处理结果。', '已作出行政处罚'],
    ]);
    expect(d.bodies('opening.requested').map((b) => b.process)).toEqual(['enforcement']);
  });
  it('the head may extend the verification once, by fifteen working days', () => {
    const d = walker.walk(upTo(walks.opened, 'verification'), '2026-03-02');
    const clock = Object.values(d.state.clocks).find((c) => c.clock === 'verification');
    d.act({ type: 'extend', clockNo: clock?.id as number, reason: '案情复杂' }, walker.actor('feng'));
    expect(dueOf(d, 'verification')).toBe('2026-04-14T16:00:00.000Z');
  });
});
