/** 3. One case that many act on for long: the latency of the 10th, the 1,000th and the 10,000th action. */
import { percentile } from '../load.ts';
import { startData } from '../process.ts';
import type { Measured, Row } from '../report.ts';
import type { Services } from '../services.ts';

const sample = 40;
const atOnce = 8;

export async function growthMeasure({ call }: Services, points: readonly number[]): Promise<Measured> {
  const { caseId } = await call<{ caseId: string }>('POST', '/cases', { process: 'bench-approval', agency: 'gd-amr', data: startData });
  let done = 0;
  const act = async (): Promise<void> => {
    done += 1;
    await call('POST', `/cases/${caseId}/actions/comment`, { text: `第 ${done} 次批注` });
  };
  const measured = new Map<number, number>();
  for (const point of points) {
    while (done < point - sample) await Promise.all(Array.from({ length: Math.min(atOnce, point - sample - done) }, act));
    const latencies: number[] = [];
    for (let i = 0; i < sample; i++) {
      const from = performance.now();
      await act();
      latencies.push(performance.now() - from);
    }
    measured.set(point, percentile(latencies.sort((a, b) => a - b), 0.5));
  }
  const [first = 0, ...later] = points;
  const rows = later.map((point): Row => ({
    what: `p50 of action ${point} against action ${first}`, ours: measured.get(point) ?? Number.NaN, baseline: measured.get(first) ?? Number.NaN, unit: 'ms', better: 'less', aim: 1.3,
  }));
  const verified = await call<{ intact: boolean; events: number }>('GET', `/cases/${caseId}/verification`, undefined, 'supervisor');
  return { measure: '3. Growth of one case', rows, notes: [{ what: 'the record afterwards', value: `${verified.events} events, chain ${verified.intact ? 'intact' : 'BROKEN'}` }] };
}
