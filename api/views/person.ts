/** The signed-in person, and what they may start. */
import type { Me, ProcessSummary, ProcessView } from '../../contracts/people.ts';
import { receives, setsOf } from '../../domain/authority/acts.ts';
import { agencies } from '../../domain/authority/agencies.ts';
import { mayKeepExperts, maySeeFund } from '../../domain/authority/panel-policy.ts';
import { personPool, poolsOf, type Viewer } from '../../domain/authority/viewer.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import type { RegisteredDefinition } from '../../db/definitions.ts';
import { beginningOf, beginningsOf } from '../../domain/model/starts.ts';
import { emptyForm } from './form.ts';
import { agencyName, roleName } from './names.ts';

function kindOf({ posts, enterprise }: Viewer): Me['kind'] {
  if (posts.some((p) => p.role === 'supervisor')) return 'supervisor';
  if (posts.some((p) => p.role === 'administrator')) return 'administrator';
  if (posts.length > 0) return 'officer';
  return enterprise ? 'enterprise' : 'citizen';
}

/** @param funds agencies that have one */
export const meView = (viewer: Viewer, funds: readonly string[]): Me => ({
  id: viewer.id, name: viewer.name, kind: kindOf(viewer), enterprise: viewer.enterprise,
  posts: viewer.posts.map(({ role, agency }) => ({ role, roleName: roleName(role), agency, agencyName: agencyName(agency) })),
  seesFunds: funds.some((agency) => maySeeFund(viewer, agency)),
  keepsExperts: mayKeepExperts(viewer),
});

/** Agencies at which the viewer may start a case: an officer at their own, a party at every one that handles cases. */
function openTo(viewer: Viewer, model: ProcessDefinition): ReadonlySet<string> {
  const handling = agencies.filter((a) => receives(model, a)).map((a) => a.id);
  const asParty = model.starters.some((s) => {
    const party = s.kind === 'party' ? model.parties[s.party] : undefined;
    return party !== undefined && ('personField' in party ? poolsOf(viewer).includes(personPool(viewer.id)) : viewer.enterprise !== null);
  });
  if (asParty) return new Set(handling);
  const rolesThatStart = model.starters.flatMap((s) => (s.kind === 'office' ? [s.role] : []));
  return new Set(viewer.posts.filter((p) => rolesThatStart.includes(p.role) && handling.includes(p.agency)).map((p) => p.agency));
}

export const processSummary = ({ hash, model }: RegisteredDefinition, viewer: Viewer): ProcessSummary => ({
  key: model.key, version: model.version, hash, name: model.name, summary: model.summary, startable: openTo(viewer, model).size > 0,
});

export function processView(definition: RegisteredDefinition, viewer: Viewer): ProcessView {
  const { model } = definition;
  const open = openTo(viewer, model);
  const beginning = beginningOf(model)?.form ?? {};
  const sets = setsOf(model, beginning, { id: viewer.id, pools: poolsOf(viewer) });
  return {
    ...processSummary(definition, viewer),
    startForm: emptyForm(model, Object.fromEntries(Object.entries(beginning).filter(([name]) => !Object.hasOwn(sets, name)))),
    starts: beginningsOf(model).flatMap(({ event, message, form }) => (message === null ? [] : [{ message, name: event.name, form: emptyForm(model, form) }])),
    agencies: agencies.filter((a) => open.has(a.id)).map(({ id, name, region }) => ({ id, name, region })),
    outcomes: Object.entries(model.outcomes).map(([id, name]) => ({ id, name })),
  };
}
