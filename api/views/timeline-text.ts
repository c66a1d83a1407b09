/** One sentence for every kind of event, in both languages. A new kind of event does not compile until it has its sentence. */
import { assertNever } from '../../domain/assert-never.ts';
import { budgetText } from '../../domain/calendar/budget-text.ts';
import { dayOf } from '../../domain/calendar/civil-day.ts';
import type { CaseEvent, CaseEventBody, Relation } from '../../domain/engine/events.ts';
import type { CaseState, ErrandBody, Named, RecordedActor, Side } from '../../domain/engine/state.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { text, type Text } from '../../domain/text.ts';
import { serviceWayNames } from '../../domain/documents/names.ts';
import { problemKinds } from '../../contracts/problems.ts';
import { heldName } from './incident.ts';
import { caseOutcomeName, clockName, keptName, nodeName, outcomeName, poolName } from './names.ts';

export interface TimelineContext {
  readonly model: ProcessDefinition;
  readonly parties: CaseState['parties'];
  /** Node of a task, by its number. */
  readonly nodeOfTask: (task: number) => string;
  /** Clock of the definition, by its number in the case. */
  readonly clockOf: (clockNo: number) => string;
}

/** The same act for a party of the case: that a step was taken, not how the officers decided among themselves. */
export const withoutOutcome = (node: string, model: ProcessDefinition): Text => text(`“${nodeName(model, node).zh}”已办理`, `"${nodeName(model, node).en}" was completed`);

type Of<T extends CaseEventBody['type']> = Extract<CaseEventBody, { type: T }>;

