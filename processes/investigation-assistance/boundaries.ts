/** The limits of a request for assistance at their last moment. */
import { before, type Boundary } from '../boundary.ts';
import { assistanceWalks } from './walks.ts';

const { walks } = assistanceWalks;

export const boundaries: readonly Boundary[] = [
  { clock: 'assistance', ...before(walks.unable, 'approve'), on: { ordinary: ['2026-03-02', '2026-03-23'], springFestival: ['2026-02-14', '2026-03-13'], nationalDay: ['2026-09-30', '2026-10-27'], makeUpDay: ['2026-05-08', '2026-05-28'] } },
  { clock: 'approval', ...before(walks.answered, 'approve', 1), on: { ordinary: ['2026-03-02', '2026-03-04'], springFestival: ['2026-02-14', '2026-02-25'], nationalDay: ['2026-09-30', '2026-10-09'], makeUpDay: ['2026-05-08', '2026-05-11'] } },
];
