/** Whether a case may stand under another version where it stands: its tokens, what is open at them, its data. Every reason against it is added. */
import { isTriggered } from '../../model/catchers.ts';
import { checkValue } from '../../model/forms.ts';
import { isOnSidePath } from '../../model/side-paths.ts';
import type { Node, ProcessDefinition, Signing } from '../../model/types.ts';
import type { MigrationMapping, VersionMap } from '../../model/version-map.ts';
import { isReachable } from '../../model/checks/reachable.ts';
import { canonicalJson } from '../../record/canonical-json.ts';
import { text } from '../../text.ts';
import type { Json } from '../../json.ts';
import type { Refusals } from './migration-refusals.ts';
import { multiOf } from '../scopes.ts';
import type { CaseState, Token } from '../state.ts';

export interface Standing {
  readonly from: ProcessDefinition;
  readonly to: ProcessDefinition;
  readonly state: CaseState;
  readonly mapping: MigrationMapping;
  readonly map: VersionMap;
  readonly found: Refusals;
}

/** The mapping says in so many words that this has no counterpart. */
export const givenUp = (map: Readonly<Record<string, string | null>> | undefined, id: string): boolean => map !== undefined && Object.hasOwn(map, id) && map[id] === null;

/** @returns whether all steps at which something stands have their counterpart */
export function checkStanding(about: Standing): boolean {
  const { from, to, state, map, found } = about;
  const [was, is] = [new Map(from.nodes.map((n) => [n.id, n])), new Map(to.nodes.map((n) => [n.id, n]))];
  const before = found.all().length;
  const open = new Set([...Object.values(state.tokens), ...Object.values(state.tasks)].map((at) => at.node));
  for (const id of open) {
    const [old, next] = [was.get(id), is.get(map.step(id) ?? '')];
    if (!next) found.add('step.gone', id);
    else if (old) checkStep(about, old, next);
  }
  const stands = found.all().length === before;
  if (stands) checkMarkings(about, is);
  checkData(about);
  for (const { party } of state.parties) if (!Object.hasOwn(to.parties, party)) found.add('party.gone', party);
  return stands;
}

function checkStep({ state, map, found }: Standing, old: Node, next: Node): void {
  if (old.type !== next.type) return found.add('step.kind', old.id, { was: old.type, is: next.type });
  if ((old.parent === undefined ? undefined : map.step(old.parent)) !== next.parent) found.add('step.level', old.id);
  const [instances, newInstances] = [multiOf(old), multiOf(next)];
  if ((instances === undefined) !== (newInstances === undefined) || instances?.sequential !== newInstances?.sequential) found.add('step.instances', old.id);
  if (old.type === 'serviceTask' && next.type === 'serviceTask' && old.service !== next.service) found.add('step.service', old.id, { was: old.service, is: next.service });
  if (old.type === 'callActivity' && next.type === 'callActivity' && old.process !== next.process) found.add('step.service', old.id, { was: old.process, is: next.process });
  if (old.type !== 'userTask' || next.type !== 'userTask') return;
  const round = Object.values(state.signings).some((r) => r.node === old.id);
  if ((round || old.signing === undefined !== (next.signing === undefined)) && shape(old.signing, map.field) !== shape(next.signing, (id) => id)) found.add('step.signing', old.id);
}

/** Everything that a round of signing rests on while it is open. */
function shape(signing: Signing | undefined, field: VersionMap['field']): string {
  if (!signing) return '';
  const signers = 'field' in signing.signers ? { field: field(signing.signers.field) } : signing.signers;
  return canonicalJson({ ...signing, signers } as unknown as Json);
}

