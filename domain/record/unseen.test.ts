import { describe, expect, it } from 'vitest';
import { drive } from '../../test/engine/driver.ts';
import { officeWork } from '../../test/support/office-work.ts';
import type { StoredEvent } from '../engine/events.ts';
import { fold } from '../engine/evolve.ts';
import type { CaseState } from '../engine/state.ts';
import { newsFor, stateWith } from './unseen.ts';

/** A case with three comments that its execution has not seen. */
const case_ = drive(officeWork).start();
const behind = case_.events.length;
for (const text of ['一', '二', '三']) case_.act({ type: 'comment', text });
const stored: readonly StoredEvent[] = case_.events.map((e) => ({ ...e, hash: `h${e.seq}` }));
const stateAt = (seq: number): CaseState => fold(null, stored.slice(0, seq))!;
const news = stored.slice(behind);

describe('what a command brings along', () => {
  it('carries a state on to where the record stood, whatever of it was known already', () => {
    for (const seq of [behind, behind + 1, behind + 3]) expect(stateWith(stateAt(seq), { seq: behind + 3, news })).toEqual(stateAt(behind + 3));
    expect(newsFor(stateAt(behind + 2), { seq: behind + 3, news }).map((e) => e.seq)).toEqual([behind + 3]);
  });

  it('does not take back a state that has gone further', () => {
    expect(stateWith(stateAt(behind + 3), { seq: behind + 1, news: news.slice(0, 1) })).toEqual(stateAt(behind + 3));
  });

  it('is nothing to judge by where something is missing between', () => {
    expect(newsFor(stateAt(behind), { seq: behind + 3, news: news.slice(1) })).toEqual([]);
    expect(stateWith(stateAt(behind), { seq: behind + 3, news: news.slice(1) })).toBeNull();
    expect(stateWith(stateAt(behind), { seq: behind + 3, news: [] })).toBeNull();
  });
});
