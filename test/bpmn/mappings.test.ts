/** What other engines write beside a step, and do before and after it: here it happens, in a case that runs. */
import { describe, expect, it } from 'vitest';
import { text } from '../../domain/text.ts';
import { drive } from '../engine/driver.ts';
import { extended, file, line, reasons, seq, sound, userTask } from './foreign.ts';

const zeebe = (inside: string): string => extended(`<zeebe:ioMapping>${inside}</zeebe:ioMapping>`);
const asks = (...fields: readonly string[]): string => extended(`<camunda:formData>${fields.map((f) => `<camunda:formField id="${f}" type="string"/>`).join('')}</camunda:formData>`);

describe('input and output of a user task', () => {
  it('Camunda 8: shown in the form, taken from it when the step is done', async () => {
    const mapped = extended('<zeebe:formDefinition formId="absence"/><zeebe:ioMapping><zeebe:input source="=&quot;请核对：&quot; + reason" target="question"/><zeebe:output source="=decision" target="absenceApproved"/></zeebe:ioMapping>');
    const { model, notices } = await sound(file(line({ a: userTask('a', asks('reason')), b: userTask('b', mapped) })));
    expect(model.nodes.find((n) => n.id === 'b')).toMatchObject({ form: { question: 'read', decision: 'optional' } });
    expect(notices).toContainEqual(expect.objectContaining({ code: 'mapping.fields', element: 'b', message: expect.objectContaining({ zh: expect.stringContaining('question, absenceApproved') }) }));
    const driver = drive(model).start().complete('a', 'done', { reason: '事假' });
    expect(driver.state.data).toMatchObject({ question: '请核对：事假' });
    driver.complete('b', 'done', { decision: '同意' });
    expect(driver.state.data).toMatchObject({ absenceApproved: '同意' });
  });
  it('Camunda 7: texts, expressions, lists, maps, FEEL scripts', async () => {
    const mapped = extended(`<camunda:inputOutput><camunda:inputParameter name="note">共 \${n} 件</camunda:inputParameter><camunda:inputParameter name="kinds"><camunda:list><camunda:value>a</camunda:value><camunda:value>\${kind}</camunda:value></camunda:list></camunda:inputParameter>
      <camunda:inputParameter name="both"><camunda:map><camunda:entry key="kind">\${kind}</camunda:entry><camunda:entry key="fixed">x</camunda:entry></camunda:map></camunda:inputParameter><camunda:outputParameter name="many"><camunda:script scriptFormat="feel">count(kinds)</camunda:script></camunda:outputParameter></camunda:inputOutput>`);
    const { model } = await sound(file(line({ a: userTask('a', asks('n', 'kind')), b: userTask('b', mapped) })));
    const driver = drive(model).start().complete('a', 'done', { n: '3', kind: 'b' });
    expect(driver.state.data).toMatchObject({ note: '共 3 件', kinds: ['a', 'b'], both: { kind: 'b', fixed: 'x' } });
    expect(driver.complete('b', 'done').state.data).toMatchObject({ many: 2 });
  });
  it('one that reads what another before it has set finds it', async () => {
    const mapped = zeebe('<zeebe:input source="=&quot;关于&quot; + matter" target="subject"/><zeebe:input source="=subject + &quot;的函&quot;" target="heading"/><zeebe:input source="=2" target="copies"/>');
    const { model } = await sound(file(line({ a: userTask('a', mapped) })));
    expect(model.fields).toMatchObject({ matter: { type: 'text' } });
    expect(drive(model).start({ matter: '补正' }).state.data).toMatchObject({ subject: '关于补正', heading: '关于补正的函', copies: 2 });
  });
  it('a variable that is handed on as it is stays what it is', async () => {
    const { model } = await sound(file(line({ a: userTask('a', extended('<zeebe:formDefinition formId="f"/><zeebe:ioMapping><zeebe:input source="=amount" target="amount"/><zeebe:output source="=amount" target="amount"/></zeebe:ioMapping>')) })));
    expect(model.nodes.map((n) => n.id)).toEqual(['s', 'a', 'e']);
    expect(model.nodes.find((n) => n.id === 'a')).toMatchObject({ form: { amount: 'optional' } });
  });
  it('a name that means something else elsewhere is refused: a case has fields only', async () => {
    const shadow = userTask('b', zeebe('<zeebe:input source="=&quot;x&quot;" target="reason"/>'));
    const later = userTask('c', zeebe('<zeebe:output source="=reason" target="why"/>'));
    expect(await reasons(file(line({ b: shadow, c: later })))).toEqual(['mapping.shadows b']);
    const again = userTask('c', zeebe('<zeebe:input source="=&quot;y&quot;" target="reason"/>'));
    expect(await reasons(file(line({ b: shadow, c: again })))).toEqual(['mapping.shadows c']);
    expect(await reasons(file(line({ b: shadow, c: shadow.replaceAll('"b"', '"c"') })))).toEqual([]);
  });
  it('code in a mapping is refused', async () => {
    const script = extended('<camunda:inputOutput><camunda:inputParameter name="a"><camunda:script scriptFormat="groovy">1</camunda:script></camunda:inputParameter></camunda:inputOutput>');
    expect(await reasons(file(line({ a: userTask('a', script) })))).toEqual(['script.language a']);
    expect(await reasons(file(line({ a: userTask('a', extended('<camunda:inputOutput><camunda:inputParameter name="a">${bean.of(b)}</camunda:inputParameter></camunda:inputOutput>')) })))).toEqual(['expression.code a']);
    expect(await reasons(file(line({ a: userTask('a', zeebe('<zeebe:input source="=1" target="a.b"/><zeebe:input source="=1" target="a"/>')) })))).toEqual(['mapping.part a']);
  });
});

