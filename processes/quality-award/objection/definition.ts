/** 质量奖公示异议: one objection to a public notice. Written receipt, examined, answered in writing. Opened by the case whose notice it is about, or taken in on paper. */
import { field } from '../../../domain/model/builder-fields.ts';
import { describeProcess } from '../../../domain/model/builder.ts';
import type { DocumentTemplate } from '../../../domain/documents/types.ts';
import { text } from '../../../domain/text.ts';
import { imprint, pair, says, sheet, signed, wide } from '../../letters.ts';
import { byHandling, paper } from '../blocks.ts';
import { secretariat } from '../departments.ts';
import { nationalAwardMeasures as nationalRule } from '../../instruments.ts';
import { internal } from '../law.ts';

const { text: line, longText, date, choice, yesNo } = field;
/** Whoever handles the case whose notice it is: the secretariat, or the officer of a prefecture. */
const handler = `if case.agency = "${secretariat}" then "secretariat@${secretariat}" else "officer@" + case.agency`;

const fields = {
  sourceNumber: line('公示所属案号', 'Case of the notice'),
  noticeName: line('公示事项', 'Notice', { maxLength: 500 }),
  objectionId: field.id('网上异议编号', 'Number of the objection', 'objection', { help: text('网上提出的异议由系统填写；书面提出的不填', 'Filled in by the system where it was filed online') }),
  sourceFound: yesNo('公示案件已关联', 'Linked with the case of the notice'),
  objectorName: line('异议人', 'Objector', { personal: true, maxLength: 100 }),
  objectorContact: line('联系方式', 'Contact', { personal: true, maxLength: 100 }),
  grounds: longText('异议事项、理由和证据', 'What is objected to, grounds and evidence', { maxLength: 6000 }),
  filedOn: date('收到异议日期', 'Received on', { past: true, help: text('受理审查时限自次日起算', 'The time to examine it runs from the next day') }),
  refusalGround: choice('不予受理情形', 'Why it is not taken up', { anonymous: ['未实名', 'Not under one’s own name'], evidence: ['未提供证据或者线索', 'No evidence'], late: ['超过公示期', 'After the notice'], scope: ['与公示事项无关', 'Not about the notice'] }),
  acceptanceOpinion: longText('受理审查意见', 'Opinion on taking it up'),
  receiptNumber: line('异议受理凭证编号', 'Number of the receipt', { maxLength: 60 }),
  findings: longText('核查情况', 'Findings'),
  reply: longText('答复内容', 'Answer'),
  answerNumber: line('答复文号', 'Number of the answer', { maxLength: 60 }),
} as const;

const objector = { to: [{ kind: 'other', name: 'objector' }], addressee: '{objector}：', letterhead: true, sealed: true, issuer: byHandling, numerals: 'arabic' } as const;
const what = { objector: 'objectorName', notice: 'noticeName', source: 'sourceNumber', filedOn: 'filedOn', grounds: 'grounds', caseNumber: 'case.number', opinion: 'acceptanceOpinion', reply: 'reply' } as const;
const documents = {
  registration: {
    ...paper, issuer: byHandling, internal: true, title: text('异议登记表', 'Registration of the objection'), values: { ...what, contact: 'objectorContact' },
    blocks: [sheet([wide('公示事项', '{notice:hanzi}（{source}）'), pair('异议人', '{objector}', '联系方式', '{contact}'), wide('收到日期', '{filedOn:date}'), wide('异议事项、理由和证据', '{grounds}', 6)]), signed],
  },
  receipt: {
    ...objector, title: text('异议受理凭证', 'Receipt of the objection'), number: { word: '异受' }, values: what,
    blocks: [says('你于{filedOn:date}对“{notice:hanzi}”的公示提出的异议收悉。经审查，予以受理，案号{caseNumber}。'), says('异议核查结果将书面告知。异议人的身份信息依法予以保密。'), signed, imprint],
  },
  refusal: {
    ...objector, title: text('异议不予受理告知书', 'The objection is not taken up'), number: { word: '异不' },
    values: { ...what, ground: 'if refusalGround = "anonymous" then "未实名提出" else if refusalGround = "evidence" then "未提供证据或者线索" else if refusalGround = "late" then "超过公示期" else "与公示事项无关"' },
    blocks: [says('你于{filedOn:date}对“{notice:hanzi}”的公示提出的异议收悉。经审查，该异议{ground}，不予受理。'), says('说明：{opinion:sentence}', 'opinion'), signed, imprint],
  },
  answer: {
    ...objector, title: text('异议答复书', 'Answer to the objection'), number: { word: '异复' }, values: { ...what, upheld: 'outcome.answer = "upheld"', rejected: 'outcome.answer = "rejected"' },
    blocks: [says('你于{filedOn:date}对“{notice:hanzi}”的公示提出的异议（案号{caseNumber}），经核查：'), says('异议成立。', 'upheld'), says('异议不成立。', 'rejected'), says('{reply:sentence}'), signed, imprint],
  },
} as const satisfies Readonly<Record<string, DocumentTemplate>>;

