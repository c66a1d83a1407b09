/** The data dictionary of a transferred case at the police (数据项). */
import { field } from '../../domain/model/builder-fields.ts';
import { agencyField } from '../between-agencies.ts';
import { counterparts, decided, matter } from '../criminal-transfer/matter.ts';

const { text: line, longText, date } = field;

const { transferCase, transferringAgency, transferringAgencyName, policeAgency, policeCase, procuratorateAgency } = counterparts;

const review = {
  transferLetterNumber: line('移送书文号', 'Number of the letter of transfer'),
  investigationReport: longText('调查核实情况', 'Result of the regulator’s verification'),
  forwardedFrom: line('转送机关', 'Forwarded by'),
  receivedByPoliceOn: date('接收日期', 'Received on', { past: true }),
  receiptNote: longText('接收情况', 'Note on the receipt'),
  competentPolice: agencyField('有管辖权的公安机关', 'Competent police', 'police'),
  forwardReasons: longText('转送的理由', 'Reasons of forwarding'),
  returnReasons: longText('不属于公安机关职责范围的理由', 'Why it is not for the police'),
  supplementRequest: longText('补正要求', 'To be supplemented'),
  supplementText: longText('补正材料说明', 'What was supplemented'),
  examinationOpinion: longText('审查意见', 'Opinion of the review'),
  decisionOpinion: longText('审批意见', 'Opinion of the head'),
  reconsiderationReasons: longText('提请复议的理由', 'Grounds of the request for reconsideration'),
  reconsiderationOpinion: longText('复议决定的理由', 'Reasons of the reconsideration'),
  supervisionCase: field.id('立案监督案件标识', 'Case of the supervision', 'case'),
  supervisionNumber: line('立案监督案号', 'Number of the supervision'),
  explanationRequest: longText('要求说明的事项', 'What is to be explained'),
  explanation: longText('不立案的情况、依据和理由', 'Facts, grounds and reasons of not filing'),
  noticeNumber: line('通知立案书文号', 'Number of the notice to file'),
  noticeReasons: longText('通知立案的理由', 'Reasons of the notice to file'),
  handoverOn: date('移交日期', 'Handed over on', { past: true }),
  handoverRecord: longText('移交物品、材料', 'What was handed over'),
  goodsReceipt: longText('接收物品情况', 'Receipt of the goods'),
  goodsUrged: longText('催要情况', 'How it was urged'),
} as const;

export const fields = { ...matter, transferCase, transferringAgency, transferringAgencyName, policeAgency, policeCase, procuratorateAgency, ...decided, ...review } as const;
