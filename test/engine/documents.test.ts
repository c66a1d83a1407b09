import { describe, expect, it } from 'vitest';
import type { DocumentTemplate } from '../../domain/documents/types.ts';
import { checkDefinition } from '../../domain/model/check.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { drive, person, validUscc, type Driver } from './driver.ts';
import { definition, end, flow, start, userTask } from './models.ts';

const template: DocumentTemplate = {
  title: text('决定书', 'Decision'), issuer: { kind: 'agency', agency: { kind: 'handling' } }, number: { word: '决', ordinal: true }, sealed: true, served: { on: 'servedOn', way: 'serviceWay' },
  to: [{ kind: 'party', party: 'firm', name: 'firmName' }], values: { firmName: 'name', grounds: 'grounds' },
  addressee: '{firmName}：', blocks: [{ kind: 'paragraph', text: '{grounds}' }, { kind: 'signature' }],
};
const name = (id: string) => text(id, id);
const model = (documents: Readonly<Record<string, DocumentTemplate>> = { decision: template }): ProcessDefinition => definition(
  [start, userTask('sign'), { id: 'make', type: 'serviceTask', name: name('make'), service: 'document.generate', input: { template: '"decision"' }, output: { decisionNo: 'number' } },
    userTask('service', ['served'], { serves: 'decision', form: { servedOn: 'required', serviceWay: 'optional' } }), end()],
  [flow('start', 'sign'), flow('sign', 'make'), flow('make', 'service'), flow('service', 'end')],
  {
    documents, parties: { firm: { name: name('firm'), usccField: 'uscc' } }, startForm: { uscc: 'required', name: 'required' },
    fields: {
      uscc: { label: name('uscc'), type: 'uscc' }, name: { label: name('name'), type: 'text' }, grounds: { label: name('grounds'), type: 'text' }, decisionNo: { label: name('no'), type: 'text' },
      servedOn: { label: name('on'), type: 'date', past: true }, serviceWay: { label: name('way'), type: 'text' },
    },
  },
);
const firm = person('chen', `uscc:${validUscc}`);
const lin = person('lin', 'officer@gd-amr');
const files = [{ format: 'pdf', sha256: 'a'.repeat(64), size: 10 }];
const begun = (): Driver => drive(model()).start({ uscc: validUscc, name: '晨光公司' });
const drafted = (): Driver => begun().complete('sign', 'done', {}, lin);
const done = (d: Driver, result: object): Driver => d.act({ type: 'job-done', job: Object.values(d.state.jobs)[0]!.id, result: result as never }, { kind: 'system', id: 'engine' });
const issued = (): Driver => done(drafted(), { ok: true, files, renderer: '1', number: '粤市监决〔2026〕第1号' });
const documentOf = (d: Driver): number => Object.values(d.state.documents ?? {})[0]!.document;
const serving = { way: 'direct', on: '2026-03-02', receivedBy: '陈', proof: [] } as const;

it('is a definition that may be registered', () => expect(checkDefinition({ ...model(), roles: { officer: name('officer') }, starters: [{ kind: 'office', role: 'officer' }] })).toEqual([]));

describe('a document', () => {
  it('is drawn up with all that it is made of when the process comes to it, and waits for its number', () => {
    expect(drafted().bodies('document.drafted')).toMatchObject([{
      template: 'decision', definition: 'h', on: '2026-03-02', values: { firmName: '晨光公司', grounds: null }, to: [{ name: '晨光公司', pool: `uscc:${validUscc}` }],
      issuer: { name: '广东省市场监督管理局', agency: 'gd-amr' }, approvedBy: { id: 'lin', name: 'lin' }, series: '粤市监决〔2026〕', format: '粤市监决〔2026〕第{n}号', number: null, seal: '粤市监用印〔2026〕',
    }]);
  });
  it('is issued when its files are there, sealed by who signed it; the flow goes on', () => {
    const d = issued();
    expect(d.bodies('document.issued')).toMatchObject([{ files, renderer: '1', seal: { series: '粤市监用印〔2026〕', no: null, by: { id: 'lin' } } }]);
    expect(d.state.data['decisionNo']).toBe('粤市监决〔2026〕第1号');
    expect(d.openNodes()).toEqual(['service']);
    expect(Object.values(d.state.documents!)[0]!.draft).toBeNull();
  });
  it('whose making fails, or is given up with the case, is void: its number is not lost without a trace', () => {
    expect(done(drafted(), { ok: false, reason: 'input' }).bodies('document.voided')).toHaveLength(1);
    const ended = drafted().act({ type: 'terminate', reason: '撤回' });
    expect(ended.bodies('document.voided')).toHaveLength(1);
    expect(ended.state.documents).toEqual({});
  });
  it('that follows another of its kind for the same people replaces it in the state, once that one is served', () => {
    const d = issued().act({ type: 'serve', document: documentOf(issued()), to: 0, ...serving }, lin);
    expect(Object.values(d.state.documents!)[0]!.to[0]!.servedOn).toBe('2026-03-02');
    expect(Object.keys(d.state.documents!)).toHaveLength(1);
  });
});

