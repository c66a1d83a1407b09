/** Who reads which document and which upload of a case. Presupposes that they may see the case; what has been handed over is read without that. */
import type { Addressee } from '../documents/facts.ts';
import type { Pool } from '../engine/state.ts';
import { handlingRoles } from './acts.ts';
import { agencyById } from './agencies.ts';
import { oversees, type Insight } from './policy.ts';
import { officePool, poolsOf, type Viewer } from './viewer.ts';

export const isFor = ({ pool, person }: Addressee, viewer: Viewer): boolean => (pool !== null && poolsOf(viewer).includes(pool)) || person === viewer.id;

interface Readable { readonly internal: boolean; readonly status: 'drafting' | 'issued' | 'void'; readonly addressees: readonly Addressee[]; readonly issuer: { readonly pool: Pool | null } }

/** Officers and supervisors read all; a party what is addressed to it once it is issued, and what it has itself issued. */
export function mayReadDocument(viewer: Viewer, insight: Insight, { internal, status, addressees, issuer }: Readable): boolean {
  if (insight.internal) return true;
  if (internal || status !== 'issued') return false;
  return addressees.some((a) => isFor(a, viewer)) || (issuer.pool !== null && poolsOf(viewer).includes(issuer.pool));
}

/** 移送的文书: what another agency has addressed to that of the viewer, whoever of it handles cases. */
export const addressedPools = (viewer: Viewer): readonly Pool[] =>
  [...new Set(viewer.posts.flatMap((p) => ((handlingRoles as readonly string[]).includes(p.role) ? [officePool('officer', p.agency)] : [])))];
export const isHandedOver = (viewer: Viewer, { internal, status, addressees }: Pick<Readable, 'internal' | 'status' | 'addressees'>): boolean =>
  !internal && status === 'issued' && addressees.some(({ pool }) => pool !== null && addressedPools(viewer).includes(pool));

/** Officers and supervisors all; a party what it has itself uploaded. */
export const mayReadFile = (viewer: Viewer, insight: Insight, { byId, pool }: { readonly byId: string; readonly pool: Pool | null }): boolean =>
  insight.internal || byId === viewer.id || (pool !== null && poolsOf(viewer).includes(pool));

/** 用印登记: the agency itself, and supervisors of its region. */
export const maySeeSeals = (viewer: Viewer, agency: string): boolean => oversees(viewer, { agency, region: agencyById(agency)?.region ?? '' });
