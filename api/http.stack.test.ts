import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify from 'fastify';
import { beforeAll, describe, expect, it } from 'vitest';
import { problemSchema } from '../contracts/problems.ts';
import { openApi, type TestApi } from '../test/support/api.ts';
import { createApp } from './app.ts';

let api: TestApi;
beforeAll(async () => {
  const consoleDir = mkdtempSync(join(tmpdir(), 'banjie-console-'));
  mkdirSync(join(consoleDir, 'assets'));
  writeFileSync(join(consoleDir, 'index.html'), '<!doctype html><title>办结</title>');
  writeFileSync(join(consoleDir, 'assets', 'index-a1b2c3.js'), 'export {};');
  writeFileSync(join(consoleDir, 'favicon.svg'), '<svg/>');
  writeFileSync(join(consoleDir, '.env'), 'SECRET=1');
  api = await openApi({ work: false, consoleDir });
});

describe('the console', () => {
  it('is served at every address of its own, and its files with how long they may be kept', async () => {
    for (const path of ['//', '//worklist', '//cases/0b7e7c1e-0000-4000-8000-000000000001?tab=clocks']) {
      const page = await api.get(path, { as: null, headers: { accept: 'text/html' } });
      expect([page.status, page.body, page.headers.get('cache-control')], path).toEqual([200, '<!doctype html><title>办结</title>', 'no-cache']);
    }
    expect((await api.get('//assets/index-a1b2c3.js', { as: null })).headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect((await api.get('//favicon.svg', { as: null })).headers.get('cache-control')).toBe('no-cache');
  });

  it('does not stand in for files that are not there, hidden files, or the API', async () => {
    for (const path of ['//assets/gone-d4e5f6.js', '//.env']) {
      expect((await api.get(path, { as: null })).status, path).toBe(404);
    }
    for (const url of ['/../../../../etc/hostname', '/assets/..%2f..%2f..%2f..%2fetc/hostname', '/%2e%2e/%2e%2e/etc/hostname']) {
      expect((await api.app.inject({ url })).body, url).toMatch(/办结|not-found|request.invalid/);
    }
    expect((await api.get('/nothing', { headers: { accept: 'text/html' } })).body).toMatchObject({ code: 'not-found' });
    expect((await api.post('//worklist', {}, { as: null })).status).toBe(404);
  });

  it('lets browsers load from here only, sign in at the provider, and be framed by nobody', async () => {
    const { headers } = await api.get('//', { as: null });
    const policy = headers.get('content-security-policy');
    expect(policy).toContain(`connect-src 'self' ${api.provider.issuer}`);
    expect(policy).toContain(`default-src 'self'`);
    expect(policy).toContain(`frame-ancestors 'none'`);
    expect(policy).not.toContain('unsafe');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect((await api.get('/me')).headers.get('cache-control')).toBe('no-store');
    expect((await api.get('/me', { headers: { origin: 'https://elsewhere.example' } })).headers.get('access-control-allow-origin')).toBeNull();
  });
});

describe('a malformed request', () => {
  it.each([
    ['413 request.too-large', 'x'.repeat(1_100_000), {}],
    ['415 request.media-type', 'a=1', { 'content-type': 'application/x-www-form-urlencoded' }],
    ['400 request.invalid', '{"process":', {}],
    ['400 request.invalid', '', {}],
    ['400 request.invalid', `{"process":"p","agency":"a","data":${'['.repeat(40)}${']'.repeat(40)}}`, {}],
    ['400 request.invalid', `${'['.repeat(200_000)}${']'.repeat(200_000)}`, {}],
    ['400 request.invalid', '{"__proto__":{"process":"p"}}', {}],
    ['400 request.invalid', '{"process":"p","agency":"a","data":{},"more":1}', {}],
    ['400 request.invalid', '{"process":"p","agency":"a","data":{}}', { 'idempotency-key': 'with blank' }],
  ])('is %s', async (expected, body, headers) => {
    const answer = await api.post('/cases', body, { headers });
    expect(`${answer.status} ${answer.body.code}`).toBe(expected);
    expect(problemSchema.parse(answer.body).instance).toBe(`urn:uuid:${answer.headers.get('x-request-id')}`);
  });

  it('names the field and what to do, in the language asked for', async () => {
    const answer = await api.post('/cases', { process: 'p', agency: 1, data: {} }, { headers: { 'accept-language': 'en' } });
    expect(answer.body).toMatchObject({ title: 'The request is malformed', fields: [{ field: 'body.agency', code: 'type', text: { zh: '类型不符，应为 string', en: 'Wrong type: string is expected' } }] });
    expect(answer.headers.get('content-language')).toBe('en');
    expect((await api.get('/cases?limit=0')).body.fields).toMatchObject([{ field: 'query.limit', code: 'too-small' }]);
    expect((await api.get('/cases?cursor=nonsense')).body.fields).toMatchObject([{ field: 'query.cursor', code: 'cursor' }]);
    expect((await api.get('/cases/%E0%A4%A')).body.code).toBe('request.invalid');
  });
});

describe('what the API tells of itself', () => {
  it('is an OpenAPI document in which every route says who may call it and what may go wrong', async () => {
    const document = (await api.get('//openapi.json', { as: null })).body;
    expect(document.openapi).toBe('3.1.0');
    const operations = Object.entries<Record<string, { security?: unknown; responses: Record<string, unknown>; summary: string }>>(document.paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, operation]) => ({ name: `${method.toUpperCase()} ${path}`, ...operation })));
    expect(operations.length).toBeGreaterThanOrEqual(24);
    const open = operations.filter((o) => !o.security).map((o) => o.name);
    expect(open.sort()).toEqual(['GET /api/v1/draws/{id}/proof', 'GET /api/v1/publications', 'GET /api/v1/publications/{id}', 'GET /api/v1/sign-in', 'POST /api/v1/objections/lookup', 'POST /api/v1/publications/{id}/objections/unregistered']);
    for (const operation of operations) {
      expect(operation.summary, operation.name).toMatch(/\S · \S/);
      expect(Object.keys(operation.responses), operation.name).toContain('400');
      if (operation.security) expect(Object.keys(operation.responses), operation.name).toContain('401');
    }
    expect(Object.keys(document.components.schemas)).toEqual(expect.arrayContaining(['Receipt', 'CaseView', 'Problem', 'Timeline']));
    expect(JSON.stringify(document)).not.toMatch(/"\$ref":"(?!#\/components)/);
  });

  it('can be read and tried at /docs', async () => {
    for (const path of ['//docs', '//docs/']) {
      const page = await api.get(path, { as: null, headers: { accept: 'text/html' } });
      expect(page.status, path).toBe(200);
      expect(page.body).toContain('swagger-ui');
      expect(page.headers.get('content-security-policy')).toContain(`script-src 'self'`);
    }
    expect((await api.get('//docs/static/swagger-ui-bundle.js', { as: null })).status).toBe(200);
  });

  it('measures routes by their pattern, never by case or person', async () => {
    const id = '0b7e7c1e-0000-4000-8000-000000000001';
    await api.get(`/cases/${id}`);
    const { body } = await api.get('//metrics', { as: null });
    expect(body).toContain('route="/api/v1/cases/:caseId",status="404"');
    expect(body).toContain('banjie_database_connections{state="total"}');
    expect(body).not.toContain(id);
    expect((await api.get('//healthz', { as: null })).body).toEqual({ status: 'ok' });
    expect((await api.get('//readyz', { as: null })).body).toEqual({ status: 'ready', postgres: true, temporal: true, signIn: true });
  });
});

describe('access', () => {
  it('must be declared by every route: otherwise the app does not start', async () => {
    const app = await createApp({ ...api.dependencies, consoleDir: null });
    app.get('/api/v1/secret', async () => 'everything');
    await expect(app.ready()).rejects.toThrow('routes without declared access: GET /api/v1/secret');
    // The hook that refuses is the app's own: plain Fastify would have started.
    await expect(fastify().get('/x', async () => '').ready()).resolves.toBeDefined();
  });

  it('without a valid token is bounded; who is signed in is not counted', async () => {
    const app = await createApp({ ...api.dependencies, anonymousPerMinute: 3 });
    const ask = (headers: Record<string, string> = {}) => app.inject({ url: '/api/v1/me', headers });
    const statuses: number[] = [];
    for (let i = 0; i < 5; i++) statuses.push((await ask()).statusCode);
    expect(statuses.filter((s) => s === 401)).toHaveLength(3);
    const refused = await app.inject({ url: '/api/v1/publications' });
    expect(refused.json()).toMatchObject({ code: 'request.too-many' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
    const token = await api.provider.tokenFor('lin');
    for (let i = 0; i < 5; i++) expect((await ask({ authorization: `Bearer ${token}` })).statusCode).toBe(200);
    await app.close();
  });
});
