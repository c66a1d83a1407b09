/**
 * How a case of a process begins (BPMN 2.0.2 §10.5.2, §13.5.1): by its plain start event, or by one that a message starts (外部消息立案). Each asks its own form: the plain
 * one the start form of the process, one of a message its own; where there is no plain one, the start form is asked of all of them besides.
 */
import type { Form, ProcessDefinition, StartEvent } from './types.ts';

export interface Beginning { readonly event: StartEvent; /** Null: plain. */ readonly message: string | null; readonly form: Form }

export function beginningsOf(model: Pick<ProcessDefinition, 'nodes' | 'startForm'>): readonly Beginning[] {
  const events = model.nodes.filter((n): n is StartEvent => n.type === 'startEvent' && n.parent === undefined);
  const common = events.some((e) => e.on === undefined) ? {} : model.startForm;
  return events.map((event) => (event.on?.kind === 'message' ? { event, message: event.on.message, form: { ...common, ...event.on.form } } : { event, message: null, form: model.startForm }));
}

/** Without a message the plain one, or the only one there is. */
export function beginningOf(model: Pick<ProcessDefinition, 'nodes' | 'startForm'>, message?: string): Beginning | undefined {
  const all = beginningsOf(model);
  return all.find((b) => b.message === (message ?? null)) ?? (message === undefined && all.length === 1 ? all[0] : undefined);
}
