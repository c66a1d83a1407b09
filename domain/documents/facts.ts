/** What the record of a case says of documents, their service, files and evidence. */
import type { Day } from '../calendar/types.ts';
import type { Named, Pool } from '../engine/state.ts';
import type { JsonObject } from '../json.ts';
import type { Text } from '../text.ts';
import type { DocumentFormat } from './types.ts';

/** 受送达人: `pool` or `person` say who may read it here; both null where they have no account. */
export interface Addressee { readonly name: string; readonly pool: Pool | null; readonly person: string | null }

/** 直接、留置、委托、邮寄、电子、公告送达. */
export const serviceWays = ['direct', 'left', 'entrusted', 'mail', 'electronic', 'announcement'] as const;
export type ServiceWay = (typeof serviceWays)[number];

export interface StoredFile { readonly sha256: string; readonly size: number }
export type DocumentFile = StoredFile & { readonly format: DocumentFormat };

/** Who puts the seal on it (用印): `no` is filled in by the append, which alone can number without gaps. */
export interface SealEntry { readonly series: string; readonly no: number | null; readonly by: Named | null }

/** A document is drawn up: all that it is made of, so that it can be made again. `number` (文号) is filled in by the append. */
export interface Drafted {
  readonly document: number;
  readonly job: number;
  readonly node: string;
  readonly template: string;
  /** Hash of the definition that has the template. */
  readonly definition: string;
  readonly title: Text;
  readonly issuer: { readonly name: string; readonly agency: string | null; readonly pool: Pool | null };
  readonly on: Day;
  readonly values: JsonObject;
  readonly to: readonly Addressee[];
  /** For who handles the case alone. */
  readonly internal: boolean;
  /** Must be served; the fields that get the day and the way. */
  readonly served: { readonly on?: string; readonly way?: string } | null;
  /** 签发人: who completed the step before. */
  readonly approvedBy: Named | null;
  readonly seal: string | null;
  readonly series: string | null;
  readonly format: string | null;
  readonly number: string | null;
}

export interface Service {
  readonly way: ServiceWay;
  /** 送达日期: clocks start from it. */
  readonly on: Day;
  /** 公告之日. */
  readonly announcedOn?: Day;
  /** 签收人, 见证人. */
  readonly receivedBy?: string;
  readonly note?: string;
  /** 送达回证 and the like, by their SHA-256. */
  readonly proof: readonly string[];
}

/** What the state keeps of a document. `draft` until it has been made. */
export interface CaseDocument extends Pick<Drafted, 'document' | 'node' | 'template' | 'number' | 'on' | 'internal' | 'served'> {
  readonly title: string;
  readonly issuer: Drafted['issuer'];
  readonly to: readonly (Addressee & { readonly servedOn: Day | null })[];
  readonly draft: Pick<Drafted, 'job' | 'definition' | 'values' | 'seal' | 'approvedBy'> | null;
}

export const filePurposes = ['application', 'evidence', 'proof'] as const;
export type FilePurpose = (typeof filePurposes)[number];
export interface CaseFile extends StoredFile { readonly name: string; readonly media: string; readonly purpose: FilePurpose }

/** 证据清单的一项. */
export interface EvidenceItem {
  readonly name: string;
  readonly quantity: string;
  /** 来源: from whom, how it was obtained. */
  readonly source: string;
  /** 取得、存放地点. */
  readonly place: string;
  readonly obtainedOn: Day | null;
  readonly note: string;
  readonly files: readonly { readonly sha256: string; readonly name: string }[];
}
