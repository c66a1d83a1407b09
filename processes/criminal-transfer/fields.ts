/** The data dictionary of a transfer, on the side of the regulator (数据项). */
import { field, inSection } from '../../domain/model/builder-fields.ts';
import { text } from '../../domain/text.ts';
import { counterparts, decided, matter } from './matter.ts';

const { text: line, longText, date, choice, choices, working, yesNo } = field;

const proposed = {
  ...matter,
  penaltyAfter: yesNo('公安机关不予立案的，另案行政处罚', 'Where the police do not file, a penalty case is opened', { help: text('来源案件本身不作行政处罚的选“是”；来源案件是处罚案件的，由该案继续处理', 'Yes where the case it comes from gives no penalties; a penalty case goes on by itself') }),
};

/** 专案组和书面报告 (§5①). */
const report = {
  taskForceLead: field.persons('专案组负责人', 'Head of the task force', 'officer', { min: 1, max: 1 }),
  taskForceMembers: field.persons('专案组成员', 'Members of the task force', 'officer', { min: 2, max: 10, help: text('不少于两名行政执法人员（移送规定§5①）；核实和书面报告由专案组办理，书面报告须由其中两人分别签署', 'At least two law enforcement officers (§5①); the task force verifies and reports, and two different people of it sign the report') }),
  taskForce: working('专案组人员', 'People of the task force'),
  investigationReport: longText('调查核实情况', 'Result of the verification'),
  offenceArticles: line('涉嫌触犯的刑法条款', 'Articles of the Criminal Law', { maxLength: 300 }),
  inspectionReportNo: line('检验报告、鉴定意见编号', 'Number of the test report or appraisal', { maxLength: 300 }),
  taskForceOpinion: choice('专案组意见', 'Opinion of the task force', { transfer: ['建议移送', 'Transfer'], noTransfer: ['建议不移送', 'Do not transfer'] }),
  corruptionFacts: longText('职务违法犯罪线索', 'Lead of corruption', { help: text('贪污贿赂、渎职等线索，另行移送监察机关', 'Bribery, dereliction and the like go to the supervisory commission') }),
  objection: longText('不同意的理由', 'Reasons for not signing'),
  headCapacity: choice('审批人身份', 'Capacity of the head', { principal: ['正职负责人', 'Principal head'], presiding: ['主持工作的负责人', 'Presiding head'] }),
  refusalReasons: longText('不予批准的理由', 'Reasons of the refusal', { help: text('依法记录在案', 'Kept on record by law') }),
  approvalOpinion: longText('审批意见', 'Opinion of the head'),
} as const;

/** 移送 (§§5②, 6) and what comes back. */
const transfer = {
  materials: choices('移送材料', 'Materials', {
    letter: ['涉嫌犯罪案件移送书', 'Letter of transfer'], report: ['涉嫌犯罪案件情况的调查报告', 'Investigation report'], goods: ['涉案物品清单', 'List of goods'],
    inspection: ['有关检验报告或者鉴定结论', 'Test reports or appraisals'], other: ['其他有关涉嫌犯罪的材料', 'Other materials'],
  }),
  transferLetterNumber: line('移送书文号', 'Number of the letter of transfer'),
  transferReportNumber: line('调查报告文号', 'Number of the investigation report'),
  receivedByPoliceOn: date('公安机关接收日期', 'Received by the police on', { past: true }),
  supplementRequest: longText('补正要求', 'To be supplemented'),
  supplementText: longText('补正材料说明', 'What is supplemented'),
  forwardReasons: longText('转送的理由', 'Reasons of forwarding'),
  returnReasons: longText('公安机关说明的理由', 'Reasons of the police'),
  reconsiderationReasons: longText('提请复议的理由', 'Grounds of the request for reconsideration'),
  reconsiderationOpinion: longText('复议决定的理由', 'Reasons of the reconsideration'),
  supervisionReasons: longText('建议立案监督的理由', 'Grounds of the proposal for supervision'),
  supervisionOpinion: longText('人民检察院意见', 'Opinion of the procuratorate'),
  acceptanceOpinion: longText('认可不予立案的意见', 'Opinion on accepting the non-filing'),
  handoverOn: date('移交日期', 'Handed over on', { past: true }),
  handoverRecord: longText('移交物品、材料', 'What is handed over'),
  handoverReceiver: line('接收人', 'Received by', { maxLength: 50 }),
} as const;

export const fields = {
  ...inSection('案件情况', 'The matter', proposed), ...inSection('公安机关和人民检察院', 'Police and procuratorate', counterparts), ...inSection('公安机关的决定', 'Decision of the police', decided),
  ...inSection('专案组核实和审批', 'Task force and approval', report), ...inSection('移送和反馈', 'Transfer and what came back', transfer),
} as const;
