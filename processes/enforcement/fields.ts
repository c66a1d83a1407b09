/** The data dictionary of a penalty case (数据项), up to the decision; what follows it is in fields-execution.ts. */
import { field, inSection } from '../../domain/model/builder-fields.ts';
import { text } from '../../domain/text.ts';
import { announced, entrusted, serviceWays, suspicion } from '../shared-fields.ts';
import { executionFields } from './fields-execution.ts';
import { jurisdictionFields } from './jurisdiction.ts';
import { leadFields, noFilingGrounds, noFilingHelp } from './lead.ts';
import { officerCards } from './officer-cards.ts';

const { text: line, longText, integer, money, date, moment, yesNo, choice, choices, phone } = field;
const happened = { past: true } as const;
/** 分; a hundred billion yuan leave room for every sum that is made of it. */
const sum = { max: 10_000_000_000_000 } as const;

const filing = {
  filingReasons: longText('立案理由', 'Grounds for filing', { help: text('核查时已经批准立案的，由核查案件带入', 'Where the check has already led to a decision to file, it brings the grounds along') }),
  filedOn: date('立案日期', 'Filed on', happened),
  violationEndedOn: date('违法行为终了之日', 'Violation ended on', { past: true, help: text('处罚时效自此日起算；连续或者继续状态的，为行为终了之日', 'The limitation runs from this day') }),
  seriousHarm: yesNo('涉及公民生命健康安全、金融安全且有危害后果', 'Life, health or financial safety, with harm done'),
  noFilingGround: choice('不予立案情形', 'Ground for not filing', noFilingGrounds, { help: noFilingHelp }),
  noFilingReasons: longText('不予立案理由', 'Reasons for not filing'),
  filingOpinion: longText('立案审批意见', 'Opinion on filing'),
  officers: field.persons('办案人员', 'Officers of the case', 'officer', { min: 2, max: 6, help: text('两名以上，均应当具有行政执法资格（程序规定§19）；只有所列人员可以接办、调查、撰写和签署调查终结报告', 'Two or more, each with the qualification to enforce (§19); only they take the case, investigate, and write and sign the final report') }),
  officerPhone: phone('办案机构联系电话', 'Phone of the section', { personal: false, help: text('写入告知书，供当事人联系', 'Stands in the notice, for the subject') }),
  officerCards,
  recusalReasons: longText('回避或者不能承办的理由', 'Why an officer cannot take it'),
};

const jurisdiction = {
  ...jurisdictionFields,
  disputeReasons: longText('管辖争议事由', 'What is in dispute'),
  negotiationRecord: longText('协商情况', 'Record of the negotiation'),
  negotiatedOn: date('协商日期', 'Negotiated on', happened),
  negotiators: line('参加协商的人员', 'Who negotiated', { help: text('双方机关各自参加的人员', 'Of either agency') }),
};

