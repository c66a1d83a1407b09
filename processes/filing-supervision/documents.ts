/** 文书 of the procuratorate in the supervision of filing. */
import type { DocumentTemplate } from '../../domain/documents/types.ts';
import { text } from '../../domain/text.ts';
import { matterValues, policeName } from '../criminal-transfer/matter.ts';
import { agencyIn, letter, says, signed } from '../letters.ts';

const toPolice = { ...letter, to: [agencyIn('policeAgency', 'policeName')], addressee: '{policeName}：' } as const;
const values = { ...matterValues, policeName, agencyName: 'transferringAgencyName', policeNumber: 'policeCaseNumber' } as const;
const procedure = '《公安机关办理刑事案件程序规定》第一百八十二条';

export const documents = {
  explanationRequest: {
    ...toPolice, title: text('要求说明不立案理由通知书', 'Request to explain why a case was not filed'), number: { word: '不立通' }, values: { ...values, request: 'explanationRequest' },
    blocks: [says('{agencyName}认为你局对{subjectName}涉嫌{suspectedOffence}一案（你局案号：{policeNumber}）应当立案而不立案，建议本院进行立案监督。'), says('请对以下事项作出书面说明：{request:sentence}'), says(`请你局在收到本通知书后7日内，将不立案的情况、依据和理由书面回复本院（${procedure}）。`), signed],
  },
  noticeToFile: {
    ...toPolice, title: text('通知立案书', 'Notice to file'), number: { word: '通立' }, values: { ...values, request: 'requestNumber', reasons: 'noticeReasons' },
    blocks: [says('你局根据本院要求说明不立案理由通知书（{request}）对{subjectName}涉嫌{suspectedOffence}一案所作的不立案理由说明收悉。经审查，本院认为不立案理由不能成立：'), says('{reasons:sentence}'), says(`根据《中华人民共和国刑事诉讼法》的规定，通知你局立案。请你局在收到本通知书后15日内立案，并将立案决定书复印件送达本院（${procedure}）。`), signed],
  },
  answer: {
    ...letter, title: text('立案监督审查结果告知书', 'Answer to a proposal for supervision'), number: { word: '立监告' }, to: [agencyIn('transferringAgency', 'agencyName')], addressee: '{agencyName}：', values: { ...values, opinion: 'supervisionOpinion', declined: 'outcome.acceptance = "declined"', upheld: 'outcome.review = "upheld"' },
    blocks: [says('你局就{policeName}对{subjectName}涉嫌{suspectedOffence}一案不予立案提出的立案监督建议收悉。'), says('经审查，本院决定不予受理。', 'declined'), says('经审查，公安机关不立案的理由成立。', 'upheld'), says('{opinion:sentence}', 'opinion'), says('特此告知。'), signed],
  },
} as const satisfies Readonly<Record<string, DocumentTemplate>>;
