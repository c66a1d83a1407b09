/** Every outcome of an application through decide and evolve, by the people of the demonstration. */
import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../domain/calendar/civil-day.ts';
import { describeWalks } from '../../../test/support/walk-purely.ts';
import { upTo } from '../../walk.ts';
import { awardApplication } from './definition.ts';
import { walker } from './walk.test-support.ts';
import { application } from './walks.ts';

const { walks } = application;
const { walk, act, actor, dueDays } = walker;

describeWalks(awardApplication, application, walker);

describe('the dates of the clocks, all of them internal', () => {
  it('internal limits count working days, and the notice of the prefecture five of them', () => {
    expect(dueDays(walks.nominated)).toMatchObject({ recommendation: ['2026-03-30'], formalReview: ['2026-03-24'], departments: ['2026-03-24'], acceptance: ['2026-03-17'], siteVisit: ['2026-04-22'], vote: ['2026-03-24'] });
    expect(walk(upTo(walks.nominated, 'recommendation')).state.data['noticeLastDay']).toBe('2026-03-09');
  });
  it.each([
    // The day of publication is not counted; Saturday 14 and 28 February are worked, 15 to 23 February is Spring Festival.
    ['2026-02-11', '2026-02-25'], ['2026-02-13', '2026-02-27'], ['2026-02-24', '2026-03-02'],
    // 25 to 27 September is Mid-Autumn, 1 to 7 October National Day; Sunday 20 September and Saturday 10 October are worked.
    ['2026-09-18', '2026-09-24'], ['2026-09-24', '2026-10-09'], ['2026-09-29', '2026-10-12'],
  ])('a notice opened on %s is open to the end of %s, and over one moment later', (today, lastDay) => {
    const before = { ...walks.nominated, acts: walks.nominated.acts.slice(0, 1) };
    const d = walk(before, today);
    expect(d.state.data['noticeLastDay']).toBe(lastDay);
    const end = Date.parse(`${lastDay}T16:00:00.000Z`);
    d.until(instantOf(end - 1));
    act(d, ['notice', 'checked']);
    expect(d.openNodes()).toEqual(['notice']);
    d.until(instantOf(end));
    walker.runJobs(d);
    expect(d.openNodes()).toEqual(['recommendation']);
  });
  const boundaries = [
    ['supplement', 'supplement', '2026-02-13', '2026-03-05', walks.awarded], ['supplement', 'supplement', '2026-09-28', '2026-10-16', walks.awarded],
    ['recommendation', 'recommendationReview', '2026-02-06', '2026-03-12', walks.returned], ['recommendation', 'recommendationReview', '2026-09-24', '2026-10-29', walks.returned],
  ] as const;
  it.each(boundaries)('%s at %s: begun on %s it is due on %s; the last moment is in time, the next is not', (clock, step, today, dueDay, way) => {
    const d = walk(upTo(way, step), today);
    const running = Object.values(d.state.clocks).find((c) => c.clock === clock);
    expect(running?.dueDay).toBe(dueDay);
    d.until(`${dueDay}T15:59:59.999Z`);
    expect(d.openNodes()).toEqual([step]);
    expect(d.bodies('clock.breached')).toEqual([]);
    d.until(`${dueDay}T16:00:00.000Z`);
    // A right lapses, a duty is missed.
    expect(clock === 'supplement' ? d.openNodes() : d.bodies('clock.breached').map((b) => b.clock)).toEqual(['supplement' === clock ? 'recommendationReview' : clock]);
  });
  it.each([
    ['formalReview', 'formalReview', '2026-02-02', 10], ['departments', 'departmentCheck', '2026-09-21', 10], ['acceptance', 'eligibility', '2026-09-21', 5], ['siteVisit', 'defence', '2026-09-14', 30], ['vote', 'vote', '2026-02-02', 10],
  ])('%s: missed one moment after its last, and not before', (clock, step, today, days) => {
    const d = walk(upTo(walks.nominated, step), today);
    const running = Object.values(d.state.clocks).find((c) => c.clock === clock);
    expect(running?.rule).toMatchObject({ budget: { amount: days, unit: 'working-day' }, basis: { internal: true } });
    const due = Date.parse(running?.dueAt ?? '');
    d.until(instantOf(due - 1));
    expect(d.bodies('clock.breached').filter((b) => b.clock === clock)).toEqual([]);
    d.until(instantOf(due));
    expect([...d.bodies('clock.breached').map((b) => b.clock), ...d.bodies('clock.stopped').map((b) => b.clock)]).toContain(clock);
  });
  it('what the applicant takes to supplement does not count for the officer', () => {
    const d = walk(upTo(walks.awarded, 'supplement'));
    expect(Object.values(d.state.clocks).find((c) => c.clock === 'recommendation')?.paused).toBe(true);
  });
});

