import { Worker } from '@temporalio/worker';
import { beforeAll, describe, expect, it } from 'vitest';
import { append } from '../../db/record/append.ts';
import { latestDefinition } from '../../db/definitions.ts';
import { defaultCalendar } from '../../domain/calendar/work-calendar.ts';
import { decide } from '../../domain/engine/decide.ts';
import { project } from '../../domain/record/project.ts';
import { nudgeSignal, resumedCase } from '../../workflows/messages.ts';
import { everybody, person } from '../engine/driver.ts';
import { definition, end, flow, parallel, start, userTask } from '../engine/models.ts';
import { openShell, rejectionOf, type Shell } from '../support/shell.ts';

const model = definition(
  [start, parallel('split'), userTask('a'), userTask('b'), parallel('join'), userTask('c', ['done', 'back']), end()],
  [flow('start', 'split'), flow('split', 'a'), flow('split', 'b'), flow('a', 'join'), flow('b', 'join'), flow('join', 'c'), flow('c', 'end')],
);
const complete = (task: number, outcome = 'done') => ({ type: 'complete', task, outcome, data: {} }) as const;

let shell: Shell;
const taskAt = async (caseId: string, node: string): Promise<number> => Object.values((await shell.state(caseId)).tasks).find((t) => t.node === node)?.id ?? -1;
const historyOf = (caseId: string) => shell.client.workflow.getHandle(caseId).fetchHistory();
const finish = async (caseId: string): Promise<void> => {
  for (const node of ['a', 'b', 'c']) await shell.send(caseId, complete(await taskAt(caseId, node)));
};

beforeAll(async () => {
  shell = await openShell();
  await shell.work();
});

describe('a command', () => {
  it('that is acknowledged is in the record already', async () => {
    const caseId = await shell.start(model);
    const answer = await shell.send(caseId, complete(await taskAt(caseId, 'a')), { id: 'once' });
    expect(answer).toMatchObject({ kind: 'done', seq: (await shell.record(caseId)).length });
    await shell.audit(caseId);
  });

  it('that is refused leaves nothing: no event in the record, no event in the history', async () => {
    const caseId = await shell.start(model);
    const [record, history] = [await shell.record(caseId), await historyOf(caseId)];
    const stranger = person('stranger', 'officer@sz-amr');
    expect((await rejectionOf(shell.send(caseId, { type: 'claim', task: await taskAt(caseId, 'a') }, { actor: stranger }))).code).toBe('forbidden.pool');
    expect((await rejectionOf(shell.send(caseId, { type: 'claim', task: 999 }))).code).toBe('task.not-found');
    expect(await shell.record(caseId)).toEqual(record);
    expect((await historyOf(caseId)).events?.length).toBe(history.events?.length);
  });

  it('sent again with the same id acts once and is answered as before', async () => {
    const caseId = await shell.start(model);
    const body = complete(await taskAt(caseId, 'a'));
    const [first, second] = await Promise.all([shell.send(caseId, body, { id: 'same' }), shell.send(caseId, body, { id: 'same' })]);
    expect(second).toEqual(first);
    expect((await shell.audit(caseId)).filter((e) => e.command === 'same').length).toBeGreaterThan(0);
  });

  it('two people complete the same step at once: one does it, the other is told', async () => {
    const caseId = await shell.start(model);
    const body = complete(await taskAt(caseId, 'a'));
    const outcomes = await Promise.allSettled([shell.send(caseId, body, { actor: everybody('one') }), shell.send(caseId, body, { actor: everybody('two') })]);
    const done = outcomes.filter((o) => o.status === 'fulfilled' && o.value.kind === 'done');
    expect(done).toHaveLength(1);
    expect((await shell.audit(caseId)).filter((e) => e.body.type === 'task.completed')).toHaveLength(1);
  });
});

describe('an execution', () => {
  it('ends with the outcome of the case', async () => {
    const caseId = await shell.start(model);
    await finish(caseId);
    expect(await shell.client.workflow.getHandle(caseId).result()).toEqual({ outcome: 'done' });
  });

  it('that was lost is brought back from the record alone', async () => {
    const caseId = await shell.start(model);
    await shell.send(caseId, complete(await taskAt(caseId, 'b')));
    const lost = shell.client.workflow.getHandle(caseId);
    const { taskQueue } = await lost.describe();
    await lost.terminate('the server lost it');
    const known = await latestDefinition(shell.database, model.key);
    await shell.client.workflow.start(model.key, { workflowId: caseId, taskQueue, args: resumedCase(caseId, known?.hash ?? '') });
    await shell.send(caseId, complete(await taskAt(caseId, 'a')));
    await shell.send(caseId, complete(await taskAt(caseId, 'c')));
    await shell.audit(caseId);
    expect((await shell.state(caseId)).outcome).toBe('done');
  });

  it('whose record has gone ahead adopts it, by a nudge or by the next command', async () => {
    const caseId = await shell.start(model);
    const ahead = async (node: string): Promise<void> => {
      const state = await shell.state(caseId);
      const command = { id: `ahead-${node}`, actor: everybody(), body: complete(await taskAt(caseId, node)) };
      const decision = decide(model, state, command, { now: Date.now(), calendar: defaultCalendar });
      if (!decision.ok) throw new Error(decision.rejection.code);
      const commits = [{ command: command.id, digest: null, events: decision.events }];
      const result = await append(shell.database, { caseId, expectedSeq: state.seq, head: state.head, commits, rows: project(model, state, decision.events) });
      expect(result.kind).toBe('appended');
    };
    await ahead('a');
    await shell.client.workflow.getHandle(caseId).signal(nudgeSignal);
    await shell.audit(caseId);
    await ahead('b');
    const answer = await shell.send(caseId, { type: 'comment', text: '继续' });
    expect(answer.kind).toBe('done');
    await shell.audit(caseId);
    await shell.send(caseId, complete(await taskAt(caseId, 'c')));
  });

  it('replays: its history gives the same commands again', async () => {
    const caseId = await shell.start(model);
    await finish(caseId);
    await Worker.runReplayHistory(
      { workflowBundle: { codePath: shell.bundle }, dataConverter: shell.replayConverter },
      await historyOf(caseId), caseId,
    );
  });
});
