/**
 * Ways through a transfer, as the people of three agencies would go them. What is done at the police and the procuratorate stands beside what the
 * regulator is told of it: on the stack the cases there are walked too, for the pure engine each side is walked alone.
 */
import type { JsonObject } from '../../domain/json.ts';
import { day, type Act, type Deed, type Walk, type Walks } from '../walk.ts';
import { toys, type Story } from './stories.ts';

/** Demo person for a pool. The second member of the task force, and whoever else may not be the usual one, is named in the deed. */
const usual: Readonly<Record<string, string>> = {
  'officer@gz-amr': 'wu', 'section-head@gz-amr': 'deng', 'agency-head@gz-amr': 'feng', 'officer@gz-police': 'lei', 'section-head@gz-police': 'fang', 'agency-head@gz-police': 'tong',
  'officer@sz-police': 'shi', 'agency-head@sz-police': 'lu', 'officer@gz-procuratorate': 'yan', 'agency-head@gz-procuratorate': 'xie', 'officer@gd-procuratorate': 'jiang',
};
export const whoTakes = (_step: string, pool: string): string => usual[pool] ?? `nobody holds ${pool}`;

/** Of the matter that also stands in the ways of the other agencies. */
export const subject: JsonObject = toys.subject;

export const transfer = { process: 'criminal-transfer', whoTakes, walks: walksAbout(toys) } as const satisfies Walks;

