/** 公示 one by one, and 异议: filed by anybody under their own name, with an account or without, answered by the agency that published, and read by whoever filed it. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import {
  handleObjectionSchema, newObjectionSchema, objectionListSchema, objectionLookupSchema, objectionReceiptSchema, objectionSchema, ownObjectionListSchema, ownObjectionSchema, publicationViewSchema, unregisteredObjectionSchema,
} from '../../contracts/notices.ts';
import { drawsOfCase } from '../../db/queries/draws.ts';
import { fileObjection, findObjection, findPublication, handleObjection, objectionByNumber, objectionCounts, objectionsOf, objectionsTo, type PublicationRow } from '../../db/queries/objections.ts';
import type { Database } from '../../db/pool.ts';
import { mayHandleObjection, maySeeObjections } from '../../domain/authority/panel-policy.ts';
import { poolsOf } from '../../domain/authority/viewer.ts';
import { instantOf } from '../../domain/calendar/civil-day.ts';
import { readCode, readNumber, shownCode } from '../../domain/notices/receipt.ts';
import { commandId, startedCaseId } from '../engine/ids.ts';
import { codeFits, codeOf, newCode } from '../engine/receipt-code.ts';
import { ProblemError } from '../http/problem.ts';
import { ok, route } from '../http/route.ts';
import { objectionView, ownObjection } from '../views/objection.ts';
import { publicationView } from '../views/publication.ts';

const params = z.object({ id: z.string().regex(/^[\x21-\x7e]{1,300}$/) });

async function published(database: Database, id: string): Promise<PublicationRow> {
  const row = await findPublication(database, id);
  if (row === null) throw new ProblemError('not-found');
  return row;
}

export const publicationRoute = route(
  { method: 'GET', path: '/publications/:id', access: 'public', tag: 'messages', summary: '公示内容 · One publication', params, answer: publicationViewSchema, problems: ['not-found'] },
  async ({ params: { id } }, { database }) => {
    const row = await published(database, id);
    const [counts, draws] = await Promise.all([objectionCounts(database, [id]), drawsOfCase(database, row.caseId)]);
    return ok({
      ...publicationView(row, counts(id), instantOf(Date.now())), caseId: row.caseId,
      draws: draws.map((d) => ({ id: d.id, subject: d.subject, committedAt: d.committedAt, revealedAt: d.revealedAt })),
    });
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
    const handles = mayHandleObjection(viewer, agency, null);
    const rows = await objectionsTo(database, id, all ? null : viewer.id);
    return ok({ items: rows.map((row) => objectionView(row, viewer.id, handles || row.person === viewer.id)), handles });
  },
);

export const newObjectionRoute = route(
  {
    method: 'POST', path: '/publications/:id/objections', access: 'signed-in', tag: 'messages', summary: '提出异议 · Object, under one’s own name, while the notice is open', params, body: newObjectionSchema,
    answer: objectionSchema, statuses: [201], problems: ['not-found', 'notice.not-open', 'notice.over', 'notice.objected', 'idempotency.conflict'],
  },
  async ({ viewer, key, params: { id: publication }, body: { grounds, contact } }, { database }) => {
    const id = key === null ? randomUUID() : startedCaseId(`objection ${commandId(viewer.id, key)}`);
    const [pool] = poolsOf(viewer);
    const filed = await fileObjection(database, { id, publication, by: { id: viewer.id, name: viewer.name, ...(pool === undefined ? {} : { pool }) }, grounds, contact, at: instantOf(Date.now()) });
    if (!filed.ok) throw new ProblemError(filed.code);
    if (filed.row.grounds !== grounds || filed.row.publication !== publication) throw new ProblemError('idempotency.conflict');
    return { status: 201, body: objectionView(filed.row, viewer.id, true) };
  },
);

/** Far more than somebody files in an hour, also where several share an address. */
const filingLimit = { count: 10, minutes: 60 };
/** A code has 60 bits: what this prevents is noise, and that numbers are tried out one after the other. */
const lookupLimit = { count: 10, minutes: 1 };

export const unregisteredObjectionRoute = route(
  {
    method: 'POST', path: '/publications/:id/objections/unregistered', access: 'public', tag: 'messages', summary: '提出异议（未登录） · Object under one’s own name without an account; the answer is read by number and code', params,
    body: unregisteredObjectionSchema, answer: objectionReceiptSchema, statuses: [201], perAddress: filingLimit, problems: ['not-found', 'notice.not-open', 'notice.over', 'notice.crowded', 'idempotency.conflict'],
  },
  async ({ key, params: { id: publication }, body: { name, contact, grounds } }, { database }) => {
    const id = key === null ? randomUUID() : startedCaseId(`objection without account ${publication}\n${key}`);
    const { secret, codeSalt, codeHash } = newCode(key);
    const filed = await fileObjection(database, { id, publication, by: { name, codeSalt, codeHash }, contact, grounds, at: instantOf(Date.now()) });
    if (!filed.ok) throw new ProblemError(filed.code);
    const { row } = filed;
    if (row.codeSalt === null || row.name !== name || row.contact !== contact || row.grounds !== grounds) throw new ProblemError('idempotency.conflict');
    return { status: 201, body: { number: row.number, code: shownCode(codeOf(secret, row.codeSalt)), publication, filedAt: row.filedAt } };
  },
);

/** In the body, so that the code stands in no address and no log. */
export const objectionLookupRoute = route(
  {
    method: 'POST', path: '/objections/lookup', access: 'public', tag: 'messages', summary: '查询异议 · State and answer of an objection, by number and code', body: objectionLookupSchema, answer: ownObjectionSchema,
    perAddress: lookupLimit, problems: ['objection.no-match'],
  },
  async ({ body: { number, code } }, { database }) => {
    const found = await objectionByNumber(database, readNumber(number));
    // One answer to a wrong number and to a wrong code: whether a number exists is nobody's business.
    if (!codeFits(readCode(code), found?.objection.codeHash ?? null) || found === null) throw new ProblemError('objection.no-match');
    return ok(ownObjection(found));
  },
);

export const myObjectionsRoute = route(
  { method: 'GET', path: '/objections/mine', access: 'signed-in', tag: 'messages', summary: '我的异议 · What the viewer has objected to, with the answers', answer: ownObjectionListSchema },
  async ({ viewer }, { database }) => ok({ items: (await objectionsOf(database, viewer.id)).map(ownObjection) }),
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
    if (row) return ok(objectionView(row, viewer.id, true));
    const stands = await findObjection(database, id);
    // The same decision of the same person once more: a second click.
    if (stands?.objection.handledBy?.id === viewer.id && stands.objection.reply === reply && stands.objection.status === decision) return ok(objectionView(stands.objection, viewer.id, true));
    throw new ProblemError('objection.handled');
  },
);
