/** `banjie diff <process> <from> <to>`: what differs between two versions, in both languages. */
import { diffDefinitions, type Difference } from '../../domain/model/diff.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import type { Command } from '../command.ts';
import { findDefinition, isVersionNumber, openDatabase } from '../definitions.ts';

const usage = `Usage: banjie diff <process> <from> <to>
  <from>, <to>: the number of a registered version (needs DATABASE_URL or a running local stack), "release" for the one in this
  program, or a file with a definition as JSON.
`;

export const diff: Command = {
  run: async ([key, from, to]) => {
    if (!key || !from || !to) {
      process.stderr.write(usage);
      return 2;
    }
    const database = isVersionNumber(from) || isVersionNumber(to) ? openDatabase() : null;
    try {
      const [old, next] = [await findDefinition(database, key, from), await findDefinition(database, key, to)];
      process.stdout.write(renderDiff(old, next, diffDefinitions(old, next)));
      return 0;
    } finally {
      await database?.close();
    }
  },
};

export function renderDiff(from: ProcessDefinition, to: ProcessDefinition, differences: readonly Difference[]): string {
  const signs = { added: '+', removed: '-', changed: '~' } as const;
  const head = `${to.name.zh} ${to.name.en} (${to.key}): ${from.version} → ${to.version}\n`;
  if (differences.length === 0) return `${head}没有差别。Nothing differs.\n`;
  return `${head}${differences.map((d) => `${signs[d.change]} ${d.text.zh}\n  ${d.text.en}\n`).join('')}`;
}
