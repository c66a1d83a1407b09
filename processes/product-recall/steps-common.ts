/** What the steps of a recall have in common. */
import { noticeAbout } from '../feel.ts';
import type { Steps } from './head.ts';

export const planFields = [
  'planScope', 'planEmergency', 'planMeasureKinds', 'planMeasures', 'planOrganisation', 'planContactPhone', 'planStartOn', 'planEndOn', 'recallQuantity', 'stopSaleOn', 'operatorsToldOn',
] as const;
/** FEEL. */
export const product = 'productName + "（" + model + "）"';
/** FEEL. Matters of the national authority: motor vehicles (条例 §5) and their emissions, of which there are owners to tell. */
export const national = 'productKind != "consumer"';
/** FEEL: what the law calls it. */
export const hazard = '(if productKind = "emission" then "排放危害" else "缺陷")';
export const hazardFact = `{labelZh: ${hazard}, labelEn: if productKind = "emission" then "Emission hazard" else "Defect", value: defectDescription}`;
export const toProducer = '"uscc:" + producerUscc';

export const common = (s: Steps) => ({
  producer: s.party('producer'),
  officer: s.office('officer'),
  theProduct: s.shows('productKind', 'source', 'producerName', 'productName', 'brand', 'model', 'batch', 'quantityInMarket', 'defectCategory', 'defectDescription', 'harm'),
  tell: (zh: string, en: string, to: string, subject: readonly [string, string], body: readonly [string, string]) => s.service(zh, en, 'notify', noticeAbout(product, to, subject, body)),
  /**
   * 涉嫌犯罪 may come to light wherever an officer is at work. The recall goes on, since the danger does: the transfer is a case of its own, where the task force and the
   * head decide (移送规定 §5). No step of it stands here, so that the producer is not warned.
   */
  suspicion: s.mayGive('suspectedOffence', 'criminalFacts', 'evidenceList', 'goodsList'),
  suspected: s.negative('发现涉嫌犯罪，另案移送公安机关', 'Suspected crime: to the police, as a case of its own', { requires: ['suspectedOffence', 'criminalFacts', 'evidenceList'] }),
  transferBeside: s.call('移送涉嫌犯罪案件（另案）', 'Transfer of a suspected crime (its own case)', 'criminal-transfer', { wait: false, input: { ...transferInput, penaltyAfter: 'true' } }),
  penaltyBeside: s.call('质量违法案件查处（另案）', 'Enforcement (its own case)', 'enforcement', { wait: false, input: penaltyInput }),
});

export const transferInput = {
  sourceNumber: 'case.number', subjectName: 'producerName', subjectUscc: 'producerUscc', subjectRegion: 'producerRegion', caseFacts: 'criminalFacts', suspectedOffence: 'suspectedOffence', evidenceList: 'evidenceList', goodsList: 'goodsList',
} as const;
export const penaltyInput = {
  sourceKind: '"recall"', sourceNumber: 'case.number', subjectName: 'producerName', subjectUscc: 'producerUscc', subjectRegion: 'producerRegion',
  leadSummary: `substring(${product} + "：" + defectDescription, 1, 2000) + (if transferReasons = null then "" else " 转送理由：" + substring(transferReasons, 1, 1500))`,
} as const;
