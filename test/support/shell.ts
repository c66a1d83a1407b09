/** The case workflow on the real parts, without the API: a database and a task queue of one's own, a worker here or in another process. */
import { spawn, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Client, WithStartWorkflowOperation, WorkflowUpdateFailedError, type Connection } from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import { DefaultLogger, Runtime, type NativeConnection, type Worker } from '@temporalio/worker';
import { createEngineClient } from '../../api/engine/client.ts';
import { built } from '../../cli/stack/builds.ts';
import { createLog } from '../../config/log.ts';
import { calendarOfPublication } from '../../db/calendars.ts';
import { definitionByHash, registerDefinition } from '../../db/definitions.ts';
import { createDatabase, type Database } from '../../db/pool.ts';
import { sha256 } from '../../db/record/append.ts';
import { readEvents } from '../../db/record/read.ts';
import { agencyById } from '../../domain/authority/agencies.ts';
import type { CommandBody, Rejection } from '../../domain/engine/commands.ts';
import type { StoredEvent } from '../../domain/engine/events.ts';
import { fold } from '../../domain/engine/evolve.ts';
import type { Actor, CaseState } from '../../domain/engine/state.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import type { JsonObject } from '../../domain/json.ts';
import { canonicalJson } from '../../domain/record/canonical-json.ts';
import { verifyChain } from '../../domain/record/chain.ts';
import { createCaseWorker } from '../../workers/worker.ts';
import { commandArguments, commandUpdate, freshCase, nudgeSignal, rejectedType, stateQuery, type CommandAnswer } from '../../workflows/messages.ts';
import { dataConverter, payloadKeys } from '../../workflows/payloads/codec.ts';
import { everybody } from '../engine/driver.ts';
import { onFileDone } from './cleanup.ts';
import { inTwoSteps } from './two-steps.ts';
import { until } from './until.ts';
import { freshDatabase, freshPayloadKey, freshTaskQueue, nativeConnection, temporalAddress, temporalConnection } from './stack.ts';

// A worker reports every change of its state; a test's output is for what failed.
Runtime.install({ logger: new DefaultLogger('ERROR') });

export interface Shell {
  readonly database: Database;
  readonly client: Client;
  /** The worker's converter: it puts definitions in. */
  readonly replayConverter: ReturnType<typeof dataConverter>;
  readonly bundle: string;
  readonly keys: ReturnType<typeof payloadKeys>;
  readonly taskQueue: string;
  /** Runs a worker in this process until the file is done. */
  readonly work: () => Promise<Worker>;
  /** Starts test/faults/dying-worker.ts; resolves when it polls. */
  readonly spawnWorker: (dieAfter: number, dieBetween?: 'opened' | 'told') => Promise<ChildProcess>;
  /** Kills every worker that was spawned and waits until they are gone. */
  readonly killWorkers: () => Promise<void>;
  readonly start: (model: ProcessDefinition, data?: JsonObject, more?: { readonly id?: string; readonly agency?: string; readonly actor?: Actor }) => Promise<string>;
  readonly send: (caseId: string, body: CommandBody, more?: { readonly id?: string; readonly actor?: Actor }) => Promise<CommandAnswer>;
  readonly record: (caseId: string) => Promise<readonly StoredEvent[]>;
  readonly state: (caseId: string) => Promise<CaseState>;
  /** The record is one unbroken chain, each command stands in it once, and the execution's state is its fold once it has looked. */
  readonly audit: (caseId: string) => Promise<readonly StoredEvent[]>;
}

export interface ShellOptions {
  /** Hex; a fresh one where absent. */
  readonly payloadKey?: string;
  /** Another server than the shared one (the time-skipping one). */
  readonly connections?: { readonly client: Connection; readonly native: NativeConnection; /** Where cases open and tell each other; the shared server where absent. */ readonly address?: string };
}

