/** What the handling of reports rests on. Articles in the short form of citation.ts. */
import { internalTarget, under, workingDays } from '../../domain/model/builder-clocks.ts';
import { formerComplaintMeasures } from '../instruments.ts';

/** From then the new measures hold. */
export const inForce = '2026-04-15';

export const internal = {
  /** 及时. */
  triage: workingDays(3, internalTarget),
  /** The five days of Order 20 were deleted; an agency may keep them as its own. */
  tellReporter: workingDays(5, internalTarget),
} as const;
/** Order 20 §31: the reporter who gives a name is told within five working days of the decision. */
export const formerTelling = workingDays(5, under(formerComplaintMeasures, '§31'), { inForceUntil: inForce });
