/** The page of a process in docs/processes: steps, people, forms, limits with their articles, outcomes, and a picture. Chinese first. */
import type { Budget } from '../domain/calendar/types.ts';
import { citation, isUnconfirmed } from '../domain/model/citation.ts';
import type { DocumentTemplate, Recipient } from '../domain/documents/types.ts';
import { assertNever } from '../domain/assert-never.ts';
import { interrupts } from '../domain/model/catchers.ts';
import type { Assignment, Awaited, ClockDefinition, ClockRuleChoice, Field, FieldType, Flow, Form, ProcessDefinition, TimerSpec, Trigger, UserTask } from '../domain/model/types.ts';
import type { Text } from '../domain/text.ts';
import { citations } from './citations.ts';
import { renderDiagram } from './diagram.ts';
import { table } from './markdown.ts';
import { renderProof, type Proof } from './proof.ts';
import { sayCondition } from './say-condition.ts';

export const pagePath = (definition: Pick<ProcessDefinition, 'key'>): string => `docs/processes/${definition.key}.md`;

/** @returns Markdown that ends with a line feed */
export function renderProcessPage(definition: ProcessDefinition, proof: Proof): string {
  return [
    `# ${both(definition.name)}`,
    `> 本页由 \`npx banjie docs\` 从流程定义生成，请勿手工修改。This page is generated from the definition.`,
    `${definition.summary.zh}。\n\n${definition.summary.en}.`,
    `流程标识 \`${definition.key}\`，第 ${definition.version} 版，案号用字“${definition.numberWord}”。`,
    people(definition),
    `## 流程图 Diagram\n\n\`\`\`mermaid\n${renderDiagram(definition)}\n\`\`\``,
    steps(definition),
    automatic(definition),
    papers(definition),
    clocks(definition),
    unconfirmed(definition),
    events(definition),
    form(definition, '## 发起表单 Start form', definition.startForm),
    ...definition.nodes.filter(isStep).filter((n) => Object.keys(n.form).length > 0).map((n) => form(definition, `### 表单：${both(n.name)}`, n.form)),
    fields(definition),
    `## 办结结果 Outcomes\n\n${table(['结果', 'Outcome', '标识'], Object.entries(definition.outcomes).map(([id, t]) => [t.zh, t.en, code(id)]))}`,
    renderProof(definition, proof),
  ].filter(Boolean).join('\n\n').concat('\n');
}

type Definition = ProcessDefinition;
const isStep = (node: Definition['nodes'][number]): node is UserTask => node.type === 'userTask';
const both = (t: Text): string => `${t.zh} ${t.en}`;
const code = (s: string): string => `\`${s}\``;
const nameOf = (definition: Definition, id: string): string => definition.nodes.find((n) => n.id === id)?.name.zh ?? id;

function who(definition: Definition, assignment: Assignment): string {
  if (assignment.kind === 'party') {
    const party = definition.parties[assignment.party]?.name.zh ?? assignment.party;
    return assignment.otherwise ? `${party}（无账号的：${who(definition, assignment.otherwise)}）` : party;
  }
  if (assignment.kind === 'pool') return `按 ${code(assignment.pool)} 确定`;
  const { agency, role } = assignment;
  const where = agency.kind === 'handling' ? '承办机关' : agency.kind === 'fixed' ? code(agency.agency) : `${definition.fields[agency.field]?.label.zh ?? agency.field}`;
  return `${where} ${definition.roles[role]?.zh ?? role}`;
}

function people(definition: Definition): string {
  const rows = [
    ...Object.entries(definition.parties).map(([id, p]) => [p.name.zh, p.name.en, code(id), '当事人']),
    ...Object.entries(definition.roles).map(([id, r]) => [r.zh, r.en, code(id), '岗位']),
  ];
  const starters = definition.starters.map((s) => (s.kind === 'party' ? definition.parties[s.party]?.name.zh : `承办机关${definition.roles[s.role]?.zh}`));
  return `## 参与人 Who takes part\n\n${table(['名称', 'Name', '标识', '类别'], rows)}\n\n发起人：${starters.join('、')}。`;
}

/** Where a decision leads: through its gateway, if there is one, to the next step. */
function wayOn(definition: Definition, step: string, outcome: string): string {
  const after = definition.flows.filter((f) => f.from === step);
  const gateway = after.length === 1 ? definition.nodes.find((n) => n.id === after[0]?.to && n.type === 'exclusiveGateway') : undefined;
  const way = gateway && definition.flows.find((f) => f.from === gateway.id && f.condition === `outcome.${step} = ${JSON.stringify(outcome)}`);
  const next: readonly Flow[] = way ? [way] : after;
  return next.map((f) => nameOf(definition, f.to)).join('、');
}

function steps(definition: Definition): string {
  const rows = definition.nodes.filter(isStep).map((n) => [
    both(n.name), who(definition, n.assignment),
    n.outcomes.map((o) => `${o.name.zh} → ${wayOn(definition, n.id, o.id)}`).join('\n'),
    [...(n.designated === undefined ? [] : [`须由“${definition.fields[n.designated]?.label.zh ?? n.designated}”所列人员办理`]), ...(n.notSameAs?.length ? [`不得由办理“${n.notSameAs.map((s) => nameOf(definition, s)).join('”“')}”的人员办理`] : []), ...(n.documentation ? [n.documentation.zh] : [])].join('。\n'),
  ]);
  return `## 环节 Steps\n\n${table(['环节', '办理人', '办理结果及去向', '说明'], rows)}`;
}

