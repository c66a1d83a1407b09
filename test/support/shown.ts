/**
 * What is shown of each process (走查与边界): its ways, who walks them, and its limits at their last moment. The tests run on this list, and the tables on
 * the pages of docs/processes are made from it: what is not here is neither tested nor claimed.
 */
import type { ProcessDefinition } from '../../domain/model/types.ts';
import type { Boundary } from '../../processes/boundary.ts';
import { boundaries as acceptanceLimits } from '../../processes/criminal-acceptance/boundaries.ts';
import { criminalAcceptance } from '../../processes/criminal-acceptance/definition.ts';
import { acceptance } from '../../processes/criminal-acceptance/walks.ts';
import { boundaries as transferLimits } from '../../processes/criminal-transfer/boundaries.ts';
import { criminalTransfer } from '../../processes/criminal-transfer/definition.ts';
import { transfer } from '../../processes/criminal-transfer/walks.ts';
import { boundaries as complaintLimits } from '../../processes/complaint/boundaries.ts';
import { complaint } from '../../processes/complaint/definition.ts';
import { walker as complaintWalker } from '../../processes/complaint/walk.test-support.ts';
import { complaintWalks } from '../../processes/complaint/walks.ts';
import { boundaries as escalationLimits } from '../../processes/complaint-escalation/boundaries.ts';
import { complaintEscalation } from '../../processes/complaint-escalation/definition.ts';
import { escalationWalks } from '../../processes/complaint-escalation/walks.ts';
import { boundaries as enforcementLimits } from '../../processes/enforcement/boundaries.ts';
import { enforcement } from '../../processes/enforcement/definition.ts';
import { walker as enforcementWalker } from '../../processes/enforcement/walk.test-support.ts';
import { enforcementWalks } from '../../processes/enforcement/walks.ts';
import { boundaries as filingLimits } from '../../processes/filing-supervision/boundaries.ts';
import { filingSupervision } from '../../processes/filing-supervision/definition.ts';
import { supervision } from '../../processes/filing-supervision/walks.ts';
import { boundaries as callLimits } from '../../processes/fund-call/boundaries.ts';
import { fundCall } from '../../processes/fund-call/definition.ts';
import { walker as callWalker } from '../../processes/fund-call/walk.test-support.ts';
import { call } from '../../processes/fund-call/walks.ts';
import { boundaries as assistanceLimits } from '../../processes/investigation-assistance/boundaries.ts';
import { investigationAssistance } from '../../processes/investigation-assistance/definition.ts';
import { assistanceWalks } from '../../processes/investigation-assistance/walks.ts';
import { boundaries as appointmentLimits } from '../../processes/jurisdiction-appointment/boundaries.ts';
import { jurisdictionAppointment } from '../../processes/jurisdiction-appointment/definition.ts';
import { appointmentWalks } from '../../processes/jurisdiction-appointment/walks.ts';
import { boundaries as disputeLimits } from '../../processes/jurisdiction-dispute/boundaries.ts';
import { jurisdictionDispute } from '../../processes/jurisdiction-dispute/definition.ts';
import { disputeWalks } from '../../processes/jurisdiction-dispute/walks.ts';
import { boundaries as handlingLimits } from '../../processes/opinion-handling/boundaries.ts';
import { opinionHandling } from '../../processes/opinion-handling/definition.ts';
import { handling } from '../../processes/opinion-handling/walks.ts';
import { boundaries as opinionLimits } from '../../processes/procuratorial-opinion/boundaries.ts';
import { procuratorialOpinion } from '../../processes/procuratorial-opinion/definition.ts';
import { opinion } from '../../processes/procuratorial-opinion/walks.ts';
import { boundaries as recallLimits } from '../../processes/product-recall/boundaries.ts';
import { productRecall } from '../../processes/product-recall/definition.ts';
import { recall } from '../../processes/product-recall/walks.ts';
import { boundaries as applicationLimits } from '../../processes/quality-award/application/boundaries.ts';
import { awardApplication } from '../../processes/quality-award/application/definition.ts';
import { walker as applicationWalker } from '../../processes/quality-award/application/walk.test-support.ts';
import { application } from '../../processes/quality-award/application/walks.ts';
import { boundaries as commendationLimits } from '../../processes/quality-award/commendation/boundaries.ts';
import { commendation } from '../../processes/quality-award/commendation/definition.ts';
import { walker as commendationWalker } from '../../processes/quality-award/commendation/walk.test-support.ts';
import { commending } from '../../processes/quality-award/commendation/walks.ts';
import { boundaries as cycleLimits } from '../../processes/quality-award/cycle/boundaries.ts';
import { qualityAward } from '../../processes/quality-award/cycle/definition.ts';
import { walker as cycleWalker } from '../../processes/quality-award/cycle/walk.test-support.ts';
import { cycle } from '../../processes/quality-award/cycle/walks.ts';
import { boundaries as objectionLimits } from '../../processes/quality-award/objection/boundaries.ts';
import { awardObjection } from '../../processes/quality-award/objection/definition.ts';
import { walker as objectionWalker } from '../../processes/quality-award/objection/walk.test-support.ts';
import { objection } from '../../processes/quality-award/objection/walks.ts';
import { boundaries as revocationLimits } from '../../processes/quality-award/revocation/boundaries.ts';
import { awardRevocation } from '../../processes/quality-award/revocation/definition.ts';
import { walker as revocationWalker } from '../../processes/quality-award/revocation/walk.test-support.ts';
import { revocation } from '../../processes/quality-award/revocation/walks.ts';
import { boundaries as fundLimits } from '../../processes/quality-fund/boundaries.ts';
import { qualityFund } from '../../processes/quality-fund/definition.ts';
import { walker as fundWalker } from '../../processes/quality-fund/walk.test-support.ts';
import { fund } from '../../processes/quality-fund/walks.ts';
import { boundaries as reportLimits } from '../../processes/report/boundaries.ts';
import { report } from '../../processes/report/definition.ts';
import { reportWalks } from '../../processes/report/walks.ts';
import { boundaries as summaryLimits } from '../../processes/summary-penalty/boundaries.ts';
import { summaryPenalty } from '../../processes/summary-penalty/definition.ts';
import { summaryWalks } from '../../processes/summary-penalty/walks.ts';
import { boundaries as recordLimits } from '../../processes/transfer-record/boundaries.ts';
import { transferRecord } from '../../processes/transfer-record/definition.ts';
import { record } from '../../processes/transfer-record/walks.ts';
import { groundWalks, isOverHttp, isThroughDays, type Walk, type Walks } from '../../processes/walk.ts';
import { pureWalker, type PureWalker } from './walk-purely.ts';

