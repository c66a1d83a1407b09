import { describe, expect, it } from 'vitest';
import { insight, maySee, sightOf } from '../../domain/authority/policy.ts';
import { evaluateTable } from '../../domain/decisions/decision-table.ts';
import { evaluateFeel } from '../../domain/engine/expressions.ts';
import { cardsComplete, cardsSaid } from './officer-cards.ts';
import { demoPerson } from '../../cli/demo/people.ts';
import type { Actor } from '../../domain/engine/state.ts';
import { checkCalls, checkDefinition } from '../../domain/model/check.ts';
import { levelsOf } from '../../domain/model/checks/levels.ts';
import { checkSoundness } from '../../domain/model/checks/soundness.ts';
import type { ClockDefinition, Trigger, UserTask } from '../../domain/model/types.ts';
import { person } from '../../test/engine/driver.ts';
import { peopleNamed } from '../../test/support/named.ts';
import { definitions } from '../registry.ts';
import { upTo, type Act, type Walk } from '../walk.ts';
import { enforcement } from './definition.ts';
import { investigators } from './steps-hearing.ts';
import { lateDays, lateFine } from './steps-payment.ts';
import * as part from './walk-parts.ts';
import { gradeTable, hearingTable, publicityTable } from './tables.ts';
import { walker } from './walk.test-support.ts';
import { enforcementWalks } from './walks.ts';

const { walks } = enforcementWalks;
const clock = (id: string): ClockDefinition => {
  const found = enforcement.clocks.find((c) => c.id === id);
  if (!found) throw new Error(`no clock ${id}`);
  return found;
};
const when = (t: Trigger): string => `${t.on} ${t.node}${t.outcome === undefined ? '' : `: ${t.outcome}`}`;
const steps = enforcement.nodes.filter((n): n is UserTask => n.type === 'userTask');
const step = (id: string): UserTask => steps.find((s) => s.id === id) as UserTask;

it('passes every check of registration, alone and with the processes that it calls', () => {
  expect(checkDefinition(enforcement)).toEqual([]);
  expect(checkCalls(enforcement, definitions)).toEqual([]);
});
it('each level is small enough to be explored at once', () => {
  expect(levelsOf(enforcement).length).toBeGreaterThan(8);
  for (const level of levelsOf(enforcement)) expect(checkSoundness(level, 2_000)).toEqual([]);
});

