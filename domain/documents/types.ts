/**
 * 文书: a template (式样) is data of a process definition, what it becomes when it is filled in is a content. Neither knows of DOCX or PDF;
 * both renderers (documents/) read the same content.
 */
import type { Day } from '../calendar/types.ts';
import type { AgencyRef, Feel } from '../model/types.ts';
import type { Text } from '../text.ts';

/**
 * Text with places to fill in: `{name}` is a value of the template; `{name:date}` a day as 2026年11月24日, `{name:hanzi}` as 二〇二六年十一月二十四日,
 * `{name:day}` as 2026年11月24日 or nothing, `{name:tick=yes}` ☑ where the value is (or contains) `yes`, else □; `{name:money}` fen as 1200.50元, `{name:points}` hundredths as 85.00, `{name:capital}`
 * as 壹仟贰佰元伍角整; `{name:sentence}` with a full stop at its end. What has no value is left blank, as on paper. Known besides: `issuer`, `number`, `today`
 * and `reviewer`, to whom a request for reconsideration goes.
 */
export type Pattern = string;

export type Align = 'left' | 'center' | 'right';

interface Conditional {
  /** Only where this value is true, or there is one. */
  readonly when?: string;
}

/** A cell of a table. `{…}` in it is filled in like any other text. */
export interface Cell {
  readonly text: Pattern;
  /** A name beside what is filled in: centred. */
  readonly label?: boolean;
  readonly span?: number;
  readonly rows?: number;
  /** One character below the other (投 诉 人). */
  readonly upright?: boolean;
  readonly align?: Align;
}
export interface Row {
  readonly cells: readonly Cell[];
  /** Lines that it is high at least. */
  readonly lines?: number;
  /** Once for each item of this value, a list; `{item.name}` are its members, `{item.no}` counts from 1. */
  readonly each?: string;
}

export type Block = Conditional & (
  | { readonly kind: 'paragraph'; readonly text: Pattern; /** 首行缩进二字; true where absent. */ readonly indent?: boolean; readonly align?: Align; readonly bold?: boolean; /** 五号, for what stands with a form. */ readonly small?: boolean }
  /** 小标题. */
  | { readonly kind: 'heading'; readonly text: Pattern }
  | { readonly kind: 'table'; /** Shares of the width. */ readonly widths: readonly number[]; readonly rows: readonly Row[]; /** Rows that stand again on every page. */ readonly head?: number; /** 五号 instead of 小四. */ readonly small?: boolean }
  /** 附件说明. */
  | { readonly kind: 'attachments'; readonly items: readonly Pattern[] }
  /** Lines to be signed by hand, to the left. */
  | { readonly kind: 'lines'; readonly items: readonly Pattern[] }
  /** 落款: issuer, place of the seal, day. */
  | { readonly kind: 'signature' }
  /** 注, small. */
  | { readonly kind: 'note'; readonly text: Pattern }
  /** 版记: 抄送、印发. */
  | { readonly kind: 'imprint'; readonly copies?: Pattern }
);

export type DocumentIssuer = { readonly kind: 'agency'; readonly agency: AgencyRef } | { readonly kind: 'party'; readonly party: string };

/** To whom it is addressed: may read it, and is served with it. `name`: value that is printed; of an agency its own name where that value is null. */
export type Recipient =
  | { readonly kind: 'party'; readonly party: string; readonly name: string }
  /** Whoever filed the case (a citizen, who is no enterprise). */
  | { readonly kind: 'initiator'; readonly name: string }
  | { readonly kind: 'agency'; readonly agency: AgencyRef; readonly name: string }
  /** Has no account here. */
  | { readonly kind: 'other'; readonly name: string };

export interface DocumentTemplate {
  readonly title: Text;
  /** As it is printed, where that differs from the title; lines by '\n'. */
  readonly heading?: Pattern;
  /** 文号: `粤市监` + word + `〔2026〕1号`; with `ordinal` 〔2026〕第1号. Absent: it has none (登记表). */
  readonly number?: { readonly word: string; readonly ordinal?: boolean };
  readonly issuer: DocumentIssuer;
  /** 发文机关标志 above the title. */
  readonly letterhead?: boolean;
  /** 上行文, to a superior: 文号 to the left, 签发人 to the right of it, to be written by hand (GB/T 9704-2012 §7.2.6). */
  readonly upward?: boolean;
  readonly to: readonly Recipient[];
  /** FEEL over the case when the document is drawn up, by the name under which the blocks know it. */
  readonly values: Readonly<Record<string, Feel>>;
  /** 主送: first line of the text. */
  readonly addressee?: Pattern;
  readonly blocks: readonly Block[];
  /** 成文日期: in Arabic numerals, as GB/T 9704-2012 §7.3.5.4 has it, unless in Chinese ones (二〇二六年…), as on certificates and in 检察文书. */
  readonly numerals?: 'hanzi' | 'arabic';
  /** 用印: entered in the register of seals. */
  readonly sealed?: boolean;
  /** 送达: it must be served on those to whom it is addressed. */
  readonly served?: { /** Date field that gets the day of service; clocks start from it. */ readonly on?: string; /** Field that gets the way. */ readonly way?: string };
  /** Has the list of evidence as the value `evidence`: name, quantity, source, place, obtainedOn, note, digests, by, on. */
  readonly listsEvidence?: boolean;
  /** For who handles the case alone, whatever it is addressed to. */
  readonly internal?: boolean;
}

export const documentFormats = ['docx', 'pdf'] as const;
export type DocumentFormat = (typeof documentFormats)[number];

/** What is printed beside the template's own text. */
export interface Frame {
  readonly issuer: string;
  readonly number: string | null;
  readonly on: Day;
}

export interface ContentCell extends Omit<Cell, 'label' | 'span' | 'rows' | 'upright' | 'align'> { readonly label: boolean; readonly span: number; readonly rows: number; readonly upright: boolean; readonly align: Align }
export type ContentBlock =
  | { readonly kind: 'paragraph'; readonly text: string; readonly indent: boolean; readonly align: Align; readonly bold: boolean; readonly small: boolean }
  | { readonly kind: 'heading' | 'note'; readonly text: string }
  | { readonly kind: 'table'; readonly widths: readonly number[]; readonly head: number; readonly small: boolean; readonly rows: readonly { readonly cells: readonly ContentCell[]; readonly lines: number }[] }
  | { readonly kind: 'attachments' | 'lines'; readonly items: readonly string[] }
  | { readonly kind: 'signature'; readonly issuer: string; readonly seal: boolean; readonly day: string }
  | { readonly kind: 'imprint'; readonly copies: string | null; readonly printer: string; readonly day: string };

/** A document, filled in. Plain JSON. In its text a tab leads to the second column of the line. */
export interface DocumentContent {
  readonly letterhead: string | null;
  /** 签发人, of an 上行文. */
  readonly signatory: string | null;
  readonly title: readonly string[];
  readonly number: string | null;
  readonly addressee: string | null;
  readonly blocks: readonly ContentBlock[];
  readonly on: Day;
}
