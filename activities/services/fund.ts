/** 基金: money moves by the ledger alone, and too little money is an answer, not a failure. */
import { move, type MoveRequest } from '../../db/fund/post.ts';
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
} as const;
