/**
 * A round with sixty applications over HTTP on the real parts: each application is a case of its own, which the round tells what it has come to. The draws are
 * witnessed, the experts score, the ranking is computed again by other means, the committee votes. Days that would have to pass are over by the date in the database.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { registerDefinition } from '../../db/definitions.ts';
import { demoPeople } from '../../cli/demo/people.ts';
import { dayOf } from '../../domain/calendar/civil-day.ts';
import type { JsonObject } from '../../domain/json.ts';
import { openApi, type TestApi } from '../../test/support/api.ts';
import { waysOverHttp } from '../../test/support/shown.ts';
import { expectEnds, stackWalker } from '../../test/support/walk-stack.ts';
import { definitions } from '../registry.ts';
import { chenguang, haichuan } from './application/walks.ts';
import { plan } from './cycle/walks.ts';
import { revocation } from './revocation/walks.ts';
import { inventedUscc, openOffice, side, type Office } from '../../test/support/award-office.ts';

const applications = 60;
const committee = ['committee-member@gd-amr', 'committee-member@gd-drc', 'committee-member@gd-industry', 'committee-member@gd-finance'];
const long = 1_500_000;

let api: TestApi;
let office: Office;
beforeAll(async () => {
  api = await openApi();
  for (const definition of definitions) await registerDefinition(api.shell.database, definition);
  office = openOffice(api);
  await office.experts();
});

interface Entry { readonly id: string; readonly officer: string; readonly head: string; readonly name: string }
interface Panel { readonly applicants: { id: string; name: string; recused: boolean }[]; readonly members: { id: string; name: string }[]; readonly criteria: { id: string; weight: number; max: number }[]; readonly sheets: { member: string; applicant: string; scores: Record<string, number> }[]; readonly result: { ranking: { applicant: string; rank: number | null; exact: string | null; status: string }[]; awarded: string[] } }

/** 申报 to 受理, through the prefecture, its notice, the secretariat and the departments. */
async function accept({ id, officer, head }: Entry): Promise<void> {
  await office.does(officer, id, 'recommendationReview', 'recommended', { recommendationOpinion: '材料齐全，拟推荐。', noticeDays: 5 });
  await office.isAt(id, 'notice');
  await office.noticeIsOver(id);
  await office.does(officer, id, 'notice', 'checked');
  await office.does(head, id, 'recommendation', 'recommended');
  await office.does('tan', id, 'formalReview', 'passed', { formalOpinion: '材料完整。', departments: ['officer@gd-ecology', 'officer@gd-tax'] });
  await Promise.all([office.does('ji', id, 'departmentCheck', 'answered', { departmentFinding: 'none' }), office.does('tian', id, 'departmentCheck', 'answered', { departmentFinding: 'minor', departmentRemark: '一般申报差错。' })]);
  await office.does('xiao', id, 'eligibility', 'eligible', { eligibilityOpinion: '符合条件。' });
  await office.does('meng', id, 'acceptance', 'accepted');
}

/** 公示: over, without an objection. */
async function notice(round: string, outcome = 'kept', data: JsonObject = {}): Promise<void> {
  await office.isAt(round, 'notice');
  await office.noticeIsOver(round);
  await office.does('tan', round, 'notice', 'checked');
  await office.does('tan', round, 'conclusion', outcome, data);
}

/** 抽取: committed, witnessed, and repeated by anybody from its proof. @returns ids of the experts who sit */
async function draw(round: string): Promise<void> {
  await office.isAt(round, 'witness');
  const { drawId } = await office.data(round);
  expect((await api.post(`/draws/${String(drawId)}/reveal`, { word: '见证' }, { as: 'supervisor' })).status).toBe(200);
  await office.does('tan', round, 'witness', 'revealed');
  const proof = (await api.get(`/draws/${String(drawId)}/proof`, { as: null })).body;
  expect(proof).toMatchObject({ findings: [], seed: expect.stringMatching(/^[0-9a-f]{64}$/) });
  // Nobody with a conflict was on the list that was fixed.
  const { items: [shown] } = (await api.get(`/cases/${round}/draws`, { as: 'supervisor' })).body;
  expect(shown.excluded.map((e: { name: string }) => e.name)).toEqual(expect.arrayContaining(['梁工', '袁顾问']));
}

