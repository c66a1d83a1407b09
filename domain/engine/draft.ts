/** A state under way: what evolve.ts and its parts change, and by what. */
import type { FieldChange } from './events.ts';
import type { CaseState } from './state.ts';

type Maps = 'tokens' | 'scopes' | 'multis' | 'tasks' | 'signings' | 'jobs' | 'timers' | 'clocks';
/** A state whose maps belong to this draft alone; the entries in them are shared and never changed in place. */
export type Draft = {
  -readonly [K in keyof CaseState]: K extends Maps ? { -readonly [N in keyof CaseState[K]]: CaseState[K][N] } : K extends RareMaps ? Record<number, NonNullable<CaseState[K]>[number]> : CaseState[K]
};
/** Most cases never have any of these. */
type RareMaps = 'openings' | 'calls' | 'errands' | 'closings' | 'incidents';

const empty: CaseState = {
  caseId: '', process: { key: '', version: 0, hash: '' }, seq: 0, head: '', status: 'open', agency: '', region: '', number: null, title: '',
  receivedAt: '', initiator: { id: '', name: '' }, parties: [], visibleTo: [], data: {}, outcome: null, closedAt: null, suspension: null,
  tokens: {}, scopes: {}, multis: {}, tasks: {}, signings: {}, jobs: {}, timers: {}, clocks: {}, visits: {}, nextId: 1,
};

/** A copy that may be changed by `mutate` without touching the original. Its cost is the number of open entries, not of their content. */
export function fork(state: CaseState | null): Draft {
  const from = state ?? empty;
  return {
    ...from, data: { ...from.data }, tokens: { ...from.tokens }, scopes: { ...from.scopes }, multis: { ...from.multis }, tasks: { ...from.tasks }, signings: { ...from.signings }, jobs: { ...from.jobs },
    timers: { ...from.timers }, clocks: { ...from.clocks }, visits: { ...from.visits },
    ...(from.openings ? { openings: { ...from.openings } } : {}), ...(from.calls ? { calls: { ...from.calls } } : {}), ...(from.errands ? { errands: { ...from.errands } } : {}),
    ...(from.closings ? { closings: { ...from.closings } } : {}), ...(from.incidents ? { incidents: { ...from.incidents } } : {}),
  };
}

/** Ids are handed out by the engine in order; the fold only follows. */
export function use(draft: Draft, id: number): number {
  if (id >= draft.nextId) draft.nextId = id + 1;
  return id;
}

export function applyChanges(draft: Draft, changes: readonly FieldChange[]): void {
  if (changes.length === 0) return;
  draft.data = { ...draft.data, ...Object.fromEntries(changes.map((c) => [c.field, c.new])) };
}

export function omit<K extends string | number, T>(map: Readonly<Record<K, T>>, key: K): Record<K, T> {
  const { [key]: _, ...rest } = map;
  return rest as Record<K, T>;
}
