/** 流程异常 at the browser: who manages the case reads where it stands and why, has it tried again and learns why it still fails; an officer mends it by their step. */
import { expect, it } from 'vitest';
import { registerDefinition } from '../../db/definitions.ts';
import { createDatabase } from '../../db/pool.ts';
import { field } from '../../domain/model/builder-fields.ts';
import type { Node } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { definition, end, exclusive, flow, parallel, start, userTask } from '../engine/models.ts';
import { decide, faults, look, sitDown } from './people.ts';
import { openStage } from './stage.ts';

const count: Node = { id: 'count', type: 'serviceTask', name: text('计日', 'Count the days'), service: 'calendar.day', input: { from: '"2026-03-02"', amount: '5', unit: '"working-day"' }, output: { day: 'day' } };
const verify = userTask('verify', ['done'], { name: text('核查', 'Verification'), outcomes: [{ id: 'done', name: text('已核查', 'Verified') }], form: { note: 'optional' } });
const model = definition(
  [start, parallel('split'), count, exclusive('x'), verify, end(), end('end2')],
  [flow('start', 'split'), flow('split', 'count'), flow('split', 'verify'), flow('count', 'x'), flow('x', 'end', 'note != null'), flow('verify', 'end2')],
  { key: 'stuck', numberWord: '核', name: text('核查', 'Checks'), roles: { officer: text('承办人', 'Officer') }, fields: { day: field.date('日', 'Day'), note: field.text('说明', 'Note') }, title: '"核查事项"', outcomes: { done: text('已办结', 'Done') } },
);

const stage = openStage(async () => {
  const database = createDatabase(stage.databaseUrl, { max: 1 });
  await registerDefinition(database, model);
  await database.close();
});

it('is read, tried again, and mended', { timeout: 240_000 }, async () => {
  const { body: { caseId } } = await stage.call<{ caseId: string }>('/cases', 'lin', { process: 'stuck', agency: 'gd-amr', data: {} });
  await expect.poll(async () => (await stage.call<{ incidents: unknown[] }>(`/cases/${caseId}`, 'huang')).body.incidents.length, { timeout: 30_000 }).toBe(1);
  const huang = await sitDown(stage.browser, `${stage.url}/cases/${caseId}`, 'huang');
  const incidents = huang.getByRole('region', { name: '流程异常' });
  await incidents.getByText('流程异常：“计日”（count）无法自动继续').waitFor();
  await incidents.getByText('流程在此没有可走的路径').waitFor();
  await look(huang, 'incident');
  await incidents.getByRole('button', { name: '重试' }).click();
  await huang.getByRole('dialog').getByRole('button', { name: '重试' }).click();
  await huang.getByText('流程在此没有可走的路径').nth(1).waitFor();
  const lin = await sitDown(stage.browser, `${stage.url}/cases/${caseId}`, 'lin');
  await lin.getByRole('region', { name: '流程异常' }).waitFor();
  expect(await lin.getByRole('region', { name: '流程异常' }).getByRole('button').count()).toBe(0);
  await decide(lin, '核查', '已核查', { type: { 说明: '已核' } });
  await lin.getByText('已办结').first().waitFor();
  expect(await lin.getByRole('region', { name: '流程异常' }).count()).toBe(0);
  expect(faults).toEqual([]);
});
