/** 线索: what one case tells another when a violation is suspected. The same fields in every process that may open `report` or `enforcement`. */
import { field } from '../../domain/model/builder-fields.ts';
import { text } from '../../domain/text.ts';

const { text: line, longText, choice, uscc, region } = field;

export const leadFields = {
  sourceKind: choice('案件来源', 'Source', {
    reporter: ['举报', 'Report by a person'], complaint: ['投诉', 'Complaint'], recall: ['缺陷产品召回', 'Recall'], sampling: ['监督抽查', 'Supervision sampling'],
    inspection: ['监督检查', 'Inspection'], transferred: ['其他市场监督管理部门移送', 'Moved here by another market regulator'], department: ['其他部门移送', 'Passed on by another department'],
    opinion: ['检察意见', 'Procuratorial opinion'], assigned: ['上级交办', 'Assigned by the superior'],
  }),
  sourceNumber: line('来源案号', 'Number of the case it comes from', { maxLength: 100 }),
  subjectName: line('当事人名称（姓名）', 'Name of the subject'),
  subjectUscc: uscc('当事人统一社会信用代码', 'Credit code of the subject', { help: { zh: '自然人和没有代码的不填写，由承办人代为登记其意见', en: 'Left empty for natural persons; an officer then registers what they say' } }),
  subjectRegion: region('当事人所在地', 'Region of the subject', { help: { zh: '登记地或者住所地', en: 'Where it is registered or resides' } }),
  subjectAddress: line('当事人地址', 'Address of the subject', { maxLength: 300 }),
  leadSummary: longText('违法行为线索', 'What is suspected'),
} as const;

/** Form in which a lead is taken down, and the input of a call that passes it on. */
export const leadForm = {
  sourceKind: 'required', sourceNumber: 'optional', subjectName: 'required', subjectUscc: 'optional', subjectRegion: 'required', subjectAddress: 'optional', leadSummary: 'required',
} as const;

/** 不予立案的情形: the four of 程序规定 §20①, and what does not meet the conditions for filing (§19①). */
export const noFilingHelp = text('程序规定§20第一款第一至四项；不符合§19立案条件的，不予立案', 'Items 1 to 4 of §20①; what does not meet the conditions of §19 is not filed either');
export const noFilingGrounds = {
  minor: ['（一）违法行为轻微并及时改正，没有造成危害后果', '(1) Minor, corrected in time, without harm'],
  first: ['（二）初次违法且危害后果轻微并及时改正', '(2) First violation, slight harm, corrected in time'],
  noFault: ['（三）当事人有证据足以证明没有主观过错（法律、行政法规另有规定的除外）', '(3) The subject proves that it is not at fault'],
  otherwise: ['（四）依法可以不予立案的其他情形', '(4) Other grounds in law'],
  noViolation: ['不符合立案条件：没有违法事实、不应当处罚、不属于本部门管辖或者已过处罚时效（程序规定第十九条）', 'Conditions of filing not met: no violation, no penalty due, not of this agency, or too long ago (§19)'],
} as const;
