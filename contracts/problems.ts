/** Errors are RFC 9457 problem documents with a stable `code`. One table gives status and text of every code. */
import { z } from 'zod';
import type { Text } from '../domain/text.ts';
import { text } from '../domain/text.ts';
import type { RejectionCode } from '../domain/engine/commands.ts';
import { textSchema } from './common.ts';

export interface ProblemKind { readonly status: number; readonly title: Text; readonly advice: Text }
const kind = (status: number, title: Text, advice: Text): ProblemKind => ({ status, title, advice });

const rejections: Record<RejectionCode, ProblemKind> = {
  'case.exists': kind(409, text('该案件已经存在', 'This case exists already'), text('打开原案件继续办理', 'Open the existing case')),
  'case.not-found': kind(404, text('没有找到该案件，或您无权查看', 'No such case, or you may not see it'), text('核对案件编号；如需查看请联系承办机关', 'Check the id; ask the handling agency for access')),
  'case.closed': kind(409, text('案件已办结', 'The case is closed'), text('办结案件不能继续办理', 'A closed case takes no further action')),
  'case.suspended': kind(409, text('案件已中止', 'The case is suspended'), text('恢复后再办理', 'Resume it first')),
  'case.not-suspended': kind(409, text('案件没有中止', 'The case is not suspended'), text('无需恢复', 'Nothing to resume')),
  'task.not-found': kind(409, text('该待办已不存在', 'This task is no longer open'), text('可能已由他人办理，请刷新', 'Somebody may have done it; reload')),
  'task.claimed-by-other': kind(409, text('该待办已由他人签收', 'Somebody else has claimed this task'), text('请对方退签或由负责人转办', 'Ask them to release it')),
  'task.not-yours': kind(403, text('该待办不是您签收的', 'This task is claimed by somebody else'), text('只有签收人可以办理或退签', 'Only whoever claimed it may do this')),
  'task.waits': kind(409, text('须先办完由本任务发起的环节', 'Something that this task asked for must be done first'), text('等待该环节办结，或者撤回该环节', 'Wait until it is done')),
  'task.delegated': kind(409, text('该待办已委派他人', 'This task has been delegated'), text('等待交回，或者由委派人拿回', 'Wait until it comes back; whoever delegated it may take it back')),
  'task.not-delegated': kind(409, text('该待办没有委派给您', 'This task was not delegated to you'), text('请直接办理', 'Complete it instead')),
  'task.not-eligible': kind(422, text('对方不能办理该待办', 'That person may not take this task'), text('请选择有该岗位、未回避且未办理前一环节的人员', 'Choose somebody who holds the post and is not barred')),
  'task.side': kind(409, text('旁办环节不能作此操作', 'This cannot be done to a task beside the flow'), text('请对原环节操作', 'Do it to the step itself')),
  'task.acted': kind(409, text('对方已经开始办理，不能拿回', 'It has been taken up and cannot be taken back'), text('请与对方联系，由其转办', 'Ask them to transfer it')),
  'task.urged': kind(429, text('刚刚已催办过', 'It was urged a moment ago'), text('一小时后可再次催办', 'Try again after an hour')),
  'return.not-done': kind(422, text('该环节在本案中没有办理过，不能退回到该环节', 'That step has not been done in this case'), text('从已办环节中选择', 'Choose one of the steps that were done')),
  'return.not-here': kind(409, text('该环节在已经结束的多实例之内，不能退回', 'That step lies inside instances that have ended'), text('请退回到多实例之前的环节', 'Return to a step before them')),
  'return.not-sound': kind(409, text('退回到该环节后案件将无法正常办结', 'After returning there the case could not be finished'), text('改用“办后直接回到我”，或者选择其他环节', 'Let it come straight back to you instead, or choose another step')),
  'return.signed': kind(409, text('会签环节不能以“办后直接回到我”的方式退回', 'A step that several sign cannot come straight back'), text('请选择“其后环节重新办理”', 'Have everything from there done again')),
  'reclaim.not-yours': kind(403, text('该环节不是您最后办理的', 'You were not the last to complete this step'), text('只有办理人可以拿回', 'Only whoever completed it may take it back')),
  'reclaim.acted': kind(409, text('后续环节已有人办理，不能拿回', 'Somebody has acted on what followed'), text('可请后续办理人退回', 'Ask them to return it')),
  'withdraw.not-yours': kind(403, text('您不是申请人', 'You did not start this case'), text('只有申请人可以撤回', 'Only whoever started it may withdraw it')),
  'withdraw.acted': kind(409, text('案件已开始办理，不能自行撤回', 'Handling has begun; it can no longer be withdrawn'), text('请向承办机关提出', 'Ask the handling agency')),
  'forbidden.recused': kind(403, text('您已回避，不能办理本案', 'You are barred from handling this case'), text('请由其他人员办理', 'Somebody else must do it')),
  'forbidden.party': kind(403, text('当事人不能作此操作', 'This is not for a party of the case'), text('请联系承办机关', 'Ask the handling agency')),
  'copy.not-found': kind(409, text('没有该抄送，或者已阅', 'There is no such copy, or it has been read'), text('无需处理', 'Nothing to do')),
  'clock.not-found': kind(409, text('没有该项正在计算的时限', 'There is no such running clock'), text('可能已经停止，请刷新', 'It may have stopped; reload')),
  'clock.not-extendable': kind(409, text('该时限依法不能（再）延长', 'By law this limit cannot be extended (again)'), text('请在期限内办结', 'Finish within the limit')),
  'clock.pending': kind(409, text('该时限已有待批准的延期申请', 'An extension of this clock is waiting for a decision'), text('等待批准', 'Wait for the decision')),
  'clock.over': kind(409, text('该时限已经届满，不能延长', 'This limit is over and cannot be extended'), text('延期须在届满前提出', 'Ask before it is over')),
  'clock.too-late': kind(409, text('期限已过，不能以通常方式办理', 'The time for this step is over'), text('由审核人或负责人办理', 'A section head or the head of the agency may do it')),
  'clock.budget': kind(422, text('须写明延长多久', 'Say by how much it is to be extended'), text('填写天数', 'Give the number of days')),
  'signing.not-open': kind(409, text('该步骤没有进行中的会签', 'No round of signing is open at this step'), text('可能已经表决完毕，请刷新', 'It may have been decided; reload')),
  'signing.no-vote': kind(409, text('您在本轮会签中尚未表决', 'You have not voted in this round'), text('请先在待办中表决', 'Vote in your worklist first')),
  'signing.no-seat': kind(409, text('没有该会签席位', 'There is no such seat'), text('请刷新', 'Reload')),
  'signing.voted': kind(409, text('该席位已经表决，不能减签', 'This seat has voted; it cannot be removed'), text('表决前才能减签', 'Seats are removed before they vote')),
  'signing.twice': kind(403, text('同一人在一轮会签中只能表决一次', 'One person votes once in a round'), text('请由其他人员表决，或者改票', 'Somebody else must vote; you may change your vote')),
  'signing.unknown-pool': kind(422, text('没有该岗位', 'There is no such post'), text('岗位写作“岗位@机关”，例如 officer@gd-amr', 'A post is written role@agency, e.g. officer@gd-amr')),
  'outcome.unknown': kind(422, text('没有这个办理结果', 'Unknown outcome'), text('从所列结果中选择', 'Choose one of those listed')),
  'form.invalid': kind(422, text('填写内容有误', 'The form has errors'), text('按字段提示更正', 'Correct the fields named')),
  'forbidden.pool': kind(403, text('您的岗位不能办理此步骤', 'Your post may not take this step'), text('此步骤由所列岗位办理', 'It belongs to the post named')),
  'forbidden.start': kind(403, text('您不能发起该类案件', 'You may not start a case of this kind'), text('由所列岗位或当事人发起', 'It is started by the posts or parties named')),
  'forbidden.manage': kind(403, text('您不能对案件作此操作', 'You may not do this to the case'), text('由承办机关的所列岗位操作', 'It is for the posts named, of the handling agency')),
  'forbidden.separation': kind(403, text('职责分离：您已办理过须由他人复核的步骤', 'Separation of duties: you did a step that this one checks'), text('请由其他人员办理', 'Somebody else must do it')),
  'forbidden.administer': kind(403, text('您不是本案所在地区的系统管理员', 'You do not administer the territory of this case'), text('由所列地区的系统管理员操作', 'An administrator of the territory must do it')),
  'migration.other-version': kind(409, text('案件不在所述版本上', 'The case is not on the version named'), text('可能已经迁移，请刷新', 'It may have been migrated; reload')),
  'migration.other-process': kind(422, text('只能在同一流程的版本之间迁移', 'A case migrates between versions of one process only'), text('选择同一流程的版本', 'Choose a version of the same process')),
  'migration.no-definition': kind(422, text('目标版本没有登记', 'The version to migrate to is not registered'), text('先登记该版本', 'Register it first')),
  'migration.mapping': kind(422, text('对应关系中有不存在的名称', 'The mapping names something that does not exist'), text('按所列名称更正', 'Correct the names listed')),
  'migration.refused': kind(409, text('该案件不能迁移到此版本', 'This case cannot go over to that version'), text('按所列原因补充对应关系，或者待案件离开该环节后再迁移', 'Complete the mapping as the reasons say, or migrate when the case has moved on')),
  'forbidden.parent': kind(403, text('只有调用本案的案件可以随案作此操作', 'Only the case that called this one may do this together with itself'), text('由本案承办机关操作', 'It is for the agency that handles this case')),
  'call.not-awaited': kind(409, text('案件没有在等待该案办结', 'The case does not wait for that one'), text('该环节可能已经撤销', 'The step may have been withdrawn')),
  'call.not-refused': kind(409, text('没有未能开办的该项调用', 'There is no such call that could not be opened'), text('可能已经开办，请刷新', 'It may have been opened; reload')),
  'calendar.superseded': kind(409, text('案件已按更新的放假安排计算', 'The case counts by a later calendar already'), text('无需处理', 'Nothing to do')),
  'message.not-awaited': kind(409, text('案件没有在等待该消息', 'The case does not wait for this message'), text('可能已经收到，或者流程尚未到达', 'It may have come already, or the case is not there yet')),
  'job.not-found': kind(409, text('没有该自动任务', 'No such job'), text('无需处理', 'Nothing to do')),
  'model.no-flow': kind(422, text('流程在此没有可走的路径', 'The process has no way on from here'), text('核对网关条件所用的字段', 'Check the fields that the gateway reads')),
  'model.expression': kind(422, text('流程表达式无法计算', 'An expression of the process cannot be evaluated'), text('核对表达式所用的字段', 'Check the fields that it reads')),
  'model.no-pool': kind(422, text('无法确定由谁办理下一步', 'Nobody can be found for the next step'), text('核对当事人代码或所选机关', 'Check the party code or the agency chosen')),
  'model.too-many-steps': kind(422, text('流程出现没有人工步骤的循环', 'The process loops without a human step'), text('请联系流程管理员', 'Tell the process administrator')),
};

