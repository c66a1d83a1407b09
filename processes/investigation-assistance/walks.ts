/** Ways through a request for assistance, as people of the agency that is asked would go them. */
import type { Walk, Walks } from '../walk.ts';

const usual: Readonly<Record<string, string>> = { 'officer@fs-amr': 'pan', 'section-head@fs-amr': 'kuang' };

const from = {
  starter: 'pan', agency: 'fs-amr',
  start: { sourceNumber: '粤市监案〔2026〕5号', letterNumber: '粤市监协函〔2026〕2号', requestingAgency: 'gd-amr', subjectName: '佛山市晨光电器有限公司', assistanceRequest: '请调取经销商销售台账。' },
} as const;

export const assistanceWalks = {
  process: 'investigation-assistance', whoTakes: (_step, pool) => usual[pool] ?? `nobody holds ${pool}`,
  walks: {
    answered: {
      ...from, title: '退回补充后答复', outcome: 'answered',
      acts: [['investigate', 'answered', { assistanceReply: '销售3200台。' }], ['approve', 'returned', { returnReasons: '请附台账复印件。' }], ['investigate', 'answered', { assistanceReply: '销售3200台，台账复印件附后。' }], ['approve', 'approved']],
    },
    delayed: {
      ...from, title: '期满前告知请求机关延期，先不同意，后同意', outcome: 'answered',
      acts: [
        ['investigate', 'delay', { delayReasons: '台账须向外地经销商调取', delayDays: 20 }], ['delayApproval', 'refused', { delayOpinion: '请先调取本地台账。' }], ['investigate', 'delay', { delayReasons: '本地台账不全，须向外地经销商调取', delayDays: 10 }], ['delayApproval', 'approved'],
        ['investigate', 'answered', { assistanceReply: '销售3200台。' }], ['approve', 'approved'],
      ],
    },
    unable: { ...from, title: '无法协助，说明理由', outcome: 'unable', acts: [['investigate', 'unable', { assistanceReply: '该经销商已注销，无法调取。' }], ['approve', 'approved']] },
  } satisfies Record<string, Walk>,
} as const satisfies Walks;
