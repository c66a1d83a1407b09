import type { Json } from '../json.ts';
import type { FieldProblem, Rejection, RejectionCode } from './commands.ts';

/** Unwinds a decision that cannot be made. Never leaves `decide`, which returns the rejection as a value. */
export class Refusal extends Error {
  readonly rejection: Rejection;
  constructor(code: RejectionCode, params: Readonly<Record<string, Json>> = {}, fields?: readonly FieldProblem[]) {
    super(code);
    this.rejection = fields ? { code, params, fields } : { code, params };
  }
}
