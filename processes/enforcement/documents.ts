/** 文书 of a penalty case up to the decision. Those of its execution are in documents-execution.ts. No form of them is in the instruments that were read; they hold what those ask for. */
import type { DocumentTemplate, Recipient } from '../../domain/documents/types.ts';
import { text } from '../../domain/text.ts';
import { chosen, namesOf, yuanSaid } from '../feel.ts';
import { agreed, byHand, decision, fileNumber, imprint, internalPaper, labelsOf, pair, remedies, says, sheet, signed, wide } from '../letters.ts';
import { noFilingPaper } from '../report/bound-documents.ts';
import { executionDocuments } from './documents-execution.ts';
import { byOfficers, cards, finding, subjectParty } from './documents-values.ts';
import { fields } from './fields.ts';
import { leadFields } from './lead.ts';

const subject: Recipient = subjectParty;

export const documents = {
  filing: {
    ...internalPaper, title: text('立案审批表', 'Record of filing'),
    values: {
      ...finding, source: chosen('sourceKind', labelsOf(leadFields.sourceKind.options)), sourceNumber: 'sourceNumber', address: 'subjectAddress', summary: 'leadSummary', reasons: 'filingReasons', opinion: agreed('同意立案', 'filingOpinion'), officers: namesOf('officers'), filedOn: 'filedOn',
      endedOn: 'violationEndedOn',
    },
    blocks: [
      fileNumber(),
      sheet([
        pair('案件来源', '{source}', '来源案号', '{sourceNumber}'), wide('当事人', '{subject}'), pair('统一社会信用代码', '{uscc}', '立案日期', '{filedOn:date}'), wide('地址', '{address}'), wide('案情简介', '{summary}', 4), wide('立案理由', '{reasons}', 4),
        pair('违法行为终了之日', '{endedOn:date}', '办案人员', '{officers}'), wide('负责人意见', '{opinion}', 3),
      ]),
      byHand('办案机构负责人（签名）：', '负责人（签名）：'),
    ],
  },
  noFiling: noFilingPaper('filingOpinion', 'testResult'),
  /** 程序规定 §§33–35. */
  registrationNotice: {
    ...decision, title: text('先行登记保存证据通知书', 'Notice of registration of evidence'), number: { word: '登保', ordinal: true }, to: [subject], served: {},
    values: { ...finding, goods: 'registeredGoods', reasons: 'registrationReasons', place: 'registrationPlace', on: 'registeredAt' }, addressee: '{subject}：',
    blocks: [
      says('因你（单位）涉嫌违法，下列证据可能灭失或者以后难以取得：{reasons:sentence}'), says('依据《中华人民共和国行政处罚法》第五十六条、《市场监督管理行政处罚程序规定》第三十三条的规定，我局决定自{on:date}起对下列证据先行登记保存：'),
      sheet([wide('登记保存的证据', '{goods}', 5), wide('保存地点', '{place}')]),
      says('我局将自登记保存之日起七个工作日内作出处理；逾期未采取相关措施的，先行登记保存自动解除。在此期间，你（单位）不得损毁、销毁或者转移证据。'), signed, byHand('当事人（签名、盖章）：', '办案人员（签名）：'),
    ],
  },
  /** §§36–38. */
  seizureDecision: {
    ...decision, title: text('查封扣押决定书', 'Seizure decision'), number: { word: '强措', ordinal: true }, to: [subject], served: { on: 'seizureServedOn', way: 'serviceWay' },
    values: { ...finding, ...cards, goods: 'seizedGoods', reasons: 'seizureReasons', on: 'seizedAt' }, addressee: '{subject}：',
    blocks: [
      says('经查，你（单位）涉嫌违法（{reasons}）。'), says('我局依法决定自{on:date}起对下列场所、设施、财物予以查封、扣押，期限三十日；情况复杂的，经批准可以延长，延长期限不超过三十日，并书面告知。检测、检验、检疫或者鉴定的期间不计入查封、扣押期间。'),
      sheet([wide('场所、设施、财物清单', '{goods}', 6)]), says('在此期间，不得擅自启封、使用、销毁或者转移。你（单位）可以进行陈述和申辩。'), byOfficers, says(remedies('决定书')), signed, byHand('当事人（签名、盖章）：', '办案人员（签名）：'),
    ],
  },
  /** §35①(5), §33①. */
  registrationLifted: {
    ...decision, title: text('解除先行登记保存证据通知书', 'Notice that evidence is released'), number: { word: '解保', ordinal: true }, to: [subject], served: {},
    values: { ...finding, notice: 'registrationNumber', goods: 'registeredGoods', handling: 'registrationHandling' }, addressee: '{subject}：',
    blocks: [says('我局以{notice}通知书对你（单位）的下列证据采取的先行登记保存措施，自即日起予以解除：'), sheet([wide('登记保存的证据', '{goods}', 5)]), says('{handling:sentence}'), signed, byHand('当事人（签名、盖章）：', '办案人员（签名）：')],
  },
  /** §38③. */
  seizureTestNotice: {
    ...decision, title: text('检测（检验、检疫、鉴定）期间告知书', 'Notice of the time of a test'), number: { word: '检告', ordinal: true }, to: [subject], served: { on: 'seizureTestServedOn', way: 'serviceWay' },
    values: { ...finding, decision: 'seizureNumber', goods: 'seizedGoods', test: 'seizureTest', until: 'seizureTestUntil' }, addressee: '{subject}：',
    blocks: [
      says('我局以{decision}决定书查封、扣押你（单位）的下列物品，需要进行检测（检验、检疫、鉴定）：'), sheet([wide('物品', '{goods}', 4), wide('检测检验事项', '{test}', 3)]),
      says('检测（检验、检疫、鉴定）期间自即日起至{until:date}止。根据《市场监督管理行政处罚程序规定》第三十八条的规定，该期间不计入查封、扣押的期间。特此告知。'), signed, byHand('当事人（签名、盖章）：'),
    ],
  },
  /** §38②, 行政强制法 §25. */
  seizureExtension: {
    ...decision, title: text('延长行政强制措施期限告知书', 'Notice that a seizure is extended'), number: { word: '强延', ordinal: true }, to: [subject], served: { on: 'seizureExtensionServedOn', way: 'serviceWay' },
    values: { ...finding, decision: 'seizureNumber', on: 'seizedAt', goods: 'seizedGoods', days: 'seizureExtensionDays', reasons: 'seizureExtensionReasons' }, addressee: '{subject}：',
    blocks: [
      says('我局以{decision}决定书自{on:date}起对你（单位）的下列场所、设施、财物实施查封、扣押：'), sheet([wide('场所、设施、财物清单', '{goods}', 6)]),
      says('因情况复杂（{reasons}），根据《中华人民共和国行政强制法》第二十五条、《市场监督管理行政处罚程序规定》第三十八条的规定，我局决定将查封、扣押期限延长{days}日，自原期限届满之次日起计算。检测、检验、检疫或者鉴定的期间不计入查封、扣押期间。'), says('特此告知。'), says(remedies('告知书')), signed, byHand('当事人（签名、盖章）：', '办案人员（签名）：'),
    ],
  },
  seizureLifted: {
    ...decision, title: text('解除查封扣押决定书', 'Decision to lift the seizure'), number: { word: '解强', ordinal: true }, to: [subject], served: {},
    values: { ...finding, decision: 'seizureNumber', goods: 'seizedGoods', handling: 'seizureHandling' }, addressee: '{subject}：',
    blocks: [says('我局以{decision}决定书对你（单位）的下列场所、设施、财物实施的查封、扣押，自即日起予以解除：'), sheet([wide('场所、设施、财物清单', '{goods}', 6)]), says('处理情况：{handling:sentence}'), signed, byHand('当事人（签名、盖章）：', '办案人员（签名）：')],
  },
  /** §45. */
  assistanceLetter: {
    ...decision, title: text('协助调查函', 'Letter of request for assistance'), number: { word: '协函' }, to: [{ kind: 'agency', agency: { kind: 'data', field: 'assistingAgency' }, name: 'assisting' }], internal: true,
    values: { ...finding, assisting: 'null', request: 'assistanceRequest' }, addressee: '{assisting}：',
    blocks: [
      says('我局正在办理{subject}涉嫌违法一案（{caseNumber}）。根据《市场监督管理行政处罚程序规定》第四十五条的规定，请你局协助调查下列事项：'), says('{request:sentence}'),
      says('请自接到本函之日起十五个工作日内完成协助并函复；需要延期的，请在期限届满前告知。'), signed, imprint,
    ],
  },
  /** §48. */
  finalReport: {
    ...internalPaper, title: text('案件调查终结报告', 'Final report of the investigation'),
    values: { ...finding, note: 'investigationNote', test: 'testResult', proposed: chosen('proposedResult', labelsOf(fields.proposedResult.options)), officers: namesOf('officers') }, listsEvidence: true,
    blocks: [
      fileNumber(), { kind: 'heading', text: '一、当事人基本情况' }, says('当事人：{subject}'), says('统一社会信用代码：{uscc}', 'uscc'), { kind: 'heading', text: '二、调查经过' }, says('{note:sentence}'), { kind: 'heading', text: '三、违法事实' }, says('{facts:sentence}'),
      { kind: 'heading', text: '四、主要证据' }, says('{mainEvidence:sentence}'), says('检测检验检疫鉴定结论：{test:sentence}', 'test'),
      { kind: 'table', widths: [12, 50, 24, 40, 30], small: true, head: 1, rows: [
        { cells: ['序号', '证据名称', '数量', '来源', '取得日期'].map((label) => ({ text: label, label: true })) }, { each: 'evidence', cells: [{ text: '{item.no}' }, { text: '{item.name}' }, { text: '{item.quantity}' }, { text: '{item.source}' }, { text: '{item.obtainedOn:day}' }] },
      ] },
      { kind: 'heading', text: '五、违反的规定和处罚依据' }, says('上述行为违反了{violated}。'), says('处罚依据：{basis:sentence}', 'basis'), { kind: 'heading', text: '六、裁量理由和处理建议' }, says('{discretion:sentence}', 'discretion'),
      says('建议：{proposed}。'), says('拟处罚：{penalties}。', 'punished'), byHand('办案人员（签名）：', '办案人员（签名）：'),
    ],
  },
  /** §64: its time does not count. */
  refundOrder: {
    ...decision, title: text('责令退款通知书', 'Order to refund'), number: { word: '责退', ordinal: true }, to: [subject], served: { on: 'refundServedOn', way: 'serviceWay' },
    values: { ...finding, payees: 'refundPayees', amount: yuanSaid('refundAmount'), basis: 'refundBasis', due: 'refundDueOn' }, addressee: '{subject}：',
    blocks: [
      says('经查，你（单位）在经营活动中多收价款{amount}。依据{basis}的规定，现责令你（单位）于{due:date}前（含当日）将多收的价款退还下列消费者、其他经营者：'), says('{payees:sentence}'),
      says('请在退还后及时将退款凭证送交我局。期限届满没有退还的，我局将依法处理。'), says(remedies('通知书')), signed, byHand('当事人（签名、盖章）：', '办案人员（签名）：'),
    ],
  },
  /** §13. */
  negotiation: {
    ...internalPaper, title: text('管辖权协商记录', 'Record of the negotiation of jurisdiction'), values: { ...finding, other: 'disputeWith', dispute: 'disputeReasons', on: 'negotiatedOn', who: 'negotiators', record: 'negotiationRecord', superior: 'superiorAgency' },
    blocks: [
      fileNumber('案号'), sheet([wide('案由', '{subject}涉嫌违法案'), pair('争议机关', '{other}', '协商日期', '{on:date}'), wide('参加协商的人员', '{who}'), wide('争议事由', '{dispute}', 4), wide('协商情况和结果', '{record}', 6)]),
      byHand('本机关代表（签名）：', '对方机关代表（签名）：'),
    ],
  },
  /** §64. */
  furtherTime: {
    ...internalPaper, title: text('延长办案期限集体讨论记录', 'Record of the discussion of more time'),
    values: { ...finding, filedOn: 'filedOn', reasons: 'furtherReasons', days: 'furtherDays', on: 'furtherDiscussedOn', record: 'furtherRecord' },
    blocks: [
      sheet([
        wide('案由', '{subject}涉嫌违法案（{caseNumber}）'), pair('立案日期', '{filedOn:date}', '讨论日期', '{on:date}'), wide('继续延期的理由', '{reasons}', 4), wide('讨论情况', '{record}', 8),
        wide('讨论结论', '同意继续延长办案期限{days}日（《市场监督管理行政处罚程序规定》第六十四条）。', 2),
      ]),
      byHand('参加讨论的负责人（签名）：', '记录人（签名）：'),
    ],
  },
  /** §57, 听证办法 §§6–7. */
  penaltyNotice: {
    ...decision, title: text('行政处罚告知书', 'Notice of an intended penalty'), number: { word: '罚告', ordinal: true }, to: [subject], served: { on: 'noticeServedOn', way: 'serviceWay' },
    values: { ...finding, ...cards, hearing: 'hearingRight', noHearing: 'not(hearingRight = true)', officers: namesOf('officers'), phone: 'officerPhone', noPhone: 'officerPhone = null' }, addressee: '{subject}：',
    blocks: [
      says('我局立案调查的你（单位）涉嫌违法一案（{caseNumber}），已经调查终结。现将拟作出行政处罚的内容及事实、理由、依据告知如下：'), says('一、违法事实：{facts:sentence}'), says('证据：{mainEvidence:sentence}'), says('二、上述行为违反了{violated}。'),
      says('三、依据{basis}，结合裁量情节（{discretion}），拟作出下列行政处罚：{penalties}。'),
      says('根据《中华人民共和国行政处罚法》第四十四条、第四十五条的规定，你（单位）可以自收到本告知书之日起五个工作日内向我局进行陈述、申辩。', 'noHearing'),
      says('根据《中华人民共和国行政处罚法》第四十四条、第四十五条、第六十三条和《市场监督管理行政处罚听证办法》第五条的规定，你（单位）可以自收到本告知书之日起五个工作日内向我局进行陈述、申辩，并有权要求举行听证。', 'hearing'),
      says('逾期未行使上述权利的，视为放弃。我局不因陈述、申辩或者要求听证而给予更重的处罚。'), byOfficers, says('联系人：{officers}', 'noPhone'), says('联系人：{officers}\t联系电话：{phone}', 'phone'), signed, byHand('受送达人（签名、盖章）：'),
    ],
  },
  /** 听证办法 §§20–21. */
  hearingNotice: {
    ...decision, title: text('行政处罚听证通知书', 'Notice of a hearing'), number: { word: '听通', ordinal: true }, to: [subject], served: { on: 'hearingNoticeServedOn', way: 'serviceWay' },
    values: { ...finding, on: 'hearingOn', hour: 'hearingTime', place: 'hearingPlace', host: namesOf('hearingHost'), openly: 'if hearingPublic = false then "听证不公开举行。" else "听证公开举行。"', notice: 'noticeNumber' }, addressee: '{subject}：',
    blocks: [
      says('根据你（单位）的要求，我局定于{on:date}{hour}在{place}就{notice}所涉案件举行听证。{openly}'), says('听证主持人：{host}。你（单位）认为听证主持人、听证员、记录员与本案有直接利害关系的，有权申请回避。'),
      says('你（单位）可以亲自参加听证，也可以委托一至二人代理；委托代理人的，应当在听证前提交授权委托书。无正当理由拒不出席或者未经许可中途退出的，视为放弃听证权利，听证终止。'), signed,
    ],
  },
  hearingRecord: {
    ...internalPaper, title: text('行政处罚听证笔录', 'Record of the hearing'), values: { ...finding, on: 'hearingHeldOn', place: 'hearingPlace', host: namesOf('hearingHost'), record: 'hearingRecord' },
    blocks: [sheet([wide('案由', '{subject}涉嫌违法案（{caseNumber}）'), pair('听证日期', '{on:date}', '地点', '{place}'), wide('主持人', '{host}'), wide('笔录', '{record}', 14)]), byHand('当事人（签名）：', '办案人员（签名）：', '听证主持人（签名）：', '记录员（签名）：')],
  },
  hearingReport: {
    ...internalPaper, title: text('行政处罚听证报告', 'Report of the hearing'), values: { ...finding, on: 'hearingHeldOn', host: namesOf('hearingHost'), record: 'hearingRecord', report: 'hearingReport' },
    blocks: [
      { kind: 'heading', text: '一、听证案由' }, says('{subject}涉嫌违法案（{caseNumber}），于{on:date}举行听证，主持人{host}。'), { kind: 'heading', text: '二、听证的基本情况' }, says('{record:sentence}'), { kind: 'heading', text: '三、处理意见和建议' }, says('{report:sentence}'),
      byHand('听证主持人（签名）：'),
    ],
  },
  ...executionDocuments,
} as const satisfies Readonly<Record<string, DocumentTemplate>>;
