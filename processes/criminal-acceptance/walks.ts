/** Ways through a transferred case at the police, where what other agencies tell is told by hand. With the other agencies it is walked from the transfer (criminal-transfer/walks.ts). */
import type { JsonObject } from '../../domain/json.ts';
import { subject, whoTakes } from '../criminal-transfer/walks.ts';
import { day, type Act, type Walk, type Walks } from '../walk.ts';

export const acceptance = { process: 'criminal-acceptance', whoTakes, walks: makeWalks() } as const satisfies Walks;

function makeWalks() {
  const told = (message: string, data: JsonObject = {}): Act => ({ told: message, data });
  /** From an agency that has no case here: on paper. */
  const onPaper: JsonObject = { ...subject, transferringAgency: 'gz-amr', sourceNumber: '穗市监刑移〔2026〕3号', transferLetterNumber: '穗市监移送〔2026〕3号', evidenceList: '检验报告、台账、笔录。' };
  const received: Act = ['receipt', 'received', { receivedByPoliceOn: day(0) }];
  const complete: Act = ['completeness', 'complete'];
  const incomplete: Act = ['completeness', 'incomplete', { supplementRequest: '请补充伤情鉴定意见。' }];
  const proposeFiling: Act = ['examination', 'proposeFiling', { examinationOpinion: '有犯罪事实。' }];
  const decided: Act = ['decision', 'file', { filedOn: day(0) }];
  const filed: readonly Act[] = [proposeFiling, decided];
  const notFiled: readonly Act[] = [complete, ['examination', 'proposeNotFiling', { examinationOpinion: '危害后果不明。', notFiledReasons: '危害后果不明。' }], ['decision', 'notFile', { notFiledOn: day(0), notFiledReasons: '危害后果不明。' }]];
  const handedOver: readonly Act[] = [told('goodsHandedOver', { handoverOn: day(0), handoverRecord: '玩具1200件。' }), ['goodsReceived', 'received', { goodsReceipt: '核对无误。' }]];
  const asked = told('explanationAsked', { supervisionCase: '00000000-0000-4000-8000-0000000000bb', procuratorateAgency: 'gz-procuratorate', supervisionNumber: '穗检立监〔2026〕1号', explanationRequest: '请说明理由。' });
  const from = { starter: 'lei', agency: 'gz-police', start: onPaper, alone: true } as const;
  return {
    filed: { ...from, title: '立案，接收涉案物品', outcome: 'filed', acts: [received, complete, ...filed, ...handedOver] },
    back: { ...from, title: '退回补充审查后立案', outcome: 'filed', acts: [received, complete, proposeFiling, ['decision', 'back', { decisionOpinion: '请补充论证。' }], ...filed, ...handedOver] },
    supplemented: { ...from, title: '补正后立案', outcome: 'filed', acts: [received, incomplete, told('supplementGiven', { supplementText: '鉴定意见一份。' }), ...filed, ...handedOver] },
    withoutSupplement: {
      ...from, title: '不待补正先行立案，补正材料后到', outcome: 'filed',
      acts: [received, incomplete, ['awaitSupplement', 'goOn'], proposeFiling, told('supplementGiven', { supplementText: '鉴定意见一份。' }), decided, ...handedOver],
    },
    forwarded: { ...from, title: '转送有管辖权的公安机关', outcome: 'forwarded', acts: [['receipt', 'elsewhere', { receivedByPoliceOn: day(0), competentPolice: 'sz-police', forwardReasons: '主要犯罪地在深圳。' }]] },
    returned: { ...from, title: '不属于公安机关职责范围', outcome: 'notForPolice', acts: [['receipt', 'notForPolice', { receivedByPoliceOn: day(0), returnReasons: '属于监察机关管辖。' }]] },
    notFiled: { ...from, title: '不予立案，移送机关没有异议', outcome: 'notFiled', acts: [received, ...notFiled, told('nothingFurther')] },
    reversed: { ...from, title: '复议后立案', outcome: 'filed', acts: [received, ...notFiled, told('reconsiderationAsked', { reconsiderationReasons: '危害后果明确。' }), ['reconsideration', 'file', { reconsiderationOpinion: '原决定有误。', filedOn: day(0) }], ...handedOver] },
    ordered: {
      ...from, title: '复议维持，说明理由后接到通知立案书', outcome: 'filed',
      acts: [received, ...notFiled, told('reconsiderationAsked', { reconsiderationReasons: '危害后果明确。' }), ['reconsideration', 'uphold', { reconsiderationOpinion: '维持。' }], asked, ['explanation', 'explain', { explanation: '未达追诉标准。' }],
        told('noticeToFile', { noticeNumber: '穗检通立〔2026〕1号', noticeReasons: '已达追诉标准。' }), ['filingOnNotice', 'filed', { filedOn: day(0) }], ...handedOver],
    },
    filedOnRequest: { ...from, title: '接到说明要求后主动立案', outcome: 'filed', acts: [received, ...notFiled, asked, ['explanation', 'file', { filedOn: day(0) }], ...handedOver] },
    goodsLate: {
      ...from, title: '没有补正，依据现有材料立案；涉案物品逾期未移交，催要后确认没有物品', outcome: 'filed',
      acts: [received, incomplete, { waitFor: 'supplementOver' }, ...filed, { waitFor: 'goodsLate' }, ['urgeGoods', 'urged', { goodsUrged: '电话催要。' }], { waitFor: 'goodsLate' }, ['urgeGoods', 'without', { goodsUrged: '移送机关确认没有涉案物品。' }]],
    },
    noObjection: { ...from, title: '不予立案后长期没有异议', outcome: 'notFiled', acts: [received, ...notFiled, { waitFor: 'objectionOver' }] },
  } as const satisfies Record<string, Walk>;
}
