/** The limits of a supervision of filing at their last moment. */
import { before, type Boundary } from '../boundary.ts';
import { supervision } from './walks.ts';

const { walks } = supervision;

export const boundaries: readonly Boundary[] = [
  { clock: 'acceptance', ...before(walks.declined, 'acceptance'), on: { ordinary: ['2026-03-02', '2026-03-11'], springFestival: ['2026-02-14', '2026-03-03'], nationalDay: ['2026-09-30', '2026-10-15'], makeUpDay: ['2026-05-08', '2026-05-18'] } },
  { clock: 'explanation', ...before(walks.ordered, 'explanationGiven'), on: { ordinary: ['2026-03-02', '2026-03-09'], springFestival: ['2026-02-10', '2026-02-24'], nationalDay: ['2026-09-26', '2026-10-08'], makeUpDay: ['2026-05-02', '2026-05-09'] }, lapsesTo: 'urgeExplanation' },
  { clock: 'review', ...before(walks.upheld, 'review'), on: { ordinary: ['2026-03-02', '2026-03-16'], springFestival: ['2026-02-14', '2026-03-06'], nationalDay: ['2026-09-30', '2026-10-20'], makeUpDay: ['2026-05-08', '2026-05-21'] } },
  { clock: 'filing', ...before(walks.ordered, 'policeFiled'), on: { ordinary: ['2026-03-02', '2026-03-17'], springFestival: ['2026-02-02', '2026-02-24'], nationalDay: ['2026-09-18', '2026-10-08'], makeUpDay: ['2026-04-24', '2026-05-09'] }, lapsesTo: 'correctFiling' },
];
