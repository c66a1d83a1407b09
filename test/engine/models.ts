/** Small definitions for tests of the engine, and a generator of sound ones. */
import fc from 'fast-check';
import type { Awaited, Flow, Node, ProcessDefinition, UserTask } from '../../domain/model/types.ts';
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

/** A block of a structured process: sound by construction (each split has its join, each loop its way out, each event its path to an end). */
type Block =
  | { readonly kind: 'task' }
  | { readonly kind: 'seq' | 'par' | 'xor' | 'or'; readonly parts: readonly Block[] }
  | { readonly kind: 'loop'; readonly body: Block }
  | { readonly kind: 'sub'; readonly body: Block; readonly event: SubEvent };
/** What stands beside or in a sub-process. */
const subEvents = ['none', 'message', 'message-aside', 'timer', 'error', 'escalation', 'within', 'within-aside', 'within-timer', 'within-again'] as const;
type SubEvent = (typeof subEvents)[number];

const blocks = (eventful: boolean): fc.Arbitrary<Block> => fc.letrec<{ block: Block }>((tie) => ({
  block: fc.oneof(
    { maxDepth: eventful ? 3 : 4, depthIdentifier: eventful ? 'eventful' : 'block' },
    fc.constant<Block>({ kind: 'task' }),
    fc.record<{ kind: 'seq' | 'par' | 'xor' | 'or'; parts: Block[] }>({ kind: eventful ? fc.constantFrom('seq', 'par', 'xor', 'or') : fc.constantFrom('seq', 'par', 'xor'), parts: fc.array(tie('block'), { minLength: 2, maxLength: 3 }) }),
    fc.record<{ kind: 'loop'; body: Block }>({ kind: fc.constant('loop'), body: tie('block') }),
    ...(eventful ? [fc.record<{ kind: 'sub'; body: Block; event: SubEvent }>({ kind: fc.constant('sub'), body: tie('block'), event: fc.constantFrom(...subEvents) })] : []),
  ),
})).block;

const aDay = { kind: 'after', rule: { budget: { amount: 1, unit: 'calendar-day' }, startDay: 'excluded', rollOver: 'none', basis: { instrument: name('law'), article: '§1', version: '1', confidence: 'R' } } } as const;
const inADay: Awaited = { kind: 'timer', timer: aDay };
const everyDay: Awaited = { kind: 'timer', timer: { ...aDay, repeat: true } };

function assembled(root: Block): ProcessDefinition {
  const nodes: Node[] = [start, end()];
  const flows: Flow[] = [];
  let n = 0;
  const id = (kind: string): string => `${kind}${++n}`;
  /** Draws a block between `from` and what follows. @returns its last node */
  const build = (b: Block, from: string, condition?: string, parent?: string): string => {
    const add = (node: Node): string => (nodes.push(parent === undefined ? node : { ...node, parent }), node.id);
    const connect = (to: string, when = condition): void => void flows.push({ ...flow(from, to, when), id: `f${++n}` });
    const draw = (a: string, to: string, when?: string): void => void flows.push({ ...flow(a, to, when), id: `f${++n}` });
    switch (b.kind) {
      case 'task': {
        const task = add(userTask(id('t')));
        connect(task);
        return task;
      }
      case 'seq': {
        let at = from;
        let when = condition;
        for (const part of b.parts) [at, when] = [build(part, at, when, parent), undefined];
        return at;
      }
      case 'par': {
        const split = add(parallel(id('p')));
        const join = add(parallel(id('j')));
        connect(split);
        for (const part of b.parts) draw(build(part, split, undefined, parent), join);
        return join;
      }
      case 'or': {
        // The last way is taken where the step before chose none; a step may choose the first with it.
        const task = add(userTask(id('t'), ['one', 'both']));
        connect(task);
        const byDefault = `f${++n}`;
        const split = add({ id: id('i'), type: 'inclusiveGateway', name: name('i'), default: byDefault });
        const join = add({ id: id('j'), type: 'inclusiveGateway', name: name('j') });
        draw(task, split);
        b.parts.forEach((part, i) => {
          if (i > 0) return draw(build(part, split, i === 1 ? `outcome.${task} = "both"` : 'true', parent), join);
          const first = add(userTask(id('t')));
          flows.push({ id: byDefault, from: split, to: first });
          draw(build(part, first, undefined, parent), join);
        });
        return join;
      }
      case 'xor': {
        // A decision is made by the task before its gateway; its outcomes are the branches.
        const choices = b.parts.map((_, i) => `o${i}`);
        const task = add(userTask(id('t'), choices));
        const split = add(exclusive(id('x')));
        const merge = add(exclusive(id('m')));
        connect(task);
        draw(task, split);
        b.parts.forEach((part, i) => draw(build(part, split, `outcome.${task} = "o${i}"`, parent), merge));
        return merge;
      }
      case 'loop': {
        const entry = add(exclusive(id('l')));
        connect(entry);
        const task = add(userTask(id('t'), ['again', 'on']));
        draw(build(b.body, entry, undefined, parent), task);
        const split = add(exclusive(id('x')));
        draw(task, split);
        draw(split, entry, `outcome.${task} = "again"`);
        const exit = add(exclusive(id('m')));
        draw(split, exit, `outcome.${task} = "on"`);
        return exit;
      }
      case 'sub': {
        const sub = add({ id: id('s'), type: 'subProcess', name: name('s') });
        connect(sub);
        const inside = (node: Node): string => (nodes.push({ ...node, parent: sub }), node.id);
        const first = inside({ ...start, id: id('b') });
        let last = build(b.body, first, undefined, sub);
        const thrown = b.event === 'error' ? { kind: 'error', error: sub } as const : b.event === 'escalation' ? { kind: 'escalation', escalation: sub } as const : null;
        if (thrown) {
          const task = inside(userTask(id('t'), ['ok', 'bad']));
          const split = inside(exclusive(id('x')));
          draw(last, task);
          draw(task, split);
          draw(split, inside({ ...end(id('e')), throws: thrown } as Node), `outcome.${task} = "bad"`);
          last = inside(exclusive(id('m')));
          draw(split, last, `outcome.${task} = "ok"`);
        }
        draw(last, inside(end(id('e'))));
        if (b.event === 'none') return sub;
        const within = b.event.startsWith('within');
        const aside = b.event === 'message-aside' || b.event === 'escalation' || b.event === 'within-aside' || b.event === 'within-again';
        const on: Awaited = b.event === 'within-timer' ? inADay : b.event === 'within-again' ? everyDay : within ? { kind: 'signal', signal: sub, form: {} } : thrown ? (thrown.kind === 'error' ? { kind: 'error' } : { kind: 'escalation' }) : b.event === 'timer' ? inADay : { kind: 'message', message: sub, form: {} };
        if (within) {
          const esp = inside({ id: id('v'), type: 'subProcess', name: name('v'), triggered: true });
          const [begun, task, done] = [id('b'), id('t'), id('e')];
          for (const node of [{ ...start, id: begun, on, interrupting: !aside } as Node, userTask(task), end(done)]) nodes.push({ ...node, parent: esp });
          draw(begun, task);
          draw(task, done);
          return sub;
        }
        const event = add({ id: id('c'), type: 'boundaryEvent', name: name('c'), attachedTo: sub, interrupting: !aside, on });
        const task = add(userTask(id('t')));
        draw(event, task);
        if (aside) {
          draw(task, add(end(id('e'))));
          return sub;
        }
        const merge = add(exclusive(id('m')));
        draw(sub, merge);
        draw(task, merge);
        return merge;
      }
    }
  };
  flows.push(flow(build(root, 'start'), 'end'));
  return definition(nodes, flows);
}

