/**
 * 接续纸质评审: a round that was begun on paper is taken over where its accepted applications are to be reviewed. The secretariat records what was done, with the papers attached; each
 * accepted application becomes a case; the head confirms. Nothing behind that stage has a form here: experts are drawn, score and are ranked in the engine alone.
 */
import { regions } from '../../../domain/authority/regions.ts';
import { text } from '../../../domain/text.ts';
import { dayAfter, listOf, namesOf, noted, numberText, quote } from '../../feel.ts';
import { declared } from '../application/fields.ts';
import { entryFields } from './fields-takeover.ts';
import type { Steps } from './head.ts';
import { names } from './lists.ts';

const entryNames = Object.keys(entryFields) as (keyof typeof entryFields)[];
const declaredNames = Object.keys(declared) as (keyof typeof declared)[];
/** Where they may be empty on paper too. */
const optional: readonly string[] = ['parentUscc', 'individualName', 'employees', 'revenue', 'honours'];
const required = entryNames.filter((name) => !optional.includes(name));

/** 所在地的地级以上市市场监督管理局 recommends; who is elsewhere comes through that of the province, and is barred there. */
const recommendingAgency = regions.filter((r) => r.level === 'prefecture').reduceRight((rest, { code, slug }) => `if starts with(applicantRegion, ${quote(code.slice(0, 4))}) then ${quote(`${slug}-amr`)} else ${rest}`, quote('gd-amr'));
const key = 'applicantUscc + (if applicantKind = "individual" and individualName != null then individualName else "")';
export const recordedAlready = `list contains(${listOf('paperKeys')}, ${key})`;
const shown = 'applicantName + (if applicantKind = "individual" and individualName != null then "（" + individualName + "）" else "")';

/** 2026年1月5日, as documents write a day. */
const said = (day: string): string => `substring(${day}, 1, 4) + "年" + string(number(substring(${day}, 6, 2))) + "月" + string(number(substring(${day}, 9, 2))) + "日"`;

/** What stands against going on from this record, in words; null where nothing does. */
const noticed = 'outcome.paperRecord = "noticed"';
const problem = `flatten(for found in [flatten([
  if paperFileCount = 0 then ["未附纸质材料，请先上传扫描件 No paper is attached: upload the scans first"] else [],
  if paperDeclared != true then ["申报截止日期尚未届满 Declarations are not over yet"] else [],
  if paperCallOn > declarationUntil then ["申报通知晚于申报截止日期 The call is later than the last day of declarations"] else [],
  if ${noticed} and paperNoticeFrom <= declarationUntil then ["受理名单公示不晚于申报截止日期 The notice of those accepted is no later than the last day of declarations"] else [],
  if ${noticed} and paperNoticeUntil < paperNoticeLeast then ["公示不足" + string(noticeDays) + "个工作日，按工作日历应当公示至 Shorter than the working days of the notice, which may end on: " + paperNoticeLeast] else [],
  if ${noticed} and paperNoticeOver != true then ["受理名单公示期尚未届满 The notice is not over yet"] else []
])] return [if count(found) = 0 then null else string join(found, "；")])[1]`;

/** On every application, so that nobody takes for done here what was done on paper. */
const note = `"受理及以前的环节以纸质办理，依据纸质材料补录。补录人：" + ${namesOf('paperRecordedBy')} + "。届次案号：" + case.number + "。推荐函：" + recommendationNumber + "。受理通知书：" + acceptanceNumber + "，" + ${said('acceptedOn')} + "。" + (if ${noticed} then "受理名单公示：" + paperNoticeNumber + "，" + ${said('paperNoticeFrom')} + "至" + ${said('paperNoticeUntil')} + "。" else "")`;

