/** 案件之间: calls, cascades, links, merging, splitting, reopening, and what comes to a case that stands still. */
import { describe, expect, it } from 'vitest';
import { workingDays } from '../../domain/model/builder-clocks.ts';
import { field } from '../../domain/model/builder-fields.ts';
import type { CallActivity, ClockDefinition, Node, ProcessDefinition } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { person } from './driver.ts';
import { definition, end, exclusive, flow, officer, parallel, start, userTask } from './models.ts';
import { world, type World } from './world.ts';

const name = (id: string) => text(id, id);
const basis = { instrument: text('办法', 'Measures'), article: '§35②', version: '2026', confidence: 'V1' } as const;
const fields = { matter: field.text('事项', 'Matter'), finding: field.text('结论', 'Finding'), results: field.text('结果', 'Results', { maxLength: 2000 }) };
const clock = (id: string, startAt: string, stopAt: string, more: Partial<ClockDefinition> = {}): ClockDefinition => ({
  id, name: name(id), duty: officer, rules: [workingDays(10, basis)], start: [{ on: 'entered', node: startAt }], stop: [{ on: 'completed', node: stopAt }], warnings: [], breach: 'record', ...more,
});
const child = definition([start, userTask('look', ['done'], { form: { finding: 'optional' } }), userTask('decide'), end()], [flow('start', 'look'), flow('look', 'decide'), flow('decide', 'end')],
  { key: 'child', fields, startForm: { matter: 'required' }, title: 'matter', clocks: [clock('limit', 'look', 'decide')] });
const call = (more: Partial<CallActivity> = {}): CallActivity => ({
  id: 'call', type: 'callActivity', name: name('call'), process: 'child', input: { matter: 'matter' }, output: { results: 'child.outcome + " " + child.data.finding' }, ...more,
});
const calling = (node: CallActivity, more: readonly Node[] = [], flows: ProcessDefinition['flows'] = []) =>
  definition([start, userTask('before'), node, userTask('after'), end(), ...more], [flow('start', 'before'), flow('before', 'call'), flow('call', 'after'), flow('after', 'end'), ...flows], { key: 'parent', fields, startForm: { matter: 'required' } });

function called(node = call(), more: readonly Node[] = [], flows: ProcessDefinition['flows'] = []): { readonly w: World; readonly parent: string; readonly other: string } {
  const w = world([child]);
  const parent = w.start(calling(node, more, flows), { matter: '甲' });
  w.complete(parent, 'before');
  w.settle();
  return { w, parent, other: w.opened(parent)[0] ?? '' };
}

