/** 文书: what a case has issued, to be read and served; the register of seals. */
import { z } from 'zod';
import { agreeServiceSchema, documentFileQuerySchema, documentListSchema, documentNoSchema, sealListSchema, sealQuerySchema, serveSchema } from '../../contracts/documents.ts';
import { receiptSchema } from '../../contracts/cases.ts';
import { caseIdSchema } from '../../contracts/common.ts';
import type { ProblemCode } from '../../contracts/problems.ts';
import { readFile } from '../../db/files.ts';
import type { Database } from '../../db/pool.ts';
import { findCase } from '../../db/queries/case.ts';
import { documentsOfCase, documentsReceived, findDocument, sealEntries, servicesOfCase, type DocumentRow } from '../../db/queries/documents.ts';
import { filesByNumber } from '../../db/queries/evidence.ts';
import { mediaTypes } from '../../documents/render.ts';
import { addressedPools, isFor, isHandedOver, mayReadDocument, maySeeSeals } from '../../domain/authority/document-policy.ts';
import { agencyById } from '../../domain/authority/agencies.ts';
import { insight, maySee, sightOf, type Insight } from '../../domain/authority/policy.ts';
import { personPool, poolsOf, type Viewer } from '../../domain/authority/viewer.ts';
import { safeName } from '../../domain/documents/media.ts';
import type { CaseState } from '../../domain/engine/state.ts';
import type { Json } from '../../domain/json.ts';
import { loadCaseState } from '../../db/record/read.ts';
import { definitionByHash } from '../../db/definitions.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { act } from '../engine/perform.ts';
import { downloadRoute } from '../http/file-route.ts';
import { ProblemError } from '../http/problem.ts';
import { ok, route } from '../http/route.ts';
import { documentView, receivedView } from '../views/document.ts';
import { visibleCase } from './case-parts.ts';

const caseParams = z.object({ caseId: caseIdSchema });
const documentParams = caseParams.extend({ document: documentNoSchema });
const command: readonly ProblemCode[] = ['case.not-found', 'case.closed', 'idempotency.conflict', 'engine.unavailable', 'busy'];

export interface Seen { readonly state: CaseState; readonly seen: Insight }

/** @throws ProblemError case.not-found */
export async function seenCase(database: Database, viewer: Viewer, caseId: string): Promise<Seen> {
  const [row, state] = await Promise.all([visibleCase(database, viewer, caseId), loadCaseState(database, caseId)]);
  if (state === null) throw new ProblemError('case.not-found');
  return { state, seen: insight(viewer, row, await definitionByHash(database, row.definitionHash), state.parties) };
}

/** An agency to which a document of the case is addressed, and which may not see the case, reads that document, and nothing else of it. */
const handedOver: Insight = { personal: false, internal: false, fields: new Set() };

/** @throws ProblemError case.not-found where the viewer may neither see the case nor read any document of it */
async function readableCase(database: Database, viewer: Viewer, caseId: string): Promise<Seen> {
  const [row, state] = await Promise.all([findCase(database, caseId), loadCaseState(database, caseId)]);
  if (row === null || state === null) throw new ProblemError('case.not-found');
  if (maySee(sightOf(viewer), row)) return { state, seen: insight(viewer, row, await definitionByHash(database, row.definitionHash), state.parties) };
  const rows = await documentsOfCase(database, caseId);
  if (!rows.some((d) => isHandedOver(viewer, d))) throw new ProblemError('case.not-found');
  return { state, seen: handedOver };
}

const readable = (viewer: Viewer, seen: Insight, row: DocumentRow): boolean => (seen === handedOver ? isHandedOver(viewer, row) : mayReadDocument(viewer, seen, row));

export const documentsRoute = route(
  { method: 'GET', path: '/cases/:caseId/documents', access: 'signed-in', tag: 'documents', summary: '文书 · Documents of a case that the viewer may read', params: caseParams, answer: documentListSchema, problems: ['case.not-found'] },
  async ({ viewer, params: { caseId } }, { database }) => {
    const { state, seen } = await readableCase(database, viewer, caseId);
    const [rows, services, received] = await Promise.all([documentsOfCase(database, caseId), servicesOfCase(database, caseId), seen.internal ? documentsReceived(database, caseId, addressedPools(viewer)) : []]);
    const who = mayAgree(state, viewer);
    return ok({
      received: received.map(receivedView),
      items: rows.filter((row) => readable(viewer, seen, row)).map((row) => documentView(row, services, state, viewer, seen.internal)),
      electronic: { offered: who !== null && state.status !== 'closed', agreed: who !== null && (state.electronicService ?? []).includes(who) },
    });
  },
);

/** As the engine keeps the consent of this viewer; null where they are nobody who is served here. */
function mayAgree(state: CaseState, viewer: Viewer): string | null {
  const own = poolsOf(viewer);
  const party = state.parties.find((p) => own.includes(p.pool));
  if (party) return party.pool;
  return state.initiator.id === viewer.id && viewer.posts.length === 0 ? personPool(viewer.id) : null;
}

