/** 协助调查 (程序规定 §45, 广东省市场监管条例 §42): what another agency is asked to find out. A case of its own there, with its own fifteen working days. */
import { internalTarget, under, workingDays } from '../../domain/model/builder-clocks.ts';
import { field } from '../../domain/model/builder-fields.ts';
import { describeProcess } from '../../domain/model/builder.ts';
import { text } from '../../domain/text.ts';
import { noticeAbout } from '../feel.ts';
import { penaltyProcedure as procedure } from '../instruments.ts';
import { decision, says, signed } from '../letters.ts';

const { text: line, longText, integer } = field;

const assistance = describeProcess({
  key: 'investigation-assistance',
  version: 3,
  name: text('协助调查', 'Assistance in an investigation'),
  summary: text('受其他市场监督管理部门请求，对有关事项进行调查并答复', 'At the request of another regulator: to find out and to answer'),
  numberWord: '协查',
  roles: { officer: text('承办人', 'Case officer'), 'section-head': text('审核人', 'Section head') },
  parties: {},
  fields: {
    sourceNumber: line('请求机关案号', 'Number of the case there', { maxLength: 100 }),
    letterNumber: line('协助调查函文号', 'Number of the letter', { maxLength: 60 }),
    requestingAgency: line('请求机关', 'Requested by'),
    subjectName: line('当事人名称（姓名）', 'Name of the subject'),
    assistanceRequest: longText('请求协助的事项', 'What is asked'),
    delayReasons: longText('需要延期的理由', 'Why more time is needed'),
    delayDays: integer('延长的期限（日）', 'Days more', { min: 1, max: 365 }),
    delayOpinion: longText('延期审核意见', 'Opinion on the delay'),
    delayNumber: line('延期告知函文号', 'Number of the letter on the delay', { maxLength: 60 }),
    assistanceReply: longText('协助调查结果', 'Answer'),
    returnReasons: longText('退回意见', 'Why it is returned'),
    replyNumber: line('复函文号', 'Number of the answer', { maxLength: 60 }),
  },
  documents: {
    delay: {
      ...decision, title: text('延期协助调查告知函', 'More time is needed'), number: { word: '协延' }, to: [{ kind: 'agency', agency: { kind: 'data', field: 'requestingAgency' }, name: 'requesting' }],
      values: { requesting: 'null', letter: 'if letterNumber = null then sourceNumber else letterNumber', subject: 'subjectName', reasons: 'delayReasons', days: 'delayDays' },
      addressee: '{requesting}：', blocks: [says('你局来函（{letter}）请求协助调查{subject}的有关事项。因{reasons}，不能在十五个工作日内完成，需要延长{days}日。根据《市场监督管理行政处罚程序规定》第四十五条的规定，特此告知。'), signed],
    },
    reply: {
      ...decision, title: text('协助调查复函', 'Answer to a request for assistance'), number: { word: '协复' }, to: [{ kind: 'agency', agency: { kind: 'data', field: 'requestingAgency' }, name: 'requesting' }],
      values: { requesting: 'null', letter: 'if letterNumber = null then sourceNumber else letterNumber', subject: 'subjectName', request: 'assistanceRequest', reply: 'assistanceReply' },
      addressee: '{requesting}：', blocks: [says('你局来函（{letter}）收悉。关于{subject}的下列事项：'), says('{request:sentence}'), says('经调查，现函复如下：'), says('{reply:sentence}'), signed],
    },
  },
  starters: [{ kind: 'office', role: 'officer' }],
  startForm: { sourceNumber: 'required', letterNumber: 'optional', requestingAgency: 'required', subjectName: 'required', assistanceRequest: 'required' },
  title: '"协助调查：" + subjectName',
  outcomes: { answered: text('已协助并答复', 'Answered'), unable: text('无法协助，已说明理由', 'Unable, with reasons') },
});

