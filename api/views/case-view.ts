/** The page of one case, put together from its row, its folded state and its definition, as the viewer may see it. */
import type { Offer } from '../../contracts/actions.ts';
import type { CaseView, TaskView } from '../../contracts/cases.ts';
import type { CaseListRow } from '../../db/queries/case-list.ts';
import type { ClockListRow } from '../../db/queries/case.ts';
import { insight, personOfViewer, type Insight } from '../../domain/authority/policy.ts';
import { poolsOf, type Viewer } from '../../domain/authority/viewer.ts';
import { caseOffers, taskOffers, type ActionOffer } from '../../domain/engine/offers.ts';
import type { CaseState, Task } from '../../domain/engine/state.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { jsonRecord } from '../http/json.ts';
import { caseSummary } from './case-summary.ts';
import { clockView } from './clock.ts';
import { dossier, filledForm } from './form.ts';
import { nodeName, nodeOf, partyName, poolName } from './names.ts';
import { progress } from './progress.ts';

export interface CaseParts {
  readonly row: CaseListRow;
  readonly state: CaseState;
  readonly model: ProcessDefinition;
  readonly clocks: readonly ClockListRow[];
}

export function caseView({ row, state, model, clocks }: CaseParts, viewer: Viewer): CaseView {
  const seen = insight(viewer, row, model, state.parties);
  return {
    ...caseSummary(row, model),
    seq: state.seq,
    initiator: state.initiator,
    parties: state.parties.map(({ party, pool }) => ({ party, name: partyName(party, model), uscc: pool.replace(/^uscc:/, '') })),
    suspension: state.suspension,
    tasks: Object.values(state.tasks).map((task) => taskView(task, model, state, viewer, seen)),
    progress: progress(model, state, seen.internal),
    dossier: dossier(model, state.data, seen),
    clocks: clocks.map((clock) => clockView(clock, model, state.parties)),
    offers: caseOffers(state, personOfViewer(viewer)).map(offer),
  };
}

/** Form and actions are filled for who may take the step, and for who oversees the case; others see that the step is open, and at whom. */
function taskView(task: Task, model: ProcessDefinition, state: CaseState, viewer: Viewer, seen: Insight): TaskView {
  const node = nodeOf(model, task.node);
  const mine = poolsOf(viewer).includes(task.pool);
  const shown = node?.type === 'userTask' && (mine || seen.internal) ? node : null;
  return {
    task: task.id, node: task.node, name: nodeName(model, task.node), ...(node?.documentation ? { documentation: node.documentation } : {}),
    pool: task.pool, poolName: poolName(task.pool, model, state.parties), assignee: task.assignee, createdAt: task.createdAt, claimedAt: task.claimedAt,
    form: shown ? filledForm(model, shown.form, state.data, seen, mine) : [],
    outcomes: (shown?.outcomes ?? []).map((o) => ({ id: o.id, name: o.name, tone: o.tone ?? 'neutral', requires: [...(o.requires ?? [])] })),
    offers: shown ? taskOffers(model, state, task.id, personOfViewer(viewer)).map(offer) : [],
  };
}

const offer = <A extends string>({ action, why }: ActionOffer<A>): Offer =>
  why === null ? { action, allowed: true } : { action, allowed: false, why: why.code, params: jsonRecord(why.params) };
