/** Parts of official letters and forms (公文、表格) that the documents of several processes share. */
import type { Block, DocumentTemplate, Recipient, Row } from '../domain/documents/types.ts';
import type { Feel } from '../domain/model/types.ts';
import type { Text } from '../domain/text.ts';
import { quote } from './feel.ts';

/** The labels of a choice field, for `chosen`. */
export const labelsOf = (options: readonly { readonly value: string; readonly label: Text }[]): Readonly<Record<string, string>> => Object.fromEntries(options.map(({ value, label }) => [value, label.zh]));

export const says = (pattern: string, when?: string): Block => ({ kind: 'paragraph', text: pattern, ...(when === undefined ? {} : { when }) });
export const wide = (label: string, pattern: string, lines = 1): Row => ({ cells: [{ text: label, label: true }, { text: pattern, span: 3 }], lines });
export const pair = (first: string, one: string, second: string, two: string): Row => ({ cells: [{ text: first, label: true }, { text: one }, { text: second, label: true }, { text: two }] });
/** A name of six characters stands in one line, and beside it a 统一社会信用代码. */
export const sheet = (rows: readonly Row[]): Block => ({ kind: 'table', widths: [29, 49, 29, 49], rows });
/** 编号 above a form. */
export const fileNumber = (label: '编号' | '案号' = '编号'): Block => ({ kind: 'paragraph', text: `${label}：{caseNumber}`, indent: false, small: true });
export const signed: Block = { kind: 'signature' };
export const imprint: Block = { kind: 'imprint' };
/** 签名栏, with the day of each. */
export const byHand = (...items: readonly string[]): Block => ({ kind: 'lines', items: items.map((item) => `${item}\t　　年　　月　　日`) });
export const handlingAgency = { kind: 'agency', agency: { kind: 'handling' } } as const;
/** Addressed to the agency that a field names; `name` is the value that is printed. */
export const agencyIn = (field: string, name: string): Recipient => ({ kind: 'agency', agency: { kind: 'data', field }, name });
/** 救济途径 (行政复议法 §20, 行政诉讼法 §46): to whom a request goes follows from who decides. */
export const remedies = (act: '决定书' | '通知书' | '告知书' | '决定'): string => `如不服本决定，可以自收到本${act}之日起六十日内向{reviewer}申请行政复议，也可以自收到本${act}之日起六个月内依法向人民法院提起行政诉讼。`;
/** 复议前置 (行政复议法 §23①(1)): what was decided on the spot goes to reconsideration before any court, and the decision must say so. */
export const reconsiderationFirst = '如不服本决定，应当先申请行政复议：可以自收到本决定书之日起六十日内向{reviewer}申请行政复议；对行政复议决定不服的，可以再依法向人民法院提起行政诉讼。';
/** FEEL: what the head has agreed to, and what they have written beside it where that is more than that they agree. */
export const agreed = (to: string, opinion: string): Feel => `${quote(`${to}。`)} + (if ${opinion} = null or matches(${opinion}, "^(${to}|同意)?。?$") then "" else ${opinion})`;
/** 函: with letterhead and seal. */
export const letter = { issuer: handlingAgency, letterhead: true, sealed: true, numerals: 'arabic' } as const;
/** 决定、告知、通知: with letterhead and seal as a letter. */
export const decision = letter;
/** 审批表、笔录、报告: kept in the file, with neither number nor seal. */
export const internalPaper = { issuer: handlingAgency, to: [], internal: true, numerals: 'arabic' } as const satisfies Partial<DocumentTemplate>;
