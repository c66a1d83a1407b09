/** The limits of an escalated complaint at their last moment. */
import { before, type Boundary } from '../boundary.ts';
import { escalationWalks } from './walks.ts';

const { walks } = escalationWalks;

export const boundaries: readonly Boundary[] = [
  { clock: 'decision', ...before(walks.suggested, 'decision'), on: { ordinary: ['2026-03-02', '2026-03-16'], springFestival: ['2026-02-14', '2026-03-06'], nationalDay: ['2026-09-30', '2026-10-20'], makeUpDay: ['2026-05-08', '2026-05-21'] } },
];
