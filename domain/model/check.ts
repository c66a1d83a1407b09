/** Checks at registration (登记检查): a definition in which any problem is found is not registered, and no case can start with it. */
import { checkDocuments } from './checks/documents.ts';
import { checkExpressions } from './checks/expressions.ts';
import type { ModelProblem } from './checks/problem.ts';
import { levelsOf } from './checks/levels.ts';
import { checkReferences } from './checks/references.ts';
import { checkSoundness } from './checks/soundness.ts';
import { checkStructure } from './checks/structure.ts';
import type { ProcessDefinition } from './types.ts';

export { checkCalls } from './checks/calls.ts';
export type { ModelProblem, ModelProblemCode } from './checks/problem.ts';

/** @returns every problem, empty for a good definition. The control flow is explored only where its graph is whole. */
export function checkDefinition(definition: ProcessDefinition): readonly ModelProblem[] {
  const structure = checkStructure(definition);
  return [
    ...structure,
    ...checkReferences(definition),
    ...checkExpressions(definition),
    ...checkDocuments(definition),
    ...(structure.length === 0 ? levelsOf(definition).flatMap((level) => checkSoundness(level)) : []),
  ];
}
