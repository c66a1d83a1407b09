/** Between cases (案间): opening the cases that a case asks for, and telling others what it has to tell them. Both are repeated until they have come about. */
import { Context } from '@temporalio/activity';
import { definitionByHash } from '../db/definitions.ts';
import type { Database } from '../db/pool.ts';
import { caseRef } from '../db/queries/case-ref.ts';
import { findCaseHead, loadCaseState } from '../db/record/read.ts';
import { assertNever } from '../domain/assert-never.ts';
import type { Command, CommandBody } from '../domain/engine/commands.ts';
import { errandId, isForLater } from '../domain/engine/between/errands.ts';
import type { CaseRef, Errand, Opening, ParentRef } from '../domain/engine/state.ts';
import { alive } from './alive.ts';
import type { SendToCase } from './case-walk.ts';
import type { BetweenActivities, OpeningAnswer } from './contract.ts';

/**
 * Opens the case, or finds the one that it has opened before. @throws where it cannot be done now
 * @param now by the clock of the server, which is that of both cases
 */
export type OpenCase = (from: ParentRef, opening: Opening, now: number) => Promise<OpeningAnswer>;

export interface BetweenHooks {
  /** The other case is open, or has been told, and this one does not know it yet. Tests kill the worker there. */
  readonly afterBetween?: (what: 'opened' | 'told') => Promise<void>;
}

export const betweenActivities = (database: Database, open: OpenCase, send: SendToCase, hooks: BetweenHooks = {}): BetweenActivities => ({
  openCase: ({ caseId, depth, opening }) => alive(async () => {
    const answer = await open({ ...(await known(database, caseId)), call: opening.id, wait: opening.wait, depth: depth + 1 }, opening, Context.current().info.currentAttemptScheduledTimestampMs);
    await hooks.afterBetween?.('opened');
    return answer;
  }),
  tellCase: ({ caseId, errand }) => alive(async () => {
    const body = await bodyOf(database, caseId, errand);
    if (body === null) return { refused: 'case.not-closed' };
    const head = await findCaseHead(database, errand.to);
    if (head === null) return { refused: 'case.not-found' };
    const command: Command = { id: errandId(caseId, errand.id), actor: { kind: 'system', id: `case:${caseId}` }, body };
    const result = await send(head, command);
    await hooks.afterBetween?.('told');
    if (result.kind === 'unanswered') throw new Error(`case ${errand.to} has not answered yet`);
    if (result.kind === 'rejected' && isForLater(errand, result.rejection.code)) throw new Error(`case ${errand.to} is being merged`);
    return { refused: result.kind === 'rejected' ? result.rejection.code : null };
  }),
});

async function known(database: Database, caseId: string): Promise<CaseRef> {
  const found = await caseRef(database, caseId);
  if (!found) throw new Error(`case ${caseId} is not in the record`);
  return found;
}

/** Null where what it would tell is no longer so. */
async function bodyOf(database: Database, caseId: string, { body }: Errand): Promise<CommandBody | null> {
  switch (body.kind) {
    case 'closed': {
      const state = await loadCaseState(database, caseId);
      if (!state) throw new Error(`case ${caseId} is not in the record`);
      // It was opened again before the news went out: whoever waits for it goes on waiting.
      if (state.status !== 'closed' || state.outcome === null) return null;
      const { fields } = await definitionByHash(database, state.process.hash);
      const data = Object.fromEntries(Object.keys(fields).map((field) => [field, state.data[field] ?? null]));
      return { type: 'child-closed', call: body.call, child: await known(database, caseId), outcome: state.outcome, data, ...(state.error === undefined ? {} : { error: state.error }) };
    }
    case 'suspend':
      return { type: 'suspend', with: caseId, ...without(body) };
    case 'resume':
      return { type: 'resume', with: caseId, ...without(body) };
    case 'terminate':
      return { type: 'terminate', with: caseId, ...without(body) };
    case 'linked':
      return { type: 'linked', other: await known(database, caseId), ...without(body) };
    case 'unlinked':
      return { type: 'unlinked', other: caseId, ...without(body) };
    case 'absorb':
      return { type: 'absorb', from: await known(database, caseId), ...without(body) };
    default:
      return assertNever(body);
  }
}

function without<T extends { readonly kind: string }>({ kind: _, ...rest }: T): Omit<T, 'kind'> {
  return rest;
}