export const investigationAssistance = assistance
  .steps((s) => {
    const matter = s.shows('sourceNumber', 'letterNumber', 'requestingAgency', 'subjectName', 'assistanceRequest');
    return {
      received: s.start('接到协助调查函', 'Letter received'),
      investigate: s.user('协助调查', 'Investigate', {
        by: s.office('officer'), form: { ...matter, ...s.shows('returnReasons', 'delayOpinion', 'delayNumber'), ...s.mayGive('assistanceReply', 'delayReasons', 'delayDays') },
        outcomes: { answered: s.positive('已查清，拟复', 'Found out', { requires: ['assistanceReply'] }), delay: s.neutral('需要延期，告知请求机关', 'More time: tell who asked', { requires: ['delayReasons', 'delayDays'] }), unable: s.negative('无法协助，说明理由', 'Unable', { requires: ['assistanceReply'] }) },
        explains: text('自接到协助调查函之日起十五个工作日内完成；需要延期的，期满前告知请求机关（程序规定§45）', 'Within fifteen working days; who needs longer says so before they are over (§45)'),
      }),
      delayApproval: s.user('审核延期', 'Approve the delay', {
        by: s.office('section-head'), notSameAs: ['investigate'], form: { ...matter, ...s.shows('delayReasons', 'delayDays'), ...s.mayGive('delayOpinion') },
        outcomes: { approved: s.positive('同意延期并告知', 'Approved'), refused: s.negative('不同意，按期完成', 'Refused: in time', { requires: ['delayOpinion'] }) },
        explains: text('应当在期限届满前告知提出协查请求的机关（程序规定§45）；期限届满的不能再延', 'Who asked is told before the time is over (§45); afterwards it cannot be extended'),
      }),
      makeDelay: s.document('制作延期协助调查告知函', 'Make the letter on the delay', 'delay', { delayNumber: 'number' }),
      tellDelay: s.service('告知请求机关延期', 'Tell who asked', 'notify', noticeAbout('subjectName', '"officer@" + requestingAgency', ['协助调查需要延期', 'Assistance: more time is needed'], ['delayReasons', 'delayReasons'])),
      approve: s.user('审核复函', 'Approve the answer', {
        by: s.office('section-head'), notSameAs: ['investigate'], form: { ...matter, ...s.shows('assistanceReply'), ...s.mayGive('returnReasons') },
        outcomes: { approved: s.positive('同意', 'Approved'), returned: s.negative('退回', 'Returned', { requires: ['returnReasons'] }) },
      }),
      make: s.document('制作协助调查复函', 'Make the answer', 'reply', { replyNumber: 'number' }),
      whether: s.choice('是否协助', 'Could it be answered?'),
      answeredEnd: s.end('已答复', 'Answered', 'answered'),
      unableEnd: s.end('无法协助', 'Unable', 'unable'),
    };
  })
  .flows(({ path, byOutcome, choose, outcome }) => [
    path('received', 'investigate'), byOutcome('investigate', { answered: 'approve', unable: 'approve', delay: 'delayApproval' }), byOutcome('delayApproval', { approved: 'makeDelay', refused: 'investigate' }), path('makeDelay', 'tellDelay', 'investigate'),
    byOutcome('approve', { approved: 'make', returned: 'investigate' }), path('make', 'whether'), choose('whether', [[outcome('investigate', 'unable'), 'unableEnd']], 'answeredEnd'),
  ])
  .clocks(({ clock, entered, completed, office }) => ({
    assistance: clock('协助调查', 'Assist', {
      duty: office('officer'), rules: [workingDays(15, under(procedure, '§45'))], start: [entered('investigate')], stop: [completed('approve', 'approved')],
      extensions: [{
        name: text('期满前告知请求机关延期', 'More time, told before it is over'), budget: null, approver: office('section-head'), basis: under(procedure, '§45'),
        decided: { asked: completed('investigate', 'delay'), granted: completed('delayApproval', 'approved'), days: 'delayDays', reasons: 'delayReasons' },
      }],
    }),
    approval: clock('审核复函', 'Approve the answer', { duty: office('section-head'), rules: [workingDays(2, internalTarget)], start: [entered('approve')], stop: [completed('approve')], breach: 'record' }),
  }));
