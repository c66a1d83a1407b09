/** Every outcome of a commendation. */
import { describe, expect, it } from 'vitest';
import { describeWalks } from '../../../test/support/walk-purely.ts';
import { upTo } from '../../walk.ts';
import { commendation } from './definition.ts';
import { walker } from './walk.test-support.ts';
import { commending } from './walks.ts';

describeWalks(commendation, commending, walker);

describe('a commendation', () => {
  it('is published, entered in the credit file and told, under the number of its document', () => {
    const d = walker.walk(commending.walks.commended);
    expect(d.bodies('job.requested').map((b) => b.service)).toEqual(['document.generate', 'publish', 'credit.record', 'notify']);
    expect(d.bodies('job.requested').find((b) => b.service === 'credit.record')?.input).toMatchObject({ kind: 'commendation', uscc: '91440000725456195C' });
  });
  it('takes twenty working days, an internal limit: registered on 18 September 2026 it is due on 22 October, and late one moment after', () => {
    const d = walker.walk(upTo(commending.walks.commended, 'propose'), '2026-09-18');
    expect(Object.values(d.state.clocks)).toMatchObject([{ clock: 'commendation', dueDay: '2026-10-22', rule: { basis: { internal: true } } }]);
    d.until('2026-10-22T15:59:59.999Z');
    expect(d.bodies('clock.breached')).toEqual([]);
    d.until('2026-10-22T16:00:00.000Z');
    expect(d.bodies('clock.breached').map((b) => b.clock)).toEqual(['commendation']);
  });
  it('the departments answer side by side, each for itself', () => {
    const d = walker.walk(upTo(commending.walks.against, 'propose'));
    expect(d.state.data).toMatchObject({ against: 1, departmentResults: '省生态环境厅：无意见\n省税务局：不宜通报表扬。正在接受稽查。', departmentFinding: null });
  });
});
