/** 案件之间, whatever people do and in whatever order the shell gets to it: nobody waits for what has ended, and nothing called is left without who called it. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { field } from '../../domain/model/builder-fields.ts';
import type { CallActivity } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { definition, end, flow, parallel, start, userTask } from './models.ts';
import { world, type World } from './world.ts';

const fields = { matter: field.text('事项', 'Matter') };
const base = { fields, startForm: { matter: 'optional' } } as const;
const call = (id: string, process: string, more: Partial<CallActivity> = {}): CallActivity => ({ id, type: 'callActivity', name: text(id, id), process, input: { matter: 'matter' }, ...more });
const low = definition([start, userTask('look'), end()], [flow('start', 'look'), flow('look', 'end')], { ...base, key: 'low' });
const middle = definition([start, call('down', 'low'), userTask('check'), end()], [flow('start', 'down'), flow('down', 'check'), flow('check', 'end')], { ...base, key: 'middle' });
const top = definition(
  [start, parallel('split'), call('a', 'middle'), call('b', 'low'), call('free', 'low', { wait: false }), parallel('join'), userTask('last'), end()],
  [flow('start', 'split'), ...['a', 'b', 'free'].flatMap((c) => [flow('split', c), flow(c, 'join')]), flow('join', 'last'), flow('last', 'end')], { ...base, key: 'top' });

const acts = ['complete', 'suspend', 'resume', 'terminate', 'reopen', 'merge', 'split', 'link'] as const;
const script = fc.array(fc.oneof(
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('shell' as const), pick: fc.nat(20) }) },
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('complete' as const), pick: fc.nat(20) }) },
  { weight: 2, arbitrary: fc.record({ kind: fc.constantFrom('suspend' as const, 'resume' as const), pick: fc.nat(3) }) },
  fc.record({ kind: fc.constantFrom(...acts), pick: fc.nat(20), other: fc.nat(20) }),
), { minLength: 20, maxLength: 100, size: 'max' });

/** Does it if it is allowed. */
const attempt = (act: () => void): void => {
  try {
    act();
  } catch (error) {
    // A refusal: its code stands first.
    if (!(error instanceof Error) || !/^[a-z-]+\.[a-z-]+ \{/.test(error.message)) throw error;
  }
};

function play(w: World, { kind, pick, other = 0 }: { readonly kind: 'shell' | (typeof acts)[number]; readonly pick: number; readonly other?: number }): void {
  if (kind === 'shell') return void w.step(pick);
  const all = w.all();
  const id = all[pick % all.length] ?? '';
  const also = all[other % all.length] ?? '';
  const [task] = Object.values(w.state(id).tasks);
  attempt(() => {
    switch (kind) {
      case 'complete': return task && w.act(id, { type: 'complete', task: task.id, outcome: 'done', data: {} });
      case 'suspend': return w.act(id, { type: 'suspend', reason: '中止' });
      case 'resume': return w.act(id, { type: 'resume' });
      case 'terminate': return w.act(id, { type: 'terminate', reason: '撤案' });
      case 'reopen': return w.act(id, { type: 'reopen', to: Object.keys(w.state(id).visits)[0] ?? 'x', reason: '新证据' });
      case 'merge': return w.act(id, { type: 'merge', into: w.ref(also), agency: w.state(also).agency, reason: '同一事项' });
      case 'split': return w.act(id, { type: 'split', fields: [], data: {}, reason: '两家' });
      case 'link': return w.act(id, { type: 'link', other: w.ref(also), reason: '相关' });
    }
  });
}

const interesting = ['call.completed', 'call.withdrawn', 'case.closed', 'case.linked', 'case.reopened', 'case.resumed', 'case.suspended', 'input.dropped', 'input.kept', 'input.taken', 'merge.asked', 'merge.refused', 'opening.done'] as const;

it('holds for every order of acts and deliveries', () => {
  const seen = new Set<string>();
  fc.assert(fc.property(script, (steps) => {
    const w = world([low, middle, top]);
    w.start(top, { matter: '甲' });
    for (const step of steps) play(w, step);
    w.settle();
    for (const id of w.all()) {
      const state = w.state(id);
      for (const type of interesting) for (const body of w.bodies(id, type)) seen.add('with' in body && body.with ? `${type} with its parent` : type);
      const reopened = w.bodies(id, 'case.reopened').length > 0;
      // Everything was told, whatever state the case is in.
      expect([Object.keys(state.openings ?? {}), Object.keys(state.errands ?? {}), state.merging]).toEqual([[], [], undefined]);
      for (const one of Object.values(state.calls ?? {})) {
        expect(state.status).not.toBe('closed');
        const child = one.child && w.state(one.child.caseId);
        // Who waits waits for a case that is open, or has its end in hand for when it goes on.
        const inHand = (state.kept ?? []).some((k) => k.body.type === 'child-closed' && k.body.call === one.id) || !one.wait;
        expect(one.refused !== undefined || child?.status !== 'closed' || inHand).toBe(true);
      }
      const { parent } = state;
      if (!parent?.wait || state.status === 'closed' || reopened) continue;
      // Who was called is still waited for.
      expect(Object.values(w.state(parent.caseId).calls ?? {}).map((c) => c.child?.caseId)).toContain(id);
      // Suspended with its parent, resumed with it: never left behind.
      if (state.suspension?.with) expect(w.state(parent.caseId).status).toBe('suspended');
      // Links are told on both sides.
      for (const other of state.related ?? []) expect(w.state(other).related).toContain(id);
    }
  }), { numRuns: 250 });
  // The runs were not all about nothing.
  const wanted = [...interesting, 'case.closed with its parent', 'case.resumed with its parent', 'case.suspended with its parent'];
  expect(wanted.filter((type) => !seen.has(type))).toEqual([]);
}, 60_000);
