/** The contract and what is done under it: 合同、里程碑和拨款、变更、中期检查、整改、验收、日常监督. The steps of 实施 stand in a sub-process, which the office can stop at any time. */
import { text } from '../../domain/text.ts';
import { orEmpty, yuan } from '../feel.ts';
import type { Steps } from './head.ts';
import { fundId } from './law.ts';
import { speaker, toApplicant, toSecretariat } from './speak.ts';

const order = ['first', 'second', 'third', 'fourth'] as const;
/** FEEL: the field of the instalment under way. */
const ofInstalment = (what: 'Goal' | 'Amount' | 'DueOn'): string => order.reduceRight((rest, n, i) => `if instalmentNo = ${i + 1} then ${n}${what} else ${rest}`, 'null');
const instalments = order.flatMap((n) => [`${n}Goal`, `${n}Amount`, `${n}DueOn`] as const);
/** Sum of the instalments that there are. */
const total = order.map((n, i) => `(if instalmentCount >= ${i + 1} and ${n}Amount != null then ${n}Amount else 0)`).join(' + ');
const missing = order.map((n, i) => `(instalmentCount >= ${i + 1} and (${n}Amount = null or ${n}Amount <= 0 or ${n}Goal = null or ${n}DueOn = null))`).join(' or ');
/** A change of the contract reaches the instalment under way. */
const amended = (what: 'Amount' | 'DueOn', when: string, value: (field: string) => string) =>
  Object.fromEntries(order.map((n, i) => [`${n}${what}`, `if instalmentNo = ${i + 1} and ${when} then ${value(`${n}${what}`)} else ${n}${what}`])) as Readonly<Record<`${(typeof order)[number]}${typeof what}`, string>>;

export function contractSteps(s: Steps) {
  const { tell, release } = speaker(s);
  const secretariat = s.officeOf('secretariat', 'gd-fund-secretariat');
  const [withAmount, rest] = [instalments.slice(0, 3), instalments.slice(3)];
  const terms = s.shows('applicantName', 'projectName', 'projectGoals', 'supportAmount', 'projectStartOn', 'projectEndOn', 'instalmentCount', ...instalments, 'midtermAfter', 'contractTerms');
  return {
    contractDraft: s.user('拟订项目合同书', 'Draft the contract', {
      by: secretariat,
      form: {
        ...s.shows('applicantName', 'projectName', 'projectGoals', 'supportAmount', 'contractTotal', 'contractComplete', 'contractOpinion', 'moneyReason'), ...s.mayGive('projectStartOn', 'projectEndOn', 'instalmentCount', ...withAmount, ...rest, 'midtermAfter', 'contractTerms', 'withdrawalReasons'),
      },
      outcomes: {
        drafted: s.positive('送承担单位签订', 'For signature', { requires: ['projectStartOn', 'projectEndOn', 'instalmentCount', ...withAmount, 'midtermAfter'] }),
        declined: s.negative('承担单位书面放弃', 'Declined in writing', { requires: ['withdrawalReasons'] }),
      },
      explains: text('各期拨款之和应当等于支持金额；最后一期在验收通过后拨付', 'The instalments add up to the support; the last is paid after acceptance'),
    }),
    contractSum: s.script('计算各期合计', 'Add up the instalments', { contractTotal: total, contractComplete: `not(${missing}) and midtermAfter < instalmentCount` }),
    contractAdds: s.choice('各期是否完整、合计是否相符', 'Does it add up?'),
    contractSign: s.user('签订项目合同书（承担单位）', 'Sign the contract (applicant)', {
      by: s.party('applicant'), form: { ...terms, ...s.mayGive('withdrawalReasons') },
      outcomes: { signed: s.positive('签订', 'Signed'), declined: s.negative('放弃立项', 'Decline the support', { requires: ['withdrawalReasons'] }), objected: s.neutral('对条款有意见，退回', 'Returned with remarks', { requires: ['withdrawalReasons'] }) },
    }),
    contractOver: s.deadline('逾期未签订合同', 'Not signed in time', 'contractSign', { kind: 'clock', clock: 'contractSigning' }),
    notSigned: s.script('逾期未签订', 'Not signed', { withdrawalReasons: '"逾期未签订项目合同书，视为放弃立项。"' }),
    contractSeal: s.user('签订项目合同书（管理部门）', 'Sign the contract (authority)', {
      by: s.office('agency-head'), form: { ...terms, ...s.mayGive('contractOpinion') }, outcomes: { sealed: s.positive('签订', 'Signed'), returned: s.negative('退回修改', 'Returned', { requires: ['contractOpinion'] }) },
    }),
    commit: s.service('承诺资金', 'Commit the money', 'fund.commit', { fund: `"${fundId}"`, amount: 'supportAmount', note: '"合同：" + projectName' }, { moneyOk: 'ok', moneyReason: 'reason' }),
    committed: s.choice('资金是否已承诺', 'Committed?'),
    makeContract: s.document('制作项目合同书', 'Make the contract', 'contract', { contractNumber: 'number' }),
    declineRelease: release('放弃立项：释放预留资金', 'Declined: free the money'),
    tellDeclined: tell('告知放弃立项', 'Tell: support declined', toApplicant, ['立项取消', 'The support is cancelled'], ['withdrawalReasons', 'withdrawalReasons']),
    declinedEnd: s.end('放弃立项', 'Support declined', 'declined'),
    execution: s.subProcess('项目实施', 'Execution'),
    executed: s.choice('实施结果', 'How did it end?'),
  };
}

