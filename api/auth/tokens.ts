/** Access tokens (JWT, RFC 9068) of the OpenID provider, verified against its published keys. */
import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyGetKey } from 'jose';
import { z } from 'zod';
import type { Log } from '../../config/log.ts';
import { lru } from '../../db/record/lru.ts';
import type { Viewer } from '../../domain/authority/viewer.ts';
import { viewerOf } from './viewer-of-claims.ts';

export type Verified = { readonly kind: 'valid'; readonly viewer: Viewer } | { readonly kind: 'invalid' } | { readonly kind: 'unavailable'; readonly cause: unknown };

export interface TokenVerifier {
  readonly verify: (token: string) => Promise<Verified>;
  /** The provider's keys are at hand. */
  readonly ready: () => Promise<boolean>;
}

export interface TokenOptions { readonly issuer: string; readonly audience: string; readonly log: Log }

/** Asymmetric only: with a shared secret, or none, whoever verifies could also sign. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'];
/** Seconds by which clocks may differ. */
const clockTolerance = 10;
const fetchTimeout = 5_000;
/** Keys that could not be fetched again are believed for so long: a provider that restarts signs nobody out. */
const staleKeys = 24 * 3_600_000;
const rememberedTokens = 10_000;
const longestToken = 16_384;

interface Keys { readonly remote: ReturnType<typeof createRemoteJWKSet>; fetchedAt: number }

export function createTokenVerifier({ issuer, audience, log }: TokenOptions): TokenVerifier {
  const seen = lru<string, { readonly viewer: Viewer; readonly until: number }>(rememberedTokens);
  let keys: Promise<Keys> | null = null;

  const discovered = (): Promise<Keys> => {
    keys ??= discover(issuer).then((url) => ({ remote: createRemoteJWKSet(url, { timeoutDuration: fetchTimeout }), fetchedAt: 0 }));
    keys.catch(() => {
      keys = null;
    });
    return keys;
  };

  async function claimsOf(token: string): Promise<JWTPayload> {
    const known = await discovered();
    const check = async (key: JWTVerifyGetKey): Promise<JWTPayload> =>
      (await jwtVerify(token, key, { issuer, audience, algorithms, clockTolerance, requiredClaims: ['exp', 'sub'] })).payload;
    try {
      const claims = await check(known.remote);
      known.fetchedAt = Date.now();
      return claims;
    } catch (error) {
      const old = known.remote.jwks();
      if (isRefusal(error) || !old || Date.now() - known.fetchedAt > staleKeys) throw error;
      log.warn('the keys of the OpenID provider could not be fetched again; the known ones are used');
      return check(createLocalJWKSet(old));
    }
  }

  return {
    verify: async (token) => {
      if (token.length > longestToken) return { kind: 'invalid' };
      const known = seen.get(token);
      if (known && known.until > Date.now()) return { kind: 'valid', viewer: known.viewer };
      try {
        const claims = await claimsOf(token);
        const viewer = viewerOf(claims);
        if (viewer === null) return { kind: 'invalid' };
        seen.set(token, { viewer, until: ((claims.exp ?? 0) + clockTolerance) * 1_000 });
        return { kind: 'valid', viewer };
      } catch (error) {
        return isRefusal(error) ? { kind: 'invalid' } : { kind: 'unavailable', cause: error };
      }
    },
    ready: async () => {
      try {
        const { remote } = await discovered();
        if (!remote.jwks()) await remote.reload();
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** The token itself is at fault. Everything else (network, time-out, an answer that is no key set) is the provider's. */
const isRefusal = (error: unknown): boolean =>
  error instanceof errors.JOSEError && !(error instanceof errors.JWKSTimeout) && !(error instanceof errors.JWKSInvalid) && error.code !== 'ERR_JOSE_GENERIC';

const discoverySchema = z.object({ issuer: z.string(), jwks_uri: z.url() });

/** OpenID Connect Discovery 1.0 §4. @throws where the provider is away or names another issuer (§4.3) */
async function discover(issuer: string): Promise<URL> {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`, { signal: AbortSignal.timeout(fetchTimeout), redirect: 'error' });
  if (!response.ok) throw new Error(`the OpenID provider answered ${response.status}`);
  const found = discoverySchema.parse(await response.json());
  if (found.issuer !== issuer) throw new Error(`the OpenID provider calls itself ${found.issuer}, OIDC_ISSUER is ${issuer}`);
  return new URL(found.jwks_uri);
}
