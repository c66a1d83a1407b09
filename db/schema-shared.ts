/** Tables of what the processes share: public notice, enterprises, experts and panels, the fund, internal limits. */
import { sql } from 'drizzle-orm';
import { bigint, boolean, check, index, integer, jsonb, pgTable, primaryKey, text, unique, uuid } from 'drizzle-orm/pg-core';
import type { Budget } from '../domain/calendar/types.ts';
import type { Named } from '../domain/engine/state.ts';
import type { Contact, CreditKind, EnterpriseFacts } from '../domain/enterprises/types.ts';
import type { FundAccount, FundEntry } from '../domain/fund/types.ts';
import type { Accepted, Candidate, Declined, DrawPlan, ExcludedExpert, Witness } from '../domain/panels/draw.ts';
import type { Expert } from '../domain/panels/experts.ts';
import type { Applicant, PanelMember, PanelResult, Recusal, ScoringRules } from '../domain/panels/scoring.ts';
import type { Text } from '../domain/text.ts';
import { caseId, day, instant } from './columns.ts';

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
  /** 公示期满日: the last day on which it is public. */
  publicUntil: day('public_until'),
  /** 撤回公示: gone from what is public, but for the reason. */
  withdrawnAt: instant('withdrawn_at'),
  withdrawnWhy: text('withdrawn_why'),
}, (t) => [
  index('publications_by_date').on(t.publishedAt.desc(), t.id), index('publications_by_case').on(t.caseId),
  check('publications_withdrawn', sql`(withdrawn_at is null) = (withdrawn_why is null)`),
]);

/** 异议 to a publication, by anybody under their own name. */
export const objections = pgTable('objections', {
  id: uuid().primaryKey(),
  publication: text().notNull().references(() => publications.id),
  caseId: caseId(),
  /** 异议编号: said to whoever asks. */
  number: text().notNull(),
  /** The account that filed it; null = without one, and read by number and code. */
  person: text(),
  /** Where the answer is told to that account. */
  pool: text(),
  codeSalt: text('code_salt'),
  codeHash: text('code_hash'),
  name: text().notNull(),
  contact: text().notNull(),
  grounds: text().notNull(),
  filedAt: instant('filed_at').notNull(),
  status: text({ enum: ['open', 'upheld', 'rejected', 'refused'] }).notNull(),
  handledAt: instant('handled_at'),
  handledBy: jsonb('handled_by').$type<Named>(),
  reply: text(),
}, (t) => [
  index('objections_by_publication').on(t.publication, t.filedAt, t.id),
  index('objections_by_person').on(t.person, t.filedAt.desc(), t.id),
  index('objections_open_by_case').on(t.caseId).where(sql`status = 'open'`),
  unique('objections_number').on(t.number),
  check('objections_reader', sql`(person is null) = (code_hash is not null) and (code_hash is null) = (code_salt is null)`),
  check('objections_status', sql`status in ('open', 'upheld', 'rejected', 'refused')`),
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
  accepted: jsonb().$type<readonly Accepted[]>().notNull().default([]),
}, (t) => [index('draws_by_case').on(t.caseId), index('draws_by_candidate').using('gin', t.candidates), check('draws_revealed', sql`(seed is null) = (revealed_at is null)`)]);

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
  recusals: jsonb().$type<readonly Recusal[]>().notNull().default([]),
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

/** 清账: up to which job the money of a case was settled; a reservation asked for before comes too late. */
export const fundSettlements = pgTable('fund_settlements', {
  caseId: uuid('case_id').primaryKey(),
  job: integer().notNull(),
});

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
  unique('fund_entries_once').on(t.caseId, t.job, t.fund, t.credit),
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