const investigation = {
  investigationNote: longText('调查情况', 'State of the investigation'),
  testItem: longText('检测检验检疫鉴定事项', 'What is tested'),
  testInstitution: line('检测检验检疫鉴定机构', 'Testing institution'),
  testResult: longText('检测检验检疫鉴定结论', 'Result of the test'),
  identifier: line('权利人', 'Holder of the right'),
  identificationResult: longText('辨认、鉴别结论', 'Result of the identification'),
  refundPayees: longText('退还对象', 'To whom it is refunded', { help: text('多付价款的消费者、其他经营者；难以查找的，写明公告查找的方式', 'Who has paid too much; where they cannot be found, how they are looked for by announcement') }),
  refundAmount: money('多收价款金额', 'Charged too much', sum),
  refundBasis: longText('责令退还的依据', 'Basis of the order to refund', { help: text('法律、法规、规章的名称和条款', 'Instrument and article') }),
  refundDueOn: date('责令退还多收价款的期限', 'Refund required by', { help: text('最后一日', 'The last day') }),
  refundOverOn: date('退还期限届满次日', 'Refund overdue from'),
  refundNumber: line('责令退款通知书文号', 'Number of the order to refund', { maxLength: 60 }),
  refundServedOn: date('责令退款通知书送达日期', 'Order to refund served on', happened),
  refundedOn: date('退还日期', 'Refunded on', happened),
  refundedAmount: money('已退还金额', 'Refunded', sum),
  refundResult: longText('多收价款退还情况', 'What was refunded', { help: text('退还的对象、金额和凭证', 'To whom, how much, and the proof') }),
  suspensionGround: choice('中止调查情形', 'Ground of the suspension', {
    prejudicial: ['须以相关案件的裁判结果或者其他行政决定为依据', 'Depends on another judgment or decision'], interpretation: ['涉及法律适用，需要送请有权机关解释或者确认', 'A question of law is before the competent body'],
    forceMajeure: ['因不可抗力暂时无法调查', 'Force majeure'], missing: ['当事人下落不明，暂时无法调查', 'The subject cannot be found'], otherwise: ['其他应当中止调查的情形', 'Other grounds'],
  }),
  suspensionReasons: longText('中止调查理由', 'Reasons of the suspension'),
  resumptionReasons: longText('恢复调查理由', 'Reasons to resume'),
  terminationReasons: longText('终止调查理由', 'Reasons to end the investigation', { help: text('涉嫌违法的自然人死亡，或者法人、其他组织终止且无权利义务承受人等', 'The person has died, or the organisation has ended without successor') }),
  ...suspicion,
  finalFacts: longText('违法事实', 'Facts found'),
  finalEvidence: longText('主要证据', 'Main evidence'),
  lawViolated: longText('违反的规定', 'Provisions violated'),
  penaltyBasis: longText('处罚依据', 'Basis of the penalty'),
  discretion: longText('裁量理由', 'Grounds of discretion'),
  subjectKind: choice('当事人类型', 'Kind of subject', { person: ['自然人', 'Natural person'], organisation: ['法人或者其他组织', 'Organisation'] }),
  proposedResult: choice('建议处理意见', 'Proposal', {
    penalty: ['给予行政处罚', 'Penalty'], noPenaltyMinor: ['有违法行为，依法不予行政处罚', 'Violation without penalty'], noPenaltyUnfounded: ['违法事实不能成立，不予行政处罚', 'Not established'],
    department: ['移送其他行政管理部门', 'Other department'], judiciary: ['移送司法机关', 'Judiciary'],
  }),
  penaltyKinds: choices('处罚种类', 'Kinds of penalty', {
    warning: ['警告', 'Warning'], criticism: ['通报批评', 'Public criticism'], fine: ['罚款', 'Fine'], confiscation: ['没收违法所得、没收非法财物', 'Confiscation'], suspension: ['责令停产停业', 'Suspension of business'],
    closure: ['责令关闭', 'Closure'], restriction: ['限制开展生产经营活动、限制从业', 'Restriction of business or occupation'], downgrade: ['降低资质等级', 'Downgrading'], revocation: ['吊销许可证件、营业执照', 'Revocation of licence'],
  }),
  fineAmount: money('罚款金额', 'Fine', sum),
  illegalIncome: money('没收违法所得金额', 'Illegal income confiscated', sum),
  goodsValue: money('没收非法财物价值', 'Value of goods confiscated', sum),
  mitigated: yesNo('从轻、减轻处罚', 'Mitigated'),
  qualityField: yesNo('属于食品药品、特种设备、重点工业产品等领域', 'Food, drugs, special equipment or key industrial products'),
  responsiblePerson: yesNo('对责任人员个人的处罚', 'Penalty on a responsible individual'),
  publicInterest: yesNo('涉及重大公共利益，或者直接关系当事人、第三人重大权益', 'Major public interest or major rights'),
  complexCase: yesNo('情节复杂或者重大违法行为', 'Complex or grave'),
  hearingRight: yesNo('当事人有权要求听证', 'The subject may ask for a hearing'),
  reviewKind: choice('审核类别', 'Kind of review', { legal: ['法制审核', 'Legal review'], case: ['案件审核', 'Case review'] }),
  collectiveNeeded: yesNo('须经负责人集体讨论', 'To be discussed by the heads'),
  reviewOpinion: longText('审核意见', 'Opinion of the review'),
};

