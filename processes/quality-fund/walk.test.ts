/** Every way of a project through decide and evolve, by the people of the demonstration, with the ledger of the fund behind it. */
import { describe, expect, it } from 'vitest';
import { checkDefinition } from '../../domain/model/check.ts';
import { fundAnswers } from '../../test/support/fund-answers.ts';
import { describeWalks, pureWalker } from '../../test/support/walk-purely.ts';
import { qualityFund } from './definition.ts';
import { fund } from './walks.ts';

const { walks } = fund;
const ledger = fundAnswers();
const walker = pureWalker(qualityFund, fund, ledger.answer, ledger.beside);

it('is sound', () => {
  expect(checkDefinition(qualityFund)).toEqual([]);
});

describeWalks(qualityFund, fund, walker);
