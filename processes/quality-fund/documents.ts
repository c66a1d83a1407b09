/** 文书 of a project of the fund. No form of them is prescribed; those of the applicant carry no number and no official seal. */
import type { DocumentTemplate, Row } from '../../domain/documents/types.ts';
import type { Feel } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { endingDocuments } from './documents-ending.ts';
import { imprint, pair, says, sheet, signed, wide } from '../letters.ts';
import { byApplicant, headed, issued, official, opinion } from './paper.ts';

const purposes = { technology: '提高制造技术及工艺水平', product: '提升产品质量', methods: '研究推广先进质量管理方法', system: '建设应用现代质量管理体系' } as const;
const ticks = (name: string, options: Readonly<Record<string, string>>): string => Object.entries(options).map(([value, label]) => `{${name}:tick=${value}}${label}`).join('\n');
const project = { applicant: 'applicantName', project: 'projectName', requested: 'requestedAmount', number: 'case.number' } as const;
const heads: readonly Row[] = [wide('项目名称', '{project}'), wide('申报单位', '{applicant}')];
const ordinals = [['first', '第一期'], ['second', '第二期'], ['third', '第三期'], ['fourth', '第四期']] as const;
/** Those that the contract has. */
const instalments: Feel = `[${ordinals.map(([n, name], i) => `{place: ${i + 1}, name: "${name}", goal: ${n}Goal, due: ${n}DueOn, amount: ${n}Amount}`).join(', ')}][place <= instalmentCount]`;
const grounds: Readonly<Record<string, string>> = {
  ineligible: '不符合申报条件', outOfPurpose: '不属于基金支持方向', late: '超出申报期限', incomplete: '材料不全，逾期未补正', duplicate: '同一项目已获财政资金支持', dishonest: '严重失信或者材料虚假', belowMark: '专家评审未达标', notAsStated: '现场情况与申报不符',
  lessUrgent: '集体审议未通过', noMoney: '基金余额不足，候补期满', objectionUpheld: '公示期间异议成立',
};
const named = (field: string, values: Readonly<Record<string, string>>): Feel => Object.entries(values).reduceRight((rest, [value, label]) => `if ${field} = "${value}" then "${label}" else ${rest}`, 'null');

