/**
 * Who may see a case, and what of it (查看权限). One rule for everybody: the sight of a viewer meets the facts of a case.
 * `db/queries/visible.ts` is the same rule in SQL; a test holds the two together.
 */
import type { Pool } from '../engine/state.ts';
import type { ProcessDefinition } from '../model/types.ts';
import { agencyById } from './agencies.ts';
import { handlingRoles, type Person } from './acts.ts';
import { officePool, poolsOf, type Viewer } from './viewer.ts';

/** What a viewer sees by. */
export interface Sight {
  readonly person: string;
  readonly pools: readonly Pool[];
  /** 代理: whose claimed tasks are the viewer's to do as well. */
  readonly covers?: readonly string[];
  /** Agencies in whose handling the viewer takes part (承办机关的承办人、审核人、负责人). */
  readonly agencies: readonly string[];
  /** Prefixes of region codes under supervision (督查范围): '44' is Guangdong, '' the country. */
  readonly territories: readonly string[];
}

/** What of a case decides who sees it. */
export interface CaseFacts {
  readonly agency: string;
  readonly region: string;
  readonly initiatorId: string;
  readonly visibleTo: readonly Pool[];
}

/** Prefix that all codes of a territory share (GB/T 2260): two digits each for province, city, county; 100000 is the country. */
export function territoryOf(region: string): string {
  if (region === '100000') return '';
  if (region.endsWith('0000')) return region.slice(0, 2);
  return region.endsWith('00') ? region.slice(0, 4) : region;
}

export function sightOf(viewer: Viewer): Sight {
  const isHandling = (role: string): boolean => (handlingRoles as readonly string[]).includes(role);
  const territories = viewer.posts.flatMap((post) => {
    const region = post.role === 'supervisor' ? agencyById(post.agency)?.region : undefined;
    return region === undefined ? [] : [territoryOf(region)];
  });
  return {
    person: viewer.id,
    // Whoever stands in for the absent sees what these see by their posts.
    pools: [...new Set([...poolsOf(viewer), ...(viewer.covers ?? []).flatMap((c) => c.pools)])],
    covers: (viewer.covers ?? []).map((c) => c.id),
    agencies: [...new Set(viewer.posts.filter((p) => isHandling(p.role)).map((p) => p.agency))],
    territories: [...new Set(territories)],
  };
}

const handles = (sight: Sight, facts: Pick<CaseFacts, 'agency'>): boolean => sight.agencies.includes(facts.agency);
const supervises = (sight: Sight, facts: Pick<CaseFacts, 'region'>): boolean => sight.territories.some((t) => facts.region.startsWith(t));

/** Of a case, or of what an agency keeps: it is theirs to handle, or to supervise. */
export const oversees = (viewer: Viewer, facts: Pick<CaseFacts, 'agency' | 'region'>): boolean => {
  const sight = sightOf(viewer);
  return handles(sight, facts) || supervises(sight, facts);
};
export const supervisesRegion = (viewer: Viewer, region: string): boolean => supervises(sightOf(viewer), { region });

export const maySee = (sight: Sight, facts: CaseFacts): boolean =>
  handles(sight, facts) || supervises(sight, facts) || facts.initiatorId === sight.person || facts.visibleTo.some((pool) => sight.pools.includes(pool));

/** What of the dossier a viewer gets to see. */
export interface Insight {
  /** Personal data (个人信息) in the clear: the handling agency, supervisors of the region, and parties for what is theirs to see. */
  readonly personal: boolean;
  /** Notes that officers write for one another (内部意见). Parties do not see them. */
  readonly internal: boolean;
  /** Fields that are shown at all; null = all. Parties see what their own forms show or ask, not the agency's working papers. */
  readonly fields: ReadonlySet<string> | null;
}

/** Presupposes `maySee`. @param parties parties of the case (名称 → pool) */
export function insight(viewer: Viewer, facts: CaseFacts, model: ProcessDefinition, parties: readonly { readonly party: string; readonly pool: Pool }[]): Insight {
  const sight = sightOf(viewer);
  if (handles(sight, facts) || supervises(sight, facts)) return { personal: true, internal: true, fields: null };
  const own = poolsOf(viewer);
  const partyNames = parties.filter((p) => own.includes(p.pool)).map((p) => p.party);
  // An office elsewhere that has had a task here: the case, but nobody's telephone number.
  const byOffice = viewer.posts.some((post) => facts.visibleTo.includes(officePool(post.role, post.agency)));
  if (byOffice) return { personal: false, internal: true, fields: null };
  return { personal: partyNames.length > 0, internal: false, fields: fieldsOfParties(model, partyNames, facts.initiatorId === viewer.id) };
}

/**
 * Fields in the forms that these parties get. The form that starts a case is theirs too where they start such cases: what a consumer has
 * written of themselves is not for the other side.
 */
export function fieldsOfParties(model: ProcessDefinition, parties: readonly string[], started: boolean): ReadonlySet<string> {
  const theirs = started || parties.length === 0 || model.starters.some((s) => s.kind === 'party' && parties.includes(s.party));
  const fields = new Set(theirs ? Object.keys(model.startForm) : []);
  for (const node of model.nodes) {
    if (node.type !== 'userTask' || node.assignment.kind !== 'party' || !parties.includes(node.assignment.party)) continue;
    for (const field of Object.keys(node.form)) fields.add(field);
    for (const outcome of node.outcomes) for (const field of outcome.requires ?? []) fields.add(field);
  }
  return fields;
}

/** The viewer as the engine's verdicts know a person. */
export const personOfViewer = (viewer: Viewer): Person => ({ id: viewer.id, name: viewer.name, pools: poolsOf(viewer), ...(viewer.covers ? { covers: viewer.covers } : {}) });

/** 推演: whoever handles cases of this agency or supervises its region may see what will become of one of them. */
export const mayLookAhead = (sight: Sight, facts: CaseFacts): boolean => handles(sight, facts) || supervises(sight, facts);

/** The administrator's post in which a person may change what is otherwise fixed for cases of a region (版本迁移、日历发布), or null. */
export const administeringPool = (region: string, pools: readonly Pool[]): Pool | null =>
  pools.find((pool) => territoriesAdministered([pool]).some((prefix) => region.startsWith(prefix))) ?? null;

/** Prefixes of region codes over which these pools administer; none where they do not. */
export const territoriesAdministered = (pools: readonly Pool[]): readonly string[] =>
  pools.flatMap((pool) => {
    const [role, agency] = pool.split('@');
    const region = role === 'administrator' ? agencyById(agency ?? '')?.region : undefined;
    return region === undefined ? [] : [territoryOf(region)];
  });