describe('the limits of the law (law/statutory-limits.md §§6 and 10)', () => {
  const procedure = '市场监督管理行政处罚程序规定';
  const hearing = '市场监督管理行政处罚听证办法';
  const publicity = '市场监督管理行政处罚信息公示规定';
  // clock, limit, instrument, article, whose duty, counted from
  const table = [
    ['check', '15 working-day', procedure, '§18', 'officer', 'entered filingCheck'],
    ['decision', '90 calendar-day', procedure, '§64', 'officer', '立案日期'],
    ['negotiation', '7 working-day', procedure, '§13', 'officer', 'completed investigate: dispute'],
    ['registration', '7 working-day', procedure, '§35', 'officer', '采取登记保存的时间'],
    ['registrationMakeUp', '24 hour', procedure, '§33', 'officer', '采取登记保存的时间'],
    ['seizure', '30 calendar-day', procedure, '§38', 'officer', '实施查封、扣押的时间'],
    ['seizureMakeUp', '24 hour', procedure, '§36', 'officer', '实施查封、扣押的时间'],
    ['review', '10 working-day', procedure, '§55', 'legal-reviewer', 'entered review'],
    ['noticeAnnouncement', '30 calendar-day', procedure, '§82(5)', 'officer', '告知书公告日期'],
    ['statement', '5 working-day', procedure, '§57', 'subject', '行政处罚告知书送达日期'],
    ['hearingHost', '3 working-day', hearing, '§18', 'agency-head', 'completed response: hearing'],
    ['hearingMaterials', '3 working-day', hearing, '§19', 'officer', 'completed hearingHosting'],
    ['hearingSchedule', '5 working-day', hearing, '§20', 'legal-reviewer', 'completed hearingMaterials'],
    ['hearingNotice', '7 working-day', hearing, '§20', 'legal-reviewer', 'until 听证通知书最迟送达日期'],
    ['hearingAnnouncement', '3 working-day', hearing, '§22', 'legal-reviewer', 'until 听证公告最迟日期'],
    ['hearingReport', '5 working-day', hearing, '§29', 'legal-reviewer', '听证举行日期'],
    ['decisionService', '7 working-day', procedure, '§81', 'officer', '决定日期'],
    ['decisionAnnouncement', '30 calendar-day', procedure, '§82(5)', 'officer', '决定书公告日期'],
    ['payment', '15 calendar-day', procedure, '§72', 'subject', '决定书送达日期'],
    ['publication', '20 working-day', publicity, '§9', 'officer', '决定日期'],
    ['push', '10 working-day', publicity, '§10', 'officer', '决定日期'],
    ['publicationElsewhere', '10 working-day', publicity, '§10', 'officer', '推送日期'],
    ['withdrawal', '3 working-day', publicity, '§11', 'officer', '复议决定、裁判生效日期'],
    ['reconsideration', '60 calendar-day', '中华人民共和国行政复议法', '§20', 'subject', '决定书送达日期'],
    ['litigation', '6 month', '中华人民共和国行政诉讼法', '§46', 'subject', '决定书送达日期'],
    ['urging', '10 working-day', '中华人民共和国行政强制法', '§54', 'subject', '催告书送达日期'],
    ['application', '3 month', '中华人民共和国行政强制法', '§53', 'officer', '申请强制执行期限起算日'],
    ['closing', '15 working-day', procedure, '§77', 'officer', 'completed performance'],
    ['revokedClosing', '15 working-day', procedure, '§77', 'officer', 'completed remedyDeciding: revoked'],
  ] as const;
  it.each(table)('%s: %s, %s%s', (id, limit, instrument, article, duty, from) => {
    const { rules: [rule], start, startsFrom, endsOn, duty: whose } = clock(id);
    expect(rule).toMatchObject({ startDay: 'excluded', rollOver: limit.endsWith('hour') ? 'none' : 'next-working-day', basis: { instrument: { zh: instrument }, article, confidence: 'V1' } });
    expect(rule?.basis.internal).toBeUndefined();
    expect(`${rule?.budget.amount} ${rule?.budget.unit}`).toBe(limit);
    expect(whose.kind === 'party' ? whose.party : whose.kind === 'office' && whose.role).toBe(duty);
    const label = (field: string): string | undefined => enforcement.fields[field]?.label.zh;
    expect(endsOn !== undefined ? `until ${label(endsOn)}` : startsFrom !== undefined ? label(startsFrom) : start.map(when)[0]).toBe(from);
  });
  it('every other limit is this agency’s own, says so, and reproaches nobody outside; two follow from what is decided', () => {
    const known = new Set<string>(table.map(([id]) => id));
    const others = enforcement.clocks.filter((c) => !known.has(c.id));
    expect(others.filter((c) => c.rules.every((r) => !r.basis.internal)).map((c) => c.id)).toEqual(['limitation', 'instalment']);
    for (const c of others.filter((o) => o.rules.some((r) => r.basis.internal))) expect(c, c.id).toMatchObject({ breach: 'record', duty: { kind: 'office' } });
  });
  it('处罚时效: two years, five where life, health or financial safety was harmed (行政处罚法 §36)', () => {
    expect(clock('limitation').rules.map((r) => [r.budget.amount, r.budget.unit, r.basis.article, r.basis.confidence])).toEqual([[5, 'year', '§36', 'V2'], [2, 'year', '§36', 'V2']]);
  });
  it('the ninety days leave out exactly what §64 names, and the time with the police', () => {
    expect(clock('decision').excludes?.map((e) => e.during)).toEqual(['testing', 'identification', 'refunding', 'suspended', 'hearing', 'noticeAnnouncement', 'criminalTransfer']);
    for (const e of clock('decision').excludes ?? []) expect(e.basis).toMatchObject({ article: '§64' });
  });
});

