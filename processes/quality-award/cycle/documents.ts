/** 文书 of a round. No form of them is prescribed by what was found of the rule. */
import type { DocumentTemplate } from '../../../domain/documents/types.ts';
import { text } from '../../../domain/text.ts';
import { listOf, namesOf } from '../../feel.ts';
import { byHand, fileNumber, imprint, pair, says, sheet, signed, wide } from '../../letters.ts';
import { byGovernment, bySecretariat, paper, roll } from '../blocks.ts';
import { atLevel, awardPlaces, nominationPlaces } from './lists.ts';
import { paperSaid } from './steps-takeover.ts';

const round = { round: 'case.title', caseNumber: 'case.number' } as const;
const review = 'if reviewStage = "final" then "陈述答辩和现场评审" else "材料评审"';
const listName = 'if stage = "accepted" then "受理名单" else if stage = "candidates" then "候选名单" else "拟奖名单"';
const prize = `for e in ${listOf('entries')} return {name: e.shown, number: e.number, level: if e.levelName = null then "" else e.levelName}`;

export const documents = {
  call: {
    letterhead: true, sealed: true, issuer: bySecretariat, number: { word: '通' }, numerals: 'arabic', to: [], title: text('申报通知', 'Call for applications'), heading: '关于申报{round:hanzi}的通知', addressee: '各地级以上市市场监督管理局，各有关单位：',
    values: { ...round, from: 'declarationFrom', until: 'declarationUntil', awards: awardPlaces, nominations: nominationPlaces, requirements: 'requirements' },
    blocks: [
      says('{round:hanzi}评审工作已经启动，届次案号为{caseNumber}。现将申报事项通知如下：'), says('一、名额。质量奖不超过{awards}个，提名奖不超过{nominations}个，可以空缺。'), says('二、申报时间。{from:date}至{until:date}，逾期不再接收。'), says('三、申报条件和要求。{requirements:sentence}'),
      says('四、推荐。申报单位向所在地级以上市市场监督管理局提交申报表，经审核、公示后推荐。'), says('五、申报材料应当真实，虚假申报的，五年内不受理其申报。'), signed, imprint,
    ],
  },
  takeover: {
    ...paper, issuer: bySecretariat, internal: true, title: text('纸质评审补录情况表', 'Record of a round taken over from paper'),
    values: {
      ...round, stage: 'if paperStage = "noticed" then "受理名单公示期满" else "受理（名单尚未公示）"', reason: 'paperReason', by: namesOf('paperRecordedBy'), call: 'paperCallNumber', callOn: 'paperCallOn', from: 'declarationFrom', until: 'declarationUntil', filed: 'paperFiled',
      review: 'paperReview', notice: 'paperNoticeNumber', noticeFrom: 'paperNoticeFrom', noticeUntil: 'paperNoticeUntil', least: 'paperNoticeLeast', days: 'noticeDays', objections: 'paperObjections', entries: 'paperEntries', count: 'paperCount', files: 'paperFiles', opinion: 'paperOpinion',
      noticed: 'paperStage = "noticed"',
    },
    blocks: [
      fileNumber('案号'), sheet([wide('届次', '{round:hanzi}'), pair('纸质已办至', '{stage}', '补录人', '{by}'), wide('接续原因', '{reason}', 2), pair('申报通知', '{call}', '印发日期', '{callOn:date}'), wide('申报期', '{from:date}至{until:date}，收到申报{filed}件'), wide('推荐、审查和受理', '{review}', 4)]),
      { ...sheet([pair('公示文号', '{notice}', '公示期', '{noticeFrom:date}至{noticeUntil:date}'), pair('不少于', '{days}个工作日', '应当满至', '{least:date}'), wide('异议及处理', '{objections}', 2)]), when: 'noticed' },
      sheet([wide('补录的受理申报', '{entries}', 6), pair('件数', '{count}', '核对意见', '{opinion}'), wide('纸质材料附件', '{files}', 4)]),
      says('以上环节以纸质办理，依据所附纸质材料补录。抽取专家、评分、排名和票决未补录，均在系统内进行。'), byHand('补录人：', '核对人：'), signed,
    ],
  },
  notice: {
    letterhead: true, sealed: true, issuer: bySecretariat, number: { word: '公示' }, numerals: 'arabic', to: [], title: text('公示', 'Public notice'), heading: '{round:hanzi}{listName}公示',
    values: { ...round, listName, days: 'noticeDays', list: prize, levels: 'stage = "winners"', plain: 'stage != "winners"' },
    blocks: [
      says('现将{round:hanzi}{listName}予以公示，公示期{days}个工作日（自发布次日起算）。'), { ...roll([18, 100, 60], ['序号', '申报单位', '案号'], ['{item.no}', '{item.name}', '{item.number}'], 'list'), when: 'plain' },
      { ...roll([18, 100, 40], ['序号', '单位', '拟奖等次'], ['{item.no}', '{item.name}', '{item.level}'], 'list'), when: 'levels' },
      says('对公示内容有异议的，请在公示期内实名书面向秘书处提出，并附证据或者线索。受理的，出具书面凭证；核查结果书面答复。'), signed, imprint,
    ],
  },
  draw: {
    ...paper, issuer: bySecretariat, internal: true, title: text('专家抽取记录', 'Record of the draw'),
    values: {
      ...round, review, draw: 'drawId', commitment: 'drawCommitment', experts: 'expertNames',
      seats: '"质量管理" + string(seatsManagement) + "名、计量检测" + string(seatsMetrology) + "名、标准化" + string(seatsStandards) + "名、财务审计" + string(seatsAudit) + "名"', applicants: `count(${listOf('entries')})`,
    },
    blocks: [
      sheet([wide('评审事项', '{round:hanzi}{review}'), pair('案号', '{caseNumber}', '申报单位数', '{applicants}'), wide('名额', '{seats}'), wide('抽取编号', '{draw}'), wide('承诺值（SHA-256）', '{commitment}'), wide('抽定专家', '{experts}', 4)]),
      says('与任一申报单位存在任职、亲属、咨询等利害关系的专家，已在抽取前排除，排除理由记录在系统中。抽取次序由事先固定的名单、承诺的随机数和见证词共同决定，任何人可以据公开的抽取证明复核。'), signed,
    ],
  },
  scores: {
    ...paper, issuer: bySecretariat, internal: true, title: text('评分汇总表', 'Summary of scores'), heading: '{review}评分汇总表',
    values: { ...round, review, trim: 'trim', quorum: 'quorum', threshold: 'threshold', panel: 'panelId', rows: `flatten(for m in [context(for e in ${listOf('entries')} return {key: e.id, value: e.shown})] return for r in ${listOf('ranking')} return [{name: get value(m, r.applicant), rank: if r.rank = null then "—" else string(r.rank), score: if r.score = null then "—" else string(r.score / 100), why: r.why}])` },
    blocks: [
      says('{round:hanzi}（案号{caseNumber}），评审组{panel}。去掉最高分、最低分各{trim}份，有效评分不少于{quorum}份，达标线{threshold}分。'),
      roll([14, 50, 16, 22, 72], ['序号', '申报单位', '排名', '得分', '说明'], ['{item.no}', '{item.name}', '{item.rank}', '{item.score}', '{item.why}'], 'rows'), signed,
    ],
  },
  report: {
    letterhead: true, upward: true, issuer: bySecretariat, internal: true, number: { word: '报' }, numerals: 'arabic', to: [], title: text('评审报告', 'Report of the review'), heading: '{round:hanzi}评审报告', addressee: '省政府质量奖评选表彰委员会：',
    values: { ...round, paper: paperSaid, onPaper: 'takenOver = true', report: 'reviewReport', ranking: 'rankingText', filed: 'filedCount', experts: 'expertNames', list: `for e in ${listOf('finalists')} return {name: e.shown, rank: e.rank, score: if e.score = null then "" else string(e.score / 100)}` },
    blocks: [
      says('本届共收到申报{filed}件。经受理审查、材料评审、陈述答辩和现场评审，提交委员会票决的名单如下：'), roll([14, 100, 24, 36], ['序号', '申报单位', '排名', '得分'], ['{item.no}', '{item.name}', '{item.rank}', '{item.score}'], 'list'), says('{paper:sentence}', 'onPaper'), says('评审专家：{experts:sentence}'), says('综合评审情况：{report:sentence}'), signed, imprint,
    ],
  },
  votes: {
    ...paper, issuer: bySecretariat, internal: true, title: text('表决票汇总', 'Summary of votes'),
    values: { ...round, rows: listOf('votes'), count: `count(${listOf('committee')})`, awards: awardPlaces, nominations: nominationPlaces, won: prize },
    blocks: [
      says('{round:hanzi}评选表彰委员会委员{count}名，逐件票决，全体（回避的除外）三分之二以上同意为通过。质量奖名额{awards}个，提名奖名额{nominations}个。'),
      roll([14, 66, 20, 20, 20, 20, 22], ['序号', '申报单位', '席位', '同意', '不同意', '弃权', '结果'], ['{item.no}', '{item.shown}', '{item.seats}', '{item.agree}', '{item.disagree}', '{item.abstain}', '{item.result}'], 'rows'),
      says('按票决结果和综合排名，拟奖名单如下：'), roll([14, 100, 44], ['序号', '单位', '等次'], ['{item.no}', '{item.name}', '{item.level}'], 'won'), { kind: 'lines', items: ['计票人：', '监票人：'] }, signed,
    ],
  },
  vacancy: {
    letterhead: true, sealed: true, issuer: bySecretariat, number: { word: '空' }, numerals: 'arabic', to: [], title: text('空缺公告', 'No award in this round'), heading: '关于{round:hanzi}空缺的公告',
    values: { ...round, filed: 'filedCount' },
    blocks: [says('{round:hanzi}（案号{caseNumber}）共收到申报{filed}件。按照评审程序，没有符合授奖条件的组织和个人。根据《广东省政府质量奖管理办法》（粤府办〔2021〕55号）第四条，本届质量奖和提名奖空缺。'), signed, imprint],
  },
  decision: {
    letterhead: true, sealed: true, issuer: byGovernment, number: { word: '' }, numerals: 'arabic', to: [], title: text('奖励决定', 'Decision'), heading: '广东省人民政府关于表彰\n{round:hanzi}\n获奖组织和个人的决定', addressee: '各地级以上市人民政府，省政府各部门、各直属机构：',
    values: { ...round, awards: atLevel('award'), nominations: atLevel('nomination'), awardCount: 'awardCount', nominationCount: 'nominationCount', some: `count(${atLevel('award')}) > 0`, none: `count(${atLevel('award')}) = 0`, others: `count(${atLevel('nomination')}) > 0` },
    blocks: [
      says('根据《广东省政府质量奖管理办法》（粤府办〔2021〕55号），经评审、公示，省人民政府决定：'), says('一、授予下列{awardCount}个组织和个人广东省政府质量奖：', 'some'), { ...roll([18, 150], ['序号', '名称'], ['{item.no}', '{item.shown}'], 'awards'), when: 'some' }, says('一、本届广东省政府质量奖空缺。', 'none'),
      says('二、授予下列{nominationCount}个组织和个人广东省政府质量奖提名奖：', 'others'), { ...roll([18, 150], ['序号', '名称'], ['{item.no}', '{item.shown}'], 'nominations'), when: 'others' }, says('希望受表彰的组织和个人珍惜荣誉，再接再厉。'), signed, imprint,
    ],
  },
} as const satisfies Readonly<Record<string, DocumentTemplate>>;
