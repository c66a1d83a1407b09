import type { CaseState } from './state.ts';

/** Characters of JSON; the server takes payloads of 2 MB, and a character of Chinese is three bytes. */
const limit = 500_000;

/** True for the state of a case with thousands of open instances: it is then not carried from run to run but folded from the record. */
export function isLarge(state: CaseState): boolean {
  // Each open task, token, scope or clock is some 150 characters: counting them first spares the rest of the cases the long way.
  const open = [state.tasks, state.tokens, state.scopes, state.clocks, state.timers].reduce((n, map) => n + Object.keys(map).length, 0);
  return open > 200 && JSON.stringify(state).length > limit;
}
