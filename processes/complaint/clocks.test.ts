/** Each limit of a complaint at its boundaries: the last moment in time, one moment later late; across Spring Festival, National Day and the days worked instead; under both rules. */
import { describe, expect, it } from 'vitest';
import { checkCalls, checkDefinition } from '../../domain/model/check.ts';
import type { Driver } from '../../test/engine/driver.ts';
import { drive } from '../../test/engine/driver.ts';
import { pureWalker } from '../../test/support/walk-purely.ts';
import { dayOfEpoch, epochDay } from '../../domain/calendar/civil-day.ts';
import { dueDate } from '../../domain/calendar/due-date.ts';
import { startOfDay } from '../../domain/calendar/civil-day.ts';
import { defaultCalendar } from '../../domain/calendar/work-calendar.ts';
import { definitions } from '../registry.ts';
import { onDay, upTo, type Walk } from '../walk.ts';
import { complaint } from './definition.ts';
import { mediationRules, newRuleFrom, regulationFrom } from './law.ts';
import { complaintWalks } from './walks.ts';

const { walks } = complaintWalks;
const walker = pureWalker(complaint, complaintWalks, (job) => (job.service === 'enterprise.cases' ? { ok: true, reason: null, count: 0 } : undefined));
const { act, actor, runJobs } = walker;
const endOf = (due: string): string => `${due}T15:59:59.999Z`;
const after = (due: string): string => `${due}T16:00:00.000Z`;
/** The clock as it was started. */
const started = (d: Driver, clock: string) => {
  const found = d.bodies('clock.started').filter((b) => b.clock === clock).at(-1);
  if (!found) throw new Error(`${clock} was not started`);
  return found;
};
const breached = (d: Driver): string[] => d.bodies('clock.breached').map((b) => b.clock);
/** A walk whose case was received on a day before: by post, say. The acts are done on `today`. */
function receivedOn(way: Walk, received: string, today = received): Driver {
  const d = drive(complaint, `${today}T02:00:00.000Z`, way.agency);
  d.start(onDay(way.start, received), actor(way.starter), `${received}T02:00:00.000Z`);
  runJobs(d);
  for (const next of way.acts) act(d, next);
  return d;
}

it('passes every check of registration, and calls other processes with what they ask for', () => {
  expect(checkDefinition(complaint)).toEqual([]);
  expect(checkCalls(complaint, definitions)).toEqual([]);
});

describe('the limits of the law (law/statutory-limits.md §5)', () => {
  const newer = '市场监督管理投诉举报处理办法';
  const former = '市场监督管理投诉举报处理暂行办法';
  const regulation = '中华人民共和国消费者权益保护法实施条例';
  it.each([
    // clock, received, limit, instrument, article
    ['acceptance', '2026-04-15', '7 working-day', newer, '§15'], ['acceptance', '2026-04-14', '7 working-day', former, '§14'],
    ['dispute', '2026-04-15', '7 working-day', newer, '§33'],
    ['mediation', '2026-04-15', '60 calendar-day', newer, '§23①(5)'], ['mediation', '2026-04-14', '60 calendar-day', regulation, '§46③'], ['mediation', '2024-07-01', '60 calendar-day', regulation, '§46③'],
    ['mediation', '2024-06-30', '45 working-day', former, '§21(5)'],
    ['terminationNotice', '2026-04-15', '7 working-day', newer, '§23②'], ['terminationNotice', '2026-04-14', '7 working-day', former, '§21②'],
  ])('%s of a complaint received on %s: %s, %s%s', (id, received, limit, instrument, article) => {
    const rule = complaint.clocks.find((c) => c.id === id)?.rules.find((r) => (r.inForceFrom ?? '') <= received && received < (r.inForceUntil ?? '9'));
    expect(rule).toMatchObject({ startDay: 'excluded', rollOver: 'next-working-day', basis: { instrument: { zh: instrument }, article } });
    expect(`${rule?.budget.amount} ${rule?.budget.unit}`).toBe(limit);
    expect(rule?.basis.internal).toBeUndefined();
  });
  it('where the law names no number the limit says that it is internal, and its breach is recorded and no more', () => {
    const internal = complaint.clocks.filter((c) => c.rules.every((r) => r.basis.internal));
    expect(internal.map((c) => c.id)).toEqual(['distribution', 'recusal', 'callBack']);
    for (const c of internal) expect(c.breach).toBe('record');
  });
  it('the sixty days of the regulation never end after the forty-five working days of the former measures', () => {
    const [, sixty, fortyFive] = mediationRules;
    if (!sixty || !fortyFive) throw new Error('three rules');
    const days = Array.from({ length: epochDay('2026-04-15') - epochDay('2025-01-02') }, (_, i) => dayOfEpoch(epochDay('2025-01-02') + i));
    const due = (rule: typeof sixty, from: string): string => dueDate({ rule, startedAt: startOfDay(from), pauses: [], extensions: [] }, defaultCalendar).dueDay;
    expect(days.length).toBeGreaterThan(400);
    expect(days.filter((day) => due(sixty, day) > due(fortyFive, day))).toEqual([]);
  });
  it('the versions follow each other without a gap and without an overlap', () => {
    for (const { rules } of complaint.clocks.filter((c) => c.rules.length > 1)) {
      const spans = rules.map((r) => [r.inForceFrom ?? '', r.inForceUntil ?? '9'] as const).sort();
      spans.slice(1).forEach(([from], i) => expect(from).toBe(spans[i]?.[1]));
    }
    expect([regulationFrom, newRuleFrom]).toEqual(['2024-07-01', '2026-04-15']);
  });
});

