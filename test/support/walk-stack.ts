/** Walks a process over HTTP on the real parts, by the people of the demonstration. Where days must pass: walk-days.ts. */
import { expect } from 'vitest';
import { demoPerson } from '../../cli/demo/people.ts';
import { poolsOf } from '../../domain/authority/viewer.ts';
import { dayOf } from '../../domain/calendar/civil-day.ts';
import { isDeed, onDay, type Act, type Deed, type Walk, type Walks } from '../../processes/walk.ts';
import type { CaseState } from '../../domain/engine/state.ts';
import type { JsonObject } from '../../domain/json.ts';
import type { Answer, TestApi } from './api.ts';
import { peopleNamed } from './named.ts';
import type { Shell } from './shell.ts';

/** A service may be at work between two people, on a machine that has other work. */
const patience = { timeout: 60_000 };

interface OpenTask { readonly task: number; readonly node: string; readonly pool: string }

export interface StackWalker {
  readonly start: (way: Walk) => Promise<string>;
  readonly view: (caseId: string, as?: string) => Promise<Answer['body']>;
  /** The open task of a step, as soon as there is one. */
  readonly openTask: (caseId: string, step: string, by?: string) => Promise<OpenTask>;
  /** The cases of a process that a case is linked with, over however many links, in the order in which they were; once the case and all of them owe nothing more. */
  readonly linked: (caseId: string, process: string) => Promise<readonly string[]>;
  /** Nothing is at work any more, here or in a case that it is linked with: no service, no case to be opened, told or closed. */
  readonly quiet: (caseId: string) => Promise<void>;
  readonly act: (caseId: string, act: Act) => Promise<void>;
  /** From the start to the end; where the walk says so, the case is closed afterwards. */
  readonly walk: (way: Walk) => Promise<string>;
}

const owes = ({ jobs, openings = {}, errands = {}, closings = {} }: CaseState): boolean => Object.keys({ ...jobs, ...openings, ...errands, ...closings }).length > 0;

/** The API, asked as a demo person. */
export interface Asking {
  /** Where a walk goes through the cases that it opens. */
  readonly shell?: Pick<Shell, 'state'> & Partial<Pick<Shell, 'send'>>;
  readonly get: (path: string, call: { readonly as: string }) => Promise<Pick<Answer, 'status' | 'body'>>;
  readonly post: (path: string, body: unknown, call: { readonly as: string }) => Promise<Pick<Answer, 'status' | 'body'>>;
}

/** By name: what people do beside the case, over HTTP as well. */
export type Beside = Readonly<Record<string, (caseId: string) => Promise<void>>>;

