/** 调用活动 on real parts: a case opens another, waits for it, and hears of its end, whichever worker dies on the way. */
import { once } from 'node:events';
import { Worker } from '@temporalio/worker';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createEngineClient } from '../../api/engine/client.ts';
import { lookAfterOwing } from '../../api/engine/owing.ts';
import { createLog } from '../../config/log.ts';
import { registerDefinition } from '../../db/definitions.ts';
import type { CallActivity, ProcessDefinition } from '../../domain/model/types.ts';
import { field } from '../../domain/model/builder-fields.ts';
import { text } from '../../domain/text.ts';
import { definition, end, flow, start, userTask } from '../engine/models.ts';
import { openShell, type Shell } from '../support/shell.ts';
import { temporalAddress } from '../support/stack.ts';
import { until } from '../support/until.ts';

const child = definition([start, userTask('investigate'), end()], [flow('start', 'investigate'), flow('investigate', 'end')], {
  key: 'child', numberWord: '查', fields: { clue: field.text('线索', 'Clue'), finding: field.text('结论', 'Finding') }, startForm: { clue: 'required' }, title: '"查办 " + clue',
});
const withForm: ProcessDefinition = { ...child, nodes: child.nodes.map((n) => (n.type === 'userTask' ? { ...n, form: { finding: 'required' } } : n)) };
const call = (more: Partial<CallActivity> = {}): CallActivity => ({
  id: 'call', type: 'callActivity', name: text('立案查处', 'Investigation'), process: 'child', input: { clue: 'matter' }, output: { result: 'child.outcome + "：" + child.data.finding', number: 'child.number' }, ...more,
});
const parentOf = (node: CallActivity, key: string) =>
  definition([start, node, userTask('after'), end()], [flow('start', 'call'), flow('call', 'after'), flow('after', 'end')], {
    key, numberWord: '诉', fields: { matter: field.text('事项', 'Matter'), result: field.text('结果', 'Result'), number: field.text('案号', 'Number') }, startForm: { matter: 'required' },
  });
const waiting = parentOf(call(), 'parent');
const going = parentOf(call({ wait: false }), 'going');

let shell: Shell;
beforeAll(async () => {
  shell = await openShell();
  await registerDefinition(shell.database, withForm);
});
afterEach(() => shell.killWorkers());

const childOf = (caseId: string): Promise<string> => until(async () => {
  const [opened] = (await shell.record(caseId)).flatMap(({ body }) => (body.type === 'opening.done' ? [body.child.caseId] : []));
  return opened ?? null;
});
const complete = async (caseId: string, node: string, data = {}) => {
  const task = Object.values((await shell.state(caseId)).tasks).find((t) => t.node === node)?.id ?? -1;
  return shell.send(caseId, { type: 'complete', task, outcome: 'done', data });
};
const standsAt = (caseId: string, node: string): Promise<true> => until(async () => (Object.values((await shell.state(caseId)).tasks).some((t) => t.node === node) ? true : null));
/** The record is a moment ahead of the execution that wrote it. */
const audit = (caseId: string) => until(async () => {
  try {
    return await shell.audit(caseId);
  } catch (error) {
    if (error instanceof Error && error.message.includes('believes')) return null;
    throw error;
  }
});
/** A case waits for another, whose worker dies when the closing is in the record and nothing else is done. `closing` is unanswered so far. */
async function dyingAtTheClosing(matter: string): Promise<{ readonly caseId: string; readonly other: string; readonly closing: ReturnType<typeof complete> }> {
  const first = await shell.spawnWorker(0);
  const caseId = await shell.start(waiting, { matter });
  const other = await childOf(caseId);
  first.kill('SIGKILL');
  await once(first, 'exit');
  // Its first append is the closing; nobody takes the case up after that.
  const second = await shell.spawnWorker(1);
  const died = once(second, 'exit');
  const closing = complete(other, 'investigate', { finding: '属实' });
  // Whoever asked hears of it again; until then an error is not unhandled.
  closing.catch(() => undefined);
  await died;
  return { caseId, other, closing };
}

const replay = async (caseId: string): Promise<void> =>
  Worker.runReplayHistory({ workflowBundle: { codePath: shell.bundle }, dataConverter: shell.replayConverter }, await shell.client.workflow.getHandle(caseId).fetchHistory(), caseId);

