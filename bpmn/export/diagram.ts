/** The diagram (BPMN DI): a shape for every node, an edge for every flow, and where their names stand. */
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { textOf, type Element, type Moddle } from '../moddle.ts';
import type { Built } from './build.ts';
import { layout, type Box, type Point } from './layout.ts';

const line = 14;

export function drawDiagram(moddle: Moddle, definition: ProcessDefinition, { process, elements, freshId }: Built): Element {
  const { boxes, ways } = layout(definition);
  const bounds = ({ x, y, width, height }: Box): Element => moddle.create('dc:Bounds', { x, y, width, height });
  const label = (box: Box | null): object => (box ? { label: moddle.create('bpmndi:BPMNLabel', { bounds: bounds(box) }) } : {});
  const shapes = definition.nodes.flatMap((node) => {
    const [element, box] = [elements.get(node.id), boxes.get(node.id)];
    if (!element || !box) return [];
    const outside = /(Event|Gateway)$/.test(node.type);
    return [moddle.create('bpmndi:BPMNShape', {
      id: freshId(`${textOf(element, 'id') ?? ''}_di`), bpmnElement: element, bounds: bounds(box), ...(node.type === 'subProcess' ? { isExpanded: true } : {}),
      ...(node.type === 'exclusiveGateway' ? { isMarkerVisible: true } : {}), ...(outside ? label(below(textOf(element, 'name'), box, node.type === 'boundaryEvent')) : {}),
    })];
  });
  const edges = definition.flows.flatMap((flow) => {
    const [element, points] = [elements.get(flow.id), ways.get(flow.id)];
    if (!element || !points) return [];
    return [moddle.create('bpmndi:BPMNEdge', {
      id: freshId(`${textOf(element, 'id') ?? ''}_di`), bpmnElement: element, waypoint: points.map(({ x, y }) => moddle.create('dc:Point', { x, y })), ...label(along(textOf(element, 'name'), points)),
    })];
  });
  const plane = moddle.create('bpmndi:BPMNPlane', { id: freshId('plane'), bpmnElement: process, planeElement: [...shapes, ...edges] });
  return moddle.create('bpmndi:BPMNDiagram', { id: freshId('diagram'), plane });
}

/** Chinese characters are as wide as they are high. */
const widthOf = (text: string): number => [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2e7f ? 12 : 6.5), 0);

function below(name: string | undefined, box: Box, attached: boolean): Box | null {
  if (!name) return null;
  const width = Math.min(90, Math.ceil(widthOf(name)) + 4);
  const height = line * Math.max(1, Math.ceil(widthOf(name) / 86));
  // The flow of a boundary event leaves below it.
  return attached ? { x: box.x + box.width + 2, y: box.y + box.height / 2 + 4, width, height } : { x: Math.round(box.x + box.width / 2 - width / 2), y: box.y + box.height + 4, width, height };
}

/** Above the last level part, which leads into the step. */
function along(name: string | undefined, points: readonly Point[]): Box | null {
  const [from, to] = [points.at(-2), points.at(-1)];
  if (!name || !from || !to) return null;
  const width = Math.ceil(widthOf(name)) + 4;
  return { x: Math.round(Math.max(from.x, to.x - width - 8)), y: Math.round(to.y - line - 4), width, height: line };
}