describe('职责分离', () => {
  it.each([
    ['filingApproval', ['filingCheck']], ['registrationApproval', ['registration']], ['registrationMakeUp', ['registration']], ['seizureApproval', ['seizure']], ['seizureMakeUp', ['seizure']], ['suspensionApproval', ['investigate']],
    ['terminationApproval', ['investigate']], ['review', investigators], ['hearingReview', investigators],
    ['hearingHolding', investigators], ['furtherDiscussion', ['furtherTime']], ['discussion', ['review', 'hearingReview']], ['decide', ['finalReport', 'officersSign', 'review', 'hearingReview']], ['closingApproval', ['closing']],
    ['deferralApproval', ['deferralReview']], ['seizureExtensionApproval', ['seizureDisposal']], ['refundApproval', ['investigate']],
  ])('%s is not for who did %j', (id, others) => expect(step(id).notSameAs).toEqual(others));

  it('审核人员不得是办案人员: every step in which evidence is gathered, or in which measures are taken, counts, in whatever round it was', () => {
    const officers = enforcement.nodes.flatMap((n) => (n.type === 'userTask' && n.assignment.kind === 'office' && n.assignment.role === 'officer' ? [n.id] : []));
    // What an officer does beside the investigation, or after the review.
    const others = ['cards', 'assistance', 'negotiation', 'suspended', 'furtherTime', 'noticeService', 'noticeAnnouncement', 'noticeAnnounced', 'hearingMaterials', 'paperCheck', 'judiciaryMaterial'];
    const handling = new Set(['handling', 'registrationTrack', 'seizureTrack', 'assistanceTrack', 'timeTrack', 'hearing', undefined]);
    expect(officers.filter((id) => handling.has(step(id).parent) && !others.includes(id)).sort()).toEqual([...investigators].sort());
    const both = { ...(walker.actor('lin') as Extract<Actor, { kind: 'person' }>), pools: ['officer@gd-amr', 'legal-reviewer@gd-amr'] };
    const d = walker.walk(upTo(walks.performed, 'finalReport'));
    walker.act(d, ['finalReport', 'unfinished', {}, 'lin']);
    for (const act of [['investigate', 'concluded', { investigationNote: '补充询问。' }, 'zhou'], ['finalReport', 'penalty', { ...part.finding, ...part.light }, 'zhou'], ...part.reported('penalty', part.light).slice(1)] as readonly Act[]) walker.act(d, act);
    expect(d.refused({ type: 'claim', task: d.task('review') }, both)).toMatchObject({ code: 'forbidden.separation' });
    d.act({ type: 'claim', task: d.task('review') }, walker.actor('xu'));
  });
  it('指定的办案人员: two different officers of the agency are chosen, and only they take the case, investigate, and write and sign the report', () => {
    const d = walker.walk(upTo(walks.performed, 'appointment'));
    const huang = walker.actor('huang');
    const appoint = (officers: readonly string[]) => ({ type: 'complete', task: d.task('appointment'), outcome: 'appointed', data: { officers }, people: peopleNamed({ officers }) }) as const;
    expect([['lin', 'lin'], ['lin'], ['lin', 'wu'], ['lin', 'he'], ['lin', '周敏']].map((officers) => d.refused(appoint(officers), huang).fields?.map((f) => `${f.field}: ${f.code}`))).toEqual([
      ['officers: named-twice'], ['officers: too-few'], ['officers: not-in-post'], ['officers: not-in-post'], ['officers: not-in-post'],
    ]);
    d.act(appoint(['lin', 'zhou']), huang);
    expect(d.state.data['officers']).toEqual([{ id: 'lin', name: '林晓' }, { id: 'zhou', name: '周敏' }]);
    // The same name in the same post, another account.
    const third = { ...(walker.actor('zhou') as Extract<Actor, { kind: 'person' }>), id: 'zhou-2' };
    for (const id of ['officersAccept', 'investigate', 'finalReport', 'officersSign']) {
      const at = walker.walk(upTo(walks.performed, id));
      const task = Object.values(at.state.tasks).find((t) => t.node === id)?.id ?? 0;
      expect(at.refused({ type: 'claim', task }, third)).toMatchObject({ code: 'forbidden.designated', params: { field: 'officers' } });
      at.act({ type: 'claim', task }, walker.actor('zhou'));
    }
  });
  it('an officer who leaves is replaced: the head of the section returns the case to the appointment, and it comes straight back', () => {
    const d = walker.walk(upTo(walks.backFromPolice, 'investigate', 1));
    const deng = walker.actor('deng');
    d.act({ type: 'return', task: d.task('investigate'), to: 'appointment', policy: 'back', reason: '吴倩调离。' }, deng);
    const officers = ['su', 'wu2'];
    const people = [...peopleNamed({ officers }), { id: 'wu2', name: '吴二', pools: ['officer@gz-amr'] }];
    d.act({ type: 'complete', task: d.task('appointment'), outcome: 'appointed', data: { officers }, people }, deng);
    expect(d.refused({ type: 'claim', task: d.task('investigate') }, walker.actor('wu'))).toMatchObject({ code: 'forbidden.designated' });
    d.act({ type: 'claim', task: d.task('investigate') }, walker.actor('su'));
  });
  it('听证主持人: whoever the head has chosen sets the day, holds the hearing and reports of it; no officer of the case is offered', () => {
    for (const id of ['hearingSchedule', 'hearingHolding', 'hearingReporting']) {
      const d = walker.walk(upTo(walks.heardNot, id));
      expect(d.refused({ type: 'claim', task: d.task(id) }, walker.actor('xu'))).toMatchObject({ code: 'forbidden.designated', params: { field: 'hearingHost' } });
      d.act({ type: 'claim', task: d.task(id) }, walker.actor('liao'));
    }
    const d = walker.walk(upTo(walks.heardNot, 'hearingHosting'));
    const host = (hearingHost: readonly string[]) => ({ type: 'complete', task: d.task('hearingHosting'), outcome: 'appointed', data: { hearingHost }, people: peopleNamed({ hearingHost }) }) as const;
    expect([['lin'], ['xu', 'liao']].map((names) => d.refused(host(names), walker.actor('he')).fields?.map((f) => f.code))).toEqual([['not-in-post'], ['too-many']]);
  });
  it('two officers are two different people: who has taken the case, or signed the report, does not do it for the other', () => {
    for (const id of ['officersAccept', 'officersSign']) {
      const d = walker.walk(upTo(walks.performed, id));
      const [one, two] = Object.values(d.state.tasks).filter((t) => t.node === id);
      const lin = walker.actor('lin');
      const outcome = id === 'officersAccept' ? 'accepted' : 'signed';
      d.act({ type: 'complete', task: one?.id ?? 0, outcome, data: id === 'officersAccept' ? { officerCards: part.bothCards } : {} }, lin);
      expect(d.refused({ type: 'complete', task: two?.id ?? 0, outcome, data: {} }, lin).code).toBe('signing.twice');
      expect(d.openNodes()).toContain(id);
      d.act({ type: 'complete', task: two?.id ?? 0, outcome, data: {} }, walker.actor('zhou'));
      expect(d.openNodes()).not.toContain(id);
    }
  });
  it('an officer of the case does not review it, whatever other post they hold', () => {
    const d = walker.walk(upTo(walks.performed, 'review'));
    expect(d.refused({ type: 'claim', task: d.task('review') }, person('zhou', 'officer@gd-amr', 'legal-reviewer@gd-amr'))).toMatchObject({ code: 'forbidden.separation' });
  });
});

