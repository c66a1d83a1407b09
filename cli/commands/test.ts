/** `banjie test`: lint, types and every vitest project, and one line at the end that scripts can read. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Command } from '../command.ts';
import { projectRoot } from '../stack/places.ts';

interface Tally { readonly passed: number; readonly failed: number }

const resolveFrom = createRequire(import.meta.url);

export const test: Command = {
  run: async (filters) => {
    const filtered = filters.length > 0;
    const checks = filtered ? [] : await Promise.all([check('lint', 'eslint', ['.', '--max-warnings', '0']), check('types', 'typescript', ['-p', 'tsconfig.json', '--noEmit'], 'tsc')]);
    const tallies = [...checks, await tests(filters)];
    const passed = tallies.reduce((sum, t) => sum + t.passed, 0);
    const failed = tallies.reduce((sum, t) => sum + t.failed, 0);
    process.stdout.write(`\n${passed} passed, ${failed} failed\n`);
    return failed === 0 ? 0 : 1;
  },
};

/** A check of the whole tree counts as one test. */
async function check(title: string, packageName: string, args: readonly string[], program = packageName): Promise<Tally> {
  const started = performance.now();
  const { code, output } = await node(packageName, program, args, 'pipe');
  process.stdout.write(`${code === 0 ? '✓' : '✗'} ${title} (${((performance.now() - started) / 1000).toFixed(1)} s)\n${code === 0 ? '' : output}`);
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

interface Report {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly testResults: readonly { readonly name: string; readonly status: string; readonly assertionResults: readonly { readonly status: string }[] }[];
}

async function tests(filters: readonly string[]): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'banjie-report-'));
  const file = join(folder, 'report.json');
  try {
    const { code } = await node('vitest', 'vitest', ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...filters], 'inherit');
    return tallyOf(readReport(file), code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport(file: string): Report | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return null;
  }
}

/** A run must not pass on what its report does not show: a file that could not be loaded, an error outside any test, no test at all. */
export function tallyOf(report: Report | null, exitCode: number | null): Tally {
  if (!report) return { passed: 0, failed: 1 };
  const silent = report.testResults.filter((r) => r.status === 'failed' && !r.assertionResults.some((a) => a.status === 'failed')).length;
  const skipped = report.numPendingTests + report.numTodoTests;
  if (skipped > 0) process.stdout.write(`${skipped} skipped\n`);
  const failed = report.numFailedTests + silent;
  const unexplained = failed === 0 && (exitCode !== 0 || report.numPassedTests === 0);
  return { passed: report.numPassedTests, failed: unexplained ? 1 : failed };
}

function node(packageName: string, program: string, args: readonly string[], output: 'inherit' | 'pipe'): Promise<{ code: number | null; output: string }> {
  const manifest = resolveFrom.resolve(`${packageName}/package.json`);
  const { bin } = resolveFrom(manifest) as { bin: string | Readonly<Record<string, string>> };
  const script = join(dirname(manifest), typeof bin === 'string' ? bin : (bin[program] ?? ''));
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], { cwd: projectRoot, stdio: ['ignore', output, output] });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output: text }));
  });
}
