/** Every way of a project through decide and evolve, by the people of the demonstration, with the ledger of the fund behind it. */
import { describe, expect, it } from 'vitest';
import { checkDefinition } from '../../domain/model/check.ts';
import { fillIn } from '../../domain/documents/fill.ts';
import { configurableLimits } from '../../domain/model/limits.ts';
import { onDay, upTo, type Walk } from '../walk.ts';
import { drive } from '../../test/engine/driver.ts';
import { describeWalks } from '../../test/support/walk-purely.ts';
import { qualityFund } from './definition.ts';
import { walker } from './walk.test-support.ts';
import { fund } from './walks.ts';

const { walks } = fund;

it('is sound', () => {
  expect(checkDefinition(qualityFund)).toEqual([]);
});

describeWalks(qualityFund, fund, walker);

/** Each begins on the day of filing. */
const begun = {
  formalReview: upTo(walks.completed, 'formalReview'), supplement: upTo(walks.everythingTwice, 'supplement'), financeCheck: upTo(walks.completed, 'financeCheck'), expertReview: upTo(walks.completed, 'draw'), siteCheck: upTo(walks.completed, 'siteCheck'),
  deliberation: upTo(walks.completed, 'proposal'), waitingList: upTo(walks.withdrawnWaiting, 'waitingList'), publicNotice: upTo(walks.completed, 'closeNotice'),
} as const satisfies Record<string, Walk>;

