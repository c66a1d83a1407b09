/**
 * Every limit of the law in a penalty case (law/statutory-limits.md §§6, 10) at its border: in the last moment it is in time, one moment later it is not. Across
 * Spring Festival (15 to 23 February 2026 off, 14 and 28 worked) and National Day (1 to 7 October off, 20 September and 10 October worked).
 */
import { describe, expect, it } from 'vitest';
import { instantOf, msOf } from '../../domain/calendar/civil-day.ts';
import type { Driver } from '../../test/engine/driver.ts';
import { day, hoursAgo, upTo, type Act, type Deed, type Walk } from '../walk.ts';
import { enforcement } from './definition.ts';
import * as part from './walk-parts.ts';
import { walker } from './walk.test-support.ts';
import { enforcementWalks } from './walks.ts';

const { walks } = enforcementWalks;
/** An investigation, and what is done in it. */
const way = (...acts: readonly Act[]): Walk => ({ ...walks.performed, acts: [...part.manned, ...acts], outcome: null });
const here: Walk = { ...walks.minor, outcome: null };
const toNotice = [...part.investigated, ...part.reported('penalty', part.heavy), ...part.reviewed] as const;
const servedNotice: Act = ['noticeService', 'served', { noticeServedOn: day(0), serviceWay: 'direct' }];
const hearing = (...acts: readonly Act[]): Walk => way(...toNotice, servedNotice, ['response', 'hearing', { hearingRequest: '请求听证。' }], ...acts);
const hosted: Act = ['hearingHosting', 'appointed', { hearingHost: ['liao'] }];
const handed: Act = ['hearingMaterials', 'handed', { hearingMaterialsNote: '案卷一册。' }];
const set: Act = ['hearingSchedule', 'set', { hearingOn: day(20), hearingTime: '上午九时', hearingPlace: '听证室', hearingPublic: true }];
const decided: readonly Act[] = [...part.investigated, ...part.reported('penalty', part.light), ...part.reviewed, servedNotice, ['response', 'none'], ...part.decided];
const executing = (...acts: readonly Act[]): Walk => way(...decided, ...part.served, ...acts);
const goods = { registeredGoods: '账册二本', registrationReasons: '可能销毁', registrationPlace: '成品库' };
const seized = { seizedGoods: '电热水壶120台', seizureReasons: '不合格' };

const clockOf = (d: Driver, id: string) => Object.values(d.state.clocks).find((c) => c.clock === id);

