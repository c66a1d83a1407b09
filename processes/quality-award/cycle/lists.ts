/** What the round computes of its lists, in FEEL. Entries: {id, number, name, uscc, region, people, shown, personal, rank, score, why, level}: `name` is the organisation, for an individual the employer; `shown` is who is put on the list. */
import { each, listOf, quote, typed } from '../../feel.ts';
import { memberName } from '../departments.ts';
import { ceilings, leastCommittee, yearsBetweenRounds } from '../law.ts';

const people = 'flatten([if c.contactName = null then [] else [c.contactName], if c.individualName = null then [] else [c.individualName]])';
/** Fields that the round asks of its applications. */
export const asked = JSON.stringify(['applicantKind', 'applicantName', 'applicantUscc', 'applicantRegion', 'contactName', 'individualName', 'voteResult']);

const personal = 'c.applicantKind = "individual" and c.individualName != null';
export const acceptedEntries = each('c', listOf('collected'), 'c.ready', `{id: c.id, personal: ${personal}, shown: if ${personal} then c.individualName + "（" + c.applicantName + "）" else c.applicantName, number: c.number, name: c.applicantName, uscc: c.applicantUscc, region: c.applicantRegion, people: ${people}}`);
/** Of the entries those that are ready now: who gave up in between is no longer there. */
export const stillReady = (of: string): string => `flatten(for ids in [${each('c', listOf('collected'), 'c.ready', 'c.id')}] return ${each('e', listOf(of), 'list contains(ids, e.id)')})`;
export const names = (list: string): string => `string join(for e in ${list} return e.number + " " + e.shown, "\\n")`;

/** Numbers as they were typed, and those of them that no entry has. */
export const removedIds = `flatten(for n in [${typed('removed')}] return ${each('e', listOf('entries'), 'list contains(n, e.number)', 'e.id')})`;
export const unknownOf = (field: string, list: string): string => `flatten(for known in [for e in ${list} return e.number] return string join(${each('n', typed(field), 'not(list contains(known, n))')}, "、"))[1]`;
export const without = (list: string, ids: string): string => `flatten(for out in [${listOf(ids)}] return ${each('e', listOf(list), 'not(list contains(out, e.id))')})`;

const ranked = (when: string, as: string): string =>
  `flatten(for m in [context(for r in ${listOf('ranking')} return {key: r.applicant, value: r})] return for e in ${listOf('entries')} return for r in [get value(m, e.id)] return if r != null and (${when}) then [${as}] else [])`;
/** 入选: those with a place; equals at the last place go on together, for the ceiling is that of the awards, not of those who are looked at. */
const chosenOnes = 'r.status = "awarded" or r.status = "undecided-tie"';
export const chosenByRank = `sort(${ranked(chosenOnes, 'context merge([e, {rank: r.rank, score: r.score, why: r.why}])')}, function(a, b) a.rank < b.rank)`;
export const notChosen = ranked(`not(${chosenOnes})`, '{id: e.id, why: r.why}');
export const rankingText = `string join(${ranked('true', 'e.number + " " + e.shown + "：" + r.why')}, "\\n")`;
export const points = (score: string): string => `(if ${score} = null then "" else string(${score} / 100))`;

/** Candidates as panel.open and draw.commit want them. */
export const panelApplicants = `for e in ${listOf('entries')} return {id: e.id, name: e.name, uscc: e.uscc, people: e.people}`;
export const drawApplicants = `for e in ${listOf('entries')} return {name: e.name, uscc: e.uscc, people: e.people}`;
const stratum = (name: string, field: string): string => `if ${field} > 0 then [{field: ${quote(name)}, seats: ${field}}] else []`;
export const strata = `flatten([${stratum('质量管理', 'seatsManagement')}, ${stratum('计量检测', 'seatsMetrology')}, ${stratum('标准化', 'seatsStandards')}, ${stratum('财务审计', 'seatsAudit')}])`;

/** 名额: whatever was typed, never above the ceilings of the rule. */
export const awardPlaces = `min([awardPlaces, ${ceilings.award}])`;
export const nominationPlaces = `min([nominationPlaces, ${ceilings.nomination}])`;

/** 评审要素: no list of them was found in the rule. Points in hundredths, weights in percent. */
const criterion = (id: string, zh: string, en: string, weight: number): string => `{id: ${quote(id)}, zh: ${quote(zh)}, en: ${quote(en)}, max: 10000, weight: ${weight}}`;
const written = `[${[criterion('management', '质量管理', 'Quality management', 30), criterion('innovation', '质量创新', 'Innovation', 25), criterion('performance', '质量绩效', 'Performance', 30), criterion('influence', '社会影响', 'Influence', 15)].join(', ')}]`;
const final = `[${[criterion('defence', '陈述答辩', 'Defence', 40), criterion('visit', '现场评审', 'Site visit', 60)].join(', ')}]`;
export const criteria = `if reviewStage = "final" then ${final} else ${written}`;
export const ties = 'if reviewStage = "final" then ["visit", "untrimmed-mean", "lowest-sheet"] else ["performance", "untrimmed-mean", "lowest-sheet"]';

