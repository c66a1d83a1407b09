/** `banjie import <file.bpmn>`: a BPMN file as a process. Its definition goes to standard output as JSON, or it is registered; what there is to say goes beside it. */
import { readFile, stat } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { decodeXml } from '../../bpmn/import/decode.ts';
import { largestXml } from '../../bpmn/import/guard.ts';
import type { ImportOptions } from '../../bpmn/import/import.ts';
import { registrable } from '../../bpmn/registrable.ts';
import { importOptionsSchema } from '../../contracts/bpmn.ts';
import { latestDefinitions, nextVersion, registerDefinition } from '../../db/definitions.ts';
import type { Text } from '../../domain/text.ts';
import { definitions } from '../../processes/registry.ts';
import type { Command } from '../command.ts';
import { openDatabase } from '../definitions.ts';
import { print } from '../print.ts';
import { messageOf, StackFault } from '../stack/fault.ts';

const usage = `Usage: banjie import <file.bpmn> [--key <key>] [--process <id>] [--role <role>] [--options <file.json>] [--register]
  --key       key under which the process is known; made from its id where left out
  --process   id of the process, where the file has several
  --role      office role of steps for which the file names nobody, or a person
  --options   JSON with what else the file lacks: roles, services, fields, decisions, dmn, forms, messageTo, leaveOut
  --register  registers it (needs DATABASE_URL or a running local stack); without this the definition is printed as JSON
`;

export const importFile: Command = {
  run: async (args) => {
    const asked = read(args);
    if (asked === null) {
      process.stderr.write(usage);
      return 2;
    }
    const { file, options, register } = asked;
    const given = await optionsOf(options);
    const database = register ? openDatabase() : null;
    try {
      const processes = database ? (await latestDefinitions(database)).map((d) => d.model) : definitions;
      const result = await registrable(await xmlOf(file), { ...given, ...asked.more, processes });
      for (const { message } of result.notices) process.stderr.write(said('i', message));
      if (!result.ok) {
        for (const { message } of result.faults) process.stderr.write(said('✗', message));
        process.stderr.write(`${file}: ${result.faults.length} 项须更正，未导入。${result.faults.length} to be corrected; nothing was imported.\n`);
        return 1;
      }
      if (!database) {
        await print(`${JSON.stringify(result.definition, null, 2)}\n`);
        return 0;
      }
      const { key } = result.definition;
      if (definitions.some((d) => d.key === key)) throw new StackFault(`"${key}" comes with the release; import it under another key (--key).`);
      const { definition, unchanged } = await nextVersion(database, result.definition);
      if (!unchanged) await registerDefinition(database, definition);
      process.stdout.write(`${unchanged ? 'unchanged' : 'registered'}: ${key} v${definition.version}\n`);
      return 0;
    } finally {
      await database?.close();
    }
  },
};

const said = (sign: string, { zh, en }: Text): string => `${sign} ${zh}\n  ${en}\n`;

interface Asked { readonly file: string; readonly options: string | undefined; readonly register: boolean; readonly more: ImportOptions }

function read(args: readonly string[]): Asked | null {
  try {
    const { values, positionals } = parseArgs({
      args: [...args], allowPositionals: true,
      options: { key: { type: 'string' }, process: { type: 'string' }, role: { type: 'string' }, options: { type: 'string' }, register: { type: 'boolean' } },
    });
    const [file, more] = positionals;
    if (file === undefined || more !== undefined) return null;
    const { key, process: id, role } = values;
    return { file, options: values.options, register: values.register === true, more: { ...(key === undefined ? {} : { key }), ...(id === undefined ? {} : { process: id }), ...(role === undefined ? {} : { role }) } };
  } catch {
    return null;
  }
}

async function xmlOf(file: string): Promise<string> {
  try {
    // Four bytes a character at most: what is larger is too large in any case, and need not be read.
    if ((await stat(file)).size > largestXml * 4) throw new StackFault(`${file} is larger than any process (2 MB).`);
    return decodeXml(await readFile(file));
  } catch (error) {
    if (error instanceof StackFault) throw error;
    throw new StackFault(`${file} cannot be read: ${messageOf(error)}.`);
  }
}

async function optionsOf(file: string | undefined): Promise<ImportOptions> {
  if (file === undefined) return {};
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch (error) {
    throw new StackFault(`${file} cannot be read as JSON: ${messageOf(error)}.`);
  }
  const { error } = importOptionsSchema.safeParse(value);
  if (error) throw new StackFault(`${file}: ${error.issues[0]?.path.join('.') ?? ''} ${error.issues[0]?.message ?? ''}.`);
  return value as ImportOptions;
}
