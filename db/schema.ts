/**
 * The tables. Migrations (migrations/*.sql) create them; a test compares both. `events` and `commands` are the record; every other table of a
 * case is derived from it in the same transaction and can be rebuilt.
 */
import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, json, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { Post } from '../domain/authority/viewer.ts';
import type { Basis, Budget } from '../domain/calendar/types.ts';
import type { CaseEventBody } from '../domain/engine/events.ts';
import type { RecordedActor } from '../domain/engine/state.ts';
import type { ProcessDefinition } from '../domain/model/types.ts';
import type { Light } from '../domain/record/rows.ts';
import type { Text } from '../domain/text.ts';
import { day, instant } from './columns.ts';

const caseId = () => uuid('case_id').notNull();

/** 卷宗流水. Append-only: a trigger refuses UPDATE, DELETE and TRUNCATE. */
export const events = pgTable('events', {
  caseId: caseId(),
  seq: integer().notNull(),
  at: instant().notNull(),
  type: text().notNull(),
  command: text().notNull(),
  actor: jsonb().$type<RecordedActor>().notNull(),
  body: jsonb().$type<CaseEventBody>().notNull(),
  hash: text().notNull(),
}, (t) => [
  primaryKey({ name: 'events_pkey', columns: [t.caseId, t.seq] }),
  check('events_seq', sql`${t.seq} > 0`),
]);

/** One row per command that acted: the memory behind Idempotency-Key. Append-only like `events`. */
export const commands = pgTable('commands', {
  caseId: caseId(),
  command: text().notNull(),
  digest: text(),
  firstSeq: integer('first_seq').notNull(),
  lastSeq: integer('last_seq').notNull(),
}, (t) => [primaryKey({ name: 'commands_pkey', columns: [t.caseId, t.command] })]);

/** The last number given in a series of case numbers (案号). The row is locked while a number is taken: no gaps, no doubles. */
export const caseNumbers = pgTable('case_numbers', {
  series: text().primaryKey(),
  last: bigint({ mode: 'number' }).notNull(),
});

export const cases = pgTable('cases', {
  id: uuid().primaryKey(),
  number: text(),
  processKey: text('process_key').notNull(),
  definitionHash: text('definition_hash').notNull(),
  title: text().notNull(),
  status: text({ enum: ['open', 'suspended', 'closed'] }).notNull(),
  outcome: text(),
  agency: text().notNull(),
  region: text().notNull(),
  receivedAt: instant('received_at').notNull(),
  closedAt: instant('closed_at'),
  initiatorId: text('initiator_id').notNull(),
  openNodes: text('open_nodes').array().notNull(),
  dueAt: instant('due_at'),
  dueDay: day('due_day'),
  provisional: boolean().notNull(),
  light: text().$type<Light>(),
  visibleTo: text('visible_to').array().notNull(),
  seq: integer().notNull(),
  updatedAt: instant('updated_at').notNull(),
  /** Sort key of lists by due date: cases without a running clock come last. */
  dueOrder: instant('due_order').generatedAlwaysAs(sql`COALESCE(due_at, 'infinity'::timestamptz)`).notNull(),
  /**
   * visible_to without the posts of the handling agency, which see the case through `agency` anyway. Indexing these few instead of all
   * keeps the index entry of an agency's own officers from naming every case of the agency.
   */
  outsidePools: text('outside_pools').array().generatedAlwaysAs(
    sql`array_remove(array_remove(array_remove(visible_to, 'officer@' || agency), 'section-head@' || agency), 'agency-head@' || agency)`,
  ).notNull(),
}, (t) => [
  unique('cases_number').on(t.number),
  index('cases_by_agency_updated').on(t.agency, t.updatedAt.desc(), t.id),
  index('cases_by_agency_due').on(t.agency, t.dueOrder, t.id),
  index('cases_open_by_agency').on(t.agency, t.updatedAt.desc(), t.id).where(sql`status <> 'closed'`),
  index('cases_by_light').on(t.light, t.agency, t.dueOrder, t.id).where(sql`light is not null`),
  index('cases_by_process').on(t.processKey, t.agency, t.updatedAt.desc(), t.id),
  index('cases_by_region_updated').on(t.region, t.updatedAt.desc(), t.id),
  index('cases_by_updated').on(t.updatedAt.desc(), t.id),
  index('cases_by_due').on(t.dueOrder, t.id),
  index('cases_by_initiator').on(t.initiatorId, t.updatedAt.desc(), t.id),
  index('cases_by_outside_pools').using('gin', t.outsidePools),
  check('cases_status', sql`status in ('open', 'suspended', 'closed')`),
]);

/**
 * Search by number and title: every part of the normalised text of one to three characters (search-terms.ts). pg_trgm cannot serve
 * Chinese, where a word is often two characters and the locale decides what a letter is.
 */