describe('a called case', () => {
  it('is waited for; its outcome and data come into the fields of its parent', () => {
    const { w, parent, other } = called();
    expect(w.open(parent)).toEqual([]);
    expect(w.state(other)).toMatchObject({ parent: { caseId: parent, wait: true, depth: 1 }, title: '甲', initiator: { id: `case:${parent}` } });
    w.complete(other, 'look', { finding: '属实' });
    w.complete(other, 'decide');
    expect(w.open(parent)).toEqual([]);
    w.settle();
    expect(w.open(parent)).toEqual(['after']);
    expect(w.state(parent).data['results']).toBe('done 属实');
    expect(w.state(parent).calls).toEqual({});
    expect([w.state(parent).errands ?? {}, w.state(other).errands]).toEqual([{}, {}]);
  });

  it('goes its own way where it is not waited for', () => {
    const { w, parent, other } = called(call({ wait: false, output: {} }));
    expect(w.open(parent)).toEqual(['after']);
    w.act(parent, { type: 'terminate', reason: '撤诉' });
    w.settle();
    expect(w.state(other).status).toBe('open');
    expect(w.bodies(parent, 'case.linked')).toMatchObject([{ relation: 'lead', caseId: other }]);
    expect(w.bodies(other, 'case.linked')).toMatchObject([{ relation: 'lead-from', caseId: parent }]);
    w.complete(other, 'look');
    w.complete(other, 'decide');
    expect(w.bodies(other, 'errand.requested')).toEqual([]);
  });

  it('ends with the step that called it, and with the case that called it', () => {
    const { w, parent, other } = called();
    w.act(parent, { type: 'terminate', reason: '撤回申请' });
    w.settle();
    expect(w.state(other)).toMatchObject({ status: 'closed', outcome: 'terminated' });
    expect(w.bodies(other, 'case.closed')).toMatchObject([{ reason: '撤回申请', with: parent, by: { id: 'everybody' } }]);
    // The news of that end is no news to who brought it about.
    expect(w.bodies(other, 'errand.requested')).toEqual([]);
  });

  it('ends with those above it, for the reason and by the decision given there', () => {
    const middle = definition([start, call({ process: 'child', output: {} }), end()], [flow('start', 'call'), flow('call', 'end')], { key: 'middle', fields, startForm: { matter: 'required' } });
    const w = world([child, middle]);
    const top = w.start(calling(call({ process: 'middle', output: {} })), { matter: '甲' });
    w.complete(top, 'before');
    w.settle();
    const [mid = ''] = w.opened(top);
    const [low = ''] = w.opened(mid);
    w.act(top, { type: 'terminate', reason: '撤回申请' });
    w.settle();
    expect(w.bodies(low, 'case.closed')).toMatchObject([{ outcome: 'terminated', reason: '撤回申请', with: mid, by: { id: 'everybody', name: 'everybody' } }]);
  });

  it('that is being opened while its step is withdrawn is ended when it is open', () => {
    const w = world([child]);
    const parent = w.start(calling(call()), { matter: '甲' });
    w.complete(parent, 'before');
    w.act(parent, { type: 'terminate', reason: '撤回申请' });
    expect(w.state(parent).status).toBe('closed');
    w.settle();
    const [other = ''] = w.opened(parent);
    expect(w.state(other)).toMatchObject({ status: 'closed', outcome: 'terminated' });
    expect(w.state(parent)).toMatchObject({ openings: {}, errands: {} });
  });

  it('is ended by a timer beside the step that called it, and the case goes on by that way', () => {
    const late: Node = { id: 'late', type: 'boundaryEvent', name: name('late'), attachedTo: 'call', interrupting: true, on: { kind: 'timer', timer: { kind: 'after', rule: workingDays(5, basis) } } };
    const { w, parent, other } = called(call(), [late, userTask('urge')], [flow('late', 'urge'), flow('urge', 'end')]);
    w.until('2026-04-01T00:00:00.000Z');
    w.settle();
    expect(w.open(parent)).toEqual(['urge']);
    expect(w.state(other)).toMatchObject({ status: 'closed', outcome: 'terminated' });
  });

  it('that cannot be opened leaves the token where it is, until who manages the case asks again', () => {
    const w = world([child]);
    const parent = w.start(calling(call({ input: { matter: 'finding' } })), { matter: '甲' });
    w.complete(parent, 'before');
    w.settle();
    expect(Object.values(w.state(parent).calls ?? {})).toMatchObject([{ refused: 'form.invalid', child: null }]);
    const [asked] = Object.keys(w.state(parent).calls ?? {}).map(Number);
    const retry = { type: 'retry-call', call: asked ?? 0 } as const;
    expect(w.refused(parent, retry, person('li', 'officer@gd-amr')).code).toBe('forbidden.manage');
    w.act(parent, retry);
    expect(w.refused(parent, retry).code).toBe('call.not-refused');
    w.settle();
    expect(Object.values(w.state(parent).calls ?? {})).toMatchObject([{ refused: 'form.invalid' }]);
  });

  it('whose result cannot be taken is heard all the same; the case goes on when it is tried again and can', () => {
    const { w, parent, other } = called(call({ output: { results: 'child.data.finding' } }), [], []);
    const broken = { ...userTask('after'), multi: { collection: 'finding', item: 'one' } } as const;
    const w2 = world([child]);
    const model = calling(call());
    const stuck = w2.start({ ...model, nodes: model.nodes.map((n) => (n.id === 'after' ? broken : n)) }, { matter: '甲' });
    w2.complete(stuck, 'before');
    w2.settle();
    const [one = ''] = w2.opened(stuck);
    w2.complete(one, 'look', { finding: '属实' });
    w2.complete(one, 'decide');
    w2.settle();
    expect(w2.state(one).errands).toEqual({});
    const [held] = Object.values(w2.state(stuck).calls ?? {});
    expect(held).toMatchObject({ refused: 'model.expression', told: { outcome: 'done', data: { finding: '属实' } } });
    expect(w2.refused(stuck, { type: 'retry-call', call: held?.id ?? 0 }).code).toBe('model.expression');
    w2.act(stuck, { type: 'terminate', reason: '无法继续' });
    // It is closed already: nobody tells it to end.
    expect(w2.bodies(stuck, 'errand.requested')).toEqual([]);
    w.act(parent, { type: 'terminate', reason: 'x' });
    w.settle();
    expect(w.state(other).status).toBe('closed');
  });

  it('that is not waited for and is opened while its parent stands still: the parent goes on when it is resumed', () => {
    const w = world([child]);
    const parent = w.start(calling(call({ wait: false, output: { results: 'child.number' } })), { matter: '甲' });
    w.complete(parent, 'before');
    w.act(parent, { type: 'suspend', reason: '中止' });
    w.settle();
    expect([w.open(parent), w.state(parent).openings]).toEqual([[], {}]);
    w.act(parent, { type: 'resume' });
    expect(w.open(parent)).toEqual(['after']);
    expect(w.state(parent).data['results']).toBe(w.state(w.opened(parent)[0] ?? '').number);
  });

  it('is opened once for each item, and its results are gathered', () => {
    const each = call({ multi: { collection: '["甲", "乙", "丙"]', item: 'one' }, input: { matter: 'one' }, output: { results: '(if results = null then "" else results) + child.data.matter' } });
    const { w, parent } = called(each);
    const others = w.opened(parent);
    expect(others.map((id) => w.state(id).title)).toEqual(['甲', '乙', '丙']);
    for (const id of [...others].reverse()) {
      w.complete(id, 'look');
      w.complete(id, 'decide');
      w.settle();
    }
    expect(w.state(parent).data['results']).toBe('丙乙甲');
    expect(w.open(parent)).toEqual(['after']);
  });

  it('of a list with a completion condition: those no longer needed are ended', () => {
    const { w, parent } = called(call({ multi: { collection: '["甲", "乙"]', item: 'one', completion: 'nrOfCompletedInstances >= 1' }, input: { matter: 'one' }, output: {} }));
    const [first = '', second = ''] = w.opened(parent);
    w.complete(first, 'look');
    w.complete(first, 'decide');
    w.settle();
    expect(w.open(parent)).toEqual(['after']);
    expect(w.state(second)).toMatchObject({ status: 'closed', outcome: 'terminated' });
  });

  it('of a process that calls itself is opened to a depth, and no deeper', () => {
    const endless: ProcessDefinition = { ...definition([start, call({ process: 'endless', output: {} }), end()], [flow('start', 'call'), flow('call', 'end')], { key: 'endless', fields, startForm: { matter: 'required' } }) };
    const w = world([endless]);
    let at = w.start(endless, { matter: '甲' });
    w.settle();
    let depth = 0;
    for (let [next] = w.opened(at); next !== undefined; [next] = w.opened(at)) [at, depth] = [next, depth + 1];
    expect(depth).toBe(10);
    expect(Object.values(w.state(at).calls ?? {})).toMatchObject([{ refused: 'call.too-deep' }]);
  });

  it('tells its end also where it is opened and closed before its parent knows of it', () => {
    const quick = definition([start, end()], [flow('start', 'end')], { key: 'child', fields, startForm: { matter: 'required' } });
    const w = world([quick]);
    const parent = w.start(calling(call({ output: { results: 'child.outcome' } })), { matter: '甲' });
    w.complete(parent, 'before');
    w.settle();
    expect(w.open(parent)).toEqual(['after']);
    expect(w.state(parent).data['results']).toBe('done');
  });
});

