/** `banjie start`: everything on this machine, until Ctrl-C. */
import { relative } from 'node:path';
import type { Command } from '../command.ts';
import { demoPerson } from '../demo/people.ts';
import { seedDemoCases } from '../demo/seed.ts';
import { messageOf, StackFault } from '../stack/fault.ts';
import { createProgress } from '../stack/progress.ts';
import { startStack, type Stack } from '../stack/start.ts';

export const start: Command = {
  run: async () => {
    const startedAt = performance.now();
    const progress = createProgress(process.stdout);
    let stop = async (): Promise<void> => undefined;
    let asked = false;
    const ended = new Promise<void>((resolve, reject) => {
      // npm passes on the signal that the terminal has sent already, and people press Ctrl-C twice: each means the same as the first.
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
        process.on(signal, () => {
          if (asked) return;
          asked = true;
          progress.say('\n  Stopping …');
          stop().then(resolve, reject);
        });
      }
    });
    // A terminal that was closed cannot be written to; that is no reason not to stop in order.
    for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

    progress.say('办结 Banjie\n');
    try {
      const stack = await startStack(progress, (how) => { stop = how; });
      await seed(stack, progress);
      if (!asked) progress.say(summary(stack, (performance.now() - startedAt) / 1000));
      await ended;
    } catch (error) {
      if (asked) await ended;
      else {
        await stop();
        throw error;
      }
    }
    progress.say('  Stopped. The data stays for the next start.');
    return 0;
  },
};

async function seed(stack: Stack, progress: ReturnType<typeof createProgress>): Promise<void> {
  try {
    await seedDemoCases(stack, progress);
  } catch (error) {
    // The stack is of use without them too.
    progress.say(`  ! The demo cases could not all be filed: ${messageOf(error)}. They are tried again at the next start.`);
    if (error instanceof StackFault) return;
  }
}

const introduced = ['lin', 'huang', 'he', 'chenguang', 'tang', 'supervisor'];

function summary({ plan, files }: Stack, seconds: number): string {
  const people = introduced.flatMap((id) => demoPerson(id) ?? []);
  const home = relative(process.cwd(), files.home);
  const lines = [
    '',
    `  Banjie is up after ${seconds.toFixed(1)} s`,
    '',
    `  Console    ${plan.url}`,
    `  API        ${plan.url}/docs`,
    `  Data, logs ${home.startsWith('..') ? files.home : home || '.'}`,
    '',
    ...(plan.providerPort === null
      ? [`  Sign in with ${plan.environment.OIDC_ISSUER}`]
      : [
          '  Sign in as one of (no password; "npx banjie people" lists all)',
          ...people.map(({ id, name, about, enterprise }) => `    ${id.padEnd(11)} ${name.padEnd(3, '　')}  ${enterprise?.name ?? about.zh}, ${about.en}`),
          '  or take a token for curl: npx banjie token lin',
        ]),
    '',
    '  Ctrl-C stops everything.',
  ];
  return lines.join('\n');
}
