/** Ways through a commendation. */
import type { JsonObject } from '../../../domain/json.ts';
import { day, type Act, type Walk, type Walks } from '../../walk.ts';

const usual: Readonly<Record<string, string>> = { 'secretariat@gd-award-secretariat': 'tan', 'agency-head@gd-award-secretariat': 'meng', 'agency-head@gd-gov': 'rong', 'officer@gd-ecology': 'ji', 'officer@gd-tax': 'tian' };
const whoTakes = (_step: string, pool: string): string => usual[pool] ?? `nobody holds ${pool}`;
const honour: JsonObject = { honour: 'chinaNomination', honourName: '第五届中国质量奖提名奖', recipientName: '广东粤航汽车有限公司', recipientUscc: '91440000725456195C', recipientRegion: '440100', awardedOn: day(-20), awardedBy: '市场监管总局公告', merits: '建立电池全生命周期质量追溯体系，三年缺陷率下降六成。' };
const verified: Act = ['verify', 'verified', { departments: ['officer@gd-ecology', 'officer@gd-tax'] }];
const asked = (finding: string): readonly Act[] => [['check', 'answered', { departmentFinding: 'none' }, 'ji'], ['check', 'answered', { departmentFinding: finding, departmentRemark: finding === 'none' ? null : '正在接受稽查。' }, 'tian']];
const proposed: Act = ['propose', 'commend', { proposal: '建议通报表扬。' }];

export const commending = {
  process: 'commendation', whoTakes,
  walks: {
    commended: { title: '中国质量奖提名奖，通报表扬', starter: 'tan', agency: 'gd-award-secretariat', start: honour, outcome: 'commended', acts: [verified, ...asked('none'), proposed, ['approve', 'returned'], proposed, ['approve', 'agreed'], ['decide', 'approved']] },
    wrong: { title: '不属实', starter: 'tan', agency: 'gd-award-secretariat', start: honour, outcome: 'refused', acts: [['verify', 'wrong', { refusalReasons: '公告中没有该单位。' }]] },
    against: { title: '部门不同意', starter: 'tan', agency: 'gd-award-secretariat', start: honour, outcome: 'refused', acts: [verified, ...asked('against'), ['propose', 'refuse', { refusalReasons: '正在接受税务稽查。' }]] },
    notDecided: { title: '省政府不同意', starter: 'tan', agency: 'gd-award-secretariat', start: honour, outcome: 'refused', acts: [verified, ...asked('none'), proposed, ['approve', 'agreed'], ['decide', 'refused', { refusalReasons: '另行研究。' }]] },
  } as const satisfies Record<string, Walk>,
} as const satisfies Walks;
