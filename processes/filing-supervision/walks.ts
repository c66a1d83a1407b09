/** Ways through the supervision of filing, where what the police tell is told by hand. With the other agencies it is walked from the transfer. */
import type { JsonObject } from '../../domain/json.ts';
import { subject, whoTakes } from '../criminal-transfer/walks.ts';
import { day, type Act, type Walk, type Walks } from '../walk.ts';

export const supervision = { process: 'filing-supervision', whoTakes, walks: makeWalks() } as const satisfies Walks;

function makeWalks() {
  const told = (message: string, data: JsonObject = {}): Act => ({ told: message, data });
  const onPaper: JsonObject = {
    ...subject, sourceNumber: '穗市监刑移〔2026〕3号', transferringAgency: 'gz-amr', policeAgency: 'gz-police', policeCaseNumber: '穗公受移〔2026〕3号', evidenceList: '检验报告、台账、笔录。', notFiledReasons: '危害后果不明。', supervisionReasons: '应当立案。',
  };
  const accepted: readonly Act[] = [['acceptance', 'accepted', { acceptanceOpinion: '受理。', explanationRequest: '请说明理由。' }], ['requestApproval', 'approved']];
  const explained = told('explanationGiven', { explanation: '未达追诉标准。' });
  const unfounded: Act = ['review', 'unfounded', { reviewOpinion: '理由不成立。', noticeReasons: '已达追诉标准。' }];
  const notified: Act = ['noticeApproval', 'notify'];
  const filed = told('policeFiled', { filedOn: day(0), filingNumber: '穗公立通〔2026〕3号' });
  const answered = (supervisionOpinion: string): Act => ['answer', 'answered', { supervisionOpinion }];
  const from = { starter: 'yan', agency: 'gz-procuratorate', start: onPaper, alone: true } as const;
  return {
    ordered: { ...from, title: '通知立案后公安机关立案', outcome: 'filedOnNotice', acts: [...accepted, explained, unfounded, notified, filed] },
    returned: {
      ...from, title: '检察长两次退回后决定', outcome: 'filedOnNotice',
      acts: [accepted[0] as Act, ['requestApproval', 'returned', { returnOpinion: '请写明事项。' }], ...accepted, explained, unfounded, ['noticeApproval', 'returned', { returnOpinion: '请补充论证。' }], unfounded, notified, filed],
    },
    onRequest: { ...from, title: '公安机关主动立案', outcome: 'filedOnRequest', acts: [...accepted, filed] },
    upheld: { ...from, title: '不立案理由成立', outcome: 'reasonsUpheld', acts: [...accepted, explained, ['review', 'upheld', { reviewOpinion: '理由成立。' }], answered('公安机关不立案的理由成立。')] },
    declined: { ...from, title: '不予受理', outcome: 'declined', acts: [['acceptance', 'declined', { acceptanceOpinion: '不属于本院管辖。' }], answered('该案不属于本院管辖，不予受理。')] },
    late: {
      ...from, title: '逾期未说明，督促后说明；通知立案后逾期未立案，纠正后立案', outcome: 'filedOnNotice',
      acts: [
        ...accepted, { waitFor: 'explanationLate' }, ['urgeExplanation', 'urged', { correctionNote: '请立即说明。', correctedOn: day(0) }], explained, unfounded, notified, { waitFor: 'filingLate' },
        ['correctFiling', 'demanded', { correctionNote: '请按通知立案。', correctedOn: day(0) }], filed,
      ],
    },
  } as const satisfies Record<string, Walk>;
}
