/** 转办、委派、代理、回避、催办、抄送、临时环节: who has a task, and what the others are told. */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../domain/engine/state.ts';
import { checkDefinition } from '../../domain/model/check.ts';
import type { Node, UserTask } from '../../domain/model/types.ts';
import { project } from '../../domain/record/project.ts';
import { text } from '../../domain/text.ts';
import { drive, everybody, person, type Driver } from './driver.ts';
import { definition, end, flow, start, userTask } from './models.ts';

const name = (id: string) => text(id, id);
const fields = { opinion: { label: text('意见', 'Opinion'), type: 'text' } } as const;
const model = definition(
  [start, userTask('examine', ['done'], { form: { opinion: 'required' } }), userTask('review', ['done'], { notSameAs: ['examine'] }), end()],
  [flow('start', 'examine'), flow('examine', 'review'), flow('review', 'end')], { fields },
);
const officer = (id: string): Actor & { kind: 'person' } => ({ kind: 'person', id, name: id, pools: ['officer@gd-amr'] });
const head = person('head', 'section-head@gd-amr');
const [lin, wu, chen] = [officer('lin'), officer('wu'), officer('chen')];
const stranger = { id: 'sun', name: 'sun', pools: ['officer@gz-amr'] };
const begun = (): Driver => drive(model).start({}, lin);
const only = (d: Driver) => Object.values(d.state.tasks)[0]!;
const claimed = (): Driver => { const d = begun(); return d.act({ type: 'claim', task: only(d).id }, lin); };

describe('转办', () => {
  it('gives the task to a colleague who may take it; the record keeps from whom, to whom and why', () => {
    const d = claimed();
    d.act({ type: 'transfer', task: only(d).id, to: wu, pool: null, reason: '出差' }, lin);
    expect(only(d)).toMatchObject({ assignee: { id: 'wu' }, handedBy: { id: 'lin' } });
    expect(d.bodies('task.transferred')).toMatchObject([{ from: { id: 'lin' }, to: { id: 'wu' }, reason: '出差' }]);
    expect(d.refused({ type: 'claim', task: only(d).id }, lin).code).toBe('task.claimed-by-other');
  });
  it('not to somebody who could not take it', () => {
    const d = claimed();
    expect(d.refused({ type: 'transfer', task: only(d).id, to: stranger, pool: null, reason: 'x' }, lin)).toMatchObject({ code: 'task.not-eligible', params: { why: 'forbidden.pool' } });
    d.act({ type: 'complete', task: only(d).id, outcome: 'done', data: { opinion: '可' } }, lin);
    expect(d.refused({ type: 'transfer', task: only(d).id, to: lin, pool: null, reason: 'x' }, wu)).toMatchObject({ code: 'task.not-eligible', params: { why: 'forbidden.separation' } });
  });
  it('by who manages the case also away from its holder, and to another post', () => {
    const d = claimed();
    d.act({ type: 'transfer', task: only(d).id, to: wu, pool: null, reason: '离职' }, head);
    d.act({ type: 'transfer', task: only(d).id, to: null, pool: 'officer@gz-amr', reason: '属地' }, head);
    expect(only(d)).toMatchObject({ assignee: null, pool: 'officer@gz-amr' });
    expect(d.state.visibleTo).toContain('officer@gz-amr');
    expect(d.refused({ type: 'transfer', task: only(d).id, to: null, pool: 'officer@nowhere', reason: 'x' }, head).code).toBe('signing.unknown-pool');
  });
  it('in 会签 to another post moves the seat with it', () => {
    const signing = { signers: [{ by: { kind: 'office', role: 'officer', agency: { kind: 'handling' } } }], order: 'together', rule: { kind: 'all' }, agree: 'done', disagree: 'no' } as const;
    const d = drive(definition([start, userTask('sign', ['done', 'no'], { signing }), end()], [flow('start', 'sign'), flow('sign', 'end')])).start({}, lin);
    d.act({ type: 'transfer', task: only(d).id, to: null, pool: 'section-head@gd-amr', reason: '改由科长会签' }, head);
    expect(Object.values(d.state.signings)[0]?.seats).toMatchObject([{ seat: 1, pool: 'section-head@gd-amr' }]);
  });
  it('拿回 while the other has not taken it up, not afterwards', () => {
    const d = claimed();
    d.act({ type: 'transfer', task: only(d).id, to: wu, pool: null, reason: '出差' }, lin).act({ type: 'recall', task: only(d).id }, lin);
    expect(only(d)).toMatchObject({ assignee: { id: 'lin' } });
    d.act({ type: 'transfer', task: only(d).id, to: wu, pool: null, reason: '出差' }, lin).act({ type: 'claim', task: only(d).id }, wu);
    expect(d.refused({ type: 'recall', task: only(d).id }, lin).code).toBe('task.acted');
  });
});

