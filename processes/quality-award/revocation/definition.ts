/** 撤销省政府质量奖 and the ban on applications (参照令第36号 §§36–37): verification, statement of the holder, legal review, decision, publication, credit file. */
import { field } from '../../../domain/model/builder-fields.ts';
import { describeProcess } from '../../../domain/model/builder.ts';
import type { DocumentTemplate } from '../../../domain/documents/types.ts';
import { text } from '../../../domain/text.ts';
import { chosen, fact, facts, limitSaid, listOf, long, orEmpty, short } from '../../feel.ts';
import { imprint, pair, remedies, says, sheet, signed, wide } from '../../letters.ts';
import { byGovernment, bySecretariat, paper } from '../blocks.ts';
import { government } from '../departments.ts';
import { nationalAwardMeasures as nationalRule } from '../../instruments.ts';
import { serviceWays } from '../../shared-fields.ts';
import { banYears, internal, yearsOfConduct } from '../law.ts';

const { text: line, longText, integer, date, choice, uscc, working, yesNo, region } = field;
const grounds = { fraud: ['弄虚作假骗取奖励', 'Obtained by fraud'], falseDeclaration: ['申报材料虚假（未获奖）', 'False declaration (not awarded)'], accident: ['获奖后五年内发生重大质量、安全、环保事故', 'Major accident within five years'] } as const;

const fields = {
  ground: choice('事由', 'Ground', grounds, { help: text('参照中国质量奖管理办法第三十六条、第三十七条', 'After Articles 36 and 37 of the national measures') }),
  holderName: line('单位名称', 'Holder'),
  holderUscc: uscc('统一社会信用代码', 'Credit code of the holder'),
  holderRegion: region('所在地', 'Region'),
  sourceNumber: line('申报案号', 'Case of the application'),
  factsFound: longText('线索和初步情况', 'Lead and first findings'),
  happenedOn: date('事由发生日期', 'Happened on', { past: true }),
  entries: working('奖励记录', 'Awards in the credit file'),
  entriesText: longText('奖励记录摘要', 'Awards in short'),
  awardEntry: line('拟撤销的奖励记录', 'Award to be withdrawn', { maxLength: 200 }),
  awardedOn: date('获奖日期', 'Awarded on'),
  withinFive: yesNo('获奖后五年内', 'Within five years of the award'),
  verification: longText('核查情况', 'Verification'),
  noticeText: longText('拟处理意见', 'What is intended'),
  statement: longText('陈述申辩', 'Statement of the holder'),
  legalOpinion: longText('法制审核意见', 'Legal opinion'),
  governmentOpinion: longText('审定意见', 'Opinion of the government'),
  decisionNumber: line('撤销决定文号', 'Number of the decision', { maxLength: 60 }),
  decidedOn: date('决定日期', 'Decided on'),
  servedOn: date('决定送达日期', 'Served on', { past: true }),
  serviceWay: choice('送达方式', 'Way of service', serviceWays),
  banYears: integer('不受理年限', 'Years without application'),
  banUntil: date('不受理申报至', 'No application until'),
  applicationFound: yesNo('申报案件已关联', 'Linked with the application'),
  withdrawn: yesNo('信用记录已更正', 'Credit file corrected'),
  banRecorded: yesNo('限制已记入', 'Ban recorded'),
} as const;

