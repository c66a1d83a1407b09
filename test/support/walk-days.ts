/**
 * Walks on which days must pass, on a time-skipping server of their own: clocks and timers act by themselves. There is no API before it: commands go to
 * the cases as the API would send them. Cases that the walk leads to are really there, and are walked too.
 */
import { expect } from 'vitest';
import { demoPerson } from '../../cli/demo/people.ts';
import { registerDefinition } from '../../db/definitions.ts';
import { linksOf } from '../../db/queries/links.ts';
import { poolsOf } from '../../domain/authority/viewer.ts';
import { dayOf } from '../../domain/calendar/civil-day.ts';
import type { CommandBody } from '../../domain/engine/commands.ts';
import type { Actor, CaseState } from '../../domain/engine/state.ts';
import { definitions } from '../../processes/registry.ts';
import { isDeed, onDay, type Act, type Deed, type Walk } from '../../processes/walk.ts';
import { person } from '../engine/driver.ts';
import { peopleNamed } from './named.ts';
import { openShell, type Shell } from './shell.ts';
import type { Shown } from './shown.ts';
import { timeSkippingServer } from './stack.ts';
import type { Beside } from './walk-stack.ts';

const patience = { timeout: 60_000, interval: 20 };

export interface Days {
  readonly shell: Shell;
  readonly walk: (shown: Pick<Shown, 'model' | 'walks'>, way: Walk, beside?: Beside) => Promise<string>;
  /** The case and those that the walk has led to are closed as it says, with nothing left open, and their records verify. */
  readonly expectEnds: (caseId: string, way: Walk) => Promise<void>;
}

const actor = (id: string): Actor => {
  const someone = demoPerson(id);
  if (!someone) throw new Error(`no demo person ${id}`);
  return { ...person(someone.id, ...poolsOf(someone)), name: someone.name } as Actor;
};
const settled = async (what: string, there: () => Promise<boolean>): Promise<void> => void (await expect.poll(there, { ...patience, message: what }).toBe(true));
const isQuiet = ({ jobs, openings = {}, errands = {} }: CaseState): boolean => [jobs, openings, errands].every((under) => Object.keys(under).length === 0);
/** The clock or the timer of this name, where it still runs. */
const dueOf = ({ clocks, timers }: CaseState, name: string): string | undefined =>
  Object.values(clocks).find((c) => c.clock === name && c.breachedAt === null)?.dueAt ?? Object.values(timers).find((t) => t.node === name)?.dueAt;

