/** A definition as elements of BPMN 2.0, each with what the standard has no place for beside it. */
import type { Flow, Node, ProcessDefinition } from '../../domain/model/types.ts';
import { drawnFlow, drawnOf, flat, type Drawn, type DrawnEvent } from '../drawn.ts';
import { xmlId } from '../import/collect.ts';
import { jsonText, type Element, type Moddle } from '../moddle.ts';

export const feelLanguage = 'https://www.omg.org/spec/DMN/20191111/FEEL/';

export interface Built {
  readonly definitions: Element;
  readonly process: Element;
  /** By id in the definition; flows too. */
  readonly elements: ReadonlyMap<string, Element>;
  /** An id that nothing else has. */
  readonly freshId: (base: string) => string;
}
interface Building {
  readonly moddle: Moddle;
  readonly freshId: (base: string) => string;
  /** Messages, signals, errors, escalations by kind and name. */
  readonly roots: Map<string, Element>;
}
type Members = Record<string, unknown>;

export function buildElements(moddle: Moddle, definition: ProcessDefinition): Built {
  const { nodes, flows } = definition;
  const taken = new Set([...nodes, ...flows].map((n) => n.id).filter(xmlId));
  const freshId = (base: string): string => {
    let id = base;
    for (let n = 2; taken.has(id); n++) id = `${base}_${n}`;
    taken.add(id);
    return id;
  };
  const building: Building = { moddle, freshId, roots: new Map() };
  const xmlIds = new Map<string, string>();
  const own = ({ id }: { readonly id: string }): string => {
    const known = xmlId(id) && !xmlIds.has(id) ? id : freshId('element');
    xmlIds.set(id, known);
    return known;
  };
  const elements = new Map<string, Element>();
  for (const node of nodes) elements.set(node.id, nodeElement(building, node, own(node)));
  for (const flow of flows) elements.set(flow.id, flowElement(building, flow, own(flow)));
  connect(nodes, flows, elements);

  const inside = (parent: string | undefined): readonly Element[] => {
    const here = nodes.filter((n) => n.parent === parent || (parent === undefined && n.parent !== undefined && !elements.has(n.parent)));
    const ids = new Set(here.map((n) => n.id));
    return [...here, ...flows.filter((f) => ids.has(f.from))].map((x) => elements.get(x.id)).filter((e) => e !== undefined);
  };
  for (const node of nodes) if (node.type === 'subProcess') assign(elements.get(node.id), { flowElements: inside(node.id) });

  const id = freshId(xmlId(definition.key) ? definition.key : 'process');
  const name = flat(definition.name.zh);
  const { nodes: _, flows: __, ...rest } = definition;
  const exact = { ...rest, nodes: nodes.map((n) => n.id), flows: flows.map((f) => f.id), xmlName: name, xmlId: id };
  const process = moddle.create('bpmn:Process', { id, name, isExecutable: true, ...documented(building, definition.summary.zh), extensionElements: beside(building, exact), flowElements: inside(undefined) });
  const definitions = moddle.create('bpmn:Definitions', {
    id: freshId('definitions'), targetNamespace: 'urn:banjie:processes', expressionLanguage: feelLanguage, exporter: 'Banjie', rootElements: [process, ...building.roots.values()],
  });
  return { definitions, process, elements, freshId };
}

const assign = (element: Element | undefined, members: Members): void => void (element && Object.assign(element, members));

function beside({ moddle }: Building, exact: unknown): Element {
  return moddle.create('bpmn:ExtensionElements', { values: [moddle.create('banjie:Exact', { json: jsonText(exact) })] });
}
const documented = ({ moddle }: Building, text: string): Members => (text.trim() === '' ? {} : { documentation: [moddle.create('bpmn:Documentation', { text: flatLines(text) })] });
const flatLines = (text: string): string => drawnFlow({ id: '', from: '', to: '', condition: text }).condition ?? '';

function nodeElement(building: Building, node: Node, id: string): Element {
  const { moddle } = building;
  const drawn = drawnOf(node);
  return moddle.create(drawn.type, {
    id, ...(drawn.name === '' ? {} : { name: drawn.name }), ...documented(building, drawn.documentation), extensionElements: beside(building, node),
    ...(drawn.triggered ? { triggeredByEvent: true } : {}),
    ...(drawn.interrupting === null ? {} : drawn.type === 'bpmn:BoundaryEvent' ? { cancelActivity: drawn.interrupting } : { isInterrupting: drawn.interrupting }),
    ...(drawn.loop ? { loopCharacteristics: loopElement(building, drawn.loop) } : {}),
    ...(drawn.event ? { eventDefinitions: [eventElement(building, drawn.event)] } : {}),
    ...said(building, node, drawn),
  });
}

