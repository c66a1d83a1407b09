/** 文书、送达、附件、证据清单、用印登记. */
import { z } from 'zod';
import { caseIdSchema, daySchema, instantSchema, safeString, textSchema } from './common.ts';

const number = z.number().int().min(0).max(2_147_483_647);
export const documentNoSchema = z.coerce.number().int().min(0).max(2_147_483_647);
export const serviceWaySchema = z.enum(['direct', 'left', 'entrusted', 'mail', 'electronic', 'announcement']);
export const filePurposeSchema = z.enum(['application', 'evidence', 'proof']);
export const documentFormatSchema = z.enum(['docx', 'pdf']);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const documentViewSchema = z.object({
  document: number,
  template: z.string(),
  title: textSchema,
  /** 文号. */
  number: z.string().nullable(),
  issuer: z.string(),
  on: daySchema,
  status: z.enum(['drafting', 'issued', 'void']),
  issuedAt: instantSchema.nullable(),
  /** For who handles the case alone. */
  internal: z.boolean(),
  /** Must be served. */
  toServe: z.boolean(),
  addressees: z.array(z.object({
    to: number, name: z.string(),
    /** The viewer. */
    mine: z.boolean(),
    /** Agreed to electronic service. */
    electronic: z.boolean(),
    service: z.object({
      way: serviceWaySchema, wayName: textSchema, on: daySchema, announcedOn: daySchema.nullable(), receivedBy: z.string().nullable(), note: z.string().nullable(), recordedBy: z.string(), recordedAt: instantSchema,
      proof: z.array(sha256),
    }).nullable(),
  })),
  files: z.array(z.object({ format: documentFormatSchema, sha256, size: number })),
  /** 用印. */
  seal: z.object({ series: z.string(), no: number, by: z.string().nullable() }).nullable(),
  /** Version of what made the files: the same version makes the same bytes. */
  renderer: z.string().nullable(),
  /** The viewer may record service. */
  servable: z.boolean(),
}).meta({ id: 'Document' });
export type DocumentView = z.infer<typeof documentViewSchema>;
/** 收到的文书: what another agency has addressed to that of the viewer, in a case that this one is linked with. */
export const receivedDocumentSchema = documentViewSchema.pick({ document: true, title: true, number: true, issuer: true, on: true, files: true }).extend({ caseId: caseIdSchema }).meta({ id: 'ReceivedDocument' });
export type ReceivedDocument = z.infer<typeof receivedDocumentSchema>;
export const documentListSchema = z.object({
  items: z.array(documentViewSchema),
  /** Of cases that the viewer may not see: these documents alone. */
  received: z.array(receivedDocumentSchema),
  /** 电子送达: whether the viewer, as a party, may agree to it, and has. */
  electronic: z.object({ offered: z.boolean(), agreed: z.boolean() }),
}).meta({ id: 'DocumentList' });
export type DocumentList = z.infer<typeof documentListSchema>;

export const documentFileQuerySchema = z.object({ format: documentFormatSchema.default('pdf') });

/** `on`: the day of service, or with 'announcement' the day of the announcement. `proof`: numbers of uploaded files. */
export const serveSchema = z.strictObject({
  to: number, way: serviceWaySchema, on: daySchema, receivedBy: safeString(100).trim().optional(), note: safeString(1000).trim().optional(), proof: z.array(number).max(20).default([]),
}).meta({ id: 'ServeDocument' });
export const agreeServiceSchema = z.strictObject({ agreed: z.boolean() });

export const uploadQuerySchema = z.object({ name: safeString(200).trim().min(1), purpose: filePurposeSchema });
export const fileViewSchema = z.object({
  file: number, name: z.string(), media: z.string(), size: number, sha256, purpose: filePurposeSchema, purposeName: textSchema, by: z.string(), at: instantSchema,
}).meta({ id: 'CaseFile' });
export type FileView = z.infer<typeof fileViewSchema>;
export const fileListSchema = z.object({ items: z.array(fileViewSchema) }).meta({ id: 'CaseFileList' });
/** `file` absent while the case has not answered yet (202). */
export const uploadReceiptSchema = z.object({ caseId: caseIdSchema, command: z.string(), status: z.enum(['done', 'accepted']), seq: z.number().int().optional(), sha256, size: number, media: z.string() }).meta({ id: 'UploadReceipt' });

const line = safeString(200).trim();
export const listEvidenceSchema = z.strictObject({
  name: line.min(1), quantity: line.min(1), source: line.min(1), place: line.default(''), obtainedOn: daySchema.nullable().default(null), note: safeString(1000).trim().default(''),
  /** Numbers of uploaded files. */
  files: z.array(number).max(50).default([]),
}).meta({ id: 'ListEvidence' });
export const strikeEvidenceSchema = z.strictObject({ reason: safeString(500).trim().min(1) });
export const evidenceViewSchema = z.object({
  item: number, name: z.string(), quantity: z.string(), source: z.string(), place: z.string(), obtainedOn: daySchema.nullable(), note: z.string(),
  files: z.array(z.object({ sha256, name: z.string() })), by: z.string(), at: instantSchema,
  /** 删去. */
  struck: z.object({ why: z.string(), by: z.string() }).nullable(),
}).meta({ id: 'EvidenceItem' });
export type EvidenceView = z.infer<typeof evidenceViewSchema>;
export const evidenceListSchema = z.object({ items: z.array(evidenceViewSchema) }).meta({ id: 'EvidenceList' });

export const sealQuerySchema = z.object({
  year: z.coerce.number().int().min(2000).max(2999),
  /** Entries below this number, for the next page. */
  before: z.coerce.number().int().min(1).max(2_147_483_647).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export const sealListSchema = z.object({
  series: z.string(),
  items: z.array(z.object({ no: number, number: z.string().nullable(), title: textSchema, by: z.string().nullable(), at: instantSchema.nullable(), caseId: caseIdSchema, caseNumber: z.string().nullable(), document: number })),
  next: number.nullable(),
}).meta({ id: 'SealRegister' });
