/**
 * Files of processes are read and checked in a thread of their own: the checks of a large one take seconds, in which this process would answer nobody. One
 * thread, one file at a time; a few wait, and whoever comes then is told to come again. A file that takes too long, or too much memory, costs the thread.
 */
import { Worker } from 'node:worker_threads';
import type { ImportOptions } from '../../bpmn/import/import.ts';
import type { Registrable } from '../../bpmn/registrable.ts';
import { text, type Text } from '../../domain/text.ts';
import { ProblemError } from '../http/problem.ts';
import type { ImportJob, ImportReply } from './import-thread.ts';

export interface Importer {
  /** @throws ProblemError process.import-busy where too many wait already */
  readonly registrable: (xml: string, options: ImportOptions) => Promise<Registrable>;
  readonly close: () => Promise<void>;
}
export interface ImporterLimits {
  /** Milliseconds for one file, from its turn on. */
  readonly patience?: number;
  /** Files that may wait for the one that is being checked. */
  readonly waiting?: number;
  readonly memoryMb?: number;
}

interface Waiting { readonly job: ImportJob; readonly resolve: (result: Registrable) => void; readonly reject: (error: Error) => void }

const thread = new URL('./import-thread.mjs', import.meta.url);

export function createImporter({ patience = 20_000, waiting: most = 4, memoryMb = 512 }: ImporterLimits = {}): Importer {
  const queue: Waiting[] = [];
  let worker: Worker | null = null;
  let current: Waiting | null = null;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const settle = (how: (waiting: Waiting) => void): void => {
    clearTimeout(timer);
    const done = current;
    current = null;
    if (done) how(done);
    next();
  };
  const drop = (): void => {
    const gone = worker;
    worker = null;
    void gone?.terminate();
  };
  const open = (): Worker => {
    const opened = new Worker(thread, { execArgv: [], resourceLimits: { maxOldGenerationSizeMb: memoryMb } });
    const ofThis = (how: () => void): void => {
      // What an abandoned thread still says is about a file that was answered.
      if (worker === opened) how();
    };
    opened.on('message', (reply: ImportReply) => ofThis(() => settle(({ resolve, reject }) => ('result' in reply ? resolve(reply.result) : reject(new Error(`import: ${reply.failed}`))))));
    opened.on('error', (error) => ofThis(() => {
      worker = null;
      const memory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
      settle(({ resolve, reject }) => (memory ? resolve(refusal('check.memory', tooLarge.memory)) : reject(error)));
    }));
    opened.on('exit', (code) => ofThis(() => {
      worker = null;
      settle(({ reject }) => reject(new Error(`import: the thread ended with ${code}`)));
    }));
    // Whoever waits for an answer holds the process; an idle thread does not.
    opened.unref();
    return opened;
  };
  function next(): void {
    if (current || closed) return;
    current = queue.shift() ?? null;
    if (!current) return;
    timer = setTimeout(() => {
      drop();
      settle(({ resolve }) => resolve(refusal('check.too-long', tooLarge.time(patience))));
    }, patience);
    worker ??= open();
    worker.postMessage(current.job);
  }
  return {
    registrable: (xml, options) => new Promise((resolve, reject) => {
      if (closed || (current !== null && queue.length >= most)) throw new ProblemError('process.import-busy', { retryAfter: 10 });
      queue.push({ job: { xml, options }, resolve, reject });
      next();
    }),
    close: async () => {
      closed = true;
      clearTimeout(timer);
      for (const { reject } of [...(current ? [current] : []), ...queue.splice(0)]) reject(new ProblemError('process.import-busy', { retryAfter: 10 }));
      current = null;
      const gone = worker;
      worker = null;
      await gone?.terminate();
    },
  };
}

const refusal = (code: string, message: Text): Registrable => ({ ok: false, faults: [{ code, element: '', message }], notices: [] });
const tooLarge = {
  time: (patience: number) => text(
    `流程过大或者过于复杂，${patience / 1_000} 秒内未能检查完；请拆成几个流程，以调用活动相连`,
    `The process is too large or too intricate: its checks were not done within ${patience / 1_000} seconds. Split it into processes that call each other`),
  memory: text('流程过大，检查所需内存超过上限；请拆成几个流程，以调用活动相连', 'The process is too large: its checks need more memory than they may have. Split it into processes that call each other'),
};
