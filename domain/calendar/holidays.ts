/**
 * Days off of mainland China: the notices of the State Council (国务院办公厅放假通知), and what the law itself says of a year that has none
 * (全国年节及纪念日放假办法, as revised 2024-11-10: §2 days off for everybody, §6 compensation for those on a weekend).
 */
import { text, type Text } from '../text.ts';
import { dayOfEpoch, isWeekend, knownDay } from './civil-day.ts';
import type { Day, YearNotice } from './types.ts';

const newYear = text('元旦', "New Year's Day");
const spring = text('春节', 'Spring Festival');
const qingming = text('清明节', 'Qingming Festival');
const labour = text('劳动节', 'Labour Day');
const dragonBoat = text('端午节', 'Dragon Boat Festival');
const midAutumn = text('中秋节', 'Mid-Autumn Festival');
const national = text('国庆节', 'National Day');
const nationalAndMidAutumn = text('国庆节、中秋节', 'National Day and Mid-Autumn Festival');

interface Holiday { readonly name: Text; readonly from: Day; readonly to: Day; readonly madeUpOn?: readonly Day[] }

const listDays = ({ from, to }: Holiday): Day[] => {
  const first = knownDay(from);
  return Array.from({ length: knownDay(to) - first + 1 }, (_, i) => dayOfEpoch(first + i));
};

const announced = (year: number, notice: string, holidays: readonly Holiday[]): YearNotice => ({
  year, notice,
  daysOff: Object.fromEntries(holidays.flatMap((h) => listDays(h).map((day) => [day, h.name] as const))),
  makeUpDays: Object.fromEntries(holidays.flatMap((h) => (h.madeUpOn ?? []).map((day) => [day, h.name] as const))),
});

/** The law gives no day for the compensation; the working days that follow the holiday are the custom. */
const compensation = (name: Text): Text => text(`${name.zh}补假`, `${name.en} (compensation)`);

function statutory(year: number, holidays: readonly Holiday[]): YearNotice {
  const daysOff: Record<Day, Text> = {};
  for (const holiday of holidays) for (const day of listDays(holiday)) daysOff[day] = holiday.name;
  for (const holiday of holidays) {
    let owed = listDays(holiday).filter((day) => isWeekend(knownDay(day))).length;
    for (let n = knownDay(holiday.to) + 1; owed > 0; n++) {
      const day = dayOfEpoch(n);
      if (isWeekend(n) || daysOff[day]) continue;
      daysOff[day] = compensation(holiday.name);
      owed--;
    }
  }
  return { year, notice: null, daysOff, makeUpDays: {} };
}

/** Holidays that fall on the same date every year. 2 May is one since 2025. */
const fixed = (year: number): { readonly newYear: Holiday; readonly labour: Holiday; readonly national: Holiday } => ({
  newYear: { name: newYear, from: `${year}-01-01`, to: `${year}-01-01` },
  labour: { name: labour, from: `${year}-05-01`, to: year >= 2025 ? `${year}-05-02` : `${year}-05-01` },
  national: { name: national, from: `${year}-10-01`, to: `${year}-10-03` },
});

/**
 * What is certain of a year without a notice and without a table below: weekends and the holidays of fixed date. The lunar ones are left
 * out: nobody has announced them, and a date that turns out later than shown does less harm than one that turns out earlier.
 */
export function withoutNotice(year: number): YearNotice {
  const days = fixed(year);
  return statutory(year, [days.newYear, days.labour, days.national]);
}

export const notice2025 = announced(2025, '国务院办公厅关于2025年部分节假日安排的通知（2024年11月，gov.cn content_6986383）', [
  { name: newYear, from: '2025-01-01', to: '2025-01-01' },
  { name: spring, from: '2025-01-28', to: '2025-02-04', madeUpOn: ['2025-01-26', '2025-02-08'] },
  { name: qingming, from: '2025-04-04', to: '2025-04-06' },
  { name: labour, from: '2025-05-01', to: '2025-05-05', madeUpOn: ['2025-04-27'] },
  { name: dragonBoat, from: '2025-05-31', to: '2025-06-02' },
  { name: nationalAndMidAutumn, from: '2025-10-01', to: '2025-10-08', madeUpOn: ['2025-09-28', '2025-10-11'] },
]);

export const notice2026 = announced(2026, '国务院办公厅关于2026年部分节假日安排的通知（2025年11月4日，gov.cn content_7047091）', [
  { name: newYear, from: '2026-01-01', to: '2026-01-03', madeUpOn: ['2026-01-04'] },
  { name: spring, from: '2026-02-15', to: '2026-02-23', madeUpOn: ['2026-02-14', '2026-02-28'] },
  { name: qingming, from: '2026-04-04', to: '2026-04-06' },
  { name: labour, from: '2026-05-01', to: '2026-05-05', madeUpOn: ['2026-05-09'] },
  { name: dragonBoat, from: '2026-06-19', to: '2026-06-21' },
  { name: midAutumn, from: '2026-09-25', to: '2026-09-27' },
  { name: national, from: '2026-10-01', to: '2026-10-07', madeUpOn: ['2026-09-20', '2026-10-10'] },
]);

/** No notice yet. The lunar days are computed (春节 2027-02-06); make-up days are unknown and not guessed. */
export const provisional2027 = statutory(2027, [
  fixed(2027).newYear,
  { name: spring, from: '2027-02-05', to: '2027-02-08' },
  { name: qingming, from: '2027-04-05', to: '2027-04-05' },
  fixed(2027).labour,
  { name: dragonBoat, from: '2027-06-09', to: '2027-06-09' },
  { name: midAutumn, from: '2027-09-15', to: '2027-09-15' },
  fixed(2027).national,
]);
