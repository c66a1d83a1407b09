/** The limits of a commendation at their last moment. */
import { before, type Boundary } from '../../boundary.ts';
import { commending } from './walks.ts';

const { walks } = commending;

export const boundaries: readonly Boundary[] = [
  { clock: 'commendation', ...before(walks.wrong, 'verify'), on: { ordinary: ['2026-03-02', '2026-03-30'], springFestival: ['2026-02-14', '2026-03-20'], nationalDay: ['2026-09-30', '2026-11-03'], makeUpDay: ['2026-05-08', '2026-06-04'] } },
];
