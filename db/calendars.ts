/**
 * 工作日历: the calendars that were ever in force, and the publications that brought them into force. Both are immutable, so they are kept in
 * memory; which publication is the last one is asked anew wherever a date must not be wrong.
 */
import { drizzle } from 'drizzle-orm/node-postgres';
import { versionOf } from '../domain/calendar/calendar-version.ts';
import { publishYear, type NoticeProblem } from '../domain/calendar/publish-year.ts';
import type { CalendarPin, WorkCalendar, YearNotice } from '../domain/calendar/types.ts';
import { defaultCalendar } from '../domain/calendar/work-calendar.ts';
import type { CaseEvent } from '../domain/engine/events.ts';
import type { Named } from '../domain/engine/state.ts';
import { canonicalJson } from '../domain/record/canonical-json.ts';
import type { Database } from './pool.ts';
import { sha256 } from './record/append.ts';
import { inTransaction } from './transaction.ts';

/** The calendar in force, and the notice that brought it; `no` 0 and no notice for the one that comes with the program. */
export interface InForce { readonly no: number; readonly calendar: WorkCalendar; readonly year: number; readonly notice: string }

/** No calendar of this version or number. */
export class CalendarError extends Error {
  override readonly name = 'CalendarError';
}

const ofProgram: InForce = { no: 0, calendar: defaultCalendar, year: 0, notice: '' };
interface Known { readonly versions: Map<string, WorkCalendar>; readonly publications: Map<number, InForce>; lately?: { readonly at: number; readonly found: InForce } }
const known = new WeakMap<Database, Known>();

function memory(database: Database): Known {
  let found = known.get(database);
  if (!found) known.set(database, (found = { versions: new Map([[defaultCalendar.version, defaultCalendar]]), publications: new Map([[0, ofProgram]]) }));
  return found;
}

type Queryable = Pick<Database['pool'], 'query'>;

async function insertCalendar(client: Queryable, { version, years }: WorkCalendar): Promise<void> {
  await client.query({
    name: 'register-calendar', text: 'insert into calendars (version, years, content_hash, registered_at) values ($1, $2, $3, now()) on conflict do nothing',
    values: [version, JSON.stringify(years), sha256(canonicalJson(years))],
  });
}

/** What clocks were computed with must be there as long as anybody asks why. */
export const registerCalendar = ({ pool }: Database, calendar: WorkCalendar): Promise<void> => insertCalendar(pool, calendar);

/** @throws CalendarError */
export async function calendarByVersion(database: Database, version: string): Promise<WorkCalendar> {
  const { versions } = memory(database);
  const cached = versions.get(version);
  if (cached) return cached;
  const { rows: [row] } = await database.pool.query<{ years: WorkCalendar['years'] }>({ name: 'calendar-by-version', text: 'select years from calendars where version = $1', values: [version] });
  if (!row) throw new CalendarError(`no calendar ${version} is registered`);
  // The version follows from the content: what the database gives back must be what was published.
  if (versionOf(row.years) !== version) throw new CalendarError(`calendar ${version} is not what its version says`);
  const calendar = { version, years: row.years };
  versions.set(version, calendar);
  return calendar;
}

interface PublicationRow { readonly no: number; readonly calendar: string; readonly year: number; readonly notice: string }
const columns = 'no, calendar, year, citation as notice';

async function resolved(database: Database, { no, calendar, year, notice }: PublicationRow): Promise<InForce> {
  const { publications } = memory(database);
  const cached = publications.get(no);
  if (cached) return cached;
  const found = { no, calendar: await calendarByVersion(database, calendar), year, notice };
  publications.set(no, found);
  return found;
}

/** As it stands in the database now. */
export async function calendarInForce(database: Database): Promise<InForce> {
  const { rows: [row] } = await database.pool.query<PublicationRow>({ name: 'calendar-in-force', text: `select ${columns} from calendar_publications order by no desc limit 1`, values: [] });
  return row ? resolved(database, row) : ofProgram;
}

const counts = ({ body }: CaseEvent): boolean => 'calendarVersion' in body || body.type === 'timer.armed' || body.type === 'timer.moved';

/**
 * A publication sends its calendar to the cases whose dates it finds in the record. Dates that are written after it has looked are held against
 * the calendar in force here, after their commit, so that between the two no date is missed (docs/adr/0021).
 * @param calendarNo of the calendar that the case counts by
 * @returns null where the events hold no date, or none of an older calendar
 */
