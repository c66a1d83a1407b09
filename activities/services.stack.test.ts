/** Services as steps of real cases: what they tell decides how the case goes on, and a refusal never keeps it from going on. */
import { expect, it, vi } from 'vitest';
import { foundFund } from '../db/fund/post.ts';
import { auditFund, findFund } from '../db/queries/funds.ts';
import { keepExpert } from '../db/queries/experts.ts';
import { drawsOfCase, revealDraw } from '../db/queries/draws.ts';
import { closePanel, findPanel, handIn } from '../db/queries/panels.ts';
import { fileObjection, handleObjection } from '../db/queries/objections.ts';
import type { Node, ProcessDefinition, ServiceTask } from '../domain/model/types.ts';
import { checkDefinition } from '../domain/model/check.ts';
import { text } from '../domain/text.ts';
import { definition, exclusive, flow, start, userTask } from '../test/engine/models.ts';
import { openShell } from '../test/support/shell.ts';

const service = (id: string, name: string, input: Record<string, string>, output?: Record<string, string>): ServiceTask =>
  ({ id, type: 'serviceTask', name: text(id, id), service: name, input, ...(output ? { output } : {}) });
const ended = (outcome: string): Node => ({ id: outcome, type: 'endEvent', name: text(outcome, outcome), outcome });
const field = (type: 'text' | 'money' | 'integer' | 'boolean') => ({ label: text('字段', 'Field'), type });
const outcomes = (...ids: string[]) => Object.fromEntries(ids.map((id) => [id, text(id, id)]));
const usable = (model: ProcessDefinition): ProcessDefinition => {
  expect(checkDefinition(model)).toEqual([]);
  return model;
};
const base = { roles: { officer: text('承办人', 'Officer') } };

const shell = await openShell();
await shell.work();
const closed = (caseId: string) => vi.waitFor(async () => {
  const state = await shell.state(caseId);
  if (state.status !== 'closed') throw new Error(`still at ${Object.values(state.tokens).map((t) => t.node).join(', ')}`);
  return state;
}, { timeout: 30_000, interval: 50 });
const at = (caseId: string, node: string) => vi.waitFor(async () => {
  const task = Object.values((await shell.state(caseId)).tasks).find((t) => t.node === node);
  if (!task) throw new Error(`${node} is not open`);
  return task.id;
}, { timeout: 30_000, interval: 50 });

const funding = usable(definition(
  [start, service('reserve', 'fund.reserve', { fund: '"tiny"', amount: 'amount', note: '"项目"' }, { granted: 'ok', why: 'reason' }), exclusive('got', 'got_refused'),
    service('commit', 'fund.commit', { fund: '"tiny"', amount: 'amount', note: '"合同"' }, { granted: 'ok', why: 'reason' }), userTask('work'), ended('paid'), ended('refused')],
  [flow('start', 'reserve'), flow('reserve', 'got'), flow('got', 'commit', 'granted = true'), flow('got', 'refused'), flow('commit', 'work'), flow('work', 'paid')],
  { ...base, key: 'funding', fields: { amount: field('money'), granted: field('boolean'), why: field('text') }, startForm: { amount: 'required' }, outcomes: outcomes('paid', 'refused') },
));

it('a case that gets money goes on with it; one that gets none goes on without, and none is stuck', async () => {
  await foundFund(shell.database, { id: 'tiny', name: text('小', 'Tiny'), agency: 'gd-amr', ceiling: 250n });
  const ids = await Promise.all(Array.from({ length: 5 }, () => shell.start(funding, { amount: 100 })));
  const decided = async (id: string) => vi.waitFor(async () => {
    const state = await shell.state(id);
    if (state.status === 'open' && !Object.values(state.tasks).some((t) => t.node === 'work')) throw new Error('not decided yet');
    return state;
  }, { timeout: 30_000, interval: 50 });
  const states = await Promise.all(ids.map(decided));
  expect(states.map((s) => s.outcome ?? 'working').sort()).toEqual(['refused', 'refused', 'refused', 'working', 'working']);
  expect(states.find((s) => s.outcome === 'refused')?.data).toMatchObject({ granted: false, why: 'no-money' });
  // What does not fit the service at all is an answer too.
  expect(await closed(await shell.start(funding, { amount: 0 }))).toMatchObject({ outcome: 'refused', data: { why: 'input: amount' } });
  expect(await auditFund(shell.database, 'tiny')).toMatchObject({ entries: 5, findings: [] });
  // What was committed and never paid is free again when its case is closed, whichever way.
  const [one, other] = ids.filter((_, i) => states[i]!.status === 'open');
  await shell.send(one!, { type: 'complete', task: await at(one!, 'work'), outcome: 'done', data: {} });
  await shell.send(other!, { type: 'terminate', reason: '项目取消' });
  await vi.waitFor(async () => expect(await findFund(shell.database, 'tiny')).toMatchObject({ available: 250n, reserved: 0n, committed: 0n }), { timeout: 30_000 });
  for (const id of [one!, other!]) await vi.waitFor(async () => expect((await shell.state(id)).closings).toEqual({}), { timeout: 30_000 });
  expect((await auditFund(shell.database, 'tiny'))?.findings).toEqual([]);
  for (const id of ids) await shell.audit(id);
}, 60_000);

