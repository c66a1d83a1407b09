/** Who sees to it that work is done where somebody is away, has left, or was never there. */
import type { PersonInPost, Pool } from '../engine/state.ts';
import { roles } from './agencies.ts';
import { managingRoles } from './acts.ts';
import { officePool, poolsOf, type Viewer } from './viewer.ts';

/** Themselves; or, for an officer who can no longer do so, the head of an agency in which they hold a post. */
export const mayArrangeFor = (viewer: Viewer, absent: PersonInPost): boolean =>
  viewer.id === absent.id || viewer.posts.some(({ role, agency }) => role === 'agency-head' && absent.pools.some((p) => p.endsWith(`@${agency}`)));

/** 离职转办: what somebody has claimed is handed on by who manages cases in the agency of the task's post. */
export const mayHandOverAt = (viewer: Viewer, agency: string): boolean => managingRoles.some((role) => poolsOf(viewer).includes(officePool(role, agency)));

/** 代理: somebody who works where the absent does, or speaks for the same enterprise; nobody else may see what the absent sees. */
export const mayStandIn = (absent: PersonInPost, substitute: PersonInPost): boolean => {
  const places = (p: PersonInPost): readonly string[] => p.pools.map((pool) => pool.split('@')[1] ?? pool);
  return places(substitute).some((place) => places(absent).includes(place));
};

/** 无人在岗: every post of the agencies in which the viewer manages cases. */
export function managedPosts(viewer: Viewer): { readonly agencies: readonly string[]; readonly pools: readonly Pool[] } {
  const agencies = [...new Set(viewer.posts.filter((p) => (managingRoles as readonly string[]).includes(p.role)).map((p) => p.agency))];
  return { agencies, pools: agencies.flatMap((agency) => Object.keys(roles).map((role) => officePool(role, agency))) };
}
