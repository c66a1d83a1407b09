/** OpenAPI 3.1, made from the contracts of the routes: /openapi.json, and for people /docs. */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifyInstance } from 'fastify';
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod';

export async function installOpenApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '办结 Banjie', version: '1',
        description:
          'Process engine for government approvals and case handling. Writes take an `Idempotency-Key`: the same key of the same person acts once, and is answered as before. ' +
          'Errors are problem documents (RFC 9457) with a stable `code` and texts in Chinese and English.',
      },
      components: { securitySchemes: { bearer: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } } },
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
}

/** After all routes are registered. */
export async function installDocs(app: FastifyInstance): Promise<void> {
  app.get('/openapi.json', { config: { access: 'public' }, schema: { hide: true } }, async (_, reply) => reply.header('cache-control', 'no-cache').send(app.swagger()));
  await app.register(async (scope) => {
    scope.addHook('onRoute', (options) => {
      options.config = { ...options.config, access: 'public' };
    });
    await scope.register(swaggerUi, {
      routePrefix: '/docs', staticCSP: `default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; base-uri 'none'; object-src 'none'; frame-ancestors 'none'`,
    });
  });
}
