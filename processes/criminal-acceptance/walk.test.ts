/** Every way through this side of the matter. */
import { describe, expect, it } from 'vitest';
import { describeWalks, dueOf, pureWalker } from '../../test/support/walk-purely.ts';
import { upTo } from '../walk.ts';
import { criminalAcceptance } from './definition.ts';
import { acceptance } from './walks.ts';

const { walks } = acceptance;
const walker = pureWalker(criminalAcceptance, acceptance);

describeWalks(criminalAcceptance, acceptance, walker);

describe('what the law asks of the police', () => {
  it.each([['2026-03-02', '2026-03-05T16:00:00.000Z'], ['2026-09-29', '2026-10-08T16:00:00.000Z'], ['2026-02-12', '2026-02-24T16:00:00.000Z']])('the regulator has three days to supplement, from %s until %s; after that the police decide on what they have', (from, due) => {
    const waiting = upTo(walks.supplemented, 'examination');
    const asked = () => walker.walk({ ...waiting, acts: waiting.acts.slice(0, -1) }, from);
    expect(dueOf(asked(), 'supplementOver')).toBe(due);
    const inTime = asked().until(new Date(Date.parse(due) - 1).toISOString());
    expect(inTime.openNodes()).toEqual(['awaitSupplement']);
    walker.act(inTime, { told: 'supplementGiven', data: { supplementText: '鉴定意见。' } });
    expect(inTime.state.data['supplementText']).toBe('鉴定意见。');
    const late = asked().until(due);
    expect(late.openNodes()).toEqual(['examination']);
    // What comes later goes into the file and moves nothing; the officers are told.
    walker.act(late, { told: 'supplementGiven', data: { supplementText: '鉴定意见。' } });
    expect([late.openNodes(), late.state.data['supplementText'], late.bodies('job.requested').at(-1)?.service]).toEqual([['examination'], '鉴定意见。', 'notify']);
  });
  it('a supplement that was asked for stops no clock and holds up no decision', () => {
    const d = walker.walk(upTo(walks.withoutSupplement, 'awaitSupplement'));
    expect(Object.values(d.state.clocks).map((c) => [c.clock, c.dueDay, c.paused])).toEqual([['filingDecision', '2026-03-05', false], ['filingEscalation', '2026-03-12', false]]);
    for (const act of walks.withoutSupplement.acts.slice(2, 4)) walker.act(d, act);
    expect(d.openNodes()).toEqual(['decision']);
  });
  it('three days are the limit of the law; their breach stands in the record, and the superior is called only by the limit that the office sets', () => {
    const d = walker.walk(upTo(walks.filed, 'examination')).until('2026-03-06T02:00:00.000Z');
    expect(d.bodies('clock.breached').map((b) => b.clock)).toEqual(['filingDecision']);
    const [law, own] = ['filingDecision', 'filingEscalation'].map((id) => criminalAcceptance.clocks.find((c) => c.id === id));
    expect([law?.breach, law?.rules[0]?.basis.internal, own?.breach, own?.rules[0]?.basis.internal]).toEqual(['record', undefined, 'escalate', true]);
  });
  it('the three days run from the day of acceptance (§8), and not from when the receipt is entered', () => {
    const d = walker.walk(upTo(walks.filed, 'receipt'), '2026-03-02').until('2026-03-03T02:00:00.000Z');
    walker.act(d, ['receipt', 'received', { receivedByPoliceOn: '2026-03-02' }]);
    expect(Object.values(d.state.clocks).find((c) => c.clock === 'filingDecision')?.dueDay).toBe('2026-03-05');
  });
  it('incomplete materials are no ground to refuse the case', () => {
    const receipt = criminalAcceptance.nodes.find((n) => n.id === 'receipt');
    expect(receipt?.type === 'userTask' ? receipt.outcomes.map((o) => o.id) : []).toEqual(['received', 'elsewhere', 'notForPolice']);
    expect(walker.walk(upTo(walks.supplemented, 'examination')).openNodes()).toEqual(['examination']);
  });
  it('neither who examined nor who decided reconsiders', () => {
    const d = walker.walk(upTo(walks.ordered, 'reconsideration'));
    const claim = { type: 'claim', task: d.task('reconsideration') } as const;
    const as = (id: string) => ({ kind: 'person', id, name: id, pools: ['section-head@gz-police'] }) as const;
    for (const [id, step] of [['lei', 'examination'], ['tong', 'decision']] as const) expect(d.refused(claim, as(id))).toMatchObject({ code: 'forbidden.separation', params: { step } });
  });
});
