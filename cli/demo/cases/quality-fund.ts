/** Demo cases of the fund: one call, and projects that answer it at different stages. */
import { call } from '../../../processes/fund-call/walks.ts';
import { fund } from '../../../processes/quality-fund/walks.ts';
import { upTo, type Walk } from '../../../processes/walk.ts';
import { scorePanel, witnessDraw } from '../beside.ts';
import { fromWalk, numberOfThat, type DayAt, type DemoCase } from './types.ts';

const beside = { draw: witnessDraw('drawWitness'), score: scorePanel('expertReview', 84) };
const key = 'fund-call-open';
/** At which the call takes applications. */
const openStep = 'approval';

export function fundCases(day: DayAt): readonly DemoCase[] {
  const year = Number(day(0).slice(0, 4));
  const { open } = call.walks;
  const project = (name: string, walk: Walk, more: Walk['start'] = {}): DemoCase =>
    ({ ...fromWalk(fund, name, { ...walk, start: { ...walk.start, ...more, callNumber: numberOfThat } }, day, beside), after: { key, step: openStep } });
  const { completed, belowMark, vehicles } = fund.walks;
  return [
    fromWalk(call, key, { ...open, start: { ...open.start, callYear: year, callName: `${year}年度质量提升发展基金项目` } }, day),
    project('fund-vehicles', vehicles),
    project('fund-toys', upTo(belowMark, 'draw')),
    // In the period of its public notice: the money is reserved.
    project('fund-kettle', upTo(completed, 'closeNotice')),
    project('fund-lamp', upTo(completed, 'siteCheck'), { projectName: 'LED灯具寿命一致性提升', projectContent: '建立灯具加速老化试验方法。', requestedAmount: 16_000_000 }),
  ];
}
