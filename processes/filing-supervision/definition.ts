/** 立案监督 (移送规定 §9②, 公安机关办理刑事案件程序规定 §182). */
import { calendarDays, under } from '../../domain/model/builder-clocks.ts';
import { internal } from '../criminal-transfer/law.ts';
import { policeProcedure } from '../instruments.ts';
import { supervisionSteps } from './steps.ts';

export const filingSupervision = supervisionSteps
  .flows(({ path, byOutcome, choose, outcome }) => [
    path('received', 'naming', 'acceptance'),
    byOutcome('acceptance', { accepted: 'requestApproval', declined: 'answer' }),
    byOutcome('requestApproval', { approved: 'makeRequest', returned: 'acceptance' }),
    path('makeRequest', 'askExplanation', 'awaitExplanation'),
    path('awaitExplanation', 'explained', 'review'),
    path('awaitExplanation', 'filedOnRequest', 'tellProposer'),
    path('awaitExplanation', 'explanationLate', 'urgeExplanation', 'tellUrged', 'awaitExplanation'),
    byOutcome('review', { upheld: 'answer', unfounded: 'noticeApproval' }),
    byOutcome('noticeApproval', { notify: 'makeNotice', returned: 'review' }),
    path('makeNotice', 'notifyToFile', 'awaitFiling'),
    path('awaitFiling', 'filedOnNotice', 'tellProposer'),
    path('awaitFiling', 'filingLate', 'correctFiling', 'tellDemanded', 'awaitFiling'),
    path('tellProposer', 'byNotice'),
    choose('byNotice', [['noticeNumber != null', 'noticeEnd']], 'requestEnd'),
    path('answer', 'makeAnswer', 'tellPolice', 'tellRegulator', 'answered'),
    choose('answered', [[outcome('acceptance', 'declined'), 'declinedEnd']], 'upheldEnd'),
  ])
  .clocks(({ clock, entered, completed, office }) => {
    const officer = office('officer');
    return {
      acceptance: clock('受理审查', 'Acceptance', { duty: officer, rules: [internal.supervisionAcceptance], start: [entered('acceptance')], stop: [completed('requestApproval', 'approved'), completed('acceptance', 'declined')], breach: 'record' }),
      // The limits of the police, as the procuratorate watches them; their own clocks run in their own case.
      explanation: clock('公安机关说明不立案理由', 'The police explain', {
        duty: officer, rules: [calendarDays(7, under(policeProcedure, '§182'))], start: [completed('askExplanation')], stop: [completed('explained'), completed('filedOnRequest')], breach: 'record',
      }),
      review: clock('审查不立案理由', 'Examine the reasons', { duty: officer, rules: [internal.supervisionReview], start: [entered('review')], stop: [completed('noticeApproval', 'notify'), completed('review', 'upheld')], breach: 'record' }),
      filing: clock('公安机关按通知立案', 'The police file on notice', { duty: officer, rules: [calendarDays(15, under(policeProcedure, '§182'))], start: [completed('notifyToFile')], stop: [completed('filedOnNotice')] }),
    };
  });
