/** Ways through a report, as people would go them. */
import type { JsonObject } from '../../domain/json.ts';
import { appointed as superiorAppoints, bothCards } from '../enforcement/walk-parts.ts';
import { day, isDeed, type Act, type Walk, type Walks } from '../walk.ts';

const usual: Readonly<Record<string, string>> = {
  'officer@gd-amr': 'lin', 'section-head@gd-amr': 'huang', 'agency-head@gd-amr': 'he', 'officer@gz-amr': 'wu', 'section-head@gz-amr': 'deng', 'agency-head@gz-amr': 'feng',
  'officer@fs-amr': 'pan', 'section-head@fs-amr': 'kuang', 'agency-head@fs-amr': 'pei',
};
const whoTakes = (_step: string, pool: string): string => usual[pool] ?? `nobody holds ${pool}`;

export const reportLead: JsonObject = {
  sourceKind: 'reporter', subjectName: '佛山市晨光电器有限公司', subjectUscc: '91440605MA4W2Q7H9C', subjectRegion: '440600', subjectAddress: '佛山市南海区桂城街道', leadSummary: '该公司销售的CG-1810型电热水壶干烧不断电，涉嫌不符合强制性国家标准。',
};
const named: JsonObject = { ...reportLead, foundOn: day(0), reporterName: '陈伟', reporterPhone: '13800138111', reporterAddress: '广州市天河区', reporterIdNumber: '440106199001011234' };
const from = { starter: 'lin', agency: 'gd-amr', start: named } as const;
const sampling = { ...from, start: { ...reportLead, sourceKind: 'sampling', sourceNumber: '粤市监抽〔2026〕12号' } } as const;

const handled: Act = ['triage', 'handle', { triageOpinion: '属于本机关管辖。' }];
const found: JsonObject = { checkRecord: '经现场检查，库存3200台，抽样检验不合格。', filingReasons: '不符合强制性国家标准，依法应当给予行政处罚。', violationEndedOn: day(-20), seriousHarm: false };
const proposed = (more: JsonObject = {}): Act => ['checking', 'file', { ...found, ...more }];
const declined = (more: JsonObject = {}): Act => ['checking', 'decline', { checkRecord: '已改正，未造成危害。', noFilingGround: 'minor', noFilingReasons: '违法行为轻微并及时改正，没有造成危害后果。', ...more }];
const told: readonly Act[] = [
  ['resultDraft', 'drafted', { resultInstrument: '中华人民共和国食品安全法', resultArticle: '一百一十五', resultText: '你反映的问题，我局已依法处理。' }], ['resultService', 'told', { resultServedOn: day(0), resultWay: 'electronic' }],
];
/** Distributed by another agency. */
const arrived = { starter: 'pan', agency: 'fs-amr', opened: true, start: { ...named, fromAgency: 'gd-amr', reportBy: day(60) } } as const;
const distribute: Act = ['triage', 'distribute', { handlingAgency: 'fs-amr', reportBy: day(60), materialCopies: 1, materialPages: 12 }];
/** In the report at that agency. */
const there = (...acts: readonly Act[]): readonly Act[] => acts.filter(isDeed).map((deed) => ({ at: 'report', deed }));
/** The penalty case that it has led to, on the shortest way to its end. */
const caseEnds: readonly Act[] = ([
  ['appointment', 'appointed', { officers: ['lin', 'zhou'] }], ['officersAccept', 'accepted', { officerCards: bothCards }, 'lin'], ['officersAccept', 'accepted', {}, 'zhou'], ['investigate', 'terminate', { terminationReasons: '当事人已经注销，没有权利义务承受人。' }],
  ['terminationApproval', 'approved'], ['closing', 'submitted', { closingSummary: '当事人已经注销，终止调查。' }], ['closingApproval', 'approved', { closingOpinion: '同意。' }],
] as const).map((deed) => ({ at: 'enforcement', deed }));
/** 不属于本机关管辖. */
const elsewhere = (transferAgency: string): Act => ['checking', 'elsewhere', { transferAgency, transferReasons: '主要违法行为发生在该地。' }];
const referred: JsonObject = { disputeWith: '移送机关', superiorAgency: 'gd-amr' };
const inGuangzhou = { starter: 'wu', agency: 'gz-amr', start: { ...reportLead, sourceKind: 'transferred', sourceNumber: '佛市监举〔2026〕5号' } } as const;
const duty = (resultDuty: string): JsonObject => ({ resultDuty, resultInstrument: '中华人民共和国食品安全法', resultArticle: '一百一十五' });

