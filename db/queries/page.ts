/** Cursors: where a page ended, by the values of its order. What is before the cursor stays before it, whatever is added meanwhile. */
import { sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';

/** A cursor that this list did not hand out. */
export class CursorError extends Error {}

export interface PageRequest { readonly cursor?: string | undefined; readonly limit: number }
export interface Page<T> { readonly items: readonly T[]; readonly next: string | null }

/** Postgres knows no year 0. */
export const cursorInstant = z.union([z.iso.datetime().refine((at) => at >= '0001'), z.literal('infinity')]);
export const cursorText = z.string().regex(/^[\x21-\x7e]{1,300}$/);

export const encodeCursor = (position: readonly (string | number)[]): string => Buffer.from(JSON.stringify(position)).toString('base64url');

/** @throws CursorError */
export function decodeCursor<T>(schema: z.ZodType<T>, cursor: string | undefined): T | null {
  if (cursor === undefined) return null;
  let position: unknown;
  try {
    position = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch (error) {
    throw new CursorError('the cursor is not one of this list', { cause: error });
  }
  const parsed = schema.safeParse(position);
  if (!parsed.success) throw new CursorError('the cursor is not one of this list');
  return parsed.data;
}

/** Of limit + 1 rows, a page of limit and the cursor of its last row where there are more. */
export function pageOf<T>(rows: readonly T[], limit: number, position: (row: T) => readonly (string | number)[]): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? encodeCursor(position(last)) : null };
}

/**
 * A limit that stands in the text of a prepared statement. As a parameter it would be unknown when the statement is planned for all its values: the planner
 * then believes that a tenth of the table passes, reads all of it, and so prefers to plan anew each time.
 * @param rows from code, or validated where it entered
 */
export const literalLimit = (rows: number): SQL => {
  if (!Number.isSafeInteger(rows) || rows < 0) throw new RangeError(`no number of rows: ${rows}`);
  return sql.raw(String(rows));
};
