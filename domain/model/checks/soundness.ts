/**
 * Soundness (van der Aalst): from whatever the case has come to, it can still be closed; nothing waits for ever; nothing is there for nothing.
 * Found by exploring every marking of the control flow. Choices are free: conditions on data are taken as possible either way,
 * an event may occur before or after its step is done, one that can occur again does so at most `repetitions` times at once.
 * An event sub-process is a level of its own. It takes no token of the flow beside it, or all of them; either way nothing is left behind.
 * A side path (side-paths.ts) is looked at by itself.
 */
import { interrupts, isTriggered } from '../catchers.ts';
import type { BoundaryEvent, EndEvent, Flow, Node, ProcessDefinition, ThrowEvent } from '../types.ts';
import { waysOf } from '../ways.ts';
import { inclusiveJoinReady } from '../inclusive-join.ts';
import { isOnSidePath, sidePathsOf } from '../side-paths.ts';
import { closure } from './closure.ts';
import { problem, type ModelProblem } from './problem.ts';

const repetitions = 2;
const usualLimit = 20_000;

/** A token: where it is, the flow by which it came (only joins look at it), and how often each event beside it has occurred. */
interface Token { readonly node: string; readonly flow: string; readonly fired: string }
interface Marking {
  readonly tokens: readonly Token[];
  /** Outcome of an end event that was reached while other paths went on; null where there was none. */
  readonly early: string | null;
  readonly key: string;
  readonly parent: Marking | null;
  /** The node that acted to lead here. */
  readonly by: string;
}
interface Step { readonly by: string; readonly tokens: readonly Token[]; readonly early: string | null; readonly closes?: string; /** It ends the level, whatever else was going on in it. */ readonly breaksOff?: boolean }

const tokenKey = (t: Token): string => `${t.node}/${t.flow}/${t.fired}`;

/** @param limit markings to look at before giving up with `soundness.too-large` */
export function checkSoundness(model: ProcessDefinition, limit = usualLimit): readonly ModelProblem[] {
  const net = readNet(model);
  // Of side paths within side paths each is looked at from its own event.
  const paths = sidePathsOf(model);
  const flow = explore(model, net, { starts: net.starts, nodes: model.nodes.filter((n) => !isOnSidePath(model, n.id)).map((n) => n.id) }, limit);
  const beside = paths.map(({ event, nodes }) => explore(model, net, { starts: [event.id], nodes: [...nodes].filter((id) => !paths.some((p) => p.event.id !== event.id && nodes.has(p.event.id) && p.nodes.has(id))) }, limit));
  // Whatever ends last gives the case its outcome.
  const byOrder = beside.flatMap((side) => [...side.outcomes].filter(([outcome, node]) => !side.breaksOff.has(node) && [...flow.outcomes.keys()].some((o) => o !== outcome)).map(([outcome, node]) => problem('soundness.outcome-by-order', node, [outcome, ...flow.outcomes.keys()].filter(Boolean).join(', '))));
  return [...flow.problems, ...beside.flatMap((side) => side.problems), ...byOrder];
}

interface Explored {
  readonly problems: readonly ModelProblem[];
  /** With which it can end, and where. */
  readonly outcomes: ReadonlyMap<string, string>;
  /** Ends that end everything with them. */
  readonly breaksOff: ReadonlySet<string>;
}