export function sentence({ body, actor }: CaseEvent, context: TimelineContext): Text {
  const { model } = context;
  const by = nameOf(actor);
  const node = (id: string): Text => quoted(nodeName(model, id));
  const task = (id: number): Text => node(context.nodeOfTask(id));
  const clock = (no: number): Text => quoted(clockName(model, context.clockOf(no)));
  switch (body.type) {
    case 'case.started':
      return text(`${by.zh}提交《${body.title}》，${model.name.zh}立案`, `${by.en} filed ${body.title}: ${model.name.en}`);
    case 'case.numbered':
      return text(`案号 ${body.number ?? ''}`, `Case number ${body.number ?? ''}`);
    case 'case.migrated':
      return text(`${by.zh}将案件由第 ${body.from.version} 版流程迁移至第 ${body.to.version} 版：${body.reason}`, `${by.en} migrated the case from version ${body.from.version} of the process to version ${body.to.version}: ${body.reason}`);
    case 'case.suspended':
      return text(`${withParent(body, by).zh}中止案件：${body.reason}${basis(body.basis).zh}`, `${withParent(body, by).en} suspended the case: ${body.reason}${basis(body.basis).en}`);
    case 'case.resumed':
      return text(`${withParent(body, by).zh}恢复案件`, `${withParent(body, by).en} resumed the case`);
    case 'case.closed':
      return closed(body, model, withParent(body, by));
    case 'case.linked':
      return text(`关联案件：${relation[body.relation].zh}`, `Linked with another case: ${relation[body.relation].en}`);
    case 'case.unlinked':
      return text(`${by.zh}解除关联：${body.reason}`, `${by.en} removed the link with another case: ${body.reason}`);
    case 'merge.asked':
      return text(`${by.zh}决定并入另一案件：${body.reason}`, `${by.en} merges this case into another: ${body.reason}`);
    case 'merge.refused':
      return text('另一案件未能并入，本案继续办理', 'The other case could not take this one; it goes on');
    case 'case.inherited':
      return text('承接原案件已经办理的环节', 'What was done in the case from which this one was split counts here too');
    case 'case.reopened':
      return text(`${by.zh}重新办理案件，自${node(body.to).zh}起：${body.reason}${basis(body.basis).zh}`, `${by.en} opened the case again at ${node(body.to).en}: ${body.reason}${basis(body.basis).en}`);
    case 'input.kept':
      return text(`案件停止办理期间收到${keptName[body.body.type].zh}，待恢复后办理`, `${keptName[body.body.type].en} came while the case stood still; it acts when the case goes on`);
    case 'input.taken':
      return text('办理停止期间收到的事项', 'What came while the case stood still is acted on');
    case 'input.dropped':
      return text('停止期间收到的事项已不需要办理', 'What came while the case stood still no longer applies');
    case 'incident.raised':
      return text(`流程异常：${node(body.node).zh}（${body.node}）无法继续（${heldName(body.of).zh}）：${problemKinds[body.code].title.zh}，待承办机关处理`, `Incident: the process cannot go on at ${node(body.node).en} (${body.node}; ${lower(heldName(body.of).en)}): ${problemKinds[body.code].title.en}. The agency has to see to it`);
    case 'incident.resolved':
      return body.gone ? text(`${node(body.node).zh}的流程异常已不存在`, `The incident at ${node(body.node).en} is over: nothing waits there any more`) : text(`${by.zh}重试，${node(body.node).zh}的流程异常已消除`, `${by.en} tried it again: the incident at ${node(body.node).en} is resolved`);
    case 'opening.requested':
      return body.node === undefined
        ? text(`${by.zh}分案，另立新案`, `${by.en} split a case off`)
        : text(`${node(body.node).zh}发起另一案件`, `${node(body.node).en} asks for another case to be opened`);
    case 'opening.done':
      return body.node === undefined ? text('分出的案件已经立案', 'The case that was split off is open') : text(`${node(body.node).zh}发起的案件已经立案`, `The case asked for at ${node(body.node).en} is open`);
    case 'opening.refused':
      return body.node === undefined ? text('分案未能立案', 'The case to be split off could not be opened') : text(`${node(body.node).zh}发起的案件未能立案，待承办机关处理`, `The case asked for at ${node(body.node).en} could not be opened; the agency has to see to it`);
    case 'call.completed':
      return body.outcome === null ? text(`${node(body.node).zh}另案处理，本案继续`, `${node(body.node).en} is handled as a case of its own; this one goes on`) : text(`${node(body.node).zh}发起的案件已经办结`, `The case opened at ${node(body.node).en} is closed`);
    case 'call.held':
      return text(`${node(body.node).zh}发起的案件已有结果，但本案无法继续，待承办机关处理`, `The case opened at ${node(body.node).en} has a result, but this one cannot go on with it; the agency has to see to it`);
    case 'call.withdrawn':
      return body.ends ? text(`${node(body.node).zh}撤销，其发起的案件随之终止`, `${node(body.node).en} was withdrawn; the case that it opened ends with it`) : text(`${node(body.node).zh}不再等待其发起的案件`, `${node(body.node).en} no longer waits for the case that it opened`);
    case 'errand.requested':
      return text(`向关联案件发出：${errand[body.body.kind].zh}`, `Told another case: ${errand[body.body.kind].en}`);
    case 'errand.done':
      return body.refused === undefined ? text('关联案件已经收到', 'The other case has it') : text('关联案件未予办理', 'The other case did not act on it');
    case 'closing.requested':
      return text('办结清理：清除本案尚未了结的占用', 'The case is closed: what it still holds is to be given back');
    case 'closing.done':
      return text('办结清理完成', 'Nothing that the case held is left');
    case 'comment.added':
      return text(`${by.zh}批注：${body.text}`, `${by.en} commented: ${body.text}`);
    case 'message.received':
      return text(`收到${node(body.node).zh}`, `${node(body.node).en} was received`);
    case 'signal.received':
      return text(`收到信号${node(body.node).zh}`, `The signal ${node(body.node).en} came`);
    case 'event.thrown': {
      const [zh, en] = body.kind === 'error' ? ['错误', 'error'] : ['上报', 'escalation'];
      const catcher = body.caught === null ? null : node(body.caught);
      return text(`${node(body.node).zh}引发${zh} ${body.code}${catcher ? `，由“${catcher.zh}”处理` : '，无处理事件'}`, `${node(body.node).en} threw the ${en} ${body.code}${catcher ? `, caught by ${catcher.en}` : ', caught by nothing'}`);
    }
    case 'data.changed':
      return text(`${node(body.node).zh}更新了 ${body.changes.length} 项数据`, `${node(body.node).en} set ${body.changes.length} fields`);
    case 'token.created':
    case 'token.moved':
      return text(`流程到达${node(body.node).zh}`, `The process reached ${node(body.node).en}`);
    case 'token.removed':
      return text(`流程分支结束`, `A branch of the process ended`);
    case 'task.created':
      if (body.side) return sideOpened(body.side, node(body.node), poolName(body.pool, model, context.parties), clock);
      return text(`${node(body.node).zh}待${poolName(body.pool, model, context.parties).zh}办理`, `${node(body.node).en} waits for ${poolName(body.pool, model, context.parties).en}`);
    case 'task.claimed':
      return text(`${by.zh}签收${task(body.task).zh}`, `${by.en} claimed ${task(body.task).en}`);
    case 'task.released':
      return text(`${by.zh}退签${task(body.task).zh}`, `${by.en} released ${task(body.task).en}`);
    case 'task.completed':
      return text(`${by.zh}办理${node(body.node).zh}：${outcomeName(model, body.node, body.outcome).zh}`, `${by.en} completed ${node(body.node).en}: ${outcomeName(model, body.node, body.outcome).en}`);
    case 'task.cancelled':
      return text(`${node(body.node).zh}不再需要办理`, `${node(body.node).en} is no longer needed`);
    case 'task.transferred': {
      const to = body.to ? same(body.to.name) : poolName(body.pool, model, context.parties);
      return text(`${by.zh}将${node(body.node).zh}转办${to.zh}：${body.reason}`, `${by.en} transferred ${node(body.node).en} to ${to.en}: ${body.reason}`);
    }
    case 'task.delegated':
      return text(`${by.zh}将${node(body.node).zh}委派${body.to.name}：${body.reason}`, `${by.en} delegated ${node(body.node).en} to ${body.to.name}: ${body.reason}`);
    case 'task.resolved':
      return text(`${by.zh}办完受委派的${node(body.node).zh}，交回委派人`, `${by.en} did what was delegated of ${node(body.node).en} and gave it back`);
    case 'task.recalled':
      return text(`${by.zh}拿回${node(body.node).zh}`, `${by.en} took ${node(body.node).en} back`);
    case 'task.urged':
      return text(`${by.zh}催办${node(body.node).zh}${body.text ? `：${body.text}` : ''}`, `${by.en} urged ${node(body.node).en}${body.text ? `: ${body.text}` : ''}`);
    case 'side.completed':
      return sideDone(body, node(body.node), by);
    case 'step.returned':
      return returned(body, node(body.node), node(body.to), by);
    case 'step.deemed':
      return text(`期限届满，${node(body.node).zh}依法视为：${outcomeName(model, body.node, body.outcome).zh}`, `The limit is over: by law ${node(body.node).en} counts as ${outcomeName(model, body.node, body.outcome).en}`);
    case 'step.repeated':
      return text(`${node(body.node).zh}与上一环节为同一人（${body.by.name}），视为：${outcomeName(model, body.node, body.outcome).zh}`, `${node(body.node).en} is for the same person as the step before (${body.by.name}): it counts as ${outcomeName(model, body.node, body.outcome).en}`);
    case 'person.recused':
      return body.own
        ? text(`${by.zh}自行回避：${body.reason}`, `${by.en} withdrew from handling the case: ${body.reason}`)
        : text(`${by.zh}决定${body.person.name}回避：${body.reason}`, `${by.en} barred ${body.person.name} from handling the case: ${body.reason}`);
    case 'case.copied': {
      const pool = poolName(body.pool, model, context.parties);
      const to = body.person ? text(`${pool.zh}${body.person.name}`, `${body.person.name} (${pool.en})`) : pool;
      return text(`${by.zh}抄送${to.zh}${body.text ? `：${body.text}` : ''}`, `${by.en} sent a copy to ${to.en}${body.text ? `: ${body.text}` : ''}`);
    }
    case 'copy.read':
      return text(`${by.zh}已阅抄送`, `${by.en} has read the copy`);
    case 'signing.opened':
      return text(`${node(body.node).zh}开始会签，共 ${body.seats.length} 席`, `${node(body.node).en} is to be signed by ${body.seats.length}`);
    case 'vote.cast':
      return text(`${by.zh}对${node(body.node).zh}表决：${outcomeName(model, body.node, body.outcome).zh}`, `${by.en} voted on ${node(body.node).en}: ${outcomeName(model, body.node, body.outcome).en}`);
    case 'vote.changed':
      return text(
        `${by.zh}对${node(body.node).zh}改票：由${outcomeName(model, body.node, body.old).zh}改为${outcomeName(model, body.node, body.outcome).zh}`,
        `${by.en} changed the vote on ${node(body.node).en} from ${outcomeName(model, body.node, body.old).en} to ${outcomeName(model, body.node, body.outcome).en}`,
      );
    case 'seat.added':
      return text(`${by.zh}为${node(body.node).zh}加签${poolName(body.seat.pool, model, context.parties).zh}：${body.reason}`, `${by.en} added ${poolName(body.seat.pool, model, context.parties).en} to the signers of ${node(body.node).en}: ${body.reason}`);
    case 'seat.removed':
      return text(`${by.zh}对${node(body.node).zh}减签第 ${body.seat} 席：${body.reason}`, `${by.en} removed seat ${body.seat} from ${node(body.node).en}: ${body.reason}`);
    case 'signing.decided':
      return text(`${node(body.node).zh}会签结果：${outcomeName(model, body.node, body.outcome).zh}`, `${node(body.node).en} was decided: ${outcomeName(model, body.node, body.outcome).en}`);
    case 'signing.cancelled':
      return text(`${node(body.node).zh}的会签终止`, `The signing of ${node(body.node).en} ended`);
    case 'scope.opened':
      return body.index === null
        ? text(`进入${node(body.node).zh}`, `${node(body.node).en} began`)
        : text(`${node(body.node).zh}第 ${body.index + 1} 项开始`, `Item ${body.index + 1} of ${node(body.node).en} began`);
    case 'scope.closed':
      return text('子流程结束', 'A sub-process ended');
    case 'multi.opened':
      return text(`${node(body.node).zh}共 ${body.items.length} 项`, `${node(body.node).en} has ${body.items.length} items`);
    case 'multi.closed':
      return text(`${node(body.node).zh}完成 ${body.completed} 项`, `${body.completed} items of ${node(body.node).en} were completed`);
    case 'job.requested':
      return text(`系统开始${node(body.node).zh}`, `The system began ${node(body.node).en}`);
    case 'job.completed':
      return text(`系统完成${node(body.node).zh}`, `The system completed ${node(body.node).en}`);
    case 'job.cancelled':
      return text(`系统取消${node(body.node).zh}`, `The system cancelled ${node(body.node).en}`);
    case 'document.drafted':
      return text(`拟制${title(body.title).zh}${body.number ?? ''}`, `${title(body.title).en} ${body.number ?? ''} was drawn up`);
    case 'document.issued':
      return text(`${node(body.node).zh}：文书已制作${body.seal ? `，用印 ${body.seal.series}${body.seal.no ?? ''}号` : ''}`, `${node(body.node).en}: the document was made${body.seal ? ` and sealed (${body.seal.series}${body.seal.no ?? ''}号)` : ''}`);
    case 'document.voided':
      return text(`${node(body.node).zh}：文书作废`, `${node(body.node).en}: the document is void`);
    case 'document.served':
      return text(
        `《${body.title}》${serviceWayNames[body.way].zh}${body.name}，${body.announcedOn ? `${body.announcedOn} 公告，` : ''}送达日期 ${body.on}`,
        `${body.title} was served on ${body.name} (${serviceWayNames[body.way].en})${body.announcedOn ? `, announced on ${body.announcedOn}` : ''}, as of ${body.on}`,
      );
    case 'service.agreed':
      return body.agreed ? text(`${by.zh}同意电子送达`, `${by.en} agreed to electronic service`) : text(`${by.zh}不再同意电子送达`, `${by.en} no longer agrees to electronic service`);
    case 'file.added':
      return text(`${by.zh}上传“${body.name}”`, `${by.en} uploaded "${body.name}"`);
    case 'evidence.listed':
      return text(`${by.zh}将“${body.name}”列入证据清单`, `${by.en} listed "${body.name}" as evidence`);
    case 'evidence.struck':
      return text(`${by.zh}从证据清单删去第 ${body.item} 号：${body.reason}`, `${by.en} struck item ${body.item} from the list of evidence: ${body.reason}`);
    case 'timer.armed':
      return text(`${node(body.node).zh}定于 ${lastDay(body.dueAt)} 届满`, `${node(body.node).en} is set for the end of ${lastDay(body.dueAt)}`);
    case 'timer.moved':
      if (body.year !== undefined && body.oldDueAt !== undefined) return retimed(body, body.year, lastDay(body.oldDueAt), node(body.node));
      return text(`${node(body.node).zh}改定于 ${lastDay(body.dueAt)} 届满`, `${node(body.node).en} was moved to the end of ${lastDay(body.dueAt)}`);
    case 'timer.fired':
      return text(`${node(body.node).zh}届满`, `${node(body.node).en} has come`);
    case 'timer.cancelled':
      return text(`${node(body.node).zh}不再计时`, `${node(body.node).en} no longer counts`);
    case 'clock.started':
      return text(`${clock(body.clockNo).zh}起算，${budgetText(body.rule.budget).zh}，至 ${body.dueDay} 届满${provisional(body.provisional).zh}`, `${clock(body.clockNo).en} began: ${budgetText(body.rule.budget).en}, until ${body.dueDay}${provisional(body.provisional).en}`);
    case 'clock.paused':
      return text(`${clock(body.clockNo).zh}停止计算：${body.pause.reason}`, `${clock(body.clockNo).en} stopped counting: ${body.pause.reason}`);
    case 'clock.resumed':
      return text(`${clock(body.clockNo).zh}继续计算，至 ${body.dueDay} 届满${provisional(body.provisional).zh}`, `${clock(body.clockNo).en} counts on, until ${body.dueDay}${provisional(body.provisional).en}`);
    case 'clock.extended':
      return text(`${clock(body.clockNo).zh}延长 ${budgetText(body.extension.budget).zh}，至 ${body.dueDay} 届满：${body.extension.reason}`, `${clock(body.clockNo).en} was extended by ${budgetText(body.extension.budget).en}, until ${body.dueDay}: ${body.extension.reason}`);
    case 'clock.recomputed':
      return recomputed(body, clock(body.clockNo));
    case 'clock.breach-corrected':
      return text(
        `更正：因 ${body.year} 年放假通知公布，${clock(body.clockNo).zh}期限调整为 ${body.dueDay}，原 ${lastDay(body.breachedAt)} 届满的超期记录不再计入`,
        `Correction: with the ${body.year} holiday notice ${clock(body.clockNo).en} is due on ${body.dueDay}; the breach recorded for ${lastDay(body.breachedAt)} does not count`,
      );
    case 'calendar.adopted':
      return text(`自此按 ${body.year} 年放假通知公布后的日历计算期限：${body.notice}`, `From here on limits are counted by the calendar with the ${body.year} holiday notice: ${body.notice}`);
    case 'clock.rule-changed':
      return text(
        `${clock(body.clockNo).zh}改按新规定计算：由 ${budgetText(body.oldRule.budget).zh} 改为 ${budgetText(body.rule.budget).zh}，届满日由 ${body.oldDueDay} 改为 ${body.dueDay}${provisional(body.provisional).zh}`,
        `${clock(body.clockNo).en} goes over to the new rule: ${budgetText(body.rule.budget).en} instead of ${budgetText(body.oldRule.budget).en}, until ${body.dueDay} instead of ${body.oldDueDay}${provisional(body.provisional).en}`,
      );
    case 'clock.warned':
      return text(`${clock(body.clockNo).zh}${light[body.level].zh}预警`, `${clock(body.clockNo).en} turned ${light[body.level].en}`);
    case 'clock.breached':
      return text(`${clock(body.clockNo).zh}超期，最迟应于 ${lastDay(body.dueAt)} 完成`, `${clock(body.clockNo).en} was missed: it was due by ${lastDay(body.dueAt)}`);
    case 'clock.stopped':
      return text(`${clock(body.clockNo).zh}${stopped[body.reason].zh}`, `${clock(body.clockNo).en} ${stopped[body.reason].en}`);
    default:
      return assertNever(body);
  }
}

