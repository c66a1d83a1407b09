/** Names inside a definition. They are FEEL names as well, where "a-b" would be a subtraction and "case number" two words. */
const camelCase = /^[a-z][A-Za-z0-9]{0,79}$/;

/** Words of the FEEL grammar and names that the engine's expression context or FEEL's own functions already use. */
const reserved = new Set([
  'null', 'true', 'false', 'function', 'external', 'if', 'then', 'else', 'for', 'in', 'return', 'some', 'every', 'satisfies', 'and', 'or', 'not',
  'between', 'instance', 'of', 'case', 'outcome', 'limit', 'item', 'partial',
  'date', 'time', 'duration', 'number', 'string', 'count', 'sum', 'min', 'max', 'mean', 'all', 'any', 'contains', 'matches', 'replace', 'split',
  'append', 'concatenate', 'reverse', 'union', 'sort', 'floor', 'ceiling', 'abs', 'modulo', 'sqrt', 'log', 'exp', 'odd', 'even', 'now', 'today',
  'median', 'stddev', 'mode', 'product', 'flatten', 'sublist', 'remove', 'is', 'before', 'after', 'meets', 'overlaps', 'includes', 'during',
  'starts', 'started', 'finishes', 'coincides', 'substring', 'context', 'range',
]);

export type NameProblem = 'not-camel-case' | 'reserved';

export const nameProblem = (kind: 'field' | 'step' | 'clock', name: string): NameProblem | null =>
  !camelCase.test(name) ? 'not-camel-case' : kind === 'field' && reserved.has(name) ? 'reserved' : null;

/** @throws Error where a name cannot be used; the definition is source code, so this is for its author. */
export function checkName(kind: 'field' | 'step' | 'clock', name: string): string {
  const problem = nameProblem(kind, name);
  if (problem === 'not-camel-case') throw new Error(`${kind} "${name}": names are camelCase (letters and digits), so that FEEL can read them`);
  if (problem === 'reserved') throw new Error(`${kind} "${name}": the name is a word of FEEL or of the engine; take another`);
  return name;
}