function explore(model: ProcessDefinition, net: Net, { starts, nodes }: { readonly starts: readonly string[]; readonly nodes: readonly string[] }, limit: number): Explored {
  const start = starts[0] ?? '';
  const first = net.begin(starts);
  const outcomes = new Map<string, string>();
  const breaksOff = new Set<string>();
  const seen = new Map<string, Marking>(first.map((m) => [m.key, m]));
  const before = new Map<string, string[]>();
  const closing = new Set<string>();
  const acted = new Set<string>();
  const problems = new Map<string, ModelProblem>();
  const report = (p: ModelProblem): void => void (problems.has(`${p.code} ${p.element}`) || problems.set(`${p.code} ${p.element}`, p));

  const open = [...first];
  for (let current = open.shift(); current; current = open.shift()) {
    const steps = net.steps(current);
    if (steps.length === 0) {
      const stuck = current.tokens.map((t) => t.node);
      report(problem('soundness.deadlock', stuck[0] ?? start, stuck.join(', '), pathTo(current)));
    }
    for (const step of steps) {
      acted.add(step.by);
      if (step.closes !== undefined) {
        closing.add(current.key);
        outcomes.set(step.closes, step.by);
        if (step.breaksOff) breaksOff.add(step.by);
        if (current.early !== null && !step.breaksOff && current.early !== step.closes) report(problem('soundness.outcome-by-order', step.by, `${current.early}, ${step.closes}`, pathTo(current)));
        continue;
      }
      const next = marking(step.tokens, step.early, current, step.by);
      before.set(next.key, [...(before.get(next.key) ?? []), current.key]);
      if (seen.has(next.key)) continue;
      const pile = covered(next);
      if (pile !== null) {
        report(problem('soundness.unbounded', pile, undefined, pathTo(next)));
        // What follows is more of the same. It counts as closing, so that only the cause is reported.
        closing.add(next.key);
        seen.set(next.key, next);
        continue;
      }
      if (seen.size >= limit) return { problems: [...problems.values(), problem('soundness.too-large', model.key, String(limit))], outcomes, breaksOff };
      seen.set(next.key, next);
      open.push(next);
    }
  }

  const canClose = closure(closing, before);
  const lost = [...seen.values()].find((m) => !canClose.has(m.key));
  if (lost && ![...problems.values()].some((p) => p.code === 'soundness.deadlock')) {
    report(problem('soundness.no-completion', lost.by || start, lost.tokens.map((t) => t.node).join(', '), pathTo(lost)));
  }
  // After an unbounded part not everything was looked at.
  if (![...problems.values()].some((p) => p.code === 'soundness.unbounded')) {
    const asides = new Set(model.nodes.filter(isTriggered).map((n) => n.id));
    for (const node of nodes) if (!acted.has(node) && !asides.has(node)) report(problem('soundness.dead', node));
  }
  return { problems: [...problems.values()], outcomes, breaksOff };
}

/** A token at rest. `flow` only at a join, where it matters by which flow it came; else ''. */
export interface Place { readonly node: string; readonly flow: string }

/**
 * Every marking in which a case can stand still: tokens only where a person, a service or time acts, or at joins that wait for more.
 * Whatever leads a case to one of these leaves a sound case (engine/returning.ts, migration).
 * @param level one level of a process (levels.ts)
 * @param from the event with which a side path begins; the start of the level where absent
 * @returns null where there are more than `limit`
 */
export function restingMarkings(level: ProcessDefinition, from?: string, limit = usualLimit): readonly (readonly Place[])[] | null {
  const net = readNet(level);
  const first = net.begin(from === undefined ? net.starts : [from]);
  const seen = new Set(first.map((m) => m.key));
  const resting = new Map<string, readonly Place[]>();
  const open = [...first];
  for (let current = open.pop(); current; current = open.pop()) {
    if (net.rests(current)) {
      const places = current.tokens.map(({ node, flow }) => ({ node, flow }));
      resting.set(places.map((p) => `${p.node}/${p.flow}`).sort().join(' '), places);
    }
    for (const step of net.steps(current)) {
      if (step.closes !== undefined) continue;
      const next = marking(step.tokens, step.early, null, step.by);
      if (seen.has(next.key)) continue;
      if (seen.size >= limit) return null;
      seen.add(next.key);
      open.push(next);
    }
  }
  return [...resting.values()];
}

/** All non-empty selections; beyond eight flows only single ones and all together, which keeps the number of markings finite in practice. */
function subsets<T>(items: readonly T[]): readonly (readonly T[])[] {
  if (items.length > 8) return [...items.map((item) => [item]), items];
  return Array.from({ length: 2 ** items.length - 1 }, (_, bits) => items.filter((_item, i) => ((bits + 1) >> i) & 1));
}

function marking(tokens: readonly Token[], early: string | null, parent: Marking | null, by: string): Marking {
  const sorted = [...tokens].sort((a, b) => (tokenKey(a) < tokenKey(b) ? -1 : 1));
  return { tokens: sorted, early, key: `${sorted.map(tokenKey).join(' ')} ${early ?? ''}`, parent, by };
}