export async function newerCalendar(database: Database, calendarNo: number, events: readonly CaseEvent[]): Promise<InForce | null> {
  if (!events.some(counts)) return null;
  const inForce = await calendarInForce(database);
  return inForce.no > calendarNo ? inForce : null;
}

/** Milliseconds for which whoever starts a case may believe in the last answer: the first append of the case finds out otherwise (ADR 0021). */
const lately = 5_000;

export async function calendarLatelyInForce(database: Database): Promise<InForce> {
  const mine = memory(database);
  if (mine.lately && Date.now() - mine.lately.at < lately) return mine.lately.found;
  const found = await calendarInForce(database);
  mine.lately = { at: Date.now(), found };
  return found;
}

/** The calendar of a publication. @throws CalendarError */
export async function calendarOfPublication(database: Database, no: number): Promise<InForce> {
  const cached = memory(database).publications.get(no);
  if (cached) return cached;
  const { rows: [row] } = await database.pool.query<PublicationRow>({ name: 'calendar-publication', text: `select ${columns} from calendar_publications where no = $1`, values: [no] });
  if (!row) throw new CalendarError(`there is no publication ${no} of a calendar`);
  return resolved(database, row);
}

/** The calendar that a case counts by. @throws CalendarError */
export const calendarOfCase = async (database: Database, pin: CalendarPin | undefined): Promise<WorkCalendar> =>
  pin === undefined ? defaultCalendar : calendarByVersion(database, pin.version);

export interface NewPublication {
  readonly id: string;
  readonly notice: YearNotice;
  readonly reason: string | null;
  readonly by: Named;
  readonly at: string;
}

export type PublicationResult =
  | { readonly kind: 'published'; readonly inForce: InForce }
  | { readonly kind: 'invalid'; readonly problems: readonly NoticeProblem[] }
  /** The year stands exactly so already. */
  | { readonly kind: 'unchanged' }
  /** The year has a notice; another one is a correction, and says why. */
  | { readonly kind: 'reason-missing'; readonly edition: number };

/** @param together what is to be written with it or not at all */
export async function publishNotice(database: Database, { id, notice, reason, by, at }: NewPublication, together: (tx: Pick<Database, 'db'>, inForce: InForce) => Promise<void>): Promise<PublicationResult> {
  const result = await inTransaction(database, async (client): Promise<PublicationResult> => {
    // Publications stand in one order: each is built on the one before it.
    await client.query('lock table calendar_publications in share row exclusive mode');
    const { rows: [last] } = await client.query<PublicationRow>(`select ${columns} from calendar_publications order by no desc limit 1`);
    const before = last ? await resolved(database, last) : ofProgram;
    const published = publishYear(before.calendar, notice);
    if (!published.ok) return { kind: 'invalid', problems: published.problems };
    const { calendar } = published;
    if (calendar.version === before.calendar.version) return { kind: 'unchanged' };
    const { rows: [of] } = await client.query<{ edition: number }>('select coalesce(max(edition), 0)::integer as edition from calendar_publications where year = $1', [notice.year]);
    const corrects = (of?.edition ?? 0) > 0 || (before.calendar.years[notice.year]?.notice ?? null) !== null;
    if (corrects && reason === null) return { kind: 'reason-missing', edition: (of?.edition ?? 0) + 1 };
    await insertCalendar(client, before.calendar);
    await insertCalendar(client, calendar);
    const inForce: InForce = { no: before.no + 1, calendar, year: notice.year, notice: notice.notice ?? '' };
    await client.query(
      `insert into calendar_publications (no, id, year, edition, citation, notice, content_hash, calendar, replaces, reason, by_id, by_name, published_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [inForce.no, id, notice.year, (of?.edition ?? 0) + 1, inForce.notice, JSON.stringify(notice), sha256(canonicalJson(notice)), calendar.version, before.calendar.version, reason, by.id, by.name, at],
    );
    await together({ db: drizzle(client) }, inForce);
    return { kind: 'published', inForce };
  });
  // Whoever has just published must not start the next case with the old one.
  if (result.kind === 'published') memory(database).lately = { at: Date.now(), found: result.inForce };
  return result;
}
