/** Every way and every outcome of a complaint through decide and evolve, by the people of the demonstration. */
import { describe } from 'vitest';
import { describeWalks } from '../../test/support/walk-purely.ts';
import { complaint } from './definition.ts';
import { walker } from './walk.test-support.ts';
import { complaintWalks } from './walks.ts';

describe('a complaint', () => describeWalks(complaint, complaintWalks, walker));