export const documents = {
  application: {
    ...byApplicant, title: text('质量提升发展基金项目申请书', 'Application to the Quality Improvement Fund'),
    values: {
      ...project, issuerName: 'applicantName', call: 'callNumber', uscc: 'applicantUscc', contact: 'contactName', phone: 'contactPhone', leader: 'leaderName', purpose: 'purpose', content: 'projectContent', goals: 'projectGoals',
      investment: 'totalInvestment', other: 'otherFunding', truthful: 'truthful',
    },
    blocks: [
      sheet([
        ...heads, pair('信用代码', '{uscc}', '申报通知', '{call}'), pair('项目负责人', '{leader}', '联系人', '{contact}\n{phone}'), wide('支持方向', ticks('purpose', purposes)), pair('项目总投资', '{investment:money}', '申请资金', '{requested:money}'),
        wide('项目内容', '{content}', 4), wide('绩效目标', '{goals}', 2), wide('已获得的\n其他财政资金', '{other}'), wide('承诺', '{truthful:tick=true}本单位承诺申报材料真实、完整，同一项目未重复申报财政资金。'),
      ]), signed,
    ],
  },
  formalOpinion: opinion('形式审查意见', 'Opinion of the formal review', { ...project, call: 'callTitle', open: 'callOpen', opinion: 'formalOpinion', check: 'formalCheckOpinion', otherFunding: 'otherFunding' }, [
    ...heads, wide('申报通知', '{call}'), pair('在申报期内', '{open:tick=true}是　{open:tick=false}否', '申请资金', '{requested:money}'), wide('形式审查意见', '{opinion}', 6), wide('审核意见', '{check}', 4),
  ]),
  expertOpinion: opinion('专家评审意见', 'Opinion of the experts', { ...project, experts: 'expertNames', mark: 'passMark', score: 'panelScore', passed: 'panelVacant = 0', opinion: 'expertOpinion', panel: 'panelId' }, [
    ...heads, wide('评审专家', '{experts}'), pair('得分', '{score:points}', '达标分', '{mark}'), wide('评审结论', '{passed:tick=true}达标　{passed:tick=false}未达标'), wide('评审意见', '{opinion}', 8), wide('评审记录', '评审组编号：{panel}；抽取过程、各专家评分和汇总结果可以按编号复核。'),
  ]),
  siteReport: opinion('现场核查报告', 'Report of the site check', { ...project, on: 'siteOn', members: 'siteMembers', findings: 'siteFindings', issues: 'siteIssues', rectified: 'rectifyReport' }, [
    ...heads, pair('核查日期', '{on:date}', '核查人员', '{members}'), wide('核查情况', '{findings}', 8), wide('发现的问题', '{issues}', 3), wide('整改情况', '{rectified}', 3), wide('核查结论', '与申报情况一致。'),
  ]),
  minutes: {
    ...headed, title: text('集体审议纪要', 'Minutes of the collective decision'), number: { word: '基审' }, internal: true,
    values: { ...project, on: 'meetingOn', amount: 'supportAmount', proposal: 'proposalOpinion', record: 'meetingRecord', carried: 'outcome.deliberation = "support"', refused: 'outcome.deliberation != "support"', score: 'panelScore' },
    blocks: [
      says('会议日期：{on:date}'), says('审议事项：{applicant}申报的“{project}”，申请资金{requested:money}，专家评审得分{score:points}，拟支持{amount:money}。'), says('支持方案：{proposal:sentence}'), says('审议情况：{record:sentence}'),
      { kind: 'paragraph', text: '审议结果：出席成员三分之二以上同意，同意支持{amount:money}。', when: 'carried' }, { kind: 'paragraph', text: '审议结果：未获三分之二以上同意，不予支持。', when: 'refused' }, signed,
    ],
  },
  publicNotice: {
    ...headed, title: text('拟支持项目公示', 'Public notice of proposed support'), number: { word: '基示' },
    values: { ...project, amount: 'supportAmount', purpose: named('purpose', purposes), lastDay: 'noticeLastDay' },
    blocks: [
      says('经形式审查、专家评审、现场核查和集体审议，拟对下列项目给予质量提升发展基金支持，现予公示。'), sheet([...heads, wide('支持方向', '{purpose}'), wide('拟支持金额', '{amount:money}')]),
      says('公示期至{lastDay:date}。对公示内容有异议的，应当在公示期内实名提出，写明理由并附证据。'), signed,
    ],
  },
  approval: {
    ...official, title: text('立项通知', 'Approval of the project'), number: { word: '基立' }, served: { on: 'approvalServedOn', way: 'serviceWay' },
    values: { ...project, amount: 'supportAmount', goals: 'projectGoals' },
    blocks: [
      says('你单位申报的“{project}”经审查、评审、集体审议和公示，同意立项，支持金额{amount:money}（大写：人民币{amount:capital}）。'), says('绩效目标：{goals:sentence}'), says('请按期签订项目合同书。逾期不签订的，视为放弃立项。资金按合同约定的里程碑分期拨付，专款专用，接受监督检查、绩效评价和审计。'), signed, imprint,
    ],
  },
  refusal: {
    ...official, title: text('不予支持通知', 'Refusal of support'), number: { word: '基复' }, served: { on: 'refusalServedOn', way: 'serviceWay' },
    values: { ...project, ground: named('refusalGround', grounds), reasons: 'if starts with(refusalReasons, "集体审议未通过。") then substring after(refusalReasons, "集体审议未通过。") else refusalReasons', formal: 'refusalStage = "formal"', later: 'refusalStage != "formal"' },
    blocks: [
      { kind: 'paragraph', text: '你单位申报的“{project}”收悉。经审查，不予受理。', when: 'formal' }, { kind: 'paragraph', text: '你单位申报的“{project}”收悉。经审查，不予支持。', when: 'later' }, says('理由：{ground}。'), says('{reasons:sentence}', 'reasons'), says('你单位可以补充完善后，在以后的申报期内另行申报。'), signed, imprint,
    ],
  },
  contract: {
    ...issued, title: text('项目合同书', 'Contract of the project'), number: { word: '基合' },
    values: { ...project, amount: 'supportAmount', goals: 'projectGoals', content: 'projectContent', from: 'projectStartOn', until: 'projectEndOn', leader: 'leaderName', terms: 'if contractTerms = null then "无。" else contractTerms', midterm: 'if midtermAfter > 0 then "第" + string(midtermAfter) + "期拨款后接受中期检查。" else "不作中期检查。"', instalments },
    blocks: [
      says('甲方：{issuer}'), says('乙方：{applicant}'), says('双方就质量提升发展基金支持“{project}”约定如下。'), { kind: 'heading', text: '一、项目' },
      says('实施期限自{from:date}至{until:date}，项目负责人{leader}。'), says('项目内容：{content:sentence}'), says('绩效目标：{goals:sentence}'), { kind: 'heading', text: '二、资金和里程碑' }, says('甲方支持{amount:money}（大写：人民币{amount:capital}），按下列里程碑分期拨付；最后一期在验收通过后拨付。'),
      { kind: 'table', widths: [20, 66, 36, 34], head: 1, rows: [{ cells: [{ text: '期次', label: true }, { text: '里程碑', label: true }, { text: '完成日期', label: true }, { text: '拨款', label: true }] }, { each: 'instalments', cells: [{ text: '{item.name}', label: true }, { text: '{item.goal}' }, { text: '{item.due:date}' }, { text: '{item.amount:money}', align: 'right' }] }] },
      { kind: 'heading', text: '三、管理' }, says('乙方专账核算、专款专用，按期提交里程碑成果和支出凭证，接受监督检查。{midterm}需要变更、延期、终止的，应当书面申请并经甲方批准。'),
      says('资金使用实行“谁审批谁负责、谁使用谁负责”，接受绩效评价和审计。'), says('有逾期、挪用、弄虚作假等情形的，甲方可以停止拨款、终止项目，并追回已拨付的资金。'), { kind: 'heading', text: '四、其他约定' }, says('{terms:sentence}'), { kind: 'lines', items: ['甲方（盖章）：', '乙方（盖章）：', '乙方法定代表人（签字）：'] }, signed,
    ],
  },
  payment: opinion('拨款审批单', 'Payment sheet', { ...project, no: 'instalmentNo', goal: 'milestoneGoal', amount: 'instalmentAmount', before: 'paidTotal', proposed: 'milestoneOpinion', reviewed: 'paymentOpinion', contract: 'contractNumber', plan: 'planNumber', spent: 'spentAmount' }, [
    ...heads, pair('合同编号', '{contract}', '期次', '第{no}期'), wide('资金计划文号', '{plan}'), pair('本期拨款', '{amount:money}\n（人民币{amount:capital}）', '此前已拨付', '{before:money}'), wide('里程碑', '{goal}', 2), pair('累计支出', '{spent:money}', '财政审批', '同意拨款'), wide('核验和\n拨款建议', '{proposed}', 5), wide('审核、审批意见', '{reviewed}', 4),
  ], '基拨'),
  change: {
    ...official, title: text('合同变更批复', 'Approval of a change of the contract'), number: { word: '基变' },
    values: {
      ...project, contract: 'contractNumber', kind: named('changeKind', { extension: '延期', content: '调整项目内容', budget: '调整预算科目', leader: '更换项目负责人', reduction: '核减经费' }), reasons: 'changeReasons', opinion: 'changeOpinion', plain: 'changeOpinion = null',
      due: 'newMilestoneDueOn', end: 'newEndOn', leader: 'newLeaderName', reduction: 'reductionAmount',
    },
    blocks: [
      says('你单位关于“{project}”（合同编号：{contract}）{kind}的申请收悉。申请理由：{reasons:sentence}'), says('经审查，同意变更。{opinion:sentence}', 'opinion'), says('经审查，同意变更。', 'plain'), { kind: 'paragraph', text: '本期里程碑完成日期变更为{due:date}。', when: 'due' }, { kind: 'paragraph', text: '项目完成日期变更为{end:date}。', when: 'end' },
      { kind: 'paragraph', text: '项目负责人变更为{leader}。', when: 'leader' }, { kind: 'paragraph', text: '核减经费{reduction:money}，从本期拨款中扣减。', when: 'reduction' }, says('合同其他条款不变。'), signed, imprint,
    ],
  },
  midterm: opinion('中期检查报告', 'Report of the mid-term check', { ...project, no: 'instalmentNo', report: 'midtermReport', spent: 'spentAmount', paid: 'paidTotal', opinion: 'midtermOpinion', rectified: 'rectifyReport' }, [
    ...heads, pair('累计拨付', '{paid:money}', '累计支出', '{spent:money}'), wide('执行情况', '{report}', 8), wide('整改情况', '{rectified}', 3), wide('检查意见', '{opinion}', 6), wide('检查结论', '通过中期检查。'),
  ]),
  acceptance: {
    ...issued, title: text('验收证书', 'Certificate of acceptance'), number: { word: '基验' },
    values: { ...project, contract: 'contractNumber', on: 'acceptanceOn', round: 'acceptanceRound', goals: 'projectGoals', report: 'progressReport', opinion: 'acceptanceOpinion', spent: 'spentAmount', amount: 'supportAmount' },
    blocks: [
      sheet([...heads, pair('合同编号', '{contract}', '验收日期', '{on:date}'), pair('支持金额', '{amount:money}', '累计支出', '{spent:money}'), wide('绩效目标', '{goals}', 3), wide('完成情况', '{report}', 4), wide('验收意见', '{opinion}', 3), pair('验收次数', '第{round}次', '验收结论', '通过验收')]), signed,
    ],
  },
  ...endingDocuments,
} as const satisfies Readonly<Record<string, DocumentTemplate>>;
