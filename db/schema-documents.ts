/** Tables of 文书, 送达, uploads and evidence. */
import { sql } from 'drizzle-orm';
import { boolean, check, customType, index, integer, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core';
import type { Addressee, DocumentFile, Drafted, EvidenceItem, FilePurpose, ServiceWay } from '../domain/documents/facts.ts';
import type { Named } from '../domain/engine/state.ts';
import type { Text } from '../domain/text.ts';
import { caseId, day, instant } from './columns.ts';

const bytes = customType<{ data: Buffer; driverData: Buffer }>({ dataType: () => 'bytea' });

/** Bytes of documents and uploads, by their SHA-256. Append-only. */
export const files = pgTable('files', {
  sha256: text().primaryKey(),
  size: integer().notNull(),
  media: text().notNull(),
  bytes: bytes().notNull(),
  storedAt: instant('stored_at').notNull(),
}, () => [check('files_sha256', sql`sha256 ~ '^[0-9a-f]{64}$'`), check('files_size', sql`size = octet_length(bytes) and size <= 20971520`)]);

/** 文书登记, with the register of seals. */
export const documents = pgTable('documents', {
  caseId: caseId(),
  document: integer().notNull(),
  /** Of the event that drew it up. */
  seq: integer().notNull(),
  job: integer().notNull(),
  node: text().notNull(),
  template: text().notNull(),
  definition: text().notNull(),
  title: jsonb().$type<Text>().notNull(),
  number: text(),
  issuer: jsonb().$type<Drafted['issuer']>().notNull(),
  onDay: day('on_day').notNull(),
  addressees: jsonb().$type<readonly Addressee[]>().notNull(),
  internal: boolean().notNull(),
  toServe: boolean('to_serve').notNull(),
  status: text().$type<'drafting' | 'issued' | 'void'>().notNull(),
  files: jsonb().$type<readonly DocumentFile[]>().notNull(),
  renderer: text(),
  approvedBy: jsonb('approved_by').$type<Named | null>(),
  sealSeries: text('seal_series'),
  sealNo: integer('seal_no'),
  draftedAt: instant('drafted_at').notNull(),
  issuedAt: instant('issued_at'),
}, (t) => [
  primaryKey({ name: 'documents_pkey', columns: [t.caseId, t.document] }),
  index('documents_by_seal').on(t.sealSeries, t.sealNo.desc()).where(sql`seal_no is not null`),
  check('documents_status', sql`status in ('drafting', 'issued', 'void')`),
]);

/** 送达. */
export const documentServices = pgTable('document_services', {
  caseId: caseId(),
  document: integer().notNull(),
  addressee: integer().notNull(),
  way: text().$type<ServiceWay>().notNull(),
  servedOn: day('served_on').notNull(),
  announcedOn: day('announced_on'),
  receivedBy: text('received_by'),
  note: text(),
  proof: jsonb().$type<readonly string[]>().notNull(),
  recordedBy: text('recorded_by').notNull(),
  recordedAt: instant('recorded_at').notNull(),
}, (t) => [
  primaryKey({ name: 'document_services_pkey', columns: [t.caseId, t.document, t.addressee] }),
  check('document_services_way', sql`way in ('direct', 'left', 'entrusted', 'mail', 'electronic', 'announcement')`),
]);

/** Uploads of a case. */
export const caseFiles = pgTable('case_files', {
  caseId: caseId(),
  file: integer().notNull(),
  sha256: text().notNull(),
  name: text().notNull(),
  media: text().notNull(),
  size: integer().notNull(),
  purpose: text().$type<FilePurpose>().notNull(),
  pool: text(),
  byId: text('by_id').notNull(),
  byName: text('by_name').notNull(),
  at: instant().notNull(),
}, (t) => [
  primaryKey({ name: 'case_files_pkey', columns: [t.caseId, t.file] }),
  index('case_files_by_hash').on(t.caseId, t.sha256),
  check('case_files_purpose', sql`purpose in ('application', 'evidence', 'proof')`),
]);

/** 证据清单. */
export const evidence = pgTable('evidence', {
  caseId: caseId(),
  item: integer().notNull(),
  listedSeq: integer('listed_seq').notNull(),
  struckSeq: integer('struck_seq'),
  name: text().notNull(),
  quantity: text().notNull(),
  source: text().notNull(),
  place: text().notNull(),
  obtainedOn: day('obtained_on'),
  note: text().notNull(),
  files: jsonb().$type<EvidenceItem['files']>().notNull(),
  byName: text('by_name').notNull(),
  at: instant().notNull(),
  struckWhy: text('struck_why'),
  struckBy: text('struck_by'),
}, (t) => [primaryKey({ name: 'evidence_pkey', columns: [t.caseId, t.item] })]);
