/** What the log of the API must never hold: tokens, names, what people wrote. */
import { Writable } from 'node:stream';
import { pino } from 'pino';
import { expect, it } from 'vitest';
import { createDatabase } from '../db/pool.ts';
import { registerDefinition } from '../db/definitions.ts';
import { productRecall } from '../processes/product-recall/definition.ts';
import { voluntaryReport } from '../test/faults/voluntary-recall.ts';
import { openApi } from '../test/support/api.ts';
import { onFileDone } from '../test/support/cleanup.ts';
import { createApp } from './app.ts';

it('no token, name or content stands in the log, whatever happens and however much is logged', async () => {
  const lines: string[] = [];
  const log = pino({ level: 'trace' }, new Writable({ write: (chunk, _, done) => { lines.push(String(chunk)); done(); } }));
  const api = await openApi();
  await registerDefinition(api.shell.database, productRecall);
  const token = await api.provider.tokenFor('chenguang');
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': 'key-of-chenguang' };
  const body = { process: 'product-recall', agency: 'gd-amr', data: voluntaryReport };

  const withLog = async (more: object) => {
    const app = await createApp({ ...api.dependencies, log, ...more });
    onFileDone(() => app.close());
    return app;
  };
  const app = await withLog({});
  const started = await app.inject({ method: 'POST', url: '/api/v1/cases', headers, payload: body });
  expect(started.statusCode).toBe(201);
  await app.inject({ method: 'POST', url: `/api/v1/cases/${started.json().caseId}/actions/comment`, headers: { authorization: headers.authorization }, payload: { text: '私密留言' } });
  await app.inject({ url: '/api/v1/cases?q=13800138000', headers });
  await app.inject({ method: 'POST', url: '/api/v1/cases', headers, payload: { ...body, data: { ...voluntaryReport, contactName: 1 } } });
  await app.inject({ method: 'POST', url: '/api/v1/cases', headers, payload: '{"contactName":"梁雪"' });

  // A database without tables, and one that is away: Drizzle's errors quote the parameters.
  const empty = createDatabase(api.shell.database.pool.options.connectionString!.replace(/\/[^/]*$/, '/postgres'), { max: 2, log });
  const away = createDatabase('postgresql://nobody@127.0.0.1:1/none', { max: 2, log });
  for (const database of [empty, away]) {
    onFileDone(() => database.close());
    const broken = await withLog({ database });
    for (const url of ['/api/v1/worklist?q=13800138000', '/api/v1/cases?q=13800138000', '/api/v1/notices']) {
      const { statusCode } = await broken.inject({ url, headers });
      expect(statusCode).toBe(database === empty ? 500 : 503);
    }
  }

  const text = lines.join('\n');
  expect(lines.length).toBeGreaterThan(10);
  expect(text).toContain('"route":"/api/v1/cases/:caseId/actions/comment"');
  expect(text).toContain('relation \\"tasks\\" does not exist');
  for (const secret of [token, token.split('.')[2]!, '梁雪', '13800138000', '私密留言', '电热水壶', 'chenguang', '91440605MA4W2Q7H9C']) expect(text.includes(secret), secret).toBe(false);
});
