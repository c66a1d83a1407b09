/** 行刑反向衔接 on the side of the procuratorate: what the process is, how it is started and how it can end. */
import { describeProcess } from '../../domain/model/builder.ts';
import { text } from '../../domain/text.ts';
import { documents } from './documents.ts';
import { fields } from './fields.ts';

export const opinionHead = describeProcess({
  key: 'procuratorial-opinion', version: 3, numberWord: '检意',
  name: text('检察意见（行刑反向衔接）', 'Procuratorial opinion (reverse transfer)'),
  summary: text('不起诉案件移送行政检察部门，审查后向行政主管机关提出检察意见，直至收到回复', 'A case that is not prosecuted goes to the administrative division, which examines it and gives the competent agency an opinion, up to its answer'),
  roles: { officer: text('检察官', 'Procurator'), 'agency-head': text('检察长', 'Chief procurator') },
  parties: {},
  fields, documents,
  receivedBy: ['procuratorate'],
  starters: [{ kind: 'office', role: 'officer' }],
  startForm: {
    sourceNumber: 'required', nonProsecutionNumber: 'required', nonProsecutionOn: 'required', nonProsecutionKind: 'required', subjectName: 'required', subjectUscc: 'optional', subjectRegion: 'required', suspectedOffence: 'required', caseFacts: 'required',
  },
  title: 'subjectName + "不起诉案检察意见"',
  outcomes: {
    adopted: text('检察意见已采纳', 'Opinion adopted'),
    notAdopted: text('未采纳，跟进监督', 'Not adopted: followed up'),
    notNeeded: text('不需要给予行政处罚', 'No administrative penalty needed'),
  },
});
