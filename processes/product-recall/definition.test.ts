import { describe, expect, it } from 'vitest';
import { checkDefinition } from '../../domain/model/check.ts';
import type { ClockDefinition, Trigger } from '../../domain/model/types.ts';
import { productRecall } from './definition.ts';

const clock = (id: string): ClockDefinition => {
  const found = productRecall.clocks.find((c) => c.id === id);
  if (!found) throw new Error(`no clock ${id}`);
  return found;
};
const when = (t: Trigger): string => `${t.on} ${t.node}${t.outcome === undefined ? '' : `: ${t.outcome}`}`;

it('passes every check of registration', () => {
  expect(checkDefinition(productRecall)).toEqual([]);
});

describe('the limits of the law (law/statutory-limits.md §§3 and 4)', () => {
  const consumer = '消费品召回管理暂行规定';
  const regulation = '缺陷汽车产品召回管理条例';
  const measures = '缺陷汽车产品召回管理条例实施办法';
  const emission = '机动车排放召回管理规定';
  // clock, product, limit, instrument, article, whose duty, counted from
  it.each([
    ['report', 'consumer', '2 working-day', consumer, '§8①', 'producer', '发现之日'],
    ['operatorReport', 'consumer', '2 working-day', consumer, '§8①', 'operator', '发现之日'],
    ['forwarding', 'consumer', '2 working-day', consumer, '§8②', 'officer', 'completed acceptance: elsewhere'],
    ['investigationNotice', 'consumer', '3 working-day', consumer, '§9②', 'officer', '发现可能存在缺陷之日'],
    ['objection', 'consumer', '10 working-day', consumer, '§13①', 'producer', '召回通知书送达日期'],
    ['plan', 'consumer', '10 working-day', consumer, '§17', 'producer', '召回计划时限起算日'],
    ['publication', 'consumer', '3 working-day', consumer, '§19②', 'producer', 'completed plan: submitted'],
    ['phaseReport', 'consumer', '3 month', consumer, '§21①', 'producer', '本阶段起算日'],
    ['summary', 'consumer', '15 working-day', consumer, '§21①', 'producer', '召回计划完成日期'],
    ['objection', 'vehicle', '15 working-day', regulation, '§15②', 'producer', '召回通知书送达日期'],
    ['plan', 'vehicle', '5 working-day', measures, '§24', 'producer', '召回计划时限起算日'],
    ['publication', 'vehicle', '5 working-day', measures, '§26', 'producer', 'completed plan: submitted'],
    ['ownerNotice', 'vehicle', '30 working-day', measures, '§26', 'producer', 'completed plan: submitted'],
    ['phaseReport', 'vehicle', '3 month', measures, '§30', 'producer', '本阶段起算日'],
    ['summary', 'vehicle', '15 working-day', measures, '§30', 'producer', '召回计划完成日期'],
    ['objection', 'emission', '15 working-day', emission, '异议期限（条文号未核）', 'producer', '召回通知书送达日期'],
    ['plan', 'emission', '5 working-day', emission, '召回计划期限（条文号未核）', 'producer', '召回计划时限起算日'],
    ['publication', 'emission', '5 working-day', emission, '召回信息发布期限（条文号未核）', 'producer', 'completed plan: submitted'],
    ['ownerNotice', 'emission', '30 working-day', emission, '告知车主期限（条文号未核）', 'producer', 'completed plan: submitted'],
    ['planChange', 'emission', '5 working-day', emission, '修改召回计划期限（条文号未核）', 'producer', '召回计划修改之日'],
  ])('%s (%s): %s, %s%s', (id, product, limit, instrument, article, duty, from) => {
    const { rules, start, startsFrom, duty: whose } = clock(id);
    const rule = rules.find((r) => r.when?.includes(`productKind = "${product}"`));
    expect(rule).toMatchObject({ startDay: 'excluded', rollOver: 'next-working-day', basis: { instrument: { zh: instrument }, article, confidence: 'V1' } });
    expect(`${rule?.budget.amount} ${rule?.budget.unit}`).toBe(limit);
    expect(rule?.basis.internal).toBeUndefined();
    expect(whose.kind === 'party' ? whose.party : whose.kind === 'office' && whose.role).toBe(duty);
    expect(startsFrom === undefined ? start.map(when)[0] : productRecall.fields[startsFrom]?.label.zh).toBe(from);
  });

  it('where the law names no number of days the limit says that it is internal, and a breach of it reproaches nobody outside', () => {
    const internal = productRecall.clocks.filter((c) => c.rules.some((r) => r.basis.internal));
    expect(internal.map((c) => c.id)).toEqual(['acceptance', 'supplement', 'ecology', 'consultation', 'determination', 'stance', 'order', 'planCheck', 'emissionPhase', 'emissionSummary', 'closing']);
    for (const c of internal) expect(c).toMatchObject({ breach: c.duty.kind === 'party' ? 'lapse' : 'record' });
  });

  it('no rule is without one of the instruments that were read', () => {
    const cited = productRecall.clocks.flatMap((c) => c.rules.filter((r) => !r.basis.internal).map((r) => r.basis.instrument.zh));
    expect(cited).toHaveLength(20);
    expect(new Set(cited)).toEqual(new Set([consumer, regulation, measures, emission]));
  });
});