describe('委派', () => {
  it('somebody prepares it, it comes back, and only the owner completes it', () => {
    const d = claimed();
    d.act({ type: 'delegate', task: only(d).id, to: wu, reason: '请起草' }, lin);
    for (const who of [lin, wu, chen]) expect(d.refused({ type: 'complete', task: only(d).id, outcome: 'done', data: { opinion: '可' } }, who).code).toBe('task.delegated');
    expect(d.refused({ type: 'resolve', task: only(d).id, data: {} }, chen).code).toBe('task.not-delegated');
    d.act({ type: 'resolve', task: only(d).id, data: { opinion: '建议准予' } }, wu);
    expect([only(d).assignee?.id, only(d).owner, d.state.data['opinion']]).toEqual(['lin', undefined, '建议准予']);
    d.act({ type: 'complete', task: only(d).id, outcome: 'done', data: {} }, lin);
    expect(d.state.visits['examine']?.by).toBe('lin');
  });
  it('may be half done: the owner answers for what is required', () => {
    const d = claimed();
    d.act({ type: 'delegate', task: only(d).id, to: wu, reason: '请起草' }, lin).act({ type: 'resolve', task: only(d).id, data: {} }, wu);
    expect(d.refused({ type: 'complete', task: only(d).id, outcome: 'done', data: {} }, lin).code).toBe('form.invalid');
  });
  it('within the agency, to any post; not to another agency, and not to oneself', () => {
    const d = claimed();
    expect(d.refused({ type: 'delegate', task: only(d).id, to: stranger, reason: 'x' }, lin).code).toBe('task.not-eligible');
    expect(d.refused({ type: 'delegate', task: only(d).id, to: lin, reason: 'x' }, lin).code).toBe('task.not-eligible');
    d.act({ type: 'delegate', task: only(d).id, to: { id: 'h', name: 'h', pools: ['section-head@gd-amr'] }, reason: 'x' }, lin);
    expect(only(d).assignee?.id).toBe('h');
    d.act({ type: 'recall', task: only(d).id }, lin);
    expect([only(d).assignee?.id, only(d).owner]).toEqual(['lin', undefined]);
  });
});

describe('代理', () => {
  const deputy = (id: string, ...covers: { id: string; name: string; pools: string[] }[]): Actor => ({ kind: 'person', id, name: id, pools: [], covers });
  const absent = { id: 'lin', name: 'lin', pools: ['officer@gd-amr'] };
  it('acts in the stead of the absent; the record says both', () => {
    const d = claimed();
    d.act({ type: 'complete', task: only(d).id, outcome: 'done', data: { opinion: '可' } }, deputy('wu', absent));
    expect(d.events.find((e) => e.body.type === 'task.completed')?.actor).toEqual({ kind: 'person', id: 'wu', name: 'wu', as: 'officer@gd-amr', for: { id: 'lin', name: 'lin' } });
  });
  it('separation of duties holds for both: nobody reviews their own work by way of a substitute', () => {
    const d = claimed().complete('examine', 'done', { opinion: '可' }, lin);
    expect(d.refused({ type: 'claim', task: only(d).id }, deputy('wu', absent)).code).toBe('forbidden.pool');
    expect(d.refused({ type: 'claim', task: only(d).id }, { ...lin, covers: [{ id: 'chen', name: 'chen', pools: ['officer@gd-amr'] }] }).code).toBe('forbidden.separation');
    expect(d.act({ type: 'claim', task: only(d).id }, deputy('wu', { id: 'chen', name: 'chen', pools: ['officer@gd-amr'] })).state.tasks).toMatchObject({ [only(d).id]: { assignee: { id: 'wu' } } });
  });
});

describe('回避', () => {
  it('whoever is recused loses what they hold and takes nothing more in this case', () => {
    const d = claimed();
    d.act({ type: 'recuse', person: null, reason: '系当事人近亲属' }, lin);
    expect(only(d).assignee).toBeNull();
    expect(d.refused({ type: 'claim', task: only(d).id }, lin).code).toBe('forbidden.recused');
    expect(d.refused({ type: 'transfer', task: only(d).id, to: lin, pool: null, reason: 'x' }, head)).toMatchObject({ params: { why: 'forbidden.recused' } });
    expect(d.refused({ type: 'complete', task: only(d).id, outcome: 'done', data: { opinion: 'x' } }, { kind: 'person', id: 'zhao', name: 'zhao', pools: [], covers: [{ ...lin }] }).code).toBe('forbidden.pool');
  });
  it('is ordered by who manages the case, and binds them too', () => {
    const d = claimed();
    expect(d.refused({ type: 'recuse', person: { id: 'lin', name: 'lin' }, reason: 'x' }, wu).code).toBe('forbidden.manage');
    d.act({ type: 'recuse', person: { id: 'head', name: 'head' }, reason: '申请回避成立' }, person('chief', 'agency-head@gd-amr'));
    expect(d.refused({ type: 'suspend', reason: 'x' }, head).code).toBe('forbidden.recused');
  });
  it('what was delegated to them goes back to who had asked', () => {
    const d = claimed();
    d.act({ type: 'delegate', task: only(d).id, to: wu, reason: '请起草' }, lin).act({ type: 'recuse', person: null, reason: '近亲属' }, wu);
    expect(only(d)).toMatchObject({ assignee: { id: 'lin' } });
    expect(only(d).owner).toBeUndefined();
  });
});

