/** Every FEEL expression of a definition, read without being run: its syntax, its names, and the options it compares with. */
import { evaluate, parseExpression } from 'feelin';
import { configurableLimits } from '../limits.ts';
import type { Feel, MultiInstance, Node, ProcessDefinition } from '../types.ts';
import { problem, type ModelProblem } from './problem.ts';

type Tree = ReturnType<typeof parseExpression>;
type SyntaxNode = Tree['topNode'];

/** What `case` holds in the engine's context (engine/expressions.ts). */
const caseEntries = new Set(['id', 'agency', 'agencyName', 'region', 'receivedOn', 'number', 'title']);
/** They would give another answer at every replay. */
const impure = new Set(['now', 'today']);

/** How many instances there are, for completion conditions (§13.3.7). */
const counts = ['nrOfInstances', 'nrOfActiveInstances', 'nrOfCompletedInstances'];

export function checkExpressions(model: ProcessDefinition): readonly ModelProblem[] {
  const nodes = new Map(model.nodes.map((n) => [n.id, n]));
  /** Names of the items that are seen at a node: its own, and those of the instances around it. */
  const items = (id: string | undefined): readonly string[] => {
    const node = id === undefined ? undefined : nodes.get(id);
    const own = node && multiOf(node)?.item;
    return node ? [...(own === undefined ? [] : [own]), ...items(node.parent)] : [];
  };
  const check = (element: string, expressions: readonly Feel[], also: readonly string[]): readonly ModelProblem[] => expressions.flatMap((e) => checkExpression(model, element, e, also));
  return [
    ...check(model.key, [model.title], []),
    ...model.flows.flatMap((f) => (f.condition === undefined ? [] : check(f.id, [f.condition], items(nodes.get(f.from)?.parent)))),
    ...model.nodes.flatMap((node) => {
      const [inside, multi] = [items(node.id), multiOf(node)];
      return [
        ...check(node.id, node.type === 'serviceTask' || node.type === 'callActivity' ? Object.values(node.input) : node.type === 'scriptTask' ? Object.values(node.set) : [], inside),
        ...(node.type === 'serviceTask' && node.error !== undefined ? check(node.id, [node.error], [...inside, 'result']) : []),
        ...('throws' in node && node.throws ? check(node.id, node.throws.kind === 'message' ? [node.throws.to, ...Object.values(node.throws.data)] : node.throws.kind === 'signal' ? Object.values(node.throws.data) : [], inside) : []),
        ...(node.type === 'businessRuleTask' ? check(node.id, Object.values(node.set), [...inside, 'result']) : []),
        ...(node.type === 'callActivity' ? check(node.id, Object.values(node.output ?? {}), [...inside, 'child']) : []),
        ...(multi ? [...check(node.id, [multi.collection], items(node.parent)), ...(multi.completion === undefined ? [] : check(node.id, [multi.completion], [...items(node.parent), ...counts]))] : []),
      ];
    }),
    ...(model.decisions ?? []).flatMap((d) => check(d.id, [...d.inputs.map((i) => i.expression), ...d.rules.flatMap((r) => r.then), ...d.outputs.flatMap((o) => (o.default === undefined ? [] : [o.default]))], [])),
    ...model.clocks.flatMap((c) => c.rules.flatMap((r) => (r.when === undefined ? [] : check(c.id, [r.when], [])))),
  ];
}

const multiOf = (node: Node): MultiInstance | undefined => ('multi' in node ? node.multi : undefined);

/** @param also names that are known here beside those of every expression */
export function checkExpression(model: ProcessDefinition, element: string, expression: Feel, also: readonly string[] = []): readonly ModelProblem[] {
  // Most values of documents are just a field.
  if (expression === 'null' || (/^[a-zA-Z]\w*$/.test(expression) && Object.hasOwn(model.fields, expression))) return [];
  const context = { ...Object.fromEntries([...Object.keys(model.fields), ...also].map((f) => [f, null])), outcome: {}, case: {}, limit: {} };
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
  if (name === 'outcome' || name === 'case' || name === 'limit') {
    const entry = parent?.name === 'PathExpression' ? parent.getChild('PathName') : null;
    const key = entry ? part(entry) : '';
    const known = name === 'case' ? caseEntries.has(key) : name === 'limit' ? configurableLimits(model).some(({ clock }) => clock.id === key) : model.nodes.some((n) => n.type === 'userTask' && n.id === key);
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
