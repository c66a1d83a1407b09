/** The tables of docs/processes: which ways reach what, by walking them purely, and where else each is walked. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../cli/stack/places.ts';
import type { Json } from '../../domain/json.ts';
import type { Field, ProcessDefinition } from '../../domain/model/types.ts';
import type { Place, Proof, ShownEnd, ShownWalk } from '../../processes/proof.ts';
import { groundWalks, isOverHttp, isThroughDays, type Act, type Walk } from '../../processes/walk.ts';
import type { Driver } from '../engine/driver.ts';
import { shown, type Shown } from './shown.ts';

const stackSpecs = (): readonly (readonly [file: string, text: string])[] =>
  readdirSync(join(projectRoot, 'processes'), { recursive: true, encoding: 'utf8' }).filter((f) => f.endsWith('.stack.test.ts')).sort()
    .map((f) => [`processes/${f.replaceAll('\\', '/')}`, readFileSync(join(projectRoot, 'processes', f), 'utf8')] as const);

/** The specs that walk the ways of a process, by the calls in their text. */
export const specsOf = (key: string, call: 'waysOverHttp' | 'waysThroughDays', specs = stackSpecs()): readonly string[] =>
  specs.filter(([, text]) => [...text.matchAll(new RegExp(`${call}\\(([^)]*)\\)`, 'g'))].some(([, keys = '']) => keys.split(',').some((k) => k.trim() === `'${key}'`))).map(([file]) => file);

interface Walked { readonly name: string; readonly way: Walk; readonly nodes: ReadonlySet<string>; readonly values: ReadonlySet<string>; readonly outcome: string | null }

const isGround = (id: string, { type }: Field): boolean => type === 'choice' && /ground$/i.test(id);
const valueId = (field: string, value: Json): string => `${field} = ${String(value)}`;

const walked = new Map<string, readonly Walked[]>();
/** What each way comes to, walked once however often it is asked for. */
function walkedOf({ model, walks, walker }: Shown): readonly Walked[] {
  const known = walked.get(model.key);
  if (known) return known;
  const fields = Object.entries(model.fields).filter(([id, f]) => isGround(id, f) || (f.type === 'integer' && /ground$/i.test(id))).map(([id]) => id);
  const all = Object.entries({ ...walks.walks, ...groundWalks(walks) }).map(([name, way]): Walked => {
    const values = new Set<string>();
    const look = (d: Driver): void => { for (const field of fields) if (d.state.data[field] != null) values.add(valueId(field, d.state.data[field])); };
    const d = walker.walk(way, undefined, look, { fast: true });
    look(d);
    const nodes = new Set(d.events.flatMap(({ body }) => (body.type === 'token.moved' || body.type === 'token.created' ? [body.node] : [])));
    return { name, way, nodes, values, outcome: d.state.outcome };
  });
  walked.set(model.key, all);
  return all;
}

const placesOf = (way: Walk, { scenario, ownSpecs }: Shown): readonly Place[] => ['purely', ...(ownSpecs ? [ownSpecs.lapsing.includes(way) ? ('days' as const) : ('http' as const)] : scenario ? [] : isOverHttp(way) ? ['http' as const] : isThroughDays(way) ? ['days' as const] : [])];

/** The outcomes of cases of that process to which a way of another leads, where it is walked for good. */
function ledTo(key: string, { model }: Shown, acts: readonly Act[], others: Walk['others']): readonly string[] {
  const called = acts.flatMap((act): readonly string[] => {
    if (!('called' in act)) return [];
    const node = model.nodes.find((n) => n.id === act.called);
    return node?.type === 'callActivity' && node.process === key ? [act.outcome] : [];
  });
  return [...called, ...(others?.[key] ?? [])];
}

/** Ways of every process through which a case of this one ends so. */
function led(key: string, outcome: string): readonly ShownWalk[] {
  return shown.flatMap((one) => Object.entries(one.walks.walks).flatMap(([name, way]): ShownWalk[] => {
    const [, place] = placesOf(way, one);
    return place !== undefined && ledTo(key, one, way.acts, way.others).includes(outcome) ? [{ process: one.model.key, name, title: way.title, places: [place] }] : [];
  }));
}

const inScenario = ({ model, scenario }: Shown, outcome: string): readonly ShownWalk[] => (scenario?.outcomes.includes(outcome) ? [{ process: model.key, name: 'scenario', title: scenario.title, places: ['http'] }] : []);

const endsOf = ({ nodes }: ProcessDefinition) => nodes.filter((n) => n.type === 'endEvent');

export function proofOf(one: Shown): Proof {
  const { model, boundaries } = one;
  const ways = walkedOf(one).filter(({ way }) => way.outcome !== null);
  const wrong = ways.filter(({ way, outcome }) => outcome !== way.outcome).map(({ name }) => name);
  if (wrong.length > 0) throw new Error(`${model.key} does not end as these walks say: ${wrong.join(', ')}`);
  const own = (which: (w: Walked) => boolean): readonly ShownWalk[] => ways.filter(which).map(({ name, way }) => ({ process: model.key, name, title: way.title, places: placesOf(way, one) }));
  const ends = endsOf(model);
  const inParts = ends.filter((n) => n.parent !== undefined);
  const grounds = Object.entries(model.fields).flatMap(([id, field]): ShownEnd[] => {
    const values: readonly (readonly [Json, string])[] = isGround(id, field) ? (field.options ?? []).map((o) => [o.value, o.label.zh] as const)
      : field.type === 'integer' && /ground$/i.test(id) && field.max !== undefined ? Array.from({ length: field.max - (field.min ?? 1) + 1 }, (_, i) => [i + (field.min ?? 1), `第${i + (field.min ?? 1)}项`] as const) : [];
    return values.map(([value, label]) => ({ id: valueId(id, value), name: `${field.label.zh}：${label}`, walks: own((w) => w.values.has(valueId(id, value))) }));
  });
  const specs = stackSpecs();
  return {
    outcomes: ends.filter((n) => n.parent === undefined).map((n) => {
      const outcome = n.outcome ?? '';
      return { id: n.id, name: model.outcomes[outcome]?.zh ?? n.name.zh, walks: [...own((w) => w.nodes.has(n.id)), ...led(model.key, outcome), ...inScenario(one, outcome)] };
    }),
    ends: inParts.map((n) => ({ id: n.id, name: `${model.nodes.find((p) => p.id === n.parent)?.name.zh ?? ''}：${n.name.zh}`, walks: own((w) => w.nodes.has(n.id)) })),
    grounds, boundaries,
    specs: {
      purely: `processes/${folderOf(model.key)}walk.test.ts`,
      http: one.ownSpecs?.http ?? one.scenario?.spec ?? specsOf(model.key, 'waysOverHttp', specs)[0] ?? null, days: one.ownSpecs?.days ?? specsOf(model.key, 'waysThroughDays', specs)[0] ?? null,
    },
  };
}

const awards: Readonly<Record<string, string>> = { 'quality-award': 'cycle', 'award-application': 'application', 'award-objection': 'objection', 'award-revocation': 'revocation', commendation: 'commendation' };
const folderOf = (key: string): string => (key in awards ? `quality-award/${awards[key]}/` : `${key}/`);
