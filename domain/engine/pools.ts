/** Who a step or a duty belongs to, resolved to one pool when it arises. */
import { agencyById, roles } from '../authority/agencies.ts';
import { poolOfParty } from '../authority/acts.ts';
import { accountOf, officePool, personPool } from '../authority/viewer.ts';
import type { Json, JsonObject } from '../json.ts';
import type { AgencyRef, Assignment, PartyDefinition, ProcessDefinition } from '../model/types.ts';
import { evaluateFeel, expressionContext } from './expressions.ts';
import { Refusal } from './refusal.ts';
import type { CaseState, Pool } from './state.ts';
import type { Transaction } from './transaction.ts';

/** @throws Refusal model.no-pool where the party or the agency is not known: a task that nobody can take must not come into being. */
export function resolvePool(state: CaseState, assignment: Assignment, where: string, context: () => Record<string, unknown>): Pool {
  if (assignment.kind === 'pool') return knownPool(evaluateFeel(assignment.pool, context(), where), where);
  if (assignment.kind === 'party') {
    const party = state.parties.find((p) => p.party === assignment.party);
    if (!party && assignment.otherwise) return resolvePool(state, assignment.otherwise, where, context);
    if (!party) throw new Refusal('model.no-pool', { where, party: assignment.party });
    return party.pool;
  }
  return officePool(assignment.role, resolveAgency(state, assignment.agency, where));
}

/**
 * 无人可办: where a person acts and nobody can be found for what follows, the act is refused, since they can put right what it follows from. Where time, a
 * service or another case acts, nobody is there to be told: it goes to whoever manages the case, who hands it on.
 */
export function poolOrManagers(tx: Transaction, assignment: Assignment, where: string, scope: number): { readonly pool: Pool; readonly stray?: true } {
  try {
    return { pool: resolvePool(tx.state, assignment, where, () => expressionContext(tx.model, tx.state, scope)) };
  } catch (error) {
    if (!(error instanceof Refusal) || tx.actor.kind === 'person') throw error;
    return { pool: officePool('section-head', tx.state.agency), stray: true };
  }
}

/** @throws Refusal model.no-pool */
export function resolveAgency(state: CaseState, agency: AgencyRef, where: string): string {
  const id = agency.kind === 'handling' ? state.agency : agency.kind === 'fixed' ? agency.agency : state.data[agency.field];
  if (typeof id !== 'string' || !agencyById(id)) throw new Refusal('model.no-pool', { where, agency: typeof id === 'string' ? id : null });
  return id;
}

/** @throws Refusal signing.unknown-pool where it is no post of an agency, no party's code and nobody's account */
export function knownPool(pool: Json, where: string): Pool {
  if (typeof pool === 'string') {
    const [role = '', agency = ''] = pool.split('@');
    if (/^(uscc:[0-9A-Z]{18}|person:[\w.~!*'()%-]{1,800})$/.test(pool) || (Object.hasOwn(roles, role) && agencyById(agency))) return pool;
  }
  throw new Refusal('signing.unknown-pool', { where, pool: typeof pool === 'string' ? pool : null });
}

export const partiesOf = (definitions: Readonly<Record<string, PartyDefinition>>, data: JsonObject): CaseState['parties'] =>
  Object.entries(definitions).flatMap(([party, definition]) => {
    const pool = poolOfParty(definition, data);
    return pool === null ? [] : [{ party, pool, ...(definition.sees ? { later: true as const } : {}) }];
  });

/** 自然人 who starts the case as a party of it: from here on the data says whose account it is. */
export function withStarter({ starters, parties }: ProcessDefinition, data: JsonObject, { id }: { readonly id: string }, as: Pool): JsonObject {
  const party = starters.flatMap((s) => (s.kind === 'party' ? [parties[s.party]] : [])).find((p) => p !== undefined && 'personField' in p);
  return as === personPool(id) && party && 'personField' in party ? { ...data, [party.personField]: accountOf(id) } : data;
}
