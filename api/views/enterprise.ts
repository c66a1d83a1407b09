/** An enterprise as a viewer may see it. */
import type { CreditEntryView, Enterprise, EnterpriseSummary } from '../../contracts/enterprises.ts';
import type { CreditRow, EnterpriseCases, EnterpriseListRow } from '../../db/queries/enterprises.ts';
import { maskedName, maskedPhone, mayKeepEnterprise, maySeeContacts } from '../../domain/authority/enterprise-policy.ts';
import { fullRegionName, regionByCode } from '../../domain/authority/regions.ts';
import type { Viewer } from '../../domain/authority/viewer.ts';
import { creditKindNames, isAdverse, riskHints, standing } from '../../domain/enterprises/credit.ts';
import { agencyName } from './names.ts';

export function enterpriseSummary({ uscc, name, region, industry, origin, updatedAt }: EnterpriseListRow): EnterpriseSummary {
  const place = regionByCode(region);
  return { uscc, name, region, regionName: place ? fullRegionName(place) : null, industry, origin, updatedAt };
}

export function enterpriseView(row: EnterpriseListRow, viewer: Viewer, { agencies, ...cases }: EnterpriseCases, entries: readonly CreditRow[], today: string): Enterprise {
  const clear = maySeeContacts(viewer, row.uscc, agencies);
  const own = viewer.enterprise?.uscc === row.uscc;
  return {
    ...enterpriseSummary(row),
    contacts: row.contacts.map((c) => (clear ? { ...c } : { ...c, name: maskedName(c.name), phone: maskedPhone(c.phone) })),
    contactsMasked: !clear && row.contacts.length > 0,
    cases, hints: own ? [] : riskHints(entries, cases, today).map((h) => ({ ...h })),
    editable: mayKeepEnterprise(viewer, [row.region]),
  };
}

export const creditView = (e: CreditRow, today: string): CreditEntryView => ({
  id: e.id, kind: e.kind, kindName: creditKindNames[e.kind], adverse: isAdverse(e.kind), level: e.level, title: e.title, facts: e.facts.map((f) => ({ ...f })),
  caseId: e.caseId, agencyName: agencyName(e.agency), decidedOn: e.decidedOn, publicFrom: e.publicFrom, publicUntil: e.publicUntil,
  standing: standing(e, today), withdrawnWhy: e.withdrawnWhy, recordedAt: e.recordedAt,
});
