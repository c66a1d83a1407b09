/** 版本迁移 as administrators see it: what became of each case, or would. */
import type { MigrationReceipt, MigrationResult } from '../../contracts/versions.ts';
import { problemKinds, type ProblemCode } from '../../contracts/problems.ts';
import type { CaseWalk, WalkResult } from '../../db/queries/case-walks.ts';
import { budgetText } from '../../domain/calendar/budget-text.ts';
import type { MigrationEffects } from '../../domain/engine/change/migration-report.ts';
import type { MigrationRefusal } from '../../domain/engine/change/migration-refusals.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import type { MigrationMapping } from '../../domain/model/version-map.ts';
import { text, type Text } from '../../domain/text.ts';
import { clockName, nodeName, poolName } from './names.ts';

/** `input` of a walk of kind 'migration', as activities/migration.ts reads it; the numbers of the versions are for people. */
export interface MigrationInput { readonly from: string; readonly to: string; readonly fromVersion: number; readonly toVersion: number; readonly mapping: MigrationMapping; readonly reason: string }
export const migrationKind = 'migration';
export const migrationInput = (walk: Pick<CaseWalk, 'input'>): MigrationInput => walk.input as unknown as MigrationInput;

export function migrationReceipt(walk: CaseWalk): MigrationReceipt {
  const { fromVersion, toVersion, reason } = migrationInput(walk);
  const { id, subject, dryRun, requestedBy, requestedAt, total, finishedAt } = walk;
  return { id, process: subject, from: fromVersion, to: toVersion, dryRun, reason, requestedBy: { id: requestedBy.id, name: requestedBy.name }, requestedAt, total, finishedAt };
}

/** @param from,to the two versions: what ends is called as in the old, everything else as in the new */
export function migrationResult({ caseId, number, outcome, at, detail }: WalkResult, from: ProcessDefinition, to: ProcessDefinition): MigrationResult {
  const effects = (outcome === 'done' ? detail : null) as unknown as MigrationEffects | null;
  return {
    caseId, number, outcome, at,
    refusals: outcome === 'refused' ? refusalsIn(detail as unknown as Refused) : [],
    clocks: (effects?.clocks ?? []).map((c) => ({ clockNo: c.clockNo, clock: c.clock, name: clockName(to, c.clock), oldLimit: budgetText(c.oldBudget), limit: budgetText(c.budget), oldDueDay: c.oldDueDay, dueDay: c.dueDay })),
    ended: (effects?.ended ?? []).map((c) => clockName(from, c.clock)),
    missed: (effects?.missed ?? []).map((c) => clockName(to, c.clock)),
    posts: (effects?.posts ?? []).map((p) => ({ task: p.task, name: nodeName(to, p.node), poolName: poolName(p.pool, to) })),
  };
}

/** A rejection: the reasons of the engine, or one reason of another kind (the territory, a version that is gone). */
interface Refused { readonly code: string; readonly refusals?: readonly MigrationRefusal[] }

function refusalsIn({ code, refusals }: Refused): MigrationResult['refusals'] {
  if (refusals) return refusals.map((r) => ({ code: r.code, at: r.at, count: r.count, text: r.text }));
  return [{ code, at: '', count: 1, text: Object.hasOwn(problemKinds, code) ? titleOf(code as ProblemCode) : text(code, code) }];
}
const titleOf = (code: ProblemCode): Text => problemKinds[code].title;
