/**
 * Identifiers that the state assigns. Each function says whether a text is one, in the form in which the standard writes it:
 * nothing is trimmed, upper-cased or otherwise repaired here.
 */
import { regionByCode } from '../authority/regions.ts';
import { dayOfEpoch, epochDay, isMoment } from '../calendar/civil-day.ts';

/** GB 32100-2015 table 2: digits and letters without I, O, S, V, Z; the place is the value. */
const usccAlphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const usccShape = /^[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}$/;

/** The 18th character for the first 17 (GB 32100-2015 §4.5: weights 3^(i-1) mod 31). 31 is prime, so each wrong character and each swap of neighbours changes it. */
export function usccCheckCharacter(first17: string): string {
  let sum = 0;
  let weight = 1;
  for (const character of first17) {
    sum += usccAlphabet.indexOf(character) * weight;
    weight = (weight * 3) % 31;
  }
  return usccAlphabet.charAt((31 - (sum % 31)) % 31);
}

/** 统一社会信用代码, GB 32100-2015. */
export const isUscc = (text: string): boolean => usccShape.test(text) && usccCheckCharacter(text.slice(0, 17)) === text.charAt(17);

/** The 18th character of an id number for the first 17 digits (GB 11643-1999 §4.2.4: ISO 7064 MOD 11-2). */
export function idNumberCheckCharacter(first17: string): string {
  let remainder = 0;
  for (const digit of first17) remainder = ((remainder + Number(digit)) * 2) % 11;
  return '0123456789X'.charAt((12 - remainder) % 11);
}

/** 公民身份号码, GB 11643-1999: region, date of birth, sequence, check character. */
export const isIdNumber = (text: string): boolean =>
  /^\d{17}[\dX]$/.test(text) &&
  isProvince(text.slice(0, 2)) &&
  isCivilDay(`${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`) &&
  idNumberCheckCharacter(text.slice(0, 17)) === text.charAt(17);

/** A day of the civil calendar, YYYY-MM-DD, from 1900 to 2199. */
export function isCivilDay(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  const day = epochDay(text);
  return Number.isFinite(day) && dayOfEpoch(day) === text;
}

/** A minute of such a day, in China: YYYY-MM-DDTHH:MM. */
export const isCivilMoment = (text: string): boolean => isMoment(text) && isCivilDay(text.slice(0, 10));

/** GB/T 2260: first two digits of the provinces. */
const provinces = new Set(
  ['11', '12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37', '41', '42', '43', '44', '45', '46',
    '50', '51', '52', '53', '54', '61', '62', '63', '64', '65', '71', '81', '82'],
);
const isProvince = (code: string): boolean => provinces.has(code);

/** 行政区划代码, GB/T 2260: '100000' is the country. Guangdong is known to the county; of other provinces only the province. */
export function isRegion(text: string): boolean {
  if (!/^\d{6}$/.test(text)) return false;
  if (text === '100000') return true;
  if (text.startsWith('44')) return regionByCode(text) !== undefined;
  return isProvince(text.slice(0, 2));
}

/** Mobile and fixed numbers of the mainland (with extension) and 400/800 service numbers. */
export const isPhone = (text: string): boolean =>
  /^(?:(?:\+86-?)?1[3-9]\d{9}|0\d{2,3}-?[2-9]\d{6,7}(?:-\d{1,6})?|[48]00-?\d{3}-?\d{4})$/.test(text);
