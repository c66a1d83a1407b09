import { z } from 'zod';
import { processListSchema, processViewSchema } from '../../contracts/people.ts';
import { latestDefinition, latestDefinitions } from '../../db/definitions.ts';
import { ProblemError } from '../http/problem.ts';
import { ok, route } from '../http/route.ts';
import { processSummary, processView } from '../views/person.ts';

export const processesRoute = route(
  { method: 'GET', path: '/processes', access: 'signed-in', tag: 'processes', summary: '流程目录 · Processes, in their latest version', answer: processListSchema },
  async ({ viewer }, { database }) => ok({ items: (await latestDefinitions(database)).map((d) => processSummary(d, viewer)) }),
);

export const processRoute = route(
  {
    method: 'GET', path: '/processes/:key', access: 'signed-in', tag: 'processes', summary: '流程 · One process: the form that starts a case, where it may be filed',
    params: z.object({ key: z.string().regex(/^[\x21-\x7e]{1,80}$/) }), answer: processViewSchema, problems: ['process.not-found'],
  },
  async ({ viewer, params }, { database }) => {
    const definition = await latestDefinition(database, params.key);
    if (definition === null) throw new ProblemError('process.not-found', { params: { process: params.key } });
    return ok(processView(definition, viewer));
  },
);
