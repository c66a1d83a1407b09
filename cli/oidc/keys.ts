/** What the provider signs with. Made once; tokens that were given out stay valid over restarts. */
import { randomBytes } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK } from 'jose';

export interface ProviderKeys {
  readonly signingKey: JWK;
  readonly cookieKey: string;
  /** With it `banjie token` asks for tokens of demo people. */
  readonly toolSecret: string;
}

export async function createProviderKeys(): Promise<ProviderKeys> {
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const secret = (): string => randomBytes(32).toString('base64url');
  return { signingKey: { ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: secret().slice(0, 12) }, cookieKey: secret(), toolSecret: secret() };
}
