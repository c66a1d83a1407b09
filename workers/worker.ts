/** The worker: wires the record and the services into activities and polls the task queue. */
import { Worker, type NativeConnection, type WorkerOptions } from '@temporalio/worker';
import { betweenActivities, type BetweenHooks } from '../activities/between-cases.ts';
import { walkActivities, type Visitor } from '../activities/case-walk.ts';
import { calendarVisitor } from '../activities/calendar.ts';
import { migrationVisitor } from '../activities/migration.ts';
import { recordActivities, type RecordHooks } from '../activities/record.ts';
import { signalVisitor } from '../activities/signal-walk.ts';
import { serviceActivities } from '../activities/services.ts';
import type { EngineClient } from '../api/engine/client.ts';
import type { Database } from '../db/pool.ts';
import { calendarOfPublication } from '../db/calendars.ts';
import { definitionByHash } from '../db/definitions.ts';
import { dataConverter, type PayloadKeys } from '../workflows/payloads/codec.ts';
import type { Log } from '../config/log.ts';
import { bundlerOptions, workflowsPath } from './bundle.ts';
import { cachedCases } from './cache-size.ts';
import { openCase } from './open-case.ts';
import { betweenCases } from './between-cases.ts';
import { sendToCase } from './send-to-case.ts';

export interface CaseWorkerOptions {
  readonly connection: NativeConnection;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly database: Database;
  /** For what a worker itself sends to cases. */
  readonly engine: Pick<EngineClient, 'send' | 'ready' | 'walk'>;
  readonly keys: PayloadKeys;
  /** Path of a prebuilt bundle; without it one is built (seconds). */
  readonly bundle: string | undefined;
  readonly log: Log;
  /** Cached cases; as many as the machine has memory for where absent. */
  readonly maxCachedWorkflows?: number;
  /** Tests only: what happens in the holes between two systems. */
  readonly hooks?: RecordHooks & BetweenHooks;
}

/**
 * For one call into the isolate, on the wall: an expression that never ends fails its task. The SDK's 5 seconds were once not enough for a case with thousands of open
 * tasks on a machine with ten times as much to do as it can, and Node does not survive being stopped in the middle ("async hook stack has become corrupted").
 */
// An option of the SDK that its public type leaves out.
const sandbox = { isolateExecutionTimeout: '30s' } as const;

export async function createCaseWorker(options: CaseWorkerOptions): Promise<Worker> {
  const { connection, namespace, taskQueue, database, engine, keys, bundle, log } = options;
  const source: Pick<WorkerOptions, 'workflowBundle' | 'workflowsPath' | 'bundlerOptions'> = bundle ? { workflowBundle: { codePath: bundle } } : { workflowsPath, bundlerOptions };
  const send = sendToCase(database, engine);
  /** What each kind of walk over running cases does to a case. */
  const visitors: Readonly<Record<string, Visitor>> = { migration: migrationVisitor(database, send), calendar: calendarVisitor(database, send), signal: signalVisitor(send) };
  return Worker.create({
    ...source,
    connection,
    namespace,
    taskQueue,
    dataConverter: dataConverter({ keys, definition: (hash) => definitionByHash(database, hash), calendar: async (no) => (await calendarOfPublication(database, no)).calendar }),
    activities: { ...recordActivities(database, options.hooks), ...serviceActivities(database, log, betweenCases(database, engine)), ...betweenActivities(database, openCase(database, engine), send, options.hooks), ...walkActivities(database, visitors, log) },
    maxCachedWorkflows: options.maxCachedWorkflows ?? cachedCases(),
    ...sandbox,
    maxConcurrentActivityTaskExecutions: 20,
    maxConcurrentLocalActivityExecutions: 50,
    shutdownGraceTime: '10s',
  });
}
