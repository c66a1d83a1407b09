/** Kin and advice of an expert (近亲属任职、咨询服务) as they are typed: one a line, parts set apart by commas of either kind. */
import type { ExpertView } from '../../../../contracts/panels.ts';
import { parseDay } from '../../lib/dates.ts';

type Kin = ExpertView['kin'][number];
type Advised = ExpertView['advised'][number];

const partsOf = (line: string): string[] => line.split(/[，,]/).map((part) => part.trim());
const linesOf = (text: string): string[][] => text.split('\n').filter((line) => line.trim() !== '').map(partsOf);

/** 关系，单位，代码; null where a line does not say whose. */
export function kinOf(text: string): Kin[] | null {
  const kin = linesOf(text).map(([relation = '', name = '', uscc = '', ...more]): Kin | null =>
    relation === '' || name === '' || more.length > 0 ? null : { relation, name, ...(uscc === '' ? {} : { uscc: uscc.toUpperCase() }) });
  return kin.some((one) => one === null) ? null : kin.filter((one) => one !== null);
}

/** 单位，代码，截止日期; without a day it goes on. */
export function advisedOf(text: string): Advised[] | null {
  const advised = linesOf(text).map(([name = '', uscc = '', until = '', ...more]): Advised | null => {
    const day = until === '' ? null : parseDay(until);
    return name === '' || more.length > 0 || (until !== '' && day === null) ? null : { name, until: day, ...(uscc === '' ? {} : { uscc: uscc.toUpperCase() }) };
  });
  return advised.some((one) => one === null) ? null : advised.filter((one) => one !== null);
}

export const fieldsOfText = (text: string): string[] => [...new Set(text.split(/[、，,\s]+/).filter((one) => one !== ''))];

const joined = (parts: readonly (string | null | undefined)[]): string => parts.map((part) => part ?? '').join('，').replace(/，+$/, '');
export const kinText = (kin: readonly Kin[]): string => kin.map(({ relation, name, uscc }) => joined([relation, name, uscc])).join('\n');
export const advisedText = (advised: readonly Advised[]): string => advised.map(({ name, uscc, until }) => joined([name, uscc, until])).join('\n');
