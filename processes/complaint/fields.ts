/** The data dictionary of a complaint (数据项). */
import { field, inSection } from '../../domain/model/builder-fields.ts';
import { text } from '../../domain/text.ts';
import { toldWays } from '../shared-fields.ts';

const { text: line, longText, integer, date, yesNo, choice, choices, uscc, phone, region, money } = field;
const personal = { personal: true } as const;

/** What is complained of: 投诉登记表 (文书式样一; 总局令第121号 §§10–11). */
const origin = {
  channel: choice('提出渠道', 'Channel', {
    platform: ['全国12315平台', '12315 platform'], hotline: ['12315热线电话', '12315 hotline'], mail: ['邮寄', 'By mail'], window: ['受理窗口', 'In person'],
  }),
};

const complainant = {
  complainantAccount: line('投诉人账号', 'Account of the complainant', { ...personal, maxLength: 800, help: text('投诉人本人在系统中提出的，由系统记入', 'Entered by the system where the complainant files it themselves') }),
  complainantName: line('投诉人姓名', 'Complainant', { ...personal, maxLength: 50 }),
  complainantPhone: phone('投诉人联系电话', 'Phone of the complainant'),
  complainantAddress: line('投诉人通讯地址', 'Address of the complainant', personal),
  complainantIdType: choice('证件类型', 'Kind of identity paper', { idCard: ['居民身份证', 'Identity card'], passport: ['护照', 'Passport'], permit: ['港澳台居民通行证、居住证', 'Permit of residents of Hong Kong, Macao and Taiwan'], other: ['其他', 'Other'] }, personal),
  complainantIdNumber: line('证件号码', 'Number of the paper', { ...personal, maxLength: 40 }),
  complainantAgent: line('投诉人委托代理人', 'Agent of the complainant', { ...personal, maxLength: 50, help: text('委托他人代为投诉的，提交授权委托书原件和受托人身份证明', 'With the original power of attorney and proof of identity') }),
  complainantAgentPhone: phone('代理人联系电话', 'Phone of the agent'),
  complainantAgentAddress: line('代理人联系地址', 'Address of the agent', personal),
};

const consent = {
  publicationConsent: yesNo('同意公示投诉信息', 'Agrees to publication of the complaint'),
  mediationConsent: yesNo('同意委托调解', 'Agrees to mediation by an entrusted organisation'),
};

const respondent = {
  respondentName: line('被投诉人名称（姓名）', 'Respondent'),
  respondentUscc: uscc('被投诉人统一社会信用代码', 'Credit code of the respondent', { help: text('知道的请填写；被投诉人凭此代码在系统中参加调解', 'Where it is known; it lets the respondent take part here') }),
  respondentRegion: region('被投诉人所在地', 'Region of the respondent', { help: text('实际经营地或者住所地的县级行政区划', 'County where it does business or is registered') }),
  respondentAddress: line('被投诉人地址', 'Address of the respondent'),
  respondentContact: line('被投诉人联系人', 'Contact person of the respondent', { ...personal, maxLength: 50 }),
  respondentPhone: phone('被投诉人联系电话', 'Phone of the respondent'),
  respondentHead: line('被投诉人法定代表人（负责人）', 'Head of the respondent', { ...personal, maxLength: 50 }),
  respondentAgent: line('被投诉人委托代理人', 'Agent of the respondent', { ...personal, maxLength: 50 }),
  respondentAgentPhone: phone('被投诉人代理人联系电话', 'Phone of the respondent’s agent'),
  respondentAgentAddress: line('被投诉人代理人联系地址', 'Address of the respondent’s agent', personal),
};

const dispute = {
  subject: line('商品或者服务', 'Goods or service', { maxLength: 100 }),
  purchasedOn: date('购买、使用商品或者接受服务的日期', 'Date of purchase or use', { past: true }),
  amountPaid: money('涉及金额', 'Amount'),
  facts: longText('消费者权益争议事实依据', 'Facts of the dispute', { help: text('购买、使用商品或者接受服务的时间、地点、内容、争议情况', 'When, where, what, and what the dispute is about') }),
  demands: longText('投诉请求', 'Demands', { help: text('修理、重作、更换、退货、补足数量、退还货款和服务费用、赔偿损失等', 'Repair, replacement, return, refund, compensation, …') }),
  knownOn: date('知道权益受侵害之日', 'Known since', { past: true }),
  handledElsewhere: yesNo('其他机关、组织已受理或者处理过', 'Already before a court, arbitrator or other body'),
  reportContent: longText('同时举报的内容', 'Report of a violation made with it', { help: text('同时包含举报内容的，按规定分别处理（§9）', 'Handled separately (§9)') }),
};

