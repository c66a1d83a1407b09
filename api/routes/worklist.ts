import { worklistCountsSchema, worklistQuerySchema, worklistSchema, type WorklistItem } from '../../contracts/cases.ts';
import type { Database } from '../../db/pool.ts';
import { countUnstaffed, unstaffedPools } from '../../db/queries/unstaffed.ts';
import { worklist, worklistCounts, type WorklistRow } from '../../db/queries/worklist.ts';
import { sightOf } from '../../domain/authority/policy.ts';
import { managedPosts } from '../../domain/authority/substitution.ts';
import { isOfficePool, type Viewer } from '../../domain/authority/viewer.ts';
import type { Pool } from '../../domain/engine/state.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { text, type Text } from '../../domain/text.ts';
import { ok, route } from '../http/route.ts';
import { caseSummary, definitionsOf } from '../views/case-summary.ts';
import { nodeName, nodeOf, partyName, poolName } from '../views/names.ts';

export const worklistRoute = route(
  { method: 'GET', path: '/worklist', access: 'signed-in', tag: 'worklist', summary: '待办 · Open steps that the viewer has claimed or may claim, the most urgent first', query: worklistQuerySchema, answer: worklistSchema },
  async ({ viewer, query }, { database }) => {
    const { cursor, limit, ...filter } = query;
    const { items, next } = await worklist(database, sightOf(viewer), { ...filter, ...(filter.scope === 'unstaffed' ? { unstaffed: await nobodys(database, viewer) } : {}) }, { cursor, limit });
    const model = await definitionsOf(database, items.map((item) => item.case));
    return ok({ items: items.map((item) => itemView(item, model(item.case.definitionHash))), next });
  },
);

export const worklistCountsRoute = route(
  { method: 'GET', path: '/worklist/counts', access: 'signed-in', tag: 'worklist', summary: '待办数 · How many, by scope and by light', answer: worklistCountsSchema },
  async ({ viewer }, { database }) => ok({ ...(await worklistCounts(database, sightOf(viewer))), unstaffed: await countUnstaffed(database, await nobodys(database, viewer)) }),
);

/** Where the viewer manages cases, the posts that nobody holds. */
async function nobodys(database: Database, viewer: Viewer): Promise<{ readonly pools: readonly Pool[]; readonly agencies: readonly string[] }> {
  const { agencies, pools } = managedPosts(viewer);
  return { agencies, pools: await unstaffedPools(database, pools) };
}

const itemView = ({ task, case: row }: WorklistRow, model: ProcessDefinition): WorklistItem => ({
  caseId: task.caseId, task: task.task, node: task.node, name: task.title === null ? nodeName(model, task.node) : text(task.title, task.title), side: task.side, waiting: task.waiting, pool: task.pool, poolName: takerName(task, model),
  assignee: task.assigneeId === null ? null : { id: task.assigneeId, name: task.assigneeName ?? task.assigneeId },
  createdAt: task.createdAt, claimedAt: task.claimedAt, case: caseSummary(row, model), dueDay: row.dueDay, light: task.light,
});

/** A list has no parties at hand; which of them a step belongs to, the step itself says. */
function takerName({ node, pool }: WorklistRow['task'], model: ProcessDefinition): Text {
  const step = nodeOf(model, node);
  return step?.type === 'userTask' && step.assignment.kind === 'party' && !isOfficePool(pool) ? partyName(step.assignment.party, model) : poolName(pool, model);
}
