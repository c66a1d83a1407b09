/** Decision tables from DMN files that come with a process (DMN 1.1 to 1.5; their tables are alike). */
import { DmnModdle } from 'dmn-moddle';
import type { Aggregation, DecisionTable, HitPolicy } from '../../domain/decisions/decision-table.ts';
import { text } from '../../domain/text.ts';
import { childOf, childrenOf, idOf, nameOf, readTree, textOf, type Element } from '../moddle.ts';
import { expression, type Where } from './expression.ts';
import { guardXml } from './guard.ts';
import { importProblem } from './problem.ts';
import type { Reading } from './reading.ts';

const namespaces = /"(?:https?:\/\/www\.omg\.org\/spec\/DMN\/(?:20151101\/dmn\.xsd|20180521\/MODEL\/|20211108\/MODEL\/|20230324\/MODEL\/|20191111\/MODEL\/))"/g;
const policies: readonly string[] = ['UNIQUE', 'ANY', 'PRIORITY', 'FIRST', 'OUTPUT ORDER', 'RULE ORDER', 'COLLECT'] satisfies readonly HitPolicy[];
const aggregations: readonly string[] = ['SUM', 'MIN', 'MAX', 'COUNT'] satisfies readonly Aggregation[];

/** Decisions by id, as their files have them; a file that is none is refused. */
export async function readDecisions(reading: Reading, files: readonly string[]): Promise<ReadonlyMap<string, Element>> {
  const found = new Map<string, Element>();
  for (const xml of files) {
    const guarded = guardXml(xml);
    const root = guarded === null ? await parse(xml) : guarded;
    if (typeof root === 'string') reading.problems.push(importProblem('decision.file', '', '', root));
    else {
      for (const decision of childrenOf(root, 'drgElement').filter((e) => e.$type === 'dmn:Decision')) {
        if (found.has(idOf(decision))) reading.refuse('id.duplicate', decision);
        found.set(idOf(decision), decision);
      }
    }
  }
  return found;
}

async function parse(xml: string): Promise<Element | string> {
  try {
    const { root, warnings } = await readTree(new DmnModdle(), 'dmn:Definitions', xml.replace(namespaces, '"https://www.omg.org/spec/DMN/20191111/MODEL/"'));
    // The drawing of a file is not read.
    const fault = warnings.find((w) => /unparsable content <(?!dmndi:|dc:|di:)/i.test(w.message));
    return fault ? fault.message.replace(/\s+/g, ' ') : root ?? importProblem('more', '', '').message.zh;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/\s+/g, ' ') : String(error);
  }
}

/** The decision as a table over the fields of the process; null where it was refused. @param where the task that asks for it */
export function tableOf(reading: Reading, decision: Element, where: Where): DecisionTable | null {
  const logic = childOf(decision, 'decisionLogic');
  const refuse = (code: 'decision.kind' | 'decision.requires' | 'decision.language', detail?: string): null => (reading.refuse(code, decision, detail), null);
  if (logic?.$type !== 'dmn:DecisionTable') return refuse('decision.kind', logic?.$type.replace('dmn:', ''));
  if (childrenOf(decision, 'informationRequirement').some((r) => childOf(r, 'requiredDecision'))) return refuse('decision.requires');
  const hitPolicy = textOf(logic, 'hitPolicy') ?? 'UNIQUE';
  const aggregation = textOf(logic, 'aggregation');
  if (!policies.includes(hitPolicy) || (aggregation !== undefined && !aggregations.includes(aggregation))) return refuse('decision.kind', `${hitPolicy} ${aggregation ?? ''}`);
  const cells = childrenOf(logic, 'rule').flatMap((r) => [...childrenOf(r, 'inputEntry'), ...childrenOf(r, 'outputEntry')]);
  const expressions = childrenOf(logic, 'input').map((i) => childOf(i, 'inputExpression'));
  const foreign = [...cells, ...expressions].map((e) => textOf(e, 'expressionLanguage') ?? '').find((l) => l !== '' && !/feel/i.test(l));
  if (foreign !== undefined) return refuse('decision.language', foreign);

  const inputs = childrenOf(logic, 'input').map((input, i) => {
    const asked = childOf(input, 'inputExpression');
    const feel = expression(reading, where, textOf(asked, 'text') ?? '', wanted(textOf(asked, 'typeRef')), 'feel');
    const label = textOf(input, 'label') ?? feel ?? String(i + 1);
    return feel === null ? null : { label: text(label, label), expression: feel };
  });
  if (inputs.includes(null)) return null;
  const outputs = childrenOf(logic, 'output').map((output, i) => {
    const values = textOf(childOf(output, 'outputValues'), 'text')?.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/).map((v) => v.trim()).filter(Boolean);
    const byDefault = textOf(childOf(output, 'defaultOutputEntry'), 'text');
    return { name: textOf(output, 'name') ?? `output${i + 1}`, ...(values && values.length > 0 ? { values } : {}), ...(byDefault ? { default: byDefault } : {}) };
  });
  const name = nameOf(decision) || idOf(decision);
  return {
    id: idOf(decision), name: text(name, name), hitPolicy: hitPolicy as HitPolicy, ...(aggregation === undefined ? {} : { aggregation: aggregation as Aggregation }),
    inputs: inputs.filter((i) => i !== null), outputs,
    rules: childrenOf(logic, 'rule').map((rule) => ({
      // An empty cell matches everything, an empty result is none.
      when: childrenOf(rule, 'inputEntry').map((c) => textOf(c, 'text')?.trim() || '-'), then: childrenOf(rule, 'outputEntry').map((c) => textOf(c, 'text')?.trim() || 'null'),
      ...(textOf(rule, 'description') ? { annotation: textOf(rule, 'description') ?? '' } : {}),
    })),
  };
}

const wanted = (type: string | undefined): 'number' | 'text' | 'boolean' | 'date' | 'any' => {
  switch (type?.toLowerCase()) {
    case 'number':
    case 'integer':
    case 'long':
    case 'double':
      return 'number';
    case 'string':
      return 'text';
    case 'boolean':
      return 'boolean';
    case 'date':
      return 'date';
    default:
      return 'any';
  }
};
