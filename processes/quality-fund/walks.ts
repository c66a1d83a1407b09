/** Ways of a project through the fund, as people would go them. */
import type { JsonObject } from '../../domain/json.ts';
import { day, type Act, type Walk, type Walks } from '../walk.ts';

const usual: Readonly<Record<string, string>> = {
  'secretariat@gd-fund-secretariat': 'qiu', 'officer@gd-amr': 'lin', 'section-head@gd-amr': 'huang', 'agency-head@gd-amr': 'he', 'officer@gd-finance': 'cai', 'officer@gd-audit': 'ding', 'supervisor@gd-gov-inspection': 'supervisor',
  'expert@gd-experts': 'shen', 'uscc:91440605MA4W2Q7H9C': 'chenguang', 'uscc:91440101MA5CK83P1C': 'haichuan', 'uscc:91440000725456195C': 'yuehang',
};
const whoTakes = (_step: string, pool: string): string => usual[pool] ?? `nobody holds ${pool}`;

export const fund = { process: 'quality-fund', whoTakes, walks: makeWalks(),
  grounds: [{ walk: 'notAccepted', step: 'formalReview', field: 'refusalGround', values: ['dishonest'] }, { walk: 'enforced', step: 'milestoneReview', field: 'stopGround', values: ['fraud', 'insolvent'] }],
} as const satisfies Walks;

