/** What the law asks of a penalty on the spot: how much, by whom, within which time, and what it is not. */
import { describe, expect, it } from 'vitest';
import { evaluateTable } from '../../domain/decisions/decision-table.ts';
import type { Actor } from '../../domain/engine/state.ts';
import { pureWalker } from '../../test/support/walk-purely.ts';
import { day, upTo } from '../walk.ts';
import { summaryPenalty } from './definition.ts';
import { spotPower } from './tables.ts';
import { summaryWalks } from './walks.ts';

const { walks } = summaryWalks;
const walker = pureWalker(summaryPenalty, summaryWalks);
const step = (id: string) => {
  const found = summaryPenalty.nodes.find((n) => n.id === id);
  if (found?.type !== 'userTask') throw new Error(`no step ${id}`);
  return found;
};

describe('当场处罚条件 (行政处罚法 §51, 程序规定 §§66, 72)', () => {
  const problem = (facts: Record<string, unknown>) => evaluateTable(spotPower, { penaltyKinds: ['fine'], fineAmount: 10_000, subjectKind: 'person', collectionWay: 'bank', ...facts });
  it.each([
    ['a natural person, 200 yuan', { fineAmount: 20_000 }, 'within'], ['a natural person, one fen more', { fineAmount: 20_001 }, 'amount'],
    ['an organisation, 3000 yuan', { subjectKind: 'organisation', fineAmount: 300_000 }, 'within'], ['an organisation, one fen more', { subjectKind: 'organisation', fineAmount: 300_001 }, 'amount'],
    ['a warning', { penaltyKinds: ['warning'], fineAmount: null, collectionWay: null }, 'within'], ['a warning with a fine', { penaltyKinds: ['warning', 'fine'] }, 'within'],
    ['a fine without sum', { fineAmount: null }, 'fine'], ['a fine of nothing', { fineAmount: 0 }, 'fine'], ['a sum without fine', { penaltyKinds: ['warning'] }, 'fine'],
    ['a fine of which nobody says how it is paid', { collectionWay: null }, 'way'],
    ['collected because it is small: 100 yuan', { collectionWay: 'small' }, 'within'], ['collected because it is small: one fen more', { fineAmount: 10_001, collectionWay: 'small' }, 'small'],
    ['collected because it would be hard later: 200 yuan', { fineAmount: 20_000, collectionWay: 'hard' }, 'within'], ['collected in a remote place: 3000 yuan', { subjectKind: 'organisation', fineAmount: 300_000, collectionWay: 'remote' }, 'within'],
  ])('%s', (_title, facts, expected) => expect(problem(facts)).toMatchObject({ ok: true, value: expected }));
  it('what is beyond them goes back to who proposed it, and nothing is drawn up', () => {
    const d = walker.walk(upTo(walks.beyondFirst, 'rightsTold'));
    expect(d.bodies('task.completed').filter((b) => b.node === 'spotCheck')).toHaveLength(6);
    expect(d.bodies('document.drafted')).toEqual([]);
  });
});

describe('who decides', () => {
  it('two officers, each for themselves, of those who are named (行政处罚法 §42)', () => {
    expect(summaryPenalty.fields['officers']).toMatchObject({ type: 'persons', role: 'officer', min: 2 });
    for (const id of ['rightsTold', 'statementReviewing', 'decide', 'decisionService', 'collecting', 'handingIn']) expect(step(id).designated, id).toBe('officers');
    expect(step('decide').signing).toMatchObject({ rule: { kind: 'all' }, signers: [{}, {}] });
    const d = walker.walk(upTo(walks.warned, 'decide'));
    const other = { ...(walker.actor('wu') as Extract<Actor, { kind: 'person' }>), id: 'another', name: '某某' };
    expect(d.refused({ type: 'claim', task: d.task('decide') }, other)).toMatchObject({ code: 'forbidden.designated' });
  });
  it.each([['recording', ['archiving']], ['banking', ['collecting']], ['noPenaltyApproval', ['spotCheck']], ['deferralApproval', ['deferralReview']]])('%s is not for who did %j', (id, others) => expect(step(id).notSameAs).toEqual(others));
  it('without telling the subject, and hearing it, nothing is decided (程序规定 §69)', () => {
    for (const way of Object.values(walks)) {
      const done = walker.walk(way, undefined, undefined, { fast: true }).bodies('task.completed').map((b) => b.node);
      if (done.includes('decisionService')) expect(done.lastIndexOf('rightsTold'), way.title).toBeGreaterThan(done.lastIndexOf('spotCheck'));
    }
  });
});

describe('time', () => {
  it('the material is filed within seven working days of the decision, however long the subject takes to pay (§70)', () => {
    const d = walker.walk(upTo(walks.late, 'archiving'));
    expect(d.bodies('clock.started').filter((b) => b.clock === 'archiving')).toMatchObject([{ dueDay: '2026-03-11' }]);
    expect(Object.values(d.state.tasks).map((t) => t.node).sort()).toEqual(['archiving', 'payment', 'remedy']);
  });
  it('what is collected on the water is handed in within two working days of landing (§73)', () => {
    const collecting = upTo(walks.collectedLapsed, 'collecting');
    const d = walker.walk({ ...collecting, acts: [...collecting.acts, ['collecting', 'collected', { paidOn: day(-3), paidAmount: 20_000, receiptNumber: '粤财罚0012347', landedOn: day(-1) }]] });
    expect(d.bodies('clock.started').filter((b) => b.clock === 'handingIn')).toMatchObject([{ dueDay: '2026-03-03' }]);
  });
  it('复议前置: sixty days, not six months; the court is asked as soon as they are over (行政复议法 §§20, 23)', () => {
    expect(step('remedy').outcomes.map((o) => o.id)).toEqual(['reconsideration']);
    expect(summaryPenalty.clocks.map((c) => c.id)).not.toContain('litigation');
    const d = walker.walk(upTo(walks.court, 'urgingService'));
    expect(d.state.data).toMatchObject({ remedyEndsOn: '2026-05-06', applicationFrom: '2026-05-06' });
  });
});

describe('what it is not', () => {
  it('published, or entered in a credit file: Order 45 §2 is of the ordinary procedure', () => {
    expect(summaryPenalty.nodes.flatMap((n) => (n.type === 'serviceTask' ? [n.service] : [])).filter((s) => /^(publish|credit)/.test(s))).toEqual([]);
  });
  it('a confiscation: no step speaks of one', () => {
    expect(Object.keys(summaryPenalty.fields).filter((f) => ['illegalIncome', 'goodsValue'].includes(f))).toEqual([]);
    expect(JSON.stringify(summaryPenalty.nodes)).not.toMatch(/illegalIncome|goodsValue/);
  });
});
