/** Whose task it is: groups, people and lanes of other engines as posts. A post is a role in the agency that handles the case. */
import type { Assignment } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { bodyOf, childOf, childrenOf, type Element } from '../moddle.ts';
import { expression, isExpression, literalList } from './expression.ts';
import { attributeOf, type Extensions } from './extensions.ts';
import type { Reading } from './reading.ts';

interface Named { readonly groups: readonly string[]; readonly people: readonly string[] }

/** null where it was refused. */
export function assignmentOf(reading: Reading, element: Element, at: string, extensions: Extensions, lane: string | undefined, local: readonly string[]): Assignment | null {
  const { groups, people } = namedIn(element, extensions);
  const asked = askedFor(reading, [groups.join(', '), ...groups, ...people]);
  if (asked !== undefined) return office(reading, asked, asked);

  const listed = groups.flatMap((g) => literalList(g) ?? [g]);
  const again = askedFor(reading, [listed.join(', '), ...listed]);
  if (again !== undefined) return office(reading, again, again);
  if (listed.length > 1) {
    reading.refuse('task.several-groups', element, listed.join(', '));
    return null;
  }
  const [group] = listed;
  const [person] = people;
  const computed = [group, person].find((n) => n !== undefined && isExpression(n));
  if (computed !== undefined && (group === undefined || group === computed)) {
    const variable = /^(?:[$#]\{|=)\s*([A-Za-z_]\w*)\s*\}?$/.exec(computed)?.[1];
    if (variable !== undefined && reading.initiators.has(variable) && !local.includes(variable)) {
      reading.refuse('task.initiator', element, computed);
      return null;
    }
    const pool = expression(reading, { element, at, local }, computed, 'text');
    if (pool !== null) reading.note('assignment.computed', element, computed);
    return pool === null ? null : { kind: 'pool', pool };
  }
  if (group !== undefined) {
    if (person !== undefined) reading.note('assignee.dropped', element, person);
    return office(reading, reading.names.role(group), group);
  }
  const fallback = lane !== undefined ? reading.options.roles?.[lane] ?? reading.names.role(lane) : reading.options.role;
  if (fallback !== undefined) {
    if (person !== undefined) reading.note('assignee.dropped', element, person);
    else reading.note('role.derived', element, lane ?? fallback);
    return office(reading, fallback, lane ?? fallback);
  }
  if (person !== undefined) reading.refuse('task.person', element, person);
  else reading.refuse('task.nobody', element);
  return null;
}

const askedFor = (reading: Reading, names: readonly string[]): string | undefined => names.filter((n) => n !== '').map((n) => (reading.options.roles && Object.hasOwn(reading.options.roles, n) ? reading.options.roles[n] : undefined)).find((r) => r !== undefined);

export function office(reading: Reading, role: string, name: string): Assignment {
  if (!reading.roles.has(role)) reading.roles.set(role, text(name, name));
  return { kind: 'office', role, agency: { kind: 'handling' } };
}

function namedIn(element: Element, extensions: Extensions): Named {
  const definition = extensions.element('assignmentDefinition')?.value;
  const split = (value: string | undefined): readonly string[] => (value === undefined || value.trim() === '' ? [] : isExpression(value) ? [value.trim()] : value.split(',').map((v) => v.trim()).filter(Boolean));
  const roles = childrenOf(element, 'resources').map((r) => ({ type: r.$type, body: bodyOf(childOf(r, 'resourceAssignmentExpression'), 'expression') ?? '' }));
  // "user(kermit), group(management), accountancy": a name alone is a group.
  const owners = roles.filter((r) => r.type === 'bpmn:PotentialOwner').flatMap((r) => split(r.body));
  const wrapped = (kind: string): readonly string[] => owners.flatMap((o) => new RegExp(`^${kind}\\((.*)\\)$`).exec(o)?.slice(1) ?? []);
  return {
    groups: [...split(extensions.attribute('candidateGroups')), ...split(attributeOf(definition, 'candidateGroups')), ...wrapped('group'), ...owners.filter((o) => !/^(user|group)\(/.test(o))],
    people: [
      ...split(extensions.attribute('assignee')), ...split(attributeOf(definition, 'assignee')), ...roles.filter((r) => r.type === 'bpmn:HumanPerformer' || r.type === 'bpmn:Performer').flatMap((r) => split(r.body)),
      ...split(extensions.attribute('candidateUsers')), ...split(attributeOf(definition, 'candidateUsers')), ...wrapped('user'),
    ],
  };
}