/** Each member scores each applicant, repeatably. @returns the closed panel as the secretariat sees it */
async function score(round: string): Promise<Panel> {
  await office.isAt(round, 'scoring');
  const path = `/panels/${String((await office.data(round))['panelId'])}`;
  const panel: Panel = (await api.get(path, { as: 'tan' })).body;
  const sheets = panel.members.flatMap((member, m) => panel.applicants.map((applicant, a) => ({ member, applicant, points: (seed: number): number => (applicant.name === haichuan['applicantName'] ? 9_900 : 5_900 + ((a * 53 + m * 17 + seed * 29) % 37) * 100) })));
  await side(sheets, 4, async ({ member, applicant, points }) => {
    const account = demoPeople.find((p) => p.name === member.name)?.id ?? '';
    const scores = Object.fromEntries(panel.criteria.map((c, i) => [c.id, points(i)]));
    const answer = await api.post(`${path}/sheets`, { applicant: applicant.id, scores }, { as: account });
    expect(answer.status, `${member.name}: ${JSON.stringify(answer.body)}`).toBe(200);
  });
  const closed = await api.post(`${path}/close`, {}, { as: 'tan' });
  expect(closed.status, JSON.stringify(closed.body)).toBe(200);
  await office.does('tan', round, 'scoring', 'closed');
  return closed.body as Panel;
}

/** The same means by other arithmetic: all sheets without the highest and the lowest, as a fraction that is not reduced. */
const bruteForce = ({ applicants, sheets, criteria }: Panel): Map<string, readonly [n: bigint, d: bigint]> =>
  new Map(applicants.map(({ id }) => {
    const totals = sheets.filter((s) => s.applicant === id).map((s) => criteria.reduce((sum, c) => sum + BigInt(s.scores[c.id]!) * BigInt(c.weight), 0n));
    const highest = totals.reduce((a, b) => (b > a ? b : a));
    const lowest = totals.reduce((a, b) => (b < a ? b : a));
    return [id, [totals.reduce((a, b) => a + b) - highest - lowest, BigInt(totals.length - 2) * criteria.reduce((sum, c) => sum + BigInt(c.weight), 0n)] as const];
  }));

function holdsAgainstBruteForce(panel: Panel): void {
  const means = bruteForce(panel);
  const ranked = panel.result.ranking.filter((r) => r.rank !== null);
  expect(ranked).toHaveLength(panel.applicants.length);
  for (const { applicant, exact } of ranked) {
    const [n = 0n, d = 1n] = means.get(applicant) ?? [];
    const [en = '0', ed = '1'] = (exact ?? '').split('/');
    expect(n * BigInt(ed), applicant).toBe(BigInt(en) * d);
  }
  const better = (a: string, b: string): boolean => { const [an = 0n, ad = 1n] = means.get(a) ?? []; const [bn = 0n, bd = 1n] = means.get(b) ?? []; return an * bd > bn * ad; };
  for (const x of ranked) for (const y of ranked) if (better(x.applicant, y.applicant)) expect((x.rank ?? 0) < (y.rank ?? 0), `${x.applicant} before ${y.applicant}`).toBe(true);
}

