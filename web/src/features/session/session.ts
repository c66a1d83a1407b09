/** The session of this tab: gives the API its tokens, renews them before they end, and ends with them. */
import { useSyncExternalStore } from 'react';
import { provideTokens } from '../../lib/http.ts';
import { queryClient } from '../../lib/query-client.ts';
import { endSessionUrl, renewTokens } from './oidc.ts';
import { forgetTab, heldTokens, holdTokens, markExpired, markSignedIn, onTokensChanged, type Tokens } from './tokens.ts';

/** Renewed this long before the end, so that no request leaves with a token that dies on the way. */
const marginMs = 30_000;
let renewal: Promise<Tokens | null> | null = null;

/** One renewal at a time: a refresh token may be used once only. */
function renew(old: Tokens): Promise<Tokens | null> {
  renewal ??= renewTokens(old)
    .then((tokens) => {
      holdTokens(tokens);
      return tokens;
    })
    .finally(() => { renewal = null; });
  return renewal;
}

export function startSession(): void {
  provideTokens({
    current: async () => {
      const tokens = heldTokens();
      if (tokens === null) return null;
      if (tokens.expiresAt - Date.now() > marginMs || tokens.refresh === null) return tokens.access;
      // If the provider is away, the old token may still be good: let the API judge.
      const renewed = await renew(tokens).catch(() => tokens);
      return renewed?.access ?? null;
    },
    refused: async (token) => {
      const tokens = heldTokens();
      if (tokens === null) return false;
      if (tokens.access !== token) return true; // renewed meanwhile by another request
      const renewed = await renew(tokens).catch(() => null);
      if (renewed !== null) return true;
      markExpired(true);
      holdTokens(null);
      return false;
    },
  });
}

export const useSignedIn = (): boolean => useSyncExternalStore(onTokensChanged, () => heldTokens() !== null);

export function enterSession(tokens: Tokens): void {
  queryClient.clear();
  holdTokens(tokens);
  markSignedIn(true);
  markExpired(false);
}

export async function leaveSession(): Promise<void> {
  const url = await endSessionUrl();
  markSignedIn(false);
  forgetTab();
  queryClient.clear();
  location.assign(url ?? '/');
}
