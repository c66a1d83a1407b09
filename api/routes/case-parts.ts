/** What the views of one case are made of, read for a viewer who may see it. */
import { definitionByHash } from '../../db/definitions.ts';
import type { Database } from '../../db/pool.ts';
import { clocksOf, findCase } from '../../db/queries/case.ts';
import type { CaseListRow } from '../../db/queries/case-list.ts';
import { loadCaseState } from '../../db/record/read.ts';
import { maySee, sightOf } from '../../domain/authority/policy.ts';
import type { Viewer } from '../../domain/authority/viewer.ts';
import type { CaseParts } from '../views/case-view.ts';
import { ProblemError } from '../http/problem.ts';

/** A case that moves while it is read is read again so often at most. */
const maxReads = 3;

/** @throws ProblemError case.not-found, also for a case that the viewer may not see */
export async function visibleCase(database: Database, viewer: Viewer, caseId: string): Promise<CaseListRow> {
  const row = await findCase(database, caseId);
  if (row === null || !maySee(sightOf(viewer), row)) throw new ProblemError('case.not-found');
  return row;
}

/** Row, clocks and state of the same seq, so that a page never contradicts itself. @throws ProblemError case.not-found */
export async function caseParts(database: Database, viewer: Viewer, caseId: string): Promise<CaseParts> {
  for (let reads = 1; ; reads++) {
    const [row, clocks, state] = await Promise.all([visibleCase(database, viewer, caseId), clocksOf(database, caseId), loadCaseState(database, caseId)]);
    if (state === null) throw new ProblemError('case.not-found');
    if (state.seq === row.seq || reads === maxReads) return { row, clocks, state, model: await definitionByHash(database, row.definitionHash) };
  }
}