describe('suspending with cascade', () => {
  it('suspends the cases that are waited for, and resumes those alone that it has suspended', () => {
    const both = definition(
      [start, parallel('split'), call({ id: 'call' }), call({ id: 'call2' }), call({ id: 'call3', wait: false, output: {} }), parallel('join'), end()],
      [flow('start', 'split'), ...['call', 'call2', 'call3'].flatMap((c) => [flow('split', c), flow(c, 'join')]), flow('join', 'end')], { key: 'parent', fields, startForm: { matter: 'required' } });
    const w = world([child]);
    const parent = w.start(both, { matter: '甲' });
    w.settle();
    const [one = '', own = '', free = ''] = w.opened(parent);
    w.act(own, { type: 'suspend', reason: '等待鉴定' });
    w.act(parent, { type: 'suspend', reason: '不可抗力', basis: '第十条' });
    w.settle();
    expect([one, own, free].map((id) => w.state(id).suspension)).toMatchObject([{ reason: '不可抗力', basis: '第十条', with: parent }, { reason: '等待鉴定' }, null].map((s) => (s === null ? null : s)) as object[]);
    expect(w.bodies(one, 'case.suspended')).toMatchObject([{ with: parent, by: { id: 'everybody', name: 'everybody' } }]);
    // Clocks stand still with the case.
    expect(Object.values(w.state(one).clocks)).toMatchObject([{ paused: true }]);
    w.act(parent, { type: 'resume' });
    w.settle();
    expect([one, own, free].map((id) => w.state(id).status)).toEqual(['open', 'suspended', 'open']);
  });

  it('reaches a case that was only just being opened, and the cases that it has called itself', () => {
    const middle = definition([start, call({ process: 'child', output: {} }), end()], [flow('start', 'call'), flow('call', 'end')], { key: 'middle', fields, startForm: { matter: 'required' } });
    const w = world([child, middle]);
    const top = w.start(calling(call({ process: 'middle', output: {} })), { matter: '甲' });
    w.complete(top, 'before');
    w.act(top, { type: 'suspend', reason: '中止' });
    w.settle();
    const [mid = ''] = w.opened(top);
    const [low = ''] = w.opened(mid);
    expect([mid, low].map((id) => w.state(id).suspension?.with)).toEqual([top, mid]);
    w.act(top, { type: 'resume' });
    w.settle();
    expect([top, mid, low].map((id) => w.state(id).status)).toEqual(['open', 'open', 'open']);
  });

  it('is for the calling case alone', () => {
    const { w, other } = called();
    const stranger = { kind: 'system', id: 'case:x' } as const;
    expect(w.refused(other, { type: 'suspend', reason: 'x', with: '00000000-0000-4000-8000-000000000099' }, stranger).code).toBe('forbidden.parent');
    expect(w.refused(other, { type: 'terminate', reason: 'x' }, stranger).code).toBe('forbidden.parent');
  });
});

