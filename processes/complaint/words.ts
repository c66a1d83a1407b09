/** Texts in FEEL that several steps of a complaint need, and the fields that another complaint is opened with. */
import type { Feel } from '../../domain/model/types.ts';
import { noticeAbout } from '../feel.ts';
import type { complaintHead } from './head.ts';

type Head = typeof complaintHead;
/** The helpers with which steps of a complaint are written. */
export type ComplaintSteps = Parameters<Parameters<Head['steps']>[0]>[0];

/** Who has no account is told by the officer, by telephone or letter. */
export const toComplainant: Feel = 'if complainantAccount = null then "officer@" + case.agency else "person:" + complainantAccount';
export const toRespondent: Feel = 'if respondentUscc = null then "officer@" + case.agency else "uscc:" + respondentUscc';
export const toOfficers: Feel = '"officer@" + case.agency';

export const teller = (s: ComplaintSteps) =>
  (zh: string, en: string, to: Feel, subject: readonly [zh: string, en: string], body: readonly [zh: Feel, en: Feel]) =>
    s.service(zh, en, 'notify', noticeAbout('subject', to, subject, body));

/** All that a complaint is started with, and whose account it is: the other agency gets what the consumer has said, and nothing of what was done here. */
export const sameComplaint = (fields: readonly string[]): Readonly<Record<string, Feel>> => Object.fromEntries([...fields, 'complainantAccount'].filter((f) => f !== 'reportContent').map((f) => [f, f]));
