/** 退回、拿回: where a case stands after it went back, what of it stays, and what its clocks say. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levelAt } from '../../domain/model/checks/levels.ts';
import { checkSoundness, restingMarkings } from '../../domain/model/checks/soundness.ts';
import type { ClockDefinition, Node, ProcessDefinition } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { drive, everybody, person, type Driver } from './driver.ts';
import { definition, end, exclusive, flow, officer, parallel, soundDefinition, start, userTask } from './models.ts';

const isOpen = (d: Driver): boolean => d.state.status !== 'closed';
const open = (d: Driver): readonly string[] => [...d.openNodes()].sort();
const tokens = (d: Driver): readonly string[] => Object.values(d.state.tokens).map((t) => t.node).sort();
const giveBack = (d: Driver, from: string, to: string, policy: 'redo' | 'back' = 'redo', actor = everybody()): Driver => d.act({ type: 'return', task: d.task(from), to, policy, reason: '事实不清' }, actor);
const refusedBack = (d: Driver, from: string, to: string, policy: 'redo' | 'back' = 'redo'): string => d.refused({ type: 'return', task: d.task(from), to, policy, reason: '事实不清' }).code;

const chain = definition(
  [start, userTask('accept'), userTask('examine'), userTask('decide'), end()],
  [flow('start', 'accept'), flow('accept', 'examine'), flow('examine', 'decide'), flow('decide', 'end')],
);
/** file → split → (left1 → left2 | right1 → right2) → join → decide */
const split = definition(
  [start, userTask('file'), parallel('split'), userTask('left1'), userTask('left2'), userTask('right1'), userTask('right2'), parallel('join'), userTask('decide'), end()],
  [flow('start', 'file'), flow('file', 'split'), flow('split', 'left1'), flow('left1', 'left2'), flow('left2', 'join'), flow('split', 'right1'), flow('right1', 'right2'), flow('right2', 'join'), flow('join', 'decide'), flow('decide', 'end')],
);
const both = (): Driver => drive(split).start().complete('file', 'done');

