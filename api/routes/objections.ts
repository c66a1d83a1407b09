/** 公示 one by one, and 异议: filed by anybody under their own name, handled by the agency that published. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { handleObjectionSchema, newObjectionSchema, objectionListSchema, objectionSchema, publicationViewSchema, type Objection } from '../../contracts/notices.ts';
import { fileObjection, findObjection, findPublication, handleObjection, objectionCounts, objectionsTo, type ObjectionRow, type PublicationRow } from '../../db/queries/objections.ts';
import type { Database } from '../../db/pool.ts';
import { mayHandleObjection, maySeeObjections } from '../../domain/authority/panel-policy.ts';
import { instantOf } from '../../domain/calendar/civil-day.ts';
import { commandId, startedCaseId } from '../engine/ids.ts';
import { ProblemError } from '../http/problem.ts';
import { ok, route } from '../http/route.ts';
import { publicationView } from '../views/publication.ts';

const params = z.object({ id: z.string().regex(/^[\x21-\x7e]{1,300}$/) });

const view = ({ id, publication, name, contact, grounds, filedAt, status, handledAt, handledBy, reply }: ObjectionRow, withContact: boolean): Objection =>
  ({ id, publication, name, contact: withContact ? contact : null, grounds, filedAt, status, handledAt, handledBy: handledBy?.name ?? null, reply });

async function published(database: Database, id: string): Promise<PublicationRow> {
  const row = await findPublication(database, id);
  if (row === null) throw new ProblemError('not-found');
  return row;
}

export const publicationRoute = route(
  { method: 'GET', path: '/publications/:id', access: 'public', tag: 'messages', summary: '公示内容 · One publication', params, answer: publicationViewSchema, problems: ['not-found'] },
  async ({ params: { id } }, { database }) => {
    const row = await published(database, id);
    const counts = await objectionCounts(database, [id]);
    return ok({ ...publicationView(row, counts(id), instantOf(Date.now())), caseId: row.caseId });
  },
);

export const objectionsRoute = route(
  {
    method: 'GET', path: '/publications/:id/objections', access: 'signed-in', tag: 'messages', summary: '异议 · All for the agency and its supervisors, one’s own for everybody else', params, answer: objectionListSchema,
    problems: ['not-found'],
  },
  async ({ viewer, params: { id } }, { database }) => {
    const { agency } = await published(database, id);
    const all = maySeeObjections(viewer, agency);
    const handles = mayHandleObjection(viewer, agency, '');
    const rows = await objectionsTo(database, id, all ? null : viewer.id);
    return ok({ items: rows.map((row) => view(row, handles || row.person === viewer.id)), handles });
  },
);

export const newObjectionRoute = route(
  {
    method: 'POST', path: '/publications/:id/objections', access: 'signed-in', tag: 'messages', summary: '提出异议 · Object, under one’s own name, while the notice is open', params, body: newObjectionSchema,
    answer: objectionSchema, statuses: [201], problems: ['not-found', 'notice.not-open', 'notice.over', 'notice.objected', 'idempotency.conflict'],
  },
  async ({ viewer, key, params: { id: publication }, body: { grounds, contact } }, { database }) => {
    const id = key === null ? randomUUID() : startedCaseId(`objection ${commandId(viewer.id, key)}`);
    const filed = await fileObjection(database, { id, publication, by: { id: viewer.id, name: viewer.name }, grounds, contact, at: instantOf(Date.now()) });
    if (!filed.ok) throw new ProblemError(filed.code);
    if (filed.row.grounds !== grounds || filed.row.publication !== publication) throw new ProblemError('idempotency.conflict');
    return { status: 201, body: view(filed.row, true) };
  },
);

export const handleObjectionRoute = route(
  {
    method: 'POST', path: '/objections/:id/handle', access: 'signed-in', tag: 'messages', summary: '处理异议 · Decide an objection, with a reply', params: z.object({ id: z.uuid() }), body: handleObjectionSchema, answer: objectionSchema,
    problems: ['not-found', 'forbidden', 'objection.handled'],
  },
  async ({ viewer, params: { id }, body: { decision, reply } }, { database }) => {
    const found = await findObjection(database, id);
    // Who may not see it learns nothing, not even that there is one.
    if (!found || !(maySeeObjections(viewer, found.agency) || found.objection.person === viewer.id)) throw new ProblemError('not-found');
    if (!mayHandleObjection(viewer, found.agency, found.objection.person)) throw new ProblemError('forbidden');
    const row = await handleObjection(database, id, { status: decision, reply, by: { id: viewer.id, name: viewer.name }, at: instantOf(Date.now()) });
    if (row) return ok(view(row, true));
    const stands = await findObjection(database, id);
    // The same decision of the same person once more: a second click.
    if (stands?.objection.handledBy?.id === viewer.id && stands.objection.reply === reply && stands.objection.status === decision) return ok(view(stands.objection, true));
    throw new ProblemError('objection.handled');
  },
);