const relation: Readonly<Record<Relation, Text>> = {
  parent: text('由另一案件发起', 'opened by another case'), child: text('由本案发起', 'opened by this case'), lead: text('另案处理', 'handled as a case of its own'), 'lead-from': text('由另一案件移送', 'opened on a lead from another case'),
  related: text('相关案件', 'related'), 'merged-into': text('并入另一案件', 'merged into another case'), 'merged-from': text('另一案件并入', 'another case was merged into this one'),
  'split-into': text('分出另一案件', 'a case was split off'), 'split-from': text('由另一案件分出', 'split off from another case'),
  batch: text('并入所属批次', 'entered in a round'), entry: text('收到一件申报', 'an entry was received'),
};
const errand: Readonly<Record<ErrandBody['kind'], Text>> = {
  closed: text('本案办结', 'this case is closed'), suspend: text('随案中止', 'suspend with this case'), resume: text('随案恢复', 'resume with this case'), terminate: text('随案终止', 'end with this case'),
  linked: text('关联', 'linked'), unlinked: text('解除关联', 'no longer linked'), absorb: text('请求并案', 'take this case over'),
};
const title = ({ zh, en }: Text): Text => text(`《${zh}》`, en);

/** Of documents and evidence, for whom it does not concern: a party does not learn here what was sent to another. */
export const aboutDossier = text('案卷材料有更新', 'The case file was updated');
export const isDossierEvent = ({ type }: CaseEventBody): boolean => /^(document|evidence)\.|^file\.added$/.test(type);

