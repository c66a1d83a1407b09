/** What the views of one case are made of, read for a viewer who may see it. */
import { definitionByHash } from '../../db/definitions.ts';
import type { Database } from '../../db/pool.ts';
import { clocksOf, findCase } from '../../db/queries/case.ts';
import { caseAsOf } from '../../db/queries/as-of.ts';
import type { CaseListRow } from '../../db/queries/case-list.ts';
import { loadCaseState } from '../../db/record/read.ts';
import { peopleIn } from '../../db/queries/people.ts';
import { maySee, sightOf } from '../../domain/authority/policy.ts';
import type { Viewer } from '../../domain/authority/viewer.ts';
import type { CaseState } from '../../domain/engine/state.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import type { CaseParts } from '../views/case-view.ts';
import { postsAskedFor, type Staff } from '../views/form.ts';
import { nodeOf } from '../views/names.ts';
import { ProblemError } from '../http/problem.ts';

/** A case that moves while it is read is read again so often at most. */
const maxReads = 3;

/** @throws ProblemError case.not-found, also for a case that the viewer may not see */
export async function visibleCase(database: Database, viewer: Viewer, caseId: string): Promise<CaseListRow> {
  const row = await findCase(database, caseId);
  if (row === null || !maySee(sightOf(viewer), row)) throw new ProblemError('case.not-found');
  return row;
}

/** Every definition that the case was ever on, by its hash. */
export async function definitionsOfCase(database: Database, { caseId, process, former = [] }: CaseState): Promise<(hash: string) => ProcessDefinition> {
  const hashes = [...new Set([process.hash, ...former.map((f) => f.process.hash)])];
  const models = new Map(await Promise.all(hashes.map(async (hash) => [hash, await definitionByHash(database, hash)] as const)));
  return (hash) => {
    const model = models.get(hash);
    if (!model) throw new Error(`case ${caseId} was on definition ${hash}, which its state does not name`);
    return model;
  };
}

/** The case as it stood then. Who may see it, and what of it, is decided by what holds now. @throws ProblemError case.not-found, as-of.before */
export async function casePartsAsOf(database: Database, viewer: Viewer, caseId: string, at: string): Promise<CaseParts> {
  const [now, present] = await Promise.all([visibleCase(database, viewer, caseId), loadCaseState(database, caseId)]);
  if (present === null) throw new ProblemError('case.not-found');
  const modelOf = await definitionsOfCase(database, present);
  const found = await caseAsOf(database, caseId, at, modelOf);
  if (found === null) throw new ProblemError('as-of.before');
  const { state, row, clocks } = found;
  return {
    state, model: modelOf(state.process.hash), clocks: clocks.map((clock) => ({ ...clock, caseId })),
    row: { ...now, ...row, number: state.number, visibleTo: [...now.visibleTo], openNodes: [...row.openNodes] },
  };
}

/** Most people of one post that a step offers. */
const mostOffered = 200;

/** Read only where an open step asks for people. */
async function staffFor(database: Database, { tasks, agency }: CaseState, model: ProcessDefinition): Promise<Staff> {
  const posts = postsAskedFor(model, Object.values(tasks).flatMap(({ node }) => { const step = nodeOf(model, node); return step?.type === 'userTask' ? [step.form] : []; }));
  return Object.fromEntries(await Promise.all(posts.map(async (role) => [role, await peopleIn(database, [{ role, agency }], null, mostOffered)] as const)));
}

/** Row, clocks and state of the same seq, so that a page never contradicts itself. @throws ProblemError case.not-found */
export async function caseParts(database: Database, viewer: Viewer, caseId: string): Promise<CaseParts> {
  for (let reads = 1; ; reads++) {
    const [row, clocks, state] = await Promise.all([visibleCase(database, viewer, caseId), clocksOf(database, caseId), loadCaseState(database, caseId)]);
    if (state === null) throw new ProblemError('case.not-found');
    if (state.seq !== row.seq && reads < maxReads) continue;
    const model = await definitionByHash(database, row.definitionHash);
    return { row, clocks, state, model, staff: await staffFor(database, state, model) };
  }
}
