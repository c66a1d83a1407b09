/**
 * 处理权限争议 (总局令第121号 §33): one agency asks another which of the two is to handle a matter, or asks their common superior to appoint one.
 * Each of them has a case of its own and sees nothing of the other's; only the question and the answer go between them.
 *
 * It stands beside jurisdiction-appointment (指定管辖, 程序规定 §§13, 16): complaints are mediated under 令第121号 §33, which names seven working days for the two agencies and none for
 * the superior; penalty cases follow the procedure of penalties, which gives the superior seven of its own, and in which the two agencies negotiate within the case itself.
 */
import { field } from '../../domain/model/builder-fields.ts';
import { describeProcess } from '../../domain/model/builder.ts';
import { text } from '../../domain/text.ts';
import { disputeRules, internal } from '../complaint/law.ts';
import { documents } from './documents.ts';

export const disputeHead = describeProcess({
  key: 'jurisdiction-dispute', version: 3,
  name: text('处理权限争议', 'Dispute over jurisdiction'),
  summary: text('处理权限发生争议的，七个工作日内协商；协商不成的，由共同的上一级市场监督管理部门指定处理机关。用于投诉的处理权限（令第121号§33）；行政处罚案件的管辖争议适用“指定管辖”（程序规定§13、§16）', 'Two agencies settle in seven working days which of them handles a matter; failing that, their common superior appoints one. For complaints (Order 121 §33); disputes over penalty cases go by the appointment of jurisdiction (procedure §§13, 16)'),
  numberWord: '权',
  roles: { officer: text('承办人', 'Case officer'), 'section-head': text('审核人', 'Section head'), 'agency-head': text('负责人', 'Head of the agency') },
  parties: {},
  fields: {
    purpose: field.choice('来文目的', 'Purpose', { consultation: ['协商处理权限', 'Consultation'], appointment: ['报请指定处理机关', 'Request to appoint'] }),
    sourceNumber: field.text('来文案号', 'Number of the case it comes from'),
    askingAgency: field.text('来文机关', 'Agency that asks', { help: text('机关标识', 'Id of the agency') }),
    otherAgency: field.text('争议的另一机关', 'The other agency'),
    subjectName: field.text('被投诉（举报）人名称', 'Whom it is about'),
    subjectAddress: field.text('被投诉（举报）人地址', 'Address'),
    matter: field.longText('事项', 'Matter', { help: text('不填写投诉人、举报人的个人信息', 'No personal data of who complains or reports') }),
    disputeReasons: field.longText('来文机关意见和理由', 'Position of the agency that asks'),
    otherReasons: field.longText('另一机关意见和理由', 'Position of the other agency'),
    answer: field.longText('答复意见', 'Answer'),
    examination: field.longText('审查意见', 'Opinion'),
    appointedAgency: field.id('指定的处理机关', 'Agency appointed', 'agency'),
    appointmentReasons: field.longText('指定理由', 'Grounds of the appointment'),
  },
  documents,
  starters: [{ kind: 'office', role: 'officer' }],
  startForm: {
    purpose: 'required', sourceNumber: 'optional', askingAgency: 'required', otherAgency: 'required', subjectName: 'required', subjectAddress: 'optional', matter: 'required', disputeReasons: 'required', otherReasons: 'optional',
  },
  title: '"处理权限：" + subjectName',
  outcomes: {
    takesOver: text('由本机关处理', 'This agency takes it over'), declines: text('认为应由来文机关处理', 'The other agency is said to be competent'),
    noAnswer: text('逾期未答复', 'No answer in time'), appointed: text('已指定处理机关', 'Agency appointed'),
  },
});

