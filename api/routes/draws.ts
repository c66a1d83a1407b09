/** 随机抽取: fixed by a case, shown by a witness, repeatable by anybody. */
import { z } from 'zod';
import { caseIdSchema } from '../../contracts/common.ts';
import { declineSchema, drawIdSchema, drawListSchema, drawProofSchema, drawSchema, revealSchema, type DrawView } from '../../contracts/panels.ts';
import { declineSeat, drawsOfCase, findDraw, revealDraw, seatsOf, type DrawRow } from '../../db/queries/draws.ts';
import { expertsById } from '../../db/queries/experts.ts';
import type { Database } from '../../db/pool.ts';
import { sha256 } from '../../db/record/append.ts';
import { mayRunPanel, maySeePanel, mayWitness } from '../../domain/authority/panel-policy.ts';
import type { Viewer } from '../../domain/authority/viewer.ts';
import { instantOf } from '../../domain/calendar/civil-day.ts';
import { lots, verifyDraw } from '../../domain/panels/draw.ts';
import { conflictNames } from '../../domain/panels/experts.ts';
import { ProblemError } from '../http/problem.ts';
import { ok, route } from '../http/route.ts';
import { agencyName } from '../views/names.ts';
import { visibleCase } from './case-parts.ts';

const params = z.object({ id: drawIdSchema });

async function view(database: Database, viewer: Viewer, draw: DrawRow, region: string): Promise<DrawView> {
  const seating = seatsOf(draw);
  const ids = [...draw.excluded.map((e) => e.expert), ...(seating?.seats.map((s) => s.expert) ?? []), ...draw.declined.map((d) => d.expert)];
  const experts = await expertsById(database, ids);
  const name = (id: string): string => experts.get(id)?.name ?? id;
  return {
    id: draw.id, caseId: draw.caseId, subject: draw.subject, agencyName: agencyName(draw.agency), committedAt: draw.committedAt, commitment: draw.commitment, revealedAt: draw.revealedAt,
    witness: draw.witness?.name ?? null, candidates: draw.candidates.length,
    excluded: draw.excluded.map(({ expert, conflicts }) => ({ name: name(expert), reasons: conflicts.map((c) => conflictNames[c.reason]) })),
    seats: seating && seating.seats.map(({ field, expert }) => ({ field, expert, name: name(expert), employer: experts.get(expert)?.employer ?? '' })),
    vacant: [...(seating?.vacant ?? [])], declined: draw.declined.map(({ expert, kind, reason, at }) => ({ name: name(expert), kind, reason, at })),
    witnessable: draw.seed === null && mayWitness(viewer, { agency: draw.agency, region }),
  };
}

async function known(database: Database, id: string): Promise<{ readonly draw: DrawRow; readonly region: string }> {
  const found = await findDraw(database, id);
  if (found === null) throw new ProblemError('not-found');
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

export const drawProofRoute = route(
  { method: 'GET', path: '/draws/:id/proof', access: 'public', tag: 'panels', summary: '抽取验证 · All that is needed to repeat a draw; no names', params, answer: drawProofSchema, problems: ['not-found'] },
  async ({ params: { id } }, { database }) => {
    const { draw } = await known(database, id);
    const { subject, plan, candidates, listHash, commitment, committedAt, seed, revealedAt, witness, nonce, declined } = draw;
    const shown = seed !== null && witness !== null;
    return ok({
      id, subject, plan: { strata: plan.strata.map((s) => ({ ...s })) }, candidates: candidates.map((c) => ({ expert: c.expert, fields: [...c.fields] })), listHash, commitment, committedAt,
      nonce: shown ? nonce : null, word: shown ? witness.word : null, seed, revealedAt, order: shown ? lots(plan, candidates, seed, sha256).map((order) => [...order]) : null,
      declined: declined.map(({ expert, kind }) => ({ expert, kind })),
      findings: shown ? [...verifyDraw(id, { plan, candidates, listHash, commitment, nonce, word: witness.word, seed }, sha256)] : [],
    });
  },
);

export const revealRoute = route(
  {
    method: 'POST', path: '/draws/:id/reveal', access: 'signed-in', tag: 'panels', summary: '见证抽取 · A witness adds their word, and the lot is drawn', params, body: revealSchema, answer: drawSchema,
    problems: ['not-found', 'forbidden', 'draw.revealed'],
  },
  async ({ viewer, params: { id }, body: { word } }, { database }) => {
    const { draw, region } = await known(database, id);
    if (!mayWitness(viewer, { agency: draw.agency, region })) throw new ProblemError('forbidden');
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
    method: 'POST', path: '/draws/:id/decline', access: 'signed-in', tag: 'panels', summary: '递补 · A drawn expert refuses or is recused; the next of the same field takes the seat', params, body: declineSchema, answer: drawSchema,
    problems: ['not-found', 'forbidden', 'draw.not-revealed', 'draw.not-drawn'],
  },
  async ({ viewer, params: { id }, body: { expert, kind, reason } }, { database }) => {
    const { draw, region } = await known(database, id);
    const own = (await expertsById(database, [expert])).get(expert)?.person === viewer.id;
    if (!own && !mayRunPanel(viewer, { agency: draw.agency, region })) throw new ProblemError('forbidden');
    if (draw.seed === null) throw new ProblemError('draw.not-revealed');
    if (!draw.candidates.some((c) => c.expert === expert)) throw new ProblemError('draw.not-drawn');
    const changed = await declineSeat(database, id, { expert, kind, reason, at: instantOf(Date.now()), by: viewer.id });
    if (!changed) throw new ProblemError('draw.not-drawn');
    return ok(await view(database, viewer, changed, region));
  },
);
