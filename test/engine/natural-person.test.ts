/** 自然人作为当事人: a citizen who starts a case is a party of it; where an office registers it for them, the office does their steps. */
import { describe, expect, it } from 'vitest';
import { insight, maySee, sightOf, type CaseFacts } from '../../domain/authority/policy.ts';
import { personPool, poolsOf, type Viewer } from '../../domain/authority/viewer.ts';
import { taskOffers } from '../../domain/engine/tasks/offers.ts';
import { checkDefinition } from '../../domain/model/check.ts';
import { field } from '../../domain/model/builder-fields.ts';
import { describeProcess } from '../../domain/model/builder.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { Form, ProcessDefinition } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { services } from '../../domain/model/services.ts';
import { project } from '../../domain/record/project.ts';
import { drive, person, type Driver } from './driver.ts';

const uscc = '91440605MA4W2Q7H9C';
/** Of an email-like id nothing may look like a post. */
const mail: Viewer = { id: 'wei@gd-amr', name: '陈伟', posts: [], enterprise: null };
const citizen: Viewer = { id: 'citizen', name: '陈伟', posts: [], enterprise: null };
const stranger: Viewer = { ...citizen, id: 'stranger' };
const officer: Viewer = { id: 'lin', name: '林晓', posts: [{ role: 'officer', agency: 'gd-amr' }], enterprise: null };
const shop: Viewer = { id: 'shop', name: '梁雪', posts: [], enterprise: { uscc, name: '晨光' } };
const as = ({ id, ...viewer }: Viewer) => person(id, ...poolsOf({ id, ...viewer }));

const model = describeProcess({
  key: 'quarrel', version: 1, name: text('争议', 'Quarrel'), summary: text('示例', 'A sample'), numberWord: '争', roles: { officer: text('承办人', 'Officer') },
  parties: {
    consumer: { name: text('投诉人', 'Consumer'), personField: 'account' },
    shop: { name: text('被投诉人', 'Shop'), usccField: 'shopUscc', sees: 'first-task' },
  },
  fields: {
    account: field.text('账号', 'Account', { personal: true }), shopUscc: field.uscc('代码', 'Code'), idNumber: field.text('证件号码', 'Id number', { personal: true }), facts: field.longText('事实', 'Facts'),
    more: field.longText('补充', 'More'), answer: field.longText('答复', 'Answer'), opinion: field.longText('意见', 'Opinion'),
  },
  outcomes: { done: text('办结', 'Done') }, starters: [{ kind: 'party', party: 'consumer' }, { kind: 'office', role: 'officer' }],
  startForm: { shopUscc: 'optional', idNumber: 'required', facts: 'required' }, title: '"争议"',
})
  .steps((s) => ({
    filed: s.start('收到', 'Received'),
    opinion: s.user('审查', 'Examine', { by: s.office('officer'), form: s.asks('opinion'), outcomes: { on: s.positive('继续', 'On') } }),
    supplement: s.user('补充', 'Supplement', { by: s.party('consumer', s.office('officer')), form: { ...s.shows('account'), ...s.asks('more') }, outcomes: { sent: s.positive('已补充', 'Sent') } }),
    answer: s.user('答复', 'Answer', { by: s.party('shop', s.office('officer')), form: { ...s.shows('facts'), ...s.asks('answer') }, outcomes: { sent: s.positive('已答复', 'Sent') } }),
    done: s.end('办结', 'Done', 'done'),
  }))
  .flows(({ path }) => [path('filed', 'opinion', 'supplement', 'answer', 'done')])
  .clocks(() => ({}));

