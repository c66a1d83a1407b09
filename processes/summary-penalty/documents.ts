/** 文书 of a penalty on the spot. The decision follows the official form (市场监督管理行政处罚文书格式范本, 2021, 当场行政处罚决定书) and holds what 程序规定 §68 asks for. */
import type { DocumentTemplate } from '../../domain/documents/types.ts';
import type { Feel } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { executionDocuments } from '../enforcement/documents-execution.ts';
import { subjectParty } from '../enforcement/documents-values.ts';
import { chosen, namesOf, yuanSaid } from '../feel.ts';
import { byHand, decision, fileNumber, internalPaper, labelsOf, pair, reconsiderationFirst, remedies, says, sheet, signed, wide } from '../letters.ts';
import { noFilingPaper } from '../report/bound-documents.ts';
import { fields } from './fields.ts';

const penalties: Feel = `if penaltyKinds = null then null else string join(for k in penaltyKinds return if k = "fine" then (if fineAmount = null then "罚款" else "罚款" + ${yuanSaid('fineAmount')}) else ${chosen('k', labelsOf(fields.penaltyKinds.options))}, "；")`;
const found: Readonly<Record<string, Feel>> = {
  caseNumber: 'case.number', subject: 'subjectName', uscc: 'subjectUscc', address: 'subjectAddress', facts: 'finalFacts', mainEvidence: 'finalEvidence', violated: 'lawViolated', basis: 'penaltyBasis', discretion: 'discretion', penalties,
  person: 'legalPerson', idNumber: 'subjectIdNumber', phone: 'subjectPhone', at: 'spotAt', place: 'spotPlace', officers: namesOf('officers'), cards: 'cardNumbers', correction: 'correction',
};
/** A letter of the execution, as it is drawn up in the ordinary procedure: of what was found it says no more than whose it is. */
const asOrdinary = ({ values: { penalties: _, punished: _alike, ...values }, ...template }: DocumentTemplate): DocumentTemplate => ({ ...template, values });

export const documents = {
  spotDecision: {
    ...decision, title: text('当场行政处罚决定书', 'Penalty decision on the spot'), number: { word: '当罚' }, to: [subjectParty], served: { on: 'decisionServedOn', way: 'serviceWay' },
    values: { ...found, statement: 'statementText', review: 'statementReview', due: 'totalDue', bank: 'totalDue > 0 and collectionWay = "bank"', spot: 'totalDue > 0 and collectionWay != "bank"', owes: 'totalDue > 0' },
    blocks: [
      says('当事人：{subject}'), says('统一社会信用代码：{uscc}', 'uscc'), says('住所（住址）：{address}', 'address'), says('法定代表人（负责人）：{person}', 'person'), says('身份证件号码：{idNumber}', 'idNumber'), says('联系电话：{phone}', 'phone'), says('执法人员：{officers}'), says('执法证号：{cards}'),
      says('经查，{at:date}在{place}，{facts:sentence}'), says('证据：{mainEvidence:sentence}'),
      says('上述行为违反了{violated}的规定。依据《中华人民共和国行政处罚法》第二十八条第一款、第五十一条和{basis}的规定，综合考虑{discretion}，现责令当事人改正上述违法行为（{correction}），并作出如下行政处罚：{penalties}。'),
      says('当事人应当自收到本决定书之日起十五日内，到指定的银行或者通过电子支付系统缴纳罚款{due:money}（大写：人民币{due:capital}）。', 'bank'),
      says('罚款{due:money}（大写：人民币{due:capital}）由执法人员当场收缴，并出具财政部门统一制发的专用票据；不出具专用票据的，当事人有权拒绝缴纳。', 'spot'),
      says('逾期不缴纳罚款的，依据《中华人民共和国行政处罚法》第七十二条的规定，我局将每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额，并依法申请人民法院强制执行。', 'owes'),
      says(reconsiderationFirst),
      says('本行政处罚决定作出前，执法人员已向当事人出示执法证件，告知拟作出的行政处罚内容及事实、理由、依据，并告知有权进行陈述和申辩。'), says('当事人提出陈述、申辩：{statement:sentence}', 'statement'), says('经复核：{review:sentence}', 'review'),
      signed, byHand('当事人确认及签收：', '执法人员：', '执法人员：'),
    ],
  },
  /** 程序规定 §69. */
  statementRecord: {
    ...internalPaper, title: text('陈述申辩笔录', 'Record of the statement'), values: { ...found, statement: 'statementText' },
    blocks: [
      fileNumber(),
      sheet([wide('当事人', '{subject}'), pair('时间', '{at:date}', '地点', '{place}'), pair('执法人员', '{officers}', '执法证号', '{cards}'), wide('告知的内容', '违法事实：{facts:sentence}拟作出的行政处罚：{penalties}。依据：{basis}。', 5), wide('陈述、申辩', '{statement}', 8)]),
      byHand('当事人（签名）：', '执法人员（签名）：', '执法人员（签名）：'),
    ],
  },
  noFiling: noFilingPaper('decisionOpinion', 'finalFacts'),
  correctionNotice: {
    ...decision, title: text('责令改正通知书', 'Order to correct'), number: { word: '责改', ordinal: true }, to: [subjectParty], served: { on: 'correctionServedOn', way: 'serviceWay' }, values: found, addressee: '{subject}：',
    blocks: [
      says('经查，{at:date}在{place}，{facts:sentence}'), says('上述行为违反了{violated}的规定，现责令你（单位）予以改正：{correction:sentence}'),
      says('对上述违法行为，我局决定不予立案，不予行政处罚，并对你（单位）进行教育。请严格遵守有关规定，防止再次发生同类违法行为。'), says(remedies('通知书')), signed, byHand('受送达人（签名、盖章）：'),
    ],
  },
  archiveSheet: {
    ...internalPaper, title: text('当场处罚案件归档备案表', 'Record of filing of a penalty on the spot'),
    values: { ...found, decision: 'decisionNumber', on: 'decidedOn', servedOn: 'decisionServedOn', refusal: 'if signRefusal = null then "无" else signRefusal', way: 'if totalDue = 0 then "无罚款" else if collectionWay = "bank" then "十五日内缴至指定银行或者通过电子支付系统缴纳" else "当场收缴"', list: 'archiveList', opinion: 'archiveOpinion' },
    blocks: [
      fileNumber(),
      sheet([
        wide('当事人', '{subject}'), pair('决定书文号', '{decision}', '决定日期', '{on:date}'), pair('送达日期', '{servedOn:date}', '执法人员', '{officers}'), wide('违法事实', '{facts}', 4), wide('处罚内容', '{penalties}'), wide('罚款缴纳方式', '{way}'),
        wide('拒绝签收情况', '{refusal}'), wide('归档材料', '{list}', 4), wide('备案意见', '{opinion}', 2),
      ]),
      byHand('执法人员（签名）：', '备案人员（签名）：'),
    ],
  },
  deferralNotice: asOrdinary(executionDocuments.deferralNotice), urging: asOrdinary(executionDocuments.urging), courtApplication: asOrdinary(executionDocuments.courtApplication),
} as const satisfies Readonly<Record<string, DocumentTemplate>>;
