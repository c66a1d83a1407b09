/** Values that the documents of a penalty case share, and to whom they are addressed. */
import type { Feel } from '../../domain/model/types.ts';
import { chosen, yuanSaid } from '../feel.ts';
import { labelsOf, says } from '../letters.ts';
import { fields } from './fields.ts';
import { cardsSaid } from './officer-cards.ts';

/** 执法人员 with their cards (告知书、决定书). */
export const cards = { cards: cardsSaid } as const;
export const byOfficers = says('执法人员：{cards}。', 'cards');
export const subjectParty = { kind: 'party', party: 'subject', name: 'subject' } as const;

const worth = (label: string, field: string, more = ''): Feel => `(if ${field} = null or ${field} = 0 then null else "${label}" + ${yuanSaid(field)} + "${more}")`;
/** 处罚内容, kind by kind with its sum. */
const penalties: Feel = `if penaltyKinds = null then null else string join(for k in penaltyKinds return if k = "fine" then (if fineAmount = null then "罚款" else "罚款" + ${yuanSaid('fineAmount')}) else if k = "confiscation" then (if ${worth('', 'illegalIncome')} = null and ${worth('', 'goodsValue')} = null then "没收" else string join([${worth('没收违法所得', 'illegalIncome')}, ${worth('没收非法财物（价值', 'goodsValue', '）')}], "，")) else ${chosen('k', labelsOf(fields.penaltyKinds.options))}, "；")`;

export const finding: Readonly<Record<string, Feel>> = {
  caseNumber: 'case.number', subject: 'subjectName', uscc: 'subjectUscc', facts: 'finalFacts', mainEvidence: 'finalEvidence', violated: 'lawViolated', basis: 'penaltyBasis', discretion: 'discretion',
  penalties, punished: 'proposedResult = "penalty"',
};