describe('the limits, each an internal one, on the days of 2026 that are hard to count', () => {
  const cases: readonly (readonly [clock: keyof typeof begun, from: string, due: string])[] = [
    // Spring Festival 15–23 February; Saturday 14 and Saturday 28 February are worked.
    ['formalReview', '2026-02-06', '2026-02-27'], ['supplement', '2026-02-13', '2026-02-27'], ['financeCheck', '2026-02-13', '2026-03-05'], ['expertReview', '2026-02-13', '2026-04-02'], ['siteCheck', '2026-02-13', '2026-03-19'], ['deliberation', '2026-02-11', '2026-03-10'],
    ['publicNotice', '2026-02-06', '2026-02-13'], ['publicNotice', '2026-02-13', '2026-02-27'],
    // Qingming and Labour Day; Saturday 9 May is worked.
    ['publicNotice', '2026-04-30', '2026-05-11'], ['supplement', '2026-04-30', '2026-05-11'], ['formalReview', '2026-04-30', '2026-05-18'],
    // Mid-Autumn 25–27 September and National Day 1–7 October; Sunday 20 September and Saturday 10 October are worked.
    ['publicNotice', '2026-09-18', '2026-09-24'], ['publicNotice', '2026-09-24', '2026-10-09'], ['publicNotice', '2026-09-30', '2026-10-13'], ['formalReview', '2026-09-24', '2026-10-15'], ['deliberation', '2026-09-24', '2026-10-22'], ['siteCheck', '2026-09-30', '2026-11-03'],
    ['expertReview', '2026-09-30', '2026-11-17'], ['supplement', '2026-09-30', '2026-10-13'],
    // Twelve months end on the same day of the year after.
    ['waitingList', '2026-03-02', '2027-03-02'],
  ];
  it.each(cases)('%s from %s ends on %s', (clock, from, due) => {
    expect(walker.dueDays(begun[clock], from)[clock]?.at(-1)).toBe(due);
  });

  const inTime = (day: string): string => `${day}T15:59:59.999Z`;
  const tooLate = (day: string): string => `${day}T16:00:00.000Z`;
  it.each(cases.filter(([clock]) => clock !== 'supplement' && clock !== 'publicNotice' && clock !== 'waitingList'))('%s from %s: nothing is missed in the last second of %s, and one moment later it is', (clock, from, due) => {
    const d = walker.walk(begun[clock], from).until(inTime(due));
    expect(d.bodies('clock.breached').map((b) => b.clock)).not.toContain(clock);
    expect(d.until(tooLate(due)).bodies('clock.breached').map((b) => b.clock)).toContain(clock);
  });
  it.each(cases.filter(([clock]) => clock === 'supplement'))('%s from %s: supplemented in the last second of %s it counts, and one moment later the application is proposed for refusal', (clock, from, due) => {
    const d = walker.walk(begun[clock], from).until(inTime(due));
    walker.act(d, ['supplement', 'sent', { projectContent: '建立试验平台。', projectGoals: '失效率降至万分之五。', totalInvestment: 120_000_000, requestedAmount: 30_000_000, otherFunding: '无' }]);
    expect(d.openNodes()).toEqual(['formalReview']);
    const late = walker.walk(begun[clock], from).until(tooLate(due));
    expect(late.openNodes()).toEqual(['refusalReview']);
    // A right that was not used is no breach of a duty.
    expect(late.bodies('clock.breached').map((b) => b.clock)).not.toContain(clock);
  });
  it.each(cases.filter(([clock]) => clock === 'publicNotice'))('%s from %s: nobody is approved before %s is over, and from then on at once', (clock, from, due) => {
    const d = walker.walk(begun[clock], from).until(inTime(due));
    expect(Object.values(d.state.tokens).map((t) => t.node)).toEqual(['noticePeriod']);
    d.until(tooLate(due));
    walker.runJobs(d);
    expect(d.openNodes()).toEqual(['approval']);
  });

  const later = (way: Walk, clock: string, from = '2026-09-16'): readonly string[] => walker.dueDays(way, from)[clock] ?? [];
  it('those that come after the notice, filed on Wednesday 16 September: the notice ends on the 22nd, everything else follows on the 23rd', () => {
    const { completed, contractLapsed, recovered, auditRecovers } = walks;
    expect(later(upTo(completed, 'approval'), 'approval')).toEqual(['2026-10-08']);
    expect(later(contractLapsed, 'contractSigning')).toEqual(['2026-10-21']);
    expect(later(upTo(completed, 'implementation'), 'inspection')).toEqual(['2027-03-23']);
    expect(later(upTo(completed, 'milestoneReview'), 'milestoneReview')).toEqual(['2026-10-14']);
    expect(later(upTo(completed, 'payout'), 'payment')).toEqual(['2026-10-14']);
    // After two more notices: the 8th and the 15th of October (Saturday 10 October is worked).
    expect(later(upTo(walks.everythingTwice, 'changeApproval'), 'changeReview')).toEqual(['2026-10-30']);
    expect(later(upTo(completed, 'midterm'), 'midterm')).toEqual(['2026-10-28']);
    expect(later(upTo(completed, 'acceptance'), 'acceptance')).toEqual(['2026-11-11']);
    expect(later(upTo(completed, 'evaluation'), 'selfEvaluation')).toEqual(['2026-10-28']);
    expect(later(upTo(completed, 'audit'), 'evaluation')).toEqual(['2026-11-11']);
    expect(later(upTo(completed, 'audit'), 'audit')).toEqual(['2026-11-25']);
    expect(later(upTo(recovered, 'stopApproval'), 'stopReview')).toEqual(['2026-10-14']);
    // Five working days from 23 September: 24, 28, 29, 30 September and 8 October; the notice of the recovery was served on the same day.
    expect(later(upTo(recovered, 'recoveryReview'), 'statement')).toEqual(['2026-10-08']);
    expect(later(upTo(recovered, 'recoveryDecision'), 'recoveryDecision')).toEqual(['2026-10-21', '2026-10-21']);
    // 30 days from 23 September are over on Friday 23 October.
    expect(later(upTo(walks.enforced, 'lateRepayment'), 'repayment')).toEqual(['2026-10-23']);
    // What the audit asked for was not put right until 13 October: 30 days from the 14th.
    expect(later(upTo(auditRecovers, 'repayment'), 'repayment')).toEqual(['2026-11-13']);
  });
  it('a repayment of the last moment is in time, one moment later it is overdue and the office decides', () => {
    const before = upTo(walks.recovered, 'repayment');
    const d = walker.walk(before, '2026-09-16');
    const clock = Object.values(d.state.clocks).find((c) => c.clock === 'repayment');
    const due = clock!.dueAt;
    d.until(new Date(Date.parse(due) - 1).toISOString());
    expect(d.openNodes()).toEqual(['repayment']);
    d.until(due);
    walker.runJobs(d);
    expect(d.openNodes()).toEqual(['lateRepayment']);
    expect(d.bodies('clock.breached').map((b) => b.clock)).toContain('repayment');
  });
  it('time does not run against the office while something is put right', () => {
    const d = walker.walk(upTo(walks.everythingTwice, 'siteRectification'), '2026-03-02');
    const paused = Object.values(d.state.clocks).find((c) => c.clock === 'siteCheck');
    expect(paused?.paused).toBeTruthy();
  });
  it('are all for an administrator to change, with the notice among them, and a change holds for the publication itself', () => {
    expect(configurableLimits(qualityFund).map(({ clock }) => clock.id).sort()).toEqual(qualityFund.clocks.map((c) => c.id).sort());
    const d = drive(qualityFund, '2026-03-02T02:00:00.000Z');
    const limits = { publicNotice: { budget: { amount: 7, unit: 'calendar-day' }, version: 1 } } as const;
    d.act({ type: 'start', caseId: '00000000-0000-4000-8000-000000000001', hash: 'h', agency: 'gd-amr', region: '440000', data: onDay(walks.completed.start, '2026-03-02'), limits }, walker.actor('chenguang'));
    walker.runJobs(d);
    for (const act of upTo(walks.completed, 'closeNotice').acts) walker.act(d, act);
    expect(d.bodies('job.requested').find((b) => b.service === 'notice.open')?.input).toMatchObject({ amount: 7, unit: 'calendar-day' });
    expect(Object.values(d.state.clocks).find((c) => c.clock === 'publicNotice')).toMatchObject({ dueDay: '2026-03-09' });
    // The result is public for as long.
    for (const act of walks.completed.acts.slice(upTo(walks.completed, 'closeNotice').acts.length)) walker.act(d, act);
    expect(d.bodies('job.requested').findLast((b) => b.service === 'calendar.day')).toMatchObject({ node: 'resultDay', input: { amount: 7, unit: 'calendar-day' } });
  });
});