const transport = {
  'auth.required': kind(401, text('请先登录', 'Sign in first'), text('登录后重试', 'Send a bearer token')),
  'auth.invalid': kind(401, text('登录已失效', 'The token is not valid'), text('重新登录', 'Sign in again')),
  'auth.unavailable': kind(503, text('登录服务暂不可用', 'The sign-in service cannot be reached'), text('稍后重试', 'Try again later')),
  'forbidden': kind(403, text('您无权进行此操作', 'You may not do this'), text('如有需要请联系管理员', 'Ask an administrator')),
  'not-found': kind(404, text('没有找到', 'Not found'), text('核对地址', 'Check the address')),
  'request.invalid': kind(400, text('请求格式有误', 'The request is malformed'), text('按提示更正', 'Correct what is named')),
  'request.too-large': kind(413, text('请求内容过大', 'The request is too large'), text('减少内容后重试', 'Send less')),
  'request.media-type': kind(415, text('不支持的内容类型', 'Unsupported media type'), text('使用 application/json', 'Use application/json')),
  'request.too-many': kind(429, text('请求过于频繁', 'Too many requests'), text('稍后重试', 'Wait a moment and try again')),
  'idempotency.conflict': kind(422, text('同一幂等键用于不同内容', 'This Idempotency-Key was used for another request'), text('为新请求使用新的键', 'Use a new key for a new request')),
  'person.unknown': kind(422, text('人员目录中没有此人', 'The directory has no such person'), text('请对方先登录一次，或者核对编号', 'They must have signed in once; check the id')),
  'substitution.invalid': kind(422, text('代理设置有误', 'This substitution cannot be made'), text('代理人须为他人，期间未过，且与已有代理不重叠', 'The substitute is somebody else, the days are not over, and it does not overlap another')),
  'notice.not-open': kind(409, text('该信息不在公示，不接受异议', 'This is not on public notice; it takes no objections'), text('如有问题请联系发布机关', 'Ask the agency that published it')),
  'notice.over': kind(409, text('公示期已结束', 'The period of notice is over'), text('可另行投诉举报', 'You may still file a complaint or a report')),
  'notice.objected': kind(409, text('您已对该公示提出异议，正在处理', 'Your objection to this is being handled'), text('等待答复后可再次提出', 'Wait for the reply')),
  'objection.handled': kind(409, text('该异议已有处理结果', 'This objection has been handled'), text('请刷新', 'Reload')),
  'draw.revealed': kind(409, text('该抽取已经完成', 'This draw has been made'), text('请刷新', 'Reload')),
  'draw.not-revealed': kind(409, text('尚未抽取', 'The lot has not been drawn yet'), text('请先由见证人完成抽取', 'A witness draws first')),
  'draw.not-drawn': kind(422, text('该专家不在抽取名单中，或者已经登记', 'That expert is not in the draw, or it was recorded before'), text('从抽取结果中选择', 'Choose one of those drawn')),
  'expert.account': kind(409, text('该账号已登记为另一名专家', 'Another expert has this account'), text('核对账号', 'Check the account')),
  'panel.closed': kind(409, text('评分已截止', 'Scoring is closed'), text('不能再提交或修改评分', 'No sheet can be handed in or changed')),
  'panel.not-member': kind(403, text('您不是该评审组成员', 'You are not a member of this panel'), text('由评审组成员评分', 'Its members score')),
  'panel.recused': kind(403, text('您须回避该申报人', 'You may not judge this applicant'), text('由其他成员评分', 'The other members score')),
  'panel.sheet': kind(422, text('评分表有误', 'The score sheet has errors'), text('每项指标填写零至满分之间的分数', 'Give each criterion a score between zero and its maximum')),
  'limit.unknown': kind(404, text('没有该项内部时限；法定时限不能调整', 'There is no such internal limit; what the law sets cannot be changed'), text('核对流程和时限', 'Check process and clock')),
  'limit.changed': kind(409, text('该时限刚刚被他人调整', 'Somebody has just changed this limit'), text('刷新后重新确认', 'Reload and decide again')),
  'version.not-found': kind(404, text('该流程没有这个版本', 'The process has no such version'), text('核对版本号', 'Check the number of the version')),
  'as-of.before': kind(404, text('案件当时尚未立案', 'The case did not exist at that time'), text('选择立案之后的时间', 'Choose a time after it was started')),
  'calendar.invalid': kind(422, text('放假通知内容有误', 'The notice has errors'), text('按提示更正', 'Correct what is named')),
  'calendar.unchanged': kind(409, text('该年度放假安排已按此内容公布', 'This year stands exactly so already'), text('无需再次公布', 'Nothing to publish')),
  'process.not-found': kind(404, text('没有该流程', 'No such process'), text('核对流程标识', 'Check the process key')),
  'engine.unavailable': kind(503, text('办理引擎暂不可用，操作未受理', 'The engine cannot be reached; nothing was accepted'), text('用同一幂等键稍后重试', 'Try again with the same Idempotency-Key')),
  'record.unavailable': kind(503, text('案卷数据库暂不可用', 'The record cannot be reached'), text('稍后重试', 'Try again later')),
  'busy': kind(503, text('该案件正忙', 'This case is busy'), text('用同一幂等键稍后重试', 'Try again with the same Idempotency-Key')),
  'internal': kind(500, text('系统内部错误', 'Internal error'), text('请将编号告知管理员', 'Give the request id to an administrator')),
} satisfies Record<string, ProblemKind>;

export type TransportCode = keyof typeof transport;
export type ProblemCode = RejectionCode | TransportCode;
export const problemKinds: Readonly<Record<ProblemCode, ProblemKind>> = { ...rejections, ...transport };

export const fieldProblemSchema = z.object({
  /** Name of the field; of a malformed request, the place: "body.outcome", "query.limit". */
  field: z.string(),
  code: z.string(),
  /** What is wrong and what to enter instead. */
  text: textSchema.optional(),
  params: z.record(z.string(), z.json()).optional(),
});
export type FieldProblem = z.infer<typeof fieldProblemSchema>;

export const problemSchema = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string().optional(),
  /** Title and advice in both languages. */
  texts: z.object({ title: textSchema, advice: textSchema }),
  params: z.record(z.string(), z.json()).optional(),
  fields: z.array(fieldProblemSchema).optional(),
  instance: z.string().optional(),
}).meta({ id: 'Problem' });
export type Problem = z.infer<typeof problemSchema>;
