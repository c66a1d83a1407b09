/**
 * Moves money of a fund (基金记账). The row of the fund is locked first, so that what is decided on its balance still holds when it is written:
 * however many ask at once, one after the other gets its turn, and the one that finds too little left is refused.
 */
import type pg from 'pg';
import { entryHash, nothing, opened, post, type Posting } from '../../domain/fund/ledger.ts';
import type { FundEntry, FundRefusal, Movement, Position } from '../../domain/fund/types.ts';
import { sha256 } from '../record/append.ts';
import type { Database } from '../pool.ts';
import { inTransaction } from '../transaction.ts';

export interface MoveRequest {
  readonly fund: string;
  readonly caseId: string;
  readonly job: number;
  /** `amount` of a release null: all that is left there. */
  readonly movement: Movement | { readonly operation: 'release'; readonly from: 'reserved' | 'committed'; readonly amount: null };
  readonly note: string;
  readonly at: string;
}
export type MoveAnswer =
  | { readonly ok: true; readonly entry: number; readonly available: bigint }
  | { readonly ok: false; readonly reason: FundRefusal | 'no-fund' | 'settled'; readonly has: bigint };

interface FundRow { readonly id: string; readonly ceiling: string; readonly available: string; readonly reserved: string; readonly committed: string; readonly disbursed: string; readonly recovered: string; readonly seq: string; readonly head: string }
type PositionRow = Pick<FundRow, keyof Position>;

const positionOf = (row: PositionRow): Position =>
  ({ reserved: BigInt(row.reserved), committed: BigInt(row.committed), disbursed: BigInt(row.disbursed), recovered: BigInt(row.recovered) });

/** Idempotent by (case, job): what was moved is not moved again, and the first answer is given again. */
export const move = (database: Database, request: MoveRequest): Promise<MoveAnswer> => inTransaction(database, (client) => moveLocked(client, request));

/**
 * 清账: what the case holds of any fund and has not had disbursed is free again. Idempotent by (case, job).
 * A reservation that was asked for before and comes only now (its job was withdrawn, but was at work) is refused from here on. Where the case has moved money
 * since (it was closed, opened again, and this is late), it holds that by right: nothing is done, its next end will settle it.
 * @returns what became free
 */
export const settle = (database: Database, request: Pick<MoveRequest, 'caseId' | 'job' | 'note' | 'at'>): Promise<bigint> =>
  inTransaction(database, async (client) => {
    const { caseId, job } = request;
    // In one order, so that no two of these wait for each other; a single movement locks one fund alone.
    const { rows: funds } = await client.query<FundRow>({ name: 'funds-lock', text: `select ${fundColumns} from funds order by id for update` });
    await client.query({
      name: 'fund-settled', text: `insert into fund_settlements (case_id, job) values ($1, $2) on conflict (case_id) do update set job = greatest(fund_settlements.job, excluded.job)`, values: [caseId, job],
    });
    const { rows: [moved] } = await client.query<{ job: number }>({ name: 'fund-later', text: 'select job from fund_entries where case_id = $1 and job > $2 limit 1', values: [caseId, job] });
    if (moved) return 0n;
    const { rows: [earlier] } = await client.query<{ released: string | null }>(
      { name: 'fund-settled-earlier', text: 'select sum(amount) as released from fund_entries where case_id = $1 and job = $2', values: [caseId, job] });
    if (earlier?.released) return BigInt(earlier.released);
    let released = 0n;
    for (const fund of funds) {
      for (const from of ['reserved', 'committed'] as const) {
        const amount = (await positionIn(client, fund.id, caseId))[from];
        if (amount === 0n) continue;
        const row = await locked(client, fund.id);
        const done = row && await enter(client, row, { ...request, movement: { operation: 'release', from, amount } });
        if (done?.ok) released += amount;
      }
    }
    return released;
  });

async function moveLocked(client: pg.PoolClient, { fund, movement, ...request }: MoveRequest): Promise<MoveAnswer> {
  const { caseId, job } = request;
  const row = await locked(client, fund);
  if (!row) return { ok: false, reason: 'no-fund', has: 0n };
  const { rows: [earlier] } = await client.query<{ seq: string }>({ name: 'fund-earlier', text: 'select seq from fund_entries where fund = $1 and case_id = $2 and job = $3', values: [fund, caseId, job] });
  if (earlier) return { ok: true, entry: Number(earlier.seq), available: BigInt(row.available) };
  if (movement.operation === 'reserve') {
    const { rows: [settled] } = await client.query({ name: 'fund-too-late', text: 'select job from fund_settlements where case_id = $1 and job > $2', values: [caseId, job] });
    if (settled) return { ok: false, reason: 'settled', has: 0n };
  }
  const known: Movement = movement.amount === null ? { ...movement, amount: (await positionIn(client, fund, caseId))[movement.from] } : movement as Movement;
  return enter(client, row, { ...request, movement: known });
}