describe('what comes to a case that stands still', () => {
  const reply: Node = { id: 'reply', type: 'catchEvent', name: name('reply'), on: { kind: 'message', message: 'reply', form: { finding: 'required' } } };
  const awaiting = definition([start, reply, userTask('after'), end()], [flow('start', 'reply'), flow('reply', 'after'), flow('after', 'end')], { key: 'awaiting', fields });
  const message = (finding: string) => ({ type: 'message', message: 'reply', data: { finding } }) as const;

  it('is kept, and acts when the case is resumed', () => {
    const w = world([]);
    const id = w.start(awaiting);
    w.act(id, { type: 'suspend', reason: '中止' });
    w.act(id, message('已答复'), { kind: 'system', id: 'court' });
    expect([w.open(id), w.state(id).data]).toEqual([[], {}]);
    w.act(id, { type: 'resume' });
    expect([w.open(id), w.state(id).data, w.state(id).kept]).toEqual([['after'], { finding: '已答复' }, []]);
    expect(w.bodies(id, 'input.taken')).toHaveLength(1);
  });

  it('is refused at once where it would be refused at any time', () => {
    const w = world([]);
    const id = w.start(awaiting);
    w.act(id, { type: 'suspend', reason: '中止' });
    expect(w.refused(id, { type: 'message', message: 'other', data: {} }).code).toBe('message.not-awaited');
    expect(w.refused(id, { type: 'message', message: 'reply', data: {} }).code).toBe('form.invalid');
    expect(w.refused(id, message('x'), person('li', 'officer@gd-amr')).code).toBe('forbidden.manage');
  });

  it('is dropped, with the reason, where it no longer fits', () => {
    const w = world([]);
    const id = w.start(awaiting);
    w.act(id, { type: 'suspend', reason: '中止' });
    w.act(id, message('第一次'));
    w.act(id, message('第二次'));
    w.act(id, { type: 'resume' });
    expect(w.state(id).data).toEqual({ finding: '第一次' });
    expect(w.bodies(id, 'input.dropped')).toMatchObject([{ code: 'message.not-awaited' }]);
    const ended = w.start(awaiting);
    w.act(ended, { type: 'suspend', reason: '中止' });
    w.act(ended, message('晚到'));
    w.act(ended, { type: 'terminate', reason: '撤案' });
    expect(w.bodies(ended, 'input.dropped')).toMatchObject([{ code: 'case.closed' }]);
  });

  it('the end of a called case waits as well; so does a service, however often it answers', () => {
    const { w, parent, other } = called();
    w.complete(other, 'look');
    w.act(parent, { type: 'suspend', reason: '中止' });
    w.complete(other, 'decide');
    w.settle();
    expect(w.open(parent)).toEqual([]);
    w.act(parent, { type: 'resume' });
    w.settle();
    expect(w.open(parent)).toEqual(['after']);
    const service: Node = { id: 'tell', type: 'serviceTask', name: name('tell'), service: 'notify', input: {} };
    const id = w.start(definition([start, service, userTask('after'), end()], [flow('start', 'tell'), flow('tell', 'after'), flow('after', 'end')]));
    const [job] = Object.keys(w.state(id).jobs).map(Number);
    w.act(id, { type: 'suspend', reason: '中止' });
    for (let n = 0; n < 3; n++) w.act(id, { type: 'job-done', job: job ?? 0 }, { kind: 'system', id: 'engine' });
    expect(w.state(id).kept).toHaveLength(1);
    w.act(id, { type: 'resume' });
    expect(w.open(id)).toEqual(['after']);
  });
});

