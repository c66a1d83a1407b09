/** Pieces of FEEL that definitions put together. */
import type { Feel } from '../domain/model/types.ts';

/** Longest texts that the services take (domain/model/services.ts). */
export const short = (feel: Feel): Feel => `substring(${feel}, 1, 500)`;
export const long = (feel: Feel): Feel => `substring(${feel}, 1, 5000)`;
export const quote = (words: string): Feel => JSON.stringify(words);
/** A text even where there is no value: what is told must be one. */
export const orEmpty = (feel: Feel): Feel => `(if ${feel} = null then "" else ${feel})`;
/** 分 → 元, for texts that people read. */
export const yuan = (field: string): Feel => `(if ${field} = null then "0" else string(${field} / 100))`;
export const numberText = (feel: Feel): Feel => `(if ${feel} = null then "" else string(${feel}))`;
/** Hundredths as people read them, with two decimals: 8500 is 85.00. */
export const pointsSaid = (feel: Feel): Feel => `(string(floor(${feel} / 100)) + "." + (if modulo(${feel}, 100) < 10 then "0" else "") + string(modulo(${feel}, 100)))`;
/** 元 as a document says them, with 角 and 分: 12345.50元. */
export const yuanSaid = (field: string): Feel => `(${pointsSaid(field)} + "元")`;
/** An internal limit (内部时限) as it holds in this case, in words: 30日、5个工作日. */
export const limitSaid = (clock: string): Feel =>
  `string(limit.${clock}.amount) + (if limit.${clock}.unit = "working-day" then "个工作日" else if limit.${clock}.unit = "calendar-day" then "日" else if limit.${clock}.unit = "hour" then "小时" else if limit.${clock}.unit = "month" then "个月" else "年")`;
/** The name of the option that a choice field holds. */
export const chosen = (field: string, names: Readonly<Record<string, string>>): Feel =>
  Object.entries(names).reduceRight((rest, [value, name]) => `if ${field} = ${quote(value)} then ${quote(name)} else ${rest}`, 'null');
/** One fact of a publication. */
export const fact = (zh: string, en: string, value: Feel): Feel => `{labelZh: ${quote(zh)}, labelEn: ${quote(en)}, value: ${value}}`;
export const facts = (...all: readonly Feel[]): Feel => `[${all.join(', ')}]`;
/** Of a list only what holds, `as` each: kept with what it is made into. */
export const each = (item: string, list: Feel, when: Feel | null, as: Feel = item): Feel => `flatten(for ${item} in ${list} return ${when === null ? `[${as}]` : `if ${when} then [${as}] else []`})`;
/** The names of the people whom a field holds (人员). */
export const namesOf = (field: string): Feel => `(if ${field} = null then null else string join(for person in ${field} return person.name, "、"))`;
/** A field that may hold no list yet. */
export const listOf = (field: string): Feel => `(if ${field} = null then [] else ${field})`;
/** The texts that somebody has typed, one below or beside the other. */
export const typed = (field: string): Feel => `(if ${field} = null then [] else ${each('typed', `split(${field}, "[、,，;；\\\\s]+")`, 'typed != ""')})`;
export const dayAfter = (field: string): Feel => `if ${field} = null then null else string(date(${field}) + duration("P1D"))`;
/** A line added to what a text field already says. */
export const noted = (field: string, line: Feel): Feel => `(if ${field} = null then "" else ${field} + "\\n") + ${line}`;
/** Input of `notify`. @param about FEEL that says which matter; it follows what the message is */
export const noticeAbout = (about: Feel, to: Feel, [zh, en]: readonly [zh: string, en: string], [bodyZh, bodyEn]: readonly [zh: Feel, en: Feel]) => ({
  to, subjectZh: short(`${quote(`${zh}：`)} + ${about}`), subjectEn: short(`${quote(`${en}: `)} + ${about}`), bodyZh: long(bodyZh), bodyEn: long(bodyEn),
});
