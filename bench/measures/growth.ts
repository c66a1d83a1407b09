/** 3. One case that many act on for long: what the 10th, the 1,000th and the 10,000th action costs, and what reading the case costs then. */
import { percentile } from '../load.ts';
import { startData } from '../process.ts';
import type { Measured, Row } from '../report.ts';
import type { Services } from '../services.ts';

const sample = 40;
const atOnce = 8;

export async function growthMeasure({ call }: Services, points: readonly number[]): Promise<Measured> {
  const { caseId } = await call<{ caseId: string }>('POST', '/cases', { process: 'bench-approval', agency: 'gd-amr', data: startData });
  let done = 0;
  const comment = async (): Promise<unknown> => call('POST', `/cases/${caseId}/actions/comment`, { text: `第 ${++done} 次批注` });
  /** By the execution, unlike a comment: it stops and starts what waits for time. */
  const pause = async (n: number): Promise<unknown> => (done += 1, call('POST', `/cases/${caseId}/actions/${n % 2 === 0 ? 'suspend' : 'resume'}`, n % 2 === 0 ? { reason: '等待' } : {}, 'huang'));
  const read = async (): Promise<unknown> => call('GET', `/cases/${caseId}`);
  const kinds = { 'a comment (straight into the record)': comment, 'a suspension or resumption (by the execution)': pause, 'the case page': read } as const;
  const measured = new Map<string, Map<number, number>>(Object.keys(kinds).map((kind) => [kind, new Map()]));
  // Compiled code and prepared statements are not what is measured.
  for (let n = 0; n < 10; n++) {
    await read();
    await pause(n);
  }
  for (const point of points) {
    while (done < point) await Promise.all(Array.from({ length: Math.min(atOnce, point - done) }, comment));
    for (const [kind, act] of Object.entries(kinds)) {
      const latencies: number[] = [];
      for (let n = 0; n < sample; n++) {
        const from = performance.now();
        await act(n);
        latencies.push(performance.now() - from);
      }
      measured.get(kind)?.set(point, percentile(latencies.sort((a, b) => a - b), 0.5));
    }
  }
  const [first = 0, ...later] = points;
  const rows = [...measured].flatMap(([kind, at]) => later.map((point): Row => ({
    what: `${kind}: p50 at action ${point} against action ${first}`, ours: at.get(point) ?? Number.NaN, baseline: at.get(first) ?? Number.NaN, unit: 'ms', better: 'less', aim: 1.3,
  })));
  const verified = await call<{ intact: boolean; events: number }>('GET', `/cases/${caseId}/verification`, undefined, 'supervisor');
  return { measure: '3. Growth of one case', rows, notes: [{ what: 'the record afterwards', value: `${verified.events} events, chain ${verified.intact ? 'intact' : 'BROKEN'}` }] };
}
