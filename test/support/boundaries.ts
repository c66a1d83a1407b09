/** The limits of a process at their last moment: an act is in time until 24:00 of the due day (of an hour, until it is over), and one moment later it is late. */
import { expect, it } from 'vitest';
import { dayOf } from '../../domain/calendar/civil-day.ts';
import type { Budget } from '../../domain/calendar/types.ts';
import type { ClockRuleChoice } from '../../domain/model/types.ts';
import { boundaryKinds, isOfKind, type Boundary, type BoundaryKind } from '../../processes/boundary.ts';
import { onDay } from '../../processes/walk.ts';
import { drive, type Driver } from '../engine/driver.ts';
import type { Shown } from './shown.ts';

const dayMs = 86_400_000;
const inChina = (iso: string): number => Date.parse(`${iso.replace(' ', 'T')}${iso.includes(' ') ? ':00' : 'T00:00:00'}+08:00`) + (iso.includes(' ') ? 0 : dayMs);
const instant = (ms: number): string => new Date(ms).toISOString();
const limit = ({ budget, basis }: { readonly budget: Budget; readonly basis: ClockRuleChoice['basis'] }): string => `${budget.amount} ${budget.unit}, ${basis.internal === true ? 'internal' : `${basis.instrument.zh}${basis.article}`}`;

type Start = readonly [kind: BoundaryKind | null, from: string, last: string];
const startsOf = ({ on, also = {} }: Boundary): readonly Start[] => [
  ...boundaryKinds.flatMap((kind): Start[] => { const at = on[kind]; return typeof at === 'string' ? [] : [[kind, ...at]]; }),
  ...Object.entries(also).map(([from, last]): Start => [null, from, last]),
];

/** One test for each start, and one that no rule of a clock is left out. */
export function describeBoundaries({ model, walker, walks, boundaries }: Shown): void {
  const ruleOf = ({ clock, rule = 0 }: Boundary): ClockRuleChoice => {
    const found = model.clocks.find((c) => c.id === clock)?.rules[rule];
    if (!found) throw new Error(`${model.key} has no clock ${clock} with a rule ${rule}`);
    return found;
  };
  it('every rule of every clock has its boundary, and each start is of its kind', () => {
    expect(boundaries.map(({ clock, rule = 0 }) => `${clock} ${rule}`).sort()).toEqual(model.clocks.flatMap((c) => c.rules.map((_, i) => `${c.id} ${i}`)).sort());
    for (const row of boundaries) expect(startsOf(row).length, row.clock).toBeGreaterThan(0);
  });
  const cases = boundaries.flatMap((row) => startsOf(row).map(([kind, from, last]) => [`${row.clock}${row.rule === undefined ? '' : ` (${row.rule})`}`, kind ?? 'also', from, last, row] as const));
  it.each(cases)('%s, %s: from %s in time until the end of %s, not one moment after', (_clock, kind, from, last, row) => {
    const { clock, way, since, lapsesTo, received, outage } = row;
    const ends = outage ? [] : row.ends;
    const rule = ruleOf(row);
    const end = inChina(last);
    const definition = model.clocks.find((c) => c.id === clock);
    const stops = (d: Driver, no: number) => d.bodies('clock.stopped').filter((b) => b.clockNo === no).map((b) => b.reason);
    const breaches = (d: Driver, no: number): number => d.bodies('clock.breached').filter((b) => b.clockNo === no).length;

    if (since !== undefined) {
      const filedAt = (ms: number) => {
        const d = drive(model, instant(ms), way.agency).start({ ...onDay(way.start, dayOf(ms)), [since]: from }, walker.actor(way.starter));
        return d.bodies('clock.stopped').filter((b) => b.clock === clock).map((b) => b.reason);
      };
      expect([filedAt(end - 1), filedAt(end)]).toEqual([['met'], ['late']]);
      if (kind !== 'also') expect(isOfKind(kind, from, last, rule), `${kind}: ${from} – ${last}`).toBe(true);
      return;
    }
    const open = (): { readonly d: Driver; readonly no: number } => {
      const d = walker.walk(way, from, undefined, { fast: true, ...(received === undefined ? {} : { receivedOn: received }) });
      if (outage) {
        const [step, outcome, data = {}, by] = outage;
        d.complete(step, outcome, onDay(data, d.now), walker.actor(by ?? walks.whoTakes(step, d.state.tasks[d.task(step)]?.pool ?? '')));
      }
      const running = Object.values(d.state.clocks).filter((c) => c.clock === clock && c.breachedAt === null && !c.paused).at(-1);
      if (!running) throw new Error(`${clock} does not run`);
      return { d, no: running.id };
    };
    const { d: inTime, no } = open();
    const started = inTime.bodies('clock.started').find((b) => b.clockNo === no);
    // A day that is counted back from another is recorded as so many days until then.
    if (definition?.endsOn === undefined) expect(started && limit(started.rule)).toBe(limit(rule));
    else expect(started?.rule.basis).toEqual(rule.basis);
    expect(inTime.state.clocks[no]?.dueAt).toBe(instant(end));
    if (kind !== 'also' && definition?.endsOn === undefined) expect(isOfKind(kind, dayOf(started?.startedAt ?? ''), last, rule), `${kind}: ${started?.startedAt} – ${last}`).toBe(true);

    inTime.until(instant(end - 1));
    expect([breaches(inTime, no), stops(inTime, no)]).toEqual([0, []]);
    if (outage || ends.length > 0) {
      if (outage) walker.runJobs(inTime);
      for (const act of ends) walker.act(inTime, act);
      expect([breaches(inTime, no), stops(inTime, no)]).toEqual([0, ['met']]);
    }
    const late = open().d.until(instant(end));
    if (!outage) walker.runJobs(late);
    // A right that was not used, or a time that had to pass, is no breach of a duty.
    if (definition?.breach === 'lapse') expect([breaches(late, no), stops(late, no).length]).toEqual([0, 1]);
    else expect(breaches(late, no)).toBe(1);
    if (lapsesTo !== undefined) expect([late.state.outcome ?? [], Object.values(late.state.tokens).map((t) => t.node), late.openNodes()].flat()).toContain(lapsesTo);
    else if (definition?.breach !== 'lapse' && ends.length > 0) {
      for (const act of ends) walker.act(late, act);
      expect(stops(late, no)).toEqual(['late']);
    }
  });
  it('the walks are those of the process', () => expect(walks.process).toBe(model.key));
}
