/** Who a step or a duty belongs to, resolved to one pool when it arises. */
import { agencyById } from '../authority/agencies.ts';
import { officePool, partyPool } from '../authority/viewer.ts';
import type { Assignment } from '../model/types.ts';
import { Refusal } from './refusal.ts';
import type { CaseState, Pool } from './state.ts';

/** @throws Refusal model.no-pool where the party or the agency is not known: a task that nobody can take must not come into being. */
export function resolvePool(state: CaseState, assignment: Assignment, where: string): Pool {
  if (assignment.kind === 'party') {
    const party = state.parties.find((p) => p.party === assignment.party);
    if (!party) throw new Refusal('model.no-pool', { where, party: assignment.party });
    return party.pool;
  }
  const { agency } = assignment;
  const id = agency.kind === 'handling' ? state.agency : agency.kind === 'fixed' ? agency.agency : state.data[agency.field];
  if (typeof id !== 'string' || !agencyById(id)) throw new Refusal('model.no-pool', { where, agency: typeof id === 'string' ? id : null });
  return officePool(assignment.role, id);
}

export const partiesOf = (definitions: Readonly<Record<string, { readonly usccField: string }>>, data: CaseState['data']): CaseState['parties'] =>
  Object.entries(definitions).flatMap(([party, { usccField }]) => {
    const uscc = data[usccField];
    return typeof uscc === 'string' ? [{ party, pool: partyPool(uscc) }] : [];
  });
