/** What reports, penalties and their execution rest on. Numbers and articles as found on 2026-11-23; articles in the short form of citation.ts. */
import { internalTarget, under, workingDays } from '../../domain/model/builder-clocks.ts';
import { text } from '../../domain/text.ts';
import { penaltyProcedure as procedure } from '../instruments.ts';

/** 内部时限: the law names no number of days for these. */
export const internal = {
  /** 及时. */
  lift: workingDays(1, internalTarget),
  assistanceCheck: workingDays(3, internalTarget),
  discussion: workingDays(10, internalTarget),
  decision: workingDays(5, internalTarget),
  departmentTransfer: workingDays(5, internalTarget),
  /** 举报奖励办法 ch. 4 was not read. */
  reward: workingDays(15, internalTarget),
  appointment: workingDays(3, internalTarget),
  paymentCheck: workingDays(3, internalTarget),
  statementReview: workingDays(5, internalTarget),
} as const;

export const excluded = { test: text('检测、检验、检疫、鉴定', 'Tests and expert opinions'), identification: text('权利人辨认、鉴别', 'Identification by the holder of the right') } as const;
export const exclusionOfCheck = under(procedure, '§18');
export const exclusionOfDecision = under(procedure, '§64');