/** 得票: of each that was voted on. */
export const voted = `flatten(for m in [context(for c in ${listOf('collected')} return {key: c.id, value: c})] return for e in ${listOf('finalists')} return for c in [get value(m, e.id)] return if c != null and c.ready then [context merge([e, {passed: c.voteResult = "passed", result: if c.voteResult = "passed" then "通过" else "未通过", agree: if c.votes.agree = null then 0 else c.votes.agree, disagree: if c.votes.disagree = null then 0 else c.votes.disagree, abstain: if c.votes.abstain = null then 0 else c.votes.abstain, seats: c.votes.seats}])] else [])`;
export const votesText = `string join(for v in ${listOf('votes')} return v.number + " " + v.shown + "：同意" + string(v.agree) + "、不同意" + string(v.disagree) + "、弃权" + string(v.abstain) + "，" + v.result, "\\n")`;
export const winners = `flatten(for m in [context(for a in ${listOf('allotted')} return {key: a.id, value: a.level})] return for v in ${listOf('votes')} return for l in [get value(m, v.id)] return if l = null then [] else [context merge([v, {level: l, levelName: if l = "award" then "质量奖" else "提名奖"}])])`;
export const atLevel = (level: string): string => each('e', listOf('entries'), `e.level = ${quote(level)}`);

const recusedLines = `(if recusals = null then [] else ${each('line', 'split(recusals, "\\n")', 'line != ""', 'replace(line, "^\\\\s+|\\\\s+$", "")')})`;
/** The seats of each vote: the committee without those who are recused from this application. */
const seatsFor = (lines: string): string => each('m', listOf('committee'), `not(list contains(${lines}, e.number + " " + (${memberName('m')})))`);
export const ballots = `flatten(for lines in [${recusedLines}] return for e in ${listOf('finalists')} return [{to: e.id, data: {committee: ${seatsFor('lines')}, finalScore: ${points('e.score')}, finalRank: e.rank}}])`;
/** What stands in the way of a vote, in words; null where nothing does. */
export const committeeProblem = `flatten(for lines in [${recusedLines}] return for known in [flatten(for e in ${listOf('finalists')} return for m in ${listOf('committee')} return e.number + " " + (${memberName('m')}))] return for wrong in [${each('line', 'lines', 'not(list contains(known, line))')}] return for thin in [${each('e', listOf('finalists'), `count(${seatsFor('lines')}) < ${leastCommittee}`, 'e.number')}] return [if count(${listOf('committee')}) < ${leastCommittee} or count(thin) > 0 then "参加票决的委员不足${leastCommittee}名 At least ${leastCommittee} members must vote: " + string join(thin, "、") else if count(wrong) > 0 then "无法识别的回避 Recusals that name no application or no member: " + string join(wrong, "；") else null])[1]`;

/** Fields that a round asks of the other rounds of its secretariat. */
export const askedOfRounds = JSON.stringify(['edition', 'roundYear']);
/** One that was dropped or ended before it came to anything is none. */
const held = 'not(c.status = "closed" and (c.outcome = null or c.outcome = "cancelled"))';
const close = (year: string): string => each('c', listOf('otherRounds'), `${held} and c.roundYear != null and abs(c.roundYear - ${year}) < ${yearsBetweenRounds}`, 'c.number + " " + c.title');
/** What is wrong with a plan, in words; null where nothing is: §4, and what could not be carried out. */
export const planProblem = `flatten(for near in [${close('roundYear')}] return for same in [${each('c', listOf('otherRounds'), `${held} and c.edition = edition`, 'c.number')}] return for found in [flatten([
  if count(near) > 0 then ["每两年评选一届，与以下届次相隔不足两年 A round every two years: " + string join(near, "、")] else [],
  if count(same) > 0 then ["届次重复 There is a round of this number: " + string join(same, "、")] else [],
  if declarationUntil < declarationFrom then ["申报截止日期早于开始日期 Declarations end before they begin"] else [],
  if awardPlaces + nominationPlaces = 0 then ["质量奖和提名奖名额均为零 No place at all"] else [],
  if quorum <= 2 * trim then ["有效评分份数应当多于去掉的最高分、最低分之和 More sheets are needed than are left out"] else [],
  if seatsManagement + seatsMetrology + seatsStandards + seatsAudit < quorum then ["专家名额少于有效评分份数 Fewer experts than sheets that are needed"] else []
])] return [if count(found) = 0 then null else string join(found, "；")])[1]`;
