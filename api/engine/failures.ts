/** What an error of the Temporal client means for a command. */
import {
  isGrpcServiceError, ServiceError, WorkflowNotFoundError, WorkflowUpdateFailedError, WorkflowUpdateRPCTimeoutOrCancelledError,
} from '@temporalio/client';
import { ApplicationFailure } from '@temporalio/common';
import type { Rejection } from '../../domain/engine/commands.ts';
import { rejectedType, retryType } from '../../workflows/messages.ts';

/** Codes of gRPC (google.rpc.Code). */
const grpcCode = { cancelled: 1, unknown: 2, deadlineExceeded: 4, notFound: 5, resourceExhausted: 8, failedPrecondition: 9, aborted: 10, internal: 13, unavailable: 14, dataLoss: 15 } as const;

export type Failure =
  /** The validator refused. Nothing happened. */
  | { readonly kind: 'rejected'; readonly rejection: Rejection }
  /** The execution asks to send the same again at once (continue-as-new, or it ended under the command). */
  | { readonly kind: 'again' }
  /** Too many Updates under way. */
  | { readonly kind: 'busy' }
  /** No such execution, or it has ended. */
  | { readonly kind: 'missing' }
  /** No answer in time: it may be under way. */
  | { readonly kind: 'late' }
  /** The server cannot be reached; whether it heard of the command nobody knows. */
  | { readonly kind: 'away' };

/** @throws the error itself where it is none of these, hence a bug */
export function failureOf(error: unknown): Failure {
  if (error instanceof WorkflowUpdateFailedError) return ofUpdate(error);
  if (error instanceof WorkflowNotFoundError) return { kind: 'missing' };
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return { kind: 'late' };
  const cause = error instanceof ServiceError ? error.cause : error;
  if (isGrpcServiceError(cause)) {
    switch (cause.code) {
      case grpcCode.resourceExhausted:
        return { kind: 'busy' };
      case grpcCode.notFound:
        return { kind: 'missing' };
      case grpcCode.aborted:
      case grpcCode.failedPrecondition:
        return { kind: 'again' };
      // A server that is killed in the middle of an answer breaks streams in all of these ways.
      case grpcCode.unavailable:
      case grpcCode.unknown:
      case grpcCode.internal:
      case grpcCode.dataLoss:
        return { kind: 'away' };
      case grpcCode.deadlineExceeded:
      case grpcCode.cancelled:
        return { kind: 'late' };
    }
  }
  // The call context's own deadline, passed before the call was made.
  if (error instanceof Error && /deadline/i.test(error.message)) return { kind: 'late' };
  throw error;
}

function ofUpdate(error: WorkflowUpdateFailedError): Failure {
  const { cause } = error;
  if (!(cause instanceof ApplicationFailure)) throw error;
  if (cause.type === rejectedType) {
    const rejection: unknown = cause.details?.[0];
    if (isRejection(rejection)) return { kind: 'rejected', rejection };
  }
  // The server's own failure where the workflow closed before it had answered an accepted Update: the record knows whether it acted.
  // 'UnprocessedUpdate': a workflow task that was lost under load took the Update with it before the worker had answered it.
  if (cause.type === retryType || cause.type === 'AcceptedUpdateCompletedWorkflow' || cause.type === 'UnprocessedUpdate') return { kind: 'again' };
  throw error;
}

const isRejection = (value: unknown): value is Rejection => typeof value === 'object' && value !== null && 'code' in value && 'params' in value;
