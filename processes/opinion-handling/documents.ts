/** 回复函. */
import type { DocumentTemplate } from '../../domain/documents/types.ts';
import { text } from '../../domain/text.ts';
import { chosen } from '../feel.ts';
import { agencyIn, letter, says, signed } from '../letters.ts';

export const documents = {
  reply: {
    ...letter, title: text('关于检察意见的回复函', 'Answer to a procuratorial opinion'), number: { word: '检复' }, to: [agencyIn('procuratorateAgency', 'procuratorateName')], addressee: '{procuratorateName}：',
    values: {
      procuratorateName: 'procuratorateName', opinionNumber: 'opinionNumber', subjectName: 'subjectName', result: chosen('replyResult', { filed: '已立案查处', penalised: '已作出行政处罚', notPenalised: '不予行政处罚' }),
      reply: 'replyText', first: 'supplementText = null', again: 'supplementText', asked: 'supplementText', enforcement: 'enforcementNumber', reasons: 'noPenaltyReasons',
    },
    blocks: [
      says('你院《检察意见书》（{opinionNumber}）收悉。我局对{subjectName}一案进行了核查，处理结果：{result}。', 'first'), says('关于你院《检察意见书》（{opinionNumber}，{subjectName}一案），现就你院要求补充回复的下列事项补充回复：', 'again'),
      says('{asked:sentence}', 'again'), says('处理结果：{result}。', 'again'), says('行政处罚案号：{enforcement}。', 'enforcement'), says('不予立案的理由：{reasons:sentence}', 'reasons'), says('{reply:sentence}'), says('特此回复。'), signed],
  },
} as const satisfies Readonly<Record<string, DocumentTemplate>>;
