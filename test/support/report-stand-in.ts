/** A process with the key and the start form of 举报及线索核查, which ends at once: for tests of who opens it. */
import { field } from '../../domain/model/builder-fields.ts';
import { describeProcess } from '../../domain/model/builder.ts';
import { text } from '../../domain/text.ts';

export const reportStandIn = describeProcess({
  key: 'report', version: 1, name: text('举报及线索核查', 'Report'), summary: text('替身', 'A stand-in'), numberWord: '举', roles: { officer: text('承办人', 'Officer') }, parties: {},
  fields: {
    sourceKind: field.choice('来源', 'Source', {
      reporter: ['举报', 'Reporter'], complaint: ['投诉', 'Complaint'], recall: ['召回', 'Recall'], sampling: ['抽查', 'Sampling'], inspection: ['检查', 'Inspection'], transferred: ['移送', 'Transferred'], assigned: ['交办', 'Assigned'],
    }),
    sourceNumber: field.text('来源案号', 'Number'), subjectName: field.text('名称', 'Name'), subjectUscc: field.uscc('代码', 'Code'), subjectRegion: field.region('地区', 'Region'), subjectAddress: field.text('地址', 'Address'),
    leadSummary: field.longText('线索', 'Lead'),
  },
  outcomes: { checked: text('已核查', 'Checked') }, starters: [{ kind: 'office', role: 'officer' }],
  startForm: { sourceKind: 'required', sourceNumber: 'optional', subjectName: 'required', subjectUscc: 'optional', subjectRegion: 'required', subjectAddress: 'optional', leadSummary: 'required' },
  title: '"线索：" + subjectName',
})
  .steps((s) => ({
    received: s.start('收到', 'Received'),
    check: s.user('核查', 'Check', { by: s.office('officer'), form: s.shows('leadSummary'), outcomes: { done: s.positive('已核查', 'Checked') } }),
    checked: s.end('已核查', 'Checked', 'checked'),
  }))
  .flows(({ path }) => [path('received', 'check', 'checked')])
  .clocks(() => ({}));
