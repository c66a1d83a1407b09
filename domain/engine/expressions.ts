/**
 * FEEL over a case. The context of every expression: each field of the process by name (null where it has no value),
 * `outcome` = {step: outcome of its last completion}, `case` = {id, agency, agencyName, region, receivedOn, number, title},
 * `limit` = {clock: {amount, unit}}: internal limits (内部时限) as they hold in this case.
 */
import { evaluate } from 'feelin';
import { agencyById } from '../authority/agencies.ts';
import { dayOf } from '../calendar/civil-day.ts';
import type { Json, JsonObject } from '../json.ts';
import { evaluateTable } from '../decisions/decision-table.ts';
import { configurableLimits } from '../model/limits.ts';
import type { BusinessRuleTask, Feel, ProcessDefinition } from '../model/types.ts';
import { indexModel } from './index-model.ts';
import { Refusal } from './refusal.ts';
import type { CaseState, Visit } from './state.ts';

/** @param scope inside it, the items of the multi-instance activities around are seen by their names */
export function expressionContext(model: ProcessDefinition, state: CaseState, scope = 0): Record<string, unknown> {
  const context: Record<string, unknown> = {};
  for (const field of Object.keys(model.fields)) context[field] = state.data[field] ?? null;
  const outcome: Record<string, string | null> = {};
  for (const node of model.nodes) if (node.type === 'userTask') outcome[node.id] = counted(state.visits[node.id]);
  context['outcome'] = outcome;
  context['limit'] = Object.fromEntries(configurableLimits(model).map(({ clock, standard }) => [clock.id, { ...(state.limits?.[clock.id]?.budget ?? standard) }]));
  context['case'] = { id: state.caseId, agency: state.agency, agencyName: agencyById(state.agency)?.name.zh ?? '', region: state.region, receivedOn: dayOf(state.receivedAt), number: state.number, title: state.title };
  const seen = new Set<string>();
  for (let at = state.scopes[scope]; at; at = state.scopes[at.parent]) {
    const node = at.index === null ? undefined : indexModel(model).node(at.node);
    const name = node?.type === 'userTask' || node?.type === 'subProcess' || node?.type === 'callActivity' ? node.multi?.item : undefined;
    // The innermost wins where two have one name.
    if (name !== undefined && !seen.has(name)) {
      seen.add(name);
      context[name] = at.item;
    }
  }
  return context;
}

/** What a return has taken back does not count. */
const counted = (visit: Visit | undefined): string | null => (visit === undefined || visit.undone ? null : visit.outcome);

/** @throws Refusal model.expression where the expression cannot be parsed or gives something that is not JSON. */
export function evaluateFeel(expression: Feel, context: Record<string, unknown>, where: string): Json {
  let value: unknown;
  // A plain name needs no interpreter; of 5,000 instances each asks for its item.
  if (/^[a-zA-Z]\w*$/.test(expression) && Object.hasOwn(context, expression)) return toJson(context[expression], where, expression);
  try {
    value = evaluate(expression, named(expression, context)).value;
  } catch (error) {
    throw new Refusal('model.expression', { where, expression, message: error instanceof Error ? error.message : String(error) });
  }
  return toJson(value, where, expression);
}

/** Only what the expression can name: the interpreter goes through the whole of its context, and a case may hold long lists. */
const named = (expression: Feel, context: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(Object.entries(context).filter(([name]) => expression.includes(name)));

/** FEEL is three-valued: only true lets a condition pass (DMN 1.5 §10.3.2.12). */
export const isTrue = (expression: Feel, context: Record<string, unknown>, where: string): boolean =>
  evaluateFeel(expression, context, where) === true;

export function evaluateAll(expressions: Readonly<Record<string, Feel>>, context: Record<string, unknown>, where: string): JsonObject {
  return Object.fromEntries(Object.entries(expressions).map(([name, e]) => [name, evaluateFeel(e, context, `${where}.${name}`)]));
}

/** @throws Refusal model.expression where the table gives no answer: its rules contradict each other, or a cell cannot be evaluated */
export function decideByTable(model: ProcessDefinition, { id, decision }: BusinessRuleTask, context: Record<string, unknown>): Json {
  const table = model.decisions?.find((t) => t.id === decision);
  if (!table) throw new Error(`definition ${model.key} v${model.version} has no decision ${decision}; it must not have been registered`);
  const answer = evaluateTable(table, context);
  if (!answer.ok) throw new Refusal('model.expression', { where: id, expression: decision, message: answer.message });
  return answer.value;
}

function toJson(value: unknown, where: string, expression: string): Json {
  if (value === undefined) return null;
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  if (Array.isArray(value)) return value.map((item) => toJson(item, where, expression));
  if (typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, toJson(v, where, expression)]));
  }
  // FEEL dates and durations have a canonical text; anything else (functions, ranges) has no place in case data.
  const printed = String(value);
  if (/^[-\dPT:.+Z]+$/.test(printed)) return printed;
  throw new Refusal('model.expression', { where, expression, message: 'the value is not JSON' });
}
