import { readFileSync } from 'node:fs';
import { afterEach, expect, it } from 'vitest';
import { registrable } from '../../bpmn/registrable.ts';
import { createImporter, type Importer, type ImporterLimits } from './importer.ts';

const file = readFileSync(new URL('../../test/bpmn/samples/camunda7-purchase-approval.bpmn', import.meta.url), 'utf8');
const options = { role: 'officer' };
const opened: Importer[] = [];
const importer = (limits: ImporterLimits = {}): Importer => {
  const made = createImporter(limits);
  opened.push(made);
  return made;
};
afterEach(async () => {
  await Promise.all(opened.splice(0).map((i) => i.close()));
});
const codes = async (result: ReturnType<Importer['registrable']>): Promise<readonly string[]> => {
  const answer = await result;
  return answer.ok ? [] : answer.faults.map((f) => f.code);
};

it('says what the import says, one file after the other', async () => {
  const one = importer();
  const answers = await Promise.all([one.registrable(file, options), one.registrable('nonsense', {}), one.registrable(file, {})]);
  expect(answers).toEqual([await registrable(file, options), await registrable('nonsense', {}), await registrable(file, {})]);
});

it('a file that takes too long is refused, and the next one is read', async () => {
  const hasty = importer({ patience: 1 });
  const answer = await hasty.registrable(file, options);
  expect(answer).toMatchObject({ ok: false, faults: [{ code: 'check.too-long', message: { zh: expect.stringContaining('请拆成几个流程'), en: expect.stringContaining('Split it') } }] });
  expect(await codes(hasty.registrable(file, options))).toEqual(['check.too-long']);
});

it('so is one that takes too much memory', async () => {
  const small = importer({ memoryMb: 8 });
  expect(await codes(small.registrable(file, options))).toEqual(['check.memory']);
});

it('of more files than may wait, the last are told to come again', async () => {
  const narrow = importer({ waiting: 1 });
  const [first, second, third] = await Promise.allSettled([1, 2, 3].map(() => narrow.registrable(file, options)));
  expect([first?.status, second?.status]).toEqual(['fulfilled', 'fulfilled']);
  expect(third).toMatchObject({ status: 'rejected', reason: { code: 'process.import-busy' } });
  expect(await codes(narrow.registrable(file, options))).toEqual([]);
});

it('once closed, it takes nothing, and leaves nobody waiting', async () => {
  const closing = importer();
  const waiting = closing.registrable(file, options);
  const closed = closing.close();
  await expect(waiting).rejects.toMatchObject({ code: 'process.import-busy' });
  await closed;
  await expect(closing.registrable(file, options)).rejects.toMatchObject({ code: 'process.import-busy' });
});
