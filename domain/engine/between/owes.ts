import type { CaseState } from '../state.ts';

/** It has yet to hear of, or to tell, another case: its execution goes on, also when the case is closed. */
export const owes = ({ openings = {}, errands = {} }: Pick<CaseState, 'openings' | 'errands'>): boolean =>
  Object.keys(openings).length > 0 || Object.keys(errands).length > 0;
