/** Small files as other engines have them, put together for one test each. */
import { importBpmn, type ImportNotice, type ImportOptions } from '../../bpmn/import/import.ts';
import { checkDefinition } from '../../domain/model/check.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';

const head = `<bpmn:definitions xmlns:bpmn="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:camunda="http://camunda.org/schema/1.0/bpmn"
  xmlns:zeebe="http://camunda.org/schema/zeebe/1.0" xmlns:flowable="http://flowable.org/bpmn" xmlns:design="http://flowable.org/design" targetNamespace="x">`;
export const file = (body: string, roots = ''): string => `${head}<bpmn:process id="theProcess" name="过程" isExecutable="true">${body}</bpmn:process>${roots}</bpmn:definitions>`;
export const seq = (...ids: readonly string[]): string => ids.slice(1).map((id, i) => `<bpmn:sequenceFlow id="f_${ids[i]}_${id}" sourceRef="${ids[i]}" targetRef="${id}"/>`).join('');
export const extended = (inside: string): string => `<bpmn:extensionElements>${inside}</bpmn:extensionElements>`;
export const userTask = (id: string, inside = ''): string => `<bpmn:userTask id="${id}" name="${id}" camunda:candidateGroups="officer">${inside}</bpmn:userTask>`;
/** From start to end, one after the other. */
export const line = (elements: Readonly<Record<string, string>>): string => `<bpmn:startEvent id="s"/>${Object.values(elements).join('')}<bpmn:endEvent id="e"/>${seq('s', ...Object.keys(elements), 'e')}`;

/** The definition, which is whole. */
export async function sound(xml: string, options: ImportOptions = {}): Promise<{ readonly model: ProcessDefinition; readonly notices: readonly ImportNotice[] }> {
  const result = await importBpmn(xml, options);
  if (!result.ok) throw new Error(result.problems.map((p) => `${p.code} ${p.message.en}`).join('\n'));
  const faults = checkDefinition(result.definition);
  if (faults.length > 0) throw new Error(faults.map((p) => `${p.code} ${p.element} ${p.message.en}`).join('\n'));
  return { model: result.definition, notices: result.notices };
}

export async function reasons(xml: string, options: ImportOptions = {}): Promise<readonly string[]> {
  const result = await importBpmn(xml, options);
  return result.ok ? [] : result.problems.map((p) => `${p.code} ${p.element}`);
}
