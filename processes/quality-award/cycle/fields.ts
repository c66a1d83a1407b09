/** The data dictionary of a round (届). */
import { field, inSection } from '../../../domain/model/builder-fields.ts';
import { text } from '../../../domain/text.ts';
import { committeeMembers } from '../departments.ts';
import { ceilings, leastCommittee } from '../law.ts';
import { noticeFields } from '../notice.ts';
import { takeoverFields } from './fields-takeover.ts';

const { text: line, longText, integer, date, yesNo, choice, choices, working } = field;

const plan = {
  edition: integer('届次', 'Round no.', { min: 1, max: 100 }),
  roundYear: integer('评审年度', 'Year of the round', { min: 2021, max: 2100, help: text('每两年评选一届（粤府办〔2021〕55号第四条）', 'A round every two years (Article 4)') }),
  planNote: longText('方案存在的问题', 'What is wrong with the plan'),
  otherRounds: working('历届评审', 'Other rounds'),
  begun: yesNo('已到申报开始日期', 'Declarations have begun'),
  declarationFrom: date('申报开始日期', 'Declarations from'),
  declarationUntil: date('申报截止日期', 'Declarations until', { help: text('截止日期次日零时起不再接收申报', 'From 00:00 of the next day no declaration is taken') }),
  declarationOverOn: date('申报截止次日', 'Day after the declarations'),
};

const places = {
  awardPlaces: integer('质量奖名额', 'Awards', { min: 0, max: ceilings.award, help: text(`不超过${ceilings.award}个，可以空缺（粤府办〔2021〕55号第四条）`, `At most ${ceilings.award}; may stay empty (Article 4)`) }),
  nominationPlaces: integer('提名奖名额', 'Nominations', { min: 0, max: ceilings.nomination, help: text(`不超过${ceilings.nomination}个，可以空缺（粤府办〔2021〕55号第四条）`, `At most ${ceilings.nomination}; may stay empty (Article 4)`) }),
  candidatePlaces: integer('候选名额', 'Candidates', { min: 1, max: 200, help: text('材料评审后进入答辩和现场评审的数量，并列的一并进入', 'How many go on to the defence and the site visit; equals go on together') }),
  requirements: longText('申报条件和要求', 'Conditions of application'),
};

const scoring = {
  threshold: integer('达标线（分）', 'Threshold (points)', { min: 0, max: 100 }),
  seatsManagement: integer('质量管理专家（名）', 'Experts in quality management', { min: 0, max: 50 }),
  seatsMetrology: integer('计量检测专家（名）', 'Experts in metrology', { min: 0, max: 50 }),
  seatsStandards: integer('标准化专家（名）', 'Experts in standards', { min: 0, max: 50 }),
  seatsAudit: integer('财务审计专家（名）', 'Experts in audit', { min: 0, max: 50 }),
  trim: integer('去掉最高分、最低分各（份）', 'Sheets left out at either end', { min: 1, max: 5 }),
  quorum: integer('有效评分不少于（份）', 'Sheets needed', { min: 1, max: 50, help: text('应当多于去掉的最高分、最低分之和', 'More than are left out') }),
  planOpinion: longText('方案审批意见', 'Opinion on the plan'),
  announcementNumber: line('申报通知文号', 'Number of the call', { maxLength: 60 }),
};

const running = {
  filedCount: integer('已提交申报（件）', 'Declarations so far'),
  closingReasons: longText('截止申报说明', 'Why the declarations are closed'),
  collected: working('申报汇总', 'Collected'),
  pending: integer('仍在办理的申报（件）', 'Still being handled'),
  pendingText: longText('仍在办理的申报', 'Still being handled'),
  entries: working('在评名单', 'In the running'),
  listText: longText('名单', 'List'),
  stage: choice('公示名单', 'List on notice', { accepted: ['受理名单', 'Accepted'], candidates: ['候选名单', 'Candidates'], winners: ['拟奖名单', 'Winners proposed'] }),
  removed: longText('取消资格的申报案号', 'Numbers of those removed', { help: text('每行一个案号', 'One number a line') }),
  removalReasons: longText('取消资格的理由', 'Reasons of the removal'),
  removedIds: working('取消资格', 'Removed'),
  unknownNumbers: line('名单中没有的案号', 'Numbers that are not on the list', { maxLength: 2000 }),
  reviewStage: choice('评审环节', 'Review', { written: ['材料评审', 'Written review'], final: ['陈述答辩和现场评审', 'Defence and site visit'] }),
};