export const awardObjection = describeProcess({
  key: 'award-objection', version: 2, name: text('质量奖公示异议处理', 'Objection to a notice of the quality award'),
  summary: text('收到公示异议后的受理审查、核查、书面答复', 'Taking up, examination and written answer of an objection'),
  numberWord: '奖异', receivedBy: ['market', 'body'],
  roles: { officer: text('承办人', 'Case officer'), secretariat: text('秘书处人员', 'Secretariat'), 'agency-head': text('负责人', 'Head of the agency') },
  parties: {}, fields, documents,
  starters: [{ kind: 'office', role: 'secretariat' }, { kind: 'office', role: 'officer' }],
  startForm: { sourceNumber: 'required', noticeName: 'required', objectionId: 'optional', objectorName: 'required', objectorContact: 'required', grounds: 'required', filedOn: 'required' },
  title: '"异议：" + noticeName',
  outcomes: { upheld: text('异议成立', 'Upheld'), rejected: text('异议不成立', 'Rejected'), refused: text('不予受理', 'Not taken up') },
})
  .steps((s) => {
    const it = s.shows('noticeName', 'sourceNumber', 'sourceFound', 'objectorName', 'objectorContact', 'grounds', 'filedOn');
    const answered = (zh: string, en: string, decision: string) => s.service(zh, en, 'objection.answer', { objection: 'objectionId', decision: `"${decision}"`, reply: 'if reply = null then acceptanceOpinion else reply' });
    return {
      received: s.start('收到异议', 'Received'),
      onPaper: s.choice('是否书面提出', 'On paper?'),
      linkRound: s.service('关联公示所属届次', 'Link the round', 'case.link', { number: 'sourceNumber', process: '"quality-award"', reason: '"公示异议"' }, { sourceFound: 'ok' }),
      ofRound: s.choice('是否届次的公示', 'A notice of the round?'),
      linkApplication: s.service('关联公示所属申报', 'Link the application', 'case.link', { number: 'sourceNumber', process: '"award-application"', reason: '"公示异议"' }, { sourceFound: 'ok' }),
      register: s.document('制作异议登记表', 'Make the registration', 'registration'),
      acceptance: s.user('受理审查', 'Take it up', {
        by: s.pool(handler), form: { ...it, ...s.asks('acceptanceOpinion'), ...s.mayGive('refusalGround') },
        outcomes: { accepted: s.positive('受理，出具书面凭证', 'Taken up, with a written receipt'), refused: s.negative('不予受理', 'Not taken up', { requires: ['refusalGround'] }) },
        explains: text(`实名提出并附证据的予以受理；受理应当出具书面凭证（参照${nationalRule.name.zh}第二十五条）`, 'Taken up where it is made under one’s own name with evidence; a written receipt is issued (after Article 25 of the national measures)'),
      }),
      makeReceipt: s.document('制作异议受理凭证', 'Make the receipt', 'receipt', { receiptNumber: 'number' }),
      examination: s.user('核查异议', 'Examine the objection', {
        by: s.pool(handler), form: { ...it, ...s.shows('acceptanceOpinion'), ...s.asks('findings', 'reply') },
        outcomes: { proposed: s.positive('提出答复意见', 'Answer proposed') },
        explains: text('与申报单位或者异议人有利害关系的应当回避；对异议人信息保密', 'Whoever has an interest is recused; the objector’s identity is kept secret'),
      }),
      answer: s.user('审批答复', 'Decide the answer', {
        by: s.office('agency-head'), form: { ...it, ...s.shows('findings'), ...s.asks('reply') }, notSameAs: ['examination'],
        outcomes: { upheld: s.negative('异议成立', 'Upheld'), rejected: s.positive('异议不成立', 'Rejected'), returned: s.neutral('退回补充核查', 'Examine further') },
      }),
      makeUpheld: s.document('制作异议答复书（成立）', 'Make the answer (upheld)', 'answer', { answerNumber: 'number' }),
      makeRejected: s.document('制作异议答复书（不成立）', 'Make the answer (rejected)', 'answer', { answerNumber: 'number' }),
      makeRefusal: s.document('制作不予受理告知书', 'Make the refusal', 'refusal', { answerNumber: 'number' }),
      upheldOnline: s.choice('是否网上提出', 'Filed online?'), rejectedOnline: s.choice('是否网上提出（不成立）', 'Filed online (rejected)?'), refusedOnline: s.choice('是否网上提出（不予受理）', 'Filed online (not taken up)?'),
      tellUpheld: answered('网上答复：成立', 'Answer online: upheld', 'upheld'),
      tellRejected: answered('网上答复：不成立', 'Answer online: rejected', 'rejected'),
      tellRefused: answered('网上答复：不予受理', 'Answer online: not taken up', 'refused'),
      upheldEnd: s.end('异议成立', 'Upheld', 'upheld'),
      rejectedEnd: s.end('异议不成立', 'Rejected', 'rejected'),
      refusedEnd: s.end('不予受理', 'Not taken up', 'refused'),
    };
  })
  .flows(({ path, byOutcome, choose }) => [
    path('received', 'onPaper'),
    // Filed online, the case of the notice has opened it.
    choose('onPaper', [['objectionId != null', 'register']], 'linkRound'),
    path('linkRound', 'ofRound'),
    choose('ofRound', [['sourceFound = true', 'register']], 'linkApplication'),
    path('linkApplication', 'register', 'acceptance'),
    byOutcome('acceptance', { accepted: 'makeReceipt', refused: 'makeRefusal' }),
    path('makeReceipt', 'examination', 'answer'),
    byOutcome('answer', { upheld: 'makeUpheld', rejected: 'makeRejected', returned: 'examination' }),
    path('makeUpheld', 'upheldOnline'),
    choose('upheldOnline', [['objectionId != null', 'tellUpheld']], 'upheldEnd'),
    path('tellUpheld', 'upheldEnd'),
    path('makeRejected', 'rejectedOnline'),
    choose('rejectedOnline', [['objectionId != null', 'tellRejected']], 'rejectedEnd'),
    path('tellRejected', 'rejectedEnd'),
    path('makeRefusal', 'refusedOnline'),
    choose('refusedOnline', [['objectionId != null', 'tellRefused']], 'refusedEnd'),
    path('tellRefused', 'refusedEnd'),
  ])
  .clocks(({ clock, entered, completed, pool }) => ({
    objection: clock('异议受理审查', 'Take the objection up', { duty: pool(handler), startsFrom: 'filedOn', rules: [internal.objection], start: [completed('received'), entered('acceptance')], stop: [completed('acceptance')] }),
    answer: clock('核查和书面答复', 'Examination and written answer', { duty: pool(handler), rules: [internal.answer], start: [completed('acceptance', 'accepted')], stop: [completed('answer', 'upheld'), completed('answer', 'rejected')], breach: 'record' }),
  }));
