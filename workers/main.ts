/** Entry point of the worker process. */
import { createServer } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { NativeConnection, Runtime, type Worker } from '@temporalio/worker';
import { collectDefaultMetrics, Gauge, Registry } from 'prom-client';
import { createEngineClient } from '../api/engine/client.ts';
import { readEnvironment } from '../config/environment.ts';
import { createLog, type Log } from '../config/log.ts';
import { createDatabase, describe } from '../db/pool.ts';
import { payloadKeys } from '../workflows/payloads/codec.ts';
import { catchUp } from './catch-up.ts';
import { createCaseWorker } from './worker.ts';

/** Milliseconds that work waits, at most, for what became due while nothing ran. */
const catchUpFirst = 20_000;
const environment = readEnvironment(process.env);
const log = createLog(environment.LOG_LEVEL, 'worker');
installTemporalLog(log);

const database = createDatabase(environment.DATABASE_URL, { max: 20, log });
const connection = await NativeConnection.connect({ address: environment.TEMPORAL_ADDRESS });
const keys = payloadKeys(environment.PAYLOAD_KEY, environment.PAYLOAD_KEY_ID);
const [namespace, taskQueue] = [environment.TEMPORAL_NAMESPACE, environment.TEMPORAL_TASK_QUEUE];
const engine = createEngineClient({ address: environment.TEMPORAL_ADDRESS, namespace, taskQueue, keys });
const worker = await createCaseWorker({ connection, namespace, taskQueue, database, engine, keys, bundle: environment.WORKFLOW_BUNDLE, log });
const http = serveHealth(worker, environment.HOST, environment.WORKER_PORT);

let stopping = false;
const stop = (): void => {
  stopping = true;
  if (worker.getState() === 'RUNNING') worker.shutdown();
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
// The local stack's supervisor holds the other end; when it dies, nobody is left to restart or stop this process.
process.on('disconnect', stop);

// A database that is not there yet is no reason not to start: the executions do the same, in their own order.
const caughtUp = catchUp(database, log, () => stopping).catch((error: unknown) => log.warn({ err: describe(error) }, 'what became due while nothing ran is left to the executions'));
try {
  // It goes on beside the work where it takes longer: the executions wake in any order, and one after the other.
  const first = setTimeout(catchUpFirst, 'late', { ref: false });
  if ((await Promise.race([caughtUp, first])) === 'late') log.warn('more became due while nothing ran than is caught up with before work begins; the rest follows beside it');
  log.info({ taskQueue: environment.TEMPORAL_TASK_QUEUE }, 'worker started');
  if (!stopping) await worker.run();
  log.info('worker stopped');
} finally {
  stopping = true;
  await caughtUp;
  http.close();
  http.closeAllConnections();
  await engine.close();
  await connection.close();
  await database.close();
  if (process.connected) process.disconnect();
}

function serveHealth(of: Worker, host: string, port: number): ReturnType<typeof createServer> {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  new Gauge({ name: 'banjie_worker_cached_cases', help: 'Cases held in the sticky cache', registers: [registry], collect() { this.set(of.getStatus().numCachedWorkflows); } });
  new Gauge({ name: 'banjie_worker_activations_under_way', help: 'Workflow activations under way', registers: [registry], collect() { this.set(of.getStatus().numInFlightWorkflowActivations); } });
  const server = createServer((request, response) => {
    const running = of.getState() === 'RUNNING';
    if (request.url === '/metrics') {
      void registry.metrics().then((body) => response.setHeader('content-type', registry.contentType).end(body));
      return;
    }
    const known = request.url === '/healthz' || request.url === '/readyz';
    response.statusCode = !known ? 404 : running ? 200 : 503;
    response.setHeader('content-type', 'application/json').end(JSON.stringify({ status: of.getState() }));
  });
  return server.listen(port, host);
}

function installTemporalLog(to: Log): void {
  const at = (level: 'trace' | 'debug' | 'info' | 'warn' | 'error') => (message: string, meta?: object): void => to[level](meta ?? {}, message);
  Runtime.install({
    logger: { log: (level, message, meta) => at(level.toLowerCase() as 'info')(message, meta), trace: at('trace'), debug: at('debug'), info: at('info'), warn: at('warn'), error: at('error') },
    telemetryOptions: { logging: { forward: {}, filter: 'WARN' } },
    shutdownSignals: [],
  });
}
