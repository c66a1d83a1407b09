/** The data dictionary of a project of the fund (数据项). Money in fen. */
import { field, inSection } from '../../domain/model/builder-fields.ts';
import { text } from '../../domain/text.ts';
import { serviceWays } from '../shared-fields.ts';

const { text: line, longText, integer, money, points, date, yesNo, choice, uscc, phone, region, working } = field;

/** 申请书. The purposes are those of plan measure 二十二. */
const application = {
  callNumber: line('申报通知案号', 'Number of the call', { maxLength: 60, help: text('申报通知上的案号，例如 粤市监基征〔2026〕1号', 'As it stands on the call') }),
};

const applicant = {
  applicantName: line('申报单位', 'Applicant'),
  applicantUscc: uscc('申报单位统一社会信用代码', 'Credit code of the applicant', { help: text('18位。申报单位凭此代码在系统中办理本案', '18 characters. It gives the applicant access to the case') }),
  applicantRegion: region('申报单位所在地', 'Region of the applicant'),
  contactName: line('项目联系人', 'Contact person', { personal: true, maxLength: 50 }),
  contactPhone: phone('联系电话', 'Phone of the contact person'),
  leaderName: line('项目负责人', 'Project leader', { personal: true, maxLength: 50 }),
};

const project = {
  projectName: line('项目名称', 'Project'),
  purpose: choice('支持方向', 'Purpose', {
    technology: ['提高制造技术及工艺水平', 'Manufacturing technology and processes'], product: ['提升产品质量', 'Quality of products'],
    methods: ['研究推广先进质量管理方法', 'Advanced methods of quality management'], system: ['建设应用现代质量管理体系', 'Modern quality management systems'],
  }),
  projectContent: longText('项目内容', 'Content of the project'),
  projectGoals: longText('绩效目标', 'Goals', { help: text('可以衡量的指标，绩效评价以此为准', 'Measurable; the evaluation is held against them') }),
};

const funding = {
  totalInvestment: money('项目总投资', 'Total investment', { min: 100 }),
  requestedAmount: money('申请资金', 'Amount requested', { min: 100 }),
  otherFunding: longText('已获得的其他财政资金', 'Other public money received', { help: text('没有的填写“无”。同一项目不得重复支持', 'Write "none" where there is none. A project is not supported twice') }),
  truthful: yesNo('承诺材料真实、完整', 'Statements are true and complete'),
};

