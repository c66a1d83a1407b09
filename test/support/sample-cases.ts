/** Real cases in a real record, for tests: driven by the engine, appended as the workflow appends. */
import { randomUUID } from 'node:crypto';
import { createDatabase, type Database } from '../../db/pool.ts';
import { append } from '../../db/record/append.ts';
import type { CommandBody } from '../../domain/engine/commands.ts';
import { decide } from '../../domain/engine/decide.ts';
import { fold } from '../../domain/engine/evolve.ts';
import type { Actor, CaseState } from '../../domain/engine/state.ts';
import type { AppendRequest } from '../../domain/record/append.ts';
import { project } from '../../domain/record/project.ts';
import { defaultCalendar } from '../../domain/calendar/work-calendar.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { definition, end, flow, start, userTask } from '../engine/models.ts';
import { everybody } from '../engine/driver.ts';
import { onFileDone } from './cleanup.ts';
import { freshDatabase } from './stack.ts';

export async function testDatabase(max = 10): Promise<Database> {
  const database = createDatabase((await freshDatabase()).url, { max });
  onFileDone(() => database.close());
  return database;
}

/** Two steps of the handling agency, one of the technical body, one of the party; a clock of ten working days on the first. */
export const sampleModel: ProcessDefinition = definition(
  [
    start,
    userTask('check'),
    userTask('test', ['done'], { assignment: { kind: 'office', role: 'technical-body', agency: { kind: 'fixed', agency: 'gd-recall-tech' } } }),
    userTask('answer', ['done'], { assignment: { kind: 'party', party: 'producer' } }),
    end(),
  ],
  [flow('start', 'check'), flow('check', 'test'), flow('test', 'answer'), flow('answer', 'end')],
  {
    parties: { producer: { name: text('生产者', 'Producer'), usccField: 'uscc' } },
    fields: { uscc: { label: text('代码', 'Code'), type: 'uscc' }, product: { label: text('产品', 'Product'), type: 'text' } },
    startForm: { uscc: 'optional', product: 'optional' },
    title: 'if product = null then "样品" else product',
    clocks: [{
      id: 'checking', name: text('核查', 'Check'), start: [{ on: 'entered', node: 'check' }], stop: [{ on: 'completed', node: 'check' }],
      duty: { kind: 'office', role: 'officer', agency: { kind: 'handling' } }, warnings: [], breach: 'record',
      rules: [{ budget: { amount: 10, unit: 'working-day' }, startDay: 'excluded', rollOver: 'next-working-day',
        basis: { instrument: text('规定', 'Rule'), article: '1', version: '2026', confidence: 'R', internal: true } }],
    }],
  },
);

/** What the workflow would send for these commands, decided on `state`. */
export function requestFor(model: ProcessDefinition, state: CaseState | null, caseId: string, commands: readonly { readonly id: string; readonly body: CommandBody; readonly actor?: Actor }[], now = Date.now()): AppendRequest {
  let draft = state;
  const commits = commands.map(({ id, body, actor = everybody() }) => {
    const decision = decide(model, draft, { id, actor, body }, { now, calendar: defaultCalendar });
    if (!decision.ok) throw new Error(`${body.type}: ${JSON.stringify(decision.rejection)}`);
    draft = fold(draft, decision.events);
    return { command: id, digest: `digest-${id}`, events: decision.events };
  });
  return { caseId, expectedSeq: state?.seq ?? 0, head: state?.head ?? '', commits, rows: project(model, state, commits.flatMap((c) => c.events)) };
}

export interface SampleCase { readonly caseId: string; readonly state: CaseState; readonly act: (body: CommandBody, actor?: Actor, now?: number) => Promise<void> }

export interface StartOptions { readonly agency?: string; readonly data?: Record<string, string>; readonly actor?: Actor; readonly now?: number; readonly hash?: string }

export async function startSample(database: Database, { agency = 'gd-amr', data = {}, actor, now, hash = 'h' }: StartOptions = {}, model = sampleModel): Promise<SampleCase> {
  const caseId = randomUUID();
  let state: CaseState | null = null;
  let count = 0;
  const act = async (body: CommandBody, by: Actor | undefined, at = now ?? Date.now()): Promise<void> => {
    const request = requestFor(model, state, caseId, [{ id: `command-${++count}`, body, ...(by ? { actor: by } : {}) }], at);
    const result = await append(database, request);
    if (result.kind !== 'appended') throw new Error(`not appended: ${result.kind}`);
    state = fold(state, result.events);
  };
  await act({ type: 'start', caseId, hash, agency, region: '', data }, actor, now);
  return {
    caseId,
    get state() {
      if (!state) throw new Error('not started');
      return state;
    },
    act,
  };
}
