/** What a definition has beside its nodes and flows, for a file that only has a process. */
import type { Flow, Node, ProcessDefinition } from '../../domain/model/types.ts';
import { closesCase } from '../../domain/model/checks/structure.ts';
import { text } from '../../domain/text.ts';
import { idOf, nameOf, documentationOf, type Element } from '../moddle.ts';
import type { Extensions } from './extensions.ts';
import { keyOf } from './names.ts';
import type { Reading } from './reading.ts';
import { office } from './assignment.ts';

interface Rest { readonly nodes: readonly Node[]; readonly flows: readonly Flow[] }

export function headOf(reading: Reading, process: Element, extensions: Extensions, { nodes, flows }: Rest): ProcessDefinition {
  const { options } = reading;
  const key = options.key ?? keyOf(idOf(process));
  if (key === null) reading.refuse('process.key', process);
  const title = nameOf(process) || idOf(process);
  const name = text(title, title);
  const summary = documentationOf(process);
  const decisions = [...reading.tables.values()];
  reading.note('language.one', process);
  const starters = startersOf(reading, process, extensions);
  const definition: ProcessDefinition = {
    key: key ?? '', version: options.version ?? 1, name, summary: summary ? text(summary, summary) : name, numberWord: options.numberWord ?? /\p{Script=Han}/u.exec(title)?.[0] ?? '件',
    roles: Object.fromEntries(reading.roles), parties: {}, fields: Object.fromEntries(reading.fields), starters, startForm: { ...reading.startForm },
    title: JSON.stringify(title), outcomes: {}, nodes, flows, clocks: reading.clocks,
    ...(decisions.length > 0 ? { decisions } : {}),
  };
  return withOutcomes(definition);
}

/** How a case can end: each end that closes it is one way, an event sub-process that takes it over included. */
function withOutcomes(definition: ProcessDefinition): ProcessDefinition {
  const nodes = definition.nodes.map((n): Node => (n.type !== 'endEvent' ? n : { ...n, outcome: closesCase(definition, n) ? n.id : '' }));
  return { ...definition, nodes, outcomes: Object.fromEntries(nodes.flatMap((n) => (n.type === 'endEvent' && n.outcome !== '' ? [[n.outcome, n.name]] : []))) };
}

function startersOf(reading: Reading, process: Element, extensions: Extensions): ProcessDefinition['starters'] {
  const groups = (extensions.attribute('candidateStarterGroups') ?? '').split(',').map((g) => g.trim()).filter(Boolean);
  const roles = groups.map((g) => reading.options.roles?.[g] ?? reading.names.role(g));
  if (roles.length > 0) {
    groups.forEach((g, i) => office(reading, roles[i] ?? g, g));
    return [...new Set(roles)].map((role) => ({ kind: 'office', role }));
  }
  const role = [...reading.roles.keys()][0] ?? reading.options.role ?? 'officer';
  if (!reading.roles.has(role)) reading.roles.set(role, text('承办人', 'Officer'));
  reading.note('starter.derived', process, role);
  return [{ kind: 'office', role }];
}
