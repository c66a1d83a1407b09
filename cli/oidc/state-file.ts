/**
 * What the provider must remember (sessions, refresh tokens), in memory and in one small file, so that nobody is signed out when the
 * provider is restarted.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { Adapter, AdapterPayload } from 'oidc-provider';

interface Entry { readonly payload: AdapterPayload; /** Milliseconds since the epoch; null: for ever. */ readonly endsAt: number | null }
type Entries = Map<string, Entry>;

export interface StateFile {
  readonly adapter: (model: string) => Adapter;
  /** Writes what is not yet written. */
  readonly flush: () => void;
}

const writeDelay = 20;

/** @param file where there is none given, the state ends with the process */
export function openState(file: string | null): StateFile {
  const entries: Entries = new Map(file ? read(file) : []);
  let pending: NodeJS.Timeout | null = null;
  const flush = (): void => {
    if (pending) clearTimeout(pending);
    pending = null;
    if (!file) return;
    const now = Date.now();
    for (const [key, entry] of entries) if (entry.endsAt !== null && entry.endsAt < now) entries.delete(key);
    try {
      writeFileSync(`${file}.new`, JSON.stringify([...entries]), { mode: 0o600 });
      renameSync(`${file}.new`, file);
    } catch (error) {
      // A full disk: people stay signed in until the next restart, and no longer.
      process.stderr.write(`${file} cannot be written: ${error instanceof Error ? error.message : ''}\n`);
    }
  };
  const changed = (): void => {
    if (file) pending ??= setTimeout(flush, writeDelay);
  };
  return { adapter: (model) => adapterOf(model, entries, changed), flush };
}

function read(file: string): [string, Entry][] {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as [string, Entry][];
  } catch {
    // None yet, or a disk that was full: people sign in again.
    return [];
  }
}

function adapterOf(model: string, entries: Entries, changed: () => void): Adapter {
  const keyOf = (id: string): string => `${model}:${id}`;
  const findBy = (test: (payload: AdapterPayload) => boolean): AdapterPayload | undefined => {
    for (const [key, entry] of entries) if (key.startsWith(`${model}:`) && test(entry.payload)) return live(entry);
    return undefined;
  };
  const find = (id: string): AdapterPayload | undefined => live(entries.get(keyOf(id)));
  return {
    find: async (id) => find(id),
    findByUid: async (uid) => findBy((payload) => payload.uid === uid),
    findByUserCode: async (code) => findBy((payload) => payload.userCode === code),
    upsert: async (id, payload, expiresIn) => {
      entries.set(keyOf(id), { payload, endsAt: expiresIn ? Date.now() + expiresIn * 1000 : null });
      changed();
    },
    consume: async (id) => {
      const entry = entries.get(keyOf(id));
      if (entry) entries.set(keyOf(id), { ...entry, payload: { ...entry.payload, consumed: Math.floor(Date.now() / 1000) } });
      changed();
    },
    destroy: async (id) => {
      entries.delete(keyOf(id));
      changed();
    },
    revokeByGrantId: async (grantId) => {
      for (const [key, { payload }] of entries) if (payload.grantId === grantId) entries.delete(key);
      changed();
    },
  };
}

const live = (entry: Entry | undefined): AdapterPayload | undefined => (entry && (entry.endsAt === null || entry.endsAt > Date.now()) ? entry.payload : undefined);
