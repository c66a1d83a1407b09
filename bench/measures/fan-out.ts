/** 5. One case that opens thousands of receipts. */
import { registerDefinition } from '../../db/definitions.ts';
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
  return { measure: '5. Fan-out', rows: [], notes: [{ what: `${count} receipts of one case open`, value: `after ${((performance.now() - from) / 1000).toFixed(1)} s` }] };
}
