/** Every road and every outcome of a penalty case through decide and evolve, by the people of the demonstration. */
import { describeWalks } from '../../test/support/walk-purely.ts';
import { enforcement } from './definition.ts';
import { walker } from './walk.test-support.ts';
import { enforcementWalks } from './walks.ts';

describeWalks(enforcement, enforcementWalks, walker);
