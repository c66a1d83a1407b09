/** The limits of an application at their last moment. */
import { before, type Boundary } from '../../boundary.ts';
import { application } from './walks.ts';

const { walks } = application;

export const boundaries: readonly Boundary[] = [
  { clock: 'recommendation', ...before(walks.nominated, 'recommendationReview'), on: { ordinary: ['2026-03-02', '2026-03-30'], springFestival: ['2026-02-14', '2026-03-20'], nationalDay: ['2026-09-30', '2026-11-03'], makeUpDay: ['2026-05-08', '2026-06-04'] } },
  { clock: 'supplement', ...before(walks.awarded, 'supplement'), on: { ordinary: ['2026-03-02', '2026-03-16'], springFestival: ['2026-02-14', '2026-03-06'], nationalDay: ['2026-09-30', '2026-10-20'], makeUpDay: ['2026-05-08', '2026-05-21'] }, lapsesTo: 'recommendationReview' },
  { clock: 'formalReview', ...before(walks.nominated, 'formalReview'), on: { ordinary: ['2026-03-02', '2026-03-24'], springFestival: ['2026-02-08', '2026-03-06'], nationalDay: ['2026-09-21', '2026-10-20'], makeUpDay: ['2026-09-19', '2026-10-15'] } },
  { clock: 'formalSupplement', ...before(walks.awarded, 'formalSupplement'), on: { ordinary: ['2026-03-02', '2026-03-24'], springFestival: ['2026-02-08', '2026-03-06'], nationalDay: ['2026-09-21', '2026-10-20'], makeUpDay: ['2026-09-19', '2026-10-15'] }, lapsesTo: 'formalReview' },
  { clock: 'departments', ...before(walks.nominated, 'departmentCheck', 2), on: { ordinary: ['2026-03-02', '2026-03-24'], springFestival: ['2026-02-08', '2026-03-06'], nationalDay: ['2026-09-21', '2026-10-20'], makeUpDay: ['2026-09-19', '2026-10-15'] }, lapsesTo: 'eligibility' },
  { clock: 'acceptance', ...before(walks.nominated, 'acceptance'), on: { ordinary: ['2026-03-02', '2026-03-17'], springFestival: ['2026-02-08', '2026-02-28'], nationalDay: ['2026-09-21', '2026-10-13'], makeUpDay: ['2026-02-12', '2026-03-05'] } },
  { clock: 'siteVisit', ...before(walks.gaveUpDefence, 'defence'), on: { ordinary: ['2026-03-02', '2026-04-22'], springFestival: ['2026-02-08', '2026-04-03'], nationalDay: ['2026-09-21', '2026-11-17'], makeUpDay: ['2026-09-19', '2026-11-12'] } },
  { clock: 'vote', ...before(walks.voteFailed, 'vote', 1), on: { ordinary: ['2026-03-02', '2026-03-24'], springFestival: ['2026-02-08', '2026-03-06'], nationalDay: ['2026-09-21', '2026-10-20'], makeUpDay: ['2026-09-19', '2026-10-15'] } },
];
