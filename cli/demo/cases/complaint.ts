/** Demo cases: complaints of a citizen, by telephone and distributed, at different stages; in dispute between two agencies, before the agency above, and as the first of a chain. */
import { complaintWalks } from '../../../processes/complaint/walks.ts';
import { escalationWalks } from '../../../processes/complaint-escalation/walks.ts';
import { enforcementWalks } from '../../../processes/enforcement/walks.ts';
import { reportWalks } from '../../../processes/report/walks.ts';
import { isDeed, upTo, type Act, type Deed, type Walk } from '../../../processes/walk.ts';
import { demoPerson } from '../people.ts';
import { fromWalk, type DayAt, type DemoCase } from './types.ts';

const { walks } = complaintWalks;
const against = (way: Walk, person: string, subject: string, facts: string): Walk => {
  const enterprise = demoPerson(person)?.enterprise;
  return { ...way, start: { ...way.start, respondentName: enterprise?.name ?? '', respondentUscc: enterprise?.uscc ?? null, subject, facts } };
};
/** Lead and danger found beside the mediation, and a proposal that both sides have yet to answer. */
const watched: Walk = { ...walks.escalated, start: walks.settled.start, acts: walks.escalated.acts.filter((act: Act) => !(Array.isArray(act) && act[1] === 'escalate')) };
const at = (process: string, deed: Deed): Act => ({ at: process, deed });
const intake = walks.settled.acts.slice(0, 3);

/** The agency above has interviewed the shop, which has to report what it has corrected. */
const interviewed: Walk = {
  ...walks.escalated, start: { ...walks.settled.start, subject: '儿童平衡车', facts: '充电时外壳发烫变形，门店拒绝退换，同小区另有两户遇到同样情况。' }, outcome: null,
  acts: [
    ...intake, ['watch', 'escalate', { escalationMatter: '同一经营者近期被多人投诉，涉及同批次产品。', escalationProposals: ['interview'] }],
    ...escalationWalks.walks.suggested.acts.slice(0, 3).filter(isDeed).map((deed) => at('complaint-escalation', deed)),
  ],
};
/** The other district declines, and the city is to appoint one of the two. */
const [, dispute, , negotiated] = walks.appointedOther.acts;
const toAppoint: Walk = {
  ...walks.appointedOther, start: { ...walks.settled.start, subject: '预付式健身卡', facts: '门店搬迁至海珠区后停业，剩余课时不予退款。', demands: '退还剩余课时费用1200元。' }, outcome: null,
  acts: [
    ...intake.slice(0, 1), ...(dispute ? [dispute] : []), at('jurisdiction-dispute', ['consultation', 'declines', { answer: '签约和消费均在天河区门店。' }]), ...(negotiated ? [negotiated] : []),
    at('jurisdiction-dispute', ['examination', 'submitted', { examination: '签约地、消费地均在天河区，门店已经注销；经营者现经营地在海珠区。', appointedAgency: 'gz-haizhu-amr' }]),
  ],
};
/** 投诉 → 举报 → 查处 → 移送公安机关: one chain, whose last case waits for its task force. */
const [handled, proposed, filed] = reportWalks.walks.toldResult.acts.filter(isDeed);
const chain: Walk = {
  ...walks.withdrawn, agency: 'gz-amr', outcome: null,
  start: { ...walks.settled.start, subject: '儿童滑板车（同批次）', reportContent: '该公司生产的儿童滑板车无厂名厂址，锁扣强度不符合强制性国家标准，仍在网上大量销售。' },
  acts: [
    ...intake, ...[handled, proposed, filed].flatMap((deed) => (deed ? [at('report', deed)] : [])), ...enforcementWalks.walks.backFromPolice.acts.slice(0, 4).filter(isDeed).map((deed) => at('enforcement', deed)),
  ],
};

export function complaintCases(day: DayAt): readonly DemoCase[] {
  const demo = (key: string, way: Walk): DemoCase => fromWalk(complaintWalks, key, way, day);
  return [
    demo('complaint-scooter', upTo(watched, 'complainantAnswer')),
    demo('complaint-kettle', upTo(against(walks.refused, 'chenguang', '电热水壶', '购买十日后底座不通电，售后拒绝更换。'), 'identity')),
    demo('complaint-heater', against(walks.settled, 'chenguang', '暖风机', '使用一周后倾倒不断电，要求退货。')),
    demo('complaint-restaurant', upTo(walks.settledByPhone, 'session')),
    demo('complaint-overcharged', upTo(walks.noIdentity, 'examination')),
    demo('complaint-appraisal', upTo(against(walks.settledAfterAppraisal, 'chenguang', '电饭煲', '内胆涂层一个月内大面积脱落，商家认为使用不当。'), 'appraisal')),
    demo('complaint-joint', { ...upTo(walks.jointGoesOn, 'jointWithdrawal'), start: { ...walks.settled.start, subject: '儿童积木（团购）', facts: '三户家长团购的儿童积木有刺鼻气味，商家拒绝退货。' } }),
    demo('complaint-escalated', interviewed),
    demo('complaint-dispute', { ...walks.takenOver, acts: walks.takenOver.acts.slice(0, 2), outcome: null, start: { ...walks.settled.start, subject: '家具定制', facts: '交付的柜体板材与合同不符，门店在天河区签约、海珠区发货。', demands: '更换柜体。' } }),
    demo('complaint-appointment', toAppoint),
    demo('complaint-chain', chain),
    demo('complaint-distributed', { ...walks.distributed, acts: walks.distributed.acts.slice(2, 3), outcome: null }),
  ];
}
