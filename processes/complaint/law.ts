/** What the handling of complaints rests on. Numbers and articles as found on 2026-11-23; articles in the short form of citation.ts. */
import { calendarDays, internalTarget, under, workingDays } from '../../domain/model/builder-clocks.ts';
import type { ClockExclusion, ClockRuleChoice } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { complaintMeasures as measures, consumerRightsRegulation as regulation, formerComplaintMeasures as formerMeasures } from '../instruments.ts';

/** 令第121号 has no transitional clause: the day of receipt decides (§46). */
export const newRuleFrom = '2026-04-15';
/** 实施条例 §46: sixty days, above the forty-five working days of 令第20号 while both stood. */
export const regulationFrom = '2024-07-01';

const both = (amount: number, article: string, former: string): readonly ClockRuleChoice[] => [
  workingDays(amount, under(measures, article), { inForceFrom: newRuleFrom }),
  workingDays(amount, under(formerMeasures, former), { inForceUntil: newRuleFrom }),
];

export const acceptanceRules = both(7, '§15', '§14');
export const terminationNoticeRules = both(7, '§23②', '§21②');

/** 调解期限: a limit of the law at whose end mediation ends, not a duty that somebody has missed. */
export const mediationRules: readonly ClockRuleChoice[] = [
  calendarDays(60, under(measures, '§23①(5)'), { inForceFrom: newRuleFrom }),
  calendarDays(60, under(regulation, '§46③'), { inForceFrom: regulationFrom, inForceUntil: newRuleFrom }),
  workingDays(45, under(formerMeasures, '§21(5)'), { inForceUntil: regulationFrom }),
];
export const appraisalExcluded: Omit<ClockExclusion, 'during'> = { reason: text('鉴定、检测所需时间不计入调解期限', 'The time of an appraisal or test is not counted'), basis: under(regulation, '§46③') };
export const recusalExcluded: Omit<ClockExclusion, 'during'> = { reason: text('当事人申请回避，中止调解', 'Mediation stands still while a recusal is decided'), basis: under(measures, '§21') };

/** 处理权限争议: the rule of the former measures was not read, so for older cases the same number is internal. */
export const disputeRules: readonly ClockRuleChoice[] = [
  workingDays(7, under(measures, '§33'), { inForceFrom: newRuleFrom }),
  workingDays(7, internalTarget, { inForceUntil: newRuleFrom }),
];

/** 内部时限: the law names no number of days for these. */
export const internal = {
  distribution: workingDays(2, internalTarget),
  recusal: workingDays(3, internalTarget),
  callBack: workingDays(15, internalTarget),
  appointment: workingDays(7, internalTarget),
  escalation: workingDays(10, internalTarget),
} as const;
