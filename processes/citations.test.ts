/** What the processes cite: each instrument once, and nothing from memory that does not say so. */
import { describe, expect, it } from 'vitest';
import type { Basis } from '../domain/calendar/types.ts';
import { isUnconfirmed } from '../domain/model/citation.ts';
import { under } from '../domain/model/builder-clocks.ts';
import type { Json } from '../domain/json.ts';
import { citations, citedIn } from './citations.ts';
import { instruments } from './instruments.ts';
import { definitions } from './registry.ts';

/** Every basis in a definition, wherever it stands: rules, exclusions, extensions, timers. */
const basesIn = (value: Json): readonly Basis[] => {
  if (Array.isArray(value)) return value.flatMap((item: Json) => basesIn(item));
  if (value === null || typeof value !== 'object') return [];
  return 'instrument' in value && 'confidence' in value ? [value as unknown as Basis] : Object.values(value).flatMap((item) => basesIn(item as Json));
};
const all = definitions.map((d) => [d.key, basesIn(JSON.parse(JSON.stringify(d)) as Json)] as const);
const byName = new Map(instruments.map((i) => [i.name.zh, i]));

it('each instrument is listed once, and no name stands for two', () => {
  const names = instruments.flatMap((i) => [i.name.zh, ...i.short]);
  expect(new Set(names).size).toBe(names.length);
  expect(instruments.filter((i) => i.articles.length === 0 || new Set(i.articles).size !== i.articles.length).map((i) => i.name.zh)).toEqual([]);
});

describe('limits', () => {
  it('every one is internal, or under an instrument of the list in the version that was read, or says that it is not confirmed', () => {
    // What a document names is no law.
    const named = '检察意见书载明的回复期限';
    const neither = all.flatMap(([key, bases]) => bases.filter((b) => !b.internal && b.instrument.zh !== named).flatMap((b) => {
      const listed = byName.get(b.instrument.zh);
      const good = listed !== undefined && b.version === listed.version && b.confidence === (listed.articles.includes(b.article) ? listed.confidence : 'R');
      return good ? [] : [`${key}: ${b.instrument.zh} ${b.article}`];
    }));
    expect(all.flatMap(([, bases]) => bases).length).toBeGreaterThan(150);
    expect(neither).toEqual([]);
  });
  it('an article that was not read is not confirmed, whatever is known of the rest', () => {
    const [procedure] = instruments.filter((i) => i.short.includes('程序规定'));
    if (!procedure) throw new Error('not listed');
    expect([under(procedure, '§18'), under(procedure, '§99')].map(isUnconfirmed)).toEqual([false, true]);
  });
  it('these are not confirmed, and no others', () => {
    const found = new Set(all.flatMap(([key, bases]) => bases.filter(isUnconfirmed).map((b) => `${key}: ${b.instrument.zh}${b.article}`)));
    expect([...found].sort()).toEqual([
      'complaint: 市场监督管理投诉举报处理暂行办法§14', 'complaint: 市场监督管理投诉举报处理暂行办法§21②', 'summary-penalty: 市场监督管理行政处罚程序规定§73',
    ]);
  });
});

describe('documents and explanations', () => {
  it.each([
    ['依据《中华人民共和国行政处罚法》第五十六条、《市场监督管理行政处罚程序规定》第三十三条的规定', ['行政处罚法 56', '程序规定 33']],
    ['根据《中华人民共和国行政处罚法》第四十四条、第四十五条和第六十三条第一款第（二）项', ['行政处罚法 44', '行政处罚法 45', '行政处罚法 63']],
    ['由负责人集体讨论（程序规定§60②）', ['程序规定 60']], ['《公安机关办理刑事案件程序规定》第一百八十二条', ['公安机关办理刑事案件程序规定 182']], ['行政处罚法规定的期限，第二十条', []],
  ])('%s', (words, cited) => {
    expect(citedIn(words).map(([one, n]) => `${one.name.zh} ${n}`)).toEqual(cited.map((c) => expect.stringContaining(c)));
  });
  it('these are cited without having been read; the page of the process says so', () => {
    const found = definitions.flatMap((d) => citations(d).filter((c) => !c.confirmed).map((c) => `${d.key}: ${c.instrument}${c.article}`));
    expect(found).toEqual([
      'report: 市场监督管理行政处罚程序规定第十四条',
      'summary-penalty: 中华人民共和国行政强制法第五十五条', 'summary-penalty: 市场监督管理行政处罚程序规定第七十三条', ...['五十七', '五十六', '六十三'].map((n) => `enforcement: 中华人民共和国行政处罚法第${n}条`), 'enforcement: 中华人民共和国行政强制法第五十五条',
      'enforcement: 市场监督管理行政处罚程序规定第十四条',
    ]);
    expect(definitions.flatMap((d) => citations(d)).length).toBeGreaterThan(60);
  });
});
