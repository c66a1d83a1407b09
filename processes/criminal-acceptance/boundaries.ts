/** The limits of a transferred case at the police at their last moment. */
import { before, type Boundary } from '../boundary.ts';
import { acceptance } from './walks.ts';

const { walks } = acceptance;

/** 3日: days of the calendar; the last one moves over a holiday, and a day that is worked in its place (调休) is no day off. */
const threeDays = { '2026-03-06': '2026-03-09', '2026-10-07': '2026-10-10', '2026-02-11': '2026-02-14', '2026-02-25': '2026-02-28', '2026-12-29': '2027-01-04' };

export const boundaries: readonly Boundary[] = [
  { clock: 'receipt', ...before(walks.filed, 'receipt'), on: { ordinary: ['2026-03-02', '2026-03-03 10:00'], springFestival: ['2026-02-14', '2026-02-15 10:00'], nationalDay: ['2026-09-30', '2026-10-01 10:00'], makeUpDay: ['2026-05-08', '2026-05-09 10:00'] } },
  { clock: 'supplementAsk', ...before(walks.filed, 'completeness'), on: { ordinary: ['2026-03-02', '2026-03-03 10:00'], springFestival: ['2026-02-14', '2026-02-15 10:00'], nationalDay: ['2026-09-30', '2026-10-01 10:00'], makeUpDay: ['2026-05-08', '2026-05-09 10:00'] } },
  { clock: 'filingDecision', ...before(walks.filed, 'decision'), on: { ordinary: ['2026-03-02', '2026-03-05'], springFestival: ['2026-02-14', '2026-02-24'], nationalDay: ['2026-09-30', '2026-10-08'], makeUpDay: ['2026-05-06', '2026-05-09'] }, also: threeDays },
  { clock: 'filingEscalation', ...before(walks.filed, 'decision'), on: { ordinary: ['2026-03-02', '2026-03-12'], springFestival: ['2026-02-07', '2026-02-24'], nationalDay: ['2026-09-23', '2026-10-08'], makeUpDay: ['2026-04-29', '2026-05-09'] } },
  { clock: 'reconsideration', ...before(walks.reversed, 'reconsideration'), on: { ordinary: ['2026-03-02', '2026-03-05'], springFestival: ['2026-02-14', '2026-02-24'], nationalDay: ['2026-09-30', '2026-10-08'], makeUpDay: ['2026-05-06', '2026-05-09'] }, also: threeDays },
  { clock: 'explanation', ...before(walks.filedOnRequest, 'explanation'), on: { ordinary: ['2026-03-02', '2026-03-09'], springFestival: ['2026-02-10', '2026-02-24'], nationalDay: ['2026-09-26', '2026-10-08'], makeUpDay: ['2026-05-02', '2026-05-09'] } },
  { clock: 'filingOnNotice', ...before(walks.ordered, 'filingOnNotice'), on: { ordinary: ['2026-03-02', '2026-03-17'], springFestival: ['2026-02-02', '2026-02-24'], nationalDay: ['2026-09-18', '2026-10-08'], makeUpDay: ['2026-04-24', '2026-05-09'] } },
];