describe('受理 (§15): seven working days from the receipt, told to the complainant', () => {
  it.each([
    ['2026-02-13', '2026-03-02', 'Spring Festival, 14 and 28 February worked'], ['2026-04-14', '2026-04-23', 'the last day of the former measures'], ['2026-04-15', '2026-04-24', 'the first of the new ones'],
    ['2026-04-30', '2026-05-13', 'Labour Day, 9 May worked'], ['2026-09-18', '2026-09-29', 'Mid-Autumn, 20 September worked'], ['2026-09-29', '2026-10-14', 'National Day, 10 October worked'], ['2026-12-25', '2027-01-06', 'into the next year'],
  ])('received on %s: due on %s (%s)', (received, due) => {
    const waiting = upTo(walks.settled, 'tellAcceptance');
    const inTime = walker.walk(waiting, received);
    expect(started(inTime, 'acceptance').dueDay).toBe(due);
    inTime.until(endOf(due));
    expect(breached(inTime)).not.toContain('acceptance');
    act(inTime, ['tellAcceptance', 'told', { decisionToldOn: due, decisionToldWay: 'phone' }]);
    inTime.until(after(due));
    expect(breached(inTime)).not.toContain('acceptance');
    expect(breached(walker.walk(waiting, received).until(after(due)))).toContain('acceptance');
  });
  it('counts from the receipt, not from the day on which the office looks at it; and a refusal is told within the same time', () => {
    const late = receivedOn(upTo(walks.refused, 'tellRefusal'), '2026-05-11', '2026-05-18');
    expect(started(late, 'acceptance').dueDay).toBe('2026-05-20');
    late.until(endOf('2026-05-20'));
    act(late, ['tellRefusal', 'told', { decisionToldOn: '2026-05-20', decisionToldWay: 'phone' }]);
    expect(breached(late)).not.toContain('acceptance');
    expect(late.bodies('clock.stopped').find((b) => b.clock === 'acceptance')).toMatchObject({ reason: 'met' });
  });
  it('runs while it is still being registered, through a request for proof of identity; who distributes it, or points to another channel, owes no decision', () => {
    const registering = walker.walk(upTo(walks.settled, 'registration'), '2026-05-11');
    expect(started(registering, 'acceptance').dueDay).toBe('2026-05-20');
    expect(breached(registering.until(after('2026-05-20')))).toContain('acceptance');
    expect(breached(walker.walk(upTo(walks.refused, 'identity'), '2026-05-11').until(after('2026-05-20')))).toContain('acceptance');
    for (const way of [walks.distributed, walks.otherChannel]) {
      const d = walker.walk(way, '2026-05-11');
      expect(new Set(d.bodies('clock.stopped').filter((b) => b.clock === 'acceptance').map((b) => b.reason))).toEqual(new Set(['met']));
    }
  });
  it('a bureau without power has no time to keep any more once it has reported back or handed over', () => {
    for (const way of [walks.noPower, walks.takenOver]) expect(walker.walk(way, '2026-05-11').bodies('clock.stopped').find((b) => b.clock === 'acceptance')).toMatchObject({ reason: 'met' });
  });
});

