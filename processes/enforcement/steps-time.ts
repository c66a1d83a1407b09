/** 继续延期 (程序规定 §64): beyond ninety days and thirty more, the heads discuss together whether there is to be more time, and how much. */
import { text } from '../../domain/text.ts';
import type { Steps } from './head.ts';
import { common } from './steps-common.ts';

export const timeSteps = (s: Steps) => {
  const { officer, sectionHead, head, theLead, collectively } = common(s);
  const asked = s.shows('filedOn', 'furtherReasons', 'furtherDays');
  return {
    ...s.within('handling', {
      // Before the ninety days are over nobody can say that the case could not be decided in the time extended; and nobody has an open step that they do not need.
      timeTrack: { ...s.subProcess('继续延期', 'More time'), triggered: true as const },
    }),
    ...s.within('timeTrack', {
      furtherDue: { ...s.start('立案满九十日', 'Ninety days from the filing'), on: { kind: 'timer', timer: { kind: 'on', field: 'furtherFrom' } } as const, interrupting: false },
      furtherTime: s.user('提请集体讨论继续延期', 'Ask the heads for more time', {
        by: officer, form: { ...theLead, ...s.shows('filedOn', 'furtherRecord'), ...s.mayGive('furtherReasons', 'furtherDays') },
        outcomes: { proposed: s.neutral('提请集体讨论', 'Propose', { requires: ['furtherReasons', 'furtherDays'] }), closed: s.positive('不需要继续延期', 'No more time needed') },
        explains: text('经负责人批准延长三十日后仍不能作出决定的，方可提请；应当在期限届满前提出', 'Only where thirty days more were granted and are not enough, and before they are over'),
      }),
      furtherDiscussion: s.signed('负责人集体讨论继续延期', 'The heads discuss more time', {
        by: head, form: { ...theLead, ...asked, ...s.mayGive('furtherRecord') },
        outcomes: { agreed: s.positive('同意延期', 'Agreed'), rejected: s.negative('不同意延期', 'Rejected', { requires: ['furtherRecord'] }), abstained: s.neutral('弃权', 'Abstained') },
        ...collectively, agree: 'agreed', disagree: 'rejected', notSameAs: ['furtherTime'],
        explains: text('案情特别复杂或者有其他特殊情况，经延期仍不能作出处理决定的，由负责人集体讨论决定是否继续延期，并同时确定延长的合理期限（程序规定§64）', 'The heads decide together whether there is to be more time, and how much (§64)'),
      }),
      furtherRecording: s.user('登记集体讨论结果', 'Put the discussion on record', {
        by: sectionHead, form: { ...asked, ...s.asks('furtherDiscussedOn', 'furtherRecord') }, outcomes: { recorded: s.positive('已登记', 'Recorded') },
      }),
      makeFurther: s.document('制作延长办案期限集体讨论记录', 'Make the record of the discussion', 'furtherTime'),
      timeEnd: s.done('延期事项结束', 'End'),
    }),
  };
};