describe('links', () => {
  it('stand in both records, and go from both', () => {
    const w = world([]);
    const [a, b] = [w.start(child, { matter: '甲' }), w.start(child, { matter: '乙' })];
    w.act(a, { type: 'link', other: w.ref(b), reason: '同一企业' });
    w.settle();
    expect([w.state(a).related, w.state(b).related]).toEqual([[b], [a]]);
    expect(w.bodies(b, 'case.linked')).toMatchObject([{ relation: 'related', caseId: a, number: w.state(a).number, reason: '同一企业', by: { id: 'everybody' } }]);
    expect(w.refused(b, { type: 'link', other: w.ref(a), reason: 'x' }).code).toBe('link.exists');
    expect(w.refused(a, { type: 'link', other: w.ref(a), reason: 'x' }).code).toBe('link.self');
    expect(w.refused(a, { type: 'unlink', other: b, reason: 'x' }, person('li', 'officer@gd-amr')).code).toBe('forbidden.manage');
    w.act(b, { type: 'unlink', other: a, reason: '有误' });
    w.settle();
    expect([w.state(a).related, w.state(b).related]).toEqual([[], []]);
    expect(w.refused(a, { type: 'unlink', other: b, reason: 'x' }).code).toBe('link.not-found');
  });

  it('are made with closed cases too', () => {
    const w = world([]);
    const [a, b] = [w.start(child, { matter: '甲' }), w.start(child, { matter: '乙' })];
    w.act(b, { type: 'terminate', reason: '撤案' });
    w.act(a, { type: 'link', other: w.ref(b), reason: '前案' });
    w.settle();
    expect([w.state(a).related, w.state(b).related]).toEqual([[b], [a]]);
  });
});