describe('协商处理权限 (§33): seven working days from the dispute', () => {
  it.each([['2026-05-11', '2026-05-20'], ['2026-09-29', '2026-10-14']])('arisen on %s: due on %s', (arisen, due) => {
    const waiting = { ...walks.takenOver, acts: walks.takenOver.acts.slice(0, 2), outcome: null };
    const d = walker.walk(waiting, arisen);
    expect(started(d, 'dispute').dueDay).toBe(due);
    expect(breached(d.until(endOf(due)))).not.toContain('dispute');
    expect(breached(d.until(after(due)))).toContain('dispute');
  });
});

describe('调解期限 (§23①(5)): sixty days from the acceptance, then the mediation ends', () => {
  const session = upTo(walks.failed, 'session');
  it.each([
    // received and accepted, last day, what is special
    ['2026-08-03', '2026-10-08', 'the sixtieth day is 2 October'], ['2026-08-12', '2026-10-12', 'a Sunday'], ['2026-04-15', '2026-06-15', 'the first day of the new measures: 14 June is a Sunday'],
    ['2026-04-14', '2026-06-15', 'the last day of the former measures, under the regulation: 13 June is a Saturday'], ['2025-12-19', '2026-02-24', 'ends in Spring Festival'], ['2026-03-02', '2026-05-06', 'ends on Labour Day'],
    ['2025-12-16', '2026-02-14', 'a Saturday that is worked'],
  ])('accepted on %s: until the end of %s (%s)', (accepted, due) => {
    const inTime = walker.walk(session, accepted).until(endOf(due));
    expect(started(inTime, 'mediation').dueDay).toBe(due);
    expect(inTime.openNodes()).toContain('session');
    act(inTime, ['session', 'proposal', { mediationRecord: '最后一日。', agreementProposal: '退款。' }]);
    act(inTime, ['complainantAnswer', 'accept']);
    act(inTime, ['respondentAnswer', 'accept']);
    expect(inTime.openNodes()).toContain('agreement');
    const late = walker.walk(session, accepted).until(after(due));
    runJobs(late);
    expect(late.openNodes()).toContain('tellTermination');
    expect(late.state.data).toMatchObject({ terminationGround: 5 });
    // Nobody has missed a duty: the law ends the mediation.
    expect(breached(late)).not.toContain('mediation');
    expect(Object.values(late.state.tasks).map((t) => t.node).filter((n) => ['session', 'preparation', 'complainantStands', 'respondentStands'].includes(n))).toEqual([]);
  });
  it('the rule before 1 July 2024: forty-five working days', () => {
    const d = receivedOn(upTo(walks.failed, 'session'), '2024-06-28', '2025-03-03');
    expect(started(d, 'mediation')).toMatchObject({ rule: { budget: { amount: 45, unit: 'working-day' } }, dueDay: '2025-05-08' });
  });
  it('the time of an appraisal is not counted, to the day', () => {
    const d = walker.walk(upTo(walks.settledAfterAppraisal, 'appraisal'), '2026-05-11');
    expect(started(d, 'mediation').dueDay).toBe('2026-07-10');
    d.until('2026-08-10T02:00:00.000Z');
    expect(d.openNodes()).toContain('appraisal');
    act(d, ['appraisal', 'received', { appraisalResult: '不符合标准。' }]);
    const clock = Object.values(d.state.clocks).find((c) => c.clock === 'mediation');
    // Ninety-one days of appraisal, from 11 May to 10 August: 10 July + 91 days = 9 October.
    expect(clock).toMatchObject({ paused: false, dueDay: '2026-10-09', pauses: [{ reason: '鉴定、检测所需时间不计入调解期限' }] });
  });
  it('an application for a recusal lets the mediation stand still until it is decided', () => {
    const d = walker.walk(upTo(walks.recusals, 'recusalDecision'), '2026-05-11');
    expect([...d.openNodes()].sort()).toEqual(['recusalDecision', 'watch']);
    expect(started(d, 'recusal').dueDay).toBe('2026-05-14');
    d.until('2026-05-21T02:00:00.000Z');
    act(d, ['recusalDecision', 'rejected', { recusalOpinion: '无利害关系。' }]);
    expect(Object.values(d.state.clocks).find((c) => c.clock === 'mediation')).toMatchObject({ dueDay: '2026-07-20' });
    expect(d.openNodes()).toContain('preparation');
  });
  it('while the head decides on the termination the time runs, and when it is over it is over', () => {
    const d = walker.walk(upTo(walks.decidedTooLate, 'tellTermination'), '2026-05-11');
    expect(d.state.data).toMatchObject({ terminationGround: 5 });
    expect(d.bodies('timer.fired').map((b) => b.node)).toEqual(['terminationOver']);
  });
});

