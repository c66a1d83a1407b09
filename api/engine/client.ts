/** Commands on their way to the case workflow, as Updates. Everything that Temporal may answer becomes one of a few outcomes here. */
import { Client, Connection, WithStartWorkflowOperation } from '@temporalio/client';
// CommonJS whose names Node cannot see: it has to be imported whole.
import proto from '@temporalio/proto';
import type { Rejection } from '../../domain/engine/commands.ts';
import { commandArguments, commandUpdate, freshCase, nudgeSignal, resumedCase, type CommandAnswer, type CommandMessage } from '../../workflows/messages.ts';
import { dataConverter } from '../../workflows/payloads/codec.ts';
import type { PayloadKeys } from '../../workflows/payloads/encryption.ts';
import { lru } from '../../db/record/lru.ts';
import { caseGate } from './case-gate.ts';
import { failureOf } from './failures.ts';

const UpdateStage = proto.temporal.api.enums.v1.UpdateWorkflowExecutionLifecycleStage;

export interface CaseTarget {
  readonly caseId: string;
  readonly process: string;
  readonly hash: string;
  /** For a start: the publication of the calendar that the case counts by. */
  readonly calendarNo?: number;
}

export type Sent =
  | Extract<CommandAnswer, { kind: 'done' }>
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
  /** Accepted by the workflow, not yet in the record. */
  | { readonly kind: 'accepted' }
  /** Temporal knows nothing of it. */
  | { readonly kind: 'unavailable'; readonly why: 'away' | 'busy' }
  /** There is no execution of this case, or it has ended. */
  | { readonly kind: 'missing' };

/** act: the execution must be there. start: it is made. resume: it is made from the record. */
export type Manner = 'act' | 'start' | 'resume';

export interface EngineClient {
  readonly send: (target: CaseTarget, message: CommandMessage, manner: Manner) => Promise<Sent>;
  /** What has become of a command that was accepted; null where Temporal knows none. */
  readonly look: (caseId: string, command: string) => Promise<Sent | null>;
  /** Asks the execution to look into the record. @returns false where there is none */
  readonly nudge: (target: CaseTarget) => Promise<boolean>;
  /** Starts the execution of a case again from its record; nothing where it runs. */
  readonly resume: (target: CaseTarget) => Promise<void>;
  /** Begins a walk over running cases, or goes on with it (workflows/case-walk.ts); nothing where it runs. */
  readonly walk: (walk: string) => Promise<void>;
  /** Up to which event the execution of a case is known to have come: it answered a command of this process then. */
  readonly seen: (caseId: string) => number | undefined;
  readonly ready: () => Promise<boolean>;
  readonly close: () => Promise<void>;
}

export interface EngineOptions {
  readonly address: string;
  readonly namespace: string;
  readonly taskQueue: string;
  readonly keys: PayloadKeys;
  /** Milliseconds that a caller waits for the answer to a command. */
  readonly patience?: number;
}

/** Cases of which is remembered how far their execution has come. */
const remembered = 20_000;
const defaultPatience = 10_000;
/** Milliseconds to find out whether a command without an answer was accepted. */
const inquiry = 2_000;
/** Milliseconds to fetch an outcome that is there already. */
const outcomeWait = 500;
/** Milliseconds for which a server that cannot be reached is tried again. */
const reconnecting = 3_000;
/**
 * A worker reports an accepted Update when its workflow task ends, at the latest at four fifths of this time. It must be short enough that
 * two such waits fit into the patience of a caller: otherwise who is answered "not accepted" may have been accepted all the same.
 */
const workflowTaskTimeout = '5s';

