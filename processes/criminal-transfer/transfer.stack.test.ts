/** A transfer over HTTP through the cases of three agencies: by the people of the demonstration, on a real database, Temporal server and OpenID provider. */
import { createHash } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { compact, pdfPages } from '../../documents/read.test-support.ts';
import { registerDefinition } from '../../db/definitions.ts';
import { openApi, type TestApi } from '../../test/support/api.ts';
import { definitions } from '../registry.ts';
import { waysOverHttp } from '../../test/support/shown.ts';
import { expectEnds, stackWalker, type StackWalker } from '../../test/support/walk-stack.ts';
import { criminalAcceptance } from '../criminal-acceptance/definition.ts';
import { filingSupervision } from '../filing-supervision/definition.ts';
import { opinion } from '../procuratorial-opinion/walks.ts';
import { opinionHandling } from '../opinion-handling/definition.ts';
import { procuratorialOpinion } from '../procuratorial-opinion/definition.ts';
import { transferRecord } from '../transfer-record/definition.ts';
import { upTo } from '../walk.ts';
import { criminalTransfer } from './definition.ts';
import { transfer } from './walks.ts';

const models = [criminalTransfer, criminalAcceptance, filingSupervision, procuratorialOpinion, opinionHandling, transferRecord];
let api: TestApi;
let walker: StackWalker;
beforeAll(async () => {
  api = await openApi();
  for (const model of definitions) await registerDefinition(api.shell.database, model);
  walker = stackWalker(api, transfer);
});

const patience = { timeout: 60_000 };
const ways = waysOverHttp('criminal-transfer', 'criminal-acceptance', 'filing-supervision', 'procuratorial-opinion', 'opinion-handling', 'transfer-record');

describe('each outcome is reached over HTTP, at every agency, and each record verifies', () => {
  it('the walks reach every outcome that the six processes declare', () => {
    const reached = new Set(ways.flatMap(([process, outcome, , way]) => [`${process} ${outcome}`, ...Object.entries(way.others ?? {}).flatMap(([key, outcomes]) => outcomes.map((o) => `${key} ${o}`))]));
    expect([...reached].sort()).toEqual(models.flatMap((m) => Object.keys(m.outcomes).map((o) => `${m.key} ${o}`)).sort());
  });
  it.each(ways)('%s, %s: %s', async (_process, _outcome, _title, way, { walks }) => {
    const walker = stackWalker(api, walks);
    await expectEnds(api, walker, await walker.walk(way), way);
  });
});