describe('merging', () => {
  const counted = (more: Partial<ClockDefinition>) => ({ ...child, clocks: [clock('limit', 'look', 'decide', more)] });
  const merge = (w: World, into: string) => ({ type: 'merge', into: w.ref(into), agency: w.state(into).agency, reason: '同一事项' }) as const;

  it('closes the one, whose clocks stop, and leaves the other as it is', () => {
    const w = world([]);
    const [a, b] = [w.start(child, { matter: '甲' }), w.start(child, { matter: '乙' })];
    const before = w.state(b).clocks;
    w.act(a, merge(w, b));
    w.settle();
    expect(w.state(a)).toMatchObject({ status: 'closed', outcome: 'merged', tasks: {}, clocks: {} });
    expect(w.bodies(a, 'clock.stopped')).toMatchObject([{ reason: 'merged' }]);
    expect(w.bodies(a, 'case.linked')).toMatchObject([{ relation: 'merged-into', caseId: b }]);
    expect(w.bodies(b, 'case.linked')).toMatchObject([{ relation: 'merged-from', caseId: a, by: { id: 'everybody' } }]);
    expect(w.state(b).clocks).toEqual(before);
    expect(w.refused(a, { type: 'reopen', to: 'look', reason: 'x' }).code).toBe('reopen.merged');
  });

  it('counts anew from the last matter where the definition says so, never from an earlier one', () => {
    const w = world([]);
    const model = counted({ restartsOnMerge: basis });
    const b = w.start(model, { matter: '甲' });
    w.now = Date.parse('2026-03-06T02:00:00.000Z');
    const later = w.start(model, { matter: '乙' });
    w.act(later, merge(w, b));
    w.settle();
    expect(Object.values(w.state(b).clocks)).toMatchObject([{ startedAt: '2026-03-06T02:00:00.000Z', dueDay: '2026-03-20', extensions: [] }]);
    const earlier = w.start(model, { matter: '丙' }, { receivedAt: '2026-03-01T02:00:00.000Z' });
    w.act(earlier, merge(w, b));
    w.settle();
    expect(Object.values(w.state(b).clocks)).toMatchObject([{ startedAt: '2026-03-06T02:00:00.000Z', dueDay: '2026-03-20' }]);
  });

  it('is refused to others, to other kinds, and while cases are waited for', () => {
    const { w, parent } = called();
    const [a, far] = [w.start(child, { matter: '甲' }), w.start(child, { matter: '乙' }, { agency: 'gz-amr' })];
    expect(w.refused(a, merge(w, far)).code).toBe('merge.other-kind');
    expect(w.refused(a, merge(w, parent)).code).toBe('merge.other-kind');
    expect(w.refused(a, merge(w, a)).code).toBe('link.self');
    expect(w.refused(a, merge(w, far), person('li', 'officer@gd-amr')).code).toBe('forbidden.manage');
    const second = w.start(calling(call()), { matter: '丁' });
    expect(w.refused(parent, merge(w, second)).code).toBe('merge.children');
  });

  it('that the other case refuses leaves the one as it was, with what came meanwhile', () => {
    const w = world([]);
    const [a, b] = [w.start(child, { matter: '甲' }), w.start(child, { matter: '乙' })];
    w.act(b, { type: 'suspend', reason: '中止' });
    w.act(a, merge(w, b));
    expect(w.refused(a, { type: 'complete', task: Object.values(w.state(a).tasks)[0]?.id ?? 0, outcome: 'done', data: {} }).code).toBe('case.merging');
    expect(w.refused(a, { type: 'terminate', reason: 'x' }).code).toBe('case.merging');
    w.settle();
    expect(w.bodies(a, 'merge.refused')).toMatchObject([{ code: 'case.suspended' }]);
    w.complete(a, 'look');
    expect(w.open(a)).toEqual(['decide']);
  });

  it('of two cases into each other at once ends in one of them at most', () => {
    const w = world([]);
    const [a, b] = [w.start(child, { matter: '甲' }), w.start(child, { matter: '乙' })];
    w.act(a, merge(w, b));
    w.act(b, merge(w, a));
    w.settle();
    expect([w.state(a).status, w.state(b).status].filter((s) => s === 'open').length).toBeGreaterThanOrEqual(1);
    expect(w.state(a).merging ?? w.state(b).merging).toBeUndefined();
  });
});

