/** BPMN 2.0.2, embedded sub-process and multi-instance: each construct with its model, what must happen, and the section that says so. */
import { describe, expect, it } from 'vitest';
import { checkSoundness } from '../../domain/model/checks/soundness.ts';
import { checkStructure } from '../../domain/model/checks/structure.ts';
import { levelsOf } from '../../domain/model/checks/levels.ts';
import type { Flow, Node, ProcessDefinition } from '../../domain/model/types.ts';
import { project } from '../../domain/record/project.ts';
import { text } from '../../domain/text.ts';
import { drive } from '../engine/driver.ts';
import { definition, end, exclusive, flow, parallel, start, userTask } from '../engine/models.ts';

const basis = { instrument: text('测试办法', 'Test rule'), article: '§1', version: '1', confidence: 'V1' } as const;
const within = (parent: string, ...nodes: Node[]): Node[] => nodes.map((n) => ({ ...n, parent }));
const sub = (id: string, more = {}): Node => ({ id, type: 'subProcess', name: text(id, id), ...more });
const deadline = (attachedTo: string, interrupting: boolean): Node => ({
  id: 'deadline', type: 'boundaryEvent', name: text('到期', 'deadline'), attachedTo, interrupting,
  on: { kind: 'timer', timer: { kind: 'after', rule: { budget: { amount: 3, unit: 'working-day' }, startDay: 'excluded', rollOver: 'none', basis } } },
});
const sound = (nodes: Node[], flows: Flow[], more: Partial<ProcessDefinition> = {}) => {
  const model = definition(nodes, flows, more);
  expect(checkStructure(model)).toEqual([]);
  expect(levelsOf(model).flatMap((level) => checkSoundness(level))).toEqual([]);
  return model;
};
const startIn: Node = { ...start, id: 'in' };

describe('embedded sub-process (§10.3.5, §13.3.4)', () => {
  const inner = within('sub', startIn, parallel('split'), userTask('a'), userTask('b'), end('out'));
  const innerFlows = [flow('in', 'split'), flow('split', 'a'), flow('split', 'b'), flow('a', 'out'), flow('b', 'out')];
  const model = sound([start, sub('sub'), ...inner, userTask('after'), end()], [flow('start', 'sub'), ...innerFlows, flow('sub', 'after'), flow('after', 'end')]);

  it('completes when no token is left inside, and then goes on outside', () => {
    const d = drive(model).start();
    expect(d.openNodes()).toEqual(['a', 'b']);
    expect(d.complete('a', 'done').openNodes()).toEqual(['b']);
    expect(d.complete('b', 'done').openNodes()).toEqual(['after']);
    expect(d.complete('after', 'done').state).toMatchObject({ status: 'closed', scopes: {}, tokens: {} });
  });

  it('a terminate end event inside ends the sub-process, not the case (§13.5.6)', () => {
    const terminating = sound(
      [start, sub('sub'), ...within('sub', startIn, parallel('split'), userTask('a'), userTask('b'), end('out', true), end('out2')), userTask('after'), end()],
      [flow('start', 'sub'), flow('in', 'split'), flow('split', 'a'), flow('split', 'b'), flow('a', 'out'), flow('b', 'out2'), flow('sub', 'after'), flow('after', 'end')],
    );
    const d = drive(terminating).start().complete('a', 'done');
    expect(d.openNodes()).toEqual(['after']);
    expect(d.bodies('task.cancelled').map((t) => t.node)).toEqual(['b']);
  });

  it.each([[true, ['after']], [false, ['a', 'b', 'after']]])('a boundary timer on it, interrupting %s (§10.5.4)', (interrupting, open) => {
    const timed = sound(
      [start, sub('sub'), ...inner, deadline('sub', interrupting), userTask('after'), end(), end('end2')],
      [flow('start', 'sub'), ...innerFlows, flow('sub', 'end'), flow('deadline', 'after'), flow('after', 'end2')],
    );
    const d = drive(timed).start().until('2026-03-20T00:00:00.000Z');
    expect(d.openNodes()).toEqual(open);
    for (const node of open) d.complete(node, 'done');
    expect(d.state).toMatchObject({ status: 'closed', scopes: {}, tokens: {}, timers: {} });
  });

  it('nested: each ends in the one around it; a join inside never sees tokens outside', () => {
    const nested = sound(
      [
        start, parallel('fork'), sub('outer'), userTask('beside'), parallel('meet'), end(),
        ...within('outer', { ...start, id: 'in1' }, sub('inner'), end('out1')), ...within('inner', { ...start, id: 'in2' }, userTask('deep'), end('out2')),
      ],
      [flow('start', 'fork'), flow('fork', 'outer'), flow('fork', 'beside'), flow('outer', 'meet'), flow('beside', 'meet'), flow('meet', 'end'),
        flow('in1', 'inner'), flow('inner', 'out1'), flow('in2', 'deep'), flow('deep', 'out2')],
    );
    const d = drive(nested).start().complete('deep', 'done');
    expect(d.openNodes()).toEqual(['beside']);
    expect(d.complete('beside', 'done').state.status).toBe('closed');
  });

  it('a flow across its border is refused', () => {
    const bad = definition([start, sub('sub'), ...within('sub', startIn, userTask('a'), end('out')), end()], [flow('start', 'sub'), flow('in', 'a'), flow('a', 'end'), flow('sub', 'end'), flow('a', 'out')]);
    expect(checkStructure(bad).map((p) => p.code)).toContain('sub-process.crossed');
  });
});

