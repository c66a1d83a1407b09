/** 举报的文书式样 (二、三、十), word for word as the official forms of April 2026; see processes/complaint/documents.ts. */
import type { DocumentTemplate, Recipient } from '../../domain/documents/types.ts';
import type { AgencyRef, Feel } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { forwardingBlocks, type Unnamed } from '../complaint/documents.ts';

export const reportValues = [
  'reporterName', 'reporterPhone', 'reporterAddress', 'reporterIdNumber', 'respondentName', 'respondentAddress', 'clues', 'receivedOn', 'subject', 'forwardedToName', 'reportBy', 'materialCopies', 'materialPages',
  'resultInstrument', 'resultArticle', 'result',
] as const;
export type ReportValue = (typeof reportValues)[number];
export const reportForms = ['registration', 'forwarding', 'result'] as const;
export type ReportDocument = (typeof reportForms)[number];

export interface ReportBinding {
  /** FEEL by value; one that is left out stays blank on paper. `resultInstrument` without 《》, `resultArticle` as in 第x条 without 第 and 条. */
  readonly values: Partial<Readonly<Record<ReportValue, Feel>>>;
  readonly reporter: Unnamed<Extract<Recipient, { kind: 'party' | 'initiator' | 'other' }>>;
  readonly forwardedTo?: AgencyRef;
  readonly served?: Partial<Readonly<Record<ReportDocument, { readonly on?: string; readonly way?: string }>>>;
}

const label = (name: string, more: { readonly rows?: number; readonly upright?: boolean } = {}) => ({ text: name, label: true, ...more });

export function reportDocuments({ values: given, reporter, forwardedTo = { kind: 'handling' }, served = {} }: ReportBinding): Readonly<Record<ReportDocument, DocumentTemplate>> {
  const values: Readonly<Record<string, Feel>> = { ...Object.fromEntries(reportValues.map((name) => [name, given[name] ?? 'null'])), caseNumber: 'case.number', none: 'null' };
  const issuer = { kind: 'agency', agency: { kind: 'handling' } } as const;
  return {
    /** 文书式样二. */
    registration: {
      title: text('举报登记表', 'Registration of a report'), issuer, to: [], values, internal: true,
      blocks: [
        { kind: 'paragraph', text: '登记单位：{issuer}\t编号：{caseNumber}', indent: false, small: true },
        { kind: 'table', widths: [8, 30, 45, 30, 43], small: true, rows: [
          { cells: [label('举报人', { rows: 2, upright: true }), label('姓名'), { text: '{reporterName}' }, label('联系电话'), { text: '{reporterPhone}' }], lines: 2 },
          { cells: [label('联系地址'), { text: '{reporterAddress}' }, label('身份证件号码'), { text: '{reporterIdNumber}' }], lines: 2 },
          { cells: [label('被举报人', { rows: 2, upright: true }), label('名称（姓名）'), { text: '{respondentName}', span: 3 }], lines: 2 },
          { cells: [label('地址'), { text: '{respondentAddress}', span: 3 }], lines: 2 },
          { cells: [{ ...label('涉嫌违反市场监督管理法律、法规、规章的具体线索和相应的事实依据'), span: 2 }, { text: '{clues}', span: 3 }], lines: 14 },
          { cells: [{ text: '举报人（签字）：\n{none:date}', span: 3, align: 'center' }, { text: '经办人（签字）：\n{none:date}', span: 2, align: 'center' }], lines: 2 },
        ] },
        { kind: 'note', text: '注：1. 本表格适用于市场监督管理部门对举报人通过电话、信函、上门等方式提起举报的登记。' },
        { kind: 'note', text: '2. 举报人可以匿名举报，但应当提供具体涉嫌违法线索和相应的事实依据，并对举报内容的真实性负责。举报人实名举报的，还应当提供真实的身份信息。' },
        { kind: 'note', text: '3. 通过非现场方式提出举报的，无须在举报人一栏签字。' },
      ],
    },
    /** 文书式样三. */
    forwarding: {
      title: text('举报分送通知书', 'Report forwarded'), issuer, number: { word: '举送', ordinal: true }, sealed: true, to: [{ kind: 'agency', agency: forwardedTo, name: 'forwardedToName' }], values, served: served.forwarding ?? {}, internal: true,
      addressee: '{forwardedToName:agency}：', blocks: forwardingBlocks('举报', '{reporterName}'),
    },
    /** 文书式样十. */
    result: {
      title: text('举报处理结果告知书', 'Result of a report'), issuer, number: { word: '举告', ordinal: true }, sealed: true, to: [{ ...reporter, name: 'reporterName' } as Recipient], values, served: served.result ?? {}, addressee: '{reporterName}：',
      blocks: [
        { kind: 'paragraph', text: '关于{subject}的举报，我局已依法处理。根据《{resultInstrument}》第{resultArticle}条规定，现将处理结果告知如下：' }, { kind: 'paragraph', text: '{result:sentence}', when: 'result' }, { kind: 'paragraph', text: '特此告知。' }, { kind: 'signature' },
        { kind: 'note', text: '注：1.本告知书适用于市场监督管理部门依据法律、法规、规章的明确规定，将举报处理结果告知举报人。' }, { kind: 'note', text: '2.本告知书可以通过互联网、电话、短信、电子邮件、信函等方式告知。' },
      ],
    },
  };
}
