/** The pure walker of a penalty case, with what the credit file and another case would answer. */
import { pureWalker } from '../../test/support/walk-purely.ts';
import { enforcement } from './definition.ts';
import { enforcementWalks } from './walks.ts';

export const walker = pureWalker(enforcement, enforcementWalks, ({ service, id }) =>
  service === 'credit.record' ? { ok: true, reason: null, entry: `case:j${id}` } : service === 'message.send' ? { ok: false, reason: 'message.not-awaited', delivered: 0 } : undefined);
