import type { CaseState } from '../state.ts';

/** It has yet to hear of, or to tell, another case, or something is still to be cleared away: its execution goes on, also when the case is closed. */
export const owes = ({ openings = {}, errands = {}, closings = {} }: Pick<CaseState, 'openings' | 'errands' | 'closings'>): boolean =>
  [openings, errands, closings].some((owed) => Object.keys(owed).length > 0);
