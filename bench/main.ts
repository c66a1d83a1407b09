/**
 * `npm run bench [-- names…] [--full] [--only beginning] [--cases n] [--out file.json]`: each measure with its baseline beside it on the same services, in one run.
 * Prints a table, and the same as JSON (with --out: into that file). --only: of approval, the rows that begin so; --cases: how many wait. Without --full the sizes are such that all of it takes about ten minutes on two cores.
 */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { approvalMeasure } from './measures/approval.ts';
import { consoleMeasure } from './measures/console.ts';
import { engineMeasure } from './measures/engine.ts';
import { fanOutMeasure } from './measures/fan-out.ts';
import { growthMeasure } from './measures/growth.ts';
import { waitingMeasure } from './measures/waiting.ts';
import { worklistMeasure } from './measures/worklist.ts';
import { asJson, table, type Measured } from './report.ts';
import { openServices, type Services } from './services.ts';

const { values, positionals } = parseArgs({ args: process.argv.slice(2), allowPositionals: true, options: { full: { type: 'boolean', default: false }, out: { type: 'string' }, only: { type: 'string' }, cases: { type: 'string' } } });
const { full } = values;

const alone: Readonly<Record<string, () => Measured>> = { engine: engineMeasure };
const onServices: Readonly<Record<string, (services: Services) => Promise<Measured> | Measured>> = {
  approval: (s) => approvalMeasure(s, full ? 6 : 3, values.only),
  growth: (s) => growthMeasure(s, full ? [10, 1_000, 10_000] : [10, 1_000, 3_000]),
  'fan-out': (s) => fanOutMeasure(s, 5_000),
  worklist: (s) => worklistMeasure(s, full ? [1_000, 20_000, 1_000_000] : [1_000, 20_000, 200_000]),
  console: consoleMeasure,
};
/** On services of its own: the open tasks of its cases, and what they leave the executions to do, are no part of the others, nor theirs of it. */
const onItsOwn: typeof onServices = {
  waiting: (s) => waitingMeasure(s, Number(values.cases ?? (full ? 20_000 : 1_000)), 20),
};
const known = [...Object.keys(alone), ...Object.keys(onServices), ...Object.keys(onItsOwn)];
const wanted = positionals.length > 0 ? positionals : known;
const strange = wanted.filter((name) => !known.includes(name));
if (strange.length > 0) {
  process.stderr.write(`There is no measure ${strange.join(', ')}; there are ${known.join(', ')}.\n`);
  process.exit(2);
}

const results: Measured[] = [];
const say = (text: string): void => void process.stderr.write(`${text}\n`);
for (const [name, measure] of Object.entries(alone)) if (wanted.includes(name)) results.push(measure());
for (const measures of [onServices, onItsOwn]) {
  const asked = Object.entries(measures).filter(([name]) => wanted.includes(name));
  if (asked.length === 0) continue;
  say('starting the services…');
  const services = await openServices();
  try {
    for (const [name, measure] of asked) {
      say(`measuring ${name}…`);
      try {
        results.push(await measure(services));
      } catch (error) {
        // What was measured before is not lost with it.
        say(`${name} failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        process.exitCode = 1;
      }
    }
  } finally {
    await services.stop();
  }
}
process.stdout.write(`${table(results)}\n`);
if (values.out) writeFileSync(values.out, asJson(results));
else process.stdout.write(asJson(results));
