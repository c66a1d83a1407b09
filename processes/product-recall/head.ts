/** 缺陷产品召回: what the process is, who takes part, how it is started and how it can end. */
import { describeProcess } from '../../domain/model/builder.ts';
import { text } from '../../domain/text.ts';
import { documents } from './documents.ts';
import { fields } from './fields.ts';

export const recallHead = describeProcess({
  key: 'product-recall',
  version: 5,
  name: text('缺陷产品召回', 'Recall of defective products'),
  summary: text(
    '消费品、汽车产品、机动车排放的主动召回、通知召回、责令召回：从缺陷信息报告到召回效果评估和结案',
    'Voluntary, notified and ordered recall of consumer goods, motor vehicles, and for their emissions: from the report of a defect to the assessment of its effect and the closing',
  ),
  numberWord: '召',
  roles: {
    officer: text('承办人', 'Case officer'), 'section-head': text('审核人', 'Section head'), 'agency-head': text('负责人', 'Head of the agency'),
    'technical-body': text('技术机构人员', 'Technical expert'),
  },
  parties: {
    producer: { name: text('生产者', 'Producer'), usccField: 'producerUscc' },
    operator: { name: text('报告的其他经营者', 'Operator that reports'), usccField: 'operatorUscc' },
  },
  fields,
  documents,
  starters: [{ kind: 'party', party: 'producer' }, { kind: 'party', party: 'operator' }, { kind: 'office', role: 'officer' }],
  startForm: {
    productKind: 'required', source: 'required', reporterName: 'optional', discoveredOn: 'required',
    producerName: 'required', producerUscc: 'required', producerRegion: 'required', contactName: 'required', contactPhone: 'required',
    productName: 'required', brand: 'optional', model: 'required', batch: 'optional', madeFrom: 'optional', madeUntil: 'optional',
    quantityMade: 'optional', quantityInMarket: 'required', salesAreas: 'optional',
    defectCategory: 'required', defectDescription: 'required', harm: 'required', incidents: 'optional', injuries: 'optional', overseasRecall: 'optional',
    emissionStandard: 'optional', emissionParts: 'optional', producerFindsDefect: 'required', defectFoundOn: 'optional',
    // Below the producer's own: the console fills in the first code for whoever is signed in.
    operatorName: 'optional', operatorUscc: 'optional',
  },
  title: 'producerName + " " + productName + "（" + model + "）" + (if productKind = "emission" then "排放召回" else "缺陷召回")',
  outcomes: {
    voluntaryCompleted: text('主动召回完成', 'Voluntary recall completed'),
    notifiedCompleted: text('通知召回完成', 'Notified recall completed'),
    orderedCompleted: text('责令召回完成', 'Ordered recall completed'),
    noDefect: text('不存在缺陷，终止', 'No defect'),
    outOfScope: text('不属于召回范围', 'Not a matter for recall'),
    forwarded: text('已转通报生产者所在地省级部门', 'Forwarded to the authority of the producer’s province'),
    transferredToEnforcement: text('转行政处罚', 'Transferred to enforcement'),
    transferredToPolice: text('涉嫌犯罪，移送公安机关', 'Transferred to the police'),
  },
});

export type Steps = Parameters<Parameters<typeof recallHead.steps>[0]>[0];
