/** 检察意见办理: what the process is, how it is started and how it can end. */
import { describeProcess } from '../../domain/model/builder.ts';
import { text } from '../../domain/text.ts';
import { documents } from './documents.ts';
import { fields } from './fields.ts';

export const handlingHead = describeProcess({
  key: 'opinion-handling', version: 3, numberWord: '检办',
  name: text('检察意见办理', 'Handling of a procuratorial opinion'),
  summary: text('行政机关一侧：登记检察意见，核查，决定是否立案查处，在意见书载明的期限内书面回复人民检察院，要求补充的，在另定的期限内补充回复', 'The regulator’s side: registers the opinion, verifies, decides whether to open a case, and answers in writing by the day that the opinion names, and further where the procuratorate asks'),
  roles: { officer: text('承办人', 'Case officer'), 'agency-head': text('负责人', 'Head of the agency') },
  parties: {},
  fields, documents,
  // Also what comes on paper, from a procuratorate that has no case here.
  starters: [{ kind: 'office', role: 'officer' }],
  startForm: {
    procuratorateAgency: 'required', procuratorateName: 'required', opinionNumber: 'required', opinionText: 'required', replyDueOn: 'optional', nonProsecutionNumber: 'optional', nonProsecutionOn: 'optional', sourceNumber: 'optional',
    subjectName: 'required', subjectUscc: 'optional', subjectRegion: 'required', suspectedOffence: 'optional', caseFacts: 'required',
  },
  title: 'subjectName + "检察意见办理（" + opinionNumber + "）"',
  outcomes: {
    caseOpened: text('立案查处', 'Case opened'),
    noPenalty: text('不予行政处罚', 'Not penalised'),
  },
});
