/** 省政府质量奖申报 (粤府〔2020〕50号 measure 十八). */
import { internalTarget } from '../../../domain/model/builder-clocks.ts';
import { text } from '../../../domain/text.ts';
import { secretariat } from '../departments.ts';
import { internal } from '../law.ts';
import { applicationSteps } from './steps.ts';

export const awardApplication = applicationSteps
  .flows(({ path, byOutcome, choose, outcome, is }) => [
    path('filed', 'whence'),
    choose('whence', [['takenOver = true', 'lookUpTaken']], 'joinCycle'),
    // What the credit files say bars an application that was accepted on paper as any other.
    path('lookUpTaken', 'assessTaken', 'sayBarsTaken', 'joinTaken', 'hasEntered'),
    choose('hasEntered', [['joined != true', 'notFiledEnd'], ['barReasons != null', 'eligibility']], 'paperCheck'),
    path('paperCheck', 'inReview'),
    path('joinCycle', 'isJoined'),
    choose('isJoined', [['joined = true', 'makeDeclaration']], 'sayJoin'),
    path('makeDeclaration', 'internalNotice', 'noteInternal', 'recommendationReview'),
    path('sayJoin', 'cycleCorrection'),
    byOutcome('cycleCorrection', { again: 'joinCycle', abandoned: 'notFiledEnd' }),

    byOutcome('recommendationReview', { recommended: 'openNotice', supplement: 'supplement', declined: 'tellDeclined' }),
    path('tellDeclined', 'notRecommendedEnd'),
    path('supplement', 'recommendationReview'),
    path('supplementOver', 'recommendationReview'),
    path('openNotice', 'noticeOpen'),
    choose('noticeOpen', [['noticeOpened = true', 'noticeDay']], 'recommendationReview'),
    path('noticeDay', 'notice', 'checkNotice', 'noticeState'),
    path('noticeOver', 'checkNotice'),
    choose('noticeState', [['noticeSettled = true', 'recommendation'], ['openObjections > 0', 'listObjections']], 'notice'),
    path('listObjections', 'handleObjections', 'checkNotice'),
    byOutcome('recommendation', { recommended: 'makeLetter', declined: 'tellConclusion' }),
    path('tellConclusion', 'notRecommendedEnd'),
    path('makeLetter', 'formalReview'),

    byOutcome('formalReview', { passed: 'asked', supplement: 'formalSupplement', returned: 'makeReturn' }),
    path('formalSupplement', 'formalReview'),
    path('formalSupplementOver', 'formalReview'),
    path('asked', 'departmentChecks', 'lookUp'),
    path('departmentAsked', 'departmentCheck', 'departmentNoted', 'departmentDone'),
    path('departmentsOver', 'lookUp'),
    path('lookUp', 'assess', 'sayBars', 'eligibility'),
    byOutcome('eligibility', { eligible: 'makeEligibility', ineligible: 'makeEligibility', askAgain: 'asked' }),
    path('makeEligibility', 'acceptance'),
    byOutcome('acceptance', { accepted: 'mayAccept', refused: 'makeReturn', again: 'eligibility' }),
    // Nobody accepts an application that is barred, whatever they have clicked.
    choose('mayAccept', [['barReasons != null', 'eligibility']], 'makeAcceptance'),
    path('makeReturn', 'tellReturn', 'returnedHow'),
    choose('returnedHow', [[outcome('formalReview', 'returned'), 'returnedEnd']], 'ineligibleEnd'),

    path('makeAcceptance', 'tellAcceptance', 'inReview', 'isCandidate', 'tellCandidate', 'defence'),
    path('inReview', 'outInReview', 'tellOut'),
    byOutcome('defence', { held: 'siteVisit', withdrawn: 'tellWithdrawn' }),
    byOutcome('siteVisit', { done: 'makeReport', withdrawn: 'tellWithdrawn' }),
    path('tellWithdrawn', 'withdrawnEnd'),
    path('makeReport', 'inFinal', 'toVote', 'vote'),
    path('inFinal', 'outInFinal', 'tellOut'),
    byOutcome('vote', { agree: 'passedVote', disagree: 'failedVote' }),
    path('passedVote', 'inResult', 'result', 'byLevel'),
    path('failedVote', 'inResult', 'outInResult', 'tellOut'),
    choose('byLevel', [[is('level', 'award'), 'makeAward'], [is('level', 'nomination'), 'makeNomination']], 'tellOut'),
    path('makeAward', 'tellAward', 'awardedEnd'),
    path('makeNomination', 'tellNomination', 'nominatedEnd'),
    path('tellOut', 'notSelectedEnd'),
  ])
  .clocks(({ clock, entered, completed, office, officeOf, party }) => {
    const applicant = party('applicant');
    const officer = office('officer');
    const staff = officeOf('secretariat', secretariat);
    return {
      recommendation: clock('推荐审核', 'Review for recommendation', {
        duty: officer, rules: [internal.recommendation], start: [entered('recommendationReview')], stop: [completed('recommendationReview', 'recommended'), completed('recommendationReview', 'declined')], breach: 'record',
        excludes: [{ during: 'supplement', reason: text('申报单位补充材料', 'The applicant supplements'), basis: internalTarget }],
      }),
      supplement: clock('补充申报材料', 'Supplement', { duty: applicant, rules: [internal.supplement], start: [entered('supplement')], stop: [completed('supplement')], breach: 'lapse' }),
      formalReview: clock('形式审查', 'Formal review', {
        duty: staff, rules: [internal.formalReview], start: [entered('formalReview')], stop: [completed('formalReview', 'passed'), completed('formalReview', 'returned')], breach: 'record',
        excludes: [{ during: 'formalSupplement', reason: text('申报单位补正材料', 'The applicant supplements'), basis: internalTarget }],
      }),
      formalSupplement: clock('补正申报材料', 'Supplement after the formal review', { duty: applicant, rules: [internal.supplement], start: [entered('formalSupplement')], stop: [completed('formalSupplement')], breach: 'lapse' }),
      departments: clock('部门核查反馈', 'Answers of the departments', { duty: staff, rules: [internal.departments], start: [entered('departmentChecks')], stop: [completed('departmentChecks')], breach: 'record' }),
      acceptance: clock('资格审查和受理', 'Eligibility and acceptance', { duty: staff, rules: [internal.acceptance], start: [entered('eligibility')], stop: [completed('acceptance', 'accepted'), completed('acceptance', 'refused'), completed('eligibility', 'askAgain')], breach: 'record' }),
      siteVisit: clock('答辩和现场评审', 'Defence and site visit', { duty: staff, rules: [internal.siteVisit], start: [entered('defence')], stop: [completed('siteVisit'), completed('defence', 'withdrawn')], breach: 'record' }),
      vote: clock('委员会票决', 'Vote of the committee', { duty: staff, rules: [internal.vote], start: [entered('vote')], stop: [completed('vote')], breach: 'escalate' }),
    };
  });
