/** 企业名录 and 质量信用记录 (plan measure 十六): types only. */
import type { Day } from '../calendar/types.ts';
import type { Text } from '../text.ts';

/** 联系人. Personal data: shown to the enterprise itself and to agencies that handle a case of it. */
export interface Contact { readonly name: string; readonly phone: string; readonly duty?: string }

export interface EnterpriseFacts {
  readonly name: string;
  /** GB/T 2260. */
  readonly region: string;
  readonly industry: string | null;
  readonly contacts: readonly Contact[];
}

/** 处罚、召回、严重违法失信、抽查不合格、承诺失信 / 奖励、通报表扬 / 信用修复. */
export const creditKinds = ['penalty', 'recall', 'serious-violation', 'failed-check', 'commitment-broken', 'award', 'commendation', 'repaired'] as const;
export type CreditKind = (typeof creditKinds)[number];

export interface CreditEntry {
  readonly id: string;
  readonly kind: CreditKind;
  readonly level: string | null;
  readonly title: Text;
  readonly caseId: string;
  readonly agency: string;
  readonly decidedOn: Day;
  readonly publicFrom: Day | null;
  /** Last day on which it is public (公示期); null = no end was set. */
  readonly publicUntil: Day | null;
  readonly withdrawnAt: string | null;
}
