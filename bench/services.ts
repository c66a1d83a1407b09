/** The stack as `npm start` gives it, with what the measures need of it. */
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { fileURLToPath } from 'node:url';
import { demoPeople } from '../cli/demo/people.ts';
import { demoToken } from '../cli/oidc/demo-token.ts';
import { readRunRecord } from '../cli/stack/run-record.ts';
import { readSecrets } from '../cli/stack/secrets.ts';
import { createDatabase, type Database } from '../db/pool.ts';
import { registerDefinition } from '../db/definitions.ts';
import { rememberPerson } from '../db/queries/people.ts';
import { until } from '../cli/stack/wait.ts';
import { startWholeStack, type WholeStack } from '../test/support/whole-stack.ts';
import { approval, waiting } from './process.ts';

export interface Services {
  readonly stack: WholeStack;
  readonly database: Database;
  readonly temporalAddress: string;
  /** @returns the parsed answer. @throws where the status is not of the 2xx */
  readonly call: <T>(method: 'GET' | 'POST', path: string, body?: unknown, as?: string) => Promise<T>;
  readonly pidOf: (child: string) => number | undefined;
  readonly stop: () => Promise<void>;
}

export async function openServices(): Promise<Services> {
  const stack = await startWholeStack();
  try {
    return await openOn(stack);
  } catch (error) {
    await stack.stop();
    throw error;
  }
}

/** Milliseconds; well within the quarter of an hour for which the provider gives a token. */
const tokenLasts = 300_000;

async function openOn(stack: WholeStack): Promise<Services> {
  const database = createDatabase(stack.databaseUrl, { max: 4 });
  for (const model of [approval, waiting]) await registerDefinition(database, model);
  for (const person of demoPeople) await rememberPerson(database, person, new Date().toISOString());
  const secrets = readSecrets(stack.files.secrets);
  const { issuer } = await until(async () => {
    const addresses = readRunRecord(stack.files.run)?.addresses;
    if (!addresses) throw new Error('the stack has not written its addresses yet');
    return addresses;
  }, { within: 30_000 });
  if (!secrets) throw new Error('the stack left no secrets');
  const agent = new Agent({ keepAlive: true });
  const tokens = new Map<string, { readonly token: Promise<string>; readonly until: number }>();
  const tokenOf = (person: string): Promise<string> => {
    const held = tokens.get(person);
    if (held && held.until > performance.now()) return held.token;
    const token = demoToken(issuer, secrets.provider.toolSecret, person);
    tokens.set(person, { token, until: performance.now() + tokenLasts });
    return token;
  };
  return {
    stack, database, temporalAddress: `127.0.0.1:${stack.ports.temporal}`,
    call: async <T>(method: 'GET' | 'POST', path: string, body?: unknown, as = 'lin'): Promise<T> => {
      const { status, text } = await exchange(agent, `${stack.url}/api/v1${path}`, method, { authorization: `Bearer ${await tokenOf(as)}` }, body);
      if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text.slice(0, 500)}`);
      return JSON.parse(text) as T;
    },
    pidOf: (child) => readRunRecord(stack.files.run)?.children[child]?.pid,
    stop: async () => {
      agent.destroy();
      await database.close();
      await stack.stop();
    },
  };
}

/** By `node:http`: `fetch` costs the caller as much as the API needs to answer. */
const exchange = (agent: Agent, url: string, method: string, headers: Readonly<Record<string, string>>, body: unknown): Promise<{ readonly status: number; readonly text: string }> =>
  new Promise((resolve, reject) => {
    const sent = request(url, { agent, method, headers: { ...headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }) } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part)).on('error', reject).on('end', () => resolve({ status: response.statusCode ?? 0, text: Buffer.concat(parts).toString('utf8') }));
    });
    sent.on('error', reject).end(body === undefined ? undefined : JSON.stringify(body));
  });

/** A worker of the baseline on the same Temporal server. */
export async function bareWorker({ temporalAddress }: Services, taskQueue: string): Promise<ChildProcess> {
  const child = fork(fileURLToPath(new URL('./baseline/worker.ts', import.meta.url)), { execArgv: ['--import', 'tsx'], env: { ...process.env, TEMPORAL_ADDRESS: temporalAddress, TEMPORAL_TASK_QUEUE: taskQueue }, stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  await once(child, 'message');
  return child;
}
