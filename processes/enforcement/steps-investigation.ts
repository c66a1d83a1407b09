/** 调查取证 (程序规定 §§21–47), and whose case it is (§§13, 16): the spine of the handling as far as the final report. */
import { text } from '../../domain/text.ts';
import { dayAfter } from '../feel.ts';
import type { Steps } from './head.ts';
import { common } from './steps-common.ts';
import { moved, referring } from './steps-filing.ts';

const findings = ['subjectKind', 'finalFacts', 'finalEvidence', 'lawViolated'] as const;
export const penaltyFields = ['penaltyBasis', 'discretion', 'penaltyKinds', 'fineAmount', 'illegalIncome', 'goodsValue', 'mitigated', 'qualityField', 'responsiblePerson', 'publicInterest', 'complexCase'] as const;

export const investigationSteps = (s: Steps) => {
  const { officer, sectionHead, head, theLead, theFinding } = common(s);
  const refund = s.shows('refundPayees', 'refundAmount', 'refundBasis', 'refundDueOn');
  const result = (zh: string, en: string, value: string) => s.script(zh, en, { caseResult: `"${value}"` });
  return s.within('handling', {
    begin: s.start('开始调查', 'Investigation begins'),
    tracks: s.parallel('调查与各项措施并行', 'Investigation and measures side by side'),
    investigate: s.user('调查取证', 'Investigate', {
      by: officer, designated: 'officers',
      form: {
        ...theLead, ...s.shows('filingReasons', 'testResult', 'identificationResult', 'refundResult', 'assistanceReply', 'criminalOutcome', 'resumptionReasons', 'reviewOpinion', 'measureOpinion'),
        ...s.mayGive(
          'investigationNote', 'testItem', 'testInstitution', 'identifier', 'refundPayees', 'refundAmount', 'refundBasis', 'refundDueOn', 'suspensionGround', 'suspensionReasons', 'terminationReasons', 'disputeWith', 'disputeReasons', 'transferAgency', 'transferReasons',
          'suspectedOffence', 'criminalFacts', 'evidenceList', 'goodsList',
        ),
      },
      outcomes: {
        concluded: s.positive('调查终结', 'Concluded', { requires: ['investigationNote'] }),
        test: s.neutral('委托检测、检验、检疫、鉴定', 'Commission a test', { requires: ['testItem', 'testInstitution'] }),
        identify: s.neutral('请权利人辨认、鉴别', 'Ask the holder of the right', { requires: ['identifier'] }),
        refund: s.neutral('责令退还多收价款', 'Order a refund', { requires: ['refundPayees', 'refundAmount', 'refundBasis', 'refundDueOn'] }),
        suspend: s.neutral('提请中止调查', 'Propose to suspend', { requires: ['suspensionGround', 'suspensionReasons'] }),
        terminate: s.negative('提请终止调查', 'Propose to end', { requires: ['terminationReasons'] }),
        dispute: s.neutral('发生管辖争议', 'Jurisdiction is in dispute', { requires: ['disputeWith', 'disputeReasons'] }),
        move: s.neutral('不属于本机关管辖，提请移送', 'Another agency is competent', { requires: ['transferAgency', 'transferReasons'] }),
        criminal: s.neutral('涉嫌犯罪，移送公安机关', 'Suspected crime', { requires: ['suspectedOffence', 'criminalFacts', 'evidenceList'] }),
      },
      explains: text('办案人员不少于两人，应当主动出示执法证件。先行登记保存、查封扣押、协助调查在各自环节办理，与调查同时进行', 'At least two officers, who show their badges. Registration, seizure and assistance have steps of their own beside this one'),
    }),
    testing: s.user('等待检测、检验、检疫、鉴定结论', 'Wait for the test', {
      by: officer, form: { ...s.shows('testItem', 'testInstitution'), ...s.asks('testResult') }, outcomes: { known: s.positive('已有结论', 'Result known') },
      explains: text('所需时间不计入案件办理期限（程序规定§64）', 'The time does not count (§64)'),
    }),
    identification: s.user('等待权利人辨认、鉴别', 'Wait for the identification', {
      by: officer, form: { ...s.shows('identifier'), ...s.asks('identificationResult') }, outcomes: { known: s.positive('已有结论', 'Result known') },
    }),
    refundApproval: s.user('审批责令退还多收价款', 'Approve the order to refund', {
      by: head, notSameAs: ['investigate'], form: { ...theLead, ...refund, ...s.mayGive('measureOpinion') },
      outcomes: { approved: s.positive('同意', 'Approved'), refused: s.negative('不同意', 'Refused', { requires: ['measureOpinion'] }) },
    }),
    refundDay: s.script('退还期限', 'Time to refund', { refundOverOn: dayAfter('refundDueOn'), refundResult: 'null', refundedOn: 'null', refundedAmount: 'null' }),
    makeRefundOrder: s.document('制作责令退款通知书', 'Make the order to refund', 'refundOrder', { refundNumber: 'number' }),
    refundService: s.user('送达责令退款通知书', 'Serve the order to refund', {
      by: officer, serves: 'refundOrder', form: { ...refund, ...s.shows('refundNumber'), ...s.asks('refundServedOn', 'serviceWay'), ...s.mayGive('receivedBy') }, outcomes: { served: s.positive('已送达', 'Served') },
    }),
    refunding: s.user('等待退还多收价款', 'Wait for the refund', {
      by: officer, form: { ...refund, ...s.shows('refundNumber', 'refundServedOn'), ...s.asks('refundedOn', 'refundedAmount', 'refundResult') }, outcomes: { refunded: s.positive('已退还，附凭证', 'Refunded, with proof') },
      explains: text('责令退还多收价款的时间不计入案件办理期限（程序规定§64）；收到退还凭证或者期限届满的，期限继续计算', 'The time of the order to refund does not count (§64); with the proof, or when its time is over, the limit runs on'),
    }),
    refundOver: s.deadline('退还期限届满', 'The time to refund is over', 'refunding', { kind: 'on', field: 'refundOverOn' }),
    refundLapsed: s.script('登记期满未退还', 'Not refunded in time', { refundResult: '"期限届满，未收到退还凭证"' }),

    // 中止、终止
    suspensionApproval: s.user('审批中止调查', 'Approve the suspension', {
      by: head, form: { ...theLead, ...s.shows('suspensionGround', 'suspensionReasons'), ...s.mayGive('measureOpinion') }, notSameAs: ['investigate'],
      outcomes: { approved: s.positive('同意中止', 'Approved'), refused: s.negative('不同意', 'Refused', { requires: ['measureOpinion'] }) },
    }),
    suspended: s.user('中止调查', 'Investigation suspended', {
      by: officer, form: { ...s.shows('suspensionGround', 'suspensionReasons'), ...s.asks('resumptionReasons') }, outcomes: { resumed: s.positive('原因消除，恢复调查', 'Resumed') },
      explains: text('中止调查的原因消除后，应当立即恢复调查（程序规定§46）', 'It is resumed as soon as the ground has gone (§46)'),
    }),
    terminationApproval: s.user('审批终止调查', 'Approve the end', {
      by: head, form: { ...theLead, ...s.shows('terminationReasons'), ...s.mayGive('measureOpinion') }, notSameAs: ['investigate'],
      outcomes: { approved: s.positive('同意终止', 'Approved'), refused: s.negative('不同意', 'Refused', { requires: ['measureOpinion'] }) },
    }),
    terminatedResult: result('登记：终止调查', 'Result: ended', 'terminated'),

    // 管辖
    negotiation: s.user('协商管辖', 'Negotiate jurisdiction', {
      by: officer, form: { ...s.shows('disputeWith', 'disputeReasons'), ...s.mayGive('negotiatedOn', 'negotiators', 'negotiationRecord', 'transferAgency', 'transferReasons', 'superiorAgency') },
      outcomes: {
        ours: s.positive('协商由本机关管辖', 'Ours', { requires: ['negotiatedOn', 'negotiationRecord'] }),
        theirs: s.neutral('协商由对方管辖', 'Theirs', { requires: ['negotiatedOn', 'negotiationRecord', 'transferAgency', 'transferReasons'] }),
        failed: s.neutral('协商不成，报请指定', 'No agreement', { requires: ['negotiatedOn', 'negotiationRecord', 'superiorAgency'] }),
      },
      explains: text('自发生争议之日起七个工作日内协商，协商不成的报请共同的上一级机关指定管辖（程序规定§13）', 'Within seven working days; else the common superior appoints (§13)'),
    }),
    negotiationOver: s.deadline('七个工作日内协商不成', 'No agreement in time', 'negotiation', { kind: 'clock', clock: 'negotiation' }),
    makeNegotiation: s.document('制作管辖权协商记录', 'Make the record of the negotiation', 'negotiation'),
    negotiated: s.choice('协商结果', 'What was agreed?'),
    makeNegotiationOver: s.document('制作管辖权协商记录（逾期未协商一致）', 'Make the record of the negotiation without result', 'negotiation'),
    reportUp: s.user('报请指定管辖', 'Ask for an appointment', {
      by: sectionHead, form: { ...s.shows('disputeWith', 'disputeReasons'), ...s.mayGive('negotiatedOn', 'negotiators'), ...s.asks('negotiationRecord', 'superiorAgency') }, outcomes: { sent: s.positive('报请', 'Sent') },
    }),
    movedBefore: s.choice('是否由其他机关移送而来', 'Was it moved here?'),
    referral: referring(s).referral(),
    appointing: referring(s).appointment(),
    appointedTo: s.choice('指定由谁管辖', 'Who was appointed?'),
    moveApproval: s.user('审批移送管辖', 'Approve the transfer', {
      by: head, form: { ...theLead, ...s.shows('investigationNote', 'transferAgency', 'transferReasons'), ...s.mayGive('measureOpinion') }, notSameAs: ['investigate', 'negotiation'],
      outcomes: { approved: s.positive('同意移送', 'Approved'), refused: s.negative('不同意', 'Refused', { requires: ['measureOpinion'] }) },
    }),
    moveCase: s.call('移送有管辖权的机关', 'Move to the competent agency', 'enforcement', moved),
    movedResult: result('登记：移送管辖', 'Result: moved', 'moved'),

    // 涉嫌犯罪: approval, hand-over and what the police decide are matters of the other process.
    criminalTransfer: s.call('移送涉嫌犯罪案件', 'Transfer of a suspected crime', 'criminal-transfer', {
      input: {
        sourceNumber: 'case.number', subjectName: 'subjectName', subjectUscc: 'subjectUscc', subjectRegion: 'subjectRegion', caseFacts: 'if criminalFacts = null then leadSummary else criminalFacts',
        suspectedOffence: 'suspectedOffence', evidenceList: 'evidenceList', goodsList: 'goodsList',
      },
      output: { criminalOutcome: 'child.outcome' },
      explains: text('移送期间中止调查。公安机关立案的，移送司法；不予立案或者退回的，依法继续作出处理（国务院令第310号§10）', 'Meanwhile the investigation is suspended. Filed by the police: the case is theirs; not filed or returned: it goes on here (Order 310 §10)'),
    }),
    criminalFiled: s.choice('公安机关是否立案', 'Have the police filed?'),
    judiciaryResult: result('登记：移送司法机关', 'Result: judiciary', 'judiciary'),

    // 调查终结
    finalReport: s.user('撰写案件调查终结报告', 'Write the final report', {
      by: officer, designated: 'officers', form: { ...theLead, ...s.shows('investigationNote', 'testResult', 'identificationResult', 'refundResult', 'assistanceReply', 'reviewOpinion', 'statementText', 'statementReview', 'hearingReport', 'decisionOpinion'), ...s.mayGive(...findings, ...penaltyFields, 'departmentName', 'suspectedOffence', 'criminalFacts', 'evidenceList', 'goodsList') },
      outcomes: {
        penalty: s.positive('建议给予行政处罚', 'Penalty', { requires: [...findings, 'penaltyBasis', 'discretion', 'penaltyKinds', 'publicInterest', 'complexCase'] }),
        noPenaltyMinor: s.neutral('有违法行为，建议依法不予处罚', 'Violation without penalty', { requires: [...findings, 'discretion'] }),
        noPenaltyUnfounded: s.positive('违法事实不能成立，建议不予处罚', 'Not established', { requires: findings }),
        department: s.neutral('建议移送其他行政管理部门', 'Another department', { requires: [...findings, 'departmentName'] }),
        judiciary: s.negative('建议移送司法机关', 'Judiciary', { requires: [...findings, 'suspectedOffence', 'criminalFacts', 'evidenceList'] }),
        unfinished: s.neutral('补充调查', 'Investigate further'),
      },
    }),
    proposal: s.script('登记建议处理意见', 'Register the proposal', { proposedResult: 'outcome.finalReport' }),
    officersSign: s.signed('两名办案人员签署调查终结报告', 'Two officers sign the report', {
      by: officer, designated: 'officers', form: { ...theFinding, ...s.mayGive('investigationNote', 'officerCards') }, outcomes: { signed: s.positive('签署', 'Signed'), objected: s.negative('不同意', 'Objected', { requires: ['investigationNote'] }) },
      signers: [{ by: officer }, { by: officer }], order: 'together', rule: { kind: 'all' }, agree: 'signed', disagree: 'objected',
    }),
    makeFinalReport: s.document('制作案件调查终结报告', 'Make the final report', 'finalReport'),
  });
};
