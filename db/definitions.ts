/** Registered process definitions. Immutable: what a hash names once, it names for ever, so it is kept in memory. */
import type { ProcessDefinition } from '../domain/model/types.ts';
import { canonicalJson } from '../domain/record/canonical-json.ts';
import type { Database } from './pool.ts';
import { sha256 } from './record/append.ts';

export interface RegisteredDefinition { readonly hash: string; readonly model: ProcessDefinition }

/** No definition with this hash, or another one under this key and version. */
export class DefinitionError extends Error {
  override readonly name = 'DefinitionError';
}

/** SHA-256 of the canonical JSON: the name under which cases pin a definition. */
export const definitionHash = (model: ProcessDefinition): string => sha256(canonicalJson(model));

/**
 * Registers a definition under its hash; registering the same one again changes nothing.
 * @throws DefinitionError where key and version are taken by another definition: a change needs a new version
 */
export async function registerDefinition(database: Database, model: ProcessDefinition): Promise<RegisteredDefinition> {
  const hash = definitionHash(model);
  const { rowCount } = await database.pool.query({
    name: 'register-definition',
    text: 'insert into definitions (hash, key, version, model) values ($1, $2, $3, $4) on conflict do nothing',
    values: [hash, model.key, model.version, JSON.stringify(model)],
  });
  if (rowCount === 0 && (await find(database, hash)) === null) {
    throw new DefinitionError(`version ${model.version} of ${model.key} is registered with another content; count the version up`);
  }
  return { hash, model };
}

export interface NextVersion { readonly definition: ProcessDefinition; /** The latest version says the same. */ readonly unchanged: boolean }

/** A definition that comes from outside as the version that it would be: the latest where it says the same, else the one after it. */
export async function nextVersion(database: Database, model: ProcessDefinition): Promise<NextVersion> {
  const latest = await latestDefinition(database, model.key);
  const same = latest === null ? null : { ...model, version: latest.model.version };
  if (same !== null && definitionHash(same) === latest?.hash) return { definition: same, unchanged: true };
  return { definition: { ...model, version: (latest?.model.version ?? 0) + 1 }, unchanged: false };
}

const known = new WeakMap<Database, Map<string, ProcessDefinition>>();

async function find(database: Database, hash: string): Promise<ProcessDefinition | null> {
  let cache = known.get(database);
  if (!cache) known.set(database, (cache = new Map()));
  const cached = cache.get(hash);
  if (cached) return cached;
  const { rows: [row] } = await database.pool.query<{ model: ProcessDefinition }>({
    name: 'definition-by-hash', text: 'select model from definitions where hash = $1', values: [hash],
  });
  if (!row) return null;
  cache.set(hash, row.model);
  return row.model;
}

/** @throws DefinitionError where it is not registered */
export async function definitionByHash(database: Database, hash: string): Promise<ProcessDefinition> {
  const model = await find(database, hash);
  if (model === null) throw new DefinitionError(`no definition ${hash} is registered`);
  return model;
}

/** The latest version of every process, by key. The models come from memory where they are known. */
export async function latestDefinitions(database: Database): Promise<readonly RegisteredDefinition[]> {
  const { rows } = await database.pool.query<{ hash: string }>({
    name: 'latest-definitions', text: 'select distinct on (key) hash from definitions order by key, version desc', values: [],
  });
  return Promise.all(rows.map(async ({ hash }) => ({ hash, model: await definitionByHash(database, hash) })));
}

/** One version of a process; null where it is not registered. */
export async function definitionOfVersion(database: Database, key: string, version: number): Promise<RegisteredDefinition | null> {
  const { rows: [row] } = await database.pool.query<{ hash: string }>({
    name: 'definition-of-version', text: 'select hash from definitions where key = $1 and version = $2', values: [key, version],
  });
  return row ? { hash: row.hash, model: await definitionByHash(database, row.hash) } : null;
}

export interface DefinitionVersion { readonly version: number; readonly hash: string; readonly registeredAt: string; readonly running: number }

/** Running cases are counted up to this number. */
export const countedCases = 10_000;

/** The versions of a process, latest first, with how many cases run on each. */
export async function definitionVersions({ pool }: Database, key: string): Promise<readonly DefinitionVersion[]> {
  const { rows } = await pool.query<{ hash: string; version: number; at: Date; running: number }>({
    name: 'definition-versions',
    text: `select d.hash, d.version, d.registered_at as at,
             (select count(*)::integer from (select from cases c where c.definition_hash = d.hash and c.status <> 'closed' limit $2) few) as running
           from definitions d where d.key = $1 order by d.version desc limit 1000`,
    values: [key, countedCases],
  });
  return rows.map(({ hash, version, at, running }) => ({ hash, version, registeredAt: at.toISOString(), running }));
}

/** The latest version of one process; null where the key is unknown. */
export async function latestDefinition(database: Database, key: string): Promise<RegisteredDefinition | null> {
  const { rows: [row] } = await database.pool.query<{ hash: string }>({
    name: 'latest-definition', text: 'select hash from definitions where key = $1 order by version desc limit 1', values: [key],
  });
  return row ? { hash: row.hash, model: await definitionByHash(database, row.hash) } : null;
}
