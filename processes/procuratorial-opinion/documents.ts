/** 检察意见书. */
import type { DocumentTemplate } from '../../domain/documents/types.ts';
import { text } from '../../domain/text.ts';
import { competentName } from './fields.ts';
import { agencyIn, letter, says, signed } from '../letters.ts';

export const documents = {
  opinion: {
    ...letter, title: text('检察意见书', 'Procuratorial opinion'), number: { word: '行意' }, to: [agencyIn('competentAgency', 'competentName')], addressee: '{competentName}：',
    values: { competentName, subjectName: 'subjectName', facts: 'caseFacts', decision: 'nonProsecutionNumber', on: 'nonProsecutionOn', opinion: 'opinionText', due: 'replyDueOn', offence: 'suspectedOffence' },
    blocks: [
      says('本院办理的{subjectName}涉嫌{offence}一案，已于{on:date}作出不起诉决定（{decision}）。'), says('经审查查明：{facts:sentence}'), says('根据《中华人民共和国刑事诉讼法》和《人民检察院行刑反向衔接工作指引》的规定，提出如下检察意见：'), says('{opinion:sentence}'),
      says('请你单位依法处理，并于{due:date}前将处理结果书面回复本院。'), signed,
    ],
  },
  supplement: {
    ...letter, numerals: 'hanzi', title: text('要求补充回复函', 'Request for a further answer'), number: { word: '行补' }, to: [agencyIn('competentAgency', 'competentName')], addressee: '{competentName}：',
    values: { competentName, subjectName: 'subjectName', opinion: 'opinionNumber', reply: 'replyNumber', noReply: 'replyNumber = null', asked: 'supplementText', due: 'replyDueOn' },
    blocks: [
      says('你单位对本院《检察意见书》（{opinion}，{subjectName}一案）的回复（{reply}）收悉。', 'reply'), says('你单位对本院《检察意见书》（{opinion}，{subjectName}一案）的回复收悉。', 'noReply'),
      says('经审查，请就下列事项补充回复：'), says('{asked:sentence}'), says('请于{due:date}前将补充回复书面送交本院。'), signed,
    ],
  },
} as const satisfies Readonly<Record<string, DocumentTemplate>>;
