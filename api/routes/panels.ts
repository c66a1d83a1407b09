/** 评审组: members hand in their sheets, who runs it closes it, and the ranking stands. */
import { z } from 'zod';
import { caseIdSchema } from '../../contracts/common.ts';
import { newSheetSchema, panelIdSchema, panelListSchema, panelSchema, recuseSchema, type PanelView } from '../../contracts/panels.ts';
import { closePanel, findPanel, handIn, panelsOfCase, recuseMember, sheetCounts, sheetsOf } from '../../db/queries/panels.ts';
import type { Database } from '../../db/pool.ts';
import { mayRunPanel, maySeePanel, whyNotClose } from '../../domain/authority/panel-policy.ts';
import type { Viewer } from '../../domain/authority/viewer.ts';
import { instantOf } from '../../domain/calendar/civil-day.ts';
import { sheetProblems } from '../../domain/panels/scoring.ts';
import { ProblemError } from '../http/problem.ts';
import { ok, route } from '../http/route.ts';
import { panelLine, panelView, type Seen } from '../views/panel.ts';
import { visibleCase } from './case-parts.ts';

const params = z.object({ id: panelIdSchema });

/** @throws ProblemError not-found, also for a panel that is not the viewer's to see */
async function seen(database: Database, viewer: Viewer, id: string): Promise<Seen> {
  const found = await findPanel(database, id);
  if (found === null) throw new ProblemError('not-found');
  const { panel, region } = found;
  const of = { agency: panel.agency, region };
  const member = panel.members.find((m) => m.person === viewer.id)?.id ?? null;
  const sees = maySeePanel(viewer, of);
  if (member === null) {
    if (!sees) throw new ProblemError('not-found');
    await visibleCase(database, viewer, panel.caseId);
  }
  return { panel, of, member, sees };
}

async function view(database: Database, viewer: Viewer, id: string): Promise<PanelView> {
  return panelView(await seen(database, viewer, id), await sheetsOf(database, id), viewer);
}

export const casePanelsRoute = route(
  { method: 'GET', path: '/cases/:caseId/panels', access: 'signed-in', tag: 'panels', summary: '评审组 · Panels of a case', params: z.object({ caseId: caseIdSchema }), answer: panelListSchema, problems: ['case.not-found', 'forbidden'] },
  async ({ viewer, params: { caseId } }, { database }) => {
    const { agency, region } = await visibleCase(database, viewer, caseId);
    if (!maySeePanel(viewer, { agency, region })) throw new ProblemError('forbidden');
    const rows = await panelsOfCase(database, caseId);
    const counts = await sheetCounts(database, rows.map((r) => r.id));
    return ok({ items: rows.map((row) => panelLine(row, counts(row.id))) });
  },
);

export const panelRoute = route(
  { method: 'GET', path: '/panels/:id', access: 'signed-in', tag: 'panels', summary: '评审 · One panel: criteria, applicants, sheets, ranking', params, answer: panelSchema, problems: ['not-found', 'case.not-found'] },
  async ({ viewer, params: { id } }, { database }) => ok(await view(database, viewer, id)),
);

export const newSheetRoute = route(
  {
    method: 'POST', path: '/panels/:id/sheets', access: 'signed-in', tag: 'panels', summary: '评分 · Hand in a sheet; a later one takes its place', params, body: newSheetSchema, answer: panelSchema,
    problems: ['not-found', 'panel.closed', 'panel.not-member', 'panel.recused', 'panel.sheet'],
  },
  async ({ viewer, params: { id }, body: { applicant, scores, comment } }, { database }) => {
    const { panel, member } = await seen(database, viewer, id);
    if (member === null) throw new ProblemError('panel.not-member');
    if (!panel.applicants.some((a) => a.id === applicant)) throw new ProblemError('panel.sheet', { fields: [{ field: 'applicant', code: 'not-an-option' }] });
    if (panel.members.some((m) => m.id === member && m.recusedFrom.includes(applicant))) throw new ProblemError('panel.recused');
    const problems = sheetProblems(panel.rules, scores);
    if (problems.length > 0) {
      const max = new Map(panel.rules.criteria.map((c) => [c.id, c.max]));
      throw new ProblemError('panel.sheet', { fields: problems.map(({ criterion, code }) => ({
        field: `scores.${criterion}`, ...(code === 'required' ? { code: 'required' } : code === 'unknown' ? { code: 'unknown-key' } : { code: 'too-large', params: { max: max.get(criterion) ?? 0 } }),
      } as const)) });
    }
    const taken = await handIn(database, { panel: id, member, applicant, scores, comment: comment ?? null, by: { id: viewer.id, name: viewer.name }, at: instantOf(Date.now()) });
    if (!taken) throw new ProblemError('panel.closed');
    return ok(await view(database, viewer, id));
  },
);

export const recuseRoute = route(
  {
    method: 'POST', path: '/panels/:id/recuse', access: 'signed-in', tag: 'panels', summary: '评审回避 · A member may not judge one applicant; what they handed in for it no longer counts', params, body: recuseSchema, answer: panelSchema,
    problems: ['not-found', 'panel.not-runner', 'panel.closed', 'panel.sheet'],
  },
  async ({ viewer, params: { id }, body: { applicant, member: named, reason } }, { database }) => {
    const { panel, of, member: own } = await seen(database, viewer, id);
    const member = named ?? own;
    if (member === null) throw new ProblemError('panel.sheet', { fields: [{ field: 'member', code: 'required' }] });
    if (member !== own && !mayRunPanel(viewer, of)) throw new ProblemError('panel.not-runner');
    const unknown = [...(panel.members.some((m) => m.id === member) ? [] : ['member']), ...(panel.applicants.some((a) => a.id === applicant) ? [] : ['applicant'])];
    if (unknown.length > 0) throw new ProblemError('panel.sheet', { fields: unknown.map((field) => ({ field, code: 'not-an-option' })) });
    const recused = await recuseMember(database, id, { member, applicant, reason, at: instantOf(Date.now()), by: { id: viewer.id, name: viewer.name } });
    if (recused === null) throw new ProblemError('panel.closed');
    return ok(await view(database, viewer, id));
  },
);

export const closePanelRoute = route(
  {
    method: 'POST', path: '/panels/:id/close', access: 'signed-in', tag: 'panels', summary: '截止评分 · Close scoring; the ranking is made and sealed', params, body: z.strictObject({}), answer: panelSchema,
    problems: ['not-found', 'panel.not-runner', 'panel.members-score'],
  },
  async ({ viewer, params: { id } }, { database }) => {
    const { of, member } = await seen(database, viewer, id);
    // One that is closed stays as it is: a second click.
    const why = whyNotClose(viewer, of, { member: member !== null, closed: false });
    if (why !== null) throw new ProblemError(why);
    await closePanel(database, id, instantOf(Date.now()));
    return ok(await view(database, viewer, id));
  },
);
