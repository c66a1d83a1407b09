/** 接续纸质评审: what the secretariat records of the stages that were done on paper before the round was taken over here. */
import { field, inSection } from '../../../domain/model/builder-fields.ts';
import { text } from '../../../domain/text.ts';
import { declared } from '../application/fields.ts';

const { text: line, longText, integer, date, yesNo, choice, persons, working } = field;

const paper = {
  takenOver: yesNo('接续纸质评审', 'Taken over from paper', {
    help: text('本届已经以纸质办理到受理的，选“是”：补录各环节并附纸质材料后，从材料评审接续；抽取专家、评分、票决不能补录', 'Yes where this round was handled on paper up to acceptance: the stages are recorded with the papers attached, and it goes on from the written review. No draw, score or vote can be recorded'),
  }),
  paperReason: longText('接续原因', 'Why it is taken over'),
  paperRecordedBy: persons('补录人', 'Recorded by', 'secretariat', { min: 1, max: 5, help: text('对照纸质原件录入并对一致性负责', 'Who copies from the originals, and answers for it') }),
  paperCallNumber: line('申报通知文号（纸质）', 'Number of the call (paper)', { maxLength: 60 }),
  paperCallOn: date('申报通知印发日期（纸质）', 'Date of the call (paper)', { past: true }),
  paperFiled: integer('纸质申报（件）', 'Declarations on paper', { min: 1, max: 10_000 }),
  paperReview: longText('推荐、审查和受理情况（纸质）', 'Recommendation, review and acceptance (paper)', { help: text('各市推荐和公示、形式审查、部门核查、资格审查的日期、文号和结果', 'Dates, numbers and results of recommendation, formal review, checks by departments and eligibility') }),
  paperNoticeNumber: line('受理名单公示文号（纸质）', 'Number of the notice (paper)', { maxLength: 60 }),
  paperNoticeFrom: date('受理名单公示发布日期（纸质）', 'Notice published on (paper)', { past: true }),
  paperNoticeUntil: date('受理名单公示截止日期（纸质）', 'Last day of the notice (paper)', { past: true, help: text('发布次日起算，不少于公示期的工作日，并且已经届满', 'Counted from the day after publication, no fewer working days than the notice has, and over') }),
  paperObjections: longText('公示期间的异议及处理（纸质）', 'Objections to it (paper)', { help: text('没有异议的，写明“无异议”', 'Where there was none, say so') }),
  paperStage: choice('已办至', 'Done on paper up to', { accepted: ['受理（名单尚未公示）', 'Acceptance (no public notice yet)'], noticed: ['受理名单公示期满', 'End of the notice of those accepted'] }),
  paperDeclared: yesNo('申报已截止', 'Declarations are over'),
  paperNoticeLeast: date('公示期应当届满之日', 'Day on which the notice may end', { help: text('按工作日历计算', 'By the calendar of working days') }),
  paperNoticeOver: yesNo('公示期已届满', 'The notice is over'),
  paperFileCount: integer('已附材料（份）', 'Files attached'),
  paperFiles: longText('纸质材料附件', 'Papers attached', { help: text('在“附件”上传扫描件，文件名、SHA-256和上传人记入案卷', 'Scans are uploaded under “Files”; names, SHA-256 and who uploaded them stand in the record') }),
  paperNote: longText('补录存在的问题', 'What is wrong with the record'),
  paperOpinion: longText('补录核对意见', 'Opinion on the record'),
  takenOverOn: date('接续日期', 'Taken over on'),
};

const entry = {
  recommendationNumber: line('推荐函文号（纸质）', 'Number of the letter of recommendation (paper)', { maxLength: 60 }),
  departmentOpinions: longText('部门核查意见（纸质）', 'Opinions of departments (paper)'),
  acceptanceNumber: line('受理通知书文号（纸质）', 'Number of the acceptance (paper)', { maxLength: 60 }),
  acceptedOn: date('受理日期（纸质）', 'Accepted on (paper)', { past: true }),
};

const recorded = {
  recommendingAgency: line('推荐机关', 'Recommending agency'),
  paperKeys: working('已补录单位', 'Recorded applicants'),
  paperEntries: longText('已补录的受理申报', 'Applications recorded'),
  paperCount: integer('已补录（件）', 'Applications recorded'),
};

/** Of one accepted application, as it stands on paper. */
export const entryFields = { ...declared, ...inSection('纸质受理', 'Acceptance on paper', entry) } as const;
export const takeoverFields = { ...inSection('接续纸质评审', 'Taken over from paper', { ...paper, ...recorded }), ...entryFields } as const;
