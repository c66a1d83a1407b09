/** What the case workflow understands. Imported by whoever talks to cases; holds no workflow code. */
import { defineQuery, defineSignal, defineUpdate } from '@temporalio/workflow';
import type { WorkCalendar } from '../domain/calendar/types.ts';
import type { Command, Rejection } from '../domain/engine/commands.ts';
import type { CaseState } from '../domain/engine/state.ts';
import type { ProcessDefinition } from '../domain/model/types.ts';
import type { OpenTask } from '../domain/record/open-tasks.ts';
import type { Unseen } from '../domain/record/unseen.ts';

export interface CommandMessage {
  readonly command: Command;
  /** SHA-256 of the command's content: the same key with another content is noticed in the record. */
  readonly digest: string;
  /** What stands in the record without having passed through the execution; absent where nothing does. */
  readonly unseen?: Unseen;
}

export type CommandAnswer =
  /**
   * In the record; `seq` is the last event of the command. `digest` is that of the command that acted: where it differs from the one sent,
   * the caller has used one key for two different commands. `open`: what there is to do in the case now.
   */
  | { readonly kind: 'done'; readonly seq: number; readonly digest: string | null; readonly open: readonly OpenTask[] }
  /** Accepted by the validator, then overtaken by another command. Nothing of it is in the record. */
  | { readonly kind: 'rejected'; readonly rejection: Rejection };

/** A refusal by the validator arrives as an ApplicationFailure of this type with the Rejection as its first detail. */
export const rejectedType = 'Rejected';
/** The execution is about to continue as new: send the same update again at once. Nothing happened. */
export const retryType = 'Retry';

/** 办理动作. The update id is the command id. A command that names another definition brings it along, by reference. */
export const commandUpdate = defineUpdate<CommandAnswer, CommandArguments>('command');
export type CommandArguments = [CommandMessage] | [CommandMessage, PinnedDefinition];

export function commandArguments(message: CommandMessage): CommandArguments {
  const { body } = message.command;
  return body.type === 'migrate' ? [message, { $definition: body.to }] : [message];
}

/** Look into the record: it may be ahead of the execution after the Temporal server was lost. */
export const nudgeSignal = defineSignal('nudge');

/** The state as the execution has it, for operators; people read Postgres. */
export const stateQuery = defineQuery<CaseState | null>('state');

/**
 * The definition travels as a reference; the payload codec puts the model in when a worker reads it and takes it out when a worker
 * writes it, so that no history carries it (payloads/definition-codec.ts).
 */
export interface PinnedDefinition { readonly $definition: string; readonly model?: ProcessDefinition }

/** The calendar of a publication, by its number, in the same way. Absent: the one that comes with the program. */
export interface PinnedCalendar { readonly $calendar: string; readonly calendar?: WorkCalendar }

export interface CaseArguments {
  readonly caseId: string;
  /**
   * fresh: the first command starts the case. resume: the case is in the record, fold it from there (lost, retired or reopened execution).
   * carried: continue-as-new.
   */
  readonly from: { readonly kind: 'fresh' } | { readonly kind: 'resume' } | { readonly kind: 'carried'; readonly state: CaseState };
}

export type CaseWorkflowArguments = [CaseArguments, PinnedDefinition] | [CaseArguments, PinnedDefinition, PinnedCalendar];
/** Arguments of `client.workflow.start(processKey, {workflowId: caseId, args})` for a new case. */
export function freshCase(caseId: string, hash: string, calendarNo = 0): CaseWorkflowArguments {
  const args: [CaseArguments, PinnedDefinition] = [{ caseId, from: { kind: 'fresh' } }, { $definition: hash }];
  return calendarNo === 0 ? args : [...args, { $calendar: String(calendarNo) }];
}
/** The same for a case whose execution was lost: it goes on from the record. */
export const resumedCase = (caseId: string, hash: string): [CaseArguments, PinnedDefinition] => [{ caseId, from: { kind: 'resume' } }, { $definition: hash }];
