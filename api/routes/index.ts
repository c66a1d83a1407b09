/** All routes below /api/v1. */
import type { Route } from '../http/route.ts';
import { actionRoutes } from './actions.ts';
import { bulkRoute, handoverRoute } from './bulk.ts';
import { caseRoute, listCasesRoute, startCaseRoute } from './cases.ts';
import { clockRoute, clocksRoute } from './clocks.ts';
import { colleaguesRoute } from './colleagues.ts';
import { noticeReadRoute, noticesRoute, publicationsRoute } from './messages.ts';
import { meRoute, signInRoute } from './people.ts';
import { processesRoute, processRoute } from './processes.ts';
import { commandRoute, timelineRoute, verificationRoute } from './record.ts';
import { newSubstitutionRoute, revokeSubstitutionRoute, substitutionsRoute } from './substitutions.ts';
import { agenciesRoute, regionsRoute } from './register.ts';
import { worklistCountsRoute, worklistRoute } from './worklist.ts';

export const routes: readonly Route[] = [
  signInRoute, meRoute, processesRoute, processRoute, startCaseRoute, listCasesRoute, caseRoute, timelineRoute, verificationRoute, commandRoute,
  clocksRoute, clockRoute, ...actionRoutes, bulkRoute, handoverRoute, colleaguesRoute, substitutionsRoute, newSubstitutionRoute, revokeSubstitutionRoute, worklistRoute, worklistCountsRoute, noticesRoute, noticeReadRoute, publicationsRoute,
  agenciesRoute, regionsRoute,
];
