/** The one way to the API: bearer token, problem documents, answers checked against the contracts. */
import type { z } from 'zod';
import { problemOf, Unreachable } from './problem.ts';

/** Where access tokens come from; given once by the session, so that this file needs not know of sign-in. */
export interface TokenSource {
  /** A token that is still good, renewed if need be; null where nobody is signed in. */
  readonly current: () => Promise<string | null>;
  /** The API refused this token: renew it (true: try once more) or end the session (false). */
  readonly refused: (token: string) => Promise<boolean>;
}
let tokens: TokenSource = { current: () => Promise.resolve(null), refused: () => Promise.resolve(false) };
export const provideTokens = (source: TokenSource): void => { tokens = source; };

export interface Sent {
  readonly method?: 'GET' | 'POST';
  readonly body?: unknown;
  /** The body is this file itself. */
  readonly file?: Blob;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal | undefined;
}

export type Query = Readonly<Record<string, string | number | undefined>>;

export function withQuery(path: string, query: Query): string {
  const params = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value !== undefined && value !== '') params.set(name, String(value));
  const text = params.toString();
  return text === '' ? path : `${path}?${text}`;
}

async function send(path: string, { method = 'GET', body, file, idempotencyKey, signal }: Sent, token: string | null): Promise<Response> {
  const headers = new Headers({ accept: 'application/json' });
  if (token !== null) headers.set('authorization', `Bearer ${token}`);
  if (file !== undefined) headers.set('content-type', 'application/octet-stream');
  else if (body !== undefined) headers.set('content-type', 'application/json');
  if (idempotencyKey !== undefined) headers.set('idempotency-key', idempotencyKey);
  try {
    return await fetch(`/api/v1${path}`, {
      method, headers, signal: signal ?? null, body: file ?? (body === undefined ? null : JSON.stringify(body)), cache: 'no-store',
    });
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new Unreachable(error);
  }
}

/**
 * Sends one request under /api/v1 and gives the checked answer.
 * @throws ApiProblem where the API refuses or fails, Unreachable where there is no answer.
 */
export async function request<T extends z.ZodType>(path: string, schema: T, sent: Sent = {}): Promise<z.infer<T>> {
  const response = await answered(path, sent);
  let answer: unknown = null;
  try {
    if (response.status !== 204) answer = await response.json();
  } catch (error) {
    throw new Unreachable(error); // the connection broke in the middle of the answer
  }
  return checked(path, schema, answer);
}

/** @throws as `request` */
async function answered(path: string, sent: Sent): Promise<Response> {
  const token = await tokens.current();
  let response = await send(path, sent, token);
  if (response.status === 401 && token !== null && (await tokens.refused(token))) {
    response = await send(path, sent, await tokens.current());
  }
  if (!response.ok) throw await problemOf(response);
  return response;
}

/** Fetches a file, which needs the token like everything else, and hands it to the person as their browser does with downloads. @throws as `request` */
export async function download(path: string): Promise<void> {
  const response = await answered(path, {});
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  let bytes: Blob;
  try {
    bytes = await response.blob();
  } catch (error) {
    throw new Unreachable(error);
  }
  const address = URL.createObjectURL(bytes);
  const link = document.createElement('a');
  link.href = address;
  link.download = name === undefined ? '' : decodeURIComponent(name);
  link.click();
  // The browser has taken it over by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

function checked<T extends z.ZodType>(path: string, schema: T, answer: unknown): z.infer<T> {
  const parsed = schema.safeParse(answer);
  if (parsed.success) return parsed.data;
  // A console that is one release behind the API should show what it can; the mismatch is reported where developers and tests look.
  console.error(`The answer to ${path.split('?')[0] ?? path} differs from its contract`, parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`));
  return answer as z.infer<T>;
}
