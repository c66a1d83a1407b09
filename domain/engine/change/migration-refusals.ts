/** Why a case cannot go over to another version: every reason by its name, and all of them at once. */
import type { Json } from '../../json.ts';
import type { ProcessDefinition } from '../../model/types.ts';
import { text, type Text } from '../../text.ts';

export type MigrationRefusalCode =
  | 'step.gone' | 'step.kind' | 'step.level' | 'step.service' | 'step.instances' | 'step.signing' | 'step.pool'
  | 'flow.gone' | 'marking.unreachable' | 'marking.unknown'
  | 'timer.gone' | 'timer.no-date' | 'clock.gone' | 'clock.no-rule' | 'clock.breached' | 'clock.pool'
  | 'field.gone' | 'field.type' | 'field.value' | 'field.taken' | 'party.gone';

export interface MigrationRefusal {
  readonly code: MigrationRefusalCode;
  /** Id of the step, clock, field … in the version that the case is on. */
  readonly at: string;
  /** How often in this case: a step may be open many times. */
  readonly count: number;
  readonly text: Text;
}

type Told = (name: Text, more: Readonly<Record<string, string>>) => Text;
const texts: Record<MigrationRefusalCode, Told> = {
  'step.gone': (n) => text(`案件停在“${n.zh}”，新版本没有该环节，也没有指定对应环节`, `The case stands at "${n.en}", which the new version does not have and the mapping does not name`),
  'step.kind': (n, { was, is }) => text(`“${n.zh}”在新版本中是另一类环节（${was} → ${is}）`, `"${n.en}" is a step of another kind in the new version (${was} → ${is})`),
  'step.level': (n) => text(`“${n.zh}”在新版本中移入或者移出了子流程`, `"${n.en}" was moved into or out of a sub-process`),
  'step.service': (n, { was, is }) => text(`“${n.zh}”正在等待服务 ${was}，新版本改用 ${is}`, `"${n.en}" waits for the service ${was}; the new version uses ${is}`),
  'step.instances': (n) => text(`“${n.zh}”的多实例方式在新版本中不同`, `"${n.en}" has other instances in the new version`),
  'step.signing': (n) => text(`“${n.zh}”正在会签，新版本的签署人或者规则不同`, `"${n.en}" is being signed; signers or rule differ in the new version`),
  'step.pool': (n) => text(`无法确定“${n.zh}”在新版本中由谁办理`, `Nobody can be found for "${n.en}" under the new version`),
  'flow.gone': (n) => text(`一条分支在“${n.zh}”等待汇合，新版本没有它到达的路径`, `A branch waits at "${n.en}"; the new version has no flow by which it came`),
  'marking.unreachable': (n) => text(`新版本的流程不会走到这样的状态：${n.zh}`, `The new version never stands like this: ${n.en}`),
  'marking.unknown': (n) => text(`新版本的流程过大，无法判断能否走到：${n.zh}`, `The new version is too large to tell whether it can stand like this: ${n.en}`),
  'timer.gone': (n) => text(`定时“${n.zh}”已启动，新版本在该环节没有对应的定时`, `The timer "${n.en}" is armed and has no counterpart at that step`),
  'timer.no-date': (n) => text(`新版本的定时“${n.zh}”所依据的日期没有填写`, `The date of the new version's timer "${n.en}" is not filled in`),
  'clock.gone': (n) => text(`时限“${n.zh}”正在计算，新版本没有对应的时限`, `The clock "${n.en}" runs and has no counterpart`),
  'clock.no-rule': (n) => text(`新版本的时限“${n.zh}”没有适用于本案的规定`, `No rule of the new version's clock "${n.en}" applies to this case`),
  'clock.breached': (n) => text(`时限“${n.zh}”已经超期，不能改用新的规定`, `The clock "${n.en}" is overdue and cannot go over to a new rule`),
  'clock.pool': (n) => text(`无法确定时限“${n.zh}”在新版本中由谁负责`, `Nobody can be found for the duty of the clock "${n.en}"`),
  'field.gone': (n) => text(`字段“${n.zh}”已有内容，新版本没有该字段`, `The field "${n.en}" holds a value and has no counterpart`),
  'field.type': (n, { was, is }) => text(`字段“${n.zh}”已有内容，新版本的类型不同（${was} → ${is}）`, `The field "${n.en}" holds a value and has another type (${was} → ${is})`),
  'field.value': (n) => text(`字段“${n.zh}”的内容不在新版本的选项中`, `What the field "${n.en}" holds is no option of the new version`),
  'field.taken': (n, { is }) => text(`字段“${n.zh}”所对应的新字段 ${is} 已有内容`, `The field "${n.en}" would overwrite ${is}, which holds a value`),
  'party.gone': (n) => text(`新版本没有当事人“${n.zh}”`, `The new version has no party "${n.en}"`),
};

export interface Refusals {
  readonly add: (code: MigrationRefusalCode, at: string, more?: Readonly<Record<string, string>>, name?: Text) => void;
  readonly all: () => readonly MigrationRefusal[];
}

/** @param from the version that the case is on: its names are those that people know */
export function refusals(from: ProcessDefinition): Refusals {
  const found = new Map<string, MigrationRefusal>();
  const names = new Map<string, Text>([
    ...from.nodes.map((n) => [`step ${n.id}`, n.name] as const), ...from.nodes.map((n) => [`flow ${n.id}`, n.name] as const), ...from.nodes.map((n) => [`timer ${n.id}`, n.name] as const),
    ...from.clocks.map((c) => [`clock ${c.id}`, c.name] as const), ...Object.entries(from.fields).map(([id, f]) => [`field ${id}`, f.label] as const),
    ...Object.entries(from.parties).map(([id, p]) => [`party ${id}`, p.name] as const),
  ]);
  return {
    add: (code, at, more = {}, name = names.get(`${code.split('.')[0]} ${at}`) ?? text(at, at)) => {
      const key = `${code} ${at}`;
      const before = found.get(key);
      found.set(key, { code, at, count: (before?.count ?? 0) + 1, text: before?.text ?? texts[code](name, more) });
    },
    all: () => [...found.values()],
  };
}

/** As it stands in a rejection; so many at most. */
export const asParams = (list: readonly MigrationRefusal[]): Readonly<Record<string, Json>> => ({
  count: list.length, refusals: list.slice(0, 100).map(({ code, at, count, text: said }) => ({ code, at, count, text: { zh: said.zh, en: said.en } })),
});
