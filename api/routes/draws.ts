/** 随机抽取: fixed by a case, shown by a witness, repeatable by anybody; whoever was drawn says whether they come. */
import { z } from 'zod';
import { caseIdSchema } from '../../contracts/common.ts';
import { answerSchema, declineSchema, drawIdSchema, drawListSchema, drawProofSchema, drawSchema, invitationSchema, revealSchema, type DrawView } from '../../contracts/panels.ts';
import { acceptSeat, declineSeat, drawsOfCase, findDraw, isSeated, revealDraw, seatsOf, type DrawRow } from '../../db/queries/draws.ts';
import { expertsById } from '../../db/queries/experts.ts';
import { hasPublished } from '../../db/queries/publications.ts';
import type { Database } from '../../db/pool.ts';
import { sha256 } from '../../db/record/append.ts';
import { maySeePanel, whyNotDecline, whyNotReveal } from '../../domain/authority/panel-policy.ts';
import type { Viewer } from '../../domain/authority/viewer.ts';
import { instantOf } from '../../domain/calendar/civil-day.ts';
import { lots, verifyDraw } from '../../domain/panels/draw.ts';
import { ProblemError } from '../http/problem.ts';
import { ok, route } from '../http/route.ts';
import { drawView, expertsOf, invitationView } from '../views/draw.ts';
import { agencyName } from '../views/names.ts';
import { visibleCase } from './case-parts.ts';

const params = z.object({ id: drawIdSchema });

async function view(database: Database, viewer: Viewer, draw: DrawRow, region: string): Promise<DrawView> {
  const [experts, seated] = await Promise.all([expertsById(database, expertsOf(draw)), isSeated(database, draw.id)]);
  return drawView(draw, experts, viewer, { region, seated });
}

interface Known { readonly draw: DrawRow; readonly region: string }

/** @throws ProblemError not-found */
async function known(database: Database, id: string): Promise<Known> {
  const found = await findDraw(database, id);
  if (found === null) throw new ProblemError('not-found');
  return found;
}

/** @throws ProblemError not-found, also for a draw that is not the viewer's to see */
async function seen(database: Database, viewer: Viewer, id: string): Promise<Known> {
  const found = await known(database, id);
  if (!maySeePanel(viewer, { agency: found.draw.agency, region: found.region })) throw new ProblemError('not-found');
  await visibleCase(database, viewer, found.draw.caseId);
  return found;
}

export const drawsRoute = route(
  { method: 'GET', path: '/cases/:caseId/draws', access: 'signed-in', tag: 'panels', summary: '随机抽取 · Draws of a case', params: z.object({ caseId: caseIdSchema }), answer: drawListSchema, problems: ['case.not-found', 'forbidden'] },
  async ({ viewer, params: { caseId } }, { database }) => {
    const { agency, region } = await visibleCase(database, viewer, caseId);
    if (!maySeePanel(viewer, { agency, region })) throw new ProblemError('forbidden');
    const rows = await drawsOfCase(database, caseId);
    return ok({ items: await Promise.all(rows.map((row) => view(database, viewer, row, region))) });
  },
);

export const drawRoute = route(
  { method: 'GET', path: '/draws/:id', access: 'signed-in', tag: 'panels', summary: '随机抽取 · One draw: the list, who was left out and why, who sits', params, answer: drawSchema, problems: ['not-found', 'case.not-found'] },
  async ({ viewer, params: { id } }, { database }) => {
    const { draw, region } = await seen(database, viewer, id);
    return ok(await view(database, viewer, draw, region));
  },
);

