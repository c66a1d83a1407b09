/** The real Temporal development server, its state in a file. */
import { Connection } from '@temporalio/client';
import type { Launch } from './child.ts';
import { loopback } from './ports.ts';

export interface TemporalOptions {
  readonly binary: string;
  readonly port: number;
  /** File of its state; without one the state is in memory. */
  readonly file?: string;
  /** Port of Temporal's own web pages; without one they are not served. */
  readonly uiPort?: number;
}

export function temporalLaunch({ binary, port, file, uiPort }: TemporalOptions): Launch {
  const args = ['server', 'start-dev', '--ip', loopback, '--port', String(port), '--log-level', 'warn'];
  if (file) args.push('--db-filename', file);
  args.push(...(uiPort ? ['--ui-port', String(uiPort)] : ['--headless']));
  // The CLI also reads a profile and TEMPORAL_* variables of the person who starts it; they are meant for another server.
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('TEMPORAL_'));
  return { file: binary, args, env: { ...Object.fromEntries(kept), TEMPORAL_DISABLE_CLIENT_ENV: 'true' } };
}

export const temporalStop = ['SIGTERM'] as const satisfies readonly NodeJS.Signals[];

/** Resolves when the server answers for the namespace. @throws whatever the client says, while it does not */
export async function probeTemporal(address: string, namespace = 'default'): Promise<void> {
  const connection = await Connection.connect({ address, connectTimeout: 2_000 });
  try {
    await connection.withDeadline(Date.now() + 2_000, () => connection.workflowService.describeNamespace({ namespace }));
  } finally {
    await connection.close();
  }
}
