/** 行刑反向衔接 (人民检察院行刑反向衔接工作指引, 2024), the side of the procuratorate. The agency that answers has a case of its own (opinion-handling). */
import { text } from '../../domain/text.ts';
import { workingDays } from '../../domain/model/builder-clocks.ts';
import { guidelineOn, internal } from '../criminal-transfer/law.ts';
import { opinionSteps } from './steps.ts';

export const procuratorialOpinion = opinionSteps
  .flows(({ path, byOutcome, choose, split }) => [
    path('received', 'screening'),
    byOutcome('screening', { transferred: 'acceptance', notNeeded: 'notNeededEnd' }),
    path('acceptance', 'review'),
    byOutcome('review', { propose: 'decision', noPenalty: 'decision', consult: 'consultation', suspend: 'suspended' }),
    path('consultation', 'review'),
    byOutcome('suspended', { resumed: 'review', prosecuted: 'notNeededEnd' }),
    byOutcome('decision', { issue: 'overdueDay', noPenalty: 'notNeededEnd', returned: 'review' }),
    path('overdueDay', 'makeOpinion', 'answering', 'replyReview'),
    path('answeringStart', 'asked'),
    choose('asked', [['supplementText != null', 'awaitReply']], 'given'),
    split('given', 'openHandling', 'awaitReply'),
    path('openHandling', 'handlingOpened'),
    path('awaitReply', 'replied', 'replyOver'),
    path('awaitReply', 'replyLate', 'urgeReply', 'nextOverdueDay', 'tellUrged', 'awaitReply'),
    byOutcome('replyReview', { adopted: 'tellAdopted', supplement: 'supplementDay', notAdopted: 'tellNotAdopted' }),
    path('supplementDay', 'makeSupplement', 'sendSupplement', 'answering'),
    path('tellAdopted', 'adoptedEnd'),
    path('tellNotAdopted', 'notAdoptedEnd'),
  ])
  .clocks(({ clock, entered, completed, office }) => {
    const officer = office('officer');
    const guideline = guidelineOn('review');
    const grounds = guidelineOn('suspension');
    return {
      internalTransfer: clock('移送行政检察部门', 'To the administrative division', { duty: officer, startsFrom: 'nonProsecutionOn', rules: [workingDays(3, guidelineOn('transfer'))], start: [entered('screening')], stop: [completed('screening')] }),
      acceptance: clock('受理', 'Acceptance', { duty: officer, rules: [internal.registration], start: [entered('acceptance')], stop: [completed('acceptance')], breach: 'record' }),
      review: clock('审查', 'Review', {
        duty: officer, startsFrom: 'acceptedOn', rules: [workingDays(10, guideline)], start: [completed('acceptance')], stop: [completed('decision', 'issue'), completed('decision', 'noPenalty'), completed('suspended', 'prosecuted')],
        excludes: [
          { during: 'consultation', reason: text('征求异地人民检察院意见', 'Another procuratorate is consulted'), basis: guideline },
          { during: 'suspended', reason: text('中止审查', 'The review is suspended'), basis: grounds },
        ],
        // The guideline names no number: the chief procurator does.
        extensions: [{ name: text('经检察长批准延长', 'Extended by the chief procurator'), budget: null, approver: office('agency-head'), basis: guideline }],
      }),
      replyReview: clock('审查回复', 'Examine the answer', { duty: officer, rules: [internal.supervisionReview], start: [entered('replyReview')], stop: [completed('replyReview')], breach: 'record' }),
    };
  });
