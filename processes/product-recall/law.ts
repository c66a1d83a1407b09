/** What the recall of defective products rests on. Numbers and articles as found on 2026-11-23; articles in the short form of citation.ts. */
import { calendarDays, internalTarget, workingDays, type Instrument } from '../../domain/model/builder-clocks.ts';
import { text } from '../../domain/text.ts';

export const consumerRule: Instrument = {
  name: text('消费品召回管理暂行规定', 'Interim Provisions on the Administration of Consumer Product Recalls'),
  version: '国家市场监督管理总局令第19号，2020-01-01施行', confidence: 'V1',
};
export const vehicleRegulation: Instrument = {
  name: text('缺陷汽车产品召回管理条例', 'Regulation on the Administration of Recalls of Defective Motor Vehicles'),
  version: '国务院令第626号，2013-01-01施行，2019-03-02修订', confidence: 'V1',
};
export const vehicleMeasures: Instrument = {
  name: text('缺陷汽车产品召回管理条例实施办法', 'Implementing Measures for the Regulation on Recalls of Defective Motor Vehicles'),
  version: '国家质量监督检验检疫总局令第176号，2016-01-01施行，市场监管总局修订', confidence: 'V1',
};

/** 内部时限: the law names no number of days for these. They are this office's own, to be set here; the law has nothing to say against any of them. */
export const internal = {
  acceptance: workingDays(3, internalTarget),
  supplement: workingDays(5, internalTarget),
  determination: workingDays(30, internalTarget),
  stance: workingDays(5, internalTarget),
  order: workingDays(10, internalTarget),
  planCheck: workingDays(5, internalTarget),
  closing: calendarDays(60, internalTarget),
} as const;