describe('what the subject is told in writing', () => {
  const served = (way: Walk, ...titles: readonly string[]) => walker.walk(way, '2026-03-02').bodies('document.served').filter((b) => titles.includes(b.title));
  const valuesOf = (way: Walk, template: string) => walker.walk(way, '2026-03-02').bodies('document.drafted').filter((b) => b.template === template).map((b) => b.values);
  it('责令退款通知书: what, to whom, by when; it is served before anything is waited for (§64)', () => {
    const d = walker.walk(upTo(walks.timesOver, 'seizure'), '2026-03-02');
    expect(d.state.data).toMatchObject({ refundResult: '期限届满，未收到退还凭证', refundNumber: expect.any(String) });
    expect(valuesOf(walks.timesOver, 'refundOrder')).toMatchObject([{ amount: '840.00元', payees: '购买CG-1810型电热水壶的42名消费者（名单附后）', due: '2026-03-07' }]);
    expect(served(walks.timesOver, '责令退款通知书')).toMatchObject([{ name: '佛山市晨光电器有限公司', on: '2026-03-02', way: 'direct' }]);
  });
  it('延长行政强制措施期限告知书 with the reasons, 检测（检验、检疫、鉴定）期间告知书 with the day: both served with proof (§38)', () => {
    expect(served(walks.measured, '延长行政强制措施期限告知书', '检测（检验、检疫、鉴定）期间告知书').map((b) => b.title)).toEqual(['检测（检验、检疫、鉴定）期间告知书', '延长行政强制措施期限告知书']);
    expect(valuesOf(walks.measured, 'seizureExtension')).toMatchObject([{ reasons: '涉及多家经销商，需要逐一核对。', days: 30, decision: expect.any(String) }]);
  });
  it('告知书、决定书 name the officers with the numbers of their cards; with one number, a wrong one or that of somebody else nobody goes on', () => {
    expect(valuesOf(walks.performed, 'penaltyNotice')).toMatchObject([{ cards: '林晓（执法证号19000118001）、周敏（执法证号19000118002）' }]);
    for (const template of ['penaltyNotice', 'penaltyDecision', 'noPenaltyDecision', 'seizureDecision'] as const) expect(JSON.stringify(enforcement.documents?.[template]?.blocks)).toContain('执法人员：{cards}');
    const d = walker.walk(upTo(walks.backFromPolice, 'cards'));
    const give = (officerCards: string) => walker.act(d, ['cards', 'corrected', { officerCards }]);
    for (const wrong of ['吴倩 19010118001', '吴倩 19010118001\n林晓 19000118001', '吴倩 19010118001\n苏婷 12', '吴倩 19010118001\n吴倩 19010118002', '吴倩19010118001苏婷19010118002']) {
      give(wrong);
      expect(d.openNodes(), wrong).toEqual(['cards']);
    }
    give('苏婷 19010118002\n吴倩：19010118001');
    expect(d.openNodes()).not.toContain('cards');
  });
  it.each(['买买提·艾力', '陈伟（挂职）', 'O’Neil (Wu', '[陈.*'])('whatever a name is made of, nobody is kept from going on: %s', (name) => {
    const officers = [{ id: 'a', name }, { id: 'b', name: '陈伟' }];
    const held = (officerCards: string) => [evaluateFeel(cardsComplete, { officers, officerCards }, 'x'), evaluateFeel(cardsSaid, { officers, officerCards }, 'x')];
    expect(held(`${name} 19010118001\n陈伟 19010118002`)).toEqual([true, `${name}（执法证号19010118001）、陈伟（执法证号19010118002）`]);
    expect(held('陈伟明 19010118001\n陈伟 19010118002')[0]).toBe(false);
  });
  it('管辖权协商记录 after every negotiation, agreed or not (§13)', () => {
    const made = (way: Walk) => walker.walk(way).bodies('document.drafted').filter((b) => b.template === 'negotiation').length;
    expect([walks.agreed, walks.appointedOther, walks.appointedOurs].map(made)).toEqual([2, 1, 1]);
  });
});

