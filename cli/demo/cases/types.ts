/** A demo case (演示案件): what is filed at the first start, over HTTP and by the demo people. */
import type { JsonObject } from '../../../domain/json.ts';
import type { Doing } from '../beside.ts';
import { isDeed, onDay, type Walk, type Walks } from '../../../processes/walk.ts';

/** `person`: who takes it; where absent, `whoTakes` of the case says it. `process`: it is done in a case of that process, to which this one has led. */
export interface DemoStep { readonly process?: string; readonly person?: string; readonly node: string; readonly outcome: string; readonly data?: JsonObject }
/** Something that people do beside the steps. */
export interface DemoDoing { readonly doing: Doing; readonly name: string }
export interface DemoCase {
  readonly process: string;
  /** Part of the idempotency keys: never changed, never used again. */
  readonly key: string;
  readonly starter: string;
  readonly agency: string;
  readonly data: JsonObject;
  readonly steps: readonly (DemoStep | DemoDoing)[];
  readonly whoTakes?: (step: string, pool: string) => string;
  /** A case, before it in the list, that has to have come to a step first. `numberOfThat` in the data becomes its number (案号). */
  readonly after?: { readonly key: string; readonly step: string };
}
export const numberOfThat = '#number';
/** The civil day that many days after the day of filing. */
export type DayAt = (daysFromToday: number) => string;

/** A demo case that goes a way of its process, as far as `walk` goes (processes/walk.ts, upTo). */
export function fromWalk({ process, whoTakes }: Walks, key: string, { starter, agency, start, acts }: Walk, day: DayAt, beside: Readonly<Record<string, Doing>> = {}): DemoCase {
  const steps = acts.flatMap((act): readonly (DemoStep | DemoDoing)[] => {
    const doing = 'beside' in act ? beside[act.beside] : undefined;
    if ('beside' in act && doing) return [{ doing, name: act.beside }];
    // The other case is really there, and tells it by itself.
    if ('told' in act || 'closed' in act) return [];
    if (!isDeed(act) && !('at' in act)) throw new Error(`the demo case ${key} has to do with what people fill in`);
    const [node, outcome, data = {}, person] = isDeed(act) ? act : act.deed;
    return [{ node, outcome, data: onDay(data, day(0)), ...(person ? { person } : {}), ...(isDeed(act) ? {} : { process: act.at }) }];
  });
  return { process, key, starter, agency, data: onDay(start, day(0)), steps, whoTakes };
}
