/** 基金申报通知 (粤府〔2020〕50号 measure 二十二): a call that projects answer, and that learns what becomes of them. */
import { calendarDays, internalTarget, under, workingDays } from '../../domain/model/builder-clocks.ts';
import { text } from '../../domain/text.ts';
import { each, fact, listOf, pointsSaid, yuan } from '../feel.ts';
import { budgetLaw } from '../instruments.ts';
import { fundId } from '../quality-fund/law.ts';
import { callHead } from './head.ts';

/** What comes to the call while it is under way. */
const counted = { decidedCount: 'decidedCount + 1', supportedCount: 'if lastAmount > 0 then supportedCount + 1 else supportedCount', supportedAmount: 'supportedAmount + lastAmount' } as const;

/** 入库排序: who has the better score comes first, equals as they came; a project that was deliberated again stands there once. */
const library = `sort(append(${each('e', listOf('library'), 'e.number != lastProject')}, {number: lastProject, name: lastProjectName, score: lastScore, amount: lastSupport}), function(a, b) a.score > b.score)`;
const libraryText = `string join(for i in 1..count(library) return string(i) + ". " + library[i].number + " " + library[i].name + "：" + ${pointsSaid("library[i].score")} + "分，拟支持" + string(library[i].amount / 100) + "元", "\\n")`;