it('the result of a project is public as long as a notice is: five working days from its publication', () => {
  const d = walker.walk(walks.completed);
  const [asked, ended] = ['calendar.day', 'publish.end'].map((service) => d.bodies('job.requested').findLast((b) => b.service === service));
  expect(asked).toMatchObject({ node: 'resultDay', input: { from: 'today', amount: 5, unit: 'working-day' } });
  expect(ended?.input).toEqual({ kind: 'fund-result', until: d.state.data['resultPublicUntil'], why: null });
  expect(d.state.data['resultPublicUntil']).toMatch(/^\d{4}-\d\d-\d\d$/);
});

it('the score of the experts stands with two decimals wherever people read it', () => {
  const d = walker.walk(walks.completed);
  const { panelScore } = d.state.data as { panelScore: number };
  const said = `${Math.floor(panelScore / 100)}.${String(panelScore % 100).padStart(2, '0')}`;
  expect(qualityFund.fields['panelScore']?.type).toBe('points');
  expect(JSON.stringify(d.bodies('job.requested').find((b) => b.service === 'notice.open')?.input['facts'])).toContain(`"value":"${said}"`);
  const papers = d.bodies('document.drafted').filter((b) => ['expertOpinion', 'minutes'].includes(b.template));
  expect(papers.length).toBeGreaterThan(1);
  for (const { template, values, on } of papers) {
    const form = qualityFund.documents?.[template];
    if (!form) throw new Error(`no template ${template}`);
    expect(JSON.stringify(fillIn(form, values, { issuer: '办公室', number: null, on })), template).toContain(said);
  }
});

