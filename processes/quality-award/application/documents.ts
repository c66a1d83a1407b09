/** 文书 of an application. No form of them is prescribed by what was found of the rule. */
import type { DocumentTemplate } from '../../../domain/documents/types.ts';
import { text } from '../../../domain/text.ts';
import { chosen } from '../../feel.ts';
import { imprint, pair, says, sheet, signed, wide } from '../../letters.ts';
import { byGovernment, byHandling, bySecretariat, paper } from '../blocks.ts';
import { secretariat } from '../departments.ts';

const kind = chosen('applicantKind', { manufacturing: '制造业', services: '服务业', construction: '工程建设', sme: '中小企业', public: '医疗、教育等组织', individual: '个人' });
const applicant = { kind: 'party', party: 'applicant', name: 'applicantName' } as const;
const who = { applicantName: 'applicantName', individualName: 'individualName', kind, caseNumber: 'case.number', cycle: 'cycle', cycleNumber: 'cycleNumber' } as const;
const toApplicant = { letterhead: true, sealed: true, to: [applicant], addressee: '{applicantName}：', numerals: 'arabic', issuer: bySecretariat } as const;

export const documents = {
  declaration: {
    ...paper, issuer: { kind: 'party', party: 'applicant' }, title: text('广东省政府质量奖申报表', 'Declaration for the quality award'),
    values: {
      ...who, issuerName: 'applicantName', uscc: 'applicantUscc', industry: 'applicantIndustry', contactName: 'contactName', contactPhone: 'contactPhone', establishedOn: 'establishedOn', inGuangdong: 'establishedInGuangdong', employees: 'employees', revenue: 'revenue', parent: 'parentUscc',
      qualityModel: 'qualityModel', achievements: 'achievements', results: 'results', honours: 'honours', noAccidents: 'noAccidents', noViolations: 'noViolations', from: 'internalNoticeFrom', until: 'internalNoticeUntil', truthful: 'truthful',
    },
    blocks: [
      { kind: 'paragraph', text: '案号：{caseNumber}\t届次案号：{cycleNumber}', indent: false, small: true },
      sheet([
        wide('申报单位', '{applicantName}\n统一社会信用代码：{uscc}'), pair('申报类别', '{kind}', '所属行业', '{industry}'), pair('成立日期', '{establishedOn:date}', '母公司代码', '{parent}'), pair('从业人数', '{employees}', '上年度\n营业收入', '{revenue:money}'),
        pair('个人申报姓名', '{individualName}', '联系人、电话', '{contactName}\n{contactPhone}'), wide('质量管理\n制度、模式\n和方法', '{qualityModel}', 4), wide('质量创新和技术水平', '{achievements}', 4), wide('质量效益和社会责任', '{results}', 4), wide('曾获质量奖励', '{honours}', 2),
        wide('申报条件', '{inGuangdong:tick=true}在广东省依法设立\n{noAccidents:tick=true}近三年无重大质量、安全、环保事故\n{noViolations:tick=true}近三年无违法失信行为\n{truthful:tick=true}承诺申报材料真实，虚假申报的，五年内不申报'), wide('内部公示', '{from:date}至{until:date}'),
      ]), signed,
    ],
  },
  letter: {
    title: text('推荐函', 'Letter of recommendation'), letterhead: true, sealed: true, issuer: byHandling, number: { word: '奖荐' }, numerals: 'arabic', addressee: '省政府质量奖评选表彰委员会秘书处：',
    to: [{ kind: 'agency', agency: { kind: 'fixed', agency: secretariat }, name: 'secretariat' }],
    values: { ...who, secretariat: '"省政府质量奖评选表彰委员会秘书处"', opinion: 'recommendationOpinion', lastDay: 'noticeLastDay', days: 'noticeDays', upheld: 'if upheldObjections > 0 then "收到的异议已办理：" + objectionResults else if objectionResults = null then "公示期间未收到异议" else "收到的异议均不成立"' },
    blocks: [
      says('经审核，{applicantName}（申报类别：{kind}）符合{cycle:hanzi}的申报条件，现予推荐。'), says('审核意见：{opinion:sentence}'), says('推荐名单已公示{days}个工作日，至{lastDay:date}届满，{upheld}。'), says('申报材料由申报单位在系统中提交，案号{caseNumber}。'), signed, imprint,
    ],
  },
  eligibility: {
    ...paper, issuer: bySecretariat, internal: true, title: text('资格审查表', 'Table of eligibility'),
    values: {
      ...who, formalOpinion: 'formalOpinion', departments: 'departmentResults', serious: 'seriousFindings', credit: 'creditSummary', recent: 'awardedRecently', banned: 'banned', bars: 'barReasons', opinion: 'eligibilityOpinion', reasons: 'returnReasons',
      eligible: 'outcome.eligibility = "eligible"', letter: 'letterNumber',
    },
    blocks: [sheet([
      wide('申报单位', '{applicantName}'), pair('案号', '{caseNumber}', '推荐函', '{letter}'), wide('形式审查意见', '{formalOpinion}', 2), wide('部门核查意见', '{departments}', 5), pair('重大问题', '{serious}项', '在不受理申报期内', '{banned}'), pair('近四年已获奖', '{recent}', '符合条件', '{eligible}'),
      wide('质量信用记录', '{credit:hanzi}', 3), wide('资格审查意见', '{opinion}', 3), wide('不得受理的情形', '{bars}', 2), wide('不符合条件\n的理由', '{reasons}', 2),
    ]), signed],
  },
  acceptance: {
    ...toApplicant, title: text('受理通知书', 'Notice of acceptance'), number: { word: '受' }, served: {},
    values: who,
    blocks: [says('你单位申报{cycle:hanzi}（案号{caseNumber}）的材料收悉。经形式审查、部门核查和资格审查，符合申报条件，决定受理。'), says('受理名单将向社会公示。请做好材料评审、陈述答辩和现场评审的准备，并对申报材料的真实性负责。'), signed, imprint],
  },
  returnNotice: {
    ...toApplicant, title: text('退回通知书', 'Notice of return'), number: { word: '退' }, served: {},
    values: { ...who, reasons: 'returnReasons', formal: 'outcome.formalReview = "returned"', refused: 'outcome.formalReview != "returned"' },
    blocks: [
      says('你单位申报{cycle:hanzi}（案号{caseNumber}）的材料收悉。', undefined), says('经形式审查，申报材料不符合要求，现予退回。理由：', 'formal'), says('经资格审查，你单位不符合申报条件，不予受理。理由：', 'refused'), says('{reasons:sentence}'), says('对退回有异议的，可以自收到本通知书之日起书面向秘书处提出。'), signed, imprint,
    ],
  },
  reviewReport: {
    ...paper, issuer: bySecretariat, internal: true, title: text('评审报告', 'Report of the review'),
    values: { ...who, written: 'writtenScore', rank: 'writtenRank', defenceOn: 'defenceOn', defence: 'defenceRecord', from: 'siteVisitFrom', until: 'siteVisitUntil', team: 'siteVisitTeam', visit: 'siteVisitReport' },
    blocks: [sheet([
      wide('申报单位', '{applicantName}'), pair('案号', '{caseNumber}', '申报类别', '{kind}'), pair('材料评审得分', '{written}', '材料评审排名', '{rank}'), pair('陈述答辩日期', '{defenceOn:date}', '现场评审日期', '{from:date}至\n{until:date}'), wide('陈述答辩记录', '{defence}', 4), wide('现场评审组', '{team}'), wide('现场评审情况', '{visit}', 6),
    ]), signed],
  },
  certificate: {
    issuer: byGovernment, sealed: true, numerals: 'hanzi', to: [applicant], title: text('获奖证书', 'Certificate'), number: { word: '质奖证' },
    values: { ...who, level: chosen('level', { award: '广东省政府质量奖', nomination: '广东省政府质量奖提名奖', none: '' }), decision: 'decisionNumber', holder: 'if individualName = null then applicantName else individualName' },
    blocks: [says('授予：{holder}'), { kind: 'paragraph', text: '{level}', align: 'center', bold: true }, says('（{cycle:hanzi}，奖励决定{decision}）'), says('特颁此证，以资鼓励。'), signed],
  },
} as const satisfies Readonly<Record<string, DocumentTemplate>>;