/** Each level of the case must be one to which the new version can come: the process itself, and every sub-process under way. */
function checkMarkings({ from, to, state, map, found }: Standing, is: ReadonlyMap<string, Node>): void {
  const byScope = new Map<number, Token[]>();
  for (const token of Object.values(state.tokens)) byScope.set(token.scope, [...(byScope.get(token.scope) ?? []), token]);
  const asked = new Set<string>();
  for (const [id, tokens] of byScope) {
    const scope = state.scopes[id];
    // An event sub-process and a side path stand there whatever the flow does.
    const inFlow = tokens.filter((t) => !isTriggered(is.get(map.step(t.node) ?? '')) && !isOnSidePath(to, map.step(t.node) ?? ''));
    if (inFlow.length === 0) continue;
    // An instance holds the one token at its activity: no level of its own.
    if (scope && scope.index !== null) continue;
    const places = inFlow.map((token) => ({ node: map.step(token.node) ?? '', flow: token.flow === null ? '' : map.flow(token.flow) ?? '', token }));
    const level = scope ? scope.node : undefined;
    const lost = places.filter((p) => isJoin(is.get(p.node)) && p.flow === '');
    for (const { token } of lost) found.add('flow.gone', token.node);
    // Thousands of instances stand at a few places only.
    const key = `${level ?? ''} ${places.map((p) => `${p.node}/${p.flow}`).sort().join(' ')}`;
    if (lost.length > 0 || asked.has(key) || sameNet(from, to, level, map)) continue;
    asked.add(key);
    const reachable = isReachable(to, level === undefined ? undefined : map.step(level) ?? undefined, places);
    const names = [...new Set(inFlow.map((t) => t.node))].map((node) => from.nodes.find((n) => n.id === node)?.name ?? text(node, node));
    const where = text(names.map((n) => n.zh).join('、'), names.map((n) => n.en).join(', '));
    if (reachable !== true) found.add(reachable === null ? 'marking.unknown' : 'marking.unreachable', level ?? from.key, {}, where);
  }
}

const isJoin = (node: Node | undefined): boolean => node?.type === 'parallelGateway' || node?.type === 'inclusiveGateway';

/** The control flow of this level is the same in both versions: whatever the case has come to, it can come to there. */
function sameNet(from: ProcessDefinition, to: ProcessDefinition, level: string | undefined, map: VersionMap): boolean {
  const inner = level === undefined ? undefined : map.step(level) ?? undefined;
  const same = (id: string): string => id;
  return netOf(from, level, map.step) === netOf(to, inner, same);
}

function netOf(model: ProcessDefinition, level: string | undefined, name: (id: string) => string | null): string {
  const nodes = model.nodes.filter((n) => n.parent === level);
  const ids = new Set(nodes.map((n) => n.id));
  const told = nodes.map((n) => [name(n.id), n.type, netAspect(n, name)]);
  const flows = model.flows.filter((f) => ids.has(f.from)).map((f) => [name(f.from), name(f.to)]);
  return JSON.stringify([told.map((t) => JSON.stringify(t)).sort(), flows.map((f) => JSON.stringify(f)).sort()]);
}

/** What of a node, beside its kind and its flows, decides where tokens go. */
function netAspect(node: Node, name: (id: string) => string | null): unknown {
  switch (node.type) {
    case 'boundaryEvent':
      return [name(node.attachedTo), node.interrupting, node.on.kind, node.on.kind === 'timer' && node.on.timer.kind === 'after' && node.on.timer.repeat === true];
    case 'endEvent':
    case 'throwEvent':
      return [node.type === 'endEvent' && node.terminate === true, node.throws?.kind];
    case 'linkEvent':
      return [node.link, node.end];
    case 'subProcess':
      return node.triggered === true;
    default:
      return null;
  }
}

function checkData({ from, to, state, mapping, map, found }: Standing): void {
  const taken = new Set<string>();
  for (const [id, value] of Object.entries(state.data)) {
    if (value === null || givenUp(mapping.fields, id)) continue;
    const target = map.field(id);
    const [old, next] = [from.fields[id], target === null ? undefined : to.fields[target]];
    if (target === null || !next) found.add('field.gone', id);
    else if (taken.has(target)) found.add('field.taken', id, { is: target });
    // A short text fits where a long one may stand; every other change of type gives the value another meaning.
    else if (old && old.type !== next.type && !(old.type === 'text' && next.type === 'long-text')) found.add('field.type', id, { was: old.type, is: next.type });
    else if ((next.type === 'choice' || next.type === 'choices') && checkValue(next, value) !== null) found.add('field.value', id);
    if (target !== null) taken.add(target);
  }
}