const templateOf = (input: string | undefined): string => input?.replaceAll('"', '') ?? '';

/** 文书: what the case issues, in whose name, to whom, and the field that gets the day of service. */
function papers(definition: Definition): string {
  const issuer = (t: DocumentTemplate): string => {
    if (t.issuer.kind === 'party') return definition.parties[t.issuer.party]?.name.zh ?? t.issuer.party;
    const { agency } = t.issuer;
    return agency.kind === 'handling' ? '承办机关' : agency.kind === 'fixed' ? code(agency.agency) : definition.fields[agency.field]?.label.zh ?? agency.field;
  };
  const to = (r: Recipient): string => (r.kind === 'party' ? definition.parties[r.party]?.name.zh ?? r.party : r.kind === 'initiator' ? '发起人' : r.kind === 'agency' ? '机关' : '（纸面）');
  const rows = Object.entries(definition.documents ?? {}).map(([id, t]) => [
    both(t.title), issuer(t), t.to.map(to).join('、') || '入卷', t.number ? `…${t.number.word}〔年〕${t.number.ordinal ? '第' : ''}n号` : '', t.sealed ? '用印' : '',
    t.served ? (t.served.on ? definition.fields[t.served.on]?.label.zh ?? t.served.on : '须送达') : '', code(id),
  ]);
  return rows.length === 0 ? '' : `## 文书 Documents\n\n${table(['文书', '署名', '主送', '文号', '印章', '送达日期记入', '标识'], rows)}`;
}

function automatic(definition: Definition): string {
  const rows = definition.nodes.flatMap((n) =>
    n.type === 'serviceTask' ? [[both(n.name), n.service === 'publish' ? '公示' : n.service === 'notify' ? '站内消息' : n.service === 'document.generate' ? `制作${definition.documents?.[templateOf(n.input['template'])]?.title.zh ?? ''}` : code(n.service)]]
      : n.type === 'businessRuleTask' ? [[both(n.name), `决策表“${definition.decisions?.find((d) => d.id === n.decision)?.name.zh ?? n.decision}”`]]
      : n.type === 'scriptTask' ? [[both(n.name), Object.entries(n.set).map(([f, e]) => `${definition.fields[f]?.label.zh ?? f} = ${code(e)}`).join('\n')]] : []);
  return rows.length === 0 ? '' : `## 自动任务 Done by the system\n\n${table(['任务', '内容'], rows)}`;
}

const units: Readonly<Record<Budget['unit'], string>> = { 'working-day': '个工作日', 'calendar-day': '日', hour: '小时', month: '个月', year: '年' };
const length = ({ amount, unit }: Budget): string => `${amount} ${units[unit]}`;

const basisOf = ({ basis }: Pick<ClockRuleChoice, 'basis'>): string =>
  basis.internal ? '**内部时限**（法规未规定日数）' : `${citation(basis).zh}（${basis.version}）${isUnconfirmed(basis) ? '**依据待核**' : ''}`;

function trigger(definition: Definition, { on, node, outcome }: Trigger): string {
  const at = definition.nodes.find((n) => n.id === node);
  const decided = at?.type === 'userTask' ? at.outcomes.find((o) => o.id === outcome)?.name.zh : undefined;
  return on === 'entered' ? `进入“${at?.name.zh ?? node}”` : `“${at?.name.zh ?? node}”${decided ? `：${decided}` : at?.type === 'userTask' ? '办结' : '之后'}`;
}

const breaches = { record: '记录', escalate: '记录，并告知审核人', lapse: '视为放弃' } as const;

function breach(definition: Definition, policy: ClockDefinition['breach']): string {
  if (typeof policy === 'string') return breaches[policy];
  const step = nameOf(definition, policy.step);
  if (policy.kind === 'block') return `记录；“${step}”须由审核人或负责人办理`;
  const node = definition.nodes.find((n) => n.id === policy.step);
  const outcome = node?.type === 'userTask' ? node.outcomes.find((o) => o.id === policy.outcome)?.name.zh : undefined;
  return `“${step}”依法视为${outcome ?? policy.outcome}`;
}

/** 不计入 and 延期, as far as the clock has them. */
const special = (definition: Definition, clock: ClockDefinition): string => [
  ...(clock.excludes ?? []).map((e) => `“${nameOf(definition, e.during)}”期间不计入（${e.reason.zh}；${basisOf(e)}）`),
  ...(clock.extensions ?? []).map((e) => `${e.name.zh}${e.budget === null ? '' : ` ${length(e.budget)}`}：${e.decided ? `${trigger(definition, e.decided.granted)}，日数为“${definition.fields[e.decided.days]?.label.zh ?? e.decided.days}”` : `${who(definition, e.approver)}批准`}（${basisOf(e)}）`),
].join('；');

