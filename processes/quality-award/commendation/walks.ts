/** Ways through a commendation. */
import type { JsonObject } from '../../../domain/json.ts';
import { day, type Act, type Walk, type Walks } from '../../walk.ts';

const usual: Readonly<Record<string, string>> = { 'secretariat@gd-award-secretariat': 'tan', 'agency-head@gd-award-secretariat': 'meng', 'agency-head@gd-gov': 'rong', 'officer@gd-ecology': 'ji', 'officer@gd-tax': 'tian' };
const whoTakes = (_step: string, pool: string): string => usual[pool] ?? `nobody holds ${pool}`;
const honour: JsonObject = { recipientKind: 'organisation', honour: 'chinaNomination', honourName: '第五届中国质量奖提名奖', recipientName: '广东粤航汽车有限公司', recipientUscc: '91440000725456195C', recipientRegion: '440100', awardedOn: day(-20), awardedBy: '市场监管总局公告', merits: '建立电池全生命周期质量追溯体系，三年缺陷率下降六成。' };
const verified: Act = ['verify', 'verified', { departments: ['officer@gd-ecology', 'officer@gd-tax'] }];
const asked = (finding: string): readonly Act[] => [['check', 'answered', { departmentFinding: 'none' }, 'ji'], ['check', 'answered', { departmentFinding: finding, departmentRemark: finding === 'none' ? null : '正在接受稽查。' }, 'tian']];
const proposed: Act = ['propose', 'commend', { proposal: '建议通报表扬。' }];

export const commending = {
  process: 'commendation', whoTakes,
  walks: {
    commended: { title: '中国质量奖提名奖，通报表扬', starter: 'tan', agency: 'gd-award-secretariat', start: honour, outcome: 'commended', acts: [verified, ...asked('none'), proposed, ['approve', 'returned'], proposed, ['approve', 'agreed'], ['decide', 'approved']] },
    person: {
      title: '中国标准创新贡献奖，表扬人员', starter: 'tan', agency: 'gd-award-secretariat', outcome: 'commended', start: { ...honour, recipientKind: 'person', honour: 'standardAward', honourName: '2026年中国标准创新贡献奖个人奖', recipientName: '广州海川玩具有限公司', recipientUscc: '91440101MA5CK83P1C', awardedBy: '市场监管总局、国家标准委公告', merits: '主导制定玩具安全国家标准三项。' },
      // Without a name nobody is commended, whatever is clicked.
      acts: [verified, ['verify', 'verified', { departments: ['officer@gd-ecology', 'officer@gd-tax'], personName: '钟毅' }], ...asked('none'), proposed, ['approve', 'agreed'], ['decide', 'approved']],
    },
    place: {
      title: '国务院督查激励，表扬地方', starter: 'tan', agency: 'gd-award-secretariat', outcome: 'commended', start: { ...honour, recipientKind: 'place', honour: 'inspection', honourName: '推进质量工作成效突出', recipientName: '佛山市人民政府', recipientUscc: '11440600006996911T', recipientRegion: '440600', awardedBy: '国务院办公厅通报', merits: '质量强市工作成效突出。' },
      acts: [verified, ...asked('none'), proposed, ['approve', 'agreed'], ['decide', 'approved']],
    },
    wrong: { title: '不属实', starter: 'tan', agency: 'gd-award-secretariat', start: honour, outcome: 'refused', acts: [['verify', 'wrong', { refusalReasons: '公告中没有该单位。' }]] },
    against: { title: '部门不同意', starter: 'tan', agency: 'gd-award-secretariat', start: honour, outcome: 'refused', acts: [verified, ...asked('against'), ['propose', 'refuse', { refusalReasons: '正在接受税务稽查。' }]] },
    notDecided: { title: '省政府不同意', starter: 'tan', agency: 'gd-award-secretariat', start: honour, outcome: 'refused', acts: [verified, ...asked('none'), proposed, ['approve', 'agreed'], ['decide', 'refused', { refusalReasons: '另行研究。' }]] },
  } as const satisfies Record<string, Walk>,
} as const satisfies Walks;
