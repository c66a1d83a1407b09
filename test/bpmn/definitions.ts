/** Any definition that has the shape of one: every kind of node with everything that it may have, in texts of every kind. It need not make sense. */
import fc from 'fast-check';
import type { Assignment, Awaited, Flow, MultiInstance, Node, ProcessDefinition, SubProcess, Thrown } from '../../domain/model/types.ts';
import type { Text } from '../../domain/text.ts';
import { definition as smallDefinition } from '../engine/models.ts';

const words = fc.oneof(
  fc.constantFrom('', ' ', '受理', 'a "quoted" <name> & more', "it's", ' leading', 'line\nbreak', 'a\r\nb', 'tab\there', ']]>', '<!-- -->', '&amp;', '\u0001', '\uffff', '𠀀', '\ud800', '{"json":true}', '=x', '${x}'),
  fc.string({ unit: 'binary', maxLength: 12 }), fc.string({ maxLength: 12 }),
);
const text: fc.Arbitrary<Text> = fc.record({ zh: words, en: words });
const feel = fc.oneof(fc.constantFrom('amount > 1000 and kind = "a"', 'not(x)', '1', 'a < b', ' spaced ', 'x\n= 1'), words);
const feels = fc.dictionary(fc.constantFrom('a', 'b', '1', '中'), feel, { maxKeys: 2 });
const form = fc.dictionary(fc.constantFrom('f1', 'f2', '2', '1', '中文'), fc.constantFrom('required', 'optional', 'read'), { maxKeys: 4 });
const name = fc.oneof(fc.constantFrom('notice', 'a b', '会议', 'x<y'), words);
const maybe = <T>(key: string, value: fc.Arbitrary<T>): fc.Arbitrary<object> => fc.option(value, { nil: undefined }).map((v) => (v === undefined ? {} : { [key]: v }));
const all = (...parts: readonly fc.Arbitrary<object>[]): fc.Arbitrary<object> => fc.tuple(...parts).map((list) => Object.assign({}, ...list) as object);

const agency = fc.oneof(fc.constant({ kind: 'handling' } as const), fc.record({ kind: fc.constant('fixed' as const), agency: words }), fc.record({ kind: fc.constant('data' as const), field: words }));
const assignment: fc.Arbitrary<Assignment> = fc.oneof(
  fc.record({ kind: fc.constant('office' as const), role: fc.oneof(fc.constantFrom('officer', 'section-head'), words), agency }), fc.record({ kind: fc.constant('party' as const), party: words }), fc.record({ kind: fc.constant('pool' as const), pool: feel }),
);
const basis = fc.record({ instrument: text, article: words, version: words, confidence: fc.constantFrom('V1' as const, 'R' as const) });
const rule = fc.record({
  budget: fc.record({ amount: fc.integer({ min: 1, max: 400 }), unit: fc.constantFrom('working-day' as const, 'calendar-day' as const, 'hour' as const, 'month' as const, 'year' as const) }),
  startDay: fc.constantFrom('excluded' as const, 'included' as const), rollOver: fc.constantFrom('next-working-day' as const, 'none' as const), basis,
});
const multi = all(fc.record({ collection: feel, item: fc.oneof(fc.constantFrom('item', 'seller'), words) }), maybe('sequential', fc.boolean()), maybe('completion', feel)) as fc.Arbitrary<MultiInstance>;
const awaited = fc.oneof(
  fc.record({
    kind: fc.constant('timer'),
    timer: fc.oneof(all(fc.record({ kind: fc.constant('after'), rule }), maybe('repeat', fc.boolean())), fc.record({ kind: fc.constant('on'), field: words }), fc.record({ kind: fc.constant('clock'), clock: words })),
  }),
  fc.record({ kind: fc.constant('message'), message: name, form }), fc.record({ kind: fc.constant('signal'), signal: name, form }),
  all(fc.constant({ kind: 'error' }), maybe('error', name)), all(fc.constant({ kind: 'escalation' }), maybe('escalation', name)),
) as fc.Arbitrary<Awaited>;
const thrown = fc.oneof(
  fc.record({ kind: fc.constant('error'), error: name }), fc.record({ kind: fc.constant('escalation'), escalation: name }),
  fc.record({ kind: fc.constant('message'), message: name, to: feel, data: feels }), fc.record({ kind: fc.constant('signal'), signal: name, data: feels }),
) as fc.Arbitrary<Thrown>;
const signing = fc.record({
  signers: fc.oneof(fc.array(all(fc.record({ by: assignment }), maybe('weight', fc.integer({ min: 1, max: 9 })), maybe('chair', fc.boolean())), { maxLength: 2 }), fc.record({ field: words })),
  order: fc.constantFrom('together', 'in-turn'),
  rule: fc.oneof(fc.constant({ kind: 'all' }), fc.record({ kind: fc.constant('share'), of: fc.record({ numerator: fc.integer(), denominator: fc.integer() }) }), fc.record({ kind: fc.constant('weight'), needed: fc.integer() })),
  agree: words, disagree: words,
});
/** Whatever JSON holds, but the one name that an import refuses. */
const extension = fc.jsonValue({ maxDepth: 2 }).filter((value) => !JSON.stringify(value).includes('"__proto__":')) as fc.Arbitrary<object>;
const outcomeId = fc.oneof(fc.constantFrom('done', 'refused'), fc.string({ minLength: 1, maxLength: 5 }));

