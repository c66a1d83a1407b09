/** The data dictionary of a call (数据项). Money in fen. */
import { field } from '../../domain/model/builder-fields.ts';
import { text } from '../../domain/text.ts';

const { text: line, longText, integer, money, points, date, yesNo, choice, choices, working } = field;

export const fields = {
  callYear: integer('年度', 'Year', { min: 2020, max: 2100 }),
  callName: line('申报通知名称', 'Call'),
  callReasons: longText('发起理由', 'Why there is a call'),
  purposes: choices('支持方向', 'Purposes', {
    technology: ['提高制造技术及工艺水平', 'Manufacturing technology and processes'], product: ['提升产品质量', 'Quality of products'],
    methods: ['研究推广先进质量管理方法', 'Advanced methods of quality management'], system: ['建设应用现代质量管理体系', 'Modern quality management systems'],
  }),
  callBudget: money('本批资金', 'Money of this call', { min: 100 }),
  mostPerProject: money('单个项目支持上限', 'Most for one project', { min: 100 }),
  conditions: longText('申报条件', 'Conditions'),
  materials: longText('申报材料', 'What is to be handed in'),
  applicationsUntil: date('申报截止日期', 'Applications until', { help: text('当日24时前提交的申报有效', 'Applications until 24:00 of that day are in time') }),
  closesOn: date('停止接收申报之日', 'Closed from'),
  consultation: line('咨询方式', 'Whom to ask', { maxLength: 300 }),
  draftOpinion: longText('拟稿说明', 'Remarks of the draft'),
  fundAvailable: money('基金可用余额', 'Free in the fund'),
  financeOpinion: longText('财政审核意见', 'Opinion of finance'),
  approvalOpinion: longText('审批意见', 'Opinion of the approval'),
  lastApplicant: line('最近申报单位', 'Last applicant'),
  applicationCount: integer('收到申报（件）', 'Applications'),
  lastAmount: money('最近决定的支持金额', 'Support last decided'),
  lastProject: line('最近入库项目案号', 'Project last entered in the library', { maxLength: 100 }),
  lastProjectName: line('最近入库项目', 'Its name'),
  lastScore: points('最近入库项目得分', 'Its score'),
  lastSupport: money('最近入库项目拟支持金额', 'Its support'),
  library: working('项目库', 'Library'),
  libraryText: longText('项目库排序', 'Library by rank'),
  overBudget: line('资金安排存在的问题', 'What is wrong with the money', { maxLength: 300 }),
  decidedCount: integer('已决定（件）', 'Decided'),
  supportedCount: integer('支持（件）', 'Supported'),
  supportedAmount: money('支持金额合计', 'Support in all'),
  periodOver: yesNo('申报期已过', 'The period is over'),
  extensionReasons: longText('延长申报期的理由', 'Why the period is extended'),
  cancelReasons: longText('终止征集的理由', 'Why the call is ended'),
  budgetRoute: choice('资金下达方式', 'How the money is passed on', {
    direct: ['省级直接拨付承担单位', 'Paid by the province'], general: ['省级一般性转移支付', 'General transfer of the province'], special: ['省级专项转移支付', 'Special transfer of the province'], central: ['上级转移支付转下达', 'Transfer from above, passed on'],
  }),
  budgetDay: date('预算批准或者接到上级转移支付之日', 'Budget approved, or transfer received, on', { past: true, help: text('下达期限自次日起算（预算法第五十二条）', 'The time to pass it on runs from the next day (Budget Law §52)') }),
  releaseNumber: line('资金计划文号', 'Number of the plan', { maxLength: 60 }),
  releasedOn: date('下达日期', 'Passed on on', { past: true }),
  summary: longText('征集总结', 'Summary'),
} as const;