export const drawProofRoute = route(
  { method: 'GET', path: '/draws/:id/proof', access: 'public', tag: 'panels', summary: '抽取验证 · All that is needed to repeat a draw; no names', params, answer: drawProofSchema, problems: ['not-found'] },
  async ({ params: { id } }, { database }) => {
    const { draw } = await known(database, id);
    const { agency, plan, candidates, listHash, commitment, committedAt, seed, revealedAt, witness, nonce, declined } = draw;
    const shown = seed !== null && witness !== null;
    return ok({
      id, agencyName: agencyName(agency), subject: (await hasPublished(database, draw.caseId)) ? draw.subject : null, plan: { strata: plan.strata.map((s) => ({ ...s })) }, candidates: candidates.map((c) => ({ expert: c.expert, fields: [...c.fields] })), listHash, commitment, committedAt,
      nonce: shown ? nonce : null, word: shown ? witness.word : null, seed, revealedAt, order: shown ? lots(plan, candidates, seed, sha256).map((order) => [...order]) : null,
      declined: declined.map(({ expert, kind }) => ({ expert, kind })),
      findings: shown ? [...verifyDraw(id, { plan, candidates, listHash, commitment, nonce, word: witness.word, seed }, sha256)] : [],
    });
  },
);

export const revealRoute = route(
  {
    method: 'POST', path: '/draws/:id/reveal', access: 'signed-in', tag: 'panels', summary: '见证抽取 · A witness adds their word, and the lot is drawn', params, body: revealSchema, answer: drawSchema,
    problems: ['not-found', 'draw.not-witness', 'draw.revealed'],
  },
  async ({ viewer, params: { id }, body: { word } }, { database }) => {
    const { draw, region } = await known(database, id);
    const why = whyNotReveal(viewer, { agency: draw.agency, region }, false);
    if (why !== null) throw new ProblemError(why);
    const revealed = await revealDraw(database, id, { id: viewer.id, name: viewer.name, word }, instantOf(Date.now()));
    if (revealed) return ok(await view(database, viewer, revealed, region));
    const stands = await known(database, id);
    // The same witness with the same word: a second click.
    if (stands.draw.witness?.id === viewer.id && stands.draw.witness.word === word) return ok(await view(database, viewer, stands.draw, region));
    throw new ProblemError('draw.revealed');
  },
);

export const declineRoute = route(
  {
    method: 'POST', path: '/draws/:id/decline', access: 'signed-in', tag: 'panels', summary: '递补 · A drawn expert refuses or is recused, as those record who run the review; the next of the same field takes the seat', params, body: declineSchema, answer: drawSchema,
    problems: ['not-found', 'panel.not-runner', 'draw.not-revealed', 'draw.seated', 'draw.not-drawn'],
  },
  async ({ viewer, params: { id }, body: { expert, kind, reason } }, { database }) => {
    const { draw, region } = await known(database, id);
    const why = whyNotDecline(viewer, { agency: draw.agency, region }, { revealed: draw.seed !== null, seated: await isSeated(database, id) });
    if (why !== null) throw new ProblemError(why);
    if (!draw.candidates.some((c) => c.expert === expert)) throw new ProblemError('draw.not-drawn');
    const changed = await declineSeat(database, id, { expert, kind, reason, at: instantOf(Date.now()), by: viewer.id });
    if (!changed) throw new ProblemError('draw.not-drawn');
    return ok(await view(database, viewer, changed, region));
  },
);

export const answerRoute = route(
  {
    method: 'POST', path: '/draws/:id/answer', access: 'signed-in', tag: 'panels', summary: '应邀 · Whoever was drawn comes, refuses or is recused', params, body: answerSchema, answer: invitationSchema,
    problems: ['not-found', 'draw.seated'],
  },
  async ({ viewer, params: { id }, body }, { database }) => {
    const { draw } = await known(database, id);
    const experts = await expertsById(database, draw.candidates.map((c) => c.expert));
    const own = [...experts.values()].find((e) => e.person === viewer.id)?.id;
    const drawn = own !== undefined && (seatsOf(draw)?.seats.some((s) => s.expert === own) === true || draw.declined.some((d) => d.expert === own));
    // Whoever was not drawn learns nothing of the draw.
    if (!drawn) throw new ProblemError('not-found');
    if (await isSeated(database, id)) throw new ProblemError('draw.seated');
    const at = instantOf(Date.now());
    if (body.answer === 'accepted') await acceptSeat(database, id, own, at);
    else await declineSeat(database, id, { expert: own, kind: body.answer, reason: body.reason, at, by: viewer.id });
    const answered = invitationView((await known(database, id)).draw, own);
    if (answered === null) throw new ProblemError('not-found');
    return ok(answered);
  },
);
