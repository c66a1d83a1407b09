/** A real worker that kills itself with SIGKILL in the hole: the append has committed, Temporal does not know yet. */
import { DefaultLogger, NativeConnection, Runtime } from '@temporalio/worker';
import { z } from 'zod';
import { createEngineClient } from '../../api/engine/client.ts';
import { createLog } from '../../config/log.ts';
import { createDatabase } from '../../db/pool.ts';
import { payloadKeys } from '../../workflows/payloads/codec.ts';
import { createCaseWorker } from '../../workers/worker.ts';

const settings = z.object({
  DATABASE_URL: z.string(), TEMPORAL_ADDRESS: z.string(), TEMPORAL_TASK_QUEUE: z.string(), PAYLOAD_KEY: z.string(),
  /** Die when this many appends have committed; 0 = live. */
  DIE_AFTER: z.coerce.number().int().min(0),
  /** Die when another case was opened, or told, and the case that did it does not know yet. */
  DIE_BETWEEN: z.enum(['opened', 'told']).optional(),
}).parse(process.env);

Runtime.install({ logger: new DefaultLogger('ERROR') });
const log = createLog('error', 'dying-worker');
const keys = payloadKeys(settings.PAYLOAD_KEY, '1');
let appends = 0;
const worker = await createCaseWorker({
  connection: await NativeConnection.connect({ address: settings.TEMPORAL_ADDRESS }),
  namespace: 'default',
  taskQueue: settings.TEMPORAL_TASK_QUEUE,
  database: createDatabase(settings.DATABASE_URL, { max: 5, log }),
  engine: createEngineClient({ address: settings.TEMPORAL_ADDRESS, namespace: 'default', taskQueue: settings.TEMPORAL_TASK_QUEUE, keys }),
  keys,
  bundle: process.env['WORKFLOW_BUNDLE'],
  log,
  hooks: {
    afterAppend: async () => {
      appends += 1;
      if (appends === settings.DIE_AFTER) process.kill(process.pid, 'SIGKILL');
    },
    afterBetween: async (what) => {
      if (what === settings.DIE_BETWEEN) process.kill(process.pid, 'SIGKILL');
    },
  },
});
process.on('SIGTERM', () => worker.shutdown());
process.stdout.write('polling\n');
await worker.run();
process.exit(0);
