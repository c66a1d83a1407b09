/** The data dictionary of one application (申报). */
import { field, inSection } from '../../../domain/model/builder-fields.ts';
import { text } from '../../../domain/text.ts';
import { askedDepartments, committeeMembers } from '../departments.ts';
import { noticeFields } from '../notice.ts';

const { text: line, longText, integer, date, money, yesNo, choice, choices, uscc, phone, region, working } = field;

/** 申报表. */
const entering = { cycleNumber: line('届次案号', 'Number of the round', { help: text('申报通知所载的案号', 'As the call for applications states it') }) };
const declaration = {
  applicantKind: choice('申报类别', 'Kind of applicant', {
    manufacturing: ['制造业', 'Manufacturing'], services: ['服务业', 'Services'], construction: ['工程建设', 'Construction'], sme: ['中小企业', 'Small and medium enterprise'],
    public: ['医疗、教育等组织', 'Health, education and others'], individual: ['个人', 'Individual'],
  }),
};

const applicant = {
  applicantName: line('申报单位名称', 'Applicant', { help: text('个人申报的，填写其所在单位', 'For an individual: the employer') }),
  applicantUscc: uscc('申报单位统一社会信用代码', 'Credit code of the applicant'),
  applicantRegion: region('申报单位所在地', 'Region of the applicant'),
  applicantIndustry: line('所属行业', 'Industry', { maxLength: 100 }),
  establishedInGuangdong: yesNo('在广东省依法设立', 'Established in Guangdong under the law', { help: text('申报单位所在地应当在广东省', 'The region of the applicant is in Guangdong') }),
  parentUscc: uscc('母公司统一社会信用代码', 'Credit code of the parent company', { help: text('近四年母公司已获奖的，不再参评', 'Not eligible where the parent was awarded within four years') }),
  individualName: line('申报人姓名', 'Name of the individual', { personal: true, maxLength: 50 }),
  contactName: line('联系人', 'Contact person', { personal: true, maxLength: 50 }),
  contactPhone: phone('联系电话', 'Phone of the contact person'),
  establishedOn: date('成立日期', 'Established on', { past: true }),
  employees: integer('从业人数', 'Employees', { max: 10_000_000 }),
  revenue: money('上年度营业收入', 'Revenue of last year'),
};

const quality = {
  qualityModel: longText('质量管理制度、模式和方法', 'Quality management: system, model and methods'),
  achievements: longText('质量创新和技术水平', 'Innovation and level of technology'),
  results: longText('质量效益和社会责任', 'Results and social responsibility'),
  honours: longText('曾获质量奖励', 'Quality awards so far'),
};

const commitments = {
  noAccidents: yesNo('近三年无重大质量、安全、环保事故', 'No major quality, safety or environmental accident within three years'),
  noViolations: yesNo('近三年无违法失信行为', 'No violation and no breach of trust within three years'),
  internalNoticeFrom: date('内部公示开始日期', 'Notice within the organisation from', { past: true, help: text('在本单位内部公示申报材料（参照中国质量奖管理办法第十二条）', 'The application is shown within the organisation (after Article 12 of the national measures)') }),
  internalNoticeUntil: date('内部公示截止日期', 'Notice within the organisation until', { past: true }),
  truthful: yesNo('承诺申报材料真实', 'The application is declared to be true', { help: text('虚假申报的，五年内不受理其申报', 'False statements: no application for five years') }),
};

/** 申报表 as the applicant fills it in; where a round was begun on paper its secretariat copies it (cycle/fields-takeover.ts). */
export const declared = {
  ...inSection('届次和类别', 'Round and category', declaration), ...inSection('申报单位概况', 'Applicant', applicant), ...inSection('质量管理和成效', 'Quality management and results', quality), ...inSection('公示和承诺', 'Notice within and statements', commitments),
} as const;

/** 接续纸质评审: what came before the written review was done on paper. */
const takenOver = {
  takenOver: yesNo('依据纸质材料补录', 'Recorded from paper', { help: text('受理及以前的环节以纸质办理，由秘书处补录；评审、票决在系统内办理', 'Everything up to acceptance was done on paper and recorded by the secretariat; review and vote are done here') }),
  takenOverNote: longText('补录说明', 'Note on the recording'),
  acceptedOn: date('纸质受理日期', 'Accepted on paper on', { past: true }),
};