describe('who sees what', () => {
  const chenguang = demoPerson('chenguang');
  const facts = (d: ReturnType<typeof walker.walk>) => ({ agency: d.state.agency, region: d.state.region, initiatorId: d.state.initiator.id, visibleTo: d.state.visibleTo });
  it('the subject learns of the case when it is told what it is to be punished for, and not while it is investigated', () => {
    if (!chenguang) throw new Error('no such person');
    const investigated = walker.walk(upTo(walks.performed, 'noticeService'));
    expect(maySee(sightOf(chenguang), facts(investigated))).toBe(false);
    const told = walker.walk(upTo(walks.performed, 'response'));
    expect(maySee(sightOf(chenguang), facts(told))).toBe(true);
  });
  it('it sees the finding and the penalty, not who reported it, what the officers wrote to each other, or where the lead came from', () => {
    if (!chenguang) throw new Error('no such person');
    const d = walker.walk(upTo(walks.performed, 'response'));
    const { fields, internal } = insight(chenguang, facts(d), enforcement, d.state.parties);
    expect(internal).toBe(false);
    for (const open of ['finalFacts', 'penaltyBasis', 'fineAmount', 'hearingRight', 'noticeServedOn', 'payBy']) expect(fields, open).toContain(open);
    for (const hidden of ['leadSummary', 'sourceKind', 'sourceNumber', 'filingReasons', 'investigationNote', 'reviewOpinion', 'discussionRecord', 'criminalFacts', 'rewardReasons', 'receivedBy']) expect(fields, hidden).not.toContain(hidden);
  });
  it('another agency that assists, appoints or takes over has a case of its own, and no step in this one', () => {
    const foreign = steps.filter((s) => s.assignment.kind === 'office' && s.assignment.agency.kind !== 'handling');
    expect(foreign).toEqual([]);
    expect(enforcement.nodes.flatMap((n) => (n.type === 'callActivity' ? [[n.process, n.wait !== false]] : []))).toEqual([
      ['jurisdiction-appointment', true], ['enforcement', false], ['jurisdiction-appointment', true], ['enforcement', false], ['criminal-transfer', true], ['investigation-assistance', true],
    ]);
  });
  it('personal data are marked, and nothing of them is published or told', () => {
    expect(Object.entries(enforcement.fields).filter(([, f]) => f.personal).map(([name]) => name)).toEqual(['receivedBy']);
    const leaving = enforcement.nodes.filter((n) => n.type === 'serviceTask').map((n) => JSON.stringify(n.input));
    expect(leaving.length).toBeGreaterThan(20);
    for (const input of leaving) expect(input).not.toContain('receivedBy');
  });
});

