/**
 * One case in which 10,000 things are done, all of them by its execution: nine people at once, which is what the server lets in. It takes a minute or so where nothing else
 * runs; what a single act costs then is measured by `bench/measures/growth.ts`.
 */
import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import type { CommandBody } from '../../domain/engine/commands.ts';
import type { StoredEvent } from '../../domain/engine/events.ts';
import { fold } from '../../domain/engine/evolve.ts';
import type { CommandAnswer } from '../../workflows/messages.ts';
import { looping } from '../engine/models.ts';
import { openShell, type Shell } from '../support/shell.ts';

const actions = 10_000;
const people = 9;
/** updatesPerRun of the case workflow, and what is under way when it stops taking more. */
const mostPerRun = 1_500 + people;

let shell: Shell;
beforeAll(async () => {
  shell = await openShell();
  await shell.work();
});

/** Sent again where the server or the workflow asks for it: at its limit of updates under way, or while it continues as new. */
async function send(caseId: string, body: CommandBody): Promise<Extract<CommandAnswer, { kind: 'done' }>> {
  for (const id = randomUUID(); ;) {
    try {
      const answer = await shell.send(caseId, body, { id });
      if (answer.kind === 'done') return answer;
      throw new Error(answer.rejection.code);
    } catch (error) {
      if (!/Retry|limit|continuing|completed|unavailable/i.test(`${String(error)} ${String((error as Error).cause)}`)) throw error;
    }
  }
}

/** Runs of the execution, the last first. */
async function runsOf(caseId: string): Promise<readonly string[]> {
  const { workflowService } = shell.client.connection;
  const runs = [(await shell.client.workflow.getHandle(caseId).describe()).runId];
  for (;;) {
    const { history } = await workflowService.getWorkflowExecutionHistory({ namespace: 'default', execution: { workflowId: caseId, runId: runs.at(-1) ?? '' }, maximumPageSize: 1 });
    const before = history?.events?.[0]?.workflowExecutionStartedEventAttributes?.continuedExecutionRunId;
    if (!before) return runs;
    runs.push(before);
  }
}

/** What is carried after the first acts, without its numbers, which get more digits, and its head, which is a hash. An act is cut off whole: between its events a task is done and the next not open yet. */
function carriedAfter(events: readonly StoredEvent[], acts: number): string {
  const whole = new Set([...new Set(events.map((e) => e.command))].slice(0, acts));
  return JSON.stringify({ ...fold(null, events.filter((e) => whole.has(e.command))), head: '' }).replace(/\d+/g, '0');
}

it('stays whole: every act once, in one chain, in several runs, and what is carried from run to run does not grow', async () => {
  const caseId = await shell.start(looping);
  let left = actions;
  const officer = async (): Promise<void> => {
    let open = (await shell.state(caseId)).nextId - 1;
    while (left-- > 0) open = (await send(caseId, { type: 'complete', task: open, outcome: 'again', data: { note: `第 ${left} 次` } })).open[0]?.task ?? -1;
  };
  const colleague = async (): Promise<void> => {
    while (left-- > 0) await send(caseId, { type: 'comment', text: `批注 ${left}` });
  };
  await Promise.all([officer(), ...Array.from({ length: people - 1 }, colleague)]);

  const events = await shell.audit(caseId);
  const acts = new Map(events.map((e) => [e.command, e]));
  expect(acts.size).toBe(1 + actions);
  const done = events.filter((e) => e.body.type === 'task.completed').length;
  expect(done).toBeGreaterThan(actions / 50);
  expect(events.filter((e) => e.body.type === 'comment.added')).toHaveLength(actions - done);
  const runs = await runsOf(caseId);
  expect(runs.length).toBeGreaterThanOrEqual(Math.ceil(actions / mostPerRun));
  expect(carriedAfter(events, acts.size)).toBe(carriedAfter(events, actions / 10));

  const finish = async (outcome: string): Promise<unknown> => send(caseId, { type: 'complete', task: Number(Object.keys((await shell.state(caseId)).tasks)[0]), outcome, data: {} });
  await finish('on');
  await finish('done');
  expect((await shell.state(caseId)).status).toBe('closed');
}, 1_200_000);