const lower = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
const light = { yellow: text('黄灯', 'yellow'), red: text('红灯', 'red') } as const;
const stopped = { met: text('按期完成', 'was met'), late: text('逾期完成', 'was completed late'), cancelled: text('终止计算', 'no longer applies'), returned: text('因退回暂不计算', 'does not count for now: the step was returned'), merged: text('因并案终止计算', 'ends with the merger of cases') } as const;
const system = text('系统', 'The system');

/** 随案: it was decided in the case that called this one. */
const withParent = (body: { readonly with?: string; readonly by?: Named }, by: Text): Text =>
  body.with === undefined ? by : text(`随发起本案的案件（${body.by?.name ?? ''}决定），`, `${body.by?.name ?? 'Somebody'}, with the case that opened this one,`);
const same = (value: string | number): Text => text(String(value), String(value));
const quoted = ({ zh, en }: Text): Text => text(`“${zh}”`, `"${en}"`);
const basis = (value: string | undefined): Text => (value ? text(`（依据：${value}）`, ` (basis: ${value})`) : text('', ''));
const provisional = (is: boolean): Text => (is ? text('（暂定）', ' (provisional)') : text('', ''));
const nameOf = (actor: RecordedActor): Text => {
  if (actor.kind === 'system') return system;
  return actor.for ? text(`${actor.name}（代${actor.for.name}）`, `${actor.name} (for ${actor.for.name})`) : same(actor.name);
};
/** `dueAt` is the first instant that is too late; people are told the last day that is in time. */
const lastDay = (dueAt: string): string => dayOf(Date.parse(dueAt) - 1);

