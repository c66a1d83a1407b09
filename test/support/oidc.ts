/** The provider of the local stack, in the test's own process, on a port of its own. */
import { createProviderKeys } from '../../cli/oidc/keys.ts';
import { demoToken } from '../../cli/oidc/demo-token.ts';
import { serveProvider } from '../../cli/oidc/server.ts';
import { openState } from '../../cli/oidc/state-file.ts';
import { onFileDone } from './cleanup.ts';

export interface TestProvider {
  readonly issuer: string;
  readonly audience: string;
  readonly clientId: string;
  /** Access token of a demo person (cli/demo/people.ts). */
  readonly tokenFor: (person: string) => Promise<string>;
}

/** @param consoleOrigins where the console under test is reached, for tests in a browser */
export async function startProvider(consoleOrigins: readonly string[] = ['http://127.0.0.1:3000']): Promise<TestProvider> {
  const keys = await createProviderKeys();
  const audience = 'banjie-api';
  const clientId = 'banjie-console';
  const { issuer, close } = await serveProvider({ port: 0, consoleOrigins, clientId, audience, keys, state: openState(null) });
  onFileDone(close);
  return { issuer, audience, clientId, tokenFor: (person) => demoToken(issuer, keys.toolSecret, person) };
}
