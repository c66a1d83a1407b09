import { describe, expect, it } from 'vitest';
import type { CaseEvent } from '../../domain/engine/events.ts';
import type { AppendRequest } from '../../domain/record/append.ts';
import { checkAppend } from './check-append.ts';
import { MalformedAppend } from './errors.ts';

const caseId = '00000000-0000-4000-8000-000000000001';
const event = (seq: number, command = 'c', at = '2026-03-02T01:00:00.000Z'): CaseEvent => ({ seq, at, command, actor: { kind: 'system', id: 'engine' }, body: { type: 'comment.added', text: 't', internal: true } });
const commit = (command: string, ...events: CaseEvent[]) => ({ command, digest: null, events });
const request = (commits: AppendRequest['commits'], more: Partial<AppendRequest> = {}): AppendRequest => ({
  caseId, expectedSeq: 3, head: 'h', commits,
  rows: {
    case: { id: caseId, processKey: 'p', definitionHash: 'h', title: 't', status: 'open', outcome: null, agency: 'a', region: 'r', receivedAt: '', closedAt: null, initiatorId: 'i', openNodes: [],
      dueAt: null, dueDay: null, countsUntil: null, provisional: false, light: null, visibleTo: [], owes: false, seq: 3 + commits.flatMap((c) => c.events).length, updatedAt: '' },
    tasks: [], clocks: [], notices: [],
  },
  ...more,
});

describe('an append', () => {
  it('may hold several commands', () => {
    expect(() => checkAppend(request([commit('c', event(4), event(5)), commit('d', event(6, 'd'))]))).not.toThrow();
  });
  it.each([
    ['nothing', request([])],
    ['a command without events', request([commit('c')])],
    ['a gap', request([commit('c', event(5))])],
    ['a command twice', request([commit('c', event(4)), commit('c', event(5))])],
    ['an event of another command', request([commit('d', event(4))])],
    ['an instant that would come back in another form', request([commit('c', event(4, 'c', '2026-03-02T01:00:00Z'))])],
    ['an instant that does not exist', request([commit('c', event(4, 'c', '2026-13-02T01:00:00.000Z'))])],
    ['a head before the first event', request([commit('c', event(1))], { expectedSeq: 0 })],
    ['a case id in another form', request([commit('c', event(4))], { caseId: caseId.replace('-', '') })],
  ])('may not hold %s', (_, bad) => {
    expect(() => checkAppend(bad)).toThrow(MalformedAppend);
  });
});
