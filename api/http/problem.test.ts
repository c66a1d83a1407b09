import { describe, expect, it } from 'vitest';
import { type z } from 'zod';
import { taskActions } from '../../contracts/actions.ts';
import { listCasesQuerySchema, startCaseSchema } from '../../contracts/cases.ts';
import { problemKinds, problemSchema, type ProblemCode } from '../../contracts/problems.ts';
import { findingsOf, languageOf, ProblemError, toDocument } from './problem.ts';

describe('the language of a problem', () => {
  it.each([
    [undefined, 'zh'], ['', 'zh'], ['en', 'en'], ['en-US,en;q=0.9', 'en'], ['zh-CN,zh;q=0.9,en;q=0.8', 'zh'], ['en;q=0.2, zh;q=0.7', 'zh'], ['fr, de;q=0.9', 'zh'],
    ['fr, en;q=0.1', 'en'], ['en;q=0', 'zh'], ['*', 'zh'], ['x'.repeat(10_000), 'zh'],
  ])('of Accept-Language "%s" is %s', (header, language) => {
    expect(languageOf(header)).toBe(language);
  });
});

it('every code gives a document that keeps the contract, with its texts in both languages', () => {
  const codes = Object.keys(problemKinds) as ProblemCode[];
  expect(codes.length).toBeGreaterThan(30);
  for (const code of codes) {
    const document = toDocument(new ProblemError(code, { params: { a: 1 } }), 'en', '00000000-0000-4000-8000-000000000001');
    expect(problemSchema.parse(document)).toMatchObject({ code, status: problemKinds[code].status, title: problemKinds[code].title.en, detail: problemKinds[code].advice.en });
  }
});

describe('what is wrong with a request', () => {
  const findings = (where: string, schema: z.ZodType, value: unknown) => {
    const parsed = schema.safeParse(value);
    return findingsOf(where, parsed.error?.issues ?? []).map(({ field, code }) => `${field} ${code}`);
  };
  it.each([
    ['body', startCaseSchema, {}, ['body.process required', 'body.agency required', 'body.data required']],
    ['body', startCaseSchema, { process: 1, agency: 'a', data: {}, more: 1 }, ['body.process type', 'body.more unknown-key']],
    ['body', startCaseSchema, { process: 'p', agency: 'a', data: {}, receivedAt: 'yesterday' }, ['body.receivedAt invalid']],
    ['body', startCaseSchema, { process: 'p', agency: 'a', data: {}, receivedAt: '0000-01-01T00:00:00Z' }, ['body.receivedAt too-small']],
    ['body', taskActions.complete.body, { outcome: 'x'.repeat(81) }, ['body.outcome too-long']],
    ['body', taskActions.complete.body, { outcome: 'x', comment: 'a\u0000b' }, ['body.comment characters']],
    ['query', listCasesQuerySchema, { limit: '0', status: 'odd' }, ['query.limit too-small', 'query.status not-an-option']],
  ])('in the %s is named by its field', (where, schema, value, expected) => {
    expect(findings(where, schema, value)).toEqual(expected);
  });
});
