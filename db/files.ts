/** Bytes by their SHA-256: what is stored under a name is what the name says, and storing it again changes nothing. */
import { createHash } from 'node:crypto';
import type { Database } from './pool.ts';

/** Bytes; the table refuses more. */
export const largestFile = 20_971_520;

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

export interface NewFile { readonly sha256: string; readonly bytes: Uint8Array; readonly media: string }

export async function storeFile({ pool }: Database, { sha256, bytes, media }: NewFile): Promise<void> {
  await pool.query({
    name: 'store-file', text: 'insert into files (sha256, size, media, bytes, stored_at) values ($1, $2, $3, $4, now()) on conflict do nothing',
    values: [sha256, bytes.length, media, Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)],
  });
}

/** Null where there is none: a row of the record that names it is then wrong, or the database was restored without it. */
export async function readFile({ pool }: Database, sha256: string): Promise<Buffer | null> {
  const { rows: [row] } = await pool.query<{ bytes: Buffer }>({ name: 'read-file', text: 'select bytes from files where sha256 = $1', values: [sha256] });
  return row?.bytes ?? null;
}
