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

  it('the supervisor walks the links from either end; an officer learns that there is another case, and nothing of it', async () => {
    const regulators = await walker.walk(upTo(transfer.walks.forwarded, 'receipt', 1));
    await expect.poll(() => walker.linked(regulators, 'criminal-acceptance'), patience).toHaveLength(2);
    const [first = '', second = ''] = await walker.linked(regulators, 'criminal-acceptance');
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
    await expect.poll(() => walker.linked(caseId, 'criminal-acceptance'), patience).toHaveLength(1);
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
