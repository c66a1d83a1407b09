/** Ways through a dispute over jurisdiction. */
import type { JsonObject } from '../../domain/json.ts';
import { whoTakes } from '../complaint/walks.ts';
import type { Act, Walk, Walks } from '../walk.ts';

export const disputeWalks = { process: 'jurisdiction-dispute', whoTakes, walks: makeWalks() } as const satisfies Walks;

function makeWalks() {
  const asked: JsonObject = {
    purpose: 'consultation', sourceNumber: '穗天河市监诉〔2026〕1号', askingAgency: 'gz-tianhe-amr', otherAgency: 'gz-haizhu-amr', subjectName: '广州海川玩具有限公司', subjectAddress: '广州市海珠区新港中路10号', matter: '儿童滑板车退货争议',
    disputeReasons: '实际经营地在海珠区。',
  };
  const examined = (agency: string): Act => ['examination', 'submitted', { examination: '已核实经营地。', appointedAgency: agency }];
  const appoint = (agency: string): Act => ['appointment', 'appointed', { appointedAgency: agency, appointmentReasons: '由实际经营地机关处理。' }];
  const other = { starter: 'liaoyun', agency: 'gz-haizhu-amr', start: asked };
  const superior = { starter: 'wu', agency: 'gz-amr', start: { ...asked, purpose: 'appointment', otherReasons: '住所地在天河区。' } };
  return {
    takesOver: { ...other, title: '同意由本机关处理', outcome: 'takesOver', acts: [['consultation', 'takesOver', { answer: '由我局处理。' }]] },
    declines: { ...other, title: '认为应由来文机关处理', outcome: 'declines', acts: [['consultation', 'declines', { answer: '住所地在天河区。' }]] },
    noAnswer: { ...other, title: '七个工作日内未答复', outcome: 'noAnswer', acts: [{ waitFor: 'consultation' }] },
    appointed: {
      ...superior, title: '退回一次后指定；指定第三个机关的，重新指定', outcome: 'appointed',
      acts: [
        examined('gz-tianhe-amr'), ['appointment', 'returned', { appointedAgency: 'gz-tianhe-amr', appointmentReasons: '请核实。' }], examined('gz-haizhu-amr'), appoint('fs-amr'), appoint('gz-haizhu-amr'),
      ],
    },
  } as const satisfies Record<string, Walk>;
}
