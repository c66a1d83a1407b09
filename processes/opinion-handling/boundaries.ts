/** The limits of an opinion at the agency that answers it at their last moment. */
import { before, type Boundary } from '../boundary.ts';
import { handling } from './walks.ts';

const { walks } = handling;

export const boundaries: readonly Boundary[] = [
  { clock: 'registration', ...before(walks.opened, 'registration'), on: { ordinary: ['2026-03-02', '2026-03-04'], springFestival: ['2026-02-14', '2026-02-25'], nationalDay: ['2026-09-30', '2026-10-09'], makeUpDay: ['2026-05-08', '2026-05-11'] } },
  { clock: 'verification', ...before(walks.opened, 'approval'), on: { ordinary: ['2026-03-02', '2026-03-23'], springFestival: ['2026-02-14', '2026-03-13'], nationalDay: ['2026-09-30', '2026-10-27'], makeUpDay: ['2026-05-08', '2026-05-28'] } },
  { clock: 'reply', rule: 0, ...before(walks.opened, 'replySign'), on: { ordinary: ['2026-03-07', '2026-05-06'], springFestival: ['2025-12-25', '2026-02-23'], nationalDay: ['2026-08-08', '2026-10-07'], makeUpDay: ['2026-03-10', '2026-05-09'] } },
  { clock: 'reply', rule: 1, ...before(walks.undated, 'replySign'), on: { ordinary: ['2026-03-06', '2026-05-06'], springFestival: ['2025-12-17', '2026-02-24'], nationalDay: ['2026-08-03', '2026-10-08'], makeUpDay: ['2026-03-09', '2026-05-09'] } },
];
