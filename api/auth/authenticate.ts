/** Default deny: a request passes where its route is public or its token is valid. Runs before anything of the request is read. */
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { describe } from '../../db/pool.ts';
import { rememberPerson } from '../../db/queries/people.ts';
import { lru } from '../../db/record/lru.ts';
import type { Viewer } from '../../domain/authority/viewer.ts';
import type { ApiDependencies } from '../dependencies.ts';
import { ProblemError } from '../http/problem.ts';
import { apiRoot } from '../http/route.ts';
import { anonymousLimit } from './anonymous-limit.ts';
import { coverDirectory } from './covers.ts';

const defaultAnonymousPerMinute = 600;

export function installAuthentication(app: FastifyInstance, dependencies: ApiDependencies): void {
  const limit = anonymousLimit(dependencies.anonymousPerMinute ?? defaultAnonymousPerMinute);
  const remember = directory(dependencies);
  const coversOf = coverDirectory(dependencies);
  const count = (request: FastifyRequest): void => {
    const wait = limit.hit(request.ip);
    if (wait !== null) throw new ProblemError('request.too-many', { retryAfter: wait });
  };

  app.decorateRequest('viewer', null);
  app.addHook('onRequest', async (request) => {
    const isApi = request.url.startsWith(apiRoot);
    // An unknown address has no access of its own; below the API it is told only after signing in.
    const access = request.is404 ? (isApi ? 'signed-in' : 'public') : request.routeOptions.config.access;
    if (access === 'public') {
      if (isApi) count(request);
      return;
    }
    const token = bearerOf(request);
    if (token === null) {
      count(request);
      throw new ProblemError('auth.required');
    }
    const verified = await dependencies.tokens.verify(token);
    if (verified.kind === 'unavailable') throw new ProblemError('auth.unavailable', { retryAfter: 5 }, { cause: verified.cause });
    if (verified.kind === 'invalid') {
      count(request);
      throw new ProblemError('auth.invalid');
    }
    const covers = await coversOf(verified.viewer.id);
    request.viewer = covers.length === 0 ? verified.viewer : { ...verified.viewer, covers };
    remember(verified.viewer);
  });
}

const bearerOf = ({ headers }: FastifyRequest): string | null => /^Bearer +([\w~+/.-]+=*)$/i.exec(headers.authorization ?? '')?.[1] ?? null;

/** Writes a person into the directory when they are first seen, and again when their token says something new. Nobody waits for it. */
function directory({ database, log }: ApiDependencies): (viewer: Viewer) => void {
  const written = lru<string, string>(10_000);
  return (viewer) => {
    const facts = JSON.stringify(viewer);
    if (written.get(viewer.id) === facts) return;
    written.set(viewer.id, facts);
    rememberPerson(database, viewer, new Date().toISOString()).catch((error: unknown) => {
      written.delete(viewer.id);
      log.warn({ err: describe(error) }, 'a person was not written into the directory');
    });
  };
}
