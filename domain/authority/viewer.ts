/** Who is asking: the facts of the access token, in the terms of the policy. */
import type { Text } from '../text.ts';
import type { PersonInPost, Pool } from '../engine/state.ts';

export interface Post { readonly role: string; readonly agency: string }

export interface Viewer {
  /** `sub` of the token. */
  readonly id: string;
  readonly name: string;
  readonly posts: readonly Post[];
  readonly enterprise: { readonly uscc: string; readonly name: string } | null;
  /** 代理: the absent for whom this person acts at present, with what these hold. Not in the token: it stands in the directory. */
  readonly covers?: readonly PersonInPost[];
}

/** 市场监管、公安、检察、人民政府、政府部门、督查、技术机构、其他. */
export type AgencyKind = 'market' | 'police' | 'procuratorate' | 'government' | 'department' | 'inspection' | 'technical' | 'body';

export interface Agency {
  /** Lower-case letters and hyphens. */
  readonly id: string;
  readonly kind: AgencyKind;
  readonly name: Text;
  /** GB/T 2260 code of the territory; '100000' = the country. */
  readonly region: string;
  /** Head of its case numbers (案号), e.g. 粤市监; empty where it numbers none. */
  readonly numberHead: string;
  /** 上一级; null = none that is known here. */
  readonly superior: string | null;
}

export const officePool = (role: string, agency: string): Pool => `${role}@${agency}`;
export const partyPool = (uscc: string): Pool => `uscc:${uscc}`;
/** An account as it stands in a pool and in data: an id that looks like an address must not pass for a post of an agency. */
export const accountOf = (id: string): string => encodeURIComponent(id);
/** 自然人: nobody but this person. */
export const personPool = (id: string): Pool => `person:${accountOf(id)}`;
export const isOfficePool = (pool: Pool): boolean => pool.includes('@');

/** All pools that the viewer belongs to: a task is theirs to take if its pool is one of these. */
export const poolsOf = (viewer: Viewer): readonly Pool[] => [
  ...viewer.posts.map((p) => officePool(p.role, p.agency)),
  ...(viewer.enterprise ? [partyPool(viewer.enterprise.uscc)] : []),
  // Whoever acts for an agency or an enterprise does not act for themselves by the same account.
  ...(viewer.posts.length === 0 && !viewer.enterprise ? [personPool(viewer.id)] : []),
];
