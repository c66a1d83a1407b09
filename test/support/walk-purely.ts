/** Walks a process through decide and evolve, by the people of the demonstration, with the answers that services would give. */
import { describe, expect, it } from 'vitest';
import { demoPerson } from '../../cli/demo/people.ts';
import { formField } from '../../api/views/form.ts';
import { agencyById } from '../../domain/authority/agencies.ts';
import { poolsOf } from '../../domain/authority/viewer.ts';
import { dayOf } from '../../domain/calendar/civil-day.ts';
import { dayFrom } from '../../domain/calendar/day-from.ts';
import { defaultCalendar } from '../../domain/calendar/work-calendar.ts';
import type { CommandBody } from '../../domain/engine/commands.ts';
import type { Actor, CaseRef, CaseState, Job } from '../../domain/engine/state.ts';
import type { JsonObject } from '../../domain/json.ts';
import { serviceResults, services, type ServiceName } from '../../domain/model/services.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { isDeed, onDay, type Act, type Walk, type Walks } from '../../processes/walk.ts';
import { followLagging } from '../engine/lagging.ts';
import { caseId as driven, drive, person, type Driver } from '../engine/driver.ts';
import { peopleNamed } from './named.ts';

const shell: Actor = { kind: 'system', id: 'shell' };
const sha = 'a'.repeat(64);
const made: JsonObject = { ok: true, reason: null, files: [{ format: 'pdf', sha256: sha, size: 1 }], renderer: '1', number: '粤市监〔2026〕1号' };

/** What the service would tell: the same count. */
function dayTold({ input }: Job, today: string): JsonObject {
  const { from, amount, unit } = services['calendar.day'].parse(input);
  const day = dayFrom(from === 'today' ? today : from, amount, unit, defaultCalendar);
  return { ok: true, reason: null, day, past: day < today };
}

export interface PureWalk {
  /** Without looking at every state between two events. */
  readonly fast?: boolean;
  /** Another day of receipt than that on which it begins. */
  readonly receivedOn?: string;
}

export interface PureWalker {
  readonly actor: (id: string) => Actor;
  /** @param today the civil day on which the walk begins, at 10:00; or the instant */
  readonly walk: (way: Walk, today?: string, onStep?: (d: Driver, act: Act) => void, how?: PureWalk) => Driver;
  readonly act: (d: Driver, act: Act) => void;
  /** Does what the shell does: every service is called with what its contract asks for, until none is asked any more. */
  readonly runJobs: (d: Driver) => void;
  /** Civil days on which the clocks fell due as they were started along a walk, by clock. */
  readonly dueDays: (way: Walk, today?: string) => Readonly<Record<string, readonly string[]>>;
}

/** @param now the moment at which it is asked, in milliseconds */
export type ServiceAnswers = (job: Job, state: CaseState, now: number) => JsonObject | undefined;

/**
 * @param answers what a service tells where it is more than that it came about; held against the contract of the service
 * @param begins the civil day on which a walk begins where it is not said
 * @param beside what people do beside the case: it changes what services will tell
 */
