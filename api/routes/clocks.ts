import { z } from 'zod';
import { clockViewSchema, explanationSchema } from '../../contracts/cases.ts';
import { caseIdSchema } from '../../contracts/common.ts';
import { calendarByVersion } from '../../db/calendars.ts';
import { clockLedger, movedDates } from '../../db/queries/case.ts';
import { ProblemError } from '../http/problem.ts';
import { ok, route } from '../http/route.ts';
import { clockView, explanationView } from '../views/clock.ts';
import { caseParts } from './case-parts.ts';

const params = z.object({ caseId: caseIdSchema });

export const clocksRoute = route(
  {
    method: 'GET', path: '/cases/:caseId/clocks', access: 'signed-in', tag: 'clocks', summary: '法定时限 · All clocks of a case',
    params, answer: z.object({ items: z.array(clockViewSchema) }).meta({ id: 'ClockList' }), problems: ['case.not-found'],
  },
  async ({ viewer, params: { caseId } }, { database }) => {
    const { clocks, model, state } = await caseParts(database, viewer, caseId);
    return ok({ items: clocks.map((clock) => clockView(clock, model, state, viewer)) });
  },
);

export const clockRoute = route(
  {
    method: 'GET', path: '/cases/:caseId/clocks/:clockNo', access: 'signed-in', tag: 'clocks', summary: '期限说明 · Why this date',
    params: params.extend({ clockNo: z.coerce.number().int().min(0).max(2_147_483_647) }), answer: explanationSchema, problems: ['case.not-found', 'not-found'],
  },
  async ({ viewer, params: { caseId, clockNo } }, { database }) => {
    const { clocks, model, state } = await caseParts(database, viewer, caseId);
    const row = clocks.find((c) => c.clockNo === clockNo);
    const ledger = row ? await clockLedger(database, caseId, clockNo) : null;
    if (!row || ledger === null) throw new ProblemError('not-found');
    return ok(explanationView(clockView(row, model, state, viewer), ledger, await calendarByVersion(database, ledger.calendarVersion), await movedDates(database, caseId, clockNo)));
  },
);
