/** What a penalty on the spot takes its time for where the law names no number of days (内部时限). */
import { internalTarget, workingDays } from '../../domain/model/builder-clocks.ts';

export const internal = {
  /** 当场. */
  onTheSpot: workingDays(1, internalTarget),
  /** 处罚法 §52③ 备案. */
  recording: workingDays(3, internalTarget),
  completion: workingDays(3, internalTarget),
} as const;
