/** The pure walker of a project, with the ledger of the fund behind it. */
import { fundAnswers } from '../../test/support/fund-answers.ts';
import { pureWalker } from '../../test/support/walk-purely.ts';
import { qualityFund } from './definition.ts';
import { fund } from './walks.ts';

const ledger = fundAnswers();
export const walker = pureWalker(qualityFund, fund, ledger.answer, undefined, ledger.beside);
