/** All processes of this release. */
import type { ProcessDefinition } from '../domain/model/types.ts';
import { complaint } from './complaint/definition.ts';
import { complaintEscalation } from './complaint-escalation/definition.ts';
import { criminalAcceptance } from './criminal-acceptance/definition.ts';
import { criminalTransfer } from './criminal-transfer/definition.ts';
import { enforcement } from './enforcement/definition.ts';
import { filingSupervision } from './filing-supervision/definition.ts';
import { investigationAssistance } from './investigation-assistance/definition.ts';
import { jurisdictionAppointment } from './jurisdiction-appointment/definition.ts';
import { jurisdictionDispute } from './jurisdiction-dispute/definition.ts';
import { opinionHandling } from './opinion-handling/definition.ts';
import { procuratorialOpinion } from './procuratorial-opinion/definition.ts';
import { fundCall } from './fund-call/definition.ts';
import { qualityFund } from './quality-fund/definition.ts';
import { productRecall } from './product-recall/definition.ts';
import { awardApplication } from './quality-award/application/definition.ts';
import { commendation } from './quality-award/commendation/definition.ts';
import { qualityAward } from './quality-award/cycle/definition.ts';
import { awardObjection } from './quality-award/objection/definition.ts';
import { awardRevocation } from './quality-award/revocation/definition.ts';
import { report } from './report/definition.ts';
import { summaryPenalty } from './summary-penalty/definition.ts';
import { transferRecord } from './transfer-record/definition.ts';

export const definitions: readonly ProcessDefinition[] = [
  productRecall, complaint, jurisdictionDispute, complaintEscalation, report, summaryPenalty, enforcement, jurisdictionAppointment, investigationAssistance, criminalTransfer, criminalAcceptance, filingSupervision, procuratorialOpinion, opinionHandling, transferRecord,
  qualityAward, awardApplication, awardObjection, awardRevocation, commendation, fundCall, qualityFund,
];
