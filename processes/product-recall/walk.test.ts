/** Every road and every outcome of a recall through decide and evolve, by the people of the demonstration. */
import { describe, expect, it } from 'vitest';
import { fillIn } from '../../domain/documents/fill.ts';
import { project } from '../../domain/record/project.ts';
import { drive } from '../../test/engine/driver.ts';
import { describeWalks, pureWalker } from '../../test/support/walk-purely.ts';
import { isDeed, onDay, upTo, type Walk } from '../walk.ts';
import { productRecall } from './definition.ts';
import { recall } from './walks.ts';

const { walks } = recall;
const walker = pureWalker(productRecall, recall);
const { actor, walk, dueDays: dates } = walker;

describeWalks(productRecall, recall, walker);

describe('the dates of the clocks', () => {
  it('consumer goods, voluntary: found on Friday 27 February 2026 (28 February is worked), reported on Monday 2 March', () => {
    expect(dates(walks.voluntary)).toEqual({
      report: ['2026-03-02'],
      acceptance: ['2026-03-05', '2026-03-05'],
      supplement: ['2026-03-09'],
      plan: ['2026-03-12'], // 10 WD after 27 February: 28 February, 2–6 and 9–12 March
      planCheck: ['2026-03-09', '2026-03-09'],
      publication: ['2026-03-05'],
      phaseReport: ['2026-06-09', '2026-06-09'], // three months after 9 March; a report before that day moves nothing
      summary: ['2026-03-23'],
      closing: ['2026-05-06'], // 1 May + holiday
    });
  });
  it('motor vehicles, voluntary: no report limit, plan 5, publication 5, owners 30', () => {
    const found = dates(walks.voluntaryVehicle);
    expect(found).toMatchObject({ plan: ['2026-03-05', '2026-03-09'], publication: ['2026-03-09', '2026-03-09'], ownerNotice: ['2026-04-14', '2026-04-14'], summary: ['2026-03-23', '2026-03-23'] });
    expect(found).not.toHaveProperty('report');
  });
  it('emissions: objection 15, plan 5, publication 5, owners 30, a changed plan 5; phase report and summary within internal limits', () => {
    const found = dates(walks.emissionVoluntary);
    expect(found).toMatchObject({
      plan: ['2026-03-05'], publication: ['2026-03-09'], ownerNotice: ['2026-04-14'], planChange: ['2026-03-09'], emissionSummary: ['2026-03-23'],
      // Three months from 9 March; the report covers until 2 March and moves nothing.
      emissionPhase: ['2026-06-09', '2026-06-09'],
    });
    for (const other of ['report', 'phaseReport', 'summary']) expect(found).not.toHaveProperty(other);
    expect(dates(walks.emissionOrdered)).toMatchObject({ objection: ['2026-03-23'], plan: ['2026-03-09'], ecology: ['2026-03-23'], consultation: ['2026-03-16', '2026-03-16', '2026-03-16'] });
  });
  it('notified: notice 3 after the agency itself found it on 27 February, objection 10, plan 10 from the service of the notice', () => {
    expect(dates(walks.notified)).toMatchObject({ investigationNotice: ['2026-03-03'], objection: ['2026-03-16'], plan: ['2026-03-16'] });
  });
  it('motor vehicles, notified: objection 15, plan 5 from the confirmation', () => {
    expect(dates(walks.notifiedVehicle)).toMatchObject({ objection: ['2026-03-23'], plan: ['2026-03-09'] });
  });
  it('ordered: plan 10 from the service of the order', () => {
    expect(dates(walks.ordered)).toMatchObject({ plan: ['2026-03-16'] });
  });
  it('the days of 2026 on which the law was tried: 10 working days from 6 February are over on 27 February', () => {
    expect(dates(walks.notified, '2026-02-06')).toMatchObject({ objection: ['2026-02-27'] });
  });
  it('forwarding to another province: 2', () => {
    expect(dates(walks.forwarded)).toMatchObject({ forwarding: ['2026-03-04'] });
  });
});

