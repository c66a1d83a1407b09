/** 审批五步: what engines are compared by. Ten business fields, five decisions by candidate groups in a row, each with two fields. */
import type { Field, Flow, Form, Node, ProcessDefinition } from '../domain/model/types.ts';
import { text } from '../domain/text.ts';

const label = (name: string) => text(name, name);
const business: Readonly<Record<string, Field>> = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`field${i + 1}`, { label: label(`字段${i + 1}`), type: 'text' } as const]));
const own = (n: number): readonly string[] => [`opinion${n}`, `amount${n}`];
const decisions = [1, 2, 3, 4, 5] as const;

/** Whose turn it is; the same three people can do all five. */
export const decider = (n: number): 'officer' | 'section-head' | 'agency-head' => (['officer', 'section-head', 'agency-head'] as const)[(n - 1) % 3] ?? 'officer';

const step = (n: number): Node => ({
  id: `decision${n}`, type: 'userTask', name: label(`审批${n}`), assignment: { kind: 'office', role: decider(n), agency: { kind: 'handling' } },
  form: Object.fromEntries(own(n).map((f) => [f, 'required'])) as Form, outcomes: [{ id: 'approved', name: label('同意') }],
});
const along = ['start', ...decisions.map((n) => `decision${n}`), 'end'];
const flows: readonly Flow[] = along.slice(1).map((to, i) => ({ id: `f${i + 1}`, from: along[i] ?? '', to }));

export const approval: ProcessDefinition = {
  key: 'bench-approval', version: 1, name: label('审批五步'), summary: label('性能测试'), numberWord: '测', roles: { officer: label('承办人'), 'section-head': label('审核人'), 'agency-head': label('负责人') },
  parties: {}, starters: [{ kind: 'office', role: 'officer' }], outcomes: { done: label('完成') }, title: 'field1',
  fields: { ...business, ...Object.fromEntries(decisions.flatMap((n) => [[`opinion${n}`, { label: label('意见'), type: 'text' }], [`amount${n}`, { label: label('金额'), type: 'money' }]])) },
  startForm: Object.fromEntries(Object.keys(business).map((f) => [f, 'required'])) as Form,
  nodes: [{ id: 'start', type: 'startEvent', name: label('开始') }, ...decisions.map(step), { id: 'end', type: 'endEvent', name: label('结束'), outcome: 'done' }],
  flows, clocks: [],
};

export const startData = Object.fromEntries(Object.keys(business).map((f) => [f, `内容 ${f} 广东省市场监督管理局`]));
export const decisionData = (n: number): object => ({ [`opinion${n}`]: '经审查，符合规定条件，同意。', [`amount${n}`]: 12_345_600 });

/** The same with a clock of many days on every case: something to wait for. */
export const waiting: ProcessDefinition = {
  ...approval, key: 'bench-waiting', name: label('等待'),
  clocks: [{
    id: 'limit', name: label('时限'), start: [{ on: 'entered', node: 'decision1' }], stop: [{ on: 'completed', node: 'decision5' }], duty: { kind: 'office', role: 'officer', agency: { kind: 'handling' } }, breach: 'record',
    warnings: [{ level: 'red', when: { left: { amount: 1, unit: 'hour' } } }],
    // From the moment itself: counted from the next full hour, all would be due at once.
    rules: [{ budget: { amount: 720, unit: 'hour' }, startDay: 'included', rollOver: 'none', basis: { instrument: label('内部时限'), article: '', version: '', confidence: 'R', internal: true } }],
  }],
};
