/**
 * Histories of every release, replayed against the workflow code of today: a case that was started by an old release must go on under this one.
 * BANJIE_RECORD=<release> writes the histories of a new release instead (once, when it is made).
 */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync, gzipSync } from 'node:zlib';
import proto from '@temporalio/proto';
import { Worker } from '@temporalio/worker';
import { beforeAll, describe, expect, it } from 'vitest';
import { definitionHash, registerDefinition } from '../../db/definitions.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { dataConverter, payloadKeys } from '../../workflows/payloads/codec.ts';
import { openShell, type Shell } from '../support/shell.ts';
import { samples } from './samples.ts';

const folder = fileURLToPath(new URL('./histories/', import.meta.url));
/** These histories hold invented data and are public; so is their key. */
const publicKey = '0123456789abcdef'.repeat(4);
/** `history`: base64 of temporal.api.history.v1.History. */
interface Recording { readonly release: string; readonly model: ProcessDefinition; /** By hash: versions to which the case was migrated. */ readonly others?: Readonly<Record<string, ProcessDefinition>>; readonly history: string }
const { History } = proto.temporal.api.history.v1;

const recordAs = process.env['BANJIE_RECORD'];
let shell: Shell;
beforeAll(async () => {
  shell = await openShell({ payloadKey: publicKey });
  if (recordAs) await shell.work();
});

if (recordAs) {
  it.each(Object.entries(samples))('records %s', async (name, { model, others = [], walk }) => {
    for (const other of others) await registerDefinition(shell.database, other);
    const caseId = await shell.start(model);
    await walk(shell, caseId);
    const handle = shell.client.workflow.getHandle(caseId);
    await handle.result();
    const recording: Recording = { release: recordAs, model, ...(others.length > 0 ? { others: Object.fromEntries(others.map((o) => [definitionHash(o), o])) } : {}), history: Buffer.from(History.encode(await handle.fetchHistory()).finish()).toString('base64') };
    mkdirSync(folder, { recursive: true });
    writeFileSync(`${folder}${recordAs}-${name}.json.gz`, gzipSync(JSON.stringify(recording), { level: 9 }));
  });
}

describe('histories of releases', () => {
  const files = readdirSync(folder).filter((f) => f.endsWith('.json.gz'));
  it('there are some of each kind', () => expect(files.length).toBeGreaterThanOrEqual(Object.keys(samples).length));
  it.each(files)('%s replays', async (file) => {
    const { model, others = {}, history } = JSON.parse(gunzipSync(readFileSync(folder + file)).toString()) as Recording;
    const converter = dataConverter({ keys: payloadKeys(publicKey, '1'), definition: async (hash) => others[hash] ?? model });
    await Worker.runReplayHistory({ workflowBundle: { codePath: shell.bundle }, dataConverter: converter, replayName: file }, History.decode(Buffer.from(history, 'base64')));
  });
});
