/** A file as a definition that may be registered: imported, and checked as every definition is, with faults named by the ids that the file has. */
import { checkCalls, checkDefinition } from '../domain/model/check.ts';
import type { ProcessDefinition } from '../domain/model/types.ts';
import type { Text } from '../domain/text.ts';
import { importProblem, someOf } from './import/problem.ts';
import { importBpmn, type ImportNotice, type ImportOptions } from './import/import.ts';

export interface Fault {
  readonly code: string;
  /** Id in the file; the key of the process where it is the whole. */
  readonly element: string;
  readonly message: Text;
}
export type Registrable =
  | { readonly ok: true; readonly definition: ProcessDefinition; readonly notices: readonly ImportNotice[] }
  | { readonly ok: false; readonly faults: readonly Fault[]; readonly notices: readonly ImportNotice[] };

/** @param options with `processes`: the latest versions of all that are registered */
export async function registrable(xml: string, options: ImportOptions): Promise<Registrable> {
  const imported = await importBpmn(xml, options);
  const { notices } = imported;
  if (!imported.ok) return { ok: false, faults: imported.problems, notices };
  const { definition, ids } = imported;
  if (!storable(definition)) return { ok: false, faults: [importProblem('xml.characters', '', '')], notices };
  const found = [...checkDefinition(definition), ...checkCalls(definition, options.processes ?? [])];
  if (found.length > 0) return { ok: false, faults: someOf<Fault>(found.map(({ code, element, message }) => ({ code, element: ids.get(element) ?? element, message })), importProblem('more', '', '', String(found.length))), notices };
  return { ok: true, definition, notices };
}

/** JSON can escape what no database keeps as text: NUL, and halves of characters. */
function storable(definition: ProcessDefinition): boolean {
  const whole = (text: string): boolean => text.isWellFormed() && !text.includes('\u0000');
  let good = true;
  JSON.stringify(definition, (key, value: unknown) => {
    if (!whole(key) || (typeof value === 'string' && !whole(value))) good = false;
    return value;
  });
  return good;
}
