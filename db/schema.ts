/**
 * The tables of cases and of those who work on them; those that processes share are in schema-shared.ts, documents in schema-documents.ts.
 * Migrations (migrations/*.sql) create them; a test compares both. `events` and `commands` are the record; every other table of a case is derived
 * from it in the same transaction and can be rebuilt.
 */
import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, json, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { Post } from '../domain/authority/viewer.ts';
import type { Basis, Budget, WorkCalendar, YearNotice } from '../domain/calendar/types.ts';
import type { CaseEventBody, Relation } from '../domain/engine/events.ts';
import type { Actor, RecordedActor } from '../domain/engine/state.ts';
import type { JsonObject } from '../domain/json.ts';
import type { ProcessDefinition } from '../domain/model/types.ts';
import type { Light } from '../domain/record/rows.ts';
import type { Text } from '../domain/text.ts';
import { caseId, day, instant } from './columns.ts';
import { publications } from './schema-shared.ts';

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
  /** Last day of the latest of its clocks and timers. */
  countsUntil: day('counts_until'),
  provisional: boolean().notNull(),
  light: text().$type<Light>(),
  visibleTo: text('visible_to').array().notNull(),
  /** It has yet to hear of, or to tell, another case. */
  owes: boolean().notNull().default(false),
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
  index('cases_open_by_definition').on(t.definitionHash, t.id).where(sql`status <> 'closed'`),
  index('cases_owing').on(t.updatedAt, t.id).where(sql`owes`),
  index('cases_open').on(t.id).where(sql`status <> 'closed'`),
  index('cases_open_by_counts_until').on(t.countsUntil, t.id).where(sql`status <> 'closed'`),
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

/** 关联案件, on either side. */
export const caseLinks = pgTable('case_links', {
  caseId: caseId(),
  relation: text().$type<Relation>().notNull(),
  otherId: uuid('other_id').notNull(),
  reason: text(),
  at: instant().notNull(),
  endedAt: instant('ended_at'),
}, (t) => [
  primaryKey({ name: 'case_links_pkey', columns: [t.caseId, t.relation, t.otherId] }),
  check('case_links_relation', sql`relation in ('parent', 'child', 'lead', 'lead-from', 'related', 'merged-into', 'merged-from', 'split-into', 'split-from', 'batch', 'entry')`),
]);

/** What cases wait to be told, for whoever sends it. */
export const caseAwaits = pgTable('case_awaits', {
  caseId: caseId(),
  kind: text().$type<'message' | 'signal'>().notNull(),
  name: text().notNull(),
}, (t) => [
  primaryKey({ name: 'case_awaits_pkey', columns: [t.caseId, t.kind, t.name] }),
  index('case_awaits_by_name').on(t.kind, t.name, t.caseId),
  check('case_awaits_kind', sql`kind in ('message', 'signal')`),
]);

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
  /** 旁办: its kind and, for a step of this case alone, its title. */
  side: text({ enum: ['redo', 'ad-hoc', 'extension'] }),
  title: text(),
  /** Something else must be done first. */
  waiting: boolean().notNull().default(false),
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
  index('clocks_running_by_due').on(t.dueAt, t.caseId).where(sql`status = 'running' and breached_at is null`),
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

/**
 * 逐案处理: a walk over running cases, by the workflow `caseWalk`. `input` is what its kind asks of each case; `total` is null until its cases
 * are fixed, `finishedAt` until all of them were visited.
 */
export const caseWalks = pgTable('case_walks', {
  id: uuid().primaryKey(),
  kind: text().notNull(),
  /** What it is about, for lists: the process, the year. */
  subject: text().notNull(),
  input: jsonb().$type<JsonObject>().notNull(),
  /** Of what was asked: the same Idempotency-Key with another content is noticed by it. */
  digest: text().notNull(),
  dryRun: boolean('dry_run').notNull(),
  requestedBy: jsonb('requested_by').$type<Extract<Actor, { kind: 'person' }>>().notNull(),
  requestedAt: instant('requested_at').notNull(),
  total: integer(),
  finishedAt: instant('finished_at'),
}, (t) => [
  index('case_walks_by_subject').on(t.kind, t.subject, t.requestedAt.desc(), t.id),
  index('case_walks_unfinished').on(t.requestedAt, t.id).where(sql`finished_at is null`),
]);

