/** 转办、委派、代理、回避、催办、抄送、临时环节: who has a task, and what the others are told. */
import { describe, expect, it } from 'vitest';
import type { Actor } from '../../domain/engine/state.ts';
import { text } from '../../domain/text.ts';
import { drive, everybody, person, type Driver } from './driver.ts';
import { definition, end, flow, start, userTask } from './models.ts';

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