describe('退回, everything from there done again', () => {
  it('in a row of steps the case stands at the earlier step, with who did it', () => {
    const d = drive(chain).start().complete('accept', 'done', {}, everybody('lin')).complete('examine', 'done');
    giveBack(d, 'decide', 'accept');
    expect(open(d)).toEqual(['accept']);
    expect(Object.values(d.state.tasks)[0]?.assignee).toEqual({ id: 'lin', name: 'lin' });
    expect(d.bodies('step.returned')).toMatchObject([{ node: 'decide', to: 'accept', undone: ['accept', 'examine'] }]);
    d.complete('accept', 'done', {}, everybody('lin')).complete('examine', 'done').complete('decide', 'done');
    expect(d.state.status).toBe('closed');
  });
  it('within a branch the branch beside it stays as it is', () => {
    const d = both().complete('left1', 'done').complete('right1', 'done');
    const beside = d.task('right2');
    giveBack(d, 'left2', 'left1');
    expect(open(d)).toEqual(['left1', 'right2']);
    expect(d.task('right2')).toBe(beside);
  });
  it('a branch that waits at the join has done its work and goes on waiting', () => {
    const d = both().complete('right1', 'done').complete('right2', 'done').complete('left1', 'done');
    giveBack(d, 'left2', 'left1');
    expect(tokens(d)).toEqual(['join', 'left1']);
    d.complete('left1', 'done').complete('left2', 'done').complete('decide', 'done');
    expect(d.state.status).toBe('closed');
  });
  it('before the split, both branches are withdrawn', () => {
    const d = both().complete('left1', 'done');
    giveBack(d, 'left2', 'file');
    expect(tokens(d)).toEqual(['file']);
    expect(d.bodies('task.cancelled').map((t) => t.node).sort()).toEqual(['left2', 'right1']);
  });
  it('from behind the join into one branch, the other branch stays done', () => {
    const d = both().complete('left1', 'done').complete('left2', 'done').complete('right1', 'done').complete('right2', 'done');
    giveBack(d, 'decide', 'left1');
    expect(tokens(d)).toEqual(['join', 'left1']);
    d.complete('left1', 'done').complete('left2', 'done');
    expect(open(d)).toEqual(['decide']);
  });
  it('to a step of the branch beside, one’s own step stays open', () => {
    const d = both().complete('right1', 'done');
    giveBack(d, 'left1', 'right1');
    expect(open(d)).toEqual(['left1', 'right1']);
  });
  it('out of a sub-process the sub-process ends; into a finished one it opens again at that step', () => {
    const inside = (id: string): Node => ({ ...userTask(id), parent: 'inquiry' });
    const model = definition(
      [start, userTask('accept'), { id: 'inquiry', type: 'subProcess', name: text('调查', 'Inquiry') }, { ...start, id: 'inStart', parent: 'inquiry' } as Node, inside('collect'), inside('report'),
        { ...end('inEnd'), parent: 'inquiry' } as Node, userTask('decide'), end()],
      [flow('start', 'accept'), flow('accept', 'inquiry'), flow('inStart', 'collect'), flow('collect', 'report'), flow('report', 'inEnd'), flow('inquiry', 'decide'), flow('decide', 'end')],
    );
    const d = drive(model).start().complete('accept', 'done').complete('collect', 'done');
    giveBack(d, 'report', 'accept');
    expect([tokens(d), d.state.scopes]).toEqual([['accept'], {}]);
    d.complete('accept', 'done').complete('collect', 'done').complete('report', 'done');
    giveBack(d, 'decide', 'collect');
    expect(tokens(d)).toEqual(['collect', 'inquiry']);
    d.complete('collect', 'done').complete('report', 'done').complete('decide', 'done');
    expect(d.state.status).toBe('closed');
  });
  it('会签: one signer returns it and the round ends; when the case is there again all are asked anew', () => {
    const signing = { signers: [{ by: officer }, { by: { ...officer, role: 'section-head' } }], order: 'together', rule: { kind: 'all' }, agree: 'done', disagree: 'no' } as const;
    const model = definition([start, userTask('draft'), userTask('sign', ['done', 'no'], { signing }), end()], [flow('start', 'draft'), flow('draft', 'sign'), flow('sign', 'end')]);
    const d = drive(model).start().complete('draft', 'done');
    d.complete('sign', 'done', {}, everybody('a'));
    giveBack(d, 'sign', 'draft', 'redo', everybody('b'));
    expect([open(d), d.state.signings]).toEqual([['draft'], {}]);
    d.complete('draft', 'done');
    expect(open(d)).toEqual(['sign', 'sign']);
    d.complete('sign', 'done', {}, everybody('a')).complete('sign', 'done', {}, everybody('b'));
    expect(d.state.status).toBe('closed');
  });
  it('conditions do not see what was taken back; separation of duties does', () => {
    const model = definition(
      [start, userTask('check', ['good', 'bad']), userTask('note'), exclusive('x', 'toPlain'), userTask('plain', ['done'], { notSameAs: ['check'] }), userTask('bad'), end()],
      [flow('start', 'check'), flow('check', 'note'), flow('note', 'x'), { ...flow('x', 'bad', 'outcome.check = "bad"') }, { ...flow('x', 'plain'), id: 'toPlain' }, flow('plain', 'end'), flow('bad', 'end')],
    );
    const d = drive(model).start().complete('check', 'bad', {}, everybody('lin')).complete('note', 'done');
    giveBack(d, 'bad', 'note');
    expect(d.state.visits['note']?.undone).toBe(true);
    expect(d.state.visits['check']).toMatchObject({ outcome: 'bad' });
    giveBack(d, 'note', 'check');
    d.complete('check', 'good', {}, everybody('lin')).complete('note', 'done');
    expect(open(d)).toEqual(['plain']);
  });
  it.each([
    ['a step that was never done', 'decide', 'examine'],
    ['a step that is open', 'examine', 'examine'],
    ['no step at all', 'end', 'examine'],
  ])('%s is refused', (_, to, from) => {
    expect(refusedBack(drive(chain).start().complete('accept', 'done'), from, to)).toBe('return.not-done');
  });
  it('a step whose taking back was itself taken back is no longer done', () => {
    const d = drive(chain).start().complete('accept', 'done').complete('examine', 'done');
    giveBack(d, 'decide', 'accept').complete('accept', 'done');
    giveBack(d, 'examine', 'accept');
    expect(d.refused({ type: 'return', task: d.task('accept'), to: 'examine', policy: 'redo', reason: 'x' }).code).toBe('return.not-done');
  });
  it('who only holds a party’s step cannot return it', () => {
    const model = definition(
      [start, userTask('ask'), userTask('answer', ['done'], { assignment: { kind: 'party', party: 'firm' } }), end()], [flow('start', 'ask'), flow('ask', 'answer'), flow('answer', 'end')],
      { fields: { code: { label: text('代码', 'Code'), type: 'uscc' } }, startForm: { code: 'required' }, parties: { firm: { name: text('企业', 'Firm'), usccField: 'code' } } },
    );
    const d = drive(model).start({ code: '91440300708461136T' }).complete('ask', 'done');
    expect(refusedBack(d, 'answer', 'ask')).toBe('forbidden.party');
  });
});

