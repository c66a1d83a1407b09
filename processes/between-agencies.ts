/** What processes of several agencies (跨机关) write alike: choosing an agency, its name on paper, telling its people, telling its case. */
import { agencyOptions } from '../domain/authority/agencies.ts';
import type { AgencyKind } from '../domain/authority/viewer.ts';
import type { Feel, Field } from '../domain/model/types.ts';
import { text } from '../domain/text.ts';
import { long, short } from './feel.ts';

/** A field in which somebody chooses an agency of these kinds. */
export const agencyField = (zh: string, en: string, ...kinds: readonly AgencyKind[]): Field => ({ label: text(zh, en), type: 'choice', options: agencyOptions(...kinds) });

/** FEEL: the name of the agency that a field chooses. */
export const agencyName = (field: string, ...kinds: readonly AgencyKind[]): Feel =>
  `get value({${agencyOptions(...kinds).map(({ value, label }) => `${JSON.stringify(value)}: ${JSON.stringify(label.zh)}`).join(', ')}}, ${field})`;

/** Input of `notify`. Subjects and bodies are FEEL texts, cut to the lengths that the service takes. */
export const noticeTo = (to: Feel, [subjectZh, subjectEn]: readonly [Feel, Feel], [bodyZh, bodyEn]: readonly [Feel, Feel]) => ({
  to, subjectZh: short(subjectZh), subjectEn: short(subjectEn), bodyZh: long(bodyZh), bodyEn: long(bodyEn),
});

/** Input of `message.send` and `message.deliver`. @param caseField field with the id of the case that is told */
export const messageTo = (caseField: string, message: string, data: Readonly<Record<string, Feel>> = {}) => ({
  to: caseField, message: JSON.stringify(message), data: `{${Object.entries(data).map(([field, feel]) => `${field}: ${feel}`).join(', ')}}`,
});
