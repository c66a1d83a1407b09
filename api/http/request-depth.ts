import { ProblemError } from './problem.ts';

/** Far beyond any form; a deeper body would overflow the stack of everything that walks it by recursion. */
const maxDepth = 32;

/** @throws ProblemError request.invalid */
export function checkDepth(body: unknown): void {
  let level: unknown[] = [body];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxDepth) throw new ProblemError('request.invalid', { fields: [{ field: 'body', code: 'invalid' }] });
    level = level.flatMap((value) => (typeof value === 'object' && value !== null ? Object.values(value).filter((v) => typeof v === 'object') : []));
  }
}
