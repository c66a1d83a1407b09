/** A reason why the stack cannot run, as one sentence for the person who started it: what, where, what to do. Printed without a stack trace. */
export class StackFault extends Error {}

/** `errno` code of a system error, or ''. */
export const errnoOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

export const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
