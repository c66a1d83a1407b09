/**
 * The tables. Migrations (migrations/*.sql) create them; a test compares both. `events` and `commands` are the record; every other table of a
 * case is derived from it in the same transaction and can be rebuilt.
 */
import { sql } from 'drizzle-orm';
import { bigint, boolean, check, customType, index, integer, json, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { Post } from '../domain/authority/viewer.ts';
import type { Basis, Budget, WorkCalendar, YearNotice } from '../domain/calendar/types.ts';
import type { Addressee, DocumentFile, Drafted, EvidenceItem, FilePurpose, ServiceWay } from '../domain/documents/facts.ts';
import type { CaseEventBody, Relation } from '../domain/engine/events.ts';
import type { Actor, Named, RecordedActor } from '../domain/engine/state.ts';
import type { Contact, CreditKind, EnterpriseFacts } from '../domain/enterprises/types.ts';
import type { FundAccount, FundEntry } from '../domain/fund/types.ts';
import type { JsonObject } from '../domain/json.ts';
import type { ProcessDefinition } from '../domain/model/types.ts';
import type { Candidate, Declined, DrawPlan, ExcludedExpert, Witness } from '../domain/panels/draw.ts';
import type { Expert } from '../domain/panels/experts.ts';
import type { Applicant, PanelMember, PanelResult, ScoringRules } from '../domain/panels/scoring.ts';
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
  check('case_links_relation', sql`relation in ('parent', 'child', 'lead', 'lead-from', 'related', 'merged-into', 'merged-from', 'split-into', 'split-from')`),
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
  /** 公示期: last day and end of the period in which anybody may object; null where it only informs. */
  lastDay: day('last_day'),
  closesAt: instant('closes_at'),
  calendarVersion: text('calendar_version'),
}, (t) => [index('publications_by_date').on(t.publishedAt.desc(), t.id)]);

/** 异议 to a publication, by anybody who has signed in. */
export const objections = pgTable('objections', {
  id: uuid().primaryKey(),
  publication: text().notNull().references(() => publications.id),
  caseId: caseId(),
  person: text().notNull(),
  name: text().notNull(),
  contact: text().notNull(),
  grounds: text().notNull(),
  filedAt: instant('filed_at').notNull(),
  status: text({ enum: ['open', 'upheld', 'rejected'] }).notNull(),
  handledAt: instant('handled_at'),
  handledBy: jsonb('handled_by').$type<Named>(),
  reply: text(),
}, (t) => [
  index('objections_by_publication').on(t.publication, t.filedAt, t.id),
  index('objections_by_person').on(t.person, t.filedAt.desc(), t.id),
  index('objections_open_by_case').on(t.caseId).where(sql`status = 'open'`),
  check('objections_status', sql`status in ('open', 'upheld', 'rejected')`),
  check('objections_handled', sql`(status = 'open') = (handled_at is null) and (status = 'open') = (reply is null)`),
]);

/** 企业名录. */
export const enterprises = pgTable('enterprises', {
  uscc: text().primaryKey(),
  name: text().notNull(),
  region: text().notNull(),
  industry: text(),
  contacts: jsonb().$type<readonly Contact[]>().notNull(),
  origin: text({ enum: ['case', 'sign-in', 'administrator'] }).notNull(),
  content: text().notNull(),
  terms: text().array().notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
}, (t) => [
  // Officers see territories, which are prefixes of the region: the index gives a page of one in order.
  index('enterprises_by_region').on(t.region, t.uscc),
  index('enterprises_by_terms').using('gin', t.terms),
  check('enterprises_origin', sql`origin in ('case', 'sign-in', 'administrator')`),
]);

