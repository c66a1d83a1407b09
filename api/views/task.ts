/** One open task, as the viewer may see it. */
import type { Offer } from '../../contracts/actions.ts';
import type { TaskOutcome, TaskView } from '../../contracts/cases.ts';
import { isParty } from '../../domain/authority/acts.ts';
import { personOfViewer, type Insight } from '../../domain/authority/policy.ts';
import { poolsOf, type Viewer } from '../../domain/authority/viewer.ts';
import { budgetText } from '../../domain/calendar/budget-text.ts';
import { returnableSteps, taskOffers, type ActionOffer } from '../../domain/engine/tasks/offers.ts';
import { sideOutcomes } from '../../domain/engine/tasks/side-tasks.ts';
import type { CaseState, Side, Task } from '../../domain/engine/state.ts';
import type { ProcessDefinition, UserTask } from '../../domain/model/types.ts';
import { text, type Text } from '../../domain/text.ts';
import { jsonRecord } from '../http/json.ts';
import { filledForm, type Staff } from './form.ts';
import { clockName, nodeName, nodeOf, poolName } from './names.ts';
import { sideOutcomeName } from './timeline-text.ts';

/** Form and actions are filled for who may take the step, and for who oversees the case; others see that the step is open, and at whom. */
export function taskView(task: Task, model: ProcessDefinition, state: CaseState, viewer: Viewer, seen: Insight, staff?: Staff): TaskView {
  const node = nodeOf(model, task.node);
  const mine = poolsOf(viewer).includes(task.pool) || task.assignee?.id === viewer.id;
  const shown = node?.type === 'userTask' && (mine || seen.internal) ? node : null;
  const ofStep = !task.side || task.side.kind === 'redo';
  const offers = shown ? taskOffers(model, state, task.id, personOfViewer(viewer)) : [];
  return {
    task: task.id, node: task.node, name: nodeName(model, task.node), ...(node?.documentation ? { documentation: node.documentation } : {}),
    pool: task.pool, poolName: poolName(task.pool, model, state.parties), assignee: task.assignee, createdAt: task.createdAt, claimedAt: task.claimedAt,
    owner: task.owner ?? null, waitsFor: task.waitsFor ?? null, seat: task.seat ?? null,
    side: task.side && shown ? sideView(task.side, model, state, shown) : null,
    form: shown && ofStep ? filledForm(model, shown.form, state.data, seen, mine, staff) : [],
    outcomes: shown ? outcomesOf(task, shown) : [],
    offers: offers.map(offerView),
    returnTo: offers.some((o) => o.action === 'return' && o.why === null) && !isParty(state, task.pool)
      ? returnableSteps(model, state, task).map((n) => ({ node: n.id, name: n.name })) : [],
  };
}

export function outcomesOf({ side }: Pick<Task, 'side'>, node: UserTask): TaskOutcome[] {
  if (!side || side.kind === 'redo') return node.outcomes.map((o) => ({ id: o.id, name: o.name, tone: o.tone ?? 'neutral', requires: [...(o.requires ?? [])] }));
  return sideOutcomes[side.kind].map((id) => ({ id, name: sideOutcomeName(id), tone: id === 'refused' ? 'negative' : 'positive', requires: [] }));
}

function sideView(side: Side, model: ProcessDefinition, state: CaseState, node: UserTask): NonNullable<TaskView['side']> {
  switch (side.kind) {
    case 'redo':
      return { kind: 'redo', title: text(`重新办理：${node.name.zh}`, `Once more: ${node.name.en}`), instructions: '', by: null };
    case 'ad-hoc':
      return { kind: 'ad-hoc', title: text(side.title, side.title), instructions: side.instructions, by: side.by.name };
    case 'extension': {
      const clock: Text = clockName(model, state.clocks[side.clockNo]?.clock ?? '');
      const more = budgetText(side.budget);
      return { kind: 'extension', title: text(`延期审批：${clock.zh}延长 ${more.zh}`, `Extension: ${clock.en} by ${more.en}`), instructions: side.reason, by: side.by.name };
    }
  }
}

export const offerView = <A extends string>({ action, why }: ActionOffer<A>): Offer =>
  why === null ? { action, allowed: true } : { action, allowed: false, why: why.code, params: jsonRecord(why.params) };
