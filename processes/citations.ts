/** What a definition cites in words (文书、办理说明、填写说明): 《行政处罚法》第四十四条, 程序规定§64. For the page of the process, which says what is not confirmed. */
import { chineseNumber } from '../domain/model/citation.ts';
import type { Json } from '../domain/json.ts';
import type { ProcessDefinition } from '../domain/model/types.ts';
import { instruments, type Listed } from './instruments.ts';

export interface Cited { readonly instrument: string; readonly article: string; readonly confirmed: boolean }

const numbers = new Map(Array.from({ length: 300 }, (_, i) => [chineseNumber(i + 1), i + 1]));
const named = instruments.flatMap((one) => [one.name.zh, ...one.short].map((name) => [name, one] as const)).sort(([a], [b]) => b.length - a.length);
const byName = new RegExp(`(${named.map(([name]) => name).join('|')})》?(?:（[^）]*）)?`, 'g');
/** What may stand between two articles of one instrument. */
const chinese = /^[、和及]?第([零一二三四五六七八九十百]+)条(?:第[一二三四五六七八九十]+款)?(?:第[（(]?[一二三四五六七八九十]+[）)]?项)?/;
const short = /^[、，]?\s?§{1,2}(\d{1,3})[①-⑩]?(?:\(\d{1,2}\))?/;

/** Every article that is cited by the name of its instrument; a number in brackets that stands alone (§27) is of the instrument that the step is about, and not looked for. */
export function citedIn(words: string): readonly (readonly [Listed, number])[] {
  return [...words.matchAll(byName)].flatMap((match) => {
    const instrument = named.find(([name]) => name === match[1])?.[1];
    const found: (readonly [Listed, number])[] = [];
    for (let rest = words.slice(match.index + match[0].length); instrument; ) {
      const article = chinese.exec(rest) ?? short.exec(rest);
      if (!article) break;
      found.push([instrument, numbers.get(article[1] ?? '') ?? Number(article[1])]);
      rest = rest.slice(article[0].length);
    }
    return found;
  });
}

const textsOf = (value: Json): readonly string[] =>
  typeof value === 'string' ? [value] : Array.isArray(value) ? value.flatMap((item: Json) => textsOf(item)) : value !== null && typeof value === 'object' ? Object.values(value).flatMap((item) => textsOf(item as Json)) : [];

/** In whatever the definition says but its limits, which say it themselves. Each article once. */
export function citations({ clocks: _, ...definition }: ProcessDefinition): readonly Cited[] {
  const all = new Map(textsOf(JSON.parse(JSON.stringify(definition)) as Json).flatMap(citedIn).map(([one, n]) => {
    const confirmed = one.articles.some((article) => new RegExp(`(?:^|、)§${n}(?![0-9])`).test(article));
    return [`${one.name.zh} ${n}`, { instrument: one.name.zh, article: `第${chineseNumber(n)}条`, confirmed }] as const;
  }));
  return [...all.values()].sort((a, b) => (a.instrument + a.article < b.instrument + b.article ? -1 : 1));
}