function makeWalks() {
  const start: JsonObject = {
    callNumber: '粤市监基征〔2026〕1号', applicantName: '佛山市晨光电器有限公司', applicantUscc: '91440605MA4W2Q7H9C', applicantRegion: '440600', contactName: '梁雪', contactPhone: '13800138000', leaderName: '欧阳衡', projectName: '电热水壶温控可靠性提升',
    purpose: 'product', projectContent: '建立温控器全寿命可靠性试验平台，改进底座温控结构。', projectGoals: '温控器失效率由千分之三降至万分之五；建立企业标准一项。', totalInvestment: 120_000_000, requestedAmount: 30_000_000, otherFunding: '无', truthful: true,
  };
  const toys: JsonObject = {
    ...start, applicantName: '广州海川玩具有限公司', applicantUscc: '91440101MA5CK83P1C', applicantRegion: '440100', contactName: '郑海', leaderName: '钟毅', projectName: '儿童玩具小零件安全检测线', purpose: 'technology', projectContent: '建设小零件脱落自动检测线。', projectGoals: '出厂批次检测覆盖率百分之百。', requestedAmount: 20_000_000,
  };
  const cars: JsonObject = {
    ...start, applicantName: '广东粤航汽车有限公司', applicantUscc: '91440000725456195C', applicantRegion: '440000', contactName: '曾宇', leaderName: '陆远', projectName: '动力电池密封质量管理体系', purpose: 'system', projectContent: '建设覆盖供应链的质量管理体系。', projectGoals: '电池箱体气密不良率降低百分之八十。', requestedAmount: 50_000_000,
  };
  const chenguang = { starter: 'chenguang', agency: 'gd-amr', start } as const;
  const haichuan = { starter: 'haichuan', agency: 'gd-amr', start: toys } as const;

  const accepted: Act = ['formalReview', 'accepted', { formalOpinion: '材料齐全，符合申报条件。' }];
  const checked: Act = ['formalCheck', 'agreed'];
  const clear: Act = ['financeCheck', 'clear', { financeOpinion: '未发现重复支持。' }];
  const planned = (qualityExperts = 2): Act => ['panelPlan', 'planned', { qualityExperts, metrologyExperts: 1, standardExperts: 0, financeExperts: 0, passMark: 60 }];
  const drawn: readonly Act[] = [{ beside: 'draw' }, ['drawWitness', 'witnessed']];
  const scored = (opinion = '目标明确，技术路线可行，预算合理。', how = 'score'): readonly Act[] => [{ beside: how }, ['expertReview', 'scored', { expertOpinion: opinion }]];
  const formal: readonly Act[] = [accepted, checked];
  const reviewed: readonly Act[] = [...formal, clear, planned(), ...drawn, ...scored()];
  const found: JsonObject = { siteOn: day(0), siteMembers: '林晓、周敏', siteFindings: '试验室、设备和人员与申报一致。' };
  const onSite: Act = ['siteCheck', 'consistent', found];
  const proposed = (supportAmount = 30_000_000): Act => ['proposal', 'proposed', { supportAmount, proposalOpinion: '建议按申请金额支持。' }];
  const meeting: JsonObject = { meetingOn: day(0), meetingRecord: '与会人员认为项目质量提升作用明显。' };
  const carried: readonly Act[] = [['deliberation', 'support', meeting], ['deliberation', 'support']];
  const deliberated: readonly Act[] = [...reviewed, onSite, proposed(), ...carried];
  const overNotice: readonly Act[] = [{ waitFor: 'noticePeriod' }];
  const endNotice: Act = { beside: 'closeNotice' };
  const noticed: readonly Act[] = [endNotice, ...overNotice];
  const approved: readonly Act[] = [['approval', 'approved', { approvalOpinion: '同意立项。' }], ['approvalService', 'served', { approvalServedOn: day(0), serviceWay: 'electronic' }]];
  const selected: readonly Act[] = [...deliberated, ...noticed, ...approved];

  const threeParts: JsonObject = {
    projectStartOn: day(0), projectEndOn: day(540), instalmentCount: 3, firstGoal: '完成试验平台设计', firstAmount: 9_000_000, firstDueOn: day(90), secondGoal: '试验平台投入使用', secondAmount: 12_000_000, secondDueOn: day(300),
    thirdGoal: '达到绩效目标，通过验收', thirdAmount: 9_000_000, thirdDueOn: day(540), midtermAfter: 2, contractTerms: '知识产权归乙方所有。',
  };
  const oneInstalment: JsonObject = { projectStartOn: day(0), projectEndOn: day(200), instalmentCount: 1, firstGoal: '达到绩效目标，通过验收', firstAmount: 30_000_000, firstDueOn: day(200), midtermAfter: 0 };
  const contract = (terms = threeParts): readonly Act[] => [['contractDraft', 'drafted', terms], ['contractSign', 'signed'], ['contractSeal', 'sealed']];
  const reached = (spentAmount: number): Act => ['implementation', 'milestone', { progressReport: '本期里程碑已完成。', evidence: '设计文件、验收单、发票清单。', spentAmount }];
  const proposedPayment: Act = ['milestoneReview', 'propose', { milestoneOpinion: '里程碑完成，凭证齐全，建议拨款。' }];
  const planNumber = '粤财行〔2026〕88号';
  const paid: readonly Act[] = [['paymentApproval', 'agreed', { paymentOpinion: '同意。' }], ['financeApproval', 'approved', { planNumber }], ['payout', 'paid', { paymentVoucher: '国库支付20260001', paidOn: day(0) }]];
  const instalment = (spentAmount: number): readonly Act[] => [reached(spentAmount), proposedPayment, ...paid];
  const midterm: readonly Act[] = [['midterm', 'submitted', { midtermReport: '按计划执行，平台已投入使用。', spentAmount: 22_000_000 }], ['midtermCheck', 'passed', { midtermOpinion: '进度和资金使用符合合同。' }]];
  const acceptance: readonly Act[] = [['acceptance', 'passed', { acceptanceOn: day(0), acceptanceOpinion: '完成合同约定的全部内容。' }], ['acceptance', 'passed']];
  const accept: readonly Act[] = [['acceptanceCheck', 'ready'], ...acceptance, proposedPayment, ...paid];
  const selfRated: Act = ['selfEvaluation', 'submitted', { selfEvaluation: '失效率降至万分之四，建立企业标准一项。', selfScore: 95, spentAmount: 30_000_000 }];
  const evaluated: readonly Act[] = [selfRated, ['evaluation', 'evaluated', { evaluationScore: 92, evaluationGrade: 'excellent', evaluationReport: '目标全部实现，资金使用规范。' }]];
  const audited: Act = ['audit', 'clean', { auditOpinion: '专账核算，未发现不合规支出。' }];
  const closed: Act = ['closing', 'closed', { closingOpinion: '同意结项。' }];

  const refusal: readonly Act[] = [['refusalReview', 'agreed'], ['refusalService', 'served', { refusalServedOn: day(0), serviceWay: 'electronic' }]];
  const notOpinion = (ground: string, reasons: string): JsonObject => ({ refusalGround: ground, refusalReasons: reasons });
  const returned: Act = ['refusalReview', 'returned', { refusalOpinion: '理由不充分，请再核实。' }];
  const takenBack = (by: string): Act => ({ action: 'withdraw', by, body: { reason: '企业投资计划调整，撤回申报。' } });
  const withdrawal: JsonObject = { withdrawalReasons: '企业投资计划调整，撤回申报。' };

  const stopNow: JsonObject = { stopGround: 'misuse', stopReasons: '将拨付资金用于偿还贷款。' };
  const ended: readonly Act[] = [['stopReview', 'stop', { stopOpinion: '事实清楚，建议终止。' }], ['stopApproval', 'approved']];
  const recoveryDrafted = (recoveryAmount = 9_000_000): Act => ['recoveryDraft', 'propose', { recoveryAmount, recoveryFacts: '挪用第一期拨款，违反合同约定。' }];
  const told: Act = ['noticeService', 'served', { noticeServedOn: day(0), serviceWay: 'direct' }];
  const decided: readonly Act[] = [['recoveryReview', 'agreed', { statementReview: '申辩理由不成立。' }], ['recoveryDecision', 'decided', { decisionOpinion: '同意追回。' }], ['decisionService', 'served', { decisionServedOn: day(0), serviceWay: 'direct' }]];
  const repaid = (step: string, repaidAmount: number): Act => [step, 'repaid', { repaidAmount, repaidOn: day(0), repaymentVoucher: `缴款书${repaidAmount}` }];
  const begun: readonly Act[] = [...selected, ...contract()];
  const onePaid: readonly Act[] = [...begun, ...instalment(9_000_000)];
  const rectify: JsonObject = { rectifyContent: '补齐采购合同和发票。', rectifyDueOn: day(20) };
  const put: Act = ['rectification', 'done', { rectifyReport: '已补齐。' }];

  return {
    completed: { ...chenguang, title: '三期里程碑，中期检查、验收、评价、审计，结项', outcome: 'completed', acts: [...onePaid, ...instalment(22_000_000), ...midterm, reached(30_000_000), ...accept, ...evaluated, audited, closed] },
    everythingTwice: {
      ...chenguang, title: '每一步都退回一次，变更合同，整改后通过', outcome: 'completed',
      acts: [
        ['formalReview', 'supplement', { supplementRequest: '请补充绩效目标。' }],
        ['supplement', 'sent', { projectContent: '建立试验平台。', projectGoals: '失效率降至万分之五。', totalInvestment: 120_000_000, requestedAmount: 30_000_000, otherFunding: '无' }], accepted, ['formalCheck', 'returned', { formalCheckOpinion: '请核对申报期限。' }], ...formal,
        clear, planned(9), planned(), ...drawn, ['expertReview', 'again'], planned(), ...drawn, ...scored(),
        ['siteCheck', 'rectify', { ...found, siteIssues: '试验室标识不清。', rectifyDueOn: day(20) }], ['siteRectification', 'done', { rectifyReport: '已重新标识。' }], onSite,
        proposed(40_000_000), proposed(), ...carried, { beside: 'object' }, ...noticed, { beside: 'handle' }, ['objections', 'handled', { objectionRecord: '异议一件，经核实成立。' }],
        ['reconsider', 'again', { reconsideration: '核减后重新审议。' }], proposed(), ['deliberation', 'support', meeting], ['deliberation', 'abstain'], ['deliberation', 'support'], ...noticed,
        ['approval', 'returned', { approvalOpinion: '请补充说明异议。' }], proposed(), ...carried, ...noticed, ...approved,
        ['contractDraft', 'drafted', { ...threeParts, thirdAmount: 1_000_000 }], ['contractDraft', 'drafted', threeParts], ['contractSign', 'objected', { withdrawalReasons: '请明确知识产权。' }], ['contractDraft', 'drafted', threeParts], ['contractSign', 'signed'],
        ['contractSeal', 'returned', { contractOpinion: '请补充验收方式。' }], ...contract(),
        ['supervision', 'recorded', { inspectionRecord: '现场检查，设备已到货。' }],
        ['implementation', 'change', { changeKind: 'extension', changeReasons: '设备到货推迟。' }], ['implementation', 'change', { changeKind: 'extension', changeReasons: '设备到货推迟。', newMilestoneDueOn: day(150), newEndOn: day(700) }],
        ['changeReview', 'agree', { changeOpinion: '情况属实。' }], ['changeApproval', 'returned'], ['changeReview', 'agree', { changeOpinion: '情况属实，建议同意。' }], ['changeApproval', 'approved'],
        ['implementation', 'change', { changeKind: 'leader', changeReasons: '原负责人离职。', newLeaderName: '黎青' }], ['changeReview', 'refuse', { changeOpinion: '接任者不具备条件。' }],
        reached(9_000_000), ['milestoneReview', 'back', { milestoneOpinion: '缺少验收单。' }], reached(9_000_000), ['milestoneReview', 'rectify', rectify], put, proposedPayment, ['paymentApproval', 'returned', { paymentOpinion: '请核对金额。' }], proposedPayment,
        ['paymentApproval', 'agreed'], ['financeApproval', 'returned', { paymentOpinion: '请补充合同编号。' }], proposedPayment, ...paid,
        ['implementation', 'change', { changeKind: 'reduction', changeReasons: '采购价格下降。', reductionAmount: 2_000_000 }], ['changeReview', 'agree', { changeOpinion: '建议核减。' }], ['changeApproval', 'approved'],
        ...instalment(19_000_000), ['midterm', 'submitted', { midtermReport: '进度正常。', spentAmount: 19_000_000 }], ['midtermCheck', 'rectify', { midtermOpinion: '凭证不全。', ...rectify }], put, ['midtermCheck', 'passed', { midtermOpinion: '整改到位。' }],
        reached(28_000_000), ['acceptanceCheck', 'back', { milestoneOpinion: '缺少检测报告。' }], reached(28_000_000), ['acceptanceCheck', 'rectify', rectify], put, ['acceptanceCheck', 'ready'],
        ['acceptance', 'failed', { acceptanceOpinion: '指标未达到。' }], ['acceptance', 'failed'], ['failedAcceptance', 'rectify', rectify], put, ['acceptanceCheck', 'ready'], ['acceptance', 'passed', { acceptanceOn: day(0), acceptanceOpinion: '整改后达到。' }], ['acceptance', 'abstain'], ['acceptance', 'passed'], proposedPayment, ...paid,
        selfRated, ['evaluation', 'back', { evaluationScore: 0, evaluationGrade: 'fair', evaluationReport: '自评缺少数据。' }], ...evaluated, ['audit', 'rectify', { auditOpinion: '科目归集有误。', ...rectify }], ['auditRectification', 'done', { rectifyReport: '已调整科目。' }], audited,
        ['closing', 'back', { closingOpinion: '请补充审计附表。' }], audited, closed,
      ],
    },
    oneInstalment: { ...chenguang, title: '一期拨款，验收后拨付，异议不成立', outcome: 'completed', acts: [...deliberated, { beside: 'objectInVain' }, ...noticed, { beside: 'handle' }, ['objections', 'handled', { objectionRecord: '异议一件，经核实不成立。' }], ...approved, ...contract(oneInstalment), reached(30_000_000), ...accept, ...evaluated, audited, closed] },

    // 不予受理、不予支持、撤回、放弃
    notAccepted: { ...chenguang, title: '超出申报期限，不予受理', outcome: 'notAccepted', acts: [['formalReview', 'refused', notOpinion('late', '申报日期晚于截止日期。')], ...refusal] },
    notSupplemented: { ...chenguang, title: '逾期未补正，不予受理', outcome: 'notAccepted', acts: [['formalReview', 'supplement', { supplementRequest: '请补充审计报告。' }], { waitFor: 'supplement' }, ...refusal] },
    refusalReturned: {
      ...chenguang, title: '不予支持的建议在各环节被退回一次，最后不予支持', outcome: 'notSupported',
      acts: [
        ['formalReview', 'refused', notOpinion('ineligible', '成立不满一年。')], returned, ...formal, ['financeCheck', 'refused', notOpinion('duplicate', '已获技改资金。')], returned, clear, planned(), ...drawn, ...scored(),
        ['siteCheck', 'refused', { ...found, ...notOpinion('notAsStated', '设备未到位。') }], returned, onSite, ['proposal', 'refused', notOpinion('outOfPurpose', '属于扩大产能。')], returned, ['proposal', 'refused', notOpinion('outOfPurpose', '属于扩大产能，不属于质量提升。')], ...refusal,
      ],
    },
    duplicate: { ...haichuan, title: '已获其他财政资金，不予支持', outcome: 'notSupported', acts: [...formal, ['financeCheck', 'refused', notOpinion('duplicate', '同一项目已获省级技改资金。')], ...refusal] },
    belowMark: { ...haichuan, title: '专家评审未达标', outcome: 'notSupported', acts: [...formal, clear, planned(), ...drawn, ...scored('创新性不足，预算依据不充分。', 'scoreLow'), ['refusalService', 'served', { refusalServedOn: day(0), serviceWay: 'electronic' }]] },
    notAsStated: { ...chenguang, title: '现场整改逾期，与申报不符', outcome: 'notSupported', acts: [...reviewed, ['siteCheck', 'rectify', { ...found, siteIssues: '关键设备未到位。', rectifyDueOn: day(20) }], { waitFor: 'siteOverdue' }, ['siteCheck', 'refused', { ...found, ...notOpinion('notAsStated', '整改期满，设备仍未到位。') }], ...refusal] },
    notCarried: { ...chenguang, title: '集体审议未通过', outcome: 'notSupported', acts: [...reviewed, onSite, proposed(), ['deliberation', 'reject', { meetingOn: day(0), meetingRecord: '质量提升作用不明显。' }], ['deliberation', 'reject'], ['refusalService', 'served', { refusalServedOn: day(0), serviceWay: 'electronic' }]] },
    noMoney: {
      ...chenguang, title: '基金余额不足，列入候补，期满不予支持', outcome: 'notSupported',
      acts: [{ beside: 'emptyFund' }, ...deliberated, ['waitingList', 'again'], { waitFor: 'waitingList' }, ['refusalService', 'served', { refusalServedOn: day(0), serviceWay: 'mail' }]],
    },
    noMoneyRefused: {
      ...chenguang, title: '候补期间不予支持，先被退回', outcome: 'notSupported',
      acts: [{ beside: 'emptyFund' }, ...deliberated, ['waitingList', 'refused', notOpinion('noMoney', '本年度不再有余额。')], returned, ['waitingList', 'lower'], proposed(), ...carried, ['waitingList', 'refused', notOpinion('noMoney', '本年度不再有余额。')], ...refusal],
    },
    fromWaitingList: {
      ...chenguang, title: '候补后落实资金，签约前书面放弃', outcome: 'declined',
      acts: [{ beside: 'emptyFund' }, ...deliberated, { beside: 'fillFund' }, ['waitingList', 'again'], ...noticed, ...approved, ['contractDraft', 'declined', withdrawal]],
    },
    objectionUpheld: { ...chenguang, title: '公示异议成立，取消立项', outcome: 'notSupported', acts: [...deliberated, { beside: 'object' }, ...noticed, { beside: 'handle' }, ['objections', 'handled', { objectionRecord: '异议一件，经核实成立。' }], ['reconsider', 'cancel', { reconsideration: '关键技术来源存在争议。' }], ['refusalService', 'served', { refusalServedOn: day(0), serviceWay: 'electronic' }]] },
    objectionKept: {
      ...chenguang, title: '异议成立但不影响立项，申报单位签约时放弃', outcome: 'declined',
      acts: [...deliberated, { beside: 'object' }, ...noticed, { beside: 'handle' }, ['objections', 'handled', { objectionRecord: '异议一件，经核实成立。' }], ['reconsider', 'keep', { reconsideration: '更正申报单位名称后不影响立项。' }], ...approved, ['contractDraft', 'drafted', threeParts], ['contractSign', 'declined', withdrawal]],
    },
    contractLapsed: { ...chenguang, title: '逾期未签订合同，视为放弃', outcome: 'declined', acts: [...selected, ['contractDraft', 'drafted', threeParts], { waitFor: 'contractSigning' }] },
    withdrawnEarly: { ...chenguang, title: '形式审查中撤回', outcome: 'withdrawn', acts: [['formalReview', 'withdrawn', withdrawal]] },
    withdrawnAtReview: { ...haichuan, title: '专家评审中撤回', outcome: 'withdrawn', acts: [...formal, clear, planned(), ...drawn, ['expertReview', 'withdrawn', withdrawal]] },
    takenBackEarly: { ...chenguang, title: '形式审查合格后申报单位自行撤回', outcome: 'withdrawn', acts: [...formal, takenBack('chenguang')] },
    takenBackAtReview: { ...haichuan, title: '专家评审中申报单位自行撤回', outcome: 'withdrawn', acts: [...formal, clear, planned(), ...drawn, takenBack('haichuan')] },
    takenBackAfterReserve: { ...chenguang, title: '资金预留后、立项前申报单位自行撤回', outcome: 'withdrawn', acts: [...deliberated, { beside: 'reserved' }, takenBack('chenguang')] },
    withdrawnAtProposal: { ...chenguang, title: '集体审议前撤回', outcome: 'withdrawn', acts: [...reviewed, onSite, ['proposal', 'withdrawn', withdrawal]] },
    withdrawnWaiting: { ...chenguang, title: '候补期间撤回', outcome: 'withdrawn', acts: [{ beside: 'emptyFund' }, ...deliberated, ['waitingList', 'withdrawn', withdrawal]] },

    // 停止、追回
    quit: { ...chenguang, title: '尚未拨款，承担单位申请终止', outcome: 'stopped', acts: [...begun, ['implementation', 'quit', { terminationReasons: '市场变化，项目无法继续。' }], ['stopReview', 'stop', { stopOpinion: '同意终止。' }], ['stopApproval', 'returned'], ...ended] },
    resumed: { ...chenguang, title: '监督检查停止实施，审查后恢复，后因逾期终止', outcome: 'stopped', acts: [...begun, ['supervision', 'stop', stopNow], ['stopReview', 'resume', { stopOpinion: '经核实系误解，恢复实施。' }], { waitFor: 'milestoneOver' }, ['overdueDecision', 'grace', { graceReasons: '给予宽限。', newMilestoneDueOn: day(60) }], { waitFor: 'milestoneOver' }, ['overdueDecision', 'stop', { stopGround: 'overdue', stopReasons: '宽限期满仍未完成。' }], ...ended] },
    nothingRecovered: { ...chenguang, title: '已拨款，终止后不予追回', outcome: 'stopped', acts: [...onePaid, ['implementation', 'quit', { terminationReasons: '不可抗力。' }], ...ended, ['recoveryDraft', 'none', { noRecoveryReasons: '已按合同全部用于项目，因不可抗力终止。' }], ['noRecovery', 'returned'], ['recoveryDraft', 'none', { noRecoveryReasons: '审计确认已全部用于项目。' }], ['noRecovery', 'approved']] },
    recovered: {
      ...chenguang, title: '挪用资金，停止实施，申辩后修改方案，追回并缴清', outcome: 'recovered',
      acts: [
        ...onePaid, ['supervision', 'stop', stopNow], ...ended, recoveryDrafted(99_000_000), recoveryDrafted(), told, ['stating', 'stated', { statement: '已归还其中三十万元。' }], ['recoveryReview', 'amend', { statementReview: '部分成立。' }], recoveryDrafted(6_000_000), told, ['stating', 'waived'],
        ['recoveryReview', 'agreed', { statementReview: '维持。' }], ['recoveryDecision', 'returned', { decisionOpinion: '请补充凭证。' }], recoveryDrafted(6_000_000), told, { waitFor: 'statement' }, ...decided, repaid('repayment', 99_000_000), repaid('repayment', 2_000_000), repaid('repayment', 4_000_000),
      ],
    },
    enforced: { ...chenguang, title: '逾期未缴还，申请强制执行', outcome: 'enforcementSought', acts: [...onePaid, reached(9_000_000), ['milestoneReview', 'stop', stopNow], ...ended, recoveryDrafted(), told, ['stating', 'waived'], ...decided, { waitFor: 'repayment' }, repaid('lateRepayment', 1_000_000), ['lateRepayment', 'enforce', { enforcementRecord: '已向人民法院申请强制执行。' }]] },
    recoveredLate: { ...chenguang, title: '整改逾期停止实施，逾期后缴清', outcome: 'recovered', acts: [...onePaid, reached(9_000_000), ['milestoneReview', 'rectify', rectify], { waitFor: 'rectifyOver' }, ...ended, recoveryDrafted(3_000_000), told, ['stating', 'waived'], ...decided, { waitFor: 'repayment' }, repaid('lateRepayment', 3_000_000)] },
    midtermFailed: { ...chenguang, title: '中期检查不通过，终止并追回', outcome: 'recovered', acts: [...onePaid, ...instalment(20_000_000), ['midterm', 'submitted', { midtermReport: '进度滞后。', spentAmount: 20_000_000 }], ['midtermCheck', 'stop', { midtermOpinion: '无法完成。', stopGround: 'failed', stopReasons: '中期检查不通过。' }], ...ended, recoveryDrafted(5_000_000), told, ['stating', 'waived'], ...decided, repaid('repayment', 5_000_000)] },
    acceptanceFailed: { ...chenguang, title: '验收不通过，终止', outcome: 'stopped', acts: [...selected, ...contract(oneInstalment), reached(30_000_000), ['acceptanceCheck', 'ready'], ['acceptance', 'failed', { acceptanceOpinion: '指标未达到。' }], ['acceptance', 'failed'], ['failedAcceptance', 'stop', { stopGround: 'failed', stopReasons: '验收不通过。' }], ...ended] },
    auditRecovers: {
      ...chenguang, title: '审计整改逾期，发现不合规支出，追回', outcome: 'recovered',
      acts: [...selected, ...contract(oneInstalment), reached(30_000_000), ...accept, ...evaluated, ['audit', 'rectify', { auditOpinion: '凭证不全。', ...rectify }], { waitFor: 'auditOverdue' }, ['audit', 'recover', { auditOpinion: '存在不合规支出。', ineligibleAmount: 1_500_000 }], recoveryDrafted(1_500_000), told, ['stating', 'waived'], ...decided, repaid('repayment', 1_500_000)],
    },
    auditPardons: {
      ...chenguang, title: '审计建议追回，审批不予追回后结项', outcome: 'completed',
      acts: [...selected, ...contract(oneInstalment), reached(30_000_000), ...accept, ...evaluated, ['audit', 'recover', { auditOpinion: '个别凭证不规范。', ineligibleAmount: 100_000 }], ['recoveryDraft', 'none', { noRecoveryReasons: '经补充凭证，支出合规。' }], ['noRecovery', 'approved'], closed],
    },
    lostCommitment: {
      ...chenguang, title: '承诺资金不足以拨付，停止实施', outcome: 'stopped',
      acts: [...begun, reached(9_000_000), proposedPayment, ['paymentApproval', 'agreed'], { beside: 'loseCommitment' }, ['financeApproval', 'approved', { planNumber }], ['paymentProblem', 'again'], ['paymentProblem', 'stop', { stopGround: 'own', stopReasons: '承诺资金已经释放。' }], ...ended],
    },
    vehicles: { starter: 'yuehang', agency: 'gd-amr', start: cars, title: '企业申报，待形式审查', outcome: null, acts: [] },
  } as const satisfies Record<string, Walk>;
}
