/**
 * 逐案处理: visits the cases of a walk, page by page. What a kind of walk does to a case is its visitor; everything else (which cases, progress,
 * results, repetition after a crash) is here and in db/queries/case-walks.ts.
 */
import type { Log } from '../config/log.ts';
import type { Database } from '../db/pool.ts';
import { findWalk, finishWalk, fixCases, pendingCases, recordVisit, type CaseWalk, type WalkFilter, type WalkOutcome } from '../db/queries/case-walks.ts';
import { findCaseHead, type CaseHead } from '../db/record/read.ts';
import type { Command, Rejection } from '../domain/engine/commands.ts';
import type { JsonObject } from '../domain/json.ts';
import { alive } from './alive.ts';
import type { WalkActivities } from './contract.ts';

export interface Visit { readonly outcome: Exclude<WalkOutcome, 'pending'>; readonly detail: JsonObject | null }

/** What became of a command that a visitor has sent. unanswered: the case did not answer in time; it may still act. */
export type CommandResult = { readonly kind: 'done'; readonly seq: number } | { readonly kind: 'rejected'; readonly rejection: Rejection } | { readonly kind: 'unanswered' };
/** Sends a command to a case; one that acted before is done again without acting. @throws where Temporal is away */
export type SendToCase = (head: CaseHead, command: Command) => Promise<CommandResult>;

export interface Visitor {
  readonly cases: (walk: CaseWalk) => WalkFilter;
  /**
   * One case. May be called again for a case that it has visited, where a worker died before the result was kept: commands must have ids that
   * follow from the walk. @throws where it cannot be done now: the page is tried again
   */
  readonly visit: (walk: CaseWalk, head: CaseHead) => Promise<Visit>;
}

/** Cases of one activity: short enough to be repeated without regret. */
const pageSize = 100;
/** Cases under way at once; people work beside a walk. */
const atOnce = 4;

export const walkActivities = (database: Database, visitors: Readonly<Record<string, Visitor>>, log: Log): WalkActivities => ({
  walkPage: async (id) => {
    const walk = await findWalk(database, id);
    if (!walk || walk.finishedAt !== null) return false;
    const visitor = visitors[walk.kind];
    // A walk of a newer release must wait for a worker of that release.
    if (!visitor) throw new Error(`this worker knows no walk of kind ${walk.kind}`);
    if (walk.total === null) await fixCases(database, id, visitor.cases(walk));
    const waiting = [...(await pendingCases(database, id, pageSize))];
    const more = waiting.length === pageSize;
    const work = async (): Promise<void> => {
      for (let caseId = waiting.shift(); caseId !== undefined; caseId = waiting.shift()) {
        const head = await findCaseHead(database, caseId);
        const visit: Visit = head === null || head.status === 'closed' ? { outcome: 'skipped', detail: null } : await visitor.visit(walk, head);
        await recordVisit(database, id, caseId, visit.outcome, visit.detail);
      }
    };
    const outcomes = await alive(() => Promise.allSettled(Array.from({ length: atOnce }, work)));
    const failed = outcomes.find((o) => o.status === 'rejected');
    if (failed) throw failed.reason;
    if (more) return true;
    await finishWalk(database, id);
    log.info({ walk: id, kind: walk.kind }, 'a walk over running cases is finished');
    return false;
  },
});
