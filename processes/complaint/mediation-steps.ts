/**
 * 调解、终止、回访. The mediation is a sub-process with one instance for the office and one for each party that has an account: whichever ends first
 * ends it, so that a party may withdraw, refuse or apply for a recusal at any moment, whatever the office is at.
 */
import { text, type Text } from '../../domain/text.ts';
import { fact, facts, orEmpty, short, yuan } from '../feel.ts';
import { appraisalExcluded, recusalExcluded } from './law.ts';
import { theComplaint } from './intake-steps.ts';
import { teller, toComplainant, toOfficers, toRespondent, type ComplaintSteps } from './words.ts';

export const excluded = [{ during: 'appraisal', ...appraisalExcluded }, { during: 'recusalDecision', ...recusalExcluded }] as const;

export const mediationSteps = (s: ComplaintSteps) => {
  const officer = s.office('officer');
  const complaint = theComplaint(s);
  const tell = teller(s);
  const ends = s.neutral('调解结束', 'Mediation ends', { requires: ['endGround', 'endReasons'] });
  const appraises = s.neutral('需要鉴定、检测', 'Appraisal needed');
  const recusal = s.neutral('申请调解人员回避', 'Apply for a recusal', { requires: ['recusalReasons'] });
  const sides = 'concatenate(["office"], if complainantAccount = null then [] else ["complainant"], if respondentUscc = null then [] else ["respondent"])';

  /** §12②: those who are represented are asked. @param about what the representatives would agree to */
  const represented = (zh: string, en: string, about: 'agreementProposal' | 'partyStatement', explains: Text) => s.user(zh, en, {
    by: officer, form: { ...complaint, ...s.shows('jointMembers', 'jointCount', 'representatives', about), ...s.asks('jointConsent') },
    outcomes: { agreed: s.positive('均同意', 'All agree'), refused: s.negative('有人不同意，继续调解', 'Not all agree: go on') }, explains,
  });

  return {
    makeAcceptance: s.document('制作投诉受理决定书', 'Make the acceptance', 'acceptance'),
    notifyAcceptance: tell('送投诉人', 'To the complainant', toComplainant, ['投诉已受理', 'Complaint accepted'], ['"您的投诉已经受理，联系人：" + officerName + "，电话：" + officerPhone', '"Your complaint has been accepted. Officer: " + officerName + ", phone " + officerPhone']),
    tellAcceptance: s.user('告知受理', 'Tell the acceptance', {
      by: officer, form: { ...s.shows('complainantName', 'complainantPhone', 'subject'), ...s.asks('decisionToldOn', 'decisionToldWay') }, outcomes: { told: s.positive('已告知', 'Told') },
    }),
    handling: s.parallel('调解与升级研判', 'Mediate and watch'),

    mediation: s.subProcess(
      '调解', 'Mediation', text('投诉人、被投诉人可以随时撤回、拒绝或者申请回避，由此结束本轮调解', 'A party may withdraw, refuse or apply for a recusal at any moment, which ends this round'),
      { collection: sides, item: 'side', completion: 'nrOfCompletedInstances >= 1' },
    ),
    mediationOver: s.deadline('调解期限届满', 'Time for mediation is over', 'mediation', { kind: 'clock', clock: 'mediation' }),
    ...s.within('mediation', {
      mediationBegins: s.start('开始调解', 'Begin'),
      bySide: s.choice('由谁办理', 'Whose part'),
      preparation: s.user('组织调解', 'Prepare the mediation', {
        by: officer,
        form: {
          ...complaint, ...s.shows('complainantCounter', 'respondentCounter', 'appraisalResult', 'appraisalReportNo'),
          ...s.mayGive('mediationMode', 'entrustedTo', 'entrustConsent', 'mediators', 'officerPhone', 'mediationOn', 'mediationHour', 'mediationPlace', 'mediationMaterials', 'recusalDays', 'respondentHead', 'respondentContact', 'respondentPhone', 'endGround', 'endReasons'),
        },
        outcomes: {
          onsite: s.positive('现场调解', 'On site', { requires: ['mediators', 'mediationOn', 'mediationHour', 'mediationPlace', 'recusalDays'] }),
          remote: s.positive('非现场调解', 'Remote', { requires: ['mediators'] }),
          entrusted: s.neutral('委托调解', 'Entrusted', { requires: ['mediators', 'entrustedTo', 'entrustConsent'] }),
          appraisal: appraises,
          ended: ends,
        },
        explains: text('采用调解须经双方同意（§18）；委托调解须经双方同意（§19）；现场调解提前告知时间、地点、调解人员（§20）', 'Both must agree to mediation (§18) and to entrusting it (§19); a meeting is announced with time, place and mediators (§20)'),
      }),
      onsiteMode: s.script('现场调解', 'On site', { mediationMode: '"onsite"' }),
      remoteMode: s.script('非现场调解', 'Remote', { mediationMode: '"remote"' }),
      entrustedMode: s.script('委托调解', 'Entrusted', { mediationMode: '"entrusted"' }),
      makeMediationNotice: s.document('制作投诉调解通知书', 'Make the notice of mediation', 'mediationNotice'),
      tellMediationComplainant: tell('通知投诉人', 'Tell the complainant', toComplainant, ['调解通知', 'Notice of mediation'],
        ['"请于 " + mediationOn + " " + string(mediationHour) + " 时到 " + mediationPlace + " 参加调解。"', '"Please come to " + mediationPlace + " on " + mediationOn + " at " + string(mediationHour) + ":00."']),
      tellMediationRespondent: tell('通知被投诉人', 'Tell the respondent', toRespondent, ['调解通知', 'Notice of mediation'],
        ['"请于 " + mediationOn + " " + string(mediationHour) + " 时到 " + mediationPlace + " 参加调解。"', '"Please come to " + mediationPlace + " on " + mediationOn + " at " + string(mediationHour) + ":00."']),
      session: s.user('主持调解', 'Mediate', {
        by: officer, form: { ...complaint, ...s.shows('mediationMode', 'mediators', 'mediationOn', 'appraisalResult'), ...s.mayGive('mediationRecord', 'agreementProposal', 'recusalReasons', 'endGround', 'endReasons') },
        outcomes: {
          proposal: s.positive('提出调解方案', 'Propose an agreement', { requires: ['agreementProposal', 'mediationRecord'] }),
          again: s.neutral('另行组织调解', 'Another meeting', { requires: ['mediationRecord'] }),
          appraisal: appraises, recusal, ended: ends,
        },
      }),
      answers: s.parallel('征求双方意见', 'Ask both'),
      complainantAnswer: s.user('投诉人答复调解方案', 'Answer of the complainant', {
        by: s.party('complainant', officer), form: { ...s.shows('agreementProposal'), ...s.mayGive('complainantCounter') },
        outcomes: { accept: s.positive('同意', 'Accept'), decline: s.negative('不同意', 'Decline', { requires: ['complainantCounter'] }) },
      }),
      respondentAnswer: s.user('被投诉人答复调解方案', 'Answer of the respondent', {
        by: s.party('respondent', officer), form: { ...s.shows('subject', 'demands', 'agreementProposal'), ...s.mayGive('respondentCounter') },
        outcomes: { accept: s.positive('同意', 'Accept'), decline: s.negative('不同意', 'Decline', { requires: ['respondentCounter'] }) },
      }),
      answered: s.parallel('双方均已答复', 'Both have answered'),
      bothAgree: s.choice('双方是否同意', 'Do both agree?'),

      // 鉴定、检测 (§22)
      appraisalTerms: s.user('商定鉴定、检测机构和费用', 'Agree on the appraisal', {
        by: officer, form: { ...s.shows('subject', 'facts'), ...s.mayGive('appraisalBody', 'appraisalFees', 'endReasons') },
        outcomes: {
          agreed: s.positive('机构和费用协商一致', 'Agreed', { requires: ['appraisalBody', 'appraisalFees'] }),
          noBody: s.neutral('机构无法协商一致', 'No agreement on the body', { requires: ['appraisalFees'] }),
          feeDispute: s.negative('费用承担无法协商一致', 'No agreement on the costs', { requires: ['endReasons'] }),
          dropped: s.neutral('不再鉴定', 'No appraisal'),
        },
      }),
      /** 令第20号 §21(2) ended the mediation there; 令第121号 §22① lets the agency name the body. */
      bodyRule: s.choice('适用的规定', 'Which rule applies'),
      designation: s.user('指定鉴定、检测机构', 'Name the appraisal body', { by: officer, form: { ...s.shows('subject', 'appraisalFees'), ...s.asks('appraisalBody') }, outcomes: { named: s.positive('指定', 'Named') } }),
      appraisal: s.user('鉴定、检测', 'Appraisal', {
        by: officer, form: { ...s.shows('appraisalBody', 'appraisalFees'), ...s.asks('appraisalResult'), ...s.mayGive('appraisalReportNo') }, outcomes: { received: s.positive('收到鉴定、检测意见', 'Result received') },
        explains: text('所需时间不计入调解期限', 'Its time is not counted'),
      }),

      // 各方的结束
      complainantStands: s.user('撤回投诉、和解或者申请回避', 'Withdraw, reconcile, or apply for a recusal', {
        by: s.party('complainant', officer), form: { ...s.shows('mediators', 'mediationOn', 'mediationPlace', 'appraisalBody', 'appraisalResult'), ...s.mayGive('partyStatement', 'recusalReasons') },
        outcomes: { withdrawn: s.neutral('撤回投诉', 'Withdraw'), reconciled: s.positive('已经和解', 'Reconciled'), refused: s.negative('拒绝调解', 'Refuse mediation', { requires: ['partyStatement'] }), recusal },
        explains: text('调解期间可以随时提出；不需要时不必办理', 'At any time during the mediation; nothing needs to be done otherwise'),
      }),
      respondentStands: s.user('拒绝调解或者申请回避', 'Refuse, or apply for a recusal', {
        by: s.party('respondent', officer), form: { ...s.shows('complainantName', 'subject', 'purchasedOn', 'amountPaid', 'facts', 'demands', 'mediators', 'mediationOn', 'mediationPlace', 'appraisalBody', 'appraisalResult'), ...s.mayGive('partyStatement', 'recusalReasons') },
        outcomes: { refused: s.negative('拒绝调解', 'Refuse mediation', { requires: ['partyStatement'] }), recusal },
        explains: text('调解期间可以随时提出；不需要时不必办理', 'At any time during the mediation; nothing needs to be done otherwise'),
      }),
      agreedTurn: s.script('达成协议', 'Agreed', { mediationTurn: '"agreed"', agreement: 'agreementProposal' }),
      recusalTurn: s.script('申请回避', 'Recusal', { mediationTurn: '"recusal"' }),
      feeTurn: s.script('费用争议', 'Costs', { mediationTurn: '"feeDispute"' }),
      bodyTurn: s.script('机构争议', 'Body', { mediationTurn: '"noBody"' }),
      officeTurn: s.script('调解结束', 'Ended', { mediationTurn: 'endGround' }),
      complainantTurn: s.script('投诉人提出', 'By the complainant', { mediationTurn: 'outcome.complainantStands' }),
      respondentTurn: s.script('被投诉人提出', 'By the respondent', { mediationTurn: 'outcome.respondentStands' }),
      mediationEnds: s.done('本轮调解结束', 'This round ends'),
    }),
    withdrawnMeanwhile: s.interruptedBy('投诉人撤回投诉（调解期间）', 'Withdrawn while it is mediated', 'mediation', 'mediatedWithdrawn', s.mayGive('partyStatement')),
    turned: s.choice('调解结果', 'Result of the mediation'),

    // 回避 (§21②): 中止调解, until it is decided
    recusalDecision: s.user('决定是否回避', 'Decide on the recusal', {
      by: s.office('agency-head'), form: { ...s.shows('mediators', 'recusalReasons'), ...s.asks('recusalOpinion'), ...s.mayGive('mediators') }, notSameAs: ['preparation', 'session'],
      outcomes: { granted: s.positive('同意回避，更换调解人员', 'Granted', { requires: ['mediators'] }), rejected: s.negative('驳回申请', 'Rejected') },
      explains: text('同意回避的，以“回避”操作使原调解人员退出本案', 'Where it is granted, take the former mediator off the case by “recuse”'),
    }),
    withdrawnAtRecusal: s.interruptedBy('投诉人撤回投诉（回避审查期间）', 'Withdrawn while the recusal is decided', 'recusalDecision', 'mediatedWithdrawn', s.mayGive('partyStatement')),
    tellRecusalComplainant: tell('告知投诉人', 'Tell the complainant', toComplainant, ['回避申请的决定', 'Decision on the recusal'], ['recusalOpinion', 'recusalOpinion']),
    tellRecusalRespondent: tell('告知被投诉人', 'Tell the respondent', toRespondent, ['回避申请的决定', 'Decision on the recusal'], ['recusalOpinion', 'recusalOpinion']),

    // 达成协议 (§24)
    jointOrNot: s.choice('是否共同投诉', 'A joint complaint?'),
    jointApproval: represented('共同投诉：被代表的投诉人对协议的意见', 'Joint complaint: do those represented agree?', 'agreementProposal', text('代表人变更、放弃投诉请求或者达成调解协议的，应当经被代表的投诉人同意（§12②）', 'What representatives waive or agree to needs the consent of those whom they represent (§12②)')),
    jointOver: s.deadline('调解期限届满（共同投诉）', 'Time for mediation is over', 'jointApproval', { kind: 'clock', clock: 'mediation' }),
    withdrawnAtJoint: s.interruptedBy('投诉人撤回投诉（征求被代表人意见期间）', 'Withdrawn while those represented are asked', 'jointApproval', 'mediatedWithdrawn', s.mayGive('partyStatement')),
    // A representative does not give up for the others either.
    givesUp: s.choice('是否共同投诉', 'Is it a joint one?'),
    jointWithdrawal: represented('共同投诉：撤回、和解征求被代表人意见', 'Joint complaint: ask those represented about the withdrawal', 'partyStatement', text('代表人放弃投诉请求的，应当经被代表的投诉人同意（§12②）', 'To give up the demands needs the consent of those who are represented (§12②)')),
    jointWithdrawalOver: s.deadline('调解期限届满（征求撤回意见）', 'Time for mediation is over', 'jointWithdrawal', { kind: 'clock', clock: 'mediation' }),
    agreement: s.user('登记调解协议', 'Register the agreement', {
      by: officer, form: { ...complaint, ...s.shows('mediationMode', 'agreementProposal'), ...s.asks('agreement', 'performed', 'settlementWaived'), ...s.mayGive('mediationRecord', 'respondentHead', 'respondentAgent', 'respondentAgentPhone', 'respondentAgentAddress') },
      outcomes: { registered: s.positive('已登记', 'Registered') },
      explains: text('现场达成协议的制作调解书；即时履行或者双方同意不制作的除外，应当做好调解记录', 'An agreement reached on site is drawn up, unless performed at once or waived by both; then the record is kept'),
    }),
    needsSettlement: s.choice('是否制作调解书', 'Is it drawn up?'),
    makeSettlement: s.document('制作投诉调解书', 'Make the agreement', 'settlement'),
    settlementSigning: s.user('双方签字并交付调解书', 'Both sign', {
      by: officer, form: { ...s.shows('agreement'), ...s.asks('settlementSignedOn') }, outcomes: { signed: s.positive('已签字交付', 'Signed and handed over') },
      explains: text('双方签字或者盖章，加盖印章，双方各执一份，留存一份', 'Signed or sealed by both, one copy each, one kept'),
    }),

    // 未制作调解书的，应当做好调解记录备查 (§24②)
    recorded: s.choice('是否有调解记录', 'Is there a record?'),
    makeRecord: s.document('制作投诉调解记录', 'Make the record of the mediation', 'mediationRecord'),

    // 终止调解 (§23)
    timeGround: s.script('期限届满未达成协议', 'No agreement in time', { mediationTurn: '"failed"', terminationGround: '5', endReasons: '"自受理之日起在调解期限内未能达成调解协议。"' }),
    byThemselves: s.script('撤回或者和解', 'Withdrawn or reconciled', { mediationTurn: 'if mediationTurn = "reconciled" then mediationTurn else "withdrawn"', terminationGround: '1' }),
    judgedGround: s.script('终止情形', 'Ground of termination', {
      terminationGround: 'if mediationTurn = "refused" then 2 else if mediationTurn = "failed" then 3 else if mediationTurn = "feeDispute" then 4 else if mediationTurn = "ineligible" then 6 else if mediationTurn = "ceased" then 7 else 8',
    }),
    terminationDecision: s.user('决定终止调解', 'Decide to terminate', {
      by: s.office('section-head'), form: { ...complaint, ...s.shows('mediationTurn', 'terminationGround', 'endReasons', 'partyStatement', 'mediationRecord') }, notSameAs: ['session'],
      outcomes: { terminated: s.positive('终止调解', 'Terminate'), resumed: s.negative('继续调解', 'Go on') },
    }),
    withdrawnAtTermination: s.interruptedBy('投诉人撤回投诉（终止审核期间）', 'Withdrawn while the termination is decided', 'terminationDecision', 'mediatedWithdrawn', s.mayGive('partyStatement')),
    terminationOver: s.deadline('调解期限届满', 'Time for mediation is over', 'terminationDecision', { kind: 'clock', clock: 'mediation' }),
    makeTermination: s.document('制作投诉终止调解决定书', 'Make the termination', 'termination'),
    notifyComplainant: tell('送投诉人', 'To the complainant', toComplainant, ['终止调解', 'Mediation terminated'], [`"终止调解，情形：第" + string(terminationGround) + "项。" + ${orEmpty('endReasons')}`, `"The mediation is terminated (item " + string(terminationGround) + "). " + ${orEmpty('endReasons')}`]),
    notifyRespondent: tell('送被投诉人', 'To the respondent', toRespondent, ['终止调解', 'Mediation terminated'], [`"终止调解，情形：第" + string(terminationGround) + "项。"`, `"The mediation is terminated (item " + string(terminationGround) + ")."`]),
    tellTermination: s.user('告知终止调解', 'Tell the termination', {
      by: officer, form: { ...s.shows('complainantName', 'complainantPhone', 'respondentName', 'terminationGround', 'endReasons'), ...s.asks('terminationToldOn', 'terminationToldWay') }, outcomes: { told: s.positive('已告知双方', 'Both told') },
      explains: text('自作出决定之日起七个工作日内告知投诉人和被投诉人（§23②）', 'Tell both within seven working days of the decision (§23②)'),
    }),

    handled: s.choice('调解办结', 'Mediation closed'),
    over: s.parallel('调解和研判均已结束', 'Mediated and watched'),
    callBack: s.user('回访或者抽查', 'Call-back', {
      by: officer, form: { ...complaint, ...s.shows('agreement', 'terminationGround'), ...s.mayGive('callBackOn', 'satisfaction', 'callBackNote') },
      outcomes: { done: s.positive('已回访', 'Called back', { requires: ['callBackOn', 'satisfaction'] }), notChosen: s.neutral('未列入回访', 'Not chosen') },
      explains: text('采取抽查、回访等方式评估投诉处理情况（§26）', 'By samples and call-backs (§26)'),
    }),
    // 依法公示消费投诉信息 (§38): where who complains has agreed to it, and nothing turned out that should never have been accepted.
    mayPublish: s.choice('是否公示投诉信息', 'Is it published?'),
    publishComplaint: s.service('公示消费投诉信息', 'Publish the complaint', 'publish', {
      kind: '"complaint"', titleZh: short('"消费投诉公示：" + respondentName'), titleEn: short('"Consumer complaint: " + respondentName'),
      facts: facts(
        fact('被投诉人', 'Respondent', 'respondentName'), fact('商品或者服务', 'Goods or service', 'subject'), fact('涉及金额（元）', 'Amount (yuan)', yuan('amountPaid')),
        fact('处理结果', 'Result', `if mediationTurn = "agreed" then "达成调解协议" else if terminationGround = 1 then "撤回投诉或者自行和解" else "终止调解"`),
      ),
    }),
    result: s.choice('办结结果', 'How it ended'),
    tellIntake: tell('结果入卷', 'Result to the officers', toOfficers, ['投诉办结', 'Complaint closed'], [`"来案案号：" + ${orEmpty('fromNumber')}`, `"Number there: " + ${orEmpty('fromNumber')}`]),
    settledEnd: s.end('达成调解协议', 'Settled', 'settled'),
    withdrawnEnd: s.end('撤回或者和解', 'Withdrawn', 'withdrawn'),
    terminatedEnd: s.end('终止调解', 'Terminated', 'terminated'),
  } as const;
};
