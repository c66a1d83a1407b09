/** The steps of a transfer on the side of the regulator: who does what, with which form, and what may be decided. */
import { text } from '../../domain/text.ts';
import { messageTo, noticeTo } from '../between-agencies.ts';
import { transferHead } from './head.ts';
import { handedOver } from './matter.ts';

const toOfficers = '"officer@" + case.agency';
const about = (zh: string, en: string) => [`"${zh}：" + subjectName`, `"${en}: " + subjectName`] as const;

export const transferSteps = transferHead.steps((s) => {
  const officer = s.office('officer');
  const matter = s.shows('sourceNumber', 'subjectName', 'subjectUscc', 'subjectRegion', 'caseFacts', 'suspectedOffence', 'evidenceList', 'goodsList', 'fineAlreadyPaid');
  const report = s.shows('taskForceLead', 'taskForceMembers', 'investigationReport', 'offenceArticles', 'inspectionReportNo', 'taskForceOpinion', 'corruptionFacts');
  const police = s.shows('policeAgency', 'policeCaseNumber', 'transferLetterNumber', 'receivedByPoliceOn');
  const filed = { ...s.asks('policeResult', 'filedOn'), ...s.mayGive('filingNumber') };
  const notFiled = { ...s.asks('policeResult', 'notFiledOn', 'notFiledReasons'), ...s.mayGive('notFiledNumber') };
  const opening = { sourceNumber: 'case.number', transferCase: 'case.id', transferringAgency: 'case.agency', transferringAgencyName: 'case.agencyName' };

  return {
    received: s.start('应当移送', 'To be transferred'),
    designation: s.user('指定专案组', 'Appoint the task force', {
      by: s.office('section-head'), form: { ...matter, ...s.asks('taskForceLead', 'taskForceMembers') }, outcomes: { designated: s.positive('指定', 'Appointed') },
      explains: text('立即指定两名以上行政执法人员组成专案组专门负责（移送规定§5①）', 'Appoint at once two or more law enforcement officers as a task force of its own (§5①)'),
    }),
    taskForceNamed: s.script('登记专案组成员', 'Register the task force', { taskForce: 'distinct values(concatenate(taskForceLead, taskForceMembers))' }),
    verification: s.user('核实情况，提出书面报告', 'Verify and report in writing', {
      by: officer, designated: 'taskForce',
      form: { ...matter, ...s.shows('taskForceLead', 'taskForceMembers', 'objection'), ...s.asks('investigationReport', 'offenceArticles', 'taskForceOpinion'), ...s.mayGive('suspectedOffence', 'evidenceList', 'goodsList', 'inspectionReportNo', 'fineAlreadyPaid', 'corruptionFacts') },
      outcomes: {
        reported: s.positive('提出书面报告', 'Reported'),
        reportedWithLead: s.positive('提出书面报告，并发现职务违法犯罪线索', 'Reported, with a lead of corruption', { requires: ['corruptionFacts'] }),
      },
    }),
    // Two seats of one post: whoever has signed the one cannot sign the other (signing.twice).
    reportSigning: s.signed('专案组签署书面报告', 'The task force signs the report', {
      by: officer, designated: 'taskForce', form: { ...matter, ...report, ...s.mayGive('objection') }, signers: [{ by: officer }, { by: officer }], order: 'together', rule: { kind: 'all' }, agree: 'signed', disagree: 'objected',
      outcomes: { signed: s.positive('签署', 'Signed'), objected: s.negative('不同意，重新核实', 'Not agreed: verify again', { requires: ['objection'] }) },
      explains: text('由专案组两名不同的成员分别签署', 'Signed by two different members of the task force'),
    }),
    approval: s.user('负责人审批', 'Decision of the head', {
      by: s.office('agency-head'), form: { ...matter, ...report, ...s.asks('headCapacity'), ...s.mayGive('approvalOpinion', 'refusalReasons') }, notSameAs: ['verification', 'reportSigning'],
      outcomes: { approved: s.positive('批准移送', 'Approved'), notApproved: s.negative('不批准移送', 'Not approved', { requires: ['refusalReasons'] }) },
      explains: text('由正职负责人或者主持工作的负责人自接到报告之日起3日内决定（移送规定§5②）', 'By the principal or presiding head, within 3 days of the report (§5②)'),
    }),
    leadFound: s.choice('是否发现职务违法犯罪线索', 'Was a lead of corruption found?'),
    makeLead: s.document('制作职务违法犯罪线索移送函', 'Make the letter on the lead of corruption', 'corruptionLead'),
    tellCommission: s.service('告知监察机关', 'Tell the supervisory commission', 'notify',
      noticeTo('"officer@gd-supervisory-commission"', ['"移送职务违法犯罪线索：" + case.agencyName', '"Lead of corruption from " + case.agencyName'], ['"线索：" + corruptionFacts', '"Lead: " + corruptionFacts'])),
    approved: s.choice('是否批准移送', 'Approved?'),
    makeRefusal: s.document('将不予批准的理由记录在案', 'Put the reasons of the refusal on record', 'refusalRecord'),
    tellRefusal: s.service('告知承办人', 'Tell the officers', 'notify', noticeTo(toOfficers, about('不批准移送', 'Transfer not approved'), ['"理由：" + refusalReasons', '"Reasons: " + refusalReasons'])),

    // 同级: proposed to the officer, who may have to send it elsewhere (指定管辖).
    findPolice: s.service('查明同级公安机关', 'Find the police of the same level', 'agency.find', { which: '"police"', of: 'case.agency', with: 'null' }, { policeAgency: 'agency' }),
    transfer: s.user('向同级公安机关移送', 'Transfer to the police of the same level', {
      by: officer, form: { ...matter, ...report, ...s.shows('approvalOpinion'), ...s.asks('policeAgency', 'procuratorateAgency', 'materials'), ...s.mayGive('evidenceList', 'goodsList') }, outcomes: { sent: s.positive('移送', 'Transferred') },
      explains: text('批准后24小时内移送，并抄送人民检察院；夜间和节假日连续计算', 'Within 24 hours of the approval, nights and holidays included; a copy goes to the procuratorate'),
    }),
    makeLetter: s.document('制作涉嫌犯罪案件移送书', 'Make the letter of transfer', 'transferLetter', { transferLetterNumber: 'number' }),
    makeReport: s.document('制作调查报告', 'Make the investigation report', 'investigationReport', { transferReportNumber: 'number' }),
    makeGoods: s.document('制作涉案物品清单', 'Make the list of goods', 'goods'),
    makeManifest: s.document('制作证据清单', 'Make the manifest of evidence', 'manifest'),
    copyToProcuratorate: s.call('抄送人民检察院', 'Copy to the procuratorate', 'transfer-record', {
      agency: { kind: 'data', field: 'procuratorateAgency' }, wait: false,
      input: { ...handedOver, sourceNumber: 'case.number', transferringAgency: 'case.agency', transferringAgencyName: 'case.agencyName', policeAgency: 'policeAgency', transferLetterNumber: 'transferLetterNumber' },
    }),

    // The call and the waiting stand beside each other: what the police tell cannot come before somebody listens.
    policeReview: s.subProcess('公安机关审查', 'Review by the police'),
    ...s.within('policeReview', {
      reviewStart: s.start('移送', 'Transferred'),
      handedOver: s.parallel('案件到达公安机关', 'The case arrives at the police'),
      openAcceptance: s.call('公安机关接受移送案件审查', 'Case at the police', 'criminal-acceptance', {
        agency: { kind: 'data', field: 'policeAgency' }, wait: false, input: { ...handedOver, ...opening, transferLetterNumber: 'transferLetterNumber', investigationReport: 'investigationReport', procuratorateAgency: 'procuratorateAgency' },
      }),
      opened: s.end('公安机关案件已建立', 'The case at the police is open', 'filed'),
      awaitPolice: s.firstOf('等待公安机关', 'Waiting for the police'),
      policeReceived: s.message('公安机关接收回执', 'Receipt of the police', 'policeReceived', { ...s.asks('policeAgency', 'policeCase', 'receivedByPoliceOn'), ...s.mayGive('policeCaseNumber') }),
      policeForwarded: s.message('转送有管辖权的公安机关', 'Forwarded to the competent police', 'policeForwarded', s.asks('policeAgency', 'forwardReasons')),
      // The competent police were no addressee when the case went out.
      makeManifestAgain: s.document('重新制作证据清单', 'Make the manifest for the competent police', 'manifest'),
      supplementAsked: s.message('公安机关要求补正', 'The police ask for a supplement', 'supplementAsked', s.asks('supplementRequest')),
      supplement: s.user('补正材料', 'Supplement the materials', {
        by: officer, form: { ...matter, ...police, ...s.shows('supplementRequest'), ...s.asks('supplementText'), ...s.mayGive('evidenceList', 'goodsList') }, outcomes: { given: s.positive('补正', 'Supplemented') },
      }),
      supplementOver: s.deadline('逾期未补正', 'Not supplemented in time', 'supplement', { kind: 'clock', clock: 'supplement' }),
      filedMeanwhile: s.interruptedBy('补正期间公安机关立案', 'Filed before the supplement', 'supplement', 'policeFiled', filed),
      notFiledMeanwhile: s.interruptedBy('补正期间公安机关不予立案', 'Not filed before the supplement', 'supplement', 'policeNotFiled', notFiled),
      // Once: where it comes too late, the police have gone on without it.
      sendSupplement: s.service('向公安机关补正', 'Send the supplement', 'message.send', messageTo('policeCase', 'supplementGiven', { supplementText: 'supplementText', evidenceList: 'evidenceList', goodsList: 'goodsList' })),
      policeFiled: s.message('公安机关立案', 'Filed', 'policeFiled', filed),
      policeNotFiled: s.message('公安机关不予立案', 'Not filed', 'policeNotFiled', notFiled),
      policeReturned: s.message('公安机关退回', 'Returned', 'policeReturned', s.asks('policeResult', 'returnReasons')),
      reviewed: s.end('公安机关审查完毕', 'Review over', 'filed'),
    }),
    afterReview: s.choice('公安机关审查结果', 'Result of the review'),
    tellReturned: s.service('告知承办人退回', 'Tell the officers', 'notify', noticeTo(toOfficers, about('公安机关退回，应向其他主管机关移送', 'Returned by the police: for another authority'), ['returnReasons', 'returnReasons'])),

    // 不予立案 (§§9–10)
    response: s.user('对不予立案的处理', 'Answer to the non-filing', {
      by: s.office('section-head'), form: { ...matter, ...police, ...s.shows('notFiledNumber', 'notFiledOn', 'notFiledReasons'), ...s.mayGive('reconsiderationReasons', 'supervisionReasons', 'acceptanceOpinion') },
      outcomes: {
        reconsider: s.neutral('提请复议', 'Ask for reconsideration', { requires: ['reconsiderationReasons'] }),
        supervise: s.neutral('建议人民检察院立案监督', 'Propose supervision to the procuratorate', { requires: ['supervisionReasons'] }),
        accept: s.positive('认可，依法作出行政处理', 'Accept: handle it administratively'),
      },
      explains: text('自接到不予立案通知书之日起3日内；逾期不提出的，依法作出行政处理', 'Within 3 days of receiving the notice; after that it is handled administratively'),
    }),
    responseOver: s.deadline('逾期未提请复议', 'No request in time', 'response', { kind: 'clock', clock: 'reconsideration' }),
    makeReconsideration: s.document('制作复议申请书', 'Make the request for reconsideration', 'reconsiderationRequest'),
    askReconsideration: s.service('提请复议', 'Ask for reconsideration', 'message.deliver', messageTo('policeCase', 'reconsiderationAsked', { reconsiderationReasons: 'reconsiderationReasons' })),
    reconsidered: s.message('公安机关复议决定', 'Decision on the reconsideration', 'reconsiderationDecided', { ...s.asks('policeResult', 'reconsiderationOpinion'), ...s.mayGive('filingNumber', 'filedOn') }),
    afterReconsideration: s.choice('复议结果', 'Result of the reconsideration'),
    furtherResponse: s.user('对复议决定的处理', 'Answer to the reconsideration', {
      by: s.office('section-head'), form: { ...matter, ...police, ...s.shows('notFiledReasons', 'reconsiderationReasons', 'reconsiderationOpinion'), ...s.mayGive('supervisionReasons', 'acceptanceOpinion') },
      outcomes: {
        supervise: s.neutral('建议人民检察院立案监督', 'Propose supervision to the procuratorate', { requires: ['supervisionReasons'] }),
        accept: s.positive('认可，依法作出行政处理', 'Accept: handle it administratively'),
      },
    }),
    furtherResponseOver: s.deadline('逾期未建议立案监督', 'No proposal in time', 'furtherResponse', { kind: 'clock', clock: 'supervisionProposal' }),
    makeProposal: s.document('制作立案监督建议书', 'Make the proposal for supervision', 'supervisionProposal'),
    supervision: s.subProcess('人民检察院立案监督', 'Supervision by the procuratorate'),
    ...s.within('supervision', {
      supervisionStart: s.start('建议立案监督', 'Proposed'),
      proposed: s.parallel('建议到达人民检察院', 'The proposal arrives'),
      openSupervision: s.call('人民检察院立案监督案件', 'Case at the procuratorate', 'filing-supervision', {
        agency: { kind: 'data', field: 'procuratorateAgency' }, wait: false,
        input: {
          ...handedOver, ...opening, policeAgency: 'policeAgency', policeCase: 'policeCase', policeCaseNumber: 'policeCaseNumber', notFiledOn: 'notFiledOn', notFiledReasons: 'notFiledReasons',
          reconsiderationOpinion: 'reconsiderationOpinion', supervisionReasons: 'supervisionReasons',
        },
      }),
      supervisionOpened: s.end('检察机关案件已建立', 'The case at the procuratorate is open', 'filed'),
      awaitSupervision: s.firstOf('等待立案监督结果', 'Waiting for the supervision'),
      filedAfterSupervision: s.message('公安机关立案', 'Filed', 'policeFiled', filed),
      supervisionEnded: s.message('人民检察院答复', 'Answer of the procuratorate', 'supervisionEnded', s.asks('supervisionOpinion')),
      supervised: s.end('立案监督完毕', 'Supervision over', 'filed'),
    }),
    afterSupervision: s.choice('是否立案', 'Filed?'),
    tellNothingFurther: s.service('告知公安机关无异议', 'Tell the police: no objection', 'message.deliver', messageTo('policeCase', 'nothingFurther')),
    tellNotFiled: s.service('告知承办人', 'Tell the officers', 'notify', noticeTo(toOfficers, about('不予立案，依法作出行政处理', 'Not filed: handle it administratively'), ['notFiledReasons', 'notFiledReasons'])),

    // 依法作出行政处理 (§10): by the case that it comes from, or by one that is opened here.
    penaltyOwed: s.choice('是否另案行政处罚', 'Is a penalty case opened?'),
    openEnforcement: s.call('质量违法案件查处', 'Enforcement', 'enforcement', {
      wait: false,
      input: {
        sourceKind: '"inspection"', sourceNumber: 'case.number', subjectName: 'subjectName', subjectUscc: 'subjectUscc', subjectRegion: 'subjectRegion',
        leadSummary: 'substring(caseFacts, 1, 3000) + " 公安机关不予立案：" + substring(if notFiledReasons = null then "" else notFiledReasons, 1, 900)',
      },
    }),

    // 立案 (§§11–12)
    handover: s.user('移交涉案物品和材料', 'Hand over goods and materials', {
      by: officer, form: { ...matter, ...police, ...s.shows('filingNumber', 'filedOn'), ...s.asks('handoverOn', 'handoverRecord', 'handoverReceiver'), ...s.mayGive('goodsList', 'fineAlreadyPaid') },
      outcomes: { handedOver: s.positive('办结交接手续', 'Handed over') },
      explains: text('自接到立案通知书之日起3日内移交；移送前已缴的罚款一并告知，判处罚金时折抵', 'Within 3 days of the notice of filing; a fine paid before the transfer is told too: it is offset against a criminal fine'),
    }),
    makeHandover: s.document('制作涉案物品移交清单', 'Make the record of the hand-over', 'handoverRecord'),
    tellHandover: s.service('告知公安机关移交情况', 'Tell the police of the hand-over', 'message.deliver',
      messageTo('policeCase', 'goodsHandedOver', { handoverOn: 'handoverOn', handoverRecord: 'handoverRecord', goodsList: 'goodsList', fineAlreadyPaid: 'fineAlreadyPaid' })),

    filedEnd: s.end('公安机关已立案', 'Filed by the police', 'filed'),
    notFiledEnd: s.end('不予立案，退回行政处理', 'Not filed', 'notFiled'),
    notApprovedEnd: s.end('不批准移送', 'Not approved', 'notApproved'),
    returnedEnd: s.end('公安机关退回', 'Returned by the police', 'returned'),
  };
});
