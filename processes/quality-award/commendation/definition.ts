/** 国家级质量奖励和督查激励的通报表扬 (plan measure 十八): who has won a national award, or was named by the State Council's inspection, is commended by the province. No day and no form was found in law. */
import { field } from '../../../domain/model/builder-fields.ts';
import { describeProcess } from '../../../domain/model/builder.ts';
import type { DocumentTemplate } from '../../../domain/documents/types.ts';
import { text } from '../../../domain/text.ts';
import { chosen, fact, facts, long, noted, short } from '../../feel.ts';
import { imprint, says, signed } from '../../letters.ts';
import { byGovernment } from '../blocks.ts';
import { askedDepartments, departmentName, government } from '../departments.ts';
import { internal } from '../law.ts';

const { text: line, longText, date, choice, choices, uscc, integer, region } = field;
const honours = { chinaAward: ['中国质量奖', 'China Quality Award'], chinaNomination: ['中国质量奖提名奖', 'Nomination for the China Quality Award'], standardAward: ['中国标准创新贡献奖', 'China Standard Innovation Contribution Award'], inspection: ['国务院督查激励', 'Commended by the inspection of the State Council'], other: ['其他国家级质量奖励', 'Another national award'] } as const;
const names = { chinaAward: '中国质量奖', chinaNomination: '中国质量奖提名奖', standardAward: '中国标准创新贡献奖', inspection: '国务院督查激励', other: '国家级质量奖励' };
/** 受表扬的地方、单位和人员 (measure 十八). */
const recipients = { organisation: ['单位', 'Organisation'], place: ['地方', 'Place'], person: ['人员', 'Person'] } as const;
const shown = 'if recipientKind = "person" and personName != null then personName + "（" + recipientName + "）" else recipientName';
/** As a title says it. */
const titled = 'if recipientKind = "person" and personName != null then personName + "同志" else recipientName';
const fields = {
  recipientKind: choice('表扬对象', 'Who is commended', recipients),
  personName: line('姓名', 'Name of the person', { maxLength: 50, help: text('表扬人员的填写；通报向社会公布', 'For a person; the commendation is public') }),
  honour: choice('国家级奖励', 'National honour', honours),
  honourName: line('奖励名称', 'Name of the honour'),
  recipientName: line('单位名称', 'Recipient', { help: text('地方填写当地人民政府，人员填写其所在单位', 'For a place its government, for a person the employer') }),
  recipientUscc: uscc('统一社会信用代码', 'Credit code of the recipient'),
  recipientRegion: region('所在地', 'Region'),
  awardedOn: date('奖励日期', 'Awarded on', { past: true }),
  awardedBy: line('奖励文件', 'Instrument of the award', { maxLength: 300 }),
  merits: longText('主要事迹', 'Merits'),
  departments: choices('征求意见的部门', 'Departments asked', askedDepartments),
  departmentFinding: choice('核查结果', 'Finding', { none: ['无意见', 'No objection'], against: ['不宜通报表扬', 'Should not be commended'] }),
  departmentRemark: longText('说明', 'Remarks'),
  departmentResults: longText('各部门意见', 'Opinions'),
  against: integer('不同意（个）', 'Against'),
  proposal: longText('通报表扬建议', 'Proposal'),
  refusalReasons: longText('不予通报表扬的理由', 'Reasons'),
  decisionNumber: line('通报文号', 'Number of the commendation', { maxLength: 60 }),
  decidedOn: date('通报日期', 'Decided on'),
} as const;
const documents = {
  commendation: {
    letterhead: true, sealed: true, issuer: byGovernment, number: { word: '' }, numerals: 'arabic', title: text('通报', 'Commendation'), heading: '广东省人民政府\n关于表扬{titled}的通报', addressee: '各地级以上市人民政府，省政府各部门、各直属机构：',
    to: [{ kind: 'party', party: 'recipient', name: 'addressed' }], values: { name: shown, titled, addressed: 'recipientName', honour: chosen('honour', names), honourName: 'honourName', on: 'awardedOn', by: 'awardedBy', merits: 'merits' },
    blocks: [says('{on:date}，{name}获{honour}（{honourName}，{by}）。{merits:sentence}'), says('为弘扬先进，省人民政府决定对{name}予以通报表扬。希望各地、各部门、各单位学习先进，推动质量强省建设。'), signed, imprint],
  },
} as const satisfies Readonly<Record<string, DocumentTemplate>>;