const fundColumns = 'id, ceiling, available, reserved, committed, disbursed, recovered, seq, head';

async function locked(client: pg.PoolClient, fund: string): Promise<FundRow | undefined> {
  const { rows } = await client.query<FundRow>({ name: 'fund-lock', text: `select ${fundColumns} from funds where id = $1 for update`, values: [fund] });
  return rows[0];
}

async function positionIn(client: pg.PoolClient, fund: string, caseId: string): Promise<Position> {
  const { rows: [held] } = await client.query<PositionRow>(
    { name: 'fund-position', text: 'select reserved, committed, disbursed, recovered from fund_positions where fund = $1 and case_id = $2', values: [fund, caseId] });
  return held ? positionOf(held) : nothing;
}

/** @param row of the fund, locked and as it stands now */
async function enter(client: pg.PoolClient, row: FundRow, { caseId, job, movement, note, at }: Omit<MoveRequest, 'fund' | 'movement'> & { readonly movement: Movement }): Promise<MoveAnswer> {
  const fund = row.id;
  const posting = post({ available: BigInt(row.available), ...positionOf(row) }, await positionIn(client, fund, caseId), movement);
  if (!posting.ok) return { ok: false, reason: posting.code, has: posting.has };
  const chained = { seq: Number(row.seq), head: row.head };
  if (chained.seq === 0) await append(client, fund, chained, { at, caseId: null, job: null, operation: 'open', debit: 'available', credit: 'capital', amount: BigInt(row.ceiling), note: '设立' });
  await append(client, fund, chained, { at, caseId, job, operation: movement.operation, debit: posting.debit, credit: posting.credit, amount: movement.amount, note });
  await write(client, fund, caseId, posting, chained);
  return { ok: true, entry: chained.seq, available: posting.balances.available };
}

/** Writes the entry and moves `chained` on to it. */
async function append(client: pg.PoolClient, fund: string, chained: { seq: number; head: string }, facts: Omit<FundEntry, 'seq'>): Promise<void> {
  const entry: FundEntry = { seq: chained.seq + 1, ...facts };
  const hash = entryHash(chained.head, fund, entry, sha256);
  await client.query({
    name: 'fund-entry', text: 'insert into fund_entries (fund, seq, at, case_id, job, operation, debit, credit, amount, note, hash) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)',
    values: [fund, entry.seq, entry.at, entry.caseId, entry.job, entry.operation, entry.debit, entry.credit, String(entry.amount), entry.note, hash],
  });
  chained.seq = entry.seq;
  chained.head = hash;
}

async function write(client: pg.PoolClient, fund: string, caseId: string, { balances, position }: Extract<Posting, { ok: true }>, { seq, head }: { seq: number; head: string }): Promise<void> {
  const { available, reserved, committed, disbursed, recovered } = balances;
  await client.query({
    name: 'fund-balances', text: 'update funds set available = $2, reserved = $3, committed = $4, disbursed = $5, recovered = $6, seq = $7, head = $8 where id = $1',
    values: [fund, String(available), String(reserved), String(committed), String(disbursed), String(recovered), seq, head],
  });
  await client.query({
    name: 'fund-hold',
    text: `insert into fund_positions (fund, case_id, reserved, committed, disbursed, recovered) values ($1, $2, $3, $4, $5, $6)
      on conflict (fund, case_id) do update set reserved = excluded.reserved, committed = excluded.committed, disbursed = excluded.disbursed, recovered = excluded.recovered`,
    values: [fund, caseId, String(position.reserved), String(position.committed), String(position.disbursed), String(position.recovered)],
  });
}

/** For tests and for whoever sets up a further fund. */
export async function foundFund({ pool }: Database, { id, name, agency, ceiling }: { readonly id: string; readonly name: { readonly zh: string; readonly en: string }; readonly agency: string; readonly ceiling: bigint }): Promise<void> {
  const { available } = opened(ceiling);
  await pool.query(
    'insert into funds (id, name, agency, ceiling, available, reserved, committed, disbursed, recovered, seq, head) values ($1, $2, $3, $4, $5, 0, 0, 0, 0, 0, $6)',
    [id, JSON.stringify(name), agency, String(ceiling), String(available), '']);
}
