/** To whom a task can be handed over. */
import { z } from 'zod';
import { caseIdSchema } from '../../contracts/common.ts';
import { colleagueListSchema } from '../../contracts/work.ts';
import { peopleIn } from '../../db/queries/people.ts';
import { mayReceive } from '../../domain/authority/acts.ts';
import { insight } from '../../domain/authority/policy.ts';
import { officePool, poolsOf, type Post } from '../../domain/authority/viewer.ts';
import type { Text } from '../../domain/text.ts';
import { inPost } from '../engine/directory.ts';
import { ProblemError } from '../http/problem.ts';
import { ok, route } from '../http/route.ts';
import { nodeOf, poolName } from '../views/names.ts';
import { caseParts } from './case-parts.ts';

const mostShown = 100;

export const colleaguesRoute = route(
  {
    method: 'GET', path: '/cases/:caseId/tasks/:task/colleagues', access: 'signed-in', tag: 'worklist', summary: '可转办、委派的人员 · To whom a task can be handed over',
    params: z.object({ caseId: caseIdSchema, task: z.coerce.number().int().min(0).max(2_147_483_647) }), answer: colleagueListSchema, problems: ['case.not-found', 'task.not-found', 'forbidden.party'],
  },
  async ({ viewer, params: { caseId, task: id } }, { database }) => {
    const { row, state, model } = await caseParts(database, viewer, caseId);
    // The directory of an office is for those who work on the case.
    if (!insight(viewer, row, model, state.parties).internal) throw new ProblemError('forbidden.party');
    const task = state.tasks[id];
    const node = task ? nodeOf(model, task.node) : undefined;
    if (!task || node?.type !== 'userTask') throw new ProblemError('task.not-found');
    const [role = '', agency] = task.pool.split('@');
    // A natural person has no colleagues.
    const found = task.pool.startsWith('person:') ? [] : agency === undefined ? await peopleIn(database, [], task.pool.replace(/^uscc:/, ''), mostShown) : await peopleIn(database, [{ role, agency }, { agency }], null, mostShown);
    return ok({
      items: found.filter((p) => p.id !== viewer.id).map((p) => ({
        id: p.id, name: p.name, takes: mayReceive(task, node, state, inPost(p)) === null,
        posts: postNames(p.posts),
      })),
    });
  },
);

export const ownColleaguesRoute = route(
  { method: 'GET', path: '/me/colleagues', access: 'signed-in', tag: 'people', summary: '同机关人员 · Who else works in the viewer’s agencies', answer: colleagueListSchema },
  async ({ viewer }, { database }) => {
    const found = await peopleIn(database, [...new Set(viewer.posts.map((p) => p.agency))].map((agency) => ({ agency })), viewer.enterprise?.uscc ?? null, mostShown);
    const own = new Set(poolsOf(viewer));
    return ok({ items: found.filter((p) => p.id !== viewer.id).map((p) => ({ id: p.id, name: p.name, posts: postNames(p.posts), takes: inPost(p).pools.some((pool) => own.has(pool)) })) });
  },
);

const postNames = (posts: readonly Post[]): Text[] => posts.map(({ role, agency }) => poolName(officePool(role, agency)));