/** 继续延期 (程序规定 §64). */
const moreTime = {
  furtherFrom: date('九十日届满之日', 'Ninety days are over on'),
  furtherReasons: longText('继续延期的理由', 'Why more time is needed', { help: text('案情特别复杂或者有其他特殊情况，经延期仍不能作出处理决定的情形', 'Why the case could not be decided even in the time extended') }),
  furtherDays: integer('继续延长的期限（日）', 'Days more', { min: 1, max: 365, help: text('由负责人集体讨论决定的合理期限', 'A reasonable time, decided by the heads together') }),
  furtherDiscussedOn: date('集体讨论日期', 'Discussed on', happened),
  furtherRecord: longText('集体讨论记录（延期）', 'Record of the discussion (more time)', { help: text('时间、参加人员、各自意见和结论', 'When, who took part, what each said, and the result') }),
};

/** Not the time at which it is entered: the hours for the approval of what was done on the spot run from when it was done (§§33, 36). */
const taken = { past: true, help: text('填写实际采取措施的时间（北京时间），不是登记的时间；当场采取的，补办批准的二十四小时由此起算', 'When it was in fact done (Beijing time), not when it is entered; what was done on the spot has to be approved within 24 hours of it') } as const;

const measures = {
  registeredGoods: longText('先行登记保存的证据', 'Evidence registered'),
  registrationReasons: longText('先行登记保存的理由', 'Why it is registered'),
  registrationPlace: line('登记保存地点', 'Kept at'),
  registeredAt: moment('采取登记保存的时间', 'Registered at', taken),
  registrationHandling: longText('登记保存的处理', 'What was done with it'),
  registrationHeld: yesNo('有登记保存未处理', 'Registered evidence is held'),
  registrationNumber: line('先行登记保存证据通知书文号', 'Number of the registration notice', { maxLength: 60 }),
  seizedGoods: longText('查封、扣押的场所、设施、财物', 'What is seized'),
  seizureReasons: longText('查封、扣押的理由和依据', 'Grounds of the seizure'),
  seizedAt: moment('实施查封、扣押的时间', 'Seized at', taken),
  seizureServedOn: date('查封扣押决定书送达日期', 'Seizure decision served on', happened),
  seizureNumber: line('查封扣押决定书文号', 'Number of the seizure decision', { maxLength: 60 }),
  seizureTest: longText('查封扣押物品的检测检验事项', 'Test of what is seized'),
  seizureTestUntil: date('检测检验期间届满日', 'Test until', { help: text('检测检验检疫鉴定的期间应当明确，并书面告知当事人（程序规定§38③）', 'The time of the test is fixed and told to the subject in writing (§38③)') }),
  seizureTestServedOn: date('检测检验期间告知书送达日期', 'Notice of the test served on', happened),
  seizureTestOverOn: date('检测检验期间届满次日', 'Test over from'),
  seizureExtensionReasons: longText('延长查封、扣押的理由', 'Why the seizure is extended', { help: text('情况复杂的具体情形；写入告知书，告知当事人（程序规定§38②）', 'In what the matter is complex; it stands in the notice to the subject (§38②)') }),
  seizureExtensionDays: integer('延长查封、扣押的期限（日）', 'Days more of the seizure', { min: 1, max: 30, help: text('不得超过三十日', 'At most thirty') }),
  seizureExtensionServedOn: date('延长期限告知书送达日期', 'Notice of the extension served on', happened),
  seizureHandling: longText('查封、扣押的处理', 'What was done with the seizure'),
  seizureHeld: yesNo('有查封、扣押未处理', 'A seizure is held'),
  makeUpOpinion: longText('补办批准意见', 'Opinion on the later approval'),
  measureOpinion: longText('审批意见', 'Opinion on the measure'),
  assistingAgency: line('协助调查的机关', 'Asked for assistance'),
  assistanceRequest: longText('请求协助调查的事项', 'What is asked'),
  assistanceNumber: line('协助调查函文号', 'Number of the letter', { maxLength: 60 }),
  assistanceReply: longText('协助调查的答复', 'Answer'),
};