/** All but id, name, documentation, parent. */
const bodies: readonly fc.Arbitrary<object>[] = [
  fc.constant({ type: 'startEvent' }), all(fc.record({ type: fc.constant('startEvent'), on: awaited }), maybe('interrupting', fc.boolean())),
  all(fc.record({ type: fc.constant('endEvent'), outcome: words }), fc.oneof(fc.constant({}), fc.constant({ terminate: true }), fc.record({ throws: thrown }))),
  all(
    fc.record({ type: fc.constant('userTask'), assignment, form, outcomes: fc.array(all(fc.record({ id: outcomeId, name: text }), maybe('tone', fc.constantFrom('positive', 'negative')), maybe('requires', fc.array(words, { maxLength: 2 }))), { maxLength: 3 }) }),
    maybe('notSameAs', fc.array(words, { maxLength: 2 })), maybe('designated', words), maybe('serves', words), maybe('signing', signing), maybe('multi', multi), maybe('sameApprover', fc.record({ outcome: words })),
  ),
  all(fc.record({ type: fc.constant('serviceTask'), service: fc.oneof(fc.constant('notify'), words), input: feels }), maybe('output', fc.dictionary(fc.constantFrom('f1', 'f2'), words)), maybe('error', feel)),
  all(fc.record({ type: fc.constant('callActivity'), process: fc.oneof(fc.constant('other-process'), words), input: feels }), maybe('output', feels), maybe('agency', agency), maybe('wait', fc.boolean()), maybe('multi', multi)),
  fc.record({ type: fc.constant('scriptTask'), set: feels }), fc.record({ type: fc.constant('businessRuleTask'), decision: words, set: feels }),
  all(fc.constant({ type: 'subProcess' }), maybe('multi', multi), maybe('triggered', fc.constant(true))),
  fc.constant({ type: 'exclusiveGateway' }), fc.constant({ type: 'inclusiveGateway' }), fc.constant({ type: 'parallelGateway' }), fc.constant({ type: 'eventGateway' }),
  fc.record({ type: fc.constant('catchEvent'), on: awaited }), all(fc.constant({ type: 'throwEvent' }), maybe('throws', thrown)),
  fc.record({ type: fc.constant('linkEvent'), link: name, end: fc.constantFrom('throw', 'catch') }),
  fc.record({ type: fc.constant('boundaryEvent'), attachedTo: fc.constant(''), interrupting: fc.boolean(), on: awaited }),
];

