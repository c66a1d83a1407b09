/** 逐案处理: a migration of many cases is one durable walk, however often its workers die. */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterEach, beforeAll, expect, it } from 'vitest';
import { registerDefinition } from '../../db/definitions.ts';
import { findWalk, requestWalk, walkCounts, walkResults } from '../../db/queries/case-walks.ts';
import { definition, end, flow, start, userTask } from '../engine/models.ts';
import { startSample, type SampleCase } from '../support/sample-cases.ts';
import { openShell, type Shell } from '../support/shell.ts';

const v1 = definition([start, userTask('a'), end()], [flow('start', 'a'), flow('a', 'end')], { key: 'walked' });
const v2 = definition([start, userTask('a'), userTask('b'), end()], [flow('start', 'a'), flow('a', 'b'), flow('b', 'end')], { key: 'walked', version: 2 });
/** More than one page. */
const many = 130;

let shell: Shell;
let cases: readonly SampleCase[];
let hashes: { readonly from: string; readonly to: string };
beforeAll(async () => {
  shell = await openShell();
  hashes = { from: (await registerDefinition(shell.database, v1)).hash, to: (await registerDefinition(shell.database, v2)).hash };
  // In the record only: their executions were lost, and the walk brings each of them back.
  cases = await Promise.all(Array.from({ length: many }, () => startSample(shell.database, { hash: hashes.from }, v1)));
});
afterEach(() => shell.killWorkers());

const ask = async (pools: readonly string[]): Promise<string> => {
  const { id } = await requestWalk(shell.database, {
    id: randomUUID(), kind: 'migration', subject: 'walked', digest: '', dryRun: false, requestedAt: new Date().toISOString(),
    input: { ...hashes, fromVersion: 1, toVersion: 2, mapping: {}, reason: '修订' }, requestedBy: { kind: 'person', id: 'admin', name: '管理员', pools },
  });
  return id;
};
const walk = (id: string) => shell.client.workflow.start('caseWalk', { workflowId: `walk-${id}`, taskQueue: shell.taskQueue, args: [{ walk: id }] });

it('goes over the territory of who ordered it and no further', async () => {
  await shell.spawnWorker(0);
  const id = await ask(['administrator@sz-amr', 'officer@gd-amr']);
  await (await walk(id)).result();
  expect(await findWalk(shell.database, id)).toMatchObject({ total: 0, finishedAt: expect.any(String) });
});

it('workers die in the middle of it, each right after an append of which nobody knows: every case goes over once and has its result', { timeout: 120_000 }, async () => {
  const id = await ask(['administrator@gd-amr']);
  const handle = await walk(id);
  for (const after of [20, 40]) await once(await shell.spawnWorker(after), 'exit');
  await shell.spawnWorker(0);
  await handle.result();
  expect(await findWalk(shell.database, id)).toMatchObject({ total: many, finishedAt: expect.any(String) });
  expect(await walkCounts(shell.database, id)).toEqual({ pending: 0, done: many, unchanged: 0, refused: 0, skipped: 0, unanswered: 0 });
  const { items } = await walkResults(shell.database, id, { limit: 200 });
  expect(items.map((i) => i.caseId)).toEqual(cases.map((c) => c.caseId).sort());
  const { rows } = await shell.database.pool.query("select case_id, count(*)::integer as n from events where type = 'case.migrated' group by case_id");
  expect(rows).toHaveLength(many);
  expect(rows.every((r: { n: number }) => r.n === 1)).toBe(true);
  // Asked again, the workflow of a walk that is finished has nothing to do.
  await (await shell.client.workflow.start('caseWalk', { workflowId: `walk-${id}-again`, taskQueue: shell.taskQueue, args: [{ walk: id }] })).result();
  const [one] = cases;
  for (const node of ['a', 'b']) {
    const task = Object.values((await shell.state(one!.caseId)).tasks).find((t) => t.node === node)!.id;
    await shell.send(one!.caseId, { type: 'complete', task, outcome: 'done', data: {} });
  }
  expect((await shell.state(one!.caseId)).status).toBe('closed');
});
