/** Ways through a call, as people would go them. What projects tell it (案间消息) comes from them by itself where they are really there. */
import type { JsonObject } from '../../domain/json.ts';
import { day, type Act, type Deed, type Walk, type Walks } from '../walk.ts';

const usual: Readonly<Record<string, string>> = { 'officer@gd-amr': 'lin', 'agency-head@gd-amr': 'he', 'secretariat@gd-fund-secretariat': 'qiu', 'officer@gd-finance': 'cai' };
const whoTakes = (_step: string, pool: string): string => usual[pool] ?? `nobody holds ${pool}`;

export const call = { process: 'fund-call', whoTakes, walks: makeWalks() } as const satisfies Walks;

function makeWalks() {
  const start: JsonObject = { callYear: 2026, callName: '2026年度质量提升发展基金项目', callReasons: '落实质量提升行动，支持一批质量创新项目。', purposes: ['technology', 'product', 'methods', 'system'] };
  const draft: Deed = ['draft', 'drafted', {
    callBudget: 1_000_000_000, mostPerProject: 50_000_000, conditions: '在广东省内依法设立，近三年无重大质量安全事故和严重违法失信记录。', materials: '申请书、近两年审计报告、项目预算。', applicationsUntil: day(30), consultation: '020-12345678',
  }];
  const agreed = (budget: JsonObject = { budgetRoute: 'direct' }): Act => ['financeReview', 'agreed', { financeOpinion: '在年度预算安排之内。', ...budget }];
  const approved: Act = ['approval', 'approved'];
  const published: readonly Act[] = [draft, agreed(), approved];
  const over: Act = { waitFor: 'closed' };
  const applies: Act = { told: 'application', data: { lastApplicant: '佛山市晨光电器有限公司' } };
  const decides = (lastAmount: number): Act => ({ told: 'decision', data: { lastAmount } });
  const entersLibrary = (n: number, lastScore: number): Act => ({ told: 'library', data: { lastProject: `基项${n}`, lastProjectName: `项目${n}`, lastScore, lastSupport: 30_000_000 } });
  const rest: readonly Act[] = [['selection', 'concluded', { summary: '申报项目已全部审结。' }], ['release', 'released', { releasedOn: day(0), releaseNumber: '粤财行〔2026〕88号' }]];
  const office = { starter: 'lin', agency: 'gd-amr', start } as const;
  return {
    concluded: { ...office, title: '发布、接收申报、评审、下达资金计划', outcome: 'concluded', acts: [...published, applies, applies, entersLibrary(1, 7_900), entersLibrary(2, 8_400), entersLibrary(1, 8_100), over, decides(30_000_000), ['stocktaking', 'select'], decides(0), ...rest] },
    transfer: {
      ...office, title: '通过专项转移支付下达，申报期延长一次，财政和负责人各退回一次', outcome: 'concluded',
      acts: [
        // More for one project than there is in all comes back, whatever finance says.
        ['draft', 'drafted', { ...draft[2], mostPerProject: 1_000_000_001 }], agreed({ budgetRoute: 'special' }), draft, ['financeReview', 'returned', { financeOpinion: '本批资金超出年度安排。', budgetRoute: 'special' }], draft, agreed({ budgetRoute: 'special', budgetDay: day(0) }), ['approval', 'returned', { approvalOpinion: '请明确申报条件。' }], draft, agreed({ budgetRoute: 'special', budgetDay: day(0) }), approved,
        over, ['stocktaking', 'extend', { applicationsUntil: day(15), extensionReasons: '申报数量偏少。' }], over, ['stocktaking', 'select'], ...rest,
      ],
    },
    general: { ...office, title: '通过一般性转移支付下达', outcome: 'concluded', acts: [draft, agreed({ budgetRoute: 'general', budgetDay: day(0) }), approved, over, ['stocktaking', 'select'], ...rest] },
    central: { ...office, title: '上级转移支付转下达', outcome: 'concluded', acts: [draft, agreed({ budgetRoute: 'central', budgetDay: day(0) }), approved, over, ['stocktaking', 'select'], ...rest] },
    notApproved: { ...office, title: '负责人不同意发起征集', outcome: 'notApproved', acts: [draft, agreed(), ['approval', 'refused', { approvalOpinion: '本年度不再安排。' }]] },
    cancelled: { ...office, title: '无人申报，终止征集', outcome: 'cancelled', acts: [...published, over, ['stocktaking', 'cancel', { cancelReasons: '申报期内无人申报。' }]] },
    open: { ...office, title: '正在接收申报', outcome: null, acts: published },
  } as const satisfies Record<string, Walk>;
}
