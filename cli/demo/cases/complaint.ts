/** Demo cases: complaints of a citizen, by telephone and distributed, at different stages. */
import { complaintWalks } from '../../../processes/complaint/walks.ts';
import { upTo, type Act, type Walk } from '../../../processes/walk.ts';
import { demoPerson } from '../people.ts';
import { fromWalk, type DayAt, type DemoCase } from './types.ts';

const { walks } = complaintWalks;
const against = (way: Walk, person: string, subject: string, facts: string): Walk => {
  const enterprise = demoPerson(person)?.enterprise;
  return { ...way, start: { ...way.start, respondentName: enterprise?.name ?? '', respondentUscc: enterprise?.uscc ?? null, subject, facts } };
};
/** Lead and danger found beside the mediation, and a proposal that both sides have yet to answer. */
const watched: Walk = { ...walks.escalated, start: walks.settled.start, acts: walks.escalated.acts.filter((act: Act) => !(Array.isArray(act) && act[1] === 'escalate')) };

export function complaintCases(day: DayAt): readonly DemoCase[] {
  const demo = (key: string, way: Walk): DemoCase => fromWalk(complaintWalks, key, way, day);
  return [
    demo('complaint-scooter', upTo(watched, 'complainantAnswer')),
    demo('complaint-kettle', upTo(against(walks.refused, 'chenguang', '电热水壶', '购买十日后底座不通电，售后拒绝更换。'), 'identity')),
    demo('complaint-heater', against(walks.settled, 'chenguang', '暖风机', '使用一周后倾倒不断电，要求退货。')),
    demo('complaint-restaurant', upTo(walks.settledByPhone, 'session')),
    demo('complaint-overcharged', upTo(walks.noIdentity, 'examination')),
    demo('complaint-distributed', { ...walks.distributed, acts: walks.distributed.acts.slice(2, 3), outcome: null }),
  ];
}
