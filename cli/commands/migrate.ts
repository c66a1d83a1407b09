/** `banjie migrate`: for deployments, as a step of its own before the processes of a new release start. */
import type { Command } from '../command.ts';
import { StackFault } from '../stack/fault.ts';
import { release } from '../stack/release.ts';

export const migrate: Command = {
  run: async () => {
    const url = process.env.DATABASE_URL;
    if (!url) throw new StackFault('DATABASE_URL is not set; it names the Postgres that is to be brought to this release.');
    const { migrations, definitions, changed } = await release(url);
    if (changed.length > 0) throw new StackFault(`Registered with another content: ${changed.join(', ')}. A process that changes needs a new version; the cases that run keep the one they began with.`);
    const news = [...migrations.map((name) => `applied ${name}`), ...definitions.map((name) => `registered ${name}`)];
    process.stdout.write(`${news.length === 0 ? 'The database is up to date.' : news.join('\n')}\n`);
    return 0;
  },
};