export const documentFileRoute = downloadRoute(
  {
    path: '/cases/:caseId/documents/:document/file', tag: 'documents', summary: '下载文书 · The file of a document; for an addressee who has agreed to electronic service this is its service',
    params: documentParams, query: documentFileQuerySchema, problems: ['case.not-found', 'file.not-found'],
  },
  async ({ viewer, params: { caseId, document }, query: { format } }, dependencies) => {
    const { database } = dependencies;
    const [{ state, seen }, row] = await Promise.all([readableCase(database, viewer, caseId), findDocument(database, caseId, document)]);
    const file = row?.files.find((f) => f.format === format);
    if (row === null || file === undefined || !readable(viewer, seen, row)) throw new ProblemError('file.not-found');
    const bytes = await readFile(database, file.sha256);
    if (bytes === null) throw new ProblemError('file.not-found');
    await receiveByReading(dependencies, viewer, state, row);
    return { bytes, media: mediaTypes[format], name: safeName(`${row.title.zh}${row.number ?? ''}.${format}`), sha256: file.sha256 };
  },
);

/** 电子送达. Where the record cannot take it now, the addressee gets the file all the same, and the next download serves it. */
async function receiveByReading(dependencies: ApiDependencies, viewer: Viewer, state: CaseState, { caseId, document, addressees }: DocumentRow): Promise<void> {
  const stands = state.documents?.[document];
  const agreed = state.electronicService ?? [];
  const open = addressees.some((a, i) => isFor(a, viewer) && agreed.includes(a.pool ?? personPool(a.person ?? '')) && stands?.to[i]?.servedOn === null);
  if (!open || state.status === 'closed') return;
  await act(dependencies, viewer, `receive-${document}`, caseId, { type: 'receive', document }).catch((error: unknown) => {
    if (!(error instanceof ProblemError)) throw error;
    dependencies.log.info({ caseId, document, code: error.code }, 'a download could not be recorded as service');
  });
}

/** SHA-256 of uploads by their numbers. @throws ProblemError request.invalid where one is not of this case */
export async function proofOf(database: Database, caseId: string, numbers: readonly number[], field: string): Promise<readonly { readonly sha256: string; readonly name: string }[]> {
  const found = await filesByNumber(database, caseId, numbers);
  if (found.length < new Set(numbers).size) throw new ProblemError('request.invalid', { fields: [{ field, code: 'invalid' }] });
  return found.map(({ sha256, name }) => ({ sha256, name }));
}

export const serveRoute = route(
  {
    method: 'POST', path: '/cases/:caseId/documents/:document/serve', access: 'signed-in', tag: 'documents', summary: '登记送达 · Record the service of a document on one of its addressees', params: documentParams, body: serveSchema,
    answer: receiptSchema, statuses: [200, 202], problems: [...command, 'forbidden.handling', 'document.not-found', 'document.not-issued', 'document.served', 'document.not-addressed', 'service.not-agreed', 'form.invalid'],
  },
  async ({ viewer, key, params: { caseId, document }, body }, dependencies) => {
    const { to, way, on, receivedBy, note, proof } = body;
    await visibleCase(dependencies.database, viewer, caseId);
    const shown = (await proofOf(dependencies.database, caseId, proof, 'body.proof')).map((f) => f.sha256);
    return act(dependencies, viewer, key, caseId, { type: 'serve', document, to, way, on, proof: shown, ...(receivedBy ? { receivedBy } : {}), ...(note ? { note } : {}) }, { serve: document, body: body as Json });
  },
);

export const agreeServiceRoute = route(
  {
    method: 'POST', path: '/cases/:caseId/actions/agree-service', access: 'signed-in', tag: 'documents', summary: '同意电子送达 · Agree to electronic service, or no longer', params: caseParams, body: agreeServiceSchema,
    answer: receiptSchema, statuses: [200, 202], problems: [...command, 'document.not-addressed'],
  },
  ({ viewer, key, params: { caseId }, body: { agreed } }, dependencies) => act(dependencies, viewer, key, caseId, { type: 'agree-service', agreed }),
);

export const sealsRoute = route(
  { method: 'GET', path: '/agencies/:agency/seals', access: 'signed-in', tag: 'documents', summary: '用印登记 · The register of seals of an agency, latest first', params: z.object({ agency: z.string().max(80) }), query: sealQuerySchema, answer: sealListSchema, problems: ['forbidden', 'not-found'] },
  async ({ viewer, params: { agency: id }, query: { year, before, limit } }, { database }) => {
    const agency = agencyById(id);
    if (!agency) throw new ProblemError('not-found');
    if (!maySeeSeals(viewer, id)) throw new ProblemError('forbidden');
    const series = `${agency.numberHead}用印〔${year}〕`;
    const rows = await sealEntries(database, series, { below: before, limit: limit + 1 });
    const items = rows.slice(0, limit).map(({ no, number, title, approvedBy, issuedAt, caseId, caseNumber, document }) => ({ no: no ?? 0, number, title, by: approvedBy?.name ?? null, at: issuedAt, caseId, caseNumber, document }));
    return ok({ series, items, next: rows.length > limit ? items.at(-1)?.no ?? null : null });
  },
);
