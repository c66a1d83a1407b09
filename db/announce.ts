/**
 * NOTIFY case_changed, for live updates. Not part of the append's transaction: a transaction that notifies takes a lock of the whole
 * cluster until its commit is on disk, so that all appends of all cases would queue for one disk flush after the other. Changes are
 * collected and sent together. A process that dies may take some with it: a listener must not rely on hearing everything.
 */
import type pg from 'pg';
import type { Log } from '../config/log.ts';

export const changeChannel = 'case_changed';
/** Milliseconds between two NOTIFYs of one process. */
const pace = 50;

export interface Announcer {
  readonly announce: (caseId: string) => void;
  /** Sends what has been collected and stops. */
  readonly close: () => Promise<void>;
}

export function createAnnouncer(pool: pg.Pool, log: Log | undefined): Announcer {
  const waiting = new Set<string>();
  let sending: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout | null = null;

  async function send(): Promise<void> {
    timer = null;
    const ids = [...waiting];
    waiting.clear();
    if (ids.length === 0) return;
    try {
      await pool.query({ name: 'announce', text: `select pg_notify('${changeChannel}', id) from unnest($1::text[]) id`, values: [ids] });
    } catch (error) {
      log?.debug({ cases: ids.length, message: error instanceof Error ? error.message : 'unknown' }, 'live updates were not announced');
    }
  }

  return {
    announce: (caseId) => {
      waiting.add(caseId);
      timer ??= setTimeout(() => {
        sending = sending.then(send);
      }, pace).unref();
    },
    close: async () => {
      if (timer) clearTimeout(timer);
      sending = sending.then(send);
      await sending;
    },
  };
}