/** Clock, what is done on the day on which it starts, that day, and the last day that is in time. */
const borders: readonly (readonly [clock: string, steps: Walk, start: string, due: string])[] = [
  ['check', upTo(here, 'filingCheck'), '2026-03-02', '2026-03-23'], ['check', upTo(here, 'filingCheck'), '2026-02-06', '2026-03-05'], ['check', upTo(here, 'filingCheck'), '2026-09-24', '2026-10-22'],
  ['limitation', upTo(here, 'filingApproval'), '2026-03-02', '2028-02-10'],
  ['decision', way(), '2026-07-06', '2026-10-08'], ['decision', way(), '2025-11-19', '2026-02-24'], ['decision', way(), '2026-03-02', '2026-06-01'],
  ['negotiation', way(...part.disputed), '2026-02-13', '2026-03-02'], ['negotiation', way(...part.disputed), '2026-09-18', '2026-09-29'],
  ['registration', way(['registration', 'propose', goods], ['registrationApproval', 'approved', { registeredAt: hoursAgo(0) }]), '2026-02-13', '2026-03-02'],
  ['registration', way(['registration', 'onTheSpot', { ...goods, registeredAt: hoursAgo(1) }]), '2026-09-29', '2026-10-14'],
  ['seizure', way(['seizure', 'propose', seized], ['seizureApproval', 'approved', { seizedAt: hoursAgo(0) }]), '2026-01-20', '2026-02-24'],
  ['seizure', way(['seizure', 'onTheSpot', { ...seized, seizedAt: hoursAgo(1) }]), '2026-09-02', '2026-10-08'],
  ['review', way(...part.investigated, ...part.reported('penalty', part.light)), '2026-02-06', '2026-02-27'], ['review', way(...part.investigated, ...part.reported('penalty', part.light)), '2026-09-24', '2026-10-15'],
  ['noticeAnnouncement', way(...toNotice, ['noticeService', 'announce', { noticeAnnouncedOn: day(0) }]), '2026-01-20', '2026-02-24'],
  ['statement', way(...toNotice, servedNotice), '2026-04-30', '2026-05-11'], ['statement', way(...toNotice, servedNotice), '2026-02-13', '2026-02-27'], ['statement', way(...toNotice, servedNotice), '2026-09-30', '2026-10-13'],
  ['hearingHost', hearing(), '2026-02-13', '2026-02-25'], ['hearingMaterials', hearing(hosted), '2026-09-30', '2026-10-10'], ['hearingSchedule', hearing(hosted, handed), '2026-04-30', '2026-05-11'],
  // The hearing is on 22 March, a Sunday: seven working days before it is the 12th, three before it the 18th. Over National Day it is on 13 October.
  ['hearingNotice', hearing(hosted, handed, set), '2026-03-02', '2026-03-12'], ['hearingAnnouncement', hearing(hosted, handed, set), '2026-03-02', '2026-03-18'],
  ['hearingNotice', hearing(hosted, handed, set), '2026-09-23', '2026-09-28'], ['hearingAnnouncement', hearing(hosted, handed, set), '2026-09-23', '2026-10-09'],
  ['hearingReport', hearing(hosted, handed, set, ...part.hearingCalled, { waitFor: 'hearingDay' }, ['hearingHolding', 'held', { hearingHeldOn: day(0), hearingRecord: '笔录。' }]), '2026-01-24', '2026-02-27'],
  ['decisionService', way(...decided), '2026-02-13', '2026-03-02'], ['decisionService', way(...decided), '2026-09-18', '2026-09-29'],
  ['decisionAnnouncement', way(...decided, ['decisionService', 'announce', { decisionAnnouncedOn: day(0) }]), '2026-09-02', '2026-10-08'],
  ['payment', executing(), '2026-02-02', '2026-02-24'], ['payment', executing(), '2026-09-18', '2026-10-08'],
  ['instalment', executing(['payment', 'defer', { deferralKind: 'deferral', deferralReasons: '困难。' }], ['deferralReview', 'examined', { deferralOpinion: '属实。' }], ['deferralApproval', 'approved', { nextDueOn: day(30), instalmentPlan: '一次缴清。' }]), '2026-09-04', '2026-10-04'],
  ['publication', executing(), '2026-09-24', '2026-10-29'], ['publication', executing(), '2026-02-06', '2026-03-12'],
  ['push', { ...executing(), start: walks.otherProvince.start }, '2026-02-06', '2026-02-27'], ['publicationElsewhere', { ...executing(['pushing', 'pushed', { pushedTo: '杭州市市场监督管理局', pushedOn: day(0) }]), start: walks.otherProvince.start }, '2026-09-24', '2026-10-15'],
  ['withdrawal', upTo(walks.revoked, 'withdrawal'), '2025-12-31', '2026-01-06'], ['withdrawal', upTo(walks.revoked, 'withdrawal'), '2026-09-30', '2026-10-10'], ['revokedClosing', upTo(walks.revoked, 'withdrawal'), '2026-09-24', '2026-10-22'],
  ['reconsideration', executing(), '2026-08-03', '2026-10-08'], ['reconsideration', executing(), '2026-08-12', '2026-10-12'], ['litigation', executing(), '2026-04-01', '2026-10-08'], ['litigation', executing(), '2026-08-31', '2027-03-01'],
  ['urging', upTo(walks.urgedBefore, 'urged'), '2026-02-06', '2026-03-10'],
  ['closing', way(['investigate', 'terminate', { terminationReasons: '注销。' }], ['terminationApproval', 'approved']), '2026-09-24', '2026-10-22'],
];

