/** Every road and every outcome of a report through decide and evolve, and what its limits are. */
import { describe, expect, it } from 'vitest';
import { checkDefinition } from '../../domain/model/check.ts';
import { describeWalks, pureWalker } from '../../test/support/walk-purely.ts';
import { person } from '../../test/engine/driver.ts';
import { upTo } from '../walk.ts';
import { report } from './definition.ts';
import { reportWalks } from './walks.ts';

const walker = pureWalker(report, reportWalks);
const { walks } = reportWalks;
const { walk, actor } = walker;

it('passes every check of registration', () => expect(checkDefinition(report)).toEqual([]));
describeWalks(report, reportWalks, walker);

const dueOf = (day: string, steps = upTo(walks.filed, 'checking')) => Object.values(walk(steps, day).state.clocks).find((c) => c.clock === 'check');

describe('核查: fifteen working days (程序规定 §18)', () => {
  it.each([
    ['2026-03-02', '2026-03-23', 'ordinary weeks'],
    ['2026-02-06', '2026-03-05', 'Spring Festival: 14 and 28 February are worked, 15 to 23 are not'],
    ['2026-09-24', '2026-10-22', 'Mid-Autumn and National Day: 10 October is worked'],
    ['2026-04-30', '2026-05-25', 'Labour Day: 9 May is worked'],
  ])('found on %s: until %s (%s)', (day, due) => expect(dueOf(day)).toMatchObject({ dueDay: due, rule: { basis: { article: '§18' } } }));

  it('in the last second the head decides in time; one second later it is a breach, told one level up', () => {
    const before = upTo(walks.filed, 'decision');
    const inTime = walk(before, '2026-03-02').until('2026-03-23T15:59:59.999Z');
    walker.act(inTime, ['decision', 'filed', { decisionOpinion: '同意。' }]);
    expect(inTime.bodies('clock.stopped').filter((b) => b.clock === 'check')).toMatchObject([{ reason: 'met' }]);
    const late = walk(before, '2026-03-02').until('2026-03-23T16:00:00.000Z');
    expect(late.bodies('clock.breached').map((b) => b.clock)).toContain('check');
  });
  it('fifteen more working days, once, with the approval of the head', () => {
    const d = walk(upTo(walks.filed, 'checking'), '2026-03-02');
    const clockNo = dueOf('2026-03-02')?.id ?? 0;
    d.act({ type: 'extend', clockNo, reason: '案情复杂，需要异地核查' }, actor('he'));
    expect(d.state.clocks[clockNo]).toMatchObject({ dueDay: '2026-04-14' });
    expect(d.refused({ type: 'extend', clockNo, reason: '再延' }, actor('he')).code).toBe('clock.not-extendable');
  });
  it('tests and identification do not count', () => {
    const d = walk(upTo(walks.byCitizen, 'checkTesting'), '2026-03-02');
    d.until('2026-03-12T02:00:00.000Z');
    walker.act(d, ['checkTesting', 'known', { testResult: '不合格。' }]);
    // Ten days, eight of them working days, stood still.
    expect(Object.values(d.state.clocks).find((c) => c.clock === 'check')).toMatchObject({ dueDay: '2026-04-02' });
  });
  it('a report with new facts that is merged into it lets the limit count anew from the last report (令第121号 §35②)', () => {
    const d = walk(upTo(walks.filed, 'checking'), '2026-03-02').until('2026-03-16T02:00:00.000Z');
    const other = { caseId: '00000000-0000-4000-8000-0000000000bb', process: 'report', number: '粤市监举〔2026〕9号', title: '线索' };
    d.act({ type: 'absorb', from: other, agency: 'gd-amr', receivedAt: '2026-03-16T01:00:00.000Z', reason: '补充新的事实', by: { id: 'huang', name: '黄志强' } }, { kind: 'system', id: 'case:other' });
    expect(Object.values(d.state.clocks).filter((c) => c.clock === 'check')).toMatchObject([{ dueDay: '2026-04-07', startedAt: '2026-03-16T01:00:00.000Z' }]);
  });
});

describe('告知举报人', () => {
  const due = (received: string) => walk(upTo(walks.byCitizen, 'resultDraft'), received).bodies('clock.started').find((b) => b.clock === 'tellReporter');
  it('received before 15 April 2026 the old five working days stand in law; after it they are this agency’s own', () => {
    expect(due('2026-04-14')).toMatchObject({ rule: { basis: { article: '§31', confidence: 'V2' } }, dueDay: '2026-04-21' });
    expect(due('2026-04-15')).toMatchObject({ rule: { basis: { internal: true } }, dueDay: '2026-04-22' });
  });
  it('before that day whoever gave a name was told whether a case was filed; who gave none was not', () => {
    const received = '2026-04-01';
    expect(walk({ ...walks.filed, start: { ...walks.filed.start, reporterName: '陈伟' } }, received).openNodes()).toEqual(['resultDraft']);
    expect(walk(walks.filed, received).state).toMatchObject({ status: 'closed', outcome: 'filed' });
  });
});