describe('what is not theirs to say', () => {
  const withSets = (sets: JsonObject, startForm: Form = { ...model.startForm, more: 'required', opinion: 'optional' }): ProcessDefinition => ({ ...model, startForm, starters: [{ kind: 'party', party: 'consumer', sets }, { kind: 'office', role: 'officer' }] });
  const sets = { more: '网上提出', opinion: null };
  it('stands in the record as the process says, whatever they send; an office says it itself', () => {
    const own = (viewer: Viewer, said: JsonObject) => drive(withSets(sets)).start({ ...data, ...said }, as(viewer)).state.data;
    expect(own(citizen, { more: '上级交办', opinion: '已核实' })).toMatchObject({ more: '网上提出' });
    expect(own(citizen, { opinion: '已核实' })['opinion'] ?? null).toBeNull();
    expect(own(officer, { more: '上级交办', opinion: '已核实' })).toMatchObject({ more: '上级交办', opinion: '已核实' });
  });
  it.each<readonly [string, JsonObject]>([['a field that the start form does not have', { answer: '无' }], ['nothing in a required field', { more: null }], ['a value that the field cannot have', { shopUscc: '1' }]])('a definition with %s is not registered', (_, wrong) => {
    expect(checkDefinition(withSets(wrong)).map((p) => p.code)).toContain('starter.sets');
    expect(checkDefinition(withSets(sets)).map((p) => p.code)).not.toContain('starter.sets');
  });
});

const data = { shopUscc: uscc, idNumber: '440106199001011234', facts: '三天就坏了。' };
const filedBy = (viewer: Viewer, more = {}): Driver => drive(model).start({ ...data, ...more }, as(viewer));
const factsOf = ({ state }: Driver): CaseFacts => ({ agency: state.agency, region: '440000', initiatorId: state.initiator.id, visibleTo: state.visibleTo });
const sees = (d: Driver, viewer: Viewer): boolean => maySee(sightOf(viewer), factsOf(d));
const shown = (d: Driver, viewer: Viewer) => insight(viewer, factsOf(d), model, d.state.parties);
const poolAt = (d: Driver, step: string): string | undefined => d.state.tasks[d.task(step)]?.pool;

describe('a citizen who starts a case', () => {
  it('is a party of it by their account, and may do what is theirs to do; nobody else may', () => {
    const d = filedBy(citizen).complete('opinion', 'on', { opinion: '受理' }, as(officer));
    expect(d.state).toMatchObject({ data: { account: 'citizen' }, parties: [{ party: 'consumer', pool: 'person:citizen' }, { party: 'shop', pool: `uscc:${uscc}`, later: true }] });
    expect(poolAt(d, 'supplement')).toBe(personPool('citizen'));
    const complete = { type: 'complete', task: d.task('supplement'), outcome: 'sent', data: { more: '发票' } } as const;
    for (const other of [stranger, officer, shop]) expect(d.refused(complete, as(other)).code).toBe('forbidden.pool');
    const [first] = taskOffers(model, d.state, d.task('supplement'), { id: 'citizen', name: 'citizen', pools: poolsOf(citizen) });
    expect(first).toEqual({ action: 'claim', why: null });
    expect(d.act(complete, as(citizen)).openNodes()).toEqual(['answer']);
    expect(d.bodies('task.completed').at(-1)).toMatchObject({ node: 'supplement', by: { id: 'citizen' } });
  });
  it('sees it with what they have written, in the clear, and not what officers write for each other', () => {
    const d = filedBy(citizen);
    expect([citizen, stranger, officer].map((v) => sees(d, v))).toEqual([true, false, true]);
    expect(shown(d, citizen)).toEqual({ personal: true, internal: false, fields: new Set(['shopUscc', 'idNumber', 'facts', 'account', 'more']) });
    expect(project(model, null, d.events).case.visibleTo).toContain('person:citizen');
  });
  it('an id that looks like a post is none', () => {
    const d = filedBy(mail).complete('opinion', 'on', { opinion: '受理' }, as(officer));
    expect(poolAt(d, 'supplement')).toBe('person:wei%40gd-amr');
    expect(d.refused({ type: 'claim', task: d.task('supplement') }, as(officer)).code).toBe('forbidden.pool');
    expect(d.refused({ type: 'delegate', task: d.task('supplement'), to: { id: 'lin', name: '林晓', pools: poolsOf(officer) }, reason: '' }, as(mail)).code).toBe('task.not-eligible');
    d.complete('supplement', 'sent', { more: '发票' }, as(mail));
    expect(services.notify.safeParse({ to: personPool(mail.id), subjectZh: 'x', subjectEn: 'x', bodyZh: '', bodyEn: '' }).success).toBe(true);
  });
  it('nobody writes into the form whose account it is', () => {
    expect(drive(model).refused({ type: 'start', caseId: 'c', hash: 'h', agency: 'gd-amr', region: '440000', data: { ...data, account: 'stranger' } }, as(citizen)))
      .toMatchObject({ code: 'form.invalid', fields: [{ field: 'account', code: 'unknown-field' }] });
  });
  it('an enterprise does not complain as a citizen by the account of the enterprise', () =>
    expect(drive(model).refused({ type: 'start', caseId: 'c', hash: 'h', agency: 'gd-amr', region: '440000', data }, as(shop)).code).toBe('forbidden.start'));
  it('a case that another one opens has the party whose account it is given', () => {
    const parent = { caseId: 'p', process: 'quarrel', number: null, title: 't', call: 1, wait: true, depth: 1 };
    const d = drive(model).act({ type: 'start', caseId: 'c', hash: 'h', agency: 'gd-amr', region: '440000', data: { ...data, account: 'citizen' }, parent }, { kind: 'system', id: 'case:p' });
    expect(sees(d, citizen)).toBe(true);
    expect(shown(d, citizen)).toMatchObject({ personal: true });
  });
});

