/** Filters as they stand in the address. What is not understood is left out, so that an old link still opens. */
import type { Light } from '../../../contracts/cases.ts';

const oneOf = <T extends string>(value: unknown, allowed: readonly T[]): T | undefined => allowed.find((one) => one === value);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value.slice(0, 100) : undefined);

function given<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

export interface WorklistSearch { readonly scope?: Scope | undefined; readonly process?: string | undefined; readonly light?: Light | undefined; readonly q?: string | undefined }
export interface CasesSearch {
  readonly status?: (typeof statuses)[number] | undefined; readonly process?: string | undefined; readonly light?: Light | undefined;
  readonly q?: string | undefined; readonly sort?: (typeof sorts)[number] | undefined;
}

export interface AgenciesSearch { readonly kind?: (typeof agencyKinds)[number] | undefined; readonly region?: string | undefined; readonly q?: string | undefined }
export interface ExpertsSearch { readonly field?: string | undefined; readonly active?: 'true' | 'false' | undefined }
export interface LimitsSearch { readonly process?: string | undefined }
export interface EnterprisesSearch { readonly region?: string | undefined; readonly q?: string | undefined }
export interface FundSearch { readonly case?: string | undefined }
/** Only what takes objections now. */
export interface PublicationsSearch { readonly open?: 'true' | undefined }
export interface PanelSearch { readonly applicant?: string | undefined }

export const scopes = ['all', 'mine', 'pool', 'unstaffed'] as const;
export type Scope = (typeof scopes)[number];
export const statuses = ['open', 'suspended', 'closed'] as const;
export const lights: readonly Light[] = ['breached', 'red', 'yellow', 'green'];
export const agencyKinds = ['market', 'police', 'procuratorate', 'government', 'department', 'inspection', 'technical', 'body'] as const;
export const sorts = ['due', 'updated'] as const;

export const readWorklistSearch = (search: Record<string, unknown>): WorklistSearch =>
  given({ scope: oneOf(search['scope'], scopes), process: textOf(search['process']), light: oneOf(search['light'], lights), q: textOf(search['q']) });
export const readCasesSearch = (search: Record<string, unknown>): CasesSearch =>
  given({
    status: oneOf(search['status'], statuses), process: textOf(search['process']), light: oneOf(search['light'], lights),
    q: textOf(search['q']), sort: oneOf(search['sort'], sorts),
  });
export const readPanelSearch = (search: Record<string, unknown>): PanelSearch => given({ applicant: textOf(search['applicant']) });
export const readFundSearch = (search: Record<string, unknown>): FundSearch => given({ case: textOf(search['case']) });
const regionOf = (value: unknown): string | undefined => (typeof value === 'string' && /^\d{6}$/.test(value) ? value : undefined);
export const readAgenciesSearch = (search: Record<string, unknown>): AgenciesSearch => given({ kind: oneOf(search['kind'], agencyKinds), region: regionOf(search['region']), q: textOf(search['q']) });
export const readExpertsSearch = (search: Record<string, unknown>): ExpertsSearch => given({ field: textOf(search['field']), active: oneOf(search['active'], ['true', 'false']) });
export const readLimitsSearch = (search: Record<string, unknown>): LimitsSearch => given({ process: textOf(search['process']) });
export const readEnterprisesSearch = (search: Record<string, unknown>): EnterprisesSearch => given({ region: regionOf(search['region']), q: textOf(search['q']) });
export const readPublicationsSearch = (search: Record<string, unknown>): PublicationsSearch => given({ open: oneOf(search['open'], ['true']) });
