/**
 * Postgres refuses to run as root. Where this process is root (a container, a CI machine), Postgres runs as the user `postgres`, which is
 * created where it does not exist.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { StackFault } from './fault.ts';
import type { Launch } from './child.ts';

export interface ServiceUser { readonly name: string; readonly uid: number; readonly gid: number }

/** Null where this process is not root and Postgres may run as whoever started the stack. */
export function serviceUser(): ServiceUser | null {
  if (process.platform === 'win32' || process.getuid?.() !== 0) return null;
  const found = lookUp('postgres');
  if (found) return found;
  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'], { stdio: 'ignore' });
  const user = lookUp('postgres') ?? lookUp('nobody');
  if (user) return user;
  throw new StackFault('Postgres does not run as root, and the user "postgres" could not be created; run as an ordinary user, or set DATABASE_URL to a Postgres that runs already.');
}

function lookUp(name: string): ServiceUser | null {
  try {
    const id = (flag: string): number => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }));
    return { name, uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}

/**
 * The command as the service user. A clone below a private folder (/root, a temporary one) cannot be reached by that user; then it gets,
 * for this one program, the capability to pass through folders, which root has anyway.
 * @throws StackFault where the paths stay out of reach
 */
export function asServiceUser(command: Launch, user: ServiceUser | null, mustReach: readonly string[]): Launch {
  if (!user) return command;
  if (reaches(user, mustReach)) return { ...command, uid: user.uid, gid: user.gid };
  for (const capability of heldCapabilities()) {
    const args = ['--reuid', user.name, '--regid', String(user.gid), '--clear-groups', '--inh-caps', `-all,+${capability}`, '--ambient-caps', `-all,+${capability}`, '--'];
    const probe = spawnSync('setpriv', [...args, ...probeOf(mustReach)], { stdio: 'ignore', cwd: '/' });
    if (probe.status === 0) return { ...command, file: 'setpriv', args: [...args, command.file, ...command.args] };
  }
  throw new StackFault(`Postgres does not run as root, and the user ${user.name} cannot reach ${mustReach.join(' and ')}; put the project and BANJIE_HOME below folders that others may enter, or run as an ordinary user.`);
}

const probeOf = (paths: readonly string[]): readonly string[] => ['/bin/sh', '-c', 'for p in "$@"; do test -r "$p" || exit 1; done', 'sh', ...paths];

const reaches = (user: ServiceUser, paths: readonly string[]): boolean =>
  spawnSync('/bin/sh', probeOf(paths).slice(1), { uid: user.uid, gid: user.gid, stdio: 'ignore', cwd: '/' }).status === 0;

/** The least of the two that this process holds comes first: containers usually have only the second. */
function heldCapabilities(): readonly string[] {
  try {
    const mask = BigInt(`0x${/^CapEff:\s*([0-9a-f]+)/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1] ?? '0'}`);
    return (mask & 0b100n) !== 0n ? ['dac_read_search'] : (mask & 0b10n) !== 0n ? ['dac_override'] : [];
  } catch {
    return [];
  }
}
