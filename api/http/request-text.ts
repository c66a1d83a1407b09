/** What no schema can say of a request: that it is not too deep to be walked, and that all its text, names included, can be stored as UTF-8. */
import { ProblemError } from './problem.ts';

/** Far beyond any form; a deeper body would overflow the stack of everything that walks it by recursion. */
const maxDepth = 32;

interface Place { readonly value: unknown; readonly path: string }
interface Parts { readonly params: unknown; readonly query: unknown; readonly body: unknown }

/** @throws ProblemError request.invalid */
export function checkTexts({ params, query, body }: Parts): void {
  let level: readonly Place[] = [{ value: params, path: 'path' }, { value: query, path: 'query' }, { value: body, path: 'body' }];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > maxDepth) throw new ProblemError('request.invalid', { fields: [{ field: 'body', code: 'invalid' }] });
    const next: Place[] = [];
    for (const { value, path } of level) {
      if (typeof value === 'string') requireStorable(value, path);
      else if (typeof value === 'object' && value !== null) {
        for (const [name, member] of Object.entries(value)) {
          requireStorable(name, path);
          next.push({ value: member, path: path.length < 200 ? `${path}.${name}` : path });
        }
      }
    }
    level = next;
  }
}

/** Postgres refuses NUL in text, also in the parameter of a search; half a surrogate pair has no UTF-8. */
function requireStorable(text: string, path: string): void {
  if (text.includes('\u0000') || !text.isWellFormed()) throw new ProblemError('request.invalid', { fields: [{ field: path, code: 'characters' }] });
}
