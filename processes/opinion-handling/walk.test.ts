/** Every way through this side of the matter, and the boundaries of its clocks. */
import { describe, expect, it } from 'vitest';
import { describeWalks, pureWalker } from '../../test/support/walk-purely.ts';
import { upTo } from '../walk.ts';
import { opinionHandling } from './definition.ts';
import { handling } from './walks.ts';

const walker = pureWalker(opinionHandling, handling);

describeWalks(opinionHandling, handling, walker);
