import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createDatabase } from '../../db/pool.ts';
import { definitionOfVersion } from '../../db/definitions.ts';
import { productRecall } from '../../processes/product-recall/definition.ts';
import { onFileDone } from '../../test/support/cleanup.ts';
import { freshDatabase } from '../../test/support/stack.ts';
import { projectRoot } from '../stack/places.ts';

function banjie(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<{ readonly code: number | null; readonly out: string; readonly err: string }> {
  const child = spawn(process.execPath, ['cli/bin.mjs', ...args], { cwd: projectRoot, env: { ...process.env, DATABASE_URL: '', ...env } });
  let [out, err] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (err += text));
  return new Promise((resolve) => child.once('close', (code) => resolve({ code, out, err })));
}
const sample = 'test/bpmn/samples/camunda7-purchase-approval.bpmn';

it('a process goes out to a file and comes in again; of a file of others it says what stands in the way', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'banjie-bpmn-'));
  onFileDone(() => rmSync(folder, { recursive: true }));
  const [xml, options] = [join(folder, 'recall.bpmn'), join(folder, 'options.json')];
  const exported = await banjie(['export', 'product-recall']);
  expect([exported.code, exported.err]).toEqual([0, '']);
  writeFileSync(xml, exported.out);
  writeFileSync(options, JSON.stringify({ roles: { demo: 'officer' }, numberWord: '票' }));

  const [own, refused, other, bad, usage, none] = await Promise.all([
    banjie(['import', xml]), banjie(['import', sample]), banjie(['import', sample, '--role', 'officer', '--options', options]), banjie(['import', sample, '--options', xml]), banjie(['import']), banjie(['export', 'nothing']),
  ]);
  expect([own.code, own.err]).toEqual([0, '']);
  expect(JSON.parse(own.out)).toEqual(JSON.parse(JSON.stringify(productRecall)));
  expect(refused).toMatchObject({ code: 1, out: '', err: expect.stringContaining('✗ Activity_15192ap「审核采购需求」：没有说明由谁办理') });
  expect(refused.err).toContain('4 to be corrected');
  expect(JSON.parse(other.out)).toMatchObject({ key: 'office-purchase', numberWord: '票' });
  expect(bad).toMatchObject({ code: 1, err: expect.stringContaining('cannot be read as JSON') });
  expect([usage.code, usage.err]).toEqual([2, expect.stringContaining('Usage')]);
  expect([none.code, none.err]).toEqual([1, expect.stringContaining('has no process "nothing"')]);
});

it('registers, counts versions up, and leaves the processes of the release alone', async () => {
  const { url } = await freshDatabase();
  const database = createDatabase(url, { max: 1 });
  onFileDone(() => database.close());
  const env = { DATABASE_URL: url };
  const register = (...more: readonly string[]) => banjie(['import', sample, '--role', 'officer', '--register', ...more], env);
  expect((await register()).out).toBe('registered: office-purchase v1\n');
  expect((await register()).out).toBe('unchanged: office-purchase v1\n');
  expect(await register('--key', 'product-recall')).toMatchObject({ code: 1, err: expect.stringContaining('comes with the release') });
  expect((await definitionOfVersion(database, 'office-purchase', 1))?.model.nodes).toHaveLength(9);
  const out = await banjie(['export', 'office-purchase', '1'], env);
  expect(out.out).toContain('<bpmn:process id="office-purchase"');
  expect(readFileSync(sample, 'utf8')).not.toContain('banjie');
});
