/** All routes below /api/v1. */
import type { Route } from '../http/route.ts';
import { actionRoutes } from './actions.ts';
import { exportProcessRoute, importProcessRoute } from './bpmn.ts';
import { bulkRoute, handoverRoute } from './bulk.ts';
import { calendarRoutes } from './calendars.ts';
import { caseRoute, listCasesRoute, startCaseRoute } from './cases.ts';
import { betweenRoutes } from './links.ts';
import { clockRoute, clocksRoute } from './clocks.ts';
import { colleaguesRoute, ownColleaguesRoute } from './colleagues.ts';
import { noticeReadRoute, noticesRoute, publicationsRoute } from './messages.ts';
import { meRoute, signInRoute } from './people.ts';
import { processesRoute, processRoute } from './processes.ts';
import { commandRoute, timelineRoute, verificationRoute } from './record.ts';
import { simulateRoute } from './simulation.ts';
import { newSubstitutionRoute, revokeSubstitutionRoute, substitutionsRoute } from './substitutions.ts';
import { agreeServiceRoute, documentFileRoute, documentsRoute, sealsRoute, serveRoute } from './documents.ts';
import { evidenceRoute, fileContentRoute, filesRoute, listEvidenceRoute, manifestRoute, newFileRoute, strikeEvidenceRoute } from './files.ts';
import { answerRoute, declineRoute, drawProofRoute, drawRoute, drawsRoute, revealRoute } from './draws.ts';
import { enterpriseCasesRoute, enterpriseCreditRoute, enterpriseHistoryRoute, enterpriseRoute, enterprisesRoute, keepEnterpriseRoute } from './enterprises.ts';
import { expertsRoute, keepExpertRoute, newExpertRoute } from './experts.ts';
import { fundAuditRoute, fundEntriesRoute, fundRoute, fundsRoute } from './funds.ts';
import { changeLimitRoute, limitHistoryRoute, limitsRoute } from './limits.ts';
import { handleObjectionRoute, myObjectionsRoute, newObjectionRoute, objectionLookupRoute, objectionsRoute, publicationRoute, unregisteredObjectionRoute } from './objections.ts';
import { casePanelsRoute, closePanelRoute, newSheetRoute, panelRoute, recuseRoute } from './panels.ts';
import { agenciesRoute, regionsRoute } from './register.ts';
import { reviewsRoute } from './reviews.ts';
import { diffRoute, migrationRoute, migrationsRoute, requestMigrationRoute, versionsRoute } from './versions.ts';
import { worklistCountsRoute, worklistRoute } from './worklist.ts';

export const routes: readonly Route[] = [
  signInRoute, meRoute, processesRoute, processRoute, exportProcessRoute, importProcessRoute, versionsRoute, diffRoute, requestMigrationRoute, migrationsRoute, migrationRoute, startCaseRoute, listCasesRoute, caseRoute, simulateRoute, timelineRoute, verificationRoute, commandRoute,
  clocksRoute, clockRoute, ...actionRoutes, bulkRoute, handoverRoute, colleaguesRoute, ownColleaguesRoute, substitutionsRoute, newSubstitutionRoute, revokeSubstitutionRoute, worklistRoute, worklistCountsRoute, noticesRoute, noticeReadRoute, publicationsRoute,
  agenciesRoute, regionsRoute, publicationRoute, objectionsRoute, newObjectionRoute, unregisteredObjectionRoute, objectionLookupRoute, myObjectionsRoute, handleObjectionRoute,
  enterprisesRoute, enterpriseRoute, enterpriseCasesRoute, enterpriseCreditRoute, enterpriseHistoryRoute, keepEnterpriseRoute, expertsRoute, newExpertRoute, keepExpertRoute,
  reviewsRoute, drawsRoute, drawRoute, drawProofRoute, revealRoute, declineRoute, answerRoute, casePanelsRoute, panelRoute, newSheetRoute, recuseRoute, closePanelRoute,
  fundsRoute, fundRoute, fundEntriesRoute, fundAuditRoute, limitsRoute, limitHistoryRoute, changeLimitRoute,
  documentsRoute, documentFileRoute, serveRoute, agreeServiceRoute, sealsRoute, filesRoute, newFileRoute, fileContentRoute, evidenceRoute, listEvidenceRoute, strikeEvidenceRoute, manifestRoute,
  ...calendarRoutes, ...betweenRoutes,
];