export const fundCall = callHead
  .steps((s) => {
    const secretariat = s.officeOf('secretariat', 'gd-fund-secretariat');
    const finance = s.officeOf('officer', 'gd-finance');
    const call = s.shows('callYear', 'callName', 'purposes', 'callBudget', 'mostPerProject', 'conditions', 'materials', 'applicationsUntil', 'consultation');
    const counts = s.shows('applicationCount', 'decidedCount', 'supportedCount', 'supportedAmount');
    const closing = (zh: string, en: string) => s.script(zh, en, { closesOn: 'string(date(applicationsUntil) + duration("P1D"))', periodOver: 'false' });
    return {
      received: s.start('发起征集', 'Call proposed'),
      draft: s.user('拟订申报通知', 'Draft the call', {
        by: secretariat,
        form: { ...s.shows('callYear', 'callName', 'callReasons', 'purposes', 'fundAvailable', 'overBudget', 'financeOpinion', 'approvalOpinion'), ...s.asks('callBudget', 'mostPerProject', 'conditions', 'materials', 'applicationsUntil', 'consultation'), ...s.mayGive('draftOpinion') },
        outcomes: { drafted: s.positive('送审', 'For review') },
      }),
      balance: s.service('查询基金余额', 'What the fund has', 'fund.position', { fund: `"${fundId}"` }, { fundAvailable: 'available' }),
      financeReview: s.user('财政审核', 'Review by finance', {
        by: finance, form: { ...call, ...s.shows('callReasons', 'draftOpinion', 'fundAvailable'), ...s.asks('financeOpinion', 'budgetRoute'), ...s.mayGive('budgetDay') }, outcomes: { agreed: s.positive('同意', 'Agreed'), returned: s.negative('退回修改', 'Returned') },
        explains: text('本批资金不应超过基金可用余额。通过转移支付下达的，填写预算批准或者接到上级转移支付之日', 'A call should not ask for more than the fund has. Where the money is a transfer, give the day on which the budget was approved or the transfer received'),
      }),
      weighMoney: s.script('核对资金', 'Is there so much?', {
        overBudget: `if mostPerProject > callBudget then "单个项目支持上限大于本批资金" else if budgetRoute != "central" and fundAvailable != null and callBudget > fundAvailable then "本批资金" + ${yuan('callBudget')} + "元，超出基金可用余额" + ${yuan('fundAvailable')} + "元" else null`,
      }),
      affordable: s.choice('是否超出基金可用余额', 'More than the fund has?'),
      approval: s.user('审批申报通知', 'Approve the call', {
        by: s.office('agency-head'), form: { ...call, ...s.shows('fundAvailable', 'financeOpinion'), ...s.mayGive('approvalOpinion') },
        outcomes: { approved: s.positive('同意发布', 'Approved'), returned: s.neutral('退回修改', 'Returned', { requires: ['approvalOpinion'] }), refused: s.negative('不同意', 'Refused', { requires: ['approvalOpinion'] }) },
      }),
      makeCall: s.document('制作申报通知', 'Make the call', 'call'),
      publishCall: s.service('发布申报通知', 'Publish the call', 'publish', {
        kind: '"fund-call"', titleZh: 'substring(callName, 1, 500)', titleEn: 'substring("Call: " + callName, 1, 500)',
        facts: `[${[fact('申报通知案号', 'Number of the call', 'case.number'), fact('本批资金（元）', 'Money (yuan)', yuan('callBudget')), fact('单个项目上限（元）', 'Most for one project (yuan)', yuan('mostPerProject')), fact('申报条件', 'Conditions', 'conditions'), fact('申报材料', 'What is to be handed in', 'materials'), fact('申报截止日期', 'Applications until', 'applicationsUntil'), fact('咨询方式', 'Whom to ask', 'consultation')].join(', ')}]`,
      }),
      opening: s.script('开始接收申报', 'Open', { closesOn: 'string(date(applicationsUntil) + duration("P1D"))', periodOver: 'false', applicationCount: '0', decidedCount: '0', supportedCount: '0', supportedAmount: '0' }),
      period: s.subProcess('征集期间', 'While the call is under way'),
      ended: s.choice('征集结果', 'How did it end?'),

      ...s.within('period', {
        begin: s.start('申报期开始', 'Open for applications'),
        both: s.parallel('接收申报和登记决定', 'Applications and decisions'),
        news: s.firstOf('项目消息', 'News of projects'),
        decided: s.message('项目决定', 'Decision on a project', 'decision', { lastAmount: 'required' }),
        countDecision: s.script('登记决定', 'Register the decision', counted),
        allDecided: s.choice('是否全部决定', 'Are all decided?'),
        entered: s.message('项目入库', 'A project enters the library', 'library', { lastProject: 'required', lastProjectName: 'required', lastScore: 'required', lastSupport: 'required' }),
        rankLibrary: s.script('入库排序', 'Rank the library', { library }),
        sayLibrary: s.script('整理项目库', 'The library in words', { libraryText }),
        noMore: s.done('全部项目已决定', 'All are decided'),

        open: s.firstOf('接收申报', 'Open for applications'),
        applied: s.message('收到申报', 'Application', 'application', { lastApplicant: 'required' }),
        countApplication: s.script('登记申报', 'Register the application', { applicationCount: 'applicationCount + 1' }),
        closed: s.wait('申报期满', 'Period over', { kind: 'on', field: 'closesOn' }),
        stocktaking: s.user('申报期满的处理', 'The period is over', {
          by: secretariat, form: { ...s.shows('callName', 'applicationsUntil', 'applicationCount'), ...s.mayGive('applicationsUntil', 'extensionReasons', 'cancelReasons') },
          outcomes: {
            select: s.positive('进入评审', 'To the selection'), extend: s.neutral('延长申报期', 'Extend the period', { requires: ['applicationsUntil', 'extensionReasons'] }), cancel: s.negative('终止征集', 'End the call', { requires: ['cancelReasons'] }),
          },
        }),
        extended: closing('延长申报期', 'Extended'),
        selecting: s.script('停止接收申报', 'Closed for applications', { periodOver: 'true' }),
        selection: s.user('跟踪评审结果', 'Follow the selection', {
          by: secretariat, form: { ...s.shows('callName', 'callBudget'), ...counts, ...s.shows('libraryText', 'budgetRoute'), ...s.asks('summary'), ...s.mayGive('budgetDay') }, outcomes: { concluded: s.positive('评审完成', 'All are decided') },
          explains: text('各项目的立项、不予支持和撤回自动登记；全部决定后办结本环节', 'Decisions on the projects are registered by themselves; complete this step when all are decided'),
        }),
        selected: s.done('评审完成', 'Selection concluded', 'all'),
        given: s.done('终止征集', 'Call ended', 'all'),
      }),

      anyInLibrary: s.choice('有无入库项目', 'Anything in the library?'),
      makeLibrary: s.document('制作项目入库排序表', 'Make the ranking of the library', 'library'),
      release: s.user('下达资金计划', 'Plan of payments', {
        by: finance, form: { ...s.shows('callName', 'callBudget', 'summary'), ...counts, ...s.shows('libraryText', 'budgetRoute', 'budgetDay'), ...s.asks('releasedOn', 'releaseNumber') }, outcomes: { released: s.positive('已下达', 'Passed on') },
      }),
      makePlan: s.document('制作资金计划', 'Make the plan', 'plan'),
      concludedEnd: s.end('征集完成', 'Concluded', 'concluded'),
      notApprovedEnd: s.end('未获批准', 'Not approved', 'notApproved'),
      cancelledEnd: s.end('终止征集', 'Ended', 'cancelled'),
    };
  })
  .flows(({ path, byOutcome, choose, split, outcome }) => [
    path('received', 'draft', 'balance', 'financeReview'),
    byOutcome('financeReview', { agreed: 'weighMoney', returned: 'draft' }),
    // Money from above is not the fund's own; of everything else no call promises more than there is.
    path('weighMoney', 'affordable'),
    choose('affordable', [['overBudget != null', 'draft']], 'approval'),
    byOutcome('approval', { approved: 'makeCall', returned: 'draft', refused: 'notApprovedEnd' }),
    path('makeCall', 'publishCall', 'opening', 'period', 'ended'),
    choose('ended', [[outcome('stocktaking', 'cancel'), 'cancelledEnd']], 'anyInLibrary'),
    choose('anyInLibrary', [['libraryText != null', 'makeLibrary']], 'release'),
    path('makeLibrary', 'release'),
    path('release', 'makePlan', 'concludedEnd'),

    path('begin', 'both'),
    split('both', 'news', 'open'),
    path('news', 'decided', 'countDecision', 'allDecided'),
    path('news', 'entered', 'rankLibrary', 'sayLibrary', 'allDecided'),
    choose('allDecided', [['periodOver = true and decidedCount >= applicationCount', 'noMore']], 'news'),
    path('open', 'applied', 'countApplication', 'open'),
    path('open', 'closed', 'stocktaking'),
    byOutcome('stocktaking', { select: 'selecting', extend: 'extended', cancel: 'given' }),
    path('extended', 'open'),
    path('selecting', 'selection', 'selected'),
  ])
  .clocks(({ clock, entered, completed, office, officeOf }) => {
    const secretariat = officeOf('secretariat', 'gd-fund-secretariat');
    const finance = officeOf('officer', 'gd-finance');
    const record = { breach: 'record' } as const;
    return {
      draft: clock('拟订申报通知', 'Draft the call', { duty: secretariat, rules: [workingDays(20, internalTarget)], start: [entered('draft')], stop: [entered('financeReview')], ...record }),
      financeReview: clock('财政审核', 'Review by finance', { duty: finance, rules: [workingDays(10, internalTarget)], start: [entered('financeReview')], stop: [completed('financeReview')], ...record }),
      approval: clock('审批申报通知', 'Approval', { duty: office('agency-head'), rules: [workingDays(5, internalTarget)], start: [entered('approval')], stop: [completed('approval')], ...record }),
      stocktaking: clock('申报期满的处理', 'After the period', { duty: secretariat, rules: [workingDays(5, internalTarget)], start: [entered('stocktaking')], stop: [completed('stocktaking')], ...record }),
      selection: clock('评审和立项', 'Selection', { duty: secretariat, rules: [workingDays(120, internalTarget)], start: [entered('selection')], stop: [completed('selection')], ...record }),
      /** The only days that the law names: for money that is passed on to prefectures. Later days of the budget are given while the selection goes on. */
      transfer: clock('下达转移支付', 'Pass the transfer on', {
        duty: finance, startsFrom: 'budgetDay', start: [completed('financeReview', 'agreed'), completed('selection')], stop: [completed('release'), completed('approval', 'refused'), completed('stocktaking', 'cancel')],
        rules: [calendarDays(30, under(budgetLaw, '§52'), { when: 'budgetRoute = "general" and budgetDay != null' }), calendarDays(60, under(budgetLaw, '§52'), { when: 'budgetRoute = "special" and budgetDay != null' }), calendarDays(30, under(budgetLaw, '§52'), { when: 'budgetRoute = "central" and budgetDay != null' })],
      }),
      release: clock('下达资金计划', 'Plan of payments', { duty: finance, rules: [workingDays(20, internalTarget)], start: [entered('release')], stop: [completed('release')], ...record }),
    };
  });
