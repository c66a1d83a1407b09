/**
 * 投诉升级督办: repeated complaints against one enterprise, or what concerns many consumers, before the agency above. It sees how many there are and
 * what they are about, and nothing of who complains. Leads to 约谈 and to 消费民事公益诉讼 by the consumer council (消保法 §47, 实施条例 §41).
 */
import { field } from '../../domain/model/builder-fields.ts';
import { describeProcess } from '../../domain/model/builder.ts';
import { text } from '../../domain/text.ts';
import { internal } from '../complaint/law.ts';
import { noticeAbout } from '../feel.ts';
import { documents } from './documents.ts';

const head = describeProcess({
  key: 'complaint-escalation', version: 2,
  name: text('投诉升级督办', 'Escalated complaints'),
  summary: text('同一经营者被反复投诉，或者涉及众多消费者的，报上一级研判：约谈、建议提起公益诉讼、挂牌督办', 'Repeated complaints against one enterprise go to the agency above: interview, public interest action, special supervision'),
  numberWord: '督',
  roles: { officer: text('承办人', 'Case officer'), 'agency-head': text('负责人', 'Head of the agency') },
  parties: { subject: { name: text('被投诉经营者', 'Enterprise complained of'), usccField: 'subjectUscc' } },
  fields: {
    sourceNumber: field.text('来源案号', 'Number of the case it comes from'),
    sourceAgency: field.id('报送机关', 'Agency that escalates', 'agency'),
    subjectName: field.text('经营者名称', 'Enterprise'),
    subjectUscc: field.uscc('统一社会信用代码', 'Credit code'),
    subjectRegion: field.region('所在地', 'Region'),
    complaintCount: field.integer('近九十日投诉（件）', 'Complaints within ninety days'),
    matter: field.longText('反映的主要问题', 'What they are about', { help: text('不填写投诉人的个人信息', 'No personal data of who complains') }),
    proposals: field.choices('建议措施', 'Proposed', { interview: ['约谈', 'Interview'], publicInterest: ['公益诉讼', 'Public interest action'], supervision: ['挂牌督办', 'Special supervision'] }),
    opinion: field.longText('研判意见', 'Opinion'),
    interviewOn: field.date('约谈日期', 'Interview on', { past: true }),
    interviewPlace: field.text('约谈地点', 'Place of the interview'),
    interviewPeople: field.text('约谈人员', 'Who was interviewed', { personal: true }),
    interviewRecord: field.longText('约谈记录', 'Record of the interview'),
    correctionDemands: field.longText('整改要求', 'What is to be corrected'),
    correctionDueOn: field.date('整改期限', 'To be corrected by'),
    correctionOverdueOn: field.date('整改逾期之日', 'Overdue from'),
    correctionReport: field.longText('整改情况', 'What was corrected'),
    checkOpinion: field.longText('复核意见', 'Opinion of the check'),
    decisionReasons: field.longText('决定理由', 'Grounds of the decision'),
    suggestion: field.longText('公益诉讼建议内容', 'What is suggested to the consumer council'),
  },
  documents,
  starters: [{ kind: 'office', role: 'officer' }],
  startForm: { sourceNumber: 'optional', sourceAgency: 'optional', subjectName: 'required', subjectUscc: 'required', subjectRegion: 'required', complaintCount: 'required', matter: 'required', proposals: 'optional' },
  title: '"投诉升级：" + subjectName',
  outcomes: {
    corrected: text('约谈后完成整改', 'Corrected after the interview'), supervised: text('挂牌督办，交办下级', 'Under special supervision'),
    suggested: text('已建议提起公益诉讼', 'Public interest action suggested'), noAction: text('无需进一步措施', 'No further measures'),
  },
});

