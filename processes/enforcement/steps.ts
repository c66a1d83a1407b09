/** The steps of a penalty case: who does what, with which form, and what may be decided. */
import { enforcementHead } from './head.ts';
import { decisionSteps } from './steps-decision.ts';
import { executionSteps } from './steps-execution.ts';
import { filingSteps } from './steps-filing.ts';
import { hearingSteps } from './steps-hearing.ts';
import { investigationSteps } from './steps-investigation.ts';
import { measureSteps } from './steps-measures.ts';
import { paymentSteps } from './steps-payment.ts';
import { timeSteps } from './steps-time.ts';

export const enforcementSteps = enforcementHead.steps((s) => ({
  ...filingSteps(s), ...investigationSteps(s), ...measureSteps(s), ...timeSteps(s), ...hearingSteps(s), ...decisionSteps(s), ...executionSteps(s), ...paymentSteps(s),
}));

export type Flows = Parameters<Parameters<typeof enforcementSteps.flows>[0]>[0];
