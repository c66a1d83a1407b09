/** From the application to the approval: 申报、形式审查、财政核查、专家评审、现场核查、集体审议、预留资金、公示、立项. */
import { text } from '../../domain/text.ts';
import { chosen, fact, listOf, orEmpty, pointsSaid, yuan } from '../feel.ts';
import type { Steps } from './head.ts';
import { fundId } from './law.ts';
import { speaker, title, toApplicant, toSecretariat } from './speak.ts';

export function selectionSteps(s: Steps) {
  const { tell, tellCall, release } = speaker(s);
  const applicant = s.party('applicant');
  const secretariat = s.officeOf('secretariat', 'gd-fund-secretariat');
  const finance = s.officeOf('officer', 'gd-finance');
  const head = s.office('section-head');
  const theProject = s.shows('applicantName', 'projectName', 'purpose', 'projectContent', 'projectGoals', 'totalInvestment', 'requestedAmount', 'otherFunding');
  const refuses = s.mayGive('refusalGround', 'refusalReasons');
  const refused = s.negative('建议不予支持', 'Refusal proposed', { requires: ['refusalGround', 'refusalReasons'] });
  const withdrawn = s.neutral('申报单位书面撤回申报', 'Withdrawn in writing by the applicant', { requires: ['withdrawalReasons'] });
  const agreedOrBack = { agreed: s.positive('同意', 'Agreed'), returned: s.negative('退回', 'Returned') };

  return {
    received: s.start('收到申报', 'Application received'),
    linkCall: s.service('关联申报通知', 'Find the call', 'case.link', { number: 'callNumber', process: '"fund-call"', reason: '"申报项目"' }, { callFound: 'ok', callTitle: 'title' }),
    readCall: s.service('读取申报通知要求', 'Read its terms', 'cases.collect', { relation: '"lead-from"', process: '"fund-call"', awaits: 'null', fields: '["mostPerProject"]', votes: 'null' }, { callTerms: 'cases' }),
    noteTerms: s.script('登记支持上限', 'Most for one project', { mostPerProject: `if count(${listOf('callTerms')}) = 0 then null else callTerms[1].mostPerProject` }),
    announce: tellApplication(s),
    makeApplication: s.document('制作申请书', 'Make the application', 'application'),

    // 形式审查
    formalReview: s.user('形式审查', 'Formal review', {
      by: secretariat,
      form: {
        ...s.shows('callNumber', 'callFound', 'callTitle', 'callOpen'), ...theProject, ...s.shows('applicantUscc', 'applicantRegion', 'contactName', 'contactPhone', 'leaderName', 'truthful', 'formalCheckOpinion', 'refusalOpinion'),
        ...s.mayGive('formalOpinion', 'supplementRequest', 'withdrawalReasons'), ...refuses,
      },
      outcomes: {
        accepted: s.positive('形式审查合格', 'In order', { requires: ['formalOpinion'] }), supplement: s.neutral('退回补正', 'To be supplemented', { requires: ['supplementRequest'] }),
        refused: s.negative('建议不予受理', 'Not to be accepted', { requires: ['refusalGround', 'refusalReasons'] }), withdrawn,
      },
      explains: text('核对申报期限、申报条件、支持方向和材料是否齐全', 'Check the period, the conditions, the purpose and whether everything is there'),
    }),
    supplement: s.user('补正申报材料', 'Supplement the application', {
      by: applicant, form: { ...s.shows('supplementRequest'), ...s.asks('projectContent', 'projectGoals', 'totalInvestment', 'requestedAmount', 'otherFunding'), ...s.mayGive('leaderName') }, outcomes: { sent: s.positive('已补正', 'Supplemented') },
    }),
    supplementOver: s.deadline('逾期未补正', 'Not supplemented in time', 'supplement', { kind: 'clock', clock: 'supplement' }),
    notSupplemented: s.script('逾期未补正', 'Not supplemented', { refusalGround: '"incomplete"', refusalReasons: '"逾期未补正：" + supplementRequest' }),
    formalCheck: s.user('审核形式审查意见', 'Check of the formal review', {
      by: head, form: { ...theProject, ...s.shows('callTitle', 'callOpen', 'formalOpinion'), ...s.mayGive('formalCheckOpinion') }, notSameAs: ['formalReview'],
      outcomes: { agreed: s.positive('同意', 'Agreed'), returned: s.negative('退回重新审查', 'Returned', { requires: ['formalCheckOpinion'] }) },
    }),
    makeFormal: s.document('制作形式审查意见', 'Make the opinion of the formal review', 'formalOpinion'),
    financeCheck: s.user('财政核查', 'Check by finance', {
      by: finance, form: { ...theProject, ...s.shows('formalOpinion', 'refusalOpinion'), ...s.mayGive('financeOpinion'), ...refuses }, outcomes: { clear: s.positive('未发现重复支持', 'No double funding', { requires: ['financeOpinion'] }), refused },
      explains: text('核查同一项目是否已获其他财政资金支持', 'Whether the project has been supported with public money already'),
    }),

    // 专家评审
    panelPlan: s.user('拟定评审组', 'Plan the panel', {
      by: secretariat, form: { ...theProject, ...s.shows('drawReason'), ...s.asks('qualityExperts', 'metrologyExperts', 'standardExperts', 'financeExperts', 'passMark') }, outcomes: { planned: s.positive('发起抽取', 'Draw') },
      explains: text('评审专家从专家库随机抽取，一般不少于三人；与申报单位有利害关系的专家不进入名单', 'Experts are drawn by lot, usually three or more; those with a conflict of interest are not on the list'),
    }),
    commitDraw: s.service('封存抽取名单', 'Fix the list for the draw', 'draw.commit', {
      subject: `substring(${title('专家评审', '').titleZh}, 1, 200)`, region: 'null', applicants: '[{name: applicantName, uscc: applicantUscc, people: [contactName, leaderName]}]',
      strata: '[{field: "质量管理", seats: qualityExperts}, {field: "计量检测", seats: metrologyExperts}, {field: "标准化", seats: standardExperts}, {field: "财务审计", seats: financeExperts}][seats > 0]',
    }, { drawOk: 'ok', drawReason: 'reason', drawId: 'draw' }),
    drawCommitted: s.choice('能否抽取', 'Can experts be drawn?'),
    drawWitness: s.user('见证抽取', 'Witness the draw', {
      by: s.officeOf('supervisor', 'gd-gov-inspection'), form: { ...s.shows('projectName', 'qualityExperts', 'metrologyExperts', 'standardExperts', 'financeExperts', 'drawId', 'drawReason') }, outcomes: { witnessed: s.positive('已见证', 'Witnessed') },
      explains: text('给出见证词，抽取结果由此公开，任何人可以复核；然后办结本环节', 'Give a word of your own: with it the lot is drawn, and anybody can repeat it; then complete this step'),
    }),
    drawOutcome: s.service('取得抽取结果', 'Result of the draw', 'draw.result', { draw: 'drawId' }, { drawOk: 'ok', drawReason: 'reason', expertNames: 'names' }),
    drawn: s.choice('是否抽齐', 'Are all seats taken?'),
    openPanel: s.service('成立评审组', 'Open the panel', 'panel.open', {
      draw: 'drawId', nameZh: title('评审组', '').titleZh, nameEn: title('', 'Panel').titleEn, applicants: '[{id: "project", name: projectName, uscc: applicantUscc, people: [contactName, leaderName]}]',
      criteria: `[${[['necessity', '必要性', 'Necessity', 3], ['feasibility', '可行性', 'Feasibility', 3], ['benefit', '预期效益', 'Benefit', 2], ['budget', '预算合理性', 'Budget', 2]]
        .map(([id, zh, en, weight]) => `{id: "${id}", zh: "${zh}", en: "${en}", max: 10000, weight: ${weight}}`).join(', ')}]`,
      trim: '0', quorum: 'floor((qualityExperts + metrologyExperts + standardExperts + financeExperts) / 2) + 1', places: '1', threshold: 'passMark * 100', outlier: '2000', ties: '[]',
    }, { panelOk: 'ok', panelId: 'panel' }),
    panelOpened: s.choice('评审组是否成立', 'Is the panel open?'),
    expertReview: s.user('组织专家评审', 'Hold the expert review', {
      by: secretariat, form: { ...theProject, ...s.shows('expertNames', 'panelId', 'passMark'), ...s.mayGive('expertOpinion', 'withdrawalReasons') },
      outcomes: { scored: s.positive('评分齐全，评审组已关闭', 'Scored, panel closed', { requires: ['expertOpinion'] }), again: s.neutral('专家不足，重新抽取', 'Too few experts: draw again'), withdrawn },
      explains: text('专家各自打分，互不可见；评分齐全后关闭评审组，再办结本环节', 'Experts score by themselves; close the panel when all have, then complete this step'),
    }),
    panelOutcome: s.service('取得评审结果', 'Result of the panel', 'panel.result', { panel: 'panelId' }, { panelDone: 'ok', panelVacant: 'vacant', panelRanking: 'ranking' }),
    panelScored: s.choice('评分是否齐全', 'Are the scores complete?'),
    score: s.script('登记得分', 'Register the score', { panelScore: 'panelRanking[1].score', panelRanking: 'null' }),
    makeExpert: s.document('制作专家评审意见', 'Make the opinion of the experts', 'expertOpinion'),
    marked: s.choice('是否达标', 'Above the mark?'),
    belowMark: s.script('未达标', 'Below the mark', { refusalGround: '"belowMark"', refusalReasons: '"专家评审得分" + (if panelScore = null then "无效" else ' + pointsSaid('panelScore') + ') + "，低于达标分" + string(passMark) + "。" + expertOpinion', refusalStage: '"expert"' }),

    // 现场核查
    siteCheck: s.user('现场核查', 'Site check', {
      by: s.office('officer'), form: { ...theProject, ...s.shows('expertOpinion', 'panelScore', 'rectifyReport', 'refusalOpinion'), ...s.asks('siteOn', 'siteMembers', 'siteFindings'), ...s.mayGive('siteIssues', 'rectifyDueOn'), ...refuses }, notSameAs: ['formalReview'],
      outcomes: { consistent: s.positive('与申报一致', 'As stated'), rectify: s.neutral('限期整改', 'To be put right', { requires: ['siteIssues', 'rectifyDueOn'] }), refused },
      explains: text('不少于两人进行，核对设备、人员、财务和已开展的工作', 'By two at least: equipment, staff, books, and what has been done'),
    }),
    siteDay: s.script('计算整改逾期之日', 'Day of default', { rectifyOverdueOn: 'string(date(rectifyDueOn) + duration("P1D"))' }),
    siteRectification: s.user('整改（现场核查）', 'Put right (site check)', { by: applicant, form: { ...s.shows('siteIssues', 'rectifyDueOn'), ...s.asks('rectifyReport') }, outcomes: { done: s.positive('已整改', 'Put right') } }),
    siteOverdue: s.deadline('现场整改逾期', 'Not put right in time', 'siteRectification', { kind: 'on', field: 'rectifyOverdueOn' }),
    makeSite: s.document('制作现场核查报告', 'Make the report of the site check', 'siteReport'),

    // 集体审议
    proposal: s.user('拟定支持方案', 'Propose the support', {
      by: secretariat,
      form: { ...theProject, ...s.shows('mostPerProject', 'expertOpinion', 'panelScore', 'siteFindings', 'objectionRecord', 'reconsideration', 'moneyReason', 'fundHas', 'refusalOpinion'), ...s.mayGive('supportAmount', 'proposalOpinion', 'withdrawalReasons'), ...refuses },
      outcomes: { proposed: s.positive('提请集体审议', 'For the meeting', { requires: ['supportAmount', 'proposalOpinion'] }), refused, withdrawn },
    }),
    withinRequest: s.choice('是否超出申请金额或者支持上限', 'More than was asked for, or than the call gives?'),
    deliberation: s.signed('集体审议', 'Collective decision', {
      by: head, form: { ...theProject, ...s.shows('expertOpinion', 'panelScore', 'siteFindings', 'supportAmount', 'proposalOpinion'), ...s.mayGive('meetingOn', 'meetingRecord') }, notSameAs: ['proposal', 'siteCheck'],
      signers: [{ by: s.office('agency-head'), chair: true }, { by: head }, { by: finance }], order: 'together', rule: { kind: 'share', of: { numerator: 2, denominator: 3 } },
      outcomes: { support: s.positive('同意支持', 'Support'), reject: s.negative('不同意支持', 'Do not support'), abstain: s.neutral('弃权', 'Abstain') }, agree: 'support', disagree: 'reject',
      explains: text('三分之二以上同意为通过', 'Carried by two thirds'),
    }),
    makeMinutes: s.document('制作集体审议纪要', 'Make the minutes', 'minutes'),
    carried: s.choice('是否通过', 'Carried?'),
    notCarried: s.script('未通过', 'Not carried', { refusalGround: '"lessUrgent"', refusalReasons: `"集体审议未通过。" + ${orEmpty('meetingRecord')}`, refusalStage: '"collective"' }),

    // 入库排序、预留资金
    enterLibrary: tellCall('入库，按得分排序', 'Enter the library', 'library', '{lastProject: if case.number = null then case.id else case.number, lastProjectName: projectName, lastScore: panelScore, lastSupport: supportAmount}'),
    clearBefore: release('清除先前的占用', 'Clear what was held before'),
    reserve: s.service('预留资金', 'Reserve the money', 'fund.reserve', { fund: `"${fundId}"`, amount: 'supportAmount', note: 'substring(case.title, 1, 500)' }, { moneyOk: 'ok', moneyReason: 'reason', fundHas: 'has' }),
    reserved: s.choice('基金是否足够', 'Is there enough in the fund?'),
    tellWaiting: tell('告知列入候补', 'Tell: on the waiting list', toApplicant, ['列入候补', 'On the waiting list'],
      [`"项目已经集体审议通过，因基金可用余额不足，列入候补。可用余额 " + ${yuan('fundHas')} + " 元，需要 " + ${yuan('supportAmount')} + " 元。"`, `"The project was carried. The fund has " + ${yuan('fundHas')} + " yuan free and needs " + ${yuan('supportAmount')} + " for it; the project is on the waiting list."`]),
    waitingList: s.user('候补', 'Waiting list', {
      by: secretariat, form: { ...s.shows('applicantName', 'projectName', 'panelScore', 'supportAmount', 'moneyReason', 'fundHas'), ...s.mayGive('withdrawalReasons'), ...refuses },
      outcomes: { again: s.positive('再次预留', 'Try again'), lower: s.neutral('核减后重新审议', 'Propose less'), refused, withdrawn },
      explains: text('基金有余额时，按评审得分的顺序办理', 'In the order of the scores, when there is money'),
    }),
    waitingOver: s.deadline('候补期满', 'Waiting list over', 'waitingList', { kind: 'clock', clock: 'waitingList' }),
    noMoney: s.script('余额不足', 'No money', { refusalGround: '"noMoney"', refusalReasons: '"候补期满，基金余额仍然不足。"', refusalStage: '"waiting"' }),

    // 公示
    openNotice: s.service('公示', 'Public notice', 'notice.open', {
      kind: '"fund-project"', ...title('拟支持项目公示', 'Proposed support'),
      facts: `[${[
        fact('承担单位', 'Applicant', 'applicantName'), fact('项目名称', 'Project', 'projectName'),
        fact('支持方向', 'Purpose', chosen('purpose', { technology: '提高制造技术及工艺水平', product: '提升产品质量', methods: '研究推广先进质量管理方法', system: '建设应用现代质量管理体系' })),
        fact('拟支持金额（元）', 'Support (yuan)', yuan('supportAmount')), fact('专家评审得分', 'Score of the experts', pointsSaid('panelScore')),
      ].join(', ')}]`,
      amount: 'limit.publicNotice.amount', unit: 'limit.publicNotice.unit',
    }, { noticeId: 'publication', noticeLastDay: 'lastDay' }),
    makePublicNotice: s.document('制作公示', 'Make the public notice', 'publicNotice'),
    noticePeriod: s.wait('公示期', 'Period of the notice', { kind: 'clock', clock: 'publicNotice' }),
    checkNotice: s.service('核对公示结果', 'Result of the notice', 'notice.check', { publication: 'noticeId' }, { noticeSettled: 'settled', objectionsOpen: 'open', objectionsUpheld: 'upheld' }),
    noticed: s.choice('公示结果', 'Notice'),
    objections: s.user('处理异议', 'Handle the objections', {
      by: s.office('officer'), form: { ...s.shows('applicantName', 'projectName', 'noticeId', 'noticeLastDay', 'objectionsOpen', 'objectionsUpheld'), ...s.asks('objectionRecord') }, outcomes: { handled: s.positive('异议处理完毕', 'Handled') },
      explains: text('逐件核实、答复异议，全部处理后办结本环节', 'Answer every objection on the page of the notice, then complete this step'),
    }),
    reconsider: s.user('异议成立后的复核', 'After an objection was upheld', {
      by: head, form: { ...theProject, ...s.shows('objectionRecord', 'objectionsUpheld', 'supportAmount', 'refusalOpinion'), ...s.asks('reconsideration') }, notSameAs: ['objections'],
      outcomes: { cancel: s.negative('取消拟支持', 'Cancel the support'), again: s.neutral('重新审议', 'To the meeting again'), keep: s.positive('不影响立项', 'Does not matter') },
    }),
    cancelled: s.script('异议成立', 'Objection upheld', { refusalGround: '"objectionUpheld"', refusalReasons: 'reconsideration', refusalStage: '"notice"' }),
    approval: s.user('立项审批', 'Approval', {
      by: s.office('agency-head'), form: { ...theProject, ...s.shows('supportAmount', 'proposalOpinion', 'noticeLastDay', 'objectionRecord', 'reconsideration'), ...s.mayGive('approvalOpinion') }, notSameAs: ['reconsider'],
      outcomes: { approved: s.positive('同意立项', 'Approved'), returned: s.negative('退回重新审议', 'To the meeting again', { requires: ['approvalOpinion'] }) },
    }),
    makeApproval: s.document('制作立项通知', 'Make the approval', 'approval'),
    approvalService: s.user('送达立项通知', 'Serve the approval', { by: secretariat, serves: 'approval', form: { ...s.shows('applicantName', 'supportAmount'), ...s.asks('approvalServedOn', 'serviceWay') }, outcomes: { served: s.positive('已送达', 'Served') } }),
    tellSupported: tellCall('告知申报通知：支持', 'Tell the call: supported', 'decision', '{lastAmount: supportAmount}'),

    // 不予支持、撤回
    formalRefusal: s.script('形式审查：不予受理', 'Refusal at the formal review', { refusalStage: '"formal"' }),
    financeRefusal: s.script('财政核查：不予支持', 'Refusal at the check by finance', { refusalStage: '"finance"' }),
    siteRefusal: s.script('现场核查：不予支持', 'Refusal at the site check', { refusalStage: '"site"' }),
    proposalRefusal: s.script('支持方案：不予支持', 'Refusal at the proposal', { refusalStage: '"proposal"' }),
    waitingRefusal: s.script('候补：不予支持', 'Refusal from the waiting list', { refusalStage: '"waiting"' }),
    refusalReview: s.user('审核不予支持建议', 'Review of the proposed refusal', {
      by: s.office('agency-head'), form: { ...theProject, ...s.shows('refusalStage', 'refusalGround', 'refusalReasons'), ...s.mayGive('refusalOpinion') },
      outcomes: { agreed: agreedOrBack.agreed, returned: s.negative('不同意，退回', 'Returned', { requires: ['refusalOpinion'] }) },
    }),
    refusalBack: s.choice('退回何处', 'Back to where?'),
    refusalRelease: release('不予支持：释放预留资金', 'Refused: free the money'),
    makeRefusal: s.document('制作不予支持通知', 'Make the refusal', 'refusal'),
    refusalService: s.user('送达不予支持通知', 'Serve the refusal', { by: secretariat, serves: 'refusal', form: { ...s.shows('applicantName', 'refusalGround', 'refusalReasons'), ...s.asks('refusalServedOn', 'serviceWay') }, outcomes: { served: s.positive('已送达', 'Served') } }),
    tellRefused: tellCall('告知申报通知：不予支持', 'Tell the call: refused', 'decision', '{lastAmount: 0}'),
    refusedHow: s.choice('在哪一环节', 'At which stage?'),
    // 申报单位自行撤回: whatever stands open is over, and what was held of the fund is free.
    withdrawing: { ...s.subProcess('申报单位撤回申报', 'The applicant withdraws'), triggered: true as const },
    ...s.within('withdrawing', {
      applicationWithdrawn: { ...s.start('申报单位提出撤回', 'Withdrawn by the applicant'), on: { kind: 'message', message: 'applicationWithdrawn', form: s.mayGive('withdrawalReasons') } as const },
      ownRelease: release('自行撤回申报：释放预留资金', 'Withdrawn: free the money'),
      tellSecretariat: tell('告知基金管理办公室撤回', 'Tell the office of the fund', toSecretariat, ['申报单位撤回申报', 'Application withdrawn'], ['withdrawalReasons', 'withdrawalReasons']),
      tellOwn: tellCall('告知申报通知：自行撤回', 'Tell the call: withdrawn', 'decision', '{lastAmount: 0}'),
      ownEnd: s.end('自行撤回申报', 'Withdrawn', 'withdrawn'),
    }),
    withdrawalRelease: release('撤回申报：释放预留资金', 'Withdrawn: free the money'),
    tellWithdrawn: tell('告知撤回申报', 'Tell: withdrawn', toApplicant, ['已办理撤回申报', 'The application is withdrawn'], ['withdrawalReasons', 'withdrawalReasons']),
    callWithdrawn: tellCall('告知申报通知：撤回', 'Tell the call: withdrawn', 'decision', '{lastAmount: 0}'),
    notAcceptedEnd: s.end('不予受理', 'Not accepted', 'notAccepted'),
    notSupportedEnd: s.end('不予支持', 'Not supported', 'notSupported'),
    withdrawnEnd: s.end('撤回申报', 'Withdrawn', 'withdrawn'),
  };
}

/** A call that is over, or that does not exist, does not take the message: the formal review sees it. */
const tellApplication = (s: Steps) => s.service('向申报通知登记', 'Register with the call', 'message.send', { to: '"lead-from"', message: '"application"', data: '{lastApplicant: applicantName}' }, { callOpen: 'ok' });
