/** Small definitions for tests of the engine, and a generator of sound ones. */
import fc from 'fast-check';
import type { Flow, Node, ProcessDefinition, UserTask } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';

const name = (id: string) => text(id, id);
export const officer = { kind: 'office', role: 'officer', agency: { kind: 'handling' } } as const;

export const userTask = (id: string, outcomes: readonly string[] = ['done'], more: Partial<UserTask> = {}): UserTask => ({
  id, type: 'userTask', name: name(id), assignment: officer, form: {}, outcomes: outcomes.map((o) => ({ id: o, name: name(o) })), ...more,
});
export const flow = (from: string, to: string, condition?: string): Flow => ({ id: `${from}_${to}`, from, to, ...(condition ? { condition } : {}) });

export function definition(nodes: readonly Node[], flows: readonly Flow[], more: Partial<ProcessDefinition> = {}): ProcessDefinition {
  return {
    key: 'sample', version: 1, name: name('sample'), summary: name('sample'), numberWord: '样', roles: {}, parties: {}, fields: {},
    starters: [{ kind: 'office', role: 'officer' }], startForm: {}, title: '"sample"', outcomes: { done: name('done') },
    nodes, flows, clocks: [], ...more,
  };
}
export const start: Node = { id: 'start', type: 'startEvent', name: name('start') };
export const end = (id = 'end', terminate = false): Node => ({ id, type: 'endEvent', name: name(id), outcome: 'done', ...(terminate ? { terminate } : {}) });
export const parallel = (id: string): Node => ({ id, type: 'parallelGateway', name: name(id) });
export const exclusive = (id: string, byDefault?: string): Node => ({ id, type: 'exclusiveGateway', name: name(id), ...(byDefault ? { default: byDefault } : {}) });

/** A block of a structured process: sound by construction (each split has its join, each loop its way out). */
type Block =
  | { readonly kind: 'task' }
  | { readonly kind: 'seq' | 'par' | 'xor'; readonly parts: readonly Block[] }
  | { readonly kind: 'loop'; readonly body: Block };

const block = fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: 4, depthIdentifier: 'block' },
    fc.constant<Block>({ kind: 'task' }),
    fc.record<{ kind: 'seq' | 'par' | 'xor'; parts: Block[] }>({ kind: fc.constantFrom('seq', 'par', 'xor'), parts: fc.array(tie('block'), { minLength: 2, maxLength: 3 }) }),
    fc.record<{ kind: 'loop'; body: Block }>({ kind: fc.constant('loop'), body: tie('block') }),
  ),
})).block;

export const soundDefinition: fc.Arbitrary<ProcessDefinition> = block.map((root) => {
  const nodes: Node[] = [start, end()];
  const flows: Flow[] = [];
  let n = 0;
  const id = (kind: string): string => `${kind}${++n}`;
  const add = (node: Node): string => (nodes.push(node), node.id);
  // A decision is made by the task before its gateway; its outcomes are the branches.
  const build = (b: Block, from: string, condition?: string): string => {
    const connect = (to: string, when = condition): void => void flows.push({ ...flow(from, to, when), id: `f${++n}` });
    switch (b.kind) {
      case 'task': {
        const task = add(userTask(id('t')));
        connect(task);
        return task;
      }
      case 'seq': {
        let at = from;
        let when = condition;
        for (const part of b.parts) [at, when] = [build(part, at, when), undefined];
        return at;
      }
      case 'par': {
        const split = add(parallel(id('p')));
        const join = add(parallel(id('j')));
        connect(split);
        for (const part of b.parts) flows.push({ ...flow(build(part, split), join), id: `f${++n}` });
        return join;
      }
      case 'xor': {
        const choices = b.parts.map((_, i) => `o${i}`);
        const task = add(userTask(id('t'), choices));
        const split = add(exclusive(id('x')));
        const merge = add(exclusive(id('m')));
        connect(task);
        flows.push({ ...flow(task, split), id: `f${++n}` });
        b.parts.forEach((part, i) => flows.push({ ...flow(build(part, split, `outcome.${task} = "o${i}"`), merge), id: `f${++n}` }));
        return merge;
      }
      case 'loop': {
        const entry = add(exclusive(id('l')));
        connect(entry);
        const task = add(userTask(id('t'), ['again', 'on']));
        flows.push({ ...flow(build(b.body, entry), task), id: `f${++n}` });
        const split = add(exclusive(id('x')));
        flows.push({ ...flow(task, split), id: `f${++n}` }, { ...flow(split, entry, `outcome.${task} = "again"`), id: `f${++n}` });
        const exit = add(exclusive(id('m')));
        flows.push({ ...flow(split, exit, `outcome.${task} = "on"`), id: `f${++n}` });
        return exit;
      }
    }
  };
  flows.push(flow(build(root, 'start'), 'end'));
  return definition(nodes, flows);
});
