/** A transfer as another case goes through it that has opened one, with what the police of Guangzhou do. */
import { day, type Act } from '../walk.ts';

/** The side of the regulator, up to the report of the task force. */
const toPolice: readonly Act[] = [
  { at: 'criminal-transfer', deed: ['designation', 'designated', { taskForceLead: ['wu'], taskForceMembers: ['wu', 'su'] }] },
  { at: 'criminal-transfer', deed: ['verification', 'reported', { investigationReport: '已核实。', offenceArticles: '《中华人民共和国刑法》第一百四十条', inspectionReportNo: 'GDQ-2026-118', taskForceOpinion: 'transfer' }] },
  { at: 'criminal-transfer', deed: ['reportSigning', 'signed'] }, { at: 'criminal-transfer', deed: ['reportSigning', 'signed', {}, 'su'] },
];
export const headRefuses: readonly Act[] = [...toPolice, { at: 'criminal-transfer', deed: ['approval', 'notApproved', { headCapacity: 'principal', refusalReasons: '现有证据不能证明涉嫌犯罪。' }] }];
/** What is done at the transfer and at the police, until these have filed. */
export const policeFiles: readonly Act[] = [
  ...toPolice, { at: 'criminal-transfer', deed: ['approval', 'approved', { headCapacity: 'principal', approvalOpinion: '同意移送。' }] },
  { at: 'criminal-transfer', deed: ['transfer', 'sent', { policeAgency: 'gz-police', procuratorateAgency: 'gz-procuratorate', materials: ['letter', 'report', 'goods', 'inspection'] }] },
  { at: 'criminal-acceptance', deed: ['receipt', 'received', { receivedByPoliceOn: day(0), receiptNote: '材料齐全。' }] }, { at: 'criminal-acceptance', deed: ['completeness', 'complete'] },
  { at: 'criminal-acceptance', deed: ['examination', 'proposeFiling', { examinationOpinion: '有犯罪事实。' }] }, { at: 'criminal-acceptance', deed: ['decision', 'file', { filedOn: day(0), decisionOpinion: '同意立案。' }] },
  { at: 'criminal-transfer', deed: ['handover', 'handedOver', { handoverOn: day(0), handoverRecord: '案卷二册、样品6件。', handoverReceiver: '雷刚' }] }, { at: 'criminal-acceptance', deed: ['goodsReceived', 'received', { goodsReceipt: '已入库。' }] },
];
/** For a case that waits for it. */
export const policeFile: readonly Act[] = [...policeFiles, { closed: 'criminal-transfer', outcome: 'filed' }];
export const policeDecline: readonly Act[] = [
  ...toPolice, { at: 'criminal-transfer', deed: ['approval', 'approved', { headCapacity: 'principal', approvalOpinion: '同意移送。' }] },
  { at: 'criminal-transfer', deed: ['transfer', 'sent', { policeAgency: 'gz-police', procuratorateAgency: 'gz-procuratorate', materials: ['letter', 'report', 'goods', 'inspection'] }] },
  { at: 'criminal-acceptance', deed: ['receipt', 'received', { receivedByPoliceOn: day(0), receiptNote: '材料齐全。' }] }, { at: 'criminal-acceptance', deed: ['completeness', 'complete'] },
  { at: 'criminal-acceptance', deed: ['examination', 'proposeNotFiling', { examinationOpinion: '未达追诉标准。', notFiledReasons: '现有证据不能证明已达追诉标准。' }] },
  { at: 'criminal-acceptance', deed: ['decision', 'notFile', { notFiledOn: day(0), notFiledReasons: '现有证据不能证明已达追诉标准。' }] }, { at: 'criminal-transfer', deed: ['response', 'accept', { acceptanceOpinion: '认可。' }] },
];
export const policeDoNotFile: readonly Act[] = [...policeDecline, { closed: 'criminal-transfer', outcome: 'notFiled' }];
