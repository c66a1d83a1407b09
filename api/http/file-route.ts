/**
 * Routes whose answer or body is a file. A download is never shown by the browser as a page of ours: always an attachment, never sniffed, and in a sandbox
 * should somebody open it all the same. An upload is read as it comes, hashed and counted on the way.
 */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { FastifyInstance, FastifySchema } from 'fastify';
import { z } from 'zod';
import { idempotencyKeySchema } from '../../contracts/common.ts';
import type { ProblemCode } from '../../contracts/problems.ts';
import type { Viewer } from '../../domain/authority/viewer.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { ProblemError } from './problem.ts';
import { checkTexts } from './request-text.ts';
import { apiRoot, problemResponses, type Reply, type Route } from './route.ts';

interface Contract<P extends z.ZodType, Q extends z.ZodType> {
  /** Below /api/v1. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly params: P;
  readonly query: Q;
  readonly problems: readonly ProblemCode[];
  /** Of a download that is always of one kind. */
  readonly media?: string;
}
interface Input<P, Q> { readonly viewer: Viewer; readonly params: P; readonly query: Q; readonly key: string | null }
export interface Download { readonly bytes: Uint8Array; readonly media: string; readonly name: string; readonly sha256: string }

const always: readonly ProblemCode[] = ['request.invalid', 'record.unavailable', 'internal', 'auth.required', 'auth.invalid', 'auth.unavailable'];
const security = [{ bearer: [] }];
const binary = z.string().meta({ format: 'binary' });

export const downloadRoute = <P extends z.ZodType, Q extends z.ZodType>(
  { path, tag, summary, params, query, problems, media: kind = 'application/octet-stream' }: Contract<P, Q>,
  handle: (input: Input<z.output<P>, z.output<Q>>, dependencies: ApiDependencies) => Promise<Download>,
): Route => ({
  register: (app, dependencies) => {
    const schema: FastifySchema = {
      tags: [tag], summary, params, querystring: query, security,
      response: { 200: { description: 'The file', content: { [kind]: { schema: binary } } }, ...problemResponses([...always, ...problems]) },
    };
    app.route({
      method: 'GET', url: `${apiRoot}${path}`, config: { access: 'signed-in' }, schema,
      preValidation: async (request) => checkTexts(request),
      handler: async (request, reply) => {
        const { viewer } = request;
        if (viewer === null) throw new ProblemError('auth.required');
        const { bytes, media, name, sha256 } = await handle({ viewer, params: request.params as z.output<P>, query: request.query as z.output<Q>, key: null }, dependencies);
        const etag = `"${sha256}"`;
        reply.header('etag', etag).header('cache-control', 'private, no-cache').header('content-disposition', disposition(name)).header('content-security-policy', `default-src 'none'; sandbox`);
        if ((request.headers['if-none-match'] ?? '').split(',').some((asked) => asked.trim().replace(/^W\//, '') === etag)) return reply.status(304).send();
        return reply.type(media).send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
      },
    });
  },
});

/** RFC 6266: the name in UTF-8, and for old clients in ASCII. */
const disposition = (name: string): string =>
  `attachment; filename="${name.replace(/[^\x20-\x7e]|["\\%]/gu, '_')}"; filename*=UTF-8''${encodeURIComponent(name).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)}`;

export interface Uploaded { readonly bytes: Buffer; readonly sha256: string }

/** Files read at once by one process; each may hold its limit in memory. */
const uploadsAtOnce = 8;
let underWay = 0;

export const uploadRoute = <P extends z.ZodType, Q extends z.ZodType, R extends z.ZodType>(
  { path, tag, summary, params, query, problems, answer, limit }: Contract<P, Q> & { readonly answer: R; /** Bytes. */ readonly limit: number },
  handle: (input: Input<z.output<P>, z.output<Q>>, dependencies: ApiDependencies, file: () => Promise<Uploaded>) => Promise<Reply<z.output<R>>>,
): Route => ({
  register: (app, dependencies) => {
    void app.register(async (scope: FastifyInstance) => {
      // Whatever the caller says it is: the bytes are looked at.
      scope.removeAllContentTypeParsers();
      scope.addContentTypeParser('*', (_, payload, done) => done(null, payload));
      const schema: FastifySchema = {
        tags: [tag], summary: `${summary} (the body is the file itself)`, params, querystring: query, security, headers: z.looseObject({ 'idempotency-key': idempotencyKeySchema.optional() }), consumes: ['application/octet-stream'],
        response: { 200: answer, 202: answer, ...problemResponses([...always, 'file.too-large', 'file.empty', 'request.too-many', ...problems]) },
      };
      scope.route({
        method: 'POST', url: `${apiRoot}${path}`, config: { access: 'signed-in' }, bodyLimit: limit, schema,
        preValidation: async ({ params: p, query: q }) => checkTexts({ params: p, query: q, body: undefined }),
        handler: async (request, reply) => {
          const { viewer } = request;
          if (viewer === null) throw new ProblemError('auth.required');
          const key = request.headers['idempotency-key'];
          const input = { viewer, params: request.params as z.output<P>, query: request.query as z.output<Q>, key: typeof key === 'string' ? key : null };
          const { status, body } = await handle(input, dependencies, () => readFile(request.body as Readable | undefined, limit));
          return reply.status(status).send(body);
        },
      });
    });
  },
});

async function readFile(body: Readable | undefined, limit: number): Promise<Uploaded> {
  if (underWay >= uploadsAtOnce) throw new ProblemError('request.too-many', { retryAfter: 2 });
  underWay += 1;
  try {
    const hash = createHash('sha256');
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of body ?? []) {
      const part = chunk as Buffer;
      size += part.length;
      if (size > limit) throw new ProblemError('file.too-large');
      hash.update(part);
      chunks.push(part);
    }
    if (size === 0) throw new ProblemError('file.empty');
    return { bytes: Buffer.concat(chunks, size), sha256: hash.digest('hex') };
  } finally {
    underWay -= 1;
  }
}
