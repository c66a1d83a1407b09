/** `banjie docs`: writes the page of every process from its definition, and from what its tests run on. */
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pagePath, renderProcessPage } from '../../processes/document.ts';
import { definitions } from '../../processes/registry.ts';
import type { Command } from '../command.ts';
import { projectRoot } from '../stack/places.ts';

export const docs: Command = {
  run: async () => {
    // An installed program comes without its tests; this command is for who works on the processes.
    const [{ shownOf }, { proofOf }] = await Promise.all([import('../../test/support/shown.ts'), import('../../test/support/tables.ts')]);
    for (const definition of definitions) {
      const file = join(projectRoot, pagePath(definition));
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, renderProcessPage(definition, proofOf(shownOf(definition.key))));
      process.stdout.write(`${pagePath(definition)}\n`);
    }
    return 0;
  },
};