describe('a round with sixty applications', () => {
  it('goes from the call to the certificates, and every application hears what it has come to', async () => {
    const round = await office.start('quality-award', 'gd-award-secretariat', 'tan', { ...plan, candidatePlaces: 52, seatsManagement: 1, seatsMetrology: 2, seatsStandards: 1, seatsAudit: 0 });
    await office.does('meng', round, 'planApproval', 'approved');
    await office.isAt(round, 'closeDeclaration');
    const cycleNumber = (await office.view(round)).number as string;
    expect(cycleNumber).toMatch(/^粤质奖奖评〔\d{4}〕\d+号$/);

    // 申报
    const entries: Entry[] = [];
    await side(Array.from({ length: applications }, (_, i) => i), 4, async (i) => {
      const gz = i % 2 === 0;
      const own = i < 2;
      const base = gz ? haichuan : chenguang;
      const name = own ? String(base['applicantName']) : `第${i}申报单位有限公司`;
      const data = { ...base, cycleNumber, ...(own ? {} : { applicantName: name, applicantUscc: inventedUscc(i), contactName: `联系人${i}` }) };
      const id = await office.start('award-application', gz ? 'gz-amr' : 'fs-amr', own ? (gz ? 'haichuan' : 'chenguang') : gz ? 'wu' : 'pan', data);
      entries[i] = { id, officer: gz ? 'wu' : 'pan', head: gz ? 'feng' : 'pei', name };
      await office.isAt(id, 'recommendationReview');
    });
    const [declined, returned, ineligible] = entries.slice(57) as [Entry, Entry, Entry];
    await side(entries.slice(0, 57), 4, accept);
    await office.does(declined.officer, declined.id, 'recommendationReview', 'declined', { recommendationOpinion: '业绩不足。' });
    for (const { id, officer, head } of [returned, ineligible]) {
      await office.does(officer, id, 'recommendationReview', 'recommended', { recommendationOpinion: '拟推荐。', noticeDays: 5 });
      await office.isAt(id, 'notice');
      await office.noticeIsOver(id);
      await office.does(officer, id, 'notice', 'checked');
      await office.does(head, id, 'recommendation', 'recommended');
    }
    await office.does('tan', returned.id, 'formalReview', 'returned', { formalOpinion: '申报类别不符。', returnReasons: '申报类别与材料不符，请重新申报。' });
    await office.does('meng', round, 'closeDeclaration', 'closed', { closingReasons: '各地推荐工作已经完成。' });

    // Whoever comes late is told so, and the round does not know of it.
    const late = await office.start('award-application', 'gz-amr', 'yuehang', { ...haichuan, cycleNumber, applicantName: '广东粤航汽车有限公司', applicantUscc: '91440000725456195C' });
    await office.does('yuehang', late, 'cycleCorrection', 'abandoned');
    expect((await office.closed(late)).outcome).toBe('notFiled');

    // One is still with the departments: the round waits for it.
    await office.isAt(round, 'awaitAccepted');
    expect(await office.data(round)).toMatchObject({ filedCount: applications, pending: 1 });
    await office.does('tan', ineligible.id, 'formalReview', 'passed', { formalOpinion: '材料完整。', departments: ['officer@gd-ecology'] });
    await office.does('ji', ineligible.id, 'departmentCheck', 'answered', { departmentFinding: 'serious', departmentRemark: '2025年发生重大环境污染事故。' });
    await office.does('xiao', ineligible.id, 'eligibility', 'ineligible', { eligibilityOpinion: '不符合条件。', returnReasons: '近三年发生重大环境污染事故。' });
    await office.does('meng', ineligible.id, 'acceptance', 'refused');
    await office.closed(ineligible.id);
    await office.does('tan', round, 'awaitAccepted', 'again');

    // 受理名单公示, with an objection that is upheld
    await office.isAt(round, 'notice');
    const objected = entries[56]!;
    const publication = String((await office.data(round))['noticeId']);
    expect((await api.post(`/publications/${publication}/objections`, { grounds: `${objected.name}2025年受过处罚，未如实申报，附处罚决定书。`, contact: '13800138000' }, { as: 'citizen' })).status).toBe(201);
    await office.does('tan', round, 'notice', 'checked');
    let objection = '';
    await expect.poll(async () => {
      const { items } = (await api.get(`/cases/${round}/links`, { as: 'supervisor' })).body;
      objection = items.find((l: { case: { process: string } | null }) => l.case?.process === 'award-objection')?.case.id ?? '';
      return objection;
    }, { timeout: 60_000 }).not.toBe('');
    await office.does('tan', objection, 'acceptance', 'accepted', { acceptanceOpinion: '实名并附证据，予以受理。' });
    await office.does('tan', objection, 'examination', 'proposed', { findings: '处罚属实。', reply: '经核实属实，取消其资格。' });
    await office.does('meng', objection, 'answer', 'upheld', { reply: '经核实属实，取消其资格。' });
    expect((await office.closed(objection)).outcome).toBe('upheld');
    await office.isAt(round, 'notice');
    const answered = (await api.get(`/publications/${publication}/objections`, { as: 'citizen' })).body.items;
    expect(answered).toMatchObject([{ status: 'upheld', reply: '经核实属实，取消其资格。' }]);
    await notice(round, 'removed', { removed: (await office.view(objected.id)).number, removalReasons: '公示异议成立：处罚未如实申报。' });
    expect(await office.closed(objected.id)).toMatchObject({ outcome: 'notSelected' });

    // 材料评审
    await draw(round);
    const written = await score(round);
    expect(written.applicants).toHaveLength(56);
    holdsAgainstBruteForce(written);
    await office.isAt(round, 'notice');
    const out = written.result.ranking.filter((r) => r.status !== 'awarded' && r.status !== 'undecided-tie').map((r) => r.applicant);
    for (const id of out) expect(await office.closed(id)).toMatchObject({ outcome: 'notSelected' });
    await notice(round);

    // 陈述答辩、现场评审
    await draw(round);
    await office.isAt(round, 'awaitVisited');
    const candidates = entries.filter((e) => written.applicants.some((a) => a.id === e.id) && !out.includes(e.id));
    const gaveUp = candidates.at(-1)!;
    const others = candidates.slice(0, -1);
    await office.does('tan', gaveUp.id, 'defence', 'withdrawn');
    const today = dayOf(Date.now());
    await side(others, 4, async ({ id }) => {
      await office.does('tan', id, 'defence', 'held', { defenceOn: today, defenceRecord: '答辩6个问题。' });
      await office.does('xiao', id, 'siteVisit', 'done', { siteVisitFrom: today, siteVisitUntil: today, siteVisitTeam: '现场评审组', siteVisitReport: '与申报材料一致。' });
    });
    expect((await office.closed(gaveUp.id)).outcome).toBe('withdrawn');
    await expect.poll(async () => (await api.shell.database.pool.query(`select count(*)::integer as n from case_awaits where name = 'award-vote'`)).rows[0].n, { timeout: 120_000 }).toBe(others.length);
    await office.does('tan', round, 'awaitVisited', 'again');
    const final = await score(round);
    holdsAgainstBruteForce(final);

    // 票决: one member is recused from one application, one application is voted down
    await office.does('tan', round, 'report', 'submitted', { reviewReport: '申报组织质量管理成熟度总体较高。' });
    const finalists = final.result.ranking.filter((r) => r.status === 'awarded' || r.status === 'undecided-tie');
    const numberOf = async (id: string): Promise<string> => (await office.view(id)).number as string;
    const [recusedAt, down] = [finalists[1]!.applicant, finalists[2]!.applicant];
    await office.does('meng', round, 'convene', 'convened', { committee, recusals: `${await numberOf(recusedAt)} 省财政厅` });
    await office.isAt(round, 'awaitVotes');
    expect((await office.view(recusedAt)).tasks.map((t: { pool: string }) => t.pool).sort()).toEqual(committee.slice(0, 3).sort());
    const vote = async (by: string, pool: string, of: (id: string) => string): Promise<void> => side(finalists, 3, async ({ applicant }) => {
      const task = (await office.view(applicant)).tasks.find((t: { pool: string }) => t.pool === pool);
      if (task) expect((await api.post(`/cases/${applicant}/tasks/${task.task}/complete`, { outcome: of(applicant), data: {} }, { as: by })).status).toBe(200);
    });
    const choice = (id: string): string => (id === down ? 'disagree' : 'agree');
    await vote('duruo', committee[0]!, choice);
    await vote('fu', committee[1]!, choice);
    await vote('gao', committee[2]!, choice);
    await office.does('tan', round, 'awaitVotes', 'again');

    // 并列: where equals are more than the places left, the committee votes on an order among them.
    const order: string[] = [];
    const waitsFor = async (): Promise<string | undefined> => (await office.view(round)).tasks.map((t: { node: string }) => t.node).find((n: string) => n === 'notice' || n === 'tieProposal');
    for (;;) {
      await expect.poll(waitsFor, { timeout: 60_000 }).toBeDefined();
      if ((await waitsFor()) === 'notice') break;
      const equals = String((await office.data(round))['tiedText']).split('\n').map((line) => line.split(' ')[0]!).reverse();
      order.push(...equals);
      await office.does('tan', round, 'tieProposal', 'proposed', { tieOrder: order.join('\n') });
      for (const member of ['duruo', 'fu', 'gao']) await office.does(member, round, 'tieVote', 'adopted');
      await expect.poll(async () => (await office.view(round)).tasks.some((t: { node: string }) => t.node === 'tieVote'), { timeout: 60_000 }).toBe(false);
    }

    // 拟奖名单公示、审定
    await notice(round);
    await office.does('meng', round, 'submission', 'submitted', { submissionText: '报请审定。' });
    await office.does('rong', round, 'government', 'approved');
    expect(await office.closed(round)).toMatchObject({ outcome: 'completed', dueDay: null });

    const data = await office.data(round);
    expect(data).toMatchObject({ awardCount: 10, decisionNumber: expect.stringMatching(/^粤府〔\d{4}〕\d+号$/) });
    expect(Number(data['nominationCount'])).toBeLessThanOrEqual(40);
    expect(Number(data['nominationCount'])).toBeGreaterThan(30);
    const ends = await Promise.all(entries.map(async (e) => (await office.closed(e.id)).outcome as string));
    const count = (outcome: string): number => ends.filter((o) => o === outcome).length;
    expect(count('awarded')).toBe(10);
    expect(count('nominated')).toBe(data['nominationCount']);
    expect({ notRecommended: count('notRecommended'), returned: count('returned'), ineligible: count('ineligible'), withdrawn: count('withdrawn') }).toEqual({ notRecommended: 1, returned: 1, ineligible: 1, withdrawn: 1 });
    // The ten are the first ten of those that passed the vote, by the ranking computed again.
    const passed = final.result.ranking.filter((r) => r.applicant !== down && (r.status === 'awarded' || r.status === 'undecided-tie'));
    const winners = entries.filter((_, i) => ends[i] === 'awarded').map((e) => e.id).sort();
    const numbers = new Map(await Promise.all(passed.map(async (r) => [r.applicant, await numberOf(r.applicant)] as const)));
    const place = (id: string): number => order.indexOf(numbers.get(id) ?? '');
    const inOrder = [...passed].sort((a, b) => a.rank! - b.rank! || place(a.applicant) - place(b.applicant));
    expect(winners).toEqual(inOrder.slice(0, 10).map((r) => r.applicant).sort());
    expect(await office.closed(down)).toMatchObject({ outcome: 'notSelected' });

    // What anybody can read, what stands in the dossier, and that the record is whole
    const kinds = (await api.get('/publications?limit=200', { as: null })).body.items.filter((p: { id: string }) => p.id.startsWith(round)).map((p: { kind: string }) => p.kind);
    expect(kinds.sort()).toEqual(['award-call', 'award-decision', 'award-notice', 'award-notice', 'award-notice']);
    const titles = (await api.get(`/cases/${round}/documents`, { as: 'tan' })).body.items.map((d: { title: { zh: string } }) => d.title.zh);
    for (const title of ['申报通知', '公示', '专家抽取记录', '评分汇总表', '评审报告', '表决票汇总', '奖励决定']) expect(titles).toContain(title);
    const own = entries[0]!.id;
    expect(winners).toContain(own);
    expect((await api.get(`/cases/${own}/documents`, { as: 'tan' })).body.items.map((d: { title: { zh: string } }) => d.title.zh)).toEqual(expect.arrayContaining(['广东省政府质量奖申报表', '推荐函', '资格审查表', '受理通知书', '评审报告', '获奖证书']));
    const { items } = (await api.get(`/cases/${round}/links?depth=1`, { as: 'supervisor' })).body;
    expect(items.filter((l: { relation: string }) => l.relation === 'entry')).toHaveLength(applications);
    expect((await api.get(`/cases/${own}/links`, { as: 'supervisor' })).body.items).toMatchObject([{ relation: 'batch', case: { id: round } }]);
    for (const id of [round, objection, own, down, recusedAt]) {
      expect((await api.get(`/cases/${id}/verification`, { as: 'supervisor' })).body).toMatchObject({ intact: true });
      await api.shell.audit(id);
    }
  }, long);

  it('an award that was obtained by fraud is withdrawn from the credit file, and the next round accepts no application of its holder', async () => {
    const uscc = String(haichuan['applicantUscc']);
    const credit = async () => (await api.get(`/enterprises/${uscc}/credit`, { as: 'lin' })).body.items as { kind: string; level: string | null; standing: string }[];
    expect((await credit()).map((e) => [e.kind, e.standing])).toEqual([['award', 'public']]);
    const walker = stackWalker(api, revocation);
    await walker.walk(revocation.walks.notDecided);
    const revoked = await walker.walk(revocation.walks.fraud);
    expect(await walker.view(revoked)).toMatchObject({ outcome: 'revoked' });
    await api.shell.audit(revoked);
    expect((await credit()).map((e) => [e.kind, e.level, e.standing]).sort()).toEqual([['award', '质量奖', 'withdrawn'], ['commitment-broken', '质量奖申报限制', 'public']]);

    const round = await office.start('quality-award', 'gd-award-secretariat', 'tan', { ...plan, edition: 9 });
    await office.does('meng', round, 'planApproval', 'approved');
    await office.isAt(round, 'closeDeclaration');
    const id = await office.start('award-application', 'gz-amr', 'haichuan', { ...haichuan, cycleNumber: (await office.view(round)).number });
    await accept({ id, officer: 'wu', head: 'feng', name: '' });
    // Accepting leads back: nobody gets past the ban.
    await office.does('xiao', id, 'eligibility', 'ineligible', { eligibilityOpinion: '在不受理申报期内。', returnReasons: '骗取奖励，十年内不受理申报。' });
    expect(await office.data(id)).toMatchObject({ banned: true, awardedRecently: false });
    await office.does('meng', id, 'acceptance', 'refused');
    expect(await office.closed(id)).toMatchObject({ outcome: 'ineligible' });
    await office.does('meng', round, 'closeDeclaration', 'closed', { closingReasons: '申报期满。' });
    expect(await office.closed(round)).toMatchObject({ outcome: 'vacant' });
  }, long);
});

