import { z } from 'zod';
import { caseListSchema, caseViewSchema, listCasesQuerySchema, receiptSchema, startCaseSchema } from '../../contracts/cases.ts';
import { caseIdSchema } from '../../contracts/common.ts';
import { listCases } from '../../db/queries/case-list.ts';
import { sightOf } from '../../domain/authority/policy.ts';
import { start } from '../engine/perform.ts';
import { ok, route } from '../http/route.ts';
import { caseView } from '../views/case-view.ts';
import { caseSummary, definitionsOf } from '../views/case-summary.ts';
import { caseParts } from './case-parts.ts';

export const startCaseRoute = route(
  {
    method: 'POST', path: '/cases', access: 'signed-in', tag: 'cases', summary: '立案 · Start a case', body: startCaseSchema, answer: receiptSchema, statuses: [201, 202],
    problems: ['process.not-found', 'forbidden.start', 'form.invalid', 'model.no-flow', 'model.expression', 'model.no-pool', 'model.too-many-steps', 'case.exists', 'idempotency.conflict', 'engine.unavailable', 'busy'],
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
    method: 'GET', path: '/cases/:caseId', access: 'signed-in', tag: 'cases', summary: '案件 · One case: steps, forms, clocks, actions on offer',
    params: z.object({ caseId: caseIdSchema }), answer: caseViewSchema, problems: ['case.not-found'],
  },
  async ({ viewer, params }, { database }) => ok(caseView(await caseParts(database, viewer, params.caseId), viewer)),
);
