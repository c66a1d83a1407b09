/** Every way through this side of the matter. */
import { describe, expect, it } from 'vitest';
import { describeWalks, dueOf, pureWalker } from '../../test/support/walk-purely.ts';
import { upTo, type Walk } from '../walk.ts';
import { filingSupervision } from './definition.ts';
import { supervision } from './walks.ts';

const { walks } = supervision;
const walker = pureWalker(filingSupervision, supervision);

describeWalks(filingSupervision, supervision, walker);

/** Up to where the police are waited for. */
const untilTold = (way: Walk, message: string): Walk => ({ ...way, acts: way.acts.slice(0, way.acts.findIndex((a) => 'told' in a && a.told === message)), outcome: null });
const sevenDays = { '2026-03-02': '2026-03-09', '2026-09-30': '2026-10-08', '2026-02-09': '2026-02-24' };
const fifteenDays = { '2026-03-02': '2026-03-17', '2026-02-02': '2026-02-24', '2026-09-20': '2026-10-08' };
const chinaMidnightAfter = (day: string): string => new Date(Date.parse(`${day}T16:00:00.000Z`)).toISOString();

describe('while the police are waited for', () => {
  it.each(Object.entries(sevenDays))('the police have seven days to explain: asked on %s, urged after %s, and asked to by another seven', (from, due) => {
    const d = walker.walk(untilTold(walks.ordered, 'explanationGiven'), from);
    expect(dueOf(d, 'explanationLate')).toBe(chinaMidnightAfter(due));
  });
  it.each(Object.entries(fifteenDays))('the police have fifteen days to file: notified on %s, corrected after %s', (from, due) => {
    const d = walker.walk(untilTold(walks.ordered, 'policeFiled'), from);
    expect(dueOf(d, 'filingLate')).toBe(chinaMidnightAfter(due));
  });
});

describe('who decides', () => {
  it('the chief procurator signs what the procurator proposes: never one person both', () => {
    for (const [step, own] of [['requestApproval', 'acceptance'], ['noticeApproval', 'review']] as const) {
      const d = walker.walk(upTo(walks.ordered, step));
      const both = { kind: 'person', id: 'yan', name: 'yan', pools: ['officer@gz-procuratorate', 'agency-head@gz-procuratorate'] } as const;
      expect(d.refused({ type: 'claim', task: d.task(step) }, both)).toMatchObject({ code: 'forbidden.separation', params: { step: own } });
    }
  });
});
