/** 案件之间: linking, merging, splitting, opening again; and the walk along the links of a case. */
import { z } from 'zod';
import { betweenActions, caseLinksSchema, linksQuerySchema, type BetweenAction } from '../../contracts/links.ts';
import { receiptSchema } from '../../contracts/cases.ts';
import { caseIdSchema } from '../../contracts/common.ts';
import type { ProblemCode } from '../../contracts/problems.ts';
import { findCaseByName, type NamedCase } from '../../db/queries/case-ref.ts';
import { maySee, sightOf } from '../../domain/authority/policy.ts';
import type { Viewer } from '../../domain/authority/viewer.ts';
import type { CommandBody } from '../../domain/engine/commands.ts';
import type { Json } from '../../domain/json.ts';
import type { Text } from '../../domain/text.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { act } from '../engine/perform.ts';
import { ProblemError } from '../http/problem.ts';
import { ok, route, type Route } from '../http/route.ts';
import { caseLinks } from '../views/links.ts';
import { caseParts } from './case-parts.ts';

const caseParams = z.object({ caseId: caseIdSchema });
const always: readonly ProblemCode[] = ['case.not-found', 'forbidden.manage', 'forbidden.recused', 'idempotency.conflict', 'engine.unavailable', 'busy'];
const running: readonly ProblemCode[] = [...always, 'case.closed', 'case.suspended', 'case.merging'];
const placing: readonly ProblemCode[] = ['return.not-done', 'return.not-here', 'return.not-sound', 'model.no-flow', 'model.expression', 'model.no-pool', 'model.too-many-steps'];

type Make<B> = (asked: B, other: (name: string) => Promise<NamedCase>) => CommandBody | Promise<CommandBody>;

const action = <B extends z.ZodType>(name: BetweenAction, { name: said, body }: { readonly name: Text; readonly body: B }, problems: readonly ProblemCode[], make: Make<z.output<B>>): Route =>
  route(
    {
      method: 'POST', path: `/cases/:caseId/actions/${name}`, access: 'signed-in', tag: 'between cases', summary: `${said.zh} · ${said.en} (case)`,
      params: caseParams, body, answer: receiptSchema, statuses: [200, 202], problems,
    },
    async ({ viewer, key, params: { caseId }, body: asked }, dependencies) =>
      act(dependencies, viewer, key, caseId, await make(asked, (other) => visibleCase(dependencies, viewer, other)), { action: name, body: asked as Json }),
  );

/** @throws ProblemError link.no-case, also for a case that the viewer may not see */
async function visibleCase({ database }: ApiDependencies, viewer: Viewer, name: string): Promise<NamedCase> {
  const found = await findCaseByName(database, name);
  if (!found || !maySee(sightOf(viewer), found)) throw new ProblemError('link.no-case');
  return found;
}

const actions: Readonly<Record<BetweenAction, Route>> = {
  link: action('link', betweenActions.link, [...always, 'link.no-case', 'link.self', 'link.exists', 'link.too-many'], async ({ case: name, reason }, other) => ({ type: 'link', other: (await other(name)).ref, reason })),
  unlink: action('unlink', betweenActions.unlink, [...always, 'link.no-case', 'link.not-found'], async ({ case: name, reason }, other) => ({ type: 'unlink', other: (await other(name)).ref.caseId, reason })),
  merge: action('merge', betweenActions.merge, [...running, 'link.no-case', 'link.self', 'merge.other-kind', 'merge.children'], async ({ into, reason }, other) => {
    const { ref, agency } = await other(into);
    return { type: 'merge', into: ref, agency, reason };
  }),
  split: action('split', betweenActions.split, [...running, ...placing, 'form.invalid'], ({ fields, data, at, reason }) => ({ type: 'split', fields, data, reason, ...(at === undefined ? {} : { at }) })),
  reopen: action('reopen', betweenActions.reopen, [...always, ...placing, 'case.not-closed', 'reopen.merged'], ({ to, reason, basis }) => ({ type: 'reopen', to, reason, basis })),
  'retry-call': action('retry-call', betweenActions['retry-call'], [...running, 'call.not-refused', 'model.expression', 'model.no-pool'], ({ call }) => ({ type: 'retry-call', call })),
};

const linksRoute = route(
  {
    method: 'GET', path: '/cases/:caseId/links', access: 'signed-in', tag: 'between cases', summary: '关联案件 · What the case is linked with, and what these are linked with, to a depth',
    params: caseParams, query: linksQuerySchema, answer: caseLinksSchema, problems: ['case.not-found'],
  },
  async ({ viewer, params: { caseId }, query: { depth } }, { database }) => ok(await caseLinks(database, viewer, await caseParts(database, viewer, caseId), depth)),
);

export const betweenRoutes: readonly Route[] = [...Object.values(actions), linksRoute];
