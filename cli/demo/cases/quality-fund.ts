/** Demo cases of the fund: one call, and projects that answer it at different stages. */
import { call } from '../../../processes/fund-call/walks.ts';
import { fund } from '../../../processes/quality-fund/walks.ts';
import { upTo, type Walk } from '../../../processes/walk.ts';
import { objectToNotice, scorePanel, witnessDraw } from '../beside.ts';
import { fromWalk, numberOfThat, type DayAt, type DemoCase } from './types.ts';

const beside = { draw: witnessDraw('drawWitness'), score: scorePanel('expertReview', 84) };
/** Drawn, and only one of those drawn has answered. */
const unanswered = { ...beside, draw: witnessDraw('drawWitness', 1) };
/** One of the experts has not scored yet. */
const unfinished = { ...beside, score: scorePanel('expertReview', 79, 1) };
const objectedTo = (it: DemoCase): DemoCase => ({ ...it, steps: [...it.steps, { doing: objectToNotice, name: 'objectToNotice' }] });
const key = 'fund-call-open';
/** At which the call takes applications. */
const openStep = 'approval';

export function fundCases(day: DayAt): readonly DemoCase[] {
  const year = Number(day(0).slice(0, 4));
  const { open } = call.walks;
  const project = (name: string, walk: Walk, more: Walk['start'] = {}, doings = beside): DemoCase =>
    ({ ...fromWalk(fund, name, { ...walk, start: { ...walk.start, ...more, callNumber: numberOfThat } }, day, doings), after: { key, step: openStep } });
  const { completed, belowMark, vehicles } = fund.walks;
  const cars: Walk = { ...completed, starter: vehicles.starter, start: vehicles.start };
  const toys: Walk = { ...completed, starter: belowMark.starter, start: belowMark.start };
  return [
    fromWalk(call, key, { ...open, start: { ...open.start, callYear: year, callName: `${year}年度质量提升发展基金项目` } }, day),
    project('fund-vehicles', vehicles),
    project('fund-toys', upTo(belowMark, 'draw')),
    // Experts are drawn, score, have scored; the meeting votes.
    project('fund-welding', upTo(cars, 'drawWitness'), { projectName: '车身焊点在线无损检测', projectContent: '建设焊点超声在线检测系统。', requestedAmount: 42_000_000 }, unanswered),
    project('fund-paint', upTo(toys, 'expertReview'), { projectName: '玩具涂层重金属快速筛查', projectContent: '建立X射线荧光快速筛查方法。', requestedAmount: 12_000_000 }, unfinished),
    project('fund-cooker', upTo(completed, 'expertReview'), { projectName: '电饭煲内胆涂层寿命提升', projectContent: '建立内胆涂层磨损试验方法。', requestedAmount: 22_000_000 }),
    project('fund-motor', upTo(cars, 'deliberation', 1), { projectName: '驱动电机噪声一致性控制', projectContent: '建设电机噪声下线检测台。', requestedAmount: 36_000_000 }),
    // In the period of its public notice, with objections: the money is reserved.
    objectedTo(project('fund-kettle', upTo(completed, 'closeNotice'))),
    project('fund-lamp', upTo(completed, 'siteCheck'), { projectName: 'LED灯具寿命一致性提升', projectContent: '建立灯具加速老化试验方法。', requestedAmount: 16_000_000 }),
  ];
}
