/** The data dictionary of a procuratorial opinion at the agency that answers it (数据项). */
import { field } from '../../domain/model/builder-fields.ts';
import { counterparts } from '../criminal-transfer/matter.ts';
import { opinion } from '../procuratorial-opinion/fields.ts';

const { text: line, longText, date } = field;

const handling = {
  opinionCase: field.id('检察意见案件标识', 'Case at the procuratorate', 'case'),
  procuratorateAgency: counterparts.procuratorateAgency,
  procuratorateName: line('提出意见的人民检察院', 'Procuratorate'),
  replyCountsFrom: date('回复期限的前一日', 'Day before the answer is due'),
  registrationNote: longText('登记情况', 'Registration'),
  testItem: line('检测检验检疫鉴定事项', 'What is tested', { maxLength: 300 }),
  testResult: longText('检测检验检疫鉴定结论', 'Result of the test'),
  identifier: line('辨认、鉴别的权利人', 'Holder of the right who identifies it', { maxLength: 200 }),
  identificationResult: longText('权利人辨认、鉴别结果', 'Result of the identification'),
  verificationOpinion: longText('核查意见', 'Result of the verification'),
  filingReasons: longText('立案理由', 'Reasons to open a case'),
  noPenaltyReasons: longText('不予立案的理由', 'Reasons not to open a case'),
  returnOpinion: longText('退回意见', 'Why it goes back'),
  enforcementNumber: line('行政处罚案号', 'Number of the enforcement case'),
} as const;

export const fields = { ...opinion, ...handling } as const;