function clocks(definition: Definition): string {
  const rows = definition.clocks.flatMap((c) => c.rules.map((r) => [
    both(c.name), who(definition, c.duty), c.endsOn === undefined ? length(r.budget) : `至“${definition.fields[c.endsOn]?.label.zh ?? c.endsOn}”当日`, r.when === undefined ? '全部' : sayCondition(definition, r.when),
    `${c.startsFrom === undefined ? '' : `${definition.fields[c.startsFrom]?.label.zh ?? c.startsFrom}的${c.rules.some((r) => r.budget.unit === 'hour') ? '下一小时' : '次日'}；`}${c.start.map((t) => trigger(definition, t)).join('，')}`,
    c.stop.map((t) => trigger(definition, t)).join('，'), special(definition, c), basisOf(r), breach(definition, c.breach),
  ]));
  if (rows.length === 0) return '';
  return `## 时限 Limits\n\n${table(['时限', '义务人', '期限', '适用', '起算', '停止', '扣除与延期', '依据', '逾期'], rows)}\n\n开始当日不计入；最后一日为休息日的，顺延至其后第一个工作日。黄灯：剩余三分之一；红灯：剩余一个工作日。`;
}

/** 依据待核: what is cited in words and was not read; of limits their own line says it. */
function unconfirmed(definition: Definition): string {
  const rows = citations(definition).filter((c) => !c.confirmed).map((c) => [`《${c.instrument}》${c.article}`]);
  return rows.length === 0 ? '' : `## 依据待核 Citations not confirmed\n\n文书、办理说明和填写说明中的下列引用未经核对，使用前应当查对现行文本。Cited in documents and explanations, and not read: to be looked up before use.\n\n${table(['引用'], rows)}`;
}

function events(definition: Definition): string {
  const say = (t: TimerSpec): string =>
    t.kind === 'after' ? length(t.rule.budget) : t.kind === 'on' ? `到达“${definition.fields[t.field]?.label.zh ?? t.field}”` : `时限“${definition.clocks.find((c) => c.id === t.clock)?.name.zh ?? t.clock}”届满`;
  const occurs = (on: Awaited): string => {
    switch (on.kind) {
      case 'timer':
        return say(on.timer);
      case 'message':
        return `收到消息 ${code(on.message)}`;
      case 'signal':
        return `收到信号 ${code(on.signal)}`;
      case 'error':
        return `错误${on.error === undefined ? '' : ` ${code(on.error)}`}`;
      case 'escalation':
        return `上报${on.escalation === undefined ? '' : ` ${code(on.escalation)}`}`;
      default:
        return assertNever(on);
    }
  };
  const rows = definition.nodes.flatMap((n) => {
    if (!('on' in n) || n.on === undefined) return [];
    const beside = n.type === 'boundaryEvent' ? `${nameOf(definition, n.attachedTo)}${interrupts(n) ? '（撤回该环节）' : ''}` : n.type === 'startEvent' ? `${nameOf(definition, n.parent ?? '')}${interrupts(n) ? '（撤回其他环节）' : ''}` : '—';
    return [[both(n.name), beside, occurs(n.on), definition.flows.filter((f) => f.from === n.id).map((f) => nameOf(definition, f.to)).join('、')]];
  });
  return rows.length === 0 ? '' : `## 事件 Events\n\n${table(['事件', '附着环节', '何时', '去向'], rows)}`;
}

const uses: Readonly<Record<Form[string], string>> = { required: '必填', optional: '选填', read: '只读' };

function form(definition: Definition, title: string, fieldsOf: Form): string {
  const byUse = (['required', 'optional', 'read'] as const).map((use) => [use, Object.keys(fieldsOf).filter((f) => fieldsOf[f] === use)] as const);
  const lines = byUse.filter(([, names]) => names.length > 0).map(([use, names]) => `- ${uses[use]}：${names.map((f) => definition.fields[f]?.label.zh ?? f).join('、')}`);
  return `${title}\n\n${lines.join('\n')}`;
}

const types: Readonly<Record<FieldType, string>> = {
  text: '单行文字', 'long-text': '多行文字', integer: '整数', decimal: '小数', money: '金额（分）', points: '得分（百分之一分）', date: '日期', boolean: '是否', choice: '单选', choices: '多选',
  uscc: '统一社会信用代码', phone: '电话', region: '行政区划代码', moment: '时间（时、分）', persons: '本机关人员',
};

function fields(definition: Definition): string {
  const more = (f: Field): string => [...(f.options ? [f.options.map((o) => o.label.zh).join('、')] : []), ...(f.role === undefined ? [] : [`${definition.roles[f.role]?.zh ?? f.role}${f.min === undefined ? '' : `，至少 ${f.min} 人`}`]), ...(f.help ? [f.help.zh] : []), ...(f.personal ? ['**个人信息**'] : [])].join('。');
  return `## 数据项 Fields\n\n${table(['数据项', 'Field', '标识', '类型', '说明'], Object.entries(definition.fields).map(([id, f]) => [f.label.zh, f.label.en, code(id), types[f.type], more(f)]))}`;
}
