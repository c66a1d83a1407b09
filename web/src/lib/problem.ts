/** What can go wrong between the console and the API, as values that a page can show. */
import { problemKinds, problemSchema, type FieldProblem, type Problem, type ProblemCode } from '../../../contracts/problems.ts';
import type { Text } from '../../../contracts/common.ts';

/** The API answered with a problem document (RFC 9457). */
export class ApiProblem extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(`${problem.status} ${problem.code}`);
    this.name = 'ApiProblem';
    this.problem = problem;
  }
}

/** No answer at all: the network, or the API, is away. Whether a write was carried out is not known. */
export class Unreachable extends Error {
  constructor(cause: unknown) {
    super('unreachable', { cause });
    this.name = 'Unreachable';
  }
}

const isProblemCode = (code: string): code is ProblemCode => Object.hasOwn(problemKinds, code);

export const kindOf = (code: string): { readonly title: Text; readonly advice: Text } | null =>
  isProblemCode(code) ? problemKinds[code] : null;

/** Reads an answer that is not 2xx. Whatever sent it (a proxy, a gateway), the result is a problem with a known code. */
export async function problemOf(response: Response): Promise<ApiProblem> {
  const body: unknown = await response.json().catch(() => null);
  const parsed = problemSchema.safeParse(body);
  if (parsed.success) return new ApiProblem(parsed.data);
  const code: ProblemCode =
    response.status === 401 ? 'auth.invalid'
    : response.status === 403 ? 'forbidden'
    : response.status === 404 ? 'not-found'
    : response.status === 502 || response.status === 503 || response.status === 504 ? 'engine.unavailable'
    : 'internal';
  const { title, advice } = problemKinds[code];
  return new ApiProblem({ type: 'about:blank', title: title.en, status: response.status, code, texts: { title, advice } });
}

/** Nothing was decided: the same request, with the same Idempotency-Key, may be sent again. */
export const isTransient = (error: unknown): boolean =>
  error instanceof Unreachable || (error instanceof ApiProblem && (error.problem.status >= 500 || error.problem.status === 429));

export const isStatus = (error: unknown, status: number): boolean => error instanceof ApiProblem && error.problem.status === status;

/** The fields that a refusal names. */
export const fieldsOf = (error: unknown): readonly FieldProblem[] => (error instanceof ApiProblem ? (error.problem.fields ?? []) : []);
