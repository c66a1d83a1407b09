/** The fold of what a case has to do with others and with the world after its end: links, merging, calls, errands, closing work, and what is kept while it stands still; part of evolve.ts. */
import { assertNever } from '../../assert-never.ts';
import { applyChanges, use, type Draft } from '../draft.ts';
import type { CaseEventBody } from '../events.ts';
import type { Call } from '../state.ts';

export type BetweenEvent = Extract<CaseEventBody, { type: 'case.linked' | 'case.unlinked' | `merge.${string}` | `input.${string}` | `opening.${string}` | `call.${string}` | `errand.${string}` | `closing.${string}` }>;

export function mutateBetween(draft: Draft, body: BetweenEvent): void {
  switch (body.type) {
    case 'case.linked':
      if (body.relation === 'related') draft.related = [...(draft.related ?? []), body.caseId];
      return;
    case 'case.unlinked':
      draft.related = (draft.related ?? []).filter((id) => id !== body.caseId);
      return;
    case 'merge.asked':
      draft.merging = { into: body.into, errand: body.errand, reason: body.reason };
      return;
    case 'merge.refused':
      delete draft.merging;
      return;
    case 'input.kept':
      draft.kept = [...(draft.kept ?? []), { id: use(draft, body.kept), body: body.body }];
      return;
    case 'input.taken':
    case 'input.dropped':
      draft.kept = (draft.kept ?? []).filter((k) => k.id !== body.kept);
      return;
    case 'opening.requested': {
      const { opening: id, kind, process, agency, data, wait, token, node, split } = body;
      (draft.openings ??= {})[use(draft, id)] = { id, kind, process, agency, data, wait, ...(split ? { split } : {}) };
      if (token !== undefined && node !== undefined) (draft.calls ??= {})[id] = { id, token, node, wait, child: null };
      return;
    }
    case 'opening.done':
      delete draft.openings?.[body.opening];
      patchCall(draft, body.opening, { child: body.child });
      return;
    case 'opening.refused':
      delete draft.openings?.[body.opening];
      patchCall(draft, body.opening, { refused: body.code });
      return;
    case 'call.held':
      patchCall(draft, body.call, { refused: body.code, told: { outcome: body.outcome, data: body.data } });
      return;
    case 'call.completed':
      applyChanges(draft, body.changes);
      delete draft.calls?.[body.call];
      return;
    case 'call.withdrawn':
      delete draft.calls?.[body.call];
      return;
    case 'errand.requested':
      (draft.errands ??= {})[use(draft, body.errand)] = { id: body.errand, to: body.to, body: body.body };
      return;
    case 'errand.done':
      delete draft.errands?.[body.errand];
      return;
    case 'closing.requested':
      (draft.closings ??= {})[use(draft, body.closing)] = { id: body.closing, service: body.service, input: body.input };
      return;
    case 'closing.done':
      delete draft.closings?.[body.closing];
      return;
    default:
      assertNever(body);
  }
}

function patchCall(draft: Draft, id: number, patch: Partial<Call>): void {
  const call = draft.calls?.[id];
  if (call && draft.calls) draft.calls[id] = { ...call, ...patch };
}
