/** 文书 of a transfer (移送规定 §6 names what goes with the letter; no form of them is prescribed). Those for the police and the procuratorate are what these see of the case. */
import { evidenceManifest } from '../../domain/documents/manifest.ts';
import type { DocumentTemplate } from '../../domain/documents/types.ts';
import { text } from '../../domain/text.ts';
import { namesOf } from '../feel.ts';
import { matterValues, policeName, procuratorateName } from './matter.ts';
import { agencyIn, fileNumber, handlingAgency, letter, pair, says, sheet, signed, wide } from '../letters.ts';

const values = { ...matterValues, policeName, procuratorateName } as const;
const police = agencyIn('policeAgency', 'policeName');
const procuratorate = agencyIn('procuratorateAgency', 'procuratorateName');
const regulation = '《行政执法机关移送涉嫌犯罪案件的规定》';
const hasFine = 'fineAlreadyPaid != null and fineAlreadyPaid > 0';

export const documents = {
  transferLetter: {
    ...letter, title: text('涉嫌犯罪案件移送书', 'Letter of transfer'), number: { word: '移送' }, to: [police, procuratorate], addressee: '{policeName}：',
    values: { ...values, articles: 'offenceArticles', hasFine },
    blocks: [
      says('我局在查处{subjectName}涉嫌违法案件（案号：{sourceNumber}）中，发现其行为涉嫌构成{suspectedOffence}。'), says('案件事实：{caseFacts:sentence}'), says('上述行为涉嫌触犯{articles}。'),
      says(`根据${regulation}第五条的规定，经本机关负责人批准，现将该案移送你局处理。`), says('移送前，我局已依法对当事人作出罚款处罚，当事人已缴纳{fineAlreadyPaid:money}。人民法院判处罚金时，请依法折抵。', 'hasFine'),
      says(`请在本移送书的回执上签字，自接受案件之日起3日内作出立案或者不予立案的决定，并书面通知我局（${regulation}第七条、第八条）。`),
      { kind: 'attachments', items: ['涉嫌犯罪案件情况的调查报告', '涉案物品清单', '有关检验报告或者鉴定结论', '证据清单及其他有关涉嫌犯罪的材料'] }, signed, { kind: 'imprint', copies: '{procuratorateName}' },
    ],
  },
  investigationReport: {
    ...letter, title: text('涉嫌犯罪案件情况的调查报告', 'Investigation report'), number: { word: '移查' }, to: [police, procuratorate],
    values: { ...values, report: 'investigationReport', articles: 'offenceArticles', inspection: 'inspectionReportNo', lead: namesOf('taskForceLead'), members: namesOf('taskForceMembers') },
    blocks: [
      sheet([wide('涉案单位（个人）', '{subjectName}\n统一社会信用代码：{subjectUscc}'), pair('案件来源', '{sourceNumber}', '本案案号', '{caseNumber}'), pair('涉嫌罪名', '{suspectedOffence}', '涉嫌触犯条款', '{articles}'), wide('案件事实', '{caseFacts}', 4), wide('调查核实情况', '{report}', 5), wide('证据目录', '{evidenceList}', 3), wide('检验报告、鉴定意见', '{inspection}'), wide('专案组', '负责人：{lead}　成员：{members}')]),
      { kind: 'lines', items: ['专案组成员（签名）：', '专案组成员（签名）：'] }, signed,
    ],
  },
  goods: {
    ...letter, letterhead: false, title: text('涉案物品清单', 'List of goods involved'), to: [police, procuratorate], values,
    blocks: [fileNumber('案号'), sheet([wide('涉案单位（个人）', '{subjectName}'), wide('涉案物品（名称、数量、特征、存放地点）', '{goodsList}', 10)]), { kind: 'note', text: '注：立案后三日内移交公安机关并办结交接手续；没有涉案物品的，该栏空白。' }, signed],
  },
  /** Each file of the list of evidence with its SHA-256: what the police are given later can be held against it. */
  manifest: { ...evidenceManifest, internal: false, to: [police, procuratorate], values: { ...evidenceManifest.values, policeName, procuratorateName } },
  refusalRecord: {
    title: text('不批准移送理由记录', 'Record of the refusal'), issuer: handlingAgency, to: [], internal: true, numerals: 'arabic',
    values: { ...matterValues, reasons: 'refusalReasons', report: 'investigationReport', capacity: 'if headCapacity = "principal" then "正职负责人" else "主持工作的负责人"', opinion: 'if taskForceOpinion = "transfer" then "建议移送" else "建议不移送"' },
    blocks: [
      sheet([wide('案号', '{caseNumber}'), wide('涉案单位（个人）', '{subjectName}'), wide('涉嫌罪名', '{suspectedOffence}'), wide('专案组报告', '{report}', 4), pair('专案组意见', '{opinion}', '审批人身份', '{capacity}'), wide('不予批准的理由', '{reasons}', 6)]),
      { kind: 'note', text: `注：依照${regulation}第五条第二款，决定不批准的，应当将不予批准的理由记录在案。` }, { kind: 'lines', items: ['审批人（签名）：'] }, signed,
    ],
  },
  corruptionLead: {
    ...letter, title: text('职务违法犯罪线索移送函', 'Letter on a lead of corruption'), number: { word: '线索' }, internal: true,
    to: [{ kind: 'agency', agency: { kind: 'fixed', agency: 'gd-supervisory-commission' }, name: 'commission' }], addressee: '{commission}：', values: { ...matterValues, facts: 'corruptionFacts', commission: '"广东省监察委员会"' },
    blocks: [says('我局在查处{subjectName}一案（案号：{caseNumber}）中，发现以下职务违法犯罪线索：'), says('{facts:sentence}'), says(`根据${regulation}第十八条的规定，现将线索移送你委依法处理。`), signed],
  },
  reconsiderationRequest: {
    ...letter, title: text('复议申请书', 'Request for reconsideration'), number: { word: '移复' }, to: [police], addressee: '{policeName}：', values: { ...values, refusal: 'notFiledNumber', reasons: 'reconsiderationReasons', notFiledReasons: 'notFiledReasons', policeNumber: 'policeCaseNumber' },
    blocks: [
      says('我局移送的{subjectName}涉嫌{suspectedOffence}一案（你局案号：{policeNumber}），你局作出不予立案决定（{refusal}），理由是：{notFiledReasons:sentence}'), says('我局认为依法应当立案，理由如下：'), says('{reasons:sentence}'),
      says(`根据${regulation}第九条第一款的规定，提请你局复议，并请自收到本申请书之日起3日内作出决定，书面通知我局。`), signed,
    ],
  },
  supervisionProposal: {
    ...letter, title: text('立案监督建议书', 'Proposal for supervision'), number: { word: '移监' }, to: [procuratorate], addressee: '{procuratorateName}：',
    values: { ...values, reasons: 'supervisionReasons', notFiledReasons: 'notFiledReasons', opinion: 'reconsiderationOpinion', letter: 'transferLetterNumber' },
    blocks: [
      says('我局以涉嫌犯罪案件移送书（{letter}）移送{policeName}的{subjectName}涉嫌{suspectedOffence}一案，该局决定不予立案，理由是：{notFiledReasons:sentence}'), says('经复议，该局维持原决定，理由是：{opinion:sentence}', 'opinion'), says('我局仍认为依法应当立案，理由如下：'), says('{reasons:sentence}'),
      says(`根据${regulation}第九条的规定，建议你院依法进行立案监督。`), { kind: 'attachments', items: ['涉嫌犯罪案件移送书', '不予立案通知书', '证据清单'] }, signed,
    ],
  },
  handoverRecord: {
    ...letter, letterhead: false, title: text('涉案物品移交清单', 'Record of the hand-over'), number: { word: '移交' }, to: [police],
    values: { ...values, on: 'handoverOn', record: 'handoverRecord', receiver: 'handoverReceiver', filing: 'filingNumber', hasFine },
    blocks: [
      says('根据立案通知书（{filing}），我局于{on:date}将下列涉案物品以及与案件有关的其他材料移交{policeName}，办结交接手续：'),
      sheet([wide('涉案单位（个人）', '{subjectName}'), wide('移交的物品\n及材料', '{record}', 6), wide('涉案物品清单', '{goodsList}', 4), pair('接收人', '{receiver}', '移交日期', '{on:date}')]),
      says('移送前当事人已缴纳罚款{fineAlreadyPaid:money}，判处罚金时依法折抵。', 'hasFine'), { kind: 'lines', items: ['移交人（签名）：', '接收人（签名）：'] }, signed,
    ],
  },
} as const satisfies Readonly<Record<string, DocumentTemplate>>;