const hearing = {
  noticeNumber: line('行政处罚告知书文号', 'Number of the notice', { maxLength: 60 }),
  noticeServedOn: date('行政处罚告知书送达日期', 'Notice served on', { past: true, help: text('陈述、申辩和要求听证的期限自次日起算', 'The time to answer runs from the next day') }),
  noticeAnnouncedOn: date('告知书公告日期', 'Notice announced on', happened),
  serviceWay: choice('送达方式', 'Way of service', { ...serviceWays, ...entrusted, ...announced }),
  receivedBy: line('签收人、见证人', 'Received or witnessed by', { maxLength: 100, personal: true }),
  statementText: longText('陈述、申辩意见', 'Statement and defence'),
  hearingRequest: longText('听证要求', 'Request for a hearing'),
  statementReview: longText('复核意见', 'What came of the statement'),
  hearingHost: field.persons('听证主持人', 'Host of the hearing', 'legal-reviewer', { min: 1, max: 1, help: text('不得是本案办案人员；由其确定时间地点、主持听证、撰写听证报告', 'Not an officer of the case; sets time and place, holds the hearing and writes its report') }),
  hearingMaterialsNote: longText('移交的材料', 'Materials handed over'),
  hearingOn: date('听证日期', 'Hearing on'),
  hearingTime: line('听证时间', 'Hour of the hearing', { maxLength: 40 }),
  hearingPlace: line('听证地点', 'Place of the hearing'),
  hearingPublic: yesNo('公开听证', 'In public', { help: text('涉及国家秘密、商业秘密或者个人隐私依法予以保密的除外', 'Except where secrets or privacy are concerned') }),
  hearingNoticeBy: date('听证通知书最迟送达日期', 'Notice of the hearing to be served by'),
  hearingAnnounceBy: date('听证公告最迟日期', 'Hearing to be announced by'),
  hearingTooSoon: yesNo('听证日期过近，来不及通知', 'The day is too soon for the notice'),
  hearingNoticeServedOn: date('听证通知书送达日期', 'Notice of the hearing served on', happened),
  hearingAnnouncedOn: date('听证公告日期', 'Hearing announced on', happened),
  hearingRecord: longText('听证笔录', 'Record of the hearing'),
  hearingHeldOn: date('听证举行日期', 'Hearing held on', happened),
  hearingEndNote: longText('延期、终止听证的原因', 'Why it was put off or ended'),
  hearingReport: longText('听证报告', 'Report of the hearing'),
  discussionRecord: longText('集体讨论记录', 'Record of the discussion'),
  decisionOpinion: longText('负责人意见', 'Opinion of the head'),
  caseResult: choice('处理结果', 'Result', {
    penalty: ['行政处罚', 'Penalty'], noPenaltyMinor: ['不予行政处罚（违法行为轻微等）', 'No penalty'], noPenaltyUnfounded: ['不予行政处罚（违法事实不能成立）', 'Not established'], department: ['移送其他部门', 'Other department'],
    judiciary: ['移送司法机关', 'Judiciary'], terminated: ['终止调查', 'Ended'], moved: ['移送管辖', 'Moved'],
  }),
  departmentName: line('移送的行政管理部门', 'Other department'),
};

export const fields = {
  ...inSection('违法线索', 'What is suspected', leadFields), ...inSection('立案情况', 'Filing', filing), ...inSection('管辖情况', 'Jurisdiction', jurisdiction), ...inSection('调查和处理意见', 'Investigation and proposal', investigation),
  ...inSection('办案期限延长', 'More time', moreTime), ...inSection('强制措施和协助', 'Measures and assistance', measures), ...inSection('告知、听证和决定', 'Notice, hearing and decision', hearing),
  ...inSection('送达、执行和结案', 'Service, execution and closing', executionFields),
} as const;
