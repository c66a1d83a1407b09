import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { registerDefinition } from '../../db/definitions.ts';
import { createDatabase } from '../../db/pool.ts';
import { definition, end, flow, start, userTask } from '../../test/engine/models.ts';
import { onFileDone } from '../../test/support/cleanup.ts';
import { freshDatabase } from '../../test/support/stack.ts';
import { projectRoot } from '../stack/places.ts';

const v1 = definition([start, userTask('a'), end()], [flow('start', 'a'), flow('a', 'end')], { key: 'differing' });
const v2 = { ...v1, version: 2, numberWord: '另' };

function banjie(args: readonly string[], env: Readonly<Record<string, string>>): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  const child = spawn(process.execPath, ['cli/bin.mjs', 'diff', ...args], { cwd: projectRoot, env: { ...process.env, ...env } });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}

it('tells what differs between registered versions and files, and in one sentence what is missing', async () => {
  const { url } = await freshDatabase();
  const database = createDatabase(url, { max: 1 });
  onFileDone(() => database.close());
  for (const model of [v1, v2]) await registerDefinition(database, model);
  const folder = mkdtempSync(join(tmpdir(), 'banjie-diff-'));
  onFileDone(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'draft.json');
  writeFileSync(file, JSON.stringify({ ...v2, version: 3, outcomes: {} }));

  const env = { DATABASE_URL: url };
  const [versions, draft, missing, usage, noFile, none] = await Promise.all([
    banjie(['differing', '1', '2'], env), banjie(['differing', '2', file], env), banjie(['differing', '1', '9'], env), banjie([], env), banjie(['differing', 'release', `${file}.x`], env),
    banjie(['differing', '1', '2'], { DATABASE_URL: '', BANJIE_HOME: folder }),
  ]);
  expect(versions).toMatchObject({ code: 0, err: '', out: expect.stringContaining('案号用字由 样 改为 另') });
  expect(draft).toMatchObject({ code: 0, out: expect.stringContaining('- 取消办结结果“done”') });
  expect(missing).toMatchObject({ code: 1, err: 'Version 9 of differing is not registered; there are 1, 2.\n' });
  expect(usage).toMatchObject({ code: 2, err: expect.stringContaining('Usage') });
  expect(noFile).toMatchObject({ code: 1, err: expect.stringMatching(/^This program has no process "differing"; it has [^\n]+\n$/) });
  expect(none).toMatchObject({ code: 1, err: expect.stringContaining('set DATABASE_URL, or start the stack') });
});
