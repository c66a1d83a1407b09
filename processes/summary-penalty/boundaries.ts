/** The limits of a penalty on the spot at their last moment. */
import { before, type Boundary } from '../boundary.ts';
import { summaryWalks } from './walks.ts';

const { walks } = summaryWalks;

export const boundaries: readonly Boundary[] = [
  { clock: 'onTheSpot', ...before(walks.noViolation, 'noPenaltyApproval'), on: { ordinary: ['2026-03-02', '2026-03-03'], springFestival: ['2026-02-14', '2026-02-24'], nationalDay: ['2026-09-30', '2026-10-08'], makeUpDay: ['2026-05-08', '2026-05-09'] } },
  { clock: 'archiving', ...before(walks.warnedUpheld, 'archiving'), on: { ordinary: ['2026-03-02', '2026-03-11'], springFestival: ['2026-02-14', '2026-03-03'], nationalDay: ['2026-09-30', '2026-10-15'], makeUpDay: ['2026-05-08', '2026-05-18'] } },
  { clock: 'recording', ...before(walks.warnedUpheld, 'recording'), on: { ordinary: ['2026-03-02', '2026-03-05'], springFestival: ['2026-02-14', '2026-02-26'], nationalDay: ['2026-09-30', '2026-10-10'], makeUpDay: ['2026-05-08', '2026-05-12'] } },
  { clock: 'completion', ...before(walks.collected, 'archiving', 1), on: { ordinary: ['2026-03-02', '2026-03-05'], springFestival: ['2026-02-14', '2026-02-26'], nationalDay: ['2026-09-30', '2026-10-10'], makeUpDay: ['2026-05-08', '2026-05-12'] } },
  { clock: 'handingIn', ...before(walks.collected, 'handingIn'), on: { ordinary: ['2026-03-02', '2026-03-04'], springFestival: ['2026-02-14', '2026-02-25'], nationalDay: ['2026-09-30', '2026-10-09'], makeUpDay: ['2026-05-08', '2026-05-11'] } },
  { clock: 'banking', ...before(walks.collected, 'banking'), on: { ordinary: ['2026-03-02', '2026-03-04'], springFestival: ['2026-02-14', '2026-02-25'], nationalDay: ['2026-09-30', '2026-10-09'], makeUpDay: ['2026-05-08', '2026-05-11'] } },
  { clock: 'payment', ...before(walks.paid, 'payment'), on: { ordinary: ['2026-03-02', '2026-03-17'], springFestival: ['2026-02-02', '2026-02-24'], nationalDay: ['2026-09-18', '2026-10-08'], makeUpDay: ['2026-04-24', '2026-05-09'] }, lapsesTo: 'arrears' },
  { clock: 'instalment', ...before(walks.instalments, 'instalment'), on: { ordinary: ['2026-03-02', '2026-04-01'], springFestival: ['2026-01-18', '2026-02-17'], nationalDay: ['2026-09-03', '2026-10-03'], makeUpDay: ['2026-04-09', '2026-05-09'] }, lapsesTo: 'arrears' },
  { clock: 'paymentCheck', ...before(walks.paid, 'paymentCheck'), on: { ordinary: ['2026-03-02', '2026-03-05'], springFestival: ['2026-02-14', '2026-02-26'], nationalDay: ['2026-09-30', '2026-10-10'], makeUpDay: ['2026-05-08', '2026-05-12'] } },
  { clock: 'reconsideration', ...before(walks.warnedUpheld, 'remedy'), on: { ordinary: ['2026-03-07', '2026-05-06'], springFestival: ['2025-12-19', '2026-02-24'], nationalDay: ['2026-08-04', '2026-10-08'], makeUpDay: ['2026-03-10', '2026-05-09'] }, lapsesTo: 'warned' },
  { clock: 'urging', ...before(walks.urgedBefore, 'urged'), on: { ordinary: ['2026-03-02', '2026-04-01'], springFestival: ['2026-01-29', '2026-03-06'], nationalDay: ['2026-09-14', '2026-10-20'], makeUpDay: ['2026-09-19', '2026-10-22'] }, lapsesTo: 'applying' },
  { clock: 'application', ...before(walks.court, 'applying'), on: { ordinary: ['2026-03-02', '2026-08-06'], springFestival: ['2025-09-18', '2026-02-24'], nationalDay: ['2026-05-07', '2026-10-08'], makeUpDay: ['2026-05-11', '2026-10-10'] } },
];
