/** What has to be built before it can run, and is built only when its sources have changed. */
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { withLock } from './lock.ts';
import { projectRoot } from './places.ts';

export interface Build {
  readonly name: 'console' | 'workflows';
  readonly title: string;
  /** Files and folders, from the root of the project, that decide what comes out. */
  readonly sources: readonly string[];
  readonly output: string;
  readonly make: () => Promise<void>;
}

const dist = join(projectRoot, 'dist');
export const consoleFolder = join(dist, 'console');
export const workflowBundle = join(dist, 'workflows.js');
const common = ['package-lock.json', 'tsconfig.json', 'domain'];

export const builds: readonly Build[] = [
  {
    name: 'console',
    title: 'Console built',
    sources: [...common, 'cli/stack/builds.ts', 'contracts', 'web'],
    output: consoleFolder,
    make: async () => {
      // Whoever has another one set (a test runner does) would get React's development build, twice the size, and leave it for everybody after.
      process.env.NODE_ENV = 'production';
      const { build } = await import('vite');
      await build({ configFile: join(projectRoot, 'web', 'vite.config.ts'), logLevel: 'warn' });
    },
  },
  {
    name: 'workflows',
    title: 'Workflows bundled',
    sources: [...common, 'workflows', 'activities', 'workers/bundle.ts'],
    output: workflowBundle,
    make: async () => {
      const { buildWorkflowBundle } = await import('../../workers/bundle.ts');
      await buildWorkflowBundle(workflowBundle);
    },
  },
];

const stampOf = (build: Build): string => join(dist, `${build.name}.sha256`);

export function isUpToDate(build: Build): boolean {
  const stamp = stampOf(build);
  return existsSync(build.output) && existsSync(stamp) && readFileSync(stamp, 'utf8') === hashOf(build.sources);
}

/** Two stacks may start at once on one clone: the second waits and finds it done. An interrupted build leaves no stamp, and is done again. */
export async function makeBuild(build: Build): Promise<void> {
  mkdirSync(dist, { recursive: true });
  await withLock(join(dist, `${build.name}.lock`), async () => {
    if (isUpToDate(build)) return;
    const hash = hashOf(build.sources);
    rmSync(stampOf(build), { force: true });
    await build.make();
    writeFileSync(stampOf(build), hash);
  });
}

/** Builds it if its sources have changed. @returns where it lies */
export async function built(name: Build['name']): Promise<string> {
  const build = builds.find((b) => b.name === name);
  if (!build) throw new Error(`there is no build "${name}"`);
  if (!isUpToDate(build)) await makeBuild(build);
  return build.output;
}

function hashOf(sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const source of sources) for (const file of filesBelow(source)) hash.update(`${file}\0`).update(readFileSync(join(projectRoot, file))).update('\0');
  return hash.digest('hex');
}

function filesBelow(path: string): readonly string[] {
  const stat = statSync(join(projectRoot, path), { throwIfNoEntry: false });
  if (!stat) return [];
  if (stat.isFile()) return /\.test\.tsx?$/.test(path) ? [] : [path];
  return readdirSync(join(projectRoot, path)).sort().flatMap((name) => filesBelow(`${path}/${name}`));
}