describe('催办、抄送', () => {
  it('urging reaches the post, once an hour by one person', () => {
    const d = claimed();
    d.act({ type: 'urge', task: only(d).id, text: '请尽快' }, chen);
    expect(d.refused({ type: 'urge', task: only(d).id }, chen).code).toBe('task.urged');
    d.act({ type: 'urge', task: only(d).id }, head);
    d.now += 3_600_000;
    d.act({ type: 'urge', task: only(d).id }, chen);
    expect(d.bodies('task.urged')).toHaveLength(3);
  });
  it('a copy lets its post see the case; reading is in the record, once', () => {
    const d = begun();
    d.act({ type: 'copy', to: [{ pool: 'section-head@gz-amr', person: { id: 'he', name: 'he' } }], text: '供参考' }, lin);
    const copy = Number(Object.keys(d.state.copies ?? {})[0]);
    expect(d.state.visibleTo).toContain('section-head@gz-amr');
    expect(d.refused({ type: 'read-copy', copy }, person('other', 'section-head@gz-amr')).code).toBe('copy.not-found');
    d.act({ type: 'read-copy', copy }, person('he', 'section-head@gz-amr'));
    expect(d.refused({ type: 'read-copy', copy }, person('he', 'section-head@gz-amr')).code).toBe('copy.not-found');
    expect(d.bodies('copy.read')).toEqual([{ type: 'copy.read', copy, by: { id: 'he', name: 'he' } }]);
  });
});

describe('临时环节', () => {
  const add = (d: Driver, blocks: boolean) => d.act({ type: 'add-step', task: only(d).id, pool: 'section-head@gd-amr', title: '法制审核', instructions: '请核对依据', blocks }, lin);
  it('that comes first: the step waits for it', () => {
    const d = add(claimed(), true);
    const extra = Object.values(d.state.tasks).find((t) => t.side)!;
    expect(d.refused({ type: 'complete', task: only(d).id, outcome: 'done', data: { opinion: 'x' } }, lin).code).toBe('task.waits');
    expect(d.refused({ type: 'complete', task: extra.id, outcome: 'approved', data: {} }, head).code).toBe('outcome.unknown');
    expect(d.refused({ type: 'complete', task: extra.id, outcome: 'done', data: { opinion: 'x' } }, head).code).toBe('form.invalid');
    d.act({ type: 'complete', task: extra.id, outcome: 'done', data: {}, comment: '依据充分' }, head);
    d.complete('examine', 'done', { opinion: 'x' }, lin);
    expect(d.openNodes()).toEqual(['review']);
  });
  it('beside the flow: it outlives its step and goes with the case', () => {
    const d = add(claimed(), false);
    d.complete('examine', 'done', { opinion: 'x' }, lin);
    expect(Object.values(d.state.tasks).map((t) => [t.node, t.side?.kind])).toEqual([['examine', 'ad-hoc'], ['review', undefined]]);
    d.complete('review', 'done', {}, wu);
    expect([d.state.status, d.state.tasks]).toEqual(['closed', {}]);
    expect(d.bodies('task.cancelled')).toHaveLength(1);
  });
  it('cannot be returned, and a step that waits already cannot be made to wait twice', () => {
    const d = add(claimed(), true);
    const extra = Object.values(d.state.tasks).find((t) => t.side)!;
    expect(d.refused({ type: 'return', task: extra.id, to: 'examine', policy: 'redo', reason: 'x' }, everybody()).code).toBe('task.side');
    expect(d.refused({ type: 'add-step', task: only(d).id, pool: 'section-head@gd-amr', title: 'x', instructions: '', blocks: true }, lin).code).toBe('task.waits');
  });
});

