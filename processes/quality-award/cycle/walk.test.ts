/** Every outcome of a round through decide and evolve, by the people of the demonstration. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf } from '../../../domain/calendar/civil-day.ts';
import { evaluateFeel } from '../../../domain/engine/expressions.ts';
import type { JsonObject } from '../../../domain/json.ts';
import { allot } from '../../../domain/panels/allot.ts';
import { drive } from '../../../test/engine/driver.ts';
import { describeWalks } from '../../../test/support/walk-purely.ts';
import { onDay, upTo } from '../../walk.ts';
import { ceilings } from '../law.ts';
import { qualityAward } from './definition.ts';
import { awardPlaces, nominationPlaces } from './lists.ts';
import { walker } from './walk.test-support.ts';
import { cycle, plan } from './walks.ts';

const { walks } = cycle;
const { walk, act, actor } = walker;

describeWalks(qualityAward, cycle, walker);

/** What was sent to the applications under a message, by the last digit of their ids. */
const sent = (jobs: readonly { readonly service: string; readonly input: JsonObject }[], message: string): Readonly<Record<string, JsonObject>> =>
  Object.fromEntries(jobs.filter((j) => j.service === 'message.send-each' && j.input['message'] === message).flatMap((j) => (j.input['each'] as unknown as { to: string; data: JsonObject }[]).map(({ to, data }) => [to.slice(-1), data] as const)));

describe('what the round tells its applications', () => {
  it('who is out hears why; who goes on hears with which score; the winners hear the number of the decision', () => {
    const jobs = walk(walks.completed).bodies('job.requested');
    expect(sent(jobs, 'award-candidate')).toEqual({ 1: { writtenScore: '90', writtenRank: 1 }, 2: { writtenScore: '89', writtenRank: 2 }, 3: { writtenScore: '88', writtenRank: 3 } });
    expect(sent(jobs, 'award-out')).toEqual({ 4: { outStage: 'written', outReason: '列第4' } });
    expect(sent(jobs, 'award-result')[1]).toMatchObject({ level: 'award', decisionNumber: expect.stringContaining('号') });
  });
  it('who is removed after a notice hears the reasons, and nobody takes the place', () => {
    const d = walk(walks.troubled);
    const jobs = d.bodies('job.requested');
    expect(sent(jobs, 'award-out')).toMatchObject({ 4: { outStage: 'accepted', outReason: '异议成立。' }, 2: { outStage: 'winners', outReason: '环保处罚未如实申报。' } });
    expect(d.state.data).toMatchObject({ awardCount: 1, nominationCount: 1 });
  });
  it('a member who is recused from one application has no seat there, and keeps it in the others', () => {
    const ballots = sent(walk(walks.troubled).bodies('job.requested'), 'award-vote');
    expect(ballots[1]?.['committee']).toHaveLength(3);
    expect(ballots[2]?.['committee']).toHaveLength(4);
  });
  it('the order that the committee adopted decides between equals; where it did not, the place stays empty', () => {
    const levels = (way: (typeof walks)['tiedAdopted' | 'tiedVacated']) => Object.fromEntries(Object.entries(sent(walk(way).bodies('job.requested'), 'award-result')).map(([id, data]) => [id, data['level']]));
    expect(levels(walks.tiedAdopted)).toEqual({ 1: 'nomination', 2: 'award', 3: 'nomination' });
    expect(levels(walks.tiedVacated)).toEqual({ 1: 'nomination', 2: 'nomination', 3: 'nomination' });
  });
});

