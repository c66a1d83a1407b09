/** Stands in for `enforcement` where only what opens it is tried: the fields with which it is opened, and one step. */
import { field } from '../../domain/model/builder-fields.ts';
import { describeProcess } from '../../domain/model/builder.ts';
import { text } from '../../domain/text.ts';

export const enforcementSample = describeProcess({
  key: 'enforcement', version: 1, numberWord: '处', name: text('行政处罚（示例）', 'Enforcement (sample)'), summary: text('示例', 'A sample'),
  roles: { officer: text('承办人', 'Officer') }, parties: {}, outcomes: { closed: text('结案', 'Closed') }, starters: [{ kind: 'office', role: 'officer' }],
  fields: {
    sourceKind: field.choice('来源', 'Source', { reporter: ['举报', 'Reporter'], complaint: ['投诉', 'Complaint'], recall: ['召回', 'Recall'], sampling: ['抽查', 'Sampling'], inspection: ['检查', 'Inspection'], transferred: ['移送', 'Transferred'], assigned: ['交办', 'Assigned'] }),
    sourceNumber: field.text('来源案号', 'Source number'), subjectName: field.text('当事人', 'Subject'), subjectUscc: field.uscc('代码', 'Code'), subjectRegion: field.region('所在地', 'Region'),
    subjectAddress: field.text('地址', 'Address'), leadSummary: field.longText('线索', 'Lead'), filingReasons: field.longText('立案理由', 'Reasons'),
  },
  startForm: { sourceKind: 'required', sourceNumber: 'optional', subjectName: 'required', subjectUscc: 'optional', subjectRegion: 'required', subjectAddress: 'optional', leadSummary: 'required', filingReasons: 'optional' },
  title: 'subjectName + "案"',
})
  .steps((s) => ({
    received: s.start('立案', 'Opened'),
    investigation: s.user('调查', 'Investigation', { by: s.office('officer'), form: s.shows('leadSummary'), outcomes: { closed: s.positive('结案', 'Closed') } }),
    closedEnd: s.end('结案', 'Closed', 'closed'),
  }))
  .flows(({ path }) => [path('received', 'investigation', 'closedEnd')])
  .clocks(() => ({}));
