/** 省政府质量奖评审 (粤府〔2020〕50号 measure 十八): one round. */
import { listOf } from '../../feel.ts';
import { government } from '../departments.ts';
import { internal } from '../law.ts';
import { cycleSteps } from './steps.ts';

const empty = (list: string): string => `count(${listOf(list)}) = 0`;

export const qualityAward = cycleSteps
  .flows(({ path, byOutcome, choose, split, is }) => [
    path('opened', 'findRounds', 'checkPlan', 'planState'),
    choose('planState', [['planNote != null', 'planRevision']], 'planApproval'),
    byOutcome('planApproval', { approved: 'begin', returned: 'planRevision' }),
    byOutcome('planRevision', { resubmitted: 'findRounds', dropped: 'cancelledEnd' }),
    path('begin', 'makeCall', 'publishCall', 'dayOfBegin', 'hasBegun'),
    choose('hasBegun', [['begun = true', 'takeDeclarations']], 'beforeDeclarations'),
    path('beforeDeclarations', 'takeDeclarations', 'declaring'),
    split('declaring', 'collecting', 'closeDeclaration'),
    path('collecting', 'applicationFiled', 'countFiled', 'collecting'),
    path('collecting', 'declarationsOver', 'declared'),
    path('closeDeclaration', 'tellOver', 'declared'),
    path('declarationDeadline', 'tellOver'),
    path('declared', 'collectAccepted', 'acceptedState'),
    choose('acceptedState', [['pending > 0', 'awaitAccepted']], 'acceptedList'),
    path('awaitAccepted', 'collectAccepted'),
    path('acceptedList', 'anyAccepted'),
    choose('anyAccepted', [[empty('entries'), 'makeVacancy']], 'toAcceptedNotice'),
    path('toAcceptedNotice', 'makeNotice', 'openNotice', 'noticeDay', 'notice', 'checkNotice', 'noticeState'),
    path('noticeOver', 'checkNotice'),
    choose('noticeState', [['noticeSettled = true', 'conclusion'], ['openObjections > 0', 'listObjections']], 'notice'),
    path('listObjections', 'handleObjections', 'checkNotice'),
    byOutcome('conclusion', { kept: 'nobodyRemoved', removed: 'readRemoved' }),
    path('nobodyRemoved', 'keepRest'),
    path('readRemoved', 'removedState'),
    choose('removedState', [['unknownNumbers != null', 'conclusion']], 'tellRemoved'),
    path('tellRemoved', 'keepRest', 'listNow', 'byStage'),
    choose('byStage', [[`${is('stage', 'winners')} and ${empty('entries')}`, 'tellNone'], [is('stage', 'winners'), 'submission'], [empty('entries'), 'makeVacancy'], [is('stage', 'candidates'), 'toFinal']], 'toWritten'),

    path('toWritten', 'commitDraw'),
    path('toFinal', 'commitDraw', 'drawState'),
    choose('drawState', [['drawDone = true', 'witness']], 'drawShort'),
    path('drawShort', 'commitDraw'),
    byOutcome('witness', { revealed: 'drawResult', redraw: 'drawShort' }),
    path('drawResult', 'seatedState'),
    choose('seatedState', [['expertsSeated = true', 'makeDraw']], 'witness'),
    path('makeDraw', 'afterDraw'),
    choose('afterDraw', [[is('reviewStage', 'final'), 'tellCandidates']], 'enoughExperts'),
    path('tellCandidates', 'collectVisited', 'visitedState'),
    choose('visitedState', [['pending > 0', 'awaitVisited']], 'visitedList'),
    path('awaitVisited', 'collectVisited'),
    path('visitedList', 'anyVisited'),
    choose('anyVisited', [[empty('entries'), 'makeVacancy']], 'enoughExperts'),
    choose('enoughExperts', [['seatsManagement + seatsMetrology + seatsStandards + seatsAudit < quorum', 'fewExperts']], 'openPanel'),
    path('fewExperts', 'panelWrong'),
    path('openPanel', 'panelState'),
    choose('panelState', [['panelDone = true', 'scoring']], 'panelWrong'),
    path('panelWrong', 'enoughExperts'),
    path('scoring', 'panelResult', 'rankingState'),
    choose('rankingState', [['rankingDone = true', 'sayRanking']], 'scoring'),
    path('sayRanking', 'makeScores', 'selection', 'tellOut', 'anySelected'),
    choose('anySelected', [[empty('entries'), 'makeVacancy'], [is('reviewStage', 'final'), 'toFinalists']], 'toCandidateNotice'),
    path('toCandidateNotice', 'makeNotice'),

    path('toFinalists', 'report', 'makeReport', 'convene', 'checkCommittee', 'committeeState'),
    choose('committeeState', [['committeeNote != null', 'convene']], 'tellVote'),
    path('tellVote', 'collectVotes', 'votesState'),
    choose('votesState', [['pending > 0', 'awaitVotes']], 'countVotes'),
    path('awaitVotes', 'collectVotes'),
    path('countVotes', 'allot', 'allotState'),
    choose('allotState', [['allotDone = true', 'winnersList']], 'sayTied'),
    path('sayTied', 'tieProposal', 'tieVote'),
    byOutcome('tieVote', { adopted: 'orderAdopted', vacated: 'leftEmpty' }),
    path('orderAdopted', 'allot'),
    path('leftEmpty', 'allot'),
    path('winnersList', 'makeVotes', 'anyWinner'),
    choose('anyWinner', [[empty('entries'), 'tellNone']], 'toWinnersNotice'),
    path('toWinnersNotice', 'makeNotice'),

    path('submission', 'government'),
    byOutcome('government', { approved: 'countWinners', returned: 'conclusion' }),
    path('countWinners', 'makeDecision', 'publishDecision', 'tellResults', 'credits', 'completedEnd'),
    path('creditBegin', 'recordCredit', 'creditEnd'),
    path('tellNone', 'makeVacancy', 'publishVacancy', 'vacantEnd'),
  ])
  .clocks(({ clock, entered, completed, office, officeOf }) => {
    const staff = office('secretariat');
    const head = office('agency-head');
    return {
      planning: clock('审批评审方案', 'Approve the plan', { duty: head, rules: [internal.planning], start: [entered('planApproval')], stop: [completed('planApproval')], breach: 'record' }),
      drawing: clock('抽取专家', 'Draw the experts', { duty: staff, rules: [internal.drawing], start: [entered('commitDraw')], stop: [entered('makeDraw')], breach: 'record' }),
      scoring: clock('专家评分', 'Scoring', { duty: staff, rules: [internal.scoring], start: [entered('scoring')], stop: [entered('sayRanking')], breach: 'record' }),
      conclusion: clock('公示结论', 'Conclusion of a notice', { duty: staff, rules: [internal.conclusion], start: [entered('conclusion')], stop: [entered('keepRest')], breach: 'record' }),
      report: clock('综合评审报告', 'Report of the review', { duty: staff, rules: [internal.report], start: [entered('report')], stop: [completed('report')], breach: 'record' }),
      approval: clock('省政府审定', 'Approval by the government', { duty: officeOf('agency-head', government), rules: [internal.approval], start: [entered('government')], stop: [completed('government')], breach: 'record' }),
      publication: clock('公布奖励决定', 'Publish the decision', { duty: staff, rules: [internal.publication], start: [completed('government', 'approved')], stop: [completed('publishDecision')], breach: 'record' }),
    };
  });
