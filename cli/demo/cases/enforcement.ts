/** Demo cases of reports and penalties: at different stages, of different agencies, with what other agencies are asked. */
import { enforcementWalks } from '../../../processes/enforcement/walks.ts';
import { reportWalks } from '../../../processes/report/walks.ts';
import { upTo, type Walk } from '../../../processes/walk.ts';
import { fromWalk, type DayAt, type DemoCase } from './types.ts';

export function enforcementCases(day: DayAt): readonly DemoCase[] {
  const { walks } = enforcementWalks;
  const reports = reportWalks.walks;
  const about = (walk: Walk, subjectName: string, leadSummary: string): Walk => ({ ...walk, start: { ...walk.start, subjectName, subjectUscc: null, leadSummary } });
  const masks = (walk: Walk): Walk => about(walk, '佛山市某日用品商行', '销售的儿童口罩过滤效率不符合GB/T 38880的规定，标称生产者查无此人。');
  const scales = (walk: Walk): Walk => about(walk, '广州市某海鲜批发部', '使用的电子计价秤有作弊功能，计量不准。');
  const cables = (walk: Walk): Walk => about(walk, '广东某线缆贸易公司', '销售导体电阻不合格的电线电缆，用于在建住宅小区。');
  const penalty = (key: string, walk: Walk): DemoCase => fromWalk(enforcementWalks, key, walk, day);
  return [
    fromWalk(reportWalks, 'report-triage', masks(upTo(reports.filed, 'triage')), day),
    fromWalk(reportWalks, 'report-testing', scales(upTo(reports.byCitizen, 'checkTesting')), day),
    fromWalk(reportWalks, 'report-decision', cables(upTo(reports.fromSampling, 'decision')), day),
    fromWalk(reportWalks, 'report-told', upTo(reports.notFiled, 'resultService'), day),
    penalty('penalty-measures', upTo(walks.measured, 'seizureTesting')),
    penalty('penalty-assistance', upTo(walks.measured, 'approve')),
    penalty('penalty-response', upTo(walks.performed, 'response')),
    penalty('penalty-hearing', upTo(walks.heardNot, 'hearingComing')),
    penalty('penalty-payment', upTo(walks.performed, 'paymentCheck')),
    penalty('penalty-police', upTo(walks.judiciary, 'decision')),
    penalty('penalty-jurisdiction', upTo(walks.appointedOther, 'decide')),
    penalty('penalty-closed', walks.revoked),
  ];
}