export const takeoverSteps = (s: Steps) => {
  const office = s.office('secretariat');
  const thePaper = s.shows('paperReason', 'paperRecordedBy', 'paperCallNumber', 'paperCallOn', 'declarationFrom', 'declarationUntil', 'paperFiled', 'paperReview', 'paperStage', 'paperNoticeNumber', 'paperNoticeFrom', 'paperNoticeUntil', 'paperNoticeLeast', 'paperObjections', 'paperFiles');
  const isOver = (zh: string, en: string, day: string, output: 'paperDeclared' | 'paperNoticeOver') => s.service(zh, en, 'calendar.day', { from: dayAfter(day), amount: '-1', unit: '"calendar-day"' }, { [output]: 'past' });
  return {
    paperRecord: s.user('补录纸质环节', 'Record what was done on paper', {
      by: office,
      form: {
        ...s.shows('edition', 'roundYear', 'declarationFrom', 'declarationUntil', 'awardPlaces', 'nominationPlaces', 'noticeDays', 'paperNote', 'paperOpinion', 'paperCount'),
        ...s.asks('paperReason', 'paperRecordedBy', 'paperCallNumber', 'paperCallOn', 'paperFiled', 'paperReview'), ...s.mayGive('paperNoticeNumber', 'paperNoticeFrom', 'paperNoticeUntil', 'paperObjections'),
      },
      outcomes: {
        noticed: s.positive('受理名单公示已期满', 'The notice of those accepted is over', { requires: ['paperNoticeNumber', 'paperNoticeFrom', 'paperNoticeUntil', 'paperObjections'] }),
        accepted: s.neutral('已受理，名单尚未公示', 'Accepted, no public notice yet'),
        dropped: s.negative('不再接续，撤销本届', 'Not taken over: drop the round'),
      },
      explains: text('先在“附件”上传纸质材料扫描件；公示日期按工作日历核对；抽取专家、评分、排名和票决不能补录，一律在系统内进行', 'First upload scans of the papers under “Files”; days of the notice are held against the calendar; draws, scores, rankings and votes cannot be recorded and are always done here'),
    }),
    paperDropped: s.choice('是否已有补录的申报', 'Any application recorded?'),
    paperKept: s.script('不能撤销', 'Cannot be dropped', { paperNote: '"已有补录的申报立案，不能撤销本届；补录有误的，在公示结论中取消资格 Applications have been opened: remove what is wrong at the conclusion of the notice"' }),
    paperLeast: s.service('推算公示期', 'Least days of the notice', 'calendar.day', { from: 'paperNoticeFrom', amount: 'noticeDays', unit: '"working-day"' }, { paperNoticeLeast: 'day' }),
    paperOver: isOver('公示是否届满', 'Is the notice over?', 'paperNoticeUntil', 'paperNoticeOver'),
    paperNoNotice: s.script('名单尚未公示', 'No notice yet', { paperNoticeNumber: 'null', paperNoticeFrom: 'null', paperNoticeUntil: 'null', paperNoticeLeast: 'null', paperNoticeOver: 'null', paperObjections: 'null' }),
    paperClosed: isOver('申报是否截止', 'Are declarations over?', 'declarationUntil', 'paperDeclared'),
    paperAttached: s.service('核对附件', 'Look at the files', 'files.list', {}, { paperFileCount: 'count', paperFiles: 'text' }),
    paperCheck: s.script('核对补录', 'Check the record', { paperNote: problem, paperStage: 'outcome.paperRecord', paperCount: 'if paperCount = null then 0 else paperCount' }),
    paperState: s.choice('补录是否可以接续', 'Can it be taken over?'),

    // 受理的申报, one by one
    paperEntry: s.user('补录受理的申报', 'Record an accepted application', {
      by: office, form: { ...s.shows('paperCount', 'paperEntries', 'paperNote'), ...s.mayGive(...entryNames) },
      outcomes: { added: s.positive('登记，补录下一件', 'Record it; another follows', { requires: required }), done: s.neutral('补录完毕，报负责人核对', 'All recorded: to the head') },
      explains: text('按纸质申报表和受理通知书逐件录入；每件立案并从材料评审接续，质量信用档案照常比对', 'From the declaration and the acceptance on paper, one by one; each becomes a case that goes on from the written review, and is held against the credit files as any other'),
    }),
    paperKnown: s.choice('是否已经登记', 'Recorded already?'),
    paperTwice: s.script('重复登记', 'Recorded twice', { paperNote: `"已经登记 Recorded already: " + ${shown}` }),
    paperAgency: s.script('确定推荐机关', 'Recommending agency', { recommendingAgency, paperKeys: `append(${listOf('paperKeys')}, ${key})`, paperNote: 'null' }),
    openEntry: s.parallel('立案', 'Its case'),
    openApplication: s.call('申报立案', 'Open its case', 'award-application', {
      wait: false, agency: { kind: 'data', field: 'recommendingAgency' },
      input: {
        ...Object.fromEntries(declaredNames.map((name) => [name, name])), cycleNumber: 'case.number', cycle: 'case.title', takenOver: 'true', takenOverNote: note,
        letterNumber: 'recommendationNumber', departmentResults: 'departmentOpinions', acceptanceNumber: 'acceptanceNumber', acceptedOn: 'acceptedOn',
      },
    }),
    entryJoined: s.message('申报并入本届', 'It enters the round', 'award-taken-over'),
    entryOpened: s.parallel('已立案', 'Opened'),
    entryNoted: s.script('登记一件', 'Noted', {
      paperEntries: noted('paperEntries', `string(paperCount + 1) + ". " + ${shown} + "，受理通知书" + acceptanceNumber + "（" + ${said('acceptedOn')} + "）"`), paperCount: 'paperCount + 1', ...Object.fromEntries(entryNames.map((name) => [name, 'null'])),
    }),
    anyRecorded: s.choice('有无补录', 'Any recorded?'),
    noneRecorded: s.script('尚未补录', 'None recorded', { paperNote: '"尚未补录任何受理的申报 No accepted application is recorded yet"' }),

    paperConfirm: s.user('核对补录', 'Confirm the record', {
      by: s.office('agency-head'), notSameAs: ['paperRecord', 'paperEntry'], form: { ...thePaper, ...s.shows('paperCount', 'paperEntries'), ...s.mayGive('paperOpinion') },
      outcomes: { confirmed: s.positive('与纸质材料一致，接续评审', 'As on paper: taken over'), returned: s.negative('退回更正', 'To be corrected', { requires: ['paperOpinion'] }) },
      explains: text('对照附件核对；确认后从材料评审接续，补录情况表归入案卷', 'Held against the files; once confirmed the round goes on from the written review, and the table of what was recorded is kept in the file'),
    }),
    makeTakeover: s.document('制作补录情况表', 'Make the table of the record', 'takeover', { takenOverOn: 'issuedOn' }),
    takeOver: s.script('接续评审', 'Taken over', { tieWay: '"ask"', declarationOverOn: dayAfter('declarationUntil'), announcementNumber: 'paperCallNumber', filedCount: 'paperFiled', paperNote: 'null' }),
    paperNoticeDone: s.script('公示已在纸质环节期满', 'The notice was over on paper', { stage: '"accepted"', listText: names('entries'), objectionResults: 'paperObjections', upheldObjections: 'null' }),
  };
};

/** For what says how the round came about, where it was begun on paper; null where it was not. */
export const paperSaid = `if takenOver = true then "受理及以前的环节以纸质办理（申报通知" + paperCallNumber + (if paperNoticeNumber = null then "" else "，受理名单公示" + paperNoticeNumber + "，" + ${said('paperNoticeFrom')} + "至" + ${said('paperNoticeUntil')}) + "），由" + ${namesOf('paperRecordedBy')} + "补录，" + ${numberText('paperCount')} + "件受理的申报自材料评审起在系统内办理" else null`;