describe('who has no power (令第121号 §§34, 41)', () => {
  const told = (way: Parameters<typeof walk>[0]) => walk(way, '2026-05-11').bodies('job.requested').filter((b) => b.service === 'notify').map((b) => [b.node, b.input['to'], b.input['bodyZh']]);
  it('the reporter is told, and where to go; who gave no name cannot be', () => {
    expect(told(walks.notCompetent)).toEqual([['notifyReporter', 'officer@gd-amr', '请向劳动保障监察机构反映。']]);
    expect(told({ ...walks.notCompetent, start: { ...walks.notCompetent.start, reporterAccount: 'citizen' }, opened: true })).toMatchObject([['notifyReporter', 'person:citizen', expect.anything()]]);
    expect(told(walks.notCompetentAnonymous)).toEqual([]);
  });
  it('what was distributed here goes back to who distributed it, and not on to another agency', () => {
    for (const way of [walks.noPower, walks.passedOn]) {
      const d = walk(way, '2026-05-11');
      expect(d.bodies('opening.requested')).toEqual([]);
      expect(d.bodies('document.drafted').map((b) => b.template)).toEqual(['registration']);
    }
    expect(told(walks.noPower)).toEqual([['tellSender', 'officer@gd-amr', '（）违法行为发生地在中山市。']]);
    expect(told(walks.reportedBack)).toEqual([['tellSender', 'officer@gd-amr', '（）不予立案：违法行为轻微并及时改正，没有造成危害后果。']]);
  });
});

describe('不得再自行移送 (程序规定 §14, 令第121号 §41)', () => {
  const { others: _, ...moved } = walks.movedTwice;
  it.each([['transferred', ['referral']], ['inspection', ['moveApproval']]] as const)('a lead that is %s goes to %s', (sourceKind, open) =>
    expect(walk({ ...moved, start: { ...moved.start, sourceKind }, acts: moved.acts.slice(0, 2), outcome: null }).openNodes()).toEqual(open));
  it('what was distributed here goes back to who distributed it, with the reasons', () => {
    const d = walk(walks.elsewhereDistributed);
    expect([d.state.outcome, d.bodies('opening.requested'), d.bodies('job.requested').flatMap((b) => (b.service === 'notify' ? [b.input['bodyZh']] : []))]).toEqual(['noPower', [], ['（）主要违法行为发生在该地。']]);
  });
  it('whoever gets it knows from whom, and who reported it; the superior is told why', () => {
    const told = (way: Parameters<typeof walk>[0]) => walk(way).bodies('opening.requested').map((b) => [b.process, b.agency, b.data['sourceKind'], b.data['disputeWith'], b.data['reporterName'] ?? b.data['disputeReasons'] ?? null]);
    expect(told(walks.moved)).toEqual([['report', 'fs-amr', 'transferred', '广东省市场监督管理局', '陈伟']]);
    expect(told(walks.movedTwice)).toEqual([
      ['jurisdiction-appointment', 'gd-amr', undefined, '移送机关', '主要违法行为发生在该地。'], ['jurisdiction-appointment', 'gd-amr', undefined, '移送机关', '主要违法行为发生在该地。'], ['report', 'fs-amr', 'transferred', '广州市市场监督管理局', null],
    ]);
  });
  it('the time to check is met when it is moved, and runs on while the superior decides', () => {
    const clock = (way: Parameters<typeof walk>[0]) => walk(way).bodies('clock.stopped').filter((b) => b.clock === 'check').map((b) => b.reason);
    expect(clock(walks.moved)).toEqual(['met']);
    const { state, openNodes } = walk({ ...moved, acts: moved.acts.slice(0, 3), outcome: null });
    expect([openNodes(), Object.values(state.clocks).map((c) => [c.clock, c.pauses.length])]).toEqual([[], [['check', 0]]]);
  });
});

describe('who sees what', () => {
  it('the subject of a report learns nothing of it', () => {
    const d = walk(upTo(walks.byCitizen, 'decision'));
    expect(d.state.parties.map((p) => p.party)).toEqual(['reporter', 'subject']);
    expect(d.state.visibleTo).not.toContain('uscc:91440605MA4W2Q7H9C');
  });
  it('who checked does not decide (职责分离)', () => {
    const d = walk(upTo(walks.filed, 'decision'));
    expect(d.refused({ type: 'claim', task: d.task('decision') }, person('lin', 'officer@gd-amr', 'agency-head@gd-amr'))).toMatchObject({ code: 'forbidden.separation', params: { step: 'checking' } });
  });
});
