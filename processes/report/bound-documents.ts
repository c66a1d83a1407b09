/** 文书 of a report: the official forms of April 2026, bound to its fields, and the two papers that the procedure asks for besides. */
import type { DocumentTemplate } from '../../domain/documents/types.ts';
import { text } from '../../domain/text.ts';
import { leadFields } from '../enforcement/lead.ts';
import { chosen } from '../feel.ts';
import { agreed, byHand, decision, fileNumber, internalPaper, labelsOf, pair, says, sheet, signed, wide } from '../letters.ts';
import { reportDocuments } from './documents.ts';
import { fields } from './fields.ts';

const forms = reportDocuments({
  values: {
    reporterName: 'if reporterName = null then "匿名举报人" else reporterName', reporterPhone: 'reporterPhone', reporterAddress: 'reporterAddress', reporterIdNumber: 'reporterIdNumber', respondentName: 'subjectName', respondentAddress: 'subjectAddress', clues: 'leadSummary',
    receivedOn: 'if foundOn = null then case.receivedOn else foundOn', subject: '"反映" + subjectName + "涉嫌违法"', forwardedToName: 'null', reportBy: 'reportBy', materialCopies: 'materialCopies', materialPages: 'materialPages',
    resultInstrument: 'resultInstrument', resultArticle: 'resultArticle', result: 'resultText',
  },
  reporter: { kind: 'party', party: 'reporter' }, forwardedTo: { kind: 'data', field: 'handlingAgency' },
  served: { result: { on: 'resultServedOn', way: 'resultWay' } },
});

/** 程序规定 §20. Also of enforcement, where a lead has come without a check. */
export const noFilingPaper = (opinion: string, found: string): DocumentTemplate => ({
  ...internalPaper, title: text('不予立案审批表', 'Record of not filing'),
  values: {
    caseNumber: 'case.number', source: chosen('sourceKind', labelsOf(leadFields.sourceKind.options)), subject: 'subjectName', uscc: 'subjectUscc', address: 'subjectAddress', summary: 'leadSummary', found,
    ground: chosen('noFilingGround', labelsOf(fields.noFilingGround.options)), reasons: 'noFilingReasons', opinion: agreed('不予立案', opinion),
  },
  blocks: [
    fileNumber(),
    sheet([
      pair('案件来源', '{source}', '统一社会信用代码', '{uscc}'), wide('当事人', '{subject}'), wide('地址', '{address}'), wide('线索内容', '{summary}', 4), wide('核查情况', '{found}', 4), wide('不予立案情形', '{ground}', 2),
      wide('不予立案理由', '{reasons}', 4), wide('负责人意见', '{opinion}', 3),
    ]),
    byHand('核查人员（签名）：', '负责人（签名）：'),
  ],
});

export const documents = {
  ...forms,
  noFiling: noFilingPaper('decisionOpinion', 'checkRecord'),
  transferLetter: {
    ...decision, title: text('线索移送函', 'Letter of transfer'), number: { word: '线移' }, to: [{ kind: 'other', name: 'to' }],
    values: { to: 'transferTo', subject: 'subjectName', summary: 'leadSummary', reasons: 'transferReasons' }, addressee: '{to}：',
    blocks: [says('我局在核查中发现{subject}涉嫌违法的线索：{summary:sentence}'), says('{reasons:sentence}现将有关线索和材料移送你单位，请依法处理。'), signed],
  },
} as const satisfies Readonly<Record<string, DocumentTemplate>>;
