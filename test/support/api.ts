/** The API on real parts: database, Temporal with a worker, OpenID provider, HTTP over a socket. */
import type { FastifyInstance } from 'fastify';
import { createApp } from '../../api/app.ts';
import { createTokenVerifier } from '../../api/auth/tokens.ts';
import type { ApiDependencies } from '../../api/dependencies.ts';
import { createEngineClient } from '../../api/engine/client.ts';
import { createImporter } from '../../api/imports/importer.ts';
import { createLog } from '../../config/log.ts';
import { payloadKeys } from '../../workflows/payloads/codec.ts';
import { onFileDone } from './cleanup.ts';
import { startProvider, type TestProvider } from './oidc.ts';
import { openShell, type Shell } from './shell.ts';
import { freshPayloadKey, temporalAddress } from './stack.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Parsed where it is JSON. Tests look into it freely. */
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly body: any;
}

export interface Call {
  /** A demo person; null = without a token. */
  readonly as?: string | null;
  readonly key?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface TestApi {
  readonly app: FastifyInstance;
  readonly url: string;
  readonly shell: Shell;
  readonly provider: TestProvider;
  readonly dependencies: ApiDependencies;
  /** @param path below /api/v1, or from the root where it begins with "//" */
  readonly get: (path: string, call?: Call) => Promise<Answer>;
  readonly post: (path: string, body: unknown, call?: Call) => Promise<Answer>;
}

export interface TestApiOptions {
  /** A worker runs in this process until the file is done; true where absent. */
  readonly work?: boolean;
  /** Milliseconds that a caller waits; the production value where absent. */
  readonly patience?: number;
  readonly consoleDir?: string;
  readonly temporal?: string;
  readonly anonymousPerMinute?: number;
}

export async function openApi({ work = true, patience, consoleDir, temporal = temporalAddress(), anonymousPerMinute = 1_000_000 }: TestApiOptions = {}): Promise<TestApi> {
  const payloadKey = freshPayloadKey();
  const [shell, provider] = await Promise.all([openShell({ payloadKey }), startProvider()]);
  if (work) await shell.work();
  const log = createLog(process.env['LOG_LEVEL'] ?? 'fatal', 'api-test');
  const engine = createEngineClient({
    address: temporal, namespace: 'default', taskQueue: shell.taskQueue, keys: payloadKeys(payloadKey, '1'), ...(patience === undefined ? {} : { patience }),
  });
  onFileDone(() => engine.close());
  const importer = createImporter();
  onFileDone(() => importer.close());
  const dependencies: ApiDependencies = {
    database: shell.database, engine, log, importer, tokens: createTokenVerifier({ issuer: provider.issuer, audience: provider.audience, log }),
    signIn: { issuer: provider.issuer, clientId: provider.clientId }, consoleDir: consoleDir ?? null, anonymousPerMinute,
  };
  const app = await createApp(dependencies);
  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  onFileDone(() => app.close());

  const tokens = new Map<string, Promise<string>>();
  const tokenOf = (person: string): Promise<string> => {
    const token = tokens.get(person) ?? provider.tokenFor(person);
    tokens.set(person, token);
    return token;
  };
  const call = async (method: string, path: string, body: string | null, { as = 'lin', key, headers = {} }: Call): Promise<Answer> => {
    const response = await fetch(path.startsWith('//') ? url + path.slice(1) : `${url}/api/v1${path}`, {
      method, redirect: 'manual', ...(body === null ? {} : { body }),
      headers: {
        ...(body === null ? {} : { 'content-type': 'application/json' }), ...(as === null ? {} : { authorization: `Bearer ${await tokenOf(as)}` }),
        ...(key === undefined ? {} : { 'idempotency-key': key }), ...headers,
      },
    });
    const text = await response.text();
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    return { status: response.status, headers: response.headers, body: isJson ? JSON.parse(text) : text };
  };
  return {
    app, url, shell, provider, dependencies,
    get: (path, options = {}) => call('GET', path, null, options),
    post: (path, body, options = {}) => call('POST', path, typeof body === 'string' ? body : JSON.stringify(body), options),
  };
}
