/** The steps of an application: who does what, with which form, and what may be decided. */
import { text } from '../../../domain/text.ts';
import { dayAfter, fact, facts, listOf, long, noted, orEmpty, quote, short } from '../../feel.ts';
import { departmentName, secretariat } from '../departments.ts';
import { banYears, internalNoticeDays, passing, yearsAfterAward, yearsWithoutFault } from '../law.ts';
import { objectionInput, objectionMulti, objectionOutput } from '../notice.ts';
import { applicationHead } from './head.ts';

const toApplicant = '"uscc:" + applicantUscc';
const declared = ['applicantKind', 'applicantName', 'applicantUscc', 'applicantRegion', 'applicantIndustry', 'establishedInGuangdong', 'parentUscc', 'individualName', 'establishedOn', 'employees', 'revenue', 'qualityModel', 'achievements', 'results', 'honours', 'noAccidents', 'noViolations'] as const;

const since = (years: number): string => `string(date(case.receivedOn) - duration("P${years}Y"))`;
/** 个人获奖 stands in the credit file of the employer, under the name of the person, and bars that person alone. */
const ofThisApplicant = 'if applicantKind = "individual" then individualName != null and contains(e.title, individualName) and contains(e.level, "个人") else e.level = null or not(contains(e.level, "个人"))';
/** What forbids acceptance, whatever people find: what the applicant did not declare, what departments found, and what stands in the credit files. */
const bars = [
  ['establishedInGuangdong != true or not(starts with(applicantRegion, "44"))', '不是在广东省依法设立的组织（个人）'],
  ['noAccidents != true', '申报单位未声明近三年无重大质量、安全、环保事故'], ['noViolations != true', '申报单位未声明近三年无违法失信行为'], ['truthful != true', '申报单位未承诺申报材料真实'],
  ['seriousFindings > 0', '部门核查发现重大事故或者严重违法失信'], ['breachRecently = true', '近三年有严重违法失信记录'], ['awardedRecently = true', '近四年已获奖（含母公司），不再参评'], ['banned = true', '在不受理申报期内'],
] as const;
const barReasons = `flatten(for found in [flatten([${bars.map(([when, says]) => `if ${when} then [${quote(says)}] else []`).join(', ')}])] return [if count(found) = 0 then null else string join(found, "；")])[1]`;

