/**
 * 法律依据: every instrument that the processes cite, each once, as it was found on 2026-11-23. `articles` are those of which the text, or what is taken from it, was
 * read: a limit under any other article is marked as not confirmed (依据待核), wherever it is shown. V1: read in June 2026 as in force; V2: in a copy of April 2025;
 * V3: in excerpts. Numbers and dates that were not read are left out.
 */
import type { Day } from '../domain/calendar/types.ts';
import type { Instrument } from '../domain/model/builder-clocks.ts';
import { text } from '../domain/text.ts';

export interface Listed extends Instrument {
  readonly articles: readonly string[];
  /** Names by which texts cite it beside its own. */
  readonly short: readonly string[];
  readonly from: Day | null;
}

interface Facts {
  readonly number?: string;
  readonly revised?: string;
  /** In force from, and until. */
  readonly from?: Day;
  readonly until?: Day;
  readonly confidence: Instrument['confidence'];
  readonly articles: readonly string[];
  readonly short?: readonly string[];
}

const copies = { V1: '2026年6月核对的现行文本', V2: '2025年4月核对的文本', V3: '节录', R: '未核对' } as const;

function listed(zh: string, en: string, { number, revised, from, until, confidence, articles, short = [] }: Facts): Listed {
  const said = [number, from === undefined ? undefined : `${from}施行`, revised, until === undefined ? undefined : `${until}废止`].filter((part) => part !== undefined);
  return { name: text(zh, en), version: said.length > 0 ? said.join('，') : copies[confidence], confidence, articles, short, from: from ?? null };
}

export const consumerRecallRule = listed('消费品召回管理暂行规定', 'Interim Provisions on the Administration of Consumer Product Recalls', {
  number: '国家市场监督管理总局令第19号', from: '2020-01-01', confidence: 'V1', articles: ['§8①', '§8②', '§9', '§9②', '§10', '§11', '§12', '§13①', '§13②', '§14', '§15', '§16', '§17', '§18', '§19①', '§19②', '§21①', '§21②', '§22', '§24', '§25', '§27', '§30'],
});
export const vehicleRecallRegulation = listed('缺陷汽车产品召回管理条例', 'Regulation on the Administration of Recalls of Defective Motor Vehicles', {
  number: '国务院令第626号', from: '2013-01-01', revised: '2019-03-02修订', confidence: 'V1', articles: ['§5', '§9', '§11', '§12', '§13', '§15②', '§15③', '§21'],
});
export const vehicleRecallMeasures = listed('缺陷汽车产品召回管理条例实施办法', 'Implementing Measures for the Regulation on Recalls of Defective Motor Vehicles', {
  number: '国家质量监督检验检疫总局令第176号', from: '2016-01-01', revised: '市场监管总局修订', confidence: 'V1', articles: ['§11②', '§14', '§15', '§16', '§20', '§22', '§22①', '§23', '§24', '§26', '§29', '§30', '§34'],
});
/** Its days are known (15, 5, 5, 30 working days; a changed plan 5); the numbers of its articles were not read. */
export const emissionRecallRule = listed('机动车排放召回管理规定', 'Provisions on the Administration of Motor Vehicle Emission Recalls', {
  number: '国家市场监督管理总局、生态环境部令第40号', from: '2021-07-01', confidence: 'V1',
  articles: ['异议期限（条文号未核）', '召回计划期限（条文号未核）', '召回信息发布期限（条文号未核）', '告知车主期限（条文号未核）', '修改召回计划期限（条文号未核）'],
});

export const complaintMeasures = listed('市场监督管理投诉举报处理办法', 'Measures for Handling Complaints and Reports in Market Regulation', {
  number: '国家市场监督管理总局令第121号', from: '2026-04-15', confidence: 'V1', short: ['总局令第121号', '令第121号'],
  articles: ['§9', '§10', '§12', '§13', '§15', '§16', '§17', '§18', '§19', '§20', '§21', '§22', '§23①(4)', '§23①(5)', '§23①', '§23②', '§24', '§26', '§27', '§33', '§34', '§35', '§35②', '§36', '§38', '§41', '§42', '§44', '§45', '§46'],
});
/** Its limits are known (7, 45, 7 working days; 15 and 15; 5); of the articles only these. */
export const formerComplaintMeasures = listed('市场监督管理投诉举报处理暂行办法', 'Interim Measures for Handling Complaints and Reports in Market Regulation', {
  number: '国家市场监督管理总局令第20号', until: '2026-04-15', confidence: 'V2', short: ['令第20号'], articles: ['§21(2)', '§21(5)', '§31'],
});
export const consumerRightsLaw = listed('中华人民共和国消费者权益保护法', 'Law on the Protection of Consumer Rights and Interests', { confidence: 'V1', short: ['消费者权益保护法', '消保法'], articles: ['§19', '§37', '§39', '§46', '§47', '§56'] });
export const consumerRightsRegulation = listed('中华人民共和国消费者权益保护法实施条例', 'Regulation for the Implementation of the Law on the Protection of Consumer Rights and Interests', {
  from: '2024-07-01', confidence: 'V1', short: ['消保法实施条例'], articles: ['§41', '§46', '§46③', '§47'],
});