/** 登记、分送、身份材料, 处理权限 (§§10, 33, 41). */
const intake = {
  receivedOn: date('收到投诉之日', 'Received on'),
  arrivedBy: choice('来案方式', 'How it came', { distribution: ['统一接收机构分送', 'Distributed'], transfer: ['处理权限转移', 'Transferred'] }),
  fromAgency: field.id('来案机关', 'From agency', 'agency'),
  fromNumber: line('来案案号', 'Number there'),
  registrationNote: longText('登记意见', 'Note of the registration'),
  otherChannel: longText('告知的其他途径', 'Other channel pointed out', { help: text('咨询、信息公开、行政复议、检举控告等（§44）', 'Inquiry, disclosure, reconsideration, … (§44)') }),
  forwardTo: line('分送机关', 'Distributed to', { help: text('被投诉人实际经营地或者住所地有处理权限的机关（§13）', 'The agency with power at the respondent’s place (§13)') }),
  reportBy: date('报告处理结果的期限', 'Result to be reported by'),
  materialCopies: integer('相关材料（份）', 'Documents enclosed'),
  materialPages: integer('相关材料（页）', 'Pages'),
  childOutcome: line('下级处理结果', 'Result there'),
  childNumber: line('下级案号', 'Number there'),
  powerReasons: longText('不具备处理权限的理由', 'Why there is no power'),
  identityMaterials: longText('需要提供的身份证明材料', 'Proof of identity asked for'),
  identityDueOn: date('提供身份证明材料的期限', 'Proof of identity due'),
  identityOverdueOn: date('身份材料逾期之日', 'Proof overdue from'),
  identityMissing: yesNo('逾期未提供身份证明材料', 'No proof of identity in time'),
  officerName: line('联系人', 'Officer', { maxLength: 50 }),
  officerPhone: phone('办公电话', 'Office phone', { personal: false }),
  officeAddress: line('通信地址', 'Office address'),
  disputeWith: line('发生权限争议的机关', 'Agency in dispute'),
  disputeReasons: longText('权限争议的理由', 'Grounds of the dispute'),
  disputeResult: line('协商结果', 'Result of the consultation'),
  disputeAnswer: longText('对方机关意见', 'Position of the other agency'),
  superiorFound: yesNo('已查明上一级机关', 'The agency above is known'),
  superiorAgency: line('上一级机关', 'Agency above'),
  appointedAgency: field.id('指定的处理机关', 'Agency appointed', 'agency'),
  transferTo: line('转移至', 'Transferred to'),
};

