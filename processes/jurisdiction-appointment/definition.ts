/**
 * 指定管辖 (程序规定 §§13, 16): two agencies dispute whose case it is, and their common superior says so. A case of its own at the superior, which sees what it is
 * asked to decide and nothing else of the dispute's cases; its seven working days run there.
 *
 * It stands beside jurisdiction-dispute (处理权限争议, 令第121号 §33), which is for complaints: there the other agency is asked first in a case of its own, and no rule gives the superior days.
 */
import { under, workingDays } from '../../domain/model/builder-clocks.ts';
import { field } from '../../domain/model/builder-fields.ts';
import { describeProcess } from '../../domain/model/builder.ts';
import { text } from '../../domain/text.ts';
import { penaltyProcedure as procedure } from '../instruments.ts';
import { decision, says, signed } from '../letters.ts';

const { text: line, longText, region } = field;

const appointment = describeProcess({
  key: 'jurisdiction-appointment',
  version: 3,
  name: text('指定管辖', 'Appointment of jurisdiction'),
  summary: text('两个机关对管辖发生争议、协商不成的，由共同的上一级机关指定管辖。用于行政处罚案件（程序规定§13、§16）；投诉的处理权限争议适用“处理权限争议”（令第121号§33）', 'Where two agencies cannot agree whose case it is, their common superior appoints one. For penalty cases (procedure §§13, 16); complaints go by the dispute over jurisdiction (Order 121 §33)'),
  numberWord: '指',
  roles: { officer: text('承办人', 'Case officer'), 'agency-head': text('负责人', 'Head of the agency') },
  parties: {},
  fields: {
    sourceNumber: line('争议案件的案号', 'Number of the case in dispute', { maxLength: 100 }),
    requestingAgency: line('报请机关', 'Requested by'),
    disputeWith: line('争议机关', 'In dispute with'),
    subjectName: line('当事人名称（姓名）', 'Name of the subject'),
    subjectRegion: region('当事人所在地', 'Region of the subject'),
    leadSummary: longText('案情', 'Facts'),
    disputeReasons: longText('争议事由', 'What is in dispute'),
    negotiationRecord: longText('协商情况', 'Record of the negotiation'),
    examinationOpinion: longText('审查意见', 'Opinion'),
    appointedAgency: field.id('指定管辖的机关', 'Appointed agency', 'agency'),
    appointmentReasons: longText('指定理由', 'Reasons'),
    appointmentNumber: line('指定管辖通知书文号', 'Number of the appointment', { maxLength: 60 }),
  },
  documents: {
    appointment: {
      ...decision, title: text('指定管辖通知书', 'Appointment of jurisdiction'), number: { word: '指管', ordinal: true },
      to: [{ kind: 'agency', agency: { kind: 'data', field: 'requestingAgency' }, name: 'requesting' }, { kind: 'agency', agency: { kind: 'data', field: 'appointedAgency' }, name: 'appointed' }],
      values: { requesting: 'null', appointed: 'null', source: 'sourceNumber', subject: 'subjectName', reasons: 'appointmentReasons' },
      addressee: '{requesting}、{appointed}：',
      blocks: [
        says('关于{subject}一案（{source}）的管辖争议，报请材料收悉。'), says('根据《市场监督管理行政处罚程序规定》第十六条的规定，现指定{appointed}管辖。理由：{reasons:sentence}'),
        says('请自收到本通知书之日起及时移交案件材料，由被指定的机关依法办理。'), signed,
      ],
    },
  },
  starters: [{ kind: 'office', role: 'officer' }],
  startForm: { sourceNumber: 'required', requestingAgency: 'required', disputeWith: 'required', subjectName: 'required', subjectRegion: 'required', leadSummary: 'required', disputeReasons: 'required', negotiationRecord: 'optional' },
  title: '"指定管辖：" + subjectName',
  outcomes: { appointed: text('已指定', 'Appointed') },
});

export const jurisdictionAppointment = appointment
  .steps((s) => {
    const matter = s.shows('sourceNumber', 'requestingAgency', 'disputeWith', 'subjectName', 'subjectRegion', 'leadSummary', 'disputeReasons', 'negotiationRecord');
    return {
      received: s.start('收到报送材料', 'Material received'),
      examine: s.user('审查管辖争议', 'Examine the dispute', {
        by: s.office('officer'), form: { ...matter, ...s.asks('examinationOpinion', 'appointedAgency', 'appointmentReasons') }, outcomes: { submitted: s.positive('提出指定意见', 'Proposed') },
      }),
      decide: s.user('指定管辖', 'Appoint', {
        by: s.office('agency-head'), notSameAs: ['examine'], form: { ...matter, ...s.shows('examinationOpinion'), ...s.mayGive('appointedAgency', 'appointmentReasons') },
        outcomes: { appointed: s.positive('指定', 'Appointed', { requires: ['appointedAgency', 'appointmentReasons'] }), returned: s.negative('退回重新审查', 'Returned') },
        explains: text('自收到报送材料之日起七个工作日内确定管辖机关（程序规定§16）', 'Within seven working days of receiving the material (§16)'),
      }),
      // The agencies that it is addressed to must exist: whom the head names is held against the register here.
      handOver: s.user('发送指定管辖通知书', 'Send the appointment', {
        by: s.office('officer'), form: s.shows('requestingAgency', 'appointedAgency', 'appointmentNumber'), outcomes: { sent: s.positive('已发送', 'Sent') },
      }),
      make: s.document('制作指定管辖通知书', 'Make the appointment', 'appointment', { appointmentNumber: 'number' }),
      appointedEnd: s.end('已指定', 'Appointed', 'appointed'),
    };
  })
  .flows(({ path, byOutcome }) => [path('received', 'examine', 'decide'), byOutcome('decide', { appointed: 'make', returned: 'examine' }), path('make', 'handOver', 'appointedEnd')])
  .clocks(({ clock, entered, completed, office }) => ({
    appointment: clock('确定管辖机关', 'Appoint the agency', { duty: office('agency-head'), rules: [workingDays(7, under(procedure, '§16'))], start: [entered('examine')], stop: [completed('decide', 'appointed')] }),
  }));
