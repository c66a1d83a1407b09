/** Every outcome of an objection, and its limit of five working days across the holidays of 2026. */
import { describe, expect, it } from 'vitest';
import { dayOfEpoch, epochDay } from '../../../domain/calendar/civil-day.ts';
import { drive } from '../../../test/engine/driver.ts';
import { describeWalks } from '../../../test/support/walk-purely.ts';
import { onDay, upTo } from '../../walk.ts';
import { awardObjection } from './definition.ts';
import { walker } from './walk.test-support.ts';
import { objection, paper } from './walks.ts';

const { walks } = objection;
const { walk, act, actor } = walker;

describeWalks(awardObjection, objection, walker);

describe('an objection is taken up, or not, within five working days of its receipt', () => {
  it.each([
    // 14 and 28 February are worked, 15 to 23 February is Spring Festival; 20 September and 10 October are worked, 25–27 September and 1–7 October are off.
    ['2026-02-11', '2026-02-25'], ['2026-02-13', '2026-02-27'], ['2026-02-24', '2026-03-02'], ['2026-09-18', '2026-09-24'], ['2026-09-24', '2026-10-09'], ['2026-09-30', '2026-10-13'], ['2026-04-30', '2026-05-11'],
  ])('received on %s: until the end of %s', (filed, due) => {
    const d = walk(upTo(walks.upheld, 'acceptance'), filed);
    expect(Object.values(d.state.clocks)).toMatchObject([{ clock: 'objection', dueDay: due, rule: { basis: { internal: true, article: '§25' } } }]);
    const last = Date.parse(`${due}T16:00:00.000Z`);
    d.until(new Date(last - 1).toISOString());
    expect(d.bodies('clock.breached')).toEqual([]);
    const inTime = walk(upTo(walks.upheld, 'acceptance'), filed).until(new Date(last - 1).toISOString());
    act(inTime, walks.upheld.acts[0]);
    expect(inTime.bodies('clock.stopped').map((b) => b.reason)).toEqual(['met']);
    d.until(new Date(last).toISOString());
    expect(d.bodies('clock.breached').map((b) => b.clock)).toEqual(['objection']);
  });
  it('counts from the day on which it was filed, also where its case is opened later', () => {
    const filed = { ...onDay(paper, '2026-03-09'), filedOn: '2026-03-02' };
    const d = drive(awardObjection, '2026-03-06T02:00:00.000Z', 'gd-award-secretariat');
    d.start(filed, actor('tan'));
    expect(Object.values(d.state.clocks)[0]?.dueDay).toBe('2026-03-09');
  });
  it('the written answer follows within ten working days of taking it up; who examined it does not decide it', () => {
    const d = walk(upTo(walks.rejected, 'answer'), '2026-09-21');
    expect(Object.values(d.state.clocks)).toMatchObject([{ clock: 'answer', dueDay: '2026-10-12' }]);
    const refused = walk(upTo(walks.rejected, 'answer'));
    expect(refused.refused({ type: 'claim', task: refused.task('answer') }, actor('pan'))).toMatchObject({ code: 'forbidden.separation', params: { step: 'examination' } });
  });
});

describe('what the objector gets in writing', () => {
  it.each([['upheld', ['registration', 'receipt', 'answer']], ['refused', ['registration', 'refusal']]] as const)('%s: %s', (way, papers) => {
    expect(walk(walks[way]).bodies('document.drafted').map((b) => b.template)).toEqual(papers);
  });
  it('a refusal names its ground', () => {
    const d = walk(upTo(walks.refused, 'acceptance'));
    expect(d.refused({ type: 'complete', task: d.task('acceptance'), outcome: 'refused', data: { acceptanceOpinion: '不予受理' } }, actor('pan')).fields).toEqual([{ field: 'refusalGround', code: 'required' }]);
  });
  it('the day after tomorrow is no day of receipt', () => {
    const start = { type: 'start', caseId: 'c', hash: 'h', agency: 'fs-amr', region: '440600', data: { ...onDay(paper, '2026-03-02'), filedOn: dayOfEpoch(epochDay('2026-03-02') + 1) } } as const;
    expect(drive(awardObjection, '2026-03-02T02:00:00.000Z', 'fs-amr').refused(start, actor('pan')).fields?.[0]).toMatchObject({ field: 'filedOn', code: 'too-large' });
  });
});
