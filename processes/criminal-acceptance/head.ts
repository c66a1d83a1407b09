/** 公安机关接受移送案件审查: what the process is, how it is started and how it can end. */
import { describeProcess } from '../../domain/model/builder.ts';
import { text } from '../../domain/text.ts';
import { matterTitle } from '../criminal-transfer/matter.ts';
import { documents } from './documents.ts';
import { fields } from './fields.ts';

export const acceptanceHead = describeProcess({
  key: 'criminal-acceptance', version: 3, numberWord: '受移',
  name: text('公安机关接受移送案件审查', 'Review of a transferred case by the police'),
  summary: text(
    '公安机关一侧：回执、管辖、补正、立案审查决定、复议、向人民检察院说明不立案理由、接收涉案物品',
    'The side of the police: receipt, jurisdiction, supplement, decision on filing, reconsideration, explanation to the procuratorate, receipt of the goods',
  ),
  roles: { officer: text('承办民警', 'Police officer'), 'section-head': text('法制审核', 'Legal review'), 'agency-head': text('公安机关负责人', 'Head of the police') },
  parties: {},
  fields, documents,
  receivedBy: ['police'],
  // Also what comes on paper, from an agency that has no case here.
  starters: [{ kind: 'office', role: 'officer' }],
  startForm: {
    sourceNumber: 'required', transferringAgency: 'required', transferringAgencyName: 'optional', transferLetterNumber: 'optional', subjectName: 'required', subjectUscc: 'optional', subjectRegion: 'required', caseFacts: 'required', suspectedOffence: 'required',
    investigationReport: 'optional', evidenceList: 'required', goodsList: 'optional', fineAlreadyPaid: 'optional',
  },
  title: matterTitle('案（移送）'),
  outcomes: {
    filed: text('立案', 'Filed'),
    notFiled: text('不予立案', 'Not filed'),
    forwarded: text('转送有管辖权的公安机关', 'Forwarded to the competent police'),
    notForPolice: text('不属于公安机关职责范围，退回', 'Not for the police: returned'),
  },
});
