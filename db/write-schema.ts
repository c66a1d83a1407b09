/** `DATABASE_URL=… npx tsx db/write-schema.ts`: migrates that (scratch) database and writes schema.sql from it. */
import { writeFile } from 'node:fs/promises';
import { migrate } from './migrate.ts';
import { dumpSchema } from './schema-dump.ts';

const url = process.env['DATABASE_URL'];
if (!url) throw new Error('DATABASE_URL names the scratch database to migrate');
await migrate(url);
await writeFile(new URL('./schema.sql', import.meta.url), await dumpSchema(url));
