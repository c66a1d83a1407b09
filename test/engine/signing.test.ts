import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Signing, SigningRule } from '../../domain/model/types.ts';
import { project } from '../../domain/record/project.ts';
import { text } from '../../domain/text.ts';
import { drive, everybody, person, type Driver } from './driver.ts';
import { definition, end, flow, officer, start, userTask } from './models.ts';

const office = (role: string) => ({ kind: 'office', role, agency: { kind: 'handling' } }) as const;
const signing = (more: Partial<Signing> = {}): Signing => ({
  signers: [{ by: office('officer') }, { by: office('section-head') }, { by: office('agency-head'), chair: true }],
  order: 'together', rule: { kind: 'all' }, agree: 'agree', disagree: 'object', ...more,
});
const model = (more: Partial<Signing> = {}) =>
  definition(
    [start, userTask('sign', ['agree', 'object', 'abstain'], { signing: signing(more) }), userTask('next', ['done'], { notSameAs: ['sign'] }), end()],
    [flow('start', 'sign'), flow('sign', 'next'), flow('next', 'end')],
    { fields: { signers: { label: text('会签岗位', 'Signers'), type: 'choices' } } },
  );
const a = person('a', 'officer@gd-amr');
const b = person('b', 'section-head@gd-amr');
const c = person('c', 'agency-head@gd-amr');
const seatTask = (d: Driver, seat: number): number => Object.values(d.state.tasks).find((t) => t.seat === seat)?.id ?? -1;
const vote = (d: Driver, seat: number, outcome: string, actor = everybody(`p${seat}`)): Driver => d.act({ type: 'complete', task: seatTask(d, seat), outcome, data: {} }, actor);

describe('会签', () => {
  it('together: each seat has its task at once; the step goes on when all have agreed', () => {
    const d = drive(model()).start({}, a);
    expect(d.openNodes()).toEqual(['sign', 'sign', 'sign']);
    vote(d, 2, 'agree', b);
    vote(d, 1, 'agree', a);
    expect(vote(d, 3, 'agree', c).openNodes()).toEqual(['next']);
    expect(d.state).toMatchObject({ signings: {}, visits: { sign: { outcome: 'agree', voters: ['a', 'b', 'c'] } } });
  });
  it('依次: the next is asked when the one before has voted', () => {
    const d = drive(model({ order: 'in-turn' })).start({}, a);
    expect(Object.values(d.state.tasks).map((t) => t.seat)).toEqual([1]);
    vote(d, 1, 'agree', a);
    expect(Object.values(d.state.tasks).map((t) => t.seat)).toEqual([2]);
  });
  it('one objection ends it: the tasks still open are withdrawn', () => {
    const d = vote(drive(model()).start({}, a), 2, 'object', b);
    expect(d.openNodes()).toEqual(['next']);
    expect(d.bodies('task.cancelled')).toHaveLength(2);
    const rows = project(model(), null, d.events);
    expect(rows.tasks.filter((t) => t.node === 'sign').map((t) => [t.status, t.outcome])).toEqual([['cancelled', null], ['completed', 'object'], ['cancelled', null]]);
  });
  it('组长: the others are heard, the chair decides', () => {
    const d = drive(model({ rule: { kind: 'chair' } })).start({}, a);
    vote(d, 3, 'object', c);
    expect(d.openNodes()).toContain('sign');
    vote(d, 1, 'agree', a);
    expect(vote(d, 2, 'agree', b).state.visits['sign']?.outcome).toBe('object');
  });
  it('改票: a vote may be changed until the round is decided, by whoever cast it', () => {
    const d = drive(model({ rule: { kind: 'any' } })).start({}, a);
    vote(d, 1, 'object', a);
    expect(d.refused({ type: 'change-vote', node: 'sign', outcome: 'agree' }, b).code).toBe('signing.no-vote');
    d.act({ type: 'change-vote', node: 'sign', outcome: 'agree' }, a);
    expect(d.bodies('vote.changed')).toMatchObject([{ seat: 1, old: 'object', outcome: 'agree' }]);
    expect(d.openNodes()).toEqual(['next']);
    expect(d.refused({ type: 'change-vote', node: 'sign', outcome: 'object' }, a).code).toBe('signing.not-open');
  });
  it('加签 and 减签 while it is open; a seat that has voted stays', () => {
    const d = drive(model()).start({}, a);
    vote(d, 1, 'agree', a);
    expect(d.refused({ type: 'add-signers', node: 'sign', pools: ['officer@gz-amr'], reason: '会办' }, a).code).toBe('forbidden.manage');
    d.act({ type: 'add-signers', node: 'sign', pools: ['officer@gz-amr'], reason: '会办' }, b);
    expect(d.openNodes()).toHaveLength(3);
    expect(d.refused({ type: 'add-signers', node: 'sign', pools: ['nobody@nowhere'], reason: 'x' }, b).code).toBe('signing.unknown-pool');
    expect(d.refused({ type: 'remove-signer', node: 'sign', seat: 1, reason: '回避' }, b).code).toBe('signing.voted');
    d.act({ type: 'remove-signer', node: 'sign', seat: 4, reason: '不需要' }, b).act({ type: 'remove-signer', node: 'sign', seat: 3, reason: '回避' }, b);
    expect(vote(d, 2, 'agree', b).openNodes()).toEqual(['next']);
  });
  it('one person votes once, whatever posts they hold; and may not check what they signed', () => {
    const both = everybody('both');
    const d = drive(model()).start({}, a);
    vote(d, 1, 'agree', both);
    expect(d.refused({ type: 'complete', task: seatTask(d, 2), outcome: 'agree', data: {} }, both)).toMatchObject({ code: 'signing.twice', params: { seat: 1 } });
    vote(d, 2, 'agree', b);
    vote(d, 3, 'agree', c);
    expect(d.refused({ type: 'claim', task: d.task('next') }, both).code).toBe('forbidden.separation');
  });
  it('terminating the case ends the round', () => {
    const d = drive(model()).start({}, a).act({ type: 'terminate', reason: '撤回' }, b);
    expect(d.state).toMatchObject({ status: 'closed', signings: {}, tasks: {} });
  });
});

it('for every rule the order of the votes changes neither the outcome nor what is left behind', () => {
  const rule = fc.constantFrom<SigningRule>({ kind: 'all' }, { kind: 'any' }, { kind: 'chair' }, { kind: 'share', of: { numerator: 2, denominator: 3 } }, { kind: 'weight', needed: 3 });
  const outcomes = fc.array(fc.constantFrom('agree', 'object', 'abstain'), { minLength: 1, maxLength: 6 });
  const run = (r: SigningRule, votes: readonly string[], order: readonly number[]) => {
    const signers = votes.map((_, i) => ({ by: officer, weight: (i % 3) + 1, chair: i === 0 }));
    const d = drive(model({ signers, rule: r })).start();
    for (const i of order) if (seatTask(d, i + 1) !== -1) vote(d, i + 1, votes[i]!);
    return d;
  };
  fc.assert(
    fc.property(rule, outcomes.chain((v) => fc.tuple(fc.constant(v), fc.shuffledSubarray(v.map((_, i) => i), { minLength: v.length }))), (r, [votes, order]) => {
      const straight = run(r, votes, votes.map((_, i) => i));
      const shuffled = run(r, votes, order);
      expect(shuffled.state.visits['sign']?.outcome).toBe(straight.state.visits['sign']?.outcome);
      expect(shuffled.openNodes()).toEqual(['next']);
      expect(shuffled.state.signings).toEqual({});
    }),
    { numRuns: 100 },
  );
});
