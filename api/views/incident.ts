/** 流程异常 as whoever has to see to it is told of it: where, what came, why the process cannot go on with it, and what to do. */
import type { IncidentView } from '../../contracts/cases.ts';
import { problemKinds } from '../../contracts/problems.ts';
import { mayManage, type Person } from '../../domain/authority/acts.ts';
import type { CaseState, Held, Incident } from '../../domain/engine/state.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { text, type Text } from '../../domain/text.ts';
import { keptName, nodeName } from './names.ts';

const whatCame: Readonly<Record<Exclude<Held['kind'], 'input'>, Text>> = {
  timer: text('定时到期', 'A timer ran out'), deemed: text('时限届满，依法视为的决定', 'A limit ran out, and the law says what silence means'), instances: text('多实例环节继续展开', 'Further instances of a list are to be opened'),
};
export const heldName = (of: Held): Text => (of.kind === 'input' ? keptName[of.body.type] : whatCame[of.kind]);

/** The first at each element, so that a list of thousands is one line. */
export function incidentViews(model: ProcessDefinition, state: CaseState, person: Person): IncidentView[] {
  const at = new Map<string, Incident[]>();
  for (const incident of Object.values(state.incidents ?? {})) at.set(incident.node, [...(at.get(incident.node) ?? []), incident]);
  const retry = state.status === 'open' && !state.merging && mayManage(state, person) === null;
  return [...at.values()].flatMap(([first, ...others]) => (first ? [{ ...incidentView(first, model), count: 1 + others.length, retry }] : []));
}

function incidentView({ id, node, since, code, params, of }: Incident, model: ProcessDefinition): Omit<IncidentView, 'count' | 'retry'> {
  const { title, advice } = problemKinds[code];
  const { where, expression } = params;
  return {
    incident: id, node, name: nodeName(model, node), since, what: heldName(of), code, why: title,
    advice: text(
      `${advice.zh}；更正后重试。流程本身有误的，由系统管理员登记更正的版本并迁移本案，迁移后自动重试`,
      `${advice.en}, then retry. Where the process itself is wrong, an administrator registers a mended version and migrates the case, which tries it again by itself`,
    ),
    at: typeof where === 'string' ? { element: where, expression: typeof expression === 'string' ? expression : null } : null,
  };
}
