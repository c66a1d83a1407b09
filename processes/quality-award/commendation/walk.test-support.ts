/** The pure walker of a commendation, with what the credit file would answer. */
import { pureWalker } from '../../../test/support/walk-purely.ts';
import { commendation } from './definition.ts';
import { commending } from './walks.ts';

export const walker = pureWalker(commendation, commending, (job) => (job.service === 'credit.record' ? { ok: true, reason: null, entry: 'e' } : undefined));
