/** What the steps of the fund say to people, and in which words. */
import type { Steps } from './head.ts';

export const toApplicant = '"uscc:" + applicantUscc';
export const toSecretariat = '"secretariat@gd-fund-secretariat"';
/** Longest texts that the services take (services.ts). */
const short = (feel: string): string => `substring(${feel}, 1, 500)`;
const long = (feel: string): string => `substring(${feel}, 1, 5000)`;
/** Money is kept in fen; people read yuan. */
export const yuan = (field: string): string => `(if ${field} = null then "0" else string(${field} / 100))`;
export const words = (field: string): string => `(if ${field} = null then "" else ${field})`;
export const project = 'projectName';
export const label = (field: string, values: Readonly<Record<string, string>>): string =>
  Object.entries(values).reduceRight((rest, [value, name]) => `if ${field} = "${value}" then "${name}" else ${rest}`, 'null');

export const fact = (zh: string, en: string, value: string): string => `{labelZh: "${zh}", labelEn: "${en}", value: ${value}}`;
export const title = (zh: string, en: string): { readonly titleZh: string; readonly titleEn: string } => ({ titleZh: short(`"${zh}：" + ${project}`), titleEn: short(`"${en}: " + ${project}`) });

export const speaker = (s: Steps) => ({
  tell: (zh: string, en: string, to: string, subject: readonly [string, string], body: readonly [string, string]) =>
    s.service(zh, en, 'notify', { to, subjectZh: short(`"${subject[0]}：" + ${project}`), subjectEn: short(`"${subject[1]}: " + ${project}`), bodyZh: long(body[0]), bodyEn: long(body[1]) }),
  /** To the call from which the project comes; nothing where it comes from none. */
  tellCall: (zh: string, en: string, message: string, data: string) => s.service(zh, en, 'message.send', { to: '"lead-from"', message: `"${message}"`, data }),
  /** 分 out of the fund, under the lock of its ledger. */
  release: (zh: string, en: string) => s.service(zh, en, 'fund.settle', { note: `"${zh}"` }),
});
