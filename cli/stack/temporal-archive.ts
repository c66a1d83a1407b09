/** The official archive of the Temporal CLI: a tar.gz with the binary. Whoever calls checks the SHA-256 of what comes out. */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const patience = 120_000;
const patienceForFirstAnswer = 8_000;

/** @returns path of the binary, in `into` */
export async function fetchArchive(version: string, into: string, env: Readonly<Record<string, string | undefined>>): Promise<string> {
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  const source = env.BANJIE_TEMPORAL_ARCHIVE || `https://temporal.download/cli/archive/v${version}?platform=${process.platform}&arch=${arch}`;
  const packed = /^https?:/.test(source) ? await download(source) : await readFile(source);
  const name = 'temporal';
  const binary = fileInTar(gunzipSync(packed), name);
  if (!binary) throw new Error(`the archive holds no file "${name}"`);
  const file = join(into, name);
  await writeFile(file, binary);
  return file;
}

async function download(url: string): Promise<Buffer> {
  const firstAnswer = new AbortController();
  const timer = setTimeout(() => firstAnswer.abort(new Error(`no answer within ${patienceForFirstAnswer / 1000} s`)), patienceForFirstAnswer);
  try {
    const response = await fetch(url, { signal: AbortSignal.any([firstAnswer.signal, AbortSignal.timeout(patience)]) });
    clearTimeout(timer);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    return Buffer.from(await response.arrayBuffer());
  } catch (error) {
    // fetch says "fetch failed" and keeps the reason in its cause.
    if (error instanceof Error && error.cause instanceof Error) throw new Error(error.cause.message || 'no connection', { cause: error });
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** First regular file of that base name in a tar: headers of 512 bytes, contents padded to 512. */
export function fileInTar(tar: Buffer, baseName: string): Buffer | null {
  for (let at = 0; at + 512 <= tar.length; ) {
    const name = tar.toString('latin1', at, at + 100).replace(/\0.*$/s, '');
    if (name === '') return null;
    const size = Number.parseInt(tar.toString('latin1', at + 124, at + 136).replace(/\0.*$/s, '').trim(), 8);
    if (!Number.isInteger(size) || size < 0) return null;
    const type = tar.toString('latin1', at + 156, at + 157);
    if ((type === '0' || type === '\0') && name.split('/').at(-1) === baseName) return tar.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return null;
}