describe('structured variables', () => {
  it('of parts that a mapping puts together, read by their parts: working data, in no form', async () => {
    const { model } = await sound(file(line({
      a: userTask('a', asks('n') + ''), b: userTask('b', extended('<zeebe:formDefinition formId="f"/><zeebe:ioMapping><zeebe:input source="=n" target="order.payer.name"/><zeebe:input source="=3" target="order.amount"/><zeebe:output source="=order.payer.name" target="who"/></zeebe:ioMapping>')),
    })));
    expect(model.fields).toMatchObject({ order: { working: true } });
    expect(model.nodes.find((n) => n.id === 'b')).toMatchObject({ form: {} });
    const driver = drive(model).start().complete('a', 'done', { n: '李' });
    expect(driver.state.data).toMatchObject({ order: { payer: { name: '李' }, amount: 3 } });
    expect(driver.complete('b', 'done').state.data).toMatchObject({ who: '李' });
  });
  it('that a script or a decision gives', async () => {
    const script = `<bpmn:scriptTask id="x">${extended('<zeebe:script expression="={total: 5, parts: [1, 2]}" resultVariable="sum"/>')}</bpmn:scriptTask>`;
    const fork = `<bpmn:startEvent id="s"/>${script}<bpmn:exclusiveGateway id="g" default="no"/><bpmn:endEvent id="a"/><bpmn:endEvent id="b"/>${seq('s', 'x', 'g')}<bpmn:sequenceFlow id="yes" sourceRef="g" targetRef="a"><bpmn:conditionExpression>=sum.total &gt; 4</bpmn:conditionExpression></bpmn:sequenceFlow><bpmn:sequenceFlow id="no" sourceRef="g" targetRef="b"/>`;
    const driver = drive((await sound(file(fork))).model).start();
    expect(driver.bodies('case.closed')[0]?.outcome).toBe('a');
  });
});

describe('several instances', () => {
  const multi = (attributes: string, inside = ''): string => `<bpmn:multiInstanceLoopCharacteristics ${attributes}>${inside}</bpmn:multiInstanceLoopCharacteristics>`;
  const loop = (attributes: string): string => multi('', extended(`<zeebe:loopCharacteristics ${attributes}/>`));
  it('collect what each has come to; what waits beside them waits beside all', async () => {
    const vote = userTask('vote', `${asks('opinion')}${loop('inputCollection="=[&quot;甲&quot;, &quot;乙&quot;]" inputElement="expert" outputCollection="opinions" outputElement="=expert + &quot;：&quot; + opinion"')}`);
    const late = '<bpmn:boundaryEvent id="late" attachedToRef="vote"><bpmn:timerEventDefinition><bpmn:timeDuration>P2D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent><bpmn:endEvent id="over"/><bpmn:sequenceFlow sourceRef="late" targetRef="over"/>';
    const { model, notices } = await sound(file(line({ vote }) + late));
    expect(notices.map((n) => n.code)).toEqual(expect.arrayContaining(['multi.collected', 'multi.wrapped']));
    expect(model.nodes.find((n) => n.id === 'late')).toMatchObject({ attachedTo: 'voteAll' });
    const driver = drive(model).start();
    expect(driver.openNodes()).toEqual(['vote', 'vote']);
    driver.complete('vote', 'done', { opinion: '可' }).complete('vote', 'done', { opinion: '否' });
    expect(driver.state.data['opinions']).toEqual(['甲：可', '乙：否']);
    expect(driver.bodies('case.closed')[0]?.outcome).toBe('e');
  });
  it('of a sub-process, of a step with mappings', async () => {
    const inner = `<bpmn:subProcess id="p">${multi('isSequential="true"', extended('<zeebe:loopCharacteristics inputCollection="=[2, 3]" inputElement="n" outputCollection="squares" outputElement="=n * n"/>'))}<bpmn:startEvent id="ps"/>${userTask('a', zeebe('<zeebe:input source="=n" target="size"/>'))}<bpmn:endEvent id="pe"/>${seq('ps', 'a', 'pe')}</bpmn:subProcess>`;
    const driver = drive((await sound(file(line({ p: inner })))).model).start();
    expect(driver.state.data['size']).toBe(2);
    expect(driver.complete('a', 'done').state.data['size']).toBe(3);
    expect(driver.complete('a', 'done').state.data['squares']).toEqual([4, 9]);
  });
  it('of a service', async () => {
    const task = `<bpmn:serviceTask id="x" camunda:topic="check">${extended('<camunda:inputOutput><camunda:inputParameter name="publication">${one}</camunda:inputParameter></camunda:inputOutput>')}${multi('camunda:collection="sites" camunda:elementVariable="one"')}</bpmn:serviceTask>`;
    const options = { services: { check: 'notice.check' }, fields: { sites: { label: text('全部', 'All'), type: 'choices', options: [{ value: 'a', label: text('甲', 'A') }] } } } as const;
    const { model } = await sound(file(line({ x: task })), options);
    const driver = drive(model).start({ sites: ['a'] });
    expect(driver.bodies('job.requested').map((j) => j.input)).toEqual([{ publication: 'a' }]);
  });
});

