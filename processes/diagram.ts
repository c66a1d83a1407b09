/** The picture of a process, as a Mermaid flow chart. */
import { assertNever } from '../domain/assert-never.ts';
import type { Awaited, Node, ProcessDefinition, Thrown } from '../domain/model/types.ts';
import { sayCondition } from './say-condition.ts';

/** Mermaid has words of its own ("end"), so ids get a letter in front; its texts have entities instead of quotes. */
const id = (name: string): string => `n_${name}`;
const label = (text: string): string => `"${text.replaceAll('"', '#quot;').replaceAll('<', '#lt;')}"`;

const marks: Readonly<Record<Awaited['kind'] | Thrown['kind'], string>> = { timer: '⏱', message: '✉', signal: '△', error: '⚡', escalation: '⬆' };

function shape(node: Node): string {
  const text = label(node.name.zh);
  switch (node.type) {
    case 'startEvent':
      return `((${text}))`;
    case 'endEvent':
      return `(((${node.throws ? label(`${marks[node.throws.kind]} ${node.name.zh}`) : text})))`;
    case 'userTask':
      return `[${text}]`;
    case 'subProcess':
      return `[[${label(`⊞ ${node.name.zh}`)}]]`;
    case 'callActivity':
      return `[[${label(`↗ ${node.name.zh}`)}]]`;
    case 'serviceTask':
      return `[[${text}]]`;
    case 'scriptTask':
    case 'businessRuleTask':
      return `[/${text}/]`;
    case 'exclusiveGateway':
      return `{${text}}`;
    case 'parallelGateway':
      return `{{${label(`＋ ${node.name.zh}`)}}}`;
    case 'inclusiveGateway':
      return `{{${label(`○ ${node.name.zh}`)}}}`;
    case 'eventGateway':
      return `{{${label(`⬠ ${node.name.zh}`)}}}`;
    case 'catchEvent':
    case 'boundaryEvent':
      return `([${label(`${marks[node.on.kind]} ${node.name.zh}`)}])`;
    case 'throwEvent':
      return `([${label(`${node.throws ? marks[node.throws.kind] : '○'} ${node.name.zh}`)}])`;
    case 'linkEvent':
      return `([${label(`➔ ${node.name.zh}`)}])`;
    default:
      return assertNever(node);
  }
}

export function renderDiagram(definition: ProcessDefinition): string {
  const ways = definition.flows.map((f) => {
    const said = f.name?.zh ?? (f.condition === undefined ? undefined : sayCondition(definition, f.condition));
    return `  ${id(f.from)} -->${said === undefined ? '' : `|${label(said)}|`} ${id(f.to)}`;
  });
  const beside = definition.nodes.flatMap((n) => (n.type === 'boundaryEvent' ? [`  ${id(n.attachedTo)} -.- ${id(n.id)}`] : []));
  return ['flowchart TD', ...definition.nodes.map((n) => `  ${id(n.id)}${shape(n)}`), ...ways, ...beside].join('\n');
}
