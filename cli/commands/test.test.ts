import { describe, expect, it } from 'vitest';
import { tallyOf } from './test.ts';

const report = (passed: number, failed: number, files: readonly (readonly [status: string, tests: readonly string[]])[] = []) => ({
  numPassedTests: passed, numFailedTests: failed, numPendingTests: 0, numTodoTests: 0,
  testResults: files.map(([status, tests]) => ({ name: 'x.test.ts', status, assertionResults: tests.map((t) => ({ status: t })) })),
});

describe('the closing line of a test run', () => {
  it('counts what passed and what failed', () => {
    expect(tallyOf(report(3, 0), 0)).toEqual({ passed: 3, failed: 0 });
    expect(tallyOf(report(3, 2, [['failed', ['passed', 'failed', 'failed']]]), 1)).toEqual({ passed: 3, failed: 2 });
  });
  it('counts a file that could not be loaded as a failure', () => {
    expect(tallyOf(report(3, 0, [['failed', []]]), 1)).toEqual({ passed: 3, failed: 1 });
  });
  it('counts an error outside any test as a failure', () => {
    expect(tallyOf(report(3, 0, [['passed', ['passed']]]), 1)).toEqual({ passed: 3, failed: 1 });
  });
  it('does not pass where nothing ran', () => {
    expect(tallyOf(report(0, 0), 0)).toEqual({ passed: 0, failed: 1 });
    expect(tallyOf(null, 0)).toEqual({ passed: 0, failed: 1 });
  });
});