export const penaltyProcedure = listed('市场监督管理行政处罚程序规定', 'Provisions on Administrative Penalty Procedures of Market Regulation', {
  number: '国家市场监督管理总局令第2号', revised: '2021年第42号令、2022-09-29第61号令修正', confidence: 'V1', short: ['程序规定'],
  articles: [
    '§13', '§16', '§18', '§19', '§20', '§33', '§35', '§36', '§38', '§45', '§46', '§47', '§48', '§49', '§50', '§51', '§52', '§53', '§54', '§55', '§57', '§60', '§60②', '§63', '§64', '§66', '§67', '§68', '§69', '§70', '§72', '§74', '§75', '§76', '§77', '§78', '§80', '§81', '§82', '§82(5)', '§84',
  ],
});
export const hearingMeasures = listed('市场监督管理行政处罚听证办法', 'Measures for Hearings on Administrative Penalties of Market Regulation', {
  number: '国家市场监督管理总局令第3号', revised: '2021年第42号令修正', confidence: 'V1', short: ['听证办法'], articles: ['§5', '§7', '§18', '§19', '§20', '§21', '§22', '§29', '§31'],
});
export const penaltyLaw = listed('中华人民共和国行政处罚法', 'Administrative Penalty Law', { revised: '2021年修订', confidence: 'V2', short: ['行政处罚法', '处罚法'], articles: ['§28', '§33', '§36', '§42', '§44', '§45', '§51', '§52', '§60', '§64', '§68', '§69', '§70', '§71', '§72', '§73', '§85'] });
export const compulsionLaw = listed('中华人民共和国行政强制法', 'Administrative Compulsion Law', { confidence: 'V1', short: ['行政强制法', '强制法'], articles: ['§25', '§53', '§54', '§69'] });
export const penaltyPublicity = listed('市场监督管理行政处罚信息公示规定', 'Provisions on the Publication of Administrative Penalties of Market Regulation', {
  number: '国家市场监督管理总局令第45号', revised: '2025-12-25第108号令修正', confidence: 'V1', short: ['令第45号'], articles: ['§2', '§8', '§9', '§10', '§11', '§13', '§14', '§15'],
});
export const creditRepairMeasures = listed('市场监督管理信用修复管理办法', 'Measures for Credit Repair in Market Regulation', {
  number: '国家市场监督管理总局令第107号', from: '2025-12-25', confidence: 'V1', short: ['令第107号'], articles: ['§4', '§7', '§8', '§9', '§11', '§13', '§14', '§16', '§17', '§22', '§23', '§25'],
});
export const reconsiderationLaw = listed('中华人民共和国行政复议法', 'Administrative Reconsideration Law', { confidence: 'V1', short: ['行政复议法', '复议法'], articles: ['§20', '§23', '§88'] });
export const litigationLaw = listed('中华人民共和国行政诉讼法', 'Administrative Litigation Law', { confidence: 'V1', short: ['行政诉讼法', '行诉法'], articles: ['§46'] });

export const transferRegulation = listed('行政执法机关移送涉嫌犯罪案件的规定', 'Provisions on the Transfer of Suspected Criminal Cases by Administrative Law Enforcement Organs', {
  number: '国务院令第310号', from: '2001-07-09', revised: '2020-08-07修订', confidence: 'V1', short: ['移送规定', '国务院令第310号'], articles: ['§5①', '§5②', '§6', '§7', '§8', '§9①', '§9②', '§10', '§11', '§12', '§18', '§19'],
});
export const policeProcedure = listed('公安机关办理刑事案件程序规定', 'Provisions on the Procedures for Handling Criminal Cases by Public Security Organs', { revised: '2020年修正', confidence: 'V2', articles: ['§180①', '§180②', '§181', '§182'] });
/** What it says of days was read in excerpts; of its articles only these are known by number. */
export const reverseGuideline = listed('人民检察院行刑反向衔接工作指引', 'Guidelines of the People’s Procuratorates on Reverse Transfer', { number: '2024-11-26', confidence: 'V3', articles: ['§12', '§13', '§12、§13', '移送期限（条文号未核）', '审查期限（条文号未核）'] });

export const provincialAwardMeasures = listed('广东省政府质量奖管理办法', 'Measures for the Quality Award of the Guangdong Government', { number: '粤府办〔2021〕55号', revised: '2021-12-30印发', confidence: 'V3', articles: ['§4'] });
export const nationalAwardMeasures = listed('中国质量奖管理办法', 'Measures for the China Quality Award', {
  number: '国家市场监督管理总局令第36号', from: '2021-05-01', confidence: 'V1', articles: ['§4', '§6', '§8', '§9', '§12', '§14', '§15', '§16', '§17', '§19', '§20', '§21', '§22', '§23', '§25', '§27', '§30', '§31', '§36', '§37①', '§37②', '§39'],
});
export const budgetLaw = listed('中华人民共和国预算法', 'Budget Law of the People’s Republic of China', { confidence: 'V2', short: ['预算法'], articles: ['§52'] });

export const budgetRegulation = listed('中华人民共和国预算法实施条例', 'Regulation for the Implementation of the Budget Law', { confidence: 'V2', short: ['预算法实施条例'], articles: ['§20'] });

export const instruments: readonly Listed[] = [
  consumerRecallRule, vehicleRecallRegulation, vehicleRecallMeasures, emissionRecallRule, complaintMeasures, formerComplaintMeasures, consumerRightsLaw, consumerRightsRegulation, penaltyProcedure, hearingMeasures, penaltyLaw, compulsionLaw, penaltyPublicity, creditRepairMeasures,
  reconsiderationLaw, litigationLaw, transferRegulation, policeProcedure, reverseGuideline, provincialAwardMeasures, nationalAwardMeasures, budgetLaw, budgetRegulation,
];