describe('退回, and straight back', () => {
  it('the step waits while the earlier one is done again beside it; no token moves', () => {
    const d = drive(chain).start().complete('accept', 'done', {}, everybody('lin')).complete('examine', 'done');
    const before = tokens(d);
    giveBack(d, 'decide', 'accept', 'back');
    expect([open(d), tokens(d)]).toEqual([['accept', 'decide'], before]);
    expect(d.refused({ type: 'complete', task: d.task('decide'), outcome: 'done', data: {} }).code).toBe('task.waits');
    d.complete('accept', 'done', {}, everybody('lin')).complete('decide', 'done');
    expect([d.state.status, d.state.visits['accept']?.count, d.state.visits['examine']?.count]).toEqual(['closed', 2, 1]);
  });
  it('in 会签 the others go on signing; where the round is decided the question falls away', () => {
    const signing = { signers: [{ by: officer }, { by: { ...officer, role: 'section-head' } }], order: 'together', rule: { kind: 'any' }, agree: 'done', disagree: 'no' } as const;
    const model = definition([start, userTask('draft'), userTask('sign', ['done', 'no'], { signing }), end()], [flow('start', 'draft'), flow('draft', 'sign'), flow('sign', 'end')]);
    const d = drive(model).start().complete('draft', 'done');
    const [mine, other] = Object.values(d.state.tasks);
    d.act({ type: 'return', task: mine!.id, to: 'draft', policy: 'back', reason: '缺附件' });
    d.act({ type: 'complete', task: other!.id, outcome: 'done', data: {} }, everybody('b'));
    expect([d.state.status, d.state.tasks]).toEqual(['closed', {}]);
  });
  it('a step that several signed cannot be done again by one', () => {
    const signing = { signers: [{ by: officer }], order: 'together', rule: { kind: 'all' }, agree: 'done', disagree: 'no' } as const;
    const model = definition([start, userTask('sign', ['done', 'no'], { signing }), userTask('next'), end()], [flow('start', 'sign'), flow('sign', 'next'), flow('next', 'end')]);
    expect(refusedBack(drive(model).start().complete('sign', 'done'), 'next', 'sign', 'back')).toBe('return.signed');
  });
});

describe('拿回', () => {
  it('takes back one’s own step while nobody has acted on what followed', () => {
    const d = both().complete('left1', 'done', {}, everybody('lin'));
    d.act({ type: 'reclaim', node: 'left1', reason: '漏填' }, everybody('lin'));
    expect(open(d)).toEqual(['left1', 'right1']);
    expect(d.bodies('step.returned')[0]?.policy).toBe('reclaim');
  });
  it('takes back both branches of a split that nobody has begun, and neither where one has', () => {
    const d = drive(split).start().complete('file', 'done', {}, everybody('lin'));
    d.act({ type: 'reclaim', node: 'file', reason: '漏填' }, everybody('lin'));
    expect(tokens(d)).toEqual(['file']);
    d.complete('file', 'done', {}, everybody('lin')).complete('right1', 'done');
    expect(d.refused({ type: 'reclaim', node: 'file', reason: '漏填' }, everybody('lin')).code).toBe('reclaim.acted');
  });
  it.each([
    ['somebody has claimed what follows', (d: Driver) => d.act({ type: 'claim', task: d.task('examine') }), 'reclaim.acted', 'lin'],
    ['another asks', (d: Driver) => d, 'reclaim.not-yours', 'wu'],
    ['the next step is done', (d: Driver) => d.complete('examine', 'done'), 'reclaim.not-yours', 'lin'],
  ])('is refused where %s', (_, then, code, who) => {
    const d = then(drive(chain).start().complete('accept', 'done', {}, everybody('lin')));
    expect(d.refused({ type: 'reclaim', node: 'accept', reason: '漏填' }, everybody(who)).code).toBe(code);
  });
  it('撤回: the applicant takes the application back while nobody has taken it up', () => {
    const lin = everybody('lin');
    expect(drive(chain).start({}, lin).act({ type: 'withdraw', reason: '材料有误' }, lin).state).toMatchObject({ status: 'closed', outcome: 'withdrawn' });
    const taken = drive(chain).start({}, lin);
    taken.act({ type: 'claim', task: taken.task('accept') }, everybody('wu'));
    expect(taken.refused({ type: 'withdraw', reason: 'x' }, lin).code).toBe('withdraw.acted');
    expect(taken.refused({ type: 'withdraw', reason: 'x' }, person('other')).code).toBe('withdraw.not-yours');
  });
});

