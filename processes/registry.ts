/** All processes of this release. */
import type { ProcessDefinition } from '../domain/model/types.ts';
import { productRecall } from './product-recall/definition.ts';

export const definitions: readonly ProcessDefinition[] = [productRecall];
