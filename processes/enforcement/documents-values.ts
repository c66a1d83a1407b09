/** Values that the documents of a penalty case share, and to whom they are addressed. */
import type { Feel } from '../../domain/model/types.ts';
import { chosenAll } from '../papers.ts';
import { fields } from './fields.ts';

export const subjectParty = { kind: 'party', party: 'subject', name: 'subject' } as const;

export const finding: Readonly<Record<string, Feel>> = {
  caseNumber: 'case.number', subject: 'subjectName', uscc: 'subjectUscc', facts: 'finalFacts', mainEvidence: 'finalEvidence', violated: 'lawViolated', basis: 'penaltyBasis', discretion: 'discretion',
  kinds: chosenAll('penaltyKinds', fields.penaltyKinds.options), fine: 'if fineAmount = null then 0 else fineAmount', income: 'if illegalIncome = null then 0 else illegalIncome', goodsWorth: 'goodsValue', punished: 'proposedResult = "penalty"',
};
