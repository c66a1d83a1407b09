/** What differs between two versions of a process, in words. Things are known by their ids: one that is called otherwise is another. */
import type { Json } from '../json.ts';
import { canonicalJson } from '../record/canonical-json.ts';
import { text, type Text } from '../text.ts';
import { areas, partsOf, type Area, type Aspect, type Part } from './parts.ts';
import type { ProcessDefinition } from './types.ts';

export interface Difference {
  readonly area: Area;
  readonly id: string;
  readonly name: Text;
  readonly change: 'added' | 'removed' | 'changed';
  /** Of something changed: what of it, as a stable name. */
  readonly aspect?: string;
  /** Absent where there was, or is, none. */
  readonly old?: Json;
  readonly new?: Json;
  readonly text: Text;
}

/** In the order of the areas; nothing for what is merely written in another order. */
export function diffDefinitions(from: ProcessDefinition, to: ProcessDefinition): readonly Difference[] {
  const key = (part: Part): string => `${part.area} ${part.area === 'process' ? '' : part.id}`;
  const [before, after] = [new Map(partsOf(from).map((p) => [key(p), p])), new Map(partsOf(to).map((p) => [key(p), p]))];
  const found = [...new Set([...before.keys(), ...after.keys()])].flatMap((id): readonly Difference[] => {
    const [old, now] = [before.get(id), after.get(id)];
    if (old && now) return changes(old, now);
    return old ? [whole(old, 'removed')] : now ? [whole(now, 'added')] : [];
  });
  const order = Object.keys(areas);
  return found.toSorted((a, b) => order.indexOf(a.area) - order.indexOf(b.area));
}

function whole({ area, id, name }: Part, change: 'added' | 'removed'): Difference {
  const [zh, en] = change === 'added' ? ['新增', 'added'] : ['取消', 'removed'];
  return { area, id, name, change, text: text(`${zh}${areas[area].zh}“${name.zh}”`, `${areas[area].en} "${name.en}" ${en}`) };
}

function changes(old: Part, now: Part): readonly Difference[] {
  const { area, id, name } = now;
  const about = text(`${areas[area].zh}“${name.zh}”`, `${areas[area].en} "${name.en}"`);
  return [...new Set([...old.aspects.keys(), ...now.aspects.keys()])].flatMap((aspect): readonly Difference[] => {
    const [a, b] = [old.aspects.get(aspect), now.aspects.get(aspect)];
    const same = a && b ? (aspect.endsWith(':order') ? sameOrder(a.value, b.value) : canonicalJson(a.value) === canonicalJson(b.value)) : aspect.endsWith(':order');
    if (same) return [];
    return [{ area, id, name, change: 'changed', aspect, ...(a ? { old: a.value } : {}), ...(b ? { new: b.value } : {}), text: sentence(about, a, b) }];
  });
}

/** What is in both lists stands in the same order: an item that came or went is told by itself. */
function sameOrder(a: Json, b: Json): boolean {
  const [x, y] = [a, b].map((list) => (Array.isArray(list) ? list : []));
  const kept = (list: readonly Json[] = [], other: readonly Json[] = []): string => canonicalJson(list.filter((item) => other.includes(item)));
  return kept(x, y) === kept(y, x);
}

function sentence(about: Text, a: Aspect | undefined, b: Aspect | undefined): Text {
  const name = b?.name ?? a?.name ?? text('', '');
  if (!a) return text(`${about.zh}新增${name.zh}：${b?.said.zh ?? ''}`, `${about.en}: ${name.en} added: ${b?.said.en ?? ''}`);
  if (!b) return text(`${about.zh}取消${name.zh}（原为 ${a.said.zh}）`, `${about.en}: ${name.en} removed (was ${a.said.en})`);
  // Two values may be said alike (a name that is the same in one of the languages): then the values themselves are told.
  const told = (part: Aspect, language: 'zh' | 'en'): string => (a.said[language] === b.said[language] ? JSON.stringify(part.value) : part.said[language]);
  return text(`${about.zh}的${name.zh}由 ${told(a, 'zh')} 改为 ${told(b, 'zh')}`, `${about.en}: ${name.en} changed from ${told(a, 'en')} to ${told(b, 'en')}`);
}
