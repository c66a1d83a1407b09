/** Signing in over HTTP as a browser would: cookies, redirects, the page with the people, code with PKCE. */
import { createHash, randomBytes } from 'node:crypto';
import type { TestProvider } from './oidc.ts';

export interface BrowserLike { readonly visit: (url: string, init?: RequestInit) => Promise<Response> }
export interface SignedIn {
  readonly page: string;
  readonly tokens: { readonly access_token: string; readonly id_token: string; readonly refresh_token: string };
}

/** Keeps cookies, follows no redirect by itself. */
export function browserLike(): BrowserLike {
  const cookies = new Map<string, string>();
  return {
    visit: async (url, init) => {
      const response = await fetch(url, { ...init, redirect: 'manual', headers: { cookie: [...cookies].map(([n, v]) => `${n}=${v}`).join('; ') } });
      for (const line of response.headers.getSetCookie()) {
        const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        if (name === undefined || value === undefined) continue;
        if (value === '') cookies.delete(name);
        else cookies.set(name, value);
      }
      return response;
    },
  };
}

/** @param person null: nobody is chosen, the browser is known already */
export async function signInAs(browser: BrowserLike, { issuer, clientId }: Pick<TestProvider, 'issuer' | 'clientId'>, origin: string, person: string | null): Promise<SignedIn> {
  const verifier = randomBytes(32).toString('base64url');
  const redirect = `${origin}/auth/callback`;
  const first = new URL(`${issuer}/auth`);
  first.search = new URLSearchParams({
    client_id: clientId, response_type: 'code', scope: 'openid profile offline_access', redirect_uri: redirect, state: 's',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'), code_challenge_method: 'S256',
  }).toString();
  let page = '';
  let next = first.href;
  for (let hops = 0; !next.startsWith(redirect); hops++) {
    if (hops > 8) throw new Error(`the sign-in goes round in circles at ${next}`);
    let response = await browser.visit(next);
    if (response.status === 200 && person !== null) {
      page = await response.text();
      response = await browser.visit(next, { method: 'POST', body: new URLSearchParams({ person }) });
    }
    const location = response.headers.get('location');
    if (location === null) throw new Error(`no way on from ${next}: ${response.status} ${await response.text()}`);
    next = new URL(location, next).href;
  }
  const code = new URL(next).searchParams.get('code');
  if (code === null) throw new Error(`the provider refused: ${next}`);
  const response = await fetch(`${issuer}/token`, {
    method: 'POST', body: new URLSearchParams({ grant_type: 'authorization_code', code, client_id: clientId, redirect_uri: redirect, code_verifier: verifier }),
  });
  return { page, tokens: (await response.json()) as SignedIn['tokens'] };
}
