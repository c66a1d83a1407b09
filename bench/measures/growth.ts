/** 3. One case that many act on for long: what the 10th, the 1,000th and the 10,000th action costs, and what reading the case costs then. */
import { percentile } from '../load.ts';
import { startData } from '../process.ts';
import type { Measured, Row } from '../report.ts';
import type { Services } from '../services.ts';

const sample = 40;
const atOnce = 8;

export async function growthMeasure({ call }: Services, points: readonly number[]): Promise<Measured> {
  // With a clock, which a suspension stops and a resumption starts: that is for the execution to hear.
  const { caseId } = await call<{ caseId: string }>('POST', '/cases', { process: 'bench-waiting', agency: 'gd-amr', data: startData });
  let done = 0;
  const comment = async (): Promise<unknown> => call('POST', `/cases/${caseId}/actions/comment`, { text: `第 ${++done} 次批注` });
  const resume = async (): Promise<unknown> => (done += 1, call('POST', `/cases/${caseId}/actions/resume`, {}, 'huang'));
  const suspend = async (): Promise<unknown> => (done += 1, call('POST', `/cases/${caseId}/actions/suspend`, { reason: '等待' }, 'huang'));
  const read = async (): Promise<unknown> => call('GET', `/cases/${caseId}`);
  /** Before each act: what makes it possible, and is not measured. */
  const kinds = {
    'a comment (straight into the record)': { before: async () => undefined, act: comment }, 'a resumption (by the execution)': { before: suspend, act: resume }, 'the case page': { before: async () => undefined, act: read },
  } as const;
  const measured = new Map<string, Map<number, number>>(Object.keys(kinds).map((kind) => [kind, new Map()]));
  // Compiled code and prepared statements are not what is measured.
  for (let n = 0; n < 10; n++) {
    await read();
    await suspend();
    await resume();
  }
  for (const point of points) {
    while (done < point) await Promise.all(Array.from({ length: Math.min(atOnce, point - done) }, comment));
    for (const [kind, { before, act }] of Object.entries(kinds)) {
      const latencies: number[] = [];
      for (let n = 0; n < sample; n++) {
        await before();
        const from = performance.now();
        await act();
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
