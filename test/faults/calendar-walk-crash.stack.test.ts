/** 放假安排公布: the worker dies in the middle of the walk, executions are lost, two publications cross: every case follows once, none is left out. */
import { randomUUID } from 'node:crypto';
import { Worker } from '@temporalio/worker';
import { beforeAll, expect, it } from 'vitest';
import { createEngineClient, type EngineClient } from '../../api/engine/client.ts';
import { calendarInForce, publishNotice } from '../../db/calendars.ts';
import { findWalk, requestWalk, visitAgain, walkCounts, walkResults } from '../../db/queries/case-walks.ts';
import { dueDate } from '../../domain/calendar/due-date.ts';
import { noticeOf } from '../../domain/calendar/notice-days.ts';
import type { CalendarPin } from '../../domain/calendar/types.ts';
import { payloadKeys } from '../../workflows/payloads/codec.ts';
import { lines, longCase, nextYear } from '../support/calendars.ts';
import { onFileDone } from '../support/cleanup.ts';
import { openShell, type Shell } from '../support/shell.ts';
import { freshPayloadKey, temporalAddress } from '../support/stack.ts';

let shell: Shell;
let engine: EngineClient;
beforeAll(async () => {
  const payloadKey = freshPayloadKey();
  shell = await openShell({ payloadKey });
  engine = createEngineClient({ address: temporalAddress(), namespace: 'default', taskQueue: shell.taskQueue, keys: payloadKeys(payloadKey, '1') });
  onFileDone(() => engine.close());
});

/** What has happened to a case is the same when its history is run through the workflow again. */
const replay = async (caseId: string): Promise<void> =>
  Worker.runReplayHistory({ workflowBundle: { codePath: shell.bundle }, dataConverter: shell.replayConverter }, await shell.client.workflow.getHandle(caseId).fetchHistory(), caseId);

/** Of its own for each test: what one leaves behind does not help the next. */
async function freshWorker(): Promise<void> {
  await shell.killWorkers();
  await shell.spawnWorker(0);
}

/** As the API does: publication and walk in one transaction. */
async function publish(june: number): Promise<string> {
  const { database } = shell;
  const id = randomUUID();
  const at = new Date().toISOString();
  const { notice } = noticeOf(nextYear, '通知', lines(june));
  const result = await publishNotice(database, { id, notice, reason: '检验', by: { id: 'admin', name: '管理员' }, at }, async (tx, { no, calendar }) => {
    await requestWalk(tx, {
      id, kind: 'calendar', subject: String(nextYear), input: { year: nextYear, citation: '通知', no, version: calendar.version }, digest: id, dryRun: false,
      requestedBy: { kind: 'person', id: 'admin', name: '管理员', pools: ['administrator@gd-amr'] }, requestedAt: at,
    });
  });
  expect(result.kind).toBe('published');
  return id;
}

const finished = (walk: string) => expect.poll(async () => (await findWalk(shell.database, walk))?.finishedAt, { timeout: 50_000 }).not.toBeNull();

async function followedOnce(caseId: string): Promise<CalendarPin | undefined> {
  const events = await shell.audit(caseId);
  const followed = events.filter((e) => e.body.type === 'calendar.adopted').map((e) => e.command);
  expect(new Set(followed).size).toBe(followed.length);
  const state = await shell.state(caseId);
  const { calendar } = await calendarInForce(shell.database);
  for (const clock of Object.values(state.clocks)) expect(clock).toMatchObject({ dueDay: dueDate(clock, calendar).dueDay, calendarVersion: calendar.version });
  return state.calendar;
}

it('a worker that is killed in the middle of the walk leaves nothing doubled and nothing out; a lost execution goes on from its record', async () => {
  await shell.spawnWorker(0);
  const cases: string[] = [];
  for (let i = 0; i < 12; i++) cases.push(await shell.start(longCase));
  await shell.killWorkers();
  const lost = cases.slice(0, 2);
  for (const caseId of lost) await shell.client.workflow.getHandle(caseId).terminate('lost');

  const walk = await publish(12);
  // Dies when five of the appends of the walk have committed and nobody has been told.
  const dying = await shell.spawnWorker(5);
  const died = new Promise((resolve) => dying.once('exit', resolve));
  await engine.walk(walk);
  await died;
  const half = await walkCounts(shell.database, walk);
  expect(half.pending).toBeGreaterThan(0);
  expect((await findWalk(shell.database, walk))?.finishedAt).toBeNull();

  await shell.spawnWorker(0);
  await finished(walk);
  expect(await walkCounts(shell.database, walk)).toMatchObject({ done: 12, pending: 0, refused: 0, unanswered: 0, skipped: 0, unchanged: 0 });
  const { items } = await walkResults(shell.database, walk, { limit: 50 });
  expect(items.map((i) => i.caseId).toSorted()).toEqual(cases.toSorted());
  for (const caseId of cases) expect(await followedOnce(caseId)).toMatchObject({ no: 1 });
  for (const caseId of [cases[0]!, cases[5]!, cases[11]!]) await replay(caseId);
});