describe('what the rules forbid', () => {
  it('nobody accepts an applicant who was awarded within four years, whatever the secretariat finds', () => {
    const d = walk(upTo(walks.awardedBefore, 'acceptance'));
    expect(d.state.data).toMatchObject({ awardedRecently: true });
    act(d, ['acceptance', 'accepted']);
    expect(d.openNodes()).toEqual(['eligibility']);
  });
  it('an award of more than four years ago is no hindrance', () => {
    expect(walk(upTo(walks.awardedBefore, 'acceptance'), '2028-07-03').state.data).toMatchObject({ awardedRecently: false });
  });
  it('a return names its reasons in writing', () => {
    const d = walk(upTo(walks.returned, 'formalReview'));
    const refused = d.refused({ type: 'complete', task: d.task('formalReview'), outcome: 'returned', data: { formalOpinion: '退回' } }, actor('tan'));
    expect(refused).toMatchObject({ code: 'form.invalid', fields: [{ field: 'returnReasons', code: 'required' }] });
  });
  it('a notice of fewer than five working days is refused', () => {
    const d = walk(upTo(walks.nominated, 'recommendationReview'));
    const refused = d.refused({ type: 'complete', task: d.task('recommendationReview'), outcome: 'recommended', data: { recommendationOpinion: '推荐', noticeDays: 4 } }, actor('pan'));
    expect(refused.fields).toEqual([{ field: 'noticeDays', code: 'too-small', params: { min: 5 } }]);
  });
  it('who reviewed the form does not decide on eligibility, and a recused member of the committee has no vote', () => {
    const d = walk(upTo(walks.nominated, 'eligibility'));
    expect(d.refused({ type: 'claim', task: d.task('eligibility') }, actor('tan')).code).toBe('forbidden.separation');
    const v = walk(upTo(walks.nominated, 'vote'));
    v.act({ type: 'recuse', reason: '曾任申报单位独立董事', person: null }, actor('duruo'));
    const seat = Object.values(v.state.tasks).find((t) => t.pool === 'committee-member@gd-amr');
    expect(v.refused({ type: 'complete', task: seat?.id ?? 0, outcome: 'agree', data: {} }, actor('duruo')).code).toBe('forbidden.recused');
  });
  it('two thirds of the seats carry the vote, abstentions counted among them', () => {
    const v = walk(upTo(walks.nominated, 'vote'));
    act(v, ['vote', 'agree', {}, 'duruo']);
    act(v, ['vote', 'abstain', {}, 'fu']);
    expect(v.openNodes()).toEqual(['vote']);
    act(v, ['vote', 'abstain', {}, 'gao']);
    expect(v.state.data['voteResult']).toBe('failed');
  });
  it('each department answers once, and the answers stand side by side', () => {
    const d = walk(upTo(walks.ineligible, 'eligibility'));
    expect(String(d.state.data['departmentResults']).split('\n')).toEqual(['省生态环境厅：未发现问题', '省人力资源和社会保障厅：有重大事故或者严重违法失信。2024年发生较大劳动争议群体事件。', '省税务局：有一般记录。2025年有一般申报差错记录，已更正。']);
    expect(d.state.data['seriousFindings']).toBe(1);
  });
});