interface Draft { readonly body: object; readonly name: Text; readonly documentation: object; readonly parent: number; readonly target: number }
const draft: fc.Arbitrary<Draft> = fc.record({ body: fc.oneof(...bodies), name: text, documentation: maybe('documentation', text), parent: fc.nat(20), target: fc.nat(20) });
const flowDraft = fc.record({ from: fc.nat(20), to: fc.nat(20), id: fc.oneof(fc.constant(''), fc.constantFrom('a b', '流向', '1st', 'x:y'), words), more: all(maybe('name', text), maybe('condition', feel)) });

export const anyDefinition: fc.Arbitrary<ProcessDefinition> = fc.record({
  drafts: fc.array(draft, { minLength: 1, maxLength: 14 }), flows: fc.array(flowDraft, { maxLength: 16 }), order: fc.infiniteStream(fc.nat(1_000)),
  head: all(
    fc.record({ key: fc.constantFrom('sample', 'n1', 'a-b'), name: text, summary: text, numberWord: fc.constantFrom('召', 'x<'), roles: fc.dictionary(words.filter((w) => w !== '__proto__'), text, { maxKeys: 2 }), startForm: form, title: feel }),
    maybe('extensions', fc.dictionary(fc.constantFrom('a', '中'), extension, { maxKeys: 2 })),
    maybe('receivedBy', fc.constant(['police'])),
    fc.record({ clocks: fc.array(fc.record({ id: fc.constantFrom('c1', 'c2'), name: text, rules: fc.array(rule, { maxLength: 2 }), start: fc.constant([{ on: 'entered', node: 'n1' }]), stop: fc.constant([]), duty: assignment, warnings: fc.constant([{ level: 'red', when: { fractionLeft: 0.1 } }]), breach: fc.constantFrom('record', { kind: 'block', step: 'n1' }) }), { maxLength: 2 }) }),
  ),
}).map(({ drafts, flows: flowDrafts, order, head }) => {
  const nodes: Node[] = [];
  drafts.forEach(({ body, name: label, documentation, parent, target }, i) => {
    // A sub-process that comes before it, or none: nobody stands in himself.
    const around = nodes.filter((n): n is SubProcess => n.type === 'subProcess')[parent];
    const node = { ...body, id: `n${i + 1}`, name: label, ...documentation, ...(around ? { parent: around.id } : {}) } as Node;
    const hosts = nodes.filter((n) => n.parent === node.parent && ['userTask', 'serviceTask', 'subProcess', 'callActivity'].includes(n.type));
    const host = hosts[target % Math.max(1, hosts.length)];
    if (node.type !== 'boundaryEvent') nodes.push(node);
    else if (host) nodes.push({ ...node, attachedTo: host.id });
  });
  const flows: Flow[] = [];
  for (const { from, to, id, more } of flowDrafts) {
    const source = nodes[from % Math.max(1, nodes.length)];
    const level = nodes.filter((n) => n.parent === source?.parent);
    const wanted = id === '' ? `f${flows.length + 1}` : id;
    const free = ![...nodes, ...flows].some((x) => x.id === wanted) && wanted.length > 0 ? wanted : `f${flows.length + 1}`;
    if (source) flows.push({ id: free, from: source.id, to: level[to % level.length]?.id ?? source.id, ...more });
  }
  const withDefaults = nodes.map((n): Node => {
    const out = flows.find((f) => f.from === n.id);
    return (n.type === 'exclusiveGateway' || n.type === 'inclusiveGateway') && out ? { ...n, default: out.id } : n;
  });
  const shuffled = <T>(items: readonly T[]): readonly T[] => items.map((item) => ({ item, key: Number(order.next().value) })).sort((a, b) => a.key - b.key).map(({ item }) => item);
  return smallDefinition(shuffled(withDefaults), shuffled(flows), head as Partial<ProcessDefinition>);
});
