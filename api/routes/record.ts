/** The record of a case: its timeline, the proof that it is intact, and what became of one command. */
import { z } from 'zod';
import { receiptSchema, timelineQuerySchema, timelineSchema, verificationSchema, type Receipt } from '../../contracts/cases.ts';
import { caseIdSchema } from '../../contracts/common.ts';
import { verifyCase } from '../../db/queries/case.ts';
import { namesOfNumbers, timelineEvents } from '../../db/queries/timeline.ts';
import { findCaseHead, findCommand } from '../../db/record/read.ts';
import { insight, maySee, sightOf } from '../../domain/authority/policy.ts';
import { ProblemError, refused } from '../http/problem.ts';
import { ok, route, type Reply } from '../http/route.ts';
import { openAfter } from '../engine/perform.ts';
import { versionAt } from '../views/former-versions.ts';
import { numbersIn, timelineEntry } from '../views/timeline.ts';
import { caseParts, definitionsOfCase, visibleCase } from './case-parts.ts';

const caseParams = z.object({ caseId: caseIdSchema });

export const timelineRoute = route(
  {
    method: 'GET', path: '/cases/:caseId/timeline', access: 'signed-in', tag: 'record', summary: '办理流水 · What happened, in order',
    params: caseParams, query: timelineQuerySchema, answer: timelineSchema, problems: ['case.not-found'],
  },
  async ({ viewer, params: { caseId }, query: { after, limit } }, { database }) => {
    const { row, state, model } = await caseParts(database, viewer, caseId);
    const seen = insight(viewer, row, model, state.parties);
    const found = await timelineEvents(database, caseId, { after, limit, withoutInternal: !seen.internal });
    const events = found.slice(0, limit);
    const numbers = numbersIn(events);
    const names = await namesOfNumbers(database, caseId, numbers.tasks, numbers.clocks);
    const next = found.length > limit ? (events.at(-1)?.seq ?? null) : null;
    const modelAt = versionAt(state, await definitionsOfCase(database, state));
    return ok({ items: events.map((event) => timelineEntry(event, { model: modelAt(event.seq), state, insight: seen, names })), next });
  },
);

export const verificationRoute = route(
  {
    method: 'GET', path: '/cases/:caseId/verification', access: 'signed-in', tag: 'record', summary: '卷宗校验 · Proof that the record is intact',
    params: caseParams, answer: verificationSchema, problems: ['case.not-found'],
  },
  async ({ viewer, params: { caseId } }, { database }) => {
    await visibleCase(database, viewer, caseId);
    return ok({ caseId, ...(await verifyCase(database, caseId)) });
  },
);

export const commandRoute = route(
  {
    method: 'GET', path: '/cases/:caseId/commands/:command', access: 'signed-in', tag: 'record', summary: '受理回执 · What became of a command that was answered with 202',
    params: caseParams.extend({ command: z.string().regex(/^[\w-]{1,100}$/) }), answer: receiptSchema,
    problems: ['not-found', 'case.not-found', 'engine.unavailable', 'busy'],
  },
  async ({ viewer, params: { caseId, command } }, { database, engine }): Promise<Reply<Receipt>> => {
    const head = await findCaseHead(database, caseId);
    if (head !== null && !maySee(sightOf(viewer), head)) throw new ProblemError('case.not-found');
    const acted = head === null ? null : await findCommand(database, caseId, command);
    if (acted) return ok({ caseId, command, status: 'done', seq: acted.lastSeq, open: await openAfter(database, caseId, acted.lastSeq) });
    // Not in the record: a start may still be on its way, and then there is no case yet. Its name is known to who sent it only.
    const sent = await engine.look(caseId, command);
    switch (sent?.kind) {
      case 'done':
        return ok({ caseId, command, status: 'done', seq: sent.seq, open: [...sent.open] });
      case 'accepted':
        return ok({ caseId, command, status: 'accepted' });
      case 'rejected':
        throw refused(sent.rejection);
      case 'unavailable':
        throw new ProblemError('engine.unavailable', { retryAfter: 2 });
      default:
        throw new ProblemError('not-found');
    }
  },
);
