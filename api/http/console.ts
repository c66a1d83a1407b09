/** The built console: files with their hash in the name are kept by browsers for ever, every other address gives its index page. */
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { sendProblem } from './errors.ts';
import { ProblemError } from './problem.ts';

const reserved = /^\/(api|docs|healthz|readyz|metrics|openapi\.json)(\/|$|\?)/;

export async function installConsole(app: FastifyInstance, folder: string | null): Promise<void> {
  const root = folder === null ? null : resolve(folder);
  const hasConsole = root !== null && existsSync(resolve(root, 'index.html'));
  if (hasConsole) {
    await app.register(async (scope) => {
      scope.addHook('onRoute', (options) => {
        options.config = { ...options.config, access: 'public' };
        options.schema = { ...options.schema, hide: true };
      });
      await scope.register(fastifyStatic, {
        root, wildcard: true, index: 'index.html', dotfiles: 'ignore', cacheControl: false,
        setHeaders: (reply, path) => {
          reply.setHeader('cache-control', /[\\/]assets[\\/]/.test(path.slice(root.length)) ? 'public, max-age=31536000, immutable' : 'no-cache');
        },
      });
    });
  }
  app.setNotFoundHandler((request, reply) => {
    if (hasConsole && wantsPage(request)) return sendIndex(reply);
    return sendProblem(request, reply, new ProblemError('not-found'));
  });
}

/** An address of the console, as opposed to a file that is not there or a wrong address of the API. */
const wantsPage = ({ method, url, headers }: FastifyRequest): boolean =>
  (method === 'GET' || method === 'HEAD') && !reserved.test(url) && !/\.[a-z0-9]{1,8}(\?|$)/i.test(url) && /text\/html|\*\/\*/.test(headers.accept ?? '*/*');

const sendIndex = (reply: FastifyReply): FastifyReply => reply.status(200).header('cache-control', 'no-cache').sendFile('index.html', { cacheControl: false });
