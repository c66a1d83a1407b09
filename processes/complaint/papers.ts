/** Where the values of the official forms (documents.ts) come from in a case. */
import type { Feel } from '../../domain/model/types.ts';
import { complaintDocuments } from './documents.ts';

/** Items of §16, in their order. */
export const refusalGrounds = ['noPower', 'handled', 'notConsumer', 'late', 'materials', 'identity', 'other'] as const;
const idTypes = { idCard: '居民身份证', passport: '护照', permit: '港澳台居民通行证、居住证', other: '其他' } as const;
const chosen = (field: string, values: Readonly<Record<string, string>>): Feel => Object.entries(values).reduceRight((rest, [value, label]) => `if ${field} = "${value}" then ${label} else ${rest}`, 'null');

export const papers = complaintDocuments({
  complainant: { kind: 'party', party: 'complainant' },
  respondent: { kind: 'party', party: 'respondent' },
  forwardedTo: { kind: 'data', field: 'forwardTo' },
  values: {
    ...Object.fromEntries((['complainantName', 'complainantPhone', 'complainantIdNumber', 'complainantAddress', 'publicationConsent', 'mediationConsent', 'complainantAgent', 'complainantAgentPhone', 'complainantAgentAddress',
      'respondentName', 'respondentContact', 'respondentAddress', 'respondentPhone', 'respondentHead', 'respondentAgent', 'respondentAgentPhone', 'respondentAgentAddress', 'facts', 'demands', 'receivedOn', 'subject', 'officerName', 'officerPhone', 'officeAddress',
      'reportBy', 'materialCopies', 'materialPages', 'identityDueOn', 'identityMaterials', 'terminationGround', 'mediationOn', 'mediationHour', 'mediationPlace', 'mediationMaterials', 'recusalDays', 'mediators', 'agreement'] as const).map((name) => [name, name])),
    complainantIdType: chosen('complainantIdType', Object.fromEntries(Object.entries(idTypes).map(([value, label]) => [value, `"${label}"`]))),
    forwardedToName: 'forwardTo',
    refusalGround: chosen('refusalGround', Object.fromEntries(refusalGrounds.map((ground, i) => [ground, String(i + 1)]))),
  },
});