function pathTo(from: Marking): readonly string[] {
  const path: string[] = [];
  for (let m: Marking | null = from; m?.by; m = m.parent) path.push(m.by);
  return path.reverse();
}

/** The node where tokens pile up, if this marking holds all of an earlier one on its way and more (Karp and Miller). */
function covered(next: Marking): string | null {
  for (let m = next.parent; m; m = m.parent) {
    if (m.tokens.length >= next.tokens.length) continue;
    const rest = next.tokens.map(tokenKey);
    if (m.tokens.every((t) => takeOut(rest, tokenKey(t)))) return rest[0]?.split('/')[0] ?? null;
  }
  return null;
}

function takeOut(list: string[], item: string): boolean {
  const at = list.indexOf(item);
  if (at >= 0) list.splice(at, 1);
  return at >= 0;
}

/** Gateways at which it matters by which flow a token came. */
const joins = (node: Node | undefined): boolean => node?.type === 'parallelGateway' || node?.type === 'inclusiveGateway';

interface Net { readonly starts: readonly string[]; /** A case begins by one of them. */ readonly begin: (starts: readonly string[]) => readonly Marking[]; readonly steps: (m: Marking) => readonly Step[]; readonly rests: (m: Marking) => boolean }

function readNet(model: ProcessDefinition): Net {
  const nodes = new Map(model.nodes.map((n) => [n.id, n]));
  const ways = waysOf(model);
  const outgoing = new Map(model.nodes.map((n) => [n.id, ways.filter((f) => f.from === n.id)]));
  const incoming = new Map(model.nodes.map((n) => [n.id, ways.filter((f) => f.to === n.id)]));
  const beside = new Map(model.nodes.map((n) => [n.id, model.nodes.filter((b): b is BoundaryEvent => b.type === 'boundaryEvent' && b.attachedTo === n.id)]));
  const starts = model.nodes.flatMap((n) => (n.type === 'startEvent' ? [n.id] : []));

  const arrive = (node: string, flow: string): Token => ({ node, flow: joins(nodes.get(node)) ? flow : '', fired: '' });
  const along = (flows: readonly Flow[]): Token[] => flows.map((f) => arrive(f.to, f.id));
  const out = (id: string): readonly Flow[] => outgoing.get(id) ?? [];
  const without = (tokens: readonly Token[], ...gone: readonly Token[]): Token[] => tokens.filter((t) => !gone.includes(t));

  const join = ({ tokens, early }: Marking, node: Node): Step | null => {
    const taken: Token[] = [];
    for (const flow of incoming.get(node.id) ?? []) {
      const one = tokens.find((t) => t.node === node.id && t.flow === flow.id);
      if (!one) return null;
      taken.push(one);
    }
    return { by: node.id, tokens: [...without(tokens, ...taken), ...along(out(node.id))], early };
  };

  /** What the engine does by itself the moment a token arrives; null where the token rests for a person, a service or time. */
  const automatic = (m: Marking, token: Token, node: Node): readonly Step[] | null => {
    const rest = without(m.tokens, token);
    switch (node.type) {
      case 'exclusiveGateway':
        return out(node.id).map((f) => ({ by: node.id, tokens: [...rest, ...along([f])], early: m.early }));
      case 'parallelGateway': {
        const joined = join(m, node);
        return joined && [joined];
      }
      case 'endEvent':
        return sends(node) ? null : [ended(rest, node)];
      case 'inclusiveGateway':
        return (incoming.get(node.id) ?? []).length > 1 ? null : inclusiveSplit(m, rest, node);
      case 'throwEvent':
        return sends(node) ? null : [{ by: node.id, tokens: [...rest, ...along(out(node.id))], early: m.early }];
      case 'startEvent':
      case 'boundaryEvent':
      case 'linkEvent':
      case 'scriptTask':
      case 'businessRuleTask':
        return [{ by: node.id, tokens: [...rest, ...along(out(node.id))], early: m.early }];
      default:
        return null;
    }
  };

  /** What is sent leaves the case by a service: the token rests until it is on its way. */
  const sends = ({ throws }: ThrowEvent | EndEvent): boolean => throws?.kind === 'message' || throws?.kind === 'signal';
  const ended = (rest: readonly Token[], node: EndEvent): Step => {
    if (node.throws?.kind === 'error') return { by: node.id, tokens: [], early: null, closes: node.outcome, breaksOff: true };
    return node.terminate || rest.length === 0 ? { by: node.id, tokens: [], early: null, closes: node.outcome, ...(node.terminate ? { breaksOff: true } : {}) } : { by: node.id, tokens: rest, early: node.outcome };
  };

  /** Conditions are free: any of the flows may be taken, and any together. */
  const inclusiveSplit = (m: Marking, rest: readonly Token[], node: Node): readonly Step[] =>
    subsets(out(node.id)).map((flows) => ({ by: node.id, tokens: [...rest, ...along(flows)], early: m.early }));

  const inclusiveJoin = (m: Marking, node: Node): readonly Step[] => {
    const here = m.tokens.filter((t) => t.node === node.id);
    const ready = inclusiveJoinReady({
      gateway: node.id, incoming: (incoming.get(node.id) ?? []).map((f) => f.id), arrived: new Set(here.map((t) => t.flow)),
      elsewhere: m.tokens.filter((t) => t.node !== node.id).map((t) => t.node),
      next: (id) => [...out(id), ...(beside.get(id) ?? []).flatMap((b) => out(b.id))],
    });
    if (!ready) return [];
    const taken = [...new Map(here.map((t) => [t.flow, t])).values()];
    return inclusiveSplit(m, without(m.tokens, ...taken), node);
  };

  const waiting = (m: Marking, token: Token, node: Node): readonly Step[] => {
    if (node.type === 'parallelGateway') return [];
    if (node.type === 'inclusiveGateway') return inclusiveJoin(m, node);
    if (node.type === 'eventGateway') {
      // The event that comes first takes the token; it acts together with the gateway.
      return out(node.id).map((f) => ({ by: node.id, tokens: [...without(m.tokens, token), arrive(f.to, f.id)], early: m.early }));
    }
    const rest = without(m.tokens, token);
    if (node.type === 'endEvent') return [ended(rest, node)];
    const done: Step = { by: node.id, tokens: [...rest, ...along(out(node.id))], early: m.early };
    const events = (beside.get(node.id) ?? []).flatMap((event): Step[] => {
      if (interrupts(event)) return [{ by: event.id, tokens: [...rest, ...along(out(event.id))], early: m.early }];
      if (isOnSidePath(model, event.id)) return [];
      const times = token.fired.split(',').filter((id) => id === event.id).length;
      const once = event.on.kind === 'timer' && !(event.on.timer.kind === 'after' && event.on.timer.repeat);
      if (times >= (once ? 1 : repetitions)) return [];
      const fired = [...token.fired.split(',').filter(Boolean), event.id].sort().join(',');
      return [{ by: event.id, tokens: [...rest, { ...token, fired }, ...along(out(event.id))], early: m.early }];
    });
    return [done, ...events];
  };

  /** Automatic steps do not wait for each other and take nothing from each other, so one of them alone is enough to look at first. */
  const steps = (m: Marking): readonly Step[] => {
    const at = m.tokens.flatMap((token) => {
      const node = nodes.get(token.node);
      return node ? [{ token, node }] : [];
    });
    for (const { token, node } of at) {
      const found = automatic(m, token, node);
      if (found !== null) return found;
    }
    const looked = new Set<string>();
    return at.flatMap(({ token, node }) => {
      const key = tokenKey(token);
      if (looked.has(key)) return [];
      looked.add(key);
      return waiting(m, token, node);
    });
  };
  /** Nothing more happens in it by itself. */
  const rests = (m: Marking): boolean => m.tokens.every((token) => {
    const node = nodes.get(token.node);
    return !node || (automatic(m, token, node) === null && (node.type !== 'inclusiveGateway' || inclusiveJoin(m, node).length === 0));
  });
  const begin: Net['begin'] = (ids) => ids.map((id) => marking([arrive(id, '')], null, null, ''));
  return { starts, begin, steps, rests };
}
