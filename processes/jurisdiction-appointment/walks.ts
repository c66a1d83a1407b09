/** Ways through an appointment of jurisdiction, as people would go them. */
import type { Walk, Walks } from '../walk.ts';

const usual: Readonly<Record<string, string>> = { 'officer@gd-amr': 'lin', 'agency-head@gd-amr': 'he' };

const from = {
  starter: 'lin', agency: 'gd-amr',
  start: {
    sourceNumber: '穗市监案〔2026〕9号', requestingAgency: 'gz-amr', disputeWith: '佛山市市场监督管理局', subjectName: '广州海川玩具有限公司', subjectRegion: '440100', leadSummary: '毛绒玩具小零件易脱落。', disputeReasons: '双方均认为由己方管辖。',
    negotiationRecord: '七个工作日内未能协商一致。',
  },
} as const;

export const appointmentWalks = {
  process: 'jurisdiction-appointment', whoTakes: (_step, pool) => usual[pool] ?? `nobody holds ${pool}`,
  walks: {
    appointed: {
      ...from, title: '退回一次后指定管辖', outcome: 'appointed',
      acts: [
        ['examine', 'submitted', { examinationOpinion: '主要违法行为地在佛山。', appointedAgency: 'gz-amr', appointmentReasons: '先立案。' }], ['decide', 'returned'],
        ['examine', 'submitted', { examinationOpinion: '主要违法行为地在佛山。', appointedAgency: 'fs-amr', appointmentReasons: '主要违法行为地在佛山。' }], ['decide', 'appointed'], ['handOver', 'sent'],
      ],
    },
  } satisfies Record<string, Walk>,
} as const satisfies Walks;