/** What administrators changed in the register by hand. Append-only. */
export const enterpriseChanges = pgTable('enterprise_changes', {
  id: uuid().primaryKey(),
  uscc: text().notNull(),
  at: instant().notNull(),
  byId: text('by_id').notNull(),
  byName: text('by_name').notNull(),
  reason: text().notNull(),
  old: jsonb().$type<EnterpriseFacts>(),
  new: jsonb().$type<EnterpriseFacts>().notNull(),
}, (t) => [index('enterprise_changes_by_uscc').on(t.uscc, t.at.desc(), t.id)]);

/** 质量信用记录. `id` = "<case>:j<job>", so that writing it again changes nothing. */
export const creditEntries = pgTable('credit_entries', {
  id: text().primaryKey(),
  uscc: text().notNull(),
  kind: text().$type<CreditKind>().notNull(),
  level: text(),
  title: jsonb().$type<Text>().notNull(),
  facts: jsonb().$type<readonly { readonly label: Text; readonly value: string }[]>().notNull(),
  caseId: caseId(),
  agency: text().notNull(),
  decidedOn: day('decided_on').notNull(),
  publicFrom: day('public_from'),
  publicUntil: day('public_until'),
  recordedAt: instant('recorded_at').notNull(),
  withdrawnAt: instant('withdrawn_at'),
  withdrawnWhy: text('withdrawn_why'),
}, (t) => [
  index('credit_entries_by_uscc').on(t.uscc, t.decidedOn.desc(), t.id),
  index('credit_entries_by_case').on(t.caseId),
  check('credit_entries_kind', sql`kind in ('penalty', 'recall', 'serious-violation', 'failed-check', 'commitment-broken', 'award', 'commendation', 'repaired')`),
  check('credit_entries_period', sql`public_until is null or public_from is not null and public_until >= public_from`),
]);

/** 专家库. */
export const experts = pgTable('experts', {
  id: uuid().primaryKey(),
  name: text().notNull(),
  /** `sub` of the person's account, where they have one. */
  person: text(),
  employer: text().notNull(),
  employerUscc: text('employer_uscc'),
  title: text(),
  region: text().notNull(),
  fields: text().array().notNull(),
  phone: text(),
  kin: jsonb().$type<Expert['kin']>().notNull(),
  advised: jsonb().$type<Expert['advised']>().notNull(),
  active: boolean().notNull(),
  updatedAt: instant('updated_at').notNull(),
}, (t) => [
  unique('experts_person').on(t.person),
  index('experts_by_fields').using('gin', t.fields),
  index('experts_by_region').on(t.region, t.id),
]);

/** 随机抽取. `nonce` is nobody's to see before `seed` stands. */
export const draws = pgTable('draws', {
  id: text().primaryKey(),
  caseId: caseId(),
  agency: text().notNull(),
  subject: text().notNull(),
  plan: jsonb().$type<DrawPlan>().notNull(),
  candidates: jsonb().$type<readonly Candidate[]>().notNull(),
  excluded: jsonb().$type<readonly ExcludedExpert[]>().notNull(),
  listHash: text('list_hash').notNull(),
  commitment: text().notNull(),
  nonce: text().notNull(),
  committedAt: instant('committed_at').notNull(),
  witness: jsonb().$type<Witness>(),
  seed: text(),
  revealedAt: instant('revealed_at'),
  declined: jsonb().$type<readonly Declined[]>().notNull(),
}, (t) => [index('draws_by_case').on(t.caseId), check('draws_revealed', sql`(seed is null) = (revealed_at is null)`)]);

/** 评审组. `digest` covers the result when it is closed. */
export const panels = pgTable('panels', {
  id: text().primaryKey(),
  caseId: caseId(),
  agency: text().notNull(),
  name: jsonb().$type<Text>().notNull(),
  rules: jsonb().$type<ScoringRules>().notNull(),
  members: jsonb().$type<readonly PanelMember[]>().notNull(),
  /** Accounts of the members, for the list of one's own panels. */
  memberAccounts: text('member_accounts').array().notNull(),
  applicants: jsonb().$type<readonly Applicant[]>().notNull(),
  openedAt: instant('opened_at').notNull(),
  closedAt: instant('closed_at'),
  result: jsonb().$type<PanelResult>(),
  digest: text(),
}, (t) => [
  index('panels_by_case').on(t.caseId),
  index('panels_by_member').using('gin', t.memberAccounts),
  check('panels_closed', sql`(closed_at is null) = (result is null) and (closed_at is null) = (digest is null)`),
]);

