/** Ways through a report, as people would go them. */
import type { JsonObject } from '../../domain/json.ts';
import { day, type Act, type Walk, type Walks } from '../walk.ts';

const usual: Readonly<Record<string, string>> = { 'officer@gd-amr': 'lin', 'section-head@gd-amr': 'huang', 'agency-head@gd-amr': 'he', 'officer@gz-amr': 'wu', 'agency-head@gz-amr': 'feng' };
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
const duty = (resultDuty: string): JsonObject => ({ resultDuty, resultInstrument: '中华人民共和国食品安全法', resultArticle: '一百一十五' });

export const reportWalks = { process: 'report', whoTakes, walks: makeWalks(),
  grounds: [{ walk: 'notFiled', step: 'checking', field: 'noFilingGround', values: ['first', 'noFault', 'noViolation', 'otherwise'] }],
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
      ...from, title: '立案后等待查处结果，告知举报人', outcome: 'filed',
      acts: [handled, proposed(duty('result')), ['decision', 'filed', { decisionOpinion: '同意。' }], { told: 'enforcement-result', data: { caseOutcome: 'penalty', caseResultSummary: '罚款五万元。', caseResultNumber: '粤市监处罚〔2026〕第1号' } }, ...told],
    },
    chased: {
      ...from, title: '六个月没有结果，查询后继续等待，再查询得知', outcome: 'filed',
      acts: [
        handled, proposed(duty('result')), ['decision', 'filed', { decisionOpinion: '同意。' }], { waitFor: 'longWait' }, ['chase', 'wait'], { waitFor: 'longWait' }, ['chase', 'known', { caseResultSummary: '已作出处罚决定。' }], ...told,
      ],
    },
    fromSampling: { ...sampling, title: '监督抽查不合格，核查后立案', outcome: 'filed', acts: [handled, proposed(), ['decision', 'filed', { decisionOpinion: '同意立案。' }]] },
    notFiled: { ...from, title: '不予立案，告知举报人', outcome: 'notFiled', acts: [handled, declined(duty('result')), ['decision', 'notFiled', { decisionOpinion: '同意。' }], ...told] },
    distributed: { ...from, title: '分送有权限的机关', outcome: 'distributed', acts: [['triage', 'distribute', { handlingAgency: 'fs-amr', reportBy: day(60), materialCopies: 1, materialPages: 12 }]] },
    repeated: { ...from, title: '重复举报，不另行处理', outcome: 'repeated', acts: [['triage', 'repeated', { earlierNumber: '粤市监举〔2026〕3号', triageOpinion: '同一事项，没有新的事实依据。' }]] },
    notCompetent: { ...from, title: '不属于市场监督管理部门职责', outcome: 'notCompetent', acts: [['triage', 'notCompetent', { triageOpinion: '属于劳动纠纷。' }]] },
    transferred: {
      ...from, title: '移送其他机关', outcome: 'transferred',
      acts: [handled, ['checking', 'transfer', { transferTo: '佛山市生态环境局', transferReasons: '涉及环境违法。' }], ['transferApproval', 'returned', { decisionOpinion: '请附材料。' }], ['checking', 'transfer'], ['transferApproval', 'approved']],
    },
  } as const satisfies Record<string, Walk>;
}
