/** Every way through this side of the matter, and the boundaries of its clocks. */
import { describe, expect, it } from 'vitest';
import { describeWalks, pureWalker } from '../../test/support/walk-purely.ts';
import { upTo } from '../walk.ts';
import { criminalAcceptance } from './definition.ts';
import { acceptance } from './walks.ts';

const walker = pureWalker(criminalAcceptance, acceptance);

describeWalks(criminalAcceptance, acceptance, walker);
