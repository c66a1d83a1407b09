/** What the papers of the fund are made of. */
import type { DocumentTemplate, Row } from '../../domain/documents/types.ts';
import type { Feel } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { sheet, signed } from '../letters.ts';

const handling = { kind: 'agency', agency: { kind: 'handling' } } as const;
export const byApplicant = { issuer: { kind: 'party', party: 'applicant' }, to: [], numerals: 'arabic' } as const;
/** Under the seal of the authority, for the applicant to have: contracts, certificates. Its values hold `applicant`. */
export const issued = { issuer: handling, sealed: true, to: [{ kind: 'party', party: 'applicant', name: 'applicant' }], numerals: 'arabic' } as const;
/** A letter to the applicant. */
export const official = { ...issued, letterhead: true, addressee: '{applicant}：' } as const;
/** To nobody in particular, under the name of the authority. */
export const headed = { ...issued, to: [], letterhead: true } as const;
/** An opinion inside the administration: a sheet for the file, which the applicant does not get. */
export const opinion = (zh: string, en: string, values: Readonly<Record<string, Feel>>, rows: readonly Row[], word?: string, issuer: DocumentTemplate['issuer'] = handling): DocumentTemplate => ({
  issuer, to: [], numerals: 'arabic', internal: true, title: text(zh, en), values, blocks: [sheet(rows), signed], ...(word === undefined ? {} : { number: { word } }),
});
