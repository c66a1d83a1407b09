/** Each step for which the law sets a limit, or sets none, and the clock that carries it with the same number, unit and basis: row by row of the table of statutory limits (§§3–8, 12). */
import { describe, expect, it } from 'vitest';
import { definitions } from './registry.ts';
import { shownOf } from '../test/support/shown.ts';

/** process clock: number and unit, article. */
type Carried = readonly [step: string, process: string, clock: string, limit: `${number} ${'WD' | 'CD' | 'H' | 'M' | 'Y'}`, article: string];
/** Which has no clock, and why. */
type None = readonly [step: string, why: string];

const sections: Readonly<Record<string, readonly (Carried | None)[]>> = {
  '§3 消费品召回 (总局令第19号)': [
    ['报告重大缺陷、境外召回', 'product-recall', 'report', '2 WD', '§8①'], ['报告重大缺陷、境外召回（其他经营者）', 'product-recall', 'operatorReport', '2 WD', '§8①'], ['转通报生产者所在地省局', 'product-recall', 'forwarding', '2 WD', '§8②'], ['通知生产者调查分析', 'product-recall', 'investigationNotice', '3 WD', '§9②'],
    ['调查分析、报告结果', '立即，或者按通知要求：没有日数'], ['缺陷调查', '没有日数'], ['召回通知', '没有日数'], ['异议', 'product-recall', 'objection', '10 WD', '§13①'], ['缺陷认定、通知结果', '没有日数：determination 为内部时限'], ['责令召回', '没有日数：order 为内部时限'],
    ['停产停售、通知经营者', '立即：没有日数'], ['报告召回计划', 'product-recall', 'plan', '10 WD', '§17'], ['公示召回计划', '没有日数'], ['发布召回信息', 'product-recall', 'publication', '3 WD', '§19②'], ['阶段性总结', 'product-recall', 'phaseReport', '3 M', '§21①'],
    ['召回总结', 'product-recall', 'summary', '15 WD', '§21①'], ['召回记录保存', '五年保存期限，不是办理时限'], ['重新召回', '没有日数'], ['限期改正', '由责令改正通知载明'], ['记入信用档案并公布', '没有日数'],
  ],
  '§4 缺陷汽车产品召回 (国务院令第626号)': [
    ['备案信息变化更新', '不是召回案件的环节'], ['调查分析并报告', '立即：没有日数'], ['评估、缺陷调查', '没有日数'], ['召回通知书', '没有日数'], ['书面异议', 'product-recall', 'objection', '15 WD', '§15②'], ['责令召回', '没有日数'],
    ['召回计划备案', 'product-recall', 'plan', '5 WD', '§24'], ['向社会发布', 'product-recall', 'publication', '5 WD', '§26'], ['告知车主', 'product-recall', 'ownerNotice', '30 WD', '§26'], ['阶段性报告', 'product-recall', 'phaseReport', '3 M', '§30'], ['总结报告', 'product-recall', 'summary', '15 WD', '§30'],
    ['记录保存', '保存期限，不是办理时限'], ['效果评估、再次召回', '没有日数'],
  ],
  '§4 机动车排放召回 (总局、生态环境部令第40号)': [
    ['书面异议', 'product-recall', 'objection', '15 WD', '异议期限（条文号未核）'], ['召回计划', 'product-recall', 'plan', '5 WD', '召回计划期限（条文号未核）'], ['向社会发布', 'product-recall', 'publication', '5 WD', '召回信息发布期限（条文号未核）'],
    ['告知车主', 'product-recall', 'ownerNotice', '30 WD', '告知车主期限（条文号未核）'], ['修改召回计划后重新提交', 'product-recall', 'planChange', '5 WD', '修改召回计划期限（条文号未核）'],
    ['会同生态环境部门调查、会商', '没有日数：ecology、consultation 为内部时限'], ['阶段性报告、总结报告', '没有查到日数：emissionPhase、emissionSummary 为内部时限'],
  ],
  '§5 投诉 (总局令第121号)': [
    ['登记、限期提供身份材料', '由通知书载明日期：identityOver 到该日为止'], ['分送', '及时：distribution 为内部时限'], ['受理、不予受理决定并告知', 'complaint', 'acceptance', '7 WD', '§15'], ['处理权限争议协商', 'complaint', 'dispute', '7 WD', '§33'],
    ['处理权限争议协商（对方机关）', 'jurisdiction-dispute', 'consultation', '7 WD', '§33'], ['调解通知', '提前，没有日数'], ['回避申请', '没有日数：recusal 为内部时限'], ['鉴定检测', '不计入调解期限，没有日数'], ['未达成协议，终止调解', 'complaint', 'mediation', '60 CD', '§23①(5)'],
    ['未达成协议，终止调解（2024年7月1日以前收到）', 'complaint', 'mediation', '45 WD', '§21(5)'], ['告知终止', 'complaint', 'terminationNotice', '7 WD', '§23②'], ['调解书、调解记录', '没有日数'], ['调解中发现违法线索核查', 'report', 'check', '15 WD', '§18'], ['抽查、回访', '没有日数：callBack 为内部时限'],
  ],
  '§6 举报、行政处罚 (总局令第2号)': [
    ['管辖争议协商', 'enforcement', 'negotiation', '7 WD', '§13'], ['指定管辖', 'jurisdiction-appointment', 'appointment', '7 WD', '§16'], ['线索核查，决定是否立案', 'enforcement', 'check', '15 WD', '§18'], ['线索核查（举报）', 'report', 'check', '15 WD', '§18'],
    ['指定办案人员', '立案之时：appointment 为内部时限'], ['当场先行登记补办批准', 'enforcement', 'registrationMakeUp', '24 H', '§33'], ['当场强制措施补办批准', 'enforcement', 'seizureMakeUp', '24 H', '§36'], ['先行登记保存处理', 'enforcement', 'registration', '7 WD', '§35'],
    ['查封扣押', 'enforcement', 'seizure', '30 CD', '§38'], ['协助调查', 'investigation-assistance', 'assistance', '15 WD', '§45'], ['中止、终止调查', '没有日数；中止期间九十日不计'], ['审核', 'enforcement', 'review', '10 WD', '§55'], ['陈述申辩、要求听证', 'enforcement', 'statement', '5 WD', '§57'],
    ['确定听证主持人', 'enforcement', 'hearingHost', '3 WD', '§18'], ['移交材料', 'enforcement', 'hearingMaterials', '3 WD', '§19'], ['定时间地点', 'enforcement', 'hearingSchedule', '5 WD', '§20'], ['送达听证通知', 'enforcement', 'hearingNotice', '7 WD', '§20'],
    ['公告听证', 'enforcement', 'hearingAnnouncement', '3 WD', '§22'], ['听证报告', 'enforcement', 'hearingReport', '5 WD', '§29'], ['集体讨论', '在九十日之内：discussion 为内部时限'], ['处理决定', 'enforcement', 'decision', '90 CD', '§64'], ['送达决定书', 'enforcement', 'decisionService', '7 WD', '§81'],
    ['公告送达决定书', 'enforcement', 'decisionAnnouncement', '30 CD', '§82(5)'], ['公告送达告知书', 'enforcement', 'noticeAnnouncement', '30 CD', '§82(5)'], ['缴款', 'enforcement', 'payment', '15 CD', '§72'], ['信息公示（省内）', 'enforcement', 'publication', '20 WD', '§9'],
    ['信息公示（跨省推送）', 'enforcement', 'push', '10 WD', '§10'], ['信息公示（跨省公示）', 'enforcement', 'publicationElsewhere', '10 WD', '§10'], ['撤回公示', 'enforcement', 'withdrawal', '3 WD', '§11'], ['复议', 'enforcement', 'reconsideration', '60 CD', '§20'],
    ['诉讼', 'enforcement', 'litigation', '6 M', '§46'], ['催告', 'enforcement', 'urging', '10 WD', '§54'], ['申请强制执行', 'enforcement', 'application', '3 M', '§53'], ['结案审批', 'enforcement', 'closing', '15 WD', '§77'], ['结案审批（撤销）', 'enforcement', 'revokedClosing', '15 WD', '§77'],
    ['简易程序归档', 'summary-penalty', 'archiving', '7 WD', '§70'], ['缴款（当场处罚）', 'summary-penalty', 'payment', '15 CD', '§72'], ['复议（当场处罚，复议前置）', 'summary-penalty', 'reconsideration', '60 CD', '§20'],
    ['诉讼（当场处罚）', '对当场处罚决定不服，先申请行政复议（行政复议法§23）：没有直接起诉的六个月'], ['催告（当场处罚）', 'summary-penalty', 'urging', '10 WD', '§54'], ['申请强制执行（当场处罚）', 'summary-penalty', 'application', '3 M', '§53'],
    // Not in the table of 2026-11-23: read in the text from which its §6 was taken.
    ['信息公示（当场处罚）', '令第45号§2只规定普通程序的处罚公示'],
    ['处罚时效', 'enforcement', 'limitation', '2 Y', '§36'], ['处罚时效（生命健康、金融安全）', 'enforcement', 'limitation', '5 Y', '§36'], ['处罚时效（举报）', 'report', 'limitation', '2 Y', '§36'], ['处罚时效（举报，生命健康、金融安全）', 'report', 'limitation', '5 Y', '§36'],
    // Not a number of the law, but the day that the approval names: the clock ends on it.
    ['分期、暂缓缴纳', 'enforcement', 'instalment', '1 CD', '§74'], ['分期、暂缓缴纳（当场处罚）', 'summary-penalty', 'instalment', '1 CD', '§74'], ['告知实名举报人（2026年4月15日前收到，令第20号）', 'report', 'tellReporter', '5 WD', '§31'],
  ],
  '§7 移送涉嫌犯罪案件 (国务院令第310号)': [
    ['专案组核实、书面报告', '立即：designation、verification 为内部时限'], ['批准、不批准移送', 'criminal-transfer', 'approval', '3 CD', '§5②'], ['移送同级公安', 'criminal-transfer', 'transfer', '24 H', '§5②'], ['不批准的理由记录在案', '没有日数'],
    ['回执签字、转送', 'criminal-acceptance', 'receipt', '24 H', '§7'], ['材料不全通知补正', 'criminal-acceptance', 'supplementAsk', '24 H', '§180②'], ['补正', 'criminal-transfer', 'supplement', '3 CD', '§180②'], ['立案审查决定', 'criminal-acceptance', 'filingDecision', '3 CD', '§8'],
    ['提请复议', 'criminal-transfer', 'reconsideration', '3 CD', '§9①'], ['复议决定', 'criminal-acceptance', 'reconsideration', '3 CD', '§9②'], ['建议立案监督', 'criminal-transfer', 'supervisionProposal', '3 CD', '§9②'], ['说明不立案理由', 'criminal-acceptance', 'explanation', '7 CD', '§182'],
    ['说明不立案理由（检察院等待）', 'filing-supervision', 'explanation', '7 CD', '§182'], ['通知后立案', 'criminal-acceptance', 'filingOnNotice', '15 CD', '§182'], ['通知后立案（检察院等待）', 'filing-supervision', 'filing', '15 CD', '§182'], ['不予立案，依法行政处理', '回到九十日的期限：enforcement decision 恢复计算'],
    ['移交涉案物品材料', 'criminal-transfer', 'handover', '3 CD', '§12'], ['已罚款折抵', '没有日数'], ['反向衔接：刑检移送行政检察', 'procuratorial-opinion', 'internalTransfer', '3 WD', '移送期限（条文号未核）'], ['反向衔接：审查', 'procuratorial-opinion', 'review', '10 WD', '审查期限（条文号未核）'],
    ['反向衔接：行政机关核查立案', 'opinion-handling', 'verification', '15 WD', '§18'], // The day that the opinion names; where it names none the limit is internal (D10).
    ['反向衔接：回复', 'opinion-handling', 'reply', '1 CD', '载明日期'],
  ],
  '§8 政府质量奖 (粤府办〔2021〕55号)': [
    ['申报、审核、形式审查、评审、表决', '没有查到日数：各环节均为内部时限'], ['公示', '没有查到日数：noticeDays 由方案确定，默认五个工作日'], ['异议受理审查', '令第36号 §25 适用于中国质量奖，本省规则没有查到日数：objection 五个工作日为内部时限'], ['虚假申报、骗奖', '不受理年限，不是办理时限'],
  ],
  '§12 专项资金 (预算法)': [
    ['一般性转移支付下达', 'fund-call', 'transfer', '30 CD', '§52'], ['专项转移支付下达', 'fund-call', 'transfer', '60 CD', '§52'], ['上级转移支付转下达', 'fund-call', 'transfer', '30 CD', '§52'], ['公示', '没有查到日数：publicNotice 五个工作日为内部时限'], ['申报审查、评审、验收', '没有法定日数：均为内部时限'], ['绩效评价结果应用', '没有日数'],
  ],
};
/** Limits that the table does not have, under articles that say so wherever they are shown: 依据待核. */
const unconfirmed: readonly Carried[] = [
  ['当场收缴的罚款交至本机关', 'summary-penalty', 'handingIn', '2 WD', '§73'], ['当场收缴的罚款缴付银行', 'summary-penalty', 'banking', '2 WD', '§73'],
];
const units = { 'working-day': 'WD', 'calendar-day': 'CD', hour: 'H', month: 'M', year: 'Y' } as const;
const isCarried = (row: Carried | None): row is Carried => row.length === 5;