describe('in the last moment in time, one moment later not', () => {
  it.each(borders.map(([id, steps, start, due]) => [id, start, due, steps] as const))('%s: from %s until %s', (id, start, due, steps) => {
    const d = walker.walk(steps, start);
    const clock = clockOf(d, id);
    expect(clock, `${id} does not run`).toMatchObject({ dueDay: due, breachedAt: null });
    const dueAt = clock?.dueAt ?? '';
    expect(dueAt).toBe(instantOf(msOf(`${due}T16:00:00.000Z`)));
    d.until(instantOf(msOf(dueAt) - 1));
    expect(clockOf(d, id), 'in the last moment').toMatchObject({ id: clock?.id, breachedAt: null });
    d.until(dueAt);
    const over = d.events.filter((e) => 'clockNo' in e.body && e.body.clockNo === clock?.id && (e.body.type === 'clock.breached' || e.body.type === 'clock.stopped')).map((e) => [e.body.type, e.at]);
    expect(over[0]).toEqual([enforcement.clocks.find((c) => c.id === id)?.breach === 'lapse' ? 'clock.stopped' : 'clock.breached', dueAt]);
  });

  const onTheSpot = (id: 'registrationMakeUp' | 'seizureMakeUp', hours: number): Act => (id === 'registrationMakeUp' ? ['registration', 'onTheSpot', { ...goods, registeredAt: hoursAgo(hours) }] : ['seizure', 'onTheSpot', { ...seized, seizedAt: hoursAgo(hours) }]);
  describe.each(['registrationMakeUp', 'seizureMakeUp'] as const)('%s: twenty-four hours from when the measure was taken (程序规定 §§33, 36), the hour itself not counted (§80)', (id) => {
    const step = id;
    const approve = { type: 'complete', outcome: 'approved', data: { makeUpOpinion: '同意补办。' } } as const;
    const stopped = (d: Driver) => d.bodies('clock.stopped').filter((b) => b.clock === id).map((b) => b.reason);
    it('runs through night and holiday', () => {
      // Taken at 9:00 on 14 February, the eve of the holiday, and entered at 10:00: the hours run from 10:00, and are over at 10:00 of the next day.
      const taken = () => walker.walk(way(onTheSpot(id, 1)), '2026-02-14');
      const d = taken();
      expect(clockOf(d, id)).toMatchObject({ startedAt: '2026-02-14T01:00:00.000Z', dueAt: '2026-02-15T02:00:00.000Z' });
      d.until('2026-02-15T01:59:59.999Z');
      expect(clockOf(d, id)?.breachedAt).toBeNull();
      d.act({ ...approve, task: d.task(step) }, walker.actor('he'));
      expect(stopped(d)).toEqual(['met']);
      const late = taken().until('2026-02-15T02:00:00.000Z');
      expect(clockOf(late, id)?.breachedAt).toBe('2026-02-15T02:00:00.000Z');
    });
    it('entered twenty-three hours later, it has what is left of the hours, and no new ones', () => {
      const d = walker.walk(way(onTheSpot(id, 23)), '2026-03-03');
      expect(clockOf(d, id)).toMatchObject({ startedAt: '2026-03-02T03:00:00.000Z', dueAt: '2026-03-03T04:00:00.000Z', breachedAt: null });
      d.until('2026-03-03T03:59:59.999Z');
      expect(clockOf(d, id)?.breachedAt).toBeNull();
      d.until('2026-03-03T04:00:00.000Z');
      expect(clockOf(d, id)?.breachedAt).toBe('2026-03-03T04:00:00.000Z');
    });
    it('entered thirty hours later it is overdue at once, and the approval is still made up', () => {
      const d = walker.walk(way(onTheSpot(id, 30)), '2026-03-03');
      d.until(instantOf(d.now));
      expect(d.bodies('clock.breached').filter((b) => b.clock === id).map((b) => b.dueAt)).toEqual(['2026-03-02T21:00:00.000Z']);
      d.act({ ...approve, task: d.task(step) }, walker.actor('he'));
      expect(stopped(d)).toEqual(['late']);
      expect(d.openNodes()).toContain(id === 'registrationMakeUp' ? 'registrationDisposal' : 'seizureService');
    });
    it('a moment to come is refused, for it would prolong them', () => {
      const d = walker.walk(way(), '2026-03-03');
      const [name, outcome, data] = onTheSpot(id, 0) as Deed;
      const field = id === 'registrationMakeUp' ? 'registeredAt' : 'seizedAt';
      expect(d.refused({ type: 'complete', task: d.task(name), outcome, data: { ...data, [field]: '2026-03-03T10:01' } }, walker.actor('lin')).fields).toMatchObject([{ field, code: 'too-large' }]);
    });
  });
  it('application: three months from the end of the time for remedies', () => {
    const d = walker.walk(upTo(walks.court, 'urgingService'), '2026-03-02');
    // Served on 2 March: six months end on 2 September, the three on 2 December.
    expect(d.state.data['remedyEndsOn']).toBe('2026-09-02');
    expect(clockOf(d, 'application')).toMatchObject({ dueDay: '2026-12-02' });
    d.until('2026-12-02T15:59:59.999Z');
    expect(clockOf(d, 'application')?.breachedAt).toBeNull();
    d.until('2026-12-02T16:00:00.000Z');
    expect(clockOf(d, 'application')?.breachedAt).not.toBeNull();
  });
});

