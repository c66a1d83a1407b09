/**
 * 退回 and 拿回: the case goes back to a step that was done.
 *
 * 'back': the step is done again beside the task that waits for it (tasks/side-tasks.ts). No token moves, so nothing beside it can break.
 * 'redo', 'reclaim': tokens go back. The rule: the case must stand where it could have come to by itself. Among the markings in which a case of
 * this model can stand still (soundness.ts), the one is taken that has a token at the step, keeps the most of the tokens that are there, and
 * beside them has tokens only at joins: branches whose work is done and stays done. Everything else is withdrawn. A sound model goes on soundly
 * from every such marking; where there is none, the return is refused. What runs beside the flow (an event sub-process, a side path) goes back within itself, and stays where it is
 * when the flow goes back.
 *
 * Clocks: what the return takes back neither stopped nor started a clock. A clock that starts again goes on where it stood, the time between
 * not counted (不计入): going back gives nobody new time, and takes none from anybody.
 */
import { markingsOf } from '../model/checks/reachable.ts';
import type { Place } from '../model/checks/soundness.ts';
import { isOnSidePath, sidePathAt } from '../model/side-paths.ts';
import type { BoundaryEvent, Node, ProcessDefinition, UserTask } from '../model/types.ts';
import { standsAside } from './catching.ts';
import { stopClock } from './clocks.ts';
import { giveBackLevel } from './event-handling.ts';
import { placeTokens } from './flow.ts';
import { Refusal } from './refusal.ts';
import { multiOf } from './scopes.ts';
import type { CaseState, Named, Task, Token } from './state.ts';
import { openRedo } from './tasks/side-tasks.ts';
import { emit, type Transaction } from './transaction.ts';
import { withdraw } from './withdraw.ts';

export interface Return { readonly to: string; readonly policy: 'redo' | 'back' | 'reclaim'; readonly reason: string }

/** @throws Refusal return.* */
export function returnFrom(tx: Transaction, task: Task, asked: Return): void {
  const target = doneStep(tx, asked.to);
  if (target.id === task.node) throw new Refusal('return.not-done', { to: asked.to });
  if (asked.policy === 'back') {
    if (target.signing) throw new Refusal('return.signed', { to: target.id });
    if (task.waitsFor !== undefined) throw new Refusal('task.waits', { task: task.waitsFor });
    emit(tx, { type: 'step.returned', fromTask: task.id, node: task.node, to: target.id, policy: 'back', reason: asked.reason, undone: [], continues: [] });
    return openRedo(tx, task, target);
  }
  goBack(tx, planReturn(tx, target, task.token), asked, { node: task.node, task: task.id });
}

/** @throws Refusal reclaim.* */
export function reclaim(tx: Transaction, step: string, person: Named, reason: string): void {
  const own = Object.values(tx.state.tokens).filter((t) => t.origin?.node === step && t.origin.by === person.id);
  const from = own[0];
  const last = tx.state.visits[step];
  if (!from || last?.by !== person.id) throw new Refusal('reclaim.not-yours', { node: step });
  const plan = planReturn(tx, doneStep(tx, step), from.id);
  const gone = new Set(plan.removed.map((t) => t.id));
  if (!own.some((t) => gone.has(t.id)) || plan.removed.some((t) => t.origin?.node !== step || t.origin.by !== person.id || touched(tx.state, t.id))) throw new Refusal('reclaim.acted', { node: step });
  goBack(tx, plan, { to: step, policy: 'reclaim', reason }, { node: step });
}

/** Somebody, or a service, has begun with what stands at this token. */
export function touched(state: CaseState, token: number): boolean {
  const { tasks, jobs, signings, scopes, tokens } = state;
  if (Object.values(jobs).some((j) => j.token === token)) return true;
  if (Object.values(tasks).some((t) => t.token === token && (t.assignee !== null || t.waitsFor !== undefined))) return true;
  if (signings[token]?.seats.some((s) => s.vote !== null)) return true;
  const inside = Object.values(scopes).filter((s) => s.token === token).map((s) => s.id);
  return Object.values(tokens).some((t) => inside.includes(t.scope) && touched(state, t.id));
}

