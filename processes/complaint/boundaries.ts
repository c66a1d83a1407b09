/** The limits of a complaint at their last moment. */
import { before, type Boundary } from '../boundary.ts';
import { complaintWalks } from './walks.ts';

const { walks } = complaintWalks;

export const boundaries: readonly Boundary[] = [
  { clock: 'distribution', ...before(walks.settled, 'registration'), on: { ordinary: ['2026-03-02', '2026-03-04'], springFestival: ['2026-02-14', '2026-02-25'], nationalDay: ['2026-09-30', '2026-10-09'], makeUpDay: ['2026-05-08', '2026-05-11'] } },
  { clock: 'acceptance', rule: 0, ...before(walks.noPower, 'examination'), on: { ordinary: ['2026-05-11', '2026-05-20'], springFestival: '2026年4月15日起施行，此前收到的投诉适用原规定', nationalDay: ['2026-09-30', '2026-10-15'], makeUpDay: ['2026-05-08', '2026-05-18'] } },
  { clock: 'acceptance', rule: 1, ...before(walks.noPower, 'examination'), on: { ordinary: ['2026-03-02', '2026-03-11'], springFestival: ['2026-02-14', '2026-03-03'], nationalDay: '2026年4月15日前收到的投诉才适用', makeUpDay: ['2026-02-27', '2026-03-09'] } },
  { clock: 'dispute', rule: 0, ...before(walks.takenOver, 'consultation'), on: { ordinary: ['2026-05-11', '2026-05-20'], springFestival: '2026年4月15日起施行，此前收到的投诉适用原规定', nationalDay: ['2026-09-30', '2026-10-15'], makeUpDay: ['2026-05-08', '2026-05-18'] } },
  { clock: 'dispute', rule: 1, ...before(walks.takenOver, 'consultation'), received: '2026-02-10', on: { ordinary: ['2026-05-11', '2026-05-20'], springFestival: ['2026-02-14', '2026-03-03'], nationalDay: ['2026-09-30', '2026-10-15'], makeUpDay: ['2026-05-08', '2026-05-18'] } },
  { clock: 'mediation', rule: 0, ...before(walks.withdrawnByPhone, 'preparation'), on: { ordinary: ['2026-04-25', '2026-06-24'], springFestival: '2026年4月15日起施行，此前收到的投诉适用原规定', nationalDay: ['2026-08-04', '2026-10-08'], makeUpDay: ['2026-07-22', '2026-09-20'] }, lapsesTo: 'tellTermination' },
  { clock: 'mediation', rule: 1, ...before(walks.withdrawnByPhone, 'preparation'), received: '2025-12-10', on: { ordinary: ['2026-03-07', '2026-05-06'], springFestival: ['2025-12-19', '2026-02-24'], nationalDay: ['2026-08-04', '2026-10-08'], makeUpDay: ['2026-03-10', '2026-05-09'] }, lapsesTo: 'tellTermination' },
  { clock: 'mediation', rule: 2, ...before(walks.withdrawnByPhone, 'preparation'), received: '2024-06-28', on: { ordinary: ['2026-05-11', '2026-07-14'], springFestival: ['2026-01-13', '2026-03-23'], nationalDay: ['2026-09-01', '2026-11-09'], makeUpDay: ['2026-08-03', '2026-10-10'] }, lapsesTo: 'tellTermination' },
  { clock: 'recusal', ...before(walks.recusals, 'recusalDecision'), on: { ordinary: ['2026-03-02', '2026-03-05'], springFestival: ['2026-02-14', '2026-02-26'], nationalDay: ['2026-09-30', '2026-10-10'], makeUpDay: ['2026-05-08', '2026-05-12'] } },
  { clock: 'terminationNotice', rule: 0, ...before(walks.withdrawnByPhone, 'tellTermination'), on: { ordinary: ['2026-05-11', '2026-05-20'], springFestival: '2026年4月15日起施行，此前收到的投诉适用原规定', nationalDay: ['2026-09-30', '2026-10-15'], makeUpDay: ['2026-05-08', '2026-05-18'] } },
  { clock: 'terminationNotice', rule: 1, ...before(walks.withdrawnByPhone, 'tellTermination'), received: '2026-02-10', on: { ordinary: ['2026-05-11', '2026-05-20'], springFestival: ['2026-02-14', '2026-03-03'], nationalDay: ['2026-09-30', '2026-10-15'], makeUpDay: ['2026-05-08', '2026-05-18'] } },
  { clock: 'callBack', ...before(walks.withdrawnByPhone, 'callBack'), on: { ordinary: ['2026-03-02', '2026-03-23'], springFestival: ['2026-02-14', '2026-03-13'], nationalDay: ['2026-09-30', '2026-10-27'], makeUpDay: ['2026-05-08', '2026-05-28'] } },
];