it('application after a deferral: three months from the end of the time that was granted (程序规定 §76②)', () => {
  const deferred = executing(
    ['payment', 'defer', { deferralKind: 'deferral', deferralReasons: '困难。' }], ['deferralReview', 'examined', { deferralOpinion: '属实。' }], ['deferralApproval', 'approved', { nextDueOn: day(300), instalmentPlan: '一次缴清。' }], { waitFor: 'instalmentOver' });
  const d = walker.walk(deferred, '2026-03-02');
  expect(d.openNodes()).toContain('urgingService');
  // The time for remedies was over on 2 September; that of the deferral on 27 December, and 27 March 2027 is a Saturday.
  expect(d.state.data).toMatchObject({ remedyEndsOn: '2026-09-02', deferredUntil: '2026-12-27', applicationFrom: '2026-12-27' });
  expect(clockOf(d, 'application')).toMatchObject({ dueDay: '2027-03-29' });
  expect(d.bodies('document.drafted').map((b) => b.template)).toContain('deferralNotice');
});

it('to lift what was registered or seized needs the head, and until then the time runs on (程序规定 §§33, 36)', () => {
  const lifted = way(['registration', 'propose', goods], ['registrationApproval', 'approved', { registeredAt: hoursAgo(0) }], ['registrationDisposal', 'lifted', { registrationHandling: '不再需要。' }]);
  const d = walker.walk(lifted, '2026-03-02');
  expect(d.refused({ type: 'claim', task: d.task('registrationLiftApproval') }, walker.actor('lin')).code).toBe('forbidden.separation');
  expect(clockOf(d, 'registration')).toMatchObject({ dueDay: '2026-03-11' });
  walker.runJobs(d.until('2026-03-11T16:00:00.000Z'));
  expect(d.openNodes()).toContain('registration');
  expect(d.state.data).toMatchObject({ registrationHeld: false, registrationHandling: '逾期未采取相关措施，先行登记保存自动解除' });
  const approved = walker.walk({ ...lifted, acts: [...lifted.acts, ['registrationLiftApproval', 'approved']] }, '2026-03-02');
  expect(approved.bodies('document.drafted').at(-1)?.template).toBe('registrationLifted');
  expect(clockOf(approved, 'registration')).toBeUndefined();
});

