/** 企业名录, all cases of one enterprise, its credit file. */
import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { pageQuerySchema } from '../../contracts/common.ts';
import { creditFileSchema, enterpriseCasesSchema, enterpriseHistorySchema, enterpriseListSchema, enterpriseSchema, keepEnterpriseSchema, listEnterprisesQuerySchema, usccSchema } from '../../contracts/enterprises.ts';
import type { Database } from '../../db/pool.ts';
import { casesOfEnterprise, countCases, creditOf, enterpriseHistory, findEnterprise, keepEnterprise, listEnterprises, type EnterpriseListRow } from '../../db/queries/enterprises.ts';
import { mayKeepEnterprise, maySeeEnterprise, registerSight } from '../../domain/authority/enterprise-policy.ts';
import { sightOf, territoryOf } from '../../domain/authority/policy.ts';
import type { Viewer } from '../../domain/authority/viewer.ts';
import { changedMembers } from '../../domain/enterprises/correction.ts';
import { dayOf, instantOf, msPerDay } from '../../domain/calendar/civil-day.ts';
import { commandId, startedCaseId } from '../engine/ids.ts';
import { ProblemError } from '../http/problem.ts';
import { ok, route } from '../http/route.ts';
import { caseSummary, definitionsOf } from '../views/case-summary.ts';
import { creditView, enterpriseSummary, enterpriseView } from '../views/enterprise.ts';

const params = z.object({ uscc: usccSchema });
/** Entries from which the hints are drawn; the newest come first. */
const entriesForHints = 200;

/** @throws ProblemError not-found, also for an enterprise that the viewer may not see */
async function seen(database: Database, viewer: Viewer, uscc: string): Promise<EnterpriseListRow> {
  const row = await findEnterprise(database, uscc);
  if (row === null || !maySeeEnterprise(registerSight(viewer), row)) throw new ProblemError('not-found');
  return row;
}

async function view(database: Database, viewer: Viewer, row: EnterpriseListRow) {
  const now = Date.now();
  const [cases, credit] = await Promise.all([countCases(database, row.uscc, instantOf(now - 90 * msPerDay)), creditOf(database, row.uscc, { limit: entriesForHints })]);
  return enterpriseView(row, viewer, cases, credit.items, dayOf(now));
}

export const enterprisesRoute = route(
  { method: 'GET', path: '/enterprises', access: 'signed-in', tag: 'enterprises', summary: '企业名录 · Enterprises of the viewer’s territory, or the viewer’s own', query: listEnterprisesQuerySchema, answer: enterpriseListSchema },
  async ({ viewer, query: { q, region, ...page } }, { database }) => {
    const { items, next } = await listEnterprises(database, registerSight(viewer), { q, region: region === undefined ? undefined : territoryOf(region) }, page);
    return ok({ items: items.map(enterpriseSummary), next });
  },
);

export const enterpriseRoute = route(
  { method: 'GET', path: '/enterprises/:uscc', access: 'signed-in', tag: 'enterprises', summary: '企业 · One enterprise, with hints for officers', params, answer: enterpriseSchema, problems: ['not-found'] },
  async ({ viewer, params: { uscc } }, { database }) => ok(await view(database, viewer, await seen(database, viewer, uscc))),
);

export const enterpriseCasesRoute = route(
  {
    method: 'GET', path: '/enterprises/:uscc/cases', access: 'signed-in', tag: 'enterprises', summary: '该企业的案件 · Its cases, as far as the viewer may see them', params, query: pageQuerySchema, answer: enterpriseCasesSchema,
    problems: ['not-found'],
  },
  async ({ viewer, params: { uscc }, query }, { database }) => {
    await seen(database, viewer, uscc);
    const { items, next } = await casesOfEnterprise(database, sightOf(viewer), uscc, query);
    const model = await definitionsOf(database, items);
    return ok({ items: items.map((row) => caseSummary(row, model(row.definitionHash))), next });
  },
);

export const enterpriseCreditRoute = route(
  {
    method: 'GET', path: '/enterprises/:uscc/credit', access: 'signed-in', tag: 'enterprises', summary: '质量信用记录 · Its credit file, latest first', params, query: pageQuerySchema, answer: creditFileSchema, problems: ['not-found'],
  },
  async ({ viewer, params: { uscc }, query }, { database }) => {
    await seen(database, viewer, uscc);
    const { items, next } = await creditOf(database, uscc, query);
    return ok({ items: items.map((entry) => creditView(entry, dayOf(Date.now()))), next });
  },
);

export const keepEnterpriseRoute = route(
  {
    method: 'POST', path: '/enterprises/:uscc', access: 'signed-in', tag: 'enterprises', summary: '维护企业信息 · Enter or correct an enterprise: what is sent is changed, all else stays, and what stood before is kept', params,
    body: keepEnterpriseSchema, answer: enterpriseSchema, problems: ['forbidden', 'enterprise.changed', 'form.invalid'],
  },
  async ({ viewer, key, params: { uscc }, body: { reason, seen: lookedAt, ...correction } }, { database }) => {
    const before = await findEnterprise(database, uscc);
    if (!mayKeepEnterprise(viewer, [correction.region, before?.region].filter((region) => region !== undefined))) throw new ProblemError('forbidden');
    const id = key === null ? randomUUID() : startedCaseId(`enterprise ${commandId(viewer.id, key)}`);
    const kept = await keepEnterprise(database, { id, uscc, correction, ...(lookedAt === undefined ? {} : { seen: lookedAt }), reason, by: { id: viewer.id, name: viewer.name }, at: instantOf(Date.now()) });
    if (kept === 'changed') throw new ProblemError('enterprise.changed');
    if (kept !== 'kept') throw new ProblemError('form.invalid', { fields: [kept.problem] });
    const row = await findEnterprise(database, uscc);
    if (row === null) throw new ProblemError('not-found');
    return ok(await view(database, viewer, row));
  },
);

export const enterpriseHistoryRoute = route(
  { method: 'GET', path: '/enterprises/:uscc/changes', access: 'signed-in', tag: 'enterprises', summary: '更正记录 · What administrators have corrected, who, when and why', params, answer: enterpriseHistorySchema, problems: ['not-found', 'forbidden'] },
  async ({ viewer, params: { uscc } }, { database }) => {
    const { region } = await seen(database, viewer, uscc);
    if (!mayKeepEnterprise(viewer, [region])) throw new ProblemError('forbidden');
    const rows = await enterpriseHistory(database, uscc);
    return ok({ items: rows.map(({ id, at, byName, reason, old, new: now }) => ({ id, at, by: byName, reason, entered: old === null, changed: [...changedMembers(old, now)] })) });
  },
);
