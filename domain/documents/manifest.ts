/** 证据清单, as any process can print it. */
import { text } from '../text.ts';
import type { DocumentTemplate } from './types.ts';

export const evidenceManifest: DocumentTemplate = {
  title: text('证据清单', 'List of evidence'),
  issuer: { kind: 'agency', agency: { kind: 'handling' } },
  to: [], internal: true, listsEvidence: true, numerals: 'arabic',
  values: { caseNumber: 'case.number', caseTitle: 'case.title' },
  blocks: [
    { kind: 'paragraph', text: '案号：{caseNumber}', indent: false, small: true },
    { kind: 'paragraph', text: '案由：{caseTitle}', indent: false, small: true },
    {
      kind: 'table', widths: [9, 28, 13, 26, 34, 58], head: 1, small: true, rows: [
        { cells: ['序号', '名称', '数量', '来源', '取得时间、地点', '文件及其SHA-256值'].map((label) => ({ text: label, label: true })) },
        { each: 'evidence', cells: [
          { text: '{item.no}', align: 'center' }, { text: '{item.name}' }, { text: '{item.quantity}', align: 'center' }, { text: '{item.source}' }, { text: '{item.obtainedOn:day}\n{item.place}' }, { text: '{item.digests}' },
        ] },
      ],
    },
    { kind: 'note', text: '注：“SHA-256值”是对电子文件全部内容计算的校验值，任何改动都会使其改变。没有电子文件的，该栏空白。' },
    { kind: 'lines', items: ['证据提供人（签名）：', '办案人员（签名）：'] },
    { kind: 'signature' },
  ],
};