describe('听证标准 (听证办法 §5), at its border', () => {
  const right = (facts: Record<string, unknown>) => evaluateTable(hearingTable, { subjectKind: 'organisation', penaltyKinds: ['fine'], fineAmount: 0, illegalIncome: 0, goodsValue: 0, ...facts });
  it.each([
    ['自然人罚款 9999.99 元', { subjectKind: 'person', fineAmount: 999_999 }, false], ['自然人罚款一万元', { subjectKind: 'person', fineAmount: 1_000_000 }, true], ['单位罚款 99999.99 元', { fineAmount: 9_999_999 }, false],
    ['单位罚款十万元', { fineAmount: 10_000_000 }, true], ['单位没收合计十万元', { illegalIncome: 4_000_000, goodsValue: 6_000_000 }, true], ['单位没收合计不足十万元', { illegalIncome: 4_000_000, goodsValue: 5_999_999 }, false],
    ['自然人没收一万元', { subjectKind: 'person', illegalIncome: null, goodsValue: 1_000_000 }, true], ['责令停产停业', { penaltyKinds: ['suspension'] }, true], ['责令关闭', { penaltyKinds: ['closure'] }, true], ['限制从业', { penaltyKinds: ['restriction'] }, true],
    ['降低资质等级', { penaltyKinds: ['downgrade'] }, true], ['吊销许可证件', { penaltyKinds: ['fine', 'revocation'] }, true], ['警告', { penaltyKinds: ['warning'] }, false], ['未填写金额', { fineAmount: null, penaltyKinds: null }, false],
  ])('%s: %j → %s', (_what, facts, expected) => expect(right(facts)).toMatchObject({ ok: true, value: expected }));
});