export interface Shown {
  readonly model: ProcessDefinition;
  readonly walks: Walks;
  readonly walker: PureWalker;
  readonly boundaries: readonly Boundary[];
  /** Every way is walked on the real parts by specs of its own, with what other cases would tell told in their stead: over HTTP, and those in which a right lapses on the time-skipping server. */
  readonly ownSpecs?: { readonly http: string; readonly days: string; readonly lapsing: readonly Walk[] };
  /** Its ways need many cases at once: on the real parts a spec of its own takes it to these outcomes. */
  readonly scenario?: { readonly spec: string; readonly title: string; readonly outcomes: readonly string[] };
}

/** A process whose cases ask no service for more than that it came about. */
const plain = (model: ProcessDefinition, walks: Walks, boundaries: readonly Boundary[], begins?: string): Shown => ({ model, walks, boundaries, walker: pureWalker(model, walks, () => undefined, begins) });
const answered = (model: ProcessDefinition, walks: Walks, boundaries: readonly Boundary[], walker: PureWalker): Shown => ({ model, walks, boundaries, walker });
const round = (...outcomes: readonly string[]): Required<Pick<Shown, 'scenario'>> => ({ scenario: { spec: 'processes/quality-award/award.stack.test.ts', title: '一届评选，六十家申报', outcomes } });

export const shown: readonly Shown[] = [
  plain(productRecall, recall, recallLimits),
  answered(complaint, complaintWalks, complaintLimits, complaintWalker), plain(jurisdictionDispute, disputeWalks, disputeLimits, '2026-05-11'), plain(complaintEscalation, escalationWalks, escalationLimits, '2026-05-11'),
  plain(report, reportWalks, reportLimits), plain(summaryPenalty, summaryWalks, summaryLimits),
  answered(enforcement, enforcementWalks, enforcementLimits, enforcementWalker), plain(jurisdictionAppointment, appointmentWalks, appointmentLimits), plain(investigationAssistance, assistanceWalks, assistanceLimits),
  plain(criminalTransfer, transfer, transferLimits), plain(criminalAcceptance, acceptance, acceptanceLimits), plain(filingSupervision, supervision, filingLimits), plain(procuratorialOpinion, opinion, opinionLimits),
  plain(opinionHandling, handling, handlingLimits), plain(transferRecord, record, recordLimits),
  { ...answered(qualityAward, cycle, cycleLimits, cycleWalker), ...round('completed', 'vacant', 'cancelled') },
  { ...answered(awardApplication, application, applicationLimits, applicationWalker), ...round('awarded', 'nominated', 'notSelected', 'withdrawn', 'notRecommended', 'returned', 'ineligible', 'notFiled'), ownSpecs: { http: 'processes/quality-award/application/ways.stack.test.ts', days: 'processes/quality-award/application/days.stack.test.ts', lapsing: application.lapsing } },
  answered(awardObjection, objection, objectionLimits, objectionWalker),
  answered(awardRevocation, revocation, revocationLimits, revocationWalker), answered(commendation, commending, commendationLimits, commendationWalker),
  answered(fundCall, call, callLimits, callWalker), answered(qualityFund, fund, fundLimits, fundWalker),
];

export function shownOf(key: string): Shown {
  const found = shown.find(({ model }) => model.key === key);
  if (!found) throw new Error(`nothing is shown of ${key}`);
  return found;
}

/** [process, outcome, title, way, what is shown of the process]: for `it.each`. */
export type ShownWay = readonly [process: string, outcome: string, title: string, way: Walk, shown: Shown];
const ways = (keys: readonly string[], which: (way: Walk) => boolean): readonly ShownWay[] =>
  keys.map(shownOf).flatMap((one) => Object.values({ ...one.walks.walks, ...groundWalks(one.walks) }).flatMap((way): ShownWay[] => (which(way) && way.outcome !== null && !one.scenario ? [[one.model.key, way.outcome, way.title, way, one]] : [])));

/** The ways of these processes that a spec walks over HTTP. Which spec does so is looked up in its text by this name (processes/shown.test.ts). */
export const waysOverHttp = (...keys: readonly string[]): readonly ShownWay[] => ways(keys, isOverHttp);
/** Likewise on the time-skipping server. */
export const waysThroughDays = (...keys: readonly string[]): readonly ShownWay[] => ways(keys, isThroughDays);