const handling = {
  joined: yesNo('已进入届次', 'Entered in the round'),
  joinReason: line('未能进入届次的代码', 'Code of the refusal'),
  joinProblem: line('未能进入届次的原因', 'Why it was not entered'),
  cycle: line('届次', 'Round'),
  recommendationOpinion: longText('推荐审核意见', 'Opinion on the recommendation'),
  supplementRequest: longText('需要补充的内容', 'What is to be supplemented'),
  conclusionOpinion: longText('公示结论', 'Conclusion of the notice'),
  letterNumber: line('推荐函文号', 'Number of the letter of recommendation', { maxLength: 60 }),
  formalOpinion: longText('形式审查意见', 'Opinion of the formal review'),
  returnReasons: longText('退回理由', 'Reasons of the return'),
  departments: choices('征求意见的部门', 'Departments asked', askedDepartments),
  departmentFinding: choice('核查结果', 'Finding', { none: ['未发现问题', 'Nothing found'], minor: ['有一般记录', 'Minor records'], serious: ['有重大事故或者严重违法失信', 'Major accident or serious breach'] }),
  departmentRemark: longText('核查说明', 'Remarks'),
  departmentResults: longText('各部门核查意见', 'Opinions of the departments'),
  seriousFindings: integer('重大问题（项）', 'Serious findings'),
  creditEntries: working('质量信用记录', 'Credit entries'),
  creditSummary: longText('质量信用记录摘要', 'Credit file in short'),
  internalNoticeLeast: date('内部公示满五个工作日之日', 'Fifth working day of the notice within', { help: text('参照中国质量奖管理办法第十二条，供审核参考', 'After Article 12 of the national measures, for the review') }),
  internalNoticeEnough: yesNo('内部公示满五个工作日', 'Five working days within'),
  breachRecently: yesNo('近三年有严重违法失信记录', 'Serious breach within three years'),
  barReasons: longText('不得受理的情形', 'What forbids acceptance'),
  awardedRecently: yesNo('近四年已获奖', 'Awarded within four years'),
  banned: yesNo('在不受理申报期内', 'Within a ban'),
  eligibilityOpinion: longText('资格审查意见', 'Opinion on eligibility'),
  acceptanceNumber: line('受理通知书文号', 'Number of the acceptance', { maxLength: 60 }),
  returnNumber: line('退回通知书文号', 'Number of the return', { maxLength: 60 }),
};

/** 评审. Scores are points, as they are shown. */
const review = {
  writtenScore: line('材料评审得分', 'Score of the written review'),
  writtenRank: integer('材料评审排名', 'Rank of the written review'),
  defenceOn: date('陈述答辩日期', 'Defence on', { past: true }),
  defenceRecord: longText('陈述答辩记录', 'Record of the defence'),
  siteVisitFrom: date('现场评审开始日期', 'Site visit from', { past: true }),
  siteVisitUntil: date('现场评审结束日期', 'Site visit until', { past: true }),
  siteVisitTeam: longText('现场评审组', 'Team of the site visit'),
  siteVisitReport: longText('现场评审情况', 'Report of the site visit'),
  finalScore: line('综合得分', 'Final score'),
  finalRank: integer('综合排名', 'Final rank'),
  committee: choices('评选表彰委员会委员', 'Members of the committee', committeeMembers),
  voteResult: choice('票决结果', 'Result of the vote', { passed: ['通过', 'Passed'], failed: ['未通过', 'Not passed'] }),
  outStage: choice('未入选环节', 'Stage', { accepted: ['受理名单公示', 'List of accepted'], written: ['材料评审', 'Written review'], candidates: ['候选名单公示', 'List of candidates'], final: ['综合评审', 'Final review'], winners: ['拟奖名单公示', 'List of winners'], vote: ['委员会票决', 'Vote'] }),
  outReason: longText('未入选原因', 'Reason'),
  level: choice('奖励等次', 'Level', { award: ['广东省政府质量奖', 'Quality Award'], nomination: ['广东省政府质量奖提名奖', 'Nomination'], none: ['未获奖', 'None'] }),
  decisionNumber: line('奖励决定文号', 'Number of the decision', { maxLength: 60 }),
  decidedOn: date('奖励决定日期', 'Decided on'),
  certificateNumber: line('证书编号', 'Number of the certificate', { maxLength: 60 }),
};

export const fields = {
  ...inSection('届次和类别', 'Round and category', entering), ...declared, ...inSection('接续纸质评审', 'Taken over from paper', takenOver),
  ...inSection('推荐和审查情况', 'Recommendation and review', handling), ...inSection('对外公示', 'Public notice', noticeFields), ...inSection('评审和奖励', 'Review and award', review),
} as const;
