/**
 * Every 文书 that the ways of the processes draw up, filled in as it would be printed. What only the record knows (the number of the case and of the
 * document, the list of evidence) is put in its place here.
 */
import { fillIn } from '../../domain/documents/fill.ts';
import type { ContentBlock, DocumentContent, DocumentTemplate } from '../../domain/documents/types.ts';
import type { Json, JsonObject } from '../../domain/json.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { groundWalks, type Walk } from '../../processes/walk.ts';
import { shown, type Shown } from './shown.ts';

export interface DrawnUp {
  readonly process: string;
  /** Name of the template in the process. */
  readonly name: string;
  readonly template: DocumentTemplate;
  readonly walk: string;
  readonly content: DocumentContent;
  /** The same with as much written in it as people write. */
  readonly full: () => DocumentContent;
}

const evidence: JsonObject[] = [
  { name: '现场检查笔录', quantity: '1份', source: '现场制作', place: '广州市天河区中山大道88号', obtainedOn: '2026-03-02', digests: 'a3f1c2'.repeat(10).concat('09be') },
  { name: '电热水壶（型号：CG-1810）抽样样品', quantity: '3台', source: '抽样取证', place: '广州市天河区中山大道88号成品仓库', obtainedOn: '2026-03-03', digests: '' },
  { name: '检验报告', quantity: '1份', source: '技术机构出具', place: '', obtainedOn: null, digests: '5d0e77'.repeat(10).concat('1c2a') },
];
const caseNumber = '粤市监〔2026〕1024号';

/** What the pure walk leaves empty because the append alone fills it in. */
const completed = (template: DocumentTemplate, values: JsonObject): JsonObject => ({
  ...values, ...Object.fromEntries(Object.entries(template.values).flatMap(([name, from]) => (from === 'case.number' && values[name] === null ? [[name, caseNumber]] : []))), ...(template.listsEvidence ? { evidence } : {}),
});

function drawnOnWalk({ model, walker }: Shown, walk: string, way: Walk): readonly DrawnUp[] {
  return walker.walk(way, undefined, undefined, { fast: true }).bodies('document.drafted').map(({ template: name, values, issuer, format, on }) => {
    const template = model.documents?.[name];
    if (!template) throw new Error(`${model.key} has no template ${name}`);
    const given = completed(template, values);
    const number = format?.replace('{n}', '1') ?? null;
    return {
      process: model.key, name, template, walk, content: fillIn(template, given, { issuer: issuer.name, number, on }),
      full: () => fillIn(template, longer(template, given, model), { issuer: longer(template, { issuer: issuer.name }, model)['issuer'] as string, number, on }),
    };
  });
}

/** Of every walk of every process (or of those whose key begins so), those that differ by a ground alone too. */
export const drawnUp = (beginning = ''): readonly DrawnUp[] => shown.filter(({ model }) => model.key.startsWith(beginning)).flatMap((one) => Object.entries({ ...one.walks.walks, ...groundWalks(one.walks) }).flatMap(([walk, way]) => drawnOnWalk(one, walk, way)));

const longFirm = '粤港澳大湾区（广东省佛山市顺德区北滘镇）晨光家用电器及智能厨房设备研发制造销售服务一体化股份有限公司';
const longText = '经核查，上述情况有现场检查笔录、询问笔录、检验报告（报告编号：GDQT-2026-003317）、进销货台账和银行流水等证据证实，涉及货值金额人民币1,286,450.50元。\n当事人及有关人员对上述事实无异议，并在各项材料上签名确认。';

/** As much as people write: long names of enterprises, rare characters in those of people, two paragraphs where there is room for them. */
function longer({ values: from }: DocumentTemplate, values: JsonObject, { fields }: ProcessDefinition): JsonObject {
  const written = (value: Json, type: string | undefined, name: string): Json => {
    if (typeof value !== 'string') return Array.isArray(value) ? value.map((v) => written(v, undefined, name)) : value;
    const named = /^(complainant|reporter|contact|leader|individual)Name$/.test(name) ? `${value}（䶮㐂𠮷）` : value.replace(/^.{2,20}(有限公司|餐厅)$/, longFirm);
    return type === 'long-text' ? `${named}${longText}` : named;
  };
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, written(value, fields[from[name] ?? '']?.type, from[name] ?? name)]));
}

/** Of each template the one in which most is written. */
export function longestOf(all: readonly DrawnUp[]): ReadonlyMap<string, DrawnUp> {
  const longest = new Map<string, DrawnUp>();
  for (const one of all) {
    const key = `${one.process}/${one.name}`;
    const known = longest.get(key);
    if (!known || JSON.stringify(one.content).length > JSON.stringify(known.content).length) longest.set(key, one);
  }
  return longest;
}

/** All that is printed of it, line by line as it is written in the template. */
export const linesOf = ({ letterhead, signatory, title, number, addressee, blocks }: DocumentContent): readonly string[] =>
  [...(letterhead === null ? [] : [letterhead]), ...title, ...(number === null ? [] : [number]), ...(signatory === null ? [] : [signatory]), ...(addressee === null ? [] : [addressee]), ...blocks.flatMap(linesOfBlock)].flatMap((text) => text.split(/[\n\t]/));

function linesOfBlock(block: ContentBlock): readonly string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'note':
      return [block.text];
    case 'attachments':
    case 'lines':
      return block.items;
    case 'table':
      return block.rows.flatMap(({ cells }) => cells.map((cell) => cell.text));
    case 'signature':
      return [block.issuer, block.day];
    case 'imprint':
      return [...(block.copies === null ? [] : [`抄送：${block.copies}`]), block.printer, `${block.day}印发`];
  }
}
