/**
 * 接续纸质评审: rounds that were begun on paper and are taken over at the written review, so that a draw, sheets and a ranking are to be seen. Before the vote lies the public notice of the
 * candidates (候选名单公示), which opens here and takes its working days: no demo case stands behind it.
 */
import { chenguang, haichuan } from '../../../processes/quality-award/application/walks.ts';
import { cycle, paperEntry, takenOver } from '../../../processes/quality-award/cycle/walks.ts';
import type { JsonObject } from '../../../domain/json.ts';
import { upTo, type Act } from '../../../processes/walk.ts';
import { attachPaper, citizenObjects, scorePanel, witnessDraw } from '../beside.ts';
import { fromWalk, type DayAt, type DemoCase } from './types.ts';

const office = 'tan';
const ofItself = ['applicantName', 'applicantUscc', 'applicantRegion', 'applicantIndustry', 'contactName', 'contactPhone', 'establishedOn', 'employees', 'revenue', 'honours'] as const;
const profile = (declaration: JsonObject): JsonObject => Object.fromEntries(ofItself.map((name) => [name, declaration[name] ?? null]));
const firm = (applicantName: string, applicantUscc: string, applicantRegion: string, applicantIndustry: string, contactName: string, applicantKind: string, qualityModel: string): JsonObject =>
  ({ applicantName, applicantUscc, applicantRegion, applicantIndustry, contactName, contactPhone: '13600136000', applicantKind, qualityModel, employees: 860, revenue: 320_000_000_00, honours: null });

/** Enterprises that do not exist, but for the three whose people can sign in. */
const applicants: readonly JsonObject[] = [
  profile(haichuan), profile(chenguang),
  firm('广东粤航汽车有限公司', '91440000725456195C', '440100', '汽车制造', '曾宇', 'manufacturing', '全生命周期质量管理，关键工序自动防错和追溯。'),
  firm('东莞市恒越精密模具有限公司', '91441900MA5XW3K27Q', '441900', '模具制造', '罗颖', 'sme', '以过程能力指数为核心的精益质量管理。'),
  firm('惠州启程储能科技有限公司', '91441300MA5YC8N415', '441300', '电池制造', '许航', 'manufacturing', '电芯全检、失效分析与持续改进闭环。'),
  firm('中山市朗照灯饰有限公司', '91442000MA5YH6P537', '442000', '照明器具制造', '黎安', 'manufacturing', '从光品质到能效的全项目对标改进。'),
];
const entries = applicants.map((applicant, i) => paperEntry(i + 1, applicant));

const paper = attachPaper('paperRecord', office, '纸质材料移交清单.txt', [
  '省政府质量奖评选表彰委员会秘书处', '纸质评审材料移交清单', '', '1  申报通知（粤质奖办〔2026〕3号）', '2  推荐函、申报表原件（9件）', '3  形式审查、部门核查、资格审查表', '4  受理通知书存根（6件）', '5  受理名单公示（粤质奖公示〔2026〕2号）及公示照片', '6  公示期间异议登记簿：无异议', '',
].join('\n'));
/** Two of those drawn have not handed in their sheets yet: whoever of them signs in finds theirs open. */
const scoring = { attachPaper: paper, draw: witnessDraw('witness', Infinity, office), score: scorePanel('scoring', 90, 2, office) };
const ranked = { ...scoring, score: scorePanel('scoring', 90, 0, office), object: citizenObjects('候选名单中的中山市朗照灯饰有限公司，其灯具产品本月被责令召回，申报材料没有说明，附召回公告截图。') };

export function paperRounds(day: DayAt): readonly DemoCase[] {
  const { takenOver: way } = cycle.walks;
  // With two seats in 质量管理 the lot may fall on both who also know 标准化, and leave that seat empty: the round would wait for another draw.
  /** Past the conclusion of the notice on paper, up to (without) this step. */
  const round = (edition: number, roundYear: number, step: string, rest: readonly Act[] = []) => {
    const after = upTo(way, step).acts;
    const begun = after.findIndex((act) => Array.isArray(act) && act[0] === 'conclusion');
    return { ...way, start: { ...way.start, edition, roundYear, awardPlaces: 1, nominationPlaces: 3, candidatePlaces: 4, seatsManagement: 1, quorum: 4 }, acts: [...takenOver(entries), ...after.slice(begun), ...rest], outcome: null };
  };
  return [
    fromWalk(cycle, 'award-paper-scoring', round(7, 2024, 'scoring'), day, scoring),
    fromWalk(cycle, 'award-paper-ranked', round(6, 2022, 'scoring', [['scoring', 'closed'], { beside: 'object' }, ['notice', 'checked']]), day, ranked),
  ];
}
