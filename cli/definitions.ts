/** Where commands find a definition: registered, in this program, or in a file. */
import { readFile } from 'node:fs/promises';
import { definitionOfVersion, definitionVersions } from '../db/definitions.ts';
import { createDatabase, type Database } from '../db/pool.ts';
import { definitionSchema } from '../domain/model/schema.ts';
import type { ProcessDefinition } from '../domain/model/types.ts';
import { definitions } from '../processes/registry.ts';
import { StackFault } from './stack/fault.ts';
import { homeFiles } from './stack/home.ts';
import { banjieHome } from './stack/places.ts';
import { planStack } from './stack/plan.ts';
import { databaseUrl } from './stack/postgres.ts';
import { isRunning } from './stack/process-identity.ts';
import { readRunRecord } from './stack/run-record.ts';
import { readSecrets } from './stack/secrets.ts';

export const isVersionNumber = (text: string): boolean => /^\d{1,9}$/.test(text);

/** @param which the number of a registered version, "release", or a file @throws StackFault where there is none */
export async function findDefinition(database: Database | null, key: string, which: string): Promise<ProcessDefinition> {
  if (which === 'release') {
    const own = definitions.filter((d) => d.key === key).toSorted((a, b) => b.version - a.version)[0];
    if (!own) throw new StackFault(`This program has no process "${key}"; it has ${[...new Set(definitions.map((d) => d.key))].join(', ')}.`);
    return own;
  }
  if (database && isVersionNumber(which)) {
    const found = await definitionOfVersion(database, key, Number(which));
    if (found) return found.model;
    const versions = (await definitionVersions(database, key)).map((v) => v.version);
    throw new StackFault(versions.length === 0 ? `No process "${key}" is registered.` : `Version ${which} of ${key} is not registered; there are ${versions.toReversed().join(', ')}.`);
  }
  return fromFile(which);
}

async function fromFile(file: string): Promise<ProcessDefinition> {
  let model: unknown;
  try {
    model = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new StackFault(`${file} cannot be read as a definition: ${error instanceof Error ? error.message : 'unknown'}.`);
  }
  const { error } = definitionSchema.safeParse(model);
  if (error) throw new StackFault(`${file} is JSON, but no definition of a process: ${error.issues[0]?.path.join('.') || 'all of it'}.`);
  return model as ProcessDefinition;
}

/** The database that is named, or that of the stack that runs here. */
export function openDatabase(): Database {
  if (process.env.DATABASE_URL) return createDatabase(process.env.DATABASE_URL, { max: 1 });
  const home = banjieHome(process.env);
  const files = homeFiles(home);
  const [run, secrets] = [readRunRecord(files.run), readSecrets(files.secrets)];
  if (!secrets || !run || !isRunning(run.supervisor)) throw new StackFault(`Registered versions are in the database: set DATABASE_URL, or start the stack at ${home} with "npm start".`);
  const { environment } = planStack(process.env, { payloadKey: secrets.payloadKey, databaseUrl: (port) => databaseUrl({ port, password: secrets.postgresPassword }) });
  return createDatabase(environment.DATABASE_URL, { max: 1 });
}
