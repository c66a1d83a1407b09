/** 附件和证据清单: uploads of a case, and the items that are listed as evidence with the hashes of their files. Files are not scanned for viruses. */
import { z } from 'zod';
import { evidenceListSchema, fileListSchema, listEvidenceSchema, documentFileQuerySchema, documentNoSchema, strikeEvidenceSchema, uploadQuerySchema, uploadReceiptSchema } from '../../contracts/documents.ts';
import { receiptSchema } from '../../contracts/cases.ts';
import { caseIdSchema } from '../../contracts/common.ts';
import type { ProblemCode } from '../../contracts/problems.ts';
import { largestFile, readFile, sha256Of, storeFile } from '../../db/files.ts';
import { evidenceListed, evidenceOfCase, filesOfCase, findCaseFile } from '../../db/queries/evidence.ts';
import { mediaTypes, render } from '../../documents/render.ts';
import { mayReadFile } from '../../domain/authority/document-policy.ts';
import { agencyById } from '../../domain/authority/agencies.ts';
import { fillIn } from '../../domain/documents/fill.ts';
import { evidenceManifest } from '../../domain/documents/manifest.ts';
import { mediaOf, safeName } from '../../domain/documents/media.ts';
import { dayOf } from '../../domain/calendar/civil-day.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import { act } from '../engine/perform.ts';
import { downloadRoute, uploadRoute } from '../http/file-route.ts';
import { ProblemError } from '../http/problem.ts';
import { ok, route } from '../http/route.ts';
import { evidenceView, fileView } from '../views/document.ts';
import { proofOf, seenCase } from './documents.ts';
import { visibleCase } from './case-parts.ts';

const caseParams = z.object({ caseId: caseIdSchema });
const command: readonly ProblemCode[] = ['case.not-found', 'case.closed', 'idempotency.conflict', 'engine.unavailable', 'busy', 'forbidden.handling'];
const tag = 'documents';

export const newFileRoute = uploadRoute(
  {
    path: '/cases/:caseId/files', tag, summary: '上传附件 · Upload a file to a case', params: caseParams, query: uploadQuerySchema, answer: uploadReceiptSchema, limit: largestFile,
    problems: [...command, 'file.type'],
  },
  async ({ viewer, key, params: { caseId }, query: { name, purpose } }, dependencies, read) => {
    // Nothing is read of what nobody may send.
    await visibleCase(dependencies.database, viewer, caseId);
    const { bytes, sha256 } = await read();
    const media = mediaOf(bytes);
    if (media === null) throw new ProblemError('file.type');
    await storeFile(dependencies.database, { sha256, bytes, media });
    const { status, body } = await act(dependencies, viewer, key, caseId, { type: 'add-file', sha256, size: bytes.length, name: safeName(name), media, purpose });
    return { status: status === 202 ? 202 : 200, body: { ...body, sha256, size: bytes.length, media } };
  },
);

export const filesRoute = route(
  { method: 'GET', path: '/cases/:caseId/files', access: 'signed-in', tag, summary: '附件 · Uploads of a case', params: caseParams, answer: fileListSchema, problems: ['case.not-found'] },
  async ({ viewer, params: { caseId } }, { database }) => {
    const [{ seen }, rows] = await Promise.all([seenCase(database, viewer, caseId), filesOfCase(database, caseId)]);
    return ok({ items: rows.filter((row) => mayReadFile(viewer, seen, row)).map(fileView) });
  },
);

export const fileContentRoute = downloadRoute(
  { path: '/cases/:caseId/files/:file/content', tag, summary: '下载附件 · An uploaded file', params: caseParams.extend({ file: documentNoSchema }), query: z.object({}), problems: ['case.not-found', 'file.not-found'] },
  async ({ viewer, params: { caseId, file } }, { database }) => {
    const [{ seen }, row] = await Promise.all([seenCase(database, viewer, caseId), findCaseFile(database, caseId, file)]);
    if (row === null || !mayReadFile(viewer, seen, row)) throw new ProblemError('file.not-found');
    const bytes = await readFile(database, row.sha256);
    if (bytes === null) throw new ProblemError('file.not-found');
    return { bytes, media: row.media, name: row.name, sha256: row.sha256 };
  },
);

export const evidenceRoute = route(
  { method: 'GET', path: '/cases/:caseId/evidence', access: 'signed-in', tag, summary: '证据清单 · Evidence of a case, for who handles or supervises it', params: caseParams, answer: evidenceListSchema, problems: ['case.not-found', 'forbidden'] },
  async ({ viewer, params: { caseId } }, { database }) => {
    const { seen } = await seenCase(database, viewer, caseId);
    if (!seen.internal) throw new ProblemError('forbidden');
    return ok({ items: (await evidenceOfCase(database, caseId)).map(evidenceView) });
  },
);

export const listEvidenceRoute = route(
  { method: 'POST', path: '/cases/:caseId/evidence', access: 'signed-in', tag, summary: '列入证据 · List an item of evidence', params: caseParams, body: listEvidenceSchema, answer: receiptSchema, statuses: [200, 202], problems: command },
  async ({ viewer, key, params: { caseId }, body }, dependencies) => {
    await visibleCase(dependencies.database, viewer, caseId);
    const { files, ...item } = body;
    return act(dependencies, viewer, key, caseId, { type: 'list-evidence', ...item, files: await proofOf(dependencies.database, caseId, files, 'body.files') }, { listEvidence: body as Json });
  },
);

export const strikeEvidenceRoute = route(
  {
    method: 'POST', path: '/cases/:caseId/evidence/:item/strike', access: 'signed-in', tag, summary: '删去证据 · Strike an item from the list', params: caseParams.extend({ item: documentNoSchema }), body: strikeEvidenceSchema,
    answer: receiptSchema, statuses: [200, 202], problems: [...command, 'evidence.not-found'],
  },
  ({ viewer, key, params: { caseId, item }, body: { reason } }, dependencies) => act(dependencies, viewer, key, caseId, { type: 'strike-evidence', item, reason }),
);

export const manifestRoute = downloadRoute(
  { path: '/cases/:caseId/evidence/manifest', tag, summary: '打印证据清单 · The list of evidence with its hashes, as it stands now', params: caseParams, query: documentFileQuerySchema, problems: ['case.not-found', 'forbidden'] },
  async ({ viewer, params: { caseId }, query: { format } }, { database }) => {
    const { state, seen } = await seenCase(database, viewer, caseId);
    if (!seen.internal) throw new ProblemError('forbidden');
    const values = { caseNumber: state.number, caseTitle: state.title, evidence: (await evidenceListed(database, caseId, state.seq)) as unknown as JsonObject[] };
    const bytes = await render(fillIn(evidenceManifest, values, { issuer: agencyById(state.agency)?.name.zh ?? '', number: null, on: dayOf(Date.now()) }), format);
    return { bytes, media: mediaTypes[format], name: safeName(`${evidenceManifest.title.zh}${state.number ?? ''}.${format}`), sha256: sha256Of(bytes) };
  },
);