export const complaintEscalation = head
  .steps((s) => {
    const matter = s.shows('sourceNumber', 'sourceAgency', 'subjectName', 'subjectUscc', 'complaintCount', 'matter', 'proposals');
    const tell = (zh: string, en: string, to: string, subject: readonly [string, string], body: readonly [string, string]) =>
      s.service(zh, en, 'notify', noticeAbout('subjectName', to, subject, body));
    return {
      received: s.start('收到报送', 'Received'),
      review: s.user('研判', 'Review', {
        by: s.office('officer'), form: { ...matter, ...s.asks('opinion') }, outcomes: { submitted: s.positive('提出处置意见', 'Opinion given') },
      }),
      decision: s.user('决定处置措施', 'Decide', {
        by: s.office('agency-head'), form: { ...matter, ...s.shows('opinion', 'checkOpinion', 'correctionReport'), ...s.mayGive('decisionReasons') }, notSameAs: ['review'],
        outcomes: {
          interview: s.positive('约谈经营者', 'Interview the enterprise'), publicInterest: s.positive('建议消委会提起公益诉讼', 'Suggest a public interest action', { requires: ['decisionReasons'] }),
          supervision: s.positive('挂牌督办', 'Special supervision', { requires: ['decisionReasons'] }), noAction: s.neutral('无需进一步措施', 'No further measures', { requires: ['decisionReasons'] }),
          returned: s.negative('退回重新研判', 'Returned'),
        },
      }),
      makeInterviewNotice: s.document('制作约谈通知书', 'Make the notice of the interview', 'interviewNotice'),
      tellInterview: tell('通知约谈', 'Tell: interview', '"uscc:" + subjectUscc', ['约谈通知', 'Interview'], ['"因近期投诉集中，请法定代表人或者主要负责人接受约谈。" + opinion', '"Because of repeated complaints your head is asked to an interview. " + opinion']),
      interview: s.user('约谈', 'Interview', {
        by: s.office('officer'), form: { ...matter, ...s.shows('opinion'), ...s.asks('interviewOn', 'interviewPlace', 'interviewPeople', 'interviewRecord', 'correctionDemands', 'correctionDueOn') },
        outcomes: { held: s.positive('已约谈', 'Held'), absent: s.negative('拒不接受约谈', 'Refused to come') },
      }),
      correctionDay: s.script('计算逾期之日', 'Day of default', { correctionOverdueOn: 'string(date(correctionDueOn) + duration("P1D"))' }),
      correction: s.user('报告整改情况', 'Report the correction', {
        by: s.party('subject'), form: { ...s.shows('interviewOn', 'correctionDemands', 'correctionDueOn'), ...s.asks('correctionReport') }, outcomes: { reported: s.positive('已整改', 'Corrected') },
      }),
      correctionOver: s.deadline('逾期未报告整改', 'Not corrected in time', 'correction', { kind: 'on', field: 'correctionOverdueOn' }),
      check: s.user('复核整改', 'Check the correction', {
        by: s.office('officer'), form: { ...matter, ...s.shows('correctionDemands', 'correctionReport'), ...s.asks('checkOpinion') },
        outcomes: { corrected: s.positive('整改到位', 'Corrected'), insufficient: s.negative('整改不到位', 'Insufficient') },
      }),
      suggestion: s.user('拟制公益诉讼建议', 'Draft the suggestion', {
        by: s.office('officer'), form: { ...matter, ...s.shows('opinion', 'decisionReasons'), ...s.asks('suggestion') }, outcomes: { sent: s.positive('发出建议', 'Sent') },
      }),
      makeSuggestion: s.document('制作公益诉讼建议函', 'Make the suggestion', 'suggestionLetter'),
      tellCouncil: tell('告知省消委会', 'Tell the consumer council', '"officer@gd-consumer-council"', ['建议提起消费民事公益诉讼', 'Public interest action suggested'], ['suggestion', 'suggestion']),
      tellSource: tell('交办报送机关', 'Tell the agency that escalated', 'if sourceAgency = null then "officer@" + case.agency else "officer@" + sourceAgency', ['挂牌督办', 'Special supervision'], ['decisionReasons', 'decisionReasons']),
      correctedEnd: s.end('完成整改', 'Corrected', 'corrected'), suggestedEnd: s.end('已建议公益诉讼', 'Suggested', 'suggested'), supervisedEnd: s.end('挂牌督办', 'Supervised', 'supervised'), noActionEnd: s.end('无需措施', 'No action', 'noAction'),
    };
  })
  .flows(({ path, byOutcome }) => [
    path('received', 'review', 'decision'),
    byOutcome('decision', { interview: 'makeInterviewNotice', publicInterest: 'suggestion', supervision: 'tellSource', noAction: 'noActionEnd', returned: 'review' }),
    path('makeInterviewNotice', 'tellInterview', 'interview'),
    byOutcome('interview', { held: 'correctionDay', absent: 'decision' }),
    path('correctionDay', 'correction', 'check'),
    path('correctionOver', 'check'),
    byOutcome('check', { corrected: 'correctedEnd', insufficient: 'decision' }),
    path('suggestion', 'makeSuggestion', 'tellCouncil', 'suggestedEnd'),
    path('tellSource', 'supervisedEnd'),
  ])
  .clocks(({ clock, entered, completed, office }) => ({
    decision: clock('研判和决定', 'Review and decision', {
      duty: office('officer'), rules: [internal.escalation], start: [entered('review')],
      stop: (['interview', 'publicInterest', 'supervision', 'noAction'] as const).map((o) => completed('decision', o)), breach: 'record',
    }),
  }));
