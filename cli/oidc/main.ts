/** Entry point of the provider's process, started by the local stack. */
import { z } from 'zod';
import { readSecrets } from '../stack/secrets.ts';
import { serveProvider } from './server.ts';
import { openState } from './state-file.ts';

const environment = z.object({
  BANJIE_OIDC_PORT: z.coerce.number().int(),
  BANJIE_OIDC_STATE: z.string().min(1),
  BANJIE_SECRETS: z.string().min(1),
  BANJIE_CONSOLE_ORIGINS: z.string().transform((list) => list.split(',')),
  OIDC_AUDIENCE: z.string().default('banjie-api'),
  OIDC_CLIENT_ID: z.string().default('banjie-console'),
}).parse(process.env);

const secrets = readSecrets(environment.BANJIE_SECRETS);
if (!secrets) throw new Error(`no secrets at ${environment.BANJIE_SECRETS}`);

const running = await serveProvider({
  port: environment.BANJIE_OIDC_PORT,
  consoleOrigins: environment.BANJIE_CONSOLE_ORIGINS,
  clientId: environment.OIDC_CLIENT_ID,
  audience: environment.OIDC_AUDIENCE,
  keys: secrets.provider,
  state: openState(environment.BANJIE_OIDC_STATE),
});

let stopping = false;
const stop = (): void => {
  if (stopping) return;
  stopping = true;
  void running.close().then(() => process.exit(0));
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
// The supervisor holds the other end; when it dies, nobody is left to stop this process.
process.on('disconnect', stop);
process.stdout.write(`${new Date().toISOString()} provider at ${running.issuer}\n`);
