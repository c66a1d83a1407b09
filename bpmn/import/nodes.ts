/** Every node of the file as a node of the definition. */
import type { Node } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import type { Drawn } from '../drawn.ts';
import { flagOf, idOf, textOf, type Element } from '../moddle.ts';
import { activityNode, isActivity, type Around } from './activities.ts';
import type { Collected, FoundNode } from './collect.ts';
import { draw } from './draw.ts';
import { eventNode, readable, startNode } from './events.ts';
import { reconcile } from './exact.ts';
import { extensionsOf, type Extensions } from './extensions.ts';
import { embeddedForms, formOf } from './forms.ts';
import { takeMappings } from './mappings.ts';
import type { Reading } from './reading.ts';

/** @param own the file was written by this project */
export function nodesOf(reading: Reading, collected: Collected, extensions: Extensions, own: boolean): readonly Node[] {
  const embedded = embeddedForms(extensions);
  const items = new Map<string, readonly string[]>();
  return collected.nodes.flatMap((found) => {
    const { element, around, exact } = found;
    const parent = around ? collected.idHere(idOf(around)) : null;
    const drawn = draw(element, parent, collected.idHere);
    const outer = (around && items.get(idOf(around))) ?? [];
    const local = own ? [...outer, 'outcome', 'case'] : outer;
    const node = (exact && reconcile(reading, element, exact, drawn)) ?? foreign(reading, found, drawn, { lane: collected.lanes.get(idOf(element)), local, embedded });
    const multi = node?.type === 'subProcess' ? node.multi ?? reading.surroundings.get(node.id)?.multi : undefined;
    if (node?.type === 'subProcess') items.set(idOf(element), multi ? [...outer, multi.item] : outer);
    return node ? [node] : [];
  });
}

function foreign(reading: Reading, { element, around }: FoundNode, drawn: Drawn, where: Around): Node | null {
  const name = drawn.name || textOf(element, 'id') || drawn.id;
  const base = { id: drawn.id, name: text(name, name), ...(drawn.documentation ? { documentation: text(drawn.documentation, drawn.documentation) } : {}), ...(drawn.parent === null ? {} : { parent: drawn.parent }) };
  if (isActivity(element)) return activityNode(reading, element, drawn, base, where);
  const extensions = extensionsOf(reading, element);
  const node = gatewayOrEvent(reading, element, around, drawn, base, where, extensions);
  extensions.finish();
  return node;
}

function gatewayOrEvent(reading: Reading, element: Element, around: Element | null, drawn: Drawn, base: Pick<Node, 'id' | 'name'>, where: Around, extensions: Extensions): Node | null {
  const refuse = (code: Parameters<Reading['refuse']>[0], detail?: string): null => (reading.refuse(code, element, detail), null);
  const byDefault = drawn.default === null ? {} : { default: drawn.default };
  switch (element.$type) {
    case 'bpmn:StartEvent': {
      if (!readable(reading, element)) return null;
      extensions.attribute('initiator');
      const node = startNode(reading, element, drawn, base, around !== null && flagOf(around, 'triggeredByEvent'));
      if (drawn.parent === null) {
        const { form, elsewhere } = formOf(reading, element, extensions, where.embedded);
        const message = node?.type === 'startEvent' && node.on !== undefined;
        if (!message) Object.assign(reading.startForm, form);
        if (elsewhere || message) reading.open.set(drawn.id, message ? { ...form } : {});
      }
      takeMappings(reading, { element, at: drawn.id, local: where.local }, base, extensions, { only: 'after' });
      return node;
    }
    case 'bpmn:EndEvent':
    case 'bpmn:IntermediateCatchEvent':
    case 'bpmn:IntermediateThrowEvent':
    case 'bpmn:BoundaryEvent':
      return readable(reading, element) ? mappedEvent(reading, element, drawn, base, where, extensions) : null;
    case 'bpmn:ExclusiveGateway':
      return { ...base, type: 'exclusiveGateway', ...byDefault };
    case 'bpmn:InclusiveGateway':
      return { ...base, type: 'inclusiveGateway', ...byDefault };
    case 'bpmn:ParallelGateway':
      return { ...base, type: 'parallelGateway' };
    case 'bpmn:EventBasedGateway':
      return flagOf(element, 'instantiate') || element['eventGatewayType'] === 'Parallel' ? refuse('gateway.instantiates') : { ...base, type: 'eventGateway' };
    case 'bpmn:ComplexGateway':
      return refuse('element.complex-gateway');
    case 'bpmn:Transaction':
      return refuse('element.transaction');
    case 'bpmn:AdHocSubProcess':
      return refuse('element.ad-hoc');
    default:
      return refuse('element.unsupported', element.$type.replace('bpmn:', ''));
  }
}

/** An event brings something, or is given something to send; what it throws has read its part already. */
function mappedEvent(reading: Reading, element: Element, drawn: Drawn, base: Pick<Node, 'id' | 'name'>, { local }: Around, extensions: Extensions): Node | null {
  const node = eventNode(reading, element, drawn, base, { extensions, local });
  const sends = drawn.event?.kind === 'message' && (element.$type === 'bpmn:EndEvent' || element.$type === 'bpmn:IntermediateThrowEvent');
  if (!sends) takeMappings(reading, { element, at: drawn.id, local }, base, extensions, element.$type === 'bpmn:EndEvent' ? { only: 'before' } : element.$type === 'bpmn:IntermediateThrowEvent' ? {} : { only: 'after' });
  return node;
}
