/** Every outcome of a call through decide and evolve, and what it learns of the projects that answer it. */
import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../../domain/json.ts';
import { checkDefinition } from '../../domain/model/check.ts';
import { describeWalks } from '../../test/support/walk-purely.ts';
import { upTo } from '../walk.ts';
import { fundCall } from './definition.ts';
import { walker } from './walk.test-support.ts';
import { call } from './walks.ts';

const { walks } = call;
const project = { kind: 'system', id: 'case:project' } as const;
const applies = (d: ReturnType<typeof walker.walk>) => d.act({ type: 'message', message: 'application', data: { lastApplicant: '佛山市晨光电器有限公司' } }, project);
const decides = (d: ReturnType<typeof walker.walk>, amount: number) => d.act({ type: 'message', message: 'decision', data: { lastAmount: amount } }, project);

it('is sound', () => {
  expect(checkDefinition(fundCall)).toEqual([]);
});

describeWalks(fundCall, call, walker);

describe('what a call learns of its projects', () => {
  it('applications count until the last moment of the last day, and none is taken afterwards', () => {
    // Published on Monday 2 March 2026, open for 30 days: until Wednesday 1 April, 24:00.
    const d = walker.walk(walks.open).until('2026-04-01T15:59:59.999Z');
    applies(applies(d));
    expect(d.state.data).toMatchObject({ applicationCount: 2 });
    d.until('2026-04-01T16:00:00.000Z');
    expect(d.openNodes()).toEqual(['stocktaking']);
    expect(d.refused({ type: 'message', message: 'application', data: { lastApplicant: '迟到' } }, project)).toMatchObject({ code: 'message.not-awaited' });
  });
  it('decisions are counted at any time, also while the office looks at the applications; with the last one nothing more is awaited', () => {
    const d = walker.walk(walks.open);
    applies(applies(applies(d)));
    decides(d, 0);
    walker.act(d, { waitFor: 'closed' });
    decides(d, 30_000_000);
    walker.act(d, ['stocktaking', 'select']);
    decides(d, 20_000_000);
    expect(d.state.data).toMatchObject({ applicationCount: 3, decidedCount: 3, supportedCount: 2, supportedAmount: 50_000_000 });
    expect(d.refused({ type: 'message', message: 'decision', data: { lastAmount: 1 } }, project)).toMatchObject({ code: 'message.not-awaited' });
    expect(d.openNodes()).toEqual(['selection']);
  });
  it('a message without what it should bring is refused', () => {
    expect(walker.walk(walks.open).refused({ type: 'message', message: 'decision', data: {} }, project)).toMatchObject({ code: 'form.invalid' });
  });
});

describe('入库排序 and what a call may promise', () => {
  it('the library stands by score; who is deliberated again stands there once, with what was decided last; its paper is made before the plan', () => {
    const d = walker.walk(walks.concluded);
    expect((d.state.data['library'] as { number: string; score: number }[]).map((e) => [e.number, e.score])).toEqual([['基项2', 8_400], ['基项1', 8_100]]);
    expect(d.state.data['libraryText']).toBe('1. 基项2 项目2：84.00分，拟支持300000元\n2. 基项1 项目1：81.00分，拟支持300000元');
    expect(d.bodies('document.drafted').map((b) => b.template)).toEqual(['call', 'library', 'plan']);
  });
  it('no call asks for more than the fund has free, nor for more for one project than for all, whatever finance says', () => {
    const [, , terms = {}] = walks.concluded.acts[0] as readonly [string, string, JsonObject];
    for (const [more, says] of [[{ callBudget: 50_000_000_001 }, '超出基金可用余额'], [{ mostPerProject: 1_000_000_001 }, '单个项目支持上限大于本批资金']] as const) {
      const d = walker.walk({ ...walks.concluded, outcome: null, acts: [['draft', 'drafted', { ...terms, ...more }], ['financeReview', 'agreed', { financeOpinion: '同意。', budgetRoute: 'direct' }]] });
      expect(d.openNodes()).toEqual(['draft']);
      expect(d.state.data['overBudget']).toContain(says);
    }
  });
});

describe('the days of the Budget Law §52', () => {
  const due = (way: Parameters<typeof walker.walk>[0], today: string) => walker.dueDays(way, today)['transfer'];
  it('a special transfer of the province is passed on within 60 days after the budget was approved', () => {
    // 3 August + 60 = 2 October, in National Day: the first working day after it.
    expect(due(upTo(walks.transfer, 'approval'), '2026-08-03')).toEqual(['2026-10-08']);
    // 12 August + 60 = Sunday 11 October.
    expect(due(upTo(walks.transfer, 'approval'), '2026-08-12')).toEqual(['2026-10-12']);
  });
  it('a general transfer of the province within 30 days after the budget was approved', () => {
    expect(due(upTo(walks.general, 'approval'), '2026-01-16')).toEqual(['2026-02-24']);
  });
  it('a transfer from above within 30 days after it was received', () => {
    // 16 January + 30 = 15 February, in the Spring Festival of 2026 (15–23 February): Tuesday 24.
    expect(due(upTo(walks.central, 'approval'), '2026-01-16')).toEqual(['2026-02-24']);
    // + 30 = Saturday 14 February, a make-up day: it is worked.
    expect(due(upTo(walks.central, 'approval'), '2026-01-15')).toEqual(['2026-02-14']);
  });
  it('is missed one moment after its last day', () => {
    const d = walker.walk(upTo(walks.central, 'approval'), '2026-01-16').until('2026-02-24T15:59:59.999Z');
    expect(d.bodies('clock.breached').map((b) => b.clock)).not.toContain('transfer');
    expect(d.until('2026-02-24T16:00:00.000Z').bodies('clock.breached').map((b) => b.clock)).toContain('transfer');
  });
  it('does not run for money that the province pays itself', () => {
    expect(due(walks.concluded, '2026-08-03')).toBeUndefined();
  });
});