describe('service (送达)', () => {
  it('is recorded by who handles the case; the day goes to the field that clocks start from', () => {
    const d = issued().act({ type: 'serve', document: documentOf(issued()), to: 0, ...serving }, lin);
    expect(d.bodies('document.served')).toMatchObject([{ way: 'direct', on: '2026-03-02', name: '晨光公司', receivedBy: '陈', changes: [{ field: 'servedOn', old: null, new: '2026-03-02' }, { field: 'serviceWay', new: 'direct' }] }]);
    expect(d.state.data['servedOn']).toBe('2026-03-02');
  });
  it.each([
    ['by a party', { ...serving }, firm, 'forbidden.handling', []],
    ['on nobody', { ...serving, to: 3 }, lin, 'document.not-addressed', []],
    ['without who received it', { ...serving, receivedBy: '' }, lin, 'form.invalid', ['receivedBy']],
    ['left without proof', { ...serving, way: 'left' }, lin, 'form.invalid', ['proof']],
    ['mailed without proof', { ...serving, way: 'mail' }, lin, 'form.invalid', ['proof']],
    ['tomorrow', { ...serving, on: '2026-03-03' }, lin, 'form.invalid', ['on']],
    ['before it was issued', { ...serving, on: '2026-03-01' }, lin, 'form.invalid', ['on']],
    ['on a day that is none', { ...serving, on: '2026-02-30' }, lin, 'form.invalid', ['on']],
    ['electronically without consent', { ...serving, way: 'electronic' }, lin, 'service.not-agreed', []],
  ] as const)('%s is refused', (_, body, actor, code, fields) => {
    const d = issued();
    const refused = d.refused({ type: 'serve', document: documentOf(d), to: 0, ...body }, actor);
    expect([refused.code, (refused.fields ?? []).map((f) => f.field)]).toEqual([code, fields]);
  });
  it('of what is still being made, or is not there, is refused', () => {
    expect(drafted().refused({ type: 'serve', document: documentOf(drafted()), to: 0, ...serving }, lin).code).toBe('document.not-issued');
    expect(issued().refused({ type: 'serve', document: 999, to: 0, ...serving }, lin).code).toBe('document.not-found');
  });
  it('happens once', () => {
    const d = issued();
    d.act({ type: 'serve', document: documentOf(d), to: 0, ...serving }, lin);
    expect(d.refused({ type: 'serve', document: documentOf(d), to: 0, ...serving }, lin)).toMatchObject({ code: 'document.served', params: { on: '2026-03-02' } });
  });
  it('by announcement takes effect 30 days later, after a holiday where the last day is one (§82(5), §80)', () => {
    const d = issued();
    d.act({ type: 'serve', document: documentOf(d), to: 0, ...serving, way: 'announcement', proof: ['b'.repeat(64)] }, lin);
    expect(d.bodies('document.served')).toMatchObject([{ announcedOn: '2026-03-02', on: '2026-04-01' }]);
    const late = issued().until('2026-03-05T01:00:00.000Z');
    late.act({ type: 'serve', document: documentOf(late), to: 0, ...serving, on: '2026-03-05', way: 'announcement', proof: ['b'.repeat(64)] }, lin);
    // 30 days from 5 March end on 4 April, the first day of the Qingming holiday.
    expect(late.bodies('document.served')).toMatchObject([{ announcedOn: '2026-03-05', on: '2026-04-07' }]);
  });
  it('electronically is the addressee’s own doing, where they have agreed to it', () => {
    const d = issued();
    const no = documentOf(d);
    expect(d.refused({ type: 'receive', document: no }, firm).code).toBe('service.not-agreed');
    expect(d.refused({ type: 'agree-service', agreed: true }, person('x', 'uscc:91440605MA4W2Q7H9C')).code).toBe('document.not-addressed');
    d.act({ type: 'agree-service', agreed: true }, firm).act({ type: 'receive', document: no }, firm);
    expect(d.bodies('document.served')).toMatchObject([{ way: 'electronic', on: '2026-03-02', receivedBy: 'chen' }]);
    expect(d.refused({ type: 'receive', document: no }, firm).code).toBe('document.served');
    expect(issued().refused({ type: 'receive', document: no }, lin).code).toBe('document.not-addressed');
  });
  it('consent can be taken back', () => {
    const d = issued().act({ type: 'agree-service', agreed: true }, firm).act({ type: 'agree-service', agreed: false }, firm);
    expect(d.refused({ type: 'receive', document: documentOf(d) }, firm).code).toBe('service.not-agreed');
  });
  it('is recorded by the step 送达 itself, with the day and way of its form', () => {
    const d = issued().complete('service', 'served', { servedOn: '2026-03-02', serviceWay: 'mail' }, lin);
    expect(d.bodies('document.served')).toMatchObject([{ way: 'mail', on: '2026-03-02', name: '晨光公司' }]);
    expect(d.state.status).toBe('closed');
  });
  it('a step that names another day than the record is refused', () => {
    const d = issued().until('2026-03-04T01:00:00.000Z');
    d.act({ type: 'serve', document: documentOf(d), to: 0, ...serving, on: '2026-03-03' }, lin);
    const step = { type: 'complete', task: d.task('service'), outcome: 'served', data: { servedOn: '2026-03-04' } } as const;
    expect(d.refused(step, lin)).toMatchObject({ code: 'document.served', params: { on: '2026-03-03' } });
    expect(d.complete('service', 'served', {}, lin).bodies('document.served')).toHaveLength(1);
  });
});

