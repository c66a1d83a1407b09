/** The pure walker of a call, with what the fund has. */
import { pureWalker } from '../../test/support/walk-purely.ts';
import { fundCall } from './definition.ts';
import { call } from './walks.ts';

export const walker = pureWalker(fundCall, call, (job) => (job.service === 'fund.position' ? { ok: true, reason: null, available: 50_000_000_000, reserved: 0, committed: 0, disbursed: 0, recovered: 0 } : undefined));
