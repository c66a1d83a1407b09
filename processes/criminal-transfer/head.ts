/** 涉嫌犯罪案件移送: what the process is on the side of the regulator, how it is started and how it can end. */
import { describeProcess } from '../../domain/model/builder.ts';
import { text } from '../../domain/text.ts';
import { documents } from './documents.ts';
import { fields } from './fields.ts';
import { matterTitle } from './matter.ts';

export const transferHead = describeProcess({
  key: 'criminal-transfer', version: 3, numberWord: '刑移',
  name: text('涉嫌犯罪案件移送', 'Transfer of a suspected crime'),
  summary: text(
    '行政机关一侧：专案组核实、负责人审批、向公安机关移送并抄送人民检察院，直至立案后移交物品，或者不予立案后的复议、建议立案监督',
    'The regulator’s side: task force, approval by the head, transfer to the police with a copy to the procuratorate, up to the hand-over of goods, or to reconsideration and a proposal for supervision where the police do not file',
  ),
  roles: { officer: text('承办人', 'Case officer'), 'section-head': text('审核人', 'Section head'), 'agency-head': text('负责人', 'Head of the agency') },
  // Whom it concerns is no party here: the law does not give them a part in the transfer, and it must not warn them.
  parties: {},
  fields, documents,
  starters: [{ kind: 'office', role: 'officer' }],
  startForm: {
    sourceNumber: 'required', subjectName: 'required', subjectUscc: 'optional', subjectRegion: 'required', caseFacts: 'required', suspectedOffence: 'required', evidenceList: 'required', goodsList: 'optional', fineAlreadyPaid: 'optional',
    penaltyAfter: 'optional',
  },
  title: matterTitle('案移送'),
  outcomes: {
    filed: text('公安机关已立案', 'Filed by the police'),
    notFiled: text('不予立案，退回行政处理', 'Not filed: back to administrative handling'),
    notApproved: text('不批准移送', 'Transfer not approved'),
    returned: text('公安机关退回，向其他主管机关移送', 'Returned by the police: for another authority'),
  },
});
