/** The page of one case, put together from its row, its folded state and its definition, as the viewer may see it. */
import type { CaseView } from '../../contracts/cases.ts';
import type { CaseListRow } from '../../db/queries/case-list.ts';
import type { ClockListRow } from '../../db/queries/case.ts';
import { maySeeEnterprise, registerSight } from '../../domain/authority/enterprise-policy.ts';
import { insight, personOfViewer } from '../../domain/authority/policy.ts';
import { handlingRoles } from '../../domain/authority/acts.ts';
import { maySeePanel } from '../../domain/authority/panel-policy.ts';
import { officePool, type Viewer } from '../../domain/authority/viewer.ts';
import { enterprisesIn } from '../../domain/enterprises/from-case.ts';
import { caseOffers, reclaimableSteps } from '../../domain/engine/tasks/offers.ts';
import type { CaseState } from '../../domain/engine/state.ts';
import type { ProcessDefinition } from '../../domain/model/types.ts';
import { caseSummary } from './case-summary.ts';
import { clockView } from './clock.ts';
import { dossier, type Staff } from './form.ts';
import { incidentViews } from './incident.ts';
import { nodeName, partyName, poolName } from './names.ts';
import { progress } from './progress.ts';
import { signingView } from './signing.ts';
import { offerView, taskView } from './task.ts';

export interface CaseParts {
  readonly row: CaseListRow;
  readonly state: CaseState;
  readonly model: ProcessDefinition;
  readonly clocks: readonly ClockListRow[];
  /** Who holds the posts from which an open step chooses people (人员字段). */
  readonly staff?: Staff;
}

const reviewServices: readonly string[] = ['draw.commit', 'panel.open'];

/** Of a case as it stood once: nothing can be done to it there. */
export const withoutActions = (view: CaseView): CaseView => ({
  ...view, incidents: view.incidents.map((incident) => ({ ...incident, retry: false })), offers: [], reclaimable: [], posts: [], copies: [],
  tasks: view.tasks.map((task) => ({ ...task, offers: [], returnTo: [] })), clocks: view.clocks.map((clock) => ({ ...clock, extension: null })),
  signings: view.signings.map((round) => ({ ...round, offers: [] })),
});

export function caseView({ row, state, model, clocks, staff }: CaseParts, viewer: Viewer): CaseView {
  const seen = insight(viewer, row, model, state.parties);
  const person = personOfViewer(viewer);
  return {
    ...caseSummary(row, model),
    seq: state.seq,
    initiator: state.initiator,
    parties: partiesView(model, state, viewer),
    suspension: state.suspension,
    incidents: seen.internal ? incidentViews(model, state, person) : [],
    tasks: Object.values(state.tasks).map((task) => taskView(task, model, state, viewer, seen, staff)),
    progress: progress(model, state, seen.internal),
    dossier: dossier(model, state.data, seen),
    clocks: clocks.map((clock) => clockView(clock, model, state, viewer)),
    signings: seen.internal ? Object.values(state.signings).flatMap((round) => signingView(round, model, state, viewer)) : [],
    reclaimable: reclaimableSteps(state, person).map((node) => ({ node, name: nodeName(model, node) })),
    posts: seen.internal ? handlingRoles.map((role) => officePool(role, state.agency)).map((pool) => ({ pool, name: poolName(pool, model, state.parties) })) : [],
    copies: Object.entries(state.copies ?? {}).flatMap(([copy, { pool, person: to }]) => (person.pools.includes(pool) && (!to || to.id === viewer.id) ? [Number(copy)] : [])),
    recused: seen.internal ? [...(state.recused ?? [])] : [],
    reviewed: model.nodes.some((n) => n.type === 'serviceTask' && reviewServices.includes(n.service)) && maySeePanel(viewer, { agency: state.agency, region: row.region }),
    offers: caseOffers(model, state, person).map(offerView),
  };
}

/** With the names that the case itself has of them: a code tells nobody who it is. */
function partiesView(model: ProcessDefinition, { parties, data }: CaseState, viewer: Viewer): CaseView['parties'] {
  const sight = registerSight(viewer);
  const enterprises = new Map(enterprisesIn(model.parties, data).map((one) => [one.uscc, one]));
  return parties.map(({ party, pool }) => {
    const uscc = pool.startsWith('uscc:') ? pool.slice('uscc:'.length) : null;
    const enterprise = uscc === null ? undefined : enterprises.get(uscc);
    return { party, name: partyName(party, model), uscc, enterprise: enterprise?.name ?? null, register: enterprise !== undefined && maySeeEnterprise(sight, enterprise) };
  });
}
