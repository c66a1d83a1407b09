import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseGate } from './case-gate.ts';

const soon = (): number => Date.now() + 60_000;

describe('turns at one case', () => {
  it('are never more than allowed at once, in order, and everybody gets one', async () => {
    await fc.assert(fc.asyncProperty(fc.scheduler(), fc.integer({ min: 1, max: 4 }), fc.array(fc.constantFrom('a', 'b'), { maxLength: 20 }), async (scheduler, turns, callers) => {
      const gate = caseGate(turns);
      const running = { a: 0, b: 0 };
      const begun = { a: [] as number[], b: [] as number[] };
      const work = callers.map((caseId, i) => gate.run(caseId, soon(), async () => {
        running[caseId] += 1;
        begun[caseId].push(i);
        expect(running[caseId]).toBeLessThanOrEqual(turns);
        await scheduler.schedule(Promise.resolve());
        running[caseId] -= 1;
        return i;
      }));
      await scheduler.waitFor(Promise.all(work));
      expect(await Promise.all(work)).toEqual(callers.map((_, i) => i));
      for (const id of ['a', 'b'] as const) expect(begun[id]).toEqual(begun[id].toSorted((x, y) => x - y));
    }));
  });

  it('are given back by work that fails', async () => {
    const gate = caseGate(1);
    await expect(gate.run('a', soon(), () => Promise.reject(new Error('failed')))).rejects.toThrow('failed');
    expect(await gate.run('a', soon(), async () => 'next')).toBe('next');
  });

  it('are not waited for beyond the deadline, and who gave up takes no turn', async () => {
    const gate = caseGate(1);
    let free = (): void => undefined;
    const first = gate.run('a', soon(), () => new Promise<void>((resolve) => { free = resolve; }));
    expect(await gate.run('a', Date.now() + 10, async () => 'never')).toBeNull();
    const third = gate.run('a', soon(), async () => 'third');
    free();
    await first;
    expect(await third).toBe('third');
  });
});