describe('批注 and @', () => {
  it('tells whom it mentions, who can read it', () => {
    const d = begun().act({ type: 'comment', text: '请看一下检验报告', mentions: [wu, head as never] }, lin);
    expect(d.bodies('comment.added')).toEqual([{ type: 'comment.added', text: '请看一下检验报告', internal: true, mentions: [{ person: { id: 'wu', name: 'wu' }, pool: 'officer@gd-amr' }, { person: { id: 'head', name: 'head' }, pool: 'section-head@gd-amr' }] }]);
    const told = project(model, null, d.events).notices.filter((n) => n.subject.zh.includes('提到了您'));
    expect(told.map((n) => [n.person, n.body.zh.endsWith('请看一下检验报告')])).toEqual([['wu', true], ['head', true]]);
  });
  it('not somebody who cannot see the case', () => {
    expect(begun().refused({ type: 'comment', text: 'x', mentions: [stranger] }, lin)).toMatchObject({ code: 'mention.cannot-see', params: { person: 'sun' } });
  });
});

describe('同一人连续审批', () => {
  const both = { ...person('both', 'officer@gd-amr', 'section-head@gd-amr') };
  const twice = (more: Partial<UserTask> = {}) => definition(
    [start, userTask('draft'), userTask('check', ['agreed', 'returned'], { assignment: { kind: 'office', role: 'section-head', agency: { kind: 'handling' } }, sameApprover: { outcome: 'agreed' }, ...more }), userTask('after'), end()],
    [flow('start', 'draft'), flow('draft', 'check'), flow('check', 'after'), flow('after', 'end')], { roles: { officer: name('officer'), 'section-head': name('head') } },
  );
  it('whoever did the step before and holds the post of the next is not asked twice; the record says so, and separation sees it', () => {
    const d = drive(twice()).start({}, lin).complete('draft', 'done', {}, both);
    expect(d.openNodes()).toEqual(['after']);
    expect(d.bodies('step.repeated')).toEqual([{ type: 'step.repeated', token: expect.any(Number), node: 'check', outcome: 'agreed', by: { id: 'both', name: 'both' } }]);
    expect(d.state.visits['check']).toMatchObject({ by: 'both', outcome: 'agreed' });
  });
  it('anybody else is asked', () => {
    expect(drive(twice()).start({}, lin).complete('draft', 'done', {}, wu).openNodes()).toEqual(['check']);
  });
  it('who is barred from the step is not counted for it', () => {
    expect(drive(twice({ notSameAs: ['draft'] })).start({}, lin).complete('draft', 'done', {}, both).openNodes()).toEqual(['check']);
  });
  it('only right after their own step: when the case comes to it by time or by somebody else it is asked for', () => {
    const d = drive(twice()).start({}, lin).complete('draft', 'done', {}, wu);
    d.act({ type: 'return', task: d.task('check'), to: 'draft', policy: 'redo', reason: 'x' }, both);
    expect(d.openNodes()).toEqual(['draft']);
  });
  it.each([['an outcome that there is not', { sameApprover: { outcome: 'maybe' } }], ['a form that asks for something', { form: { opinion: 'required' } }], ['a step that several sign', { signing: { signers: [{ by: { kind: 'office', role: 'officer', agency: { kind: 'handling' } } }], order: 'together', rule: { kind: 'all' }, agree: 'agreed', disagree: 'returned' } }]] as [string, Partial<UserTask>][])('is refused at registration with %s', (_what, more) => {
    expect(checkDefinition({ ...twice(more), fields }).map((p) => `${p.code} ${p.element}`)).toContain('task.same-approver check');
  });
});

describe('无人可办', () => {
  const chosen = { kind: 'office', role: 'officer', agency: { kind: 'data', field: 'opinion' } } as const;
  const late: Node = { id: 'late', type: 'boundaryEvent', name: name('late'), attachedTo: 'a', interrupting: true, on: { kind: 'timer', timer: { kind: 'after', rule: { budget: { amount: 1, unit: 'calendar-day' }, startDay: 'excluded', rollOver: 'none', basis: { instrument: name('law'), article: '§1', version: '1', confidence: 'R' } } } } };
  const stray = definition([start, userTask('a'), late, userTask('b', ['done'], { assignment: chosen }), end()], [flow('start', 'a'), flow('a', 'b'), flow('late', 'b'), flow('b', 'end')], { fields });
  it('what a person brings about with nobody to follow is refused: they can put it right', () => {
    const d = drive(stray).start({}, lin);
    expect(d.refused({ type: 'complete', task: d.task('a'), outcome: 'done', data: {} }, lin).code).toBe('model.no-pool');
  });
  it('what time brings about goes to whoever manages the case, who is told, hands it on or does it', () => {
    const d = drive(stray).start({}, lin).until('2026-03-10T00:00:00.000Z');
    expect(only(d)).toMatchObject({ node: 'b', pool: 'section-head@gd-amr' });
    expect(project(stray, null, d.events).notices.filter((n) => n.subject.zh === '无人可办：b').map((n) => n.pool)).toEqual(['section-head@gd-amr']);
    d.act({ type: 'transfer', task: d.task('b'), to: null, pool: 'officer@gz-amr', reason: '属地' }, head);
    expect(only(d).pool).toBe('officer@gz-amr');
  });
});
