/** The pure walker of an application, with what the round, the credit file and notices would answer. */
import { pureWalker, type ServiceAnswers } from '../../../test/support/walk-purely.ts';
import { noticeAnswers } from '../answers.test-support.ts';
import { awardApplication } from './definition.ts';
import { application, breaching, cycleNumber } from './walks.ts';

const award = { id: 'e', uscc: '91440000725456195C', kind: 'award', level: '质量奖', title: '第7届广东省政府质量奖', decidedOn: '2024-06-30', publicUntil: null };
const breach = { ...award, uscc: breaching, kind: 'serious-violation', level: null, title: '列入严重违法失信名单', decidedOn: '2024-09-12' };
const answers: ServiceAnswers = (job, state, now) => {
  switch (job.service) {
    case 'batch.join':
      return job.input['number'] === cycleNumber ? { ok: true, reason: null, batch: 'b', title: '第8届广东省政府质量奖' } : { ok: false, reason: job.input['number'] === '已经截止的届次' ? 'message.not-awaited' : 'no-such-case', batch: null, title: null };
    case 'credit.find': {
      const entries = (job.input['usccs'] as string[]).includes(award.uscc) ? [award] : (job.input['usccs'] as string[]).includes(breaching) ? [breach] : [];
      return { ok: true, reason: null, entries, summary: entries.map((e) => e.title).join() };
    }
    default:
      return noticeAnswers(job, state, now);
  }
};
export const walker = pureWalker(awardApplication, application, answers);
