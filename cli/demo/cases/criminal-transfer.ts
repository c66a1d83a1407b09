/** Demo cases of transfers to the police and of procuratorial opinions: at different stages, at each of the three agencies. */
import { transfer } from '../../../processes/criminal-transfer/walks.ts';
import { acceptance } from '../../../processes/criminal-acceptance/walks.ts';
import { opinion } from '../../../processes/procuratorial-opinion/walks.ts';
import { handling } from '../../../processes/opinion-handling/walks.ts';
import { upTo, type Walk } from '../../../processes/walk.ts';
import { fromWalk, type DayAt, type DemoCase } from './types.ts';

export function transferCases(day: DayAt): readonly DemoCase[] {
  const { walks } = transfer;
  const about = (walk: Walk, subjectName: string, suspectedOffence: string, caseFacts: string): Walk => ({ ...walk, start: { ...walk.start, subjectName, subjectUscc: null, suspectedOffence, caseFacts } });
  const cosmetics = (walk: Walk): Walk => about(walk, '广州市白云区某化妆品厂', '生产、销售伪劣产品罪', '以普通膏霜冒充特殊化妆品销售，销售金额六十余万元。');
  const wire = (walk: Walk): Walk => about(walk, '广州市某线缆经营部', '销售伪劣产品罪', '销售导体电阻不合格的电线电缆，销售金额二十余万元，用于在建住宅小区。');
  const helmets = (walk: Walk): Walk => about(walk, '广州市某安全帽加工点', '生产不符合安全标准的产品罪', '无强制性认证生产电动自行车头盔，抽检冲击吸收性能不合格。');
  /** The procuratorate has looked at its copy. */
  const looked = (walk: Walk, outcome: string, data = {}): Walk => ({ ...walk, acts: [...walk.acts, { at: 'transfer-record', deed: ['review', outcome, data] }] });
  return [
    fromWalk(transfer, 'transfer-signing', upTo(walks.filed, 'reportSigning', 1), day),
    fromWalk(transfer, 'transfer-approval', upTo(cosmetics(walks.filed), 'approval'), day),
    fromWalk(transfer, 'transfer-supplement', upTo(wire(walks.supplemented), 'supplement'), day),
    fromWalk(transfer, 'transfer-decision', looked(upTo(helmets(walks.filed), 'decision'), 'commented', { recordOpinion: '请一并移送抽样单和检验报告原件。' }), day),
    fromWalk(transfer, 'transfer-supervision', upTo(wire(walks.ordered), 'noticeApproval'), day),
    fromWalk(transfer, 'transfer-refused', cosmetics(walks.lead), day),
    fromWalk(transfer, 'transfer-reconsidered', upTo(helmets(walks.upheld), 'reconsideration'), day),
    fromWalk(transfer, 'transfer-upheld', wire(walks.reasonsUpheld), day),
    fromWalk(transfer, 'transfer-forwarded', upTo(cosmetics(walks.forwarded), 'examination'), day),
    fromWalk(transfer, 'transfer-filed', looked(helmets(walks.filed), 'recorded'), day),
    // On paper, from an agency that has no case here.
    fromWalk(acceptance, 'acceptance-paper', upTo(acceptance.walks.filed, 'completeness'), day),
    fromWalk(opinion, 'opinion-suspended', upTo(opinion.walks.prosecuted, 'suspended'), day),
    fromWalk(opinion, 'opinion-answered', upTo(opinion.walks.notAdopted, 'replyReview'), day),
    fromWalk(opinion, 'opinion-review', upTo(opinion.walks.adopted, 'decision'), day),
    fromWalk(opinion, 'opinion-reply', upTo(opinion.walks.adopted, 'verification'), day),
    fromWalk(handling, 'opinion-paper', upTo(handling.walks.opened, 'approval'), day),
  ];
}
