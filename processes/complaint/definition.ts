/** 消费投诉处置与升级 (粤府〔2020〕50号 measure 四; 总局令第121号): from the registration to the call-back, and to whatever a complaint leads to. */
import { escalationSteps, repeatedWithin } from './escalation-steps.ts';
import { complaintHead } from './head.ts';
import { intakeSteps } from './intake-steps.ts';
import { acceptanceRules, disputeRules, internal, mediationRules, newRuleFrom, terminationNoticeRules } from './law.ts';
import { excluded, mediationSteps } from './mediation-steps.ts';

export const complaint = complaintHead
  .steps((s) => ({ ...intakeSteps(s), ...mediationSteps(s), ...escalationSteps(s) }))
  .flows(({ path, byOutcome, choose, split, outcome, is }) => [
    path('received', 'receipt', 'hasReport'),
    choose('hasReport', [['reportContent != null', 'openSeparateReport']], 'arrives'),
    path('openSeparateReport', 'arrives'),
    choose('arrives', [['arrivedBy != null', 'examination'], [is('channel', 'platform'), 'registration']], 'makeRegistration'),
    path('makeRegistration', 'registration'),
    byOutcome('registration', { own: 'examination', distribute: 'makeForwarding', identity: 'makeIdentityRequest', other: 'tellOther' }),
    path('tellOther', 'otherEnd'),
    path('makeForwarding', 'distribution', 'distributed'),
    choose('distributed', [['childOutcome = "noPower"', 'registration']], 'distributedEnd'),
    path('makeIdentityRequest', 'identityDay', 'tellIdentity', 'identity', 'afterIdentity'),
    path('identityOver', 'noIdentity', 'afterIdentity'),
    choose('afterIdentity', [[outcome('registration', 'identity'), 'registration']], 'examination'),

    byOutcome('examination', { joint: 'jointTerms', accept: 'makeAcceptance', refuse: 'refusalApproval', identity: 'makeIdentityRequest', noPower: 'noPowerWay', dispute: 'consultation', appoint: 'findCommon' }),
    byOutcome('jointTerms', { agreed: 'jointSet', separate: 'examination' }),
    path('jointSet', 'examination'),
    path('complaintWithdrawn', 'tellWithdrawn', 'takenBackEnd'),
    byOutcome('refusalApproval', { agreed: 'makeRefusal', returned: 'examination' }),
    path('makeRefusal', 'notifyRefusal', 'tellRefusal', 'refusedEnd'),
    choose('noPowerWay', [[is('arrivedBy', 'distribution'), 'noPowerEnd']], 'registration'),

    path('consultation', 'consulted'),
    choose('consulted', [['disputeResult = "takesOver"', 'toOther'], ['disputeResult = "declines"', 'negotiated']], 'findCommon'),
    byOutcome('negotiated', { ours: 'examination', appoint: 'findCommon' }),
    path('findCommon', 'commonFound'),
    choose('commonFound', [['superiorFound = true', 'appointment']], 'negotiated'),
    path('appointment', 'appointed'),
    // A request that was ended without an answer leaves the case where it is.
    choose('appointed', [['appointedAgency != null and appointedAgency = disputeWith', 'toOther']], 'examination'),
    path('toOther', 'transfer', 'tellTransfer', 'transferredEnd'),

    path('makeAcceptance', 'notifyAcceptance', 'tellAcceptance', 'handling'),
    split('handling', 'mediation', 'watching'),

    path('mediationBegins', 'bySide'),
    choose('bySide', [['side = "complainant"', 'complainantStands'], ['side = "respondent"', 'respondentStands']], 'preparation'),
    byOutcome('preparation', { onsite: 'onsiteMode', remote: 'remoteMode', entrusted: 'entrustedMode', appraisal: 'appraisalTerms', ended: 'officeTurn' }),
    path('onsiteMode', 'makeMediationNotice', 'tellMediationComplainant', 'tellMediationRespondent', 'session'),
    path('remoteMode', 'session'),
    path('entrustedMode', 'session'),
    byOutcome('session', { proposal: 'answers', again: 'preparation', appraisal: 'appraisalTerms', recusal: 'recusalTurn', ended: 'officeTurn' }),
    split('answers', 'complainantAnswer', 'respondentAnswer'),
    path('complainantAnswer', 'answered'),
    path('respondentAnswer', 'answered', 'bothAgree'),
    choose('bothAgree', [[`${outcome('complainantAnswer', 'accept')} and ${outcome('respondentAnswer', 'accept')}`, 'agreedTurn']], 'preparation'),
    byOutcome('appraisalTerms', { agreed: 'appraisal', noBody: 'bodyRule', feeDispute: 'feeTurn', dropped: 'preparation' }),
    choose('bodyRule', [[`case.receivedOn < "${newRuleFrom}"`, 'bodyTurn']], 'designation'),
    path('designation', 'appraisal', 'preparation'),
    path('complainantStands', 'complainantTurn', 'mediationEnds'),
    path('respondentStands', 'respondentTurn', 'mediationEnds'),
    path('agreedTurn', 'mediationEnds'),
    path('recusalTurn', 'mediationEnds'),
    path('feeTurn', 'mediationEnds'),
    path('bodyTurn', 'mediationEnds'),
    path('officeTurn', 'mediationEnds'),

    path('mediation', 'turned'),
    choose('turned', [[is('mediationTurn', 'agreed'), 'jointOrNot'], [is('mediationTurn', 'recusal'), 'recusalDecision'], [`${is('mediationTurn', 'withdrawn')} or ${is('mediationTurn', 'reconciled')}`, 'givesUp']], 'judgedGround'),
    byOutcome('recusalDecision', { granted: 'tellRecusalComplainant', rejected: 'tellRecusalComplainant' }),
    path('tellRecusalComplainant', 'tellRecusalRespondent', 'mediation'),
    choose('jointOrNot', [['joint = true', 'jointApproval']], 'agreement'),
    byOutcome('jointApproval', { agreed: 'agreement', refused: 'mediation' }),
    path('jointOver', 'timeGround'),
    path('withdrawnMeanwhile', 'givesUp'),
    path('withdrawnAtRecusal', 'givesUp'),
    path('withdrawnAtJoint', 'givesUp'),
    path('withdrawnAtTermination', 'givesUp'),
    choose('givesUp', [['joint = true', 'jointWithdrawal']], 'byThemselves'),
    byOutcome('jointWithdrawal', { agreed: 'byThemselves', refused: 'mediation' }),
    path('jointWithdrawalOver', 'timeGround'),
    path('agreement', 'needsSettlement'),
    choose('needsSettlement', [[`${is('mediationMode', 'onsite')} and performed != true and settlementWaived != true`, 'makeSettlement']], 'makeRecord'),
    path('makeSettlement', 'settlementSigning', 'handled'),
    path('mediationOver', 'timeGround', 'makeTermination'),
    path('byThemselves', 'makeTermination'),
    path('judgedGround', 'terminationDecision'),
    byOutcome('terminationDecision', { terminated: 'makeTermination', resumed: 'mediation' }),
    path('terminationOver', 'timeGround'),
    path('makeTermination', 'notifyComplainant', 'notifyRespondent', 'tellTermination', 'recorded'),
    choose('recorded', [['mediationRecord != null', 'makeRecord']], 'handled'),
    path('makeRecord', 'handled'),
    path('handled', 'over'),

    path('watchBegins', 'knownEnterprise'),
    choose('knownEnterprise', [['respondentUscc != null', 'countComplaints']], 'watch'),
    path('countComplaints', 'countEscalations', 'repeated'),
    choose('repeated', [[`recentComplaints >= ${repeatedWithin.complaints} and recentEscalations = 0`, 'repeatedMatter']], 'watch'),
    path('repeatedMatter', 'findSuperior', 'superiorKnown'),
    choose('superiorKnown', [['superiorFound = true', 'openEscalation']], 'watch'),
    path('openEscalation', 'watch'),
    byOutcome('watch', { lead: 'openReport', danger: 'openRecall', escalate: 'findSuperior', police: 'findPolice', finished: 'watchEnds' }),
    path('watching', 'over'),
    path('openReport', 'watch'),
    path('openRecall', 'tellDanger', 'watch'),
    path('findPolice', 'policeKnown'),
    choose('policeKnown', [['policeFound = true', 'makePoliceLetter']], 'watch'),
    path('makePoliceLetter', 'tellPolice', 'watch'),

    path('over', 'callBack', 'tellIntake', 'mayPublish'),
    choose('mayPublish', [['publicationConsent = true and terminationGround != 6', 'publishComplaint']], 'result'),
    path('publishComplaint', 'result'),
    choose('result', [[is('mediationTurn', 'agreed'), 'settledEnd'], ['terminationGround = 1', 'withdrawnEnd']], 'terminatedEnd'),
  ])
  .clocks(({ clock, entered, completed, office }) => {
    const officer = office('officer');
    return {
      distribution: clock('登记和分送', 'Register and distribute', { duty: officer, rules: [internal.distribution], start: [entered('registration')], stop: [completed('registration')], breach: 'record' }),
      acceptance: clock('受理决定和告知', 'Acceptance', {
        duty: officer, rules: acceptanceRules, startsFrom: 'receivedOn', start: [completed('receipt'), entered('examination')],
        // Whoever has no power owes no decision (§41): it is distributed, told elsewhere, reported back or handed over.
        stop: [completed('tellAcceptance'), completed('tellRefusal'), completed('registration', 'distribute'), completed('registration', 'other'), completed('examination', 'noPower'), entered('toOther')],
      }),
      dispute: clock('协商处理权限', 'Consultation on jurisdiction', { duty: officer, rules: disputeRules, start: [entered('consultation')], stop: [completed('consultation')] }),
      mediation: clock('调解期限', 'Time for mediation', {
        duty: officer, rules: mediationRules, start: [completed('examination', 'accept')], stop: [entered('agreement'), entered('makeTermination')], breach: 'lapse', excludes: excluded,
      }),
      recusal: clock('回避决定', 'Decision on the recusal', { duty: office('agency-head'), rules: [internal.recusal], start: [entered('recusalDecision')], stop: [completed('recusalDecision'), completed('withdrawnAtRecusal')], breach: 'record' }),
      terminationNotice: clock('告知终止调解', 'Tell the termination', { duty: officer, rules: terminationNoticeRules, start: [entered('makeTermination')], stop: [completed('tellTermination')] }),
      callBack: clock('回访', 'Call-back', { duty: officer, rules: [internal.callBack], start: [entered('callBack')], stop: [completed('callBack')], breach: 'record' }),
    };
  });
