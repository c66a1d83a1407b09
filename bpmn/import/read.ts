/** XML as a tree, or everything that is wrong with it as XML and as BPMN. */
import { createModdle, idOf, readTree, type Element } from '../moddle.ts';
import { guardXml } from './guard.ts';
import { importNotice, importProblem, type ImportNotice, type ImportProblem } from './problem.ts';

export type Read = { readonly ok: true; readonly definitions: Element; readonly notices: readonly ImportNotice[] } | { readonly ok: false; readonly problems: readonly ImportProblem[] };

export async function readXml(xml: string): Promise<Read> {
  const guarded = guardXml(xml);
  if (guarded !== null) return { ok: false, problems: [importProblem(guarded, '', '')] };
  let parsed: Awaited<ReturnType<typeof readTree>>;
  try {
    parsed = await readTree(createModdle(), 'bpmn:Definitions', xml);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    // moddle rejects for what is no XML and for what is none of BPMN; both are the file's fault.
    return { ok: false, problems: [message.startsWith('failed to parse document') ? importProblem('xml.root', '', '', firstWarning(error)) : importProblem('xml.parse', '', '', brief(message))] };
  }
  const found = parsed.warnings.flatMap(({ message, element, property, value }): readonly ImportProblem[] => {
    if (message.startsWith('unknown attribute ')) return [];
    // Whoever gave the text has read its bytes by then.
    if (message.startsWith('unsupported document encoding ')) return [];
    if (property !== undefined && element) {
      if (property === 'bpmn:loopDataInputRef') {
        Object.defineProperty(element, 'loopDataInputRef', { value, enumerable: true, configurable: true, writable: true });
        return [];
      }
      return harmlessReferences.has(property) || onlyDrawn.has(element.$type) || element.$type.startsWith('bpmndi:') ? [] : [importProblem('reference.unresolved', idOf(element), nameIn(element), `${property.replace('bpmn:', '')}: ${value ?? ''}`)];
    }
    const duplicate = /duplicate ID <([^>]*)>/.exec(message)?.[1];
    if (duplicate !== undefined) return /<\w*:?(?:BPMN(?:Shape|Edge|Plane|Diagram|Label))\b/i.test(message) ? [] : [importProblem('id.duplicate', duplicate, '')];
    const unknown = /unparsable content <([^\s>/]*)[^]*nested error: (?:unrecognized element|unknown type|unexpected element)/.exec(message)?.[1];
    // The drawing of a file is not read.
    if (unknown !== undefined && /^(bpmndi|dc|di|omgdc|omgdi):/i.test(unknown)) return [];
    return [importProblem(unknown === undefined ? 'xml.parse' : 'xml.unknown', '', '', unknown ?? brief(message))];
  });
  const problems = parsed.root === null ? [...found, importProblem('more', '', '', String(found.length))] : found;
  // Written without the prefix of the tool whose attribute it is: no engine reads it there.
  const notices = parsed.warnings.flatMap(({ message, element, property }) => (element && property !== undefined && message.startsWith('unknown attribute ') && !element.$type.startsWith('bpmndi:') ? [importNotice('attribute.unknown', idOf(element), nameIn(element), property)] : []));
  return problems.length > 0 || parsed.root === null ? { ok: false, problems } : { ok: true, definitions: parsed.root, notices };
}

/** What only the drawing, or nothing here, needs. incoming and outgoing repeat what the flows say. */
const harmlessReferences = new Set([
  'bpmn:incoming', 'bpmn:outgoing', 'bpmn:flowNodeRef', 'bpmn:dataObjectRef', 'bpmn:dataStoreRef', 'bpmn:itemSubjectRef', 'bpmn:structureRef', 'bpmn:categoryValueRef', 'bpmn:operationRef', 'bpmn:partitionElementRef',
  'bpmn:supportedInterfaceRefs', 'bpmn:dataInputRefs', 'bpmn:dataOutputRefs', 'bpmn:loopDataOutputRef', 'bpmn:itemRef', 'bpmn:processRef', 'bpmn:resourceRef', 'bpmn:evaluatesToTypeRef', 'bpmn:definition', 'bpmn:inMessageRef', 'bpmn:outMessageRef',
  'bpmn:parameterRef', 'bpmn:endPointRefs', 'bpmn:errorRefs', 'bpmn:correlationKeyRef', 'bpmn:correlationPropertyRef',
]);
/** Lines between pools and to notes and data: no flow of the process. */
const onlyDrawn = new Set(['bpmn:MessageFlow', 'bpmn:Association', 'bpmn:DataInputAssociation', 'bpmn:DataOutputAssociation', 'bpmn:ConversationLink', 'bpmn:DataStoreReference', 'bpmn:DataObjectReference', 'bpmn:Participant']);
const nameIn = (element: Element): string => (typeof element['name'] === 'string' ? element['name'] : '');
const brief = (message: string): string => message.replace(/\s+/g, ' ').trim().slice(0, 200);
function firstWarning(error: unknown): string | undefined {
  const warnings: unknown = typeof error === 'object' && error !== null && 'warnings' in error ? error.warnings : undefined;
  const first: unknown = Array.isArray(warnings) ? warnings[0] : undefined;
  return typeof first === 'object' && first !== null && 'message' in first ? /unparsable content (<[^\s>]*)/.exec(String(first.message))?.[1] : undefined;
}
