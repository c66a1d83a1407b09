/** A voluntary recall of a consumer product, from the report to the closing, by four people. */
import { demoPerson } from '../../cli/demo/people.ts';
import type { JsonObject } from '../../domain/json.ts';
import { dayOf } from '../../domain/calendar/civil-day.ts';

const today = dayOf(Date.now());
const maker = demoPerson('chenguang')?.enterprise;

export const voluntaryReport: JsonObject = {
  productKind: 'consumer', source: 'producer', discoveredOn: today, producerName: maker?.name ?? '', producerUscc: maker?.uscc ?? '', producerRegion: '440600',
  contactName: '梁雪', contactPhone: '13800138000', productName: '电热水壶', model: 'CG-1.5L', quantityInMarket: 12_000, defectCategory: 'design',
  defectDescription: '温控器失效时不能断电', harm: '干烧，可能引起火灾', producerFindsDefect: true, defectFoundOn: today,
};

export interface Step { readonly person: string; readonly node: string; readonly outcome: string; readonly data: JsonObject }
export const voluntarySteps: readonly Step[] = [
  { person: 'lin', node: 'acceptance', outcome: 'accepted', data: {} },
  { person: 'chenguang', node: 'plan', outcome: 'submitted', data: {
    planScope: 'CG-1.5L 全部批次，温控器缺陷', planEmergency: '停止使用并拔下电源', planMeasureKinds: ['repair', 'refund'], planMeasures: '免费更换温控器或者退货',
    planOrganisation: '质量部', planContactPhone: '075788886666', planStartOn: today, planEndOn: today, recallQuantity: 12_000, stopSaleOn: today, operatorsToldOn: today,
  } },
  { person: 'lin', node: 'planCheck', outcome: 'filed', data: { planOpinion: '内容完整，准予备案' } },
  { person: 'chenguang', node: 'producerPublication', outcome: 'published', data: { publicationOn: today, publicationChannel: '公司网站', hotline: '4008886666', implementationFrom: today } },
  { person: 'chenguang', node: 'implementation', outcome: 'finished', data: { recalledCount: 11_000, completedOn: today } },
  { person: 'chenguang', node: 'summary', outcome: 'submitted', data: { summaryReport: '召回完成', recalledCount: 11_000 } },
  { person: 'tang', node: 'assessment', outcome: 'effective', data: { effectReport: '措施有效' } },
  { person: 'huang', node: 'closing', outcome: 'closed', data: { closingOpinion: '同意结案' } },
];
