/** BPMN 2.0.2 §10.3.3 business rule task, §13.3.3; DMN 1.5 §8 decision tables. */
import { describe, expect, it } from 'vitest';
import type { DecisionTable } from '../../domain/decisions/decision-table.ts';
import { checkDefinition } from '../../domain/model/check.ts';
import type { Node } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { drive } from '../engine/driver.ts';
import { definition, end, flow, start, userTask } from '../engine/models.ts';

const grade: DecisionTable = {
  id: 'grade', name: text('分级', 'Grade'), hitPolicy: 'UNIQUE', inputs: [{ label: text('分数', 'Score'), expression: 'score' }], outputs: [{ name: 'level', default: '"none"' }],
  rules: [{ when: ['>= 90'], then: ['"A"'] }, { when: ['[60..90)'], then: ['"B"'] }],
};
const rule: Node = { id: 'rate', type: 'businessRuleTask', name: text('评定', 'Rate'), decision: 'grade', set: { level: 'result' } };
const model = (tables: readonly DecisionTable[] = [grade], task: Node = rule) => definition(
  [start, userTask('enter', ['done'], { form: { score: 'required' } }), task, userTask('next'), end()],
  [flow('start', 'enter'), flow('enter', 'rate'), flow('rate', 'next'), flow('next', 'end')],
  { roles: { officer: text('承办人', 'Officer') }, decisions: tables, fields: { score: { label: text('分数', 'Score'), type: 'integer' }, level: { label: text('等级', 'Level'), type: 'text' } } },
);
const rated = (score: number, tables?: readonly DecisionTable[]) => drive(model(tables)).start().complete('enter', 'done', { score });

describe('a business rule task', () => {
  it.each([[95, 'A'], [90, 'A'], [89, 'B'], [60, 'B'], [59, 'none']])('a score of %i gives %s, without anybody acting', (score, level) => {
    const d = rated(score);
    expect([d.state.data['level'], d.openNodes()]).toEqual([level, ['next']]);
    expect(d.bodies('data.changed')).toEqual([{ type: 'data.changed', node: 'rate', changes: [{ field: 'level', old: null, new: level }] }]);
  });
  it('rules that contradict each other are told to who completes the step before; nothing happens', () => {
    const twice = { ...grade, rules: [...grade.rules, { when: ['> 80'], then: ['"C"'] }] };
    const d = drive(model([twice])).start();
    expect(d.refused({ type: 'complete', task: d.task('enter'), outcome: 'done', data: { score: 95 } })).toMatchObject({ code: 'model.expression', params: { where: 'rate', message: 'rules 1, 3 match at once' } });
    expect(d.openNodes()).toEqual(['enter']);
  });
  it('is sound, and what it names is checked at registration', () => {
    const codes = (...args: Parameters<typeof model>) => [...new Set(checkDefinition(model(...args)).map((p) => p.code))];
    expect(codes()).toEqual([]);
    expect(codes([])).toEqual(['decision.unknown']);
    expect(codes([{ ...grade, rules: [{ when: [], then: ['"A"'] }] }])).toEqual(['decision.row']);
    expect(codes([{ ...grade, hitPolicy: 'PRIORITY' }])).toEqual(['decision.outputs']);
    expect(codes([{ ...grade, inputs: [{ label: text('分', 'S'), expression: 'marks' }] }])).toEqual(['feel.name']);
    expect(codes([grade], { ...rule, set: { rank: 'result' } } as Node)).toEqual(['script.field']);
  });
});
