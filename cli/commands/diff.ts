/** `banjie diff <process> <from> <to>`: what differs between two versions, in both languages. */
import { readFile } from 'node:fs/promises';
import { definitionOfVersion, definitionVersions } from '../../db/definitions.ts';
import { createDatabase, type Database } from '../../db/pool.ts';
import { diffDefinitions, type Difference } from '../../domain/model/diff.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { definitions } from '../../processes/registry.ts';
import type { Command } from '../command.ts';
import { StackFault } from '../stack/fault.ts';
import { homeFiles } from '../stack/home.ts';
import { banjieHome } from '../stack/places.ts';
import { planStack } from '../stack/plan.ts';
import { databaseUrl } from '../stack/postgres.ts';
import { isRunning } from '../stack/process-identity.ts';
import { readRunRecord } from '../stack/run-record.ts';
import { readSecrets } from '../stack/secrets.ts';

const usage = `Usage: banjie diff <process> <from> <to>
  <from>, <to>: the number of a registered version (needs DATABASE_URL or a running local stack), "release" for the one in this
  program, or a file with a definition as JSON.
`;

export const diff: Command = {
  run: async ([key, from, to]) => {
    if (!key || !from || !to) {
      process.stderr.write(usage);
      return 2;
    }
    const database = isNumber(from) || isNumber(to) ? openDatabase() : null;
    try {
      const [old, next] = [await find(database, key, from), await find(database, key, to)];
      process.stdout.write(renderDiff(old, next, diffDefinitions(old, next)));
      return 0;
    } finally {
      await database?.close();
    }
  },
};

export function renderDiff(from: ProcessDefinition, to: ProcessDefinition, differences: readonly Difference[]): string {
  const signs = { added: '+', removed: '-', changed: '~' } as const;
  const head = `${to.name.zh} ${to.name.en} (${to.key}): ${from.version} → ${to.version}\n`;
  if (differences.length === 0) return `${head}没有差别。Nothing differs.\n`;
  return `${head}${differences.map((d) => `${signs[d.change]} ${d.text.zh}\n  ${d.text.en}\n`).join('')}`;
}

const isNumber = (text: string): boolean => /^\d{1,9}$/.test(text);

async function find(database: Database | null, key: string, which: string): Promise<ProcessDefinition> {
  if (which === 'release') {
    const own = definitions.filter((d) => d.key === key).toSorted((a, b) => b.version - a.version)[0];
    if (!own) throw new StackFault(`This program has no process "${key}"; it has ${[...new Set(definitions.map((d) => d.key))].join(', ')}.`);
    return own;
  }
  if (database && isNumber(which)) {
    const found = await definitionOfVersion(database, key, Number(which));
    if (found) return found.model;
    const versions = (await definitionVersions(database, key)).map((v) => v.version);
    throw new StackFault(versions.length === 0 ? `No process "${key}" is registered.` : `Version ${which} of ${key} is not registered; there are ${versions.toReversed().join(', ')}.`);
  }
  return fromFile(which);
}

async function fromFile(file: string): Promise<ProcessDefinition> {
  try {
    const model = JSON.parse(await readFile(file, 'utf8')) as Partial<ProcessDefinition>;
    if (Array.isArray(model.nodes) && Array.isArray(model.flows) && Array.isArray(model.clocks) && model.fields && model.name) return model as ProcessDefinition;
  } catch (error) {
    throw new StackFault(`${file} cannot be read as a definition: ${error instanceof Error ? error.message : 'unknown'}.`);
  }
  throw new StackFault(`${file} is JSON, but no definition of a process.`);
}

/** The database that is named, or that of the stack that runs here. */
function openDatabase(): Database {
  if (process.env.DATABASE_URL) return createDatabase(process.env.DATABASE_URL, { max: 1 });
  const home = banjieHome(process.env);
  const files = homeFiles(home);
  const [run, secrets] = [readRunRecord(files.run), readSecrets(files.secrets)];
  if (!secrets || !run || !isRunning(run.supervisor)) throw new StackFault(`Registered versions are in the database: set DATABASE_URL, or start the stack at ${home} with "npm start".`);
  const { environment } = planStack(process.env, { payloadKey: secrets.payloadKey, databaseUrl: (port) => databaseUrl({ port, password: secrets.postgresPassword }) });
  return createDatabase(environment.DATABASE_URL, { max: 1 });
}
