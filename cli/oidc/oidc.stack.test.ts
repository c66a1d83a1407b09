import { createRemoteJWKSet, jwtVerify } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { demoPeople } from '../demo/people.ts';
import { startProvider, type TestProvider } from '../../test/support/oidc.ts';
import { browserLike, signInAs } from '../../test/support/sign-in.ts';

const origin = 'http://127.0.0.1:3000';
let provider: TestProvider;
beforeAll(async () => { provider = await startProvider([origin, 'http://localhost:3000']); });

const verified = async (token: string) => {
  const { jwks_uri } = (await (await fetch(`${provider.issuer}/.well-known/openid-configuration`)).json()) as { jwks_uri: string };
  return (await jwtVerify(token, createRemoteJWKSet(new URL(jwks_uri)), { issuer: provider.issuer, audience: provider.audience })).payload;
};

describe('an access token', () => {
  it('of an official carries the posts', async () => {
    expect(await verified(await provider.tokenFor('lin'))).toMatchObject({ sub: 'lin', name: '林晓', posts: [{ role: 'officer', agency: 'gd-amr' }] });
  });
  it('of an enterprise carries its credit code and name', async () => {
    expect(await verified(await provider.tokenFor('chenguang'))).toMatchObject({ sub: 'chenguang', posts: [], uscc: '91440605MA4W2Q7H9C', enterprise_name: '佛山市晨光电器有限公司' });
  });
  it('is not given for a person who does not exist, nor to a tool without the secret', async () => {
    await expect(provider.tokenFor('nobody')).rejects.toThrow('no such demo person');
    const response = await fetch(`${provider.issuer}/token`, { method: 'POST', body: new URLSearchParams({ grant_type: 'urn:banjie:demo-person', person: 'lin', client_id: 'banjie-cli' }) });
    expect(response.status).toBe(401);
  });
});

describe('signing in', () => {
  it('shows every person under the agency, and gives the one chosen', async () => {
    const signedIn = await signInAs(browserLike(), provider, origin, 'huang');
    expect(signedIn.page).toContain('广东省市场监督管理局');
    expect(signedIn.page.match(/name="person"/g)).toHaveLength(demoPeople.length);
    expect(await verified(signedIn.tokens.access_token)).toMatchObject({ sub: 'huang', posts: [{ role: 'section-head', agency: 'gd-amr' }] });
  });
  it('needs no second choice in the same browser, and can be renewed', async () => {
    const browser = browserLike();
    const { tokens } = await signInAs(browser, provider, origin, 'wu');
    expect((await signInAs(browser, provider, origin, null)).tokens.id_token).toBeDefined();
    const response = await fetch(`${provider.issuer}/token`, {
      method: 'POST', headers: { origin }, body: new URLSearchParams({ grant_type: 'refresh_token', refresh_token: tokens.refresh_token, client_id: provider.clientId }),
    });
    expect(response.headers.get('access-control-allow-origin')).toBe(origin);
    const renewed = (await response.json()) as { access_token: string };
    expect(await verified(renewed.access_token)).toMatchObject({ sub: 'wu' });
  });
  it('is refused without PKCE, and for an address that is not the console\'s', async () => {
    const authorize = (extra: Record<string, string>) => fetch(`${provider.issuer}/auth?${new URLSearchParams({ client_id: provider.clientId, response_type: 'code', scope: 'openid', redirect_uri: `${origin}/`, ...extra })}`, { redirect: 'manual' });
    expect((await authorize({})).headers.get('location')).toContain('error=invalid_request');
    const elsewhere = await authorize({ redirect_uri: 'http://127.0.0.1:3999/', code_challenge: 'x'.repeat(43), code_challenge_method: 'S256' });
    expect(elsewhere.status).toBe(400);
    expect(await elsewhere.text()).toContain('redirect_uri');
  });
});
