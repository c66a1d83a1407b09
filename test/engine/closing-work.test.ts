/** 办结清理: whichever way a case ends, what its services have left standing is cleared away, and its execution does not end before. */
import { describe, expect, it } from 'vitest';
import { owes } from '../../domain/engine/between/owes.ts';
import type { Actor } from '../../domain/engine/state.ts';
import type { ServiceTask } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { drive, everybody, type Driver } from './driver.ts';
import { definition, end, flow, start, userTask } from './models.ts';

const shell: Actor = { kind: 'system', id: 'shell' };
const reserve: ServiceTask = { id: 'reserve', type: 'serviceTask', name: text('预留', 'Reserve'), service: 'fund.reserve', input: { fund: '"f"', amount: '100', note: '"n"' } };
const spends = definition([start, reserve, userTask('a'), end()], [flow('start', 'reserve'), flow('reserve', 'a'), flow('a', 'end')]);
const spendsNothing = definition([start, userTask('a'), end()], [flow('start', 'a'), flow('a', 'end')]);
function reserved(): Driver {
  const d = drive(spends).start();
  return d.act({ type: 'job-done', job: Object.values(d.state.jobs)[0]!.id, result: { ok: true } }, shell);
}

const ways: readonly (readonly [string, () => Driver])[] = [
  ['by its process', () => reserved().complete('a', 'done')],
  ['terminated by who manages it', () => reserved().act({ type: 'terminate', reason: '终止' })],
  ['withdrawn by who filed it', () => reserved().act({ type: 'withdraw', reason: '撤回' })],
  ['while the money is being asked for', () => drive(spends).start().act({ type: 'terminate', reason: '终止' })],
];

describe('a case that has used a service that leaves something standing', () => {
  it.each(ways)('asks for it to be cleared away: %s', (_, close) => {
    const d = close();
    expect(d.state.status).toBe('closed');
    expect(d.bodies('closing.requested')).toEqual([expect.objectContaining({ service: 'fund.settle' })]);
    expect(owes(d.state)).toBe(true);
    const [work] = Object.values(d.state.closings ?? {});
    // The work comes after every job that the case has ever asked for: these are what it settles.
    expect(Math.max(0, ...d.bodies('job.requested').map((b) => b.job))).toBeLessThan(work!.id);
    d.act({ type: 'closing-done', closing: work!.id }, shell);
    expect(owes(d.state)).toBe(false);
    expect(d.refused({ type: 'closing-done', closing: work!.id }, shell)).toMatchObject({ code: 'job.not-found' });
  });
  it('opened again and closed again, it asks again', () => {
    const d = reserved().complete('a', 'done');
    d.act({ type: 'reopen', to: 'a', reason: '重新办理' }, everybody()).complete('a', 'done');
    expect(Object.keys(d.state.closings ?? {})).toHaveLength(2);
  });
  it('owes nothing where its process uses no such service', () => {
    const d = drive(spendsNothing).start().complete('a', 'done');
    expect(d.bodies('closing.requested')).toEqual([]);
    expect(owes(d.state)).toBe(false);
  });
});
