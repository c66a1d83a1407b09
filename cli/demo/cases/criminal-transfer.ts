/** Demo cases of transfers to the police and of procuratorial opinions: at different stages, at each of the three agencies. */
import { cosmetics, helmets, wire } from '../../../processes/criminal-transfer/stories.ts';
import { transfer, walksAbout } from '../../../processes/criminal-transfer/walks.ts';
import { acceptance } from '../../../processes/criminal-acceptance/walks.ts';
import { opinion } from '../../../processes/procuratorial-opinion/walks.ts';
import { handling } from '../../../processes/opinion-handling/walks.ts';
import { upTo, type Walk } from '../../../processes/walk.ts';
import { fromWalk, type DayAt, type DemoCase } from './types.ts';

export function transferCases(day: DayAt): readonly DemoCase[] {
  const { walks } = transfer;
  const [aboutCosmetics, aboutWire, aboutHelmets] = [walksAbout(cosmetics), walksAbout(wire), walksAbout(helmets)];
  /** The procuratorate has looked at its copy. */
  const looked = (walk: Walk, outcome: string, data = {}): Walk => ({ ...walk, acts: [...walk.acts, { at: 'transfer-record', deed: ['review', outcome, data] }] });
  return [
    fromWalk(transfer, 'transfer-signing', upTo(walks.filed, 'reportSigning', 1), day),
    fromWalk(transfer, 'transfer-approval', upTo(aboutCosmetics.filed, 'approval'), day),
    fromWalk(transfer, 'transfer-supplement', upTo(aboutWire.supplemented, 'supplement'), day),
    fromWalk(transfer, 'transfer-decision', looked(upTo(aboutHelmets.filed, 'decision'), 'commented', { recordOpinion: '请一并移送抽样单和检验报告原件。' }), day),
    fromWalk(transfer, 'transfer-supervision', upTo(aboutWire.ordered, 'noticeApproval'), day),
    fromWalk(transfer, 'transfer-refused', aboutCosmetics.lead, day),
    fromWalk(transfer, 'transfer-reconsidered', upTo(aboutHelmets.upheld, 'reconsideration'), day),
    fromWalk(transfer, 'transfer-upheld', aboutWire.reasonsUpheld, day),
    fromWalk(transfer, 'transfer-forwarded', upTo(aboutCosmetics.forwarded, 'examination'), day),
    fromWalk(transfer, 'transfer-filed', looked(aboutHelmets.filed, 'recorded'), day),
    // On paper, from an agency that has no case here.
    fromWalk(acceptance, 'acceptance-paper', upTo(acceptance.walks.filed, 'completeness'), day),
    fromWalk(opinion, 'opinion-suspended', upTo(opinion.walks.prosecuted, 'suspended'), day),
    fromWalk(opinion, 'opinion-answered', upTo(opinion.walks.notAdopted, 'replyReview'), day),
    fromWalk(opinion, 'opinion-review', upTo(opinion.walks.adopted, 'decision'), day),
    fromWalk(opinion, 'opinion-reply', upTo(opinion.walks.adopted, 'verification'), day),
    fromWalk(handling, 'opinion-paper', upTo(handling.walks.opened, 'approval'), day),
  ];
}
