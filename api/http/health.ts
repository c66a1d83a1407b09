/** /healthz: the process lives. /readyz: it can serve. /metrics: numbers. At the root, for whatever runs the process; they tell nothing of anybody. */
import type { FastifyInstance } from 'fastify';
import type { ApiDependencies } from '../dependencies.ts';
import { metricsOf } from '../metrics.ts';

const config = { access: 'public' } as const;
const schema = { hide: true };

export function installHealth(app: FastifyInstance, { database, engine, tokens }: ApiDependencies): void {
  app.get('/healthz', { config, schema }, async () => ({ status: 'ok' }));

  app.get('/readyz', { config, schema }, async (_, reply) => {
    const isUp = (check: Promise<unknown>): Promise<boolean> => check.then((answer) => answer !== false, () => false);
    const [postgres, temporal, signIn] = await Promise.all([isUp(database.pool.query('select 1')), isUp(engine.ready()), isUp(tokens.ready())]);
    const ready = postgres && temporal && signIn;
    return reply.status(ready ? 200 : 503).send({ status: ready ? 'ready' : 'not ready', postgres, temporal, signIn });
  });

  const metrics = metricsOf(database);
  app.get('/metrics', { config, schema }, async (_, reply) => reply.type(metrics.contentType).send(await metrics.text()));
}
