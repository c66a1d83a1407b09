/** Names of agencies, posts, parties and steps, in both languages. What is not known is shown by its id: an old record must stay readable. */
import { agencyById, roles } from '../../domain/authority/agencies.ts';
import type { KeptBody } from '../../domain/engine/commands.ts';
import type { CaseState, Pool } from '../../domain/engine/state.ts';
import type { Assignment, Node, ProcessDefinition } from '../../domain/model/types.ts';
import { text, type Text } from '../../domain/text.ts';

export const agencyName = (id: string): Text => agencyById(id)?.name ?? text(id, id);
export const roleName = (role: string, model?: ProcessDefinition): Text => model?.roles[role] ?? roles[role] ?? text(role, role);

const officeName = (role: string, agency: string, model?: ProcessDefinition): Text => {
  const [office, of] = [roleName(role, model), agencyName(agency)];
  // 广东省质量提升发展基金管理办公室 is not said twice.
  return text(of.zh.endsWith(office.zh) ? of.zh : `${of.zh}${office.zh}`, `${office.en}, ${of.en}`);
};

/** "role@agency", "uscc:<code>" or "person:<account>", as people say it. */
export function poolName(pool: Pool, model?: ProcessDefinition, parties: CaseState['parties'] = []): Text {
  const party = parties.find((p) => p.pool === pool);
  if (party) return partyName(party.party, model);
  const at = pool.indexOf('@');
  if (at > 0) return officeName(pool.slice(0, at), pool.slice(at + 1), model);
  if (pool.startsWith('person:')) return text('自然人', 'Natural person');
  const uscc = pool.replace(/^uscc:/, '');
  return text(`企业 ${uscc}`, `Enterprise ${uscc}`);
}

export const partyName = (party: string, model?: ProcessDefinition): Text => model?.parties[party]?.name ?? text(party, party);

/** Who will take a step that is not open yet, as far as it follows from the definition. */
export function assigneeName(assignment: Assignment, model: ProcessDefinition, handling: string): Text {
  if (assignment.kind === 'party') return partyName(assignment.party, model);
  if (assignment.kind === 'pool') return text('按清单确定', 'As listed in the case');
  const { agency } = assignment;
  if (agency.kind === 'data') return roleName(assignment.role, model);
  return officeName(assignment.role, agency.kind === 'handling' ? handling : agency.agency, model);
}

const indexes = new WeakMap<ProcessDefinition, ReadonlyMap<string, Node>>();

/** Unlike the engine's index, does not stop at a node that a definition does not have. */
export function nodeOf(model: ProcessDefinition, id: string): Node | undefined {
  let index = indexes.get(model);
  if (!index) indexes.set(model, (index = new Map(model.nodes.map((n) => [n.id, n]))));
  return index.get(id);
}

export const nodeName = (model: ProcessDefinition, id: string): Text => nodeOf(model, id)?.name ?? text(id, id);
export const clockName = (model: ProcessDefinition, id: string): Text => model.clocks.find((c) => c.id === id)?.name ?? text(id, id);
export const fieldLabel = (model: ProcessDefinition, field: string): Text => model.fields[field]?.label ?? text(field, field);

export function outcomeName(model: ProcessDefinition, node: string, outcome: string): Text {
  const step = nodeOf(model, node);
  return (step?.type === 'userTask' ? step.outcomes.find((o) => o.id === outcome)?.name : undefined) ?? text(outcome, outcome);
}

/** Endings that any process can have. */
const generalOutcomes: Readonly<Record<string, Text>> = { terminated: text('终止', 'Terminated'), withdrawn: text('撤回', 'Withdrawn'), merged: text('并案', 'Merged') };
/** How a case ended. */
export const caseOutcomeName = (model: ProcessDefinition, outcome: string): Text =>
  model.outcomes[outcome] ?? generalOutcomes[outcome] ?? text(outcome, outcome);

/** What may come to a case from outside. */
export const keptName: Readonly<Record<KeptBody['type'], Text>> = {
  message: text('消息', 'A message'), signal: text('信号', 'A signal'), 'job-done': text('系统任务的结果', 'The result of a service'), 'child-closed': text('关联案件办结的通知', 'The news that another case is closed'),
};
