/** Who may look into the register of enterprises and their credit files, and what of it. One rule for list, page and file. */
import { agencyById } from './agencies.ts';
import { handlingRoles } from './acts.ts';
import { territoryOf } from './policy.ts';
import type { Viewer } from './viewer.ts';

/** What of the register a viewer sees: their own enterprise, and territories (prefixes of region codes; '' = all). */
export interface RegisterSight { readonly own: string | null; readonly territories: readonly string[] }

const looking: ReadonlySet<string> = new Set([...handlingRoles, 'supervisor', 'administrator']);

export function registerSight(viewer: Viewer): RegisterSight {
  const territories = viewer.posts.flatMap((post) => {
    const region = looking.has(post.role) ? agencyById(post.agency)?.region : undefined;
    return region === undefined ? [] : [territoryOf(region)];
  });
  // A territory inside another one adds nothing.
  const all = [...new Set(territories)];
  return { own: viewer.enterprise?.uscc ?? null, territories: all.filter((t) => !all.some((other) => other !== t && t.startsWith(other))) };
}

export const maySeeEnterprise = (sight: RegisterSight, enterprise: { readonly uscc: string; readonly region: string }): boolean =>
  sight.own === enterprise.uscc || sight.territories.some((t) => enterprise.region.startsWith(t));

/** 企业名录维护: administrators of an agency whose territory holds the region, before and after the change. */
export const mayKeepEnterprise = (viewer: Viewer, regions: readonly string[]): boolean =>
  viewer.posts.some((post) => {
    const own = post.role === 'administrator' ? agencyById(post.agency)?.region : undefined;
    return own !== undefined && regions.every((region) => region.startsWith(territoryOf(own)));
  });

/** 联系人: the enterprise itself, and officers of an agency that handles a case of it. Everybody else sees a masked number. */
export const maySeeContacts = (viewer: Viewer, uscc: string, handledBy: readonly string[]): boolean =>
  viewer.enterprise?.uscc === uscc || viewer.posts.some((p) => (handlingRoles as readonly string[]).includes(p.role) && handledBy.includes(p.agency));

/** 138****8001. */
export const maskedPhone = (phone: string): string => (phone.length < 8 ? '****' : `${phone.slice(0, 3)}****${phone.slice(-4)}`);
export const maskedName = (name: string): string => `${[...name][0] ?? ''}**`;