describe('九十日 (程序规定 §64)', () => {
  const started = (acts: readonly Act[], start = '2026-03-02') => walker.walk({ ...way(...acts) }, start);
  it.each<readonly [what: string, acts: readonly Act[], resume: Act]>([
    ['检测', [['investigate', 'test', { testItem: '干烧', testInstitution: '质检院' }]], ['testing', 'known', { testResult: '不合格' }]],
    ['权利人辨认', [['investigate', 'identify', { identifier: '权利人' }]], ['identification', 'known', { identificationResult: '属实' }]],
    ['责令退还多收价款', [['investigate', 'refund', part.refund(20)], ['refundApproval', 'approved'], part.refundServed], part.refunded],
    ['中止', [['investigate', 'suspend', { suspensionGround: 'missing', suspensionReasons: '下落不明' }], ['suspensionApproval', 'approved']], ['suspended', 'resumed', { resumptionReasons: '已找到' }]],
    ['移送公安机关', [['investigate', 'criminal', { suspectedOffence: '罪', criminalFacts: '事实', evidenceList: '清单' }]], { closed: 'criminal-transfer', outcome: 'notFiled' }],
    ['听证', [...toNotice, servedNotice, ['response', 'hearing', { hearingRequest: '请求' }], hosted, handed, set, ...part.hearingCalled], ['hearingComing', 'withdrawn', { hearingEndNote: '撤回' }]],
  ])('%s is not counted, to the day', (_what, acts, resume) => {
    const d = started(acts);
    expect(clockOf(d, 'decision')).toMatchObject({ paused: true, dueDay: '2026-06-01' });
    d.until('2026-03-12T02:00:00.000Z');
    walker.act(d, resume);
    // 90 days from 2 March end on 31 May, a Sunday; ten days stood still, and 10 June is a Wednesday.
    expect(clockOf(d, 'decision')).toMatchObject({ paused: false, dueDay: '2026-06-10' });
  });
  it('公告 is not counted either: thirty days stand still', () => {
    const d = started([...toNotice, ['noticeService', 'announce', { noticeAnnouncedOn: day(0) }], { waitFor: 'noticeAnnouncement' }]);
    expect(clockOf(d, 'decision')).toMatchObject({ paused: false, dueDay: '2026-06-30' });
  });
  it('what stands beside the investigation stops nothing: seizure, registration, assistance', () => {
    const d = started([['seizure', 'propose', seized], ['seizureApproval', 'approved', { seizedAt: hoursAgo(0) }], ['assistance', 'ask', { assistingAgency: 'fs-amr', assistanceRequest: '请协助' }]]);
    expect(clockOf(d, 'decision')).toMatchObject({ paused: false });
  });
  it('thirty days more by the head, once', () => {
    const d = started([]);
    const clockNo = clockOf(d, 'decision')?.id ?? 0;
    const head = walker.actor('he');
    d.act({ type: 'extend', clockNo, reason: '案情复杂' }, head);
    expect(d.state.clocks[clockNo]?.dueDay).toBe('2026-06-30');
    // A head alone gives no more: that is for all of them together.
    const alone = { type: 'extend', clockNo, reason: '案情特别复杂', budget: { amount: 60, unit: 'calendar-day' } } as const;
    for (const who of [head, walker.actor('lin'), walker.actor('huang')]) expect(d.refused(alone, who).code).toBe('clock.not-extendable');
  });
  const proposed: Act = ['furtherTime', 'proposed', { furtherReasons: '案情特别复杂', furtherDays: 60 }];
  const vote = (d: Driver, who: string, outcome: string): Driver => {
    const seat = Object.values(d.state.tasks).find((t) => t.node === 'furtherDiscussion')?.id ?? 0;
    return d.act({ type: 'complete', task: seat, outcome, data: outcome === 'rejected' ? { furtherRecord: '不必延期' } : {} }, walker.actor(who));
  };
  it('the heads discuss more time together: two of three extend it by the days that they have agreed on, the record says who and when', () => {
    const d = started([{ waitFor: 'furtherDue' }]);
    expect(new Date(d.now).toISOString()).toBe('2026-05-30T16:00:00.000Z');
    const clockNo = clockOf(d, 'decision')?.id ?? 0;
    // Not before the thirty days of the head.
    expect(d.refused({ type: 'complete', task: d.task('furtherTime'), outcome: 'proposed', data: { furtherReasons: '复杂', furtherDays: 60 } }, walker.actor('lin'))).toMatchObject({ code: 'clock.not-extendable' });
    d.act({ type: 'extend', clockNo, reason: '案情复杂' }, walker.actor('he'));
    walker.act(d, proposed);
    vote(d, 'he', 'agreed');
    expect(d.state.clocks[clockNo]).toMatchObject({ dueDay: '2026-06-30' });
    vote(d, 'peng', 'rejected');
    vote(d, 'du', 'agreed');
    expect(d.state.clocks[clockNo]).toMatchObject({ dueDay: '2026-08-31', extensions: [{ basis: expect.stringContaining('第六十四条') }, { by: '负责人集体讨论继续延期', reason: '案情特别复杂', budget: { amount: 60, unit: 'calendar-day' }, basis: expect.stringContaining('第六十四条') }] });
    expect(d.bodies('vote.cast').filter((b) => b.node === 'furtherDiscussion').map((b) => [b.by.name, b.outcome])).toEqual([['何建国', 'agreed'], ['彭海', 'rejected'], ['杜蓉', 'agreed']]);
    walker.act(d, ['furtherRecording', 'recorded', { furtherDiscussedOn: day(0), furtherRecord: '决定延长六十日。' }]);
    d.until('2026-08-31T15:59:59.999Z');
    expect(clockOf(d, 'decision')?.breachedAt).toBeNull();
    d.until('2026-08-31T16:00:00.000Z');
    expect(clockOf(d, 'decision')?.breachedAt).not.toBeNull();
  });
  it('what is over cannot be extended, neither asked for nor granted; and what was rejected is not extended', () => {
    const d = started([{ waitFor: 'furtherDue' }]);
    d.act({ type: 'extend', clockNo: clockOf(d, 'decision')?.id ?? 0, reason: '案情复杂' }, walker.actor('he'));
    walker.act(d, proposed);
    vote(vote(d, 'he', 'rejected'), 'peng', 'rejected');
    expect(clockOf(d, 'decision')).toMatchObject({ dueDay: '2026-06-30', extensions: [{}] });
    walker.act(d, proposed);
    vote(d.until('2026-06-30T15:59:59.999Z'), 'he', 'agreed').until('2026-06-30T16:00:00.000Z');
    const seat = Object.values(d.state.tasks).find((t) => t.node === 'furtherDiscussion')?.id ?? 0;
    expect(d.refused({ type: 'complete', task: seat, outcome: 'agreed', data: {} }, walker.actor('du'))).toMatchObject({ code: 'clock.over' });
    vote(d, 'du', 'rejected');
    vote(d, 'peng', 'rejected');
    expect(d.refused({ type: 'complete', task: d.task('furtherTime'), outcome: 'proposed', data: {} }, walker.actor('lin'))).toMatchObject({ code: 'clock.over' });
  });
});