/** A time-skipping server with a worker, on which every process of the release is registered. */
export async function openDays(): Promise<Days> {
  const server = await timeSkippingServer();
  const shell = await openShell({ connections: { client: server.connection, native: server.nativeConnection, address: server.address } });
  for (const model of definitions) await registerDefinition(shell.database, model);
  await shell.work();

  /** All cases that this one is linked with, over however many links, itself first, in the order in which they were. */
  const family = async (caseId: string): Promise<readonly { readonly id: string; readonly process: string }[]> => {
    const found = new Map<string, string>([[caseId, '']]);
    for (let level: readonly string[] = [caseId]; level.length > 0;) {
      const links = await linksOf(shell.database, level, 200);
      const fresh = links.filter((l) => !found.has(l.otherId));
      for (const { otherId, other } of fresh) found.set(otherId, other.processKey);
      level = [...new Set(fresh.map((l) => l.otherId))];
    }
    return [...found].map(([id, process]) => ({ id, process }));
  };
  const linked = async (caseId: string, process: string): Promise<readonly string[]> => (await family(caseId)).filter((c) => c.process === process).map((c) => c.id);
  /** Time must not pass while somebody is at work. */
  const allQuiet = async (caseId: string): Promise<boolean> => {
    for (const { id } of await family(caseId)) if (!isQuiet(await shell.state(id))) return false;
    return true;
  };

  const walk: Days['walk'] = async ({ model, walks: { whoTakes } }, way, beside = {}) => {
    let now = await server.currentTimeMs();
    const today = () => dayOf(now);
    // What the other cases are really there to tell, nobody else tells.
    const together = way.acts.some((act) => 'at' in act && !isDeed(act));
    const openTask = async (caseId: string, [step, , , by]: Deed): Promise<{ readonly id: number; readonly pool: string } | undefined> => {
      const who = by === undefined ? undefined : actor(by);
      const open = Object.values((await shell.state(caseId)).tasks).filter((t) => t.node === step);
      // Of several seats or instances, that of the person.
      return open.length < 2 ? open[0] : open.find((t) => who === undefined || (who.kind === 'person' && who.pools.includes(t.pool)));
    };
    const complete = async (caseId: string, deed: Deed): Promise<void> => {
      const [step, outcome, data = {}, by] = deed;
      let task: { readonly id: number; readonly pool: string } | undefined;
      await settled(`step ${step}`, async () => (task = await openTask(caseId, deed)) !== undefined);
      if (task) await shell.send(caseId, { type: 'complete', task: task.id, outcome, data: onDay(data, now), people: peopleNamed(data) }, { actor: actor(by ?? whoTakes(step, task.pool)) });
    };
    const waitFor = async (caseId: string, name: string): Promise<void> => {
      let due: string | undefined;
      await settled(`${name} runs`, async () => (due = dueOf(await shell.state(caseId), name)) !== undefined);
      await settled('nobody is at work', () => allQuiet(caseId));
      now = Math.max(now, Date.parse(due ?? ''));
      await server.sleep(Math.max(1, now - (await server.currentTimeMs())));
      await settled(`${name} is over`, async () => (dueOf(await shell.state(caseId), name) ?? '9') > (due ?? ''));
    };
    const act = async (caseId: string, next: Act): Promise<void> => {
      await settled('services and cases that are opened', async () => { const { jobs, openings = {} } = await shell.state(caseId); return Object.keys({ ...jobs, ...openings }).length === 0; });
      if (isDeed(next)) return complete(caseId, next);
      if ('waitFor' in next) return waitFor(caseId, next.waitFor);
      if ('beside' in next) {
        const done = beside[next.beside];
        if (!done) throw new Error(`nobody knows how to do ${next.beside}`);
        return done(caseId);
      }
      if ('called' in next) {
        let child: string | undefined;
        await settled(`a case opened by ${next.called}`, async () => (child = Object.values((await shell.state(caseId)).calls ?? {}).find((c) => c.node === next.called)?.child?.caseId) !== undefined);
        for (const inner of next.acts) await act(child as string, inner);
        return settled(`${next.called} ends`, async () => (await shell.state(child as string)).outcome === next.outcome);
      }
      if ('at' in next) {
        let found: string | undefined;
        // Of several cases of that process, the one where the step is open.
        await settled(`step ${next.deed[0]} of ${next.at}`, async () => {
          for (const id of await linked(caseId, next.at)) if (await openTask(id, next.deed)) found = id;
          return found !== undefined;
        });
        return complete(found as string, next.deed);
      }
      if ('told' in next) {
        if (!together) await shell.send(caseId, { type: 'message', message: next.told, data: onDay(next.data ?? {}, today()) }, { actor: { kind: 'system', id: 'case:other' } });
        return;
      }
      if ('action' in next) await shell.send(caseId, { type: next.action, ...onDay(next.body, today()) } as unknown as CommandBody, { actor: actor(next.by) });
    };
    const caseId = await shell.start(model, onDay(way.start, today()), { agency: way.agency, actor: actor(way.starter) });
    for (const next of way.acts) await act(caseId, next);
    if (way.outcome !== null) await shell.client.workflow.getHandle(caseId).result();
    return caseId;
  };
  return {
    shell, walk,
    expectEnds: async (caseId, { outcome, others = {} }) => {
      const all = [[caseId, outcome] as const];
      for (const [key, outcomes] of Object.entries(others)) {
        const found = await linked(caseId, key);
        expect(found, key).toHaveLength(outcomes.length);
        all.push(...found.map((id, i) => [id, outcomes[i] as string] as const));
      }
      for (const [id, ends] of all) {
        await expect.poll(async () => (await shell.state(id)).outcome, { ...patience, message: `${id} ends` }).toBe(ends);
        expect(await shell.state(id)).toMatchObject({ status: 'closed', tasks: {}, jobs: {}, timers: {}, clocks: {} });
        await shell.audit(id);
      }
    },
  };
}
