/** What the ways through a transfer are about (案情): one matter each, whose facts, goods, evidence, objections and answers belong together. */
import type { JsonObject } from '../../domain/json.ts';

/** Of whom, what is suspected, and what is known of it at every agency. */
export interface Story {
  readonly subject: JsonObject & { readonly subjectName: string };
  /** 案号 of the case of the regulator that it comes from. */
  readonly sourceNumber: string;
  readonly evidence: string;
  readonly goods: string;
  /** Paid before the transfer; null where no penalty came first. */
  readonly fineAlreadyPaid: number | null;
  readonly report: { readonly investigationReport: string; readonly offenceArticles: string; readonly inspectionReportNo: string };
  /** Why a member of the task force does not sign at first. */
  readonly objection: string;
  /** Why the head does not approve. */
  readonly refusal: string;
  readonly lead: string;
  /** Why the police do not file, what they ask for, what they are given, and why it is to be filed after all. */
  readonly doubt: string;
  readonly request: string;
  readonly supplement: string;
  readonly answer: string;
  readonly handedOver: string;
  /** Why another city's police are competent. */
  readonly elsewhere: string;
}

export const toys = {
  subject: {
    subjectName: '广州海川玩具有限公司', subjectUscc: '91440101MA5CK83P1C', subjectRegion: '440100', suspectedOffence: '生产、销售不符合安全标准的产品罪',
    caseFacts: '该公司明知毛绒玩具小零件易脱落、三岁以下儿童可能窒息，仍继续生产销售，销售金额三十余万元，已造成两名儿童受伤。',
  },
  sourceNumber: '穗市监处〔2026〕18号', evidence: '1. 检验报告一份；2. 销售台账电子数据一份；3. 询问笔录三份；4. 病历资料两份。', goods: '毛绒玩具熊HC-B20 1200件，存放于本局罚没物品仓库。', fineAlreadyPaid: 5_000_000,
  report: { investigationReport: '经抽样检验，30件样品中6件小零件脱落；销售台账、询问笔录和病历相互印证。', offenceArticles: '《中华人民共和国刑法》第一百四十六条', inspectionReportNo: 'GDQ-2026-118' },
  objection: '第二名儿童的伤情尚未鉴定。', refusal: '现有证据不能证明已造成严重后果，依法给予行政处罚。', lead: '检验机构工作人员涉嫌收受贿赂，为该公司的玩具出具虚假检验报告。',
  doubt: '现有病历不能证明已造成严重后果。', request: '请补充两名儿童的伤情鉴定意见。', supplement: '补充两名儿童的伤情鉴定意见两份。', answer: '病历和伤情鉴定意见证明一名儿童因误吞零件窒息致重伤，已造成严重后果。',
  handedOver: '毛绒玩具熊1200件、案卷材料二册。', elsewhere: '涉案玩具在深圳市生产、销售，主要犯罪地在深圳市。',
} as const satisfies Story;

export const cosmetics = {
  subject: { subjectName: '广州市白云区某化妆品厂', subjectUscc: null, subjectRegion: '440100', suspectedOffence: '生产、销售伪劣产品罪', caseFacts: '该厂以普通膏霜冒充祛斑类特殊化妆品销售，销售金额六十余万元。' },
  sourceNumber: '穗市监处〔2026〕27号', evidence: '1. 检验报告两份；2. 网店订单和收款记录电子数据一份；3. 生产记录一册；4. 询问笔录四份。', goods: '标称“祛斑霜”的膏霜2600瓶、标签8000张，扣押于本局罚没物品仓库。', fineAlreadyPaid: null,
  report: { investigationReport: '经检验，涉案膏霜不含所标称的祛斑成分，产品没有特殊化妆品注册证；订单与收款记录相互印证。', offenceArticles: '《中华人民共和国刑法》第一百四十条', inspectionReportNo: 'GDQ-2026-203' },
  objection: '网店刷单的金额尚未剔除。', refusal: '剔除刷单金额后的销售金额尚未查清，现有证据不足以认定涉嫌犯罪，继续调查。', lead: '街道工作人员涉嫌收受该厂财物，在检查前通风报信。',
  doubt: '网店存在刷单，实际销售金额没有查清。', request: '请补充剔除刷单后的销售金额审计报告。', supplement: '补充销售金额专项审计报告一份、买家证言十五份。', answer: '审计报告已剔除刷单订单，买家证言予以印证，实际销售金额已超过五万元。',
  handedOver: '膏霜2600瓶、标签8000张、案卷材料三册。', elsewhere: '该厂的生产窝点和发货仓库均在深圳市，主要犯罪地在深圳市。',
} as const satisfies Story;

