/** All nodes and flows of a process, wherever they stand, each with its id in the definition. */
import { childOf, childrenOf, idOf, type Element } from '../moddle.ts';
import { exactFlow, exactNode } from './exact.ts';
import type { Flow, Node } from '../../domain/model/types.ts';
import { importProblem } from './problem.ts';
import type { Reading } from './reading.ts';

interface Found<T> { readonly element: Element; readonly id: string; /** Element of the sub-process around it. */ readonly around: Element | null; readonly exact: T | undefined }
export type FoundNode = Found<Node>;
export type FoundFlow = Found<Flow>;
export interface Collected {
  readonly nodes: readonly FoundNode[];
  readonly flows: readonly FoundFlow[];
  readonly idHere: (id: string) => string;
  /** Lane by element id; the innermost. */
  readonly lanes: ReadonlyMap<string, string>;
}

/** Shown beside the flow; it changes nothing. */
const drawing = new Set(['bpmn:DataObject', 'bpmn:DataObjectReference', 'bpmn:DataStoreReference']);

/** Nodes and flows; checks take the square of them, while others wait for the same server. */
const mostElements = 2_000;

export function collectElements(reading: Reading, process: Element): Collected {
  const elements: { readonly element: Element; readonly around: Element | null }[] = [];
  const lanes = new Map<string, string>();
  const walk = (container: Element, around: Element | null): void => {
    for (const set of childrenOf(container, 'laneSets')) readLanes(set, lanes);
    for (const element of childrenOf(container, 'flowElements')) {
      if (drawing.has(element.$type)) reading.note('element.drawing', element, element.$type.replace('bpmn:', ''));
      else {
        elements.push({ element, around });
        // A sub-process that is refused is refused as a whole.
        if (element.$type === 'bpmn:SubProcess') walk(element, element);
      }
    }
  };
  walk(process, null);
  if (elements.length > mostElements) {
    reading.refuse('xml.too-many', process, String(elements.length));
    elements.length = 0;
  }
  for (const { element } of elements) {
    for (const [name, value] of Object.entries(element.$attrs ?? {})) if (name.endsWith(':initiator') && element.$type === 'bpmn:StartEvent') reading.initiators.add(value);
  }
  nameFlows(elements.map((e) => e.element));
  for (const { element } of elements) if (idOf(element) === '') reading.problems.push(importProblem('id.missing', '', typeof element['name'] === 'string' ? element['name'] : '', element.$type.replace('bpmn:', '')));

  const exact = new Map<Element, { readonly node?: Node; readonly flow?: Flow }>();
  for (const { element } of elements) {
    const node = element.$type === 'bpmn:SequenceFlow' ? undefined : exactNode(reading, element);
    const flow = element.$type === 'bpmn:SequenceFlow' ? exactFlow(reading, element) : undefined;
    exact.set(element, { ...(node ? { node } : {}), ...(flow ? { flow } : {}) });
  }
  const ids = new Map<string, string>();
  const keep = ({ element }: { readonly element: Element }): string | null => {
    const { node, flow } = exact.get(element) ?? {};
    const own = node?.id ?? flow?.id;
    // A copy in a modeler carries what was written beside the original.
    return own !== undefined && (own === idOf(element) || !xmlId(own)) && reading.names.claim(own) ? own : null;
  };
  for (const found of elements) {
    const kept = keep(found);
    if (kept !== null) ids.set(idOf(found.element), kept);
  }
  for (const { element } of elements) {
    const id = idOf(element);
    if (id === '' || ids.has(id)) continue;
    const flow = element.$type === 'bpmn:SequenceFlow';
    const name = flow ? reading.names.flow(id) : reading.names.step(id);
    if (name !== id && !flow) reading.note('id.renamed', element, name);
    ids.set(id, name);
  }
  const idHere = (id: string): string => ids.get(id) ?? id;
  const found = elements.filter(({ element }) => idOf(element) !== '').map(({ element, around }) => ({ element, around, id: idHere(idOf(element)), ...exact.get(element) }));
  return {
    nodes: found.filter((f) => f.element.$type !== 'bpmn:SequenceFlow').map(({ element, around, id, node }) => ({ element, around, id, exact: node })),
    flows: found.filter((f) => f.element.$type === 'bpmn:SequenceFlow').map(({ element, around, id, flow }) => ({ element, around, id, exact: flow })),
    idHere, lanes,
  };
}

/** Nothing refers to a flow but a default, so files leave the id out, which the standard allows. */
function nameFlows(elements: readonly Element[]): void {
  const taken = new Set(elements.map(idOf));
  let n = 1;
  for (const element of elements) {
    if (element.$type !== 'bpmn:SequenceFlow' || idOf(element) !== '') continue;
    while (taken.has(`flow_${n}`)) n += 1;
    taken.add(`flow_${n}`);
    Object.defineProperty(element, 'id', { value: `flow_${n}`, enumerable: true, configurable: true, writable: true });
  }
}

/** Whether an id can stand in XML as it is (NCName, here without letters beyond ASCII). */
export const xmlId = (id: string): boolean => /^[A-Za-z_][\w.-]*$/.test(id);

function readLanes(set: Element, lanes: Map<string, string>): void {
  for (const lane of childrenOf(set, 'lanes')) {
    const name = typeof lane['name'] === 'string' && lane['name'].trim() !== '' ? lane['name'].trim() : null;
    if (name !== null) for (const node of childrenOf(lane, 'flowNodeRef')) lanes.set(idOf(node), name);
    const inner = childOf(lane, 'childLaneSet');
    if (inner) readLanes(inner, lanes);
  }
}
