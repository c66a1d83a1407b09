/** The limits of a revocation at their last moment. */
import { before, type Boundary } from '../../boundary.ts';
import { revocation } from './walks.ts';

const { walks } = revocation;

export const boundaries: readonly Boundary[] = [
  { clock: 'verification', ...before(walks.fraud, 'verify'), on: { ordinary: ['2026-03-02', '2026-04-14'], springFestival: ['2026-02-14', '2026-04-03'], nationalDay: ['2026-09-30', '2026-11-17'], makeUpDay: ['2026-05-08', '2026-06-18'] } },
  { clock: 'statement', ...before(walks.fraud, 'statement', 1), on: { ordinary: ['2026-03-02', '2026-03-09'], springFestival: ['2026-02-14', '2026-02-28'], nationalDay: ['2026-09-30', '2026-10-13'], makeUpDay: ['2026-05-08', '2026-05-14'] }, lapsesTo: 'legalReview' },
  { clock: 'approval', ...before(walks.accident, 'decide'), on: { ordinary: ['2026-03-02', '2026-04-08'], springFestival: ['2026-02-08', '2026-03-20'], nationalDay: ['2026-09-21', '2026-11-03'], makeUpDay: ['2026-09-19', '2026-10-29'] } },
  { clock: 'revocation', ...before(walks.unfounded, 'verify'), on: { ordinary: ['2026-03-07', '2026-05-06'], springFestival: ['2025-12-19', '2026-02-24'], nationalDay: ['2026-08-04', '2026-10-08'], makeUpDay: ['2026-03-10', '2026-05-09'] } },
];