/** 受理, 调解, 终止, 回访 (§§15–26). */
const handling = {
  refusalGround: choice('不予受理情形', 'Ground of refusal', {
    noPower: ['（一）不属于职责或者不具有处理权限', '(1) no competence'], handled: ['（二）已经受理或者处理过', '(2) already handled'], notConsumer: ['（三）非生活消费或者不能证明争议', '(3) no consumer dispute'],
    late: ['（四）超过三年', '(4) more than three years'], materials: ['（五）材料缺少或者虚假', '(5) papers missing or false'], identity: ['（六）冒用他人名义或者拒不配合核验身份', '(6) identity refused'], other: ['（七）其他情形', '(7) other'],
  }),
  refusalReasons: longText('不予受理的理由', 'Reasons of the refusal'),
  notConsumerFactors: choices('非生活消费的判断因素', 'Factors against a consumer purpose', {
    quantity: ['数量、次数明显不符合消费习惯', 'Unusual quantity or frequency'], mass: ['短期内大量或者串通投诉', 'Many or concerted complaints'], unproved: ['不能证明真实消费关系', 'No real purchase'], contacts: ['多人使用同一联系方式', 'Shared contacts'], other: ['其他', 'Other'],
  }),
  decisionToldOn: date('告知受理或者不予受理的日期', 'Decision told on', { past: true }),
  decisionToldWay: choice('告知方式', 'How it was told', toldWays),
  mediationMode: choice('调解方式', 'Manner of mediation', { onsite: ['现场调解', 'On site'], remote: ['非现场调解（互联网、电话、音视频）', 'Remote'], entrusted: ['委托消费者协会或者其他调解组织', 'Entrusted'] }),
  entrustedTo: line('受委托组织', 'Entrusted organisation'),
  mediators: line('调解人员', 'Mediators', { maxLength: 100 }),
  mediationOn: date('调解日期', 'Date of the mediation'),
  mediationHour: integer('调解时间（时）', 'Hour', { max: 23 }),
  mediationPlace: line('调解地点', 'Place'),
  mediationMaterials: line('需携带的其他材料', 'Further papers to bring'),
  recusalDays: integer('提出回避申请的期限（日）', 'Days to apply for recusal', { min: 1, max: 30 }),
  mediationRecord: longText('调解记录', 'Record of the mediation'),
  agreementProposal: longText('调解方案', 'Proposed agreement'),
  complainantCounter: longText('投诉人意见', 'Answer of the complainant'),
  respondentCounter: longText('被投诉人意见', 'Answer of the respondent'),
  entrustConsent: longText('双方同意委托调解的情况', 'How both have agreed to entrust it', { help: text('投诉登记表中投诉人是否同意委托调解；被投诉人如何同意（§19①）', 'What the complainant said when it was registered, and how the respondent has agreed (§19①)') }),
  agreement: longText('调解协议', 'Agreement'),
  performed: yesNo('调解协议已经即时履行', 'Performed at once'),
  settlementWaived: yesNo('双方同意不制作调解书', 'Both waive the document'),
  settlementSignedOn: date('调解书签字日期', 'Signed on', { past: true }),
  appraisalBody: line('鉴定、检测机构', 'Appraisal body'),
  appraisalFees: longText('鉴定、检测费用的承担', 'Who bears the costs'),
  appraisalResult: longText('鉴定、检测意见', 'Result of the appraisal'),
  appraisalReportNo: line('鉴定、检测报告编号', 'Number of the report'),
  recusalReasons: longText('回避申请的理由', 'Grounds of the recusal'),
  recusalOpinion: longText('回避决定的理由', 'Grounds of the decision on recusal'),
  jointMembers: longText('共同投诉的全体投诉人', 'All who complain together', { ...personal, help: text('姓名、联系电话、通讯地址和各自的请求，逐人列明', 'Name, phone, address and demands of each') }),
  jointCount: integer('共同投诉人数', 'How many complain together', { min: 2, max: 500 }),
  representatives: line('代表人（两名）', 'Representatives (two)', { ...personal, maxLength: 100, help: text('由共同投诉的投诉人书面推选两名（§12②）', 'Two, elected in writing by those who complain together (§12②)') }),
  jointConsent: longText('共同投诉人的意见', 'What those who complain together have said', { help: text('是否同意按共同投诉处理、推选代表人的情况；达成协议的，被代表人逐人的意见', 'Whether they agree to it, whom they have elected; of an agreement, what each of them says') }),
  joint: yesNo('共同投诉', 'Joint complaint'),
  partyStatement: longText('当事人说明', 'Statement'),
  endGround: choice('调解结束的情形', 'How the mediation ends', {
    withdrawn: ['投诉人撤回投诉', 'Complaint withdrawn'], reconciled: ['双方自行和解', 'Reconciled'], refused: ['无正当理由不参加或者明确拒绝调解', 'Refused'], failed: ['明确表示无法达成协议', 'No agreement possible'],
    ineligible: ['发现不予受理情形或者涉嫌骗取赔偿、敲诈勒索（§16、§42）', 'Not to be accepted after all, or fraud'], ceased: ['死亡或者主体资格灭失', 'A party has died or ceased'], other: ['法律法规规章规定的其他情形', 'Other ground of law'],
  }),
  endReasons: longText('说明', 'Explanation'),
  mediationTurn: choice('调解进展', 'Turn of the mediation', {
    agreed: ['达成协议', 'Agreed'], recusal: ['申请回避', 'Recusal'], withdrawn: ['投诉人撤回投诉', 'Withdrawn'], reconciled: ['双方自行和解', 'Reconciled'], refused: ['拒绝调解', 'Refused'], failed: ['无法达成协议', 'Failed'],
    feeDispute: ['鉴定、检测费用承担无法协商一致', 'No agreement on the costs'], noBody: ['鉴定、检测机构无法协商一致（令第20号）', 'No agreement on the body (Order 20)'], ineligible: ['不应受理', 'Not to be accepted'], ceased: ['主体灭失', 'Party ceased'], other: ['其他', 'Other'],
  }),
  terminationGround: integer('终止调解情形（项）', 'Ground of termination', { min: 1, max: 8, help: text('第二十三条第一款各项', 'Items of §23①') }),
  terminationToldOn: date('告知终止调解的日期', 'Termination told on', { past: true }),
  terminationToldWay: choice('终止调解的告知方式', 'How the termination was told', toldWays),
  callBackOn: date('回访日期', 'Called back on', { past: true }),
  satisfaction: choice('投诉人评价', 'Rating', { satisfied: ['满意', 'Satisfied'], fair: ['基本满意', 'Fairly satisfied'], dissatisfied: ['不满意', 'Dissatisfied'], unreachable: ['无法取得联系', 'Not reached'] }),
  callBackNote: longText('回访情况', 'Note of the call-back'),
};

