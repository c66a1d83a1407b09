/**
 * 省政府质量奖: a round that takes declarations, applications in it, and what goes on beside it. None of these stands at its panel or later: before it lie two notices of five working days
 * each (推荐公示, 受理名单公示), and no record may say that a period in which anybody can object was over on the day on which it was opened. Those that do were taken over from paper.
 */
import { application, chenguang, haichuan } from '../../../processes/quality-award/application/walks.ts';
import { commending } from '../../../processes/quality-award/commendation/walks.ts';
import { cycle } from '../../../processes/quality-award/cycle/walks.ts';
import { objection } from '../../../processes/quality-award/objection/walks.ts';
import { revocation } from '../../../processes/quality-award/revocation/walks.ts';
import { upTo, type Walk } from '../../../processes/walk.ts';
import { paperRounds } from './quality-award-paper.ts';
import { fromWalk, numberOfThat, type DayAt, type DemoCase } from './types.ts';

const round = 'award-round-8';

export function awardCases(day: DayAt): readonly DemoCase[] {
  const entry = (key: string, way: Walk): DemoCase => ({ ...fromWalk(application, key, { ...way, start: { ...way.start, cycleNumber: numberOfThat } }, day), after: { key: round, step: 'closeDeclaration' } });
  const { walks } = application;
  const yuehang = { ...haichuan, applicantName: '广东粤航汽车有限公司', applicantUscc: '91440000725456195C', applicantIndustry: '汽车制造', contactName: '曾宇', contactPhone: '13700137000', establishedOn: '2012-09-01', employees: 12_600, revenue: 26_800_000_000_00 };
  return [
    fromWalk(cycle, round, upTo(cycle.walks.completed, 'closeDeclaration'), day),
    entry('award-haichuan', { ...walks.notCandidate, acts: walks.notCandidate.acts.slice(0, 1) }),
    entry('award-chenguang', { ...upTo(walks.nominated, 'recommendationReview'), start: chenguang }),
    entry('award-yuehang', { ...upTo(walks.awarded, 'supplement'), starter: 'yuehang', start: yuehang }),
    fromWalk(cycle, 'award-round-9', { ...upTo(cycle.walks.completed, 'planApproval'), start: { ...cycle.walks.completed.start, edition: 9, roundYear: 2028 } }, day),
    ...paperRounds(day),
    fromWalk(objection, 'award-objection', upTo(objection.walks.rejected, 'answer'), day),
    fromWalk(revocation, 'award-false-declaration', upTo(revocation.walks.falseDeclaration, 'statement'), day),
    fromWalk(commending, 'award-commendation', upTo(commending.walks.commended, 'check'), day),
  ];
}
