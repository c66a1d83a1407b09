/** The limits of a process at their last moment: an act is in time until 24:00 of the due day (of an hour, until it is over), and one moment later it is late. */
import { expect, it } from 'vitest';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import type { Act, Walk } from '../../processes/walk.ts';
import { dueOf, type PureWalker } from './walk-purely.ts';

export interface Boundary {
  readonly clock: string;
  /** Up to where the clock runs, and what then ends it in time. */
  readonly way: Walk;
  readonly ends: readonly Act[];
  /** Start (civil day at 10:00 of China, or instant) → last day; of hours the moment in China ("2026-10-01 22:30"). */
  readonly on: Readonly<Record<string, string>>;
  /** What follows where time has run out and nobody acted; absent: the step stays open and the act is late. */
  readonly lapsesTo?: string;
}

const dayMs = 86_400_000;
const inChina = (iso: string): number => Date.parse(`${iso.replace(' ', 'T')}${iso.includes(' ') ? ':00' : 'T00:00:00'}+08:00`) + (iso.includes(' ') ? 0 : dayMs);

/** One test for each start, and one that no clock is left out. */
export function describeBoundaries(model: ProcessDefinition, walker: PureWalker, rows: readonly Boundary[]): void {
  it('every clock has its boundary', () => expect(new Set(rows.map((r) => r.clock))).toEqual(new Set(model.clocks.map((c) => c.id))));
  const cases = rows.flatMap((row) => Object.entries(row.on).map(([from, due]) => [row.clock, from, due, row] as const));
  it.each(cases)('%s from %s: in time until the end of %s, late one moment after', (clock, from, due, { way, ends, lapsesTo }) => {
    const end = inChina(due);
    const open = () => walker.walk(way, from);
    expect(dueOf(open(), clock)).toBe(new Date(end).toISOString());

    const inTime = open().until(new Date(end - 1).toISOString());
    expect(inTime.bodies('clock.breached').filter((b) => b.clock === clock)).toEqual([]);
    for (const act of ends) walker.act(inTime, act);
    expect(inTime.bodies('clock.stopped').filter((b) => b.clock === clock).map((b) => b.reason)).toEqual(['met']);

    const late = open().until(new Date(end).toISOString());
    if (lapsesTo !== undefined) {
      walker.runJobs(late);
      expect([late.state.status === 'closed' ? late.state.outcome : Object.values(late.state.tokens).map((t) => t.node)].flat()).toContain(lapsesTo);
      return;
    }
    expect(late.bodies('clock.breached').filter((b) => b.clock === clock)).toHaveLength(1);
    for (const act of ends) walker.act(late, act);
    expect(late.bodies('clock.stopped').filter((b) => b.clock === clock).map((b) => b.reason)).toEqual(['late']);
  });
}
