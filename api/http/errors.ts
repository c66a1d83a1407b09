/** Every error becomes a problem document; what nobody foresaw is logged and becomes 500 without its text. */
import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { z } from 'zod';
import { describe, isUnavailable, rootOf } from '../../db/pool.ts';
import { CursorError } from '../../db/queries/page.ts';
import { findingsOf, languageOf, ProblemError, toDocument } from './problem.ts';

export function installErrors(app: FastifyInstance): void {
  app.setErrorHandler<FastifyError>((error, request, reply) => {
    const problem = problemOf(error);
    if (problem.code === 'internal') request.log.error({ err: { ...describe(error), stack: stackOf(error) } }, 'a request failed unexpectedly');
    else if (problem.cause !== undefined) request.log.warn({ code: problem.code, err: describe(problem.cause) }, 'a request could not be served');
    return sendProblem(request, reply, problem);
  });
}

export function sendProblem(request: FastifyRequest, reply: FastifyReply, problem: ProblemError): FastifyReply {
  const language = languageOf(request.headers['accept-language']);
  const document = toDocument(problem, language, request.id);
  reply.status(document.status).type('application/problem+json').header('content-language', language === 'zh' ? 'zh-CN' : 'en').header('cache-control', 'no-store');
  if (document.status === 401) reply.header('www-authenticate', problem.code === 'auth.required' ? 'Bearer' : 'Bearer error="invalid_token"');
  const { retryAfter } = problem.details;
  if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
  return reply.send(JSON.stringify(document));
}

/** Where it happened, without the message, which may quote what was sent. */
function stackOf(error: unknown): string {
  const root = rootOf(error);
  return root instanceof Error ? (root.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)).join('\n') : '';
}

const parts: Readonly<Record<string, string>> = { body: 'body', querystring: 'query', params: 'params', headers: 'headers' };

function problemOf(error: FastifyError): ProblemError {
  if (error instanceof ProblemError) return error;
  if (hasZodFastifySchemaValidationErrors(error)) {
    const where = parts[error.validationContext ?? ''] ?? 'body';
    return new ProblemError('request.invalid', { fields: findingsOf(where, error.validation.map(issueOf)) });
  }
  if (error instanceof CursorError) return new ProblemError('request.invalid', { fields: [{ field: 'query.cursor', code: 'cursor' }] });
  if (isUnavailable(error)) return new ProblemError('record.unavailable', { retryAfter: 2 }, { cause: error });
  return byStatus(error);
}

/** The type provider hands zod's issues on in the shape of ajv; this is the way back. */
function issueOf({ keyword, instancePath, message, params }: { keyword: string; instancePath: string; message?: string | undefined; params: object }): z.core.$ZodIssue {
  return { ...params, code: keyword, path: instancePath.split('/').filter((p) => p !== ''), message: message ?? '' } as unknown as z.core.$ZodIssue;
}

/** Fastify's own errors: what it refuses before a route sees it. */
function byStatus(error: FastifyError): ProblemError {
  const status = error.statusCode ?? 500;
  if (status === 413) return new ProblemError('request.too-large');
  if (status === 415) return new ProblemError('request.media-type');
  if (status === 404) return new ProblemError('not-found');
  if (status === 503) return new ProblemError('engine.unavailable', { retryAfter: 2 });
  return status >= 400 && status < 500 ? new ProblemError('request.invalid') : new ProblemError('internal', {}, { cause: error });
}
