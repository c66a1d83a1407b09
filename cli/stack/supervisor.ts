/**
 * Keeps the services running. One that ends although nobody asked it to is started again, at once the first time, then with growing pauses;
 * the others meanwhile wait for it, and reconnect.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import { launch, type Child, type Exit, type Launch } from './child.ts';
import { messageOf, StackFault } from './fault.ts';
import { sizeOf, tail } from './log-files.ts';
import type { ProcessIdentity } from './process-identity.ts';
import { until } from './wait.ts';

export interface Service {
  readonly name: string;
  readonly title: string;
  readonly launch: () => Launch | Promise<Launch>;
  /** Resolves when the service does its work; rejects with the reason while it does not. */
  readonly probe: () => Promise<void>;
  /** Milliseconds that it may take until then. */
  readonly patience: number;
  readonly stopSignals: readonly NodeJS.Signals[];
  /** Milliseconds for an orderly end after each signal. */
  readonly stopGrace: number;
  /** Services without which a new start would only fail. */
  readonly needs: readonly string[];
}

export interface Supervisor {
  /** Resolves when the service is ready. @throws StackFault where it does not become so */
  readonly start: (service: Service) => Promise<void>;
  /** Runs a program to its end. @throws StackFault with its last words where it fails */
  readonly run: (title: string, command: Launch, logFile: string) => Promise<void>;
  /** Stops everything that runs, in this order; later calls wait for the first. */
  readonly stop: (order: readonly string[]) => Promise<void>;
}

export interface SupervisorOptions {
  readonly logFile: (name: string) => string;
  readonly say: (line: string) => void;
  /** Told of every process that begins and ends. */
  readonly changed: (children: Readonly<Record<string, ProcessIdentity>>) => void;
  /** Something that may explain why a service ended, e.g. a full disk. */
  readonly suspect: () => string | null;
}

interface Kept { readonly service: Service; child: Child | null; ready: boolean; startedAt: number; failures: number }

const pauses = [0, 500, 1_000, 2_000, 4_000, 8_000, 15_000];
/** A service that has run this long is well: what happens later is a new story. */
const wellAfter = 60_000;

export function createSupervisor({ logFile, say, changed, suspect }: SupervisorOptions): Supervisor {
  const kept = new Map<string, Kept>();
  const tasks = new Set<Child>();
  const comingUp = new Set<Promise<void>>();
  let ending: Promise<void> | null = null;

  const report = (): void => {
    const children = [...kept.values()].flatMap(({ service, child }) => (child?.running() ? [[service.name, child.identity] as const] : []));
    changed(Object.fromEntries(children));
  };
  const ended = (): StackFault => new StackFault('Stopped before everything was up.');

  const bringUp = (it: Kept): Promise<void> => {
    const attempt = launchAndAwait(it).finally(() => comingUp.delete(attempt));
    comingUp.add(attempt);
    return attempt;
  };

  const launchAndAwait = async (it: Kept): Promise<void> => {
    const { service } = it;
    const log = logFile(service.name);
    const before = sizeOf(log);
    const command = await service.launch();
    if (ending) throw ended();
    const child = await launch(command, log);
    it.child = child;
    it.startedAt = Date.now();
    report();
    void child.exited.then(report);
    try {
      await until(service.probe, { within: service.patience, givenUp: () => !child.running() || ending !== null });
      it.ready = true;
    } catch (error) {
      if (ending) {
        // Whoever stops may have come by before there was anything to stop.
        await child.stop(service.stopSignals, service.stopGrace);
        throw ended();
      }
      const exit = child.running() ? null : await child.exited;
      await child.stop(['SIGTERM'], 2_000);
      throw new StackFault(`${service.title} did not start: ${exit ? describe(exit) : messageOf(error)}. ${suspect() ?? `Its log is ${log}`}\n${tail(log, before)}`);
    }
    void child.exited.then((exit) => onExit(it, child, exit));
  };

  const onExit = (it: Kept, child: Child, exit: Exit): void => {
    if (it.child !== child || ending) return;
    it.ready = false;
    if (Date.now() - it.startedAt > wellAfter) it.failures = 0;
    const suspected = suspect();
    say(`  ! ${it.service.title} ${describe(exit)}; it is started again.${suspected ? ` ${suspected}` : ''}`);
    void restart(it);
  };

  const restart = async (it: Kept): Promise<void> => {
    const since = Date.now();
    while (!ending) {
      await sleep(pauses[Math.min(it.failures++, pauses.length - 1)]);
      while (!ending && it.service.needs.some((name) => kept.get(name)?.ready === false)) await sleep(50);
      if (ending) return;
      try {
        await bringUp(it);
        say(`  ✓ ${it.service.title} is back after ${((Date.now() - since) / 1000).toFixed(1)} s`);
        return;
      } catch (error) {
        if (!ending) say(`  ! ${messageOf(error)}`);
      }
    }
  };

  const stopAll = async (order: readonly string[]): Promise<void> => {
    for (const task of tasks) await task.stop(['SIGTERM'], 2_000);
    for (const name of order) {
      const it = kept.get(name);
      await it?.child?.stop(it.service.stopSignals, it.service.stopGrace);
    }
    await Promise.allSettled(comingUp);
  };

  return {
    start: async (service) => {
      if (ending) throw ended();
      const it: Kept = { service, child: null, ready: false, startedAt: 0, failures: 0 };
      kept.set(service.name, it);
      await bringUp(it);
    },
    run: async (title, command, log) => {
      const before = sizeOf(log);
      if (ending) throw ended();
      const child = await launch(command, log);
      tasks.add(child);
      const exit = await child.exited;
      tasks.delete(child);
      if (ending) throw ended();
      if (exit.code !== 0) throw new StackFault(`${title} failed. ${suspect() ?? `The log is ${log}`}\n${tail(log, before, 20)}`);
    },
    stop: (order) => (ending ??= stopAll(order)),
  };
}

const describe = ({ code, signal }: Exit): string => (signal ? `was ended by ${signal}` : `ended with exit code ${code ?? '?'}`);