function said({ moddle }: Building, node: Node, { says }: Drawn): Members {
  if (says === null || says === '') return {};
  switch (node.type) {
    case 'callActivity':
      return { calledElement: says };
    case 'serviceTask':
      return { implementation: says };
    case 'scriptTask':
      return { scriptFormat: 'feel', script: says };
    case 'userTask': {
      const expression = moddle.create('bpmn:FormalExpression', { body: says });
      return { resources: [moddle.create('bpmn:PotentialOwner', { resourceAssignmentExpression: moddle.create('bpmn:ResourceAssignmentExpression', { expression }) })] };
    }
    default:
      return {};
  }
}

function loopElement({ moddle, freshId }: Building, { sequential, item, completion }: NonNullable<Drawn['loop']>): Element {
  return moddle.create('bpmn:MultiInstanceLoopCharacteristics', {
    isSequential: sequential, inputDataItem: moddle.create('bpmn:DataInput', { id: freshId('item'), name: item }),
    ...(completion === null ? {} : { completionCondition: moddle.create('bpmn:FormalExpression', { language: feelLanguage, body: completion }) }),
  });
}

const definitionsOf: Readonly<Record<DrawnEvent['kind'], string>> = {
  timer: 'bpmn:TimerEventDefinition', message: 'bpmn:MessageEventDefinition', signal: 'bpmn:SignalEventDefinition', error: 'bpmn:ErrorEventDefinition', escalation: 'bpmn:EscalationEventDefinition',
  link: 'bpmn:LinkEventDefinition', terminate: 'bpmn:TerminateEventDefinition',
};

function eventElement(building: Building, event: DrawnEvent): Element {
  const { moddle } = building;
  const members = (): Members => {
    switch (event.kind) {
      case 'timer':
        // Words that are no ISO 8601 have a language of their own, so that nobody takes them for it.
        return event.timer ? { [event.timer.as]: moddle.create('bpmn:FormalExpression', { body: event.timer.text, ...(event.timer.standard ? {} : { language: 'urn:banjie:calendar' }) }) } : {};
      case 'message':
        return { messageRef: rootElement(building, 'bpmn:Message', event.ref, { name: event.ref }) };
      case 'signal':
        return { signalRef: rootElement(building, 'bpmn:Signal', event.ref, { name: event.ref }) };
      case 'error':
        return event.ref === '' ? {} : { errorRef: rootElement(building, 'bpmn:Error', event.ref, { name: event.ref, errorCode: event.ref }) };
      case 'escalation':
        return event.ref === '' ? {} : { escalationRef: rootElement(building, 'bpmn:Escalation', event.ref, { name: event.ref, escalationCode: event.ref }) };
      case 'link':
        return { name: event.ref };
      case 'terminate':
        return {};
    }
  };
  return moddle.create(definitionsOf[event.kind], members());
}

function rootElement({ moddle, freshId, roots }: Building, type: string, ref: string, members: Members): Element {
  const key = `${type} ${ref}`;
  const known = roots.get(key) ?? moddle.create(type, { id: freshId(type.replace('bpmn:', '').toLowerCase()), ...members });
  roots.set(key, known);
  return known;
}

function flowElement(building: Building, flow: Flow, id: string): Element {
  const { moddle } = building;
  const { name, condition } = drawnFlow(flow);
  const plain = flow.name === undefined && id === flow.id && (condition ?? undefined) === flow.condition;
  return moddle.create('bpmn:SequenceFlow', {
    id, ...(name === '' ? {} : { name }), ...(plain ? {} : { extensionElements: beside(building, flow) }),
    ...(condition === null || condition === '' ? {} : { conditionExpression: moddle.create('bpmn:FormalExpression', { language: feelLanguage, body: condition }) }),
  });
}

/** References, once all elements are there. */
function connect(nodes: readonly Node[], flows: readonly Flow[], elements: ReadonlyMap<string, Element>): void {
  for (const flow of flows) assign(elements.get(flow.id), { sourceRef: elements.get(flow.from), targetRef: elements.get(flow.to) });
  for (const node of nodes) {
    const [incoming, outgoing] = [flows.filter((f) => f.to === node.id), flows.filter((f) => f.from === node.id)].map((list) => list.map((f) => elements.get(f.id)));
    assign(elements.get(node.id), {
      ...(incoming && incoming.length > 0 ? { incoming } : {}), ...(outgoing && outgoing.length > 0 ? { outgoing } : {}),
      ...(node.type === 'boundaryEvent' ? { attachedToRef: elements.get(node.attachedTo) } : {}),
      ...((node.type === 'exclusiveGateway' || node.type === 'inclusiveGateway') && node.default !== undefined ? { default: elements.get(node.default) } : {}),
    });
  }
}
