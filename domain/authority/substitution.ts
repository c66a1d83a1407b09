/** Who may arrange that somebody is stood in for. */
import type { PersonInPost } from '../engine/state.ts';
import { managingRoles } from './acts.ts';
import { officePool, poolsOf, type Viewer } from './viewer.ts';

/** Themselves; or, for an officer who can no longer do so, the head of an agency in which they hold a post. */
export const mayArrangeFor = (viewer: Viewer, absent: PersonInPost): boolean =>
  viewer.id === absent.id || viewer.posts.some(({ role, agency }) => role === 'agency-head' && absent.pools.some((p) => p.endsWith(`@${agency}`)));

/** 离职转办: what somebody has claimed is handed on by who manages cases in the agency of the task's post. */
export const mayHandOverAt = (viewer: Viewer, agency: string): boolean => managingRoles.some((role) => poolsOf(viewer).includes(officePool(role, agency)));
