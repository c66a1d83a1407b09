/** A panel as a viewer may see it: while it is open nobody sees another's points. */
import type { PanelView } from '../../contracts/panels.ts';
import type { PanelRow, SheetRow } from '../../db/queries/panels.ts';
import { agencyName } from './names.ts';

/** @param member id of the viewer on the panel, or null */
export function panelView(row: PanelRow, sheets: readonly SheetRow[], member: string | null, runs: boolean): PanelView {
  const { id, caseId, name, agency, openedAt, closedAt, rules, applicants, members, result, digest } = row;
  const names = new Map(applicants.map((a) => [a.id, a.name]));
  const mine = members.find((m) => m.id === member);
  const shown = closedAt !== null && runs ? sheets : sheets.filter((s) => s.member === member);
  const count = (which: (s: SheetRow) => boolean): number => sheets.filter(which).length;
  return {
    id, caseId, name, agencyName: agencyName(agency), openedAt, closedAt,
    criteria: rules.criteria.map((c) => ({ ...c })),
    applicants: applicants.map((a) => ({ ...a, recused: mine?.recusedFrom.includes(a.id) ?? false, sheets: count((s) => s.applicant === a.id) })),
    members: members.map((m) => ({ id: m.id, name: m.name, handedIn: count((s) => s.member === m.id) })),
    sheets: shown.map(({ member: by, applicant, version, scores, comment, at }) => ({ member: by, applicant, version, scores: { ...scores }, comment, at })),
    result: result === null || digest === null || !runs ? null : {
      digest, awarded: [...result.awarded], vacant: result.vacant,
      ranking: result.ranking.map((r) => ({
        applicant: r.applicant, name: names.get(r.applicant) ?? r.applicant, rank: r.rank, score: r.score, exact: r.exact, status: r.status, why: r.why,
        counted: [...r.counted], dropped: r.dropped.map((d) => ({ ...d })), outliers: r.outliers.map((o) => ({ ...o })),
      })),
    },
    mine: mine !== undefined, runnable: runs && closedAt === null,
  };
}