describe('the other outcomes', () => {
  it('a plan that is not approved ends the round', async () => {
    const round = await office.start('quality-award', 'gd-award-secretariat', 'tan', { ...plan, edition: 10 });
    await office.does('meng', round, 'planApproval', 'returned', { planOpinion: '暂不开展。' });
    await office.does('tan', round, 'planRevision', 'dropped');
    expect(await office.closed(round)).toMatchObject({ outcome: 'cancelled' });
  });
  it('an application that names no round is corrected', async () => {
    const id = await office.start('award-application', 'gz-amr', 'haichuan', { ...haichuan, cycleNumber: '没有这个届次' });
    await office.isAt(id, 'cycleCorrection');
    expect((await office.data(id))['joinProblem']).toContain('没有该案号的届次');
    await office.does('haichuan', id, 'cycleCorrection', 'abandoned');
    expect(await office.closed(id)).toMatchObject({ outcome: 'notFiled' });
  });
  it.each(waysOverHttp('award-objection', 'commendation'))('%s, %s: %s', async (_process, _outcome, _title, way, { walks }) => {
    const walker = stackWalker(api, walks);
    await expectEnds(api, walker, await walker.walk(way), way);
  });
  it.each(waysOverHttp('award-revocation'))('%s, %s: %s', async (_process, _outcome, _title, way, { walks }) => {
    // Haichuan was awarded lately, Yuehang more than five years ago.
    for (const [uscc, days] of [['91440101MA5CK83P1C', 400], ['91440000725456195C', 2_400]] as const) {
      await api.shell.database.pool.query(
        `insert into credit_entries (id, uscc, kind, level, title, facts, case_id, agency, decided_on, recorded_at) values ($1, $2, 'award', '质量奖', '{"zh":"第7届","en":"Round 7"}', '[]', $3, 'gd-award-secretariat', current_date - $4::integer, now())`,
        [`${crypto.randomUUID()}:j1`, uscc, crypto.randomUUID(), days],
      );
    }
    const walker = stackWalker(api, walks);
    await expectEnds(api, walker, await walker.walk(way), way);
  });
});
