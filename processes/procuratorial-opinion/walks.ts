/** Ways through a procuratorial opinion, with the agency that answers it. */
import type { JsonObject } from '../../domain/json.ts';
import { subject, whoTakes as usual } from '../criminal-transfer/walks.ts';
import { day, type Act, type Deed, type Walk, type Walks } from '../walk.ts';

/** The administrative division is not the criminal one. */
const whoTakes = (step: string, pool: string): string => (pool === 'officer@gz-procuratorate' && step !== 'screening' ? 'mei' : usual(step, pool));

export const opinion = { process: 'procuratorial-opinion', whoTakes, walks: makeWalks(),
  grounds: [{ walk: 'prosecuted', step: 'review', field: 'suspensionGround', values: ['subject'] }],
} as const satisfies Walks;

function makeWalks() {
  const start: JsonObject = { ...subject, sourceNumber: '穗公（经）立字〔2026〕6号', nonProsecutionNumber: '穗检刑不诉〔2026〕12号', nonProsecutionOn: day(-1), nonProsecutionKind: 'discretionary' };
  const agency = (...deed: Deed): Act => ({ at: 'opinion-handling', deed });
  const opened: readonly Act[] = [['screening', 'transferred', { transferOpinion: '依法应当给予行政处罚。' }], ['acceptance', 'accepted', { acceptedOn: day(0) }]];
  const proposed: Act = ['review', 'propose', { reviewOpinion: '需要给予行政处罚。', opinionText: '对该公司生产销售不合格产品的行为依法给予行政处罚。' }];
  const issued: Act = ['decision', 'issue', { competentAgency: 'gz-amr', replyDueOn: day(60) }];
  const given: readonly Act[] = [...opened, proposed, issued];
  const replied = (replyResult: string): Act => ({ told: 'opinionReply', data: { replyResult, replyText: '办理情况如上。', replyNumber: '穗市监检复〔2026〕1号', handlingCase: '00000000-0000-4000-8000-0000000000dd' } });
  const reply = (replyResult: string): readonly Act[] => [agency('replyDraft', 'submitted', { replyResult, replyText: '办理情况如上。' }), agency('replySign', 'signed'), replied(replyResult)];
  const registered = agency('registration', 'registered', { registrationNote: '已登记。' });
  const adopted: Act = ['replyReview', 'adopted'];
  const from = { starter: 'yan', agency: 'gz-procuratorate', start } as const;
  return {
    adopted: {
      ...from, title: '行政机关立案查处并回复', outcome: 'adopted', others: { 'opinion-handling': ['caseOpened'] },
      acts: [...given, registered, agency('verification', 'file', { verificationOpinion: '违法事实清楚。', filingReasons: '检察意见指出的违法行为。' }), agency('approval', 'agreed'), ...reply('filed'), adopted],
    },
    notAdopted: {
      ...from, title: '行政机关不予处罚，未采纳意见，跟进监督', outcome: 'notAdopted', others: { 'opinion-handling': ['noPenalty'] },
      acts: [
        ...given, registered, agency('verification', 'noPenalty', { verificationOpinion: '超过处罚时效。', noPenaltyReasons: '违法行为已过两年。' }), agency('approval', 'agreed'), ...reply('notPenalised'),
        ['replyReview', 'notAdopted', { followUpOpinion: '时效应当按五年计算，继续跟进。' }],
      ],
    },
    supplemented: {
      ...from, title: '已立案，要求在处理决定生效后补充回复，补充后采纳', outcome: 'adopted', others: { 'opinion-handling': ['caseOpened'] },
      acts: [
        ...given, registered, agency('verification', 'file', { verificationOpinion: '违法事实清楚。', filingReasons: '检察意见指出的违法行为。' }), agency('approval', 'agreed'), ...reply('filed'),
        ['replyReview', 'supplement', { supplementText: '请在处理决定生效后回复处理结果。', replyDueOn: day(90) }], ...reply('penalised'), adopted,
      ],
    },
    notNeeded: { ...from, title: '刑事检察部门认为不需要处罚', outcome: 'notNeeded', acts: [['screening', 'notNeeded', { transferOpinion: '情节显著轻微。' }]] },
    reviewed: {
      ...from, title: '征求异地意见、中止审查、退回后决定不需要处罚', outcome: 'notNeeded',
      acts: [
        ...opened, ['review', 'consult', { reviewOpinion: '主要行为发生在外地。', consultedProcuratorate: 'gd-procuratorate' }], ['consultation', 'answered', { consultationReply: '建议由你院提出。' }],
        ['review', 'suspend', { reviewOpinion: '被害人申诉。', suspensionGround: 'victim' }], ['suspended', 'resumed', { resumedNote: '申诉已被驳回。' }], proposed, ['decision', 'returned', { returnOpinion: '请核实是否已被处罚。' }],
        ['review', 'noPenalty', { reviewOpinion: '已被处罚，不需要再处罚。' }], ['decision', 'noPenalty'],
      ],
    },
    prosecuted: { ...from, title: '不起诉决定被撤销', outcome: 'notNeeded', acts: [...opened, ['review', 'suspend', { reviewOpinion: '公安机关要求复议。', suspensionGround: 'police' }], ['suspended', 'prosecuted', { resumedNote: '不起诉决定已撤销，提起公诉。' }]] },
    urged: {
      ...from, title: '逾期未回复，督促后回复', outcome: 'adopted', others: { 'opinion-handling': ['caseOpened'] },
      acts: [
        ...given, { waitFor: 'replyLate' }, ['urgeReply', 'urged', { urgedNote: '请立即办理。', replyDueOn: day(15) }], registered,
        agency('verification', 'file', { verificationOpinion: '违法事实清楚。', filingReasons: '检察意见指出的违法行为。' }), agency('approval', 'agreed'), ...reply('penalised'), adopted,
      ],
    },
  } as const satisfies Record<string, Walk>;
}
