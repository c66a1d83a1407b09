/** 专家库. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { expertListSchema, expertSchema, keepExpertSchema, listExpertsQuerySchema, type ExpertView } from '../../contracts/panels.ts';
import { expertsById, keepExpert, listExperts, type ExpertEntry, type ExpertRow } from '../../db/queries/experts.ts';
import type { Database } from '../../db/pool.ts';
import { mayKeepExperts, mayReadExperts } from '../../domain/authority/panel-policy.ts';
import { instantOf } from '../../domain/calendar/civil-day.ts';
import { commandId, startedCaseId } from '../engine/ids.ts';
import { ProblemError } from '../http/problem.ts';
import { ok, route } from '../http/route.ts';

const view = ({ updatedAt: _, ...row }: ExpertRow): ExpertView => ({ ...row, kin: row.kin.map((k) => ({ ...k })), advised: row.advised.map((a) => ({ ...a })) });

export const expertsRoute = route(
  { method: 'GET', path: '/experts', access: 'signed-in', tag: 'panels', summary: '专家库 · Experts, by field', query: listExpertsQuerySchema, answer: expertListSchema, problems: ['forbidden'] },
  async ({ viewer, query: { field, active, ...page } }, { database }) => {
    if (!mayReadExperts(viewer)) throw new ProblemError('forbidden');
    const { items, next } = await listExperts(database, { field, active: active === undefined ? undefined : active === 'true' }, page);
    // Telephone numbers are for those who call them.
    const keeps = mayKeepExperts(viewer);
    return ok({ items: items.map((row) => (keeps ? view(row) : { ...view(row), phone: null })), next });
  },
);

async function keep(database: Database, id: string, { kin, advised, ...facts }: z.output<typeof keepExpertSchema>): Promise<ExpertView> {
  const entry: ExpertEntry = {
    id, ...facts, fields: [...new Set(facts.fields)],
    kin: kin.map(({ name, relation, uscc }) => ({ name, relation, ...(uscc === undefined ? {} : { uscc }) })),
    advised: advised.map(({ name, uscc, until }) => ({ name, until, ...(uscc === undefined ? {} : { uscc }) })),
  };
  if (!(await keepExpert(database, entry, instantOf(Date.now())))) throw new ProblemError('expert.account');
  const row = (await expertsById(database, [id])).get(id);
  if (!row) throw new Error(`expert ${id} was not written`);
  return view(row);
}

export const newExpertRoute = route(
  {
    method: 'POST', path: '/experts', access: 'signed-in', tag: 'panels', summary: '登记专家 · Enter an expert', body: keepExpertSchema, answer: expertSchema, statuses: [201], problems: ['forbidden', 'expert.account'],
  },
  async ({ viewer, key, body }, { database }) => {
    if (!mayKeepExperts(viewer)) throw new ProblemError('forbidden');
    const id = key === null ? randomUUID() : startedCaseId(`expert ${commandId(viewer.id, key)}`);
    return { status: 201, body: await keep(database, id, body) };
  },
);

export const keepExpertRoute = route(
  {
    method: 'POST', path: '/experts/:id', access: 'signed-in', tag: 'panels', summary: '维护专家信息 · Correct an expert’s entry', params: z.object({ id: z.uuid() }), body: keepExpertSchema, answer: expertSchema,
    problems: ['forbidden', 'not-found', 'expert.account'],
  },
  async ({ viewer, params: { id }, body }, { database }) => {
    if (!mayKeepExperts(viewer)) throw new ProblemError('forbidden');
    if (!(await expertsById(database, [id])).has(id)) throw new ProblemError('not-found');
    return ok(await keep(database, id, body));
  },
);
