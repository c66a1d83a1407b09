/** A draw as those see it whose concern it is; and a seat as the expert sees it who was drawn for it. */
import type { Offer } from '../../contracts/actions.ts';
import type { DrawView, Invitation } from '../../contracts/panels.ts';
import { seatsOf, type DrawRow } from '../../db/queries/draws.ts';
import type { ExpertRow } from '../../db/queries/experts.ts';
import { whyNotDecline, whyNotReveal } from '../../domain/authority/panel-policy.ts';
import type { Viewer } from '../../domain/authority/viewer.ts';
import { conflictNames } from '../../domain/panels/experts.ts';
import { agencyName } from './names.ts';

export const offer = (action: string, why: string | null): Offer => (why === null ? { action, allowed: true } : { action, allowed: false, why });

export const expertsOf = (draw: DrawRow): readonly string[] => [...draw.candidates.map((c) => c.expert), ...draw.excluded.map((e) => e.expert)];

/** @param of region of the case; whether its panel has been opened */
export function drawView(draw: DrawRow, experts: ReadonlyMap<string, ExpertRow>, viewer: Viewer, { region, seated }: { readonly region: string; readonly seated: boolean }): DrawView {
  const seating = seatsOf(draw);
  const name = (id: string): string => experts.get(id)?.name ?? id;
  const employer = (id: string): string => experts.get(id)?.employer ?? '';
  const of = { agency: draw.agency, region };
  const revealed = draw.seed !== null;
  return {
    id: draw.id, caseId: draw.caseId, subject: draw.subject, agencyName: agencyName(draw.agency), committedAt: draw.committedAt, commitment: draw.commitment, revealedAt: draw.revealedAt,
    witness: draw.witness?.name ?? null, strata: draw.plan.strata.map((s) => ({ ...s })),
    candidates: draw.candidates.map(({ expert, fields }) => ({ expert, name: name(expert), employer: employer(expert), fields: [...fields] })),
    excluded: draw.excluded.map(({ expert, conflicts }) => ({ name: name(expert), reasons: [...new Map(conflicts.map((c) => [c.reason, conflictNames[c.reason]])).values()] })),
    seats: seating && seating.seats.map(({ field, expert }) => ({
      field, expert, name: name(expert), employer: employer(expert), account: (experts.get(expert)?.person ?? null) !== null, acceptedAt: draw.accepted.find((a) => a.expert === expert)?.at ?? null,
    })),
    vacant: [...(seating?.vacant ?? [])], declined: draw.declined.map(({ expert, kind, reason, at }) => ({ name: name(expert), kind, reason, at })),
    offers: [offer('reveal', whyNotReveal(viewer, of, revealed)), offer('decline', whyNotDecline(viewer, of, { revealed, seated }))],
  };
}

/** @returns null for an expert who was never drawn there */
export function invitationView(draw: DrawRow, expert: string): Invitation | null {
  const { declined, accepted, revealedAt } = draw;
  const out = declined.find((d) => d.expert === expert);
  const field = seatsOf(draw)?.seats.find((s) => s.expert === expert)?.field ?? (out ? draw.candidates.find((c) => c.expert === expert)?.fields[0] : undefined);
  if (revealedAt === null || field === undefined) return null;
  return { draw: draw.id, subject: draw.subject, agencyName: agencyName(draw.agency), field, drawnAt: revealedAt, answer: out?.kind ?? (accepted.some((a) => a.expert === expert) ? 'accepted' : null) };
}