export function createEngineClient({ address, namespace, taskQueue, keys, patience = defaultPatience }: EngineOptions): EngineClient {
  const connection = Connection.lazy({
    address,
    // Left to itself gRPC waits up to two minutes between attempts to reconnect: the API would be down long after Temporal is back.
    channelArgs: { 'grpc.initial_reconnect_backoff_ms': 100, 'grpc.max_reconnect_backoff_ms': 1_000 },
    // The SDK's own repetition goes on after the connection is closed, and then ends the process; `attempt` repeats instead.
    interceptors: [],
  });
  const client = new Client({ connection, namespace, dataConverter: dataConverter({ keys }) });
  const gate = caseGate();
  const seen = lru<string, number>(remembered);
  const within = <T>(deadline: number, call: () => Promise<T>): Promise<T> => connection.withDeadline(deadline, call);

  function execute({ caseId, process, hash, calendarNo }: CaseTarget, message: CommandMessage, manner: Manner): Promise<CommandAnswer> {
    const options = { updateId: message.command.id, args: commandArguments(message) };
    if (manner === 'act') return client.workflow.getHandle(caseId).executeUpdate(commandUpdate, options);
    const startWorkflowOperation = new WithStartWorkflowOperation(process, {
      workflowId: caseId, taskQueue, args: manner === 'start' ? freshCase(caseId, hash, calendarNo) : resumedCase(caseId, hash), workflowIdConflictPolicy: 'USE_EXISTING', workflowTaskTimeout,
    });
    return client.workflow.executeUpdateWithStart(commandUpdate, { ...options, startWorkflowOperation });
  }

  /** One command until it has an outcome or the deadline has passed. */
  async function attempt(target: CaseTarget, message: CommandMessage, manner: Manner, deadline: number): Promise<Sent> {
    let busy = false;
    const reconnected = Math.min(deadline, Date.now() + reconnecting);
    for (let n = 0; Date.now() < deadline; n++) {
      try {
        const answer = await within(deadline, () => execute(target, message, manner));
        return answer.kind === 'done' ? answer : { kind: 'rejected', rejection: answer.rejection };
      } catch (error) {
        const failure = failureOf(error);
        busy = failure.kind === 'busy';
        if (failure.kind === 'rejected' || failure.kind === 'missing') return failure;
        if (failure.kind === 'late' || (failure.kind === 'away' && Date.now() >= reconnected)) break;
        await pause(Math.min(1_000, 20 * 2 ** n), deadline);
      }
    }
    return busy ? { kind: 'unavailable', why: 'busy' } : inquire(target.caseId, message);
  }

  /** The same Update once more, waiting for no more than its acceptance: the server knows it by its id. */
  async function inquire(caseId: string, message: CommandMessage): Promise<Sent> {
    try {
      const handle = await within(Date.now() + inquiry, () =>
        client.workflow.getHandle(caseId).startUpdate(commandUpdate, { updateId: message.command.id, args: commandArguments(message), waitForStage: 'ACCEPTED' }));
      // It was accepted: whatever keeps the outcome from being told now does not undo that.
      const outcome = await outcomeOf(handle.result);
      return outcome.kind === 'unavailable' ? { kind: 'accepted' } : outcome;
    } catch (error) {
      const failure = failureOf(error);
      return failure.kind === 'rejected' ? failure : { kind: 'unavailable', why: failure.kind === 'busy' ? 'busy' : 'away' };
    }
  }

  /** The outcome where it is there already; an Update that has none yet is 'accepted'. */
  async function outcomeOf(result: () => Promise<CommandAnswer>): Promise<Sent> {
    try {
      const answer = await within(Date.now() + outcomeWait, result);
      return answer.kind === 'done' ? answer : { kind: 'rejected', rejection: answer.rejection };
    } catch (error) {
      const failure = failureOf(error);
      switch (failure.kind) {
        case 'late':
          return { kind: 'accepted' };
        case 'away':
        case 'busy':
          return { kind: 'unavailable', why: failure.kind };
        case 'again':
          return { kind: 'missing' };
        default:
          return failure;
      }
    }
  }

  return {
    send: async (target, message, manner) => {
      const deadline = Date.now() + patience;
      const sent = (await gate.run(target.caseId, deadline, () => attempt(target, message, manner, deadline))) ?? { kind: 'unavailable' as const, why: 'busy' as const };
      if (sent.kind === 'done') seen.set(target.caseId, Math.max(sent.seq, seen.get(target.caseId) ?? 0));
      // Another execution takes its place, which nobody has told anything yet.
      if (sent.kind === 'missing') seen.delete(target.caseId);
      return sent;
    },
    seen: seen.get,
    look: async (caseId, command) => {
      try {
        await within(Date.now() + inquiry, () => client.workflowService.pollWorkflowExecutionUpdate({
          namespace, updateRef: { workflowExecution: { workflowId: caseId }, updateId: command },
          waitPolicy: { lifecycleStage: UpdateStage.UPDATE_WORKFLOW_EXECUTION_LIFECYCLE_STAGE_ACCEPTED },
        }));
      } catch (error) {
        return failureOf(error).kind === 'missing' ? null : { kind: 'unavailable', why: 'away' };
      }
      const sent = await outcomeOf(() => client.workflow.getHandle(caseId).getUpdateHandle<CommandAnswer>(command).result());
      return sent.kind === 'missing' ? null : sent;
    },
    nudge: async ({ caseId }) => {
      try {
        await within(Date.now() + inquiry, () => client.workflow.getHandle(caseId).signal(nudgeSignal));
        return true;
      } catch (error) {
        if (failureOf(error).kind === 'missing') return false;
        throw error;
      }
    },
    resume: async ({ caseId, process, hash }) => {
      await within(Date.now() + inquiry, () =>
        client.workflow.start(process, { workflowId: caseId, taskQueue, args: resumedCase(caseId, hash), workflowIdConflictPolicy: 'USE_EXISTING', workflowTaskTimeout }));
    },
    walk: async (walk) => {
      await within(Date.now() + inquiry, () => client.workflow.start('caseWalk', { workflowId: `walk-${walk}`, taskQueue, args: [{ walk }], workflowIdConflictPolicy: 'USE_EXISTING' }));
    },
    ready: async () => {
      try {
        await within(Date.now() + inquiry, () => connection.workflowService.getSystemInfo({}));
        return true;
      } catch {
        return false;
      }
    },
    close: () => connection.close(),
  };
}

/** Waits between half and all of `ms`, never beyond the deadline. */
const pause = (ms: number, deadline: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, Math.min(ms * (0.5 + Math.random() / 2), Math.max(0, deadline - Date.now()))));
