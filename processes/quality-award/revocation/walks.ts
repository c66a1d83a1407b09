/** Ways through a revocation, as people would go them. */
import type { JsonObject } from '../../../domain/json.ts';
import { day, type Act, type Walk, type Walks } from '../../walk.ts';

const usual: Readonly<Record<string, string>> = { 'secretariat@gd-award-secretariat': 'tan', 'agency-head@gd-award-secretariat': 'meng', 'agency-head@gd-gov': 'rong', 'uscc:91440101MA5CK83P1C': 'haichuan' };
const whoTakes = (step: string, pool: string): string => (step === 'legalReview' ? 'xiao' : usual[pool] ?? `nobody holds ${pool}`);

const lead: JsonObject = { ground: 'fraud', holderName: '广州海川玩具有限公司', holderUscc: '91440101MA5CK83P1C', holderRegion: '440100', factsFound: '举报反映申报时提供的检测报告系伪造。', happenedOn: day(-30) };
const founded: Act = ['verify', 'founded', { verification: '经向检测机构核实，三份检测报告系伪造。', noticeText: '拟撤销奖励，收回证书。' }];
const unfounded: Act = ['verify', 'unfounded', { verification: '检测机构确认报告真实。' }];
const stated: Act = ['statement', 'stated', { statement: '检测报告由第三方咨询机构提供，我司并不知情。' }];
const legal: Act = ['legalReview', 'agreed', { legalOpinion: '事实清楚，证据确凿，程序合法。' }];
const submitted: Act = ['submission', 'submitted'];
const served: Act = ['serve', 'served', { servedOn: day(0), serviceWay: 'direct' }];
const decided: readonly Act[] = [legal, submitted, ['decide', 'approved'], served];

export const revocation = { process: 'award-revocation', whoTakes, walks: makeWalks() } as const satisfies Walks;

function makeWalks() {
  const own = { starter: 'tan', agency: 'gd-award-secretariat' };
  return {
    fraud: { ...own, start: lead, title: '骗取奖励：陈述申辩后撤销，十年内不受理', outcome: 'revoked', acts: [founded, stated, ['legalReview', 'returned', { legalOpinion: '请补充检测机构的书面证明。' }], founded, ['statement', 'waived'], legal, ['submission', 'returned'], ...decided] },
    accident: { ...own, start: { ...lead, ground: 'accident', factsFound: '发生重大火灾事故。' }, title: '获奖后五年内发生重大事故，逾期未陈述', outcome: 'revoked', acts: [founded, { waitFor: 'statement' }, ...decided] },
    falseDeclaration: { ...own, start: { ...lead, ground: 'falseDeclaration', sourceNumber: '没有这件申报' }, title: '虚假申报（未获奖），五年内不受理', outcome: 'banned', acts: [founded, stated, ...decided] },
    unfounded: { ...own, start: lead, title: '查证不实', outcome: 'unfounded', acts: [unfounded] },
    notDecided: { ...own, start: lead, title: '省政府决定不予处理', outcome: 'unfounded', acts: [founded, stated, legal, submitted, ['decide', 'unfounded', { governmentOpinion: '情节轻微。' }]] },
    tooLongAgo: { ...own, start: { ...lead, ground: 'accident', holderUscc: '91440000725456195C', holderName: '广东粤航汽车有限公司' }, title: '事故发生在获奖五年后，不能撤销', outcome: 'unfounded', acts: [founded, unfounded] },
  } as const satisfies Record<string, Walk>;
}
