/** 站内消息、信息公布、公示. */
import { and, desc, eq, gt, isNotNull, isNull, or, sql } from 'drizzle-orm';
import { calendarInForce } from '../../db/calendars.ts';
import { findObjection, handleObjection, objectionCounts, openObjectionsTo } from '../../db/queries/objections.ts';
import { publications } from '../../db/schema-shared.ts';
import type { Database } from '../../db/pool.ts';
import { notices, tasks } from '../../db/schema.ts';
import { agencyById } from '../../domain/authority/agencies.ts';
import { dayOf } from '../../domain/calendar/civil-day.ts';
import { services, type ServiceResult } from '../../domain/model/services.ts';
import { isSettled, noticePeriod } from '../../domain/notices/period.ts';
import { text } from '../../domain/text.ts';
import { caseOf, keyOf, type Run } from './run.ts';

export const notify: Run = async ({ db }, request) => {
  const { to, subjectZh, subjectEn, bodyZh, bodyEn } = services.notify.parse(request.input);
  await db
    .insert(notices)
    .values({ id: keyOf(request), caseId: request.caseId, pool: to, subject: text(subjectZh, subjectEn), body: text(bodyZh, bodyEn), at: new Date().toISOString() })
    .onConflictDoNothing();
  return null;
};

interface Fact { readonly labelZh: string; readonly labelEn: string; readonly value: string | number | null }
export const factsOf = (facts: readonly Fact[]) => facts.flatMap((f) => (f.value === null ? [] : [{ label: text(f.labelZh, f.labelEn), value: String(f.value) }]));

export const publish: Run = async (database, request) => {
  const { kind, titleZh, titleEn, facts } = services.publish.parse(request.input);
  const { agency } = await caseOf(database, request);
  await database.db
    .insert(publications)
    .values({ id: keyOf(request), caseId: request.caseId, kind, title: text(titleZh, titleEn), agency, publishedAt: new Date().toISOString(), facts: factsOf(facts) })
    .onConflictDoNothing();
  return null;
};

/**
 * Only what was published by an earlier step: a repetition that comes late must not withdraw what was published anew since (变更后的处罚信息). An end that is set is
 * not put off: what is over does not come back because its like is published again.
 */
export const endPublication: Run = async ({ db }, request) => {
  const { kind, until, why } = services['publish.end'].parse(request.input);
  const before = and(
    eq(publications.caseId, request.caseId), eq(publications.kind, kind), isNull(publications.withdrawnAt), sql`split_part(${publications.id}, ':j', 2)::integer < ${request.job}`,
  );
  const now = new Date().toISOString();
  const last = until === 'today' ? dayOf(now) : until;
  if (last === null) await db.update(publications).set({ withdrawnAt: now, withdrawnWhy: why ?? '' }).where(before);
  else await db.update(publications).set({ publicUntil: last }).where(and(before, or(isNull(publications.publicUntil), gt(publications.publicUntil, last))));
  return null;
};

/** The period begins when it is published first: a repetition does not prolong it. */
export const openNotice: Run = async (database, request) => {
  const { kind, titleZh, titleEn, facts, amount, unit } = services['notice.open'].parse(request.input);
  const { agency } = await caseOf(database, request);
  const id = keyOf(request);
  const publishedAt = new Date().toISOString();
  const { calendar } = await calendarInForce(database);
  const { dueDay, dueAt, calendarVersion } = noticePeriod({ amount, unit }, publishedAt, calendar);
  await database.db
    .insert(publications)
    .values({ id, caseId: request.caseId, kind, title: text(titleZh, titleEn), agency, publishedAt, facts: factsOf(facts), lastDay: dueDay, closesAt: dueAt, calendarVersion })
    .onConflictDoNothing();
  const [stands] = await database.db.select({ lastDay: publications.lastDay }).from(publications).where(eq(publications.id, id));
  return { ok: true, reason: null, publication: id, lastDay: stands?.lastDay ?? null } satisfies ServiceResult<'notice.open'>;
};

/** 公示是否结束: asked when its time is over, and again after objections have been handled. */
export const checkNotice: Run = async (database, request) => {
  const { publication } = services['notice.check'].parse(request.input);
  const [found] = await database.db.select({ closesAt: publications.closesAt }).from(publications)
    .where(and(eq(publications.id, publication), eq(publications.caseId, request.caseId)));
  if (!found) return { ok: false, reason: 'not-found', settled: false, open: 0, upheld: 0, rejected: 0 } satisfies ServiceResult<'notice.check'>;
  const { open, upheld, rejected } = (await objectionCounts(database, [publication]))(publication);
  const settled = isSettled(found.closesAt, { open, upheld, rejected }, new Date().toISOString());
  return { ok: true, reason: null, settled, open, upheld, rejected } satisfies ServiceResult<'notice.check'>;
};

/** Only of a notice of the case itself. */
export const openObjections: Run = async (database, request) => {
  const { publication } = services['notice.objections'].parse(request.input);
  const [found] = await database.db.select({ id: publications.id }).from(publications).where(and(eq(publications.id, publication), eq(publications.caseId, request.caseId)));
  if (!found) return { ok: false, reason: 'not-found', objections: [] } satisfies ServiceResult<'notice.objections'>;
  const open = await openObjectionsTo(database, publication);
  return {
    // Whoever takes it up must know that the name is only what somebody wrote (实名提出).
    ok: true, reason: null, objections: open.map(({ id, person, name, contact, grounds, filedAt }) => ({ id, name, contact: person === null ? `${contact}（未登录提出，身份待核实）` : contact, grounds, filedOn: dayOf(filedAt) })),
  } satisfies ServiceResult<'notice.objections'>;
};

/** Who is responsible for an answer: whoever completed the last step before it. */
async function lastToDecide({ db }: Database, caseId: string): Promise<string | null> {
  const [last] = await db.select({ name: tasks.assigneeName }).from(tasks).where(and(eq(tasks.caseId, caseId), eq(tasks.status, 'completed'), isNotNull(tasks.assigneeName))).orderBy(desc(tasks.closedAt)).limit(1);
  return last?.name ?? null;
}

/** The agency answers what was filed to its own notice; what somebody has answered already stays as it is. */
export const answerObjection: Run = async (database, request) => {
  const { objection, decision, reply } = services['objection.answer'].parse(request.input);
  const refused = (reason: string): ServiceResult<'objection.answer'> => ({ ok: false, reason });
  const [found, { agency }] = await Promise.all([findObjection(database, objection), caseOf(database, request)]);
  if (!found || found.agency !== agency) return refused('not-found');
  const by = { id: `case:${request.caseId}`, name: (await lastToDecide(database, request.caseId)) ?? agencyById(agency)?.name.zh ?? agency };
  const row = await handleObjection(database, objection, { status: decision, reply, by, at: new Date().toISOString() });
  if (row) return { ok: true, reason: null } satisfies ServiceResult<'objection.answer'>;
  return (await findObjection(database, objection))?.objection.handledBy?.id === by.id ? { ok: true, reason: null } : refused('objection.handled');
};