/** 升级: what a complaint leads to. */
const escalation = {
  recentComplaints: integer('近九十日同一经营者投诉（件）', 'Complaints against the enterprise within ninety days'),
  recentEscalations: integer('近九十日已升级（件）', 'Escalations within ninety days'),
  leadFoundOn: date('发现线索之日', 'Lead found on', { past: true, help: text('十五个工作日的核查期限自次日起算（§27）', 'The fifteen working days to check it run from the next day (§27)') }),
  leadSummary: longText('违法线索', 'Lead', { help: text('涉嫌违反市场监督管理法律、法规、规章的线索；不填写投诉人的个人信息', 'Suspected violation; no personal data of the complainant') }),
  dangerFoundOn: date('发现危险之日', 'Danger found on', { past: true }),
  recallProductKind: choice('产品类别', 'Kind of product', { consumer: ['消费品', 'Consumer goods'], vehicle: ['汽车产品', 'Motor vehicles'] }),
  recallProduct: line('产品名称', 'Product'),
  recallModel: line('型号规格', 'Model'),
  producerName: line('生产者名称', 'Producer'),
  producerCode: uscc('生产者统一社会信用代码', 'Credit code of the producer'),
  producerPlace: region('生产者所在地', 'Region of the producer'),
  producerContact: line('生产者联系人', 'Contact person of the producer', { ...personal, maxLength: 50 }),
  producerPhone: phone('生产者联系电话', 'Phone of the producer'),
  quantityInMarket: integer('市场流通数量（估计）', 'Quantity in the market (estimate)'),
  defectCategory: choice('缺陷类型', 'Kind of defect', { design: ['设计缺陷', 'Design'], manufacturing: ['制造缺陷', 'Manufacture'], marking: ['警示标识缺陷', 'Warnings and marking'] }),
  defectDescription: longText('缺陷描述', 'Description of the defect'),
  harm: longText('危及人身、财产安全的情况', 'Danger to persons or property'),
  escalationMatter: longText('升级事由', 'Why it is escalated', { help: text('不填写投诉人的个人信息', 'No personal data of the complainant') }),
  escalationProposals: choices('建议措施', 'Proposed', { interview: ['约谈', 'Interview'], publicInterest: ['公益诉讼', 'Public interest action'], supervision: ['挂牌督办', 'Special supervision'] }),
  policeFacts: longText('涉嫌骗取赔偿、敲诈勒索的事实', 'Facts of a suspected fraud or extortion', { help: text('夹带、掉包、造假、篡改商品信息、捏造事实等（§42）', '§42') }),
  policeFound: yesNo('已查明公安机关', 'The police are known'),
  policeAgency: line('移送的公安机关', 'Police'),
};

export const fields = {
  ...inSection('投诉途径', 'Channel', origin), ...inSection('投诉人信息', 'Who complains', complainant), ...inSection('公示和委托调解意愿', 'Publication and mediation', consent), ...inSection('被投诉人信息', 'Who is complained of', respondent),
  ...inSection('争议情况和请求', 'Dispute and demands', dispute), ...inSection('登记和分送', 'Registration and distribution', intake), ...inSection('受理和调解情况', 'Examination and mediation', handling),
  ...inSection('升级处置', 'Escalation', escalation),
} as const;
