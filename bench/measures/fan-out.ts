/** 5. One case that opens thousands of receipts. */
import { registerDefinition } from '../../db/definitions.ts';
import type { Database } from '../../db/pool.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { approval } from '../process.ts';
import type { Measured } from '../report.ts';
import type { Services } from '../services.ts';

const receipts = (count: number): ProcessDefinition => ({
  ...approval, key: 'bench-receipts', fields: {}, startForm: {}, title: '"receipts"',
  nodes: [
    { id: 'start', type: 'startEvent', name: text('开始', 'Start') },
    { id: 'receipt', type: 'userTask', name: text('回执', 'Receipt'), assignment: { kind: 'pool', pool: '"officer@gd-amr"' }, form: {}, outcomes: [{ id: 'done', name: text('收到', 'Received') }], multi: { collection: `for i in 1..${count} return i`, item: 'recipient' } },
    { id: 'end', type: 'endEvent', name: text('结束', 'End'), outcome: 'done' },
  ],
  flows: [{ id: 'a', from: 'start', to: 'receipt' }, { id: 'b', from: 'receipt', to: 'end' }],
});

export async function fanOutMeasure({ call, database }: Services, count: number): Promise<Measured> {
  await registerDefinition(database, receipts(count));
  const from = performance.now();
  const { caseId } = await call<{ caseId: string }>('POST', '/cases', { process: 'bench-receipts', agency: 'gd-amr', data: {} });
  for (;;) {
    const { rows: [open] } = await database.pool.query<{ n: number }>('select count(*)::integer as n from tasks where case_id = $1 and status = $2', [caseId, 'open']);
    if (open?.n === count) break;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  const ours = (performance.now() - from) / 1000;
  return {
    measure: '5. Fan-out',
    rows: [{ what: `${count} receipts of one case open, against the same rows inserted by SQL alone`, ours, baseline: await sameRows(database, caseId), unit: 's', better: 'less', aim: null }], notes: [],
  };
}

/** Seconds in which a client that has all of it ready sends the events and tasks of the case to Postgres, into tables with the same indexes, in one transaction. */
async function sameRows({ pool }: Database, caseId: string): Promise<number> {
  const client = await pool.connect();
  try {
    const copies = ['events', 'tasks'] as const;
    const sent: string[] = [];
    for (const table of copies) {
      await client.query(`create table bare_${table} (like ${table} including indexes including defaults including constraints)`);
      const { rows } = await client.query(`select to_jsonb(t) as row from ${table} t where case_id = $1`, [caseId]);
      sent.push(JSON.stringify(rows.map(({ row }) => row as unknown)));
    }
    const from = performance.now();
    await client.query('begin');
    for (const [i, table] of copies.entries()) await client.query(`insert into bare_${table} select * from jsonb_populate_recordset(null::bare_${table}, $1::jsonb)`, [sent[i]]);
    await client.query('commit');
    const seconds = (performance.now() - from) / 1000;
    for (const table of copies) await client.query(`drop table bare_${table}`);
    return seconds;
  } finally {
    client.release();
  }
}
