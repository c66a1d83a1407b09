/** 基金账 as people read it. */
import { and, asc, desc, eq, gt, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import { auditBalances, auditEntries, auditStart, type AuditFinding, type AuditState } from '../../domain/fund/audit.ts';
import type { StoredEntry } from '../../domain/fund/types.ts';
import { sha256 } from '../record/append.ts';
import type { Database } from '../pool.ts';
import { fundEntries, fundPositions, funds } from '../schema-shared.ts';
import { cases } from '../schema.ts';
import { decodeCursor, pageOf, type Page, type PageRequest } from './page.ts';

export type FundRow = typeof funds.$inferSelect;
export type FundEntryRow = typeof fundEntries.$inferSelect & { readonly caseTitle: string | null; readonly caseNumber: string | null };

export const listFunds = ({ db }: Database): Promise<FundRow[]> => db.select().from(funds).orderBy(asc(funds.id)).limit(100);

export async function findFund({ db }: Database, id: string): Promise<FundRow | null> {
  const [row] = await db.select().from(funds).where(eq(funds.id, id));
  return row ?? null;
}

const cursorSchema = z.tuple([z.number().int()]);

/** Latest first. @throws CursorError */
export async function listFundEntries({ db }: Database, fund: string, caseId: string | undefined, { cursor, limit }: PageRequest): Promise<Page<FundEntryRow>> {
  const from = decodeCursor(cursorSchema, cursor);
  const rows = await db
    .select({
      fund: fundEntries.fund, seq: fundEntries.seq, at: fundEntries.at, caseId: fundEntries.caseId, job: fundEntries.job, operation: fundEntries.operation, debit: fundEntries.debit,
      credit: fundEntries.credit, amount: fundEntries.amount, note: fundEntries.note, hash: fundEntries.hash, caseTitle: cases.title, caseNumber: cases.number,
    })
    .from(fundEntries)
    .leftJoin(cases, eq(cases.id, fundEntries.caseId))
    .where(and(eq(fundEntries.fund, fund), caseId === undefined ? undefined : eq(fundEntries.caseId, caseId), from ? lt(fundEntries.seq, from[0]) : undefined))
    .orderBy(desc(fundEntries.seq))
    .limit(limit + 1);
  return pageOf(rows, limit, (row) => [row.seq]);
}

export interface AuditReport { readonly entries: number; readonly debits: bigint; readonly credits: bigint; readonly head: string; readonly findings: readonly AuditFinding[] }

const auditPage = 1_000;

/** 审计报告: reads the whole ledger in one snapshot, so that what is moved meanwhile is no finding. */
export const auditFund = ({ db }: Database, fund: string): Promise<AuditReport | null> =>
  db.transaction(async (tx) => {
    const [row] = await tx.select().from(funds).where(eq(funds.id, fund));
    if (!row) return null;
    let state: AuditState = auditStart;
    for (;;) {
      const page = await tx.select().from(fundEntries).where(and(eq(fundEntries.fund, fund), gt(fundEntries.seq, state.seq))).orderBy(asc(fundEntries.seq)).limit(auditPage);
      state = auditEntries(state, fund, page satisfies readonly StoredEntry[], sha256);
      if (page.length < auditPage) break;
    }
    const positions = await tx.select().from(fundPositions).where(eq(fundPositions.fund, fund));
    const { ceiling, seq, head, available, reserved, committed, disbursed, recovered } = row;
    const findings = auditBalances(state, { ceiling, seq, head, balances: { available, reserved, committed, disbursed, recovered } },
      positions.map(({ caseId, ...p }) => ({ caseId, position: { reserved: p.reserved, committed: p.committed, disbursed: p.disbursed, recovered: p.recovered } })));
    return { entries: state.seq, debits: state.debits, credits: state.credits, head: state.head, findings };
  }, { isolationLevel: 'repeatable read', accessMode: 'read only' });

/** Of one case: what it holds of each fund. */
export const fundPositionsOf = ({ db }: Database, caseId: string) =>
  db.select().from(fundPositions).where(and(eq(fundPositions.caseId, caseId), sql`${fundPositions.fund} in (select ${funds.id} from ${funds})`)).limit(100);
