/** 接续纸质评审 on the real parts: each accepted application becomes a case of its own that stands where the round looks for it, and everything from the draw on is done here. */
import { beforeAll, expect, it } from 'vitest';
import { attachPaper } from '../../cli/demo/beside.ts';
import { demoExperts } from '../../cli/demo/experts.ts';
import { registerDefinition } from '../../db/definitions.ts';
import { openApi, type TestApi } from '../../test/support/api.ts';
import { inventedUscc, openOffice, type Office } from '../../test/support/award-office.ts';
import { openRound, type Round } from '../../test/support/award-round.ts';
import { stackWalker, type StackWalker } from '../../test/support/walk-stack.ts';
import { definitions } from '../registry.ts';
import { upTo } from '../walk.ts';
import { cycle, paperEntry, takenOver } from './cycle/walks.ts';

let api: TestApi;
let office: Office;
let steps: Round;
let walker: StackWalker;
beforeAll(async () => {
  api = await openApi();
  for (const definition of definitions) await registerDefinition(api.shell.database, definition);
  office = openOffice(api);
  steps = openRound(api, office);
  // Those without an account could be drawn here, where nobody has an interest, and could not hand in a sheet.
  for (const expert of demoExperts.filter((e) => e.person)) expect((await api.post('/experts', expert, { as: 'tan' })).status).toBe(201);
  const people = {
    get: async (as: string, path: string) => (await api.get(path, { as })).body as unknown,
    post: async (as: string, path: string, body: unknown, key: string) => (await api.post(path, body, { as, key })).body as unknown,
    upload: async (as: string, path: string, text: string, key: string) => {
      const { status, body } = await api.post(path, text, { as, key, headers: { 'content-type': 'application/octet-stream' } });
      expect(status, JSON.stringify(body)).toBe(200);
      return body as unknown;
    },
  };
  walker = stackWalker(api, cycle, 'supervisor', { attachPaper: (caseId) => attachPaper('paperRecord', 'tan', '移交清单.txt', '纸质材料移交清单')(people, caseId, caseId) });
});

const applicants = ['第一', '第二', '第三'].map((n, i) => ({ applicantName: `${n}申报单位有限公司`, applicantUscc: inventedUscc(900 + i), contactName: `联系人${n}` }));
const entries = applicants.map((applicant, i) => paperEntry(i + 1, { ...applicant, applicantRegion: ['440100', '440604', '441900'][i] as string }));

it('the applications open at the written review, under the agencies that recommended them; then the round is drawn, scored and ranked', async () => {
  const way = cycle.walks.takenOver;
  // Two seats in 质量管理 might fall on both who know 标准化 too.
  const round = await walker.walk({ ...way, start: { ...way.start, seatsManagement: 1 }, acts: takenOver(entries), outcome: null });
  await office.isAt(round, 'conclusion');
  const data = await office.data(round);
  expect(data).toMatchObject({ paperFileCount: 1, paperCount: 3, takenOverOn: expect.stringMatching(/^\d{4}-/), filedCount: 9, stage: 'accepted' });
  expect(data['paperFiles']).toMatch(/移交清单\.txt（SHA-256：[0-9a-f]{64}；谭静上传）/);
  const { items } = (await api.get(`/cases/${round}/links?depth=1`, { as: 'supervisor' })).body as { items: { relation: string; case: { id: string } }[] };
  const ids = items.filter((l) => l.relation === 'entry').map((l) => l.case.id);
  expect(ids).toHaveLength(3);
  const views = await Promise.all(ids.map((id) => office.view(id)));
  expect(views.map((v: { agency: { id: string } | string }) => (typeof v.agency === 'string' ? v.agency : v.agency.id)).sort()).toEqual(['dongguan-amr', 'fs-amr', 'gz-amr']);
  for (const id of ids) {
    expect(await office.data(id)).toMatchObject({ takenOver: true, takenOverNote: expect.stringContaining('补录人：谭静'), acceptanceNumber: expect.stringContaining('粤质奖受') });
    // Nothing stands in its file as if it had been made here.
    expect((await api.get(`/cases/${id}/documents`, { as: 'tan' })).body.items).toEqual([]);
  }
  expect((await api.get(`/cases/${round}/draws`, { as: 'tan' })).body.items).toEqual([]);

  await office.does('tan', round, 'conclusion', 'kept');
  await steps.draw(round);
  const panel = await steps.score(round, (_criterion, member, { place }) => 9_000 - 100 * place - member);
  expect(panel.applicants.map((a) => a.id).sort()).toEqual([...ids].sort());
  await office.isAt(round, 'notice');
  const titles = (await api.get(`/cases/${round}/documents`, { as: 'tan' })).body.items.map((d: { title: { zh: string } }) => d.title.zh);
  expect(titles).toEqual(expect.arrayContaining(['纸质评审补录情况表', '专家抽取记录', '评分汇总表']));
  expect(titles).not.toContain('申报通知');
  for (const id of [round, ...ids]) {
    expect((await api.get(`/cases/${id}/verification`, { as: 'supervisor' })).body).toMatchObject({ intact: true });
    await api.shell.audit(id);
  }
}, 240_000);

