/** `banjie export <process> [<which>]`: a process as BPMN 2.0 XML on standard output. */
import { exportBpmn } from '../../bpmn/export/export.ts';
import type { Command } from '../command.ts';
import { findDefinition, isVersionNumber, openDatabase } from '../definitions.ts';
import { print } from '../print.ts';

const usage = `Usage: banjie export <process> [<which>]
  <which>: the number of a registered version (needs DATABASE_URL or a running local stack), "release" for the one in this program
  (also where it is left out), or a file with a definition as JSON.
`;

export const exportProcess: Command = {
  run: async ([key, which = 'release']) => {
    if (!key) {
      process.stderr.write(usage);
      return 2;
    }
    const database = isVersionNumber(which) ? openDatabase() : null;
    try {
      await print(await exportBpmn(await findDefinition(database, key, which)));
      return 0;
    } finally {
      await database?.close();
    }
  },
};
