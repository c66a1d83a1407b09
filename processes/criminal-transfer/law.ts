/** What the transfer of suspected crimes rests on (行刑衔接). Numbers and articles as found on 2026-11-23; articles in the short form of citation.ts. */
import type { Basis } from '../../domain/calendar/types.ts';
import { calendarDays, hours, internalTarget, months, under, workingDays, type Instrument } from '../../domain/model/builder-clocks.ts';
import type { ClockRuleChoice } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { reverseGuideline } from '../instruments.ts';

/** The guideline was read in excerpts only: what it says of days is known, the number of the article is not. */
export const guidelineOn = (what: 'transfer' | 'review' | 'suspension'): Basis => under(reverseGuideline, { transfer: '移送期限（条文号未核）', review: '审查期限（条文号未核）', suspension: '§12、§13' }[what]);

/** 内部时限: the law says 立即 or nothing, or what it says was not found in a text that could be read. */
export const internal = {
  designation: workingDays(1, internalTarget),
  verification: workingDays(10, internalTarget),
  /** 公通字〔2016〕16号 has 10 and 30 days, recalled only: by this the regulator asks the police why no answer has come. */
  policeReply: calendarDays(10, internalTarget),
  objectionOver: calendarDays(60, internalTarget),
  goods: workingDays(5, internalTarget),
  supervisionAcceptance: workingDays(7, internalTarget),
  supervisionReview: workingDays(10, internalTarget),
  recordReview: workingDays(5, internalTarget),
  registration: workingDays(2, internalTarget),
  /** 高检发释字〔2021〕4号 has two months, the guideline of 2024 perhaps 90 days, both recalled only. */
  reply: months(2, internalTarget),
} as const;

/** 3日, as days of the calendar with roll-over: the regulation has no clause that makes them working days. */
export const threeDays = (instrument: Instrument, article: string) => calendarDays(3, under(instrument, article));
/** 24小时, through nights and holidays, from the very moment (民法典 §201②): the regulation does not leave the first hour out, as 程序规定 §80 does. */
export const oneDay = (instrument: Instrument, article: string): ClockRuleChoice => ({ ...hours(24, under(instrument, article)), startDay: 'included' });

/** The day that the procuratorate has written into its opinion, counted as the day after the one before: no roll-over moves what a document names. */
export const namedDay: ClockRuleChoice = {
  budget: { amount: 1, unit: 'calendar-day' }, startDay: 'excluded', rollOver: 'none',
  basis: { instrument: text('检察意见书载明的回复期限', 'The day named in the procuratorial opinion'), article: '载明日期', version: '以每份检察意见书为准', confidence: 'V3' },
};
