/** The thread in which files of processes are read and checked (importer.ts). */
import { parentPort } from 'node:worker_threads';
import { registrable, type Registrable } from '../../bpmn/registrable.ts';
import type { ImportOptions } from '../../bpmn/import/import.ts';

export interface ImportJob { readonly xml: string; readonly options: ImportOptions }
export type ImportReply = { readonly result: Registrable } | { readonly failed: string };

parentPort?.on('message', ({ xml, options }: ImportJob) => {
  const reply = (answer: ImportReply): void => parentPort?.postMessage(answer);
  registrable(xml, options).then((result) => reply({ result }), (error: unknown) => reply({ failed: error instanceof Error ? error.stack ?? error.message : String(error) }));
});
