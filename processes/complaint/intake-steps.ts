/** 登记、分送、身份材料、处理权限争议、受理: from the receipt of a complaint to the decision to accept it. */
import { text } from '../../domain/text.ts';
import { orEmpty } from '../feel.ts';
import { sameComplaint, teller, toComplainant, toOfficers, type ComplaintSteps } from './words.ts';

const startFields = [
  'channel', 'complainantName', 'complainantPhone', 'complainantAddress', 'complainantIdType', 'complainantIdNumber', 'complainantAgent', 'complainantAgentPhone', 'complainantAgentAddress', 'publicationConsent', 'mediationConsent',
  'respondentName', 'respondentUscc', 'respondentRegion', 'respondentAddress', 'respondentContact', 'respondentPhone', 'subject', 'purchasedOn', 'amountPaid', 'facts', 'demands', 'knownOn', 'handledElsewhere',
] as const;

export const theComplaint = (s: ComplaintSteps) => s.shows(...startFields);

export const intakeSteps = (s: ComplaintSteps) => {
  const officer = s.office('officer');
  const complaint = theComplaint(s);
  const tell = teller(s);
  const identityFields = s.mayGive('identityMaterials', 'identityDueOn', 'officerPhone', 'officeAddress');
  const asksIdentity = s.neutral('限期提供身份证明材料', 'Ask for proof of identity', { requires: ['identityDueOn', 'officerPhone', 'officeAddress'] });

  return {
    received: s.start('收到投诉', 'Received'),
    receipt: s.script('记录收到日期', 'Day of receipt', { receivedOn: 'case.receivedOn' }),
    /** 总局令第121号 §9: what is both is handled separately, whatever becomes of the complaint. */
    hasReport: s.choice('是否同时举报', 'Is it a report as well?'),
    openSeparateReport: s.call('举报另案处理', 'The report is handled separately', 'report', {
      input: {
        sourceKind: '"reporter"', sourceNumber: 'case.number', subjectName: 'respondentName', subjectUscc: 'respondentUscc', subjectRegion: 'respondentRegion', subjectAddress: 'respondentAddress', leadSummary: 'reportContent',
        reporterName: 'complainantName', reporterPhone: 'complainantPhone', reporterAddress: 'complainantAddress', reporterIdNumber: 'complainantIdNumber', reporterAccount: 'complainantAccount',
      },
      wait: false, explains: text('同时包含投诉和举报内容的，分别处理（§9）；投诉人即举报人，告知和奖励依举报的规定', 'What is both a complaint and a report is handled separately (§9); who complains is the reporter, with the rights of one'),
    }),
    arrives: s.choice('来案方式', 'How it came'),
    makeRegistration: s.document('制作投诉登记表', 'Make the registration', 'registration'),
    registration: s.user('登记和分送', 'Register and distribute', {
      by: officer,
      form: {
        ...complaint, ...s.shows('childOutcome', 'powerReasons', 'identityMissing'), ...s.mayGive('registrationNote', 'forwardTo', 'reportBy', 'materialCopies', 'materialPages', 'otherChannel'), ...identityFields,
      },
      outcomes: {
        own: s.positive('由本机关处理', 'Handled here'),
        distribute: s.neutral('分送有处理权限的机关', 'Distribute', { requires: ['forwardTo', 'reportBy'] }),
        identity: asksIdentity,
        other: s.negative('不属于投诉', 'No complaint', { requires: ['otherChannel'] }),
      },
      explains: text('核对登记内容；投诉由被投诉人实际经营地或者住所地县级市场监督管理部门处理（§13），及时分送（§41）', 'Check the registration; the county at the respondent’s place handles it (§13); distribute without delay (§41)'),
    }),
    tellOther: tell('告知其他途径', 'Point out the other channel', toComplainant, ['投诉事项请通过其他途径提出', 'Not a complaint'], ['otherChannel', 'otherChannel']),

    makeForwarding: s.document('制作投诉分送通知书', 'Make the forwarding notice', 'forwarding'),
    distribution: s.call('分送下级处理', 'Handled at the other agency', 'complaint', {
      input: { ...sameComplaint(startFields), arrivedBy: '"distribution"', fromAgency: 'case.agency', fromNumber: 'case.number', reportBy: 'reportBy' },
      output: { childOutcome: 'child.outcome', childNumber: 'child.number', powerReasons: 'child.data.powerReasons' },
      agency: { kind: 'data', field: 'forwardTo' },
      explains: text('在该机关另立一案，各看各的；处理结果报告本机关', 'A case of its own there; the result is reported here'),
    }),
    distributed: s.choice('下级处理结果', 'Result there'),

    // 身份证明材料 (§10③)
    makeIdentityRequest: s.document('制作限期提供身份证明材料通知书', 'Make the request for proof', 'identityRequest'),
    identityDay: s.script('计算逾期之日', 'Day of default', { identityOverdueOn: 'string(date(identityDueOn) + duration("P1D"))' }),
    tellIdentity: tell('通知提供身份证明材料', 'Tell: proof of identity', toComplainant, ['请提供身份证明材料', 'Proof of identity needed'],
      [`"请最迟于 " + identityDueOn + " 提供身份证明材料。" + ${orEmpty('identityMaterials')}`, `"Please send proof of your identity by " + identityDueOn + ". " + ${orEmpty('identityMaterials')}`]),
    identity: s.user('提供身份证明材料', 'Proof of identity', {
      by: s.party('complainant', officer), form: { ...s.shows('identityMaterials', 'identityDueOn'), ...s.asks('complainantIdType', 'complainantIdNumber'), ...s.mayGive('partyStatement') },
      outcomes: { provided: s.positive('已提供', 'Provided') },
      explains: text('逾期未提供或者提供虚假材料的，投诉不予受理', 'Without it, or with false papers, the complaint is not accepted'),
    }),
    identityOver: s.deadline('逾期未提供', 'Not provided in time', 'identity', { kind: 'on', field: 'identityOverdueOn' }),
    noIdentity: s.script('记录逾期未提供', 'Not provided', { identityMissing: 'true' }),
    afterIdentity: s.choice('继续登记或者审查', 'Back to registration or examination'),

    // 受理审查 (§§15–17)
    examination: s.user('受理审查', 'Examination', {
      by: officer,
      form: {
        ...complaint, ...s.shows('joint', 'representatives', 'arrivedBy', 'fromAgency', 'fromNumber', 'reportBy', 'receivedOn', 'identityMissing', 'disputeAnswer', 'appointedAgency'),
        ...s.mayGive('refusalGround', 'notConsumerFactors', 'refusalReasons', 'officerName', 'powerReasons', 'disputeWith', 'disputeReasons', 'jointMembers', 'jointCount'), ...identityFields,
      },
      outcomes: {
        joint: s.neutral('拟按共同投诉处理', 'To be handled as a joint complaint', { requires: ['jointMembers', 'jointCount'] }),
        accept: s.positive('受理', 'Accept', { requires: ['officerName', 'officerPhone'] }),
        refuse: s.negative('不予受理', 'Refuse', { requires: ['refusalGround', 'refusalReasons'] }),
        identity: asksIdentity,
        noPower: s.neutral('不具备处理权限，反馈', 'No power: report back', { requires: ['powerReasons'] }),
        dispute: s.neutral('处理权限有争议，协商', 'Dispute over jurisdiction: consult', { requires: ['disputeWith', 'disputeReasons'] }),
        appoint: s.neutral('报请共同上一级指定', 'Ask the common superior to appoint', { requires: ['disputeWith', 'disputeReasons'] }),
      },
      explains: text('自收到投诉之日起七个工作日内作出受理或者不予受理的决定并告知投诉人', 'Decide and tell the complainant within seven working days of receipt'),
    }),
    // 共同投诉: two or more, one dispute, one respondent.
    jointTerms: s.user('共同投诉：征求意见、推选代表人', 'Joint complaint: consent and representatives', {
      by: officer, form: { ...complaint, ...s.shows('jointMembers', 'jointCount'), ...s.mayGive('jointMembers', 'jointCount', 'representatives', 'jointConsent') },
      outcomes: { agreed: s.positive('全体同意，按共同投诉处理', 'All agree', { requires: ['representatives', 'jointConsent'] }), separate: s.neutral('不同意，分别处理', 'Not agreed: each by itself', { requires: ['jointConsent'] }) },
      explains: text(
        '两人以上基于同一消费者权益争议投诉同一经营者的，经投诉人同意，可以按共同投诉处理，书面推选两名代表人；代表人变更、放弃投诉请求或者达成调解协议的，应当经被代表的投诉人同意（§12）。不同意的各自另案登记',
        'Two or more who complain of one enterprise about one dispute may agree to be handled together, through two representatives whom they elect in writing; to change or give up the demands, or to settle, these need the consent of all (§12). Else each is registered by itself',
      ),
    }),
    jointSet: s.script('登记为共同投诉', 'A joint complaint', { joint: 'true' }),
    refusalApproval: s.user('审核不予受理', 'Approve the refusal', {
      by: s.office('section-head'), form: { ...complaint, ...s.shows('refusalGround', 'notConsumerFactors', 'refusalReasons') }, notSameAs: ['examination'],
      outcomes: { agreed: s.positive('同意', 'Agreed'), returned: s.negative('退回重新审查', 'Returned') },
    }),
    makeRefusal: s.document('制作投诉不予受理决定书', 'Make the refusal', 'refusal'),
    notifyRefusal: tell('送投诉人', 'To the complainant', toComplainant, ['投诉不予受理', 'Complaint not accepted'],
      ['refusalReasons + " 您还可以依照消费者权益保护法第三十九条，通过与经营者协商、请求消费者协会等调解、仲裁、诉讼等途径解决争议。"', 'refusalReasons + " You may still negotiate, ask a consumer association to mediate, go to arbitration or to court (Law on Consumer Rights §39)."']),
    tellRefusal: s.user('告知不予受理及其他途径', 'Tell the refusal and the other ways', {
      by: officer, form: { ...s.shows('complainantName', 'complainantPhone', 'refusalGround', 'refusalReasons'), ...s.asks('decisionToldOn', 'decisionToldWay') }, outcomes: { told: s.positive('已告知', 'Told') },
      explains: text('同时告知理由和消费者权益保护法第三十九条规定的其他途径（§15②）', 'With the reasons and the other ways of §39 of the Law (§15②)'),
    }),
    noPowerWay: s.choice('是否分送来案', 'Was it distributed?'),

    // 处理权限争议 (§33)
    consultation: s.call('协商处理权限', 'Consultation', 'jurisdiction-dispute', {
      input: {
        purpose: '"consultation"', sourceNumber: 'case.number', askingAgency: 'case.agency', otherAgency: 'disputeWith', subjectName: 'respondentName', subjectAddress: 'respondentAddress', matter: 'subject', disputeReasons: 'disputeReasons',
      },
      output: { disputeResult: 'child.outcome', disputeAnswer: 'child.data.answer' }, agency: { kind: 'data', field: 'disputeWith' },
      explains: text('自发生争议之日起七个工作日内协商解决', 'To be settled within seven working days of the dispute'),
    }),
    consulted: s.choice('协商结果', 'Result of the consultation'),
    negotiated: s.user('协商后的处理', 'After the consultation', {
      by: officer, form: { ...s.shows('disputeWith', 'disputeReasons', 'disputeResult', 'disputeAnswer'), ...s.mayGive('disputeReasons') },
      outcomes: { ours: s.positive('由本机关处理', 'Handled here'), appoint: s.neutral('协商不成，报请指定', 'Ask to appoint', { requires: ['disputeReasons'] }) },
    }),
    findCommon: s.service('查明共同的上一级', 'Find the common superior', 'agency.find', { which: '"common-superior"', of: 'case.agency', with: 'disputeWith' }, { superiorFound: 'ok', superiorAgency: 'agency' }),
    commonFound: s.choice('是否有共同的上一级', 'Is there a common superior?'),
    appointment: s.call('共同上一级指定', 'The common superior appoints', 'jurisdiction-dispute', {
      input: {
        purpose: '"appointment"', sourceNumber: 'case.number', askingAgency: 'case.agency', otherAgency: 'disputeWith', subjectName: 'respondentName', subjectAddress: 'respondentAddress', matter: 'subject', disputeReasons: 'disputeReasons', otherReasons: 'disputeAnswer',
      },
      output: { appointedAgency: 'child.data.appointedAgency' }, agency: { kind: 'data', field: 'superiorAgency' },
    }),
    appointed: s.choice('指定的是否本机关', 'Is it this agency?'),
    toOther: s.script('转对方机关', 'To the other agency', { transferTo: 'disputeWith' }),
    transfer: s.call('转由有权限的机关处理', 'Transfer', 'complaint', {
      input: { ...sameComplaint(startFields), arrivedBy: '"transfer"', fromAgency: 'case.agency', fromNumber: 'case.number' }, agency: { kind: 'data', field: 'transferTo' }, wait: false,
    }),
    tellTransfer: tell('告知投诉人', 'Tell the complainant', toComplainant, ['投诉已转由有处理权限的机关处理', 'Complaint transferred'],
      ['"您的投诉已转由有处理权限的机关处理，新案可在“我发起的案件”中查看。"', '"Your complaint is now handled by the agency that has the power; you see the new case among yours."']),

    // 撤回投诉 before it is accepted.
    withdrawing: { ...s.subProcess('受理前撤回投诉', 'Withdrawn before it is accepted'), triggered: true as const },
    ...s.within('withdrawing', {
      complaintWithdrawn: { ...s.start('投诉人撤回投诉', 'The complainant withdraws'), on: { kind: 'message', message: 'complaintWithdrawn', form: s.mayGive('partyStatement') } as const },
      tellWithdrawn: tell('告知承办人撤回', 'Tell the officers', toOfficers, ['投诉人撤回投诉', 'Complaint withdrawn'], [orEmpty('partyStatement'), orEmpty('partyStatement')]),
      takenBackEnd: s.end('撤回投诉', 'Withdrawn', 'withdrawn'),
    }),

    otherEnd: s.end('告知其他途径', 'Other channel', 'otherChannel'),
    distributedEnd: s.end('分送办结', 'Distributed', 'distributed'),
    refusedEnd: s.end('不予受理', 'Not accepted', 'refused'),
    noPowerEnd: s.end('反馈接收机构', 'Reported back', 'noPower'),
    transferredEnd: s.end('已转移', 'Transferred', 'transferred'),
  } as const;
};
