/** The limits of a recall at their last moment. */
import { before, type Boundary } from '../boundary.ts';
import { recall } from './walks.ts';

const { walks } = recall;

export const boundaries: readonly Boundary[] = [
  { clock: 'report', ...before(walks.voluntary, 'acceptance'), since: 'discoveredOn', on: { ordinary: ['2026-03-02', '2026-03-04'], springFestival: ['2026-02-14', '2026-02-25'], nationalDay: ['2026-09-30', '2026-10-09'], makeUpDay: ['2026-05-08', '2026-05-11'] } },
  { clock: 'operatorReport', ...before(walks.reportedByOperator, 'acceptance'), since: 'discoveredOn', on: { ordinary: ['2026-03-02', '2026-03-04'], springFestival: ['2026-02-14', '2026-02-25'], nationalDay: ['2026-09-30', '2026-10-09'], makeUpDay: ['2026-05-08', '2026-05-11'] } },
  { clock: 'acceptance', ...before(walks.voluntary, 'acceptance'), on: { ordinary: ['2026-03-02', '2026-03-05'], springFestival: ['2026-02-14', '2026-02-26'], nationalDay: ['2026-09-30', '2026-10-10'], makeUpDay: ['2026-05-08', '2026-05-12'] } },
  { clock: 'supplement', ...before(walks.voluntary, 'supplement'), on: { ordinary: ['2026-03-02', '2026-03-09'], springFestival: ['2026-02-14', '2026-02-28'], nationalDay: ['2026-09-30', '2026-10-13'], makeUpDay: ['2026-05-08', '2026-05-14'] }, lapsesTo: 'acceptance' },
  { clock: 'forwarding', ...before(walks.forwarded, 'forwarding'), on: { ordinary: ['2026-03-02', '2026-03-04'], springFestival: ['2026-02-14', '2026-02-25'], nationalDay: ['2026-09-30', '2026-10-09'], makeUpDay: ['2026-05-08', '2026-05-11'] } },
  // The walk begins three days after the defect was found by the agency's own monitoring.
  { clock: 'investigationNotice', ...before(walks.notified, 'investigationNotice'), on: { ordinary: ['2026-03-05', '2026-03-05'], springFestival: ['2026-02-17', '2026-02-26'], nationalDay: ['2026-10-03', '2026-10-10'], makeUpDay: ['2026-05-11', '2026-05-12'] } },
  { clock: 'objection', rule: 0, ...before(walks.determined, 'response'), on: { ordinary: ['2026-03-02', '2026-03-16'], springFestival: ['2026-02-14', '2026-03-06'], nationalDay: ['2026-09-30', '2026-10-20'], makeUpDay: ['2026-05-08', '2026-05-21'] }, lapsesTo: 'proposal' },
  { clock: 'objection', rule: 1, ...before(walks.notifiedVehicle, 'response'), on: { ordinary: ['2026-03-02', '2026-03-23'], springFestival: ['2026-02-14', '2026-03-13'], nationalDay: ['2026-09-30', '2026-10-27'], makeUpDay: ['2026-05-08', '2026-05-28'] }, lapsesTo: 'proposal' },
  { clock: 'determination', ...before(walks.determined, 'determination'), on: { ordinary: ['2026-03-02', '2026-04-14'], springFestival: ['2026-02-14', '2026-04-03'], nationalDay: ['2026-09-30', '2026-11-17'], makeUpDay: ['2026-05-08', '2026-06-18'] } },
  { clock: 'stance', ...before(walks.determined, 'stance'), on: { ordinary: ['2026-03-02', '2026-03-09'], springFestival: ['2026-02-14', '2026-02-28'], nationalDay: ['2026-09-30', '2026-10-13'], makeUpDay: ['2026-05-08', '2026-05-14'] }, lapsesTo: 'proposal' },
  { clock: 'order', ...before(walks.returnedBySamr, 'orderExamination'), on: { ordinary: ['2026-03-02', '2026-03-16'], springFestival: ['2026-02-14', '2026-03-06'], nationalDay: ['2026-09-30', '2026-10-20'], makeUpDay: ['2026-05-08', '2026-05-21'] } },
  { clock: 'plan', rule: 0, ...before(walks.voluntary, 'plan'), on: { ordinary: ['2026-05-12', '2026-05-22'], springFestival: ['2026-02-14', '2026-03-03'], nationalDay: ['2026-09-30', '2026-10-15'], makeUpDay: ['2026-05-08', '2026-05-18'] }, lapsesTo: 'planDefault' },
  { clock: 'plan', rule: 1, ...before(walks.notifiedVehicle, 'plan'), on: { ordinary: ['2026-03-02', '2026-03-09'], springFestival: ['2026-02-14', '2026-02-28'], nationalDay: ['2026-09-30', '2026-10-13'], makeUpDay: ['2026-05-08', '2026-05-14'] }, lapsesTo: 'planDefault' },
  { clock: 'planCheck', ...before(walks.registered, 'planCheck'), on: { ordinary: ['2026-03-02', '2026-03-20'], springFestival: ['2026-02-04', '2026-02-28'], nationalDay: ['2026-09-18', '2026-10-13'], makeUpDay: ['2026-09-19', '2026-10-13'] } },
  { clock: 'publication', rule: 0, ...before(walks.registered, 'producerPublication'), on: { ordinary: ['2026-03-02', '2026-03-18'], springFestival: ['2026-02-04', '2026-02-26'], nationalDay: ['2026-09-18', '2026-10-10'], makeUpDay: ['2026-09-19', '2026-10-10'] } },
  { clock: 'publication', rule: 1, ...before(walks.voluntaryVehicle, 'producerPublication'), on: { ordinary: ['2026-03-02', '2026-03-09'], springFestival: ['2026-02-14', '2026-02-28'], nationalDay: ['2026-09-30', '2026-10-13'], makeUpDay: ['2026-05-08', '2026-05-14'] } },
  { clock: 'ownerNotice', ...before(walks.voluntaryVehicle, 'ownerNotice'), on: { ordinary: ['2026-03-02', '2026-04-14'], springFestival: ['2026-02-14', '2026-04-03'], nationalDay: ['2026-09-30', '2026-11-17'], makeUpDay: ['2026-05-08', '2026-06-18'] } },
  { clock: 'phaseReport', rule: 0, ...before(walks.registered, 'implementation'), on: { ordinary: ['2026-03-05', '2026-06-24'], springFestival: ['2025-11-05', '2026-02-24'], nationalDay: ['2026-06-17', '2026-10-08'], makeUpDay: ['2026-06-20', '2026-10-10'] } },
  { clock: 'phaseReport', rule: 1, ...before(walks.voluntaryVehicle, 'implementation'), on: { ordinary: ['2026-03-02', '2026-06-09'], springFestival: ['2025-11-16', '2026-02-24'], nationalDay: ['2026-06-30', '2026-10-08'], makeUpDay: ['2026-02-02', '2026-05-09'] } },
  { clock: 'summary', rule: 0, ...before(walks.registered, 'summary'), on: { ordinary: ['2026-03-02', '2026-04-03'], springFestival: ['2026-02-04', '2026-03-13'], nationalDay: ['2026-09-18', '2026-10-27'], makeUpDay: ['2026-09-19', '2026-10-27'] } },
  { clock: 'summary', rule: 1, ...before(walks.voluntaryVehicle, 'summary'), on: { ordinary: ['2026-03-02', '2026-03-23'], springFestival: ['2026-02-14', '2026-03-13'], nationalDay: ['2026-09-30', '2026-10-27'], makeUpDay: ['2026-05-08', '2026-05-28'] } },
  { clock: 'closing', ...before(walks.voluntaryVehicle, 'closing'), on: { ordinary: ['2026-03-07', '2026-05-06'], springFestival: ['2025-12-19', '2026-02-24'], nationalDay: ['2026-08-04', '2026-10-08'], makeUpDay: ['2026-03-10', '2026-05-09'] } },
];
