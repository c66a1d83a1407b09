/** `banjie docs`: writes the page of every process from its definition. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pagePath, renderProcessPage } from '../../processes/document.ts';
import { definitions } from '../../processes/registry.ts';
import type { Command } from '../command.ts';
import { projectRoot } from '../stack/places.ts';

export const docs: Command = {
  run: async () => {
    for (const definition of definitions) {
      const file = join(projectRoot, pagePath(definition));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, renderProcessPage(definition));
      process.stdout.write(`${pagePath(definition)}\n`);
    }
    return 0;
  },
};
