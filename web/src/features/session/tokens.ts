/** The tokens of this tab: in memory, and in sessionStorage so that they survive a reload. Nothing of them goes to other tabs or to disk. */
export interface Tokens {
  readonly access: string;
  readonly refresh: string | null;
  /** Milliseconds since the epoch. */
  readonly expiresAt: number;
}

const slot = 'banjie.tokens';

function read(): Tokens | null {
  try {
    const value: unknown = JSON.parse(sessionStorage.getItem(slot) ?? 'null');
    return typeof value === 'object' && value !== null && 'access' in value ? (value as Tokens) : null;
  } catch {
    return null;
  }
}

let held: Tokens | null = read();
const listeners = new Set<() => void>();

export const heldTokens = (): Tokens | null => held;

export function holdTokens(tokens: Tokens | null): void {
  held = tokens;
  if (tokens) sessionStorage.setItem(slot, JSON.stringify(tokens));
  else sessionStorage.removeItem(slot);
  for (const listener of listeners) listener();
}

export function onTokensChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Everything that the console keeps in this tab: tokens, drafts, attempts. */
export function forgetTab(): void {
  for (const key of Object.keys(sessionStorage)) if (key.startsWith('banjie.')) sessionStorage.removeItem(key);
  holdTokens(null);
}

const mark = 'banjie.signed-in';
/** Whether this browser has signed in before: then a new tab may ask the provider without showing anything. */
export const wasSignedIn = (): boolean => localStorage.getItem(mark) === '1';
export const markSignedIn = (yes: boolean): void => (yes ? localStorage.setItem(mark, '1') : localStorage.removeItem(mark));

const triedSlot = 'banjie.silent-tried';
const silentPauseMs = 60_000;
/** A silent try is made once in a while only: where the API refuses what the provider gives, the page must not go round in circles. */
export const maySignInSilently = (): boolean => wasSignedIn() && Date.now() - Number(sessionStorage.getItem(triedSlot) ?? 0) > silentPauseMs;
export const markSilentTried = (): void => sessionStorage.setItem(triedSlot, String(Date.now()));

const expiredSlot = 'banjie.expired';
export const markExpired = (yes: boolean): void => (yes ? sessionStorage.setItem(expiredSlot, '1') : sessionStorage.removeItem(expiredSlot));
export const hasExpired = (): boolean => sessionStorage.getItem(expiredSlot) !== null;