describe('splitting', () => {
  const split = { type: 'split', fields: ['matter'], data: {}, reason: '另一当事人' } as const;

  it('opens a case of the same process with the chosen data, received when the first was', () => {
    const w = world([]);
    const a = w.start(child, { matter: '甲' }, { receivedAt: '2026-02-26T02:00:00.000Z' });
    w.complete(a, 'look', { finding: '涉及两家' });
    w.act(a, { ...split, data: { matter: '乙' } });
    w.settle();
    const [b = ''] = w.opened(a);
    expect(w.state(b)).toMatchObject({ receivedAt: '2026-02-26T02:00:00.000Z', data: { matter: '乙' }, agency: 'gd-amr' });
    expect(w.state(b).parent).toBeUndefined();
    expect(w.open(b)).toEqual(['look']);
    expect(Object.values(w.state(b).clocks)).toMatchObject([{ dueDay: Object.values(w.state(a).clocks)[0]?.dueDay }]);
    expect([w.bodies(a, 'case.linked'), w.bodies(b, 'case.linked')]).toMatchObject([[{ relation: 'split-into', caseId: b }], [{ relation: 'split-from', caseId: a, reason: '另一当事人' }]]);
    expect(w.open(a)).toEqual(['decide']);
  });

  it('at a later step brings what was done before it, and the limit that runs: nobody gets new time', () => {
    const w = world([]);
    const model = { ...child, nodes: child.nodes.map((n) => (n.id === 'decide' ? userTask('decide', ['done'], { notSameAs: ['look'] }) : n)) };
    const a = w.start(model, { matter: '甲' });
    w.act(a, { type: 'complete', task: Object.values(w.state(a).tasks)[0]?.id ?? 0, outcome: 'done', data: { finding: '属实' } }, person('li', 'officer@gd-amr'));
    w.now = Date.parse('2026-03-05T02:00:00.000Z');
    w.act(a, { ...split, fields: ['matter', 'finding'], at: 'decide' });
    w.settle();
    const [b = ''] = w.opened(a);
    expect(w.open(b)).toEqual(['decide']);
    expect(w.state(b).data).toEqual({ matter: '甲', finding: '属实' });
    expect(Object.values(w.state(b).clocks)).toMatchObject([{ clock: 'limit', startedAt: '2026-03-02T01:00:00.000Z', dueDay: Object.values(w.state(a).clocks)[0]?.dueDay }]);
    // Whoever looked may not decide, in this case either.
    expect(w.refused(b, { type: 'claim', task: Object.values(w.state(b).tasks)[0]?.id ?? 0 }, person('li', 'officer@gd-amr')).code).toBe('forbidden.separation');
  });

  it('is refused where the data does not do, or at a step to which the case has not come', () => {
    const w = world([]);
    const a = w.start(child, { matter: '甲' });
    expect(w.refused(a, { ...split, data: { matter: '' } }).code).toBe('form.invalid');
    expect(w.refused(a, { ...split, data: { nothing: 'x' } }).code).toBe('form.invalid');
    expect(w.refused(a, { ...split, at: 'decide' }).code).toBe('return.not-done');
    expect(w.refused(a, split, person('li', 'officer@gd-amr')).code).toBe('forbidden.manage');
  });
});

