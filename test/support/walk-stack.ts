/** Walks a process over HTTP on the real parts, by the people of the demonstration; where days must pass, on the time-skipping server. */
import { expect } from 'vitest';
import { demoPerson } from '../../cli/demo/people.ts';
import { poolsOf } from '../../domain/authority/viewer.ts';
import { dayOf } from '../../domain/calendar/civil-day.ts';
import type { CommandBody } from '../../domain/engine/commands.ts';
import type { Actor } from '../../domain/engine/state.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { isDeed, onDay, type Act, type Deed, type Walk, type Walks } from '../../processes/walk.ts';
import { person } from '../engine/driver.ts';
import type { Answer } from './api.ts';
import type { Shell } from './shell.ts';

/** A service may be at work between two people, on a machine that has other work. */
const patience = { timeout: 60_000 };

interface OpenTask { readonly task: number; readonly node: string; readonly pool: string }

export interface StackWalker {
  readonly start: (way: Walk) => Promise<string>;
  readonly view: (caseId: string, as?: string) => Promise<Answer['body']>;
  /** The open task of a step, as soon as there is one. */
  readonly openTask: (caseId: string, step: string) => Promise<OpenTask>;
  readonly act: (caseId: string, act: Act) => Promise<void>;
  /** From the start to the end; where the walk says so, the case is closed afterwards. */
  readonly walk: (way: Walk) => Promise<string>;
}

/** The API, asked as a demo person. */
export interface Asking {
  readonly get: (path: string, call: { readonly as: string }) => Promise<Pick<Answer, 'status' | 'body'>>;
  readonly post: (path: string, body: unknown, call: { readonly as: string }) => Promise<Pick<Answer, 'status' | 'body'>>;
}

/** By name: what people do beside the case, over HTTP as well. */
export type Beside = Readonly<Record<string, (caseId: string) => Promise<void>>>;

/** @param viewer who sees every case of the process */
export function stackWalker(api: Asking, { process, whoTakes }: Walks, viewer = 'supervisor', beside: Beside = {}): StackWalker {
  const today = dayOf(Date.now());
  const view: StackWalker['view'] = async (caseId, as = viewer) => (await api.get(`/cases/${caseId}`, { as })).body;
  const openTask = async (caseId: string, step: string): Promise<OpenTask> => {
    let found: OpenTask | undefined;
    await expect.poll(async () => (found = (await view(caseId)).tasks.find((t: OpenTask) => t.node === step)), { ...patience, message: `step ${step}` }).toBeDefined();
    return found as OpenTask;
  };
  const complete = async (caseId: string, [step, outcome, data = {}]: Deed): Promise<void> => {
    const { task, pool } = await openTask(caseId, step);
    const answer = await api.post(`/cases/${caseId}/tasks/${task}/complete`, { outcome, data: onDay(data, today) }, { as: whoTakes(step, pool) });
    expect(answer.status, `${step}: ${JSON.stringify(answer.body)}`).toBe(200);
  };
  const act: StackWalker['act'] = async (caseId, next) => {
    if (isDeed(next)) return complete(caseId, next);
    if ('beside' in next) {
      const done = beside[next.beside];
      if (!done) throw new Error(`nobody knows how to do ${next.beside}`);
      return done(caseId);
    }
    if ('waitFor' in next) throw new Error(`here time passes as it does; nobody can wait for ${next.waitFor}`);
    const answer = await api.post(`/cases/${caseId}/actions/${next.action}`, onDay(next.body, today), { as: next.by });
    expect(answer.status, `${next.action}: ${JSON.stringify(answer.body)}`).toBe(200);
  };
  const start: StackWalker['start'] = async (way) => {
    const answer = await api.post('/cases', { process, agency: way.agency, data: onDay(way.start, today) }, { as: way.starter });
    expect(answer.status, JSON.stringify(answer.body)).toBe(201);
    return answer.body.caseId as string;
  };
  return {
    start, view, openTask, act,
    walk: async (way) => {
      const caseId = await start(way);
      for (const next of way.acts) await act(caseId, next);
      if (way.outcome !== null) await expect.poll(async () => (await view(caseId)).status, patience).toBe('closed');
      return caseId;
    },
  };
}

/** The same on the time-skipping server, which has no API before it: commands go to the case as the API would send them. */
export async function walkThroughDays(shell: Shell, skip: (until: number) => Promise<void>, model: ProcessDefinition, { whoTakes }: Walks, way: Walk, beside: Beside = {}): Promise<string> {
  const actor = (id: string): Actor => {
    const someone = demoPerson(id);
    if (!someone) throw new Error(`no demo person ${id}`);
    return person(someone.id, ...poolsOf(someone));
  };
  let now = Date.now();
  const caseId = await shell.start(model, onDay(way.start, dayOf(now)), { agency: way.agency, actor: actor(way.starter) });
  const settled = async (what: string, there: () => Promise<boolean>): Promise<void> => void (await expect.poll(there, { ...patience, message: what }).toBe(true));
  for (const next of way.acts) {
    await settled('services', async () => Object.keys((await shell.state(caseId)).jobs).length === 0);
    const state = await shell.state(caseId);
    if (isDeed(next)) {
      const [step, outcome, data = {}] = next;
      await settled(`step ${step}`, async () => Object.values((await shell.state(caseId)).tasks).some((t) => t.node === step));
      const task = Object.values((await shell.state(caseId)).tasks).find((t) => t.node === step);
      if (!task) throw new Error(step);
      await shell.send(caseId, { type: 'complete', task: task.id, outcome, data: onDay(data, dayOf(now)) }, { actor: actor(whoTakes(step, task.pool)) });
    } else if ('beside' in next) {
      const done = beside[next.beside];
      if (!done) throw new Error(`nobody knows how to do ${next.beside}`);
      await done(caseId);
    } else if ('waitFor' in next) {
      const clock = Object.values(state.clocks).find((c) => c.clock === next.waitFor && c.breachedAt === null);
      const due = clock?.dueAt ?? Object.values(state.timers).find((t) => t.node === next.waitFor)?.dueAt;
      if (due === undefined) throw new Error(`nothing waits for ${next.waitFor}`);
      now = Math.max(now, Date.parse(due));
      await skip(now);
      await settled(`${next.waitFor} is over`, async () => {
        const after = await shell.state(caseId);
        return !Object.values(after.clocks).some((c) => c.clock === next.waitFor && c.breachedAt === null) && !Object.values(after.timers).some((t) => t.node === next.waitFor);
      });
    } else {
      await shell.send(caseId, { type: next.action, ...onDay(next.body, dayOf(now)) } as unknown as CommandBody, { actor: actor(next.by) });
    }
  }
  if (way.outcome !== null) await shell.client.workflow.getHandle(caseId).result();
  return caseId;
}
