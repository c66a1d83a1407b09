/** 基金账: read here; money moves by the services of cases alone. */
import { z } from 'zod';
import { fundAuditSchema, fundEntryListSchema, fundIdSchema, fundListSchema, fundSchema, listFundEntriesQuerySchema, type FundEntryView, type FundView } from '../../contracts/fund.ts';
import { auditFund, findFund, listFundEntries, listFunds, type FundEntryRow, type FundRow } from '../../db/queries/funds.ts';
import type { Database } from '../../db/pool.ts';
import { maySeeFund } from '../../domain/authority/panel-policy.ts';
import type { Viewer } from '../../domain/authority/viewer.ts';
import { instantOf } from '../../domain/calendar/civil-day.ts';
import type { FundOperation } from '../../domain/fund/types.ts';
import { text, type Text } from '../../domain/text.ts';
import { ProblemError } from '../http/problem.ts';
import { ok, route } from '../http/route.ts';
import { agencyName } from '../views/names.ts';

const params = z.object({ id: fundIdSchema });
const operationNames: Readonly<Record<FundOperation, Text>> = {
  open: text('设立', 'Founded'), reserve: text('预留', 'Reserved'), commit: text('承诺', 'Committed'), disburse: text('拨付', 'Disbursed'), 'claw-back': text('追回', 'Clawed back'), release: text('释放', 'Released'),
};

const view = (f: FundRow): FundView => ({
  id: f.id, name: f.name, agencyName: agencyName(f.agency), ceiling: Number(f.ceiling), available: Number(f.available), reserved: Number(f.reserved), committed: Number(f.committed),
  disbursed: Number(f.disbursed), recovered: Number(f.recovered), entries: f.seq,
});
const entryView = ({ seq, at, operation, debit, credit, amount, note, caseId, caseNumber, caseTitle, hash }: FundEntryRow): FundEntryView =>
  ({ seq, at, operation, operationName: operationNames[operation], debit, credit, amount: Number(amount), note, caseId, caseNumber, caseTitle, hash });

/** @throws ProblemError not-found, also for a fund that is not the viewer's to see */
async function seen(database: Database, viewer: Viewer, id: string): Promise<FundRow> {
  const fund = await findFund(database, id);
  if (fund === null || !maySeeFund(viewer, fund.agency)) throw new ProblemError('not-found');
  return fund;
}

export const fundsRoute = route(
  { method: 'GET', path: '/funds', access: 'signed-in', tag: 'funds', summary: '基金 · Funds with their balances', answer: fundListSchema },
  async ({ viewer }, { database }) => ok({ items: (await listFunds(database)).filter((f) => maySeeFund(viewer, f.agency)).map(view) }),
);

export const fundRoute = route(
  { method: 'GET', path: '/funds/:id', access: 'signed-in', tag: 'funds', summary: '基金余额 · One fund', params, answer: fundSchema, problems: ['not-found'] },
  async ({ viewer, params: { id } }, { database }) => ok(view(await seen(database, viewer, id))),
);

export const fundEntriesRoute = route(
  { method: 'GET', path: '/funds/:id/entries', access: 'signed-in', tag: 'funds', summary: '分录 · Entries, latest first', params, query: listFundEntriesQuerySchema, answer: fundEntryListSchema, problems: ['not-found'] },
  async ({ viewer, params: { id }, query: { caseId, ...page } }, { database }) => {
    await seen(database, viewer, id);
    const { items, next } = await listFundEntries(database, id, caseId, page);
    return ok({ items: items.map(entryView), next });
  },
);

export const fundAuditRoute = route(
  { method: 'GET', path: '/funds/:id/audit', access: 'signed-in', tag: 'funds', summary: '审计报告 · Whether the ledger is what it says', params, answer: fundAuditSchema, problems: ['not-found'] },
  async ({ viewer, params: { id } }, { database }) => {
    await seen(database, viewer, id);
    const report = await auditFund(database, id);
    if (report === null) throw new ProblemError('not-found');
    const { entries, debits, credits, head, findings } = report;
    return ok({
      fund: id, checkedAt: instantOf(Date.now()), entries, debits: Number(debits), credits: Number(credits), head, sound: findings.length === 0,
      findings: findings.slice(0, 1_000).map((f) => Object.fromEntries(Object.entries(f).map(([k, v]) => [k, typeof v === 'bigint' ? Number(v) : v]))),
    });
  },
);
