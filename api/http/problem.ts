/** From an error to a problem document (RFC 9457). */
import { type z } from 'zod';
import { fieldText, type FieldCode } from '../../contracts/field-problems.ts';
import { problemKinds, type FieldProblem, type Problem, type ProblemCode } from '../../contracts/problems.ts';
import type { Rejection } from '../../domain/engine/commands.ts';
import type { Json } from '../../domain/json.ts';
import type { Text } from '../../domain/text.ts';
import { jsonRecord } from './json.ts';

export type FieldFinding =
  | { readonly field: string; readonly code: FieldCode; readonly params?: Readonly<Record<string, Json>> }
  /** What only one place can find, with its own words. */
  | { readonly field: string; readonly code: string; readonly text: Text };
interface Details {
  readonly params?: Readonly<Record<string, Json>>;
  readonly fields?: readonly FieldFinding[];
  /** Seconds after which to try again. */
  readonly retryAfter?: number;
}

/** A refusal on its way to the caller. */
export class ProblemError extends Error {
  readonly code: ProblemCode;
  readonly details: Details;
  constructor(code: ProblemCode, details: Details = {}, options?: ErrorOptions) {
    super(code, options);
    this.code = code;
    this.details = details;
  }
}

export const refused = ({ code, params, fields }: Rejection): ProblemError => new ProblemError(code, { params, ...(fields ? { fields } : {}) });

export type Language = 'zh' | 'en';

/** The first of Chinese and English that Accept-Language names; Chinese where it names neither. */
export function languageOf(acceptLanguage: string | undefined): Language {
  const ranked = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((part, order) => {
      const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
      const quality = parameters.map((p) => /^\s*q=([\d.]+)\s*$/.exec(p)?.[1]).find((q) => q !== undefined);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality), order };
    })
    .filter(({ language, quality }) => (language === 'zh' || language === 'en') && quality > 0)
    .sort((a, b) => b.quality - a.quality || a.order - b.order);
  return ranked[0]?.language === 'en' ? 'en' : 'zh';
}

function fieldProblem(finding: FieldFinding): FieldProblem {
  if ('text' in finding) return { field: finding.field, code: finding.code, text: { ...finding.text } };
  const { field, code, params } = finding;
  return { field, code, text: fieldText(code, params), ...(params ? { params: jsonRecord(params) } : {}) };
}

export function toDocument(error: ProblemError, language: Language, requestId: string): Problem {
  const { status, title, advice } = problemKinds[error.code];
  const { params, fields } = error.details;
  return {
    type: `urn:banjie:problem:${error.code}`, title: title[language], status, code: error.code, detail: advice[language], texts: { title, advice },
    ...(params && Object.keys(params).length > 0 ? { params: jsonRecord(params) } : {}),
    ...(fields && fields.length > 0 ? { fields: fields.map(fieldProblem) } : {}),
    instance: `urn:uuid:${requestId}`,
  };
}

/** Issues of zod as findings; at most 50 are told. @param where the part of the request: "body", "query", "params", "headers" */
export function findingsOf(where: string, issues: readonly z.core.$ZodIssue[]): readonly FieldFinding[] {
  return issues.slice(0, 50).flatMap((issue): FieldFinding[] => {
    const field = [where, ...issue.path.map(String)].join('.').slice(0, 200);
    switch (issue.code) {
      case 'invalid_type':
        return [issue.message.endsWith('received undefined') ? { field, code: 'required' } : { field, code: 'type', params: { expected: issue.expected } }];
      case 'too_small':
        return [{ field, code: issue.minimum === 1 && issue.origin === 'string' ? 'required' : 'too-small', params: { min: Number(issue.minimum) } }];
      case 'too_big':
        return [{ field, code: issue.origin === 'string' ? 'too-long' : 'too-large', params: { max: Number(issue.maximum) } }];
      case 'invalid_value':
        return [{ field, code: 'not-an-option', params: { options: issue.values.map((v) => (typeof v === 'bigint' || typeof v === 'symbol' ? String(v) : v ?? null)) } }];
      case 'unrecognized_keys':
        return issue.keys.slice(0, 10).map((key) => ({ field: `${field}.${key}`.slice(0, 200), code: 'unknown-key' }));
      case 'custom':
        return [{ field, code: issue.message === 'characters' || issue.message === 'too-small' ? issue.message : 'invalid' }];
      default:
        return [{ field, code: field === 'headers.idempotency-key' ? 'idempotency-key' : 'invalid' }];
    }
  });
}