/** About how many markings a block has: those of branches side by side multiply. */
function breadth(b: Block): number {
  switch (b.kind) {
    case 'task':
      return 2;
    case 'loop':
      return breadth(b.body) + 3;
    case 'sub':
      return 3;
    case 'par':
    case 'or':
      return b.parts.reduce((all, part) => all * (breadth(part) + 2), 1) + 3;
    default:
      return b.parts.reduce((all, part) => all + breadth(part), 3);
  }
}
const levels = (b: Block): readonly Block[] => (b.kind === 'sub' ? [b.body, ...levels(b.body)] : b.kind === 'loop' ? levels(b.body) : b.kind === 'task' ? [] : b.parts.flatMap(levels));
/** The check at registration explores some 20,000 markings and says so where there are more: that has a test of its own. */
const explorable = (root: Block): boolean => [root, ...levels(root)].every((level) => breadth(level) <= 4_000);

export const soundDefinition: fc.Arbitrary<ProcessDefinition> = blocks(false).filter(explorable).map(assembled);
/** The same with inclusive gateways, sub-processes, and events beside and in them. */
export const eventfulDefinition: fc.Arbitrary<ProcessDefinition> = blocks(true).filter(explorable).map(assembled);

/** Step `a` again and again, under a limit that each time starts anew; objections are handled beside it. */
export const looping: ProcessDefinition = definition(
  [
    start, exclusive('again'), userTask('a', ['again', 'on'], { form: { note: 'optional' } }), exclusive('x'), userTask('b'), end(),
    { id: 'aside', type: 'subProcess', name: name('aside'), triggered: true }, { id: 'objected', type: 'startEvent', name: name('objected'), parent: 'aside', interrupting: false, on: { kind: 'message', message: 'objection', form: {} } },
    { ...userTask('handle'), parent: 'aside' }, { ...end('handled'), parent: 'aside' },
  ],
  [flow('start', 'again'), flow('again', 'a'), flow('a', 'x'), flow('x', 'again', 'outcome.a = "again"'), flow('x', 'b', 'outcome.a = "on"'), flow('b', 'end'), flow('objected', 'handle'), flow('handle', 'handled')],
  {
    key: 'looping', fields: { note: { label: name('note'), type: 'text', maxLength: 200 } },
    clocks: [{
      id: 'limit', name: name('limit'), rules: [{ budget: { amount: 10, unit: 'working-day' }, startDay: 'excluded', rollOver: 'next-working-day', basis: { instrument: name('law'), article: '§1', version: '1', confidence: 'R' } }],
      start: [{ on: 'entered', node: 'a' }], stop: [{ on: 'completed', node: 'a' }], duty: officer, warnings: [], breach: 'record',
    }],
  },
);
