/** The limits of a round of the award at their last moment. */
import { before, type Boundary } from '../../boundary.ts';
import { cycle } from './walks.ts';

const { walks } = cycle;

export const boundaries: readonly Boundary[] = [
  { clock: 'planning', ...before(walks.completed, 'planApproval'), on: { ordinary: ['2026-03-02', '2026-03-16'], springFestival: ['2026-02-14', '2026-03-06'], nationalDay: ['2026-09-30', '2026-10-20'], makeUpDay: ['2026-05-08', '2026-05-21'] } },
  { clock: 'drawing', ...before(walks.completed, 'witness'), on: { ordinary: ['2026-03-02', '2026-03-17'], springFestival: ['2026-02-08', '2026-02-28'], nationalDay: ['2026-09-21', '2026-10-13'], makeUpDay: ['2026-02-12', '2026-03-05'] } },
  { clock: 'scoring', ...before(walks.completed, 'scoring'), on: { ordinary: ['2026-03-02', '2026-04-08'], springFestival: ['2026-02-08', '2026-03-20'], nationalDay: ['2026-09-21', '2026-11-03'], makeUpDay: ['2026-09-19', '2026-10-29'] } },
  { clock: 'conclusion', ...before(walks.completed, 'conclusion'), on: { ordinary: ['2026-03-02', '2026-03-17'], springFestival: ['2026-02-08', '2026-02-28'], nationalDay: ['2026-09-21', '2026-10-13'], makeUpDay: ['2026-02-12', '2026-03-05'] } },
  { clock: 'report', ...before(walks.completed, 'report'), on: { ordinary: ['2026-03-02', '2026-04-01'], springFestival: ['2026-02-01', '2026-03-06'], nationalDay: ['2026-09-14', '2026-10-20'], makeUpDay: ['2026-09-16', '2026-10-22'] } },
  { clock: 'approval', ...before(walks.completed, 'government'), on: { ordinary: ['2026-03-02', '2026-04-24'], springFestival: ['2026-01-25', '2026-03-20'], nationalDay: ['2026-09-06', '2026-10-29'], makeUpDay: ['2026-01-04', '2026-02-27'] } },
  { clock: 'publication', ...before(walks.tiedAdopted, 'government'), outage: ['government', 'approved'], on: { ordinary: ['2026-05-28', '2026-06-30'], springFestival: ['2026-01-20', '2026-02-27'], nationalDay: ['2026-09-01', '2026-10-09'], makeUpDay: ['2026-04-09', '2026-05-13'] } },
];
