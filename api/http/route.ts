/**
 * A route is its contract and its handler. The contract declares who may call it: without `access` it does not compile, and the app
 * (app.ts) refuses to start with a route that has none.
 */
import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { idempotencyKeySchema } from '../../contracts/common.ts';
import { problemKinds, problemSchema, type ProblemCode } from '../../contracts/problems.ts';
import type { Viewer } from '../../domain/authority/viewer.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { anonymousLimit } from '../auth/anonymous-limit.ts';
import { ProblemError } from './problem.ts';
import { checkTexts } from './request-text.ts';

/** public: anybody. signed-in: whoever has a valid access token; what of it they may do or see, the policy decides. */
export type Access = 'public' | 'signed-in';

declare module 'fastify' {
  interface FastifyContextConfig { access?: Access }
  interface FastifyRequest { viewer: Viewer | null }
}

export interface Contract<A extends Access, P extends z.ZodType, Q extends z.ZodType, B extends z.ZodType, R extends z.ZodType> {
  readonly method: 'GET' | 'POST';
  /** Below /api/v1. */
  readonly path: string;
  readonly access: A;
  readonly tag: string;
  readonly summary: string;
  readonly params?: P;
  readonly query?: Q;
  readonly body?: B;
  /** Bytes of the body, where it may be larger than any form. */
  readonly bodyLimit?: number;
  readonly answer: R;
  /** Statuses of success; 200 where absent. */
  readonly statuses?: readonly (200 | 201 | 202)[];
  /** Problems besides those that every route may have. */
  readonly problems?: readonly ProblemCode[];
  /** How often one address may call it without a token, where that must be less than of other routes (auth/authenticate.ts). */
  readonly perAddress?: { readonly count: number; readonly minutes: number };
  /** Changes rarely and holds nothing personal: the caller may keep it, and asks with If-None-Match whether it still holds. */
  readonly cacheable?: boolean;
}

export interface Input<A extends Access, P, Q, B> {
  readonly viewer: A extends 'signed-in' ? Viewer : null;
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  /** Idempotency-Key of a write. */
  readonly key: string | null;
}

export interface Reply<T> { readonly status: 200 | 201 | 202; readonly body: T; readonly location?: string }

export interface Route { readonly register: (app: FastifyInstance, dependencies: ApiDependencies) => void }

export const apiRoot = '/api/v1';
const always: readonly ProblemCode[] = ['request.invalid', 'record.unavailable', 'internal'];
const signedIn: readonly ProblemCode[] = ['auth.required', 'auth.invalid', 'auth.unavailable'];
const writing: readonly ProblemCode[] = ['request.too-large', 'request.media-type'];
const writeHeaders = z.looseObject({ 'idempotency-key': idempotencyKeySchema.optional() });

export function route<A extends Access, R extends z.ZodType, P extends z.ZodType = z.ZodUndefined, Q extends z.ZodType = z.ZodUndefined, B extends z.ZodType = z.ZodUndefined>(
  contract: Contract<A, P, Q, B, R>,
  handle: (input: Input<A, z.output<P>, z.output<Q>, z.output<B>>, dependencies: ApiDependencies) => Promise<Reply<z.output<R>>>,
): Route {
  const { method, path, access, tag, summary, params, query, body, bodyLimit, answer, statuses = [200], problems = [], perAddress, cacheable = false } = contract;
  const codes = [...always, ...(access === 'signed-in' ? signedIn : []), ...(method === 'POST' ? writing : []), ...(perAddress ? (['request.too-many'] as const) : []), ...problems];
  const schema = {
    tags: [tag], summary,
    ...(params ? { params } : {}), ...(query ? { querystring: query } : {}), ...(body ? { body } : {}),
    ...(method === 'POST' ? { headers: writeHeaders } : {}),
    ...(access === 'signed-in' ? { security: [{ bearer: [] }] } : {}),
    response: { ...Object.fromEntries(statuses.map((status) => [status, answer])), ...problemResponses(codes) },
  };
  return {
    register: (app, dependencies) => {
      app.route({
        method, url: `${apiRoot}${path}`, config: { access }, schema, ...(bodyLimit === undefined ? {} : { bodyLimit }),
        ...(perAddress ? { onRequest: limited(perAddress) } : {}),
        preValidation: async (request) => checkTexts(request),
        handler: async (request, reply) => {
          const answered = await handle(inputOf<A, z.output<P>, z.output<Q>, z.output<B>>(access, request), dependencies);
          if (cacheable && stillHolds(request, reply, answered.body)) return reply.status(304).send();
          return send(reply, answered);
        },
      });
    },
  };
}

function inputOf<A extends Access, P, Q, B>(access: A, { viewer, params, query, body, headers }: FastifyRequest): Input<A, P, Q, B> {
  if (access === 'signed-in' && viewer === null) throw new ProblemError('auth.required');
  const key = headers['idempotency-key'];
  // Fastify has validated all four against the schemas from which these types are inferred; its own types do not know that.
  return { viewer, params, query, body, key: typeof key === 'string' ? key : null } as Input<A, P, Q, B>;
}

/** Before anything of the request is read. */
function limited({ count, minutes }: { readonly count: number; readonly minutes: number }): (request: FastifyRequest) => Promise<void> {
  const limit = anonymousLimit(count, minutes);
  return async ({ viewer, ip }) => {
    const wait = viewer === null ? limit.hit(ip) : null;
    if (wait !== null) throw new ProblemError('request.too-many', { retryAfter: wait });
  };
}

async function send<T>(reply: FastifyReply, { status, body, location }: Reply<T>): Promise<T> {
  reply.status(status);
  if (location !== undefined) reply.header('location', location);
  return body;
}

/** Sets ETag; true where the caller has this very answer already. */
function stillHolds(request: FastifyRequest, reply: FastifyReply, body: unknown): boolean {
  const tag = `"${createHash('sha256').update(JSON.stringify(body)).digest('base64url').slice(0, 22)}"`;
  reply.header('etag', tag).header('cache-control', 'private, no-cache');
  return (request.headers['if-none-match'] ?? '').split(',').some((asked) => asked.trim().replace(/^W\//, '') === tag);
}

export const ok = <T>(body: T): Reply<T> => ({ status: 200, body });

/** One entry per status; its description names the codes. */
export function problemResponses(codes: readonly ProblemCode[]): Record<number, object> {
  const byStatus = new Map<number, ProblemCode[]>();
  for (const code of new Set(codes)) byStatus.set(problemKinds[code].status, [...(byStatus.get(problemKinds[code].status) ?? []), code]);
  return Object.fromEntries([...byStatus].map(([status, list]) => [
    status, { description: list.join(', '), content: { 'application/problem+json': { schema: problemSchema } } },
  ]));
}
