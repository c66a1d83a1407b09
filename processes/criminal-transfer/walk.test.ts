/** Every way through a transfer on the side of the regulator, and the boundaries of its clocks. */
import { describe, expect, it } from 'vitest';
import { describeWalks, pureWalker } from '../../test/support/walk-purely.ts';
import { upTo } from '../walk.ts';
import { criminalTransfer } from './definition.ts';
import { transfer } from './walks.ts';

const walker = pureWalker(criminalTransfer, transfer);

describeWalks(criminalTransfer, transfer, walker);
