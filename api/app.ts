/** The HTTP application. createApp puts the parts together; nothing here decides anything about cases. */
import { randomUUID } from 'node:crypto';
import fastify, { LogController, type FastifyBaseLogger, type FastifyInstance, type RouteOptions } from 'fastify';
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod';
import { installAuthentication } from './auth/authenticate.ts';
import type { ApiDependencies } from './dependencies.ts';
import { installConsole } from './http/console.ts';
import { installErrors, sendProblem } from './http/errors.ts';
import { installHealth } from './http/health.ts';
import { installObservation } from './http/observe.ts';
import { installDocs, installOpenApi } from './http/openapi.ts';
import { ProblemError } from './http/problem.ts';
import { installSecurityHeaders } from './http/security-headers.ts';
import { routes } from './routes/index.ts';

/** Bytes of a request body; the largest form with every field at its limit stays below. */
const bodyLimit = 1_048_576;

export async function createApp(dependencies: ApiDependencies): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: dependencies.log as FastifyBaseLogger,
    // http/observe.ts writes the one line of a request.
    logController: new LogController({ disableRequestLogging: true }),
    genReqId: () => randomUUID(),
    trustProxy: dependencies.trustedProxies?.split(',').map((p) => p.trim()) ?? false,
    bodyLimit,
    requestTimeout: 30_000,
    // Longer than any reverse proxy keeps its side: otherwise the proxy sends into a connection that is just being closed.
    keepAliveTimeout: 75_000,
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 400 },
    // An address that cannot be decoded never reaches a route, nor the error handler.
    frameworkErrors: (_, request, reply) => void sendProblem(request, reply, new ProblemError('request.invalid')),
  });
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  denyByDefault(app);
  installErrors(app);
  installObservation(app);
  installSecurityHeaders(app, dependencies.signIn.issuer);
  installAuthentication(app, dependencies);
  await installOpenApi(app);
  installHealth(app, dependencies);
  for (const route of routes) route.register(app, dependencies);
  await installDocs(app);
  await installConsole(app, dependencies.consoleDir);
  return app;
}

/** A route that nobody said may be called keeps the app from starting. */
function denyByDefault(app: FastifyInstance): void {
  const registered: RouteOptions[] = [];
  app.addHook('onRoute', (options) => void registered.push(options));
  app.addHook('onReady', async () => {
    const open = registered.filter((options) => options.config?.access === undefined);
    if (open.length > 0) throw new Error(`routes without declared access: ${open.map((o) => `${String(o.method)} ${o.url}`).join(', ')}`);
  });
}
