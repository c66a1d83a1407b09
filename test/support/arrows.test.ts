import { ESLint } from 'eslint';
import { describe, expect, it } from 'vitest';

const eslint = new ESLint({ cwd: process.cwd() });

/** Rules that the line breaks where it stands in that file. */
async function broken(filePath: string, line: string): Promise<readonly (string | null)[]> {
  const [result] = await eslint.lintText(`${line}\n`, { filePath });
  return result!.messages.map((m) => m.ruleId).filter((rule) => rule !== '@typescript-eslint/no-unused-vars');
}

describe('the arrows between folders', () => {
  it.each([
    ['domain/engine/x.ts', `import { codeOf } from '../../db/pool.ts';`],
    ['web/src/x.ts', `import type { Viewer } from '../../domain/authority/viewer.ts';`],
    ['api/x.ts', `import { caseWorkflow } from '../workflows/case-workflow.ts';`],
    ['workflows/x.ts', `import { recordActivities } from '../activities/record.ts';`],
    ['workflows/x.ts', `import type { Database } from '../db/pool.ts';`],
    ['db/x.ts', `import { startCaseSchema } from '../contracts/cases.ts';`],
    ['contracts/x.ts', `import { codeOf } from '../db/pool.ts';`],
    ['processes/x.ts', `import { codeOf } from '../db/pool.ts';`],
    ['bpmn/x.ts', `import { codeOf } from '../db/pool.ts';`],
    ['activities/x.ts', `import { exportBpmn } from '../bpmn/export/export.ts';`],
  ])('%s may not: %s', async (file, line) => {
    expect(await broken(file, line)).toEqual(['boundaries/dependencies']);
  });

  it.each([
    ['domain/engine/x.ts', `import { readFile } from 'node:fs/promises';`],
    ['domain/engine/x.ts', `import pg from 'pg';`],
    ['contracts/x.ts', `import pg from 'pg';`],
  ])('%s takes no such package: %s', async (file, line) => {
    expect(await broken(file, line)).toEqual(['no-restricted-imports']);
  });

  it.each([
    ['workflows/x.ts', `import type { RecordActivities } from '../activities/contract.ts';`],
    ['api/x.ts', `import { dataConverter } from '../workflows/payloads/codec.ts';`],
    ['workers/x.ts', `import { codeOf } from '../db/pool.ts';`],
    ['cli/x.ts', `import { codeOf } from '../db/pool.ts';`],
    ['domain/engine/x.ts', `import { z } from 'zod';`],
    ['api/x.ts', `import { exportBpmn } from '../bpmn/export/export.ts';`],
    ['db/x.test.ts', `import { startCaseSchema } from '../contracts/cases.ts';`],
  ])('%s may: %s', async (file, line) => {
    expect(await broken(file, line)).toEqual([]);
  });

  it('an import names the file with its extension', async () => {
    expect(await broken('db/x.ts', `import { codeOf } from './pool';`)).toEqual(['no-restricted-syntax']);
  });
});