describe('reopening', () => {
  const forked = definition(
    [start, userTask('file'), parallel('split'), userTask('left'), userTask('right'), parallel('join'), userTask('review', ['ok', 'no']), exclusive('which'), end(), end('refused')],
    [flow('start', 'file'), flow('file', 'split'), flow('split', 'left'), flow('split', 'right'), flow('left', 'join'), flow('right', 'join'), flow('join', 'review'), flow('review', 'which'),
      flow('which', 'end', 'outcome.review = "ok"'), flow('which', 'refused', 'outcome.review = "no"')],
    { key: 'forked', clocks: [clock('limit', 'left', 'review')] });
  const closed = (): { readonly w: World; readonly id: string } => {
    const w = world([]);
    const id = w.start(forked);
    for (const node of ['file', 'left', 'right']) w.complete(id, node);
    w.complete(id, 'review', {}, 'no');
    return { w, id };
  };

  it('puts the case back to a step, with its number; what followed is done again and clocks start anew', () => {
    const { w, id } = closed();
    const { number } = w.state(id);
    expect(w.refused(id, { type: 'comment', text: 'x' }).code).toBe('case.closed');
    w.now = Date.parse('2026-05-11T02:00:00.000Z');
    w.act(id, { type: 'reopen', to: 'left', reason: '新证据', basis: '第四十条' });
    expect(w.state(id)).toMatchObject({ status: 'open', outcome: null, closedAt: null, number });
    expect(w.open(id)).toEqual(['left']);
    expect(Object.values(w.state(id).clocks)).toMatchObject([{ startedAt: '2026-05-11T02:00:00.000Z', pauses: [] }]);
    w.complete(id, 'left');
    // The branch beside it is done and stays done.
    expect(w.open(id)).toEqual(['review']);
    w.complete(id, 'review', {}, 'ok');
    expect(w.state(id)).toMatchObject({ status: 'closed', outcome: 'done' });
  });

  it('is for who manages the case, at a step that was done, once', () => {
    const { w, id } = closed();
    const again = { type: 'reopen', to: 'review', reason: '新证据' } as const;
    expect(w.refused(id, again, person('li', 'officer@gd-amr')).code).toBe('forbidden.manage');
    expect(w.refused(id, { ...again, to: 'which' }).code).toBe('return.not-done');
    expect(w.refused(id, { ...again, to: 'nowhere' }).code).toBe('return.not-done');
    w.act(id, again);
    expect(w.refused(id, again).code).toBe('case.not-closed');
  });

  it('of a called case does not take back what its parent was told', () => {
    const { w, parent, other } = called();
    w.complete(other, 'look');
    w.complete(other, 'decide');
    w.settle();
    w.act(other, { type: 'reopen', to: 'look', reason: '新证据' });
    w.complete(other, 'look');
    w.complete(other, 'decide');
    w.settle();
    expect(w.open(parent)).toEqual(['after']);
    expect(w.bodies(other, 'errand.done').at(-1)).toMatchObject({ refused: 'call.not-awaited' });
  });

  it('before the news of its end has gone out: the parent waits on', () => {
    const { w, parent, other } = called();
    w.complete(other, 'look');
    w.complete(other, 'decide');
    w.act(other, { type: 'reopen', to: 'decide', reason: '笔误' });
    w.settle();
    expect(w.open(parent)).toEqual([]);
    w.complete(other, 'decide');
    w.settle();
    expect(w.open(parent)).toEqual(['after']);
  });
});
