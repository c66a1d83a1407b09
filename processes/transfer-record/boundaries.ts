/** The limits of the record of a transfer at their last moment. */
import { before, type Boundary } from '../boundary.ts';
import { record } from './walks.ts';

const { walks } = record;

export const boundaries: readonly Boundary[] = [
  { clock: 'review', ...before(walks.recorded, 'review'), on: { ordinary: ['2026-03-02', '2026-03-09'], springFestival: ['2026-02-14', '2026-02-28'], nationalDay: ['2026-09-30', '2026-10-13'], makeUpDay: ['2026-05-08', '2026-05-14'] } },
];
