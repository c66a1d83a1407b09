/** 延期: more time, granted by whoever the law names, or by what they decide together, before the limit is over. */
import { mayManage, type Person } from '../../authority/acts.ts';
import { instantOf } from '../../calendar/civil-day.ts';
import type { Budget, Extension } from '../../calendar/types.ts';
import { citation } from '../../model/citation.ts';
import type { ExtensionRule, ProcessDefinition } from '../../model/types.ts';
import { compute } from '../clocks.ts';
import { expressionContext } from '../expressions.ts';
import { indexModel, type ModelIndex } from '../index-model.ts';
import { resolvePool } from '../pools.ts';
import { Refusal } from '../refusal.ts';
import type { CaseState, Named, Pool, RunningClock, Side, Task } from '../state.ts';
import { emit, nextId, type Transaction } from '../transaction.ts';

export interface Asked { readonly clockNo: number; readonly budget?: Budget; readonly reason: string }

/** The next extension that the law allows for this clock, by whom, and by how much. @throws Refusal clock.* */
export function nextExtension(tx: Transaction, { clockNo, budget }: Pick<Asked, 'clockNo' | 'budget'>): { readonly clock: RunningClock; readonly rule: number; readonly approver: Pool; readonly budget: Budget } {
  const clock = tx.state.clocks[clockNo];
  if (!clock) throw new Refusal('clock.not-found', { clock: clockNo });
  const rule = clock.extensions.length;
  const granting = ruleOf(tx.index, clock, rule);
  if (!granting || granting.decided) throw new Refusal('clock.not-extendable', { clock: clock.clock, times: rule });
  if (clock.breachedAt !== null) throw new Refusal('clock.over', { clock: clock.clock, dueDay: clock.dueDay });
  const more = granting.budget ?? budget;
  if (!more) throw new Refusal('clock.budget', { clock: clock.clock });
  return { clock, rule, budget: more, approver: resolvePool(tx.state, granting.approver, clock.clock, () => expressionContext(tx.model, tx.state)) };
}

const ruleOf = (index: ModelIndex, clock: RunningClock, rule = clock.extensions.length): ExtensionRule | undefined => index.clock(clock.clock)?.extensions?.[rule];
const pendingFor = (state: Pick<CaseState, 'tasks'>, clockNo: number): Task | undefined =>
  Object.values(state.tasks).find((t) => t.side?.kind === 'extension' && t.side.clockNo === clockNo);

export function askExtension(tx: Transaction, asked: Asked, by: Named): void {
  const { clock, rule, approver, budget } = nextExtension(tx, asked);
  const pending = pendingFor(tx.state, clock.id);
  if (pending) throw new Refusal('clock.pending', { task: pending.id });
  emit(tx, {
    type: 'task.created', task: nextId(tx), token: 0, node: stepOf(tx, clock), pool: approver,
    side: { kind: 'extension', clockNo: clock.id, rule, budget, reason: asked.reason, by },
  });
}

/** What a person may do for more time on this clock now; null = nothing. */
export function extensionOffer(model: ProcessDefinition, state: CaseState, clockNo: number, person: Person): { readonly rule: ExtensionRule; readonly approver: Pool; readonly grants: boolean } | null {
  const clock = state.status === 'closed' ? undefined : state.clocks[clockNo];
  const rule = clock && clock.breachedAt === null ? ruleOf(indexModel(model), clock) : undefined;
  if (!clock || !rule || rule.decided || pendingFor(state, clockNo)) return null;
  const approver = resolvePool(state, rule.approver, clock.clock, () => expressionContext(model, state));
  const grants = person.pools.includes(approver);
  return grants || person.pools.includes(clock.duty) || mayManage(state, person) === null ? { rule, approver, grants } : null;
}

/**
 * 集体讨论决定延期: a step asks for the next extension of a limit, and is refused where there is none to ask for; another one grants it.
 * @throws Refusal clock.*
 */
export function decideExtensions(tx: Transaction, node: string, outcome: string | null): void {
  for (const { clock, rule, decided } of tx.index.extensionsDecidedAt(node)) {
    const [asks, grants] = [decided.asked, decided.granted].map((t) => t.node === node && (t.outcome === undefined || t.outcome === outcome));
    if (!asks && !grants) continue;
    const running = Object.values(tx.state.clocks).find((c) => c.clock === clock.id);
    if (!running || running.extensions.length !== rule) throw new Refusal('clock.not-extendable', { clock: clock.id, times: running?.extensions.length ?? 0 });
    if (running.breachedAt !== null) throw new Refusal('clock.over', { clock: clock.id, dueDay: running.dueDay });
    const { [decided.days]: days, [decided.reasons]: reasons } = tx.state.data;
    if (typeof days !== 'number' || days <= 0) throw new Refusal('clock.budget', { clock: clock.id });
    if (grants) extend(tx, running, { budget: { amount: days, unit: 'calendar-day' }, reason: typeof reasons === 'string' ? reasons : '', by: tx.index.node(node).name.zh });
  }
}

/** A step by whose name people know what is to be extended: the one that the duty is about. */
function stepOf(tx: Transaction, { clock, duty }: RunningClock): string {
  const open = Object.values(tx.state.tasks).find((t) => !t.side && t.pool === duty)?.node;
  const stopping = tx.index.clock(clock)?.stop.map((t) => tx.index.node(t.node)).find((n) => n.type === 'userTask')?.id;
  return open ?? stopping ?? tx.model.nodes.find((n) => n.type === 'userTask')?.id ?? tx.index.start.id;
}

export function grantExtension(tx: Transaction, asked: Asked & { readonly rule: number }, by: string): void {
  const { clock, rule, budget } = nextExtension(tx, asked);
  // Somebody may have granted one in the meantime: this one was asked for as the next after what stood then.
  if (rule !== asked.rule) throw new Refusal('clock.not-extendable', { clock: clock.clock, times: rule });
  extend(tx, clock, { budget, reason: asked.reason, by });
}

function extend(tx: Transaction, clock: RunningClock, granted: Pick<Extension, 'budget' | 'reason' | 'by'>): void {
  const basis = ruleOf(tx.index, clock)?.basis;
  const extension = { at: instantOf(tx.context.now), ...granted, ...(basis ? { basis: citation(basis).zh } : {}) };
  emit(tx, { type: 'clock.extended', clockNo: clock.id, extension, light: 'green', ...compute(tx, clock.clock, { ...clock, extensions: [...clock.extensions, extension] }) });
}

export const pendingExtension = (side: Extract<Side, { kind: 'extension' }>): Asked & { readonly rule: number } =>
  ({ clockNo: side.clockNo, budget: side.budget, reason: side.reason, rule: side.rule });
