/** 流程异常 in the shell: a case with which time cannot go on neither spins nor stands in anybody's way, and what a service told it is not asked for again. */
import { Worker } from '@temporalio/worker';
import { describe, expect, it } from 'vitest';
import { registerDefinition } from '../../db/definitions.ts';
import { field } from '../../domain/model/builder-fields.ts';
import type { Node } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { resumedCase } from '../../workflows/messages.ts';
import { person } from '../engine/driver.ts';
import { definition, end, exclusive, flow, parallel, start, userTask } from '../engine/models.ts';
import { openShell, rejectionOf, type Shell } from '../support/shell.ts';
import { timeSkippingServer } from '../support/stack.ts';

const rule = { budget: { amount: 3, unit: 'calendar-day' }, startDay: 'excluded', rollOver: 'none', basis: { instrument: text('测试办法', 'Test rule'), article: '§1', version: '1', confidence: 'V1' } } as const;
const over: Node = { id: 'over', type: 'boundaryEvent', name: text('逾期', 'Over'), attachedTo: 'a', interrupting: true, on: { kind: 'timer', timer: { kind: 'after', rule } } };
const fields = { go: field.yesNo('可以继续', 'Go on'), day: field.date('日', 'Day') };
const timed = (condition: string, version: number) => definition(
  [start, userTask('a'), over, exclusive('x'), userTask('b'), end(), end('end2')],
  [flow('start', 'a'), flow('a', 'end'), flow('over', 'x'), flow('x', 'b', condition), flow('b', 'end2')], { key: 'stuck', version, fields },
);
const taskAt = async (shell: Shell, caseId: string, node: string): Promise<number> => Object.values((await shell.state(caseId)).tasks).find((t) => t.node === node)?.id ?? -1;
const historyOf = async (shell: Shell, caseId: string) => shell.client.workflow.getHandle(caseId).fetchHistory();
const incidents = async (shell: Shell, caseId: string) => Object.values((await shell.state(caseId)).incidents ?? {});

describe('a timer with which the process cannot go on', () => {
  it('is one incident, however long the case stands; people go on working; the mended version resolves it; the history replays', async () => {
    const server = await timeSkippingServer();
    const shell = await openShell({ connections: { client: server.connection, native: server.nativeConnection } });
    await shell.work();
    const caseId = await shell.start(timed('go', 1));
    await server.sleep('4 days');
    await expect.poll(() => incidents(shell, caseId)).toMatchObject([{ node: 'over', code: 'model.no-flow', params: { where: 'x' } }]);
    const before = (await historyOf(shell, caseId)).events?.length;
    await server.sleep('60 days');
    expect((await historyOf(shell, caseId)).events?.length).toBe(before);
    expect(await shell.send(caseId, { type: 'claim', task: await taskAt(shell, caseId, 'a') })).toMatchObject({ kind: 'done' });
    const [incident] = await incidents(shell, caseId);
    expect((await rejectionOf(shell.send(caseId, { type: 'retry-incident', incident: incident?.id ?? 0 }))).code).toBe('model.no-flow');
    const [from, to] = [await registerDefinition(shell.database, timed('go', 1)), await registerDefinition(shell.database, timed('true', 2))];
    await shell.send(caseId, { type: 'migrate', from: from.hash, to: to.hash, mapping: {}, reason: '更正条件' }, { actor: person('admin', 'administrator@gd-amr') });
    expect(await incidents(shell, caseId)).toEqual([]);
    await shell.send(caseId, { type: 'complete', task: await taskAt(shell, caseId, 'b'), outcome: 'done', data: {} });
    const events = await shell.audit(caseId);
    expect(events.filter((e) => e.body.type.startsWith('incident.')).map((e) => e.body.type)).toEqual(['incident.raised', 'incident.resolved']);
    await Worker.runReplayHistory({ workflowBundle: { codePath: shell.bundle }, dataConverter: shell.replayConverter }, await historyOf(shell, caseId), caseId);
  });
});

describe('the answer of a service with which the process cannot go on', () => {
  it('outlives the execution, is not asked for again, and acts when it can', async () => {
    const shell = await openShell();
    await shell.work();
    const count: Node = { id: 'count', type: 'serviceTask', name: text('计日', 'Count'), service: 'calendar.day', input: { from: '"2026-03-02"', amount: '5', unit: '"working-day"' }, output: { day: 'day' } };
    const model = definition(
      [start, parallel('split'), count, exclusive('x'), userTask('a', ['done'], { form: { go: 'optional' } }), userTask('b'), end(), end('end2')],
      [flow('start', 'split'), flow('split', 'count'), flow('split', 'a'), flow('count', 'x'), flow('x', 'b', 'go and day != null'), flow('a', 'end'), flow('b', 'end2')], { key: 'answered', fields },
    );
    const caseId = await shell.start(model);
    await expect.poll(() => incidents(shell, caseId), { timeout: 20_000 }).toMatchObject([{ node: 'count', of: { kind: 'input' } }]);
    await shell.client.workflow.getHandle(caseId).terminate('the server lost it');
    await shell.client.workflow.start(model.key, { workflowId: caseId, taskQueue: shell.taskQueue, args: resumedCase(caseId, (await registerDefinition(shell.database, model)).hash) });
    await shell.send(caseId, { type: 'complete', task: await taskAt(shell, caseId, 'a'), outcome: 'done', data: { go: true } });
    expect((await shell.state(caseId)).data['day']).toMatch(/^2026-03-/);
    expect((await historyOf(shell, caseId)).events?.filter((e) => e.activityTaskScheduledEventAttributes)).toEqual([]);
    await shell.send(caseId, { type: 'complete', task: await taskAt(shell, caseId, 'b'), outcome: 'done', data: {} });
    expect((await shell.audit(caseId)).filter((e) => e.body.type === 'job.completed')).toHaveLength(1);
  });
});
