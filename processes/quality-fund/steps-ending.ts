/** How a project ends: 绩效评价、审计、结项; or 终止审查、追回资金 with its own track (告知、陈述申辩、决定、缴还). */
import { text } from '../../domain/text.ts';
import { chosen, fact, orEmpty, yuan } from '../feel.ts';
import type { Steps } from './head.ts';
import { fundId } from './law.ts';
import { speaker, title, toApplicant } from './speak.ts';

export function endingSteps(s: Steps) {
  const { tell, release } = speaker(s);
  const applicant = s.party('applicant');
  const secretariat = s.officeOf('secretariat', 'gd-fund-secretariat');
  const finance = s.officeOf('officer', 'gd-finance');
  const auditor = s.officeOf('officer', 'gd-audit');
  const head = s.office('agency-head');
  const theProject = s.shows('applicantName', 'projectName', 'projectGoals', 'contractNumber', 'supportAmount', 'paidTotal', 'spentAmount');
  const ledger = s.shows('fundReserved', 'fundCommitted', 'fundDisbursed', 'fundRecovered');
  const position = { fundReserved: 'reserved', fundCommitted: 'committed', fundDisbursed: 'disbursed', fundRecovered: 'recovered' } as const;
  const repaying = s.shows('decisionNumber', 'decisionServedOn', 'recoveryAmount', 'recoveredTotal', 'moneyReason');
  const repaid = s.positive('登记缴还', 'Repayment received', { requires: ['repaidAmount', 'repaidOn', 'repaymentVoucher'] });

  return {
    // 绩效评价和审计
    selfEvaluation: s.user('绩效自评', 'Self-evaluation', { by: applicant, form: { ...theProject, ...s.asks('selfEvaluation', 'selfScore', 'spentAmount') }, outcomes: { submitted: s.positive('提交', 'Submitted') } }),
    evaluation: s.user('绩效评价', 'Evaluation', {
      by: finance, form: { ...theProject, ...s.shows('acceptanceOpinion', 'selfEvaluation', 'selfScore'), ...s.asks('evaluationScore', 'evaluationGrade', 'evaluationReport') }, outcomes: { evaluated: s.positive('完成评价', 'Evaluated'), back: s.neutral('退回补充自评', 'More is needed') },
      explains: text('评价结果用于改进管理和安排以后年度预算（预算法实施条例第二十条）', 'The result serves better management and later budgets (Implementing Regulation of the Budget Law §20)'),
    }),
    makeEvaluation: s.document('制作绩效评价报告', 'Make the report of the evaluation', 'evaluation'),
    audit: s.user('审计', 'Audit', {
      by: auditor, form: { ...theProject, ...s.shows('evaluationScore', 'evaluationGrade', 'evaluationReport', 'rectifyReport'), ...s.asks('auditOpinion'), ...s.mayGive('ineligibleAmount', 'rectifyContent', 'rectifyDueOn') },
      outcomes: {
        clean: s.positive('无保留意见', 'Unqualified'), rectify: s.neutral('限期整改', 'To be put right', { requires: ['rectifyContent', 'rectifyDueOn'] }),
        recover: s.negative('存在不合规支出，建议追回', 'Ineligible expenditure: recover', { requires: ['ineligibleAmount'] }),
      },
    }),
    auditDay: s.script('计算审计整改逾期之日', 'Day of default', { rectifyOverdueOn: 'string(date(rectifyDueOn) + duration("P1D"))' }),
    auditRectification: s.user('整改（审计）', 'Put right (audit)', { by: applicant, form: { ...s.shows('auditOpinion', 'rectifyContent', 'rectifyDueOn'), ...s.asks('rectifyReport') }, outcomes: { done: s.positive('已整改', 'Put right') } }),
    auditOverdue: s.deadline('审计整改逾期', 'Not put right in time', 'auditRectification', { kind: 'on', field: 'rectifyOverdueOn' }),
    makeAudit: s.document('制作审计意见', 'Make the opinion of the audit', 'audit'),
    audited: s.choice('审计结论', 'Audit'),
    auditFound: s.script('审计发现', 'Found by the audit', { stopGround: '"audit"', stopReasons: 'auditOpinion', recoveryAmount: 'ineligibleAmount' }),
    settleRest: release('结项：释放结余的承诺资金', 'Closing: free what is left'),
    closing: s.user('结项审批', 'Closing', { by: s.office('section-head'), form: { ...theProject, ...s.shows('evaluationGrade', 'evaluationScore', 'auditOpinion'), ...s.asks('closingOpinion') }, outcomes: { closed: s.positive('同意结项', 'Close'), back: s.negative('退回审计', 'Back to the audit') } }),
    publishResult: s.service('公布项目结果', 'Publish the result', 'publish', {
      kind: '"fund-result"', ...title('基金项目结项', 'Result of a project'),
      facts: `[${[fact('承担单位', 'Applicant', 'applicantName'), fact('项目名称', 'Project', 'projectName'), fact('支持金额（元）', 'Support (yuan)', yuan('paidTotal')), fact('绩效等级', 'Grade', chosen('evaluationGrade', { excellent: '优', good: '良', fair: '中', poor: '差' }))].join(', ')}]`,
    }),
    resultDay: s.service('推算项目结果公示期满日', 'Last day of the result', 'calendar.day', { from: '"today"', amount: 'limit.publicNotice.amount', unit: 'limit.publicNotice.unit' }, { resultPublicUntil: 'day' }),
    limitResult: s.service('项目结果的公示期满日', 'The result is public until then', 'publish.end', { kind: '"fund-result"', until: 'resultPublicUntil', why: 'null' }),
    completedEnd: s.end('结项', 'Completed', 'completed'),

    // 终止审查
    stopPosition: s.service('查询本案资金', 'Money of the case', 'fund.position', { fund: `"${fundId}"` }, position),
    stopReview: s.user('终止审查', 'Review of the stop', {
      by: secretariat, form: { ...theProject, ...s.shows('executionEnd', 'stopGround', 'stopReasons', 'terminationReasons', 'stopOpinion'), ...ledger, ...s.asks('stopOpinion') },
      outcomes: { stop: s.negative('终止项目', 'End the project'), resume: s.positive('恢复实施', 'Go on with the project') },
    }),
    stopApproval: s.user('审批终止', 'Approve the end', {
      by: head, form: { ...theProject, ...s.shows('stopGround', 'stopReasons', 'stopOpinion'), ...ledger }, notSameAs: ['stopReview'], outcomes: { approved: s.positive('同意终止', 'Approved'), returned: s.negative('退回', 'Returned') },
    }),
    /** From here on nothing can be paid any more, also by a payment that is on its way: then what was paid is certain. */
    settleStopped: release('终止：释放承诺资金', 'Stopped: free what is committed'),
    finalPosition: s.service('核定已拨付资金', 'What was paid', 'fund.position', { fund: `"${fundId}"` }, position),
    toRecover: s.choice('是否已拨付资金', 'Was anything paid?'),
    nothingRecovered: s.choice('是否已经完成实施', 'Was it completed?'),
    resumed: s.script('恢复实施', 'Go on', {
      // A payment may have been entered in the ledger when the project was stopped, and not yet here.
      instalmentNo: 'if fundDisbursed > paidTotal then instalmentNo + 1 else instalmentNo', paidTotal: 'fundDisbursed', executionEnd: 'if fundDisbursed > paidTotal and lastInstalment then "completed" else null',
    }),
    resumeTo: s.choice('恢复到何处', 'Where to?'),
    tellStopped: tell('告知项目终止', 'Tell: the project is ended', toApplicant, ['项目终止', 'The project is ended'], [orEmpty('stopReasons'), orEmpty('stopReasons')]),
    stoppedEnd: s.end('项目终止', 'Stopped', 'stopped'),

    // 追回
    recoveryDraft: s.user('拟定追回方案', 'Propose the recovery', {
      by: secretariat, form: { ...theProject, ...s.shows('stopGround', 'stopReasons', 'auditOpinion', 'statementReview'), ...ledger, ...s.mayGive('recoveryAmount', 'recoveryFacts', 'noRecoveryReasons') },
      outcomes: { propose: s.negative('建议追回', 'Recover', { requires: ['recoveryAmount', 'recoveryFacts'] }), none: s.positive('建议不予追回', 'Recover nothing', { requires: ['noRecoveryReasons'] }) },
    }),
    withinPaid: s.choice('是否超出已拨付金额', 'More than was paid?'),
    noRecovery: s.user('审批不予追回', 'Approve: nothing is recovered', {
      by: head, form: { ...theProject, ...s.shows('stopReasons', 'noRecoveryReasons'), ...ledger }, notSameAs: ['recoveryDraft'], outcomes: { approved: s.positive('同意', 'Approved'), returned: s.negative('退回', 'Returned') },
    }),
    makeNotice: s.document('制作追回资金事先告知书', 'Make the notice of the recovery', 'recoveryNotice'),
    noticeService: s.user('送达事先告知书', 'Serve the notice', { by: secretariat, serves: 'recoveryNotice', form: { ...s.shows('applicantName', 'recoveryAmount', 'recoveryFacts'), ...s.asks('noticeServedOn', 'serviceWay') }, outcomes: { served: s.positive('已送达', 'Served') } }),
    stating: s.user('陈述申辩', 'Statement', {
      by: applicant, form: { ...s.shows('recoveryAmount', 'recoveryFacts', 'noticeServedOn'), ...s.mayGive('statement') }, outcomes: { stated: s.neutral('提出陈述申辩', 'Statement made', { requires: ['statement'] }), waived: s.neutral('放弃陈述申辩', 'No statement') },
    }),
    statementOver: s.deadline('陈述申辩期满', 'Time for a statement is over', 'stating', { kind: 'clock', clock: 'statement' }),
    recoveryReview: s.user('复核追回方案', 'Review of the recovery', {
      by: s.office('section-head'), form: { ...theProject, ...s.shows('recoveryAmount', 'recoveryFacts', 'statement'), ...s.asks('statementReview') }, notSameAs: ['recoveryDraft'],
      outcomes: { agreed: s.positive('维持方案', 'As proposed'), amend: s.neutral('申辩成立，修改方案', 'To be amended') },
      explains: text('不得因陈述申辩加重追回', 'Nobody is worse off for having made a statement'),
    }),
    recoveryDecision: s.user('追回决定', 'Decide on the recovery', {
      by: head, form: { ...theProject, ...s.shows('recoveryAmount', 'recoveryFacts', 'statement', 'statementReview'), ...s.mayGive('decisionOpinion') }, notSameAs: ['recoveryDraft', 'recoveryReview'],
      outcomes: { decided: s.negative('决定追回', 'Recover'), returned: s.neutral('退回修改', 'Returned', { requires: ['decisionOpinion'] }) },
    }),
    makeDecision: s.document('制作追回资金决定书', 'Make the recovery decision', 'recoveryDecision', { decisionNumber: 'number' }),
    decisionService: s.user('送达追回资金决定书', 'Serve the decision', { by: secretariat, serves: 'recoveryDecision', form: { ...s.shows('applicantName', 'decisionNumber', 'recoveryAmount'), ...s.asks('decisionServedOn', 'serviceWay') }, outcomes: { served: s.positive('已送达', 'Served') } }),
    repaymentDue: s.script('开始缴还', 'Repayment begins', { recoveredTotal: 'if recoveredTotal = null then 0 else recoveredTotal', repaymentLate: 'false' }),
    repayment: s.user('收缴资金', 'Receive the repayment', { by: finance, form: { ...repaying, ...s.mayGive('repaidAmount', 'repaidOn', 'repaymentVoucher') }, outcomes: { repaid } }),
    repaymentOver: s.deadline('逾期未缴还', 'Not repaid in time', 'repayment', { kind: 'clock', clock: 'repayment' }),
    late: s.script('逾期', 'Overdue', { repaymentLate: 'true' }),
    urge: tell('催告缴还', 'Urge repayment', toApplicant, ['催告：请立即缴还资金', 'Repay at once'], [`"应缴还 " + ${yuan('recoveryAmount')} + " 元，已缴还 " + ${yuan('recoveredTotal')} + " 元，已经逾期。逾期仍不缴还的，依法申请人民法院强制执行。"`, `"To be repaid: " + ${yuan('recoveryAmount')} + " yuan; repaid: " + ${yuan('recoveredTotal')} + ". It is overdue and will be enforced."`]),
    lateRepayment: s.user('逾期收缴', 'Overdue repayment', {
      by: finance, form: { ...repaying, ...s.mayGive('repaidAmount', 'repaidOn', 'repaymentVoucher', 'enforcementRecord') }, outcomes: { repaid, enforce: s.negative('申请强制执行', 'Seek enforcement', { requires: ['enforcementRecord'] }) },
    }),
    clawBack: s.service('追回记账', 'Enter the recovery', 'fund.claw-back', { fund: `"${fundId}"`, amount: 'repaidAmount', note: '"缴还凭证 " + repaymentVoucher' }, { moneyOk: 'ok', moneyReason: 'reason' }),
    clawedBack: s.choice('是否记账', 'Entered?'),
    repaidSum: s.script('登记缴还', 'Register the repayment', { recoveredTotal: 'recoveredTotal + repaidAmount' }),
    repaidAll: s.choice('是否缴清', 'All of it?'),
    tellRecovered: tell('告知缴清', 'Tell: all repaid', toApplicant, ['资金已缴清', 'All is repaid'], [`"追回资金决定书（" + ${orEmpty('decisionNumber')} + "）确定的款项已缴清。"`, `"What decision " + ${orEmpty('decisionNumber')} + " asks for is repaid."`]),
    recoveredEnd: s.end('资金追回', 'Recovered', 'recovered'),
    credit: s.service('记入质量信用档案', 'Enter it in the credit file', 'credit.record', {
      uscc: 'applicantUscc', kind: '"commitment-broken"', level: 'null', ...title('未按追回资金决定缴还财政资金', 'Public money not repaid'),
      facts: `[${[fact('决定书文号', 'Decision', 'decisionNumber'), fact('应缴还（元）', 'To be repaid (yuan)', yuan('recoveryAmount')), fact('已缴还（元）', 'Repaid (yuan)', yuan('recoveredTotal'))].join(', ')}]`,
      decidedOn: 'decisionServedOn', publicFrom: 'null', publicUntil: 'null',
    }),
    enforcedEnd: s.end('申请强制执行', 'Enforcement sought', 'enforcementSought'),
  };
}