export function executionSteps(s: Steps) {
  const { tell } = speaker(s);
  const applicant = s.party('applicant');
  const secretariat = s.officeOf('secretariat', 'gd-fund-secretariat');
  const finance = s.officeOf('officer', 'gd-finance');
  const expert = s.officeOf('expert', 'gd-experts');
  const milestone = s.shows('instalmentNo', 'instalmentCount', 'milestoneGoal', 'milestoneDueOn', 'instalmentAmount', 'lastInstalment', 'paidTotal');
  const report = s.shows('progressReport', 'evidence', 'spentAmount');
  const stops = s.mayGive('stopGround', 'stopReasons');
  const stop = s.negative('建议停止实施', 'Stop', { requires: ['stopGround', 'stopReasons'] });
  const toRectify = s.neutral('限期整改', 'To be put right', { requires: ['rectifyContent', 'rectifyDueOn'] });
  const back = s.neutral('退回补充', 'Returned for more', { requires: ['milestoneOpinion'] });
  const overdue = 'string(date(rectifyDueOn) + duration("P1D"))';

  return s.within('execution', {
    begin: s.start('合同生效', 'Contract in force'),
    first: s.script('第一期', 'First instalment', { instalmentNo: 'if instalmentNo = null then 1 else instalmentNo', paidTotal: 'if paidTotal = null then 0 else paidTotal', acceptanceRound: 'if acceptanceRound = null then 0 else acceptanceRound', executionEnd: 'null' }),
    underWay: s.parallel('实施和监督', 'Work and supervision'),

    // 日常监督检查: at any time, whatever stage the project has come to
    supervision: s.user('日常监督检查', 'Inspections', {
      by: secretariat, form: { ...milestone, ...s.mayGive('inspectionRecord'), ...stops }, outcomes: { recorded: s.positive('记录检查情况', 'Recorded', { requires: ['inspectionRecord'] }), stop },
      explains: text('项目实施期间随时可以检查；发现问题的，可以停止实施', 'At any time while the project is carried out; it can be stopped from here'),
    }),
    supervisionStop: s.script('停止实施（监督检查）', 'Stopped (inspection)', { executionEnd: '"stop"' }),

    // 里程碑
    current: s.script('确定本期', 'This instalment', {
      instalmentAmount: ofInstalment('Amount'), milestoneGoal: ofInstalment('Goal'), milestoneDueOn: ofInstalment('DueOn'), milestoneOverdueOn: `string(date(${ofInstalment('DueOn')}) + duration("P1D"))`, lastInstalment: 'instalmentNo = instalmentCount',
    }),
    implementation: s.user('实施本期里程碑', 'Work on the milestone', {
      by: applicant,
      form: {
        ...milestone, ...s.shows('milestoneOpinion', 'changeOpinion', 'graceReasons'),
        ...s.mayGive('progressReport', 'evidence', 'spentAmount', 'changeKind', 'changeReasons', 'newMilestoneDueOn', 'newEndOn', 'newLeaderName', 'reductionAmount', 'terminationReasons'),
      },
      outcomes: {
        milestone: s.positive('完成里程碑，申请拨款', 'Milestone reached', { requires: ['progressReport', 'evidence', 'spentAmount'] }), change: s.neutral('申请变更合同', 'Ask for a change', { requires: ['changeKind', 'changeReasons'] }),
        quit: s.negative('申请终止项目', 'Ask to end the project', { requires: ['terminationReasons'] }),
      },
      explains: text('最后一期为申请验收', 'With the last milestone acceptance is asked for'),
    }),
    milestoneOver: s.deadline('里程碑逾期', 'Milestone overdue', 'implementation', { kind: 'on', field: 'milestoneOverdueOn' }),
    tellOverdue: tell('提醒里程碑逾期', 'Tell: milestone overdue', toApplicant, ['里程碑逾期', 'Milestone overdue'], [`"第 " + string(instalmentNo) + " 期里程碑应于 " + milestoneDueOn + " 完成，已经逾期。"`, `"Milestone " + string(instalmentNo) + " was due on " + milestoneDueOn + "."`]),
    overdueDecision: s.user('里程碑逾期的处置', 'Milestone overdue: what to do', {
      by: secretariat, form: { ...milestone, ...s.mayGive('graceReasons', 'newMilestoneDueOn'), ...stops }, outcomes: { grace: s.neutral('给予宽限', 'More time', { requires: ['graceReasons', 'newMilestoneDueOn'] }), stop },
    }),
    grace: s.script('宽限', 'More time', { ...amended('DueOn', 'newMilestoneDueOn != null', () => 'newMilestoneDueOn'), newMilestoneDueOn: 'null' }),
    reached: s.choice('是否最后一期', 'Is it the last?'),
    milestoneReview: s.user('核验里程碑，提出拨款建议', 'Check the milestone and propose payment', {
      by: secretariat, form: { ...milestone, ...report, ...s.shows('acceptanceOpinion', 'rectifyReport', 'paymentOpinion'), ...s.mayGive('milestoneOpinion', 'rectifyContent', 'rectifyDueOn'), ...stops },
      outcomes: { propose: s.positive('建议拨款', 'Payment proposed', { requires: ['milestoneOpinion'] }), back, rectify: toRectify, stop },
    }),
    paymentApproval: s.user('审核拨款', 'Review the payment', {
      by: s.office('section-head'), form: { ...milestone, ...report, ...s.shows('milestoneOpinion'), ...s.mayGive('paymentOpinion') }, notSameAs: ['milestoneReview'],
      outcomes: { agreed: s.positive('同意拨款', 'Agreed'), returned: s.negative('退回', 'Returned', { requires: ['paymentOpinion'] }) },
    }),
    financeApproval: s.user('财政审批拨款', 'Approval by finance', {
      by: finance, form: { ...milestone, ...report, ...s.shows('milestoneOpinion'), ...s.mayGive('planNumber', 'paymentOpinion') }, notSameAs: ['milestoneReview', 'paymentApproval'],
      outcomes: { approved: s.positive('同意拨款', 'Approved', { requires: ['planNumber'] }), returned: s.negative('退回', 'Returned', { requires: ['paymentOpinion'] }) },
    }),
    makePayment: s.document('制作拨款审批单', 'Make the payment sheet', 'payment', { paymentNumber: 'number' }),
    disburse: s.service('拨付记账', 'Enter the payment', 'fund.disburse', { fund: `"${fundId}"`, amount: 'instalmentAmount', note: '"第" + string(instalmentNo) + "期：" + projectName' }, { moneyOk: 'ok', moneyReason: 'reason' }),
    disbursed: s.choice('是否记账', 'Entered?'),
    paymentProblem: s.user('拨付未能记账', 'Payment not entered', {
      by: secretariat, form: { ...milestone, ...s.shows('moneyReason'), ...stops }, outcomes: { again: s.neutral('再次拨付', 'Try again'), stop },
      explains: text('本案已承诺的资金不足，例如案件办结后重新办理', 'The case has too little committed, e.g. because it was closed and opened again'),
    }),
    payout: s.user('付款', 'Pay', { by: finance, form: { ...milestone, ...s.shows('paymentNumber'), ...s.asks('paymentVoucher', 'paidOn') }, outcomes: { paid: s.positive('已付款', 'Paid') } }),
    booked: s.script('登记拨付', 'Register the payment', { paidTotal: 'paidTotal + instalmentAmount' }),
    tellPaid: tell('告知拨款', 'Tell: paid', toApplicant, ['拨款到账提示', 'Paid'], [`"第 " + string(instalmentNo) + " 期 " + ${yuan('instalmentAmount')} + " 元已于 " + paidOn + " 拨付，凭证号 " + paymentVoucher + "。"`, `"Instalment " + string(instalmentNo) + ", " + ${yuan('instalmentAmount')} + " yuan, was paid on " + paidOn + ", voucher " + paymentVoucher + "."`]),
    paid: s.choice('拨款之后', 'After the payment'),
    completed: s.script('拨付完毕', 'All paid', { executionEnd: '"completed"' }),
    next: s.script('下一期', 'Next instalment', { instalmentNo: 'instalmentNo + 1', progressReport: 'null', evidence: 'null' }),

    // 变更合同
    changeAsked: s.choice('变更申请是否完整', 'Is the request complete?'),
    changeIncomplete: s.script('变更申请不完整', 'The request is not complete', { changeOpinion: '"变更申请不完整：延期须填写新的日期，更换负责人须填写姓名，核减金额须小于本期拨款。"' }),
    changeReview: s.user('审查合同变更', 'Examine the change', {
      by: secretariat, form: { ...milestone, ...s.shows('changeKind', 'changeReasons', 'newMilestoneDueOn', 'newEndOn', 'newLeaderName', 'reductionAmount', 'projectEndOn', 'moneyReason'), ...s.asks('changeOpinion') }, outcomes: { agree: s.positive('建议同意', 'Agree'), refuse: s.negative('不同意', 'Refuse') },
    }),
    changeApproval: s.user('审批合同变更', 'Approve the change', {
      by: s.office('agency-head'), form: { ...milestone, ...s.shows('changeKind', 'changeReasons', 'newMilestoneDueOn', 'newEndOn', 'newLeaderName', 'reductionAmount', 'changeOpinion') }, notSameAs: ['changeReview'],
      outcomes: { approved: s.positive('同意变更', 'Approved'), returned: s.negative('退回审查', 'Returned') },
    }),
    changed: s.choice('变更种类', 'What kind of change?'),
    reduce: s.service('核减：释放承诺资金', 'Less money: free it', 'fund.release', { fund: `"${fundId}"`, from: '"committed"', amount: 'reductionAmount', note: '"核减：" + projectName' }, { moneyOk: 'ok', moneyReason: 'reason' }),
    reduced: s.choice('是否已经核减', 'Freed?'),
    reduction: s.script('核减合同金额', 'Less in the contract', { ...amended('Amount', 'reductionAmount != null', (field) => `${field} - reductionAmount`), supportAmount: 'supportAmount - reductionAmount' }),
    amend: s.script('变更合同', 'Change the contract', {
      ...amended('DueOn', 'changeKind = "extension" and newMilestoneDueOn != null', () => 'newMilestoneDueOn'), projectEndOn: 'if changeKind = "extension" and newEndOn != null then newEndOn else projectEndOn',
      leaderName: 'if changeKind = "leader" and newLeaderName != null then newLeaderName else leaderName', newMilestoneDueOn: 'null', newEndOn: 'null', newLeaderName: 'null', reductionAmount: 'null',
    }),
    makeChange: s.document('制作合同变更批复', 'Make the approval of the change', 'change'),
    tellChange: tell('告知合同变更', 'Tell: change', toApplicant, ['合同变更申请的结果', 'Your request to change the contract'], [orEmpty('changeOpinion'), orEmpty('changeOpinion')]),
    tellNoChange: tell('告知不同意变更', 'Tell: no change', toApplicant, ['不同意变更合同', 'The contract is not changed'], [orEmpty('changeOpinion'), orEmpty('changeOpinion')]),

    // 中期检查
    midterm: s.user('提交中期执行情况', 'Mid-term report', { by: applicant, form: { ...milestone, ...s.asks('midtermReport', 'spentAmount') }, outcomes: { submitted: s.positive('提交', 'Submitted') } }),
    midtermCheck: s.user('中期检查', 'Mid-term check', {
      by: secretariat, form: { ...milestone, ...s.shows('midtermReport', 'spentAmount', 'rectifyReport'), ...s.asks('midtermOpinion'), ...s.mayGive('rectifyContent', 'rectifyDueOn'), ...stops },
      outcomes: { passed: s.positive('通过', 'Passed'), rectify: toRectify, stop },
    }),
    makeMidterm: s.document('制作中期检查报告', 'Make the mid-term report', 'midterm'),

    // 整改
    milestoneRectify: s.script('里程碑整改', 'Put right: milestone', { rectifyStage: '"milestone"', rectifyOverdueOn: overdue }),
    midtermRectify: s.script('中期整改', 'Put right: mid-term', { rectifyStage: '"midterm"', rectifyOverdueOn: overdue }),
    acceptanceRectify: s.script('验收整改', 'Put right: acceptance', { rectifyStage: '"acceptance"', rectifyOverdueOn: overdue }),
    rectification: s.user('整改', 'Put right', { by: applicant, form: { ...s.shows('rectifyStage', 'rectifyContent', 'rectifyDueOn'), ...s.asks('rectifyReport') }, outcomes: { done: s.positive('已整改', 'Put right') } }),
    rectifyOver: s.deadline('逾期未整改', 'Not put right in time', 'rectification', { kind: 'on', field: 'rectifyOverdueOn' }),
    notRectified: s.script('逾期未整改', 'Not put right', { stopGround: '"notRectified"', stopReasons: '"逾期未整改：" + rectifyContent' }),
    rectified: s.choice('整改后回到', 'Back to'),

    // 验收
    acceptanceCheck: s.user('审查验收材料', 'Check what is handed in for acceptance', {
      by: secretariat, form: { ...milestone, ...report, ...s.shows('rectifyReport', 'acceptanceRound'), ...s.mayGive('milestoneOpinion', 'rectifyContent', 'rectifyDueOn') }, outcomes: { ready: s.positive('提请验收', 'For acceptance'), back, rectify: toRectify },
    }),
    acceptance: s.signed('验收', 'Acceptance', {
      by: secretariat, form: { ...milestone, ...report, ...s.shows('projectGoals'), ...s.mayGive('acceptanceOn', 'acceptanceOpinion') }, notSameAs: ['acceptanceCheck'],
      signers: [{ by: s.office('officer') }, { by: finance }, { by: expert, chair: true }], order: 'together', rule: { kind: 'share', of: { numerator: 2, denominator: 3 } },
      outcomes: { passed: s.positive('通过验收', 'Accepted'), failed: s.negative('不通过验收', 'Not accepted'), abstain: s.neutral('弃权', 'Abstain') }, agree: 'passed', disagree: 'failed',
    }),
    acceptedRound: s.script('登记验收', 'Register the acceptance', { acceptanceRound: 'acceptanceRound + 1' }),
    makeAcceptance: s.document('制作验收证书', 'Make the certificate of acceptance', 'acceptance'),
    failedRound: s.script('登记验收不通过', 'Register: not accepted', { acceptanceRound: 'acceptanceRound + 1' }),
    failedAcceptance: s.user('验收不通过的处置', 'Not accepted: what to do', {
      by: secretariat, form: { ...milestone, ...s.shows('acceptanceOpinion', 'acceptanceRound'), ...s.mayGive('rectifyContent', 'rectifyDueOn'), ...stops }, outcomes: { rectify: s.neutral('限期整改后再次验收', 'Put right, then again', { requires: ['rectifyContent', 'rectifyDueOn'] }), stop },
    }),

    stopped: s.script('停止实施', 'Stopped', { executionEnd: '"stop"' }),
    quitting: s.script('承担单位申请终止', 'The project asks to end', { executionEnd: '"quit"', stopGround: '"own"', stopReasons: 'terminationReasons' }),
    tellStop: tell('告知基金管理办公室', 'Tell the office of the fund', toSecretariat, ['项目停止实施，待终止审查', 'Stopped, to be reviewed'], [orEmpty('stopReasons'), orEmpty('stopReasons')]),
    left: s.done('实施阶段结束', 'End of the execution', 'all'),
  });
}
