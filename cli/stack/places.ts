/** Where things lie on this machine. */
import { accessSync, constants, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

type Variables = Readonly<Record<string, string | undefined>>;

/** Root of the clone. */
export const projectRoot = fileURLToPath(new URL('../../', import.meta.url)).replace(/[\\/]$/, '');

/** Where the stack keeps all that must survive a restart. */
export const banjieHome = (env: Variables): string => resolve(projectRoot, env.BANJIE_HOME || '.data');

/** Folders in which a provisioned binary may lie; clones of the project share the user's. Best first. */
export function binaryFolders(env: Variables): readonly string[] {
  const own = join(banjieHome(env), 'bin');
  const cache = env.XDG_CACHE_HOME || (env.HOME ? join(env.HOME, '.cache') : env.LOCALAPPDATA);
  return cache ? [own, join(cache, 'banjie')] : [own];
}

/** The folder into which a binary is put: the user's cache, or the stack's home where that cannot be written. */
export function folderForBinaries(env: Variables): string {
  const folders = binaryFolders(env);
  for (const folder of [...folders].reverse()) {
    try {
      mkdirSync(folder, { recursive: true });
      accessSync(folder, constants.W_OK);
      return folder;
    } catch {
      continue;
    }
  }
  return folders[0] ?? projectRoot;
}