function doneStep(tx: Transaction, id: string): UserTask {
  const visit = Object.hasOwn(tx.state.visits, id) ? tx.state.visits[id] : undefined;
  const node = visit && !visit.undone ? tx.index.node(id) : null;
  if (node?.type !== 'userTask') throw new Refusal('return.not-done', { to: id });
  return node;
}

interface Plan {
  /** The step, with the sub-processes around it that have to be opened first, outermost first. */
  readonly path: readonly Node[];
  readonly scope: number;
  readonly removed: readonly Token[];
  /** Joins at which branches are to stand that are done; for each node of `path`. */
  readonly joins: readonly (readonly Place[])[];
}

function planReturn(tx: Transaction, target: UserTask, tokenId: number): Plan {
  const { scope, path } = meetingLevel(tx, target, tokenId);
  const [outer, ...inner] = path;
  if (!outer) throw new Refusal('return.not-here', { to: target.id });
  // What runs beside the flow (an event sub-process, a side path) is no part of where the flow stands: it goes on.
  const side = sidePathAt(tx.model, outer.id)?.event;
  const present = side ? [alongside(tx, side, outer, scope, tokenId)] : Object.values(tx.state.tokens).filter((t) => t.scope === scope && !standsAside(tx.index, t.node) && !isOnSidePath(tx.model, t.node));
  if (present.some((t) => t.node === outer.id)) throw new Refusal('return.not-done', { to: target.id });
  const best = bestMarking(tx.model, outer, present, side?.id);
  const deeper = inner.map((node) => bestMarking(tx.model, node, []));
  if (!best || deeper.some((m) => m === null)) throw new Refusal('return.not-sound', { to: target.id });
  const kept = new Set(best.kept.map((t) => t.id));
  return { path, scope, removed: present.filter((t) => !kept.has(t.id)), joins: [best.joins, ...deeper.map((m) => m?.joins ?? [])] };
}

/**
 * The one token on a side path. Its event may have occurred again before, and which tokens belong to which time nobody can say: so there must be one to each.
 * @throws Refusal return.not-sound
 */
function alongside(tx: Transaction, event: BoundaryEvent, target: Node, scope: number, tokenId: number): Token {
  let own = tx.state.tokens[tokenId];
  while (own && own.scope !== scope) own = tx.state.tokens[tx.state.scopes[own.scope]?.token ?? -1];
  const alone = (markingsOf(tx.model, target.parent, event.id) ?? []).every((marking) => marking.length === 1);
  if (!own || !alone || sidePathAt(tx.model, own.node)?.event.id !== event.id) throw new Refusal('return.not-sound', { to: target.id });
  return own;
}

/** The innermost open scope around the token in which the step lies, and the way down to the step from there. */
function meetingLevel(tx: Transaction, target: UserTask, tokenId: number): { readonly scope: number; readonly path: readonly Node[] } {
  const around = tx.index.pathTo(target);
  for (let at = tx.state.tokens[tokenId]?.scope ?? 0; ; at = tx.state.scopes[at]?.parent ?? 0) {
    const scope = tx.state.scopes[at];
    // An instance holds the one token at its activity: no level of its own.
    if (!scope || scope.index === null) {
      const from = around.findIndex((n) => n.parent === scope?.node);
      if (from >= 0) return descend(tx, at, around.slice(from), target);
    }
    if (!scope) throw new Refusal('return.not-here', { to: target.id });
  }
}

/** Into sub-processes on the way that are open already. What lies in instances of a list is nobody's one step. */
function descend(tx: Transaction, scope: number, path: readonly Node[], target: UserTask): { readonly scope: number; readonly path: readonly Node[] } {
  const [outer, ...inner] = path;
  if (!outer || inner.length === 0) return { scope, path };
  if (multiOf(outer)) throw new Refusal('return.not-here', { to: target.id });
  const resting = Object.values(tx.state.tokens).find((t) => t.scope === scope && t.node === outer.id);
  const open = resting && Object.values(tx.state.scopes).find((s) => s.token === resting.id);
  return open ? descend(tx, open.id, inner, target) : { scope, path };
}

interface Choice { readonly kept: readonly Token[]; readonly joins: readonly Place[] }

