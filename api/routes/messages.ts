/** 站内消息 and 公示. */
import { z } from 'zod';
import { pageQuerySchema } from '../../contracts/common.ts';
import { listPublicationsQuerySchema, noticeListSchema, publicationListSchema } from '../../contracts/people.ts';
import { listNotices, markRead, unreadNotices } from '../../db/queries/notices.ts';
import { objectionCounts } from '../../db/queries/objections.ts';
import { listPublications } from '../../db/queries/publications.ts';
import { sightOf } from '../../domain/authority/policy.ts';
import { instantOf } from '../../domain/calendar/civil-day.ts';
import { ProblemError } from '../http/problem.ts';
import { ok, route } from '../http/route.ts';
import { publicationView } from '../views/publication.ts';

export const noticesRoute = route(
  { method: 'GET', path: '/notices', access: 'signed-in', tag: 'messages', summary: '站内消息 · Notices to the viewer, latest first', query: pageQuerySchema, answer: noticeListSchema },
  async ({ viewer, query }, { database }) => {
    const sight = sightOf(viewer);
    const [{ items, next }, unread] = await Promise.all([listNotices(database, sight, query), unreadNotices(database, sight)]);
    return ok({ items: [...items], next, unread });
  },
);

export const noticeReadRoute = route(
  {
    method: 'POST', path: '/notices/:id/read', access: 'signed-in', tag: 'messages', summary: '已阅 · Mark a notice as read',
    params: z.object({ id: z.string().regex(/^[\x21-\x7e]{1,300}$/) }), answer: z.object({}), problems: ['not-found'],
  },
  async ({ viewer, params }, { database }) => {
    if (!(await markRead(database, sightOf(viewer), params.id, new Date().toISOString()))) throw new ProblemError('not-found');
    return ok({});
  },
);

export const publicationsRoute = route(
  { method: 'GET', path: '/publications', access: 'public', tag: 'messages', summary: '公示 · What is published, latest first', query: listPublicationsQuerySchema, answer: publicationListSchema },
  async ({ query: { open, ...page } }, { database }) => {
    const now = instantOf(Date.now());
    const { items, next } = await listPublications(database, page, { now, open: open === 'true' });
    const counts = await objectionCounts(database, items.flatMap((p) => (p.closesAt === null ? [] : [p.id])));
    return ok({ items: items.map((p) => publicationView(p, counts(p.id), now)), next });
  },
);
