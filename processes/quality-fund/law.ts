/**
 * What the fund rests on. No instrument names days for receiving, reviewing, inspecting or accepting projects: every limit here is the office's own (内部时限)
 * and an administrator may change it. What the Budget Law does name stands in the call (fund-call): there the money is passed on.
 */
import { calendarDays, internalTarget, months, workingDays } from '../../domain/model/builder-clocks.ts';

/** The fund that db/migrations/0008-fund.sql founds: 5亿元 (粤府〔2020〕50号 measure 二十二). */
export const fundId = 'gd-quality';

export const internal = {
  formalReview: workingDays(10, internalTarget),
  supplement: workingDays(5, internalTarget),
  financeCheck: workingDays(10, internalTarget),
  expertReview: workingDays(30, internalTarget),
  siteCheck: workingDays(20, internalTarget),
  deliberation: workingDays(15, internalTarget),
  waitingList: months(12, internalTarget),
  /** Practice of the awards; 中山 uses seven calendar days. */
  publicNotice: workingDays(5, internalTarget),
  objectionReview: workingDays(5, internalTarget),
  approval: workingDays(5, internalTarget),
  contractSigning: workingDays(15, internalTarget),
  inspection: months(6, internalTarget),
  milestoneReview: workingDays(10, internalTarget),
  payment: workingDays(10, internalTarget),
  changeReview: workingDays(10, internalTarget),
  midterm: workingDays(20, internalTarget),
  acceptance: workingDays(30, internalTarget),
  selfEvaluation: workingDays(20, internalTarget),
  evaluation: workingDays(30, internalTarget),
  audit: workingDays(40, internalTarget),
  stopReview: workingDays(10, internalTarget),
  statement: workingDays(5, internalTarget),
  recoveryDecision: workingDays(15, internalTarget),
  repayment: calendarDays(30, internalTarget),
} as const;