const groundName = chosen('ground', { fraud: '弄虚作假骗取奖励', falseDeclaration: '申报材料虚假', accident: '获奖后五年内发生重大质量、安全、环保事故' });
const holder = { kind: 'party', party: 'holder', name: 'holderName' } as const;
const what = { holderName: 'holderName', ground: groundName, facts: 'factsFound', verification: 'verification', notice: 'noticeText', statement: 'statement', legal: 'legalOpinion', caseNumber: 'case.number', silent: 'statement = null', revoked: 'awardEntry != null', banYears: 'banYears', banned: 'banYears != null', awards: 'entriesText' } as const;
const documents = {
  intent: {
    letterhead: true, sealed: true, issuer: bySecretariat, number: { word: '撤告' }, numerals: 'arabic', to: [holder], addressee: '{holderName}：', served: {}, title: text('拟处理告知书', 'Notice of what is intended'), values: { ...what, within: limitSaid('statement') },
    blocks: [says('经核查，你单位{ground}。事实：{verification:sentence}'), says('拟处理意见：{notice:sentence}'), says('你单位可以自收到本告知书之日起{within}内书面陈述申辩，逾期视为放弃。'), signed, imprint],
  },
  legalReview: {
    ...paper, issuer: bySecretariat, internal: true, title: text('法制审核意见书', 'Legal opinion'), values: what,
    blocks: [sheet([wide('单位', '{holderName}'), pair('案号', '{caseNumber}', '事由', '{ground}'), wide('核查情况', '{verification}', 4), wide('陈述申辩', '{statement}', 4), wide('审核意见', '{legal}', 4)]), signed],
  },
  decision: {
    letterhead: true, sealed: true, issuer: byGovernment, number: { word: '' }, numerals: 'arabic', to: [holder], addressee: '{holderName}：', title: text('撤销决定', 'Revocation'), heading: '广东省人民政府关于质量奖处理的决定', served: { on: 'servedOn', way: 'serviceWay' }, values: what,
    blocks: [
      says('经查，你单位{ground}。事实和依据：{verification:sentence}'), says('你单位的陈述申辩：{statement:sentence}', 'statement'), says('你单位未在规定期限内陈述申辩。', 'silent'), says('省人民政府决定：'), says('撤销授予你单位的广东省政府质量奖（提名奖），收回证书。原奖励：{awards:hanzi}。', 'revoked'), says('自本决定作出之日起{banYears}年内，不受理你单位质量奖的申报。', 'banned'), says(remedies('决定')), signed, imprint,
    ],
  },
} as const satisfies Readonly<Record<string, DocumentTemplate>>;

