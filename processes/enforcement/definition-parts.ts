/** Steps and flows together; what the clocks may refer to follows from them. */
import { enforcementFlows } from './flows.ts';
import { enforcementSteps } from './steps.ts';

export const drawn = enforcementSteps.flows(enforcementFlows);
export type Clocks = Parameters<Parameters<typeof drawn.clocks>[0]>[0];
