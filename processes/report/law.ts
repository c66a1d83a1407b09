/** What the handling of reports rests on. Articles in the short form of citation.ts. */
import { internalTarget, under, workingDays, type Instrument } from '../../domain/model/builder-clocks.ts';
import { text } from '../../domain/text.ts';

export const reportRule: Instrument = {
  name: text('市场监督管理投诉举报处理办法', 'Measures for Handling Complaints and Reports of Market Regulation'), version: '国家市场监督管理总局令第121号，2026-04-15施行', confidence: 'V1',
};
/** For what was received before 2026-04-15. */
export const formerRule: Instrument = {
  name: text('市场监督管理投诉举报处理暂行办法', 'Interim Measures for Handling Complaints and Reports of Market Regulation'), version: '国家市场监督管理总局令第20号，2020-01-01施行，2026-04-15废止', confidence: 'V2',
};
export const inForce = '2026-04-15';

export const internal = {
  /** 及时. */
  triage: workingDays(3, internalTarget),
  /** The five days of Order 20 were deleted; an agency may keep them as its own. */
  tellReporter: workingDays(5, internalTarget),
} as const;
/** Order 20 §31: the reporter who gives a name is told within five working days of the decision. */
export const formerTelling = workingDays(5, under(formerRule, '§31'), { inForceUntil: inForce });
