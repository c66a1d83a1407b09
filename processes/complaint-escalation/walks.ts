/** Ways through an escalation, at the agency above. */
import type { JsonObject } from '../../domain/json.ts';
import { whoTakes } from '../complaint/walks.ts';
import { day, type Act, type Walk, type Walks } from '../walk.ts';

export const escalationWalks = { process: 'complaint-escalation', whoTakes, walks: makeWalks() } as const satisfies Walks;

function makeWalks() {
  const reported: JsonObject = {
    sourceNumber: '穗天河市监诉〔2026〕3号', sourceAgency: 'gz-tianhe-amr', subjectName: '广州海川玩具有限公司', subjectUscc: '91440101MA5CK83P1C', subjectRegion: '440106', complaintCount: 3,
    matter: '儿童滑板车折叠锁扣松脱，退货被拒。', proposals: ['interview'],
  };
  const office = { starter: 'wu', agency: 'gz-amr', start: reported };
  const reviewed: Act = ['review', 'submitted', { opinion: '投诉集中，建议约谈。' }];
  const interviewed: readonly Act[] = [
    reviewed, ['decision', 'interview'],
    ['interview', 'held', { interviewOn: day(0), interviewPlace: '广州市市场监督管理局', interviewPeople: '郑海', interviewRecord: '承诺七日内处理全部退货。', correctionDemands: '全部退货，排查同批次产品。', correctionDueOn: day(7) }],
  ];
  const corrected: Act = ['correction', 'reported', { correctionReport: '已全部退货。' }];
  return {
    corrected: { ...office, title: '约谈后整改到位', outcome: 'corrected', acts: [reviewed, ['decision', 'returned'], ...interviewed, corrected, ['check', 'corrected', { checkOpinion: '属实。' }]] },
    suggested: {
      ...office, title: '逾期未整改，建议提起公益诉讼', outcome: 'suggested',
      acts: [
        ...interviewed, { waitFor: 'correctionOver' }, ['check', 'insufficient', { checkOpinion: '未整改。' }], ['decision', 'publicInterest', { decisionReasons: '侵害众多消费者权益。' }],
        ['suggestion', 'sent', { suggestion: '建议就同批次产品提起消费民事公益诉讼。' }],
      ],
    },
    suggestedAtOnce: {
      ...office, title: '整改不到位，建议提起公益诉讼', outcome: 'suggested',
      acts: [
        ...interviewed, corrected, ['check', 'insufficient', { checkOpinion: '仍在销售。' }], ['decision', 'publicInterest', { decisionReasons: '侵害众多消费者权益。' }],
        ['suggestion', 'sent', { suggestion: '建议就同批次产品提起消费民事公益诉讼。' }],
      ],
    },
    supervised: {
      ...office, title: '拒不接受约谈，挂牌督办', outcome: 'supervised',
      acts: [
        reviewed, ['decision', 'interview'],
        ['interview', 'absent', { interviewOn: day(0), interviewPlace: '广州市市场监督管理局', interviewPeople: '无人到场', interviewRecord: '经两次通知未到场。', correctionDemands: '立即处理退货。', correctionDueOn: day(7) }],
        ['decision', 'supervision', { decisionReasons: '挂牌督办，由天河区局依法处理。' }],
      ],
    },
    noAction: { ...office, title: '无需进一步措施', outcome: 'noAction', acts: [reviewed, ['decision', 'noAction', { decisionReasons: '均已和解。' }]] },
  } as const satisfies Record<string, Walk>;
}
