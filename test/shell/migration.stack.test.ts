/** 版本迁移 in the shell: the execution goes on with the new definition, whoever decides next and however it learned of it. */
import { once } from 'node:events';
import { Worker } from '@temporalio/worker';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { registerDefinition } from '../../db/definitions.ts';
import { findCaseHead } from '../../db/record/read.ts';
import { append } from '../../db/record/append.ts';
import { defaultCalendar } from '../../domain/calendar/work-calendar.ts';
import { decide } from '../../domain/engine/decide.ts';
import type { CommandBody } from '../../domain/engine/commands.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { project } from '../../domain/record/project.ts';
import { text } from '../../domain/text.ts';
import { nudgeSignal, resumedCase } from '../../workflows/messages.ts';
import { person } from '../engine/driver.ts';
import { definition, end, flow, start, userTask } from '../engine/models.ts';
import { openShell, rejectionOf, type Shell } from '../support/shell.ts';

const clocks: ProcessDefinition['clocks'] = [{
  id: 'limit', name: text('时限', 'Limit'), start: [{ on: 'entered', node: 'a' }], stop: [{ on: 'completed', node: 'b' }],
  rules: [{ budget: { amount: 10, unit: 'working-day' }, startDay: 'excluded', rollOver: 'next-working-day', basis: { instrument: text('办法', 'Rule'), article: '§1', version: '1', confidence: 'R' } }],
  duty: { kind: 'office', role: 'officer', agency: { kind: 'handling' } }, warnings: [], breach: 'record',
}];
const v1 = definition([start, userTask('a'), userTask('b'), end()], [flow('start', 'a'), flow('a', 'b'), flow('b', 'end')], { key: 'migrating', clocks });
/** One more step before the end, and the first one has another name. */
const v2 = definition(
  [start, userTask('review'), userTask('b'), userTask('archive'), end()], [flow('start', 'review'), flow('review', 'b'), flow('b', 'archive'), flow('archive', 'end')],
  { key: 'migrating', version: 2, clocks: clocks.map((c) => ({ ...c, start: [{ on: 'entered', node: 'review' }] })) },
);
const admin = person('admin', 'administrator@gd-amr');

let shell: Shell;
let hashes: { readonly from: string; readonly to: string };
beforeAll(async () => {
  shell = await openShell();
  hashes = { from: (await registerDefinition(shell.database, v1)).hash, to: (await registerDefinition(shell.database, v2)).hash };
});
afterEach(() => shell.killWorkers());

const migration = (more: Partial<Extract<CommandBody, { type: 'migrate' }>> = {}): CommandBody => ({ type: 'migrate', ...hashes, mapping: { steps: { a: 'review' } }, reason: '办法修订', ...more });
const taskAt = async (caseId: string, node: string): Promise<number> => Object.values((await shell.state(caseId)).tasks).find((t) => t.node === node)?.id ?? -1;
const complete = async (caseId: string, node: string) => shell.send(caseId, { type: 'complete', task: await taskAt(caseId, node), outcome: 'done', data: {} });
const finishUnderV2 = async (caseId: string): Promise<void> => {
  for (const node of ['review', 'b', 'archive']) expect(await complete(caseId, node)).toMatchObject({ kind: 'done' });
  expect((await shell.state(caseId)).status).toBe('closed');
};
const historyOf = (caseId: string) => shell.client.workflow.getHandle(caseId).fetchHistory();
const replay = async (caseId: string): Promise<void> =>
  Worker.runReplayHistory({ workflowBundle: { codePath: shell.bundle }, dataConverter: shell.replayConverter }, await historyOf(caseId), caseId);

