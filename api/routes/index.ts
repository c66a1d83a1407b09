/** All routes below /api/v1. */
import type { Route } from '../http/route.ts';
import { actionRoutes } from './actions.ts';
import { caseRoute, listCasesRoute, startCaseRoute } from './cases.ts';
import { clockRoute, clocksRoute } from './clocks.ts';
import { noticeReadRoute, noticesRoute, publicationsRoute } from './messages.ts';
import { meRoute, signInRoute } from './people.ts';
import { processesRoute, processRoute } from './processes.ts';
import { commandRoute, timelineRoute, verificationRoute } from './record.ts';
import { worklistCountsRoute, worklistRoute } from './worklist.ts';

export const routes: readonly Route[] = [
  signInRoute, meRoute, processesRoute, processRoute, startCaseRoute, listCasesRoute, caseRoute, timelineRoute, verificationRoute, commandRoute,
  clocksRoute, clockRoute, ...actionRoutes, worklistRoute, worklistCountsRoute, noticesRoute, noticeReadRoute, publicationsRoute,
];
