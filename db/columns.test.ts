import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantFromPostgres } from './columns.ts';

/** As Postgres prints it in UTC: no zeros at the end of the second. */
const printed = (at: Date): string => at.toISOString().replace('T', ' ').replace(/\.?0*Z$/, '+00');

describe('an instant from Postgres', () => {
  it('is the one that went in, to the millisecond', () => {
    fc.assert(fc.property(fc.date({ min: new Date('1900-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (at) => {
      expect(instantFromPostgres(printed(at))).toBe(at.toISOString());
    }));
    expect(instantFromPostgres('2026-02-13 01:30:00+00')).toBe('2026-02-13T01:30:00.000Z');
    expect(instantFromPostgres('2026-02-13 01:30:00.1+00')).toBe('2026-02-13T01:30:00.100Z');
  });
  it('may be never', () => expect(instantFromPostgres('infinity')).toBe('infinity'));
});