describe('告知终止调解 (§23②): seven working days from the decision', () => {
  it.each([['2026-02-13', '2026-03-02'], ['2026-05-11', '2026-05-20'], ['2026-09-29', '2026-10-14']])('decided on %s: due on %s', (decided, due) => {
    const waiting = upTo(walks.withdrawn, 'tellTermination');
    const d = walker.walk(waiting, decided);
    expect(started(d, 'terminationNotice').dueDay).toBe(due);
    d.until(endOf(due));
    act(d, ['tellTermination', 'told', { terminationToldOn: due, terminationToldWay: 'phone' }]);
    expect(breached(d)).not.toContain('terminationNotice');
    expect(breached(walker.walk(waiting, decided).until(after(due)))).toContain('terminationNotice');
  });
});

describe('限期提供身份证明材料 (§10③): until the day that the notice sets', () => {
  it('in time until its end, and the day after nothing is awaited any more', () => {
    const waiting = upTo(walks.refused, 'identity');
    const d = walker.walk(waiting, '2026-05-11').until(endOf('2026-05-16'));
    expect(d.openNodes()).toEqual(['identity']);
    act(d, ['identity', 'provided', { complainantIdType: 'idCard', complainantIdNumber: '440106199001011234' }]);
    expect(d.openNodes()).toEqual(['registration']);
    const late = walker.walk(waiting, '2026-05-11').until(after('2026-05-16'));
    expect(late.openNodes()).toEqual(['registration']);
    expect(late.state.data).toMatchObject({ identityMissing: true });
  });
});

describe('内部时限', () => {
  it.each([
    ['distribution', upTo(walks.settled, 'registration'), '2026-05-13'], ['callBack', upTo(walks.withdrawn, 'callBack'), '2026-06-01'], ['recusal', upTo(walks.recusals, 'recusalDecision'), '2026-05-14'],
  ] as const)('%s: late one moment after the last', (clock, waiting, due) => {
    const d = walker.walk(waiting, '2026-05-11');
    expect(started(d, clock)).toMatchObject({ dueDay: due, rule: { basis: { internal: true } } });
    expect(breached(d.until(endOf(due)))).not.toContain(clock);
    expect(breached(d.until(after(due)))).toContain(clock);
  });
});

describe('what the law of its day says of a body nobody can agree on', () => {
  const asked: Walk = { ...walks.reconciled, acts: walks.reconciled.acts.slice(0, 5), outcome: null };
  it('until 14 April 2026 it ends the mediation (令第20号 §21(2)), from then on the agency names one (令第121号 §22①)', () => {
    const before = receivedOn(asked, '2026-04-14');
    expect(before.openNodes()).toContain('terminationDecision');
    expect(before.state.data).toMatchObject({ mediationTurn: 'noBody', terminationGround: 8 });
    expect(receivedOn(asked, '2026-04-15').openNodes()).toContain('designation');
  });
});

describe('the eight grounds of termination', () => {
  it.each([
    [1, walks.withdrawn], [1, walks.reconciled], [2, walks.refusedMediation], [2, walks.complainantRefuses], [3, walks.failed], [4, walks.feeDispute], [5, walks.inTimeNoAgreement], [6, walks.fraud], [7, walks.recusals], [8, walks.entrusted],
  ])('item %d', (ground, way) => expect(walker.walk(way, '2026-05-11').state.data).toMatchObject({ terminationGround: ground }));
});

describe('who may', () => {
  it('whoever mediates does not decide on the recusal or on the termination', () => {
    const d = walker.walk(upTo(walks.failed, 'terminationDecision'), '2026-05-11');
    const claim = { type: 'claim', task: d.task('terminationDecision') } as const;
    expect(d.refused(claim, { kind: 'person', id: 'mo', name: '莫凯', pools: ['section-head@gz-tianhe-amr'] })).toMatchObject({ code: 'forbidden.separation', params: { step: 'session' } });
    d.act(claim, actor('ou'));
  });
  it('a citizen and an officer start one; an enterprise does not', () => {
    const start = { type: 'start', caseId: 'c', hash: 'h', agency: 'gz-tianhe-amr', region: '440106', data: onDay(walks.settled.start, '2026-05-11') } as const;
    const d = drive(complaint, '2026-05-11T02:00:00.000Z', 'gz-tianhe-amr');
    expect(d.refused(start, actor('chenguang')).code).toBe('forbidden.start');
    expect(d.refused(start, actor('wu')).code).toBe('forbidden.start');
    d.act(start, actor('citizen'));
  });
});
