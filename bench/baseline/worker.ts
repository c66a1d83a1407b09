/** The worker of the baseline, in a process of its own, with the settings of ours. */
import { fileURLToPath } from 'node:url';
import { DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';

Runtime.install({ logger: new DefaultLogger('WARN') });

const connection = await NativeConnection.connect({ address: process.env['TEMPORAL_ADDRESS'] ?? '' });
const worker = await Worker.create({
  connection, namespace: 'default', taskQueue: process.env['TEMPORAL_TASK_QUEUE'] ?? '', workflowsPath: fileURLToPath(new URL('./workflow.ts', import.meta.url)), maxCachedWorkflows: 500,
});
process.on('disconnect', () => { if (worker.getState() === 'RUNNING') worker.shutdown(); });
const running = worker.run();
process.send?.('ready');
await running;
await connection.close();
