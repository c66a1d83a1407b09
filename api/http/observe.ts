/** One log line and one measurement per request: method, route (the pattern, not the address), status, time. No names, tokens or bodies. */
import type { FastifyInstance } from 'fastify';
import { httpDurations } from '../metrics.ts';

export function installObservation(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id);
  });
  app.addHook('onResponse', async (request, reply) => {
    const seconds = reply.elapsedTime / 1_000;
    const route = request.is404 ? 'none' : (request.routeOptions.url ?? 'none');
    httpDurations.observe({ method: request.method, route, status: String(reply.statusCode) }, seconds);
    const line = { reqId: request.id, method: request.method, route, status: reply.statusCode, ms: Math.round(seconds * 10_000) / 10 };
    if (reply.statusCode >= 500) request.log.warn(line, 'request');
    else request.log.debug(line, 'request');
  });
}
