/** 基金: money moves by the ledger alone, and too little money is an answer, not a failure. */
import { move, settle, type MoveRequest } from '../../db/fund/post.ts';
import { findFund, fundPositionsOf } from '../../db/queries/funds.ts';
import { services, type ServiceResult } from '../../domain/model/services.ts';
import type { Run } from './run.ts';

type Told = ServiceResult<'fund.reserve'>;

const moving = (parse: (input: unknown) => Pick<MoveRequest, 'fund' | 'movement' | 'note'>): Run => async (database, { caseId, job, input }) => {
  const answer = await move(database, { ...parse(input), caseId, job, at: new Date().toISOString() });
  return answer.ok
    ? { ok: true, reason: null, has: Number(answer.available), entry: answer.entry } satisfies Told
    : { ok: false, reason: answer.reason, has: Number(answer.has), entry: null } satisfies Told;
};

const plain = (operation: 'reserve' | 'commit' | 'disburse' | 'claw-back'): Run => moving((input) => {
  const { fund, amount, note } = services[`fund.${operation}`].parse(input);
  return { fund, note, movement: { operation, amount: BigInt(amount) } };
});

export const fundServices = {
  'fund.reserve': plain('reserve'),
  'fund.commit': plain('commit'),
  'fund.disburse': plain('disburse'),
  'fund.claw-back': plain('claw-back'),
  'fund.release': moving((input) => {
    const { fund, from, amount, note } = services['fund.release'].parse(input);
    return { fund, note, movement: amount === null ? { operation: 'release', from, amount } : { operation: 'release', from, amount: BigInt(amount) } };
  }),
  'fund.position': async (database, { caseId, input }) => {
    const { fund } = services['fund.position'].parse(input);
    const [found, held] = await Promise.all([findFund(database, fund), fundPositionsOf(database, caseId)]);
    const own = held.find((position) => position.fund === fund);
    const of = (account: 'reserved' | 'committed' | 'disbursed' | 'recovered'): number => Number(own?.[account] ?? 0);
    return {
      ok: found !== null, reason: found === null ? 'no-fund' : null, available: Number(found?.available ?? 0), reserved: of('reserved'), committed: of('committed'), disbursed: of('disbursed'), recovered: of('recovered'),
    } satisfies ServiceResult<'fund.position'>;
  },
  'fund.settle': async (database, { caseId, job, input }) => {
    const { note } = services['fund.settle'].parse(input);
    const released = await settle(database, { caseId, job, note, at: new Date().toISOString() });
    return { ok: true, reason: null, released: Number(released) } satisfies ServiceResult<'fund.settle'>;
  },
} as const satisfies Record<string, Run>;
