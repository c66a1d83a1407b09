/** 质量提升发展基金项目 (粤府〔2020〕50号 measure 二十二): from the application to the closing, or to the recovery of the money. */
import { contractSteps, executionSteps } from './steps-execution.ts';
import { endingSteps } from './steps-ending.ts';
import { selectionSteps } from './steps-selection.ts';
import { fundHead } from './head.ts';
import { internal } from './law.ts';

export const qualityFund = fundHead
  .steps((s) => ({ ...selectionSteps(s), ...contractSteps(s), ...executionSteps(s), ...endingSteps(s) }))
  .flows(({ path, byOutcome, choose, split, outcome, is }) => [
    // 申报和形式审查
    path('received', 'linkCall', 'readCall', 'noteTerms', 'announce', 'makeApplication', 'formalReview'),
    byOutcome('formalReview', { accepted: 'formalCheck', supplement: 'supplement', refused: 'formalRefusal', withdrawn: 'withdrawalRelease' }),
    path('supplement', 'formalReview'),
    path('supplementOver', 'notSupplemented', 'formalRefusal'),
    byOutcome('formalCheck', { agreed: 'makeFormal', returned: 'formalReview' }),
    path('makeFormal', 'financeCheck'),
    byOutcome('financeCheck', { clear: 'panelPlan', refused: 'financeRefusal' }),

    // 专家评审
    path('panelPlan', 'commitDraw', 'drawCommitted'),
    choose('drawCommitted', [['drawOk = true', 'drawWitness']], 'panelPlan'),
    path('drawWitness', 'drawOutcome', 'drawn'),
    choose('drawn', [['drawOk = true', 'openPanel'], ['drawReason = "vacant"', 'panelPlan']], 'drawWitness'),
    path('openPanel', 'panelOpened'),
    choose('panelOpened', [['panelOk = true', 'expertReview']], 'panelPlan'),
    byOutcome('expertReview', { scored: 'panelOutcome', again: 'panelPlan', withdrawn: 'withdrawalRelease' }),
    path('panelOutcome', 'panelScored'),
    choose('panelScored', [['panelDone = true', 'score']], 'expertReview'),
    path('score', 'makeExpert', 'marked'),
    choose('marked', [['panelVacant = 0', 'siteCheck']], 'belowMark'),
    path('belowMark', 'refusalRelease'),

    // 现场核查
    byOutcome('siteCheck', { consistent: 'makeSite', rectify: 'siteDay', refused: 'siteRefusal' }),
    path('siteDay', 'siteRectification', 'siteCheck'),
    path('siteOverdue', 'siteCheck'),
    path('makeSite', 'proposal'),

    // 集体审议
    byOutcome('proposal', { proposed: 'withinRequest', refused: 'proposalRefusal', withdrawn: 'withdrawalRelease' }),
    choose('withinRequest', [['supportAmount > requestedAmount or (mostPerProject != null and supportAmount > mostPerProject)', 'proposal']], 'deliberation'),
    path('deliberation', 'makeMinutes', 'carried'),
    choose('carried', [[outcome('deliberation', 'support'), 'enterLibrary']], 'notCarried'),
    path('enterLibrary', 'clearBefore'),
    path('notCarried', 'refusalRelease'),

    // 预留和公示
    path('clearBefore', 'reserve', 'reserved'),
    choose('reserved', [['moneyOk = true', 'openNotice']], 'tellWaiting'),
    path('tellWaiting', 'waitingList'),
    byOutcome('waitingList', { again: 'clearBefore', lower: 'proposal', refused: 'waitingRefusal', withdrawn: 'withdrawalRelease' }),
    path('waitingOver', 'noMoney', 'refusalRelease'),
    path('openNotice', 'makePublicNotice', 'noticePeriod', 'checkNotice', 'noticed'),
    choose('noticed', [['noticeSettled != true', 'objections'], ['objectionsUpheld > 0 and reconsideration = null', 'reconsider']], 'approval'),
    path('objections', 'checkNotice'),
    byOutcome('reconsider', { cancel: 'cancelled', again: 'proposal', keep: 'approval' }),
    path('cancelled', 'refusalRelease'),
    byOutcome('approval', { approved: 'makeApproval', returned: 'proposal' }),
    path('makeApproval', 'approvalService', 'tellSupported', 'contractDraft'),

    // 不予支持、撤回
    path('formalRefusal', 'refusalReview'),
    path('financeRefusal', 'refusalReview'),
    path('siteRefusal', 'refusalReview'),
    path('proposalRefusal', 'refusalReview'),
    path('waitingRefusal', 'refusalReview'),
    byOutcome('refusalReview', { agreed: 'refusalRelease', returned: 'refusalBack' }),
    choose('refusalBack', [[is('refusalStage', 'formal'), 'formalReview'], [is('refusalStage', 'finance'), 'financeCheck'], [is('refusalStage', 'site'), 'siteCheck'], [is('refusalStage', 'waiting'), 'waitingList']], 'proposal'),
    path('refusalRelease', 'makeRefusal', 'refusalService', 'tellRefused', 'refusedHow'),
    choose('refusedHow', [[is('refusalStage', 'formal'), 'notAcceptedEnd']], 'notSupportedEnd'),
    path('applicationWithdrawn', 'ownRelease', 'tellSecretariat', 'tellOwn', 'ownEnd'),
    path('withdrawalRelease', 'tellWithdrawn', 'callWithdrawn', 'withdrawnEnd'),

    // 合同
    byOutcome('contractDraft', { drafted: 'contractSum', declined: 'declineRelease' }),
    path('contractSum', 'contractAdds'),
    choose('contractAdds', [['contractTotal = supportAmount and contractComplete = true', 'contractSign']], 'contractDraft'),
    byOutcome('contractSign', { signed: 'contractSeal', declined: 'declineRelease', objected: 'contractDraft' }),
    path('contractOver', 'notSigned', 'declineRelease'),
    byOutcome('contractSeal', { sealed: 'commit', returned: 'contractDraft' }),
    path('commit', 'committed'),
    choose('committed', [['moneyOk = true', 'makeContract']], 'clearBefore'),
    path('makeContract', 'execution', 'executed'),
    choose('executed', [[is('executionEnd', 'completed'), 'selfEvaluation']], 'stopPosition'),
    path('declineRelease', 'tellDeclined', 'declinedEnd'),

    // 实施
    path('begin', 'first', 'underWay'),
    split('underWay', 'supervision', 'current'),
    byOutcome('supervision', { recorded: 'supervision', stop: 'supervisionStop' }),
    path('supervisionStop', 'tellStop'),
    path('current', 'implementation'),
    byOutcome('implementation', { milestone: 'reached', change: 'changeAsked', quit: 'quitting' }),
    path('milestoneOver', 'tellOverdue', 'overdueDecision'),
    byOutcome('overdueDecision', { grace: 'grace', stop: 'stopped' }),
    path('grace', 'current'),
    choose('reached', [['lastInstalment = true', 'acceptanceCheck']], 'milestoneReview'),
    byOutcome('milestoneReview', { propose: 'paymentApproval', back: 'implementation', rectify: 'milestoneRectify', stop: 'stopped' }),
    byOutcome('paymentApproval', { agreed: 'financeApproval', returned: 'milestoneReview' }),
    byOutcome('financeApproval', { approved: 'makePayment', returned: 'milestoneReview' }),
    path('makePayment', 'disburse', 'disbursed'),
    choose('disbursed', [['moneyOk = true', 'payout']], 'paymentProblem'),
    byOutcome('paymentProblem', { again: 'disburse', stop: 'stopped' }),
    path('payout', 'booked', 'tellPaid', 'paid'),
    choose('paid', [['lastInstalment = true', 'completed'], ['instalmentNo = midtermAfter', 'midterm']], 'next'),
    path('completed', 'left'),
    path('next', 'current'),

    choose('changeAsked', [
      ['(changeKind = "extension" and newMilestoneDueOn = null and newEndOn = null) or (changeKind = "leader" and newLeaderName = null) or (changeKind = "reduction" and (reductionAmount = null or reductionAmount >= instalmentAmount))', 'changeIncomplete'],
    ], 'changeReview'),
    path('changeIncomplete', 'implementation'),
    byOutcome('changeReview', { agree: 'changeApproval', refuse: 'tellNoChange' }),
    path('tellNoChange', 'implementation'),
    byOutcome('changeApproval', { approved: 'changed', returned: 'changeReview' }),
    choose('changed', [[is('changeKind', 'reduction'), 'reduce']], 'makeChange'),
    path('reduce', 'reduced'),
    choose('reduced', [['moneyOk = true', 'reduction']], 'changeReview'),
    path('reduction', 'makeChange', 'amend', 'tellChange', 'current'),

    path('midterm', 'midtermCheck'),
    byOutcome('midtermCheck', { passed: 'makeMidterm', rectify: 'midtermRectify', stop: 'stopped' }),
    path('makeMidterm', 'next'),

    path('milestoneRectify', 'rectification'),
    path('midtermRectify', 'rectification'),
    path('acceptanceRectify', 'rectification'),
    path('rectification', 'rectified'),
    path('rectifyOver', 'notRectified', 'stopped'),
    choose('rectified', [[is('rectifyStage', 'midterm'), 'midtermCheck'], [is('rectifyStage', 'acceptance'), 'acceptanceCheck']], 'milestoneReview'),

    byOutcome('acceptanceCheck', { ready: 'acceptance', back: 'implementation', rectify: 'acceptanceRectify' }),
    byOutcome('acceptance', { passed: 'acceptedRound', failed: 'failedRound' }),
    path('acceptedRound', 'makeAcceptance', 'milestoneReview'),
    path('failedRound', 'failedAcceptance'),
    byOutcome('failedAcceptance', { rectify: 'acceptanceRectify', stop: 'stopped' }),
    path('stopped', 'tellStop'),
    path('quitting', 'tellStop'),
    path('tellStop', 'left'),

    // 绩效评价、审计、结项
    path('selfEvaluation', 'evaluation'),
    byOutcome('evaluation', { evaluated: 'makeEvaluation', back: 'selfEvaluation' }),
    path('makeEvaluation', 'audit'),
    byOutcome('audit', { clean: 'makeAudit', rectify: 'auditDay', recover: 'makeAudit' }),
    path('auditDay', 'auditRectification', 'audit'),
    path('auditOverdue', 'audit'),
    path('makeAudit', 'audited'),
    choose('audited', [[outcome('audit', 'recover'), 'auditFound']], 'settleRest'),
    path('auditFound', 'settleStopped'),
    path('settleRest', 'closing'),
    byOutcome('closing', { closed: 'publishResult', back: 'audit' }),
    path('publishResult', 'resultDay', 'limitResult', 'completedEnd'),

    // 终止和追回
    path('stopPosition', 'stopReview'),
    byOutcome('stopReview', { stop: 'stopApproval', resume: 'resumed' }),
    path('resumed', 'resumeTo'),
    choose('resumeTo', [[is('executionEnd', 'completed'), 'selfEvaluation']], 'execution'),
    byOutcome('stopApproval', { approved: 'settleStopped', returned: 'stopReview' }),
    path('settleStopped', 'finalPosition', 'toRecover'),
    choose('toRecover', [['fundDisbursed > 0', 'recoveryDraft']], 'tellStopped'),
    path('tellStopped', 'stoppedEnd'),
    byOutcome('recoveryDraft', { propose: 'withinPaid', none: 'noRecovery' }),
    choose('withinPaid', [['recoveryAmount > fundDisbursed', 'recoveryDraft']], 'makeNotice'),
    byOutcome('noRecovery', { approved: 'nothingRecovered', returned: 'recoveryDraft' }),
    choose('nothingRecovered', [[is('executionEnd', 'completed'), 'closing']], 'tellStopped'),
    path('makeNotice', 'noticeService', 'stating'),
    path('stating', 'recoveryReview'),
    path('statementOver', 'recoveryReview'),
    byOutcome('recoveryReview', { agreed: 'recoveryDecision', amend: 'recoveryDraft' }),
    byOutcome('recoveryDecision', { decided: 'makeDecision', returned: 'recoveryDraft' }),
    path('makeDecision', 'decisionService', 'repaymentDue', 'repayment', 'clawBack'),
    path('repaymentOver', 'late', 'urge', 'lateRepayment'),
    byOutcome('lateRepayment', { repaid: 'clawBack', enforce: 'credit' }),
    path('clawBack', 'clawedBack'),
    choose('clawedBack', [['moneyOk = true', 'repaidSum'], ['repaymentLate = true', 'lateRepayment']], 'repayment'),
    path('repaidSum', 'repaidAll'),
    choose('repaidAll', [['recoveredTotal >= recoveryAmount', 'tellRecovered'], ['repaymentLate = true', 'lateRepayment']], 'repayment'),
    path('tellRecovered', 'recoveredEnd'),
    path('credit', 'enforcedEnd'),
  ])
  .clocks(({ clock, entered, completed, office, officeOf, party }) => {
    const applicant = party('applicant');
    const secretariat = officeOf('secretariat', 'gd-fund-secretariat');
    const finance = officeOf('officer', 'gd-finance');
    const head = office('section-head');
    const record = { breach: 'record' } as const;
    return {
      formalReview: clock('形式审查', 'Formal review', { duty: secretariat, rules: [internal.formalReview], start: [entered('formalReview')], stop: [completed('formalCheck', 'agreed'), completed('formalReview', 'supplement'), entered('refusalReview'), entered('withdrawalRelease')], ...record }),
      supplement: clock('补正', 'Supplement', { duty: applicant, rules: [internal.supplement], start: [entered('supplement')], stop: [completed('supplement')], breach: 'lapse' }),
      financeCheck: clock('财政核查', 'Check by finance', { duty: finance, rules: [internal.financeCheck], start: [entered('financeCheck')], stop: [completed('financeCheck')], ...record }),
      expertReview: clock('专家评审', 'Expert review', { duty: secretariat, rules: [internal.expertReview], start: [entered('panelPlan')], stop: [entered('makeExpert'), entered('withdrawalRelease')], ...record }),
      siteCheck: clock('现场核查', 'Site check', {
        duty: office('officer'), rules: [internal.siteCheck], start: [entered('siteCheck')], stop: [completed('siteCheck', 'consistent'), completed('siteCheck', 'refused')], ...record,
        excludes: [{ during: 'siteRectification', reason: { zh: '整改期间', en: 'While it is being put right' }, basis: internal.siteCheck.basis }],
      }),
      deliberation: clock('集体审议', 'Collective decision', { duty: head, rules: [internal.deliberation], start: [entered('proposal')], stop: [completed('deliberation'), entered('refusalReview'), entered('withdrawalRelease')], ...record }),
      waitingList: clock('候补', 'Waiting list', { duty: secretariat, rules: [internal.waitingList], start: [entered('waitingList')], stop: [completed('waitingList', 'lower'), completed('waitingList', 'withdrawn'), completed('waitingList', 'refused'), entered('openNotice')], breach: 'lapse' }),
      publicNotice: clock('公示期', 'Period of the notice', { duty: head, rules: [internal.publicNotice], start: [entered('noticePeriod')], stop: [completed('noticePeriod')], breach: 'lapse' }),
      objectionReview: clock('处理异议', 'Objections', { duty: office('officer'), rules: [internal.objectionReview], start: [entered('objections')], stop: [entered('reconsider'), entered('approval')], ...record }),
      approval: clock('立项审批', 'Approval', { duty: office('agency-head'), rules: [internal.approval], start: [entered('approval')], stop: [completed('approval')], ...record }),
      contractSigning: clock('签订合同', 'Sign the contract', { duty: applicant, rules: [internal.contractSigning], start: [entered('contractSign')], stop: [completed('contractSign')], breach: 'lapse' }),
      inspection: clock('日常监督检查', 'Inspections', { duty: secretariat, rules: [internal.inspection], start: [entered('supervision')], stop: [completed('supervision'), entered('left')], ...record }),
      milestoneReview: clock('核验里程碑', 'Check of the milestone', { duty: secretariat, rules: [internal.milestoneReview], start: [entered('milestoneReview')], stop: [completed('milestoneReview'), entered('left')], ...record }),
      payment: clock('审批和拨付', 'Approval and payment', { duty: finance, rules: [internal.payment], start: [entered('paymentApproval')], stop: [completed('payout'), completed('paymentApproval', 'returned'), completed('financeApproval', 'returned'), entered('left')], ...record }),
      changeReview: clock('合同变更', 'Change of the contract', { duty: secretariat, rules: [internal.changeReview], start: [entered('changeReview')], stop: [completed('changeApproval', 'approved'), completed('changeReview', 'refuse'), entered('left')], ...record }),
      midterm: clock('提交中期执行情况', 'Mid-term report', { duty: applicant, rules: [internal.midterm], start: [entered('midterm')], stop: [completed('midterm'), entered('left')] }),
      acceptance: clock('组织验收', 'Acceptance', {
        duty: secretariat, rules: [internal.acceptance], start: [entered('acceptanceCheck')], stop: [completed('acceptance'), completed('acceptanceCheck', 'back'), entered('left')], ...record,
        excludes: [{ during: 'rectification', reason: { zh: '整改期间', en: 'While it is being put right' }, basis: internal.acceptance.basis }],
      }),
      selfEvaluation: clock('绩效自评', 'Self-evaluation', { duty: applicant, rules: [internal.selfEvaluation], start: [entered('selfEvaluation')], stop: [completed('selfEvaluation')] }),
      evaluation: clock('绩效评价', 'Evaluation', { duty: finance, rules: [internal.evaluation], start: [entered('evaluation')], stop: [completed('evaluation')], ...record }),
      audit: clock('审计', 'Audit', {
        duty: officeOf('officer', 'gd-audit'), rules: [internal.audit], start: [entered('audit')], stop: [entered('makeAudit')], ...record,
        excludes: [{ during: 'auditRectification', reason: { zh: '整改期间', en: 'While it is being put right' }, basis: internal.audit.basis }],
      }),
      stopReview: clock('终止审查', 'Review of the stop', { duty: secretariat, rules: [internal.stopReview], start: [entered('stopReview')], stop: [completed('stopApproval', 'approved'), completed('stopReview', 'resume')], ...record }),
      statement: clock('陈述申辩', 'Statement', { duty: applicant, startsFrom: 'noticeServedOn', rules: [internal.statement], start: [entered('stating')], stop: [completed('stating')], breach: 'lapse' }),
      recoveryDecision: clock('追回决定', 'Recovery decision', { duty: head, rules: [internal.recoveryDecision], start: [entered('recoveryReview')], stop: [completed('recoveryDecision'), completed('recoveryReview', 'amend')], ...record }),
      repayment: clock('缴还资金', 'Repay', { duty: applicant, startsFrom: 'decisionServedOn', rules: [internal.repayment], start: [entered('repayment')], stop: [entered('tellRecovered'), entered('credit')] }),
    };
  });
