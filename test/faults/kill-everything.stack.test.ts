/**
 * The whole stack as `npm start` gives it, a recall under way, and SIGKILL to each process in the middle of it: worker, API, Temporal, Postgres,
 * sign-in, at last the supervisor itself. Every command is sent with one Idempotency-Key until it is answered, as a client does that was
 * told nothing; afterwards nothing is lost and nothing is there twice.
 */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoToken } from '../../cli/oidc/demo-token.ts';
import { isRunning } from '../../cli/stack/process-identity.ts';
import { readRunRecord } from '../../cli/stack/run-record.ts';
import { readSecrets } from '../../cli/stack/secrets.ts';
import { until } from '../../cli/stack/wait.ts';
import type { CaseView, Receipt, TimelineEntry, Verification } from '../../contracts/cases.ts';
import { startWholeStack, type WholeStack } from '../support/whole-stack.ts';
import { voluntaryReport, voluntarySteps } from './voluntary-recall.ts';

let stack: WholeStack;
beforeAll(async () => {
  stack = await startWholeStack();
}, 240_000);
afterAll(() => stack.stop(), 60_000);

const tokens = new Map<string, string>();
async function tokenOf(person: string): Promise<string> {
  let token = tokens.get(person);
  if (!token) {
    const run = readRunRecord(stack.files.run);
    const secrets = readSecrets(stack.files.secrets);
    token = await demoToken(run?.addresses?.issuer ?? '', secrets?.provider.toolSecret ?? '', person);
    tokens.set(person, token);
  }
  return token;
}

async function ask<T>(person: string, path: string, init: RequestInit = {}): Promise<{ status: number; body: T }> {
  const response = await fetch(`${stack.url}/api/v1${path}`, { ...init, headers: { authorization: `Bearer ${await tokenOf(person)}`, 'content-type': 'application/json', ...init.headers } });
  return { status: response.status, body: (await response.json()) as T };
}

const read = <T>(person: string, path: string): Promise<T> =>
  until(async () => {
    const { status, body } = await ask<T>(person, path);
    if (status !== 200) throw new Error(`${path}: ${status} ${JSON.stringify(body)}`);
    return body;
  }, { within: 60_000 });

/** Sends a command with one key until it is in the record. What is neither done, accepted nor "try again" fails at once. */
async function insist(person: string, path: string, body: unknown): Promise<Receipt> {
  const key = randomUUID();
  let refused: string | null = null;
  const receipt = await until(async () => {
    const answer = await ask<Receipt>(person, path, { method: 'POST', body: JSON.stringify(body), headers: { 'idempotency-key': key } });
    if (answer.status === 200 || answer.status === 201) return answer.body;
    if (answer.status !== 202 && answer.status < 500) {
      refused = `${path}: ${answer.status} ${JSON.stringify(answer.body)}`;
      return answer.body;
    }
    throw new Error(`${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
  }, { within: 90_000 });
  if (refused !== null) throw new Error(refused);
  return receipt;
}

function kill(name: string): void {
  const identity = readRunRecord(stack.files.run)?.children[name];
  if (!identity || !isRunning(identity)) throw new Error(`no process ${name}; there are ${Object.keys(readRunRecord(stack.files.run)?.children ?? {}).join(', ')}`);
  process.kill(identity.pid, 'SIGKILL');
}

describe('a recall with SIGKILL on the way', () => {
  it('is finished with nothing lost and nothing doubled', async () => {
    const victims = ['worker', 'api', 'temporal', 'postgres', 'oidc', 'supervisor'];
    const { caseId } = await insist('chenguang', '/cases', { process: 'product-recall', agency: 'gd-amr', data: voluntaryReport });
    const sent: string[] = [];
    for (const { person, node, outcome, data } of voluntarySteps) {
      const victim = victims.shift();
      // A service may have to finish before the step is open.
      const task = await until(async () => {
        const { tasks } = await read<CaseView>(person, `/cases/${caseId}`);
        const found = tasks.find((t) => t.node === node);
        if (!found) throw new Error(`${node} is not open; open are ${tasks.map((t) => t.node).join(', ')}`);
        return found;
      }, { within: 60_000 });
      const acting = insist(person, `/cases/${caseId}/tasks/${task.task}/complete`, { outcome, data });
      if (victim === 'supervisor') {
        stack.supervisor().kill('SIGKILL');
        await once(stack.supervisor(), 'exit');
        await stack.startAgain();
      } else if (victim) kill(victim);
      sent.push((await acting).command);
    }
    const view = await until(async () => {
      const now = await read<CaseView>('lin', `/cases/${caseId}`);
      if (now.status !== 'closed') throw new Error(`still ${now.status}: ${now.steps.map((s) => s.zh).join(', ')}`);
      return now;
    }, { within: 60_000 });
    expect(view.outcome).toBe('voluntaryCompleted');
    expect(await read<Verification>('lin', `/cases/${caseId}/verification`)).toMatchObject({ intact: true, events: view.seq });
    const timeline = await read<{ items: TimelineEntry[] }>('lin', `/cases/${caseId}/timeline?limit=500`);
    const completed = timeline.items.filter((e) => e.type === 'task.completed').map((e) => e.command);
    expect(completed).toEqual(sent);
    expect(victims).toEqual([]);
  }, 600_000);

  it('Ctrl-C stops all that was started, and nothing is left running', async () => {
    const run = readRunRecord(stack.files.run);
    stack.supervisor().kill('SIGINT');
    await once(stack.supervisor(), 'exit');
    expect(stack.supervisor().exitCode).toBe(0);
    expect(Object.entries(run?.children ?? {}).filter(([, identity]) => isRunning(identity)).map(([name]) => name)).toEqual([]);
    expect(() => readFileSync(stack.files.lock)).toThrow();
  }, 60_000);
});