/** 审核、评审、核查、审议. */
const selection = {
  callFound: yesNo('申报通知存在', 'The call exists'),
  callTitle: line('申报通知', 'Call', { maxLength: 400 }),
  callOpen: yesNo('在申报期内', 'Filed while the call was open'),
  callTerms: working('申报通知要求', 'Terms of the call'),
  mostPerProject: money('单个项目支持上限', 'Most for one project'),
  supplementRequest: longText('需要补正的内容', 'What is to be supplemented'),
  formalOpinion: longText('形式审查意见', 'Opinion of the formal review'),
  formalCheckOpinion: longText('审核意见', 'Opinion of the section head'),
  financeOpinion: longText('重复支持和预算核查意见', 'Opinion on double funding and budget'),
  refusalStage: choice('作出不予支持建议的环节', 'Stage at which refusal was proposed', {
    formal: ['形式审查', 'Formal review'], finance: ['财政核查', 'Check by finance'], expert: ['专家评审', 'Expert review'], site: ['现场核查', 'Site check'], proposal: ['拟定支持方案', 'Proposal'],
    collective: ['集体审议', 'Collective decision'], waiting: ['候补', 'Waiting list'], notice: ['公示', 'Public notice'],
  }),
  refusalGround: choice('不予支持的理由类别', 'Ground of refusal', {
    ineligible: ['不符合申报条件', 'Not eligible'], outOfPurpose: ['不属于支持方向', 'Outside the purposes'], late: ['超出申报期限', 'Filed too late'], incomplete: ['材料不全，逾期未补正', 'Incomplete and not supplemented in time'],
    duplicate: ['同一项目已获财政资金支持', 'Supported with public money already'], dishonest: ['严重失信或者材料虚假', 'Seriously dishonest, or false statements'], belowMark: ['专家评审未达标', 'Below the mark of the experts'],
    notAsStated: ['现场情况与申报不符', 'Not as stated'], lessUrgent: ['集体审议未通过', 'Not carried by the meeting'], noMoney: ['基金余额不足，候补期满', 'No money in the fund'], objectionUpheld: ['公示异议成立', 'Objection upheld'],
  }),
  refusalReasons: longText('不予支持的具体理由', 'Reasons'),
  refusalOpinion: longText('对不予支持建议的审核意见', 'Opinion on the proposed refusal'),
  refusalServedOn: date('不予支持通知送达日期', 'Refusal served on', { past: true }),
  withdrawalReasons: longText('撤回、放弃的说明', 'Why it is withdrawn'),
  qualityExperts: integer('质量管理专家（名）', 'Experts in quality management', { max: 9 }),
  metrologyExperts: integer('计量检测专家（名）', 'Experts in metrology', { max: 9 }),
  standardExperts: integer('标准化专家（名）', 'Experts in standards', { max: 9 }),
  financeExperts: integer('财务审计专家（名）', 'Experts in finance', { max: 9 }),
  passMark: integer('达标分（满分100）', 'Pass mark (of 100)', { min: 1, max: 100 }),
  drawId: field.id('抽取编号', 'Draw', 'draw'),
  drawReason: line('未能抽取的原因', 'Why nobody could be drawn'),
  drawOk: yesNo('抽取完成', 'Drawn'),
  expertNames: line('评审专家', 'Experts', { maxLength: 400 }),
  panelId: field.id('评审组编号', 'Panel', 'panel'),
  panelOk: yesNo('评审组成立', 'Panel open'),
  panelDone: yesNo('评分齐全', 'Scores complete'),
  panelVacant: integer('未达标', 'Below the mark'),
  panelRanking: longText('评分结果', 'Result of the panel'),
  panelScore: points('专家评审得分', 'Score of the experts'),
  expertOpinion: longText('专家评审意见', 'Opinion of the experts'),
  siteOn: date('核查日期', 'Site check on', { past: true }),
  siteMembers: line('核查人员', 'Who checked', { help: text('不少于两人', 'Two at least') }),
  siteFindings: longText('核查情况', 'Findings'),
  siteIssues: longText('需要整改的问题', 'What is to be put right'),
  rectifyDueOn: date('整改期限', 'To be put right by'),
  rectifyOverdueOn: date('整改逾期之日', 'Overdue from'),
  rectifyReport: longText('整改情况', 'Report of the rectification'),
  supportAmount: money('拟支持金额', 'Amount of support', { min: 100 }),
  proposalOpinion: longText('支持方案', 'Proposal'),
  meetingOn: date('会议日期', 'Meeting on', { past: true }),
  meetingRecord: longText('审议情况', 'Record of the meeting'),
  moneyOk: yesNo('资金已落实', 'Money secured'),
  moneyReason: line('资金未落实的原因', 'Why not'),
  fundHas: money('基金可用余额', 'Free in the fund'),
  noticeId: field.id('公示编号', 'Publication', 'notice'),
  noticeLastDay: date('公示截止日期', 'Last day of the notice'),
  noticeSettled: yesNo('公示结束', 'Notice settled'),
  objectionsOpen: integer('待处理异议', 'Objections open'),
  objectionsUpheld: integer('成立的异议', 'Objections upheld'),
  objectionRecord: longText('异议处理情况', 'How the objections were handled'),
  reconsideration: longText('复核意见', 'Opinion after the objection'),
  approvalOpinion: longText('立项审批意见', 'Opinion on the approval'),
  approvalServedOn: date('立项通知送达日期', 'Approval served on', { past: true }),
  serviceWay: choice('送达方式', 'Way of service', serviceWays),
};

const nth = { first: ['第一期', 'First'], second: ['第二期', 'Second'], third: ['第三期', 'Third'], fourth: ['第四期', 'Fourth'] } as const;
const goal = (n: keyof typeof nth) => line(`${nth[n][0]}里程碑`, `${nth[n][1]} milestone`, { maxLength: 500 });
const sum = (n: keyof typeof nth) => money(`${nth[n][0]}拨款`, `${nth[n][1]} instalment`);
const due = (n: keyof typeof nth) => date(`${nth[n][0]}里程碑完成日期`, `${nth[n][1]} milestone due`);