const noticed = usable(definition(
  [start, service('open', 'notice.open', { kind: '"award"', titleZh: '"公示"', titleEn: '"Notice"', facts: '[]', amount: '5', unit: '"working-day"' }, { notice: 'publication', lastDay: 'lastDay' }),
    exclusive('again'), userTask('wait'), service('look', 'notice.check', { publication: 'notice' }, { settled: 'settled', upheld: 'upheld' }), exclusive('over', 'over_again'), exclusive('how', 'how_fine'), ended('fine'), ended('upheldEnd')],
  [flow('start', 'open'), flow('open', 'again'), flow('again', 'wait'), flow('wait', 'look'), flow('look', 'over'), flow('over', 'how', 'settled = true'), flow('over', 'again'),
    flow('how', 'upheldEnd', 'upheld > 0'), flow('how', 'fine')],
  { ...base, key: 'noticed', fields: { notice: field('text'), lastDay: field('text'), settled: field('boolean'), upheld: field('integer') }, outcomes: outcomes('fine', 'upheldEnd') },
));

it('a public notice keeps the case from its next step until its time is over and every objection is handled', async () => {
  const caseId = await shell.start(noticed);
  const look = async (): Promise<void> => void (await shell.send(caseId, { type: 'complete', task: await at(caseId, 'wait'), outcome: 'done', data: {} }));
  await look();
  await at(caseId, 'wait');
  const publication = (await shell.state(caseId)).data['notice'] as string;
  const now = new Date().toISOString();
  const filed = await fileObjection(shell.database, { id: crypto.randomUUID(), publication, by: { id: 'citizen', name: '陈伟' }, contact: '13800138000', grounds: '所报材料不实', at: now });
  if (!filed.ok) throw new Error(filed.code);
  await shell.database.pool.query(`update publications set closes_at = now() - interval '1 second' where id = $1`, [publication]);
  await look();
  await at(caseId, 'wait');
  expect((await shell.state(caseId)).data).toMatchObject({ settled: false });
  await handleObjection(shell.database, filed.row.id, { status: 'upheld', reply: '经核实属实', by: { id: 'lin', name: '林晓' }, at: now });
  await look();
  expect(await closed(caseId)).toMatchObject({ outcome: 'upheldEnd', data: { settled: true, upheld: 1 } });
}, 60_000);

const judged = usable(definition(
  [start, service('commit', 'draw.commit', {
    subject: '"质量奖"', region: 'null', applicants: '[{name: "佛山市晨光电器有限公司", uscc: "91440605MA4W2Q7H9C", people: ["梁雪"]}]', strata: '[{field: "质量管理", seats: 2}, {field: "计量", seats: 1}]',
  }, { drawn: 'ok', draw: 'draw', why: 'reason' }), exclusive('can', 'can_short'), userTask('witness'), service('seats', 'draw.result', { draw: 'draw' }, { names: 'names', drawn: 'ok' }),
  service('panelOpen', 'panel.open', {
    draw: 'draw', nameZh: '"评审组"', nameEn: '"Panel"', applicants: '[{id: "a", name: "甲", uscc: null, people: []}, {id: "b", name: "乙", uscc: null, people: []}]',
    criteria: '[{id: "lead", zh: "领导", en: "Leadership", max: 10000, weight: 60}, {id: "result", zh: "结果", en: "Results", max: 10000, weight: 40}]',
    trim: '1', quorum: '3', places: '1', threshold: '6000', outlier: '2000', ties: '["result"]',
  }, { panel: 'panel', why: 'reason' }), userTask('scoring'), service('ranking', 'panel.result', { panel: 'panel' }, { winners: 'awarded', vacant: 'vacant' }), ended('ranked'), ended('short')],
  [flow('start', 'commit'), flow('commit', 'can'), flow('can', 'witness', 'drawn = true'), flow('can', 'short'), flow('witness', 'seats'), flow('seats', 'panelOpen'), flow('panelOpen', 'scoring'), flow('scoring', 'ranking'), flow('ranking', 'ranked')],
  { ...base, key: 'judged', fields: { drawn: field('boolean'), draw: field('text'), why: field('text'), names: field('text'), panel: field('text'), winners: field('text'), vacant: field('integer') }, outcomes: outcomes('ranked', 'short') },
));

