/** A panel as a viewer may see it: while it is open nobody sees another's points. */
import type { PanelLine, PanelView } from '../../contracts/panels.ts';
import type { PanelRow, SheetRow } from '../../db/queries/panels.ts';
import { mayRunPanel, whyNotClose, type OfCase } from '../../domain/authority/panel-policy.ts';
import type { Viewer } from '../../domain/authority/viewer.ts';
import { sheetsThatCount } from '../../domain/panels/seal.ts';
import { offer } from './draw.ts';
import { agencyName } from './names.ts';

export interface Seen { readonly panel: PanelRow; readonly of: OfCase; /** The viewer's number on it; null = no member. */ readonly member: string | null; /** Runs or supervises it. */ readonly sees: boolean }

export function panelView({ panel, of, member, sees }: Seen, sheets: readonly SheetRow[], viewer: Viewer): PanelView {
  const { id, caseId, name, agency, openedAt, closedAt, rules, applicants, members, recusals, result, digest } = panel;
  const names = new Map(applicants.map((a) => [a.id, a.name]));
  const mine = members.find((m) => m.id === member);
  const count = sheetsThatCount(members, sheets);
  const shown = closedAt !== null && sees ? count : count.filter((s) => s.member === member);
  const number = (which: (s: SheetRow) => boolean): number => count.filter(which).length;
  const { criteria, ...how } = rules;
  const whyClose = whyNotClose(viewer, of, { member: mine !== undefined, closed: closedAt !== null });
  return {
    id, caseId, name, agencyName: agencyName(agency), openedAt, closedAt,
    criteria: criteria.map((c) => ({ ...c })), rules: { ...how, ties: how.ties.map((t) => ({ ...t })) },
    applicants: applicants.map((a) => ({ ...a, recused: mine?.recusedFrom.includes(a.id) ?? false, sheets: number((s) => s.applicant === a.id) })),
    members: members.map((m) => ({ id: m.id, name: m.name, account: m.person !== null, handedIn: number((s) => s.member === m.id), recusedFrom: sees || m.id === member ? [...m.recusedFrom] : [] })),
    recusals: recusals.filter((r) => sees || r.member === member).map(({ by, ...r }) => ({ ...r, by: by.name })),
    sheets: shown.map(({ member: by, applicant, version, scores, comment, at }) => ({ member: by, applicant, version, scores: { ...scores }, comment, at })),
    result: result === null || digest === null || !sees ? null : {
      digest, awarded: [...result.awarded], vacant: result.vacant,
      ranking: result.ranking.map((r) => ({
        applicant: r.applicant, name: names.get(r.applicant) ?? r.applicant, rank: r.rank, score: r.score, exact: r.exact, status: r.status, why: r.why,
        counted: [...r.counted], dropped: r.dropped.map((d) => ({ ...d })), outliers: r.outliers.map((o) => ({ ...o })), tie: r.tie && { with: [...r.tie.with], brokenBy: r.tie.brokenBy },
      })),
    },
    member: mine?.id ?? null,
    offers: [offer('close', whyClose), offer('recuse', closedAt !== null ? 'panel.closed' : mayRunPanel(viewer, of) || mine !== undefined ? null : 'panel.not-runner')],
  };
}

/** @param sheets that stand; @param member of whom alone they are counted */
export function panelLine({ id, caseId, name, agency, openedAt, closedAt, members, applicants }: PanelRow, sheets: number, member?: string): PanelLine {
  const asked = members.filter((m) => member === undefined || m.id === member).reduce((sum, m) => sum + applicants.length - m.recusedFrom.length, 0);
  return { id, caseId, name, agencyName: agencyName(agency), openedAt, closedAt, sheets: Math.min(sheets, asked), asked };
}
