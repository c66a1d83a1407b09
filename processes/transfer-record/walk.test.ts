/** Every way through the record of a transfer, and the boundary of its clock. */
import { describe } from 'vitest';
import { describeBoundaries } from '../../test/support/boundaries.ts';
import { describeWalks, pureWalker } from '../../test/support/walk-purely.ts';
import { upTo } from '../walk.ts';
import { transferRecord } from './definition.ts';
import { record } from './walks.ts';

const walker = pureWalker(transferRecord, record);

describeWalks(transferRecord, record, walker);

describe('the clock at its boundary', () => {
  describeBoundaries(transferRecord, walker, [{ clock: 'review', way: upTo(record.walks.recorded, 'review'), ends: [['review', 'recorded']], on: { '2026-03-02': '2026-03-09', '2026-04-30': '2026-05-11', '2026-02-12': '2026-02-26' } }]);
});
