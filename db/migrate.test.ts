import { describe, expect, it } from 'vitest';
import { MigrationError, pendingAfter } from './migrate.ts';

const file = (name: string, checksum = 'x') => ({ name, checksum, sql: '' });
const names = (list: readonly { name: string }[]): readonly string[] => list.map((m) => m.name);

describe('migrations', () => {
  it('apply what is not applied yet, in order', () => {
    expect(names(pendingAfter([file('0001-a')], [file('0001-a'), file('0002-b'), file('0003-c')]))).toEqual(['0002-b', '0003-c']);
  });
  it('refuse a file that was changed afterwards', () => {
    expect(() => pendingAfter([file('0001-a', 'y')], [file('0001-a')])).toThrow(MigrationError);
  });
  it('refuse a database that is ahead of this release', () => {
    expect(() => pendingAfter([file('0001-a'), file('0002-b')], [file('0001-a')])).toThrow('0002-b');
  });
  it('refuse a file that would have had to come earlier', () => {
    expect(() => pendingAfter([file('0002-b')], [file('0001-a'), file('0002-b')])).toThrow('0001-a');
  });
});
