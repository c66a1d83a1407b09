/** Every FEEL expression of a definition, read without being run: its syntax, its names, and the options it compares with. */
import { evaluate, parseExpression } from 'feelin';
import type { Feel, ProcessDefinition } from '../types.ts';
import { problem, type ModelProblem } from './problem.ts';

type Tree = ReturnType<typeof parseExpression>;
type SyntaxNode = Tree['topNode'];

/** What `case` holds in the engine's context (engine/expressions.ts). */
const caseEntries = new Set(['agency', 'region', 'receivedOn', 'number', 'title']);
/** They would give another answer at every replay. */
const impure = new Set(['now', 'today']);

export function checkExpressions(model: ProcessDefinition): readonly ModelProblem[] {
  const clockRules = model.clocks.flatMap((c) => c.rules.flatMap((r) => (r.when === undefined ? [] : [[c.id, r.when] as const])));
  const inNodes = model.nodes.flatMap((n) =>
    (n.type === 'serviceTask' || n.type === 'callActivity' ? Object.values(n.input) : n.type === 'scriptTask' ? Object.values(n.set) : []).map((e) => [n.id, e] as const));
  const conditions = model.flows.flatMap((f) => (f.condition === undefined ? [] : [[f.id, f.condition] as const]));
  const ofChildren = model.nodes.flatMap((n) => (n.type === 'callActivity' ? Object.values(n.output ?? {}).map((e) => [n.id, e] as const) : []));
  return [
    ...[[model.key, model.title] as const, ...conditions, ...inNodes, ...clockRules].flatMap(([element, e]) => checkExpression(model, element, e)),
    ...ofChildren.flatMap(([element, e]) => checkExpression(model, element, e, ['child'])),
  ];
}

/** @param also names that are known here beside those of every expression */
export function checkExpression(model: ProcessDefinition, element: string, expression: Feel, also: readonly string[] = []): readonly ModelProblem[] {
  const context = { ...Object.fromEntries([...Object.keys(model.fields), ...also].map((f) => [f, null])), outcome: {}, case: {} };
  let tree: Tree;
  try {
    tree = parseExpression(expression, context, undefined);
  } catch (error) {
    return [problem('feel.syntax', element, error instanceof Error ? error.message : expression)];
  }
  const found: ModelProblem[] = [];
  const part = (node: SyntaxNode): string => expression.slice(node.from, node.to);
  const local = new Set<string>(also);
  let broken = expression.trim() === '';
  tree.iterate({
    enter: ({ node }) => {
      if (node.type.isError) broken = true;
      // Names bound inside the expression: for x in …, some x in …, function(x), {key: …}.
      if (node.name === 'Name') local.add(part(node));
    },
  });
  if (broken) return [problem('feel.syntax', element, expression)];
  tree.iterate({
    enter: ({ node }) => {
      if (node.name === 'VariableName') found.push(...checkVariable(model, element, node, part, local));
      else if (node.name === 'Comparison') found.push(...checkComparison(model, element, node, part));
    },
  });
  return found;
}

function checkVariable(model: ProcessDefinition, element: string, node: SyntaxNode, part: (n: SyntaxNode) => string, local: ReadonlySet<string>): readonly ModelProblem[] {
  const name = part(node);
  const parent = node.parent;
  if (parent?.name === 'FunctionInvocation' && parent.firstChild?.from === node.from) {
    if (impure.has(name)) return [problem('feel.impure', element, `${name}()`)];
    return local.has(name) || typeof evaluate(name, {}).value === 'function' ? [] : [problem('feel.name', element, `${name}()`)];
  }
  if (local.has(name) || name === 'item' || name === '?') return [];
  if (name === 'outcome' || name === 'case') {
    const entry = parent?.name === 'PathExpression' ? parent.getChild('PathName') : null;
    const key = entry ? part(entry) : '';
    const known = name === 'case' ? caseEntries.has(key) : model.nodes.some((n) => n.type === 'userTask' && n.id === key);
    return known ? [] : [problem('feel.name', element, `${name}.${key}`)];
  }
  return Object.hasOwn(model.fields, name) ? [] : [problem('feel.name', element, name)];
}

/** outcome.step = "…" and choice = "…": a typing error here would be a way that is never taken. */
function checkComparison(model: ProcessDefinition, element: string, node: SyntaxNode, part: (n: SyntaxNode) => string): readonly ModelProblem[] {
  const literal = node.getChild('StringLiteral');
  const other = node.firstChild?.name === 'StringLiteral' ? node.lastChild : node.firstChild;
  if (!literal || !other) return [];
  const options = optionsOf(model, part(other));
  const value = part(literal).slice(1, -1);
  return options === null || options.includes(value) ? [] : [problem('feel.option', element, `${part(other)} = ${part(literal)}`)];
}

function optionsOf(model: ProcessDefinition, name: string): readonly string[] | null {
  if (name.startsWith('outcome.')) {
    const step = model.nodes.find((n) => n.id === name.slice('outcome.'.length));
    return step?.type === 'userTask' ? step.outcomes.map((o) => o.id) : null;
  }
  const options = Object.hasOwn(model.fields, name) ? model.fields[name]?.options : undefined;
  return options ? options.map((o) => o.value) : null;
}
