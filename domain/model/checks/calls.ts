/** What a definition says of other processes, held against those that are registered, or are to be registered with it. */
import type { CallActivity, ProcessDefinition } from '../types.ts';
import { beginningOf } from '../starts.ts';
import { problem, type ModelProblem } from './problem.ts';

const has = (record: Readonly<Record<string, unknown>>, name: string): boolean => Object.hasOwn(record, name);

/** @param others the latest versions of all processes; the definition itself may be among them */
export function checkCalls(model: ProcessDefinition, others: readonly ProcessDefinition[]): readonly ModelProblem[] {
  const byKey = new Map([...others.filter((o) => o.key !== model.key), model].map((o) => [o.key, o]));
  return model.nodes.flatMap((node) => (node.type === 'callActivity' ? checkCall(node, byKey.get(node.process)) : []));
}

function checkCall({ id, process, input, output = {} }: CallActivity, called: ProcessDefinition | undefined): readonly ModelProblem[] {
  if (!called) return [problem('call.process', id, process)];
  const form = beginningOf(called)?.form ?? called.startForm;
  const asked = Object.keys(form).filter((field) => form[field] === 'required');
  const told = Object.values(output).flatMap((feel) => [...feel.matchAll(/\bchild\.data\.(\w+)/g)].map(([, field = '']) => field));
  return [
    ...Object.keys(input).filter((field) => !has(called.fields, field)).map((field) => problem('call.input', id, field)),
    ...asked.filter((field) => !has(input, field)).map((field) => problem('call.input', id, field)),
    ...told.filter((field) => !has(called.fields, field)).map((field) => problem('call.output', id, `child.data.${field}`)),
  ];
}