describe('what time does', () => {
  it('an objection in the last second is in time, and one second later it is waived', () => {
    const before = upTo(walks.notified, 'response');
    const inTime = walk(before).until('2026-03-16T15:59:59.999Z');
    walker.act(inTime, ['response', 'object', { objectionReasons: '理由' }]);
    expect(inTime.openNodes()).toEqual(['expertArgument']);
    const late = walk(before).until('2026-03-16T16:00:00.000Z');
    expect(late.openNodes()).toEqual(['proposal']);
    // A right that was not used is no breach of a duty.
    expect(late.bodies('clock.breached').map((b) => b.clock)).not.toContain('objection');
  });
  it('an objection stops nothing but itself: the plan is not due while the objection is examined', () => {
    const d = walk(upTo(walks.determined, 'expertArgument')).until('2026-03-30T02:00:00.000Z');
    expect(d.openNodes()).toEqual(['expertArgument']);
    expect(Object.values(d.state.clocks).map((c) => c.clock)).toEqual(['determination']);
    expect(d.bodies('clock.breached')).toEqual([]);
  });
  it('a plan that does not come is a breach, told to the producer and the section head, and the officer decides', () => {
    const d = walk(upTo(walks.corrected, 'planDefault'));
    expect(d.bodies('clock.breached').map((b) => b.clock)).toEqual(['plan']);
    expect(d.openNodes()).toEqual(['planDefault']);
    const told = project(productRecall, null, d.events).notices.filter((n) => n.subject.en.startsWith('Overdue'));
    expect(told.map((n) => n.pool)).toEqual(['uscc:91440605MA4W2Q7H9C', 'section-head@gd-amr']);
  });
  it('a report more than two working days after discovery is late, and the case goes on', () => {
    const d = drive(productRecall, '2026-03-04T02:00:00.000Z').start(onDay(walks.voluntary.start, '2026-03-02'), actor('chenguang'));
    expect(d.bodies('clock.stopped')).toEqual([expect.objectContaining({ clock: 'report', reason: 'late' })]);
    expect(d.openNodes()).toEqual(['acceptance']);
  });
  it('nobody gains time by a day that has not come', () => {
    const start = { type: 'start', caseId: 'c', hash: 'h', agency: 'gd-amr', region: '440000', data: { ...onDay(walks.voluntary.start, '2026-03-02'), defectFoundOn: '2026-03-03' } } as const;
    expect(drive(productRecall, '2026-03-02T15:59:59.999Z').refused(start, actor('chenguang')).fields).toEqual([{ field: 'defectFoundOn', code: 'too-large', params: { max: '2026-03-02' } }]);
    // 00:00 of 3 March in China
    drive(productRecall, '2026-03-02T16:00:00.000Z').act(start, actor('chenguang'));
    const counted = new Set(productRecall.clocks.flatMap((c) => (c.startsFrom === undefined ? [] : [c.startsFrom])));
    const free = [...counted].filter((f) => !productRecall.fields[f]?.past);
    // These are set by the process itself, and the day on which a recall begins may be planned.
    expect(free).toEqual(['possibleDefectOn', 'planFrom', 'phaseFrom']);
  });
  it('a lead that an officer enters late makes no producer late: the agency’s own three days run from the day on which it found it', () => {
    const d = drive(productRecall, '2026-03-20T02:00:00.000Z').start(onDay(walks.notified.start, '2026-03-02'), actor('lin'));
    expect(d.bodies('clock.started').map((b) => [b.clock, b.dueDay])).toEqual([['investigationNotice', '2026-03-03'], ['acceptance', '2026-03-25']]);
  });
  it('what others report is known to the agency when it reaches it', () => {
    const d = drive(productRecall, '2026-03-20T02:00:00.000Z').start({ ...onDay(walks.notified.start, '2026-03-02'), source: 'complaint' }, actor('lin'));
    expect(d.state.data['possibleDefectOn']).toBe('2026-03-20');
  });
  it('no notice to investigate is owed once it is urgent, another’s, out of scope, or found by the producer', () => {
    for (const [way, step] of [[walks.notifiedVehicle, 'technicalInvestigation'], [walks.determined, 'technicalInvestigation'], [walks.forwarded, 'forwarding'], [walks.voluntary, 'plan']] as const) {
      expect(Object.values(walk(upTo(way, step)).state.clocks).map((c) => c.clock)).not.toContain('investigationNotice');
    }
  });
});

describe('the phases of a recall (§21①: every three months from the day on which it is carried out)', () => {
  const begun = () => walk(upTo(walks.foundByProducer, 'implementation'));
  const phase = (d: ReturnType<typeof begun>, at: string, until: string) => {
    d.until(`${at}T02:00:00.000Z`);
    walker.act(d, ['implementation', 'phase', { phaseUntil: until, recalledCount: 100, progressNote: '进展。' }]);
    return Object.values(d.state.clocks).filter((c) => c.clock === 'phaseReport').map((c) => c.dueDay);
  };
  it('a report moves the limit by one phase, however early in the phase; a second one in the same phase moves nothing', () => {
    const d = begun(); // carried out from 9 March
    expect(phase(d, '2026-04-01', '2026-03-31')).toEqual(['2026-09-09']);
    expect(phase(d, '2026-05-06', '2026-05-06')).toEqual(['2026-09-09']);
    expect(phase(d, '2026-06-20', '2026-06-19')).toEqual(['2026-12-09']);
  });
  it('a report that comes late does not put off the next one', () => {
    const d = begun();
    expect(phase(d, '2026-07-01', '2026-06-30')).toEqual(['2026-09-09']);
    expect(d.bodies('clock.breached').map((b) => b.clock)).toContain('phaseReport');
  });
});

