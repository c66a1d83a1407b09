/** `banjie build [name]`: the console and the workflow bundle, as a deployment needs them; what is up to date is left alone. */
import type { Command } from '../command.ts';
import { builds, isUpToDate, makeBuild } from '../stack/builds.ts';
import { StackFault } from '../stack/fault.ts';

export const build: Command = {
  run: async ([name]) => {
    const chosen = builds.filter((b) => name === undefined || b.name === name);
    if (chosen.length === 0) throw new StackFault(`There is nothing called "${name ?? ''}" to build; there are ${builds.map((b) => b.name).join(' and ')}.`);
    for (const it of chosen) {
      if (isUpToDate(it)) {
        process.stdout.write(`${it.name}: up to date\n`);
        continue;
      }
      const started = performance.now();
      await makeBuild(it);
      process.stdout.write(`${it.name}: built in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
    }
    return 0;
  },
};
