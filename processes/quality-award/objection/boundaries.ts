/** The limits of an objection at their last moment. */
import { before, type Boundary } from '../../boundary.ts';
import { objection } from './walks.ts';

const { walks } = objection;

export const boundaries: readonly Boundary[] = [
  { clock: 'objection', ...before(walks.upheld, 'acceptance'), on: { ordinary: ['2026-03-02', '2026-03-09'], springFestival: ['2026-02-14', '2026-02-28'], nationalDay: ['2026-09-30', '2026-10-13'], makeUpDay: ['2026-05-08', '2026-05-14'] } },
  { clock: 'answer', ...before(walks.rejected, 'answer'), on: { ordinary: ['2026-03-02', '2026-03-16'], springFestival: ['2026-02-14', '2026-03-06'], nationalDay: ['2026-09-30', '2026-10-20'], makeUpDay: ['2026-05-08', '2026-05-21'] } },
];
