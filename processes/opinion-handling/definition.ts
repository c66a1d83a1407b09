/** 检察意见办理 (行刑反向衔接), the side of the agency that answers: register, verify, open an enforcement case, answer by the day that the opinion names. */
import { text } from '../../domain/text.ts';
import { under, workingDays } from '../../domain/model/builder-clocks.ts';
import { internal, namedDay } from '../criminal-transfer/law.ts';
import { excluded, exclusionOfCheck } from '../enforcement/law.ts';
import { penaltyProcedure } from '../instruments.ts';
import { handlingSteps } from './steps.ts';

export const opinionHandling = handlingSteps
  .flows(({ path, byOutcome, choose, outcome }) => [
    path('received', 'replyDay', 'registration', 'verification'),
    byOutcome('verification', { file: 'approval', noPenalty: 'approval', test: 'testing', identify: 'identification' }),
    path('testing', 'verification'),
    path('identification', 'verification'),
    byOutcome('approval', { agreed: 'filing', returned: 'verification' }),
    // Verified again, it may be opened already.
    choose('filing', [[`${outcome('verification', 'file')} and enforcementNumber = null`, 'openEnforcement']], 'replyDraft'),
    path('openEnforcement', 'replyDraft'),
    byOutcome('replyDraft', { submitted: 'replySign', verify: 'verification' }),
    byOutcome('replySign', { signed: 'makeReply', returned: 'replyDraft' }),
    path('makeReply', 'sendReply', 'onPaper'),
    choose('onPaper', [['opinionCase = null', 'followUp']], 'awaitFurther'),
    path('awaitFurther', 'furtherAsked', 'supplementDay', 'replyDraft'),
    path('awaitFurther', 'concluded', 'result'),
    path('awaitFurther', 'longSilence', 'followUp'),
    byOutcome('followUp', { closed: 'result', supplement: 'supplementDay', wait: 'awaitFurther' }),
    choose('result', [[outcome('verification', 'file'), 'openedEnd']], 'noPenaltyEnd'),
  ])
  .clocks(({ clock, entered, completed, office }) => {
    const officer = office('officer');
    const verification = under(penaltyProcedure, '§18');
    return {
      registration: clock('登记', 'Register', { duty: officer, rules: [internal.registration], start: [entered('registration')], stop: [completed('registration')], breach: 'record' }),
      verification: clock('核查，决定是否立案', 'Verify and decide', {
        duty: officer, rules: [workingDays(15, verification)], start: [entered('registration'), completed('replyDraft', 'verify')], stop: [completed('approval', 'agreed')],
        excludes: [{ during: 'testing', reason: excluded.test, basis: exclusionOfCheck }, { during: 'identification', reason: excluded.identification, basis: exclusionOfCheck }],
        extensions: [{ name: text('经负责人批准延长', 'Extended by the head'), budget: { amount: 15, unit: 'working-day' }, approver: office('agency-head'), basis: verification }],
      }),
      reply: clock('书面回复人民检察院', 'Answer the procuratorate', {
        duty: officer, startsFrom: 'replyCountsFrom', start: [entered('registration'), completed('supplementDay')], stop: [completed('sendReply')],
        rules: [{ ...namedDay, when: 'replyDueOn != null' }, internal.reply],
      }),
    };
  });