export const reportWalks = { process: 'report', whoTakes, walks: makeWalks(),
  grounds: [{ walk: 'notFiled', step: 'checking', field: 'noFilingGround', values: ['first', 'noFault', 'noViolation', 'otherwise'], onStack: true }],
} as const satisfies Walks;

function makeWalks() {
  return {
    filed: { ...from, start: { ...reportLead, foundOn: day(0) }, title: '匿名举报查实，立案；没有规定告知', outcome: 'filed', acts: [handled, proposed({ resultDuty: 'none' }), ['decision', 'filed', { decisionOpinion: '同意立案。' }]] },
    byCitizen: {
      ...from, starter: 'citizen', start: { ...reportLead, reporterName: '陈伟', reporterPhone: '13800138111' }, title: '举报人网上举报；检测、辨认后立案，告知是否立案', outcome: 'filed',
      acts: [
        handled, ['checking', 'test', { testItem: '干烧保护' }], ['checkTesting', 'known', { testResult: '不合格。' }], ['checking', 'identify', { identifier: '商标权利人' }], ['checkIdentification', 'known', { identificationResult: '为本公司产品。' }],
        proposed(duty('filing')), ['decision', 'returned', { decisionOpinion: '请补充数量。' }], proposed(duty('filing')), ['decision', 'filed', { decisionOpinion: '同意。' }], ...told,
      ],
    },
    toldResult: {
      ...from, title: '立案后等待查处结果，告知举报人', outcome: 'filed', others: { enforcement: ['terminated'] },
      acts: [handled, proposed(duty('result')), ['decision', 'filed', { decisionOpinion: '同意。' }], ...caseEnds, { told: 'enforcement-result', data: { caseOutcome: 'terminated', caseResultSummary: '当事人已经注销，终止调查。', caseResultNumber: '粤市监案〔2026〕1号' } }, ...told],
    },
    chased: {
      ...from, title: '六个月没有结果，查询后继续等待，再查询得知', outcome: 'filed',
      acts: [
        handled, proposed(duty('result')), ['decision', 'filed', { decisionOpinion: '同意。' }], { waitFor: 'longWait' }, ['chase', 'wait'], { waitFor: 'longWait' }, ['chase', 'known', { caseResultSummary: '已作出处罚决定。' }], ...told,
      ],
    },
    fromSampling: { ...sampling, title: '监督抽查不合格，核查后立案', outcome: 'filed', acts: [handled, proposed(), ['decision', 'filed', { decisionOpinion: '同意立案。' }]] },
    notFiled: { ...from, title: '不予立案，告知举报人', outcome: 'notFiled', acts: [handled, declined(duty('result')), ['decision', 'notFiled', { decisionOpinion: '同意。' }], ...told] },
    distributed: {
      ...from, title: '分送有权限的机关，该机关不具备处理权限，反馈', outcome: 'distributed', others: { report: ['noPower'] },
      acts: [distribute, ...there(['triage', 'noPower', { triageOpinion: '违法行为发生地在中山市。' }])],
    },
    distributedOn: {
      ...from, title: '分送的机关欲再行分送，反馈', outcome: 'distributed', others: { report: ['noPower'] },
      acts: [distribute, ...there(['triage', 'distribute', { handlingAgency: 'gz-amr', triageOpinion: '建议分送广州市局。' }])],
    },
    distributedDeclined: {
      ...from, start: reportLead, title: '分送的机关核查后不予立案，报告处理结果', outcome: 'distributed', others: { report: ['notFiled'] }, acts: [distribute, ...there(handled, declined(), ['decision', 'notFiled', { decisionOpinion: '同意。' }])],
    },
    noPower: { ...arrived, title: '分送来案，不具备处理权限，反馈分送机关', outcome: 'noPower', acts: [['triage', 'noPower', { triageOpinion: '违法行为发生地在中山市。' }]] },
    passedOn: { ...arrived, title: '分送来案不得再行分送，反馈分送机关', outcome: 'noPower', acts: [['triage', 'distribute', { handlingAgency: 'gz-amr', triageOpinion: '建议分送广州市局。' }]] },
    reportedBack: { ...arrived, start: { ...reportLead, fromAgency: 'gd-amr', reportBy: day(60) }, title: '分送来案核查后不予立案，向分送机关报告结果', outcome: 'notFiled', acts: [handled, declined(), ['decision', 'notFiled', { decisionOpinion: '同意。' }]] },
    repeated: { ...from, title: '重复举报，不另行处理', outcome: 'repeated', acts: [['triage', 'repeated', { earlierNumber: '粤市监举〔2026〕3号', triageOpinion: '同一事项，没有新的事实依据。' }]] },
    notCompetent: {
      ...from, title: '不具备处理权限，告知举报人向有权限的部门提出', outcome: 'notCompetent',
      acts: [['triage', 'notCompetent', { triageOpinion: '属于劳动纠纷。', otherChannel: '请向劳动保障监察机构反映。' }], ['tellElsewhere', 'told', { resultServedOn: day(0), resultWay: 'entrusted' }]],
    },
    notCompetentAnonymous: { ...from, start: { ...reportLead }, title: '匿名举报不属于职责，无从告知', outcome: 'notCompetent', acts: [['triage', 'notCompetent', { triageOpinion: '属于劳动纠纷。', otherChannel: '请向劳动保障监察机构反映。' }]] },
    transferred: {
      ...from, title: '移送其他机关', outcome: 'transferred',
      acts: [handled, ['checking', 'transfer', { transferTo: '佛山市生态环境局', transferReasons: '涉及环境违法。' }], ['transferApproval', 'returned', { decisionOpinion: '请附材料。' }], ['checking', 'transfer'], ['transferApproval', 'approved']],
    },
    moved: {
      ...from, title: '核查认为不属于本机关管辖，移送有管辖权的市场监督管理部门；该机关不得再自行移送，报请指定管辖，仍由其核查', outcome: 'transferred', others: { report: ['notFiled'], 'jurisdiction-appointment': ['appointed'] },
      acts: [
        handled, elsewhere('fs-amr'), ['moveApproval', 'returned', { decisionOpinion: '请核对生产地址。' }], elsewhere('fs-amr'), ['moveApproval', 'approved'],
        ...there(handled, elsewhere('gz-amr'), ['referral', 'sent', referred]), ...superiorAppoints('fs-amr').filter((act) => !('closed' in act)), ...there(declined(), ['decision', 'notFiled', { decisionOpinion: '同意。' }]),
      ],
    },
    movedTwice: {
      ...inGuangzhou, title: '由其他机关移送而来，不得再自行移送，报请指定：先指定由本机关，再次报请后指定由佛山', outcome: 'transferred', others: { report: ['notFiled'], 'jurisdiction-appointment': ['appointed', 'appointed'] },
      acts: [
        handled, elsewhere('fs-amr'), ['referral', 'sent', referred], ...superiorAppoints('gz-amr'), elsewhere('fs-amr'), ['referral', 'sent', referred], ...superiorAppoints('fs-amr'),
        ...there(handled, declined(), ['decision', 'notFiled', { decisionOpinion: '同意。' }]),
      ],
    },
    elsewhereDistributed: { ...arrived, title: '分送来案，核查后认为不属于本机关管辖，不得自行移送，反馈分送机关', outcome: 'noPower', acts: [handled, elsewhere('gz-amr')] },
  } as const satisfies Record<string, Walk>;
}
