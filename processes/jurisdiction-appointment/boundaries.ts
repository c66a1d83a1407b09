/** The limits of an appointment of jurisdiction at their last moment. */
import { before, type Boundary } from '../boundary.ts';
import { appointmentWalks } from './walks.ts';

const { walks } = appointmentWalks;

export const boundaries: readonly Boundary[] = [
  { clock: 'appointment', ...before(walks.appointed, 'decide', 1), on: { ordinary: ['2026-03-02', '2026-03-11'], springFestival: ['2026-02-14', '2026-03-03'], nationalDay: ['2026-09-30', '2026-10-15'], makeUpDay: ['2026-05-08', '2026-05-18'] } },
];
