/** 专家库 and 回避: who may not judge whom, and why. Pure. */
import { addMonths, dayOfEpoch, epochDay } from '../calendar/civil-day.ts';
import type { Day } from '../calendar/types.ts';
import { text, type Text } from '../text.ts';

export interface Expert {
  readonly id: string;
  readonly name: string;
  /** Their account, where they have one. */
  readonly person: string | null;
  readonly employer: string;
  readonly employerUscc: string | null;
  /** Fields of expertise (专业领域). */
  readonly fields: readonly string[];
  /** 亲属关系, as they have declared it. */
  readonly kin: readonly { readonly name: string; readonly relation: string; readonly uscc?: string }[];
  /** Advised (咨询、辅导) whom, until when; null = still. */
  readonly advised: readonly { readonly name: string; readonly uscc?: string; readonly until: Day | null }[];
  readonly active: boolean;
}

/** 申报人: whom the panel judges. */
export interface Interested {
  readonly name: string;
  readonly uscc: string | null;
  /** The applying person's account, where a person applies. */
  readonly person?: string | null;
  /** Persons who act for the applicant: legal representative, contact. */
  readonly people?: readonly string[];
}

export type ConflictReason = 'inactive' | 'own-application' | 'same-employer' | 'kin' | 'adviser';
export interface Conflict { readonly reason: ConflictReason; readonly with: string }

export const conflictNames: Readonly<Record<ConflictReason, Text>> = {
  inactive: text('已停用', 'Not active'),
  'own-application': text('本人申报', 'Own application'),
  'same-employer': text('任职单位为申报人', 'Employed by the applicant'),
  kin: text('与申报人有亲属关系', 'Related to the applicant'),
  adviser: text('三年内为申报人提供咨询', 'Advised the applicant within three years'),
};

/** 咨询回避: how long advice once given stands in the way. No rule names the years; the award offices use three. */
export const adviceYears = 3;

/** Names are typed by people: blanks and full-width brackets do not make another company. */
const plain = (name: string): string => name.normalize('NFKC').replaceAll(/\s/g, '').toLowerCase();
const same = (a: string, b: string): boolean => plain(a) === plain(b);
const isOne = (of: { readonly name: string; readonly uscc?: string | null }, applicant: Interested): boolean =>
  (applicant.uscc !== null && of.uscc === applicant.uscc) || same(of.name, applicant.name);

/** All reasons why this expert may not judge these applicants; none = may. */
export function conflictsOf(expert: Expert, applicants: readonly Interested[], today: Day): readonly Conflict[] {
  const found: Conflict[] = expert.active ? [] : [{ reason: 'inactive', with: expert.name }];
  const since = dayOfEpoch(addMonths(epochDay(today), -12 * adviceYears).day);
  for (const applicant of applicants) {
    const people = applicant.people ?? [];
    const add = (reason: ConflictReason): void => void found.push({ reason, with: applicant.name });
    // Somebody of the same name is taken for the same person: to leave out one expert too many harms nobody.
    if ((expert.person !== null && applicant.person === expert.person) || same(expert.name, applicant.name) || people.some((p) => same(p, expert.name))) add('own-application');
    if (isOne({ name: expert.employer, uscc: expert.employerUscc }, applicant)) add('same-employer');
    if (expert.kin.some((k) => (k.uscc !== undefined && k.uscc === applicant.uscc) || same(k.name, applicant.name) || people.some((p) => same(p, k.name)))) add('kin');
    if (expert.advised.some((a) => isOne(a, applicant) && (a.until === null || a.until >= since))) add('adviser');
  }
  return found;
}