describe('multi-instance (§10.3.8, §13.3.7)', () => {
  const fields = { posts: { label: text('岗位', 'posts'), type: 'choices' } } as const;
  const each = { kind: 'pool', pool: 'post' } as const;
  const receipt = (more = {}) => userTask('receipt', ['done', 'stop'], { assignment: each, multi: { collection: 'posts', item: 'post', ...more } });
  const model = (more = {}) => sound([start, receipt(more), userTask('after'), end()], [flow('start', 'receipt'), flow('receipt', 'after'), flow('after', 'end')], { fields, startForm: {} });
  const begin = (m: ProcessDefinition, posts: readonly string[]) => drive({ ...m, nodes: m.nodes.map((n) => (n.id === 'receipt' && n.type === 'userTask' && n.multi ? { ...n, multi: { ...n.multi, collection: JSON.stringify(posts) } } : n)) }).start();
  const posts = ['officer@gz-amr', 'officer@sz-amr', 'officer@fs-amr'];

  it('parallel: one instance for each item, at the post that the item names; goes on when all are complete', () => {
    const d = begin(model(), posts);
    expect(Object.values(d.state.tasks).map((t) => t.pool)).toEqual(posts);
    d.complete('receipt', 'done').complete('receipt', 'done');
    expect(d.openNodes()).toEqual(['receipt']);
    expect(d.complete('receipt', 'done').openNodes()).toEqual(['after']);
    expect(d.state).toMatchObject({ scopes: {}, multis: {} });
  });
  it('sequential: one after the other, in the order of the list', () => {
    const d = begin(model({ sequential: true }), posts);
    const seen: string[] = [];
    while (d.openNodes().includes('receipt')) {
      seen.push(Object.values(d.state.tasks)[0]!.pool);
      expect(d.openNodes()).toHaveLength(1);
      d.complete('receipt', 'done');
    }
    expect(seen).toEqual(posts);
  });
  it('an empty list completes at once', () => expect(begin(model(), []).openNodes()).toEqual(['after']));
  it('the completion condition withdraws the instances that are still open', () => {
    const d = begin(model({ completion: 'nrOfCompletedInstances >= 2' }), posts).complete('receipt', 'done').complete('receipt', 'done');
    expect(d.openNodes()).toEqual(['after']);
    expect(d.bodies('task.cancelled')).toHaveLength(1);
    expect(d.bodies('multi.closed')).toMatchObject([{ completed: 2 }]);
  });
  it('an item that names no post is refused before anything happens', () => {
    expect(() => begin(model(), ['nobody@nowhere'])).toThrow('signing.unknown-pool');
  });
  it('a sub-process can be repeated, with conditions that see the item', () => {
    const repeated = sound(
      [start, sub('each', { multi: { collection: '[1, 2, 3]', item: 'n' } }),
        ...within('each', startIn, exclusive('x', 'x_small'), userTask('large'), userTask('small'), end('out')), end()],
      [flow('start', 'each'), flow('in', 'x'), flow('x', 'large', 'n > 1'), flow('x', 'small'), flow('large', 'out'), flow('small', 'out'), flow('each', 'end')],
    );
    const d = drive(repeated).start();
    expect(d.openNodes()).toEqual(['small', 'large', 'large']);
    d.complete('small', 'done').complete('large', 'done').complete('large', 'done');
    expect(d.state).toMatchObject({ status: 'closed', scopes: {}, multis: {}, tokens: {} });
  });
  it('of 5,000 receipts each round opens a part; all are opened, and the case goes on when all are in', () => {
    const many = Array.from({ length: 5_000 }, (_, i) => posts[i % 3]!);
    const d = drive({ ...model(), nodes: model().nodes.map((n) => (n.id === 'receipt' && n.type === 'userTask' && n.multi ? { ...n, multi: { ...n.multi, collection: JSON.stringify(many), completion: 'nrOfCompletedInstances >= 3' } } : n)) }, undefined, undefined, { fast: true }).start();
    expect(d.openNodes()).toHaveLength(200);
    // A round is one payload; the server takes 2 MB.
    const opened = d.events.slice(0);
    expect(JSON.stringify([opened, project(model(), null, opened)]).length).toBeLessThan(1_000_000);
    d.until('2026-03-02T01:00:00.001Z');
    expect(d.openNodes()).toHaveLength(5_000);
    for (let i = 0; i < 3; i++) d.complete('receipt', 'done');
    expect(d.openNodes()).toEqual(['after']);
  });
});