export const applicationSteps = applicationHead.steps((s) => {
  const applicant = s.party('applicant');
  const officer = s.office('officer');
  const office = s.officeOf('secretariat', secretariat);
  const head = s.officeOf('agency-head', secretariat);
  const theApplication = s.shows(...declared);
  const tell = (zh: string, en: string, subject: readonly [string, string], body: readonly [string, string]) =>
    s.service(zh, en, 'notify', { to: toApplicant, subjectZh: short(`"${subject[0]}：" + case.title`), subjectEn: short(`"${subject[1]}: " + case.title`), bodyZh: long(body[0]), bodyEn: long(body[1]) });
  const out = s.mayGive('outStage', 'outReason');

  /** 比对申报限制: of who comes through the departments, and of who was accepted on paper. */
  const lookUp = s.service('查询质量信用记录', 'Look into the credit files', 'credit.find', {
    usccs: 'flatten([[applicantUscc], if parentUscc = null then [] else [parentUscc]])', kinds: '["award", "serious-violation", "penalty", "failed-check", "commitment-broken"]',
  }, { creditEntries: 'entries', creditSummary: 'summary' });
  const assess = s.script('比对申报限制', 'Hold against the conditions', {
    awardedRecently: `some e in ${listOf('creditEntries')} satisfies e.kind = "award" and e.decidedOn > ${since(yearsAfterAward)} and (${ofThisApplicant})`,
    breachRecently: `some e in ${listOf('creditEntries')} satisfies e.kind = "serious-violation" and e.uscc = applicantUscc and e.decidedOn > ${since(yearsWithoutFault)}`,
    banned: `some e in ${listOf('creditEntries')} satisfies e.kind = "commitment-broken" and e.level = "质量奖申报限制" and e.uscc = applicantUscc and (e.publicUntil = null or e.publicUntil >= case.receivedOn)`,
  });
  const sayBars = s.script('列出不得受理的情形', 'What forbids acceptance', { barReasons });

  return {
    filed: s.start('提交申报', 'Declared'),
    makeDeclaration: s.document('制作申报表', 'Make the declaration', 'declaration'),
    joinCycle: s.service('进入届次', 'Enter in the round', 'batch.join', { number: 'cycleNumber', process: '"quality-award"', message: '"award-filed"' }, { joined: 'ok', joinReason: 'reason', cycle: 'title' }),
    whence: s.choice('是否接续纸质评审', 'Taken over from paper?'),
    lookUpTaken: lookUp,
    assessTaken: assess,
    sayBarsTaken: sayBars,
    joinTaken: s.service('并入届次', 'Enter in the round', 'batch.join', { number: 'cycleNumber', process: '"quality-award"', message: '"award-taken-over"' }, { joined: 'ok', joinReason: 'reason', cycle: 'title' }),
    hasEntered: s.choice('是否并入，有无不得受理的情形', 'Entered, and nothing that forbids acceptance?'),
    paperCheck: s.user('核对补录', 'Hold the record against the papers', {
      by: office, form: { ...theApplication, ...s.shows('takenOverNote', 'letterNumber', 'departmentResults', 'acceptanceNumber', 'acceptedOn', 'creditSummary') }, outcomes: { entered: s.positive('与纸质材料一致，列入评审', 'As on paper: into the review') },
      explains: text('逐项对照纸质申报表；录入有误的，列入后在公示结论中取消资格', 'Item by item against the declaration on paper; what is wrong is removed at the conclusion of the notice'),
    }),
    internalNotice: s.service('推算内部公示期', 'Notice within the organisation', 'calendar.day', { from: 'internalNoticeFrom', amount: String(internalNoticeDays), unit: '"working-day"' }, { internalNoticeLeast: 'day' }),
    noteInternal: s.script('核对内部公示期', 'Was it long enough?', { internalNoticeEnough: 'internalNoticeLeast != null and internalNoticeUntil >= internalNoticeLeast' }),
    isJoined: s.choice('是否在申报期内', 'In time?'),
    sayJoin: s.script('未能进入届次', 'Not entered', {
      joinProblem: 'if joinReason = "no-such-case" then "没有该案号的届次 No round has this number" else "该届申报已经截止或者尚未开始 The round takes no declarations now"',
    }),
    cycleCorrection: s.user('更正届次', 'Correct the round', {
      by: applicant, form: { ...s.shows('joinProblem'), ...s.asks('cycleNumber') },
      outcomes: { again: s.positive('重新提交', 'Submit again'), abandoned: s.negative('不再申报', 'Give up') },
    }),

    // 市级推荐
    recommendationReview: s.user('推荐审核', 'Review for recommendation', {
      by: officer,
      form: { ...theApplication, ...s.shows('contactName', 'contactPhone', 'internalNoticeFrom', 'internalNoticeUntil', 'internalNoticeLeast', 'internalNoticeEnough', 'truthful'), ...s.mayGive('recommendationOpinion', 'supplementRequest', 'noticeDays') },
      outcomes: {
        recommended: s.positive('拟推荐，公示', 'To be recommended: public notice', { requires: ['recommendationOpinion', 'noticeDays'] }),
        supplement: s.neutral('退回补充', 'To be supplemented', { requires: ['supplementRequest'] }),
        declined: s.negative('不予推荐', 'Not recommended', { requires: ['recommendationOpinion'] }),
      },
      explains: text('核对申报条件和内部公示情况；对材料真实性负责', 'Check the conditions and the notice within the organisation; answer for the truth of the material'),
    }),
    supplement: s.user('补充申报材料', 'Supplement the application', {
      by: applicant, form: { ...s.shows('supplementRequest'), ...s.asks('qualityModel', 'achievements', 'results'), ...s.mayGive('honours', 'employees', 'revenue', 'parentUscc') }, outcomes: { sent: s.positive('已补充', 'Supplemented') },
    }),
    supplementOver: s.deadline('逾期未补充', 'Not supplemented in time', 'supplement', { kind: 'clock', clock: 'supplement' }),
    tellDeclined: tell('告知不予推荐', 'Tell: not recommended', ['不予推荐', 'Not recommended'], [orEmpty('recommendationOpinion'), orEmpty('recommendationOpinion')]),
    openNotice: s.service('发布推荐名单公示', 'Open the public notice', 'notice.open', {
      kind: '"award-recommendation"', titleZh: short('"拟推荐申报省政府质量奖公示：" + applicantName'), titleEn: short('"Public notice: to be recommended for the quality award: " + applicantName'),
      facts: facts(fact('申报单位', 'Applicant', 'applicantName'), fact('届次', 'Round', 'cycle'), fact('主要成绩', 'Achievements', 'results'), fact('异议要求', 'Objections', '"应当实名书面提出并附证据"')),
      amount: 'noticeDays', unit: '"working-day"',
    }, { noticeOpened: 'ok', noticeId: 'publication', noticeLastDay: 'lastDay' }),
    noticeOpen: s.choice('公示是否发布', 'Published?'),
    noticeDay: s.script('计算公示期满次日', 'Day after the notice', { noticeOverOn: dayAfter('noticeLastDay') }),
    notice: s.user('推荐公示期间', 'Public notice', {
      by: officer, form: s.shows('applicantName', 'noticeId', 'noticeLastDay', 'openObjections', 'objectionResults'), outcomes: { checked: s.neutral('核对公示和异议', 'Look at the notice and the objections') },
      explains: text('收到异议后及时核对，每件异议立案办理；期满后自动核对', 'Look as soon as an objection arrives: each becomes a case of its own. After the last day this happens by itself'),
    }),
    noticeOver: s.deadline('公示期满', 'Notice is over', 'notice', { kind: 'on', field: 'noticeOverOn' }),
    checkNotice: s.service('核对公示结果', 'Check the notice', 'notice.check', { publication: 'noticeId' }, { noticeSettled: 'settled', openObjections: 'open', upheldObjections: 'upheld' }),
    noticeState: s.choice('公示结果', 'State of the notice'),
    listObjections: s.service('列出异议', 'List the objections', 'notice.objections', { publication: 'noticeId' }, { objections: 'objections' }),
    handleObjections: s.call('办理异议', 'Handle the objections', 'award-objection', { input: objectionInput, output: objectionOutput, multi: objectionMulti }),
    recommendation: s.user('签发推荐函', 'Sign the letter of recommendation', {
      by: s.office('agency-head'), form: { ...theApplication, ...s.shows('recommendationOpinion', 'upheldObjections', 'objectionResults'), ...s.mayGive('conclusionOpinion') }, notSameAs: ['recommendationReview'],
      outcomes: { recommended: s.positive('推荐', 'Recommended'), declined: s.negative('不予推荐', 'Not recommended', { requires: ['conclusionOpinion'] }) },
    }),
    tellConclusion: tell('告知公示后不予推荐', 'Tell: not recommended', ['不予推荐', 'Not recommended'], [orEmpty('conclusionOpinion'), orEmpty('conclusionOpinion')]),
    makeLetter: s.document('制作推荐函', 'Make the letter of recommendation', 'letter', { letterNumber: 'number' }),

    // 形式审查、部门核查、资格审查、受理
    formalReview: s.user('形式审查', 'Formal review', {
      by: office, form: { ...theApplication, ...s.shows('letterNumber', 'internalNoticeFrom', 'internalNoticeUntil', 'internalNoticeEnough', 'truthful', 'recommendationOpinion'), ...s.asks('formalOpinion'), ...s.mayGive('departments', 'supplementRequest', 'returnReasons') },
      outcomes: {
        passed: s.positive('通过，征求部门意见', 'Passed: ask the departments', { requires: ['departments'] }),
        supplement: s.neutral('退回补正', 'To be supplemented', { requires: ['supplementRequest'] }),
        returned: s.negative('退回，书面说明理由', 'Returned with written reasons', { requires: ['returnReasons'] }),
      },
    }),
    formalSupplement: s.user('补正申报材料', 'Supplement after the formal review', {
      by: applicant, form: { ...s.shows('supplementRequest'), ...s.asks('qualityModel', 'achievements', 'results'), ...s.mayGive('honours', 'employees', 'revenue', 'parentUscc') }, outcomes: { sent: s.positive('已补正', 'Supplemented') },
    }),
    formalSupplementOver: s.deadline('逾期未补正', 'Not supplemented in time', 'formalSupplement', { kind: 'clock', clock: 'formalSupplement' }),
    asked: s.script('准备征求意见', 'Prepare the request', { departmentResults: 'null', seriousFindings: '0' }),
    departmentChecks: s.subProcess('部门核查', 'Checks by departments', undefined, { collection: listOf('departments'), item: 'department' }),
    ...s.within('departmentChecks', {
      departmentAsked: s.start('征求意见', 'Asked'),
      departmentCheck: s.user('部门核查意见', 'Opinion of the department', {
        by: s.pool('department'), form: { ...theApplication, ...s.asks('departmentFinding'), ...s.mayGive('departmentRemark') }, outcomes: { answered: s.neutral('反馈', 'Answered') },
        explains: text('核查近三年重大事故和违法失信情况；每个部门只答复本部门职责内的事项', 'Look for major accidents and breaches within three years; each department answers for its own field'),
      }),
      departmentNoted: s.script('汇总部门意见', 'Note the opinion', {
        departmentResults: noted('departmentResults', `(${departmentName('department')}) + "：" + (if departmentFinding = "serious" then "有重大事故或者严重违法失信" else if departmentFinding = "minor" then "有一般记录" else "未发现问题") + (if departmentRemark = null then "" else "。" + departmentRemark)`),
        seriousFindings: 'seriousFindings + (if departmentFinding = "serious" then 1 else 0)', departmentFinding: 'null', departmentRemark: 'null',
      }),
      departmentDone: s.done('已反馈', 'Answered'),
    }),
    departmentsOver: s.deadline('逾期未反馈', 'No answer in time', 'departmentChecks', { kind: 'clock', clock: 'departments' }),
    lookUp,
    assess,
    sayBars,
    eligibility: s.user('资格审查', 'Eligibility', {
      by: office, notSameAs: ['formalReview'],
      form: { ...theApplication, ...s.shows('departmentResults', 'seriousFindings', 'creditSummary', 'awardedRecently', 'breachRecently', 'banned', 'barReasons', 'formalOpinion'), ...s.asks('eligibilityOpinion'), ...s.mayGive('returnReasons') },
      outcomes: { askAgain: s.neutral('部门意见有误，重新征求意见', 'Ask the departments again'), eligible: s.positive('符合条件，建议受理', 'Eligible'), ineligible: s.negative('不符合条件，建议退回', 'Not eligible', { requires: ['returnReasons'] }) },
      explains: text(`在广东省依法设立，近${yearsWithoutFault}年无重大质量、安全、环保事故和违法失信；近${yearsAfterAward}年已获奖的（含母公司）不再参评；虚假申报的${banYears.falseDeclaration}年内、骗取奖励的${banYears.fraud}年内不受理`, `Established in Guangdong; no major accident or breach within ${yearsWithoutFault} years; not awarded within ${yearsAfterAward} years (nor the parent); not within a ban of ${banYears.falseDeclaration} or ${banYears.fraud} years`),
    }),
    makeEligibility: s.document('制作资格审查表', 'Make the table of eligibility', 'eligibility'),
    acceptance: s.user('受理审批', 'Acceptance', {
      by: head, form: { ...theApplication, ...s.shows('departmentResults', 'seriousFindings', 'awardedRecently', 'breachRecently', 'banned', 'barReasons', 'eligibilityOpinion'), ...s.mayGive('returnReasons') }, notSameAs: ['formalReview', 'eligibility'],
      outcomes: {
        accepted: s.positive('受理', 'Accepted'), refused: s.negative('不予受理，书面说明理由', 'Not accepted, with written reasons', { requires: ['returnReasons'] }), again: s.neutral('退回重新审查', 'To be examined again'),
      },
    }),
    mayAccept: s.choice('是否存在不得受理的情形', 'Anything that forbids acceptance?'),
    makeAcceptance: s.document('制作受理通知书', 'Make the acceptance', 'acceptance', { acceptanceNumber: 'number' }),
    tellAcceptance: tell('送达受理通知书', 'Send the acceptance', ['申报已受理', 'Application accepted'], ['"申报已经受理，列入受理名单，请等待公示和评审。"', '"The application is accepted and will be on the list of accepted."']),
    makeReturn: s.document('制作退回通知书', 'Make the return', 'returnNotice', { returnNumber: 'number' }),
    tellReturn: tell('送达退回通知书', 'Send the return', ['申报退回', 'Application returned'], [orEmpty('returnReasons'), orEmpty('returnReasons')]),
    returnedHow: s.choice('退回环节', 'Where it was returned'),

    // 评审：届次告知
    inReview: s.firstOf('等待材料评审结果', 'Waits for the written review'),
    isCandidate: s.message('列为候选', 'Candidate', 'award-candidate', s.mayGive('writtenScore', 'writtenRank')),
    outInReview: s.message('未入选（材料评审）', 'Not selected (written review)', 'award-out', out),
    tellCandidate: tell('告知进入答辩', 'Tell: defence', ['进入陈述答辩和现场评审', 'Defence and site visit'], ['"材料评审得分" + ' + orEmpty('writtenScore') + ' + "，进入陈述答辩和现场评审。"', '"Score of the written review: " + ' + orEmpty('writtenScore') + ' + ". Next: defence and site visit."']),
    defence: s.user('陈述答辩', 'Defence', {
      by: office, form: { ...theApplication, ...s.shows('writtenScore', 'writtenRank'), ...s.mayGive('defenceOn', 'defenceRecord') },
      outcomes: { held: s.positive('已答辩', 'Held', { requires: ['defenceOn', 'defenceRecord'] }), withdrawn: s.negative('申报单位放弃', 'The applicant gives up') },
    }),
    siteVisit: s.user('现场评审', 'Site visit', {
      by: office, form: { ...theApplication, ...s.shows('defenceOn', 'defenceRecord'), ...s.mayGive('siteVisitFrom', 'siteVisitUntil', 'siteVisitTeam', 'siteVisitReport') },
      outcomes: { done: s.positive('已完成', 'Done', { requires: ['siteVisitFrom', 'siteVisitUntil', 'siteVisitTeam', 'siteVisitReport'] }), withdrawn: s.negative('申报单位放弃', 'The applicant gives up') },
    }),
    tellWithdrawn: tell('告知放弃评审', 'Tell: gave up', ['已放弃评审', 'Gave up'], ['"已按放弃评审办结。"', '"Closed as given up."']),
    makeReport: s.document('制作评审报告', 'Make the report of the review', 'reviewReport'),
    inFinal: s.firstOf('等待综合评审结果', 'Waits for the final review'),
    toVote: s.message('提交票决', 'To the vote', 'award-vote', { ...s.asks('committee'), ...s.mayGive('finalScore', 'finalRank') }),
    outInFinal: s.message('未入选（综合评审）', 'Not selected (final review)', 'award-out', out),
    vote: s.signed('评选表彰委员会票决', 'Vote of the committee', {
      by: s.office('committee-member'), form: { ...theApplication, ...s.shows('departmentResults', 'writtenScore', 'defenceRecord', 'siteVisitReport', 'finalScore', 'finalRank') },
      outcomes: { agree: s.positive('同意', 'For'), disagree: s.negative('不同意', 'Against'), abstain: s.neutral('弃权', 'Abstain') },
      signers: { field: 'committee' }, order: 'together', rule: { kind: 'share', of: passing }, agree: 'agree', disagree: 'disagree',
      explains: text('与申报单位有利害关系的委员应当回避；全体委员三分之二以上同意为通过', 'Members with an interest are recused; two thirds of all seats must agree'),
    }),
    passedVote: s.script('票决通过', 'Passed', { voteResult: '"passed"' }),
    failedVote: s.script('票决未通过', 'Not passed', { voteResult: '"failed"' }),
    inResult: s.firstOf('等待奖励决定', 'Waits for the decision'),
    result: s.message('奖励决定', 'Decision', 'award-result', { ...s.asks('level'), ...s.mayGive('decisionNumber', 'decidedOn', 'outReason') }),
    outInResult: s.message('未入选（拟奖名单公示）', 'Not selected (list of winners)', 'award-out', out),
    byLevel: s.choice('奖励等次', 'Level'),
    makeAward: s.document('制作质量奖证书', 'Make the certificate', 'certificate', { certificateNumber: 'number' }),
    tellAward: tell('告知获奖', 'Tell: awarded', ['获广东省政府质量奖', 'Quality Award'], ['"获广东省政府质量奖，证书编号" + ' + orEmpty('certificateNumber') + ' + "。"', '"Quality Award, certificate " + ' + orEmpty('certificateNumber')]),
    makeNomination: s.document('制作提名奖证书', 'Make the certificate of nomination', 'certificate', { certificateNumber: 'number' }),
    tellNomination: tell('告知获提名奖', 'Tell: nominated', ['获广东省政府质量奖提名奖', 'Nomination'], ['"获广东省政府质量奖提名奖，证书编号" + ' + orEmpty('certificateNumber') + ' + "。"', '"Nomination, certificate " + ' + orEmpty('certificateNumber')]),
    tellOut: tell('告知未入选', 'Tell: not selected', ['未入选', 'Not selected'], [orEmpty('outReason'), orEmpty('outReason')]),

    awardedEnd: s.end('获质量奖', 'Awarded', 'awarded'),
    nominatedEnd: s.end('获提名奖', 'Nominated', 'nominated'),
    notSelectedEnd: s.end('未入选', 'Not selected', 'notSelected'),
    withdrawnEnd: s.end('放弃评审', 'Gave up', 'withdrawn'),
    notRecommendedEnd: s.end('未获推荐', 'Not recommended', 'notRecommended'),
    returnedEnd: s.end('形式审查退回', 'Returned', 'returned'),
    ineligibleEnd: s.end('不符合申报条件', 'Not eligible', 'ineligible'),
    notFiledEnd: s.end('未提交', 'Not filed', 'notFiled'),
  };
});

