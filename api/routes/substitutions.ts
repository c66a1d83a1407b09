/** 代理: made by who will be absent, or by who heads their agency. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { newSubstitutionSchema, substitutionListSchema, substitutionSchema, type Substitution } from '../../contracts/work.ts';
import { namesOf } from '../../db/queries/people.ts';
import { addSubstitution, findSubstitution, overlapping, revokeSubstitution, substitutionsOf, type SubstitutionRow } from '../../db/queries/substitutions.ts';
import type { Database } from '../../db/pool.ts';
import { mayArrangeFor, mayStandIn } from '../../domain/authority/substitution.ts';
import type { Viewer } from '../../domain/authority/viewer.ts';
import { dayOf, instantOf } from '../../domain/calendar/civil-day.ts';
import { personInPost } from '../engine/directory.ts';
import { startedCaseId, commandId } from '../engine/ids.ts';
import { ProblemError } from '../http/problem.ts';
import { ok, route } from '../http/route.ts';

const mostShown = 200;

async function views(database: Database, rows: readonly SubstitutionRow[]): Promise<Substitution[]> {
  const names = await namesOf(database, rows.flatMap((r) => [r.absent, r.substitute]));
  const person = (id: string) => ({ id, name: names.get(id) ?? id });
  const today = dayOf(Date.now());
  return rows.map((r) => ({
    id: r.id, absent: person(r.absent), substitute: person(r.substitute), fromDay: r.fromDay, untilDay: r.untilDay, reason: r.reason, madeAt: r.madeAt, revokedAt: r.revokedAt,
    state: r.revokedAt !== null ? 'revoked' : today < r.fromDay ? 'coming' : today > r.untilDay ? 'over' : 'in-force',
  }));
}

async function view(database: Database, row: SubstitutionRow): Promise<Substitution> {
  const [one] = await views(database, [row]);
  if (!one) throw new Error('a row has a view');
  return one;
}

export const substitutionsRoute = route(
  { method: 'GET', path: '/substitutions', access: 'signed-in', tag: 'people', summary: '代理 · Who acts for whom, of the viewer’s own', answer: substitutionListSchema },
  async ({ viewer }, { database }) => ok({ items: await views(database, await substitutionsOf(database, viewer.id, mostShown)) }),
);

/** @throws ProblemError forbidden */
async function mustArrange(database: Database, viewer: Viewer, absent: string): Promise<void> {
  if (!mayArrangeFor(viewer, await personInPost(database, absent))) throw new ProblemError('forbidden');
}

export const newSubstitutionRoute = route(
  {
    method: 'POST', path: '/substitutions', access: 'signed-in', tag: 'people', summary: '设置代理 · Somebody is absent, another acts in their stead', body: newSubstitutionSchema, answer: substitutionSchema,
    statuses: [201], problems: ['forbidden', 'person.unknown', 'substitution.invalid', 'substitution.elsewhere'],
  },
  async ({ viewer, key, body: { absent = viewer.id, substitute, fromDay, untilDay, reason } }, { database }) => {
    await mustArrange(database, viewer, absent);
    if (!mayStandIn(await personInPost(database, absent), await personInPost(database, substitute))) throw new ProblemError('substitution.elsewhere');
    // Named by the client's key: sent twice, it is the same one.
    const id = key === null ? randomUUID() : startedCaseId(`substitution ${commandId(viewer.id, key)}`);
    const known = await findSubstitution(database, id);
    if (known) return { status: 201, body: await view(database, known) };
    const past = untilDay < dayOf(Date.now());
    if (absent === substitute || past || (await overlapping(database, absent, substitute, fromDay, untilDay))) throw new ProblemError('substitution.invalid');
    const row = { id, absent, substitute, fromDay, untilDay, reason, madeBy: viewer.id, madeAt: instantOf(Date.now()) };
    await addSubstitution(database, row);
    return { status: 201, body: await view(database, { ...row, revokedBy: null, revokedAt: null }) };
  },
);

export const revokeSubstitutionRoute = route(
  {
    method: 'POST', path: '/substitutions/:id/revoke', access: 'signed-in', tag: 'people', summary: '撤销代理 · The absent is back', params: z.object({ id: z.uuid() }), body: z.strictObject({}), answer: substitutionSchema,
    problems: ['not-found', 'forbidden', 'person.unknown'],
  },
  async ({ viewer, params: { id } }, { database }) => {
    const row = await findSubstitution(database, id);
    if (!row) throw new ProblemError('not-found');
    await mustArrange(database, viewer, row.absent);
    await revokeSubstitution(database, id, viewer.id, instantOf(Date.now()));
    return ok(await view(database, (await findSubstitution(database, id)) ?? row));
  },
);
