/** A process definition as BPMN 2.0 XML with its diagram; import(export(x)) = x. */
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { createModdle } from '../moddle.ts';
import { buildElements } from './build.ts';
import { drawDiagram } from './diagram.ts';

export async function exportBpmn(definition: ProcessDefinition): Promise<string> {
  const moddle = createModdle();
  const built = buildElements(moddle, definition);
  Object.assign(built.definitions, { diagrams: [drawDiagram(moddle, definition, built)] });
  const { xml } = await moddle.toXML(built.definitions, { format: true });
  return xml;
}
