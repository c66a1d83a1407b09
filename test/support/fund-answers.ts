/** What the services of a project would tell, with the ledger of the fund itself behind it: for the walk through the pure engine. */
import type { CaseState, Job } from '../../domain/engine/state.ts';
import { nothing, opened, post } from '../../domain/fund/ledger.ts';
import type { Balances, Movement, Position } from '../../domain/fund/types.ts';
import type { JsonObject } from '../../domain/json.ts';

const ceiling = 50_000_000_000n;

export interface FundAnswers {
  readonly answer: (job: Job, state: CaseState) => JsonObject | undefined;
  /** What people do beside the case. */
  readonly beside: (what: string) => void;
  readonly position: () => Position;
}

/** One project at a time: a project begins with `case.link`. */
export function fundAnswers(): FundAnswers {
  let balances: Balances = opened(ceiling);
  let position: Position = nothing;
  let objections = { open: 0, upheld: 0 };
  let low = false;
  const draws = { short: false };
  const move = (movement: Movement): JsonObject => {
    const posting = post(balances, position, movement);
    if (!posting.ok) return { ok: false, reason: posting.code, has: Number(posting.has), entry: null };
    ({ balances, position } = posting);
    return { ok: true, reason: null, has: Number(balances.available), entry: 1 };
  };
  const settle = (): JsonObject => {
    const released = position.reserved + position.committed;
    for (const from of ['reserved', 'committed'] as const) if (position[from] > 0n) move({ operation: 'release', from, amount: position[from] });
    return { ok: true, reason: null, released: Number(released) };
  };
  const amount = (job: Job): bigint => BigInt(job.input['amount'] as number);
  const answer: FundAnswers['answer'] = (job, state) => {
    switch (job.service) {
      case 'case.link':
        balances = opened(ceiling);
        position = nothing;
        objections = { open: 0, upheld: 0 };
        low = false;
        return { ok: true, reason: null, caseId: state.caseId, title: '2026年度质量提升发展基金项目' };
      case 'cases.collect':
        return { ok: true, reason: null, cases: [{ id: state.caseId, mostPerProject: 50_000_000 }], count: 1, ready: 1, pending: 0, pendingText: '' };
      case 'message.send':
        return { ok: true, reason: null, delivered: 1 };
      case 'draw.commit':
        draws.short = state.data['qualityExperts'] === 9;
        return draws.short ? { ok: false, reason: 'short: 质量管理 4/9', draw: null, commitment: null } : { ok: true, reason: null, draw: `${state.caseId}:j${job.id}`, commitment: 'c' };
      case 'draw.result':
        return { ok: true, reason: null, experts: ['a', 'b', 'c'], names: '沈知行、顾言、范思远' };
      case 'panel.open':
        return { ok: true, reason: null, panel: `${state.caseId}:j${job.id}` };
      case 'panel.result':
        return { ok: true, reason: null, awarded: low ? [] : ['project'], vacant: low ? 1 : 0, ranking: [{ applicant: 'project', rank: 1, score: low ? 5_500 : 8_200, status: low ? 'below-threshold' : 'awarded', why: '' }] };
      case 'notice.open':
        return { ok: true, reason: null, publication: `${state.caseId}:j${job.id}`, lastDay: '2026-12-31' };
      case 'notice.check': {
        const told = { ok: true, reason: null, settled: objections.open === 0, open: objections.open, upheld: objections.open === 0 ? objections.upheld : 0, rejected: 0 };
        // Handled before the step is completed.
        objections = { ...objections, open: 0 };
        return told;
      }
      case 'credit.record':
        return { ok: true, reason: null, entry: 'e' };
      case 'fund.reserve':
      case 'fund.commit':
      case 'fund.disburse':
      case 'fund.claw-back':
        return move({ operation: job.service.slice('fund.'.length) as 'reserve', amount: amount(job) });
      case 'fund.release':
        return move({ operation: 'release', from: job.input['from'] as 'reserved', amount: amount(job) });
      case 'fund.settle':
        return settle();
      case 'fund.position': {
        const { reserved, committed, disbursed, recovered } = position;
        return { ok: true, reason: null, available: Number(balances.available), reserved: Number(reserved), committed: Number(committed), disbursed: Number(disbursed), recovered: Number(recovered) };
      }
      default:
        return undefined;
    }
  };
  const beside: FundAnswers['beside'] = (what) => {
    if (what === 'object') objections = { open: 1, upheld: 1 };
    else if (what === 'objectInVain') objections = { open: 1, upheld: 0 };
    else if (what === 'scoreLow') low = true;
    else if (what === 'emptyFund') balances = { ...balances, available: 0n };
    else if (what === 'fillFund') balances = opened(ceiling);
    else if (what === 'loseCommitment') settle();
  };
  return { answer, beside, position: () => position };
}