it('a panel is drawn by lot from experts without a conflict, scores, and its ranking comes back to the case', async () => {
  expect(await closed(await shell.start(judged))).toMatchObject({ outcome: 'short', data: { why: 'short: 质量管理 0/2' } });
  const expert = (n: number, fields: string[], employer = '华南理工大学') => keepExpert(shell.database, {
    id: crypto.randomUUID(), name: `专家${n}`, title: null, person: `expert-${n}`, employer, employerUscc: null, region: '440000', fields, phone: null, kin: [], advised: [], active: true,
  }, new Date().toISOString());
  for (let n = 1; n <= 5; n++) await expert(n, ['质量管理']);
  await expert(6, ['计量', '质量管理']);
  await expert(7, ['计量']);
  await expert(8, ['质量管理'], '佛山市晨光电器有限公司');
  const caseId = await shell.start(judged);
  const witness = await at(caseId, 'witness');
  const [draw] = await drawsOfCase(shell.database, caseId);
  expect(draw).toMatchObject({ seed: null, candidates: { length: 7 }, excluded: [{ conflicts: [{ reason: 'same-employer' }] }] });
  await revealDraw(shell.database, draw!.id, { id: 'supervisor', name: '罗明', word: '见证' }, new Date().toISOString());
  await shell.send(caseId, { type: 'complete', task: witness, outcome: 'done', data: {} });
  const scoring = await at(caseId, 'scoring');
  const { data } = await shell.state(caseId);
  expect(String(data['names']).split('、')).toHaveLength(3);
  const { panel } = (await findPanel(shell.database, data['panel'] as string))!;
  const score = (member: string, applicant: string, p: number) =>
    handIn(shell.database, { panel: panel.id, member, applicant, scores: { lead: p, result: p }, comment: null, by: { id: member, name: '' }, at: new Date().toISOString() });
  for (const [i, member] of panel.members.entries()) {
    await score(member.id, 'a', 7_000 + i);
    await score(member.id, 'b', 1_000);
    await score(member.id, 'b', 8_000 + i);
  }
  const sealed = await closePanel(shell.database, panel.id, new Date().toISOString());
  expect(await closePanel(shell.database, panel.id, new Date().toISOString())).toEqual(sealed);
  expect(await score(panel.members[0]!.id, 'a', 10_000)).toBe(false);
  await shell.send(caseId, { type: 'complete', task: scoring, outcome: 'done', data: {} });
  expect(await closed(caseId)).toMatchObject({ outcome: 'ranked', data: { winners: ['b'], vacant: 0 } });
  await shell.audit(caseId);
}, 60_000);

const dated = usable(definition(
  [start, service('count', 'calendar.day', { from: 'day', amount: 'days', unit: '"working-day"' }, { until: 'day', over: 'past', why: 'reason' }), ended('counted')],
  [flow('start', 'count'), flow('count', 'counted')],
  {
    ...base, key: 'dated', outcomes: outcomes('counted'), startForm: { day: 'required', days: 'required' },
    fields: { day: { label: text('日', 'Day'), type: 'date' }, until: { label: text('至', 'Until'), type: 'date' }, days: { label: text('数', 'Days'), type: 'integer', min: -2_000 }, over: field('boolean'), why: field('text') },
  },
));

it('a case is told a day counted by the calendar in force, and whether it is over; what does not fit the service is an answer too', async () => {
  const told = async (day: string, days: number) => (await closed(await shell.start(dated, { day, days }))).data;
  expect(await told('2026-02-13', 7)).toMatchObject({ until: '2026-03-02' });
  expect(await told('2026-03-16', -7)).toMatchObject({ until: '2026-03-05', over: true });
  expect(await told('2190-01-01', 7)).toMatchObject({ over: false });
  expect(await told('2026-03-16', 1_500)).toMatchObject({ why: 'input: amount' });
}, 60_000);
