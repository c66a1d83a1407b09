/** Whatever somebody does to a file, it becomes a definition that can be checked, or problems in both languages. */
import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { exportBpmn } from '../../bpmn/export/export.ts';
import { registrable } from '../../bpmn/registrable.ts';
import { anyDefinition } from './definitions.ts';

const folder = new URL('samples/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.includes('.bpmn')).map((name) => readFileSync(new URL(name, folder), 'utf8'));
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
  const result = await registrable(xml, { role: 'officer', services: { scoreCustomer: 'notify' } });
  if (result.ok) return true;
  expect(result.faults.length).toBeGreaterThan(0);
  for (const { message } of result.faults) expect(message.zh.length * message.en.length).toBeGreaterThan(0);
  return false;
}

it('files of other engines', async () => {
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
