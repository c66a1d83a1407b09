/** 质量信用记录: what a case leaves in the credit file of an enterprise. */
import { and, asc, eq, inArray, isNull } from 'drizzle-orm';
import { registerEnterprises } from '../../db/enterprises.ts';
import { creditEntries } from '../../db/schema-shared.ts';
import { arabicDay } from '../../domain/documents/chinese.ts';
import { regionOfUscc } from '../../domain/enterprises/from-case.ts';
import { isUscc } from '../../domain/model/identifiers.ts';
import { services, type ServiceResult } from '../../domain/model/services.ts';
import { text } from '../../domain/text.ts';
import { factsOf } from './messages.ts';
import { caseOf, keyOf, type Run } from './run.ts';

export const recordCredit: Run = async (database, request) => {
  const { uscc, kind, level, titleZh, titleEn, facts, decidedOn, publicFrom, publicUntil } = services['credit.record'].parse(request.input);
  const refused = (reason: string): ServiceResult<'credit.record'> => ({ ok: false, reason, entry: null });
  if (!isUscc(uscc)) return refused('uscc');
  if (publicUntil !== null && (publicFrom === null || publicUntil < publicFrom)) return refused('period');
  const { agency } = await caseOf(database, request);
  const recordedAt = new Date().toISOString();
  // An entry about somebody whom no case has named yet: they get a place in the register.
  await registerEnterprises(database.pool, [{ uscc, name: uscc, region: regionOfUscc(uscc), industry: null, contacts: [] }], 'case', recordedAt);
  const id = keyOf(request);
  await database.db
    .insert(creditEntries)
    .values({ id, uscc, kind, level, title: text(titleZh, titleEn), facts: factsOf(facts), caseId: request.caseId, agency, decidedOn, publicFrom, publicUntil, recordedAt })
    .onConflictDoNothing();
  return { ok: true, reason: null, entry: id } satisfies ServiceResult<'credit.record'>;
};

/** Entries looked at in one answer at most. */
const mostEntries = 200;

export const findCredit: Run = async (database, request) => {
  const { usccs, kinds } = services['credit.find'].parse(request.input);
  const rows = await database.db
    .select({ id: creditEntries.id, uscc: creditEntries.uscc, kind: creditEntries.kind, level: creditEntries.level, title: creditEntries.title, decidedOn: creditEntries.decidedOn, publicUntil: creditEntries.publicUntil })
    .from(creditEntries).where(and(inArray(creditEntries.uscc, usccs), inArray(creditEntries.kind, kinds), isNull(creditEntries.withdrawnAt)))
    .orderBy(asc(creditEntries.decidedOn), asc(creditEntries.id)).limit(mostEntries);
  const entries = rows.map(({ title, ...row }) => ({ ...row, title: title.zh }));
  const summary = entries.map((e) => `${arabicDay(e.decidedOn)}，${e.title}${e.level === null ? '' : `（${e.level}）`}`).join('\n').slice(0, 4_000);
  return { ok: true, reason: null, entries, summary } satisfies ServiceResult<'credit.find'>;
};

/** 停止公示: the entry stays in the file, struck out, with the reason. Only the agency that recorded it may. */
export const withdrawCredit: Run = async (database, request) => {
  const { entry, why } = services['credit.withdraw'].parse(request.input);
  const { agency } = await caseOf(database, request);
  const [found] = await database.db.select({ agency: creditEntries.agency }).from(creditEntries).where(eq(creditEntries.id, entry));
  if (!found || found.agency !== agency) return { ok: false, reason: 'not-found' } satisfies ServiceResult<'credit.withdraw'>;
  await database.db.update(creditEntries).set({ withdrawnAt: new Date().toISOString(), withdrawnWhy: why }).where(and(eq(creditEntries.id, entry), isNull(creditEntries.withdrawnAt)));
  return { ok: true, reason: null } satisfies ServiceResult<'credit.withdraw'>;
};
