/** Ways through the record of a transfer, of which a copy came on paper. With the regulator it is walked from the transfer. */
import type { JsonObject } from '../../domain/json.ts';
import { subject, whoTakes } from '../criminal-transfer/walks.ts';
import type { Walk, Walks } from '../walk.ts';

const onPaper: JsonObject = { ...subject, sourceNumber: '穗市监刑移〔2026〕3号', transferringAgency: 'gz-amr', policeAgency: 'gz-police', evidenceList: '检验报告、台账、笔录。' };
const from = { starter: 'yan', agency: 'gz-procuratorate', start: onPaper } as const;

export const record = {
  process: 'transfer-record', whoTakes,
  walks: {
    recorded: { ...from, title: '备案', outcome: 'recorded', acts: [['review', 'recorded']] },
    commented: { ...from, title: '向行政机关提出意见', outcome: 'commented', acts: [['review', 'commented', { recordOpinion: '请一并移送电子数据的原始载体。' }]] },
  } satisfies Record<string, Walk>,
} as const satisfies Walks;