describe('a case that an office registers for somebody without an account', () => {
  it('has no such party: the office does their step', () => {
    const d = filedBy(officer).complete('opinion', 'on', { opinion: '受理' }, as(officer));
    expect(d.state.parties.map((p) => p.party)).toEqual(['shop']);
    expect(poolAt(d, 'supplement')).toBe('officer@gd-amr');
    expect(sees(d, citizen)).toBe(false);
  });
  it('and the same where the code of the shop is not known', () => {
    const d = drive(model).start({ idNumber: data.idNumber, facts: data.facts }, as(officer));
    d.complete('opinion', 'on', { opinion: '受理' }, as(officer)).complete('supplement', 'sent', { more: '发票' }, as(officer));
    expect(poolAt(d, 'answer')).toBe('officer@gd-amr');
  });
});

describe('the other side', () => {
  it('learns of the case when it is first asked, and never sees what the consumer has written of themselves', () => {
    const d = filedBy(citizen);
    expect(sees(d, shop)).toBe(false);
    d.complete('opinion', 'on', { opinion: '受理' }, as(officer)).complete('supplement', 'sent', { more: '发票' }, as(citizen));
    expect(sees(d, shop)).toBe(true);
    expect(shown(d, shop)).toEqual({ personal: true, internal: false, fields: new Set(['facts', 'answer']) });
  });
});

describe('a definition with such parties', () => {
  const codes = (m: ProcessDefinition): string[] => checkDefinition(m).map((p) => p.code);
  const change = (step: string, more: object): ProcessDefinition => ({ ...model, nodes: model.nodes.map((n) => (n.id === step ? { ...n, ...more } as typeof n : n)) });
  it('is sound', () => expect(checkDefinition(model)).toEqual([]));
  it('says who does the steps of a party that may be missing', () => {
    expect(codes(change('supplement', { assignment: { kind: 'party', party: 'consumer' } }))).toEqual(['assignment.missing-party']);
    expect(codes(change('answer', { assignment: { kind: 'party', party: 'shop' } }))).toEqual(['assignment.missing-party']);
    expect(codes(change('answer', { assignment: { kind: 'party', party: 'shop', otherwise: { kind: 'office', role: 'nobody', agency: { kind: 'handling' } } } }))).toEqual(['assignment.role']);
  });
  it('asks nobody for an account, and marks it as personal data', () => {
    expect(codes({ ...model, startForm: { ...model.startForm, account: 'optional' } })).toEqual(['party.person']);
    expect(codes(change('opinion', { form: { account: 'required' } }))).toEqual(['party.person']);
    expect(codes({ ...model, fields: { ...model.fields, account: { ...model.fields.account!, personal: false } } })).toEqual(['party.person']);
    expect(codes({ ...model, fields: { ...model.fields, account: { ...model.fields.account!, type: 'integer' } } })).toEqual(['party.person']);
  });
});
