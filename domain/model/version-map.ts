/** How the parts of one version of a process answer to those of another: by their ids, or as a mapping says. */
import type { Flow, ProcessDefinition } from './types.ts';

/** 迁移对应关系. Whatever is not named keeps its id. */
export interface MigrationMapping {
  /** Old step → new step; null: it is given up (a timer beside a step, or a step that is done). */
  readonly steps?: Readonly<Record<string, string | null>>;
  /** Old clock → new clock; null: the limit ends with the migration. */
  readonly clocks?: Readonly<Record<string, string | null>>;
  /** Old field → new field; null: what it holds stays in the record and is no longer shown. */
  readonly fields?: Readonly<Record<string, string | null>>;
  /** Running clocks, by their old ids, that go over to the limit of the new version; the others keep the one with which they started. */
  readonly newRules?: readonly string[];
}

/** Each look-up gives the id in the new version, or null where there is none. */
export interface VersionMap {
  readonly step: (id: string) => string | null;
  readonly flow: (id: string) => string | null;
  readonly clock: (id: string) => string | null;
  readonly field: (id: string) => string | null;
}

export function versionMap(from: ProcessDefinition, to: ProcessDefinition, mapping: MigrationMapping): VersionMap {
  const [steps, clocks] = [new Set(to.nodes.map((n) => n.id)), new Set(to.clocks.map((c) => c.id))];
  const step = lookUp(mapping.steps, (id) => steps.has(id));
  const flows = new Map(from.flows.map((f) => [f.id, f]));
  const sameEnds = ({ from: source, to: target }: Flow): readonly Flow[] => to.flows.filter((f) => f.from === step(source) && f.to === step(target));
  return {
    step,
    clock: lookUp(mapping.clocks, (id) => clocks.has(id)),
    field: lookUp(mapping.fields, (id) => Object.hasOwn(to.fields, id)),
    // Ids of flows are nobody's concern: a flow is known by what it connects.
    flow: (id) => {
      const old = flows.get(id);
      const found = old ? sameEnds(old) : [];
      return (found.find((f) => f.id === id) ?? found.find((f) => f.condition === old?.condition) ?? found[0])?.id ?? null;
    },
  };
}

function lookUp(map: Readonly<Record<string, string | null>> = {}, known: (id: string) => boolean): (id: string) => string | null {
  return (id) => {
    const mapped = Object.hasOwn(map, id) ? map[id] ?? null : id;
    return mapped !== null && known(mapped) ? mapped : null;
  };
}

export interface MappingProblem { readonly kind: 'steps' | 'clocks' | 'fields' | 'newRules'; readonly id: string; readonly in: 'from' | 'to' }

/** Names in a mapping that neither version has: an error of whoever wrote it, whatever the cases. */
export function mappingProblems(from: ProcessDefinition, to: ProcessDefinition, mapping: MigrationMapping): readonly MappingProblem[] {
  const ids = (model: ProcessDefinition) => ({ steps: new Set(model.nodes.map((n) => n.id)), clocks: new Set(model.clocks.map((c) => c.id)), fields: new Set(Object.keys(model.fields)) });
  const [old, next] = [ids(from), ids(to)];
  const wrong = (['steps', 'clocks', 'fields'] as const).flatMap((kind) =>
    Object.entries(mapping[kind] ?? {}).flatMap(([source, target]): MappingProblem[] => [
      ...(old[kind].has(source) ? [] : [{ kind, id: source, in: 'from' } as const]),
      ...(target === null || next[kind].has(target) ? [] : [{ kind, id: target, in: 'to' } as const]),
    ]));
  return [...wrong, ...(mapping.newRules ?? []).flatMap((id): MappingProblem[] => (old.clocks.has(id) ? [] : [{ kind: 'newRules', id, in: 'from' }]))];
}
