/** Whatever somebody does to a file, it becomes a definition that can be checked, or problems in both languages. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportBpmn } from '../../bpmn/export/export.ts';
import { createModdle, readTree } from '../../bpmn/moddle.ts';
import { registrable } from '../../bpmn/registrable.ts';
import { anyDefinition } from './definitions.ts';
import { extended, file, line } from './foreign.ts';

const folder = new URL('samples/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.includes('.bpmn')).map((name) => readFileSync(new URL(name, folder), 'utf8'));
const dmn = readFileSync(new URL('camunda7-review-level.dmn', folder), 'utf8');
expect(files.length).toBeGreaterThan(10);

/** Cut out, doubled, put elsewhere, or written over. */
const change = fc.record({ kind: fc.constantFrom('cut', 'double', 'move', 'over'), at: fc.double({ min: 0, max: 1, noNaN: true }), to: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(200), tag: fc.boolean(), text: fc.oneof(fc.string({ unit: 'binary', maxLength: 5 }), fc.constantFrom('"', '<', '>', '&', '${', '=', 'null', '__proto__', '{}', '<bpmn:userTask/>', 'constructor', '[', '9'.repeat(400))) });

function changed(xml: string, { kind, at, to, length, tag, text }: typeof change extends fc.Arbitrary<infer T> ? T : never): string {
  let [from, until] = [Math.floor(at * xml.length), 0];
  // Whole tags, so that the XML often stays XML.
  if (tag) from = Math.max(0, xml.lastIndexOf('<', from));
  until = tag ? xml.indexOf('>', from) + 1 || xml.length : from + length;
  const piece = xml.slice(from, until);
  const target = tag ? Math.max(0, xml.lastIndexOf('<', Math.floor(to * xml.length))) : Math.floor(to * xml.length);
  if (kind === 'cut') return xml.slice(0, from) + xml.slice(until);
  if (kind === 'over') return xml.slice(0, from) + text + xml.slice(until);
  return kind === 'double' ? xml.slice(0, until) + piece + xml.slice(until) : xml.slice(0, target) + piece + xml.slice(target);
}

async function answers(xml: string): Promise<boolean> {
  const result = await registrable(xml, { role: 'officer', services: { 'tax-arrears': 'notify', 'sms-gateway': 'notice.check' }, leaveOut: ['taskListener'], dmn: [dmn] });
  if (result.ok) return true;
  expect(result.faults.length).toBeGreaterThan(0);
  for (const { message } of result.faults) expect(message.zh.length * message.en.length).toBeGreaterThan(0);
  return false;
}

it('files in the manner of other engines', async () => {
  await fc.assert(fc.asyncProperty(fc.constantFrom(...files), fc.array(change, { minLength: 1, maxLength: 4 }), async (xml, changes) => {
    await answers(changes.reduce(changed, xml));
  }), { numRuns: 400 });
});

it('files of ours, what stands beside the elements included', async () => {
  await fc.assert(fc.asyncProperty(anyDefinition, fc.array(change, { minLength: 1, maxLength: 3 }), async (definition, changes) => {
    await answers(changes.reduce(changed, await exportBpmn(definition)));
  }), { numRuns: 200 });
});

it('any text', async () => {
  await fc.assert(fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (text) => {
    expect(await answers(text)).toBe(false);
  }), { numRuns: 200 });
});

const bpmn = 'http://www.omg.org/spec/BPMN/20100524/MODEL';
const definitionsOf = (body: string, namespace = bpmn): string => `<bpmn:definitions xmlns:bpmn="${namespace}" xmlns:camunda="http://camunda.org/schema/1.0/bpmn" xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" targetNamespace="x">${body}</bpmn:definitions>`;
const step = (inside: string, attributes = ''): string => file(line({ x: `<bpmn:userTask id="x" camunda:candidateGroups="officer" ${attributes}>${inside}</bpmn:userTask>` }));
const mapped = (inside: string): string => step(extended(`<zeebe:ioMapping>${inside}</zeebe:ioMapping>`));
const many = (n: number, of: (i: number) => string): string => Array.from({ length: n }, (_, i) => of(i)).join('');