describe('a case calls another', () => {
  it('which is a case of its own; its end brings its result, and both records name the other', async () => {
    await shell.spawnWorker(0);
    const caseId = await shell.start(waiting, { matter: '虚假宣传' });
    const other = await childOf(caseId);
    expect(await shell.state(other)).toMatchObject({ title: '查办 虚假宣传', parent: { caseId, wait: true, depth: 1 }, number: expect.stringContaining('查〔') });
    expect((await shell.state(caseId)).tasks).toEqual({});
    await complete(other, 'investigate', { finding: '属实' });
    await standsAt(caseId, 'after');
    expect((await shell.state(caseId)).data).toMatchObject({ result: 'done：属实', number: (await shell.state(other)).number });
    expect((await shell.record(caseId)).flatMap(({ body }) => (body.type === 'case.linked' ? [[body.relation, body.caseId]] : []))).toEqual([['child', other]]);
    expect((await shell.record(other)).flatMap(({ body }) => (body.type === 'case.linked' ? [[body.relation, body.caseId]] : []))).toEqual([['parent', caseId]]);
    await complete(caseId, 'after');
    for (const id of [caseId, other]) {
      expect(await shell.client.workflow.getHandle(id).result()).toEqual({ outcome: 'done' });
      await audit(id);
      await replay(id);
    }
  });

  it('wait: false opens the other and goes on', async () => {
    await shell.spawnWorker(0);
    const caseId = await shell.start(going, { matter: '线索' });
    await standsAt(caseId, 'after');
    const other = await childOf(caseId);
    expect((await shell.state(caseId)).data).toEqual({ matter: '线索', number: (await shell.state(other)).number });
    await complete(caseId, 'after');
    await complete(other, 'investigate', { finding: '不实' });
    expect((await shell.state(other)).status).toBe('closed');
    // Nobody waits for the news, so none is sent.
    expect((await shell.record(other)).filter((e) => e.body.type === 'errand.requested')).toEqual([]);
  });
});

describe('the news is not lost, and no case is opened twice', () => {
  it('the worker dies when the other case is open and its parent does not know it', async () => {
    const first = await shell.spawnWorker(0, 'opened');
    const died = once(first, 'exit');
    const caseId = await shell.start(waiting, { matter: '甲' });
    await died;
    await shell.spawnWorker(0);
    const other = await childOf(caseId);
    const { rows } = await shell.database.pool.query("select id from cases where process_key = 'child' and title = '查办 甲'");
    expect(rows).toEqual([{ id: other }]);
    await complete(other, 'investigate', { finding: '属实' });
    await standsAt(caseId, 'after');
    await audit(caseId);
    await audit(other);
  });

  it('the worker dies when the other case is closed and its parent was told, and before that is known', async () => {
    const first = await shell.spawnWorker(0, 'told');
    const died = once(first, 'exit');
    const caseId = await shell.start(waiting, { matter: '乙' });
    const other = await childOf(caseId);
    await complete(other, 'investigate', { finding: '属实' });
    await died;
    await shell.spawnWorker(0);
    await standsAt(caseId, 'after');
    await until(async () => (Object.keys((await shell.state(other)).errands ?? {}).length === 0 ? true : null));
    expect((await audit(caseId)).filter((e) => e.body.type === 'call.completed')).toHaveLength(1);
    await audit(other);
    await complete(caseId, 'after');
  });

  it('Temporal loses the execution of a closed case before its news is out: the record knows, and it is started again', async () => {
    const { caseId, other, closing } = await dyingAtTheClosing('丁');
    await shell.client.workflow.getHandle(other).terminate('lost');
    await closing.catch(() => undefined);
    expect(await shell.state(other)).toMatchObject({ status: 'closed' });
    await shell.spawnWorker(0);
    const engine = createEngineClient({ address: temporalAddress(), namespace: 'default', taskQueue: shell.taskQueue, keys: shell.keys });
    expect(await lookAfterOwing({ database: shell.database, engine, log: createLog('fatal', 'test') }, new Date())).toBe(1);
    await standsAt(caseId, 'after');
    await until(async () => (Object.keys((await shell.state(other)).errands ?? {}).length === 0 ? true : null));
    expect(await lookAfterOwing({ database: shell.database, engine, log: createLog('fatal', 'test') }, new Date())).toBe(0);
    await engine.close();
  });

  it('the worker dies when the closing of the other case is in the record and nothing else is done', async () => {
    const { caseId, closing } = await dyingAtTheClosing('丙');
    await shell.spawnWorker(0);
    expect(await closing).toMatchObject({ kind: 'done' });
    await standsAt(caseId, 'after');
    expect((await audit(caseId)).filter((e) => e.body.type === 'call.completed')).toHaveLength(1);
  });
});
