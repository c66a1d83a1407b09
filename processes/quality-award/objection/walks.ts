/** Ways through an objection. Those opened by a notice are opened by the case of the notice; here they are taken in by an officer, which is the same way from then on. */
import type { JsonObject } from '../../../domain/json.ts';
import { day, type Act, type Walk, type Walks } from '../../walk.ts';

const usual: Readonly<Record<string, string>> = { 'secretariat@gd-award-secretariat': 'tan', 'agency-head@gd-award-secretariat': 'meng', 'officer@fs-amr': 'pan', 'agency-head@fs-amr': 'pei', 'officer@gz-amr': 'wu', 'agency-head@gz-amr': 'feng' };
const whoTakes = (_step: string, pool: string): string => usual[pool] ?? `nobody holds ${pool}`;

export const paper: JsonObject = { sourceNumber: '粤质奖奖评〔2026〕1号', noticeName: '第8届广东省政府质量奖受理名单', objectorName: '陈伟', objectorContact: '13800138000', grounds: '名单中某单位2025年受过环保处罚，未如实申报，附处罚决定书编号。', filedOn: day(0) };
const online: JsonObject = { ...paper, objectionId: '00000000-0000-4000-8000-0000000000aa' };
const taken: Act = ['acceptance', 'accepted', { acceptanceOpinion: '实名提出，附有线索，予以受理。' }];
const examined: Act = ['examination', 'proposed', { findings: '调取处罚记录，向生态环境部门核实。', reply: '经核实，处罚属实，已按规定处理。' }];
const refused: Act = ['acceptance', 'refused', { acceptanceOpinion: '未提供任何证据。', refusalGround: 'evidence' }];

const fromNotice = { purely: '由公示的网上异议发起' } as const;

export const objection = {
  process: 'award-objection', whoTakes,
  walks: {
    upheld: { title: '书面异议，受理、退回补充核查后成立', starter: 'tan', agency: 'gd-award-secretariat', start: paper, outcome: 'upheld', acts: [taken, examined, ['answer', 'returned', { reply: '请补充证据。' }], examined, ['answer', 'upheld', { reply: '经核实，处罚属实。' }]] },
    rejected: { title: '市级公示的异议，不成立', starter: 'pan', agency: 'fs-amr', start: paper, outcome: 'rejected', acts: [taken, examined, ['answer', 'rejected', { reply: '经核实，所述处罚与申报单位无关。' }]] },
    refused: { title: '未提供证据，不予受理', starter: 'pan', agency: 'fs-amr', start: paper, outcome: 'refused', acts: [refused] },
    upheldOnline: { ...fromNotice, title: '网上异议成立，同时网上答复', starter: 'tan', agency: 'gd-award-secretariat', start: online, outcome: 'upheld', acts: [taken, examined, ['answer', 'upheld', { reply: '经核实，处罚属实。' }]] },
    rejectedOnline: { ...fromNotice, title: '网上异议不成立', starter: 'tan', agency: 'gd-award-secretariat', start: online, outcome: 'rejected', acts: [taken, examined, ['answer', 'rejected', { reply: '经核实不实。' }]] },
    refusedOnline: { ...fromNotice, title: '网上异议不予受理', starter: 'tan', agency: 'gd-award-secretariat', start: online, outcome: 'refused', acts: [refused] },
  } as const satisfies Record<string, Walk>,
  grounds: [{ walk: 'refused', step: 'acceptance', field: 'refusalGround', values: ['anonymous', 'late', 'scope'] }],
} as const satisfies Walks;