/** The same ways, about another matter. */
export function walksAbout(story: Story) {
  const matter: JsonObject = { ...story.subject, sourceNumber: story.sourceNumber, evidenceList: story.evidence, goodsList: story.goods, fineAlreadyPaid: story.fineAlreadyPaid };
  const police = (...deed: Deed): Act => ({ at: 'criminal-acceptance', deed });
  const procuratorate = (...deed: Deed): Act => ({ at: 'filing-supervision', deed });
  const told = (message: string, data: JsonObject = {}): Act => ({ told: message, data });

  const designated: Act = ['designation', 'designated', { taskForceLead: ['wu'], taskForceMembers: ['wu', 'su'] }];
  const report: JsonObject = { ...story.report, taskForceOpinion: 'transfer' };
  const verified: Act = ['verification', 'reported', report];
  const signed: readonly Act[] = [['reportSigning', 'signed'], ['reportSigning', 'signed', {}, 'su']];
  const approved: Act = ['approval', 'approved', { headCapacity: 'principal', approvalOpinion: '同意移送。' }];
  const sent: Act = ['transfer', 'sent', { policeAgency: 'gz-police', procuratorateAgency: 'gz-procuratorate', materials: ['letter', 'report', 'goods', 'inspection'] }];
  const transferred: readonly Act[] = [designated, verified, ...signed, approved, sent];

  const policeCase: JsonObject = { policeAgency: 'gz-police', policeCase: '00000000-0000-4000-8000-0000000000aa', policeCaseNumber: '穗公受移〔2026〕1号', receivedByPoliceOn: day(0) };
  const receivedTold = told('policeReceived', policeCase);
  const received: readonly Act[] = [police('receipt', 'received', { receivedByPoliceOn: day(0), receiptNote: '材料四份，已核对。' }), receivedTold];
  const complete = police('completeness', 'complete');
  const proposeFiling = police('examination', 'proposeFiling', { examinationOpinion: '有犯罪事实，需要追究刑事责任。' });
  const reasons = story.doubt;
  const proposeNot = police('examination', 'proposeNotFiling', { examinationOpinion: reasons, notFiledReasons: reasons });
  const filedTold = told('policeFiled', { policeResult: 'filed', filedOn: day(0), filingNumber: '穗公立通〔2026〕1号' });
  const filed: readonly Act[] = [police('decision', 'file', { filedOn: day(0), decisionOpinion: '同意立案。' }), filedTold];
  const notFiledBy: readonly Act[] = [proposeNot, police('decision', 'notFile', { notFiledOn: day(0), notFiledReasons: reasons }), told('policeNotFiled', { policeResult: 'notFiled', notFiledOn: day(0), notFiledReasons: reasons, notFiledNumber: '穗公不立〔2026〕1号' })];
  const notFiled: readonly Act[] = [...received, complete, ...notFiledBy];
  const request: JsonObject = { supplementRequest: story.request };
  const supplementAsked: readonly Act[] = [police('completeness', 'incomplete', request), told('supplementAsked', request)];
  const handedOverTo = (handoverReceiver: string): readonly Act[] => [['handover', 'handedOver', { handoverOn: day(0), handoverRecord: story.handedOver, handoverReceiver }], police('goodsReceived', 'received', { goodsReceipt: '核对无误，已入库。' })];
  const handedOver = handedOverTo('雷刚');

  const askedReconsideration: Act = ['response', 'reconsider', { reconsiderationReasons: story.answer }];
  const reconsidered = (outcome: 'file' | 'uphold'): readonly Act[] => [
    police('reconsideration', outcome, { reconsiderationOpinion: outcome === 'file' ? `申请理由成立：${story.answer}` : `原决定并无不当：${story.doubt}`, ...(outcome === 'file' ? { filedOn: day(0) } : {}) }),
    told('reconsiderationDecided', { policeResult: outcome === 'file' ? 'filed' : 'notFiled', reconsiderationOpinion: outcome === 'file' ? `申请理由成立：${story.answer}` : `原决定并无不当：${story.doubt}`, ...(outcome === 'file' ? { filedOn: day(0), filingNumber: '穗公立通〔2026〕2号' } : {}) }),
  ];
  const supervised: JsonObject = { supervisionReasons: story.answer };
  const accepted: readonly Act[] = [procuratorate('acceptance', 'accepted', { acceptanceOpinion: '属于受理范围。', explanationRequest: '请说明不立案的事实依据和理由。' }), procuratorate('requestApproval', 'approved')];
  const explained = police('explanation', 'explain', { explanation: story.doubt });
  const ordered: readonly Act[] = [
    ...accepted, explained, procuratorate('review', 'unfounded', { reviewOpinion: '理由不成立。', noticeReasons: story.answer }), procuratorate('noticeApproval', 'notify'), police('filingOnNotice', 'filed', { filedOn: day(0) }), filedTold,
  ];
  const answered = (supervisionOpinion: string): readonly Act[] => [procuratorate('answer', 'answered', { supervisionOpinion }), told('supervisionEnded', { supervisionOpinion })];

  const from = { starter: 'wu', agency: 'gz-amr', start: matter } as const;
  return {
    filed: { ...from, title: '公安机关立案，移交涉案物品，已缴罚款告知折抵', outcome: 'filed', others: { 'criminal-acceptance': ['filed'] }, acts: [...transferred, ...received, complete, proposeFiling, ...filed, ...handedOver] },
    supplemented: {
      ...from, title: '专案组成员不同意后重新核实；公安机关要求补正，补正后立案', outcome: 'filed', others: { 'criminal-acceptance': ['filed'] },
      acts: [
        designated, verified, ['reportSigning', 'objected', { objection: story.objection }, 'su'], verified, ...signed, approved, sent, ...received,
        ...supplementAsked, ['supplement', 'given', { supplementText: story.supplement, evidenceList: `${story.evidence}${story.supplement}` }], proposeFiling, police('decision', 'back', { decisionOpinion: '请就补正材料的证明力补充论证。' }), proposeFiling, ...filed, ...handedOver,
      ],
    },
    decidedMeanwhile: {
      ...from, title: '公安机关要求补正后，不待补正即立案', outcome: 'filed', others: { 'criminal-acceptance': ['filed'] },
      acts: [...transferred, ...received, ...supplementAsked, police('awaitSupplement', 'goOn'), proposeFiling, ...filed, ...handedOver],
    },
    notFiledMeanwhile: {
      ...from, title: '公安机关要求补正后，不待补正即不予立案', outcome: 'notFiled', others: { 'criminal-acceptance': ['notFiled'] },
      acts: [...transferred, ...received, ...supplementAsked, police('awaitSupplement', 'goOn'), ...notFiledBy, ['response', 'accept']],
    },
    notApproved: { ...from, title: '负责人不批准移送，理由记录在案', outcome: 'notApproved', acts: [designated, verified, ...signed, ['approval', 'notApproved', { headCapacity: 'presiding', refusalReasons: story.refusal }]] },
    lead: {
      ...from, title: '发现职务违法犯罪线索，移送监察机关；负责人不批准移送', outcome: 'notApproved',
      acts: [designated, ['verification', 'reportedWithLead', { ...report, corruptionFacts: story.lead }], ...signed, ['approval', 'notApproved', { headCapacity: 'principal', refusalReasons: '待监察机关查明后再行研究。' }]],
    },
    notFiled: { ...from, title: '不予立案，认可后依法作出行政处理', outcome: 'notFiled', others: { 'criminal-acceptance': ['notFiled'] }, acts: [...transferred, ...notFiled, ['response', 'accept', { acceptanceOpinion: '认可，退回行政处理。' }]] },
    penaltyAfter: {
      ...from, start: { ...matter, sourceNumber: '粤市监召〔2026〕8号', fineAlreadyPaid: null, penaltyAfter: true }, title: '来源不是处罚案件，不予立案后另案行政处罚', outcome: 'notFiled', others: { 'criminal-acceptance': ['notFiled'] },
      acts: [...transferred, ...notFiled, ['response', 'accept', { acceptanceOpinion: '认可，另案处罚。' }]],
    },
    suppliedLate: {
      ...from, title: '公安机关不待补正先行审查，补正材料后到，入卷后立案', outcome: 'filed', others: { 'criminal-acceptance': ['filed'] },
      acts: [...transferred, ...received, ...supplementAsked, police('awaitSupplement', 'goOn'), ['supplement', 'given', { supplementText: story.supplement }], proposeFiling, ...filed, ...handedOver],
    },
    forwarded: {
      ...from, title: '转送有管辖权的公安机关，由其立案', outcome: 'filed', others: { 'criminal-acceptance': ['forwarded', 'filed'] },
      acts: [
        ...transferred, police('receipt', 'elsewhere', { receivedByPoliceOn: day(0), competentPolice: 'sz-police', forwardReasons: story.elsewhere }), receivedTold, told('policeForwarded', { policeAgency: 'sz-police', forwardReasons: story.elsewhere }),
        police('receipt', 'received', { receivedByPoliceOn: day(0) }), told('policeReceived', { ...policeCase, policeAgency: 'sz-police' }), complete, proposeFiling, ...filed, ...handedOverTo('石磊'),
      ],
    },
    returned: {
      ...from, title: '不属于公安机关职责范围，退回', outcome: 'returned', others: { 'criminal-acceptance': ['notForPolice'] },
      acts: [...transferred, police('receipt', 'notForPolice', { receivedByPoliceOn: day(0), returnReasons: '属于监察机关管辖的职务犯罪。' }), receivedTold, told('policeReturned', { policeResult: 'returned', returnReasons: '属于监察机关管辖的职务犯罪。' })],
    },
    reversed: { ...from, title: '提请复议，公安机关撤销原决定立案', outcome: 'filed', others: { 'criminal-acceptance': ['filed'] }, acts: [...transferred, ...notFiled, askedReconsideration, ...reconsidered('file'), ...handedOver] },
    upheld: { ...from, title: '复议维持，认可后依法作出行政处理', outcome: 'notFiled', others: { 'criminal-acceptance': ['notFiled'] }, acts: [...transferred, ...notFiled, askedReconsideration, ...reconsidered('uphold'), ['furtherResponse', 'accept']] },
    ordered: {
      ...from, title: '复议维持，建议立案监督，人民检察院通知立案', outcome: 'filed', others: { 'criminal-acceptance': ['filed'], 'filing-supervision': ['filedOnNotice'] },
      acts: [...transferred, ...notFiled, askedReconsideration, ...reconsidered('uphold'), ['furtherResponse', 'supervise', supervised], ...ordered, ...handedOver],
    },
    filedOnRequest: {
      ...from, title: '直接建议立案监督，公安机关接到说明要求后主动立案', outcome: 'filed', others: { 'criminal-acceptance': ['filed'], 'filing-supervision': ['filedOnRequest'] },
      acts: [...transferred, ...notFiled, ['response', 'supervise', supervised], ...accepted, police('explanation', 'file', { filedOn: day(0) }), filedTold, ...handedOver],
    },
    reasonsUpheld: {
      ...from, title: '人民检察院审查认为不立案理由成立', outcome: 'notFiled', others: { 'criminal-acceptance': ['notFiled'], 'filing-supervision': ['reasonsUpheld'] },
      acts: [...transferred, ...notFiled, ['response', 'supervise', supervised], ...accepted, explained, procuratorate('review', 'upheld', { reviewOpinion: '理由成立。' }), ...answered('公安机关不立案的理由成立。')],
    },
    declined: {
      ...from, title: '人民检察院不予受理', outcome: 'notFiled', others: { 'criminal-acceptance': ['notFiled'], 'filing-supervision': ['declined'] },
      acts: [...transferred, ...notFiled, ['response', 'supervise', supervised], procuratorate('acceptance', 'declined', { acceptanceOpinion: '不属于本院管辖。' }), ...answered('该案不属于本院管辖，不予受理。')],
    },
    // Here time passes.
    responseLapsed: { ...from, title: '三日内没有提请复议，退回行政处理', outcome: 'notFiled', others: { 'criminal-acceptance': ['notFiled'] }, acts: [...transferred, ...notFiled, { waitFor: 'reconsideration' }] },
    proposalLapsed: { ...from, title: '复议维持后三日内没有建议立案监督', outcome: 'notFiled', others: { 'criminal-acceptance': ['notFiled'] }, acts: [...transferred, ...notFiled, askedReconsideration, ...reconsidered('uphold'), { waitFor: 'supervisionProposal' }] },
    notSupplemented: {
      ...from, title: '逾期没有补正，公安机关依据现有材料立案', outcome: 'filed', others: { 'criminal-acceptance': ['filed'] },
      acts: [
        ...transferred, ...received, police('completeness', 'incomplete', { supplementRequest: story.request }), told('supplementAsked', { supplementRequest: story.request }), { waitFor: 'supplement' },
        proposeFiling, ...filed, ...handedOver,
      ],
    },
  } as const satisfies Record<string, Walk>;
}
