import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CaseEvent, StoredEvent } from '../engine/events.ts';
import { chain, eventHash, verifyChain } from './chain.ts';

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');
const caseId = '00000000-0000-4000-8000-000000000001';
const comment = (seq: number, text: string): CaseEvent => ({
  seq, at: '2026-03-02T01:00:00.000Z', command: `c${seq}`, actor: { kind: 'system', id: 'engine' }, body: { type: 'comment.added', text, internal: true },
});
const record = fc.array(fc.string({ unit: 'grapheme' }), { minLength: 2, maxLength: 12 }).map((texts) => chain('', texts.map((t, i) => comment(i + 1, t)), caseId, sha256));

describe('the chain', () => {
  it('is the hash before, followed by the canonical JSON of the event: anybody can compute it', () => {
    const body = '{"actor":{"id":"engine","kind":"system"},"at":"2026-03-02T01:00:00.000Z","body":{"internal":true,"text":"收到","type":"comment.added"},' +
      `"caseId":"${caseId}","command":"c1","seq":1}`;
    expect(eventHash('', comment(1, '收到'), caseId, sha256)).toBe(sha256(body));
    expect(eventHash('ab', comment(1, '收到'), caseId, sha256)).toBe(sha256(`ab${body}`));
  });

  it('verifies what was chained, whole or page by page', () => {
    fc.assert(fc.property(record, fc.nat(12), (events, cut) => {
      const whole = { intact: true, seq: events.length, head: events.at(-1)?.hash };
      expect(verifyChain(events, caseId, sha256)).toEqual(whole);
      const first = verifyChain(events.slice(0, cut), caseId, sha256);
      if (!first.intact) throw new Error('the first page is not intact');
      expect(verifyChain(events.slice(cut), caseId, sha256, first)).toEqual(whole);
    }));
  });

  it('names the event that was changed, removed, or belongs to another case', () => {
    fc.assert(fc.property(record, fc.nat(), (events, n) => {
      const at = n % events.length;
      const change = (patch: Partial<StoredEvent>): readonly StoredEvent[] => events.map((e, i) => (i === at ? { ...e, ...patch } : e));
      const brokenAt = { intact: false, brokenAt: at + 1 };
      expect(verifyChain(change({ at: '2026-03-02T01:00:00.001Z' }), caseId, sha256)).toEqual(brokenAt);
      expect(verifyChain(change({ hash: sha256('other') }), caseId, sha256)).toEqual(brokenAt);
      if (at < events.length - 1) expect(verifyChain(events.toSpliced(at, 1), caseId, sha256)).toEqual(brokenAt);
      expect(verifyChain(events, '00000000-0000-4000-8000-000000000002', sha256)).toEqual({ intact: false, brokenAt: 1 });
    }));
  });
});