describe('审核类别和集体讨论', () => {
  const grade = (facts: Record<string, unknown>) => evaluateTable(gradeTable, { complexCase: false, penaltyKinds: ['fine'], publicInterest: false, hearingRight: false, hearingHeldOn: null, ...facts });
  it.each([
    ['一般案件', {}, { review: 'case', collective: false }], ['情节复杂或者重大', { complexCase: true }, { review: 'legal', collective: true }], ['吊销', { penaltyKinds: ['revocation'] }, { review: 'legal', collective: true }],
    ['重大公共利益', { publicInterest: true }, { review: 'legal', collective: true }], ['经过听证', { hearingRight: true, hearingHeldOn: '2026-03-02' }, { review: 'legal', collective: true }], ['可能听证', { hearingRight: true }, { review: 'legal', collective: false }],
  ])('%s', (_what, facts, value) => expect(grade(facts)).toMatchObject({ ok: true, value }));
});

describe('公示期 (令第45号、第107号)', () => {
  const tier = (facts: Record<string, unknown>) => evaluateTable(publicityTable, { penaltyKinds: ['fine'], mitigated: false, responsiblePerson: false, fineAmount: 1_000_000, qualityField: false, ...facts });
  it.each([
    ['仅警告', { penaltyKinds: ['warning'] }, 'none', 0], ['通报批评', { penaltyKinds: ['criticism'] }, 'minor', 3], ['警告并通报批评', { penaltyKinds: ['warning', 'criticism'] }, 'minor', 3], ['单位从轻，五万元', { mitigated: true, fineAmount: 5_000_000 }, 'minor', 3],
    ['单位从轻，五万元零一分', { mitigated: true, fineAmount: 5_000_001 }, 'general', 12], ['责任人从轻，五千元', { mitigated: true, responsiblePerson: true, fineAmount: 500_000 }, 'minor', 3],
    ['责任人从轻，超过五千元', { mitigated: true, responsiblePerson: true, fineAmount: 500_001 }, 'general', 12], ['一般罚款', {}, 'general', 12], ['重点领域', { qualityField: true }, 'serious', 36], ['停产停业', { penaltyKinds: ['suspension'] }, 'serious', 36],
    ['限制从业', { penaltyKinds: ['restriction'] }, 'serious', 36], ['降低资质', { penaltyKinds: ['downgrade'] }, 'fixed', 36], ['从轻罚款并没收', { mitigated: true, penaltyKinds: ['fine', 'confiscation'] }, 'general', 12], ['重点领域，从轻小额罚款', { mitigated: true, qualityField: true }, 'minor', 3], ['吊销', { penaltyKinds: ['revocation', 'fine'] }, 'fixed', 36], ['未填写种类', { penaltyKinds: null }, 'general', 12],
  ])('%s: %j → %s, %i months', (_what, facts, expected, months) => expect(tier(facts)).toMatchObject({ ok: true, value: { tier: expected, months } }));

  it('the period ends on the corresponding day, or with the restriction where that is longer', () => {
    const d = walker.walk({ ...upTo(walks.performed, 'closing') }, '2026-08-31');
    expect(d.state.data).toMatchObject({ publicityTier: 'general', publicFrom: '2026-08-31', publicUntil: '2027-08-31' });
    const longer = walker.walk({ ...walks.performed, outcome: null, acts: [...upTo(walks.performed, 'publishing').acts, ['publishing', 'published', { publicFrom: '2026-08-31', restrictionUntil: '2029-01-31' }]] }, '2026-08-31');
    expect(longer.state.data['publicUntil']).toBe('2029-01-31');
    expect(longer.bodies('job.requested').find((j) => j.service === 'credit.record')?.input).toMatchObject({ uscc: '91440605MA4W2Q7H9C', kind: 'penalty', level: 'general', publicUntil: '2029-01-31' });
  });
});

