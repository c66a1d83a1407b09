/** Every outcome of a revocation, and for how long it bars. */
import { describe, expect, it } from 'vitest';
import { describeWalks } from '../../../test/support/walk-purely.ts';
import { upTo, type Walk } from '../../walk.ts';
import { awardRevocation } from './definition.ts';
import { walker } from './walk.test-support.ts';
import { revocation } from './walks.ts';

const { walks } = revocation;
const { walk, dueDays } = walker;

describeWalks(awardRevocation, revocation, walker);

describe('what is done, by ground', () => {
  const services = (way: Walk) => walk(way).bodies('job.requested').filter((b) => b.service.startsWith('credit.') && b.service !== 'credit.find');
  it('fraud: the entry of the award is withdrawn, and no application for ten years', () => {
    const [withdrawn, ban] = services(walks.fraud);
    expect(withdrawn).toMatchObject({ service: 'credit.withdraw', input: { entry: 'case:j9' } });
    // Decided on 2 March 2026: the years run from the decision, not from what happened earlier.
    expect(ban).toMatchObject({ service: 'credit.record', input: { kind: 'commitment-broken', level: '质量奖申报限制', publicUntil: '2036-03-02' } });
  });
  it('a false declaration: five years, and no award is touched', () => {
    expect(services(walks.falseDeclaration)).toMatchObject([{ service: 'credit.record', input: { publicUntil: '2031-03-02' } }]);
  });
  it('an accident within five years: revoked, without a ban', () => {
    expect(services(walks.accident)).toMatchObject([{ service: 'credit.withdraw' }]);
  });
  it('an accident later than five years after the award leads to no notice, whatever is clicked', () => {
    const d = walk({ ...walks.tooLongAgo, acts: walks.tooLongAgo.acts.slice(0, 1) });
    expect(d.state.data['withinFive']).toBe(false);
    expect(d.openNodes()).toEqual(['verify']);
  });
  it('the holder is heard for five working days; not heard is waived, and no breach of a duty', () => {
    expect(dueDays(walks.fraud)['statement']).toEqual(['2026-03-09', '2026-03-09']);
    const before = upTo(walks.fraud, 'statement');
    for (const [today, due] of [['2026-02-13', '2026-02-27'], ['2026-09-24', '2026-10-09']] as const) {
      const d = walk(before, today).until(`${due}T15:59:59.999Z`);
      expect(d.openNodes()).toEqual(['statement']);
      d.until(`${due}T16:00:00.000Z`);
      expect(d.openNodes()).toEqual(['legalReview']);
      expect(d.bodies('clock.breached').filter((b) => b.clock === 'statement')).toEqual([]);
    }
  });
});
