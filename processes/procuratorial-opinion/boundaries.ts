/** The limits of a procuratorial opinion at their last moment. */
import { before, type Boundary } from '../boundary.ts';
import { opinion } from './walks.ts';

const { walks } = opinion;

export const boundaries: readonly Boundary[] = [
  { clock: 'internalTransfer', ...before(walks.adopted, 'screening'), on: { ordinary: ['2026-03-02', '2026-03-04'], springFestival: ['2026-02-14', '2026-02-25'], nationalDay: ['2026-09-30', '2026-10-09'], makeUpDay: ['2026-05-08', '2026-05-11'] } },
  { clock: 'acceptance', ...before(walks.adopted, 'acceptance'), on: { ordinary: ['2026-03-02', '2026-03-04'], springFestival: ['2026-02-14', '2026-02-25'], nationalDay: ['2026-09-30', '2026-10-09'], makeUpDay: ['2026-05-08', '2026-05-11'] } },
  { clock: 'review', ...before(walks.adopted, 'decision'), on: { ordinary: ['2026-03-02', '2026-03-16'], springFestival: ['2026-02-14', '2026-03-06'], nationalDay: ['2026-09-30', '2026-10-20'], makeUpDay: ['2026-05-08', '2026-05-21'] } },
  { clock: 'replyReview', ...before(walks.urged, 'replyReview'), on: { ordinary: ['2026-05-11', '2026-07-24'], springFestival: ['2025-12-15', '2026-03-06'], nationalDay: ['2026-07-31', '2026-10-20'], makeUpDay: ['2026-02-27', '2026-05-15'] } },
];
