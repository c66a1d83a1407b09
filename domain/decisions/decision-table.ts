/**
 * Decision tables (决策表) of OMG DMN 1.5 §8, with FEEL in every cell. Pure; a table is data, part of a process definition.
 */
import { evaluate, unaryTest } from 'feelin';
import { assertNever } from '../assert-never.ts';
import type { Json } from '../json.ts';
import type { Text } from '../text.ts';

/** §8.2.8. Single hit: UNIQUE, ANY, PRIORITY, FIRST. Multiple hit: OUTPUT ORDER, RULE ORDER, COLLECT. */
export type HitPolicy = 'UNIQUE' | 'ANY' | 'PRIORITY' | 'FIRST' | 'OUTPUT ORDER' | 'RULE ORDER' | 'COLLECT';
export type Aggregation = 'SUM' | 'MIN' | 'MAX' | 'COUNT';

export interface DecisionTable {
  readonly id: string;
  readonly name: Text;
  readonly hitPolicy: HitPolicy;
  /** Only with COLLECT and a single output. */
  readonly aggregation?: Aggregation;
  readonly inputs: readonly { readonly label: Text; readonly expression: string }[];
  readonly outputs: readonly {
    readonly name: string;
    /** FEEL literals in falling priority (§8.2.8): needed by PRIORITY and OUTPUT ORDER. */
    readonly values?: readonly string[];
    /** FEEL; the result where no rule matches (§8.2.11). */
    readonly default?: string;
  }[];
  /** Cells in the order of inputs and outputs. An input cell is a unary test, "-" = irrelevant. */
  readonly rules: readonly { readonly when: readonly string[]; readonly then: readonly string[]; readonly annotation?: string }[];
}

export type DecisionResult =
  /** One output: its value; several: an object by output name; multiple hit: a list of these. Null where nothing matched. */
  | { readonly ok: true; readonly value: Json; readonly matched: readonly number[] }
  | { readonly ok: false; readonly code: 'not-unique' | 'not-the-same' | 'no-priority' | 'not-a-number' | 'expression'; readonly message: string; readonly rules: readonly number[] };

type Context = Readonly<Record<string, unknown>>;
type Row = Readonly<Record<string, Json>>;
interface Hit { readonly rule: number; readonly row: Row }

/** @param context the variables that expressions may name. Rule numbers in answers count from 1, as in the printed table. */
export function evaluateTable(table: DecisionTable, context: Context): DecisionResult {
  let hits: readonly Hit[];
  try {
    hits = matches(table, context);
  } catch (error) {
    return fail('expression', error instanceof Error ? error.message : String(error), []);
  }
  if (hits.length === 0) return table.aggregation === 'COUNT' ? { ok: true, value: 0, matched: [] } : byDefault(table, context);
  const numbers = hits.map((h) => h.rule);
  const one = (hit: Hit | undefined): DecisionResult => ({ ok: true, value: hit ? flat(table, hit.row) : null, matched: hit ? [hit.rule] : [] });
  const all = (list: readonly Hit[]): DecisionResult => ({ ok: true, value: list.map((h) => flat(table, h.row)), matched: list.map((h) => h.rule) });
  switch (table.hitPolicy) {
    case 'UNIQUE':
      return hits.length === 1 ? one(hits[0]) : fail('not-unique', `rules ${numbers.join(', ')} match at once`, numbers);
    case 'ANY':
      return new Set(hits.map((h) => JSON.stringify(h.row))).size === 1 ? one(hits[0]) : fail('not-the-same', `rules ${numbers.join(', ')} give different results`, numbers);
    case 'FIRST':
      return one(hits[0]);
    case 'RULE ORDER':
      return all(hits);
    case 'PRIORITY':
    case 'OUTPUT ORDER': {
      const sorted = byPriority(table, hits, context);
      if (sorted === null) return fail('no-priority', 'an output is not among the output values that give the priority', numbers);
      return table.hitPolicy === 'PRIORITY' ? one(sorted[0]) : all(sorted);
    }
    case 'COLLECT':
      return table.aggregation === undefined ? all(hits) : aggregate(table, hits, table.aggregation);
    default:
      return assertNever(table.hitPolicy);
  }
}

const fail = (code: Extract<DecisionResult, { ok: false }>['code'], message: string, rules: readonly number[]): DecisionResult => ({ ok: false, code, message, rules });

function matches(table: DecisionTable, context: Context): readonly Hit[] {
  const inputs = table.inputs.map((input) => evaluate(input.expression, context).value);
  return table.rules.flatMap((rule, i) => {
    const matching = rule.when.every((cell, n) => cell.trim() === '-' || unaryTest(cell, { ...context, '?': inputs[n] }).value === true);
    if (!matching) return [];
    const row = Object.fromEntries(table.outputs.map((output, n) => [output.name, json(evaluate(rule.then[n] ?? 'null', context).value)]));
    return [{ rule: i + 1, row }];
  });
}

function byDefault(table: DecisionTable, context: Context): DecisionResult {
  const many = table.hitPolicy === 'RULE ORDER' || table.hitPolicy === 'OUTPUT ORDER' || (table.hitPolicy === 'COLLECT' && table.aggregation === undefined);
  if (table.outputs.every((o) => o.default === undefined)) return { ok: true, value: many ? [] : null, matched: [] };
  const row = Object.fromEntries(table.outputs.map((o) => [o.name, o.default === undefined ? null : json(evaluate(o.default, context).value)]));
  return { ok: true, value: many ? [flat(table, row)] : flat(table, row), matched: [] };
}

/** §8.2.8: by the first output's priority, then the second's, and so on; equal rows stay in the order of the rules. Null = a value has no rank. */
function byPriority(table: DecisionTable, hits: readonly Hit[], context: Context): readonly Hit[] | null {
  const ranks = table.outputs.map((o) => (o.values ?? []).map((v) => JSON.stringify(json(evaluate(v, context).value))));
  const ranked = hits.map((hit) => ({
    hit,
    rank: table.outputs.flatMap((o, n) => (o.values === undefined ? [] : [ranks[n]?.indexOf(JSON.stringify(hit.row[o.name])) ?? -1])),
  }));
  if (ranked.some((r) => r.rank.length === 0 || r.rank.includes(-1))) return null;
  const compare = (a: readonly number[], b: readonly number[]): number => {
    for (let i = 0; i < a.length; i++) if (a[i] !== b[i]) return (a[i] ?? 0) - (b[i] ?? 0);
    return 0;
  };
  return ranked.toSorted((a, b) => compare(a.rank, b.rank)).map((r) => r.hit);
}

function aggregate(table: DecisionTable, hits: readonly Hit[], how: Aggregation): DecisionResult {
  const numbers = hits.map((h) => h.rule);
  const values = hits.map((h) => flat(table, h.row));
  // §8.2.8: COUNT counts distinct outputs; the others need numbers.
  if (how === 'COUNT') return { ok: true, value: new Set(values.map((v) => JSON.stringify(v))).size, matched: numbers };
  const sums = values.filter((v): v is number => typeof v === 'number');
  if (sums.length !== values.length) return fail('not-a-number', `${how} needs numbers`, numbers);
  const value = how === 'SUM' ? sums.reduce((a, b) => a + b, 0) : how === 'MIN' ? Math.min(...sums) : Math.max(...sums);
  return { ok: true, value, matched: numbers };
}

const flat = (table: DecisionTable, row: Row): Json => (table.outputs.length === 1 && table.outputs[0] ? (row[table.outputs[0].name] ?? null) : row);

const json = (value: unknown): Json => (value === undefined ? null : (JSON.parse(JSON.stringify(value)) as Json));
