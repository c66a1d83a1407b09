/** Ways through an application, as people would go them. What the round tells it is told here; on the stack the round is there and tells it itself. */
import type { JsonObject } from '../../../domain/json.ts';
import { day, type Act, type Walk, type Walks } from '../../walk.ts';

const usual: Readonly<Record<string, string>> = {
  'officer@gz-amr': 'wu', 'agency-head@gz-amr': 'feng', 'officer@fs-amr': 'pan', 'agency-head@fs-amr': 'pei', 'secretariat@gd-award-secretariat': 'tan', 'agency-head@gd-award-secretariat': 'meng',
  'officer@gd-ecology': 'ji', 'officer@gd-human-resources': 'shizheng', 'officer@gd-tax': 'tian', 'committee-member@gd-amr': 'duruo', 'committee-member@gd-drc': 'fu', 'committee-member@gd-industry': 'gao', 'committee-member@gd-finance': 'hu',
  'uscc:91440101MA5CK83P1C': 'haichuan', 'uscc:91440605MA4W2Q7H9C': 'chenguang', 'uscc:91440000725456195C': 'yuehang',
};
const whoTakes = (step: string, pool: string): string => (step === 'eligibility' ? 'xiao' : usual[pool] ?? `nobody holds ${pool}`);

export const cycleNumber = '粤质奖奖评〔2026〕1号';
export const committee = ['committee-member@gd-amr', 'committee-member@gd-drc', 'committee-member@gd-industry'] as const;

export const haichuan: JsonObject = {
  cycleNumber, applicantKind: 'manufacturing', applicantName: '广州海川玩具有限公司', applicantUscc: '91440101MA5CK83P1C', applicantRegion: '440100', applicantIndustry: '玩具制造', establishedInGuangdong: true, contactName: '郑海', contactPhone: '13900139000',
  establishedOn: '2008-05-12', employees: 1860, revenue: 214_000_000_00, qualityModel: '实施“设计即安全”的质量管理模式，建立从原材料到成品的追溯体系。', achievements: '参与制定国家标准3项，获发明专利26件。', results: '近三年出口产品零通报，产品合格率99.8%。',
  honours: '2023年市政府质量奖', noAccidents: true, noViolations: true, internalNoticeFrom: day(-20), internalNoticeUntil: day(-4), truthful: true,
};
/** An enterprise that does not exist, with a serious breach in its credit file. */
export const breaching = '91440606MA5DFT5U76';
export const chenguang: JsonObject = {
  ...haichuan, applicantName: '佛山市晨光电器有限公司', applicantUscc: '91440605MA4W2Q7H9C', applicantRegion: '440600', applicantIndustry: '家用电器制造', contactName: '梁雪', contactPhone: '13800138000', establishedOn: '2003-03-18', employees: 3200, revenue: 980_000_000_00, honours: null,
};

const review = (outcome: string, data: JsonObject = {}): Act => ['recommendationReview', outcome, data];
const recommended: Act = review('recommended', { recommendationOpinion: '材料齐全，业绩属实，拟推荐。', noticeDays: 5 });
/** The last day of a notice is counted by the calendar of people: on the stack somebody beside the case says that it is over. */
const over: readonly Act[] = [{ beside: 'closeNotice' }, { waitFor: 'noticeOver' }];
const letter: Act = ['recommendation', 'recommended'];
const toPrefecture: readonly Act[] = [recommended, ...over, letter];
const formal: Act = ['formalReview', 'passed', { formalOpinion: '材料完整、格式符合要求。', departments: ['officer@gd-ecology', 'officer@gd-human-resources', 'officer@gd-tax'] }];
const asked = (finding = 'none'): readonly Act[] => [
  ['departmentCheck', 'answered', { departmentFinding: 'none' }, 'ji'], ['departmentCheck', 'answered', { departmentFinding: finding, departmentRemark: finding === 'none' ? null : '2024年发生较大劳动争议群体事件。' }, 'shizheng'],
  ['departmentCheck', 'answered', { departmentFinding: 'minor', departmentRemark: '2025年有一般申报差错记录，已更正。' }, 'tian'],
];
const eligible: Act = ['eligibility', 'eligible', { eligibilityOpinion: '符合申报条件，建议受理。' }];
const accepted: Act = ['acceptance', 'accepted'];
export const toAcceptance: readonly Act[] = [formal, ...asked(), eligible, accepted];
const candidate: Act = { told: 'award-candidate', data: { writtenScore: '88.25', writtenRank: 3 } };
const defended: Act = ['defence', 'held', { defenceOn: day(0), defenceRecord: '主要负责人陈述30分钟，答辩6个问题。' }];
const visited: Act = ['siteVisit', 'done', { siteVisitFrom: day(0), siteVisitUntil: day(0), siteVisitTeam: '组长沈知行，成员范思远、顾言', siteVisitReport: '查看生产现场、检测中心和追溯系统，访谈员工22人，与申报材料一致。' }];
export const reviewed: readonly Act[] = [defended, visited];
const toVote: Act = { told: 'award-vote', data: { committee: [...committee], finalScore: '91.5', finalRank: 2 } };
const voted = (...votes: readonly string[]): readonly Act[] => votes.map((vote, i): Act => ['vote', vote, {}, ['duruo', 'fu', 'gao'][i] ?? 'duruo']);
const result = (level: string): Act => ({ told: 'award-result', data: level === 'none' ? { level, outReason: '票决后未列入奖励名单' } : { level, decisionNumber: '粤府〔2026〕8号', decidedOn: day(0) } });
const out = (outStage: string, outReason: string): Act => ({ told: 'award-out', data: { outStage, outReason } });

