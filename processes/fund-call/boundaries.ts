/** The limits of a call at their last moment. */
import { before, type Boundary } from '../boundary.ts';
import { call } from './walks.ts';

const { walks } = call;

export const boundaries: readonly Boundary[] = [
  { clock: 'draft', ...before(walks.concluded, 'draft'), on: { ordinary: ['2026-03-02', '2026-03-30'], springFestival: ['2026-02-14', '2026-03-20'], nationalDay: ['2026-09-30', '2026-11-03'], makeUpDay: ['2026-05-08', '2026-06-04'] } },
  { clock: 'financeReview', ...before(walks.transfer, 'financeReview', 2), on: { ordinary: ['2026-03-02', '2026-03-16'], springFestival: ['2026-02-14', '2026-03-06'], nationalDay: ['2026-09-30', '2026-10-20'], makeUpDay: ['2026-05-08', '2026-05-21'] } },
  { clock: 'approval', ...before(walks.concluded, 'approval'), on: { ordinary: ['2026-03-02', '2026-03-09'], springFestival: ['2026-02-14', '2026-02-28'], nationalDay: ['2026-09-30', '2026-10-13'], makeUpDay: ['2026-05-08', '2026-05-14'] } },
  { clock: 'stocktaking', ...before(walks.central, 'stocktaking'), on: { ordinary: ['2026-03-02', '2026-04-10'], springFestival: ['2026-01-14', '2026-02-28'], nationalDay: ['2026-08-30', '2026-10-13'], makeUpDay: ['2026-01-27', '2026-03-05'] } },
  { clock: 'selection', ...before(walks.central, 'selection'), on: { ordinary: '期限一百二十个工作日，没有不遇节假日调休的', springFestival: ['2026-01-14', '2026-08-13'], nationalDay: ['2026-05-08', '2026-11-30'], makeUpDay: ['2026-05-08', '2026-11-30'] } },
  { clock: 'transfer', rule: 0, ...before(walks.general, 'approval'), ends: [['approval', 'refused', { approvalOpinion: '本年度不再安排。' }]], on: { ordinary: ['2026-03-11', '2026-04-10'], springFestival: ['2026-01-18', '2026-02-24'], nationalDay: ['2026-09-03', '2026-10-08'], makeUpDay: ['2026-04-09', '2026-05-09'] } },
  { clock: 'transfer', rule: 1, ...before(walks.transfer, 'release'), on: { ordinary: ['2026-03-07', '2026-05-06'], springFestival: ['2025-12-19', '2026-02-24'], nationalDay: ['2026-08-04', '2026-10-08'], makeUpDay: ['2026-03-10', '2026-05-09'] } },
  { clock: 'transfer', rule: 2, ...before(walks.central, 'approval'), ends: [['approval', 'refused', { approvalOpinion: '本年度不再安排。' }]], on: { ordinary: ['2026-03-11', '2026-04-10'], springFestival: ['2026-01-18', '2026-02-24'], nationalDay: ['2026-09-03', '2026-10-08'], makeUpDay: ['2026-04-09', '2026-05-09'] } },
  { clock: 'release', ...before(walks.central, 'release'), on: { ordinary: ['2026-03-02', '2026-05-06'], springFestival: ['2026-01-14', '2026-03-20'], nationalDay: ['2026-08-30', '2026-11-03'], makeUpDay: ['2026-01-04', '2026-03-10'] } },
];
