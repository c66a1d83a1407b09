/** 移送案件备案审查: the copy that the procuratorate gets of a transfer (抄送) is a matter of its own there, with the documents that came with it. */
import { describeProcess } from '../../domain/model/builder.ts';
import { field } from '../../domain/model/builder-fields.ts';
import { text } from '../../domain/text.ts';
import { counterparts, matter, matterTitle } from '../criminal-transfer/matter.ts';

const { policeAgency, transferringAgency, transferringAgencyName } = counterparts;

export const recordHead = describeProcess({
  key: 'transfer-record', version: 1, numberWord: '移备',
  name: text('移送案件备案审查', 'Record of a transfer at the procuratorate'),
  summary: text('人民检察院收到行政机关移送涉嫌犯罪案件的抄送材料，备案审查，必要时向行政机关提出意见', 'The procuratorate gets the copy of a transfer, examines it for the record, and gives the regulator its opinion where there is need'),
  roles: { officer: text('检察官', 'Procurator') },
  parties: {},
  fields: {
    ...matter, policeAgency, transferringAgency, transferringAgencyName,
    transferLetterNumber: field.text('移送书文号', 'Number of the letter of transfer'),
    recordOpinion: field.longText('备案审查意见', 'Opinion for the record'),
  },
  receivedBy: ['procuratorate'],
  starters: [{ kind: 'office', role: 'officer' }],
  startForm: {
    sourceNumber: 'required', transferringAgency: 'required', transferringAgencyName: 'optional', policeAgency: 'required', transferLetterNumber: 'optional', subjectName: 'required', subjectUscc: 'optional', subjectRegion: 'required',
    caseFacts: 'required', suspectedOffence: 'required', evidenceList: 'required', goodsList: 'optional', fineAlreadyPaid: 'optional',
  },
  title: matterTitle('案移送备案'),
  outcomes: { recorded: text('备案', 'Recorded'), commented: text('向行政机关提出意见', 'Opinion given to the regulator') },
});
