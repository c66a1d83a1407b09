/** The data dictionary of the supervision of filing (数据项). */
import { field } from '../../domain/model/builder-fields.ts';
import { counterparts, decided, matter } from '../criminal-transfer/matter.ts';

const { text: line, longText, date } = field;
const { policeAgency, policeCase, policeCaseNumber, transferCase, transferringAgency, transferringAgencyName } = counterparts;
const { notFiledOn, notFiledReasons, filingNumber, filedOn } = decided;

const supervision = {
  reconsiderationOpinion: longText('公安机关复议决定的理由', 'Reasons of the reconsideration'),
  supervisionReasons: longText('建议立案监督的理由', 'Grounds of the proposal'),
  acceptanceOpinion: longText('受理审查意见', 'Opinion on acceptance'),
  explanationRequest: longText('要求说明的事项', 'What is to be explained'),
  requestNumber: line('要求说明不立案理由通知书文号', 'Number of the request to explain'),
  explanation: longText('公安机关的说明', 'Explanation of the police'),
  reviewOpinion: longText('审查意见', 'Opinion of the review'),
  noticeReasons: longText('通知立案的理由', 'Reasons of the notice to file'),
  noticeNumber: line('通知立案书文号', 'Number of the notice to file'),
  returnOpinion: longText('退回意见', 'Why it goes back'),
  correctionNote: longText('纠正、督促情况', 'Correction demanded'),
  correctedOn: date('发出日期', 'Sent on', { past: true }),
  supervisionOpinion: longText('答复意见', 'Answer'),
} as const;

export const fields = { ...matter, policeAgency, policeCase, policeCaseNumber, transferCase, transferringAgency, transferringAgencyName, notFiledOn, notFiledReasons, filingNumber, filedOn, ...supervision } as const;