function sideOpened(side: Side, step: Text, pool: Text, clock: (no: number) => Text): Text {
  switch (side.kind) {
    case 'redo':
      return text(`${step.zh}待${pool.zh}重新办理，办后回到退回人`, `${step.en} is to be done again by ${pool.en}, then it comes back`);
    case 'ad-hoc':
      return text(`${side.by.name}增加临时环节“${side.title}”，待${pool.zh}办理`, `${side.by.name} added the step "${side.title}" for ${pool.en}`);
    case 'extension':
      return text(
        `${side.by.name}申请将${clock(side.clockNo).zh}延长 ${budgetText(side.budget).zh}，待${pool.zh}批准：${side.reason}`,
        `${side.by.name} asked to extend ${clock(side.clockNo).en} by ${budgetText(side.budget).en}, for ${pool.en} to decide: ${side.reason}`,
      );
    default:
      return assertNever(side);
  }
}

export const sideOutcomeName = (outcome: string): Text => sideOutcomes[outcome] ?? text(outcome, outcome);
const sideOutcomes: Readonly<Record<string, Text>> = { done: text('已办', 'done'), granted: text('同意延期', 'granted'), refused: text('不同意延期', 'refused') };

function sideDone({ kind, outcome }: Of<'side.completed'>, step: Text, by: Text): Text {
  const result = sideOutcomeName(outcome);
  return kind === 'extension'
    ? text(`${by.zh}审批延期申请：${result.zh}`, `${by.en} decided on the extension: ${result.en}`)
    : text(`${by.zh}办理${step.zh}的临时环节：${result.zh}`, `${by.en} did the added step at ${step.en}: ${result.en}`);
}