it('two publications whose walks cross leave every case at the later one', async () => {
  await freshWorker();
  const cases: string[] = [];
  for (let i = 0; i < 6; i++) cases.push(await shell.start(longCase));
  const first = await publish(5);
  await engine.walk(first);
  const second = await publish(20);
  await engine.walk(second);
  await finished(first);
  await finished(second);
  const counts = await walkCounts(shell.database, first);
  expect(counts).toMatchObject({ pending: 0, refused: 0, unanswered: 0 });
  for (const caseId of cases) expect((await followedOnce(caseId))?.no).toBe((await calendarInForce(shell.database)).no);
});

it('a case that failed is visited once more when somebody asks for it, and only that one', async () => {
  await freshWorker();
  const [fine, failing] = [await shell.start(longCase), await shell.start(longCase)];
  const walk = await publish(9);
  await engine.walk(walk);
  await finished(walk);
  const { database } = shell;
  expect(await visitAgain(database, walk)).toBe(false);
  // As a worker of a release with a fault would have left it.
  await database.pool.query(`update case_walk_results set outcome = 'refused', detail = '{"code":"model.expression"}' where walk = $1 and case_id = $2`, [walk, failing]);
  const visitedAt = async (caseId: string) => (await walkResults(database, walk, { limit: 200 })).items.find((i) => i.caseId === caseId)?.at;
  const before = await visitedAt(fine);
  expect(await visitAgain(database, walk)).toBe(true);
  await engine.walk(walk);
  await finished(walk);
  expect(await walkCounts(database, walk)).toMatchObject({ refused: 0, pending: 0 });
  expect(await visitedAt(fine)).toBe(before);
  await followedOnce(failing);
});

it('a run that continues as new pins the calendar that the case has followed', async () => {
  await freshWorker();
  const caseId = await shell.start(longCase);
  const walk = await publish(3);
  await engine.walk(walk);
  await finished(walk);
  const pinned = await followedOnce(caseId);
  const runOf = async (): Promise<string> => (await shell.client.workflow.getHandle(caseId).describe()).runId;
  const firstRun = await runOf();
  // The server suggests to continue as new at 4 MB of history.
  for (let n = 0; n < 40 && (await runOf()) === firstRun; n++) {
    await shell.send(caseId, { type: 'comment', text: '批注'.repeat(50_000) }, { id: `comment-${n}` }).catch((error: unknown) => {
      if (!/Retry|continuing|completed/i.test(`${String(error)} ${String((error as Error).cause)}`)) throw error;
    });
  }
  expect(await runOf()).not.toBe(firstRun);
  for (const node of ['a', 'b']) {
    const task = Object.values((await shell.state(caseId)).tasks).find((t) => t.node === node)!.id;
    await shell.send(caseId, { type: 'complete', task, outcome: 'done', data: {} });
  }
  expect(await followedOnce(caseId)).toEqual(pinned);
  await replay(caseId);
});

it('an execution that is made from the record counts by the calendar that its case has followed', async () => {
  await freshWorker();
  const caseId = await shell.start(longCase);
  const walk = await publish(7);
  await engine.walk(walk);
  await finished(walk);
  const { no } = await calendarInForce(shell.database);
  expect((await followedOnce(caseId))?.no).toBe(no);
  const followed = async () => (await shell.record(caseId)).filter((e) => e.body.type === 'calendar.adopted').length;
  const before = await followed();
  await shell.client.workflow.getHandle(caseId).terminate('lost');
  await engine.resume({ caseId, process: longCase.key, hash: (await shell.state(caseId)).process.hash });
  for (const node of ['a', 'b']) {
    const task = Object.values((await shell.state(caseId)).tasks).find((t) => t.node === node)!.id;
    await shell.send(caseId, { type: 'complete', task, outcome: 'done', data: {} });
  }
  // The limit of step c was computed by the execution that was made from the record.
  await followedOnce(caseId);
  expect(Object.values((await shell.state(caseId)).clocks)).toMatchObject([{ clock: 'late' }]);
  expect(await followed()).toBe(before);
  await replay(caseId);
});
