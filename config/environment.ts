/** The one described environment. Read by entry points only (workers/main.ts, api/main.ts, cli/); everything else gets values. */
import { z } from 'zod';

const port = z.coerce.number().int().min(0).max(65535);

export const environmentSchema = z.object({
  DATABASE_URL: z.string().min(1).describe('Postgres connection string'),
  TEMPORAL_ADDRESS: z.string().min(1).describe('host:port of the Temporal frontend'),
  TEMPORAL_NAMESPACE: z.string().default('default').describe('Temporal namespace'),
  TEMPORAL_TASK_QUEUE: z.string().default('banjie').describe('Task queue of the case workflows'),
  PAYLOAD_KEY: z.string().regex(/^[0-9a-f]{64}$/).describe('AES-256-GCM key of the payload codec, 32 bytes as hex'),
  PAYLOAD_KEY_ID: z.string().default('1').describe('Name of PAYLOAD_KEY, recorded in every payload, so that keys can be rotated'),
  OIDC_ISSUER: z.url().describe('OpenID provider whose access tokens are accepted'),
  OIDC_AUDIENCE: z.string().default('banjie-api').describe('Audience that an access token must have'),
  OIDC_CLIENT_ID: z.string().default('banjie-console').describe('Public client of the console'),
  HOST: z.string().default('127.0.0.1').describe('Address on which the API listens'),
  PORT: port.default(3000).describe('Port on which the API listens'),
  WORKER_PORT: port.default(3001).describe('Port of the worker\'s /healthz and /metrics, on HOST'),
  TRUSTED_PROXIES: z.string().optional().describe('Addresses or networks of reverse proxies whose X-Forwarded-For is believed, separated by commas'),
  CONSOLE_DIR: z.string().default('dist/console').describe('Built console, served by the API'),
  WORKFLOW_BUNDLE: z.string().optional().describe('Prebuilt workflow bundle; without it the worker builds one at start'),
  LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error']).default('info').describe('pino level'),
});
export type Environment = z.infer<typeof environmentSchema>;

export class EnvironmentError extends Error {}

/** @throws EnvironmentError that names every variable that is missing or malformed, never its value. */
export function readEnvironment(source: Readonly<Record<string, string | undefined>>): Environment {
  const parsed = environmentSchema.safeParse(source);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const about = environmentSchema.shape[name as keyof Environment]?.description ?? '';
    return `  ${name}: ${issue.message} (${about})`;
  });
  throw new EnvironmentError(`The environment is not complete:\n${lines.join('\n')}`);
}
