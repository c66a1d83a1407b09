/** Every way and every outcome of a complaint through decide and evolve, by the people of the demonstration. */
import { describe, expect, it } from 'vitest';
import { describeWalks } from '../../test/support/walk-purely.ts';
import { upTo } from '../walk.ts';
import { complaint } from './definition.ts';
import { walker } from './walk.test-support.ts';
import { complaintWalks } from './walks.ts';

describe('a complaint', () => describeWalks(complaint, complaintWalks, walker));

describe('撤回投诉', () => {
  const { walks } = complaintWalks;
  const back = { type: 'withdraw', reason: '商家已经退款。' } as const;
  it('before it is accepted nothing is left to terminate: it is over, and the officers are told', () => {
    const d = walker.walk(walks.takenBackEarly);
    expect(d.bodies('document.drafted').map((b) => b.template)).not.toContain('termination');
    expect(d.bodies('job.requested').at(-1)).toMatchObject({ node: 'tellWithdrawn', input: { to: 'officer@gz-tianhe-amr' } });
  });
  it('while it is mediated the mediation is terminated on the first of the eight grounds, with its document, and both are told within seven working days', () => {
    for (const way of [walks.takenBackInMediation, walks.takenBackAtRecusal, walks.takenBackAtTermination, walks.jointTakenBack]) {
      const d = walker.walk(upTo(way, 'tellTermination'));
      expect(d.state.data).toMatchObject({ terminationGround: 1, partyStatement: '商家已经退款，撤回投诉。' });
      expect(d.bodies('document.drafted').at(-1)?.template).toBe('termination');
      expect(Object.values(d.state.clocks).map((c) => [c.clock, c.dueDay])).toEqual([['terminationNotice', '2026-05-20']]);
    }
  });
  it('what leads to other cases is still looked at: only the mediation is over', () => {
    expect([...walker.walk(upTo(walks.takenBackInMediation, 'tellTermination')).openNodes()].sort()).toEqual(['tellTermination', 'watch']);
  });
  it('the complainant alone takes it back, and not once both have agreed', () => {
    const open = walker.walk(upTo(walks.settled, 'preparation'));
    for (const other of ['mo', 'ou', 'haichuan']) expect(open.refused(back, walker.actor(other)).code).toBe('withdraw.not-yours');
    expect(walker.walk(upTo(walks.settled, 'agreement')).refused(back, walker.actor('citizen')).code).toBe('withdraw.acted');
  });
});

describe('what is kept and what is published of a mediation', () => {
  const { walks } = complaintWalks;
  const papers = (way: (typeof walks)[keyof typeof walks]): readonly string[] => walker.walk(way).bodies('document.drafted').map((b) => b.template);
  it('where no agreement is drawn up the record is (§24②): performed at once, waived, or no agreement reached; nothing where nobody has met', () => {
    expect(papers(walks.settled)).not.toContain('mediationRecord');
    for (const way of [walks.settledByPhone, walks.settledAfterAppraisal, walks.joint]) expect(papers(way)).toContain('mediationRecord');
    expect(papers(walks.withdrawn)).not.toContain('mediationRecord');
  });
  it('it is published where who complains has agreed to it (§38), and never what should not have been accepted', () => {
    const published = (way: (typeof walks)[keyof typeof walks]) => walker.walk(way).bodies('job.requested').filter((b) => b.service === 'publish');
    expect(published(walks.settled)).toMatchObject([{ input: { kind: 'complaint', titleZh: '消费投诉公示：广州海川玩具有限公司' } }]);
    expect(JSON.stringify(published(walks.settled))).not.toMatch(/陈伟|13800138009|体育东路/);
    for (const way of [walks.settledByPhone, walks.fraud, walks.refused]) expect(published(way)).toEqual([]);
  });
  it('a suspected fraud goes to the police with a letter (§42)', () => {
    expect(walker.walk(walks.fraud).bodies('document.drafted').find((b) => b.template === 'policeLetter')?.to.map((t) => t.pool)).toEqual(['officer@gz-police']);
  });
});

describe('共同投诉', () => {
  it('an agreement of the representatives binds nobody before those represented have agreed', () => {
    const d = walker.walk(upTo(complaintWalks.walks.joint, 'jointApproval'));
    expect([...d.openNodes()].sort()).toEqual(['jointApproval', 'watch']);
    expect(d.state.data).toMatchObject({ joint: true, representatives: '陈伟、刘洋', agreement: '商家收到商品后三日内原路退还货款。' });
    // The time for mediation runs on while they are asked.
    expect(Object.values(d.state.clocks).map((c) => c.clock)).toEqual(['mediation']);
  });
  it('nor does one of them give up for the others: their consent is asked for, and without it the mediation goes on (§12②)', () => {
    const d = walker.walk(upTo(complaintWalks.walks.jointGoesOn, 'jointWithdrawal'));
    expect([...d.openNodes()].sort()).toEqual(['jointWithdrawal', 'watch']);
    walker.act(d, ['jointWithdrawal', 'refused', { jointConsent: '一人不同意。' }]);
    expect(d.openNodes()).toContain('preparation');
    expect(d.state.data['terminationGround']).toBeUndefined();
  });
  it('who complains alone is not asked', () => {
    expect(walker.walk(complaintWalks.walks.settled).bodies('task.created').map((b) => b.node)).not.toContain('jointApproval');
  });
});
