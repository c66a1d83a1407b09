/** Variables that expressions read and nothing in the file declares: their type follows from how they are read, and whoever comes before is asked for them. */
import type { Field, FieldType, Flow, Node } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import type { Element } from '../moddle.ts';
import type { Reading, VariableUse } from './reading.ts';

/** Checks take, for every expression, all fields. */
const mostVariables = 1_000;

export function settleVariables(reading: Reading, nodes: readonly Node[], flows: readonly Flow[]): void {
  const uses = new Map<string, VariableUse[]>();
  for (const use of reading.uses) uses.set(use.variable, [...(uses.get(use.variable) ?? []), use]);
  const names = new Set([...reading.fields.keys(), ...reading.assigned, ...[...uses.keys()].map((v) => reading.names.field(v))]);
  const [use] = reading.uses;
  if (names.size > mostVariables && use) return reading.refuse('variable.too-many', use.element, String(names.size));
  refuseShadows(reading);
  for (const [variable, all] of uses) {
    const name = reading.names.field(variable);
    const known = reading.fields.get(name);
    const [first] = all;
    if (!first) continue;
    const path = all.find((u) => u.path);
    const list = all.find((u) => u.as === 'list');
    if ((path || list) && !known && reading.assigned.has(name)) {
      // Nobody is asked for it, and it may hold whatever the flow puts there.
      reading.fields.set(name, { label: text(variable, variable), type: 'long-text', working: true });
      reading.note('variable.working', first.element, name);
      continue;
    }
    if (path && !known?.working) {
      reading.refuse('variable.structured', path.element, variable);
      continue;
    }
    if (known) continue;
    const asked = reading.options.fields && Object.hasOwn(reading.options.fields, variable) ? reading.options.fields[variable] : undefined;
    if (list && !asked) {
      reading.refuse('variable.list', list.element, variable);
      continue;
    }
    const choices = reading.assigned.has(name) ? undefined : reading.choices.get(variable);
    const field: Field = asked ?? { label: text(variable, variable), ...(choices ? { type: 'choice', options: choices.map((value) => ({ value, label: text(value, value) })) } : { type: typeOf(all) }) };
    reading.fields.set(name, field);
    if (!asked) reading.note('variable.derived', first.element, `${name}: ${field.type}`);
    if (!reading.assigned.has(name)) ask(reading, name, all, nodes, flows);
  }
  for (const name of reading.assigned) {
    const variable = reading.names.variableOf(name);
    if (!reading.fields.has(name)) reading.fields.set(name, { label: text(variable, variable), type: 'text' });
  }
}

/** What an element is given for itself alone is a field of the case here: whoever else reads that name would read this. */
function refuseShadows(reading: Reading): void {
  for (const [i, { element, variable, feel }] of reading.given.entries()) {
    const others = reading.given.filter((g) => g.variable === variable);
    const elsewhere = reading.uses.some((u) => u.variable === variable && !others.some((g) => isWithin(u.element, g.element)));
    const differs = others.some((g, j) => j < i && g.feel !== feel);
    if (elsewhere || differs || reading.startForm[reading.names.field(variable)] !== undefined) reading.refuse('mapping.shadows', element, variable);
  }
}

function isWithin(element: Element, around: Element): boolean {
  for (let at: unknown = element; typeof at === 'object' && at !== null; at = '$parent' in at ? at.$parent : null) if (at === around) return true;
  return false;
}

const typeOf = (uses: readonly VariableUse[]): FieldType => {
  const as = new Set(uses.map((u) => u.as));
  return as.has('date') ? 'date' : as.has('number') ? 'decimal' : as.has('text') ? 'text' : as.has('boolean') ? 'boolean' : 'text';
};

/** In the forms nearest before the use that are not in the file; where there are none, when a case is started. */
function ask(reading: Reading, field: string, uses: readonly VariableUse[], nodes: readonly Node[], flows: readonly Flow[]): void {
  const before = predecessors(nodes, flows);
  const starts = new Set(nodes.filter((n) => n.type === 'startEvent' && n.parent === undefined && !n.on).map((n) => n.id));
  let asked = false;
  // A way must be chosen: where each is for one value, one of them is needed.
  const needed = reading.choices.has(reading.names.variableOf(field)) ? 'required' : 'optional';
  for (const use of uses) {
    const seen = new Set<string>();
    // What a step itself asks comes too late for who does it, but in time for where it goes on.
    let level = use.after || use.element.$type === 'bpmn:SequenceFlow' ? [use.at] : [...(before.get(use.at) ?? [])];
    while (level.length > 0) {
      const found = level.filter((id) => reading.open.has(id));
      for (const id of found) {
        asked = true;
        if (starts.has(id)) reading.startForm[field] ??= needed;
        else (reading.open.get(id) ?? {})[field] ??= needed;
      }
      if (found.length > 0) break;
      for (const id of level) seen.add(id);
      level = [...new Set(level.flatMap((id) => [...(before.get(id) ?? [])]))].filter((id) => !seen.has(id));
    }
  }
  if (!asked) reading.startForm[field] ??= needed;
}

function predecessors(nodes: readonly Node[], flows: readonly Flow[]): ReadonlyMap<string, ReadonlySet<string>> {
  const before = new Map<string, Set<string>>();
  const add = (id: string, from: string): void => void before.set(id, (before.get(id) ?? new Set()).add(from));
  for (const { from, to } of flows) add(to, from);
  for (const node of nodes) {
    if (node.type === 'boundaryEvent') for (const { to } of flows.filter((f) => f.from === node.id)) add(to, node.attachedTo);
    if (node.type === 'boundaryEvent') add(node.id, node.attachedTo);
    if (node.type === 'startEvent' && node.parent !== undefined) add(node.id, node.parent);
    // What comes to pass inside a sub-process is known after it.
    if (node.type === 'endEvent' && node.parent !== undefined) for (const { to } of flows.filter((f) => f.from === node.parent)) add(to, node.id);
  }
  return before;
}
