/** Column types that all tables share. */
import { customType, uuid } from 'drizzle-orm/pg-core';
import type { Day, Instant } from '../domain/calendar/types.ts';

/**
 * timestamptz(3) that is an ISO 8601 UTC string with milliseconds in code: exactly the text that the hash of an event covers.
 * Connections run in UTC (pool.ts), so Postgres prints "2026-02-13 01:30:00.123+00". The sort key of what is never due is 'infinity'.
 */
export const instant = customType<{ data: Instant; driverData: string }>({
  dataType: () => 'timestamp(3) with time zone',
  fromDriver: (value) => instantFromPostgres(value),
});

export function instantFromPostgres(value: string): Instant {
  if (value === 'infinity') return value;
  // A page of a list has hundreds of these. Postgres leaves out zeros at the end of a second.
  const usual = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,3}))?\+00$/.exec(value);
  return usual ? `${usual[1]}T${usual[2]}.${(usual[3] ?? '').padEnd(3, '0')}Z` : new Date(value.replace(' ', 'T').replace(/\+00$/, 'Z')).toISOString();
}

/** A civil date, "2026-02-13", never a JavaScript Date: those have a time zone. */
export const day = customType<{ data: Day; driverData: string }>({ dataType: () => 'date' });

export const caseId = () => uuid('case_id').notNull();