export const wire = {
  subject: { subjectName: '广州市某线缆经营部', subjectUscc: null, subjectRegion: '440100', suspectedOffence: '销售伪劣产品罪', caseFacts: '该经营部明知是导体电阻不合格的电线电缆而销售，销售金额二十余万元，用于在建住宅小区。' },
  sourceNumber: '穗市监处〔2026〕33号', evidence: '1. 检验报告三份；2. 购销合同和送货单各一册；3. 询问笔录五份；4. 与供货方的聊天记录电子数据一份。', goods: 'BV 2.5mm²电线410卷，查封于该经营部仓库。', fineAlreadyPaid: 2_000_000,
  report: { investigationReport: '三个批次的电线导体电阻均不合格；聊天记录显示该经营部明知线径不足，仍以国标线价格销售给工地。', offenceArticles: '《中华人民共和国刑法》第一百四十条', inspectionReportNo: 'GDQ-2026-176' },
  objection: '已退货的金额尚未核减。', refusal: '现有证据不能证明该经营部明知产品不合格，依法给予行政处罚。', lead: '工程监理人员涉嫌收受该经营部财物，放行不合格电线电缆进场。',
  doubt: '现有证据不能证明该经营部明知电线电缆不合格。', request: '请补充该经营部明知产品不合格的证据。', supplement: '补充供货方证言二份、聊天记录的电子数据检验报告一份。', answer: '供货方证言与聊天记录证明该经营部明知线径不足仍予销售，销售金额已超过五万元。',
  handedOver: '电线410卷、案卷材料二册。', elsewhere: '涉案电线电缆在深圳市的工地交货使用，主要犯罪地在深圳市。',
} as const satisfies Story;

export const helmets = {
  subject: { subjectName: '广州市某安全帽加工点', subjectUscc: null, subjectRegion: '440100', suspectedOffence: '生产、销售不符合安全标准的产品罪', caseFacts: '该加工点用回料生产电动自行车头盔，抽检吸收碰撞能量性能不合格，已有一名骑行人佩戴该头盔摔倒后颅脑受伤。' },
  sourceNumber: '穗市监处〔2026〕41号', evidence: '1. 抽样单和检验报告各一份；2. 生产、销售记录一册；3. 询问笔录三份；4. 伤者病历一份。', goods: '电动自行车头盔860顶、模具两副，扣押于本局罚没物品仓库。', fineAlreadyPaid: null,
  report: { investigationReport: '抽检的头盔吸收碰撞能量性能不合格；负责人承认为降低成本使用回料；伤者所戴头盔经辨认为该加工点生产。', offenceArticles: '《中华人民共和国刑法》第一百四十六条', inspectionReportNo: 'GDQ-2026-231' },
  objection: '伤者所戴头盔尚未辨认。', refusal: '头盔与伤害后果的因果关系尚未查明，继续调查。', lead: '市场管理人员涉嫌收受该加工点财物，隐瞒其无证生产。',
  doubt: '不能证明颅脑受伤是头盔不合格造成的。', request: '请补充头盔与伤害后果因果关系的鉴定意见。', supplement: '补充因果关系鉴定意见一份。', answer: '因果关系鉴定意见证明合格头盔足以避免该伤害，已造成严重后果。',
  handedOver: '电动自行车头盔860顶、模具两副、案卷材料二册。', elsewhere: '该加工点已迁至深圳市，主要犯罪地在深圳市。',
} as const satisfies Story;