/** One row for each case of a walk: what became of it. */
export const caseWalkResults = pgTable('case_walk_results', {
  walk: uuid().notNull().references(() => caseWalks.id),
  caseId: caseId(),
  outcome: text({ enum: ['pending', 'done', 'unchanged', 'refused', 'skipped', 'unanswered'] }).notNull(),
  detail: jsonb().$type<JsonObject>(),
  at: instant(),
}, (t) => [
  primaryKey({ name: 'case_walk_results_pkey', columns: [t.walk, t.caseId] }),
  index('case_walk_results_by_outcome').on(t.walk, t.outcome, t.caseId),
  check('case_walk_results_outcome', sql`outcome in ('pending', 'done', 'unchanged', 'refused', 'skipped', 'unanswered')`),
]);

/** 工作日历: every calendar that was ever in force, by its content. Append-only. */
export const calendars = pgTable('calendars', {
  version: text().primaryKey(),
  years: jsonb().$type<WorkCalendar['years']>().notNull(),
  contentHash: text('content_hash').notNull(),
  registeredAt: instant('registered_at').notNull(),
});

/** 放假安排公布: notices in the order in which they came into force; the last one's calendar is in force. Append-only. `id` is that of its walk. */
export const calendarPublications = pgTable('calendar_publications', {
  no: integer().primaryKey(),
  id: uuid().notNull(),
  year: integer().notNull(),
  /** 1 = the first notice of its year, others correct it. */
  edition: integer().notNull(),
  citation: text().notNull(),
  notice: jsonb().$type<YearNotice>().notNull(),
  contentHash: text('content_hash').notNull(),
  calendar: text().notNull().references(() => calendars.version),
  replaces: text().notNull().references(() => calendars.version),
  reason: text(),
  byId: text('by_id').notNull(),
  byName: text('by_name').notNull(),
  publishedAt: instant('published_at').notNull(),
}, (t) => [
  unique('calendar_publications_id').on(t.id),
  unique('calendar_publications_edition').on(t.year, t.edition),
  check('calendar_publications_no', sql`no > 0 and edition > 0`),
]);

/** Directory of people, filled when they sign in. */
export const people = pgTable('people', {
  id: text().primaryKey(),
  name: text().notNull(),
  posts: jsonb().$type<readonly Post[]>().notNull(),
  enterprise: jsonb().$type<{ readonly uscc: string; readonly name: string } | null>(),
  lastSeen: instant('last_seen').notNull(),
}, (t) => [
  index('people_by_posts').using('gin', t.posts.op('jsonb_path_ops')),
  index('people_by_enterprise').on(sql`(enterprise ->> 'uscc')`).where(sql`enterprise is not null`),
]);

/** 代理: who acts for whom from one day through another (China time). Never deleted, so that the record can be understood. */
export const substitutions = pgTable('substitutions', {
  id: uuid().primaryKey(),
  absent: text().notNull(),
  substitute: text().notNull(),
  fromDay: day('from_day').notNull(),
  untilDay: day('until_day').notNull(),
  reason: text().notNull(),
  madeBy: text('made_by').notNull(),
  madeAt: instant('made_at').notNull(),
  revokedBy: text('revoked_by'),
  revokedAt: instant('revoked_at'),
}, (t) => [
  index('substitutions_by_substitute').on(t.substitute, t.untilDay).where(sql`revoked_at is null`),
  index('substitutions_by_absent').on(t.absent, t.untilDay.desc()),
  check('substitutions_days', sql`until_day >= from_day`),
  check('substitutions_two', sql`absent <> substitute`),
]);

/** 站内消息, addressed to a pool. `id` = "<case>:<key in the case>", so that writing it again changes nothing. */
export const notices = pgTable('notices', {
  id: text().primaryKey(),
  caseId: caseId(),
  pool: text().notNull(),
  subject: jsonb().$type<Text>().notNull(),
  body: jsonb().$type<Text>().notNull(),
  at: instant().notNull(),
  /** The one person in the pool whom it is for; null = all of them. */
  person: text(),
  /** 公示 to which it leads. */
  publication: text().references(() => publications.id),
}, (t) => [index('notices_by_pool').on(t.pool, t.at.desc(), t.id)]);

/** Who has read a notice: each member of the pool for themselves. */
export const noticeReads = pgTable('notice_reads', {
  notice: text().notNull().references(() => notices.id),
  person: text().notNull(),
  at: instant().notNull(),
}, (t) => [primaryKey({ name: 'notice_reads_pkey', columns: [t.person, t.notice] })]);
