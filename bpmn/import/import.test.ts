import { describe, expect, it } from 'vitest';
import { checkDefinition } from '../../domain/model/check.ts';
import type { Node, ProcessDefinition } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { definition, end, flow, start, userTask } from '../../test/engine/models.ts';
import { exportBpmn } from '../export/export.ts';
import { importBpmn, type ImportOptions } from './import.ts';

const head = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:flowable="http://flowable.org/bpmn" xmlns:other="urn:other" targetNamespace="x">`;
const file = (body: string, more = '', attributes = ''): string => `${head}<bpmn:process id="theProcess" name="过程" isExecutable="true" ${attributes}>${body}</bpmn:process>${more}</bpmn:definitions>`;
const seq = (...ids: readonly string[]): string => ids.slice(1).map((id, i) => `<bpmn:sequenceFlow id="f_${ids[i]}_${id}" sourceRef="${ids[i]}" targetRef="${id}"/>`).join('');
const around = (element: string, id = 'x'): string => `<bpmn:startEvent id="s"/>${element}<bpmn:endEvent id="e"/>${seq('s', id, 'e')}`;
const task = (attributes: string, inside = '', id = 'x'): string => around(`<bpmn:userTask id="${id}" name="办理" ${attributes}>${inside}</bpmn:userTask>`, id);
const extended = (inside: string): string => `<bpmn:extensionElements>${inside}</bpmn:extensionElements>`;

async function model(xml: string, options: ImportOptions = {}): Promise<ProcessDefinition> {
  const result = await importBpmn(xml, options);
  if (!result.ok) throw new Error(result.problems.map((p) => `${p.code} ${p.message.en}`).join('\n'));
  return result.definition;
}
async function reasons(xml: string, options: ImportOptions = {}): Promise<readonly string[]> {
  const result = await importBpmn(xml, options);
  return result.ok ? [] : result.problems.map((p) => `${p.code} ${p.element}`);
}
const node = async (xml: string, id = 'x', options: ImportOptions = {}): Promise<Node | undefined> => (await model(xml, options)).nodes.find((n) => n.id === id);
const g = 'camunda:candidateGroups="officer"';

describe('whose task it is', () => {
  const office = (role: string) => ({ assignment: { kind: 'office', role, agency: { kind: 'handling' } } });
  it('a group of any of the three engines is a role', async () => {
    expect(await node(file(task('camunda:candidateGroups="accounting"')))).toMatchObject(office('accounting'));
    expect(await node(file(task('flowable:candidateGroups="Legal Team"')))).toMatchObject(office('legal-team'));
    expect(await node(file(task('', extended('<zeebe:assignmentDefinition candidateGroups="=[&quot;section-head&quot;]"/>'))))).toMatchObject(office('section-head'));
    expect(await node(file(task('', extended('<zeebe:assignmentDefinition candidateGroups="审核组"/>'))))).toMatchObject(office('post'));
  });
  it('an expression gives the post', async () => {
    const found = await model(file(task('camunda:assignee="${approver}"')));
    expect(found.nodes.find((n) => n.id === 'x')).toMatchObject({ assignment: { kind: 'pool', pool: 'approver' } });
    expect(found.fields).toMatchObject({ approver: { type: 'text' } });
    expect(found.startForm).toEqual({ approver: 'optional' });
    expect(checkDefinition(found)).toEqual([]);
  });
  it('a lane gives the role where the task has none', async () => {
    const lanes = '<bpmn:laneSet id="l"><bpmn:lane id="l1" name="Section Head"><bpmn:flowNodeRef>x</bpmn:flowNodeRef></bpmn:lane></bpmn:laneSet>';
    expect(await node(file(lanes + task('')))).toMatchObject(office('section-head'));
    expect(await node(file(lanes + task(g)))).toMatchObject(office('officer'));
    expect(await node(file(lanes + task('')), 'x', { roles: { 'Section Head': 'agency-head' } })).toMatchObject(office('agency-head'));
  });
  it('what nobody said is asked for, once for each step', async () => {
    expect(await reasons(file(task('')))).toEqual(['task.nobody x']);
    expect(await reasons(file(task('camunda:assignee="demo"')))).toEqual(['task.person x']);
    expect(await reasons(file(task('camunda:candidateGroups="a, b"')))).toEqual(['task.several-groups x']);
    expect(await reasons(file(task('flowable:assignee="${initiator}"')))).toEqual(['task.initiator x']);
    const options: ImportOptions = { roles: { demo: 'officer', 'a, b': 'officer', '${initiator}': 'officer' } };
    for (const attributes of ['camunda:assignee="demo"', 'camunda:candidateGroups="a, b"', 'flowable:assignee="${initiator}"']) expect(await node(file(task(attributes)), 'x', options)).toMatchObject(office('officer'));
  });
});

describe('forms', () => {
  it('of Camunda 7', async () => {
    const found = await model(file(task(g, extended(`<camunda:formData>
      <camunda:formField id="amount" label="金额" type="long"><camunda:validation><camunda:constraint name="required"/><camunda:constraint name="min" config="1"/><camunda:constraint name="max" config="9"/></camunda:validation></camunda:formField>
      <camunda:formField id="kind" label="种类" type="enum"><camunda:value id="a" name="甲"/><camunda:value id="b" name="乙"/></camunda:formField>
      <camunda:formField id="seen" type="date"><camunda:validation><camunda:constraint name="readonly"/></camunda:validation></camunda:formField></camunda:formData>`))));
    expect(found.fields).toEqual({
      amount: { label: text('金额', '金额'), type: 'integer', min: 1, max: 9 }, seen: { label: text('seen', 'seen'), type: 'date' },
      kind: { label: text('种类', '种类'), type: 'choice', options: [{ value: 'a', label: text('甲', '甲') }, { value: 'b', label: text('乙', '乙') }] },
    });
    expect(found.nodes.find((n) => n.id === 'x')).toMatchObject({ form: { amount: 'required', kind: 'optional', seen: 'read' }, outcomes: [{ id: 'done' }] });
    expect(checkDefinition(found)).toEqual([]);
  });
  it('of Flowable, in the start form too', async () => {
    const body = `<bpmn:startEvent id="s">${extended('<flowable:formProperty id="reason" name="事由" type="string" required="true"/>')}</bpmn:startEvent>
      <bpmn:userTask id="x" flowable:candidateGroups="officer">${extended('<flowable:formProperty id="ok" type="boolean"/><flowable:formProperty id="reason" type="string" writable="false"/>')}</bpmn:userTask><bpmn:endEvent id="e"/>${seq('s', 'x', 'e')}`;
    const found = await model(file(body));
    expect(found.startForm).toEqual({ reason: 'required' });
    expect(found.nodes.find((n) => n.id === 'x')).toMatchObject({ form: { ok: 'optional', reason: 'read' } });
  });
  it('of Camunda 8, from the file and beside it', async () => {
    const json = JSON.stringify({ components: [{ type: 'text', text: 'x' }, { type: 'group', components: [{ type: 'number', key: 'amount', label: '金额', validate: { required: true, min: 0 }, decimalDigits: 0 }] }, { type: 'select', key: 'kind', values: [{ value: 'a', label: '甲' }] }, { type: 'checkbox', key: 'ok', disabled: true }, { type: 'button', label: 'b' }] });
    const step = task('', extended('<zeebe:formDefinition formId="f1"/><zeebe:assignmentDefinition candidateGroups="officer"/><zeebe:userTask/>'));
    const [inside, beside] = [await node(file(`${extended(`<zeebe:userTaskForm id="f1">${json}</zeebe:userTaskForm>`)}${step}`)), await node(file(step), 'x', { forms: { f1: json } })];
    expect(inside).toMatchObject({ form: { amount: 'required', kind: 'optional', ok: 'read' } });
    expect(beside).toEqual(inside);
  });
  it('a type that is not known, two types of one name, a form that is no form', async () => {
    const camunda = (fields: string) => file(task(g, extended(`<camunda:formData>${fields}</camunda:formData>`)));
    expect(await reasons(camunda('<camunda:formField id="a" type="bytes"/>'))).toEqual(['form.type x']);
    expect(await reasons(camunda('<camunda:formField id="a" type="date"/><camunda:formField id="a" type="long"/>'))).toEqual(['form.conflict x']);
    expect(await reasons(file(task(g, extended('<zeebe:formDefinition formId="f"/>'))), { forms: { f: '{' } })).toEqual(['form.unreadable x']);
  });
});

describe('time', () => {
  const timer = (inside: string, more = '') => file(`${around('<bpmn:userTask id="x" camunda:candidateGroups="officer"/>')}<bpmn:boundaryEvent id="b" attachedToRef="x" cancelActivity="false"><bpmn:timerEventDefinition>${inside}</bpmn:timerEventDefinition></bpmn:boundaryEvent>${seq('b', 'e')}${more}`);
  it.each([
    ['<bpmn:timeDuration>P3D</bpmn:timeDuration>', { amount: 3, unit: 'calendar-day' }, undefined], ['<bpmn:timeDuration>P2W</bpmn:timeDuration>', { amount: 14, unit: 'calendar-day' }, undefined],
    ['<bpmn:timeDuration>P1DT12H</bpmn:timeDuration>', { amount: 36, unit: 'hour' }, undefined], ['<bpmn:timeDuration>PT120M</bpmn:timeDuration>', { amount: 2, unit: 'hour' }, undefined],
    ['<bpmn:timeDuration>=duration("P1M")</bpmn:timeDuration>', { amount: 1, unit: 'month' }, undefined], ['<bpmn:timeDuration>P1Y</bpmn:timeDuration>', { amount: 1, unit: 'year' }, undefined],
    ['<bpmn:timeCycle>R/P1D</bpmn:timeCycle>', { amount: 1, unit: 'calendar-day' }, true], ['<bpmn:timeCycle>R1/PT1H</bpmn:timeCycle>', { amount: 1, unit: 'hour' }, undefined],
  ])('%s', async (inside, budget, repeat) => {
    expect(await node(timer(inside), 'b')).toMatchObject({ on: { kind: 'timer', timer: { kind: 'after', rule: { budget, basis: { internal: true } }, ...(repeat ? { repeat } : {}) } } });
  });
  it('a date comes from a date field', async () => {
    const found = await model(timer('<bpmn:timeDate>${deadline}</bpmn:timeDate>'));
    expect(found.nodes.find((n) => n.id === 'b')).toMatchObject({ on: { timer: { kind: 'on', field: 'deadline' } } });
    expect(found.fields).toMatchObject({ deadline: { type: 'date' } });
  });
  it.each([
    ['<bpmn:timeDuration>PT10S</bpmn:timeDuration>', 'timer.duration b'], ['<bpmn:timeDuration>P1M2D</bpmn:timeDuration>', 'timer.duration b'], ['<bpmn:timeDuration>${wait}</bpmn:timeDuration>', 'timer.expression b'],
    ['<bpmn:timeCycle>R3/P1D</bpmn:timeCycle>', 'timer.cycle b'], ['<bpmn:timeCycle>0 0 * * * ?</bpmn:timeCycle>', 'timer.cycle b'], ['<bpmn:timeDate>2026-01-01T00:00:00Z</bpmn:timeDate>', 'timer.date b'], ['', 'timer.none b'],
  ])('%s is refused', async (inside, reason) => expect(await reasons(timer(inside))).toEqual([reason]));
  it('a due date is an internal limit', async () => {
    for (const step of [task(`${g} camunda:dueDate="P5D"`), task('flowable:candidateGroups="officer" flowable:dueDate="P5D"'), task('', extended('<zeebe:taskSchedule dueDate="=now() + duration(&quot;P5D&quot;)"/><zeebe:assignmentDefinition candidateGroups="officer"/>'))]) {
      const found = await model(file(step));
      expect(found.clocks).toMatchObject([{ id: 'xLimit', rules: [{ budget: { amount: 5, unit: 'calendar-day' }, basis: { internal: true } }], start: [{ on: 'entered', node: 'x' }], stop: [{ on: 'completed', node: 'x' }], breach: 'record' }]);
      expect(checkDefinition(found)).toEqual([]);
    }
    const unread = await importBpmn(file(task(`${g} camunda:dueDate="\${bean.due()}"`)));
    expect(unread.ok && unread.notices.map((n) => n.code)).toContain('due.unread');
  });
});

describe('several instances', () => {
  const multi = (attributes: string, inside = '') => file(task('camunda:candidateGroups="officer"', `<bpmn:multiInstanceLoopCharacteristics ${attributes}>${inside}</bpmn:multiInstanceLoopCharacteristics>`));
  const fields: ImportOptions = { fields: { sellers: { label: text('卖家', 'Sellers'), type: 'choices', options: [{ value: 'a', label: text('甲', 'A') }] } } };
  it('over a collection, with a completion condition', async () => {
    const condition = '<bpmn:completionCondition>${nrOfCompletedInstances/nrOfInstances &gt;= 0.6}</bpmn:completionCondition>';
    const expected = { multi: { collection: 'sellers', item: 'seller', sequential: true, completion: 'nrOfCompletedInstances / nrOfInstances >= 0.6' } };
    expect(await node(multi('isSequential="true" camunda:collection="sellers" camunda:elementVariable="seller"', condition), 'x', fields)).toMatchObject(expected);
    expect(await node(multi('isSequential="true" flowable:collection="${sellers}" flowable:elementVariable="seller"', condition), 'x', fields)).toMatchObject(expected);
    const zeebe = `${extended('<zeebe:loopCharacteristics inputCollection="=sellers" inputElement="seller"/>')}<bpmn:completionCondition>=numberOfCompletedInstances/numberOfInstances &gt;= 0.6</bpmn:completionCondition>`;
    expect(await node(multi('', zeebe), 'x', fields)).toMatchObject({ multi: { collection: 'sellers', item: 'seller', completion: 'nrOfCompletedInstances/nrOfInstances >= 0.6' } });
    expect(checkDefinition(await model(multi('camunda:collection="sellers" camunda:elementVariable="seller"', condition), fields))).toEqual([]);
  });
  it('so many times', async () => {
    expect(await node(multi('', '<bpmn:loopCardinality>3</bpmn:loopCardinality>'))).toMatchObject({ multi: { collection: 'for i in 1..3 return i - 1', item: 'loopCounter' } });
    const found = await model(multi('', '<bpmn:loopCardinality>${n}</bpmn:loopCardinality>'));
    expect(found.nodes.find((x) => x.id === 'x')).toMatchObject({ multi: { collection: 'if n >= 1 then (for i in 1..n return i - 1) else []' } });
    expect(checkDefinition(found)).toEqual([]);
  });
  it('what cannot be', async () => {
    expect(await reasons(multi('camunda:collection="sellers"'))).toEqual(['variable.list x']);
    expect(await reasons(multi(''))).toEqual(['multi.collection x']);
    expect(await reasons(multi('', extended('<zeebe:loopCharacteristics inputCollection="=[1]" outputCollection="r" outputElement="=x("/>')))).toEqual(['expression.feel x']);
  });
});

describe('what is called', () => {
  const call = (attributes: string, inside = '') => file(around(`<bpmn:callActivity id="x" ${attributes}>${inside}</bpmn:callActivity>`));
  const other = definition([start, userTask('a'), end()], [flow('start', 'a'), flow('a', 'end')], { key: 'child-process', fields: { amount: { label: text('金额', 'Amount'), type: 'decimal' }, result: { label: text('结果', 'Result'), type: 'text' } } });
  it('a process with its mappings', async () => {
    const expected = { process: 'child-process', input: { amount: 'total', note: '"fixed"' }, output: { answer: 'child.data.result' } };
    expect(await node(call('calledElement="childProcess"', extended('<camunda:in source="total" target="amount"/><camunda:in sourceExpression="${\'fixed\'}" target="note"/><camunda:in businessKey="#{k}"/><camunda:out source="result" target="answer"/>')))).toMatchObject(expected);
    const zeebe = '<zeebe:calledElement processId="childProcess" propagateAllChildVariables="false"/><zeebe:ioMapping><zeebe:input source="=total" target="amount"/><zeebe:input source="fixed" target="note"/><zeebe:output source="=result" target="answer"/></zeebe:ioMapping>';
    expect(await node(call('', extended(zeebe)))).toMatchObject(expected);
    expect(await node(call('calledElement="child-process"', extended('<camunda:in variables="all"/>')), 'x', { processes: [other] })).toMatchObject({ input: { amount: 'amount', result: 'result' } });
  });
  it('what cannot be', async () => {
    expect(await reasons(call('calledElement="${which}"'))).toEqual(['call.process x']);
    expect(await reasons(call('calledElement="a" camunda:calledElementBinding="version" camunda:calledElementVersion="2"'))).toEqual(['call.binding x']);
    expect(await reasons(call('calledElement="a"', extended('<camunda:in variables="all"/>')))).toEqual(['call.everything x']);
    expect(await reasons(call('calledElement="a" flowable:inheritVariables="true"'))).toEqual(['call.everything x']);
  });
  it('a service by its name here, or by the name that is given for it', async () => {
    const expected = { service: 'notice.check', input: { publication: 'publication' }, output: { settled: 'settled' } };
    expect(await node(file(around(`<bpmn:serviceTask id="x">${extended('<zeebe:taskDefinition type="notice.check"/><zeebe:ioMapping><zeebe:input source="=publication" target="publication"/><zeebe:output source="=settled" target="settled"/></zeebe:ioMapping>')}</bpmn:serviceTask>`)))).toMatchObject(expected);
    const camunda = `<bpmn:serviceTask id="x" camunda:delegateExpression="\${checker}">${extended('<camunda:inputOutput><camunda:inputParameter name="publication">${publication}</camunda:inputParameter><camunda:outputParameter name="settled">${settled}</camunda:outputParameter></camunda:inputOutput>')}</bpmn:serviceTask>`;
    expect(await reasons(file(around(camunda)))).toEqual(['service.unknown x']);
    expect(await node(file(around(camunda)), 'x', { services: { '${checker}': 'notice.check' } })).toMatchObject(expected);
  });
  it('a script in FEEL, a decision that is given', async () => {
    expect(await node(file(around(`<bpmn:scriptTask id="x">${extended('<zeebe:script expression="=amount * 2" resultVariable="twice"/>')}</bpmn:scriptTask>`)))).toMatchObject({ set: { twice: 'amount * 2' } });
    expect(await reasons(file(around('<bpmn:scriptTask id="x" scriptFormat="javascript" camunda:resultVariable="y"><bpmn:script>1</bpmn:script></bpmn:scriptTask>')))).toEqual(['script.language x']);
    const rule = file(around('<bpmn:businessRuleTask id="x" camunda:decisionRef="grade" camunda:resultVariable="grade" camunda:mapDecisionResult="singleEntry"/>'));
    expect(await reasons(rule)).toEqual(['rule.decision x']);
    const grade = { id: 'grade', name: text('等级', 'Grade'), hitPolicy: 'FIRST', inputs: [], outputs: [{ name: 'grade' }], rules: [] } as const;
    const found = await model(rule, { decisions: [grade] });
    expect(found).toMatchObject({ decisions: [grade], nodes: expect.arrayContaining([expect.objectContaining({ decision: 'grade', set: { grade: 'result' } })]) });
  });
});

describe('decisions of a DMN file', () => {
  const rule = file(around(`<bpmn:businessRuleTask id="x" camunda:decisionRef="grade" camunda:resultVariable="grade"/>`));
  const dmn = (inside: string, namespace = '20191111/MODEL/') => `<definitions xmlns="https://www.omg.org/spec/DMN/${namespace}" id="d" name="n" namespace="x"><decision id="grade" name="等级">${inside}</decision></definitions>`;
  const cell = (kind: string, written: string) => `<${kind}><text>${written}</text></${kind}>`;
  const table = (attributes = '', language = '') => `<decisionTable hitPolicy="FIRST" ${attributes}><input label="金额"><inputExpression typeRef="number" ${language}><text>loan_amount</text></inputExpression></input><output name="grade" typeRef="string"><outputValues><text>"a, b","c"</text></outputValues></output>
    <rule><description>大额</description>${cell('inputEntry', '&gt; 5')}${cell('outputEntry', '"a, b"')}</rule><rule>${cell('inputEntry', '')}${cell('outputEntry', '"c"')}</rule></decisionTable>`;
  it('are tables of the process, over its fields', async () => {
    for (const namespace of ['20191111/MODEL/', '20230324/MODEL/', '20180521/MODEL/']) {
      const found = await model(rule, { dmn: [dmn(table(), namespace)] });
      expect(found.decisions).toEqual([{
        id: 'grade', name: text('等级', '等级'), hitPolicy: 'FIRST', inputs: [{ label: text('金额', '金额'), expression: 'loanAmount' }], outputs: [{ name: 'grade', values: ['"a, b"', '"c"'] }],
        rules: [{ when: ['> 5'], then: ['"a, b"'], annotation: '大额' }, { when: ['-'], then: ['"c"'] }],
      }]);
      expect(found.fields).toMatchObject({ loanAmount: { type: 'decimal' } });
      expect(checkDefinition(found)).toEqual([]);
    }
  });
  it('what is no table, builds on others, or is no FEEL', async () => {
    expect(await reasons(rule, { dmn: [dmn('<literalExpression><text>1</text></literalExpression>')] })).toEqual(['decision.kind grade']);
    expect(await reasons(rule, { dmn: [dmn(`<informationRequirement><requiredDecision href="#o"/></informationRequirement>${table()}`)] })).toEqual(['decision.requires grade']);
    expect(await reasons(rule, { dmn: [dmn(table('', 'expressionLanguage="groovy"'))] })).toEqual(['decision.language grade']);
    expect(await reasons(rule, { dmn: ['<a/>', '<!DOCTYPE x>'] })).toEqual(['decision.file ', 'decision.file ', 'rule.decision x']);
    expect(await reasons(rule, { dmn: [dmn(table()), dmn(table())] })).toEqual(['id.duplicate grade']);
  });
});

describe('events', () => {
  const roots = '<bpmn:message id="m" name="补正"/><bpmn:signal id="g" name="停业"/><bpmn:error id="r" errorCode="E1"/><bpmn:escalation id="c" escalationCode="C1"/>';
  const kinds = { message: '<bpmn:messageEventDefinition messageRef="m"/>', signal: '<bpmn:signalEventDefinition signalRef="g"/>', error: '<bpmn:errorEventDefinition errorRef="r"/>', escalation: '<bpmn:escalationEventDefinition escalationRef="c"/>' };
  it('beside a step, in the flow, thrown, linked, and starting an event sub-process', async () => {
    const beside = Object.entries(kinds).map(([kind, inside]) => `<bpmn:boundaryEvent id="${kind}B" attachedToRef="x" ${kind === 'error' ? '' : 'cancelActivity="false"'}>${inside}</bpmn:boundaryEvent>${seq(`${kind}B`, 'e')}`).join('');
    const aside = `<bpmn:subProcess id="aside" triggeredByEvent="true"><bpmn:startEvent id="as" isInterrupting="false">${kinds.escalation}</bpmn:startEvent><bpmn:endEvent id="ae"/>${seq('as', 'ae')}</bpmn:subProcess>`;
    const links = '<bpmn:intermediateThrowEvent id="lt" name="甲"><bpmn:linkEventDefinition name="甲"/></bpmn:intermediateThrowEvent><bpmn:intermediateCatchEvent id="lc" name="甲"><bpmn:linkEventDefinition name="甲"/></bpmn:intermediateCatchEvent>';
    const body = `<bpmn:startEvent id="s"/><bpmn:userTask id="x" ${g}/><bpmn:receiveTask id="wait" messageRef="m"/><bpmn:intermediateThrowEvent id="up">${kinds.escalation}</bpmn:intermediateThrowEvent>
      <bpmn:intermediateThrowEvent id="tell">${kinds.message}</bpmn:intermediateThrowEvent><bpmn:intermediateThrowEvent id="mark"/>${links}<bpmn:endEvent id="e"/><bpmn:endEvent id="t"><bpmn:terminateEventDefinition/></bpmn:endEvent>
      ${seq('s', 'x', 'wait', 'up', 'tell', 'mark', 'lt')}${seq('lc', 't')}${beside}${aside}`;
    const found = await model(file(body, roots), { messageTo: { 补正: '"parent"' } });
    const by = Object.fromEntries(found.nodes.map((n) => [n.id, n]));
    expect(by).toMatchObject({
      messageB: { type: 'boundaryEvent', interrupting: false, on: { kind: 'message', message: '补正', form: {} } }, signalB: { on: { kind: 'signal', signal: '停业' } },
      errorB: { interrupting: true, on: { kind: 'error', error: 'E1' } }, escalationB: { on: { kind: 'escalation', escalation: 'C1' } },
      wait: { type: 'catchEvent', on: { kind: 'message', message: '补正' } }, up: { type: 'throwEvent', throws: { kind: 'escalation', escalation: 'C1' } },
      tell: { throws: { kind: 'message', message: '补正', to: '"parent"', data: {} } }, mark: { type: 'throwEvent' }, lt: { type: 'linkEvent', link: '甲', end: 'throw' }, lc: { link: '甲', end: 'catch' },
      t: { terminate: true, outcome: 't' }, aside: { type: 'subProcess', triggered: true }, as: { parent: 'aside', on: { kind: 'escalation' }, interrupting: false }, ae: { parent: 'aside', outcome: '' },
    });
    expect(found.outcomes).toEqual({ e: text('e', 'e'), t: text('t', 't') });
    // A step of a person throws nothing.
    expect(checkDefinition(found).map((p) => [p.code, p.element])).toEqual([['event.never-thrown', 'errorB'], ['event.never-thrown', 'escalationB']]);
  });
  it.each([
    ['<bpmn:transaction id="x"/>', 'element.transaction x'], ['<bpmn:adHocSubProcess id="x"/>', 'element.ad-hoc x'], ['<bpmn:complexGateway id="x"/>', 'element.complex-gateway x'],
    [`<bpmn:userTask id="x" ${g} isForCompensation="true"/>`, 'element.transaction x'], [`<bpmn:userTask id="x" ${g}><bpmn:standardLoopCharacteristics/></bpmn:userTask>`, 'element.loop x'],
    ['<bpmn:intermediateCatchEvent id="x"/>', 'event.undefined x'], ['<bpmn:intermediateCatchEvent id="x"><bpmn:conditionalEventDefinition><bpmn:condition xsi:type="bpmn:tFormalExpression">=a</bpmn:condition></bpmn:conditionalEventDefinition></bpmn:intermediateCatchEvent>', 'element.conditional x'],
    ['<bpmn:intermediateThrowEvent id="x"><bpmn:compensateEventDefinition/></bpmn:intermediateThrowEvent>', 'element.transaction x'], ['<bpmn:sendTask id="x"/>', 'send.none x'], ['<bpmn:serviceTask id="x"/>', 'service.none x'],
    ['<bpmn:intermediateCatchEvent id="x"><bpmn:messageEventDefinition messageRef="m"/><bpmn:signalEventDefinition signalRef="g"/></bpmn:intermediateCatchEvent>', 'element.several-events x'],
    ['<bpmn:eventBasedGateway id="x" eventGatewayType="Parallel"/>', 'gateway.instantiates x'], [`<bpmn:userTask id="x" ${g}>${extended('<camunda:taskListener class="a.B" event="create"/>')}</bpmn:userTask>`, 'extension.listener x'], [`<bpmn:userTask id="x" ${g} flowable:skipExpression="${'${a}'}"/>`, 'extension.behaviour x'],
    ['<bpmn:intermediateThrowEvent id="x"><bpmn:messageEventDefinition messageRef="m"/></bpmn:intermediateThrowEvent>', 'message.to x'], ['<bpmn:intermediateThrowEvent id="x"><bpmn:signalEventDefinition/></bpmn:intermediateThrowEvent>', 'signal.none x'],
  ])('%s is refused', async (element, reason) => expect(await reasons(file(around(element), roots))).toEqual([reason]));
});

describe('conditions', () => {
  const fork = (yes: string, no: string, attributes = '') => `<bpmn:startEvent id="s"/><bpmn:exclusiveGateway id="x" ${attributes}/><bpmn:endEvent id="a"/><bpmn:endEvent id="b"/>${seq('s', 'x')}
    <bpmn:sequenceFlow id="yes" name="是" sourceRef="x" targetRef="a">${yes}</bpmn:sequenceFlow><bpmn:sequenceFlow id="no" sourceRef="x" targetRef="b">${no}</bpmn:sequenceFlow>`;
  const when = (body: string) => `<bpmn:conditionExpression xsi:type="bpmn:tFormalExpression">${body}</bpmn:conditionExpression>`;
  it('of EL and of FEEL, over variables that get names and types', async () => {
    const el = await model(file(fork(when('${loan_amount &gt; 1000 &amp;&amp; approved == true}'), '', 'default="no"')));
    expect(el.flows.find((f) => f.id === 'yes')).toEqual({ id: 'yes', from: 'x', to: 'a', name: text('是', '是'), condition: 'loanAmount > 1000 and approved = true' });
    expect(el.fields).toMatchObject({ loanAmount: { type: 'decimal' }, approved: { type: 'boolean' } });
    const feel = await model(file(fork(when('=loan_amount &gt; 1000 and date = "x"'), '', 'default="no"')));
    expect(feel.flows.find((f) => f.id === 'yes')?.condition).toBe('loanAmount > 1000 and dateValue = "x"');
    for (const found of [el, feel]) expect(checkDefinition(found)).toEqual([]);
  });
  it.each([['${ok}', '${!ok}'], ['=ok = true', '=ok=false'], ['${n &gt; 5}', '${n &lt;= 5}'], ['=(k = "a")', '=k != "a"']])('%s, %s: the second is what the first leaves', async (yes, no) => {
    const found = await model(file(fork(when(yes), when(no))));
    expect(found.nodes.find((n) => n.id === 'x')).toMatchObject({ default: 'no' });
    expect(found.flows.find((f) => f.id === 'no')).not.toHaveProperty('condition');
    expect(checkDefinition(found)).toEqual([]);
  });
  it('that leave something open are refused where it is registered', async () => {
    expect(checkDefinition(await model(file(fork(when('${n &gt; 5}'), when('${n &lt; 5}'))))).map((p) => p.code)).toEqual(['gateway.not-exhaustive']);
  });
  it.each([['${bean.check(a)}', 'expression.code yes'], ['=a >', 'expression.feel yes'], ['javascript', 'expression.code yes'], ['${order.total &gt; 5}', 'variable.structured yes']])('%s is refused', async (body, reason) => {
    expect(await reasons(file(fork(when(body.replace('=a >', '=a &gt;')), '', 'default="no"')))).toEqual([reason]);
  });
  it('after a step become a gateway', async () => {
    const body = `<bpmn:startEvent id="s"/><bpmn:userTask id="x" ${g} default="no"/><bpmn:endEvent id="a"/><bpmn:endEvent id="b"/>${seq('s', 'x')}<bpmn:sequenceFlow id="yes" sourceRef="x" targetRef="a">${when('${ok}')}</bpmn:sequenceFlow><bpmn:sequenceFlow id="no" sourceRef="x" targetRef="b"/>`;
    const found = await model(file(body));
    expect(found.nodes.find((n) => n.id === 'xWays')).toMatchObject({ type: 'exclusiveGateway', default: 'no' });
    expect(checkDefinition(found)).toEqual([]);
    const several = await model(file(body.replace(' default="no"', '')));
    expect(several.nodes.find((n) => n.id === 'xWays')).toMatchObject({ type: 'inclusiveGateway' });
    expect(several.flows.find((f) => f.id === 'no')).toMatchObject({ from: 'xWays', condition: 'true' });
  });
});

describe('a file that is none', () => {
  const good = file(task(g));
  it.each([
    ['nothing', '', 'xml.parse '], ['no XML', 'garbage', 'xml.parse '], ['cut off', good.slice(0, good.length - 40), 'xml.parse '], ['another root', '<a/>', 'xml.root '],
    ['HTML', '<!DOCTYPE html><html></html>', 'xml.doctype '], ['entities', `<!DOCTYPE d [<!ENTITY a "x"><!ENTITY b "&a;&a;">]>${good}`, 'xml.doctype '], ['NUL', `${good}\u0000`, 'xml.characters '],
    ['20 MB', `${good}<!--${'x'.repeat(20_000_000)}-->`, 'xml.too-large '], ['too deep', file('<bpmn:subProcess id="s">'.repeat(200)), 'xml.too-deep '], ['too many', `${head}${'<a/>'.repeat(70_000)}`, 'xml.too-many '],
    ['more steps than anybody draws', file(Array.from({ length: 2_001 }, (_, i) => `<bpmn:task id="t${i}"/>`).join('')), 'xml.too-many theProcess'],
    ['one id twice', file(task(g) + `<bpmn:userTask id="x" ${g}/>`), 'id.duplicate x'], ['no process', `${head}</bpmn:definitions>`, 'process.none '], ['an element of no standard', file(`${task(g)}<bpmn:magic id="q"/>`), 'xml.unknown '],
    ['a flow to nowhere', file(`${task(g)}<bpmn:sequenceFlow id="q" sourceRef="x" targetRef="gone"/>`), 'reference.unresolved q'], ['a flow without an end', file(`${task(g)}<bpmn:sequenceFlow id="q" sourceRef="x"/>`), 'reference.unresolved q'],
    ['a step without id', file(`${task(g)}<bpmn:task name="无名"/>`), 'id.missing '], ['an extension that lies', file(task(g, extended('<banjie:exact xmlns:banjie="urn:banjie:bpmn:1">{"type":"userTask","id":5}</banjie:exact>'))), 'exact.invalid x'],
  ])('%s', async (_, xml, reason) => expect(await reasons(xml)).toContain(reason));

  it('with two processes: one is named, or both are', async () => {
    const two = file(task(g), `<bpmn:process id="second" isExecutable="true"><bpmn:startEvent id="s2"/></bpmn:process>`);
    expect(await reasons(two)).toEqual(['process.several theProcess', 'process.several second']);
    expect((await model(two, { process: 'theProcess' })).key).toBe('the-process');
  });
});

describe('a file of ours in which somebody has drawn', () => {
  const own = definition(
    [start, { ...userTask('a', ['yes', 'no']), multi: { collection: '[1]', item: 'i' } }, { id: 'script', type: 'scriptTask', name: text('算', 'Sum'), set: { n: '1' } }, { id: 'late', type: 'boundaryEvent', name: text('逾期', 'Late'), attachedTo: 'a', interrupting: true, on: { kind: 'message', message: 'm', form: {} } }, end()],
    [flow('start', 'a'), { ...flow('a', 'script'), name: text('去', 'On') }, flow('script', 'end'), flow('late', 'end')], { roles: { officer: text('承办人', 'Officer') } },
  );
  const changed = async (from: string | RegExp, to: string): Promise<ProcessDefinition> => {
    const xml = await exportBpmn(own);
    expect(xml).toMatch(from);
    return model(xml.replace(from, to));
  };
  const at = (found: ProcessDefinition, id: string) => found.nodes.find((n) => n.id === id);
  it('the drawing wins, and everything else stays', async () => {
    expect(at(await changed('id="a" name="a"', 'id="a" name="复核"'), 'a')).toEqual({ ...own.nodes[1], name: text('复核', '复核') });
    expect(at(await changed('cancelActivity="true"', 'cancelActivity="false"').catch(() => changed('attachedToRef="a"', 'attachedToRef="a" cancelActivity="false"')), 'late')).toMatchObject({ interrupting: false });
    expect(at(await changed('<bpmn:script>1</bpmn:script>', '<bpmn:script>n + 1</bpmn:script>'), 'script')).toMatchObject({ set: { n: 'n + 1' } });
    expect(at(await changed('>officer<', '>section-head<'), 'a')).toMatchObject({ assignment: { role: 'section-head' }, outcomes: [{ id: 'yes' }, { id: 'no' }] });
    expect(at(await changed(/<bpmn:message ([^>]*)name="m"/, '<bpmn:message $1name="补正"'), 'late')).toMatchObject({ on: { message: '补正' } });
    expect((await changed('name="去"', 'name="来"')).flows.find((f) => f.id === 'a_script')).toEqual({ ...flow('a', 'script'), name: text('来', '来') });
    expect((await changed('targetRef="script"', 'targetRef="end"')).flows.find((f) => f.id === 'a_script')).toMatchObject({ to: 'end' });
  });
  it('a step that was added is read as that of any other file', async () => {
    const added = '<bpmn:userTask id="Activity_1" name="会办"><bpmn:potentialOwner><bpmn:resourceAssignmentExpression><bpmn:formalExpression>officer</bpmn:formalExpression></bpmn:resourceAssignmentExpression></bpmn:potentialOwner></bpmn:userTask>';
    const found = await changed('<bpmn:startEvent', `${added}<bpmn:startEvent`);
    expect(found.nodes.slice(0, -1)).toEqual(own.nodes);
    expect(found.nodes.at(-1)).toMatchObject({ id: 'activity1', assignment: { role: 'officer' } });
  });
  it('a copy of a step is another step', async () => {
    const xml = await exportBpmn(own);
    const step = /<bpmn:scriptTask id="script"[\s\S]*?<\/bpmn:scriptTask>/.exec(xml)![0];
    const found = await model(xml.replace(step, step + step.replace('id="script"', 'id="script_copy"').replace(/<bpmn:(incoming|outgoing)>.*?<\/bpmn:\1>/g, '')));
    expect(found.nodes.filter((n) => n.type === 'scriptTask')).toEqual([own.nodes[2], { ...own.nodes[2], id: 'scriptCopy' }]);
  });
});
