import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { definition, end, flow, parallel, start, userTask } from '../engine/models.ts';
import { openShell, type Shell } from '../support/shell.ts';
import { commandArguments, commandUpdate } from '../../workflows/messages.ts';
import { everybody } from '../engine/driver.ts';

/** Two steps side by side, then one more. */
const model = definition(
  [start, parallel('split'), userTask('a'), userTask('b'), parallel('join'), userTask('c'), end()],
  [flow('start', 'split'), flow('split', 'a'), flow('split', 'b'), flow('a', 'join'), flow('b', 'join'), flow('join', 'c'), flow('c', 'end')],
);

let shell: Shell;
beforeAll(async () => {
  shell = await openShell();
});
afterEach(() => shell.killWorkers());

describe('a worker dies after its append committed and before Temporal knows of it', () => {
  // The start is append 1; the commands that race are appended in one or two rounds after it.
  it.each([1, 2, 3])('at append %i, while two commands race: the record and the case agree, each command acted once', async (dieAfter) => {
    const first = await shell.spawnWorker(dieAfter);
    const died = once(first, 'exit');
    const started = shell.start(model);
    if (dieAfter === 1) {
      await died;
      await shell.spawnWorker(0);
    }
    const caseId = await started;
    const task = async (node: string): Promise<number> => Object.values((await shell.state(caseId)).tasks).find((t) => t.node === node)?.id ?? -1;
    const complete = async (node: string) => shell.send(caseId, { type: 'complete', task: await task(node), outcome: 'done', data: {} }, { id: `complete-${node}` });
    const racing = Promise.all([complete('a'), complete('b')]);
    if (dieAfter === 2) {
      await died;
      await shell.spawnWorker(0);
    }
    if (dieAfter === 3) {
      // Both may have gone into one round; then the third append is that of the last step.
      const last = racing.then(() => complete('c'));
      await died;
      await shell.spawnWorker(0);
      await last;
    }
    expect((await racing).map((a) => a.kind)).toEqual(['done', 'done']);
    if (dieAfter !== 3) await complete('c');
    const events = await shell.audit(caseId);
    expect(events.filter((e) => e.body.type === 'task.completed').map((e) => e.command).toSorted()).toEqual(['complete-a', 'complete-b', 'complete-c']);
    expect((await shell.state(caseId)).status).toBe('closed');
    expect(await shell.client.workflow.getHandle(caseId).result()).toEqual({ outcome: 'done' });
  });

  it('that of the start: whoever acts in the case meanwhile is not told that there is none', async () => {
    const first = await shell.spawnWorker(1);
    const died = once(first, 'exit');
    const id = randomUUID();
    const starting = shell.start(model, {}, { id });
    await died;
    const begun = await shell.state(id);
    const [task] = Object.values(begun.tasks);
    const body = { type: 'complete', task: task?.id ?? -1, outcome: 'done', data: {} } as const;
    // As the API sends it: with how far the record has come.
    const acting = shell.client.workflow.getHandle(id).executeUpdate(commandUpdate, {
      updateId: 'early', args: commandArguments({ command: { id: 'early', actor: everybody(), body }, digest: 'd', unseen: { seq: begun.seq, news: [] } }),
    });
    await shell.spawnWorker(0);
    expect((await acting).kind).toBe('done');
    await starting;
    expect((await shell.audit(id)).filter((e) => e.body.type === 'task.completed').map((e) => e.command)).toEqual(['early']);
  });
});