/** 抽取专家和评分. */
const panel = {
  drawDone: yesNo('已固定候选专家', 'Candidates fixed'),
  drawId: field.id('抽取编号', 'Number of the draw', 'draw'),
  drawCommitment: line('抽取承诺值', 'Commitment of the draw'),
  drawProblem: line('抽取情况', 'State of the draw'),
  drawAdjustment: longText('专家库补充或者名额调整说明', 'What was changed'),
  expertsSeated: yesNo('专家已抽定', 'Experts drawn'),
  expertNames: longText('评审专家', 'Experts'),
  panelDone: yesNo('评审组已成立', 'Panel opened'),
  panelId: field.id('评审组编号', 'Number of the panel', 'panel'),
  panelProblem: line('评审组情况', 'State of the panel'),
  rankingDone: yesNo('评分已截止', 'Scoring closed'),
  ranking: working('排名', 'Ranking'),
  rankingText: longText('排名情况', 'Ranking'),
  outIds: working('未入选', 'Not selected'),
};

const deciding = {
  reviewReport: longText('综合评审情况', 'Report of the review'),
  committee: choices('评选表彰委员会委员', 'Members of the committee', committeeMembers, { help: text(`不少于${leastCommittee}名`, `At least ${leastCommittee}`) }),
  recusals: longText('委员回避', 'Recusals', { help: text('每行一件：案号 委员单位，例如“穗市监奖申〔2026〕1号 省财政厅”；该委员不参加该申报的票决', 'One a line: number of the application, department of the member; who is recused has no seat in that vote') }),
  committeeNote: line('委员会说明', 'Note on the committee', { maxLength: 2000 }),
  votes: working('得票', 'Votes'),
  votesText: longText('得票情况', 'Votes'),
  tieWay: choice('并列的处理', 'How ties are treated', { ask: ['提请票决次序', 'Put to the vote'], vacate: ['名额空缺', 'Places stay empty'] }),
  tieIds: working('并列次序', 'Order among equals'),
  tiedIds: working('并列', 'Equals'),
  tiedText: longText('并列的申报', 'Equals'),
  tieOrder: longText('建议次序（案号）', 'Order proposed (numbers)', { help: text('按先后每行一个案号，写全所有并列的申报', 'One number a line, first things first, all equals') }),
  allotDone: yesNo('名额已分配', 'Places given'),
  allotted: working('名额分配', 'Allotment'),
  finalists: working('提交票决的申报', 'Voted on'),
  awardCount: integer('质量奖（个）', 'Awards'),
  nominationCount: integer('提名奖（个）', 'Nominations'),
  awardsText: longText('质量奖名单', 'Awards'),
  nominationsText: longText('提名奖名单', 'Nominations'),
  submissionText: longText('报请审定的说明', 'Submission to the government'),
  governmentOpinion: longText('省政府审定意见', 'Opinion of the government'),
  decisionNumber: line('奖励决定文号', 'Number of the decision', { maxLength: 60 }),
  decidedOn: date('奖励决定日期', 'Decided on'),
};

export const fields = {
  ...inSection('届次和申报期', 'Round and declarations', plan), ...inSection('名额和条件', 'Places and conditions', places), ...inSection('评分规则和专家', 'Scoring and experts', scoring),
  ...inSection('申报和名单', 'Declarations and lists', running), ...inSection('公示安排', 'Public notice', noticeFields), ...inSection('专家评审情况', 'Review by experts', panel), ...inSection('票决和表彰', 'Vote and award', deciding),
  ...takeoverFields,
} as const;
