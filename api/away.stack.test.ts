/** What the API answers while one of its services is away: never success, never 500, and afterwards the same key finishes what was begun. */
import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import { generateKeyPair, exportJWK, SignJWT, type JWTPayload } from 'jose';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import { registerDefinition } from '../db/definitions.ts';
import { createDatabase } from '../db/pool.ts';
import { productRecall } from '../processes/product-recall/definition.ts';
import { payloadKeys } from '../workflows/payloads/codec.ts';
import { voluntaryReport } from '../test/faults/voluntary-recall.ts';
import { openApi, type Answer, type TestApi } from '../test/support/api.ts';
import { onFileDone } from '../test/support/cleanup.ts';
import { freshPayloadKey } from '../test/support/stack.ts';
import { createApp } from './app.ts';
import { createTokenVerifier } from './auth/tokens.ts';
import type { ApiDependencies } from './dependencies.ts';
import { createEngineClient } from './engine/client.ts';
import { nudgeRecent } from './engine/nudge.ts';

const nowhere = '127.0.0.1:1';
let api: TestApi;
beforeAll(async () => {
  api = await openApi({ work: false });
  await registerDefinition(api.shell.database, productRecall);
});

const body = { process: 'product-recall', agency: 'gd-amr', data: voluntaryReport };
/** The same API with one part exchanged. */
async function withOther(part: Partial<ApiDependencies>) {
  const app = await createApp({ ...api.dependencies, ...part });
  onFileDone(() => app.close());
  const ask = async (method: 'GET' | 'POST', url: string, payload?: object, as = 'chenguang') => {
    const headers = { authorization: `Bearer ${await api.provider.tokenFor(as)}` };
    const response = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
    return { status: response.statusCode, headers: response.headers, body: response.json() };
  };
  return ask;
}

describe('without a worker', () => {
  it('a start is not accepted, and says so; when one comes, the same key starts the case once', async () => {
    const key = randomUUID();
    const refused = await api.post('/cases', body, { as: 'chenguang', key });
    expect(`${refused.status} ${refused.body.code}`).toBe('503 engine.unavailable');
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    await api.shell.work();
    const answer = await vi.waitFor(async () => {
      const again = await api.post('/cases', body, { as: 'chenguang', key });
      expect(again.status).toBe(201);
      return again;
    }, { timeout: 30_000 });
    expect((await api.shell.record(answer.body.caseId)).filter((e) => e.body.type === 'case.started')).toHaveLength(1);
    expect((await api.post('/cases', body, { as: 'chenguang', key })).body).toEqual(answer.body);
  });
});

describe('while the record does not answer', () => {
  it('an accepted command is answered with 202, and is there afterwards', async () => {
    const { caseId } = (await api.post('/cases', body, { as: 'chenguang' })).body;
    const key = randomUUID();
    const comment = () => api.post(`/cases/${caseId}/actions/comment`, { text: '稍候' }, { key });
    const blocker = await api.shell.database.pool.connect();
    let accepted: Answer;
    let pending: Answer;
    const receipt = () => api.get((accepted.headers.get('location') ?? '').replace('/api/v1', ''));
    try {
      await blocker.query('begin');
      await blocker.query('select from cases where id = $1 for update', [caseId]);
      accepted = await comment();
      pending = await receipt();
    } finally {
      await blocker.query('rollback');
      blocker.release();
    }
    expect(accepted).toMatchObject({ status: 202, body: { caseId, status: 'accepted' } });
    expect(accepted.headers.get('location')).toBe(`/api/v1/cases/${caseId}/commands/${accepted.body.command}`);
    expect(pending).toMatchObject({ status: 200, body: accepted.body });
    await vi.waitFor(async () => expect((await receipt()).body).toMatchObject({ status: 'done' }), { timeout: 20_000 });
    expect((await comment()).body).toEqual((await receipt()).body);
    expect((await api.shell.audit(caseId)).filter((e) => e.body.type === 'comment.added')).toHaveLength(1);
    expect((await api.get(`/cases/${caseId}/commands/unheard-of`)).body.code).toBe('not-found');
    expect((await api.get(`/cases/${caseId}/commands/${accepted.body.command}`, { as: 'wu' })).body.code).toBe('case.not-found');
  });
});

describe('while Temporal is away', () => {
  it('one can read, and do what asks nothing of it; all else is not accepted, or refused with its reason; and the API does not call itself ready', async () => {
    const { caseId } = (await api.post('/cases', body, { as: 'chenguang' })).body;
    const engine = createEngineClient({ address: nowhere, namespace: 'default', taskQueue: 'q', keys: payloadKeys(freshPayloadKey(), '1'), patience: 1_000 });
    onFileDone(() => engine.close());
    const ask = await withOther({ engine });
    expect((await ask('GET', `/api/v1/cases/${caseId}`)).status).toBe(200);
    for (const [url, payload] of [['/api/v1/cases', body], [`/api/v1/cases/${caseId}/actions/withdraw`, { reason: 'x' }]] as const) {
      const answer = await ask('POST', url, payload);
      expect(`${answer.status} ${answer.body.code}`).toBe('503 engine.unavailable');
    }
    expect((await ask('POST', `/api/v1/cases/${caseId}/actions/comment`, { text: 'x' })).status).toBe(200);
    expect((await ask('POST', `/api/v1/cases/${caseId}/actions/suspend`, { reason: 'x' })).body.code).toBe('forbidden.manage');
    expect((await ask('GET', `/api/v1/cases/${caseId}/commands/some-command`)).body.code).toBe('engine.unavailable');
    expect(await ask('GET', '/readyz')).toMatchObject({ status: 503, body: { postgres: true, temporal: false } });
    await expect(nudgeRecent({ ...api.dependencies, engine })).rejects.toThrow();
  });

  it('and lost what it knew, cases go on from their record when the API starts', async () => {
    const { caseId } = (await api.post('/cases', body, { as: 'chenguang' })).body;
    const closed = (await api.post('/cases', body, { as: 'chenguang' })).body.caseId;
    await api.post(`/cases/${closed}/actions/terminate`, { reason: '重复' }, { as: 'huang' });
    await api.shell.client.workflow.getHandle(caseId).terminate('the server lost it');
    const found = await nudgeRecent(api.dependencies);
    expect(found.resumed).toBe(1);
    expect(found.nudged).toBeGreaterThan(0);
    const { status, type } = await api.shell.client.workflow.getHandle(caseId).describe();
    expect([status.name, type]).toEqual(['RUNNING', 'product-recall']);
    expect(await nudgeRecent(api.dependencies)).toMatchObject({ resumed: 0 });
  });
});