describe('加处罚款: three per cent of the fine a day, up to its amount, in whole fen (程序规定 §75)', () => {
  const fine = (amount: number | null, days: number | null) => evaluateFeel(lateFine('fine', 'n'), { fine: amount, n: days }, 'test');
  it.each([
    [5_000_000, 0, 0], [5_000_000, 1, 150_000], [5_000_000, 33, 4_950_000], [5_000_000, 34, 5_000_000], [5_000_000, 400, 5_000_000], [12_345, 10, 3_703], [1, 33, 0], [1, 34, 1], [3, 12, 1], [333_333, 7, 69_999], [10_000_000_000_000, 33, 9_900_000_000_000],
  ])('%i fen, %i days: %i', (amount, days, expected) => expect(fine(amount, days)).toBe(expected));
  it('it is exact: the same as in whole numbers, for sums that floating point would round', () => {
    for (let i = 0; i < 2_000; i++) {
      const amount = Math.floor((i * 7_919_777_777) % 10_000_000_000_000);
      const days = i % 40;
      const exact = (BigInt(amount) * 3n * BigInt(Math.min(days, 34))) / 100n;
      expect(fine(amount, days), `${amount} ${days}`).toBe(Number(exact > BigInt(amount) ? BigInt(amount) : exact));
    }
  });
  it('nothing is late that is not known', () => expect([fine(null, 3), fine(100, null)]).toEqual([0, 0]));

  const days = (paidOn: string | null, by: string, leftOut: number | null = null) => evaluateFeel(lateDays('p', 'b', 'l'), { p: paidOn, b: by, l: leftOut }, 'test');
  it.each([
    ['2026-03-17', '2026-03-17', null, 0], ['2026-03-18', '2026-03-17', null, 1], ['2026-03-10', '2026-03-17', null, 0], ['2026-04-16', '2026-03-17', 10, 20], ['2026-04-16', '2026-03-17', 100, 0], [null, '2026-03-17', null, 0],
  ])('paid on %s, due on %s, %s days of remedies: %i', (paidOn, by, leftOut, expected) => expect(days(paidOn, by, leftOut)).toBe(expected));

  it('in a case: a day late, then what is still missing; from the payment of the fine nothing is added', () => {
    const d = walker.walk(upTo(walks.late, 'remedy'), '2026-03-02');
    expect(d.state.data).toMatchObject({ payBy: '2026-03-17', lateFine: 150_000, totalDue: 6_350_000, paidTotal: 6_350_000, unpaidFine: 0, enforced: 'paid' });
  });
  it('what is paid late in part stays late for the rest, and never exceeds the fine', () => {
    const part = (amount: number, n: number) => ['arrears', 'paid', { paidOn: `2026-0${n}-17`, paidAmount: amount, receiptNumber: 'P', lateDaysLeftOut: 0 }] as const;
    const d = walker.walk({ ...walks.late, acts: upTo(walks.late, 'arrears').acts, outcome: null }, '2026-03-02').until('2026-04-17T02:00:00.000Z');
    walker.act(d, part(2_000_000, 4));
    // 31 days late on 50,000 yuan: 46,500. Then 30 days on the 30,000 that are left, up to 50,000 altogether.
    expect(d.state.data).toMatchObject({ lateDays: 31, lateFine: 4_650_000, unpaidFine: 3_000_000, lateFrom: '2026-04-17' });
    d.until('2026-05-17T02:00:00.000Z');
    walker.act(d, part(1_000_000, 5));
    expect(d.state.data).toMatchObject({ lateDays: 30, lateFine: 5_000_000, unpaidFine: 2_000_000, totalDue: 11_200_000 });
  });
});

describe('what the subject is not told of cannot be decided', () => {
  it('a penalty where none was announced goes back to the report', () => {
    const d = walker.walk(upTo(walks.minor, 'decide'));
    walker.act(d, ['decide', 'penalty', { decisionOpinion: '应当处罚。' }]);
    expect(d.openNodes()).toContain('finalReport');
    expect(d.state.data['caseResult']).toBeUndefined();
  });
  it('what is registered or seized is settled before the case leaves the investigation', () => {
    const d = walker.walk(upTo(walks.heard, 'measuresSettling'));
    walker.act(d, ['measuresSettling', 'settled']);
    expect(d.openNodes()).toContain('measuresSettling');
    expect(d.openNodes()).not.toContain('decisionService');
  });
});