export const awardRevocation = describeProcess({
  key: 'award-revocation', version: 2, name: text('撤销省政府质量奖', 'Revocation of the quality award'), summary: text('骗取奖励、虚假申报、获奖后发生重大事故的核查、陈述申辩、法制审核、撤销和申报限制', 'Fraud, false declarations and accidents after the award: verification, statement, legal review, revocation, ban'),
  numberWord: '奖撤', receivedBy: ['body'],
  roles: { secretariat: text('秘书处人员', 'Secretariat'), 'agency-head': text('负责人', 'Head of the agency') },
  parties: { holder: { name: text('获奖（申报）单位', 'Holder'), usccField: 'holderUscc' } }, fields, documents,
  starters: [{ kind: 'office', role: 'secretariat' }],
  startForm: { ground: 'required', holderName: 'required', holderUscc: 'required', holderRegion: 'required', sourceNumber: 'optional', factsFound: 'required', happenedOn: 'required' },
  title: 'holderName + "质量奖撤销"',
  outcomes: { revoked: text('撤销奖励', 'Award revoked'), banned: text('不撤销，限制申报', 'Ban without revocation'), unfounded: text('查证不实', 'Unfounded') },
})
  .steps((s) => {
    const it = s.shows('ground', 'holderName', 'holderUscc', 'factsFound', 'happenedOn', 'sourceNumber', 'applicationFound', 'entriesText', 'awardedOn', 'withinFive');
    const tell = (zh: string, en: string, subject: readonly [string, string], body: string) =>
      s.service(zh, en, 'notify', { to: '"uscc:" + holderUscc', subjectZh: short(`"${subject[0]}：" + holderName`), subjectEn: short(`"${subject[1]}: " + holderName`), bodyZh: long(body), bodyEn: long(body) });
    return {
      opened: s.start('收到线索', 'Lead received'),
      named: s.choice('是否填写申报案号', 'Is the application named?'),
      linkApplication: s.service('关联申报案件', 'Link the application', 'case.link', { number: 'sourceNumber', process: '"award-application"', reason: '"奖励撤销线索"' }, { applicationFound: 'ok' }),
      findAwards: s.service('查询奖励记录', 'Find the awards', 'credit.find', { usccs: '[holderUscc]', kinds: '["award"]' }, { entries: 'entries', entriesText: 'summary' }),
      readAwards: s.script('核对获奖日期', 'When it was awarded', {
        awardEntry: `if ground = "falseDeclaration" or count(${listOf('entries')}) = 0 then null else entries[-1].id`, awardedOn: `if count(${listOf('entries')}) = 0 then null else entries[-1].decidedOn`,
      }),
      readYears: s.script('是否在五年内', 'Within five years?', { withinFive: `if awardedOn = null then null else happenedOn <= string(date(awardedOn) + duration("P${yearsOfConduct}Y"))` }),
      verify: s.user('核查', 'Verify', {
        by: s.office('secretariat'), form: { ...it, ...s.asks('verification'), ...s.mayGive('noticeText') },
        outcomes: { founded: s.negative('查证属实，告知拟处理意见', 'Founded', { requires: ['noticeText'] }), unfounded: s.positive('查证不实', 'Unfounded') },
        explains: text(`参照${nationalRule.name.zh}：虚假申报${banYears.falseDeclaration}年内不受理（第三十六条）；骗取奖励的撤销，${banYears.fraud}年内不受理；获奖后${yearsOfConduct}年内发生重大事故的撤销（第三十七条）`, `After the national measures: false declaration, no application for ${banYears.falseDeclaration} years; fraud, revoked and ${banYears.fraud} years; major accident within ${yearsOfConduct} years, revoked`),
      }),
      provable: s.choice('依据是否成立', 'Does the ground hold?'),
      makeIntent: s.document('制作拟处理告知书', 'Make the notice', 'intent'),
      statement: s.user('陈述申辩', 'Statement', { by: s.party('holder'), form: { ...s.shows('noticeText', 'verification'), ...s.mayGive('statement') }, outcomes: { stated: s.neutral('提交', 'Submitted', { requires: ['statement'] }), waived: s.neutral('放弃', 'Waived') } }),
      statementOver: s.deadline('逾期未陈述', 'Not stated in time', 'statement', { kind: 'clock', clock: 'statement' }),
      legalReview: s.user('法制审核', 'Legal review', {
        by: s.office('secretariat'), form: { ...it, ...s.shows('verification', 'noticeText', 'statement'), ...s.asks('legalOpinion') }, notSameAs: ['verify'], outcomes: { agreed: s.positive('同意', 'Agreed'), returned: s.negative('退回补充核查', 'Verify further') },
      }),
      makeLegal: s.document('制作法制审核意见书', 'Make the legal opinion', 'legalReview'),
      submission: s.user('报请决定', 'Submit', { by: s.office('agency-head'), form: { ...it, ...s.shows('verification', 'statement', 'legalOpinion') }, notSameAs: ['verify'], outcomes: { submitted: s.positive('报请省政府', 'Submitted'), returned: s.negative('退回', 'Returned') } }),
      decide: s.user('省政府决定', 'Decision', {
        by: s.officeOf('agency-head', government), form: { ...it, ...s.shows('verification', 'statement', 'legalOpinion', 'noticeText'), ...s.mayGive('governmentOpinion') }, notSameAs: ['submission'],
        outcomes: { approved: s.negative('同意处理意见', 'Approved'), unfounded: s.positive('不予处理', 'No measure', { requires: ['governmentOpinion'] }) },
      }),
      banScript: s.script('确定限制年限', 'How long the ban lasts', { banYears: `if ground = "fraud" then ${banYears.fraud} else if ground = "falseDeclaration" then ${banYears.falseDeclaration} else null` }),
      banDay: s.script('计算限制期限', 'Until when the ban lasts', { banUntil: 'if banYears = null or decidedOn = null then null else string(date(decidedOn) + duration("P" + string(banYears) + "Y"))' }),
      isRevoked: s.choice('是否撤销奖励', 'Is an award withdrawn?'),
      makeDecision: s.document('制作撤销决定', 'Make the decision', 'decision', { decisionNumber: 'number', decidedOn: 'issuedOn' }),
      serve: s.user('送达决定', 'Serve the decision', { by: s.office('secretariat'), serves: 'decision', form: { ...s.shows('decisionNumber', 'holderName'), ...s.asks('servedOn', 'serviceWay') }, outcomes: { served: s.positive('已送达', 'Served') } }),
      withdrawAward: s.service('撤销奖励记录', 'Withdraw the entry', 'credit.withdraw', { entry: 'awardEntry', why: short(`"奖励已撤销：" + ${orEmpty('decisionNumber')}`) }, { withdrawn: 'ok' }),
      isBanned: s.choice('是否限制申报', 'A ban?'),
      recordBan: s.service('记入申报限制', 'Record the ban', 'credit.record', {
        uscc: 'holderUscc', kind: '"commitment-broken"', level: '"质量奖申报限制"', titleZh: short('holderName + "质量奖申报限制"'), titleEn: short('"Ban on applications for the quality award"'), facts: facts(fact('文号', 'Number', 'decisionNumber')), decidedOn: 'if decidedOn = null then happenedOn else decidedOn', publicFrom: 'decidedOn', publicUntil: 'banUntil',
      }, { banRecorded: 'ok' }),
      publish: s.service('公布处理决定', 'Publish the decision', 'publish', {
        kind: '"award-revocation"', titleZh: short('"关于" + holderName + "质量奖处理的决定"'), titleEn: short('"Measure on the quality award: " + holderName'), facts: facts(fact('文号', 'Number', 'decisionNumber'), fact('事由', 'Ground', groundName), fact('不受理申报至', 'No application until', 'banUntil')),
      }),
      ended: s.choice('是否撤销', 'Was an award withdrawn?'),
      tellUnfounded: tell('告知不予处理', 'Tell: no measure', ['不予处理', 'No measure'], orEmpty('verification')),
      revokedEnd: s.end('撤销奖励', 'Award revoked', 'revoked'),
      bannedEnd: s.end('限制申报', 'Ban without revocation', 'banned'),
      unfoundedEnd: s.end('查证不实', 'Unfounded', 'unfounded'),
    };
  })
  .flows(({ path, byOutcome, choose, is }) => [
    path('opened', 'named'),
    choose('named', [['sourceNumber != null', 'linkApplication']], 'findAwards'),
    path('linkApplication', 'findAwards'),
    path('findAwards', 'readAwards', 'readYears', 'verify'),
    byOutcome('verify', { founded: 'provable', unfounded: 'tellUnfounded' }),
    // Without an award there is none to revoke, and what happened later than five years after it is no ground.
    choose('provable', [['ground = "falseDeclaration" or (awardEntry != null and (ground = "fraud" or withinFive = true))', 'makeIntent']], 'verify'),
    path('makeIntent', 'statement', 'legalReview'),
    path('statementOver', 'legalReview'),
    byOutcome('legalReview', { agreed: 'makeLegal', returned: 'verify' }),
    path('makeLegal', 'submission'),
    byOutcome('submission', { submitted: 'decide', returned: 'legalReview' }),
    byOutcome('decide', { approved: 'banScript', unfounded: 'tellUnfounded' }),
    path('banScript', 'makeDecision', 'banDay', 'serve', 'isRevoked'),
    choose('isRevoked', [['awardEntry != null', 'withdrawAward']], 'isBanned'),
    path('withdrawAward', 'isBanned'),
    choose('isBanned', [['banUntil != null', 'recordBan']], 'publish'),
    path('recordBan', 'publish', 'ended'),
    choose('ended', [[is('ground', 'falseDeclaration'), 'bannedEnd']], 'revokedEnd'),
    path('tellUnfounded', 'unfoundedEnd'),
  ])
  .clocks(({ clock, entered, completed, office, officeOf, party }) => ({
    verification: clock('核查', 'Verification', { duty: office('secretariat'), rules: [internal.verification], start: [entered('verify')], stop: [completed('verify')], breach: 'record' }),
    statement: clock('陈述申辩', 'Statement', { duty: party('holder'), rules: [internal.statement], start: [entered('statement')], stop: [completed('statement')], breach: 'lapse' }),
    approval: clock('省政府决定', 'Decision of the government', { duty: officeOf('agency-head', government), rules: [internal.approval], start: [entered('decide')], stop: [completed('decide')], breach: 'record' }),
    revocation: clock('撤销办结', 'Close the revocation', { duty: office('secretariat'), rules: [internal.revocation], start: [completed('opened')], stop: [completed('publish'), completed('tellUnfounded')], breach: 'record' }),
  }));
