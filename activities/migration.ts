/** 版本迁移 of every running case of a version: what the walk does to one of them (case-walk.ts). A dry run is the same decision, not carried out. */
import { calendarOfCase } from '../db/calendars.ts';
import { definitionByHash } from '../db/definitions.ts';
import type { Database } from '../db/pool.ts';
import type { CaseWalk } from '../db/queries/case-walks.ts';
import { findCommand, loadCaseState, readEvents, type CaseHead } from '../db/record/read.ts';
import { territoriesAdministered } from '../domain/authority/policy.ts';
import type { Command, Rejection } from '../domain/engine/commands.ts';
import { decide } from '../domain/engine/decide.ts';
import type { CaseEvent } from '../domain/engine/events.ts';
import { migrationEffects } from '../domain/engine/change/migration-report.ts';
import type { JsonObject } from '../domain/json.ts';
import type { MigrationMapping } from '../domain/model/version-map.ts';
import type { SendToCase, Visit, Visitor } from './case-walk.ts';

/** `input` of a walk of kind 'migration': versions by the hash of their definition. */
export interface MigrationInput { readonly from: string; readonly to: string; readonly mapping: MigrationMapping; readonly reason: string }
const inputOf = (walk: CaseWalk): MigrationInput => walk.input as unknown as MigrationInput;

export const migrationVisitor = (database: Database, send: SendToCase): Visitor => ({
  cases: (walk) => ({ definitionHash: inputOf(walk).from, territories: territoriesAdministered(walk.requestedBy.pools) }),
  visit: async (walk, head) => {
    const { from, to, mapping, reason } = inputOf(walk);
    const command: Command = { id: `migrate-${walk.id}`, actor: walk.requestedBy, body: { type: 'migrate', from, to, mapping, reason } };
    return walk.dryRun ? rehearse(database, head, command, { from, to }) : carryOut(database, send, head, command);
  },
});

async function rehearse(database: Database, head: CaseHead, command: Command, { from, to }: { readonly from: string; readonly to: string }): Promise<Visit> {
  if (head.hash !== from) return { outcome: 'skipped', detail: null };
  const [model, target, state] = await Promise.all([definitionByHash(database, from), definitionByHash(database, to), loadCaseState(database, head.id)]);
  const decision = decide(model, state, command, { now: Date.now(), calendar: await calendarOfCase(database, state?.calendar), target: { hash: to, model: target } });
  return decision.ok ? done(decision.events) : refused(decision.rejection);
}

async function carryOut(database: Database, send: SendToCase, head: CaseHead, command: Command): Promise<Visit> {
  const result = await send(head, command);
  if (result.kind === 'unanswered') return { outcome: 'unanswered', detail: null };
  if (result.kind === 'rejected') return refused(result.rejection);
  const found = await findCommand(database, head.id, command.id);
  const events = found ? await readEvents(database, head.id, { after: found.firstSeq - 1, limit: found.lastSeq - found.firstSeq + 1 }) : [];
  return done(events);
}

const done = (events: readonly CaseEvent[]): Visit => ({ outcome: 'done', detail: migrationEffects(events) as unknown as JsonObject });

/** A case that has moved on by itself is no refusal. */
const refused = ({ code, params }: Rejection): Visit => ({ outcome: code === 'migration.other-version' || code === 'case.closed' ? 'skipped' : 'refused', detail: { code, ...params } });