export async function openShell({ connections, payloadKey = freshPayloadKey() }: ShellOptions = {}): Promise<Shell> {
  const { url } = await freshDatabase();
  const log = createLog(process.env['LOG_LEVEL'] ?? 'fatal', 'test');
  const database = createDatabase(url, { max: 10 });
  const keys = payloadKeys(payloadKey, '1');
  const taskQueue = freshTaskQueue();
  const bundle = await built('workflows');
  const client = new Client({ connection: connections?.client ?? (await temporalConnection()), dataConverter: dataConverter({ keys }) });
  const native = connections?.native ?? (await nativeConnection());
  onFileDone(() => database.close());

  const record = async (caseId: string): Promise<readonly StoredEvent[]> => {
    const all: StoredEvent[] = [];
    for (;;) {
      const page = await readEvents(database, caseId, { after: all.length, limit: 1_000 });
      all.push(...page);
      if (page.length < 1_000) return all;
    }
  };
  const state = async (caseId: string): Promise<CaseState> => {
    const folded = fold(null, await record(caseId));
    if (!folded) throw new Error(`no case ${caseId} in the record`);
    return folded;
  };
  const spawned: ChildProcess[] = [];
  const killWorkers = async (): Promise<void> => {
    for (const child of spawned.splice(0)) {
      if (child.exitCode !== null || child.signalCode !== null) continue;
      child.kill('SIGKILL');
      await once(child, 'exit');
    }
  };
  onFileDone(killWorkers);
  const message = (id: string, body: CommandBody, actor: Actor) => ({ command: { id, actor, body }, digest: sha256(JSON.stringify(body)) });

  return {
    database, client, keys, replayConverter: dataConverter({ keys, definition: (hash) => definitionByHash(database, hash), calendar: async (no) => (await calendarOfPublication(database, no)).calendar }), bundle, taskQueue, record, state, killWorkers,
    work: async () => {
      const direct = createEngineClient({ address: connections?.address ?? temporalAddress(), namespace: 'default', taskQueue, keys });
      const engine = connections?.address === undefined ? direct : inTwoSteps(direct, client, taskQueue);
      onFileDone(() => engine.close());
      const worker = await createCaseWorker({ connection: native, namespace: 'default', taskQueue, database, engine, keys, bundle, log });
      const running = worker.run();
      onFileDone(async () => {
        if (worker.getState() === 'RUNNING') worker.shutdown();
        await running;
      });
      return worker;
    },
    spawnWorker: async (dieAfter, dieBetween) => {
      const entry = fileURLToPath(new URL('../faults/dying-worker.ts', import.meta.url));
      const child = spawn(process.execPath, ['--import', 'tsx', entry], {
        env: {
          ...process.env, DATABASE_URL: url, TEMPORAL_ADDRESS: temporalAddress(), TEMPORAL_TASK_QUEUE: taskQueue, PAYLOAD_KEY: payloadKey,
          WORKFLOW_BUNDLE: bundle, DIE_AFTER: String(dieAfter), ...(dieBetween ? { DIE_BETWEEN: dieBetween } : {}),
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      spawned.push(child);
      if (child.stdout) await once(child.stdout, 'data');
      return child;
    },
    start: async (model, data = {}, { id = randomUUID(), agency = 'gd-amr', actor = everybody() } = {}) => {
      const { hash } = await registerDefinition(database, model);
      const body = { type: 'start', caseId: id, hash, agency, region: agencyById(agency)?.region ?? '440000', data } as const;
      const options = { workflowId: id, taskQueue, args: freshCase(id, hash) };
      const first = [message('start', body, actor)] as const;
      if (connections) {
        // The time-skipping server knows no update-with-start.
        const handle = await client.workflow.start(model.key, options);
        await handle.executeUpdate(commandUpdate, { updateId: 'start', args: [...first] });
        return id;
      }
      // Tests that kill a worker wait for its workflow task to time out.
      const operation = new WithStartWorkflowOperation(model.key, { ...options, workflowIdConflictPolicy: 'USE_EXISTING', workflowTaskTimeout: '2s' });
      await client.workflow.executeUpdateWithStart(commandUpdate, { startWorkflowOperation: operation, updateId: 'start', args: [...first] });
      return id;
    },
    send: (caseId, body, { id = randomUUID(), actor = everybody() } = {}) =>
      client.workflow.getHandle(caseId).executeUpdate(commandUpdate, { updateId: id, args: commandArguments(message(id, body, actor)) }),
    audit: async (caseId) => {
      const events = await record(caseId);
      const check = verifyChain(events, caseId, sha256);
      if (!check.intact) throw new Error(`the chain breaks at ${check.brokenAt}`);
      const runs = events.filter((e, i) => e.command !== events[i - 1]?.command).map((e) => e.command);
      if (new Set(runs).size !== runs.length) throw new Error(`a command acted twice: ${runs.join(', ')}`);
      const folded = fold(null, events);
      // What was appended without the execution (docs/adr/0056) it need not know before the next command that concerns it.
      await nudged(client, caseId, folded?.seq ?? 0);
      const believed = await client.workflow.getHandle(caseId).query(stateQuery);
      if (canonicalJson(believed) !== canonicalJson(folded)) throw new Error('the execution believes another state than the record gives');
      return events;
    },
  };
}

/** Has the execution look into the record, where it is still under way. */
async function nudged(client: Client, caseId: string, seq: number): Promise<void> {
  const handle = client.workflow.getHandle(caseId);
  if (((await handle.query(stateQuery))?.seq ?? 0) >= seq) return;
  await handle.signal(nudgeSignal);
  await until(async () => ((await handle.query(stateQuery))?.seq ?? 0) >= seq || null);
}

/** The rejection that refused an Update. @throws where it failed for another reason, or did not fail */
export async function rejectionOf(update: Promise<CommandAnswer>): Promise<Rejection> {
  try {
    const answer = await update;
    if (answer.kind === 'rejected') return answer.rejection;
  } catch (error) {
    if (error instanceof WorkflowUpdateFailedError && error.cause instanceof ApplicationFailure && error.cause.type === rejectedType) {
      return error.cause.details?.[0] as Rejection;
    }
    throw error;
  }
  throw new Error('the command was not refused');
}