export const jurisdictionDispute = disputeHead
  .steps((s) => {
    const matter = s.shows('sourceNumber', 'askingAgency', 'otherAgency', 'subjectName', 'subjectAddress', 'matter', 'disputeReasons', 'otherReasons');
    return {
      received: s.start('收到来文', 'Received'),
      byPurpose: s.choice('来文目的', 'Purpose'),
      consultation: s.user('协商答复', 'Answer', {
        by: s.office('section-head'), form: { ...matter, ...s.asks('answer') },
        outcomes: { takesOver: s.positive('由本机关处理', 'This agency takes it over'), declines: s.negative('应由来文机关处理', 'The asking agency is competent') },
        explains: text('自发生争议之日起七个工作日内协商解决；协商不成的，报请共同的上一级指定', 'To be settled in seven working days; failing that, the common superior appoints'),
      }),
      consultationOver: s.deadline('逾期未答复', 'No answer in time', 'consultation', { kind: 'clock', clock: 'consultation' }),
      examination: s.user('审查处理权限', 'Examine', {
        by: s.office('officer'), form: { ...matter, ...s.asks('examination', 'appointedAgency') }, outcomes: { submitted: s.positive('提出指定意见', 'Proposed') },
      }),
      appointment: s.user('指定处理机关', 'Appoint', {
        by: s.office('agency-head'), form: { ...matter, ...s.shows('examination'), ...s.asks('appointedAgency', 'appointmentReasons') }, notSameAs: ['examination'],
        outcomes: { appointed: s.positive('指定', 'Appointed'), returned: s.negative('退回', 'Returned') },
        explains: text('从发生争议的两个机关中指定一个', 'One of the two agencies in dispute'),
      }),
      oneOfTheTwo: s.choice('指定的是否争议双方之一', 'Is it one of the two?'),
      makeAppointment: s.document('制作指定处理通知书', 'Make the appointment', 'appointment'),
      tellAsking: s.service('告知来文机关', 'Tell the asking agency', 'notify', {
        to: '"officer@" + askingAgency', subjectZh: '"已指定处理机关：" + subjectName', subjectEn: '"Agency appointed: " + subjectName', bodyZh: 'appointmentReasons', bodyEn: 'appointmentReasons',
      }),
      tellOther: s.service('告知另一机关', 'Tell the other agency', 'notify', {
        to: '"officer@" + otherAgency', subjectZh: '"已指定处理机关：" + subjectName', subjectEn: '"Agency appointed: " + subjectName', bodyZh: 'appointmentReasons', bodyEn: 'appointmentReasons',
      }),
      takesOverEnd: s.end('由本机关处理', 'Taken over', 'takesOver'),
      declinesEnd: s.end('由来文机关处理', 'Declined', 'declines'),
      noAnswerEnd: s.end('逾期未答复', 'No answer', 'noAnswer'),
      appointedEnd: s.end('已指定', 'Appointed', 'appointed'),
    };
  })
  .flows(({ path, byOutcome, choose, is }) => [
    path('received', 'byPurpose'),
    choose('byPurpose', [[is('purpose', 'appointment'), 'examination']], 'consultation'),
    byOutcome('consultation', { takesOver: 'takesOverEnd', declines: 'declinesEnd' }),
    path('consultationOver', 'noAnswerEnd'),
    path('examination', 'appointment'),
    byOutcome('appointment', { appointed: 'oneOfTheTwo', returned: 'examination' }),
    choose('oneOfTheTwo', [['appointedAgency = askingAgency or appointedAgency = otherAgency', 'makeAppointment']], 'appointment'),
    path('makeAppointment', 'tellAsking', 'tellOther', 'appointedEnd'),
  ])
  .clocks(({ clock, entered, completed, office }) => ({
    consultation: clock('协商处理权限', 'Consultation', { duty: office('section-head'), rules: disputeRules, start: [entered('consultation')], stop: [completed('consultation')] }),
    appointment: clock('指定处理机关', 'Appointment', {
      duty: office('agency-head'), rules: [internal.appointment], start: [entered('examination')], stop: [entered('makeAppointment')], breach: 'record',
    }),
  }));