describe('files and evidence', () => {
  const file = { type: 'add-file', sha256: 'c'.repeat(64), size: 3, name: '照片.png', media: 'image/png', purpose: 'evidence' } as const;
  const item = { type: 'list-evidence', name: '电热水壶', quantity: '1台', source: '现场抽取', place: '仓库', obtainedOn: null, note: '', files: [] } as const;
  it('a file is added by whoever takes part', () => {
    expect(begun().act(file, firm).bodies('file.added')).toMatchObject([{ name: '照片.png', by: { id: 'chen' }, pool: `uscc:${validUscc}` }]);
    expect(begun().refused(file, person('x', 'officer@gz-amr')).code).toBe('forbidden.handling');
  });
  it('evidence is listed and struck out by who handles the case', () => {
    const d = begun().act(item, lin);
    const [no] = d.state.evidence!;
    expect(d.refused(item, firm).code).toBe('forbidden.handling');
    d.act({ type: 'strike-evidence', item: no!, reason: '登记错误' }, lin);
    expect(d.state.evidence).toEqual([]);
    expect(d.refused({ type: 'strike-evidence', item: no!, reason: '再次' }, lin).code).toBe('evidence.not-found');
  });
});

describe('a template is refused at registration', () => {
  const codes = (more: Partial<DocumentTemplate>): readonly string[] => checkDefinition({ ...model({ decision: { ...template, ...more } }), roles: { officer: name('officer') } }).map((p) => p.code);
  it.each([
    ['that fills in what it is not given', { addressee: '{nobody}：' }, 'document.value'],
    ['that shows a block by what it is not given', { blocks: [{ kind: 'note', text: 'x', when: 'nothing' }] }, 'document.value'],
    ['with rows that do not fill the table', { blocks: [{ kind: 'table', widths: [1, 1], rows: [{ cells: [{ text: '' }] }] }] }, 'document.table'],
    ['with a list that it is not given', { blocks: [{ kind: 'table', widths: [1], rows: [{ each: 'rows', cells: [{ text: '{item.name}' }] }] }] }, 'document.value'],
    ['with an expression over what the process does not know', { values: { firmName: 'unknownField', grounds: 'grounds' } }, 'feel.name'],
    ['for a party that there is not', { to: [{ kind: 'party', party: 'nobody', name: 'firmName' }] }, 'assignment.party'],
    ['whose day of service goes to no date', { served: { on: 'grounds' } }, 'document.served'],
  ] as const)('%s', (_, more, code) => expect(codes(more as Partial<DocumentTemplate>)).toContain(code));
  it('that nobody has', () => {
    expect(codes({})).toEqual([]);
    expect(checkDefinition(model({})).map((p) => p.code)).toEqual(expect.arrayContaining(['document.unknown', 'document.serves']));
  });
});

describe('a step that may end without a service', () => {
  const either = (): Driver => {
    const { nodes, ...rest } = model();
    const service = { ...userTask('service', ['served', 'announced'], { serves: 'decision', form: { servedOn: 'optional', serviceWay: 'optional' } }), outcomes: [{ id: 'served', name: name('served'), requires: ['servedOn'] }, { id: 'announced', name: name('announced') }] } as const;
    const d = drive({ ...rest, nodes: nodes.map((n) => (n.id === 'service' ? service : n)) }).start({ uscc: validUscc, name: '晨光公司' }).complete('sign', 'done', {}, lin);
    return done(d, { ok: true, files, renderer: '1', number: '粤市监决〔2026〕第1号' });
  };
  it('serves with the outcome that asks for the day, and with no other', () => {
    expect(either().complete('service', 'served', { servedOn: '2026-03-02' }, lin).bodies('document.served')).toMatchObject([{ on: '2026-03-02' }]);
    const announced = either().complete('service', 'announced', {}, lin);
    expect(announced.bodies('document.served')).toEqual([]);
    expect(announced.state.status).toBe('closed');
  });
});

it('an agency that is written to is called by its name in the register where the template gives none', () => {
  const letter: DocumentTemplate = { ...template, to: [{ kind: 'agency', agency: { kind: 'fixed', agency: 'fs-amr' }, name: 'other' }], values: { ...template.values, other: 'null' }, addressee: '{other}：' };
  const d = drive(model({ decision: letter })).start({ uscc: validUscc, name: '晨光公司' }).complete('sign', 'done', {}, lin);
  expect(d.bodies('document.drafted')).toMatchObject([{ values: { other: '佛山市市场监督管理局' }, to: [{ name: '佛山市市场监督管理局', pool: 'officer@fs-amr' }] }]);
});
