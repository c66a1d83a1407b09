import { z } from 'zod';
import { simulateSchema, simulationSchema } from '../../contracts/ahead.ts';
import { caseIdSchema } from '../../contracts/common.ts';
import { calendarOfCase } from '../../db/calendars.ts';
import { mayLookAhead, sightOf } from '../../domain/authority/policy.ts';
import { instantOf, msOf } from '../../domain/calendar/civil-day.ts';
import { simulate } from '../../domain/engine/time-travel.ts';
import { ProblemError } from '../http/problem.ts';
import { ok, route } from '../http/route.ts';
import { simulationView, supposedCommand } from '../views/simulation.ts';
import { caseParts } from './case-parts.ts';

/** Events that are told at most: what an API process works out must not keep others waiting. */
const mostEvents = 2_000;
const tenYears = 3_653 * 86_400_000;

export const simulateRoute = route(
  {
    method: 'POST', path: '/cases/:caseId/simulation', access: 'signed-in', tag: 'cases', summary: '推演 · What will become of the case if nobody acts, or if people act as supposed; nothing is written',
    params: z.object({ caseId: caseIdSchema }), body: simulateSchema, answer: simulationSchema, problems: ['case.not-found', 'case.closed', 'forbidden'],
  },
  async ({ viewer, params: { caseId }, body }, { database }) => {
    const { row, state, model } = await caseParts(database, viewer, caseId);
    if (!mayLookAhead(sightOf(viewer), row)) throw new ProblemError('forbidden');
    if (state.status === 'closed') throw new ProblemError('case.closed', { params: { outcome: state.outcome } });
    const now = Date.now();
    const outside = (at: string): boolean => msOf(at) < now - 60_000 || msOf(at) > now + tenYears;
    const wrong = [...(outside(body.until) ? ['body.until'] : []), ...body.moves.flatMap((m, i) => (outside(m.at) ? [`body.moves.${i}.at`] : []))];
    if (wrong.length > 0) throw new ProblemError('request.invalid', { fields: wrong.map((field) => ({ field, code: 'not-an-option' })) });
    const since = instantOf(now);
    const found = simulate(
      model, state, { since, until: instantOf(msOf(body.until)) }, { calendar: await calendarOfCase(database, state.calendar) },
      body.moves.map((move, i) => ({ at: instantOf(msOf(move.at)), command: supposedCommand(move, i) })), { servicesAnswer: body.services === 'answer', most: mostEvents },
    );
    return ok(simulationView(found, { model, before: state, from: since, until: instantOf(msOf(body.until)) }));
  },
);