describe('while Postgres is away', () => {
  it('nothing can be read or done, for now', async () => {
    const database = createDatabase(`postgresql://nobody@${nowhere}/none`, { max: 2 });
    onFileDone(() => database.close());
    const ask = await withOther({ database });
    for (const url of ['/api/v1/cases', '/api/v1/worklist', '/api/v1/processes', `/api/v1/cases/${randomUUID()}`]) {
      const answer = await ask('GET', url);
      expect(`${answer.status} ${answer.body.code}`, url).toBe('503 record.unavailable');
      expect(answer.headers['retry-after']).toBeDefined();
    }
    expect((await ask('POST', '/api/v1/cases', body)).body.code).toBe('record.unavailable');
    expect(await ask('GET', '/readyz')).toMatchObject({ status: 503, body: { postgres: false, temporal: true } });
    expect((await ask('GET', '/api/v1/me')).status).toBe(200);
  });
});

describe('the OpenID provider', () => {
  const audience = 'banjie-api';

  /** A provider under the test's control: its keys can be changed, and it can go away. */
  async function provider() {
    const { publicKey, privateKey } = await generateKeyPair('RS256', { extractable: true });
    const jwk = { ...(await exportJWK(publicKey)), kid: 'one', alg: 'RS256', use: 'sig' };
    let isUp = true;
    const server = createServer((request, response) => {
      if (!isUp) return void response.destroy();
      const document = request.url === '/jwks' ? { keys: [jwk] } : { issuer, jwks_uri: `${issuer}/jwks` };
      response.setHeader('content-type', 'application/json').end(JSON.stringify(document));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    const issuer = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`;
    onFileDone(() => void server.close());
    const sign = (claims: JWTPayload = {}, key: CryptoKey | Uint8Array = privateKey, alg = 'RS256', kid = 'one'): Promise<string> =>
      new SignJWT({ sub: 'lin', name: '林晓', iss: issuer, aud: audience, exp: Math.floor(Date.now() / 1_000) + 60, ...claims }).setProtectedHeader({ alg, kid }).sign(key);
    return { issuer, sign, jwk, setUp: (up: boolean) => { isUp = up; } };
  }

  it('decides which tokens are valid', async () => {
    const { issuer, sign, jwk } = await provider();
    const { verify } = createTokenVerifier({ issuer, audience, log: api.dependencies.log });
    expect(await verify(await sign())).toMatchObject({ kind: 'valid', viewer: { id: 'lin', name: '林晓' } });
    const stranger = await generateKeyPair('RS256');
    const refused = [
      await sign({ aud: 'another' }), await sign({ iss: 'http://elsewhere' }), await sign({ exp: Math.floor(Date.now() / 1_000) - 60 }), await sign({ exp: 'never' as unknown as number }),
      await sign({ nbf: Math.floor(Date.now() / 1_000) + 600 }), await sign({ sub: '' }), await sign({}, stranger.privateKey), await sign({}, stranger.privateKey, 'RS256', 'two'),
      // The public key taken for a shared secret, and no signature at all.
      await sign({}, new TextEncoder().encode(JSON.stringify(jwk)), 'HS256'),
      `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from(JSON.stringify({ sub: 'lin', iss: issuer, aud: audience, exp: 4e9 })).toString('base64url')}.`,
      'a.b.c', '', 'x'.repeat(20_000),
    ];
    for (const [i, token] of refused.entries()) expect(await verify(token), `token ${i}`).toEqual({ kind: 'invalid' });
  });

  it('that is away is no fault of the token; keys that are known go on to be used', async () => {
    const { issuer, sign, setUp } = await provider();
    setUp(false);
    const tokens = createTokenVerifier({ issuer, audience, log: api.dependencies.log });
    expect((await tokens.verify(await sign())).kind).toBe('unavailable');
    expect(await tokens.ready()).toBe(false);
    const ask = await withOther({ tokens });
    const answer = await ask('GET', '/api/v1/me');
    expect(`${answer.status} ${answer.body.code}`).toBe('503 auth.unavailable');
    setUp(true);
    expect((await tokens.verify(await sign())).kind).toBe('valid');
    expect(await tokens.ready()).toBe(true);
    setUp(false);
    expect((await tokens.verify(await sign({ sub: 'zhou' }))).kind).toBe('valid');
  });
});