describe('what code sends', () => {
  const send = (attributes: string, inside = ''): string => `<bpmn:sendTask id="x" ${attributes}>${inside}</bpmn:sendTask>`;
  it('a service does instead, found by the code or by the id', async () => {
    const mapped = extended('<zeebe:taskDefinition type="mail"/><zeebe:ioMapping><zeebe:input source="=&quot;p1&quot;" target="publication"/></zeebe:ioMapping>');
    for (const services of [{ mail: 'notice.check' }, { x: 'notice.check' }]) {
      const { model } = await sound(file(line({ x: send('', mapped) })), { services });
      expect(model.nodes.find((n) => n.id === 'x')).toMatchObject({ type: 'serviceTask', service: 'notice.check', input: { publication: '"p1"' } });
    }
    expect(await reasons(file(line({ x: send('camunda:class="a.B"') })))).toEqual(['send.none x']);
  });
  it('at an event and at an end as well', async () => {
    const thrown = `<bpmn:intermediateThrowEvent id="t">${extended('<zeebe:taskDefinition type="mail"/><zeebe:ioMapping><zeebe:input source="p" target="publication"/></zeebe:ioMapping>')}<bpmn:messageEventDefinition/></bpmn:intermediateThrowEvent>`;
    const end = `<bpmn:endEvent id="e"><bpmn:messageEventDefinition camunda:type="external" camunda:topic="mail">${extended('<camunda:field name="publication" stringValue="q"/>')}</bpmn:messageEventDefinition></bpmn:endEvent>`;
    const { model } = await sound(file(`<bpmn:startEvent id="s"/>${thrown}${end}${seq('s', 't', 'e')}`), { services: { mail: 'notice.check' } });
    const driver = drive(model).start();
    expect(driver.bodies('job.requested').map((j) => [j.node, j.input])).toEqual([['t', { publication: 'p' }]]);
    expect(model.nodes.find((n) => n.id === 'eSend')).toMatchObject({ service: 'notice.check', input: { publication: '"q"' } });
    expect(model.flows.filter((f) => f.to === 'e').map((f) => f.from)).toEqual(['eSend']);
  });
  it('a message takes along what it is given', async () => {
    const { model } = await sound(file(line({ x: send('messageRef="m"', extended('<zeebe:taskDefinition type="any"/><zeebe:ioMapping><zeebe:input source="=1 + 1" target="many"/></zeebe:ioMapping>')) }), '<bpmn:message id="m" name="补正"/>'), { messageTo: { 补正: '"parent"' } });
    expect(model.nodes.find((n) => n.id === 'x')).toMatchObject({ throws: { message: '补正', to: '"parent"', data: { many: '1 + 1' } } });
  });
});

