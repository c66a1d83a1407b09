/** The steps of a transferred case at the police. */
import { text } from '../../domain/text.ts';
import { messageTo, noticeTo } from '../between-agencies.ts';
import { internal, threeDays } from '../criminal-transfer/law.ts';
import { policeProcedure } from '../instruments.ts';
import { handedOver, transferringName } from '../criminal-transfer/matter.ts';
import { acceptanceHead } from './head.ts';

const about = (zh: string, en: string) => [`"${zh}：" + subjectName`, `"${en}: " + subjectName`] as const;

export const acceptanceSteps = acceptanceHead.steps((s) => {
  const officer = s.office('officer');
  const head = s.office('agency-head');
  const matter = s.shows('sourceNumber', 'transferringAgencyName', 'transferLetterNumber', 'forwardedFrom', 'subjectName', 'subjectUscc', 'subjectRegion', 'caseFacts', 'suspectedOffence', 'investigationReport', 'evidenceList', 'goodsList', 'fineAlreadyPaid');
  const supplement = { ...s.asks('supplementText'), ...s.mayGive('evidenceList', 'goodsList') };
  const filing = { policeResult: '"filed"', filingNumber: 'filingNumber', filedOn: 'filedOn' };

  return {
    received: s.start('收到移送案件', 'Case received'),
    naming: s.script('移送机关名称', 'Name of the agency', { transferringAgencyName: transferringName }),
    receipt: s.user('接收、签署回执并审查管辖', 'Sign the receipt, look at jurisdiction', {
      by: officer, form: { ...matter, ...s.asks('receivedByPoliceOn'), ...s.mayGive('receiptNote', 'competentPolice', 'forwardReasons', 'returnReasons') },
      outcomes: {
        received: s.positive('接收，属于本机关管辖', 'Received: within jurisdiction'),
        elsewhere: s.neutral('不属于本机关管辖，转送', 'Forward to the competent police', { requires: ['competentPolice', 'forwardReasons'] }),
        notForPolice: s.negative('不属于公安机关职责范围', 'Not for the police', { requires: ['returnReasons'] }),
      },
      explains: text('在回执上签字；不属于本机关管辖的，24小时内转送有管辖权的机关并书面告知移送机关（移送规定§7）', 'Sign the receipt; what is not within jurisdiction is forwarded within 24 hours, and the transferring agency told in writing (§7)'),
    }),
    makeReceipt: s.document('制作移送案件回执', 'Make the receipt', 'receipt'),
    tellReceived: s.service('回执送移送机关', 'Send the receipt', 'message.deliver', messageTo('transferCase', 'policeReceived', { policeAgency: 'case.agency', policeCase: 'case.id', policeCaseNumber: 'case.number', receivedByPoliceOn: 'receivedByPoliceOn' })),
    jurisdiction: s.choice('管辖', 'Jurisdiction'),
    makeForwarding: s.document('制作案件转送告知书', 'Make the notice of forwarding', 'forwardingNotice'),
    forward: s.call('转送有管辖权的公安机关', 'Case at the competent police', 'criminal-acceptance', {
      agency: { kind: 'data', field: 'competentPolice' }, wait: false,
      input: {
        ...handedOver, transferCase: 'transferCase', transferringAgency: 'transferringAgency', transferringAgencyName: 'transferringAgencyName', transferLetterNumber: 'transferLetterNumber', investigationReport: 'investigationReport',
        procuratorateAgency: 'procuratorateAgency', forwardedFrom: 'case.agencyName',
      },
    }),
    tellForwarded: s.service('告知移送机关', 'Tell the transferring agency', 'message.deliver', messageTo('transferCase', 'policeForwarded', { policeAgency: 'competentPolice', forwardReasons: 'forwardReasons' })),
    makeReturn: s.document('制作退回告知书', 'Make the notice of return', 'returnNotice'),
    tellReturned: s.service('告知移送机关', 'Tell the transferring agency', 'message.deliver', messageTo('transferCase', 'policeReturned', { policeResult: '"returned"', returnReasons: 'returnReasons' })),

    completeness: s.user('审查材料是否齐全', 'Are the materials complete?', {
      by: officer, form: { ...matter, ...s.mayGive('supplementRequest') },
      outcomes: { complete: s.positive('材料齐全', 'Complete'), incomplete: s.neutral('通知补正', 'To be supplemented', { requires: ['supplementRequest'] }) },
      explains: text('接受案件后24小时内通知补正；不得以材料不全为由不接受移送案件（公安机关办理刑事案件程序规定§180②）', 'Within 24 hours of acceptance; incomplete materials are no ground to refuse the case (§180②)'),
    }),
    makeSupplementNotice: s.document('制作补正通知书', 'Make the notice to supplement', 'supplementNotice'),
    supplementing: s.subProcess('补正', 'Supplement'),
    ...s.within('supplementing', {
      supplementStart: s.start('通知补正', 'Notice'),
      askAndWait: s.parallel('通知并等待', 'Ask and wait'),
      askSupplement: s.service('通知移送机关补正', 'Ask for the supplement', 'message.deliver', messageTo('transferCase', 'supplementAsked', { supplementRequest: 'supplementRequest' })),
      asked: s.end('已通知', 'Asked', 'filed'),
      awaitSupplement: s.user('等待补正', 'Waiting for the supplement', {
        by: officer, form: { ...matter, ...s.shows('supplementRequest') }, outcomes: { goOn: s.neutral('不待补正，先行审查', 'Review without it') },
        explains: text('补正期间可以先行立案审查，不停止计算审查期限', 'The review need not wait for it, and its time runs on'),
      }),
      supplemented: s.interruptedBy('移送机关补正', 'Supplemented', 'awaitSupplement', 'supplementGiven', supplement),
      supplementOver: s.deadline('补正期满', 'Time to supplement is over', 'awaitSupplement', { kind: 'after', rule: threeDays(policeProcedure, '§180②') }),
      supplementDone: s.end('补正结束', 'Supplement over', 'filed'),
    }),
    // What comes while they no longer wait for it still goes into the file.
    lateSupplement: { ...s.subProcess('补正材料后到', 'The supplement comes later'), triggered: true as const },
    ...s.within('lateSupplement', {
      supplementLate: { ...s.start('移送机关补正', 'Supplemented'), on: { kind: 'message', message: 'supplementGiven', form: supplement } as const, interrupting: false },
      tellSupplement: s.service('告知承办人', 'Tell the officers', 'notify', noticeTo('"officer@" + case.agency', about('补正材料已到', 'The supplement has come'), ['supplementText', 'supplementText'])),
      supplementTaken: s.done('补正材料入卷', 'In the file'),
    }),
    examination: s.user('立案审查', 'Review', {
      by: officer, form: { ...matter, ...s.shows('supplementRequest', 'supplementText', 'decisionOpinion'), ...s.asks('examinationOpinion'), ...s.mayGive('notFiledReasons') },
      outcomes: { proposeFiling: s.positive('建议立案', 'File'), proposeNotFiling: s.negative('建议不予立案', 'Do not file', { requires: ['notFiledReasons'] }) },
    }),
    decision: s.user('决定是否立案', 'Decide on filing', {
      by: head, form: { ...matter, ...s.shows('examinationOpinion'), ...s.mayGive('decisionOpinion', 'filedOn', 'notFiledOn', 'notFiledReasons') }, notSameAs: ['examination'],
      outcomes: {
        file: s.positive('立案', 'File', { requires: ['filedOn'] }), notFile: s.negative('不予立案', 'Do not file', { requires: ['notFiledOn', 'notFiledReasons'] }),
        back: s.neutral('退回补充审查', 'Back for review', { requires: ['decisionOpinion'] }),
      },
      explains: text('自接受案件之日起3日内决定并书面通知移送机关（移送规定§8）', 'Within 3 days of acceptance, with written notice to the transferring agency (§8)'),
    }),

    makeFiling: s.document('制作立案通知书', 'Make the notice of filing', 'filingNotice', { filingNumber: 'number' }),
    tellFiled: s.service('通知移送机关立案', 'Tell: filed', 'message.deliver', messageTo('transferCase', 'policeFiled', filing)),
    awaitGoods: s.firstOf('等待移交涉案物品', 'Waiting for the goods'),
    goodsHandedOver: s.message('移送机关移交物品', 'Goods handed over', 'goodsHandedOver', { ...s.asks('handoverOn', 'handoverRecord'), ...s.mayGive('goodsList', 'fineAlreadyPaid') }),
    goodsLate: s.wait('逾期未移交', 'Not handed over in time', { kind: 'after', rule: internal.goods }),
    urgeGoods: s.user('催要涉案物品', 'Urge the hand-over', {
      by: officer, form: { ...matter, ...s.shows('filedOn'), ...s.asks('goodsUrged') }, outcomes: { urged: s.neutral('已催要，继续等待', 'Urged'), without: s.neutral('没有需要移交的物品', 'Nothing to be handed over') },
    }),
    goodsReceived: s.user('接收涉案物品', 'Receive the goods', {
      by: officer, form: { ...s.shows('handoverOn', 'handoverRecord', 'goodsList', 'fineAlreadyPaid'), ...s.asks('goodsReceipt') }, outcomes: { received: s.positive('核对接收', 'Received') },
    }),

    makeNotFiling: s.document('制作不予立案通知书', 'Make the notice of non-filing', 'nonFilingNotice', { notFiledNumber: 'number' }),
    tellNotFiled: s.service('通知移送机关不予立案', 'Tell: not filed', 'message.deliver',
      messageTo('transferCase', 'policeNotFiled', { policeResult: '"notFiled"', notFiledNumber: 'notFiledNumber', notFiledOn: 'notFiledOn', notFiledReasons: 'notFiledReasons' })),
    awaitObjection: s.firstOf('等待异议或者立案监督', 'Waiting for objections or supervision'),
    reconsiderationAsked: s.message('移送机关提请复议', 'Reconsideration asked for', 'reconsiderationAsked', s.asks('reconsiderationReasons')),
    explanationAsked: s.message('人民检察院要求说明不立案理由', 'The procuratorate asks for an explanation', 'explanationAsked', { ...s.asks('supervisionCase', 'procuratorateAgency', 'explanationRequest'), ...s.mayGive('supervisionNumber') }),
    fileNotified: s.message('人民检察院通知立案', 'Notice to file', 'noticeToFile', { ...s.asks('noticeReasons'), ...s.mayGive('noticeNumber') }),
    nothingFurther: s.message('没有异议', 'Nothing further', 'nothingFurther', {}),
    objectionOver: s.wait('长期没有异议', 'No objection for long', { kind: 'after', rule: internal.objectionOver }),

    reconsideration: s.user('复议', 'Reconsider', {
      by: s.office('section-head'), form: { ...matter, ...s.shows('examinationOpinion', 'notFiledReasons', 'reconsiderationReasons'), ...s.asks('reconsiderationOpinion'), ...s.mayGive('filedOn') }, notSameAs: ['examination', 'decision'],
      outcomes: { file: s.positive('撤销原决定，立案', 'File', { requires: ['filedOn'] }), uphold: s.negative('维持不予立案', 'Uphold') },
    }),
    makeReconsideration: s.document('制作复议决定书', 'Make the decision on reconsideration', 'reconsiderationDecision'),
    reconsidered: s.choice('复议结果', 'Result'),
    makeFilingAfterReconsideration: s.document('制作立案通知书', 'Make the notice of filing', 'filingNotice', { filingNumber: 'number' }),
    tellReversed: s.service('告知移送机关复议决定', 'Tell: filed on reconsideration', 'message.deliver', messageTo('transferCase', 'reconsiderationDecided', { ...filing, reconsiderationOpinion: 'reconsiderationOpinion' })),
    tellUpheld: s.service('告知移送机关复议决定', 'Tell: upheld', 'message.deliver', messageTo('transferCase', 'reconsiderationDecided', { policeResult: '"notFiled"', reconsiderationOpinion: 'reconsiderationOpinion' })),

    explanation: s.user('说明不立案理由', 'Explain to the procuratorate', {
      by: officer, form: { ...matter, ...s.shows('notFiledReasons', 'reconsiderationOpinion', 'supervisionNumber', 'explanationRequest'), ...s.mayGive('explanation', 'filedOn') },
      outcomes: { explain: s.neutral('书面说明', 'Explain', { requires: ['explanation'] }), file: s.positive('决定立案', 'File', { requires: ['filedOn'] }) },
    }),
    makeExplanation: s.document('制作不立案理由说明书', 'Make the explanation', 'explanation'),
    tellExplained: s.service('回复人民检察院', 'Answer the procuratorate', 'message.deliver', messageTo('supervisionCase', 'explanationGiven', { explanation: 'explanation' })),
    filingOnNotice: s.user('按照通知立案', 'File on notice', {
      by: head, form: { ...matter, ...s.shows('noticeNumber', 'noticeReasons', 'explanation'), ...s.asks('filedOn') }, outcomes: { filed: s.positive('立案', 'File') },
      explains: text('自收到通知立案书之日起15日内立案，并将立案决定书送达人民检察院（公安机关办理刑事案件程序规定§182）', 'Within 15 days of receiving the notice; the decision goes to the procuratorate (§182)'),
    }),
    makeSupervisedFiling: s.document('制作立案通知书', 'Make the notice of filing', 'filingNotice', { filingNumber: 'number' }),
    tellProcuratorate: s.service('立案决定送人民检察院', 'Tell the procuratorate', 'message.deliver', messageTo('supervisionCase', 'policeFiled', { filingNumber: 'filingNumber', filedOn: 'filedOn' })),
    tellHead: s.service('告知负责人', 'Tell the head', 'notify', noticeTo('"agency-head@" + case.agency', about('移送案件不予立案，审查结束', 'Transferred case not filed'), ['notFiledReasons', 'notFiledReasons'])),

    filedEnd: s.end('立案', 'Filed', 'filed'),
    notFiledEnd: s.end('不予立案', 'Not filed', 'notFiled'),
    forwardedEnd: s.end('已转送', 'Forwarded', 'forwarded'),
    returnedEnd: s.end('退回', 'Returned', 'notForPolice'),
  };
});
