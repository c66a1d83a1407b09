/** 文书 of the decision and its execution. */
import type { DocumentTemplate } from '../../domain/documents/types.ts';
import { text } from '../../domain/text.ts';
import type { Feel } from '../../domain/model/types.ts';
import { chosen, namesOf, yuanSaid } from '../feel.ts';
import { agreed, byHand, decision, fileNumber, internalPaper, labelsOf, pair, remedies, says, sheet, signed, wide } from '../letters.ts';
import { byOfficers, cards, finding, subjectParty } from './documents-values.ts';
import { fields } from './fields.ts';

/** A sum of a case that ends in a penalty; of another there is none. */
const ifPenalty = (field: string): Feel => `if caseResult != "penalty" then "无" else ${yuanSaid(`(if ${field} = null then 0 else ${field})`)}`;
const found = [says('{facts:sentence}'), says('证据：{mainEvidence:sentence}')];

export const executionDocuments = {
  penaltyDecision: {
    ...decision, title: text('行政处罚决定书', 'Penalty decision'), number: { word: '处罚', ordinal: true }, to: [subjectParty], served: { on: 'decisionServedOn', way: 'serviceWay' },
    values: { ...finding, ...cards, address: 'subjectAddress', statement: 'statementText', review: 'statementReview', heard: 'hearingHeldOn', due: 'totalDue', owes: 'totalDue > 0', published: 'subjectUscc != null and not(every k in penaltyKinds satisfies k = "warning")' },
    blocks: [
      says('当事人：{subject}'), says('统一社会信用代码：{uscc}', 'uscc'), says('地址：{address}', 'address'), { kind: 'heading', text: '违法事实和证据' }, ...found, says('上述行为违反了{violated}。'), says('我局已依法告知当事人拟作出行政处罚的内容及事实、理由、依据和依法享有的权利。'),
      says('当事人提出陈述、申辩：{statement:sentence}', 'statement'), says('经复核：{review:sentence}', 'review'), says('我局于{heard:date}举行了听证。', 'heard'), { kind: 'heading', text: '处罚依据和决定' },
      says('依据{basis}的规定，综合考虑{discretion}，我局决定作出下列行政处罚：{penalties}。'),
      says('当事人应当自收到本决定书之日起十五日内，持本决定书到指定的银行或者通过电子支付系统缴纳罚没款{due:money}（大写：人民币{due:capital}）。逾期不缴纳罚款的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。', 'owes'),
      // 令第45号 §8: told in writing when the decision is served.
      says('根据《市场监督管理行政处罚信息公示规定》，本行政处罚信息将通过国家企业信用信息公示系统向社会公示。', 'published'),
      byOfficers, says(remedies('决定书')), says('逾期不申请行政复议、不提起行政诉讼，又不履行本决定的，我局将依法申请人民法院强制执行。'), signed,
    ],
  },
  noPenaltyDecision: {
    ...decision, title: text('不予行政处罚决定书', 'Decision without penalty'), number: { word: '不罚', ordinal: true }, to: [subjectParty], served: { on: 'decisionServedOn', way: 'serviceWay' },
    values: { ...finding, ...cards, address: 'subjectAddress', minor: 'caseResult = "noPenaltyMinor"', unfounded: 'caseResult = "noPenaltyUnfounded"' },
    blocks: [
      says('当事人：{subject}'), says('统一社会信用代码：{uscc}', 'uscc'), says('地址：{address}', 'address'), { kind: 'heading', text: '案件事实和证据' }, ...found,
      says('上述行为违反了{violated}。鉴于{discretion}，依据《中华人民共和国行政处罚法》第三十三条的规定，我局决定不予行政处罚，并对当事人进行教育。', 'minor'), says('经查，涉嫌的违法事实不能成立。依据《中华人民共和国行政处罚法》第五十七条第一款第三项的规定，我局决定不予行政处罚。', 'unfounded'), byOfficers, says(remedies('决定书')), signed,
    ],
  },
  serviceReceipt: {
    ...internalPaper, title: text('送达回证', 'Certificate of service'),
    values: { ...finding, paper: 'if caseResult = "penalty" then "行政处罚决定书" else "不予行政处罚决定书"', no: 'decisionNumber', on: 'decisionServedOn', way: chosen('serviceWay', labelsOf(fields.serviceWay.options)), received: 'receivedBy', announced: 'decisionAnnouncedOn' },
    blocks: [sheet([
      wide('受送达人', '{subject}'), pair('送达文书', '{paper}', '文号', '{no}'), pair('送达方式', '{way}', '送达日期', '{on:date}'), wide('签收人、见证人', '{received}', 2), pair('公告日期', '{announced:day}', '送达人', ''), wide('备注', '', 3),
    ]), byHand('受送达人（签名、盖章）：', '送达人（签名）：')],
  },
  departmentLetter: {
    ...decision, title: text('案件移送函', 'Letter of transfer'), number: { word: '案移' }, to: [{ kind: 'other', name: 'to' }], values: { ...finding, to: 'departmentName', reasons: 'transferReasons' }, addressee: '{to}：',
    blocks: [says('我局在办理{subject}一案（{caseNumber}）中查明：{facts:sentence}'), says('{reasons:sentence}根据《市场监督管理行政处罚程序规定》第六十条的规定，现将该案及有关材料移送你单位处理。'), signed],
  },
  /** 程序规定 §74. */
  deferralNotice: {
    ...decision, title: text('延期（分期）缴纳罚款通知书', 'Deferral of the fine'), number: { word: '延缴', ordinal: true }, to: [subjectParty],
    values: {
      ...finding, decision: 'decisionNumber', kind: chosen('deferralKind', { deferral: '暂缓缴纳', instalments: '分期缴纳' }), by: 'nextDueOn', plan: 'instalmentPlan', opinion: 'deferralOpinion',
      granted: 'outcome.deferralApproval = "approved"', refused: 'outcome.deferralApproval = "refused"',
    }, addressee: '{subject}：',
    blocks: [
      says('你（单位）就{decision}行政处罚决定提出的{kind}罚款的申请收悉。'),
      says('经审查，根据《市场监督管理行政处罚程序规定》第七十四条的规定，同意你（单位）{kind}。期限：{by:date}前缴纳本期款项。{plan}逾期不缴纳的，每日按罚款数额的百分之三加处罚款。', 'granted'),
      says('经审查，不同意你（单位）的申请。{opinion}请按行政处罚决定书载明的期限缴纳罚款。', 'refused'), signed,
    ],
  },
  /** 行政强制法 §54. */
  urging: {
    ...decision, title: text('履行行政处罚决定催告书', 'Urging letter'), number: { word: '催', ordinal: true }, to: [subjectParty], served: { on: 'urgingServedOn', way: 'serviceWay' },
    values: { ...finding, decision: 'decisionNumber', decidedOn: 'decidedOn', due: 'totalDue', paid: 'paidTotal', unpaid: 'unpaidFine' }, addressee: '{subject}：',
    blocks: [
      says('我局于{decidedOn:date}作出行政处罚决定（{decision}），你（单位）在法定期限内未申请行政复议或者提起行政诉讼，又未履行。应缴罚没款{due:money}，已缴{paid:money}；逾期未缴的罚款{unpaid:money}，自逾期之日起每日按百分之三加处罚款，不超出罚款数额。'),
      says('现依法催告：请自收到本催告书之日起十个工作日内，将应缴款项缴至行政处罚决定书指定的银行，或者通过电子支付系统缴纳。你（单位）有权进行陈述、申辩。'), says('逾期仍不履行的，我局将依法申请人民法院强制执行。'), signed,
    ],
  },
  /** 行政强制法 §§53–55. */
  courtApplication: {
    ...decision, title: text('行政处罚强制执行申请书', 'Application for enforcement'), number: { word: '强执', ordinal: true }, to: [{ kind: 'other', name: 'court' }],
    values: { ...finding, court: 'courtName', decision: 'decisionNumber', decidedOn: 'decidedOn', servedOn: 'decisionServedOn', urging: 'urgingNumber', urgedOn: 'urgingServedOn', due: 'totalDue', paid: 'paidTotal', unpaid: 'unpaidFine', by: 'payBy' }, addressee: '{court}：',
    blocks: [
      sheet([wide('申请人', '{issuer}'), wide('被申请人', '{subject}'), pair('行政处罚决定书', '{decision}', '送达日期', '{servedOn:date}'), pair('催告书', '{urging}', '催告日期', '{urgedOn:date}')]),
      says('我局于{decidedOn:date}对被申请人作出行政处罚决定。被申请人在法定期限内未申请行政复议、未提起行政诉讼，经催告仍未履行。'),
      says('申请执行事项：罚没款{due:money}（已缴{paid:money}）；并自{by:date}的次日起，按未缴罚款{unpaid:money}每日百分之三加处罚款，以未缴罚款数额为限。'),
      says('根据《中华人民共和国行政强制法》第五十三条、第五十四条、第五十五条的规定，现申请强制执行。'), { kind: 'attachments', items: ['行政处罚决定书及作出决定的事实、理由和依据', '当事人的意见及催告情况', '申请强制执行标的情况'] }, byHand('行政机关负责人（签名）：'), signed,
    ],
  },
  /** 程序规定 §77. */
  closing: {
    ...internalPaper, title: text('结案审批表', 'Record of closing'),
    values: {
      ...finding, result: chosen('caseResult', labelsOf(fields.caseResult.options)), decision: 'decisionNumber', how: `if caseResult != "penalty" then "无须执行" else ${chosen('enforced', labelsOf(fields.enforced.options))}`, due: ifPenalty('totalDue'), paid: ifPenalty('paidTotal'), late: ifPenalty('lateFine'), summary: 'closingSummary', opinion: agreed('同意结案', 'closingOpinion'),
      officers: namesOf('officers'), filedOn: 'filedOn',
    },
    blocks: [
      fileNumber(),
      sheet([
        wide('当事人', '{subject}'), pair('立案日期', '{filedOn:date}', '办案人员', '{officers}'), pair('处理结果', '{result}', '决定书文号', '{decision}'), pair('执行方式', '{how}', '罚没款', '{due}'), pair('已缴', '{paid}', '加处罚款', '{late}'), wide('结案报告', '{summary}', 5),
        wide('负责人意见', '{opinion}', 3),
      ]),
      byHand('办案机构负责人（签名）：', '负责人（签名）：'),
    ],
  },
} as const satisfies Readonly<Record<string, DocumentTemplate>>;
