/** All processes of this release. */
import type { ProcessDefinition } from '../domain/model/types.ts';
import { fundCall } from './fund-call/definition.ts';
import { qualityFund } from './quality-fund/definition.ts';
import { productRecall } from './product-recall/definition.ts';

export const definitions: readonly ProcessDefinition[] = [productRecall, fundCall, qualityFund];