/** @param side the event with which the side path begins on which the node lies */
export function bestMarking(model: ProcessDefinition, node: Node, present: readonly Token[], side?: string): Choice | null {
  let best: Choice | null = null;
  // A process too large to be explored has none: its steps can be returned with 'back' only.
  for (const marking of markingsOf(model, node.parent, side) ?? []) {
    const choice = fit(marking, node.id, present);
    if (choice && (!best || choice.kept.length > best.kept.length || (choice.kept.length === best.kept.length && choice.joins.length < best.joins.length))) best = choice;
  }
  return best;
}

/** What of the present tokens this marking keeps, and what it adds; null where it adds anything but the step and finished branches. */
function fit(marking: readonly Place[], node: string, present: readonly Token[]): Choice | null {
  if (!marking.some((p) => p.node === node)) return null;
  const left = [...present];
  const kept: Token[] = [];
  const joins: Place[] = [];
  let placed = false;
  for (const place of marking) {
    if (place.node === node && !placed) {
      placed = true;
      continue;
    }
    const at = left.findIndex((t) => t.node === place.node && (place.flow === '' || t.flow === place.flow));
    if (at >= 0) kept.push(...left.splice(at, 1));
    else if (place.flow !== '') joins.push(place);
    else return null;
  }
  return { kept, joins };
}

function goBack(tx: Transaction, plan: Plan, { to, policy, reason }: Return, from: { readonly node: string; readonly task?: number }): void {
  const undone = undoneSteps(tx, plan);
  const startedBy = (id: string): readonly { readonly on: string; readonly node: string }[] => tx.index.clock(id)?.start ?? [];
  const continues = Object.keys(tx.state.past ?? {}).filter((clock) => startedBy(clock).some((t) => undone.has(t.node)));
  const last = tx.state.visits[to];
  emit(tx, {
    type: 'step.returned', ...(from.task === undefined ? {} : { fromTask: from.task }), node: from.node, to, policy, reason,
    undone: tx.model.nodes.flatMap((n) => (undone.has(n.id) && tx.state.visits[n.id] ? [n.id] : [])), continues,
  });
  for (const clock of Object.values(tx.state.clocks)) {
    const triggers = startedBy(clock.clock);
    const takenBack = triggers.length > 0 && triggers.every((t) => undone.has(t.node)) && !triggers.some((t) => t.on === 'entered' && t.node === to);
    if (takenBack) stopClock(tx, clock, 'returned');
  }
  withdraw(tx, plan.removed.map((t) => t.id));
  // Whoever did the step does it again, if they still may.
  if (last?.by) tx.handTo = { node: to, person: { id: last.by, name: last.name } };
  placeTokens(tx, plan);
  delete tx.handTo;
  giveBackLevel(tx, plan.scope, plan.removed);
}

/** The steps on the ways from the target to what is withdrawn, the target among them, and all inside. */
function undoneSteps(tx: Transaction, { path, removed }: Plan): ReadonlySet<string> {
  const [outer] = path;
  const next = (id: string): readonly string[] => [id, ...tx.index.boundaries(id).map((b) => b.id)].flatMap((n) => tx.index.outgoing(n).map((f) => f.to));
  const ends = new Set(removed.map((t) => t.node));
  const ahead = new Map<string, readonly string[]>();
  const open = outer ? [outer.id] : [];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (ahead.has(id)) continue;
    const ways = next(id);
    ahead.set(id, ways);
    if (!ends.has(id)) open.push(...ways);
  }
  const undone = new Set([...ahead.keys()].filter((id) => ends.has(id)));
  for (let grown = true; grown;) {
    grown = false;
    for (const [id, ways] of ahead) {
      if (undone.has(id) || !ways.some((w) => undone.has(w))) continue;
      undone.add(id);
      grown = true;
    }
  }
  for (const node of path) undone.add(node.id);
  const within = (node: Node): boolean => node.parent !== undefined && ((undone.has(node.parent) && !path.some((p) => p.id === node.parent)) || within(tx.index.node(node.parent)));
  for (const node of tx.model.nodes) if (within(node)) undone.add(node.id);
  return undone;
}
