/** The limits of a transfer at their last moment. */
import { before, type Boundary } from '../boundary.ts';
import { transfer } from './walks.ts';

const { walks } = transfer;

/** 3日: days of the calendar; the last one moves over a holiday, and a day that is worked in its place (调休) is no day off. */
const threeDays = { '2026-03-06': '2026-03-09', '2026-10-07': '2026-10-10', '2026-02-11': '2026-02-14', '2026-02-25': '2026-02-28', '2026-12-29': '2027-01-04' };
/** 24小时: from the last minutes of a day, over a weekend, and to the moment at which a day begins. */
const oneDay = { '2026-09-30T14:30:00.000Z': '2026-10-01 22:30', '2026-02-14T15:59:00.000Z': '2026-02-15 23:59', '2026-03-06T09:10:00.000Z': '2026-03-07 17:10', '2026-02-20T16:00:00.000Z': '2026-02-22 00:00' };

export const boundaries: readonly Boundary[] = [
  { clock: 'designation', ...before(walks.filed, 'designation'), on: { ordinary: ['2026-03-02', '2026-03-03'], springFestival: ['2026-02-14', '2026-02-24'], nationalDay: ['2026-09-30', '2026-10-08'], makeUpDay: ['2026-05-08', '2026-05-09'] } },
  { clock: 'verification', ...before(walks.filed, 'reportSigning', 1), on: { ordinary: ['2026-03-02', '2026-03-16'], springFestival: ['2026-02-14', '2026-03-06'], nationalDay: ['2026-09-30', '2026-10-20'], makeUpDay: ['2026-05-08', '2026-05-21'] } },
  { clock: 'approval', ...before(walks.filed, 'approval'), on: { ordinary: ['2026-03-02', '2026-03-05'], springFestival: ['2026-02-14', '2026-02-24'], nationalDay: ['2026-09-30', '2026-10-08'], makeUpDay: ['2026-05-06', '2026-05-09'] }, also: threeDays },
  { clock: 'transfer', ...before(walks.filed, 'transfer'), on: { ordinary: ['2026-03-02', '2026-03-03 10:00'], springFestival: ['2026-02-14', '2026-02-15 10:00'], nationalDay: ['2026-09-30', '2026-10-01 10:00'], makeUpDay: ['2026-05-08', '2026-05-09 10:00'] }, also: oneDay },
  { clock: 'policeReply', ...before(walks.returned, 'policeReturned'), on: { ordinary: ['2026-03-02', '2026-03-12'], springFestival: ['2026-02-07', '2026-02-24'], nationalDay: ['2026-09-23', '2026-10-08'], makeUpDay: ['2026-04-29', '2026-05-09'] } },
  { clock: 'supplement', ...before(walks.supplemented, 'supplement'), on: { ordinary: ['2026-03-02', '2026-03-05'], springFestival: ['2026-02-14', '2026-02-24'], nationalDay: ['2026-09-30', '2026-10-08'], makeUpDay: ['2026-05-06', '2026-05-09'] }, also: threeDays, lapsesTo: 'awaitPolice' },
  { clock: 'reconsideration', ...before(walks.notFiled, 'response'), on: { ordinary: ['2026-03-02', '2026-03-05'], springFestival: ['2026-02-14', '2026-02-24'], nationalDay: ['2026-09-30', '2026-10-08'], makeUpDay: ['2026-05-06', '2026-05-09'] }, also: threeDays, lapsesTo: 'notFiled' },
  { clock: 'supervisionProposal', ...before(walks.upheld, 'furtherResponse'), on: { ordinary: ['2026-03-02', '2026-03-05'], springFestival: ['2026-02-14', '2026-02-24'], nationalDay: ['2026-09-30', '2026-10-08'], makeUpDay: ['2026-05-06', '2026-05-09'] }, also: threeDays, lapsesTo: 'notFiled' },
  { clock: 'handover', ...before(walks.filed, 'handover'), on: { ordinary: ['2026-03-02', '2026-03-05'], springFestival: ['2026-02-14', '2026-02-24'], nationalDay: ['2026-09-30', '2026-10-08'], makeUpDay: ['2026-05-06', '2026-05-09'] }, also: threeDays },
];
