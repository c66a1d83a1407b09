/** 评审组: members hand in their sheets, who runs it closes it, and the ranking stands. */
import { z } from 'zod';
import { caseIdSchema } from '../../contracts/common.ts';
import { newSheetSchema, panelIdSchema, panelListSchema, panelSchema, type PanelView } from '../../contracts/panels.ts';
import { closePanel, findPanel, handIn, panelsOf, panelsOfCase, sheetsOf, type PanelRow } from '../../db/queries/panels.ts';
import type { Database } from '../../db/pool.ts';
import { mayRunPanel, maySeePanel } from '../../domain/authority/panel-policy.ts';
import type { Viewer } from '../../domain/authority/viewer.ts';
import { instantOf } from '../../domain/calendar/civil-day.ts';
import { sheetProblems } from '../../domain/panels/scoring.ts';
import { ProblemError } from '../http/problem.ts';
import { ok, route } from '../http/route.ts';
import { agencyName } from '../views/names.ts';
import { panelView } from '../views/panel.ts';
import { visibleCase } from './case-parts.ts';

const params = z.object({ id: panelIdSchema });
const line = ({ id, caseId, name, agency, openedAt, closedAt }: PanelRow) => ({ id, caseId, name, agencyName: agencyName(agency), openedAt, closedAt });

interface Seen { readonly panel: PanelRow; readonly member: string | null; readonly runs: boolean; readonly sees: boolean }

/** @throws ProblemError not-found, also for a panel that is not the viewer's to see */
async function seen(database: Database, viewer: Viewer, id: string): Promise<Seen> {
  const found = await findPanel(database, id);
  if (found === null) throw new ProblemError('not-found');
  const { panel, region } = found;
  const of = { agency: panel.agency, region };
  const member = panel.members.find((m) => m.person === viewer.id)?.id ?? null;
  if (member === null && !maySeePanel(viewer, of)) throw new ProblemError('not-found');
  return { panel, member, runs: mayRunPanel(viewer, of), sees: maySeePanel(viewer, of) };
}

async function view(database: Database, { panel, member, runs, sees }: Seen): Promise<PanelView> {
  const shown = panelView(panel, await sheetsOf(database, panel.id), member, sees);
  return { ...shown, runnable: runs && panel.closedAt === null };
}

export const myPanelsRoute = route(
  { method: 'GET', path: '/panels', access: 'signed-in', tag: 'panels', summary: '我的评审 · Panels on which the viewer sits', answer: panelListSchema },
  async ({ viewer }, { database }) => ok({ items: (await panelsOf(database, viewer.id)).map(line) }),
);

export const casePanelsRoute = route(
  { method: 'GET', path: '/cases/:caseId/panels', access: 'signed-in', tag: 'panels', summary: '评审组 · Panels of a case', params: z.object({ caseId: caseIdSchema }), answer: panelListSchema, problems: ['case.not-found', 'forbidden'] },
  async ({ viewer, params: { caseId } }, { database }) => {
    const { agency, region } = await visibleCase(database, viewer, caseId);
    if (!maySeePanel(viewer, { agency, region })) throw new ProblemError('forbidden');
    return ok({ items: (await panelsOfCase(database, caseId)).map(line) });
  },
);

export const panelRoute = route(
  { method: 'GET', path: '/panels/:id', access: 'signed-in', tag: 'panels', summary: '评审 · One panel: criteria, applicants, sheets, ranking', params, answer: panelSchema, problems: ['not-found'] },
  async ({ viewer, params: { id } }, { database }) => ok(await view(database, await seen(database, viewer, id))),
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
    return ok(await view(database, await seen(database, viewer, id)));
  },
);

export const closePanelRoute = route(
  {
    method: 'POST', path: '/panels/:id/close', access: 'signed-in', tag: 'panels', summary: '截止评分 · Close scoring; the ranking is made and sealed', params, body: z.strictObject({}), answer: panelSchema, problems: ['not-found', 'forbidden'],
  },
  async ({ viewer, params: { id } }, { database }) => {
    const { runs, member } = await seen(database, viewer, id);
    // Whoever scores does not choose the moment at which scoring ends.
    if (!runs || member !== null) throw new ProblemError('forbidden');
    await closePanel(database, id, instantOf(Date.now()));
    return ok(await view(database, await seen(database, viewer, id)));
  },
);
