/** `banjie <command>`: looks the command up, runs it, turns a StackFault into one sentence. */
import type { Command } from './command.ts';
import { StackFault } from './stack/fault.ts';

interface Entry { readonly usage: string; readonly about: string; readonly load: () => Promise<Command> }

const commands: Readonly<Record<string, Entry>> = {
  start: { usage: 'start', about: 'start everything on this machine: Postgres, Temporal, sign-in, worker, API, console', load: async () => (await import('./commands/start.ts')).start },
  test: { usage: 'test [filter …]', about: 'lint, types and all tests; with a filter only the tests in files whose path has it', load: async () => (await import('./commands/test.ts')).test },
  build: { usage: 'build', about: 'build the console and the workflow bundle into dist/', load: async () => (await import('./commands/build.ts')).build },
  token: { usage: 'token <user>', about: 'print a bearer token of a demo person while the stack runs', load: async () => (await import('./commands/token.ts')).token },
  people: { usage: 'people', about: 'list the demo people', load: async () => (await import('./commands/people.ts')).people },
  docs: { usage: 'docs', about: 'write the pages of the processes (docs/processes) from their definitions', load: async () => (await import('./commands/docs.ts')).docs },
  diff: { usage: 'diff <process> <from> <to>', about: 'what differs between two versions of a process', load: async () => (await import('./commands/diff.ts')).diff },
  import: { usage: 'import <file.bpmn>', about: 'a BPMN file as a process: what stands in the way, its definition, or registered', load: async () => (await import('./commands/import.ts')).importFile },
  export: { usage: 'export <process>', about: 'a process as BPMN 2.0 XML with its diagram', load: async () => (await import('./commands/export.ts')).exportProcess },
  migrate: { usage: 'migrate', about: 'bring the database at DATABASE_URL to this release: its schema and its process definitions', load: async () => (await import('./commands/migrate.ts')).migrate },
};

const variables: Readonly<Record<string, string>> = {
  BANJIE_HOME: 'folder of all data of a local stack (.data)',
  'PORT, HOST': 'where the API and the console listen (3000, 127.0.0.1)',
  'WORKER_PORT, BANJIE_OIDC_PORT, BANJIE_PG_PORT, BANJIE_TEMPORAL_PORT': 'ports of the other services (3001, 3002, 25432, 27233)',
  BANJIE_TEMPORAL_UI_PORT: 'serves the pages of Temporal itself there',
  'DATABASE_URL, TEMPORAL_ADDRESS, OIDC_ISSUER': 'use this service instead of a local one',
  BANJIE_TEMPORAL_ARCHIVE: 'file or URL of a copy of the Temporal CLI archive',
};

const [name = 'help', ...args] = process.argv.slice(2);
// What is still under way (a download, say) is of no more use to anybody.
process.exit(await main(name, args));

async function main(command: string, rest: readonly string[]): Promise<number> {
  if (command === 'help' || command === '--help' || command === '-h') {
    process.stdout.write(help());
    return 0;
  }
  const entry = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (!entry) {
    process.stderr.write(`There is no command "${command}".\n\n${help()}`);
    return 2;
  }
  try {
    return await (await entry.load()).run(rest);
  } catch (error) {
    if (!(error instanceof StackFault)) throw error;
    process.stderr.write(`${error.message}\n`);
    return 1;
  }
}

function help(): string {
  const width = Math.max(...Object.values(commands).map((c) => c.usage.length));
  const list = Object.values(commands).map((c) => `  ${c.usage.padEnd(width)}  ${c.about}\n`).join('');
  return `Usage: banjie <command>\n\n${list}\nVariables:\n${Object.entries(variables).map(([names, about]) => `  ${names}\n      ${about}\n`).join('')}`;
}
