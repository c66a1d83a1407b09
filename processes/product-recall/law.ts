/** Limits of a recall that no law sets. The instruments are in ../instruments.ts. */
import { calendarDays, internalTarget, months, workingDays } from '../../domain/model/builder-clocks.ts';

/** 内部时限: the law names no number of days for these. They are this office's own, to be set here; the law has nothing to say against any of them. */
export const internal = {
  acceptance: workingDays(3, internalTarget),
  supplement: workingDays(5, internalTarget),
  determination: workingDays(30, internalTarget),
  stance: workingDays(5, internalTarget),
  order: workingDays(10, internalTarget),
  /** 会同生态环境部门 (令第40号): no days for either were found. */
  ecology: workingDays(15, internalTarget),
  consultation: workingDays(10, internalTarget),
  planCheck: workingDays(5, internalTarget),
  /** 令第40号: whether it names days for the phase report and the summary was not found; as for motor vehicles. */
  emissionPhase: months(3, internalTarget),
  emissionSummary: workingDays(15, internalTarget),
  closing: calendarDays(60, internalTarget),
} as const;