/** 项目合同书. Instalments stand in it one by one, so that a change of the contract (变更) reaches those that are still to come. */
const contract = {
  projectStartOn: date('项目开始日期', 'Project starts on'),
  projectEndOn: date('项目完成日期', 'Project ends on'),
  instalmentCount: integer('拨款期数', 'Number of instalments', { min: 1, max: 4 }),
  firstGoal: goal('first'), firstAmount: sum('first'), firstDueOn: due('first'),
  secondGoal: goal('second'), secondAmount: sum('second'), secondDueOn: due('second'),
  thirdGoal: goal('third'), thirdAmount: sum('third'), thirdDueOn: due('third'),
  fourthGoal: goal('fourth'), fourthAmount: sum('fourth'), fourthDueOn: due('fourth'),
  midtermAfter: integer('中期检查在第几期拨款后', 'Mid-term check after instalment', { min: 0, max: 3, help: text('填写 0 为不检查', '0 for none') }),
  contractTerms: longText('其他约定', 'Other terms'),
  contractTotal: money('各期合计', 'Sum of the instalments'),
  contractComplete: yesNo('各期填写完整', 'Instalments complete'),
  contractNumber: line('合同编号', 'Number of the contract', { maxLength: 60 }),
  contractOpinion: longText('合同审核意见', 'Opinion on the contract'),
};

/** 实施、变更、中期、验收. */
const execution = {
  executionEnd: choice('实施阶段的结果', 'How the execution ended', { completed: ['拨付完毕，验收通过', 'Completed'], stop: ['停止实施', 'Stopped'], quit: ['承担单位申请终止', 'Terminated by the project'] }),
  instalmentNo: integer('本期', 'Instalment'),
  instalmentAmount: money('本期拨款', 'Amount of this instalment'),
  milestoneGoal: line('本期里程碑', 'Milestone', { maxLength: 500 }),
  milestoneDueOn: date('本期完成日期', 'Due on'),
  milestoneOverdueOn: date('本期逾期之日', 'Overdue from'),
  lastInstalment: yesNo('最后一期', 'Last instalment'),
  progressReport: longText('里程碑完成情况', 'Report on the milestone'),
  evidence: longText('成果和支出凭证', 'Evidence of results and expenditure', { help: text('列明清单，文件上传至案件附件', 'A list; the files are uploaded to the case') }),
  spentAmount: money('累计支出', 'Spent so far'),
  milestoneOpinion: longText('核验意见', 'Opinion on the milestone'),
  paymentOpinion: longText('拨款审批意见', 'Opinion on the payment'),
  planNumber: line('资金计划文号', 'Number of the plan of payments', { maxLength: 60, help: text('资金计划下达后拨付', 'Nothing is paid before the plan is passed on') }),
  paymentNumber: line('拨款审批单编号', 'Number of the payment sheet', { maxLength: 60 }),
  paymentVoucher: line('付款凭证号', 'Voucher of the payment', { maxLength: 100 }),
  paidOn: date('付款日期', 'Paid on', { past: true }),
  paidTotal: money('累计拨付', 'Paid so far'),
  graceReasons: longText('处置意见', 'What is to be done'),
  changeKind: choice('变更种类', 'Kind of change', {
    extension: ['延期', 'Extension'], content: ['调整内容', 'Content'], budget: ['调整预算科目', 'Budget items'], leader: ['更换项目负责人', 'Project leader'], reduction: ['核减经费', 'Less money'],
  }),
  changeReasons: longText('变更理由', 'Reasons for the change'),
  newMilestoneDueOn: date('本期新的完成日期', 'New due day of this milestone'),
  newEndOn: date('项目新的完成日期', 'New end of the project'),
  newLeaderName: line('新的项目负责人', 'New project leader', { personal: true, maxLength: 50 }),
  reductionAmount: money('核减金额', 'Reduction', { min: 1 }),
  changeOpinion: longText('变更审查意见', 'Opinion on the change'),
  inspectionRecord: longText('日常监督检查记录', 'Record of inspections'),
  midtermReport: longText('中期执行情况', 'Mid-term report'),
  midtermOpinion: longText('中期检查意见', 'Opinion of the mid-term check'),
  rectifyStage: choice('整改所在环节', 'Put right at', { milestone: ['里程碑核验', 'Milestone'], midterm: ['中期检查', 'Mid-term check'], acceptance: ['验收', 'Acceptance'] }),
  rectifyContent: longText('整改要求', 'What is to be put right'),
  acceptanceOpinion: longText('验收意见', 'Opinion of the acceptance'),
  acceptanceOn: date('验收日期', 'Accepted on', { past: true }),
  acceptanceRound: integer('验收次数', 'Round of acceptance'),
  selfEvaluation: longText('绩效自评', 'Self-evaluation'),
  selfScore: integer('自评分', 'Own score', { max: 100 }),
  evaluationScore: integer('绩效评价得分', 'Score of the evaluation', { max: 100 }),
  evaluationGrade: choice('绩效等级', 'Grade', { excellent: ['优', 'Excellent'], good: ['良', 'Good'], fair: ['中', 'Fair'], poor: ['差', 'Poor'] }),
  evaluationReport: longText('绩效评价意见', 'Opinion of the evaluation'),
  auditOpinion: longText('审计意见', 'Opinion of the audit'),
  ineligibleAmount: money('不合规支出', 'Ineligible expenditure'),
  closingOpinion: longText('结项意见', 'Opinion on the closing'),
  resultPublicUntil: date('项目结果公示期满日', 'Result public until'),
};

