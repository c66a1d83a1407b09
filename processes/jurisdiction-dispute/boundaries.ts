/** The limits of a dispute over jurisdiction at their last moment. */
import { before, type Boundary } from '../boundary.ts';
import { disputeWalks } from './walks.ts';

const { walks } = disputeWalks;

export const boundaries: readonly Boundary[] = [
  { clock: 'consultation', rule: 0, ...before(walks.takesOver, 'consultation'), on: { ordinary: ['2026-05-11', '2026-05-20'], springFestival: '2026年4月15日起施行，此前收到的投诉适用原规定', nationalDay: ['2026-09-30', '2026-10-15'], makeUpDay: ['2026-05-08', '2026-05-18'] }, lapsesTo: 'noAnswer' },
  { clock: 'consultation', rule: 1, ...before(walks.takesOver, 'consultation'), on: { ordinary: ['2026-03-02', '2026-03-11'], springFestival: ['2026-02-14', '2026-03-03'], nationalDay: '2026年4月15日前收到的投诉才适用', makeUpDay: ['2026-02-27', '2026-03-09'] }, lapsesTo: 'noAnswer' },
  { clock: 'appointment', ...before(walks.appointed, 'appointment', 2), on: { ordinary: ['2026-03-02', '2026-03-11'], springFestival: ['2026-02-14', '2026-03-03'], nationalDay: ['2026-09-30', '2026-10-15'], makeUpDay: ['2026-05-08', '2026-05-18'] } },
];