/** Every score sheet that was handed in. Append-only; the last one of a member for an applicant counts. */
export const panelScores = pgTable('panel_scores', {
  panel: text().notNull().references(() => panels.id),
  member: text().notNull(),
  applicant: text().notNull(),
  version: integer().notNull(),
  scores: jsonb().$type<Readonly<Record<string, number>>>().notNull(),
  comment: text(),
  byId: text('by_id').notNull(),
  byName: text('by_name').notNull(),
  at: instant().notNull(),
}, (t) => [primaryKey({ name: 'panel_scores_pkey', columns: [t.panel, t.member, t.applicant, t.version] })]);

const fen = (name?: string) => (name === undefined ? bigint({ mode: 'bigint' }) : bigint(name, { mode: 'bigint' })).notNull();

/** 基金. One row holds its accounts: locking it puts all that move its money in line. */
export const funds = pgTable('funds', {
  id: text().primaryKey(),
  name: jsonb().$type<Text>().notNull(),
  agency: text().notNull(),
  ceiling: fen(),
  available: fen(),
  reserved: fen(),
  committed: fen(),
  disbursed: fen(),
  recovered: fen(),
  seq: bigint({ mode: 'number' }).notNull(),
  head: text().notNull(),
}, () => [
  check('funds_ceiling', sql`ceiling > 0`),
  check('funds_not_negative', sql`available >= 0 and reserved >= 0 and committed >= 0 and disbursed >= 0 and recovered >= 0`),
  check('funds_balanced', sql`available + reserved + committed + disbursed + recovered = ceiling`),
]);

export const fundPositions = pgTable('fund_positions', {
  fund: text().notNull().references(() => funds.id),
  caseId: caseId(),
  reserved: fen(),
  committed: fen(),
  disbursed: fen(),
  recovered: fen(),
}, (t) => [
  primaryKey({ name: 'fund_positions_pkey', columns: [t.fund, t.caseId] }),
  check('fund_positions_not_negative', sql`reserved >= 0 and committed >= 0 and disbursed >= 0 and recovered >= 0`),
]);

/** 分录, hash-chained. Append-only. */
export const fundEntries = pgTable('fund_entries', {
  fund: text().notNull().references(() => funds.id),
  seq: bigint({ mode: 'number' }).notNull(),
  at: instant().notNull(),
  caseId: uuid('case_id'),
  job: integer(),
  operation: text().$type<FundEntry['operation']>().notNull(),
  debit: text().$type<FundAccount>().notNull(),
  credit: text().$type<FundAccount>().notNull(),
  amount: fen(),
  note: text().notNull(),
  hash: text().notNull(),
}, (t) => [
  primaryKey({ name: 'fund_entries_pkey', columns: [t.fund, t.seq] }),
  unique('fund_entries_once').on(t.caseId, t.job),
  index('fund_entries_by_case').on(t.fund, t.caseId, t.seq),
  check('fund_entries_amount', sql`amount > 0`),
  check('fund_entries_sides', sql`debit <> credit`),
]);

/** 内部时限调整. Append-only; the newest of a clock is in force. */
export const limitChanges = pgTable('limit_changes', {
  id: uuid().primaryKey(),
  process: text().notNull(),
  clock: text().notNull(),
  version: integer().notNull(),
  old: jsonb().$type<Budget>().notNull(),
  new: jsonb().$type<Budget>().notNull(),
  reason: text().notNull(),
  byId: text('by_id').notNull(),
  byName: text('by_name').notNull(),
  at: instant().notNull(),
}, (t) => [unique('limit_changes_version').on(t.process, t.clock, t.version)]);

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