export const caseSearch = pgTable('case_search', {
  caseId: uuid('case_id').primaryKey(),
  content: text().notNull(),
  terms: text().array().notNull(),
}, (t) => [index('case_search_by_terms').using('gin', t.terms)]);

export const tasks = pgTable('tasks', {
  caseId: caseId(),
  task: integer().notNull(),
  node: text().notNull(),
  pool: text().notNull(),
  status: text({ enum: ['open', 'completed', 'cancelled'] }).notNull(),
  assigneeId: text('assignee_id'),
  assigneeName: text('assignee_name'),
  createdAt: instant('created_at').notNull(),
  claimedAt: instant('claimed_at'),
  closedAt: instant('closed_at'),
  outcome: text(),
  /** Next due clock and light of the case, kept on its open tasks, so that one index gives a page of the worklist in order. */
  dueAt: instant('due_at'),
  light: text().$type<Light>(),
  dueOrder: instant('due_order').generatedAlwaysAs(sql`COALESCE(due_at, 'infinity'::timestamptz)`).notNull(),
}, (t) => [
  primaryKey({ name: 'tasks_pkey', columns: [t.caseId, t.task] }),
  index('tasks_claimable').on(t.pool, t.dueOrder, t.caseId, t.task, t.light).where(sql`status = 'open' and assignee_id is null`),
  index('tasks_claimed').on(t.assigneeId, t.dueOrder, t.caseId, t.task, t.light).where(sql`status = 'open' and assignee_id is not null`),
  check('tasks_status', sql`status in ('open', 'completed', 'cancelled')`),
]);

export const clocks = pgTable('clocks', {
  caseId: caseId(),
  clockNo: integer('clock_no').notNull(),
  clock: text().notNull(),
  status: text({ enum: ['running', 'paused', 'met', 'late', 'cancelled'] }).notNull(),
  light: text().$type<Light>().notNull(),
  startedAt: instant('started_at').notNull(),
  stoppedAt: instant('stopped_at'),
  dueAt: instant('due_at').notNull(),
  dueDay: day('due_day').notNull(),
  provisional: boolean().notNull(),
  breachedAt: instant('breached_at'),
  duty: text().notNull(),
  budget: jsonb().$type<Budget>().notNull(),
  basis: jsonb().$type<Basis>().notNull(),
}, (t) => [
  primaryKey({ name: 'clocks_pkey', columns: [t.caseId, t.clockNo] }),
  check('clocks_status', sql`status in ('running', 'paused', 'met', 'late', 'cancelled')`),
]);

/**
 * Registered definitions, immutable: a trigger refuses every change. `hash` = SHA-256 of the canonical JSON of `model`, which is json and
 * not jsonb because jsonb forgets the order of members, and a form shows its fields in that order.
 */
export const definitions = pgTable('definitions', {
  hash: text().primaryKey(),
  key: text().notNull(),
  version: integer().notNull(),
  model: json().$type<ProcessDefinition>().notNull(),
  registeredAt: instant('registered_at').notNull().default(sql`now()`),
}, (t) => [unique('definitions_version').on(t.key, t.version)]);

/** Directory of people, filled when they sign in. */
export const people = pgTable('people', {
  id: text().primaryKey(),
  name: text().notNull(),
  posts: jsonb().$type<readonly Post[]>().notNull(),
  enterprise: jsonb().$type<{ readonly uscc: string; readonly name: string } | null>(),
  lastSeen: instant('last_seen').notNull(),
});

/** 站内消息, addressed to a pool. `id` = "<case>:<key in the case>", so that writing it again changes nothing. */
export const notices = pgTable('notices', {
  id: text().primaryKey(),
  caseId: caseId(),
  pool: text().notNull(),
  subject: jsonb().$type<Text>().notNull(),
  body: jsonb().$type<Text>().notNull(),
  at: instant().notNull(),
}, (t) => [index('notices_by_pool').on(t.pool, t.at.desc(), t.id)]);

/** Who has read a notice: each member of the pool for themselves. */
export const noticeReads = pgTable('notice_reads', {
  notice: text().notNull().references(() => notices.id),
  person: text().notNull(),
  at: instant().notNull(),
}, (t) => [primaryKey({ name: 'notice_reads_pkey', columns: [t.person, t.notice] })]);

/** 公示: seen without sign-in. `id` as in `notices`. */
export const publications = pgTable('publications', {
  id: text().primaryKey(),
  caseId: caseId(),
  kind: text().notNull(),
  title: jsonb().$type<Text>().notNull(),
  agency: text().notNull(),
  facts: jsonb().$type<readonly { readonly label: Text; readonly value: string }[]>().notNull(),
  publishedAt: instant('published_at').notNull(),
}, (t) => [index('publications_by_date').on(t.publishedAt.desc(), t.id)]);
