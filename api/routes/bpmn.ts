/** 流程导入导出: a process as BPMN 2.0 XML, and a file of this or another engine as a process. */
import { z } from 'zod';
import { exportBpmn } from '../../bpmn/export/export.ts';
import type { ImportOptions } from '../../bpmn/import/import.ts';
import { exportQuerySchema, importedProcessSchema, importProcessSchema } from '../../contracts/bpmn.ts';
import { DefinitionError, definitionOfVersion, latestDefinition, latestDefinitions, nextVersion, registerDefinition } from '../../db/definitions.ts';
import { sha256Of } from '../../db/files.ts';
import { registeringPool } from '../../domain/authority/process-policy.ts';
import { poolsOf } from '../../domain/authority/viewer.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { definitions } from '../../processes/registry.ts';
import { downloadRoute } from '../http/file-route.ts';
import { ProblemError } from '../http/problem.ts';
import { apiRoot, ok, route } from '../http/route.ts';

/** Two million characters, most of which may be Chinese, as JSON. */
const largestBody = 8_000_000;

export const exportProcessRoute = downloadRoute(
  {
    path: '/processes/:key/bpmn', tag: 'processes', summary: '导出流程 · A process as BPMN 2.0 XML with its diagram', media: 'application/xml',
    params: z.object({ key: z.string().regex(/^[\x21-\x7e]{1,80}$/) }), query: exportQuerySchema, problems: ['process.not-found', 'version.not-found'],
  },
  async ({ params: { key }, query: { version } }, { database }) => {
    const found = version === undefined ? await latestDefinition(database, key) : await definitionOfVersion(database, key, version);
    if (found === null) throw version === undefined ? new ProblemError('process.not-found', { params: { process: key } }) : new ProblemError('version.not-found', { params: { process: key, version } });
    const bytes = Buffer.from(await exportBpmn(found.model));
    return { bytes, media: 'application/xml', name: `${found.model.name.zh}-${found.model.version}.bpmn`, sha256: sha256Of(bytes) };
  },
);

export const importProcessRoute = route(
  {
    method: 'POST', path: '/processes/import', access: 'signed-in', tag: 'processes', summary: '导入流程 · Registers a process from BPMN 2.0 XML of this engine, Camunda 7, Camunda 8 or Flowable, or only tells what would come about',
    body: importProcessSchema, bodyLimit: largestBody, answer: importedProcessSchema, statuses: [200, 201], problems: ['forbidden', 'process.refused', 'process.of-release', 'process.changed', 'process.import-busy'],
  },
  async ({ viewer, body: { xml, options, dryRun } }, { database, importer }) => {
    if (registeringPool(poolsOf(viewer)) === null) throw new ProblemError('forbidden');
    const processes = (await latestDefinitions(database)).map((d) => d.model);
    // zod's optional members may be undefined, which JSON leaves out.
    const result = await importer.registrable(xml, { ...(JSON.parse(JSON.stringify(options)) as ImportOptions), processes });
    const notices = result.notices.map(({ code, element, message }) => ({ code, element, text: message }));
    if (!result.ok) throw new ProblemError('process.refused', { fields: result.faults.map(({ code, element, message }) => ({ field: element, code, text: message })) });
    const { key, name, nodes } = result.definition;
    // A later release brings the next version of its own processes; another definition under that number would keep it from starting.
    if (definitions.some((d) => d.key === key)) throw new ProblemError('process.of-release', { params: { process: key } });
    const { definition, unchanged } = await nextVersion(database, result.definition);
    const answer = { process: key, version: definition.version, name, steps: nodes.length, notices };
    if (unchanged) return ok({ ...answer, outcome: 'unchanged' as const });
    if (dryRun) return ok({ ...answer, outcome: 'possible' as const });
    await register(definition, (model) => registerDefinition(database, model));
    return { status: 201 as const, body: { ...answer, outcome: 'registered' as const }, location: `${apiRoot}/processes/${key}` };
  },
);

async function register(definition: ProcessDefinition, run: (model: ProcessDefinition) => Promise<unknown>): Promise<void> {
  try {
    await run(definition);
  } catch (error) {
    if (error instanceof DefinitionError) throw new ProblemError('process.changed', { params: { process: definition.key } });
    throw error;
  }
}
