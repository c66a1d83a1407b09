/** Sign-in with OpenID Connect: authorization code with PKCE, as a public client, in the browser. */
import * as oauth from 'oauth4webapi';
import { signInSchema, type SignIn } from '../../../../contracts/people.ts';
import { request } from '../../lib/http.ts';
import type { Tokens } from './tokens.ts';

const pendingSlot = 'banjie.sign-in';
interface Pending { readonly state: string; readonly nonce: string; readonly verifier: string; readonly returnTo: string; readonly silent: boolean }

export class SignInFailed extends Error {
  /** `login_required` and the like, as the provider named it, or 'no-attempt', 'unreachable'. */
  readonly reason: string;
  readonly returnTo: string;
  readonly silent: boolean;
  constructor(reason: string, returnTo: string, silent: boolean, cause?: unknown) {
    super(reason, { cause });
    this.name = 'SignInFailed';
    this.reason = reason;
    this.returnTo = returnTo;
    this.silent = silent;
  }
}

interface Provider { readonly as: oauth.AuthorizationServer; readonly client: oauth.Client; readonly scope: string; readonly http: { [oauth.allowInsecureRequests]?: boolean } }
let provider: Promise<Provider> | null = null;

async function discover(): Promise<Provider> {
  const config: SignIn = await request('/sign-in', signInSchema);
  const issuer = new URL(config.issuer);
  // Plain http only towards this very machine: the local stack. Anywhere else the library insists on https.
  const http = ['127.0.0.1', 'localhost', '[::1]'].includes(issuer.hostname) ? { [oauth.allowInsecureRequests]: true } : {};
  const as = await oauth.processDiscoveryResponse(issuer, await oauth.discoveryRequest(issuer, http));
  return { as, client: { client_id: config.clientId }, scope: config.scope, http };
}

function theProvider(): Promise<Provider> {
  provider ??= discover().catch((error: unknown) => {
    provider = null; // ask again next time; a failure is not for keeps
    throw error;
  });
  return provider;
}

const callback = (): string => `${location.origin}/auth/callback`;

/** Leaves the page for the provider. `silent`: without any question; the provider answers at once, yes or no. */
export async function beginSignIn(returnTo: string, { silent = false } = {}): Promise<void> {
  const { as, client, scope } = await theProvider();
  if (as.authorization_endpoint === undefined) throw new SignInFailed('no-authorization-endpoint', returnTo, silent);
  const pending: Pending = { state: oauth.generateRandomState(), nonce: oauth.generateRandomNonce(), verifier: oauth.generateRandomCodeVerifier(), returnTo, silent };
  sessionStorage.setItem(pendingSlot, JSON.stringify(pending));
  const url = new URL(as.authorization_endpoint);
  url.search = new URLSearchParams({
    client_id: client.client_id, response_type: 'code', redirect_uri: callback(), scope,
    state: pending.state, nonce: pending.nonce,
    code_challenge: await oauth.calculatePKCECodeChallenge(pending.verifier), code_challenge_method: 'S256',
    ...(silent ? { prompt: 'none' } : {}),
  }).toString();
  location.assign(url);
}

function takePending(): Pending | null {
  const text = sessionStorage.getItem(pendingSlot);
  sessionStorage.removeItem(pendingSlot);
  return text === null ? null : (JSON.parse(text) as Pending);
}

/** @throws SignInFailed where the provider says no, or this tab did not ask. */
export async function finishSignIn(here: URL): Promise<{ tokens: Tokens; returnTo: string }> {
  const pending = takePending();
  if (pending === null) throw new SignInFailed('no-attempt', '/', false);
  const fail = (reason: string, cause: unknown): never => { throw new SignInFailed(reason, pending.returnTo, pending.silent, cause); };
  try {
    const { as, client, http } = await theProvider();
    const params = oauth.validateAuthResponse(as, client, here, pending.state);
    const response = await oauth.authorizationCodeGrantRequest(as, client, oauth.None(), params, callback(), pending.verifier, http);
    const answer = await oauth.processAuthorizationCodeResponse(as, client, response, { expectedNonce: pending.nonce, requireIdToken: true });
    return { tokens: tokensOf(answer, null), returnTo: pending.returnTo };
  } catch (error) {
    if (error instanceof oauth.AuthorizationResponseError || error instanceof oauth.ResponseBodyError) return fail(error.error, error);
    return fail('unreachable', error);
  }
}

function tokensOf(answer: oauth.TokenEndpointResponse, earlier: Tokens | null): Tokens {
  return {
    access: answer.access_token,
    refresh: answer.refresh_token ?? earlier?.refresh ?? null,
    expiresAt: Date.now() + (answer.expires_in ?? 300) * 1000,
  };
}

/** New tokens for old. Null: the provider refuses, one has to sign in again. @throws where it cannot be reached. */
export async function renewTokens(old: Tokens): Promise<Tokens | null> {
  if (old.refresh === null) return null;
  const { as, client, http } = await theProvider();
  const response = await oauth.refreshTokenGrantRequest(as, client, oauth.None(), old.refresh, http);
  try {
    return tokensOf(await oauth.processRefreshTokenResponse(as, client, response), old);
  } catch (error) {
    if (error instanceof oauth.ResponseBodyError) return null;
    throw error;
  }
}

/**
 * Where to go so that the provider ends its session too; null where it has no such page or cannot be asked. Without id_token_hint:
 * that would put the person's name into an address, and so into logs; a provider that wants to be sure asks.
 */
export async function endSessionUrl(): Promise<string | null> {
  try {
    const { as, client } = await theProvider();
    if (as.end_session_endpoint === undefined) return null;
    const url = new URL(as.end_session_endpoint);
    url.search = new URLSearchParams({ client_id: client.client_id, post_logout_redirect_uri: `${location.origin}/` }).toString();
    return url.href;
  } catch {
    return null;
  }
}
