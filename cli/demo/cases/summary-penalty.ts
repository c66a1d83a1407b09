/** Demo cases of penalties on the spot (当场处罚): about to be decided, collected and to be handed in, to be filed, waiting for the payment, turned to the ordinary procedure. */
import { summaryWalks } from '../../../processes/summary-penalty/walks.ts';
import { upTo, type Walk } from '../../../processes/walk.ts';
import { fromWalk, type DayAt, type DemoCase } from './types.ts';

export function summaryCases(day: DayAt): readonly DemoCase[] {
  const { walks } = summaryWalks;
  const about = (walk: Walk, subjectName: string, leadSummary: string): Walk => ({ ...walk, start: { ...walk.start, subjectName, subjectUscc: null, leadSummary } });
  const onTheSpot = (key: string, walk: Walk): DemoCase => fromWalk(summaryWalks, key, walk, day);
  return [
    onTheSpot('spot-decide', about(upTo(walks.heard, 'decide'), '广州市某文具商行', '监督检查时发现其销售的24支儿童画笔没有标明生产者的名称和地址。')),
    onTheSpot('spot-handing-in', upTo(walks.collected, 'handingIn')),
    onTheSpot('spot-recording', about(upTo(walks.warnedUpheld, 'recording'), '广州市某玩具批发部', '监督检查时发现其销售的12件毛绒玩具没有标明生产者的名称和地址。')),
    onTheSpot('spot-payment', upTo(walks.paid, 'payment')),
    onTheSpot('spot-ordinary', walks.unclear),
  ];
}