it('whom the credit file bars is barred although accepted on paper, and the round waits for the decision', async () => {
  const parent = inventedUscc(950);
  await api.shell.database.pool.query(
    `insert into credit_entries (id, uscc, kind, level, title, facts, case_id, agency, decided_on, recorded_at) values ('paper:j1', $1, 'award', '质量奖', '{"zh":"第7届","en":"Round 7"}', '[]', $2, 'gd-award-secretariat', current_date - 400, now())`, [parent, crypto.randomUUID()],
  );
  const way = cycle.walks.takenOver;
  const round = await walker.walk({ ...way, start: { ...way.start, edition: 9, roundYear: 2028 }, acts: takenOver([paperEntry(1, { applicantUscc: inventedUscc(951), applicantName: '子公司有限公司', parentUscc: parent })], []), outcome: null });
  await office.isAt(round, 'awaitAccepted');
  const [barred] = await walker.linked(round, 'award-application');
  expect(await office.data(barred as string)).toMatchObject({ awardedRecently: true, barReasons: expect.stringContaining('含母公司') });
  await office.does('xiao', barred as string, 'eligibility', 'ineligible', { eligibilityOpinion: '母公司近四年已获奖。', returnReasons: '母公司近四年已获奖，不再参评。' });
  await office.does('meng', barred as string, 'acceptance', 'refused');
  expect(await office.closed(barred as string)).toMatchObject({ outcome: 'ineligible' });
  await office.does('tan', round, 'awaitAccepted', 'again');
  expect(await office.closed(round)).toMatchObject({ outcome: 'vacant' });
}, 240_000);

it('an ordinary declaration does not enter a round that was taken over: its declarations are over', async () => {
  const way = cycle.walks.takenOver;
  const round = await walker.walk({ ...way, start: { ...way.start, edition: 10, roundYear: 2030 }, acts: upTo(way, 'paperConfirm').acts, outcome: null });
  await office.isAt(round, 'paperConfirm');
  const { takenOver: _, ...form } = { takenOver: true };
  const { recommendationNumber: _r, departmentOpinions: _d, acceptanceNumber: _n, acceptedOn: _o, ...declaration } = paperEntry(1);
  const late = await office.start('award-application', 'gz-amr', 'haichuan', { ...declaration, ...form, cycleNumber: (await office.view(round)).number });
  await office.isAt(late, 'cycleCorrection');
  expect((await api.post('/cases', { process: 'award-application', agency: 'gz-amr', data: { takenOver: true } }, { as: 'wu' })).body.fields).toContainEqual(expect.objectContaining({ field: 'takenOver' }));
}, 240_000);