it('what each phase has come to stands together, for whoever supervises, assesses and closes; a new round begins anew', () => {
  const d = walk(upTo(walks.voluntary, 'closing'));
  expect(d.state.data['phaseHistory']).toBe('第1次（截至2026年3月2日）：已召回9800，共21500，完成45.5%');
  walker.act(d, ['closing', 'again', { closingOpinion: '范围不准确。' }]);
  for (const step of ['plan', 'planCheck', 'producerPublication']) {
    const act = walks.voluntary.acts.findLast((a) => isDeed(a) && a[0] === step);
    if (!act) throw new Error(`no ${step}`);
    walker.act(d, act);
  }
  expect([d.openNodes().includes('implementation'), d.state.data['phaseHistory']]).toEqual([true, null]);
});

describe('emissions', () => {
  it('a phase runs on from what the last report covers, by the internal limit as it holds in the case', () => {
    const d = walk(upTo(walks.emissionNotified, 'implementation')); // carried out from 9 March
    d.until('2026-05-06T02:00:00.000Z');
    walker.act(d, ['implementation', 'phase', { phaseUntil: '2026-04-30', recalledCount: 100, progressNote: '进展。' }]);
    expect(Object.values(d.state.clocks).map((c) => [c.clock, c.dueDay])).toContainEqual(['emissionPhase', '2026-07-30']);
  });
  it('the plan that is public is the changed one, and the recall goes on while it is handed in again and checked', () => {
    const d = walk(upTo(walks.emissionVoluntary, 'planChange'));
    expect(d.openNodes()).toEqual(expect.arrayContaining(['planChange', 'producerPublication', 'ownerNotice', 'supervision']));
    const publicity = walk(walks.emissionVoluntary).bodies('job.requested').filter((b) => b.input['kind'] === 'recall-plan').map((b) => [b.service, JSON.stringify(b.input['facts'] ?? null).includes('10200')]);
    expect(publicity).toEqual([['publish', false], ['publish.end', false], ['publish', true], ['publish.end', false]]);
  });
  it('a changed plan that is not handed in again in five working days is a breach', () => {
    const d = walk(upTo(walks.emissionVoluntary, 'planChange')).until('2026-03-09T16:00:00.000Z');
    expect(d.bodies('clock.breached').map((b) => b.clock)).toContain('planChange');
  });
  it('no other recall asks for the department of ecology, or for a plan to be handed in again', () => {
    const own = ['ecologyInvestigation', 'ministryReview', 'orderConsultation', 'planWatch', 'planChange'];
    const opened = (way: Walk) => new Set(walk(way).bodies('task.created').map((b) => b.node).filter((node) => own.includes(node)));
    expect([walks.ordered, walks.determined, walks.notifiedVehicle, walks.voluntaryVehicle].map((way) => opened(way).size)).toEqual([0, 0, 0, 0]);
    expect(opened(walks.emissionOrdered)).toEqual(new Set(['ecologyInvestigation', 'ministryReview', 'orderConsultation', 'planWatch']));
  });
  it('is named by its own name in the documents, which cite the rule as a whole', () => {
    const d = walk(walks.emissionOrdered);
    const said = (name: string): string => {
      const [drafted, form] = [d.bodies('document.drafted').find((b) => b.template === name), productRecall.documents?.[name]];
      if (!drafted || !form) throw new Error(`no ${name}`);
      return JSON.stringify(fillIn(form, drafted.values, { issuer: '市场监管总局', number: '国市监召责〔2026〕1号', on: drafted.on }));
    };
    for (const name of ['defectReport', 'recallNotice', 'determination', 'recallOrder', 'technicalReport']) expect([name, said(name).includes('排放危害'), /缺陷(?!汽车)/.test(said(name))]).toEqual([name, true, false]);
    expect(said('recallOrder')).toContain('《机动车排放召回管理规定》');
    expect(said('recallOrder')).toContain('经会商生态环境部');
    expect(said('technicalReport')).toContain('在用车抽测10辆');
  });
});

