/** Entry point of the API process. */
import { readEnvironment } from '../config/environment.ts';
import { createLog } from '../config/log.ts';
import { createDatabase, describe } from '../db/pool.ts';
import { payloadKeys } from '../workflows/payloads/codec.ts';
import { createApp } from './app.ts';
import { createTokenVerifier } from './auth/tokens.ts';
import { createEngineClient } from './engine/client.ts';
import { nudgeRecent } from './engine/nudge.ts';
import { keepLookingAfter } from './engine/owing.ts';
import { keepWalking } from './engine/walks.ts';
import { createImporter } from './imports/importer.ts';

const environment = readEnvironment(process.env);
const log = createLog(environment.LOG_LEVEL, 'api');
const database = createDatabase(environment.DATABASE_URL, { max: 20, log });
const engine = createEngineClient({
  address: environment.TEMPORAL_ADDRESS, namespace: environment.TEMPORAL_NAMESPACE, taskQueue: environment.TEMPORAL_TASK_QUEUE,
  keys: payloadKeys(environment.PAYLOAD_KEY, environment.PAYLOAD_KEY_ID),
});
const importer = createImporter();
const app = await createApp({
  database, engine, log, importer, tokens: createTokenVerifier({ issuer: environment.OIDC_ISSUER, audience: environment.OIDC_AUDIENCE, log }),
  signIn: { issuer: environment.OIDC_ISSUER, clientId: environment.OIDC_CLIENT_ID }, consoleDir: environment.CONSOLE_DIR, trustedProxies: environment.TRUSTED_PROXIES,
});

const stopping = new AbortController();
const stop = (): void => {
  if (stopping.signal.aborted) return;
  stopping.abort();
  void close();
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
// The local stack's supervisor holds the other end; when it dies, nobody is left to restart or stop this process.
process.on('disconnect', stop);

await app.listen({ host: environment.HOST, port: environment.PORT });
log.info({ host: environment.HOST, port: environment.PORT }, 'api started');
void nudgeUntilDone();
const stopWalking = keepWalking({ database, engine, log });
const stopLooking = keepLookingAfter({ database, engine, log });

async function nudgeUntilDone(): Promise<void> {
  while (!stopping.signal.aborted) {
    try {
      const { nudged, resumed } = await nudgeRecent({ database, engine, log });
      if (nudged + resumed > 0) log.info({ nudged, resumed }, 'the latest cases were asked to look into their record');
      return;
    } catch (error) {
      log.warn({ err: describe(error) }, 'the latest cases could not be nudged yet');
      await new Promise((resolve) => setTimeout(resolve, 5_000).unref());
    }
  }
}

/** Answers what is under way, takes nothing new. */
async function close(): Promise<void> {
  stopWalking();
  stopLooking();
  await app.close();
  await Promise.allSettled([importer.close(), engine.close(), database.close()]);
  log.info('api stopped');
  if (process.connected) process.disconnect();
}