describe('a file that means harm, or nothing, is refused with its reason', () => {
  it.each([
    ['an entity from a file (XXE)', `<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>${step('', 'name="&f;"')}`, 'xml.doctype'],
    ['an entity from elsewhere, in the middle', `${step('').replace('<bpmn:process', '<!ENTITY % r SYSTEM "http://x/y"><bpmn:process')}`, 'xml.doctype'],
    ['entities of entities', `<!DOCTYPE x [<!ENTITY a "a">${many(20, (i) => `<!ENTITY a${i} "${'&a;'.repeat(20)}">`)}]>${step('')}`, 'xml.doctype'],
    ['XInclude', step('<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" href="file:///etc/passwd"/>'), 'xml.unknown'],
    ['another namespace', definitionsOf('<bpmn:process id="p"/>', 'urn:other'), 'xml.root'], ['none', '<definitions><process id="p"/></definitions>', 'xml.root'], ['a prefix of nothing', '<x:definitions/>', 'xml.parse'],
    ['a character that is none, by its number', step('', 'name="a&#0;b"'), 'xml.characters'], ['half of one', step('', 'name="&#xD800;"'), 'xml.characters'], ['one beyond all', step('', 'name="&#x110000;"'), 'xml.characters'],
    ['a raw control character', step('', 'name="a\u0001b"'), 'xml.characters'],
    ['NUL in what stands beside an element', step(extended('<banjie:exact xmlns:banjie="urn:banjie:bpmn:1">{"id":"x","type":"userTask","name":{"zh":"\\u0000","en":"a"},"assignment":{"kind":"office","role":"officer","agency":{"kind":"handling"}},"form":{},"outcomes":[]}</banjie:exact>'), 'name="\ufffd"'), 'xml.characters'],
    ['open tags without end', definitionsOf('').replace('</bpmn:definitions>', '<a '.repeat(300_000)), 'xml.parse'], ['open quotes', definitionsOf('<a b="'.repeat(100_000)), 'xml.parse'], ['brackets', '<'.repeat(1_000_000), 'xml.parse'],
    ['comments that never end', definitionsOf('<!--'.repeat(300_000)), 'xml.parse'], ['CDATA that never ends', definitionsOf('<![CDATA['.repeat(100_000)), 'xml.parse'],
    ['sub-processes in each other', file(`${'<bpmn:subProcess id="p">'.repeat(101)}${'</bpmn:subProcess>'.repeat(101)}`), 'xml.too-deep'],
    ['elements of no standard', definitionsOf(`<bpmn:process id="p">${'<bpmn:nope/>'.repeat(30_000)}</bpmn:process>`), 'xml.too-many'],
    ['listeners by the thousand', step(extended('<camunda:taskListener/>'.repeat(2_000))), 'more'],
    ['flows to nowhere', definitionsOf(`<bpmn:process id="p">${many(2_000, (i) => `<bpmn:sequenceFlow sourceRef="a${i}" targetRef="b"/>`)}</bpmn:process>`), 'more'],
    ['variables by the thousand', mapped(many(1_200, (i) => `<zeebe:input source="=v${i}" target="t${i}"/>`)), 'variable.too-many'],
    ['a structure without end', mapped(many(1_500, (i) => `<zeebe:input source="=1" target="a.b${i}.c"/>`)), 'expression.too-long'], ['one of great depth', mapped(`<zeebe:input source="=1" target="a${'.b'.repeat(2_000)}"/>`), 'mapping.part'],
    ['names that objects have', mapped('<zeebe:input source="=constructor.x" target="constructor.prototype"/><zeebe:input source="=__proto__" target="__proto__"/>'), 'mapping.shadows'],
    ['a boundary event beside itself', file(`${line({ x: '<bpmn:userTask id="x" camunda:candidateGroups="officer"/>' })}<bpmn:boundaryEvent id="b" attachedToRef="b"><bpmn:timerEventDefinition><bpmn:timeDuration>P1D</bpmn:timeDuration></bpmn:timerEventDefinition></bpmn:boundaryEvent>`), 'boundary.attached'],
    ['a flow to itself', file(`${line({ x: '<bpmn:userTask id="x" camunda:candidateGroups="officer"/>' })}<bpmn:sequenceFlow id="f" sourceRef="x" targetRef="f"/>`), 'flow.unknown-node'],
  ])('%s', async (_, xml, code) => {
    const result = await registrable(xml, {});
    const faults = result.ok ? [] : result.faults;
    expect(faults.map((f) => f.code)).toContain(code);
    expect(faults.length).toBeLessThanOrEqual(301);
  });

  it.each([
    ['an unknown element', '<bpmn:nope/>'], ['an id that stands twice', '<bpmn:task id="a"/>'], ['an attribute that stands twice', '<bpmn:task name="a" name="b"/>'], ['a text between elements', '<bpmn:task/>text'],
  ])('the parser does not go on where a file is wrong throughout: %s', async (_, wrong) => {
    const { root, warnings } = await readTree(createModdle(), 'bpmn:Definitions', definitionsOf(`<bpmn:process id="p">${wrong.repeat(5_000)}</bpmn:process>`));
    expect([root, warnings.length]).toEqual([null, 301]);
  });
  it('what only the drawing has is no fault, however much of it there is', async () => {
    const { root, warnings } = await readTree(createModdle(), 'bpmn:Definitions', definitionsOf(`<bpmn:process id="p">${'<bpmn:task other="x"/>'.repeat(1_000)}</bpmn:process>`));
    expect(root).not.toBeNull();
    expect(warnings).toHaveLength(1_000);
  });

  it('a list of groups is read, never evaluated', async () => {
    const endless = step('').replace('camunda:candidateGroups="officer"', '').replace('</bpmn:userTask>', `${extended('<zeebe:assignmentDefinition candidateGroups="=[for i in 1..999999999 return string(i)]"/>')}</bpmn:userTask>`);
    const result = await registrable(endless, {});
    expect(result.notices.map((n) => n.code)).toContain('assignment.computed');
  });
});