describe('查封、扣押 (程序规定 §38)', () => {
  const extend = (days: number): Act => ['seizureDisposal', 'extend', { seizureExtensionReasons: '涉及多家经销商', seizureExtensionDays: days }];
  const extensionServed: Act = ['seizureExtensionService', 'served', { seizureExtensionServedOn: day(0), serviceWay: 'direct' }];
  const tested = (days: number): readonly Act[] => [['seizureDisposal', 'test', { seizureTest: '检验', seizureTestUntil: day(days) }], ['seizureTestService', 'served', { seizureTestServedOn: day(0), serviceWay: 'direct' }]];
  const held = (...acts: readonly Act[]) => walker.walk(way(['seizure', 'propose', seized], ['seizureApproval', 'approved', { seizedAt: hoursAgo(0) }], ['seizureService', 'served', { seizureServedOn: day(0), serviceWay: 'direct', receivedBy: '梁雪' }], ...acts), '2026-03-02');
  it('thirty days, and thirty more once', () => {
    const d = held();
    const clockNo = clockOf(d, 'seizure')?.id ?? 0;
    expect(d.state.clocks[clockNo]?.dueDay).toBe('2026-04-01');
    walker.act(d, extend(30));
    walker.act(d, ['seizureExtensionApproval', 'approved']);
    expect(d.state.clocks[clockNo]).toMatchObject({ dueDay: '2026-05-06', extensions: [{ by: '审批延长查封、扣押期限', reason: '涉及多家经销商', basis: expect.stringContaining('第三十八条') }] });
    walker.act(d, extensionServed);
    expect(d.refused({ type: 'complete', task: d.task('seizureDisposal'), outcome: 'extend', data: { seizureExtensionReasons: '再延', seizureExtensionDays: 1 } }, walker.actor('lin')).code).toBe('clock.not-extendable');
  });
  it('no more than thirty, not by who proposes it, and none of which the subject is not told', () => {
    const d = held();
    expect(d.refused({ type: 'complete', task: d.task('seizureDisposal'), outcome: 'extend', data: { seizureExtensionReasons: '复杂', seizureExtensionDays: 31 } }, walker.actor('lin')).code).toBe('form.invalid');
    expect(d.refused({ type: 'extend', clockNo: clockOf(d, 'seizure')?.id ?? 0, reason: '情况复杂' }, walker.actor('he')).code).toBe('clock.not-extendable');
    walker.act(d, extend(10));
    expect(d.refused({ type: 'claim', task: d.task('seizureExtensionApproval') }, walker.actor('lin')).code).toBe('forbidden.separation');
    walker.act(d, ['seizureExtensionApproval', 'approved']);
    expect(d.bodies('document.drafted').at(-1)).toMatchObject({ template: 'seizureExtension' });
    expect(d.openNodes()).toContain('seizureExtensionService');
    walker.act(d, extensionServed);
    expect(d.openNodes()).toContain('seizureDisposal');
  });
  it('an extension is no help once the time is over: it is lifted', () => {
    const d = held(extend(10)).until('2026-04-01T16:00:00.000Z');
    expect([d.openNodes().includes('seizureLifting'), d.openNodes().includes('seizureExtensionApproval')]).toEqual([true, false]);
  });
  it('the time of a test does not count, and the seizure runs on in it', () => {
    const d = held(...tested(10)).until('2026-03-12T02:00:00.000Z');
    walker.act(d, ['seizureTesting', 'known', { testResult: '不合格' }]);
    expect(clockOf(d, 'seizure')?.dueDay).toBe('2026-04-13');
  });
  it('nor does it longer than the notice says: with the end of that day the limit runs on, result or none', () => {
    const d = held(...tested(5)).until('2026-03-07T15:59:59.999Z');
    expect(clockOf(d, 'seizure')).toMatchObject({ paused: true });
    d.until('2026-03-20T02:00:00.000Z');
    expect(d.openNodes()).toContain('seizureDisposal');
    // Five days of March stood still after the second.
    expect(clockOf(d, 'seizure')).toMatchObject({ paused: false, dueDay: '2026-04-07' });
  });
  it('at its end it must be lifted: nothing else is left to decide', () => {
    const d = held().until('2026-04-01T16:00:00.000Z');
    expect(d.openNodes()).toContain('seizureLifting');
    expect(d.openNodes()).not.toContain('seizureDisposal');
  });
});