/** @param viewer who sees every case of the process */
export function stackWalker(api: Asking, { process, whoTakes }: Walks, viewer = 'supervisor', beside: Beside = {}): StackWalker {
  const today = dayOf(Date.now());
  const view: StackWalker['view'] = async (caseId, as = viewer) => (await api.get(`/cases/${caseId}`, { as })).body;
  const openTask = async (caseId: string, step: string, by?: string): Promise<OpenTask> => {
    let found: OpenTask | undefined;
    const someone = by === undefined ? undefined : demoPerson(by);
    // Of several seats or instances, that of the person.
    const theirs = (t: OpenTask): boolean => someone === undefined || poolsOf(someone).includes(t.pool);
    await expect.poll(async () => (found = (await view(caseId)).tasks.find((t: OpenTask) => t.node === step && theirs(t))), { ...patience, message: `step ${step}` }).toBeDefined();
    return found as OpenTask;
  };
  /** Whom the step asks for is chosen from those whom it offers: people who have signed in. */
  const offered = async (caseId: string, task: number, doer: string, data: JsonObject): Promise<void> => {
    const people = peopleNamed(data).map(({ id }) => id);
    if (people.length === 0) return;
    for (const id of people) await api.get('/me', { as: id });
    const choice = async (): Promise<readonly string[]> => {
      const form: readonly { readonly type: string; readonly options?: readonly { readonly value: string }[] }[] = (await view(caseId, doer)).tasks.find((t: OpenTask) => t.task === task)?.form ?? [];
      return form.flatMap(({ type, options = [] }) => (type === 'persons' ? options.map((o) => o.value) : []));
    };
    await expect.poll(choice, { ...patience, message: `people offered: ${people.join(', ')}` }).toEqual(expect.arrayContaining(people));
  };
  const complete = async (caseId: string, [step, outcome, data = {}, by]: Deed): Promise<void> => {
    const { task, pool } = await openTask(caseId, step, by);
    const doer = by ?? whoTakes(step, pool);
    await offered(caseId, task, doer, data);
    const answer = await api.post(`/cases/${caseId}/tasks/${task}/complete`, { outcome, data: onDay(data, Date.now()) }, { as: doer });
    expect(answer.status, `${step}: ${JSON.stringify(answer.body)}`).toBe(200);
  };
  const openedBy = async (caseId: string, node: string): Promise<string> => {
    let found: string | undefined;
    const { shell } = api;
    if (!shell) throw new Error('nobody knows what this case has opened');
    const calls = async () => Object.values((await shell.state(caseId)).calls ?? {});
    await expect.poll(async () => (found = (await calls()).find((c) => c.node === node)?.child?.caseId), { ...patience, message: `a case opened by ${node}` }).toBeDefined();
    return found as string;
  };
  const links = async (caseId: string): Promise<readonly { readonly id: string; readonly process: string; readonly at: string }[]> =>
    (await api.get(`/cases/${caseId}/links?depth=6`, { as: viewer })).body.items.flatMap((l: { at: string; case: { id: string; process: string } | null }) => (l.case ? [{ ...l.case, at: l.at }] : []));
  const quiet: StackWalker['quiet'] = async (caseId) => {
    const { shell } = api;
    if (!shell) throw new Error('nobody knows what is at work in this case');
    const atWork = async (): Promise<readonly string[]> => {
      const family = [...new Set([caseId, ...(await links(caseId)).map(({ id }) => id)])];
      return (await Promise.all(family.map(async (id) => (owes(await shell.state(id)) ? [id] : [])))).flat();
    };
    await expect.poll(atWork, { ...patience, message: 'cases where something is at work' }).toEqual([]);
  };
  const found = async (caseId: string, process: string): Promise<readonly string[]> => {
    const cases = (await links(caseId)).filter((l) => l.process === process);
    const first = new Map<string, string>();
    for (const { id, at } of cases) first.set(id, [first.get(id) ?? at, at].sort()[0] ?? at);
    return [...first].sort(([, a], [, b]) => (a < b ? -1 : 1)).map(([id]) => id);
  };
  const linked: StackWalker['linked'] = async (caseId, process) => {
    await quiet(caseId);
    return found(caseId, process);
  };
  /** Of several cases of that process, the one where the step is open. */
  const completeAt = async (caseId: string, process: string, deed: Deed): Promise<void> => {
    let there: string | undefined;
    await expect.poll(async () => {
      for (const id of await found(caseId, process)) if ((await view(id)).tasks.some((t: OpenTask) => t.node === deed[0])) there = id;
      return there;
    }, { ...patience, message: `step ${deed[0]} of ${process}` }).toBeDefined();
    await complete(there as string, deed);
  };
  const act: StackWalker['act'] = async (caseId, next) => {
    if (isDeed(next)) return complete(caseId, next);
    if ('beside' in next) {
      const done = beside[next.beside];
      if (!done) throw new Error(`nobody knows how to do ${next.beside}`);
      return done(caseId);
    }
    if ('called' in next) {
      const child = await openedBy(caseId, next.called);
      for (const inner of next.acts) await act(child, inner);
      return void (await expect.poll(async () => (await view(child)).outcome, { ...patience, message: `${next.called} ends` }).toBe(next.outcome));
    }
    if ('at' in next) return completeAt(caseId, next.at, next.deed);
    if ('told' in next || 'closed' in next) return;
    if ('waitFor' in next) throw new Error(`here time passes as it does; nobody can wait for ${next.waitFor}`);
    const answer = await api.post(`/cases/${caseId}/actions/${next.action}`, onDay(next.body, today), { as: next.by });
    expect(answer.status, `${next.action}: ${JSON.stringify(answer.body)}`).toBe(200);
  };
  /** What an agency without a case here tells, as the case of one that has would: as soon as nobody is at work. */
  const tell = async (caseId: string, { told, data = {} }: Extract<Act, { told: string }>): Promise<void> => {
    const { shell } = api;
    if (!shell?.send) throw new Error(`nobody can tell ${told}`);
    await expect.poll(async () => { const { jobs, openings = {} } = await shell.state(caseId); return Object.keys({ ...jobs, ...openings }).length; }, { ...patience, message: `${told} is awaited` }).toBe(0);
    expect(await shell.send(caseId, { type: 'message', message: told, data: onDay(data, today) }, { actor: { kind: 'system', id: 'case:other' } }), told).toMatchObject({ kind: 'done' });
  };
  const start: StackWalker['start'] = async (way) => {
    const answer = await api.post('/cases', { process, agency: way.agency, data: onDay(way.start, today) }, { as: way.starter });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return answer.body.caseId as string;
  };
  return {
    start, view, openTask, linked, quiet, act,
    walk: async (way) => {
      const caseId = await start(way);
      for (const next of way.acts) await (way.alone && 'told' in next ? tell(caseId, next) : act(caseId, next));
      if (way.outcome !== null) await expect.poll(async () => (await view(caseId)).status, patience).toBe('closed');
      return caseId;
    },
  };
}

/**
 * The case and those that its walk has led to: each is closed as the walk says, with nothing left open, and its record verifies.
 * @param as who sees all of them
 */
export async function expectEnds({ get, shell }: Pick<TestApi, 'get' | 'shell'>, { view, linked }: StackWalker, caseId: string, { outcome, others = {} }: Walk, as = 'supervisor'): Promise<void> {
  const all = [[caseId, outcome] as const];
  for (const [key, outcomes] of Object.entries(others)) {
    const found = await linked(caseId, key);
    expect(found, key).toHaveLength(outcomes.length);
    all.push(...found.map((id, i) => [id, outcomes[i] as string] as const));
  }
  for (const [id, ends] of all) {
    await expect.poll(async () => (await view(id)).outcome, { ...patience, message: `${id} ends` }).toBe(ends);
    const closed = await view(id);
    expect(closed).toMatchObject({ status: 'closed', tasks: [], dueDay: null });
    expect(closed.clocks.filter(({ status }: { status: string }) => status === 'running' || status === 'paused')).toEqual([]);
    expect((await get(`/cases/${id}/verification`, { as })).body).toMatchObject({ intact: true });
    // What a closed case still owes is done beside people: the record and the execution are compared when it is.
    await expect.poll(async () => owes(await shell.state(id)), { ...patience, message: `${id} owes something` }).toBe(false);
    await shell.audit(id);
  }
}
