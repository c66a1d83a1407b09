/** What the page of a process shows of its tests (走查与边界): the tables, made by test/support/tables.ts from the walks and limits that the tests run on. */
import type { ProcessDefinition } from '../domain/model/types.ts';
import { budgetText } from '../domain/calendar/budget-text.ts';
import { boundaryKinds, type Boundary, type BoundaryKind } from './boundary.ts';
import { table } from './markdown.ts';

export const places = ['purely', 'http', 'days'] as const;
/** 纯引擎 / HTTP 全栈 / 跳时服务器. */
export type Place = (typeof places)[number];

export interface ShownWalk {
  /** The process from which it is walked. */
  readonly process: string;
  readonly name: string;
  readonly title: string;
  readonly places: readonly Place[];
}
export interface ShownEnd {
  /** End event, or field and value. */
  readonly id: string;
  readonly name: string;
  readonly walks: readonly ShownWalk[];
}
export interface Proof {
  /** The end events with which a case ends, and what else a way leads to: ends of parts, and grounds. */
  readonly outcomes: readonly ShownEnd[];
  readonly ends: readonly ShownEnd[];
  readonly grounds: readonly ShownEnd[];
  readonly boundaries: readonly Boundary[];
  /** Specs that walk it, by place. */
  readonly specs: Readonly<Record<Place, string | null>>;
}

const placeNames: Readonly<Record<Place, string>> = { purely: '纯引擎', http: 'HTTP 全栈', days: '跳时服务器' };
const code = (s: string): string => `\`${s}\``;
const nameIn = (key: string, { process, name }: ShownWalk): string => code(process === key ? name : `${process}/${name}`);

function outcomes(key: string, { outcomes: shown, specs }: Proof): string {
  const rows = shown.flatMap(({ id, name, walks }) => walks.map((walk, i) => [
    i === 0 ? `${name} ${code(id)}` : '', `${walk.title} ${nameIn(key, walk)}`, ...places.map((place) => (walk.places.includes(place) ? '✓' : '')),
  ]));
  const where = places.flatMap((place) => (specs[place] === null ? [] : [`${placeNames[place]}：${code(specs[place])}`]));
  return `### 每种办结结果由哪些办理路径走到 Outcomes × walks\n\n${table(['结果', '办理路径', ...places.map((p) => placeNames[p])], rows)}\n\n${where.join('；')}。`;
}

function others(key: string, title: string, shown: readonly ShownEnd[]): string {
  if (shown.length === 0) return '';
  const at = (walks: readonly ShownWalk[]): string => places.filter((place) => walks.some((w) => w.places.includes(place))).map((p) => placeNames[p]).join('、');
  return `### ${title}\n\n${table(['情形', '标识', '办理路径', '走查'], shown.map(({ id, name, walks }) => [name, code(id), walks.map((w) => nameIn(key, w)).join(' '), at(walks)]))}`;
}

const kindNames: Readonly<Record<BoundaryKind, string>> = { ordinary: '平日', springFestival: '2026年春节', nationalDay: '2026年国庆', makeUpDay: '调休上班日' };

function limits({ clocks }: ProcessDefinition, { boundaries }: Proof): string {
  if (clocks.length === 0) return '';
  const rows = boundaries.map(({ clock, rule = 0, on }) => {
    const found = clocks.find((c) => c.id === clock);
    const of = found?.rules[rule];
    if (!found || !of) throw new Error(`no rule ${rule} of ${clock}`);
    const { basis } = of;
    return [
      `${found.name.zh} ${code(clock)}`, budgetText(of.budget).zh, basis.internal ? '内部时限' : basis.instrument.zh, basis.internal ? '' : basis.article, basis.internal ? '' : basis.version,
      ...boundaryKinds.map((kind) => { const at = on[kind]; return typeof at === 'string' ? `—（${at}）` : `${at[0]} → **${at[1]}**`; }),
    ];
  });
  return `### 每个时限的最后一刻 Limits × boundary tests\n\n起算日 → 最后一日：到该日二十四时（按小时计算的，到该时刻）为止办理的在期限内，其后一刻即为逾期、失权或者期满。`
    + `\n\n${table(['时限', '期限', '依据', '条款', '版本', ...boundaryKinds.map((k) => kindNames[k])], rows)}`;
}

export const renderProof = (definition: ProcessDefinition, proof: Proof): string => [
  '## 走查与边界 What the tests show', outcomes(definition.key, proof), others(definition.key, '各部分的终点 Ends of parts', proof.ends),
  others(definition.key, '不予受理、终止等的每种理由 Grounds', proof.grounds), limits(definition, proof),
].filter(Boolean).join('\n\n');

