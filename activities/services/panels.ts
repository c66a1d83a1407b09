/** 随机抽取 and 评审组 of a case. */
import { randomBytes } from 'node:crypto';
import { commitDraw, findDraw, seatsOf, type DrawRow } from '../../db/queries/draws.ts';
import { expertsById, expertsFor } from '../../db/queries/experts.ts';
import { findPanel, openPanel } from '../../db/queries/panels.ts';
import { sha256 } from '../../db/record/append.ts';
import { territoryOf } from '../../domain/authority/policy.ts';
import { dayOf } from '../../domain/calendar/civil-day.ts';
import { services, type ServiceResult } from '../../domain/model/services.ts';
import { canonicalList, commitmentTo, listHash, shortFields } from '../../domain/panels/draw.ts';
import { conflictsOf } from '../../domain/panels/experts.ts';
import { allot } from '../../domain/panels/allot.ts';
import { rulesProblems, type ScoringRules, type TieRule } from '../../domain/panels/scoring.ts';
import { text } from '../../domain/text.ts';
import { caseOf, keyOf, type Run } from './run.ts';

/** Who has a conflict with any of the applicants is not on the list, and why is recorded. */
export const commit: Run = async (database, request) => {
  const { subject, region, applicants, strata } = services['draw.commit'].parse(request.input);
  const { agency } = await caseOf(database, request);
  const id = keyOf(request);
  const now = new Date().toISOString();
  const fields = strata.map((s) => s.field);
  const found = await expertsFor(database, fields, region === null ? '' : territoryOf(region));
  const judged = found.map((expert) => ({ expert, conflicts: conflictsOf(expert, applicants, dayOf(now)) }));
  const able = judged.flatMap(({ expert, conflicts }) => (conflicts.length === 0 ? [{ expert: expert.id, fields: expert.fields.filter((f) => fields.includes(f)) }] : []));
  const plan = { strata };
  const candidates = canonicalList(id, able, sha256);
  const refused = (reason: string): ServiceResult<'draw.commit'> => ({ ok: false, reason, draw: null, commitment: null });
  if (new Set(fields).size < fields.length) return refused('fields');
  const [short] = shortFields(plan, candidates);
  if (short) return refused(`short: ${short.field} ${short.candidates}/${short.seats}`);
  const hash = listHash(plan, candidates, sha256);
  const nonce = randomBytes(32).toString('hex');
  const stands = await commitDraw(database, {
    id, caseId: request.caseId, agency, subject, plan, candidates, listHash: hash, nonce, commitment: commitmentTo(nonce, hash, sha256), committedAt: now,
    excluded: judged.flatMap(({ expert, conflicts }) => (conflicts.length > 0 ? [{ expert: expert.id, conflicts }] : [])),
  });
  return { ok: true, reason: null, draw: id, commitment: stands.commitment } satisfies ServiceResult<'draw.commit'>;
};

async function drawOf(database: Parameters<Run>[0], caseId: string, id: string): Promise<DrawRow | null> {
  const found = await findDraw(database, id);
  return found?.draw.caseId === caseId ? found.draw : null;
}

export const drawResult: Run = async (database, request) => {
  const draw = await drawOf(database, request.caseId, services['draw.result'].parse(request.input).draw);
  const refused = (reason: string): ServiceResult<'draw.result'> => ({ ok: false, reason, experts: [], names: '' });
  if (!draw) return refused('not-found');
  const seating = seatsOf(draw);
  if (!seating) return refused('not-revealed');
  const ids = seating.seats.map((s) => s.expert);
  const names = await expertsById(database, ids);
  return { ok: seating.vacant.length === 0, reason: seating.vacant.length === 0 ? null : 'vacant', experts: ids, names: ids.map((id) => names.get(id)?.name ?? id).join('、') } satisfies ServiceResult<'draw.result'>;
};

const tieRule = (rule: string): TieRule =>
  rule === 'untrimmed-mean' || rule === 'lowest-sheet' ? { by: rule } : { by: 'criterion', criterion: rule };

/** The drawn experts become the panel. Who has a conflict with one applicant only (declared after the draw) does not score that one. */
export const open: Run = async (database, request) => {
  const input = services['panel.open'].parse(request.input);
  const refused = (reason: string): ServiceResult<'panel.open'> => ({ ok: false, reason, panel: null });
  const draw = await drawOf(database, request.caseId, input.draw);
  const seating = draw && seatsOf(draw);
  if (!draw || !seating) return refused(draw ? 'not-revealed' : 'not-found');
  const rules: ScoringRules = {
    criteria: input.criteria.map(({ id, zh, en, max, weight }) => ({ id, name: text(zh, en), max, weight })), trim: input.trim, quorum: input.quorum, places: input.places,
    threshold: input.threshold, outlier: input.outlier, ties: input.ties.map(tieRule),
  };
  const [wrong] = rulesProblems(rules);
  if (wrong) return refused(`rules: ${wrong}`);
  if (new Set(input.applicants.map((a) => a.id)).size < input.applicants.length) return refused('applicants');
  const now = new Date().toISOString();
  const experts = await expertsById(database, seating.seats.map((s) => s.expert));
  const members = [...experts.values()].map((expert) => ({
    id: expert.id, name: expert.name, person: expert.person, recusedFrom: input.applicants.filter((a) => conflictsOf(expert, [a], dayOf(now)).length > 0).map((a) => a.id),
  })).sort((a, b) => (a.id < b.id ? -1 : 1));
  const id = keyOf(request);
  await openPanel(database, {
    id, caseId: request.caseId, agency: draw.agency, name: text(input.nameZh, input.nameEn), rules, members, applicants: input.applicants.map((a) => ({ id: a.id, name: a.name })), openedAt: now,
  });
  return { ok: true, reason: null, panel: id } satisfies ServiceResult<'panel.open'>;
};

export const panelResult: Run = async (database, request) => {
  const found = await findPanel(database, services['panel.result'].parse(request.input).panel);
  const refused = (reason: string): ServiceResult<'panel.result'> => ({ ok: false, reason, awarded: [], ranking: [], vacant: 0 });
  if (found?.panel.caseId !== request.caseId) return refused('not-found');
  const { result } = found.panel;
  if (result === null) return refused('not-closed');
  return {
    ok: true, reason: null, awarded: [...result.awarded], vacant: result.vacant,
    ranking: result.ranking.map(({ applicant, rank, score, status, why }) => ({ applicant, rank, score, status, why: why.zh })),
  } satisfies ServiceResult<'panel.result'>;
};

export const allotPlaces: Run = async (_database, request) => {
  const { levels, candidates, order, ties } = services['panel.allot'].parse(request.input);
  const { assigned, tied } = allot(levels, candidates, { order, ties });
  return { ok: tied.length === 0, reason: tied.length === 0 ? null : 'tied', assigned: assigned.map((a) => ({ ...a })), tied: [...tied] } satisfies ServiceResult<'panel.allot'>;
};
