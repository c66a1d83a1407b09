/** 立案 (程序规定 §§18–20): decided by the head on what the check has found; then two officers take the case. */
import { text } from '../../domain/text.ts';
import type { Steps } from './head.ts';
import { appointedBySuperior, movedInput, referralExplains } from './jurisdiction.ts';
import { common } from './steps-common.ts';

export const filingSteps = (s: Steps) => {
  const { officer, sectionHead, head, theLead } = common(s);
  const { referral, appointment: referred } = referring(s);
  return {
    received: s.start('收到线索或者立案决定', 'Lead or decision to file received'),
    checkedBefore: s.choice('是否已经核查并批准立案', 'Has the check led to filing?'),
    filedByCheck: s.script('登记立案日期', 'Day of filing', { filedOn: 'case.receivedOn' }),
    filingCheck: s.user('核查线索，提出是否立案的建议', 'Check the lead and propose', {
      by: officer,
      form: { ...theLead, ...s.mayGive('filingReasons', 'violationEndedOn', 'seriousHarm', 'noFilingGround', 'noFilingReasons', 'transferAgency', 'transferReasons', 'testItem', 'testInstitution'), ...s.shows('testResult', 'filingOpinion') },
      outcomes: {
        propose: s.positive('建议立案', 'File', { requires: ['filingReasons'] }),
        decline: s.negative('建议不予立案', 'Do not file', { requires: ['noFilingGround', 'noFilingReasons'] }),
        elsewhere: s.neutral('不属于本机关管辖，建议移送', 'Another agency is competent', { requires: ['transferAgency', 'transferReasons'] }),
        test: s.neutral('检测、检验、检疫、鉴定或者权利人辨认', 'Test or identification', { requires: ['testItem', 'testInstitution'] }),
      },
      explains: text('自发现线索或者收到材料之日起十五个工作日内核查并决定是否立案；检测、检验、检疫、鉴定和权利人辨认的时间不计入（程序规定§18）。由其他机关移送而来的，不得再自行移送，报请共同的上一级机关指定管辖（§14）', 'Within fifteen working days; tests and identification do not count (§18). What was moved here is not moved again: the common superior appoints the agency (§14)'),
    }),
    filingTest: s.user('等待检测、鉴定或者辨认结论', 'Wait for the test or identification', {
      by: officer, form: { ...s.shows('testItem', 'testInstitution'), ...s.asks('testResult') }, outcomes: { known: s.positive('已有结论', 'Result known') },
    }),
    filingApproval: s.user('立案审批', 'Decide on filing', {
      by: head, notSameAs: ['filingCheck'],
      form: { ...theLead, ...s.shows('filingReasons', 'violationEndedOn', 'seriousHarm', 'noFilingGround', 'noFilingReasons', 'testResult'), ...s.mayGive('filedOn', 'filingOpinion') },
      outcomes: {
        filed: s.positive('同意立案', 'Filed', { requires: ['filedOn'] }),
        notFiled: s.negative('不予立案', 'Not filed', { requires: ['filingOpinion'] }),
        returned: s.neutral('退回补充核查', 'Check further', { requires: ['filingOpinion'] }),
      },
      explains: text('违法行为在二年内未被发现的不再处罚；涉及公民生命健康安全、金融安全且有危害后果的延长至五年（行政处罚法§36）', 'No penalty where it was not found within two years; five where life, health or financial safety was harmed (§36)'),
    }),
    makeNoFiling: s.document('制作不予立案审批表', 'Make the record of not filing', 'noFiling'),
    leadMoveApproval: s.user('审批移送管辖', 'Approve the transfer', {
      by: head, notSameAs: ['filingCheck'], form: { ...theLead, ...s.shows('transferAgency', 'transferReasons'), ...s.mayGive('filingOpinion') },
      outcomes: { approved: s.positive('同意移送', 'Approved'), returned: s.negative('退回', 'Returned', { requires: ['filingOpinion'] }) },
    }),
    leadMovedBefore: s.choice('是否由其他机关移送而来', 'Was it moved here?'),
    leadReferral: referral(), leadAppointing: referred(),
    leadAppointedTo: s.choice('指定由谁管辖', 'Who was appointed?'),
    moveLead: s.call('移送有管辖权的机关', 'Move to the competent agency', 'enforcement', moved),
    appointment: s.user('指定办案人员', 'Appoint the officers', {
      by: sectionHead, form: { ...theLead, ...s.shows('filingReasons', 'recusalReasons'), ...s.asks('officers'), ...s.mayGive('officerPhone') }, outcomes: { appointed: s.positive('指定', 'Appointed') },
      explains: text('由办案机构负责人指定两名以上具有行政执法资格的办案人员（程序规定§19）；此后需要更换的，退回本环节重新指定', 'The head of the section appoints at least two qualified officers (§19); to change them later, return the case to this step'),
    }),
    designation: s.script('登记九十日届满之日', 'When ninety days are over', { furtherFrom: 'string(date(filedOn) + duration("P90D"))' }),
    officersAccept: s.signed('两名办案人员接办', 'Two officers take the case', {
      by: officer, designated: 'officers', form: { ...theLead, ...s.shows('filingReasons', 'officers'), ...s.mayGive('officerCards', 'recusalReasons') },
      outcomes: { accepted: s.positive('接办', 'Taken', { requires: ['officerCards'] }), declined: s.negative('应当回避或者不能承办', 'Recused or unable', { requires: ['recusalReasons'] }) },
      signers: [{ by: officer }, { by: officer }], order: 'together', rule: { kind: 'all' }, agree: 'accepted', disagree: 'declined',
      explains: text('须由两名不同的、已被指定的办案人员分别确认，并各自填写执法证号', 'Two different people of those designated, each for themselves, and each with the number of the card'),
    }),
    cardsGiven: s.choice('两名办案人员的执法证号是否齐备', 'Are the numbers of two cards there?'),
    cards: s.user('补正执法证号', 'Correct the numbers of the cards', {
      by: officer, designated: 'officers', form: { ...s.shows('officers'), ...s.asks('officerCards') }, outcomes: { corrected: s.positive('已补正', 'Corrected') },
      explains: text('至少两名办案人员的姓名和执法证号，每人一行，姓名与指定的一致；写入告知书、决定书', 'Names and numbers of at least two officers, a line each, as they were appointed; they stand in the notice and the decision'),
    }),
    makeFiling: s.document('制作立案审批表', 'Make the record of filing', 'filing'),
    notFiledEnd: s.end('不予立案', 'Not filed', 'notFiled'),
    movedLeadEnd: s.end('线索已移送', 'Lead moved', 'movedToAgency'),
  };
};

/** 不得再自行移送 (程序规定 §14): who has got a case from another agency and is not competent either asks the common superior to appoint one. */
export const referring = (s: Steps) => {
  const { sectionHead, theLead } = common(s);
  return {
    referral: () => s.user('报请共同的上一级机关指定管辖', 'Refer it to the common superior', {
      by: sectionHead, form: { ...theLead, ...s.shows('transferAgency', 'transferReasons'), ...s.asks('disputeWith', 'superiorAgency') }, outcomes: { sent: s.positive('报请', 'Referred') },
      explains: referralExplains,
    }),
    appointment: () => s.call('共同上一级机关指定管辖', 'Appointment by the common superior', 'jurisdiction-appointment', appointedBySuperior({
      disputeReasons: 'if disputeReasons = null then transferReasons else disputeReasons', negotiationRecord: 'negotiationRecord',
    })),
  };
};

/** A case of its own at the other agency (wait: false). */
export const moved = { agency: { kind: 'data', field: 'transferAgency' }, wait: false, input: movedInput } as const;