export const commendation = describeProcess({
  key: 'commendation', version: 2, name: text('通报表扬', 'Commendation of national awards'), summary: text('国家级质量奖励和督查激励：登记、核实、征求部门意见、审定、通报、记入信用档案', 'National awards and commended inspections: registration, verification, departments, decision, publication, credit file'),
  numberWord: '奖表', receivedBy: ['body'],
  roles: { secretariat: text('秘书处人员', 'Secretariat'), 'agency-head': text('负责人', 'Head of the agency'), officer: text('承办人', 'Case officer') },
  parties: { recipient: { name: text('受表扬单位', 'Recipient'), usccField: 'recipientUscc' } }, fields, documents,
  starters: [{ kind: 'office', role: 'secretariat' }],
  startForm: { recipientKind: 'required', personName: 'optional', honour: 'required', honourName: 'required', recipientName: 'required', recipientUscc: 'required', recipientRegion: 'required', awardedOn: 'required', awardedBy: 'required', merits: 'required' },
  title: `(${shown}) + "通报表扬"`, outcomes: { commended: text('已通报表扬', 'Commended'), refused: text('不予通报表扬', 'Not commended') },
})
  .steps((s) => {
    const it = s.shows('recipientKind', 'honour', 'honourName', 'recipientName', 'recipientUscc', 'recipientRegion', 'awardedOn', 'awardedBy', 'merits');
    return {
      registered: s.start('登记国家级奖励', 'Registered'),
      verify: s.user('核实奖励', 'Verify the honour', {
        by: s.office('secretariat'), form: { ...it, ...s.mayGive('personName', 'departments', 'refusalReasons') }, outcomes: { verified: s.positive('属实，征求部门意见', 'Verified: ask the departments', { requires: ['departments'] }), wrong: s.negative('不属实或者不符合', 'Not verified', { requires: ['refusalReasons'] }) },
      }),
      hasName: s.choice('表扬人员是否填写姓名', 'Is the person named?'),
      asked: s.script('准备征求意见', 'Prepare the request', { departmentResults: 'null', against: '0' }),
      checks: s.subProcess('征求部门意见', 'Departments are asked', undefined, { collection: 'if departments = null then [] else departments', item: 'department' }),
      ...s.within('checks', {
        checkBegin: s.start('征求意见', 'Asked'),
        check: s.user('部门意见', 'Opinion of the department', { by: s.pool('department'), form: { ...it, ...s.shows('personName'), ...s.asks('departmentFinding'), ...s.mayGive('departmentRemark') }, outcomes: { answered: s.neutral('反馈', 'Answered') } }),
        checkNoted: s.script('汇总部门意见', 'Note the opinion', {
        departmentResults: noted('departmentResults', `(${departmentName('department')}) + "：" + (if departmentFinding = "against" then "不宜通报表扬" else "无意见") + (if departmentRemark = null then "" else "。" + departmentRemark)`),
        against: 'against + (if departmentFinding = "against" then 1 else 0)', departmentFinding: 'null', departmentRemark: 'null',
        }),
        checkEnd: s.done('已反馈', 'Answered'),
      }),
      propose: s.user('提出建议', 'Propose', { by: s.office('secretariat'), form: { ...it, ...s.shows('personName', 'departmentResults', 'against'), ...s.mayGive('proposal', 'refusalReasons') }, outcomes: { commend: s.positive('建议通报表扬', 'To be commended', { requires: ['proposal'] }), refuse: s.negative('建议不予通报表扬', 'Not to be commended', { requires: ['refusalReasons'] }) } }),
      approve: s.user('审核', 'Review', { by: s.office('agency-head'), form: { ...it, ...s.shows('personName', 'departmentResults', 'against', 'proposal') }, notSameAs: ['propose'], outcomes: { agreed: s.positive('报省政府', 'To the government'), returned: s.negative('退回', 'Returned') } }),
      decide: s.user('省政府审定', 'Decision', { by: s.officeOf('agency-head', government), form: { ...it, ...s.shows('personName', 'departmentResults', 'proposal'), ...s.mayGive('refusalReasons') }, outcomes: { approved: s.positive('同意通报表扬', 'Commended'), refused: s.negative('不予通报表扬', 'Not commended', { requires: ['refusalReasons'] }) } }),
      make: s.document('制作通报', 'Make the commendation', 'commendation', { decisionNumber: 'number', decidedOn: 'issuedOn' }),
      publish: s.service('公布通报', 'Publish', 'publish', { kind: '"commendation"', titleZh: short(`"关于表扬" + (${shown}) + "的通报"`), titleEn: short(`"Commended: " + (${shown})`), facts: facts(fact('文号', 'Number', 'decisionNumber'), fact('国家级奖励', 'National honour', 'honourName'), fact('事迹', 'Merits', 'merits')) }),
      record: s.service('记入质量信用档案', 'Record in the credit file', 'credit.record', {
        uscc: 'recipientUscc', kind: '"commendation"', level: 'honourName', titleZh: short(`"通报表扬：" + (${chosen('honour', names)}) + (if recipientKind = "person" then "（" + (${shown}) + "）" else "")`), titleEn: short('"Commended by the province"'), facts: facts(fact('文号', 'Number', 'decisionNumber')), decidedOn: 'if decidedOn = null then awardedOn else decidedOn', publicFrom: 'decidedOn', publicUntil: 'null',
      }),
      tell: s.service('告知通报表扬', 'Tell: commended', 'notify', { to: '"uscc:" + recipientUscc', subjectZh: short('"通报表扬：" + recipientName'), subjectEn: short('"Commended: " + recipientName'), bodyZh: long('merits'), bodyEn: long('merits') }),
      commendedEnd: s.end('已通报表扬', 'Commended', 'commended'),
      refusedEnd: s.end('不予通报表扬', 'Not commended', 'refused'),
    };
  })
  .flows(({ path, byOutcome, choose }) => [
    path('registered', 'verify'),
    byOutcome('verify', { verified: 'hasName', wrong: 'refusedEnd' }),
    choose('hasName', [['recipientKind = "person" and personName = null', 'verify']], 'asked'),
    path('asked', 'checks', 'propose'),
    path('checkBegin', 'check', 'checkNoted', 'checkEnd'),
    byOutcome('propose', { commend: 'approve', refuse: 'refusedEnd' }),
    byOutcome('approve', { agreed: 'decide', returned: 'propose' }),
    byOutcome('decide', { approved: 'make', refused: 'refusedEnd' }),
    path('make', 'publish', 'record', 'tell', 'commendedEnd'),
  ])
  .clocks(({ clock, completed, office }) => ({
    commendation: clock('通报表扬办结', 'Close the commendation', { duty: office('secretariat'), rules: [internal.commendation], start: [completed('registered')], stop: [completed('tell'), completed('verify', 'wrong'), completed('propose', 'refuse'), completed('decide', 'refused')], breach: 'record' }),
  }));
