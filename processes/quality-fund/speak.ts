/** What the steps of the fund say to people, and in which words. */
import { noticeAbout, short } from '../feel.ts';
import type { Steps } from './head.ts';

export const toApplicant = '"uscc:" + applicantUscc';
export const toSecretariat = '"secretariat@gd-fund-secretariat"';
export const project = 'projectName';
export const title = (zh: string, en: string): { readonly titleZh: string; readonly titleEn: string } => ({ titleZh: short(`"${zh}：" + ${project}`), titleEn: short(`"${en}: " + ${project}`) });

export const speaker = (s: Steps) => ({
  tell: (zh: string, en: string, to: string, subject: readonly [string, string], body: readonly [string, string]) =>
    s.service(zh, en, 'notify', noticeAbout(project, to, subject, body)),
  /** To the call from which the project comes; nothing where it comes from none. */
  tellCall: (zh: string, en: string, message: string, data: string) => s.service(zh, en, 'message.send', { to: '"lead-from"', message: `"${message}"`, data }),
  /** 分 out of the fund, under the lock of its ledger. */
  release: (zh: string, en: string) => s.service(zh, en, 'fund.settle', { note: `"${zh}"` }),
});