describe('who does what', () => {
  const steps = productRecall.nodes.filter((n) => n.type === 'userTask');
  it('only the national authority orders a recall (§14; 条例 §15③)', () => {
    const orders = steps.filter((s) => ['orderExamination', 'order', 'orderService'].includes(s.id));
    expect(orders).toHaveLength(3);
    for (const step of orders) expect(step.assignment).toMatchObject({ agency: { kind: 'fixed', agency: 'samr' } });
    // The only way to the ordered road is through the signed order.
    expect(productRecall.flows.filter((f) => f.to === 'orderedRoad').map((f) => f.from)).toEqual(['publishOrder']);
    expect(productRecall.flows.filter((f) => ['publishOrder', 'recordOrder', 'tellOrder'].includes(f.to)).map((f) => f.from).sort()).toEqual(['orderService', 'recordOrder', 'tellOrder']);
    expect(productRecall.flows.filter((f) => f.to === 'makeOrder').map((f) => f.condition)).toEqual(['outcome.order = "ordered"']);
    expect(productRecall.flows.filter((f) => f.to === 'orderService').map((f) => f.from)).toEqual(['makeOrder']);
  });
  it('the plan goes to the authority that the law names, and so do its check, its reports and the closing (§§17, 19①, 21①)', () => {
    const scripts = Object.fromEntries(productRecall.nodes.flatMap((n) => (n.type === 'scriptTask' && n.set['planAgency'] !== undefined ? [[n.id, n.set['planAgency']]] : [])));
    expect(scripts).toEqual({ voluntaryRoad: 'if productKind != "consumer" then "samr" else case.agency', notifiedRoad: 'decidingAgency', determinedRoad: 'decidingAgency', orderedRoad: '"samr"' });
    for (const id of ['planCheck', 'closing']) expect(steps.find((s) => s.id === id)?.assignment).toMatchObject({ agency: { kind: 'data', field: 'planAgency' } });
    for (const id of ['tellPlan', 'tellPhase', 'tellSummary']) expect(productRecall.nodes.find((n) => n.id === id)).toMatchObject({ input: { to: '"officer@" + planAgency' } });
  });
  it('an officer at work on the investigation, the notice, the determination, the proposal or the implementation can pass a suspicion of crime on, and the recall goes on', () => {
    const steps = productRecall.nodes.filter((n) => n.type === 'userTask' && n.outcomes.some((o) => o.id === 'criminal'));
    expect(steps.map((s) => s.id)).toEqual(['investigationReview', 'openInvestigation', 'noticeDraft', 'expertArgument', 'proposal', 'supervision']);
    const calls = productRecall.nodes.flatMap((n) => (n.type === 'callActivity' && n.process === 'criminal-transfer' ? [[n.id, n.wait !== false]] : []));
    expect(calls).toEqual([['openTransferBeside', false], ['openTransfer', true], ['transferInRecall', false]]);
  });
  it.each([
    ['noticeReview', ['noticeDraft']], ['noticeSign', ['noticeDraft', 'noticeReview']], ['expertArgument', ['noticeDraft']], ['determination', ['expertArgument']],
    ['proposalApproval', ['proposal']], ['order', ['orderExamination']], ['noDefectApproval', ['investigationReview']], ['transferApproval', ['planDefault']], ['closing', ['planCheck']],
  ])('职责分离: %s is not for who did %j', (step, others) => {
    expect(steps.find((s) => s.id === step)?.notSameAs).toEqual(others);
  });
  it('personal data are marked, and nothing of them is published', () => {
    const personal = Object.entries(productRecall.fields).filter(([, f]) => f.personal).map(([name]) => name);
    expect(personal).toEqual(['contactName', 'contactPhone', 'interviewPeople']);
    const leaving = productRecall.nodes.filter((n) => n.type === 'serviceTask').map((n) => JSON.stringify(n.input));
    expect(leaving.length).toBeGreaterThan(8);
    for (const input of leaving) for (const name of personal) expect(input).not.toContain(name);
  });
  it('the plan has what §18 asks for', () => {
    const submitted = steps.find((s) => s.id === 'plan')?.outcomes.find((o) => o.id === 'submitted');
    expect(submitted?.requires).toEqual(expect.arrayContaining(['planScope', 'planEmergency', 'planMeasures', 'planOrganisation', 'planContactPhone', 'planStartOn', 'planEndOn', 'stopSaleOn', 'operatorsToldOn']));
  });
});
