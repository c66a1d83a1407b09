/** 撤回: at once while nobody has acted, after that by the way of the process, and by nobody but the party. */
import { describe, expect, it } from 'vitest';
import { caseOffers } from '../../domain/engine/tasks/offers.ts';
import type { Node } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { drive, person, type Driver } from './driver.ts';
import { definition, end, flow, start, userTask } from './models.ts';

const uscc = '91440101MA5CK83P1C';
const owner = { ...person('owner', `uscc:${uscc}`) } as Extract<ReturnType<typeof person>, { kind: 'person' }>;
const officer = person('lin', 'officer@gd-amr');
const head = person('chief', 'section-head@gd-amr');
const taken: Node = { id: 'taken', type: 'startEvent', name: text('撤回', 'Withdrawn'), parent: 'back', on: { kind: 'message', message: 'takenBack', form: { why: 'optional' } } };
const model = definition(
  [
    start, userTask('check'), userTask('decide', ['yes']), end(),
    { id: 'back', type: 'subProcess', name: text('撤回', 'Back'), triggered: true }, taken, { ...userTask('note'), parent: 'back' }, { id: 'gone', type: 'endEvent', name: text('已撤回', 'Gone'), parent: 'back', outcome: 'withdrawn' },
  ],
  [flow('start', 'check'), flow('check', 'decide'), flow('decide', 'end'), flow('taken', 'note'), flow('note', 'gone')],
  {
    outcomes: { done: text('办结', 'Done'), withdrawn: text('撤回', 'Withdrawn') }, startForm: { code: 'required' }, starters: [{ kind: 'party', party: 'owner' }], parties: { owner: { name: text('申请人', 'Owner'), usccField: 'code' } },
    fields: { code: { label: text('代码', 'Code'), type: 'uscc' }, why: { label: text('理由', 'Why'), type: 'long-text' } },
    withdrawal: { party: 'owner', reasons: 'why', ways: [{ message: 'nobody-waits' }, { message: 'takenBack', when: 'outcome.decide = null' }] },
  },
);
const begun = () => drive(model).start({ code: uscc }, owner);
const back = { type: 'withdraw', reason: '不再办理' } as const;
const offered = (d: Driver, who: typeof owner) => caseOffers(model, d.state, who).find((o) => o.action === 'withdraw')?.why?.code ?? null;

describe('a case that is taken back', () => {
  it('is over at once where nobody has acted', () => {
    const d = begun();
    expect(offered(d, owner)).toBeNull();
    expect(d.act(back, owner).state).toMatchObject({ status: 'closed', outcome: 'withdrawn', data: { code: uscc } });
  });
  it('goes the way of the process afterwards: what stands open is withdrawn, what is to be done is done, and the record says why', () => {
    const d = begun().complete('check', 'done', {}, officer);
    expect(offered(d, owner)).toBeNull();
    d.act(back, owner);
    expect([d.openNodes(), d.state.data['why'], d.bodies('task.cancelled').map((b) => b.node)]).toEqual([['note'], '不再办理', ['decide']]);
    expect(d.bodies('message.received')).toMatchObject([{ message: 'takenBack', node: 'taken' }]);
    expect(d.complete('note', 'done', {}, officer).state).toMatchObject({ status: 'closed', outcome: 'withdrawn' });
  });
  it('is nobody else’s to take back; nor twice, nor while the case is suspended', () => {
    const d = begun().complete('check', 'done', {}, officer);
    for (const other of [officer, head, person('other', 'uscc:91440605MA4W2Q7H9C')]) expect(d.refused(back, other).code).toBe('withdraw.not-yours');
    d.act({ type: 'suspend', reason: '核查' }, head);
    expect(offered(d, owner)).toBe('withdraw.acted');
    expect(d.refused(back, owner).code).toBe('case.suspended');
    d.act({ type: 'resume', comment: '核查完毕' }, head).act(back, owner);
    expect(d.refused(back, owner).code).toBe('withdraw.acted');
  });
  it('is not taken back where the condition no longer holds, or the process knows no way', () => {
    const d = drive({ ...model, withdrawal: { party: 'owner', reasons: 'why', ways: [{ message: 'takenBack', when: 'outcome.check = null' }] } }).start({ code: uscc }, owner).complete('check', 'done', {}, officer);
    expect(d.refused(back, owner).code).toBe('withdraw.acted');
    const { withdrawal: _, ...without } = model;
    expect(drive(without).start({ code: uscc }, owner).complete('check', 'done', {}, officer).refused(back, owner).code).toBe('withdraw.acted');
  });
});
