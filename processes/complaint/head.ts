/** 消费投诉处置与升级: what the process is, who takes part, how it is started and how it can end. */
import { describeProcess } from '../../domain/model/builder.ts';
import { text } from '../../domain/text.ts';
import { papers } from './papers.ts';
import { fields } from './fields.ts';

export const complaintHead = describeProcess({
  key: 'complaint',
  version: 2,
  name: text('消费投诉处置与升级', 'Consumer complaints'),
  summary: text(
    '12315登记、分送，受理，调解，终止调解或者达成协议，回访；违法线索转核查，危及人身安全的转召回，反复投诉的升级上一级',
    'Registration and distribution, acceptance, mediation, termination or agreement, call-back; leads, dangers and repeated complaints are escalated',
  ),
  numberWord: '诉',
  roles: { officer: text('承办人', 'Case officer'), 'section-head': text('审核人', 'Section head'), 'agency-head': text('负责人', 'Head of the agency') },
  parties: {
    complainant: { name: text('投诉人', 'Complainant'), personField: 'complainantAccount' },
    respondent: { name: text('被投诉人', 'Respondent'), usccField: 'respondentUscc', sees: 'first-task' },
  },
  fields,
  // 撤回投诉: while it is looked at, it is over with that; while it is mediated, the mediation is terminated (§23①) and both are told.
  withdrawal: { party: 'complainant', reasons: 'partyStatement', ways: [{ message: 'mediatedWithdrawn' }, { message: 'complaintWithdrawn', when: 'if outcome.examination = "accept" then false else true' }] },
  documents: papers,
  starters: [{ kind: 'party', party: 'complainant', sets: { channel: 'platform' } }, { kind: 'office', role: 'officer' }],
  startForm: {
    channel: 'required', complainantName: 'required', complainantPhone: 'required', complainantAddress: 'required', complainantIdType: 'optional', complainantIdNumber: 'optional',
    complainantAgent: 'optional', complainantAgentPhone: 'optional', complainantAgentAddress: 'optional', publicationConsent: 'required', mediationConsent: 'required',
    respondentName: 'required', respondentUscc: 'optional', respondentRegion: 'required', respondentAddress: 'required', respondentContact: 'optional', respondentPhone: 'optional',
    subject: 'required', purchasedOn: 'optional', amountPaid: 'optional', facts: 'required', demands: 'required', knownOn: 'optional', handledElsewhere: 'required', reportContent: 'optional',
  },
  title: '"关于" + subject + "的投诉：" + respondentName',
  outcomes: {
    settled: text('达成调解协议', 'Settled'),
    withdrawn: text('撤回投诉或者自行和解', 'Withdrawn or reconciled'),
    terminated: text('终止调解', 'Mediation terminated'),
    refused: text('不予受理', 'Not accepted'),
    distributed: text('已分送，收到处理结果', 'Distributed, result received'),
    noPower: text('不具备处理权限，反馈接收机构', 'No power, reported back'),
    transferred: text('转由有处理权限的机关处理', 'Transferred'),
    otherChannel: text('不属于投诉，告知其他途径', 'No complaint, other channel pointed out'),
  },
});
