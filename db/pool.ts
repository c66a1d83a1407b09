/** Connections to Postgres. Everything that reads or writes the record takes a `Database`. */
import { DrizzleQueryError } from 'drizzle-orm';
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import pg from 'pg';
import type { Log } from '../config/log.ts';
import { createAnnouncer } from './announce.ts';

export interface Database {
  readonly pool: pg.Pool;
  readonly db: NodePgDatabase;
  /** Tells whoever listens on `case_changed` that a case has new events (announce.ts). Never fails, never waits. */
  readonly announce: (caseId: string) => void;
  readonly close: () => Promise<void>;
}

export interface DatabaseOptions {
  /** Connections at most. */
  readonly max: number;
  readonly log?: Log;
  /** Milliseconds after which the server gives up a statement. */
  readonly statementTimeout?: number;
}

const connectTimeout = 5_000;
const defaultStatementTimeout = 10_000;

export function createDatabase(url: string, { max, log, statementTimeout = defaultStatementTimeout }: DatabaseOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: connectTimeout,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: statementTimeout,
    // The server may be gone without a word (a pulled cable): then only the client can end the wait.
    query_timeout: statementTimeout + 5_000,
    options: '-c timezone=UTC',
    application_name: 'banjie',
  });
  // An idle connection that the server closes (restart, failover) raises 'error' on the pool; without a listener the process dies.
  pool.on('error', (error) => log?.warn({ err: describe(error) }, 'a database connection was lost'));
  const announcer = createAnnouncer(pool, log);
  return {
    pool,
    db: drizzle(pool),
    announce: announcer.announce,
    close: async () => {
      await announcer.close();
      await pool.end();
    },
  };
}

/** The error that the driver gave: Drizzle's own wraps it and quotes all parameters, hence personal data, in its message. */
export const rootOf = (error: unknown): unknown => (error instanceof DrizzleQueryError && error.cause !== undefined ? error.cause : error);

/** The facts of an error for the log. Of a database error neither `detail` nor parameters, which quote rows. */
export function describe(error: unknown): { readonly code?: string; readonly message: string } {
  const root = rootOf(error);
  const code = codeOf(root);
  return { ...(code === null ? {} : { code }), message: root instanceof Error ? root.message : 'unknown' };
}

/** SQLSTATE of a Postgres error or errno of a connection error; null where it is neither. */
export function codeOf(error: unknown): string | null {
  if (typeof error !== 'object' || error === null) return null;
  if ('code' in error && typeof error.code === 'string') return error.code;
  return 'cause' in error ? codeOf(error.cause) : null;
}

const awayStates = /^(08|53|57P|58)/;
const awayErrnos = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EHOSTUNREACH', 'ENETUNREACH', '57014', '25006', '25P03', '40001', '40P01', '55P03']);
const awayMessages = /connection terminated|timeout exceeded when trying to connect|query read timeout|client has encountered a connection error|client was closed/i;

/** The database is away, starting, full, read-only or overloaded: trying again later may succeed, another statement would not have. */
export function isUnavailable(error: unknown): boolean {
  const code = codeOf(error);
  if (code !== null && (awayStates.test(code) || awayErrnos.has(code))) return true;
  for (let e: unknown = error; e instanceof Error; e = e.cause) if (awayMessages.test(e.message)) return true;
  return error instanceof AggregateError && error.errors.some(isUnavailable);
}
