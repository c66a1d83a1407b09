import { BpmnModdle } from 'bpmn-moddle';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exportBpmn } from '../../bpmn/export/export.ts';
import { importBpmn } from '../../bpmn/import/import.ts';
import { beginningsOf } from '../../domain/model/starts.ts';
import type { Node, ProcessDefinition } from '../../domain/model/types.ts';
import { canonicalJson } from '../../domain/record/canonical-json.ts';
import { definitions } from '../../processes/registry.ts';
import { text } from '../../domain/text.ts';
import { definition, end, exclusive, flow, soundDefinition, start, userTask } from '../engine/models.ts';
import { anyDefinition } from './definitions.ts';

const json = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;
/** Forms are lists: their order is part of them. */
const ordered = (value: unknown): string => JSON.stringify(value, (_, v: unknown) => (typeof v === 'object' && v !== null && !Array.isArray(v) && Object.values(v).some((u) => u === 'required' || u === 'optional' || u === 'read') ? Object.entries(v) : v));

async function comesBack(definition: ProcessDefinition): Promise<void> {
  const xml = await exportBpmn(definition);
  // A tool that knows BPMN alone finds nothing wrong with it either.
  expect((await new BpmnModdle({}).fromXML(xml)).warnings).toEqual([]);
  const back = await importBpmn(xml);
  if (!back.ok) throw new Error(`${back.problems.map((p) => p.message.en).join('; ')}\n${xml}`);
  expect(back.definition).toEqual(json(definition));
  expect(back.notices).toEqual([]);
  const sort = (d: ProcessDefinition) => ordered(d.nodes.map((n) => ({ id: n.id, form: 'form' in n ? n.form : null })));
  expect(sort(back.definition)).toBe(sort(definition));
}

describe('import(export(x)) = x', () => {
  it.each(definitions.map((d) => [d.key, d] as const))('%s, to the letter: its hash stays', async (_, definition) => {
    await comesBack(definition);
    const back = await importBpmn(await exportBpmn(definition));
    expect(back.ok && canonicalJson(back.definition)).toBe(canonicalJson(definition));
  });

  it('every sound definition', async () => {
    await fc.assert(fc.asyncProperty(soundDefinition, comesBack), { numRuns: 60 });
  });

  it('a process that begins plainly, or by one of two messages', async () => {
    const by = (id: string, message: string, form: ProcessDefinition['startForm']): Node => ({ ...start, id, on: { kind: 'message', message, form } } as Node);
    const definition_ = definition([start, by('referred', 'referral', { note: 'required' }), by('phoned', 'call', {}), exclusive('meet'), userTask('a'), end()],
      [flow('start', 'meet'), flow('referred', 'meet'), flow('phoned', 'meet'), flow('meet', 'a'), flow('a', 'end')], { fields: { note: { label: text('说明', 'Note'), type: 'text' } } });
    await comesBack(definition_);
    // As another tool has it, without what is Banjie's own.
    const plain = (await exportBpmn(definition_)).replace(/<bpmn:extensionElements>[\s\S]*?<\/bpmn:extensionElements>/g, '');
    const back = await importBpmn(plain);
    expect(back.ok && beginningsOf(back.definition).map((b) => [b.event.id, b.message])).toEqual([['start', null], ['referred', 'referral'], ['phoned', 'call']]);
  });

  it('every kind of node with everything that it may have, in texts of every kind', async () => {
    await fc.assert(fc.asyncProperty(anyDefinition, comesBack), { numRuns: 200 });
  });
});