export function pureWalker(model: ProcessDefinition, { whoTakes }: Walks, answers: ServiceAnswers = () => undefined, begins = '2026-03-02', beside: (what: string) => void = () => undefined): PureWalker {
  const actor = (id: string): Actor => {
    const someone = demoPerson(id);
    if (!someone) throw new Error(`no demo person ${id}`);
    return { ...person(someone.id, ...poolsOf(someone)), name: someone.name } as Actor;
  };
  const answer = (job: Job, { state, now }: Driver): JsonObject | undefined => {
    const told = answers(job, state, now) ?? (job.service === 'calendar.day' ? dayTold(job, dayOf(now)) : undefined);
    if (told === undefined) return job.service === 'document.generate' ? { ...made, issuedOn: dayOf(now) } : undefined;
    const contract = job.service in serviceResults ? serviceResults[job.service as keyof typeof serviceResults] : undefined;
    contract?.parse(told);
    return told;
  };
  /** The case that a call activity has opened, as far as this case hears of it. */
  const childOf = (call: number, process: string): CaseRef => ({ caseId: `00000000-0000-4000-9000-${String(call).padStart(12, '0')}`, process, number: `粤市监〔2026〕${call}号`, title: process });
  const openCalls = (d: Driver): void => {
    for (const opening of Object.values(d.state.openings ?? {})) d.act({ type: 'opening-done', opening: opening.id, child: childOf(opening.id, opening.process) }, shell);
  };
  const closeCall = (d: Driver, node: string, outcome: string, tells: JsonObject): void => {
    const call = Object.values(d.state.calls ?? {}).find((c) => c.node === node);
    if (!call?.child) throw new Error(`${node} has opened no case`);
    d.act({ type: 'child-closed', call: call.id, child: call.child, outcome, data: tells }, shell);
  };
  /** What the process cannot go on with waits (流程异常): no walk of a process of this release meets that. */
  const mustGoOn = (d: Driver): void => {
    const [incident] = Object.values(d.state.incidents ?? {});
    if (incident) throw new Error(`incident at ${incident.node}: ${incident.code} ${JSON.stringify(incident.params)}`);
  };
  const runJobs = (d: Driver): void => {
    for (openCalls(d); Object.keys(d.state.jobs).length > 0; openCalls(d)) {
      for (const job of Object.values(d.state.jobs)) {
        services[job.service as ServiceName].parse(job.input);
        const result = answer(job, d);
        d.act({ type: 'job-done', job: job.id, ...(result ? { result } : {}) }, shell);
        mustGoOn(d);
      }
    }
    for (const { id, service, input } of Object.values(d.state.closings ?? {})) {
      services[service as ServiceName].parse(input);
      d.act({ type: 'closing-done', closing: id }, shell);
    }
  };
  const childCloses = (d: Driver, process: string, outcome: string, data: JsonObject): void => {
    const call = Object.values(d.state.calls ?? {}).find((c) => c.wait && model.nodes.some((n) => n.id === c.node && n.type === 'callActivity' && n.process === process));
    if (!call?.child) throw new Error(`this case waits for no case of ${process}`);
    d.act({ type: 'child-closed', call: call.id, child: call.child, outcome, data }, shell);
  };
  const act = (d: Driver, next: Act): void => {
    const today = d.now;
    if (isDeed(next)) {
      const [step, outcome, data = {}, by] = next;
      const open = Object.values(d.state.tasks).filter((t) => t.node === step);
      const filled = { outcome, data: onDay(data, today), people: peopleNamed(data) };
      if (by === undefined || open.length < 2) d.act({ type: 'complete', task: d.task(step), ...filled }, actor(by ?? whoTakes(step, d.state.tasks[d.task(step)]?.pool ?? '')));
      else {
        // Of several seats or instances, that of the person.
        const who = actor(by);
        const own = open.find((t) => who.kind === 'person' && who.pools.includes(t.pool));
        if (!own) throw new Error(`${by} has no task at ${step}`);
        d.act({ type: 'complete', task: own.id, ...filled }, who);
      }
    } else if ('called' in next) {
      closeCall(d, next.called, next.outcome, onDay(next.tells ?? {}, today));
    } else if ('beside' in next) {
      beside(next.beside);
    } else if ('waitFor' in next) {
      d.until(dueOf(d, next.waitFor));
    } else if ('told' in next) {
      d.act({ type: 'message', message: next.told, data: onDay(next.data ?? {}, today) }, { kind: 'system', id: 'case:other' });
    } else if ('closed' in next) {
      childCloses(d, next.closed, next.outcome, onDay(next.data ?? {}, today));
    } else if ('action' in next) {
      d.act({ type: next.action, ...onDay(next.body, today) } as unknown as CommandBody, actor(next.by));
    }
    runJobs(d);
  };
  const walk: PureWalker['walk'] = (way, today = begins, onStep = () => undefined, { fast = false, receivedOn } = {}) => {
    const d = drive(model, today.includes('T') ? today : `${today}T02:00:00.000Z`, way.agency, { fast });
    const data = onDay(way.start, dayOf(d.now));
    if (way.opened) d.act({ type: 'start', caseId: driven, hash: 'h', agency: way.agency, region: '440000', data, parent: { ...childOf(1, model.key), call: 1, wait: true, depth: 1 } }, shell);
    else d.start(data, actor(way.starter), receivedOn === undefined ? undefined : `${receivedOn}T02:00:00.000Z`);
    runJobs(d);
    for (const next of way.acts) {
      act(d, next);
      onStep(d, next);
    }
    return d;
  };
  const dueDays: PureWalker['dueDays'] = (way, today) => {
    const byClock: Record<string, string[]> = {};
    for (const b of walk(way, today).bodies('clock.started')) (byClock[b.clock] ??= []).push(b.dueDay);
    return byClock;
  };
  return { actor, walk, act, runJobs, dueDays };
}