describe('先行登记保存 (程序规定 §35)', () => {
  it('nobody deals with it in seven working days: it is lifted by itself, and the officers are told', () => {
    const d = walker.walk(way(['registration', 'propose', goods], ['registrationApproval', 'approved', { registeredAt: hoursAgo(0) }], { waitFor: 'registration' }), '2026-03-02');
    expect(d.state.data).toMatchObject({ registrationHeld: false, registrationHandling: '逾期未采取相关措施，先行登记保存自动解除' });
    expect(d.bodies('job.requested').at(-1)).toMatchObject({ service: 'notify', input: { to: 'officer@gd-amr', subjectZh: '先行登记保存自动解除：佛山市晨光电器有限公司' } });
    expect(d.openNodes()).toContain('registration');
    expect(d.bodies('clock.breached')).toEqual([]);
  });
});

describe('不得再自行移送 (程序规定 §14)', () => {
  const [from, to] = [{ transferAgency: 'fs-amr', transferReasons: '违法行为发生地在佛山。' }, ['moveApproval', 'leadMoveApproval']] as const;
  it.each([
    ['a lead', walks.elsewhere, ['filingCheck', 'elsewhere', from], 'leadReferral'],
    ['a case under investigation', { ...walks.performed, acts: part.manned }, ['investigate', 'move', from], 'referral'],
    ['a case of which the agencies agree', { ...walks.performed, acts: [...part.manned, ...part.disputed] }, ['negotiation', 'theirs', { ...from, negotiatedOn: day(0), negotiationRecord: '由佛山管辖。' }], 'referral'],
  ] as const)('%s that another agency has moved here goes to the common superior, one that began here to the head', (_what, walk: Walk, act: Act, referral) => {
    const before = walk === walks.elsewhere ? { ...walk, acts: [] } : walk;
    const after = (sourceKind: string) => walker.walk({ ...before, start: { ...before.start, sourceKind }, acts: [...before.acts, act], outcome: null }).openNodes();
    expect(after('transferred')).toContain(referral);
    for (const approval of to) expect(after('transferred')).not.toContain(approval);
    expect(after('inspection').some((node) => (to as readonly string[]).includes(node))).toBe(true);
  });
  it('whoever gets it knows from whom, and the superior is told why', () => {
    const d = walker.walk(walks.movedTwice);
    expect(d.bodies('clock.stopped').filter((b) => b.clock === 'check').map((b) => b.reason)).toEqual(['met']);
    expect(d.bodies('opening.requested').map((b) => [b.node, b.data['disputeWith'], b.data['sourceKind'] ?? b.data['disputeReasons']])).toEqual([
      ['leadAppointing', '佛山市市场监督管理局', '当事人住所地和违法行为发生地均在佛山。'], ['leadAppointing', '佛山市市场监督管理局', '补充核查表明生产地也在佛山。'], ['moveLead', '广州市市场监督管理局', 'transferred'],
    ]);
  });
});

