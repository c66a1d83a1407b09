/** What no schema can say of a body: that it is not too deep to be walked, and that all its text, names included, has a UTF-8 form. */
import { ProblemError } from './problem.ts';

/** Far beyond any form; a deeper body would overflow the stack of everything that walks it by recursion. */
const maxDepth = 32;

interface Place { readonly value: unknown; readonly path: string }

/** @throws ProblemError request.invalid */
export function checkBody(body: unknown): void {
  let level: readonly Place[] = [{ value: body, path: 'body' }];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxDepth) throw new ProblemError('request.invalid', { fields: [{ field: 'body', code: 'invalid' }] });
    const next: Place[] = [];
    for (const { value, path } of level) {
      if (typeof value === 'string') requireWellFormed(value, path);
      else if (typeof value === 'object' && value !== null) {
        for (const [name, member] of Object.entries(value)) {
          requireWellFormed(name, path);
          next.push({ value: member, path: path.length < 200 ? `${path}.${name}` : path });
        }
      }
    }
    level = next;
  }
}

function requireWellFormed(text: string, path: string): void {
  if (!text.isWellFormed()) throw new ProblemError('request.invalid', { fields: [{ field: path, code: 'characters' }] });
}