/** The year is absent in records of before publications were numbered. */
function recomputed({ year, oldDueDay, dueDay, provisional: still }: Of<'clock.recomputed'>, clock: Text): Text {
  const why = year === undefined ? text('因放假安排公布', 'With the published calendar') : text(`因 ${year} 年放假通知公布`, `With the ${year} holiday notice`);
  return oldDueDay === dueDay
    ? text(`${why.zh}，${clock.zh}期限 ${dueDay} 不变${still ? '（暂定）' : '，已确定'}`, `${why.en} ${clock.en} stays due on ${dueDay}${still ? ' (provisional)' : ', now certain'}`)
    : text(`${why.zh}，${clock.zh}期限由 ${oldDueDay} 调整为 ${dueDay}${provisional(still).zh}`, `${why.en} ${clock.en} is due on ${dueDay} instead of ${oldDueDay}${provisional(still).en}`);
}

const retimed = ({ dueAt }: Of<'timer.moved'>, year: number, old: string, step: Text): Text => text(
  `因 ${year} 年放假通知公布，${step.zh}由 ${old} 届满调整为 ${lastDay(dueAt)} 届满`, `With the ${year} holiday notice ${step.en} was moved from the end of ${old} to the end of ${lastDay(dueAt)}`,
);

function returned({ policy, reason }: Of<'step.returned'>, from: Text, to: Text, by: Text): Text {
  if (policy === 'reclaim') return text(`${by.zh}拿回${to.zh}：${reason}`, `${by.en} took ${to.en} back: ${reason}`);
  const after = policy === 'back' ? text('，办后直接回到本环节', ', to come straight back') : text('，其后环节重新办理', ', and what follows is done again');
  return text(`${by.zh}由${from.zh}退回${to.zh}${after.zh}：${reason}`, `${by.en} returned ${from.en} to ${to.en}${after.en}: ${reason}`);
}

function closed(body: Of<'case.closed'>, model: ProcessDefinition, by: Text): Text {
  const outcome = caseOutcomeName(model, body.outcome);
  if (body.reason === undefined) return text(`案件办结：${outcome.zh}`, `The case was closed: ${outcome.en}`);
  return text(`${by.zh}结束案件（${outcome.zh}）：${body.reason}`, `${by.en} ended the case (${outcome.en}): ${body.reason}`);
}
