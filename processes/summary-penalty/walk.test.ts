/** Every way through a penalty on the spot through decide and evolve, and what the law asks of it. */
import { describeWalks, pureWalker } from '../../test/support/walk-purely.ts';
import { summaryPenalty } from './definition.ts';
import { summaryWalks } from './walks.ts';

const walker = pureWalker(summaryPenalty, summaryWalks);

describeWalks(summaryPenalty, summaryWalks, walker);
