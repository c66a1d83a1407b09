/** The pure walker of a revocation, with what the credit file would answer. */
import { arabicDay } from '../../../domain/documents/chinese.ts';
import { pureWalker, type ServiceAnswers } from '../../../test/support/walk-purely.ts';
import { awardRevocation } from './definition.ts';
import { revocation } from './walks.ts';

/** Haichuan was awarded two years ago, Yuehang more than five. */
const answers: ServiceAnswers = (job) => {
  if (job.service === 'credit.find') {
    const decidedOn = (job.input['usccs'] as string[])[0] === '91440000725456195C' ? '2020-06-30' : '2024-06-30';
    return { ok: true, reason: null, entries: [{ id: 'case:j9', uscc: '', kind: 'award', level: '质量奖', title: '第7届广东省政府质量奖', decidedOn, publicUntil: null }], summary: `${arabicDay(decidedOn)}，第7届广东省政府质量奖（质量奖）` };
  }
  if (job.service === 'credit.withdraw') return { ok: true, reason: null };
  return job.service === 'credit.record' ? { ok: true, reason: null, entry: 'e' } : undefined;
};
export const walker = pureWalker(awardRevocation, revocation, answers);