describe('what a file leaves out', () => {
  it('ends and the start, in sub-processes too', async () => {
    const body = `${userTask('a')}<bpmn:subProcess id="p">${userTask('b')}</bpmn:subProcess><bpmn:sequenceFlow sourceRef="a" targetRef="p"/>`;
    const { model, notices } = await sound(file(body));
    expect(notices.filter((n) => n.code === 'end.added' || n.code === 'start.added').map((n) => `${n.code} ${n.element}`).toSorted()).toEqual(['end.added b', 'end.added p', 'start.added a', 'start.added b']);
    expect(drive(model).start().complete('a', 'done').complete('b', 'done').bodies('case.closed')[0]?.outcome).toBe('pDone');
  });
  it('an end of the event sub-process that takes the case over is an outcome', async () => {
    const aside = `<bpmn:subProcess id="aside" triggeredByEvent="true"><bpmn:startEvent id="as"><bpmn:messageEventDefinition messageRef="m"/></bpmn:startEvent><bpmn:endEvent id="ae" name="已撤回"/>${seq('as', 'ae')}</bpmn:subProcess>`;
    const { model } = await sound(file(line({ a: userTask('a') }) + aside, '<bpmn:message id="m" name="撤回"/>'));
    expect(model.outcomes).toMatchObject({ ae: text('已撤回', '已撤回') });
  });
  it('the default of a gateway whose ways are for every value of one choice', async () => {
    const way = (value: string): string => `<bpmn:sequenceFlow id="${value}" sourceRef="g" targetRef="${value}End"><bpmn:conditionExpression>=meal = "${value}"</bpmn:conditionExpression></bpmn:sequenceFlow><bpmn:endEvent id="${value}End"/>`;
    const body = `<bpmn:startEvent id="s"/>${userTask('a', extended('<zeebe:formDefinition formId="f"/>'))}<bpmn:exclusiveGateway id="g"/>${seq('s', 'a', 'g')}${['rice', 'soup', 'none'].map(way).join('')}`;
    const { model } = await sound(file(body));
    expect(model.fields['meal']).toMatchObject({ type: 'choice', options: [{ value: 'rice' }, { value: 'soup' }, { value: 'none' }] });
    expect(model.nodes.find((n) => n.id === 'a')).toMatchObject({ form: { meal: 'required' } });
    for (const meal of ['rice', 'soup', 'none']) expect(drive(model).start().complete('a', 'done', { meal }).bodies('case.closed')[0]?.outcome).toBe(`${meal}End`);
  });
  it('listeners, where whoever brings the file says so', async () => {
    const listens = file(line({ a: userTask('a', extended('<camunda:taskListener class="a.B" event="create"/>')) }));
    expect(await reasons(listens)).toEqual(['extension.listener a']);
    for (const name of ['taskListener', 'camunda:taskListener']) {
      const { notices } = await sound(listens, { leaveOut: [name] });
      expect(notices).toContainEqual(expect.objectContaining({ code: 'extension.left-out', element: 'a' }));
    }
    expect(await reasons(listens, { leaveOut: ['executionListener'] })).toEqual(['extension.listener a']);
  });
});

describe('due dates', () => {
  it('of Camunda 7 in days from now; of a day that a variable gives', async () => {
    const due = (written: string): string => file(line({ a: userTask('a').replace('camunda:candidate', `camunda:dueDate="${written}" camunda:candidate`) }));
    expect((await sound(due('${dateTime().plusWeeks(1).toDate()}'))).model.clocks).toMatchObject([{ id: 'aLimit', rules: [{ budget: { amount: 7, unit: 'calendar-day' } }] }]);
    expect((await sound(due('${dateTime().plusHours(4).toDate()}'))).model.clocks).toMatchObject([{ rules: [{ budget: { amount: 4, unit: 'hour' } }] }]);
    const { model } = await sound(due('${dueDate}'));
    expect(model.clocks).toMatchObject([{ endsOn: 'dueDate', rules: [{ basis: { internal: true } }] }]);
    const driver = drive(model).start({ dueDate: '2026-03-20' });
    expect(Object.values(driver.state.clocks)).toMatchObject([{ clock: 'aLimit', dueDay: '2026-03-20' }]);
    // The same name as a text in a form: no day to count to.
    const textual = await sound(due('${dueDate}').replace('<bpmn:startEvent id="s"/>', `<bpmn:startEvent id="s">${asks('dueDate')}</bpmn:startEvent>`));
    expect([textual.model.clocks, textual.notices.map((n) => n.code)]).toEqual([[], expect.arrayContaining(['due.unread'])]);
    expect((await sound(due('${bean.due()}'))).notices.map((n) => n.code)).toContain('due.unread');
  });
});

it('extensions of another tool are told once for each of its prefixes, not for every one', async () => {
  const { notices } = await sound(file(line({ a: userTask('a', extended('<design:stencilid>x</design:stencilid><design:colour>y</design:colour>')), b: userTask('b', extended('<design:stencilid>x</design:stencilid>')) })));
  expect(notices.filter((n) => n.code === 'extension.foreign').map((n) => n.message.en)).toEqual(['a: Extensions of another tool are not imported (design:*)']);
});
