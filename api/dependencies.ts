/** What the API needs to run; made in main.ts, and by tests. */
import type { Database } from '../db/pool.ts';
import type { Log } from '../config/log.ts';
import type { TokenVerifier } from './auth/tokens.ts';
import type { EngineClient } from './engine/client.ts';
import type { Importer } from './imports/importer.ts';

export interface ApiDependencies {
  readonly database: Database;
  readonly engine: EngineClient;
  /** Reads files of processes beside everything else. */
  readonly importer: Importer;
  readonly tokens: TokenVerifier;
  readonly signIn: { readonly issuer: string; readonly clientId: string };
  readonly log: Log;
  /** Folder of the built console; null = none is served. */
  readonly consoleDir: string | null;
  /** Reverse proxies whose X-Forwarded-For is believed. */
  readonly trustedProxies?: string | undefined;
  /** Requests without a valid token that one address may make in a minute. */
  readonly anonymousPerMinute?: number;
}
