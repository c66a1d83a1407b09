/** What a migration did to a case, or would do: read from its events, so that a dry run and the record tell the same. */
import type { Budget } from '../../calendar/types.ts';
import type { CaseEvent } from '../events.ts';

export interface MigrationEffects {
  /** Clocks that went over to another rule. */
  readonly clocks: readonly { readonly clockNo: number; readonly clock: string; readonly oldBudget: Budget; readonly budget: Budget; readonly oldDueDay: string; readonly dueDay: string }[];
  /** Clocks that ended with the migration, and those that were missed at once under their new rule. */
  readonly ended: readonly { readonly clockNo: number; readonly clock: string }[];
  readonly missed: readonly { readonly clockNo: number; readonly clock: string }[];
  /** Open tasks that went over to another post. */
  readonly posts: readonly { readonly task: number; readonly node: string; readonly pool: string; readonly from: string | null }[];
  readonly timers: { readonly armed: number; readonly moved: number; readonly cancelled: number };
}

/** @param events all events of the command, what time brought before it included */
export function migrationEffects(events: readonly CaseEvent[]): MigrationEffects {
  const at = events.findIndex((e) => e.body.type === 'case.migrated');
  const [before, after] = [events.slice(0, Math.max(0, at)), events.slice(at + 1)];
  const bodies = after.map((e) => e.body);
  const count = (type: string): number => events.filter((e) => e.body.type === type).length;
  return {
    clocks: bodies.flatMap((b) => (b.type === 'clock.rule-changed' ? [{ clockNo: b.clockNo, clock: b.clock, oldBudget: b.oldRule.budget, budget: b.rule.budget, oldDueDay: b.oldDueDay, dueDay: b.dueDay }] : [])),
    ended: before.flatMap(({ body: b }) => (b.type === 'clock.stopped' && b.reason === 'cancelled' ? [{ clockNo: b.clockNo, clock: b.clock }] : [])),
    missed: bodies.flatMap((b) => (b.type === 'clock.breached' ? [{ clockNo: b.clockNo, clock: b.clock }] : [])),
    posts: bodies.flatMap((b) => (b.type === 'task.transferred' ? [{ task: b.task, node: b.node, pool: b.pool, from: b.from?.name ?? null }] : [])),
    timers: { armed: count('timer.armed'), moved: count('timer.moved'), cancelled: count('timer.cancelled') },
  };
}
