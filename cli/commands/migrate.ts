/** `banjie migrate`: for deployments, as a step of its own before the processes of a new release start. */
import { migrate as applyMigrations, MigrationError } from '../../db/migrate.ts';
import type { Command } from '../command.ts';
import { StackFault } from '../stack/fault.ts';

export const migrate: Command = {
  run: async () => {
    const url = process.env.DATABASE_URL;
    if (!url) throw new StackFault('DATABASE_URL is not set; it names the Postgres whose schema is to be brought up to date.');
    try {
      const { applied } = await applyMigrations(url);
      process.stdout.write(applied.length === 0 ? 'The schema is up to date.\n' : applied.map((name) => `applied ${name}\n`).join(''));
      return 0;
    } catch (error) {
      if (error instanceof MigrationError) throw new StackFault(error.message);
      throw error;
    }
  },
};
