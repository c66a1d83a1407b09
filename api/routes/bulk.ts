/** 批量办理: the same done to many tasks. Each is a command of its own in its own case; one refusal stops none of the others. */
import { randomUUID } from 'node:crypto';
import { bulkLimit, bulkResultSchema, bulkSchema, handoverSchema, type BulkResult } from '../../contracts/work.ts';
import { claimedBy } from '../../db/queries/worklist.ts';
import { mayHandOverAt } from '../../domain/authority/substitution.ts';
import type { Viewer } from '../../domain/authority/viewer.ts';
import type { CommandBody } from '../../domain/engine/commands.ts';
import type { Json } from '../../domain/json.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { personInPost } from '../engine/directory.ts';
import { act } from '../engine/perform.ts';
import { ProblemError, toDocument } from '../http/problem.ts';
import { ok, route } from '../http/route.ts';

interface Item { readonly caseId: string; readonly task: number }

/** Tasks of different cases are done side by side, so many at a time: the rest of the API must go on. */
const atOnce = 8;

async function each(dependencies: ApiDependencies, viewer: Viewer, key: string | null, items: readonly Item[], command: (item: Item) => CommandBody, asked: Json, more = false): Promise<BulkResult> {
  const results: BulkResult['items'] = [];
  const queue = items.entries();
  const work = async (): Promise<void> => {
    for (const [at, item] of queue) {
      // Each item has a key of its own, which follows from the client's: the same request again repeats nothing.
      const own = key === null ? null : `${key}:${item.caseId}:${item.task}`;
      results[at] = await one(dependencies, viewer, own, item, command(item), asked);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, work));
  return { done: results.filter((r) => r.status !== 'refused').length, items: results, more };
}

async function one(dependencies: ApiDependencies, viewer: Viewer, key: string | null, { caseId, task }: Item, body: CommandBody, asked: Json): Promise<BulkResult['items'][number]> {
  try {
    const { body: receipt } = await act(dependencies, viewer, key, caseId, body, { bulk: asked, task });
    return { caseId, task, status: receipt.status };
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    return { caseId, task, status: 'refused', problem: toDocument(error, 'zh', randomUUID()) };
  }
}

export const bulkRoute = route(
  { method: 'POST', path: '/worklist/bulk', access: 'signed-in', tag: 'worklist', summary: '批量办理 · The same for many tasks', body: bulkSchema, answer: bulkResultSchema, problems: ['person.unknown'] },
  async ({ viewer, key, body }, dependencies) => {
    const { items: asked, ...rest } = body;
    const items = [...new Map(asked.map((i) => [`${i.caseId} ${i.task}`, i])).values()];
    const to = body.action === 'transfer' ? await personInPost(dependencies.database, body.to) : null;
    const command = ({ task }: Item): CommandBody => {
      switch (body.action) {
        case 'claim':
        case 'release':
          return { type: body.action, task };
        case 'complete':
          return { type: 'complete', task, outcome: body.outcome, data: {}, ...(body.comment ? { comment: body.comment } : {}) };
        case 'transfer':
          return { type: 'transfer', task, to, pool: null, reason: body.reason };
      }
    };
    return ok(await each(dependencies, viewer, key, items, command, rest as Json));
  },
);

export const handoverRoute = route(
  {
    method: 'POST', path: '/handovers', access: 'signed-in', tag: 'worklist', summary: '离职转办 · All that one person has claimed, to another', body: handoverSchema, answer: bulkResultSchema,
    problems: ['forbidden', 'person.unknown'],
  },
  async ({ viewer, key, body: { from, to: toId, reason } }, dependencies) => {
    const agencies = [...new Set(viewer.posts.map((p) => p.agency))].filter((agency) => mayHandOverAt(viewer, agency));
    if (agencies.length === 0) throw new ProblemError('forbidden');
    const to = await personInPost(dependencies.database, toId);
    const found = await claimedBy(dependencies.database, from, agencies, bulkLimit + 1);
    return ok(await each(dependencies, viewer, key, found.slice(0, bulkLimit), ({ task }) => ({ type: 'transfer', task, to, pool: null, reason }), { from, to: toId, reason }, found.length > bulkLimit));
  },
);
