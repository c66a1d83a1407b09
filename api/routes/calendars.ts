/** 工作日历: its years, the publication of a notice, and what a publication moves in running cases. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  calendarListSchema, calendarSchema, noticeSchema, publicationReceiptSchema, publicationReportSchema, reportQuerySchema, yearSchema, type PublicationReceipt,
} from '../../contracts/calendars.ts';
import { pageQuerySchema } from '../../contracts/common.ts';
import { calendarByVersion, calendarInForce, publishNotice } from '../../db/calendars.ts';
import { calendarIsKnown, definitionsOfCases, listCalendarPublications, moveCounts } from '../../db/queries/calendars.ts';
import { findWalk, requestWalk, visitAgain, walkCounts, walkResults, type CaseWalk, type NewWalk } from '../../db/queries/case-walks.ts';
import { definitionByHash } from '../../db/definitions.ts';
import { publishingPool } from '../../domain/authority/calendar-policy.ts';
import { poolsOf, type Viewer } from '../../domain/authority/viewer.ts';
import { instantOf } from '../../domain/calendar/civil-day.ts';
import { noticeOf } from '../../domain/calendar/notice-days.ts';
import { publishYear } from '../../domain/calendar/publish-year.ts';
import type { YearNotice } from '../../domain/calendar/types.ts';
import { defaultCalendar } from '../../domain/calendar/work-calendar.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { commandId, contentDigest, startedCaseId } from '../engine/ids.ts';
import { startWalk } from '../engine/walks.ts';
import { json } from '../http/json.ts';
import { ProblemError } from '../http/problem.ts';
import { apiRoot, ok, route, type Reply } from '../http/route.ts';
import { calendarView, invalidNotice, publicationView, reportView, walkOutcomes } from '../views/calendar.ts';

type Notice = z.output<typeof noticeSchema>;
interface Asked { readonly year: number; readonly body: Notice; readonly preview: boolean }

const kind = 'calendar';
const yearParams = z.object({ year: yearSchema });

/** @throws ProblemError forbidden */
function publisher(viewer: Viewer): NewWalk['requestedBy'] {
  const pool = publishingPool(poolsOf(viewer));
  if (pool === null) throw new ProblemError('forbidden');
  return { kind: 'person', id: viewer.id, name: viewer.name, pools: [pool] };
}

/** @throws ProblemError calendar.invalid */
function written({ year, body }: Asked): YearNotice {
  const { notice, problems } = noticeOf(year, body.citation, body.holidays);
  if (problems.length > 0) throw invalidNotice(problems, [], body);
  return notice;
}

/** The same request sent again finds what it has made, and makes sure that it began. @throws ProblemError idempotency.conflict */
async function earlier(dependencies: ApiDependencies, walk: Pick<NewWalk, 'id' | 'digest'>): Promise<CaseWalk | null> {
  const found = await findWalk(dependencies.database, walk.id);
  if (found && found.digest !== walk.digest) throw new ProblemError('idempotency.conflict');
  if (found && found.finishedAt === null) startWalk(dependencies, found.id);
  return found;
}

function request(viewer: Viewer, key: string | null, { year, body, preview }: Asked): Omit<NewWalk, 'input'> {
  return {
    // Named by the client's key: sent twice, it is the same one.
    id: key === null ? randomUUID() : startedCaseId(`calendar ${commandId(viewer.id, key)}`), kind, subject: String(year),
    digest: contentDigest({ calendar: { year, preview, body: json(body as unknown as JsonObject) } }), dryRun: preview, requestedBy: publisher(viewer), requestedAt: instantOf(Date.now()),
  };
}

const receipt = (status: 201 | 202, id: string, preview: boolean, calendar: string): Reply<PublicationReceipt> =>
  ({ status, location: `${apiRoot}/calendars/publications/${id}`, body: { id, preview, calendar } });
const versionIn = ({ input }: CaseWalk): string => (typeof input['version'] === 'string' ? input['version'] : '');

export const publishYearRoute = route(
  {
    method: 'POST', path: '/calendars/years/:year', access: 'signed-in', tag: 'calendars', summary: '公布放假安排 · Publish the holiday notice of a year, or correct it; all running cases are computed again',
    params: yearParams, body: noticeSchema, answer: publicationReceiptSchema, statuses: [201], problems: ['forbidden', 'calendar.invalid', 'calendar.unchanged', 'idempotency.conflict'],
  },
  async ({ viewer, key, params: { year }, body }, dependencies) => {
    const asked = { year, body, preview: false };
    const walk = request(viewer, key, asked);
    const known = await earlier(dependencies, walk);
    if (known) return receipt(201, known.id, false, versionIn(known));
    const { id, requestedAt: at } = walk;
    const result = await publishNotice(dependencies.database, { id, notice: written(asked), reason: body.reason ?? null, by: { id: viewer.id, name: viewer.name }, at }, async (tx, { no, calendar }) => {
      // In one transaction: a publication without its walk would leave dates as they are, and nobody would know.
      await requestWalk(tx, { ...walk, input: { year, citation: body.citation, no, version: calendar.version } });
    });
    switch (result.kind) {
      case 'published':
        dependencies.log.info({ year, publication: result.inForce.no, calendar: result.inForce.calendar.version, by: viewer.id }, 'a calendar was published');
        startWalk(dependencies, id);
        return receipt(201, id, false, result.inForce.calendar.version);
      case 'invalid':
        throw invalidNotice([], result.problems, body);
      case 'reason-missing':
        throw new ProblemError('calendar.invalid', { fields: [{ field: 'body.reason', code: 'required' }] });
      case 'unchanged':
        throw new ProblemError('calendar.unchanged');
    }
  },
);

