/** Who keeps the register of experts, witnesses a draw, sits on a panel, handles an objection, sees a fund and sets internal limits. */
import { agencyById } from './agencies.ts';
import { handlingRoles, managingRoles } from './acts.ts';
import { oversees, supervisesRegion } from './policy.ts';
import type { Viewer } from './viewer.ts';

const holds = (viewer: Viewer, role: readonly string[], agency?: string): boolean =>
  viewer.posts.some((p) => role.includes(p.role) && (agency === undefined || p.agency === agency));

const regionOf = (agency: string): string => agencyById(agency)?.region ?? '';
/** Of the province or the country: what holds for all agencies below is set there. */
const provincial = (viewer: Viewer, roles: readonly string[]): boolean => viewer.posts.some((p) => roles.includes(p.role) && /^(10|\d\d)0000$/.test(regionOf(p.agency)));

export const mayReadExperts = (viewer: Viewer): boolean => holds(viewer, [...handlingRoles, 'secretariat', 'administrator', 'supervisor']);
export const mayKeepExperts = (viewer: Viewer): boolean => provincial(viewer, ['secretariat', 'administrator']);

/** What belongs to the case that a draw or a panel is for. */
export interface OfCase { readonly agency: string; readonly region: string }
/** Those who run it: the handling agency, and a secretariat of the province. */
export const mayRunPanel = (viewer: Viewer, { agency }: OfCase): boolean => holds(viewer, handlingRoles, agency) || provincial(viewer, ['secretariat']);
/** 见证: a supervisor of the region, or whoever manages the agency: not the officer who asked for the draw. */
export const mayWitness = (viewer: Viewer, { agency, region }: OfCase): boolean => supervisesRegion(viewer, region) || holds(viewer, managingRoles, agency);
export const maySeePanel = (viewer: Viewer, of: OfCase): boolean => mayRunPanel(viewer, of) || supervisesRegion(viewer, of.region);

/** Null = allowed. */
type Verdict = 'draw.revealed' | 'draw.not-witness' | 'draw.not-revealed' | 'draw.seated' | 'panel.not-runner' | 'panel.members-score' | 'panel.closed' | null;
export const whyNotReveal = (viewer: Viewer, of: OfCase, revealed: boolean): Verdict => (!mayWitness(viewer, of) ? 'draw.not-witness' : revealed ? 'draw.revealed' : null);
export const whyNotDecline = (viewer: Viewer, of: OfCase, { revealed, seated }: { readonly revealed: boolean; readonly seated: boolean }): Verdict =>
  !mayRunPanel(viewer, of) ? 'panel.not-runner' : !revealed ? 'draw.not-revealed' : seated ? 'draw.seated' : null;
/** Whoever scores does not choose the moment at which scoring ends. */
export const whyNotClose = (viewer: Viewer, of: OfCase, { member, closed }: { readonly member: boolean; readonly closed: boolean }): Verdict =>
  member ? 'panel.members-score' : !mayRunPanel(viewer, of) ? 'panel.not-runner' : closed ? 'panel.closed' : null;

/** 异议处理: the agency that published, but nobody handles their own objection. @param objector null = without an account */
export const mayHandleObjection = (viewer: Viewer, agency: string, objector: string | null): boolean => viewer.id !== objector && holds(viewer, handlingRoles, agency);
export const maySeeObjections = (viewer: Viewer, agency: string): boolean => oversees(viewer, { agency, region: regionOf(agency) });

/** 基金账: its agency and secretariat, the department of finance, supervisors. */
export const maySeeFund = (viewer: Viewer, agency: string): boolean =>
  holds(viewer, [...handlingRoles, 'administrator'], agency) || holds(viewer, ['secretariat'], 'gd-fund-secretariat') || holds(viewer, handlingRoles, 'gd-finance') || supervisesRegion(viewer, regionOf(agency));

/** 内部时限: administrators of the province; they hold for all agencies. */
export const maySetLimits = (viewer: Viewer): boolean => provincial(viewer, ['administrator']);
export const maySeeLimits = (viewer: Viewer): boolean => holds(viewer, [...handlingRoles, 'administrator', 'supervisor']);
