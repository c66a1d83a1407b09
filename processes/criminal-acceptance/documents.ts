/** 文书 of the police in a transferred case. Those for the transferring agency and the procuratorate are what these see of it. */
import type { DocumentTemplate } from '../../domain/documents/types.ts';
import { text } from '../../domain/text.ts';
import { agencyName } from '../between-agencies.ts';
import { matterValues, procuratorateName } from '../criminal-transfer/matter.ts';
import { agencyIn, handlingAgency, letter, pair, says, sheet, signed, wide } from '../letters.ts';

const transferring = agencyIn('transferringAgency', 'agencyName');
const values = { ...matterValues, agencyName: 'transferringAgencyName', letterNumber: 'transferLetterNumber' } as const;
const toAgency = { ...letter, to: [transferring], addressee: '{agencyName}：' } as const;
const regulation = '《行政执法机关移送涉嫌犯罪案件的规定》';
const procedure = '《公安机关办理刑事案件程序规定》';

export const documents = {
  receipt: {
    title: text('移送案件回执', 'Receipt of a transferred case'), issuer: handlingAgency, sealed: true, numerals: 'arabic', to: [transferring],
    values: { ...values, on: 'receivedByPoliceOn', note: 'receiptNote', jurisdiction: 'if outcome.receipt = "received" then "属于本机关管辖" else if outcome.receipt = "elsewhere" then "不属于本机关管辖，另行转送" else "不属于公安机关职责范围，另行告知"' },
    blocks: [
      sheet([wide('移送机关', '{agencyName}'), pair('移送书文号', '{letterNumber}', '本机关案号', '{caseNumber}'), wide('涉案单位（个人）', '{subjectName}'), pair('涉嫌罪名', '{suspectedOffence}', '接收日期', '{on:date}'), wide('管辖', '{jurisdiction}'), wide('接收情况', '{note}', 3)]),
      { kind: 'lines', items: ['接收人（签名）：'] }, signed, { kind: 'note', text: `注：依照${regulation}第七条，公安机关应当在移送书的回执上签字。` },
    ],
  },
  forwardingNotice: {
    ...toAgency, title: text('案件转送告知书', 'Notice of forwarding'), number: { word: '转告' }, values: { ...values, competent: agencyName('competentPolice', 'police'), reasons: 'forwardReasons' },
    blocks: [says('你局移送的{subjectName}涉嫌{suspectedOffence}一案（{letterNumber}）收悉。'), says('经审查，该案不属于我局管辖。理由：{reasons:sentence}'), says(`根据${regulation}第七条的规定，我局已将该案转送{competent}，特此告知。`), signed],
  },
  returnNotice: {
    ...toAgency, title: text('移送案件退回告知书', 'Notice of return'), number: { word: '退告' }, values: { ...values, reasons: 'returnReasons' },
    blocks: [says('你局移送的{subjectName}涉嫌{suspectedOffence}一案（{letterNumber}）收悉。'), says('经审查，该案不属于公安机关职责范围。理由：{reasons:sentence}'), says(`根据${procedure}第一百八十条的规定，请你局向其他主管机关移送。案件材料随本告知书退回。`), signed],
  },
  supplementNotice: {
    ...toAgency, title: text('补正通知书', 'Notice to supplement'), number: { word: '补正' }, values: { ...values, request: 'supplementRequest' },
    blocks: [says('你局移送的{subjectName}涉嫌{suspectedOffence}一案（{letterNumber}），材料不全。根据'.concat(procedure, '第一百八十条第二款的规定，请你局在3日内补正以下材料：')), says('{request:sentence}'), says('逾期未补正的，我局依据现有材料审查决定。'), signed],
  },
  filingNotice: {
    ...toAgency, title: text('立案通知书', 'Notice of filing'), number: { word: '立通' }, values: { ...values, on: 'filedOn' },
    blocks: [
      says('你局移送的{subjectName}涉嫌{suspectedOffence}一案（{letterNumber}），经审查，认为有犯罪事实，需要追究刑事责任，我局已于{on:date}决定立案。'),
      says(`根据${regulation}第十二条的规定，请你局自接到本通知书之日起3日内将涉案物品以及与案件有关的其他材料移交我局，并办结交接手续。`), signed,
    ],
  },
  nonFilingNotice: {
    ...toAgency, title: text('不予立案通知书', 'Notice of non-filing'), number: { word: '不立' }, values: { ...values, on: 'notFiledOn', reasons: 'notFiledReasons' },
    blocks: [
      says('你局移送的{subjectName}涉嫌{suspectedOffence}一案（{letterNumber}），经审查，我局于{on:date}决定不予立案。理由：{reasons:sentence}'),
      says(`如不服本决定，可以自接到本通知书之日起3日内提请我局复议，也可以建议人民检察院依法进行立案监督（${regulation}第九条第一款）。案卷材料相应退回。`), signed,
    ],
  },
  reconsiderationDecision: {
    ...toAgency, title: text('复议决定书', 'Decision on reconsideration'), number: { word: '复决' }, values: { ...values, refusal: 'notFiledNumber', request: 'reconsiderationReasons', opinion: 'reconsiderationOpinion', reversed: 'outcome.reconsideration = "file"', upheld: 'outcome.reconsideration = "uphold"', on: 'filedOn' },
    blocks: [
      says('你局对我局不予立案决定（{refusal}）提请复议，我局依法进行了审查。你局提出的复议理由：{request:sentence}'), says('经复议认为：{opinion:sentence}'), says('现决定撤销原不予立案决定，于{on:date}立案。', 'reversed'),
      says('现决定维持原不予立案决定。你局仍有异议的，可以自收到本决定书之日起3日内建议人民检察院依法进行立案监督。', 'upheld'), signed,
    ],
  },
  explanation: {
    ...letter, title: text('不立案理由说明书', 'Explanation of not filing'), number: { word: '说明' }, to: [agencyIn('procuratorateAgency', 'procuratorateName')], addressee: '{procuratorateName}：',
    values: { ...values, procuratorateName, supervision: 'supervisionNumber', request: 'explanationRequest', explanation: 'explanation' },
    blocks: [says('你院要求说明不立案理由的通知（立案监督案号：{supervision}）收悉。要求说明的事项：{request:sentence}'), says('现将不立案的情况、依据和理由说明如下：'), says('{explanation:sentence}'), says('特此说明。'), signed],
  },
} as const satisfies Readonly<Record<string, DocumentTemplate>>;
