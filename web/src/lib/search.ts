/** Filters as they stand in the address. What is not understood is left out, so that an old link still opens. */
import type { Light } from '../../../contracts/cases.ts';

const oneOf = <T extends string>(value: unknown, allowed: readonly T[]): T | undefined => allowed.find((one) => one === value);
const textOf = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value.slice(0, 100) : undefined);

function given<T extends object>(values: T): T {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as T;
}

export interface WorklistSearch { readonly scope?: Scope | undefined; readonly process?: string | undefined; readonly q?: string | undefined }
export interface CasesSearch {
  readonly status?: (typeof statuses)[number] | undefined; readonly process?: string | undefined; readonly light?: Light | undefined;
  readonly q?: string | undefined; readonly sort?: (typeof sorts)[number] | undefined;
}

export interface FundSearch { readonly case?: string | undefined }
/** Only what takes objections now. */
export interface PublicationsSearch { readonly open?: 'true' | undefined }
export interface PanelSearch { readonly applicant?: string | undefined }

export const scopes = ['all', 'mine', 'pool', 'unstaffed'] as const;
export type Scope = (typeof scopes)[number];
export const statuses = ['open', 'suspended', 'closed'] as const;
export const lights: readonly Light[] = ['breached', 'red', 'yellow', 'green'];
export const sorts = ['due', 'updated'] as const;

export const readWorklistSearch = (search: Record<string, unknown>): WorklistSearch =>
  given({ scope: oneOf(search['scope'], scopes), process: textOf(search['process']), q: textOf(search['q']) });
export const readCasesSearch = (search: Record<string, unknown>): CasesSearch =>
  given({
    status: oneOf(search['status'], statuses), process: textOf(search['process']), light: oneOf(search['light'], lights),
    q: textOf(search['q']), sort: oneOf(search['sort'], sorts),
  });
export const readPanelSearch = (search: Record<string, unknown>): PanelSearch => given({ applicant: textOf(search['applicant']) });
export const readFundSearch = (search: Record<string, unknown>): FundSearch => given({ case: textOf(search['case']) });
export const readPublicationsSearch = (search: Record<string, unknown>): PublicationsSearch => given({ open: oneOf(search['open'], ['true']) });
