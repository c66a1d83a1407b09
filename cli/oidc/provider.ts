/** The local OpenID provider: the same protocol as in production (code with PKCE, JWT access tokens), with demo people instead of passwords. */
import Provider, { errors, interactionPolicy, type Configuration, type KoaContextWithOIDC, type ResourceServer } from 'oidc-provider';
import { demoPerson, type DemoPerson } from '../demo/people.ts';
import type { ProviderKeys } from './keys.ts';
import { demoPersonGrant, toolClient } from './names.ts';
import { errorPage, signedOutPage, signOutPage } from './pages.ts';
import type { StateFile } from './state-file.ts';

export interface ProviderOptions {
  readonly issuer: string;
  /** Origins at which the console is reached, e.g. http://127.0.0.1:3000. */
  readonly consoleOrigins: readonly string[];
  readonly clientId: string;
  readonly audience: string;
  readonly keys: ProviderKeys;
  readonly state: StateFile;
}

const minutes = 60;
const hours = 60 * minutes;
const days = 24 * hours;
const resource = 'urn:banjie:api';
const scopes = 'openid profile offline_access';

/** The claims from which the API makes a viewer; enterprises have no posts, officials no enterprise. */
const claimsOf = ({ name, posts, enterprise }: DemoPerson): Record<string, unknown> => ({
  name,
  posts,
  ...(enterprise ? { uscc: enterprise.uscc, enterprise_name: enterprise.name } : {}),
});

export function createProvider({ issuer, consoleOrigins, clientId, audience, keys, state }: ProviderOptions): Provider {
  const resourceServer = (lifetime: number): ResourceServer => ({
    scope: scopes, audience, accessTokenTTL: lifetime, accessTokenFormat: 'jwt', jwt: { sign: { alg: 'RS256' } },
  });
  const policy = interactionPolicy.base();
  policy.remove('consent');

  const configuration: Configuration = {
    adapter: state.adapter,
    jwks: { keys: [keys.signingKey] },
    cookies: { keys: [keys.cookieKey], long: { signed: true, path: '/' }, short: { signed: true, path: '/' } },
    clients: [
      {
        client_id: clientId,
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: consoleOrigins.flatMap((origin) => [`${origin}/`, `${origin}/auth/callback`]),
        post_logout_redirect_uris: consoleOrigins.map((origin) => `${origin}/`),
      },
      { client_id: toolClient, client_secret: keys.toolSecret, grant_types: [demoPersonGrant], response_types: [], redirect_uris: [] },
    ],
    claims: { openid: ['sub'], profile: ['name', 'posts', 'uscc', 'enterprise_name'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: {
      devInteractions: { enabled: false },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: () => resourceServer(15 * minutes),
      },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: (ctx, form) => { ctx.body = signOutPage(form); },
        postLogoutSuccessSource: (ctx) => { ctx.body = signedOutPage(consoleOrigins[0] ?? '/'); },
      },
      revocation: { enabled: true },
    },
    interactions: { policy, url: (_ctx, interaction) => `/sign-in/${interaction.uid}` },
    // Demo people consent to everything: a page that asks would teach nothing.
    loadExistingGrant: async (ctx) => grantEverything(ctx),
    findAccount: (_ctx, id) => {
      const person = demoPerson(id);
      return person && { accountId: id, claims: () => ({ sub: id, ...claimsOf(person) }) };
    },
    extraTokenClaims: (_ctx, token) => {
      const person = 'accountId' in token && token.accountId ? demoPerson(token.accountId) : undefined;
      return person ? claimsOf(person) : {};
    },
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    // A rotated token whose answer was lost on the way would sign the person out; worth it in production, not on one's own machine.
    rotateRefreshToken: false,
    expiresWithSession: async () => false,
    clientBasedCORS: (_ctx, origin) => consoleOrigins.includes(origin),
    renderError: (ctx, out) => {
      ctx.type = 'html';
      ctx.body = errorPage(out.error_description ?? out.error, consoleOrigins[0] ?? '/');
    },
    ttl: { Session: 14 * days, Grant: 14 * days, RefreshToken: 14 * days, IdToken: 1 * hours, Interaction: 1 * hours, AuthorizationCode: 1 * minutes, AccessToken: 15 * minutes },
  };

  const provider = new Provider(issuer, configuration);
  provider.registerGrantType<{ person?: string }>(demoPersonGrant, async (ctx) => {
    const { client, params } = ctx.oidc;
    if (!params.person || !demoPerson(params.person)) throw new errors.InvalidRequest('no such demo person');
    const token = new provider.AccessToken({
      accountId: params.person, client, grantId: 'none', gty: demoPersonGrant, scope: 'openid profile',
      resourceServer: new provider.ResourceServer(resource, resourceServer(12 * hours)),
    });
    ctx.body = { access_token: await token.save(), token_type: 'Bearer', expires_in: token.expiration };
  }, ['person']);
  return provider;
}

async function grantEverything(ctx: KoaContextWithOIDC): Promise<InstanceType<Provider['Grant']> | undefined> {
  const { client, session, provider } = ctx.oidc;
  if (!client || !session?.accountId) return undefined;
  const existing = session.grantIdFor(client.clientId);
  const found = existing ? await provider.Grant.find(existing) : undefined;
  if (found?.accountId === session.accountId) return found;
  const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
  grant.addOIDCScope(scopes);
  grant.addResourceScope(resource, scopes);
  await grant.save();
  return grant;
}
