/** Secrets of the local stack: made at its first start, kept where only its owner may read. */
import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createProviderKeys, type ProviderKeys } from '../oidc/keys.ts';
import { errnoOf, StackFault } from './fault.ts';

export interface Secrets {
  /** PAYLOAD_KEY. Whoever loses it can no longer read the cases that are under way in Temporal. */
  readonly payloadKey: string;
  readonly postgresPassword: string;
  readonly provider: ProviderKeys;
}

/** @throws StackFault where the file is there but is not what was written */
export async function openSecrets(file: string): Promise<Secrets> {
  const found = readSecrets(file);
  if (found) return found;
  const made: Secrets = { payloadKey: randomBytes(32).toString('hex'), postgresPassword: randomBytes(24).toString('hex'), provider: await createProviderKeys() };
  writeFileSync(`${file}.new`, JSON.stringify(made), { mode: 0o600 });
  renameSync(`${file}.new`, file);
  return made;
}

/** @returns null where there is no such file. @throws StackFault */
export function readSecrets(file: string): Secrets | null {
  try {
    const secrets = JSON.parse(readFileSync(file, 'utf8')) as Partial<Secrets>;
    if (secrets.payloadKey && secrets.postgresPassword && secrets.provider) return { payloadKey: secrets.payloadKey, postgresPassword: secrets.postgresPassword, provider: secrets.provider };
  } catch (error) {
    if (errnoOf(error) === 'ENOENT') return null;
    if (errnoOf(error) !== '') throw new StackFault(`The secrets of the stack in ${file} cannot be read (${errnoOf(error)}); give the file to the user who runs it.`);
  }
  // New secrets would not open the old data: better to stop than to start on what cannot be read.
  throw new StackFault(`The secrets of the stack in ${file} are damaged; put the file back from a copy, or remove the whole folder to begin anew.`);
}
