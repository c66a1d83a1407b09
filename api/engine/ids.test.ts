import { describe, expect, it } from 'vitest';
import { caseIdSchema } from '../../contracts/common.ts';
import { commandId, contentDigest, startedCaseId } from './ids.ts';

describe('names that follow from a request', () => {
  it('are the same for the same person and key, and for nobody else', () => {
    expect(commandId('lin', 'k')).toBe(commandId('lin', 'k'));
    expect(commandId('lin', 'k')).not.toBe(commandId('zhou', 'k'));
    // A separator that neither part can hold keeps ("a", "b c") from being ("a b", "c").
    expect(commandId('lin', 'k2')).not.toBe(commandId('link', '2'));
    expect(commandId('lin', null)).not.toBe(commandId('lin', null));
  });
  it('give a case id that is a UUID', () => {
    const id = startedCaseId(commandId('lin', 'k'));
    expect(id).toBe(startedCaseId(commandId('lin', 'k')));
    expect(caseIdSchema.parse(id)).toBe(id);
    expect(id).toMatch(/^.{8}-.{4}-8.{3}-[89ab]/);
  });
  it('tell one content from another, whatever the order of its members', () => {
    expect(contentDigest({ a: 1, b: [2] })).toBe(contentDigest({ b: [2], a: 1 }));
    expect(contentDigest({ a: 1 })).not.toBe(contentDigest({ a: '1' }));
  });
});
