/** 立案监督: what the process is, how it is started and how it can end. */
import { describeProcess } from '../../domain/model/builder.ts';
import { text } from '../../domain/text.ts';
import { matterTitle } from '../criminal-transfer/matter.ts';
import { documents } from './documents.ts';
import { fields } from './fields.ts';

export const supervisionHead = describeProcess({
  key: 'filing-supervision', version: 2, numberWord: '立监',
  name: text('立案监督', 'Supervision of filing'),
  summary: text(
    '人民检察院一侧：受理行政机关的建议，要求公安机关说明不立案理由，审查，通知立案或者答复',
    'The side of the procuratorate: takes the regulator’s proposal, asks the police why they have not filed, examines, and notifies them to file or answers',
  ),
  roles: { officer: text('检察官', 'Procurator'), 'agency-head': text('检察长', 'Chief procurator') },
  parties: {},
  fields, documents,
  receivedBy: ['procuratorate'],
  starters: [{ kind: 'office', role: 'officer' }],
  startForm: {
    sourceNumber: 'required', transferringAgency: 'required', transferringAgencyName: 'optional', policeAgency: 'required', policeCaseNumber: 'optional', subjectName: 'required', subjectUscc: 'optional', subjectRegion: 'required', caseFacts: 'required', suspectedOffence: 'required',
    evidenceList: 'required', goodsList: 'optional', fineAlreadyPaid: 'optional', notFiledOn: 'optional', notFiledReasons: 'required', reconsiderationOpinion: 'optional', supervisionReasons: 'required',
  },
  title: matterTitle('案立案监督'),
  outcomes: {
    filedOnNotice: text('公安机关按通知立案', 'Filed on notice'),
    filedOnRequest: text('公安机关主动立案', 'Filed on the request to explain'),
    reasonsUpheld: text('不立案理由成立', 'Reasons of not filing upheld'),
    declined: text('不予受理', 'Not accepted'),
  },
});
