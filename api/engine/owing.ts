/**
 * A case that has yet to tell another, or to hear of one, must have an execution, also when it is closed. Where Temporal lost it, nobody would miss it:
 * the case waits for nobody, and who waits for it waits in silence. So the cases that owe something for a while are looked after from the record.
 */
import type { Database } from '../../db/pool.ts';
import { owingCases } from '../../db/record/read.ts';
import type { Log } from '../../config/log.ts';
import { againAndAgain } from './background.ts';
import type { EngineClient } from './client.ts';
import { targetOf } from './perform.ts';

interface Parts { readonly database: Database; readonly engine: Pick<EngineClient, 'nudge' | 'resume'>; readonly log: Log }

/** Milliseconds for which a case is left to itself, and cases looked after in one look. */
const patience = 30_000;
const mostAtOnce = 100;

/** @returns how many executions were gone and are started again. @throws where Postgres or Temporal is away */
export async function lookAfterOwing({ database, engine, log }: Parts, before = new Date(Date.now() - patience)): Promise<number> {
  let resumed = 0;
  for (const head of await owingCases(database, before, mostAtOnce)) {
    if (await engine.nudge(targetOf(head))) continue;
    await engine.resume(targetOf(head));
    resumed += 1;
    log.warn({ caseId: head.id }, 'a case that owes another case word had no execution and is started again from its record');
  }
  return resumed;
}

/** @returns stops it */
export const keepLookingAfter = (parts: Parts): () => void =>
  againAndAgain({ log: parts.log, failed: 'cases that owe others word could not be looked after yet', atOnce: false, work: () => lookAfterOwing(parts) });
