/**
 * How many voices become one decision (会签). Every rule gives the same result in whatever order the votes come: a round closes early only
 * when no vote still open could change the result.
 */
import { assertNever } from '../../assert-never.ts';
import type { SigningRule } from '../../model/types.ts';

export type Voice = 'agree' | 'disagree' | 'abstain';
export interface Ballot {
  readonly weight: number;
  /** 组长: the one whose vote decides under the rule 'chair'. */
  readonly chair: boolean;
  /** null while the seat has not voted. */
  readonly voice: Voice | null;
}

/** The result, or null while it is open. A round without seats is agreed by nobody: 'disagree'. */
export function tally(rule: SigningRule, ballots: readonly Ballot[]): 'agree' | 'disagree' | null {
  const sum = (of: (b: Ballot) => boolean): number => ballots.reduce((n, b) => (of(b) ? n + b.weight : n), 0);
  const count = (voice: Voice | null): number => ballots.filter((b) => b.voice === voice).length;
  const open = count(null);
  switch (rule.kind) {
    case 'all':
      // 会签: one objection is enough; abstentions neither carry nor block, but somebody must agree.
      if (count('disagree') > 0) return 'disagree';
      return open > 0 ? null : count('agree') > 0 ? 'agree' : 'disagree';
    case 'any':
      // 或签: one consent is enough; it fails only when nobody is left who could give it.
      if (count('agree') > 0) return 'agree';
      return open > 0 ? null : 'disagree';
    case 'share': {
      // 比例: of all seats, abstentions included. 2/3 of 3 is 2: compare products, not quotients, so that no rounding decides.
      const needed = (rule.of.numerator * ballots.length) / rule.of.denominator;
      if (ballots.length > 0 && count('agree') >= needed) return 'agree';
      return count('agree') + open < needed || open === 0 ? 'disagree' : null;
    }
    case 'weight': {
      // 票签: the weights of those who agree.
      const agreed = sum((b) => b.voice === 'agree');
      if (ballots.length > 0 && agreed >= rule.needed) return 'agree';
      return agreed + sum((b) => b.voice === null) < rule.needed || open === 0 ? 'disagree' : null;
    }
    case 'chair': {
      // 组长: the others are heard first, then the chair's vote is the decision.
      const chair = ballots.find((b) => b.chair);
      if (!chair) return 'disagree';
      if (open > 0 || chair.voice === null) return null;
      return chair.voice === 'agree' ? 'agree' : 'disagree';
    }
    default:
      return assertNever(rule);
  }
}
