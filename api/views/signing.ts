/** 会签: a round of signing as those see it who handle the case. */
import type { Offer } from '../../contracts/actions.ts';
import type { SigningView } from '../../contracts/cases.ts';
import { mayManage } from '../../domain/authority/acts.ts';
import { personOfViewer } from '../../domain/authority/policy.ts';
import type { Viewer } from '../../domain/authority/viewer.ts';
import type { Rejection } from '../../domain/engine/commands.ts';
import type { CaseState, SigningRound } from '../../domain/engine/state.ts';
import type { ProcessDefinition, SigningRule } from '../../domain/model/types.ts';
import { text, type Text } from '../../domain/text.ts';
import { jsonRecord } from '../http/json.ts';
import { nodeName, nodeOf, outcomeName, poolName } from './names.ts';

export function signingView(round: SigningRound, model: ProcessDefinition, state: CaseState, viewer: Viewer): SigningView[] {
  const node = nodeOf(model, round.node);
  if (node?.type !== 'userTask' || !node.signing) return [];
  const asked = new Set(Object.values(state.tasks).flatMap((t) => (t.token === round.token && t.seat !== undefined ? [t.seat] : [])));
  return [{
    node: node.id, name: nodeName(model, node.id), order: node.signing.order, rule: { kind: node.signing.rule.kind, text: ruleText(node.signing.rule) },
    outcomes: node.outcomes.map((o) => ({ id: o.id, name: o.name, tone: o.tone ?? 'neutral', requires: [...(o.requires ?? [])] })),
    seats: round.seats.map(({ seat, pool, weight, chair, vote }) => ({
      seat, poolName: poolName(pool, model, state.parties), weight, chair, asked: asked.has(seat),
      vote: vote && { outcome: vote.outcome, outcomeName: outcomeName(model, node.id, vote.outcome), by: { id: vote.by, name: vote.name }, at: vote.at },
    })),
    offers: offers(round, state, viewer),
  }];
}

function offers(round: SigningRound, state: CaseState, viewer: Viewer): Offer[] {
  const suspended: Rejection | null = state.suspension ? { code: 'case.suspended', params: { since: state.suspension.since } } : null;
  const voted = round.seats.some((s) => s.vote?.by === viewer.id);
  const manage = mayManage(state, personOfViewer(viewer)) ?? suspended;
  const offer = (action: string, why: Rejection | null): Offer => (why ? { action, allowed: false, why: why.code, params: jsonRecord(why.params) } : { action, allowed: true });
  return [
    offer('change-vote', voted ? suspended : { code: 'signing.no-vote', params: { node: round.node } }),
    offer('add-signers', manage),
    offer('remove-signer', manage),
  ];
}

function ruleText(rule: SigningRule): Text {
  switch (rule.kind) {
    case 'all':
      return text('全体同意方为通过', 'All must agree');
    case 'any':
      return text('一人同意即通过', 'One agreement is enough');
    case 'share':
      return text(`同意不少于 ${rule.of.numerator}/${rule.of.denominator} 方为通过`, `At least ${rule.of.numerator}/${rule.of.denominator} must agree`);
    case 'weight':
      return text(`同意票达到 ${rule.needed} 票方为通过`, `Agreement of weight ${rule.needed} is needed`);
    case 'chair':
      return text('听取各方意见后由组长决定', 'The others are heard, the chair decides');
  }
}
