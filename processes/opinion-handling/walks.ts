/** Ways through the handling of a procuratorial opinion that came on paper. With the procuratorate it is walked from the opinion. */
import type { JsonObject } from '../../domain/json.ts';
import { subject, whoTakes } from '../criminal-transfer/walks.ts';
import { day, type Act, type Walk, type Walks } from '../walk.ts';

export const handling = { process: 'opinion-handling', whoTakes, walks: makeWalks() } as const satisfies Walks;

function makeWalks() {
  const start: JsonObject = {
    ...subject, procuratorateAgency: 'gz-procuratorate', procuratorateName: '广州市人民检察院', opinionNumber: '穗检行意〔2026〕3号', opinionText: '依法给予行政处罚。', replyDueOn: day(60), nonProsecutionNumber: '穗检刑不诉〔2026〕3号',
  };
  const registered: Act = ['registration', 'registered'];
  const file: Act = ['verification', 'file', { verificationOpinion: '违法事实清楚。', filingReasons: '涉嫌生产销售不合格产品。' }];
  const agreed: Act = ['approval', 'agreed'];
  const draft = (replyResult: string): Act => ['replyDraft', 'submitted', { replyResult, replyText: '办理情况如上。' }];
  const signed: Act = ['replySign', 'signed'];
  const over: Act = ['followUp', 'closed', { opinionConclusion: 'adopted' }];
  const supplement: JsonObject = { supplementText: '请说明时效的计算，并在处理决定生效后回复处理结果。', supplementNumber: '穗检行补〔2026〕1号', replyDueOn: day(30) };
  const from = { starter: 'wu', agency: 'gz-amr', start } as const;
  return {
    opened: { ...from, title: '立案查处并回复', outcome: 'caseOpened', acts: [registered, file, agreed, draft('filed'), signed, over] },
    noPenalty: {
      ...from, title: '两次退回后不予立案并回复', outcome: 'noPenalty',
      acts: [registered, file, ['approval', 'returned', { returnOpinion: '请核实时效。' }], ['verification', 'noPenalty', { verificationOpinion: '已过时效。', noPenaltyReasons: '已过处罚时效。' }], agreed, draft('notPenalised'), ['replySign', 'returned', { returnOpinion: '请说明计算依据。' }], draft('notPenalised'), signed, over],
    },
    tested: {
      ...from, title: '送检验、送权利人鉴别后立案查处', outcome: 'caseOpened',
      acts: [
        registered, ['verification', 'test', { testItem: '小零件脱落力。' }], ['testing', 'known', { testResult: '不合格。' }], ['verification', 'identify', { identifier: '商标权利人' }], ['identification', 'known', { identificationResult: '为本公司产品。' }],
        file, agreed, draft('filed'), signed, over,
      ],
    },
    supplemented: {
      ...from, title: '不予立案的，检察院要求补充回复，重新核查后立案，再次补充回复处理结果', outcome: 'caseOpened',
      acts: [
        registered, ['verification', 'noPenalty', { verificationOpinion: '已过时效。', noPenaltyReasons: '已过处罚时效。' }], agreed, draft('notPenalised'), signed, ['followUp', 'supplement', supplement], ['replyDraft', 'verify'], file, agreed, draft('filed'), signed,
        ['followUp', 'supplement', supplement], draft('penalised'), signed, over,
      ],
    },
    askedFurther: {
      ...from, opened: true, start: { ...start, opinionCase: '00000000-0000-4000-8000-0000000000cc' }, title: '检察院三个月没有意见，继续等待后要求补充回复，补充后采纳', outcome: 'caseOpened',
      acts: [
        registered, file, agreed, draft('filed'), signed, { waitFor: 'longSilence' }, ['followUp', 'wait'], { told: 'opinionSupplement', data: supplement }, draft('penalised'), signed, { told: 'opinionConcluded', data: { opinionConclusion: 'adopted', followUpOpinion: null } },
      ],
    },
    undated: { ...from, title: '意见书没有载明回复期限', outcome: 'caseOpened', start: { ...start, replyDueOn: null }, acts: [registered, file, agreed, draft('filed'), signed, over] },
  } as const satisfies Record<string, Walk>;
}
