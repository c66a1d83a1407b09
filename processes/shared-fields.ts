/** Fields that several processes have in common, said once (数据项). */
import { field } from '../domain/model/builder-fields.ts';
import { text } from '../domain/text.ts';

const { text: line, longText } = field;

/** 送达方式, of which each process names those that its law knows. */
export const serviceWays = { direct: ['直接送达', 'In person'], electronic: ['电子送达', 'Electronic'], mail: ['邮寄送达', 'By mail'], left: ['留置送达', 'Left at the place'] } as const;
export const entrusted = { entrusted: ['委托送达', 'Through another agency'] } as const;
export const announced = { announcement: ['公告送达', 'By announcement'] } as const;
/** 告知方式. */
export const toldWays = { internet: ['互联网', 'Internet'], phone: ['电话', 'Phone'], message: ['短信、电子邮件', 'Message'], letter: ['信函', 'Letter'], person: ['当面', 'In person'] } as const;

/** 涉嫌犯罪: with what a case opens a transfer (criminal-transfer), and what it hears of it. */
export const suspicion = {
  suspectedOffence: line('涉嫌罪名', 'Suspected offence'),
  criminalFacts: longText('涉嫌犯罪的事实', 'Facts of the suspected crime'),
  evidenceList: longText('证据材料清单', 'List of evidence', { help: text('逐项列明', 'Item by item') }),
  goodsList: longText('涉案物品清单', 'Goods involved', { help: text('名称、数量、特征、存放地点', 'Name, quantity, features, place') }),
  criminalOutcome: line('移送处理结果', 'Outcome of the transfer', { maxLength: 40 }),
} as const;