describe('a case is migrated in the middle', () => {
  it('and goes on under the new version with its claim and its clock, also after its worker is killed; the row names the new definition', async () => {
    await shell.spawnWorker(0);
    const caseId = await shell.start(v1);
    await shell.send(caseId, { type: 'claim', task: await taskAt(caseId, 'a') });
    const before = await shell.state(caseId);
    expect(await shell.send(caseId, migration(), { actor: admin, id: 'migration' })).toMatchObject({ kind: 'done' });
    // Sent again, it is answered from what it did.
    expect(await shell.send(caseId, migration(), { actor: admin, id: 'migration' })).toMatchObject({ kind: 'done' });
    const after = await shell.state(caseId);
    expect(Object.values(after.tasks)).toEqual(Object.values(before.tasks).map((t) => ({ ...t, node: 'review' })));
    expect(after.clocks).toEqual(before.clocks);
    expect(await findCaseHead(shell.database, caseId)).toMatchObject({ hash: hashes.to });
    const { rows } = await shell.database.pool.query('select node, assignee_id from tasks where case_id = $1', [caseId]);
    expect(rows).toEqual([{ node: 'review', assignee_id: 'everybody' }]);
    await shell.killWorkers();
    await shell.spawnWorker(0);
    await finishUnderV2(caseId);
    await shell.audit(caseId);
    await replay(caseId);
  });

  it('a migration that is refused leaves nothing, names every reason, and replays', async () => {
    await shell.spawnWorker(0);
    const caseId = await shell.start(v1);
    const record = await shell.record(caseId);
    const refused = await rejectionOf(shell.send(caseId, migration({ mapping: {} }), { actor: admin }));
    expect(refused).toMatchObject({ code: 'migration.refused', params: { refusals: [{ code: 'step.gone', at: 'a' }] } });
    expect((await rejectionOf(shell.send(caseId, migration()))).code).toBe('forbidden.administer');
    expect(await shell.record(caseId)).toEqual(record);
    await shell.send(caseId, migration(), { actor: admin });
    await finishUnderV2(caseId);
    await replay(caseId);
  });

  it('the worker dies between append and answer: the case has gone over once', async () => {
    const first = await shell.spawnWorker(2);
    const died = once(first, 'exit');
    const caseId = await shell.start(v1);
    const sent = shell.send(caseId, migration(), { actor: admin, id: 'migration' });
    await died;
    await shell.spawnWorker(0);
    expect(await sent).toMatchObject({ kind: 'done' });
    expect((await shell.audit(caseId)).filter((e) => e.body.type === 'case.migrated')).toHaveLength(1);
    await finishUnderV2(caseId);
    await replay(caseId);
  });

  it('an execution that finds the migration in the record loads the definition to which it leads', async () => {
    await shell.spawnWorker(0);
    const caseId = await shell.start(v1);
    const state = await shell.state(caseId);
    const command = { id: 'elsewhere', actor: admin, body: migration() };
    const decision = decide(v1, state, command, { now: Date.now(), calendar: defaultCalendar, target: { hash: hashes.to, model: v2 } });
    if (!decision.ok) throw new Error(decision.rejection.code);
    const commits = [{ command: command.id, digest: null, events: decision.events }];
    const rows = project((hash) => (hash === hashes.to ? v2 : v1), state, decision.events);
    expect((await append(shell.database, { caseId, expectedSeq: state.seq, head: state.head, commits, rows })).kind).toBe('appended');
    await shell.client.workflow.getHandle(caseId).signal(nudgeSignal);
    await finishUnderV2(caseId);
    await shell.audit(caseId);
    await replay(caseId);
  });

  it('an execution that was lost goes on from the record, also where whoever starts it still names the old version', async () => {
    await shell.spawnWorker(0);
    const caseId = await shell.start(v1);
    await shell.send(caseId, migration(), { actor: admin });
    const lost = shell.client.workflow.getHandle(caseId);
    await lost.terminate('the server lost it');
    await shell.client.workflow.start(v1.key, { workflowId: caseId, taskQueue: shell.taskQueue, args: resumedCase(caseId, hashes.from) });
    await finishUnderV2(caseId);
    await shell.audit(caseId);
    await replay(caseId);
  });

  it('a run that continues as new pins the new version', async () => {
    await shell.spawnWorker(0);
    const caseId = await shell.start(v1);
    await shell.send(caseId, migration(), { actor: admin });
    const runOf = async (): Promise<string> => (await shell.client.workflow.getHandle(caseId).describe()).runId;
    const firstRun = await runOf();
    // The server suggests to continue as new at 4 MB of history.
    const long = '批注'.repeat(50_000);
    for (let n = 0; n < 40 && (await runOf()) === firstRun; n++) {
      await shell.send(caseId, { type: 'comment', text: long }, { id: `comment-${n}` }).catch((error: unknown) => {
        if (!/Retry|continuing|completed/i.test(`${String(error)} ${String((error as Error).cause)}`)) throw error;
      });
    }
    expect(await runOf()).not.toBe(firstRun);
    await finishUnderV2(caseId);
    await shell.audit(caseId);
  });
});
