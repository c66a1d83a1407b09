/** The templates say what the official forms say, word for word: both are held against each other with every blank empty. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fillIn } from '../../domain/documents/fill.ts';
import { checkDefinition } from '../../domain/model/check.ts';
import { sample } from '../../domain/model/sample.test-support.ts';
import type { ContentBlock, DocumentContent, DocumentTemplate } from '../../domain/documents/types.ts';
import { complaintDocuments, complaintForms } from './documents.ts';
import { reportDocuments, reportForms } from '../report/documents.ts';

/** Text of 文书式样一 to 十 as published, one entry each. */
const official = JSON.parse(readFileSync(new URL('./official-forms.json', import.meta.url), 'utf8')) as readonly string[];
const complaint = complaintDocuments({ values: {}, complainant: { kind: 'initiator' }, respondent: { kind: 'other' } });
const report = reportDocuments({ values: {}, reporter: { kind: 'initiator' } });

const of = (block: ContentBlock): string => {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
    case 'note':
      return block.text;
    case 'attachments':
    case 'lines':
      return block.items.join('');
    case 'table':
      return block.rows.map((r) => r.cells.map((c) => c.text).join('')).join('');
    case 'signature':
      return `${block.issuer}（印章）年月日`;
    case 'imprint':
      return '';
  }
};
const printed = ({ title, number, addressee, blocks }: DocumentContent): string => [title.join(''), number ?? '', addressee ?? '', ...blocks.map(of)].join('');
const filled = (template: DocumentTemplate): string => printed(fillIn(template, {}, { issuer: '市场监督管理局', number: template.number ? '市监〔〕第号' : null, on: '2026-04-15' }));
/** Without spaces; brackets and colons in one form. */
const plain = (text: string): string => text.replaceAll(/[\s　…]/g, '').replaceAll('﹝', '〔').replaceAll('﹞', '〕').replaceAll(':', '：');

const forms: readonly (readonly [string, number, DocumentTemplate])[] = [
  ['投诉登记表', 1, complaint.registration], ['举报登记表', 2, report.registration], ['投诉分送通知书', 3, complaint.forwarding], ['举报分送通知书', 3, report.forwarding], ['限期提供身份证明材料通知书', 4, complaint.identityRequest],
  ['投诉受理决定书', 5, complaint.acceptance], ['投诉不予受理决定书', 6, complaint.refusal], ['投诉调解通知书', 7, complaint.mediationNotice], ['投诉终止调解决定书', 8, complaint.termination], ['投诉调解书', 9, complaint.settlement], ['举报处理结果告知书', 10, report.result],
];

/** Where our blank stands and theirs does not: the unit that fills the form in is named; one word of “投诉/举报” is kept; the seal and the ellipsis are drawn. */
const asOurs: Readonly<Record<number, (text: string) => string>> = {
  1: (t) => t.replace('登记单位：', '登记单位：市场监督管理局'), 2: (t) => t.replace('登记单位：', '登记单位：市场监督管理局'),
  3: (t) => t.replace('市场监督管理局：现转', '：现转'), 7: (t) => t.replace('第号：关于', '第号、：关于'), 8: (t) => t.replace('第号：经', '第号、：经'), 10: (t) => t.replace('《xx法/条例/办法》第xx条', '《》第条'),
};

describe('the official forms of April 2026', () => {
  it('are ten, and each has its template', () => {
    expect(official).toHaveLength(10);
    expect(new Set(forms.map(([, no]) => no)).size).toBe(10);
    expect(Object.keys(complaint)).toEqual([...complaintForms]);
    expect(Object.keys(report)).toEqual([...reportForms]);
  });
  it('may be registered with any process: each blank is a value, each table is even', () => {
    expect(checkDefinition({ ...sample, documents: { ...complaint } })).toEqual([]);
    expect(checkDefinition({ ...sample, documents: { ...report } })).toEqual([]);
  });
  it.each(forms)('%s (式样%d)', (name, no, template) => {
    const theirs = (asOurs[no] ?? ((t: string) => t))(plain(official[no - 1]!));
    const kind = name.startsWith('举报') ? '举报' : '投诉';
    expect(plain(filled(template))).toBe(no === 3 ? theirs.replaceAll('投诉/举报', kind).replaceAll('投诉/举报', kind) : theirs);
    expect(template.title.zh).toBe(name);
  });
});