describe('what the office cannot get wrong', () => {
  it('a contract whose instalments do not add up to the support comes back, and so does one with an instalment without a day', () => {
    const d = walker.walk(upTo(walks.completed, 'contractDraft'));
    const { acts } = walks.completed;
    const draft = acts.find((a) => Array.isArray(a) && a[0] === 'contractDraft') as unknown as readonly [string, string, Record<string, unknown>];
    walker.act(d, ['contractDraft', 'drafted', { ...draft[2], secondAmount: 12_000_001 } as never]);
    expect([d.openNodes(), d.state.data['contractTotal']]).toEqual([['contractDraft'], 30_000_001]);
    walker.act(d, ['contractDraft', 'drafted', { ...draft[2], thirdDueOn: null } as never]);
    expect([d.openNodes(), d.state.data['contractComplete']]).toEqual([['contractDraft'], false]);
    walker.act(d, ['contractDraft', 'drafted', draft[2] as never]);
    expect(d.openNodes()).toEqual(['contractSign']);
  });
  it('more support than was asked for does not come to the meeting, and more than was paid is not recovered', () => {
    const d = walker.walk(upTo(walks.completed, 'proposal'));
    walker.act(d, ['proposal', 'proposed', { supportAmount: 30_000_001, proposalOpinion: '建议支持。' }]);
    expect(d.openNodes()).toEqual(['proposal']);
    // 0.5 million is the most that the call gives to one project, whatever was asked for.
    const greedy = walker.walk(upTo({ ...walks.completed, start: { ...walks.completed.start, requestedAmount: 60_000_000 } }, 'proposal'));
    walker.act(greedy, ['proposal', 'proposed', { supportAmount: 50_000_001, proposalOpinion: '建议支持。' }]);
    expect([greedy.openNodes(), greedy.state.data['mostPerProject']]).toEqual([['proposal'], 50_000_000]);
    const r = walker.walk(upTo(walks.enforced, 'recoveryDraft'));
    walker.act(r, ['recoveryDraft', 'propose', { recoveryAmount: 9_000_001, recoveryFacts: '挪用。' }]);
    expect(r.openNodes()).toEqual(['recoveryDraft']);
  });
  it('nothing is paid before the plan of payments has been passed on: its number stands on the payment sheet', () => {
    const d = walker.walk(upTo(walks.completed, 'financeApproval'));
    expect(d.refused({ type: 'complete', task: d.task('financeApproval'), outcome: 'approved', data: {} }, walker.actor('cai')).fields).toEqual([{ field: 'planNumber', code: 'required' }]);
  });
  it('who proposed a payment cannot approve it, whatever posts they hold', () => {
    const d = walker.walk(upTo(walks.completed, 'paymentApproval'));
    const everywhere = { kind: 'person', id: 'qiu', name: '邱岳', pools: ['section-head@gd-amr', 'officer@gd-finance'] } as const;
    expect(d.refused({ type: 'claim', task: d.task('paymentApproval') }, everywhere)).toMatchObject({ code: 'forbidden.separation', params: { step: 'milestoneReview' } });
  });
  it('what is stopped while a payment is on its way is counted by the ledger, and pays nothing twice when it goes on', () => {
    const d = walker.walk(upTo(walks.completed, 'payout'));
    walker.act(d, ['supervision', 'stop', { stopGround: 'misuse', stopReasons: '群众反映挪用资金。' }]);
    expect(d.state.data).toMatchObject({ fundDisbursed: 9_000_000, paidTotal: 0 });
    walker.act(d, ['stopReview', 'resume', { stopOpinion: '经查不实。' }]);
    expect(d.state.data).toMatchObject({ instalmentNo: 2, paidTotal: 9_000_000, instalmentAmount: 12_000_000 });
  });
});

describe('撤回申报', () => {
  it('what was held of the fund is free again, the office and the call are told, and nothing stays open', () => {
    const d = walker.walk(walks.takenBackAfterReserve);
    expect(d.bodies('job.requested').map((b) => b.service).slice(-4)).toEqual(expect.arrayContaining(['fund.settle', 'notify']));
    expect(d.state).toMatchObject({ status: 'closed', outcome: 'withdrawn', data: { withdrawalReasons: '企业投资计划调整，撤回申报。' } });
  });
  it('is the applicant’s alone, and no longer possible once the support is approved', () => {
    const back = { type: 'withdraw', reason: '不再申报' } as const;
    const selected = walker.walk(upTo(walks.completed, 'contractDraft'));
    expect(selected.refused(back, walker.actor('chenguang')).code).toBe('withdraw.acted');
    expect(walker.walk(upTo(walks.completed, 'siteCheck')).refused(back, walker.actor('qiu')).code).toBe('withdraw.not-yours');
  });
});
