import { z } from 'zod';
import { asOfQuerySchema, caseListSchema, caseViewSchema, listCasesQuerySchema, receiptSchema, startCaseSchema } from '../../contracts/cases.ts';
import { caseIdSchema } from '../../contracts/common.ts';
import { listCases } from '../../db/queries/case-list.ts';
import { sightOf } from '../../domain/authority/policy.ts';
import { instantOf, msOf } from '../../domain/calendar/civil-day.ts';
import { start } from '../engine/perform.ts';
import { ProblemError } from '../http/problem.ts';
import { ok, route } from '../http/route.ts';
import { caseView, withoutActions } from '../views/case-view.ts';
import { caseSummary, definitionsOf } from '../views/case-summary.ts';
import { caseParts, casePartsAsOf } from './case-parts.ts';

export const startCaseRoute = route(
  {
    method: 'POST', path: '/cases', access: 'signed-in', tag: 'cases', summary: '立案 · Start a case', body: startCaseSchema, answer: receiptSchema, statuses: [201, 202],
    problems: ['process.not-found', 'forbidden.start', 'form.invalid', 'model.no-flow', 'model.expression', 'model.no-pool', 'model.too-many-steps', 'case.exists', 'message.not-awaited', 'idempotency.conflict', 'engine.unavailable', 'busy'],
  },
  ({ viewer, key, body }, dependencies) => start(dependencies, viewer, key, body),
);

export const listCasesRoute = route(
  { method: 'GET', path: '/cases', access: 'signed-in', tag: 'cases', summary: '案件列表 · Cases that the viewer may see', query: listCasesQuerySchema, answer: caseListSchema },
  async ({ viewer, query }, { database }) => {
    const { cursor, limit, ...filter } = query;
    const { items, next } = await listCases(database, sightOf(viewer), filter, { cursor, limit });
    const model = await definitionsOf(database, items);
    return ok({ items: items.map((row) => caseSummary(row, model(row.definitionHash))), next });
  },
);

export const caseRoute = route(
  {
    method: 'GET', path: '/cases/:caseId', access: 'signed-in', tag: 'cases', summary: '案件 · One case: steps, forms, clocks, actions on offer; or as it stood at an instant',
    params: z.object({ caseId: caseIdSchema }), query: asOfQuerySchema, answer: caseViewSchema, problems: ['case.not-found', 'as-of.before'],
  },
  async ({ viewer, params: { caseId }, query: { asOf } }, { database }) => {
    if (asOf === undefined) return ok(caseView(await caseParts(database, viewer, caseId), viewer));
    const at = instantOf(msOf(asOf));
    if (msOf(at) > Date.now()) throw new ProblemError('request.invalid', { fields: [{ field: 'query.asOf', code: 'too-large', params: { max: instantOf(Date.now()) } }] });
    return ok(withoutActions(caseView(await casePartsAsOf(database, viewer, caseId, at), viewer)));
  },
);
