/**
 * A definition taken apart for comparison: each thing that has an id, with its aspects, every one of them said in both languages. Whatever has no
 * words of its own here is an aspect all the same, so that nothing can change unseen.
 */
import { budgetText } from '../calendar/budget-text.ts';
import type { Json } from '../json.ts';
import { text, type Text } from '../text.ts';
import { citation } from './citation.ts';
import type { Assignment, ClockDefinition, ClockRuleChoice, Form, Node, ProcessDefinition, Trigger } from './types.ts';

export const areas = {
  process: text('流程', 'Process'), role: text('岗位', 'Role'), party: text('当事人', 'Party'), field: text('字段', 'Field'), step: text('环节', 'Step'),
  flow: text('流向', 'Flow'), clock: text('时限', 'Clock'), outcome: text('办结结果', 'Outcome'),
} as const;
export type Area = keyof typeof areas;

export interface Aspect { readonly name: Text; readonly value: Json; readonly said: Text }
export interface Part { readonly area: Area; readonly id: string; readonly name: Text; readonly aspects: ReadonlyMap<string, Aspect> }

type Rest = Readonly<Record<string, unknown>>;
type Aspects = Map<string, Aspect>;

export function partsOf(model: ProcessDefinition): readonly Part[] {
  const { key, version: _, name, nodes, flows, clocks, fields, parties, roles, outcomes, startForm, ...process } = model;
  const part = (area: Area, id: string, called: Text, ...aspects: readonly Aspects[]): Part => ({ area, id, name: called, aspects: new Map(aspects.flatMap((a) => [...a])) });
  return [
    part('process', key, name, plain({ name, ...process }), formAspects(model, startForm, text('发起表单', 'Start form'))),
    ...Object.entries(roles).map(([id, role]) => part('role', id, role, plain({ name: role }))),
    ...Object.entries(parties).map(([id, party]) => part('party', id, party.name, plain({ ...party }))),
    ...Object.entries(fields).map(([id, field]) => part('field', id, field.label, plain({ ...field }))),
    ...nodes.map((node) => part('step', node.id, node.name, stepAspects(model, node))),
    ...flows.map(({ id, ...flow }) => part('flow', id, flowName(model, flow.from, flow.to), plain(flow))),
    ...clocks.map((clock) => part('clock', clock.id, clock.name, clockAspects(model, clock))),
    ...Object.entries(outcomes).map(([id, outcome]) => part('outcome', id, outcome, plain({ name: outcome }))),
  ];
}

const words: Readonly<Record<string, Text>> = {
  name: text('名称', 'name'), label: text('名称', 'name'), summary: text('说明', 'summary'), documentation: text('办理说明', 'documentation'), type: text('类别', 'kind'), title: text('案件标题', 'title of a case'),
  numberWord: text('案号用字', 'word in case numbers'), starters: text('发起人', 'who may start'), withdrawal: text('撤回', 'withdrawal'), help: text('填写说明', 'help'), options: text('选项', 'options'), min: text('最小值', 'minimum'), max: text('最大值', 'maximum'),
  maxLength: text('最大长度', 'longest text'), past: text('须为已过日期', 'must have happened'), role: text('岗位', 'post'), refersTo: text('所指', 'refers to'), partOf: text('占比的总数字段', 'counted out of'), section: text('栏目', 'section'), personal: text('个人信息', 'personal data'), working: text('工作数据', 'working data'), usccField: text('信用代码字段', 'field of its code'), personField: text('账号字段', 'field of the account'), sees: text('何时知悉', 'sees the case from'),
  parent: text('所在子流程', 'sub-process'), notSameAs: text('职责分离', 'separation of duties'), designated: text('指定办理', 'for who is named'), signing: text('会签', 'signing'), multi: text('多实例', 'instances'), service: text('服务', 'service'), input: text('服务参数', 'input'),
  output: text('服务结果', 'result'), set: text('赋值', 'values set'), on: text('等待的事件', 'awaits'), throws: text('引发', 'throws'), triggered: text('事件子流程', 'event sub-process'), link: text('链接', 'link'), end: text('链接端', 'end of the link'), error: text('业务错误', 'business error'), attachedTo: text('所附环节', 'attached to'), interrupting: text('是否中断', 'interrupting'), message: text('消息', 'message'),
  terminate: text('终止全部', 'ends everything'), outcome: text('结果', 'outcome'), default: text('默认流向', 'default flow'), from: text('起点', 'from'), to: text('终点', 'to'), condition: text('条件', 'condition'),
  startsFrom: text('起算日字段', 'counts from'), endsOn: text('届满日字段', 'ends on'), warnings: text('预警', 'warnings'), breach: text('超期处理', 'what a breach does'), excludes: text('不计入', 'not counted'), extensions: text('延期', 'extensions'),
};

const jsonOf = (value: unknown): Json => JSON.parse(JSON.stringify(value)) as Json;
const isText = (value: unknown): value is Text => typeof value === 'object' && value !== null && 'zh' in value && 'en' in value && Object.keys(value).length === 2;
const aspect = (name: Text, value: unknown, said?: Text): Aspect => ({ name, value: jsonOf(value), said: said ?? say(value) });

function say(value: unknown): Text {
  if (isText(value)) return value;
  if (typeof value === 'boolean') return value ? text('是', 'yes') : text('否', 'no');
  const said = typeof value === 'string' ? value : JSON.stringify(value);
  return text(said, said);
}

/** Each member by itself. */
const plain = (members: Rest): Aspects => new Map(Object.entries(members).flatMap(([key, value]) => (value === undefined ? [] : [[key, aspect(words[key] ?? text(key, key), value)] as const])));

