/** The ways that a token can take: the sequence flows, and from each throwing link event to the catching one of its name (BPMN §10.5.5). */
import type { Flow, LinkEvent, ProcessDefinition } from './types.ts';

export const linkEvents = (model: Pick<ProcessDefinition, 'nodes'>, end: LinkEvent['end']): readonly LinkEvent[] => model.nodes.filter((n): n is LinkEvent => n.type === 'linkEvent' && n.end === end);

export function waysOf(model: Pick<ProcessDefinition, 'nodes' | 'flows'>): readonly Flow[] {
  const caught = linkEvents(model, 'catch');
  const links = linkEvents(model, 'throw').flatMap((from) => caught.filter((to) => to.link === from.link && to.parent === from.parent).map((to): Flow => ({ id: `${from.id}~${to.id}`, from: from.id, to: to.id })));
  return links.length > 0 ? [...model.flows, ...links] : model.flows;
}
