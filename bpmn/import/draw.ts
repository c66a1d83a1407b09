/** The neutral form of a node as the file draws it. */
import { lines, bodyOf, childOf, childrenOf, documentationOf, flagOf, idOf, nameOf, textOf, type Element } from '../moddle.ts';
import { flat, type Drawn, type DrawnEvent, type EventKind } from '../drawn.ts';

const kinds: Readonly<Record<string, EventKind>> = {
  'bpmn:TimerEventDefinition': 'timer', 'bpmn:MessageEventDefinition': 'message', 'bpmn:SignalEventDefinition': 'signal', 'bpmn:ErrorEventDefinition': 'error',
  'bpmn:EscalationEventDefinition': 'escalation', 'bpmn:LinkEventDefinition': 'link', 'bpmn:TerminateEventDefinition': 'terminate',
};

/** @param parent the sub-process around it, by its id here @param idHere what an id of the file is called in the definition */
export function draw(element: Element, parent: string | null, idHere: (id: string) => string): Drawn {
  const [definition] = childrenOf(element, 'eventDefinitions');
  const event = definition ? eventOf(definition) : null;
  const loop = childOf(element, 'loopCharacteristics');
  const by = (member: string): string | null => {
    const other = childOf(element, member);
    return other ? idHere(idOf(other)) : null;
  };
  return {
    id: idHere(idOf(element)), type: element.$type, name: nameOf(element), documentation: documentationOf(element), parent, default: by('default'),
    triggered: flagOf(element, 'triggeredByEvent'), attachedTo: by('attachedToRef'),
    interrupting: element.$type === 'bpmn:BoundaryEvent' ? element['cancelActivity'] !== false : element.$type === 'bpmn:StartEvent' && event ? element['isInterrupting'] !== false : null,
    says: saysOf(element),
    loop: loop?.$type === 'bpmn:MultiInstanceLoopCharacteristics'
      ? { sequential: flagOf(loop, 'isSequential'), item: flat(textOf(childOf(loop, 'inputDataItem'), 'name') ?? ''), completion: bodyOf(loop, 'completionCondition') || null }
      : null,
    event,
  };
}

/** What this project writes there; in files of others it may be something else. */
function saysOf(element: Element): string | null {
  switch (element.$type) {
    case 'bpmn:CallActivity':
      return flat(textOf(element, 'calledElement') ?? '');
    case 'bpmn:ServiceTask':
      return flat(textOf(element, 'implementation') ?? '');
    case 'bpmn:ScriptTask':
      return lines(textOf(element, 'script') ?? '');
    case 'bpmn:UserTask':
      return bodyOf(childOf(childrenOf(element, 'resources')[0], 'resourceAssignmentExpression'), 'expression') || null;
    default:
      return null;
  }
}

function eventOf(definition: Element): DrawnEvent | null {
  const kind = Object.hasOwn(kinds, definition.$type) ? kinds[definition.$type] : undefined;
  if (kind === undefined) return null;
  switch (kind) {
    case 'timer': {
      const as = (['timeDuration', 'timeDate', 'timeCycle'] as const).find((member) => childOf(definition, member));
      return { kind, ref: '', ...(as ? { timer: { as, text: bodyOf(definition, as) ?? '', standard: true } } : {}) };
    }
    case 'message':
      return { kind, ref: flat(textOf(childOf(definition, 'messageRef'), 'name') ?? '') };
    case 'signal':
      return { kind, ref: flat(textOf(childOf(definition, 'signalRef'), 'name') ?? '') };
    case 'error':
      return { kind, ref: flat(textOf(childOf(definition, 'errorRef'), 'errorCode') ?? '') };
    case 'escalation':
      return { kind, ref: flat(textOf(childOf(definition, 'escalationRef'), 'escalationCode') ?? '') };
    case 'link':
      return { kind, ref: flat(textOf(definition, 'name') ?? '') };
    case 'terminate':
      return { kind, ref: '' };
  }
}
