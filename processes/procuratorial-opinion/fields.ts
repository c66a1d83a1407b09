/** The data dictionary of a procuratorial opinion (检察意见), shared by the procuratorate and the agency that answers it. */
import { field } from '../../domain/model/builder-fields.ts';
import { text } from '../../domain/text.ts';
import { agencyField, agencyName } from '../between-agencies.ts';
import { matter } from '../criminal-transfer/matter.ts';

const { text: line, longText, date, choice } = field;
const { sourceNumber, subjectName, subjectUscc, subjectRegion, caseFacts, suspectedOffence } = matter;

/** What the opinion says and what is answered to it: the same names on both sides. */
export const opinion = {
  sourceNumber, subjectName, subjectUscc, subjectRegion, caseFacts, suspectedOffence,
  nonProsecutionNumber: line('不起诉决定书文号', 'Number of the decision not to prosecute'),
  nonProsecutionOn: date('不起诉日期', 'Decided on', { past: true }),
  opinionNumber: line('检察意见书文号', 'Number of the opinion'),
  opinionText: longText('检察意见', 'Opinion'),
  replyDueOn: date('回复期限', 'To be answered by', { help: text('以检察意见书载明的日期为准', 'As the opinion itself says') }),
  replyResult: choice('处理结果', 'Result', { filed: ['已立案查处', 'Case opened'], penalised: ['已作出行政处罚', 'Penalised'], notPenalised: ['不予行政处罚', 'Not penalised'] }),
  replyText: longText('回复内容', 'Answer'),
  replyNumber: line('回复函文号', 'Number of the answer'),
  supplementText: longText('要求补充回复的事项', 'What is to be answered further', { help: text('例如说明理由、补充证据，或者在处理决定生效后回复处理结果', 'Reasons, further evidence, or what was decided once it is final') }),
  supplementNumber: line('要求补充回复函文号', 'Number of the request for a further answer'),
  followUpOpinion: longText('跟进监督意见', 'Follow-up'),
  opinionConclusion: choice('人民检察院对回复的意见', 'What the procuratorate makes of the answer', { adopted: ['已采纳检察意见', 'Opinion adopted'], notAdopted: ['未采纳，跟进监督', 'Not adopted: followed up'] }),
} as const;

const atProcuratorate = {
  nonProsecutionKind: choice('不起诉的种类', 'Kind of non-prosecution', { statutory: ['法定不起诉', 'Statutory'], discretionary: ['酌定不起诉', 'Discretionary'], insufficient: ['存疑不起诉', 'Insufficient evidence'] }),
  transferOpinion: longText('刑事检察部门意见', 'Opinion of the criminal division'),
  acceptedOn: date('受理日期', 'Accepted on', { past: true }),
  reviewOpinion: longText('审查意见', 'Opinion of the review'),
  consultedProcuratorate: agencyField('征求意见的人民检察院', 'Procuratorate consulted', 'procuratorate'),
  consultationReply: longText('异地人民检察院意见', 'Its opinion'),
  suspensionGround: choice('中止审查的情形', 'Ground of suspension', {
    police: ['公安机关要求复议、提请复核', 'The police ask for reconsideration or review'], victim: ['被害人申诉或者自诉', 'The victim petitions or prosecutes'], subject: ['被不起诉人申诉', 'The person not prosecuted petitions'],
  }),
  resumedNote: longText('中止情形消除的情况', 'Why the suspension ends'),
  competentAgency: agencyField('行政主管机关', 'Competent agency', 'market'),
  returnOpinion: longText('退回意见', 'Why it goes back'),
  handlingCase: field.id('行政机关案件标识', 'Case at the agency', 'case'),
  replyOverdueOn: date('逾期之日', 'Overdue from'),
  urgedNote: longText('督促情况', 'How it was urged'),
} as const;

export const fields = { ...opinion, ...atProcuratorate } as const;
export const competentName = agencyName('competentAgency', 'market');