/** The moment at which a clock or a timer of this name is due. */
export function dueOf(d: Driver, name: string): string {
  const clock = Object.values(d.state.clocks).find((c) => c.clock === name && c.breachedAt === null);
  const at = clock?.dueAt ?? Object.values(d.state.timers).find((t) => t.node === name)?.dueAt;
  if (at === undefined) throw new Error(`nothing waits for ${name}`);
  return at;
}

/** Texts that people would read as an id. */
const idsAsText = (model: ProcessDefinition, data: JsonObject): readonly string[] =>
  Object.entries(data).flatMap(([name, value]) => {
    const field = model.fields[name];
    if (field?.type !== 'text' || field.refersTo !== undefined || typeof value !== 'string') return [];
    return agencyById(value) ? (formField(model, name, 'read')?.type === 'choice' ? [] : [name]) : /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/.test(value) ? [name] : [];
  });

/** What the walks of every process have to show: each ends as it says with nothing left open, and together they leave nothing of the process untried. */
export function describeWalks(model: ProcessDefinition, { walks }: Walks, { walk }: PureWalker): void {
  const ways = Object.values(walks).filter((way) => way.outcome !== null);
  describe('each way ends as it should, with nothing left open', () => {
    it.each(ways.map((way) => [way.outcome, way.title, way] as const))('%s: %s', (outcome, _title, way) => {
      const { state, events } = walk(way);
      expect(state).toMatchObject({ status: 'closed', outcome, tokens: {}, tasks: {}, jobs: {}, timers: {}, clocks: {} });
      followLagging(events);
      expect(events.filter((e) => e.body.type === 'incident.raised')).toEqual([]);
      expect(idsAsText(model, state.data), 'what holds an id says so (field.id)').toEqual([]);
    });
    it('together they reach every outcome, every decision of every step, every clock, every deadline and every service', () => {
      const done = Object.values(walks).map((way) => walk(way));
      const bodies = done.flatMap((d) => d.events.map((e) => e.body));
      const decisions = new Set(bodies.flatMap((b) => (b.type === 'task.completed' ? [`${b.node}: ${b.outcome}`] : b.type === 'vote.cast' ? [`${b.node}: ${b.outcome}`] : [])));
      const all = model.nodes.flatMap((n) => (n.type === 'userTask' ? n.outcomes.map((o) => `${n.id}: ${o.id}`) : []));
      expect(all.length).toBeGreaterThan(0);
      expect(all.filter((d) => !decisions.has(d)), 'decisions').toEqual([]);
      const started = new Set(bodies.flatMap((b) => (b.type === 'clock.started' ? [b.clock] : [])));
      expect(model.clocks.map((c) => c.id).filter((id) => !started.has(id)), 'clocks').toEqual([]);
      const acted = new Set(bodies.flatMap((b) => (b.type === 'timer.fired' || b.type === 'job.completed' || b.type === 'message.received' || b.type === 'signal.received' || b.type === 'call.completed' ? [b.node] : [])));
      expect(model.nodes.filter((n) => (n.type === 'boundaryEvent' || n.type === 'catchEvent' || n.type === 'serviceTask' || n.type === 'callActivity') && !acted.has(n.id)).map((n) => n.id), 'timers, messages, calls and services').toEqual([]);
      expect(new Set(done.map((d) => d.state.outcome).filter((o) => o !== null)), 'outcomes').toEqual(new Set(Object.keys(model.outcomes)));
    });
  });
}