describe.each(Object.entries(sections))('%s', (_section, rows) => {
  it.each(rows.filter(isCarried))('%s: %s %s, %s, %s', (_step, process, clock, limit, article) => {
    const rules = shownOf(process).model.clocks.find((c) => c.id === clock)?.rules ?? [];
    const found = rules.find(({ budget, basis }) => `${budget.amount} ${units[budget.unit]}` === limit && basis.article === article);
    expect(found, JSON.stringify(rules.map(({ budget, basis }) => [budget, basis.article]))).toBeDefined();
    expect(found?.basis).toMatchObject({ confidence: expect.stringMatching(/^V[123]$/), version: expect.stringMatching(/\S{4}/) });
    expect(found?.basis.internal).toBeUndefined();
  });
  it('what has no clock says why', () => expect(rows.filter((row) => !isCarried(row) && (row[1] ?? '').length < 2)).toEqual([]));
});

it.each(unconfirmed)('%s: not in the table, and %s %s says so', (_step, process, clock, _limit, article) => {
  const { basis } = shownOf(process).model.clocks.find((c) => c.id === clock)?.rules[0] ?? {};
  expect(basis).toMatchObject({ article, confidence: 'R' });
});

it('no clock claims a limit that stands in no row', () => {
  const carried = new Set([...Object.values(sections).flat().filter(isCarried), ...unconfirmed].map(([, process, clock, limit]) => `${process} ${clock} ${limit}`));
  const claimed = definitions.flatMap(({ key, clocks }) => clocks.flatMap((c) => c.rules.filter((r) => r.basis.internal !== true).map((r) => `${key} ${c.id} ${r.budget.amount} ${units[r.budget.unit]}`)));
  expect(claimed.length).toBeGreaterThan(50);
  expect(claimed.filter((c) => !carried.has(c))).toEqual([]);
});
