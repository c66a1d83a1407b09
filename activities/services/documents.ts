/** 制作文书: the engine has drawn it up and numbered it; here its files are made and stored. The same draft gives the same files, however often it is made. */
import { definitionByHash } from '../../db/definitions.ts';
import { sha256Of, storeFile } from '../../db/files.ts';
import type { Database } from '../../db/pool.ts';
import { findDraft } from '../../db/queries/documents.ts';
import { evidenceListed, filesOfCase } from '../../db/queries/evidence.ts';
import { mediaTypes, render, renderer } from '../../documents/render.ts';
import type { DocumentFile, Drafted } from '../../domain/documents/facts.ts';
import { fillIn } from '../../domain/documents/fill.ts';
import { documentFormats, type DocumentContent } from '../../domain/documents/types.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { ServiceResult } from '../../domain/model/services.ts';
import type { Run } from './run.ts';

export const generateDocument: Run = async (database, { caseId, job }) => {
  const draft = await findDraft(database, caseId, job);
  // Withdrawn while this was on its way: nobody waits for an answer.
  if (draft === null) return { ok: false, reason: 'not-found', document: null, number: null, title: null, issuedOn: null };
  const content = await contentOf(database, caseId, draft);
  const files: DocumentFile[] = [];
  for (const format of documentFormats) {
    const bytes = await render(content, format);
    const sha256 = sha256Of(bytes);
    await storeFile(database, { sha256, bytes, media: mediaTypes[format] });
    files.push({ format, sha256, size: bytes.length });
  }
  const { document, number, title, on } = draft.body;
  return { ok: true, reason: null, document, number, title: title.zh, issuedOn: on, files: files as unknown as JsonObject[], renderer };
};

/** Lines for people to read; the record has each upload whole. */
const mostText = 4_000;

export const listFiles: Run = async (database, { caseId }) => {
  const files = await filesOfCase(database, caseId);
  const text = files.map(({ name, sha256, byName }) => `${name}（SHA-256：${sha256}；${byName}上传）`).join('\n').slice(0, mostText);
  return { ok: true, reason: null, count: files.length, text } satisfies ServiceResult<'files.list'>;
};

/** Of nothing but the record: what a document was made of can be put together again at any time. */
export async function contentOf(database: Database, caseId: string, { seq, body }: { readonly seq: number; readonly body: Drafted }): Promise<DocumentContent> {
  const { documents = {} } = await definitionByHash(database, body.definition);
  const template = documents[body.template];
  if (!template) throw new Error(`definition ${body.definition} has no template ${body.template}`);
  const evidence = template.listsEvidence ? await evidenceListed(database, caseId, seq) : [];
  return fillIn(template, { ...body.values, ...(template.listsEvidence ? { evidence: evidence as unknown as JsonObject[] } : {}) }, { issuer: body.issuer.name, number: body.number, on: body.on });
}
