import { describe, expect, it } from 'vitest';
import { walker } from '../../processes/enforcement/walk.test-support.ts';
import { enforcement } from '../../processes/enforcement/definition.ts';
import { enforcementWalks } from '../../processes/enforcement/walks.ts';
import { isDeed, upTo } from '../../processes/walk.ts';
import { progress } from './progress.ts';

const { walks } = enforcementWalks;
const steps = (walk: Parameters<typeof upTo>[0], step: string) => progress(enforcement, walker.walk(upTo(walk, step)).state, true);

describe('办理进度 of a process with sub-processes', () => {
  it('shows what was done and what is under way inside them, each as often as it was', () => {
    const shown = steps(walks.filedHere, 'noticeService');
    const times = (node: string) => upTo(walks.filedHere, 'noticeService').acts.filter((act) => isDeed(act) && act[0] === node).length;
    expect(times('investigate')).toBeGreaterThan(3);
    const of = (node: string) => shown.find((s) => s.node === node);
    expect(of('investigate')).toMatchObject({ state: 'done', times: times('investigate') });
    expect(of('testing')).toMatchObject({ state: 'done', times: 1 });
    expect(of('noticeService')).toMatchObject({ state: 'current', times: 0 });
    expect(of('registration')).toMatchObject({ state: 'current' });
  });
  it('and what may still come there, in sub-processes of sub-processes too', () => {
    const waiting = steps(walks.performed, 'review').filter((s) => s.state === 'waiting').map((s) => s.node);
    expect(waiting).toEqual(expect.arrayContaining(['response', 'hearingComing', 'decide', 'decisionService', 'payment', 'publishing', 'remedy', 'closing']));
    // Behind the case: it was filed, and will not be filed again.
    expect(waiting).not.toContain('filingCheck');
  });
});
