/** What reports, penalties and their execution rest on. Numbers and articles as found on 2026-11-23; articles in the short form of citation.ts. */
import { internalTarget, under, workingDays, type Instrument } from '../../domain/model/builder-clocks.ts';
import { text } from '../../domain/text.ts';

export const procedure: Instrument = {
  name: text('市场监督管理行政处罚程序规定', 'Provisions on Administrative Penalty Procedures of Market Regulation'),
  version: '国家市场监督管理总局令第2号，2022-09-29第61号令第二次修正', confidence: 'V1',
};
export const hearingRule: Instrument = {
  name: text('市场监督管理行政处罚听证办法', 'Measures for Hearings on Administrative Penalties of Market Regulation'),
  version: '国家市场监督管理总局令第3号，2021年第42号令修正', confidence: 'V1',
};
export const penaltyLaw: Instrument = { name: text('中华人民共和国行政处罚法', 'Administrative Penalty Law'), version: '2021年修订，2021-07-15施行', confidence: 'V1' };
export const compulsionLaw: Instrument = { name: text('中华人民共和国行政强制法', 'Administrative Compulsion Law'), version: '2012-01-01施行', confidence: 'V1' };
export const publicityRule: Instrument = {
  name: text('市场监督管理行政处罚信息公示规定', 'Provisions on the Publication of Administrative Penalties of Market Regulation'),
  version: '国家市场监督管理总局令第45号，2025-12-25第108号令修正', confidence: 'V1',
};
export const reconsiderationLaw: Instrument = { name: text('中华人民共和国行政复议法', 'Administrative Reconsideration Law'), version: '2023年修订，2024-01-01施行', confidence: 'V1' };
export const litigationLaw: Instrument = { name: text('中华人民共和国行政诉讼法', 'Administrative Litigation Law'), version: '2017年修正，2017-07-01施行', confidence: 'V1' };
export const guangdongRegulation: Instrument = { name: text('广东省市场监管条例', 'Guangdong Regulation on Market Regulation'), version: '2021年修订', confidence: 'V2' };

/** 内部时限: the law names no number of days for these. */
export const internal = {
  /** 及时. */
  lift: workingDays(1, internalTarget),
  assistanceCheck: workingDays(3, internalTarget),
  discussion: workingDays(10, internalTarget),
  decision: workingDays(5, internalTarget),
  departmentTransfer: workingDays(5, internalTarget),
  /** 举报奖励办法 ch. 4 was not read. */
  reward: workingDays(15, internalTarget),
  appointment: workingDays(3, internalTarget),
  paymentCheck: workingDays(3, internalTarget),
  statementReview: workingDays(5, internalTarget),
} as const;

export const excluded = { test: text('检测、检验、检疫、鉴定', 'Tests and expert opinions'), identification: text('权利人辨认、鉴别', 'Identification by the holder of the right') } as const;
export const exclusionOfCheck = under(procedure, '§18');
export const exclusionOfDecision = under(procedure, '§64');
