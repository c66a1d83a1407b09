/** The steps of a round: who does what, with which form, and what may be decided. */
import { text } from '../../../domain/text.ts';
import { dayAfter, each, fact, facts, listOf, short, typed } from '../../feel.ts';
import { government } from '../departments.ts';
import { passing } from '../law.ts';
import { objectionInput, objectionMulti, objectionOutput } from '../notice.ts';
import { cycleHead } from './head.ts';
import { takeoverSteps } from './steps-takeover.ts';
import {
  acceptedEntries, asked, askedOfRounds, atLevel, awardPlaces, ballots, chosenByRank, committeeProblem, criteria, drawApplicants, names, nominationPlaces, notChosen, panelApplicants, planProblem, points, rankingText, removedIds, stillReady, strata, ties, unknownOf, voted,
  votesText, winners, without,
} from './lists.ts';

const planFields = ['edition', 'roundYear', 'declarationFrom', 'declarationUntil', 'awardPlaces', 'nominationPlaces', 'candidatePlaces', 'requirements', 'noticeDays', 'threshold', 'seatsManagement', 'seatsMetrology', 'seatsStandards', 'seatsAudit', 'trim', 'quorum'] as const;
const panelFields = ['seatsManagement', 'seatsMetrology', 'seatsStandards', 'seatsAudit'] as const;
const stageName = 'if stage = "accepted" then "受理名单" else if stage = "candidates" then "候选名单" else "拟奖名单"';
const stageEn = 'if stage = "accepted" then "accepted applications" else if stage = "candidates" then "candidates" else "winners proposed"';
const reviewName = 'if reviewStage = "final" then "陈述答辩和现场评审" else "材料评审"';

