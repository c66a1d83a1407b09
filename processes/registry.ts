/** All processes of this release. */
import type { ProcessDefinition } from '../domain/model/types.ts';
import { criminalAcceptance } from './criminal-acceptance/definition.ts';
import { criminalTransfer } from './criminal-transfer/definition.ts';
import { filingSupervision } from './filing-supervision/definition.ts';
import { opinionHandling } from './opinion-handling/definition.ts';
import { procuratorialOpinion } from './procuratorial-opinion/definition.ts';
import { productRecall } from './product-recall/definition.ts';
import { transferRecord } from './transfer-record/definition.ts';

export const definitions: readonly ProcessDefinition[] = [productRecall, criminalTransfer, criminalAcceptance, filingSupervision, procuratorialOpinion, opinionHandling, transferRecord];
