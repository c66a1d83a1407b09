/** Documents, files and evidence of a case as the API shows them. */
import type { DocumentView, EvidenceView, FileView, ReceivedDocument } from '../../contracts/documents.ts';
import type { DocumentRow, ServiceRow } from '../../db/queries/documents.ts';
import type { CaseFileRow, EvidenceRow } from '../../db/queries/evidence.ts';
import { isFor } from '../../domain/authority/document-policy.ts';
import { personPool, type Viewer } from '../../domain/authority/viewer.ts';
import { filePurposeNames, serviceWayNames } from '../../domain/documents/names.ts';
import { mayServe } from '../../domain/engine/dossier/documents.ts';
import type { CaseState } from '../../domain/engine/state.ts';
import { personOfViewer } from '../../domain/authority/policy.ts';

/** @param internal whether the viewer sees to whom else it was sent, and how */
export function documentView(row: DocumentRow, services: readonly ServiceRow[], state: CaseState, viewer: Viewer, internal: boolean): DocumentView {
  const served = new Map(services.filter((s) => s.document === row.document).map((s) => [s.addressee, s]));
  const agreed = new Set(state.electronicService ?? []);
  const own = row.issuer.pool !== null && personOfViewer(viewer).pools.includes(row.issuer.pool);
  return {
    document: row.document, template: row.template, title: row.title, number: row.number, issuer: row.issuer.name, on: row.onDay, status: row.status, issuedAt: row.issuedAt, internal: row.internal, toServe: row.toServe,
    addressees: row.addressees.map((a, to) => ({ a, to })).filter(({ a }) => internal || own || isFor(a, viewer)).map(({ a, to }) => {
      const service = served.get(to);
      return {
        to, name: a.name, mine: isFor(a, viewer), electronic: agreed.has(a.pool ?? personPool(a.person ?? '')),
        service: service === undefined ? null : {
          way: service.way, wayName: serviceWayNames[service.way], on: service.servedOn, announcedOn: service.announcedOn, receivedBy: service.receivedBy, note: internal ? service.note : null,
          recordedBy: service.recordedBy, recordedAt: service.recordedAt, proof: internal ? [...service.proof] : [],
        },
      };
    }),
    files: row.files.map(({ format, sha256, size }) => ({ format, sha256, size })),
    seal: row.sealSeries !== null && row.sealNo !== null ? { series: row.sealSeries, no: row.sealNo, by: row.approvedBy?.name ?? null } : null,
    renderer: row.renderer,
    servable: row.status === 'issued' && state.status !== 'closed' && mayServe(state, personOfViewer(viewer), row.issuer.agency) && state.documents?.[row.document] !== undefined,
  };
}

export const receivedView = ({ caseId, document, title, number, issuer, onDay, files }: DocumentRow): ReceivedDocument =>
  ({ caseId, document, title, number, issuer: issuer.name, on: onDay, files: files.map(({ format, sha256, size }) => ({ format, sha256, size })) });

export const fileView = ({ file, name, media, size, sha256, purpose, byName, at }: CaseFileRow): FileView =>
  ({ file, name, media, size, sha256, purpose, purposeName: filePurposeNames[purpose], by: byName, at });

export const evidenceView = ({ item, name, quantity, source, place, obtainedOn, note, files, byName, at, struckWhy, struckBy }: EvidenceRow): EvidenceView => ({
  item, name, quantity, source, place, obtainedOn, note, files: files.map((f) => ({ ...f })), by: byName, at, struck: struckWhy === null ? null : { why: struckWhy, by: struckBy ?? '' },
});
