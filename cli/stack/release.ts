/** Brings a database to this release: its schema, and the process definitions that new cases start with. */
import { createDatabase, type Database } from '../../db/pool.ts';
import { registerCalendar } from '../../db/calendars.ts';
import { DefinitionError, definitionByHash, definitionHash, latestDefinitions, registerDefinition } from '../../db/definitions.ts';
import { migrate, MigrationError } from '../../db/migrate.ts';
import { defaultCalendar } from '../../domain/calendar/work-calendar.ts';
import { checkCalls, checkDefinition } from '../../domain/model/check.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { definitions } from '../../processes/registry.ts';
import { StackFault } from './fault.ts';

export interface Released {
  /** Names of the migrations that were applied now. */
  readonly migrations: readonly string[];
  /** Processes that were registered now, as key and version. */
  readonly definitions: readonly string[];
  /** Processes whose key and version are registered with another content, which stays: cases pin it. */
  readonly changed: readonly string[];
}

/** @throws StackFault where the schema cannot be brought up to date, or a new definition has a fault */
export async function release(databaseUrl: string): Promise<Released> {
  try {
    const { applied } = await migrate(databaseUrl);
    return { migrations: applied, ...(await registerAll(databaseUrl)) };
  } catch (error) {
    if (error instanceof MigrationError) throw new StackFault(error.message);
    throw error;
  }
}

async function registerAll(databaseUrl: string): Promise<Pick<Released, 'definitions' | 'changed'>> {
  const database = createDatabase(databaseUrl, { max: 1 });
  try {
    const registered: string[] = [];
    const changed: string[] = [];
    await registerCalendar(database, defaultCalendar);
    for (const model of definitions) {
      if (await isRegistered(database, model)) continue;
      requireSound(model, [...(await latestDefinitions(database)).map((d) => d.model).filter((d) => !definitions.some((own) => own.key === d.key)), ...definitions]);
      const name = `${model.key} ${model.version}`;
      try {
        await registerDefinition(database, model);
        registered.push(name);
      } catch (error) {
        if (!(error instanceof DefinitionError)) throw error;
        changed.push(name);
      }
    }
    return { definitions: registered, changed };
  } finally {
    await database.close();
  }
}

async function isRegistered(database: Database, model: ProcessDefinition): Promise<boolean> {
  try {
    await definitionByHash(database, definitionHash(model));
    return true;
  } catch (error) {
    if (error instanceof DefinitionError) return false;
    throw error;
  }
}

/** @param all what it may call: of this release, and what else is registered */
function requireSound(model: ProcessDefinition, all: readonly ProcessDefinition[]): void {
  const [first, ...others] = [...checkDefinition(model), ...checkCalls(model, all)];
  if (!first) return;
  const more = others.length > 0 ? ` (and ${others.length} more)` : '';
  throw new StackFault(`The process ${model.key} ${model.version} is not fit to be registered: ${first.message.en}${more}.`);
}
