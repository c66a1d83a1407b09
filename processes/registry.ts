/** All processes of this release. */
import type { ProcessDefinition } from '../domain/model/types.ts';
import { productRecall } from './product-recall/definition.ts';
import { awardApplication } from './quality-award/application/definition.ts';
import { commendation } from './quality-award/commendation/definition.ts';
import { qualityAward } from './quality-award/cycle/definition.ts';
import { awardObjection } from './quality-award/objection/definition.ts';
import { awardRevocation } from './quality-award/revocation/definition.ts';

export const definitions: readonly ProcessDefinition[] = [productRecall, qualityAward, awardApplication, awardObjection, awardRevocation, commendation];