export const previewYearRoute = route(
  {
    method: 'POST', path: '/calendars/years/:year/preview', access: 'signed-in', tag: 'calendars', summary: '公布预览 · What a publication would move, without writing anything into a case',
    params: yearParams, body: noticeSchema, answer: publicationReceiptSchema, statuses: [202], problems: ['forbidden', 'calendar.invalid', 'idempotency.conflict'],
  },
  async ({ viewer, key, params: { year }, body }, dependencies) => {
    const asked = { year, body, preview: true };
    const walk = request(viewer, key, asked);
    const known = await earlier(dependencies, walk);
    if (known) return receipt(202, known.id, true, versionIn(known));
    const { calendar: base } = await calendarInForce(dependencies.database);
    const notice = written(asked);
    const laid = publishYear(base, notice);
    if (!laid.ok) throw invalidNotice([], laid.problems, body);
    const { version } = laid.calendar;
    await requestWalk(dependencies.database, { ...walk, input: { year, citation: body.citation, version, base: base.version, notice: notice as unknown as JsonObject } });
    startWalk(dependencies, walk.id);
    return receipt(202, walk.id, true, version);
  },
);

export const calendarsRoute = route(
  { method: 'GET', path: '/calendars', access: 'signed-in', tag: 'calendars', summary: '工作日历 · The calendar in force, and its publications, latest first', query: pageQuerySchema, answer: calendarListSchema },
  async ({ viewer, query }, { database }) => {
    const [{ calendar }, { items, next }] = await Promise.all([calendarInForce(database), listCalendarPublications(database, query)]);
    return ok({ items: items.map(publicationView), next, inForce: calendarView(calendar, true), mayPublish: publishingPool(poolsOf(viewer)) !== null });
  },
);

export const calendarRoute = route(
  {
    method: 'GET', path: '/calendars/:version', access: 'signed-in', tag: 'calendars', summary: '工作日历版本 · One version, as clocks were computed with it',
    params: z.object({ version: z.string().regex(/^[\x21-\x7e]{1,60}$/) }), answer: calendarSchema, problems: ['not-found'],
  },
  async ({ params: { version } }, { database }) => {
    const { calendar } = await calendarInForce(database);
    if (version === calendar.version) return ok(calendarView(calendar, true));
    if (version !== defaultCalendar.version && !(await calendarIsKnown(database, version))) throw new ProblemError('not-found');
    return ok(calendarView(await calendarByVersion(database, version), false));
  },
);

export const publicationReportRoute = route(
  {
    method: 'GET', path: '/calendars/publications/:id', access: 'signed-in', tag: 'calendars', summary: '公布结果 · How far a publication or preview has come, and what it moves',
    params: z.object({ id: z.uuid() }), query: reportQuerySchema, answer: publicationReportSchema, problems: ['forbidden', 'not-found'],
  },
  async ({ viewer, params: { id }, query: { cursor, limit, status } }, { database }) => {
    publisher(viewer);
    const walk = await findWalk(database, id);
    if (!walk || walk.kind !== kind) throw new ProblemError('not-found');
    const [counts, moves, page] = await Promise.all([walkCounts(database, id), moveCounts(database, id), walkResults(database, id, { cursor, limit, outcomes: [walkOutcomes[status]] })]);
    const hashes = await definitionsOfCases(database, page.items.map((i) => i.caseId));
    const models = new Map(await Promise.all([...new Set(hashes.values())].map(async (hash) => [hash, await definitionByHash(database, hash)] as const)));
    return ok(reportView(walk, counts, moves, page, (caseId) => models.get(hashes.get(caseId) ?? '')));
  },
);

export const retryPublicationRoute = route(
  {
    method: 'POST', path: '/calendars/publications/:id/retry', access: 'signed-in', tag: 'calendars', summary: '重试 · The cases that failed or did not answer are sent the calendar once more',
    params: z.object({ id: z.uuid() }), body: z.strictObject({}), answer: publicationReceiptSchema, statuses: [202], problems: ['forbidden', 'not-found'],
  },
  async ({ viewer, params: { id } }, dependencies) => {
    publisher(viewer);
    const walk = await findWalk(dependencies.database, id);
    if (!walk || walk.kind !== kind) throw new ProblemError('not-found');
    // Asked twice, or while it runs, it is the same.
    await visitAgain(dependencies.database, id);
    startWalk(dependencies, id);
    return receipt(202, id, walk.dryRun, versionIn(walk));
  },
);

export const calendarRoutes = [retryPublicationRoute, publishYearRoute, previewYearRoute, calendarsRoute, publicationReportRoute, calendarRoute];
