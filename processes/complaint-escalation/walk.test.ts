/** Escalated complaints through decide and evolve. */
import { describe, expect, it } from 'vitest';
import { checkDefinition } from '../../domain/model/check.ts';
import { describeWalks, pureWalker } from '../../test/support/walk-purely.ts';
import { upTo } from '../walk.ts';
import { complaintEscalation } from './definition.ts';
import { escalationWalks } from './walks.ts';

const walker = pureWalker(complaintEscalation, escalationWalks, () => undefined, '2026-05-11');
const { walks } = escalationWalks;

it('passes every check of registration', () => expect(checkDefinition(complaintEscalation)).toEqual([]));
describe('escalated complaints', () => describeWalks(complaintEscalation, escalationWalks, walker));

it('a correction on the day it is due is in time, and the day after it is over', () => {
  const waiting = upTo(walks.corrected, 'correction');
  const inTime = walker.walk(waiting).until('2026-05-18T15:59:59.999Z');
  walker.act(inTime, ['correction', 'reported', { correctionReport: '已退货。' }]);
  expect(inTime.openNodes()).toEqual(['check']);
  expect(walker.walk(waiting).until('2026-05-18T16:00:00.000Z').openNodes()).toEqual(['check']);
  expect(walker.walk(waiting).until('2026-05-18T15:59:59.999Z').openNodes()).toEqual(['correction']);
});