describe('another round', () => {
  it('what was owed in a round that is broken off is owed no more, and the next round asks for it anew', () => {
    const d = walk(upTo(walks.againByProducer, 'plan', 1));
    expect(d.openNodes()).toEqual(['plan']);
    expect(Object.values(d.state.clocks).map((c) => c.clock)).toEqual(['plan']);
    expect(d.state.data).toMatchObject({ recallRound: 2, againBy: null });
  });
  it('the authority notifies it in writing, the producer begins it by itself', () => {
    const notices = (way: (typeof walks)[keyof typeof walks]) => walk(way).bodies('document.drafted').filter((b) => b.template === 'recallAgain').length;
    expect([notices(walks.supervised), notices(walks.voluntaryVehicle), notices(walks.againByProducer)]).toEqual([1, 1, 0]);
  });
  it('the effect of a recall of motor vehicles is assessed by experts who are named', () => {
    const d = walk(upTo(walks.notifiedVehicle, 'assessment'));
    walker.act(d, ['assessment', 'effective', { effectReport: '有效。' }]);
    expect(d.openNodes()).toEqual(['assessment']);
    walker.act(d, ['assessment', 'effective', { effectReport: '有效。', assessmentExperts: '整车专家一名。' }]);
    expect(d.openNodes()).toEqual(['closing']);
  });
});

describe('what is suspected to be a crime', () => {
  it('opens a case of its own, and leaves the recall where it was, with its clocks', () => {
    const [before, after] = [walk(upTo(walks.crimeInDetermination, 'expertArgument')), walk(upTo(walks.crimeInDetermination, 'designation'))];
    expect(after.openNodes()).toEqual(['expertArgument']);
    expect(Object.values(after.state.clocks).map((c) => [c.clock, c.dueDay])).toEqual(Object.values(before.state.clocks).map((c) => [c.clock, c.dueDay]));
    expect(after.bodies('opening.requested').map((b) => [b.process, b.wait, b.data['penaltyAfter']])).toEqual([['criminal-transfer', false, true]]);
  });
  it('is told with the offence, the facts and the evidence, or not at all', () => {
    const d = walk(upTo(walks.crimeInInvestigation, 'openInvestigation'));
    const missing = d.refused({ type: 'complete', task: d.task('openInvestigation'), outcome: 'criminal', data: {} }, actor('wu')).fields?.map((f) => f.field);
    expect(missing).toEqual(['suspectedOffence', 'criminalFacts', 'evidenceList']);
  });
  it('the order to recall goes into the credit file and is published (§27)', () => {
    const d = walk(walks.ordered);
    expect(d.bodies('job.requested').find((b) => b.service === 'credit.record')?.input).toMatchObject({ uscc: '91440605MA4W2Q7H9C', kind: 'recall', decidedOn: '2026-03-02', publicFrom: '2026-03-02', publicUntil: null });
    expect(d.bodies('job.requested').filter((b) => b.service === 'publish').map((b) => b.input['kind'])).toEqual(['recall-order', 'recall-plan', 'recall-result']);
  });
  it('the plan is public until the recall is closed; where it is carried out anew, until the next round begins', () => {
    const publicity = (way: Walk) => walk(way).bodies('job.requested').filter((b) => b.service === 'publish' || b.service === 'publish.end').map((b) => `${b.service} ${b.input['kind'] as string}${b.service === 'publish' ? '' : ` ${b.input['until'] as string}`}`);
    expect(publicity(walks.voluntary)).toEqual(['publish recall-plan', 'publish.end recall-plan today', 'publish recall-result']);
    expect(publicity(walks.againByProducer)).toEqual(['publish recall-plan', 'publish.end recall-plan today', 'publish recall-plan', 'publish.end recall-plan today', 'publish recall-result']);
  });
});

describe('who may', () => {
  it('the producer and an officer of the agency start a recall; another enterprise does not', () => {
    const d = drive(productRecall);
    const start = { type: 'start', caseId: 'c', hash: 'h', agency: 'gd-amr', region: '440000', data: onDay(walks.voluntary.start, '2026-03-02') } as const;
    expect(d.refused(start, actor('haichuan')).code).toBe('forbidden.start');
    expect(d.refused(start, actor('citizen')).code).toBe('forbidden.start');
  });
  it('the officer who drafted the notice may not organise the argument about it', () => {
    const d = walk(upTo(walks.determined, 'expertArgument'));
    const task = { type: 'claim', task: d.task('expertArgument') } as const;
    expect(d.refused(task, actor('lin'))).toMatchObject({ code: 'forbidden.separation', params: { step: 'noticeDraft' } });
    d.act(task, actor('zhou'));
  });
});
