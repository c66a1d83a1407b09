/** The data dictionary of a report (数据项). */
import { field, inSection } from '../../domain/model/builder-fields.ts';
import { text } from '../../domain/text.ts';
import { jurisdictionFields } from '../enforcement/jurisdiction.ts';
import { leadFields, noFilingGrounds, noFilingHelp } from '../enforcement/lead.ts';

const { text: line, longText, integer, date, yesNo, choice } = field;
const happened = { past: true } as const;

const origin = {
  foundOn: date('发现线索、收到材料之日', 'Found or received on', { past: true, help: text('核查期限自次日起算；不填写的，自本案收到之日起算', 'The time to check runs from the next day; from the receipt of this case where it is left empty') }),
  reporterName: line('举报人姓名', 'Name of the reporter', { personal: true, maxLength: 50, help: text('可以匿名举报', 'A report may be anonymous') }),
  reporterPhone: field.phone('举报人联系电话', 'Phone of the reporter'),
  reporterAddress: line('举报人联系地址', 'Address of the reporter', { personal: true }),
  reporterIdNumber: line('举报人身份证件号码', 'Identity number of the reporter', { personal: true, maxLength: 30 }),
  reporterAccount: line('举报人账号', 'Account of the reporter', { personal: true }),
  earlierNumber: line('此前举报的案号', 'Number of the earlier report', { maxLength: 100 }),
};

const handling = {
  triageOpinion: longText('分办意见', 'Opinion on distribution'),
  handlingAgency: line('分送至', 'Distributed to'),
  fromAgency: field.id('分送机关', 'Distributed by', 'agency'),
  reportBy: date('报告处理结果的期限', 'Result to be reported by'),
  otherChannel: longText('告知举报人的途径', 'What the reporter is pointed to', { help: text('属于市场监督管理部门职责的，告知其直接向有处理权限的部门提出（处理办法§34）', 'What is for market regulation: directly to the agency that has the power (§34)') }),
  forwardingNumber: line('分送通知书文号', 'Number of the letter', { maxLength: 60 }),
  materialCopies: integer('举报材料（份）', 'Copies of the material', { max: 1000 }),
  materialPages: integer('举报材料（页）', 'Pages of the material', { max: 100_000 }),
  checkRecord: longText('核查情况', 'What the check has found'),
  testItem: longText('检测检验检疫鉴定事项', 'What is tested'),
  testResult: longText('检测检验检疫鉴定结论', 'Result of the test'),
  identifier: line('权利人', 'Holder of the right'),
  identificationResult: longText('辨认、鉴别结论', 'Result of the identification'),
  violationEndedOn: date('违法行为终了之日', 'Violation ended on', { past: true, help: text('处罚时效自此日起算', 'The limitation runs from this day') }),
  seriousHarm: yesNo('涉及公民生命健康安全、金融安全且有危害后果', 'Life, health or financial safety, with harm done'),
  filingReasons: longText('立案理由', 'Grounds for filing'),
  noFilingGround: choice('不予立案情形', 'Ground for not filing', noFilingGrounds, { help: noFilingHelp }),
  noFilingReasons: longText('不予立案理由', 'Reasons for not filing'),
  transferTo: line('移送的部门', 'Department to which it is passed on', { help: text('市场监督管理部门以外的行政管理部门', 'A department other than market regulation') }),
  decisionOpinion: longText('负责人意见', 'Opinion of the head'),
  resultDuty: choice('是否须告知举报人', 'Must the reporter be told?', {
    none: ['法律、法规、规章未规定告知', 'No law says so'], filing: ['规定告知是否立案', 'Whether a case is filed'], result: ['规定告知处理结果', 'The result of the handling'],
  }, { help: text('处理办法§§35、36：法律、法规、规章规定应当告知处理结果的，依照其规定', 'Measures §§35, 36: where a law, regulation or rule says that the result is told') }),
  resultInstrument: line('规定告知的法律、法规、规章', 'Law that says so', { help: text('名称，不加书名号', 'Name of the instrument') }),
  resultArticle: line('条款', 'Article', { maxLength: 20, help: text('例如“六十二”，即第六十二条', 'Number of the article in Chinese') }),
  enforcementNumber: line('立案案号', 'Number of the case filed', { maxLength: 100 }),
  caseOutcome: line('查处结果', 'Outcome of the case', { maxLength: 60 }),
  caseResultSummary: longText('查处情况', 'What came of the case'),
  caseResultNumber: line('决定书文号', 'Number of the decision', { maxLength: 100 }),
  resultText: longText('告知内容', 'What the reporter is told'),
  resultNumber: line('举报处理结果告知书文号', 'Number of the letter to the reporter', { maxLength: 60 }),
  resultServedOn: date('告知日期', 'Told on', happened),
  resultWay: choice('告知方式', 'How', { direct: ['当面', 'In person'], mail: ['信函', 'By mail'], electronic: ['互联网、短信、电子邮件', 'Electronic'], entrusted: ['电话', 'By telephone'] }),
};

export const fields = {
  ...inSection('违法线索', 'What is suspected', leadFields), ...inSection('发现情况和举报人', 'How it was found, and by whom', origin), ...inSection('管辖情况', 'Jurisdiction', jurisdictionFields), ...inSection('分办、核查和处理', 'Distribution, check and decision', handling),
} as const;