describe('听证', () => {
  it('the announcement is public until the day of the hearing; one of a hearing that is put off, adjourned or cancelled is withdrawn', () => {
    const asked = (...acts: readonly Act[]) => walker.walk(hearing(hosted, handed, set, ...part.hearingCalled, ...acts), '2026-03-02');
    const ended = (d: Driver) => d.bodies('job.requested').filter((b) => b.service === 'publish.end').map((b) => [b.input['until'], b.input['why']]);
    const announced = asked();
    const on = announced.state.data['hearingOn'];
    expect(ended(announced)).toEqual([[on, null]]);
    expect(ended(asked(['hearingComing', 'postponed', { hearingEndNote: '当事人申请延期。' }]))).toEqual([[on, null], [null, '听证改期，另行公告']]);
    expect(ended(asked({ waitFor: 'hearingDay' }, ['hearingHolding', 'adjourned', { hearingEndNote: '通知新的证人。' }]))).toEqual([[on, null], [null, '听证改期，另行公告']]);
    expect(ended(asked(['hearingComing', 'withdrawn', { hearingEndNote: '撤回。' }]))).toEqual([[on, null], [null, '听证终止']]);
    expect(ended(asked({ waitFor: 'hearingDay' }, ...part.hearingHeld))).toEqual([[on, null]]);
  });
  it('a day for which no notice can be served in time is not accepted', () => {
    const on = (n: number) => walker.walk(hearing(hosted, handed, ['hearingSchedule', 'set', { hearingOn: day(n), hearingTime: '九时', hearingPlace: '听证室', hearingPublic: false }]), '2026-03-02').openNodes();
    // Seven working days after Monday 2 March is Wednesday 11 March.
    expect(on(9)).toContain('hearingNoticeService');
    expect(on(8)).toContain('hearingSchedule');
  });
  it('it is not held before its day', () => {
    const d = walker.walk(hearing(hosted, handed, set, ...part.hearingCalled), '2026-03-02').until('2026-03-21T15:59:59.999Z');
    expect(d.openNodes()).toContain('hearingComing');
    d.until('2026-03-21T16:00:00.000Z');
    expect(d.openNodes()).toContain('hearingHolding');
  });
  it('a request in the last second is in time; one second later there is only what came on paper', () => {
    const asked = walker.walk(way(...toNotice, servedNotice), '2026-03-02').until('2026-03-09T15:59:59.999Z');
    walker.act(asked, ['response', 'hearing', { hearingRequest: '请求听证。' }]);
    expect(asked.openNodes()).toContain('hearingHosting');
    expect(walker.walk(way(...toNotice, servedNotice), '2026-03-02').until('2026-03-09T16:00:00.000Z').openNodes()).toContain('paperCheck');
  });
});