const reply = '经核查，业绩数据与审计报告一致。';
const rejects: readonly Act[] = [['acceptance', 'accepted', { acceptanceOpinion: '实名提出并附证据，予以受理。' }], ['examination', 'proposed', { findings: '调取审计报告核对。', reply }], ['answer', 'rejected', { reply }]];

const walks = makeWalks();
/** `lapsing`: in which somebody says nothing until it is too late. */
export const application = { process: 'award-application', whoTakes, walks, lapsing: [walks.departmentsSilent, walks.supplementLapsed] } as const satisfies Walks & { readonly lapsing: readonly Walk[] };

function makeWalks() {
  const own = { starter: 'haichuan', agency: 'gz-amr', start: haichuan };
  /** As the round opens it (cycle/steps-takeover.ts). */
  const fromPaper = { opened: true, start: { ...haichuan, takenOver: true, takenOverNote: '受理及以前的环节以纸质办理，依据纸质材料补录。补录人：谭静。', letterNumber: '穗市监奖荐〔2026〕1号', departmentResults: '省生态环境厅、省税务局均未发现问题。', acceptanceNumber: '粤质奖受〔2026〕1号', acceptedOn: day(-40) } } as const;
  /** Whatever is clicked, it comes back to the examination. */
  const barred = (returnReasons: string): readonly Act[] => [...toPrefecture, formal, ...asked(), eligible, accepted, ['eligibility', 'ineligible', { eligibilityOpinion: returnReasons, returnReasons }], ['acceptance', 'refused']];
  const toReview: readonly Act[] = [...toPrefecture, ...toAcceptance];
  const toFinal: readonly Act[] = [...toReview, candidate, defended, visited];
  return {
    awarded: {
      ...own, title: '补充、补正后受理，获质量奖', outcome: 'awarded',
      acts: [
        review('supplement', { supplementRequest: '请补充三年质量数据。' }), ['supplement', 'sent', { results: '近三年合格率分别为99.6%、99.7%、99.8%，出口零通报。' }], recommended, ['notice', 'checked'], ...over, letter,
        ['formalReview', 'supplement', { formalOpinion: '缺少内部公示照片。', supplementRequest: '请补正内部公示材料。' }], ['formalSupplement', 'sent', {}], formal, ...asked(), eligible, ['acceptance', 'again'], eligible, accepted, candidate, defended, visited, toVote, ...voted('agree', 'agree'), result('award'),
      ],
    },
    nominated: { ...own, starter: 'chenguang', agency: 'fs-amr', start: chenguang, title: '票决未全票通过，获提名奖', outcome: 'nominated', acts: [...toFinal, toVote, ...voted('agree', 'abstain', 'agree'), result('nomination')] },
    objected: {
      ...own, title: '推荐公示收到异议，核查不成立后推荐，综合评审未入选', outcome: 'notSelected',
      acts: [
        review('recommended', { recommendationOpinion: '拟推荐。', noticeDays: 6 }), { beside: 'object' }, ['notice', 'checked'], { called: 'handleObjections', acts: rejects, outcome: 'rejected', tells: { reply } }, ...over, letter, ...toAcceptance, candidate, defended, visited, out('final', '综合排名第62，名额50个已满'),
      ],
    },
    voteFailed: { ...own, title: '票决未通过', outcome: 'notSelected', acts: [...toFinal, toVote, ...voted('disagree', 'disagree'), result('none')] },
    removedAsWinner: { ...own, title: '拟奖名单公示后取消资格', outcome: 'notSelected', acts: [...toFinal, toVote, ...voted('agree', 'agree'), out('winners', '异议成立：环保处罚未如实申报')] },
    notCandidate: { ...own, title: '材料评审未入选', outcome: 'notSelected', acts: [...toReview, out('written', '加权平均58.00分，未达到60.00分的达标线')] },
    gaveUpDefence: { ...own, title: '放弃答辩', outcome: 'withdrawn', acts: [...toReview, candidate, ['defence', 'withdrawn']] },
    gaveUpVisit: { ...own, title: '放弃现场评审', outcome: 'withdrawn', acts: [...toReview, candidate, defended, ['siteVisit', 'withdrawn']] },
    ineligible: {
      ...own, title: '部门核查发现重大问题，不予受理', outcome: 'ineligible',
      acts: [...toPrefecture, formal, ...asked('serious'), ['eligibility', 'ineligible', { eligibilityOpinion: '存在重大劳动违法。', returnReasons: '近三年存在严重违法失信行为。' }], ['acceptance', 'refused']],
    },
    awardedBefore: {
      ...own, start: { ...haichuan, parentUscc: '91440000725456195C' }, title: '近四年母公司已获奖，受理审批也不能受理', outcome: 'ineligible',
      acts: [...toPrefecture, formal, ...asked(), eligible, accepted, ['eligibility', 'ineligible', { eligibilityOpinion: '母公司近四年已获奖。', returnReasons: '母公司于近四年内已获省政府质量奖，不再参评。' }], ['acceptance', 'refused']],
    },
    outsideProvince: { ...own, start: { ...haichuan, applicantRegion: '430100' }, title: '所在地不在广东，受理审批也不能受理', outcome: 'ineligible', acts: [...barred('申报单位不是在广东省依法设立。')] },
    notDeclared: { ...own, start: { ...haichuan, noAccidents: false, truthful: false }, title: '未作无事故声明和真实性承诺，不能受理', outcome: 'ineligible', acts: [...barred('未声明近三年无重大事故，未承诺材料真实。')] },
    breach: { ...own, start: { ...haichuan, applicantName: '广州失信示例有限公司', applicantUscc: breaching }, starter: 'wu', title: '近三年被列入严重违法失信名单，不能受理', outcome: 'ineligible', acts: [...barred('近三年有严重违法失信记录。')] },
    findingCorrected: {
      ...own, title: '部门意见有误，重新征求意见后受理，材料评审未入选', outcome: 'notSelected',
      acts: [...toPrefecture, formal, ...asked('serious'), eligible, accepted, ['eligibility', 'askAgain', { eligibilityOpinion: '省人社厅所述事件系另一企业，重新征求意见。' }], ...asked(), eligible, accepted, out('written', '列第4，名额3个已满')],
    },
    departmentsSilent: {
      ...own, title: '补正逾期，部门逾期未反馈', outcome: 'ineligible',
      acts: [
        ...toPrefecture, ['formalReview', 'supplement', { formalOpinion: '缺页。', supplementRequest: '请补正。' }], { waitFor: 'formalSupplement' }, formal, asked()[0] as Act, { waitFor: 'departments' },
        ['eligibility', 'ineligible', { eligibilityOpinion: '材料不足。', returnReasons: '逾期未补正。' }], ['acceptance', 'refused'],
      ],
    },
    supplementLapsed: { ...own, title: '补充材料逾期，不予推荐', outcome: 'notRecommended', acts: [review('supplement', { supplementRequest: '请补充数据。' }), { waitFor: 'supplement' }, review('declined', { recommendationOpinion: '逾期未补充。' })] },
    returned: { ...own, title: '形式审查退回，书面说明理由', outcome: 'returned', acts: [...toPrefecture, ['formalReview', 'returned', { formalOpinion: '申报类别不符。', returnReasons: '申报类别为个人，未提交个人材料。' }]] },
    declinedAfterNotice: { ...own, title: '公示后不予推荐', outcome: 'notRecommended', acts: [recommended, ...over, ['recommendation', 'declined', { conclusionOpinion: '公示期间异议成立。' }]] },
    notRecommended: { ...own, title: '不予推荐', outcome: 'notRecommended', acts: [review('declined', { recommendationOpinion: '业绩不足。' })] },
    takenOver: { ...own, ...fromPaper, title: '接续纸质评审的申报，从材料评审起办理，未入选', outcome: 'notSelected', acts: [['paperCheck', 'entered'], out('written', '列第4，名额3个已满')] },
    takenOverAwarded: { ...own, ...fromPaper, title: '接续纸质评审的申报，获质量奖', outcome: 'awarded', acts: [['paperCheck', 'entered'], candidate, defended, visited, toVote, ...voted('agree', 'agree'), result('award')] },
    takenOverBarred: {
      ...own, ...fromPaper, start: { ...fromPaper.start, parentUscc: '91440000725456195C' }, title: '纸质已受理，比对发现母公司近四年已获奖，不予受理', outcome: 'ineligible',
      acts: [['eligibility', 'ineligible', { eligibilityOpinion: '母公司近四年已获奖。', returnReasons: '母公司于近四年内已获省政府质量奖，不再参评。' }], ['acceptance', 'refused']],
    },
    takenOverTooLate: { ...own, ...fromPaper, start: { ...fromPaper.start, cycleNumber: '已经截止的届次' }, title: '届次已经终止，补录的申报未并入', outcome: 'notFiled', acts: [] },
    wrongRound: { ...own, start: { ...haichuan, cycleNumber: '没有这个届次' }, title: '案号有误，更正后进入，未获推荐', outcome: 'notRecommended', acts: [['cycleCorrection', 'again', { cycleNumber }], review('declined', { recommendationOpinion: '业绩不足。' })] },
    tooLate: { ...own, start: { ...haichuan, cycleNumber: '已经截止的届次' }, title: '申报截止后提交', outcome: 'notFiled', acts: [['cycleCorrection', 'abandoned']] },
  } as const satisfies Record<string, Walk>;
}
