/** The pure walker of an objection, with the answer that goes out. */
import { pureWalker } from '../../../test/support/walk-purely.ts';
import { awardObjection } from './definition.ts';
import { objection } from './walks.ts';

export const walker = pureWalker(awardObjection, objection, (job) => (job.service === 'objection.answer' ? { ok: true, reason: null } : undefined));