describe('each agency sees its own part', () => {
  const people = { regulator: ['wu', 'deng', 'feng'], police: ['lei', 'fang', 'tong'], procuratorate: ['yan', 'xie'] } as const;
  const parts = ['', '/timeline', '/clocks', '/evidence', '/files', '/links', '/verification'];

  it('the case of another agency is not found, in none of its parts, and in no list; the supervisor sees all three', async () => {
    const regulators = await walker.walk(upTo(transfer.walks.reasonsUpheld, 'review'));
    const [police = ''] = await walker.linked(regulators, 'criminal-acceptance');
    const [procuratorate = ''] = await walker.linked(regulators, 'filing-supervision');
    const cases = { regulator: regulators, police, procuratorate };
    for (const [owner, id] of Object.entries(cases)) {
      for (const [agency, names] of Object.entries(people)) {
        for (const as of names) {
          for (const part of parts) expect([owner, as, part, (await api.get(`/cases/${id}${part}`, { as })).status]).toEqual([owner, as, part, owner === agency ? 200 : 404]);
          const listed = (await api.get('/cases?limit=200', { as })).body.items.map((c: { id: string }) => c.id);
          expect([owner, as, listed.includes(id)]).toEqual([owner, as, owner === agency]);
          if (owner !== agency) expect((await api.post(`/cases/${id}/actions/comment`, { text: '意见' }, { as })).status).toBe(404);
        }
      }
      expect((await api.get(`/cases/${id}`, { as: 'supervisor' })).status).toBe(200);
    }
    // What has been handed over is read by whom it is addressed to, and nothing beyond it.
    const papers = async (id: string, as: string) => {
      const { status, body } = await api.get(`/cases/${id}/documents`, { as });
      return status === 404 ? null : body.items.map((d: { title: { zh: string } }) => d.title.zh);
    };
    const dossier = ['涉嫌犯罪案件移送书', '涉嫌犯罪案件情况的调查报告', '涉案物品清单', '证据清单'];
    expect(await papers(regulators, 'lei')).toEqual(dossier);
    expect(await papers(regulators, 'yan')).toEqual([...dossier, '立案监督建议书']);
    const [copy = ''] = await walker.linked(regulators, 'transfer-record');
    expect((await api.get(`/cases/${copy}/documents`, { as: 'yan' })).body.received.map((d: { title: { zh: string } }) => d.title.zh)).toEqual(expect.arrayContaining(dossier));
    for (const as of [...people.regulator, ...people.police]) expect((await api.get(`/cases/${copy}`, { as })).status).toBe(404);
    expect(await papers(police, 'wu')).toEqual(['移送案件回执', '不予立案通知书']);
    expect(await papers(police, 'yan')).toEqual(['不立案理由说明书']);
    expect(await papers(procuratorate, 'lei')).toEqual(['要求说明不立案理由通知书']);
    expect(await papers(procuratorate, 'wu')).toBeNull();
    const clocksOf = async (id: string) => (await api.get(`/cases/${id}/clocks`, { as: 'supervisor' })).body.items.map((c: { clock: string }) => c.clock);
    expect(await clocksOf(regulators)).not.toContain('filingDecision');
    expect(await clocksOf(police)).toEqual(expect.arrayContaining(['receipt', 'supplementAsk', 'filingDecision', 'explanation']));
    expect(await clocksOf(police)).not.toContain('transfer');
    expect(await clocksOf(procuratorate)).toEqual(expect.arrayContaining(['acceptance', 'explanation']));
  });

  const { filed, reasonsUpheld } = transfer.walks;
  it.each([
    ['police', 'criminal-acceptance', 'decision', filed], ['procuratorate', 'filing-supervision', 'review', reasonsUpheld], ['procuratorate', 'transfer-record', 'review', filed], ['regulator', 'criminal-transfer', 'handover', filed],
  ] as const)('an open step of the %s (%s: %s) is in no list of the others, and not theirs to take', async (owner, process, step, way) => {
    const regulators = await walker.walk(upTo(way, process === 'transfer-record' ? 'decision' : step));
    const [caseId = ''] = process === 'criminal-transfer' ? [regulators] : await walker.linked(regulators, process);
    const { task } = await walker.openTask(caseId, step);
    const family = [regulators, ...(await Promise.all(['criminal-acceptance', 'filing-supervision', 'transfer-record'].map((p) => walker.linked(regulators, p)))).flat()];
    const agencyOf = { 'gz-amr': 'regulator', 'gz-police': 'police', 'gz-procuratorate': 'procuratorate' } as Readonly<Record<string, string>>;
    const owners = new Map(await Promise.all(family.map(async (id) => [id, agencyOf[(await walker.view(id)).agency]] as const)));
    const asked: string[] = [];
    for (const [agency, names] of Object.entries(people)) {
      for (const as of names) {
        const ids = async (path: string, key: 'id' | 'caseId') => (await api.get(path, { as })).body.items.map((i: Record<string, string>) => i[key]).filter((id: string) => owners.has(id)) as string[];
        const tasks = await ids('/worklist?limit=200', 'caseId');
        if (tasks.includes(caseId)) asked.push(agency);
        // In the worklist, in lists, and in a search by what the case is called: their own, and nothing else.
        for (const seen of [tasks, await ids('/cases?limit=200', 'id'), await ids(`/cases?limit=200&q=${encodeURIComponent('海川')}`, 'id')]) {
          expect(seen.filter((id) => owners.get(id) !== agency)).toEqual([]);
        }
        if (agency === owner) continue;
        expect((await api.post(`/cases/${caseId}/tasks/${task}/claim`, {}, { as })).status).toBe(404);
        expect((await api.post(`/cases/${caseId}/tasks/${task}/complete`, { outcome: 'file', data: {} }, { as })).status).toBe(404);
        for (const action of ['suspend', 'terminate', 'recuse']) expect((await api.post(`/cases/${caseId}/actions/${action}`, { reason: '理由' }, { as })).status).toBe(404);
      }
    }
    expect(asked.length).toBeGreaterThan(0);
    expect(new Set(asked)).toEqual(new Set([owner]));
  });

  it('what an agency writes for itself stands in no answer that another gets', async () => {
    const regulators = await walker.walk(upTo(reasonsUpheld, 'review'));
    const all = [regulators, ...(await Promise.all(['criminal-acceptance', 'filing-supervision', 'transfer-record'].map((p) => walker.linked(regulators, p)))).flat()];
    const own = { regulator: '同意移送。', police: '材料四份，已核对。', procuratorate: '属于受理范围。' } as const;
    for (const [agency, names] of Object.entries(people)) {
      for (const as of names) {
        const paths = [...all.flatMap((id) => [...parts, '/documents'].map((part) => `/cases/${id}${part}`)), '/notices?limit=200', '/worklist?limit=200', '/cases?limit=200'];
        const told = (await Promise.all(paths.map((path) => api.get(path, { as })))).map(({ body }) => JSON.stringify(body)).join('\n');
        for (const [owner, words] of Object.entries(own)) expect([as, owner, told.includes(words)]).toEqual([as, owner, owner === agency]);
      }
    }
  });

  it('each clock runs on the side of who has the duty, and stops there by what that side does', async () => {
    const regulators = await walker.walk(upTo(filed, 'handover'));
    await walker.openTask(regulators, 'handover');
    const [police = ''] = await walker.linked(regulators, 'criminal-acceptance');
    const running = async (id: string) => (await api.get(`/cases/${id}/clocks`, { as: 'supervisor' })).body.items.filter((c: { status: string }) => c.status === 'running').map((c: { clock: string }) => c.clock);
    expect(await running(regulators)).toEqual(['handover']);
    // The police owe nothing while the goods are on their way.
    expect(await running(police)).toEqual([]);
    const earlier = await walker.walk(upTo(filed, 'decision'));
    const [deciding = ''] = await walker.linked(earlier, 'criminal-acceptance');
    await walker.openTask(deciding, 'decision');
    expect(await running(earlier)).toEqual(['policeReply']);
    expect((await running(deciding)).sort()).toEqual(['filingDecision', 'filingEscalation']);
  });

  it('the same holds on the way back (反向衔接): the opinion and the answer are read by whom they are addressed to, and neither case by the other side', async () => {
    const back = stackWalker(api, opinion);
    const given = await back.walk(upTo(opinion.walks.notAdopted, 'replyReview'));
    await back.openTask(given, 'replyReview');
    const [handled = ''] = await back.linked(given, 'opinion-handling');
    const sides = { procuratorate: ['yan', 'mei', 'xie'], regulator: ['wu', 'deng', 'feng'], police: ['lei', 'tong'], 'procuratorate above': ['jiang'] } as const;
    for (const [id, owner] of [[given, 'procuratorate'], [handled, 'regulator']] as const) {
      for (const [side, names] of Object.entries(sides)) {
        for (const as of names) {
          for (const part of parts) expect([owner, as, part, (await api.get(`/cases/${id}${part}`, { as })).status]).toEqual([owner, as, part, side === owner ? 200 : 404]);
          const listed = ['/cases?limit=200', '/worklist?limit=200'].map(async (path) => (await api.get(path, { as })).body.items.map((c: { id?: string; caseId?: string }) => c.caseId ?? c.id).includes(id));
          if (side !== owner) expect(await Promise.all(listed)).toEqual([false, false]);
        }
      }
    }
    const papers = async (id: string, as: string) => {
      const { status, body } = await api.get(`/cases/${id}/documents`, { as });
      return status === 404 ? null : body.items.map((d: { title: { zh: string } }) => d.title.zh);
    };
    expect([await papers(given, 'wu'), await papers(given, 'lei'), await papers(given, 'jiang')]).toEqual([['检察意见书'], null, null]);
    expect([await papers(handled, 'mei'), await papers(handled, 'lei'), await papers(handled, 'jiang')]).toEqual([['关于检察意见的回复函'], null, null]);
    const clocksOf = async (id: string) => (await api.get(`/cases/${id}/clocks`, { as: 'supervisor' })).body.items.map((c: { clock: string }) => c.clock);
    expect(await clocksOf(given)).toEqual(expect.arrayContaining(['internalTransfer', 'review', 'replyReview']));
    expect(await clocksOf(given)).not.toContain('reply');
    expect((await clocksOf(handled)).sort()).toEqual(['registration', 'reply', 'verification']);
  });

  it('a procuratorate that is consulted sees the case from then on, and another never', async () => {
    const back = stackWalker(api, opinion);
    const before = await back.walk(upTo(opinion.walks.reviewed, 'review'));
    await back.openTask(before, 'review');
    expect((await api.get(`/cases/${before}`, { as: 'jiang' })).status).toBe(404);
    const asked = await back.walk(upTo(opinion.walks.reviewed, 'consultation'));
    await back.openTask(asked, 'consultation');
    expect((await api.get(`/cases/${asked}`, { as: 'jiang' })).status).toBe(200);
    expect((await api.get(`/cases/${asked}`, { as: 'lei' })).status).toBe(404);
  });

  it('the supervisor walks the links from either end; an officer learns that there is another case, and nothing of it', async () => {
    const regulators = await walker.walk(upTo(transfer.walks.forwarded, 'receipt', 1));
    const [first = '', second = '', ...others] = await walker.linked(regulators, 'criminal-acceptance');
    expect(others).toEqual([]);
    expect((await walker.view(second)).agency).toBe('sz-police');
    expect(await walker.linked(second, 'criminal-transfer')).toEqual([regulators]);
    expect(await walker.linked(first, 'criminal-transfer')).toEqual([regulators]);
    const links = (await api.get(`/cases/${second}/links?depth=6`, { as: 'shi' })).body.items;
    expect(links).toEqual([expect.objectContaining({ relation: 'lead-from', case: null, reason: null })]);
    // The competent police were no addressee of the letter: the manifest is made for them anew.
    await expect.poll(async () => (await api.get(`/cases/${second}/documents`, { as: 'shi' })).body.received.map((d: { title: { zh: string } }) => d.title.zh), patience).toEqual(['证据清单']);
    for (const id of [first, regulators]) expect((await api.get(`/cases/${id}`, { as: 'shi' })).status).toBe(404);
    expect((await api.get(`/cases/${second}`, { as: 'lei' })).status).toBe(404);
  });

  it('the police read what has been handed over: the letter, the report, the goods and the manifest with the hash of each item, and no working paper', async () => {
    const way = transfer.walks.lead;
    const approved = { ...upTo(transfer.walks.filed, 'approval'), acts: upTo(way, 'approval').acts };
    const caseId = await walker.walk(approved);
    const photo = Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 7]);
    const authorised = async (as: string) => ({ authorization: `Bearer ${await api.provider.tokenFor(as)}` });
    const upload = await fetch(`${api.url}/api/v1/cases/${caseId}/files?name=${encodeURIComponent('现场照片.png')}&purpose=evidence`, { method: 'POST', headers: { ...(await authorised('wu')), 'content-type': 'application/octet-stream' }, body: photo });
    expect(upload.status).toBe(200);
    await upload.arrayBuffer();
    const [{ file }] = (await api.get(`/cases/${caseId}/files`, { as: 'wu' })).body.items;
    expect((await api.post(`/cases/${caseId}/evidence`, { name: '现场照片', quantity: '1张', source: '办案人员拍摄', files: [file] }, { as: 'wu' })).status).toBe(200);
    await walker.act(caseId, ['approval', 'approved', { headCapacity: 'principal' }]);
    await walker.act(caseId, transfer.walks.filed.acts.find((a) => Array.isArray(a) && a[0] === 'transfer') as never);
    const [police = ''] = await walker.linked(caseId, 'criminal-acceptance');

    const received = (await api.get(`/cases/${police}/documents`, { as: 'lei' })).body.received as { title: { zh: string }; caseId: string; document: number }[];
    expect(received.map((d) => d.title.zh)).toEqual(['涉嫌犯罪案件移送书', '涉嫌犯罪案件情况的调查报告', '涉案物品清单', '证据清单']);
    const own = (await api.get(`/cases/${caseId}/documents`, { as: 'wu' })).body.items as { title: { zh: string }; document: number }[];
    expect(own.map((d) => d.title.zh)).toContain('职务违法犯罪线索移送函');
    const seen = (await api.get(`/cases/${caseId}/documents`, { as: 'tong' })).body;
    expect(seen.items.map((d: { title: { zh: string } }) => d.title.zh)).toEqual(received.map((d) => d.title.zh));
    const fileOf = (no: number, as: string) => api.get(`/cases/${caseId}/documents/${no}/file?format=docx`, { as });
    for (const { document } of received) expect((await fileOf(document, 'lei')).status).toBe(200);
    for (const { document } of received) expect((await fileOf(document, 'yan')).status).toBe(200);
    const lead = own.find((d) => d.title.zh === '职务违法犯罪线索移送函');
    expect((await fileOf(lead?.document ?? -1, 'lei')).status).toBe(404);
    // A police officer of another city, to whom nothing was addressed, does not learn that there is a case.
    expect((await api.get(`/cases/${caseId}/documents`, { as: 'shi' })).status).toBe(404);
    // Nothing has been handed to the police but documents: not the file itself.
    expect((await api.get(`/cases/${caseId}/files/${file}/content`, { as: 'lei' })).status).toBe(404);

    // The manifest that the police hold names the hash of every item.
    const manifest = await fetch(`${api.url}/api/v1/cases/${caseId}/documents/${received.at(-1)?.document}/file?format=pdf`, { headers: await authorised('lei') });
    const printed = compact((await pdfPages(new Uint8Array(await manifest.arrayBuffer()))).join(''));
    expect(printed).toContain(createHash('sha256').update(photo).digest('hex'));
    expect(printed).toContain('现场照片1张办案人员拍摄');
  });
});
