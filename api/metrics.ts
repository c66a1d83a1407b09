/** What the API tells of itself on /metrics (Prometheus). Labels name routes and outcomes, never cases or people. */
import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Database } from '../db/pool.ts';

/** One process, one API: counters that many places touch are made once. */
const shared = new Registry();

export const commandOutcomes = new Counter({
  name: 'banjie_commands_total', help: 'Commands of people by outcome', labelNames: ['outcome'], registers: [shared],
});

export const httpDurations = new Histogram({
  name: 'banjie_http_request_seconds', help: 'Duration of requests by route', labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10], registers: [shared],
});

collectDefaultMetrics({ register: shared });

/** @returns the text of all metrics */
export function metricsOf({ pool }: Database): { readonly text: () => Promise<string>; readonly contentType: string } {
  const own = new Registry();
  new Gauge({
    name: 'banjie_database_connections', help: 'Connections of the pool by state', labelNames: ['state'], registers: [own],
    collect() {
      this.set({ state: 'total' }, pool.totalCount);
      this.set({ state: 'idle' }, pool.idleCount);
      this.set({ state: 'waiting' }, pool.waitingCount);
    },
  });
  const all = Registry.merge([shared, own]);
  return { text: () => all.metrics(), contentType: all.contentType };
}