/** 停止和追回. */
const recovery = {
  stopGround: choice('停止实施的理由类别', 'Ground of stopping', {
    overdue: ['逾期未完成里程碑', 'Milestone overdue'], notRectified: ['逾期未整改', 'Not put right in time'], failed: ['未通过检查或者验收', 'Check or acceptance failed'], misuse: ['挪用、截留资金', 'Money diverted'],
    fraud: ['弄虚作假骗取资金', 'Money obtained by fraud'], insolvent: ['承担单位破产或者注销', 'Insolvent or dissolved'], own: ['承担单位申请终止', 'At the request of the project'], audit: ['审计发现不合规支出', 'Ineligible expenditure'],
  }),
  stopReasons: longText('停止实施的具体理由', 'Reasons of stopping'),
  terminationReasons: longText('申请终止的理由', 'Reasons for the termination'),
  stopOpinion: longText('终止审查意见', 'Opinion on stopping'),
  fundReserved: money('本案已预留', 'Reserved for the case'),
  fundCommitted: money('本案已承诺', 'Committed to the case'),
  fundDisbursed: money('本案已拨付未追回', 'Disbursed and not recovered'),
  fundRecovered: money('本案已追回', 'Recovered'),
  recoveryAmount: money('应追回金额', 'To be recovered', { min: 1 }),
  recoveryFacts: longText('追回的事实和理由', 'Facts and grounds of the recovery'),
  noRecoveryReasons: longText('不予追回的理由', 'Why nothing is recovered'),
  noticeServedOn: date('事先告知书送达日期', 'Notice served on', { past: true }),
  statement: longText('陈述申辩', 'Statement'),
  statementReview: longText('陈述申辩复核意见', 'Opinion on the statement'),
  decisionOpinion: longText('追回决定意见', 'Opinion on the decision'),
  decisionNumber: line('追回资金决定书文号', 'Number of the recovery decision', { maxLength: 60 }),
  decisionServedOn: date('追回资金决定书送达日期', 'Decision served on', { past: true, help: text('缴还期限自次日起算', 'The time to repay runs from the next day') }),
  repaidAmount: money('本次缴还金额', 'Repaid now', { min: 1 }),
  repaidOn: date('缴还日期', 'Repaid on', { past: true }),
  repaymentVoucher: line('缴款凭证号', 'Voucher of the repayment', { maxLength: 100 }),
  recoveredTotal: money('累计缴还', 'Repaid so far'),
  repaymentLate: yesNo('逾期未缴还', 'Repayment overdue'),
  enforcementRecord: longText('申请强制执行情况', 'Application for enforcement'),
};

export const fields = {
  ...inSection('申报通知', 'Call', application), ...inSection('申报单位信息', 'Applicant', applicant), ...inSection('项目情况', 'Project', project), ...inSection('资金和承诺', 'Money and statements', funding),
  ...inSection('审核和评审情况', 'Review and selection', selection), ...inSection('合同约定', 'Contract', contract), ...inSection('实施和验收情况', 'Execution and acceptance', execution), ...inSection('停止和追回', 'Stopping and recovery', recovery),
} as const;