describe('clocks after a return', () => {
  const basis = { instrument: text('法', 'Law'), article: '§1', version: '1', confidence: 'R' } as const;
  const clock = (id: string, startNode: string, on: 'entered' | 'completed', stop: string): ClockDefinition => ({
    id, name: text(id, id), rules: [{ budget: { amount: 5, unit: 'working-day' }, startDay: 'excluded', rollOver: 'next-working-day', basis }],
    start: [{ on, node: startNode }], stop: [{ on: 'completed', node: stop }], duty: officer, warnings: [], breach: 'record',
  });
  const model = { ...chain, clocks: [clock('acceptance', 'accept', 'entered', 'accept'), clock('whole', 'accept', 'completed', 'decide')] };
  const running = (d: Driver) => Object.fromEntries(Object.values(d.state.clocks).map((c) => [c.clock, [c.dueDay, c.pauses.length]]));

  it('a clock that the step had met goes on where it stood: the time in between does not count, and nobody gets new time', () => {
    // Monday: due the Monday after. Met on Wednesday before the third day was over; back on the Monday after, the days that were left are left again.
    const d = drive(model, '2026-03-02T01:00:00.000Z').start();
    expect(running(d)).toEqual({ acceptance: ['2026-03-09', 0] });
    d.until('2026-03-04T02:00:00.000Z').complete('accept', 'done');
    expect(running(d)).toEqual({ whole: ['2026-03-11', 0] });
    giveBack(d.until('2026-03-09T02:00:00.000Z'), 'examine', 'accept');
    expect(running(d)).toEqual({ acceptance: ['2026-03-13', 1] });
    expect(d.bodies('clock.stopped').map((c) => [c.clock, c.reason])).toEqual([['acceptance', 'met'], ['whole', 'returned']]);
    // The other clock was two working days old when the step that had started it was taken back: it goes on with the rest.
    d.until('2026-03-10T02:00:00.000Z').complete('accept', 'done');
    expect(running(d)).toEqual({ whole: ['2026-03-13', 1] });
  });
  it('what was missed stays missed', () => {
    const d = drive(model, '2026-03-02T01:00:00.000Z').start().until('2026-03-11T02:00:00.000Z').complete('accept', 'done');
    giveBack(d, 'examine', 'accept');
    expect(Object.values(d.state.clocks)).toMatchObject([{ clock: 'acceptance', breachedAt: '2026-03-09T16:00:00.000Z' }]);
    expect(d.bodies('clock.breached')).toHaveLength(1);
  });
});

describe('any sound process, any return', () => {
  const reachable = (model: ProcessDefinition): ReadonlySet<string> =>
    new Set((restingMarkings(levelAt(model, undefined)) ?? []).map((m) => m.map((p) => `${p.node}/${p.flow}`).sort().join(' ')));
  const joins = (model: ProcessDefinition, node: string): boolean => model.nodes.find((n) => n.id === node)?.type === 'parallelGateway';

  it('leaves the case where it could have come by itself, loses no branch that need not go, and the case can still be closed', () => {
    fc.assert(
      fc.property(soundDefinition, fc.array(fc.record({ pick: fc.nat(), back: fc.nat(), policy: fc.constantFrom('redo', 'back', null, null) }), { maxLength: 25 }), (model, moves) => {
        expect(checkSoundness(model)).toEqual([]);
        const markings = reachable(model);
        const d = drive(model).start();
        const at = (): string => Object.values(d.state.tokens).map((t) => `${t.node}/${joins(model, t.node) ? t.flow : ''}`).sort().join(' ');
        for (const { pick, back, policy } of moves) {
          if (!isOpen(d)) return;
          const tasks = Object.values(d.state.tasks).filter((t) => t.waitsFor === undefined);
          const task = tasks[pick % tasks.length]!;
          const done = Object.keys(d.state.visits);
          if (policy && done.length > 0 && !task.side) {
            try {
              d.act({ type: 'return', task: task.id, to: done[back % done.length]!, policy, reason: 'r' });
            } catch (error) {
              expect(String(error)).toMatch(/return\.not-done/);
            }
          } else {
            const node = model.nodes.find((n) => n.id === task.node);
            const outcomes = node?.type === 'userTask' ? node.outcomes : [];
            d.act({ type: 'complete', task: task.id, outcome: outcomes[back % outcomes.length]!.id, data: {} });
          }
          if (!isOpen(d)) return;
          expect(markings.has(at()), `${at()} is no marking of the process`).toBe(true);
          // One task for each token at a step, and one more for each that waits.
          const steps = Object.values(d.state.tokens).filter((t) => model.nodes.some((n) => n.id === t.node && n.type === 'userTask'));
          expect(Object.values(d.state.tasks).filter((t) => !t.side).map((t) => t.token).sort()).toEqual(steps.map((t) => t.id).sort());
        }
        for (let n = 0; n < 500 && isOpen(d); n++) {
          const task = Object.values(d.state.tasks).find((t) => t.waitsFor === undefined)!;
          const node = model.nodes.find((x) => x.id === task.node);
          d.act({ type: 'complete', task: task.id, outcome: node?.type === 'userTask' ? node.outcomes.at(-1)!.id : '', data: {} });
        }
        expect(d.state.status).toBe('closed');
      }),
      { numRuns: 150 },
    );
  });
});
