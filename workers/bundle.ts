/** The workflow bundle: everything that runs inside Temporal's isolate, in one file. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

export const workflowsPath = fileURLToPath(new URL('../workflows/index.ts', import.meta.url));

/** Builds the bundle into `outFile`; takes seconds, so the stack keeps it as long as its sources are unchanged. */
export async function buildWorkflowBundle(outFile: string): Promise<void> {
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: quiet });
  await writeFile(outFile, code);
}

const nothing = (): void => undefined;
/** webpack's notes on sizes are no news to anybody who starts a stack. */
const quiet = { log: nothing, trace: nothing, debug: nothing, info: nothing, warn: nothing, error: (message: string) => void process.stderr.write(`${message}\n`) };