describe('ceilings: no more than 10 awards and 40 nominations, whatever is put in', () => {
  it('the forms refuse more', () => {
    const start = (data: JsonObject) => ({ type: 'start', caseId: 'c', hash: 'h', agency: 'gd-award-secretariat', region: '440000', data: onDay({ ...plan, ...data }, '2026-03-02') }) as const;
    expect(drive(qualityAward, '2026-03-02T02:00:00.000Z', 'gd-award-secretariat').refused(start({ awardPlaces: 11, nominationPlaces: 41 }), actor('tan')).fields).toEqual([
      { field: 'awardPlaces', code: 'too-large', params: { max: 10 } }, { field: 'nominationPlaces', code: 'too-large', params: { max: 40 } },
    ]);
    expect(drive(qualityAward).refused(start({ awardPlaces: -1 }), actor('tan')).fields?.[0]).toMatchObject({ field: 'awardPlaces', code: 'too-small' });
  });
  it('and even a case that holds larger numbers gives no more', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }), fc.array(fc.record({ rank: fc.option(fc.integer({ min: 1, max: 80 })), passed: fc.boolean() }), { maxLength: 120 }), fc.boolean(), fc.boolean(), (awards, nominations, votes, ordered, ask) => {
      const data = { awardPlaces: awards, nominationPlaces: nominations };
      const levels = [{ id: 'award', places: Number(evaluateFeel(awardPlaces, data, 'test')) }, { id: 'nomination', places: Number(evaluateFeel(nominationPlaces, data, 'test')) }];
      const candidates = votes.map((v, i) => ({ ...v, id: `c${i}` }));
      const { assigned } = allot(levels, candidates, { order: ordered ? candidates.map((c) => c.id) : [], ties: ask ? 'ask' : 'vacate' });
      const count = (level: string): number => assigned.filter((a) => a.level === level).length;
      expect(count('award')).toBeLessThanOrEqual(Math.min(awards, ceilings.award));
      expect(count('nomination')).toBeLessThanOrEqual(Math.min(nominations, ceilings.nomination));
      expect(new Set(assigned.map((a) => a.id)).size).toBe(assigned.length);
    }));
  });
});

describe('time', () => {
  it('declarations are taken until the end of the last day, and not one moment longer', () => {
    const d = walk({ ...walks.nobody, acts: walks.nobody.acts.slice(0, 1) }, '2026-02-10');
    d.until('2026-04-11T15:59:59.999Z');
    expect(d.openNodes()).toEqual(['closeDeclaration']);
    d.until('2026-04-11T16:00:00.000Z');
    walker.runJobs(d);
    expect(d.openNodes()).toEqual([]);
    act(d, { told: 'declarations-over' });
    // Whoever declares now is told that the round does not wait for it.
    expect(d.refused({ type: 'message', message: 'award-filed', data: {} }, { kind: 'system', id: 'case:late' }).code).toBe('case.closed');
  });
  it.each([
    ['planning', walks.completed, 'planApproval', '2026-02-06', '2026-02-27'], ['planning', walks.completed, 'planApproval', '2026-09-24', '2026-10-15'], ['scoring', walks.completed, 'scoring', '2026-02-02', null], ['drawing', walks.completed, 'witness', '2026-09-18', null],
    ['conclusion', walks.completed, 'conclusion', '2026-09-18', null], ['report', walks.completed, 'report', '2026-02-02', null], ['approval', walks.completed, 'government', '2026-01-05', null],
  ] as const)('%s: in time at the last moment, missed at the next', (clock, way, step, today, dueDay) => {
    const d = walk(upTo(way, step), today);
    const running = Object.values(d.state.clocks).find((c) => c.clock === clock);
    if (dueDay !== null) expect(running?.dueDay).toBe(dueDay);
    expect(running?.rule.basis).toMatchObject({ internal: true, confidence: 'R' });
    const due = Date.parse(running?.dueAt ?? '');
    d.until(instantOf(due - 1));
    expect(d.bodies('clock.breached').map((b) => b.clock)).not.toContain(clock);
    d.until(instantOf(due));
    expect(d.bodies('clock.breached').map((b) => b.clock)).toContain(clock);
  });
});

describe('who may', () => {
  it('the secretariat opens a round, nobody else; the head approves the plan', () => {
    const start = { type: 'start', caseId: 'c', hash: 'h', agency: 'gd-award-secretariat', region: '440000', data: onDay(plan, '2026-03-02') } as const;
    for (const other of ['lin', 'haichuan', 'duruo']) expect(drive(qualityAward).refused(start, actor(other)).code).toBe('forbidden.start');
    const d = walk(upTo(walks.completed, 'planApproval'));
    expect(d.refused({ type: 'claim', task: d.task('planApproval') }, actor('tan')).code).toBe('forbidden.pool');
  });
});