const uses = { required: text('必填', 'required'), optional: text('选填', 'optional'), read: text('只读', 'shown only') } as const;

function formAspects(model: ProcessDefinition, form: Form, called: Text): Aspects {
  const each = Object.entries(form).map(([field, use]) => {
    const label = model.fields[field]?.label ?? text(field, field);
    return [`form.${field}`, aspect(text(`${called.zh}“${label.zh}”`, `${called.en}: ${label.en}`), use, uses[use])] as const;
  });
  const order = aspect(text(`${called.zh}的字段顺序`, `${called.en}: order of fields`), Object.keys(form));
  return new Map<string, Aspect>([...each, ['form:order', order]]);
}

function stepAspects(model: ProcessDefinition, node: Node): Aspects {
  const called = text('表单', 'Form');
  if ('on' in node && (node.on?.kind === 'message' || node.on?.kind === 'signal')) {
    const { id: _, on: { form, ...on }, ...rest } = node;
    return new Map([...plain({ ...rest, on }), ...formAspects(model, form, called)]);
  }
  if (node.type !== 'userTask') {
    const { id: _, ...rest } = node;
    return plain(rest);
  }
  const { id: _, form, assignment, outcomes, ...rest } = node;
  const decisions = outcomes.map(({ id, ...outcome }) => [`outcome.${id}`, aspect(text(`办理结果“${outcome.name.zh}”`, `decision "${outcome.name.en}"`), outcome, outcome.name)] as const);
  return new Map<string, Aspect>([...plain(rest), ['assignment', aspect(text('办理人', 'who does it'), assignment, who(model, assignment))], ...formAspects(model, form, called), ...decisions]);
}

function who(model: ProcessDefinition, by: Assignment): Text {
  if (by.kind === 'party') {
    const party = model.parties[by.party]?.name ?? text(by.party, by.party);
    const other = by.otherwise && who(model, by.otherwise);
    return other ? text(`${party.zh}（无账号的由${other.zh}）`, `${party.en} (without account: ${other.en})`) : party;
  }
  if (by.kind === 'pool') return text(`按 ${by.pool} 确定`, `as ${by.pool} says`);
  const role = model.roles[by.role] ?? text(by.role, by.role);
  const label = by.agency.kind === 'data' ? model.fields[by.agency.field]?.label ?? text(by.agency.field, by.agency.field) : null;
  const where = label ?? (by.agency.kind === 'fixed' ? text(by.agency.agency, by.agency.agency) : text('承办机关', 'handling agency'));
  return text(`${where.zh} ${role.zh}`, `${role.en}, ${where.en}`);
}

const nodeName = (model: ProcessDefinition, id: string): Text => model.nodes.find((n) => n.id === id)?.name ?? text(id, id);

function flowName(model: ProcessDefinition, from: string, to: string): Text {
  const [a, b] = [nodeName(model, from), nodeName(model, to)];
  return text(`${a.zh} → ${b.zh}`, `${a.en} → ${b.en}`);
}

function clockAspects(model: ProcessDefinition, { id: _, rules, start, stop, duty, ...rest }: ClockDefinition): Aspects {
  const numbered = rules.flatMap((rule, i) => [...ruleAspects(rule, rules.length > 1 ? text(`第 ${i + 1} 项规定的`, `rule ${i + 1}: `) : text('', ''))].map(([key, a]) => [`rule.${i}.${key}`, a] as const));
  return new Map<string, Aspect>([
    ...plain(rest), ...numbered, ['duty', aspect(text('责任人', 'whose duty'), duty, who(model, duty))],
    ['start', aspect(text('起算', 'starts'), start, triggers(model, start))], ['stop', aspect(text('停止', 'stops'), stop, triggers(model, stop))],
  ]);
}

function ruleAspects({ budget, basis, startDay, rollOver, ...rest }: ClockRuleChoice, of: Text): Aspects {
  const named = (zh: string, en: string): Text => text(`${of.zh}${zh}`, `${of.en}${en}`);
  const cited = citation(basis);
  return new Map<string, Aspect>([
    ['budget', aspect(named('期限', 'limit'), budget, budgetText(budget))],
    ['basis', aspect(named('依据', 'legal basis'), basis, text(`${cited.zh}（${basis.version}）`, `${cited.en} (${basis.version})`))],
    ['startDay', aspect(named('起算日', 'first day'), startDay, startDay === 'excluded' ? text('不计入', 'not counted') : text('计入', 'counted'))],
    ['rollOver', aspect(named('届满日遇休息日', 'last day on a day off'), rollOver, rollOver === 'none' ? text('不顺延', 'stays') : text('顺延', 'moves on'))],
    ...[...plain(rest)].map(([key, a]) => [key, { ...a, name: named(conditions[key]?.zh ?? a.name.zh, conditions[key]?.en ?? a.name.en) }] as const),
  ]);
}
const conditions: Readonly<Record<string, Text>> = { when: text('适用条件', 'applies when'), inForceFrom: text('施行日', 'in force from'), inForceUntil: text('失效日', 'in force until') };

const triggers = (model: ProcessDefinition, list: readonly Trigger[]): Text => {
  const said = list.map(({ on, node, outcome }) => {
    const step = model.nodes.find((n) => n.id === node);
    const name = step?.name ?? text(node, node);
    const result = step?.type === 'userTask' ? step.outcomes.find((o) => o.id === outcome)?.name : undefined;
    return on === 'entered' ? text(`进入“${name.zh}”`, `"${name.en}" is reached`) : text(`“${name.zh}”办结${result ? `（${result.zh}）` : ''}`, `"${name.en}" is done${result ? ` (${result.en})` : ''}`);
  });
  return text(said.map((s) => s.zh).join('、'), said.map((s) => s.en).join(', '));
};
