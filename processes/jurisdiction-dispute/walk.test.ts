/** The dispute over jurisdiction through decide and evolve. */
import { describe, expect, it } from 'vitest';
import { checkDefinition } from '../../domain/model/check.ts';
import { describeWalks, pureWalker } from '../../test/support/walk-purely.ts';
import { upTo } from '../walk.ts';
import { jurisdictionDispute } from './definition.ts';
import { disputeWalks } from './walks.ts';

const walker = pureWalker(jurisdictionDispute, disputeWalks, () => undefined, '2026-05-11');
const { walks } = disputeWalks;

it('passes every check of registration', () => expect(checkDefinition(jurisdictionDispute)).toEqual([]));
describe('a dispute over jurisdiction', () => describeWalks(jurisdictionDispute, disputeWalks, walker));

describe('seven working days to settle it (令第121号 §33)', () => {
  it.each([
    // From the day it arose, across Spring Festival, National Day and the days worked instead.
    ['2026-05-11', '2026-05-20'], ['2026-09-18', '2026-09-29'], ['2026-09-29', '2026-10-14'],
  ])('asked on %s: due on %s, and answered in the last moment in time', (asked, due) => {
    const inTime = walker.walk({ ...walks.takesOver, acts: [], outcome: null }, asked);
    expect(inTime.bodies('clock.started')).toMatchObject([{ clock: 'consultation', dueDay: due, rule: { basis: { article: '§33' } } }]);
    inTime.until(`${due}T15:59:59.999Z`);
    walker.act(inTime, ['consultation', 'takesOver', { answer: '由我局处理。' }]);
    expect(inTime.bodies('clock.breached')).toEqual([]);
    const late = walker.walk({ ...walks.takesOver, acts: [], outcome: null }, asked).until(`${due}T16:00:00.000Z`);
    expect(late.state.outcome).toBe('noAnswer');
  });
  it('the head who appoints has not examined it, and nobody but one of the two is appointed', () => {
    const d = walker.walk(upTo(walks.appointed, 'appointment', 2));
    expect(d.openNodes()).toEqual(['appointment']);
    expect(d.state.data['appointedAgency']).toBe('fs-amr');
    expect(d.refused({ type: 'claim', task: d.task('appointment') }, walker.actor('wu')).code).toBe('forbidden.separation');
  });
});