export const cycleSteps = cycleHead.steps((s) => {
  const office = s.office('secretariat');
  const head = s.office('agency-head');
  const thePlan = s.shows(...planFields);
  const collect = (zh: string, en: string, awaits: string | null, votes: string | null = null) =>
    s.service(zh, en, 'cases.collect', { relation: '"entry"', process: '"award-application"', awaits: JSON.stringify(awaits), fields: asked, votes: JSON.stringify(votes) }, { collected: 'cases', pending: 'pending', pendingText: 'pendingText' });
  const waits = (zh: string, en: string) =>
    s.user(zh, en, { by: office, form: s.shows('filedCount', 'pending', 'pendingText'), outcomes: { again: s.neutral('重新汇总', 'Collect again') }, explains: text('仍在办理的申报到达后重新汇总', 'Collect again when those have arrived') });
  const send = (zh: string, en: string, message: string, to: string) => s.service(zh, en, 'message.send-each', { message: JSON.stringify(message), each: to });
  const outs = (of: string, stage: string, reason: string): string => `for o in ${listOf(of)} return {to: o.id, data: {outStage: ${stage}, outReason: ${reason}}}`;

  return {
    opened: s.start('启动本届评审', 'Round opened'),
    findRounds: s.service('查询历届评审', 'Find the other rounds', 'cases.others', { fields: askedOfRounds }, { otherRounds: 'cases' }),
    checkPlan: s.script('核对方案', 'Check the plan', { planNote: planProblem }),
    planState: s.choice('方案能否报批', 'Can the plan be submitted?'),
    planApproval: s.user('审批评审方案', 'Approve the plan', {
      by: head, form: { ...thePlan, ...s.mayGive('planOpinion') }, outcomes: { approved: s.positive('批准', 'Approved'), returned: s.negative('退回修改', 'Returned', { requires: ['planOpinion'] }) },
    }),
    planRevision: s.user('修改评审方案', 'Revise the plan', {
      by: office, form: { ...s.shows('planOpinion', 'planNote'), ...s.asks(...planFields), ...s.mayGive('takenOver') }, outcomes: { resubmitted: s.positive('重新报批', 'Submit again'), dropped: s.negative('撤销本届方案', 'Drop the plan') },
    }),
    ...takeoverSteps(s),
    begin: s.script('确定申报期', 'Period of declarations', { declarationOverOn: dayAfter('declarationUntil'), tieWay: '"ask"' }),
    makeCall: s.document('制作申报通知', 'Make the call for applications', 'call', { announcementNumber: 'number' }),
    publishCall: s.service('发布申报通知', 'Publish the call', 'publish', {
      kind: '"award-call"', titleZh: short('"关于申报" + case.title + "的通知"'), titleEn: short('"Call for applications: quality award, round " + string(edition)'),
      facts: facts(fact('届次案号', 'Number of the round', 'case.number'), fact('申报截止', 'Declarations until', 'declarationUntil'), fact('质量奖名额', 'Awards', awardPlaces), fact('提名奖名额', 'Nominations', nominationPlaces), fact('申报条件和要求', 'Conditions', 'requirements')),
    }),

    dayOfBegin: s.service('是否已到申报开始日期', 'Have declarations begun?', 'calendar.day', { from: 'declarationFrom', amount: '-1', unit: '"calendar-day"' }, { begun: 'past' }),
    hasBegun: s.choice('申报是否开始', 'Have they begun?'),
    beforeDeclarations: s.wait('等待申报开始', 'Until declarations begin', { kind: 'on', field: 'declarationFrom' }),
    takeDeclarations: s.script('开始接收申报', 'Declarations begin', { filedCount: '0' }),

    // 申报期：each application enters itself
    declaring: s.parallel('申报期开始', 'Declarations are taken'),
    collecting: s.firstOf('接收申报', 'Takes declarations'),
    applicationFiled: s.message('收到一件申报', 'One application filed', 'award-filed'),
    countFiled: s.script('登记申报数', 'Count it', { filedCount: 'filedCount + 1' }),
    declarationsOver: s.message('申报截止', 'Declarations are over', 'declarations-over'),
    closeDeclaration: s.user('截止申报', 'Close the declarations', {
      by: head, form: { ...s.shows('declarationUntil', 'filedCount'), ...s.asks('closingReasons') }, outcomes: { closed: s.neutral('截止', 'Close') },
      explains: text('申报截止日期届满自动截止；提前截止应当由负责人决定并说明', 'Over by itself after the last day; before that only the head decides, with reasons'),
    }),
    declarationDeadline: s.deadline('申报截止日期届满', 'Last day is over', 'closeDeclaration', { kind: 'on', field: 'declarationOverOn' }),
    tellOver: s.service('停止接收申报', 'Take no more declarations', 'message.send', { to: '"self"', message: '"declarations-over"', data: '{}' }),
    declared: s.parallel('申报截止', 'Declarations closed'),

    // 受理名单
    collectAccepted: collect('汇总受理情况', 'Collect the accepted', 'award-candidate'),
    acceptedState: s.choice('是否全部办结', 'All settled?'),
    awaitAccepted: waits('等待推荐和资格审查', 'Wait for recommendations and eligibility'),
    acceptedList: s.script('形成受理名单', 'List of accepted', { entries: acceptedEntries }),
    anyAccepted: s.choice('有无受理的申报', 'Any accepted?'),
    toAcceptedNotice: s.script('公示受理名单', 'List of accepted on notice', { stage: '"accepted"', listText: names('entries') }),

    // 公示（三次）
    makeNotice: s.document('制作公示', 'Make the public notice', 'notice'),
    openNotice: s.service('发布公示', 'Open the public notice', 'notice.open', {
      kind: '"award-notice"', titleZh: short(`case.title + (${stageName}) + "公示"`), titleEn: short(`"Public notice: " + (${stageEn}) + ", quality award, round " + string(edition)`),
      facts: facts(fact('名单', 'List', 'listText'), fact('异议要求', 'Objections', '"应当实名书面提出并附证据"')), amount: 'noticeDays', unit: '"working-day"',
    }, { noticeOpened: 'ok', noticeId: 'publication', noticeLastDay: 'lastDay' }),
    noticeDay: s.script('计算公示期满次日', 'Day after the notice', { noticeOverOn: dayAfter('noticeLastDay'), objectionResults: 'null', removed: 'null', removalReasons: 'null' }),
    notice: s.user('公示期间', 'Public notice', {
      by: office, form: s.shows('stage', 'listText', 'noticeId', 'noticeLastDay', 'openObjections', 'objectionResults'), outcomes: { checked: s.neutral('核对公示和异议', 'Look at the notice and the objections') },
      explains: text('收到异议后及时核对，每件异议立案办理，审查是否受理；期满后自动核对', 'Look as soon as an objection arrives: each becomes a case of its own, with its own limit. After the last day this happens by itself'),
    }),
    noticeOver: s.deadline('公示期满', 'Notice is over', 'notice', { kind: 'on', field: 'noticeOverOn' }),
    checkNotice: s.service('核对公示结果', 'Check the notice', 'notice.check', { publication: 'noticeId' }, { noticeSettled: 'settled', openObjections: 'open', upheldObjections: 'upheld' }),
    noticeState: s.choice('公示结果', 'State of the notice'),
    listObjections: s.service('列出异议', 'List the objections', 'notice.objections', { publication: 'noticeId' }, { objections: 'objections' }),
    handleObjections: s.call('办理异议', 'Handle the objections', 'award-objection', { input: objectionInput, output: objectionOutput, multi: objectionMulti }),
    conclusion: s.user('公示结论', 'Conclusion of the notice', {
      by: office, form: { ...s.shows('stage', 'listText', 'objectionResults', 'upheldObjections', 'governmentOpinion', 'unknownNumbers'), ...s.mayGive('removed', 'removalReasons') },
      outcomes: { kept: s.positive('名单不变', 'The list stands'), removed: s.negative('取消部分申报资格', 'Some are removed', { requires: ['removed', 'removalReasons'] }) },
      explains: text('取消后的名额不递补，可以空缺', 'Nobody takes the place of who is removed; it may stay empty'),
    }),
    nobodyRemoved: s.script('名单不变', 'The list stands', { removed: 'null', removedIds: '[]', unknownNumbers: 'null' }),
    readRemoved: s.script('核对取消名单', 'Read the numbers', { removedIds, unknownNumbers: `(for u in [${unknownOf('removed', listOf('entries'))}] return if u = "" then null else u)[1]` }),
    removedState: s.choice('案号是否在名单中', 'Are they on the list?'),
    tellRemoved: send('告知取消资格', 'Tell who is removed', 'award-out', `for i in ${listOf('removedIds')} return {to: i, data: {outStage: stage, outReason: removalReasons}}`),
    keepRest: s.script('更新名单', 'The list now', { entries: without('entries', 'removedIds'), finalists: without('finalists', 'removedIds') }),
    listNow: s.script('更新名单文本', 'The list in words', { listText: names('entries'), awardsText: names(atLevel('award')), nominationsText: names(atLevel('nomination')) }),
    byStage: s.choice('公示后的环节', 'What follows'),

    // 抽取专家、评分（材料评审，答辩和现场评审）
    toWritten: s.script('材料评审', 'Written review', { reviewStage: '"written"' }),
    toFinal: s.script('陈述答辩和现场评审', 'Defence and site visit', { reviewStage: '"final"' }),
    commitDraw: s.service('固定候选专家', 'Fix who can be drawn', 'draw.commit', { subject: short(`case.title + (${reviewName})`), region: 'null', applicants: drawApplicants, strata }, { drawDone: 'ok', drawId: 'draw', drawCommitment: 'commitment', drawProblem: 'reason' }),
    drawState: s.choice('专家是否足够', 'Enough experts?'),
    drawShort: s.user('专家不足的处理', 'Too few experts', {
      by: office, form: { ...s.shows('reviewStage', 'drawProblem'), ...s.asks(...panelFields, 'drawAdjustment') }, outcomes: { again: s.neutral('重新抽取', 'Draw again') },
      explains: text('先补充专家库，或者调整各专业名额', 'Add experts to the register, or change the seats'),
    }),
    witness: s.user('抽取见证', 'The draw is witnessed', {
      by: office, form: s.shows('reviewStage', 'drawId', 'drawCommitment', 'drawProblem'), outcomes: { revealed: s.positive('已揭示', 'Revealed'), redraw: s.negative('专家不足，重新抽取', 'Too few are left: draw again') },
      explains: text('由督查人员或者负责人见证揭示；有利害关系的专家已排除，抽取过程可以复核', 'A supervisor or the head witnesses it; experts with an interest are left out; anybody can repeat the draw'),
    }),
    drawResult: s.service('抽取结果', 'Result of the draw', 'draw.result', { draw: 'drawId' }, { expertsSeated: 'ok', drawProblem: 'reason', expertNames: 'names' }),
    seatedState: s.choice('专家是否抽定', 'Seated?'),
    makeDraw: s.document('制作专家抽取记录', 'Make the record of the draw', 'draw'),
    afterDraw: s.choice('评审环节', 'Which review?'),
    tellCandidates: send('通知进入答辩和现场评审', 'Tell the candidates', 'award-candidate', `for e in ${listOf('entries')} return {to: e.id, data: {writtenScore: ${points('e.score')}, writtenRank: e.rank}}`),
    collectVisited: collect('汇总答辩和现场评审', 'Collect defences and visits', 'award-vote'),
    visitedState: s.choice('是否全部完成', 'All done?'),
    awaitVisited: waits('等待答辩和现场评审', 'Wait for defences and visits'),
    visitedList: s.script('更新候选名单', 'Candidates now', { entries: stillReady('entries') }),
    anyVisited: s.choice('有无候选', 'Any candidate left?'),
    enoughExperts: s.choice('专家是否够评分', 'Enough experts to score?'),
    fewExperts: s.script('专家少于有效评分份数', 'Fewer experts than sheets needed', { panelProblem: '"专家少于有效评分份数 Fewer experts than sheets needed"' }),
    openPanel: s.service('成立评审组', 'Open the panel', 'panel.open', {
      draw: 'drawId', nameZh: short(`case.title + (${reviewName})`), nameEn: short('"Quality award, round " + string(edition)'), applicants: panelApplicants, criteria, trim: 'trim', quorum: 'quorum',
      places: `if reviewStage = "final" then ${awardPlaces} + ${nominationPlaces} else candidatePlaces`, threshold: 'threshold * 100', outlier: '2000', ties,
    }, { panelDone: 'ok', panelId: 'panel', panelProblem: 'reason' }),
    panelState: s.choice('评审组是否成立', 'Panel opened?'),
    panelWrong: s.user('调整评分规则', 'Correct the rules of scoring', { by: office, form: { ...s.shows('panelProblem'), ...s.asks('trim', 'quorum', 'threshold', 'candidatePlaces') }, outcomes: { again: s.neutral('重新成立', 'Open again') } }),
    scoring: s.user('专家评分', 'Experts score', {
      by: office, form: s.shows('reviewStage', 'panelId', 'expertNames'), outcomes: { closed: s.positive('评分已截止，取得排名', 'Scoring is closed: take the ranking') },
      explains: text('专家各自评分，互不可见；截止后去掉最高分、最低分计算排名，结果可以复核', 'Each expert scores alone; after closing, the trimmed ranking is computed and can be repeated'),
    }),
    panelResult: s.service('取得排名', 'Take the ranking', 'panel.result', { panel: 'panelId' }, { rankingDone: 'ok', panelProblem: 'reason', ranking: 'ranking' }),
    rankingState: s.choice('评分是否截止', 'Scoring closed?'),
    sayRanking: s.script('整理排名', 'Ranking in words', { rankingText, outIds: notChosen }),
    makeScores: s.document('制作评分汇总表', 'Make the summary of scores', 'scores'),
    selection: s.script('确定入选名单', 'Who goes on', { entries: chosenByRank }),
    tellOut: send('告知未入选', 'Tell who is not selected', 'award-out', outs('outIds', 'reviewStage', 'o.why')),
    anySelected: s.choice('有无入选', 'Any selected?'),
    toCandidateNotice: s.script('公示候选名单', 'Candidates on notice', { stage: '"candidates"', listText: names('entries') }),

    // 评审报告、票决
    toFinalists: s.script('确定提交票决的名单', 'Finalists', { finalists: 'entries', listText: names('entries') }),
    report: s.user('综合评审报告', 'Report of the review', { by: office, form: { ...s.shows('rankingText', 'listText'), ...s.asks('reviewReport') }, outcomes: { submitted: s.positive('提交委员会', 'To the committee') } }),
    makeReport: s.document('制作评审报告', 'Make the report', 'report'),
    convene: s.user('召开评选表彰委员会', 'Convene the committee', {
      by: head, form: { ...s.shows('reviewReport', 'listText', 'committeeNote'), ...s.asks('committee'), ...s.mayGive('recusals') }, outcomes: { convened: s.positive('提交票决', 'To the vote') },
      explains: text('有利害关系的委员在相应申报中回避', 'Members with an interest in one application are recused from that one'),
    }),
    committeeState: s.choice('委员人数', 'Enough members?'),
    checkCommittee: s.script('核对委员和回避', 'Check the seats', { committeeNote: committeeProblem }),
    tellVote: send('提交票决', 'To the vote', 'award-vote', ballots),
    collectVotes: collect('汇总票决', 'Collect the votes', 'award-result', 'vote'),
    votesState: s.choice('是否全部票决', 'All voted?'),
    awaitVotes: waits('等待票决', 'Wait for the votes'),
    countVotes: s.script('统计得票', 'Count the votes', { votes: voted }),
    allot: s.service('按票决和排名分配名额', 'Give the places', 'panel.allot', {
      levels: `[{id: "award", places: ${awardPlaces}}, {id: "nomination", places: ${nominationPlaces}}]`, candidates: `for v in ${listOf('votes')} return {id: v.id, rank: v.rank, passed: v.passed}`, order: listOf('tieIds'), ties: 'tieWay',
    }, { allotDone: 'ok', allotted: 'assigned', tiedIds: 'tied' }),
    allotState: s.choice('名额是否分配', 'Places given?'),
    sayTied: s.script('列出并列', 'Equals in words', { tiedText: `flatten(for t in [${listOf('tiedIds')}] return string join(${each('v', listOf('votes'), 'list contains(t, v.id)', 'v.number + " " + v.shown')}, "\\n"))[1]` }),
    tieProposal: s.user('提出并列的次序', 'Propose an order among equals', { by: office, form: { ...s.shows('tiedText', 'rankingText', 'votesText'), ...s.asks('tieOrder') }, outcomes: { proposed: s.positive('提交票决', 'To the vote') } }),
    tieVote: s.signed('并列名额票决', 'Vote on the equals', {
      by: s.office('committee-member'), form: s.shows('tiedText', 'tieOrder'), outcomes: { adopted: s.positive('同意该次序', 'For this order'), vacated: s.negative('不同意，名额空缺', 'Against: the places stay empty'), abstain: s.neutral('弃权', 'Abstain') },
      signers: { field: 'committee' }, order: 'together', rule: { kind: 'share', of: passing }, agree: 'adopted', disagree: 'vacated',
    }),
    orderAdopted: s.script('采用该次序', 'The order stands', { tieIds: `flatten(for m in [context(for v in ${listOf('votes')} return {key: v.number, value: v.id})] return for n in ${typed('tieOrder')} return for i in [get value(m, n)] return if i = null then [] else [i])` }),
    leftEmpty: s.script('并列名额空缺', 'Places stay empty', { tieWay: '"vacate"' }),
    winnersList: s.script('形成拟奖名单', 'Winners proposed', { entries: winners, votesText }),
    makeVotes: s.document('制作表决票汇总', 'Make the summary of votes', 'votes'),
    anyWinner: s.choice('有无拟奖', 'Any winner?'),
    toWinnersNotice: s.script('公示拟奖名单', 'Winners on notice', { stage: '"winners"', listText: `string join(for e in ${listOf('entries')} return e.levelName + "：" + e.shown, "\\n")`, awardsText: names(atLevel('award')), nominationsText: names(atLevel('nomination')) }),

    // 省政府审定、奖励决定
    submission: s.user('报请省政府审定', 'Submit to the provincial government', {
      by: head, form: { ...s.shows('awardsText', 'nominationsText', 'votesText', 'objectionResults', 'governmentOpinion'), ...s.asks('submissionText') }, outcomes: { submitted: s.positive('报请审定', 'Submitted') },
    }),
    government: s.user('省政府审定', 'Approval by the provincial government', {
      by: s.officeOf('agency-head', government), form: { ...s.shows('awardsText', 'nominationsText', 'votesText', 'objectionResults', 'submissionText', 'reviewReport'), ...s.mayGive('governmentOpinion') }, notSameAs: ['submission'],
      outcomes: { approved: s.positive('批准', 'Approved'), returned: s.negative('退回重新研究', 'Returned', { requires: ['governmentOpinion'] }) },
    }),
    countWinners: s.script('确定奖励名单', 'Awards as decided', { awardCount: `count(${atLevel('award')})`, nominationCount: `count(${atLevel('nomination')})`, decidedOn: 'null' }),
    makeDecision: s.document('制作奖励决定', 'Make the decision', 'decision', { decisionNumber: 'number', decidedOn: 'issuedOn' }),
    publishDecision: s.service('公布奖励决定', 'Publish the decision', 'publish', {
      kind: '"award-decision"', titleZh: short('"关于表彰" + case.title + "获奖组织和个人的决定"'), titleEn: short('"Decision: quality award, round " + string(edition)'),
      facts: facts(fact('文号', 'Number', 'decisionNumber'), fact('质量奖', 'Quality Award', 'awardsText'), fact('提名奖', 'Nominations', 'nominationsText')),
    }),
    tellResults: send('告知奖励决定', 'Tell the results', 'award-result',
      `flatten(for m in [context(for e in ${listOf('entries')} return {key: e.id, value: e.level})] return for f in ${listOf('finalists')} return for l in [get value(m, f.id)] return [{to: f.id, data: if l = null then {level: "none", outReason: "票决后未列入奖励名单"} else {level: l, decisionNumber: decisionNumber, decidedOn: decidedOn}}])`),
    credits: s.subProcess('记入质量信用档案', 'Enter in the credit files', undefined, { collection: listOf('entries'), item: 'winner' }),
    ...s.within('credits', {
      creditBegin: s.start('获奖单位', 'Winner'),
      recordCredit: s.service('记入奖励', 'Record the award', 'credit.record', {
        uscc: 'winner.uscc', kind: '"award"', level: 'winner.levelName + (if winner.personal = true then "（个人）" else "")', titleZh: short('case.title + winner.levelName + (if winner.personal = true then "：" + winner.shown else "")'), titleEn: short('"Quality award, round " + string(edition)'), facts: facts(fact('文号', 'Number', 'decisionNumber')),
        decidedOn: 'if decidedOn = null then case.receivedOn else decidedOn', publicFrom: 'decidedOn', publicUntil: 'null',
      }),
      creditEnd: s.done('已记入', 'Recorded'),
    }),
    tellNone: send('告知空缺', 'Tell: no award', 'award-result', `for f in ${listOf('finalists')} return {to: f.id, data: {level: "none", outReason: "本届空缺"}}`),

    makeVacancy: s.document('制作空缺公告', 'Make the announcement', 'vacancy'),
    publishVacancy: s.service('公布本届空缺', 'Publish: no award', 'publish', {
      kind: '"award-decision"', titleZh: short('case.title + "空缺公告"'), titleEn: short('"No award in round " + string(edition)'), facts: facts(fact('届次案号', 'Number of the round', 'case.number'), fact('收到申报（件）', 'Declarations', 'filedCount')),
    }),

    completedEnd: s.end('评选完成', 'Completed', 'completed'),
    vacantEnd: s.end('本届空缺', 'No award', 'vacant'),
    cancelledEnd: s.end('撤销本届方案', 'Plan dropped', 'cancelled'),
  };
});

