/** Where the values of the official forms (documents.ts) come from in a case. */
import type { DocumentTemplate } from '../../domain/documents/types.ts';
import type { Feel } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { agencyIn, byHand, decision, fileNumber, imprint, internalPaper, pair, says, sheet, signed, wide } from '../letters.ts';
import { complaintDocuments } from './documents.ts';

/** Items of §16, in their order. */
export const refusalGrounds = ['noPower', 'handled', 'notConsumer', 'late', 'materials', 'identity', 'other'] as const;
const idTypes = { idCard: '居民身份证', passport: '护照', permit: '港澳台居民通行证、居住证', other: '其他' } as const;
const chosen = (field: string, values: Readonly<Record<string, string>>): Feel => Object.entries(values).reduceRight((rest, [value, label]) => `if ${field} = "${value}" then ${label} else ${rest}`, 'null');

const forms = complaintDocuments({
  complainant: { kind: 'party', party: 'complainant' },
  respondent: { kind: 'party', party: 'respondent' },
  forwardedTo: { kind: 'data', field: 'forwardTo' },
  values: {
    ...Object.fromEntries((['complainantName', 'complainantPhone', 'complainantIdNumber', 'complainantAddress', 'publicationConsent', 'mediationConsent', 'complainantAgent', 'complainantAgentPhone', 'complainantAgentAddress',
      'respondentName', 'respondentContact', 'respondentAddress', 'respondentPhone', 'respondentHead', 'respondentAgent', 'respondentAgentPhone', 'respondentAgentAddress', 'facts', 'demands', 'receivedOn', 'subject', 'officerName', 'officerPhone', 'officeAddress',
      'reportBy', 'materialCopies', 'materialPages', 'identityDueOn', 'identityMaterials', 'terminationGround', 'mediationOn', 'mediationHour', 'mediationPlace', 'recusalDays', 'mediators', 'agreement'] as const).map((name) => [name, name])),
    complainantIdType: chosen('complainantIdType', Object.fromEntries(Object.entries(idTypes).map(([value, label]) => [value, `"${label}"`]))),
    forwardedToName: 'forwardTo',
    mediationMaterials: 'if mediationMaterials = null then "与投诉有关的其他材料" else mediationMaterials',
    refusalGround: chosen('refusalGround', Object.fromEntries(refusalGrounds.map((ground, i) => [ground, String(i + 1)]))),
  },
});

export const papers = {
  ...forms,
  /** 调解记录 (§24②); the official forms have none of it. */
  mediationRecord: {
    ...internalPaper, title: text('投诉调解记录', 'Record of the mediation'),
    values: {
      caseNumber: 'case.number', complainant: 'complainantName', respondent: 'respondentName', subject: 'subject', demands: 'demands', mediators: 'mediators', on: 'mediationOn', place: 'mediationPlace',
      mode: chosen('mediationMode', { onsite: '"现场调解"', remote: '"非现场调解"', entrusted: '"委托调解"' }), record: 'mediationRecord', performed: 'performed', waived: 'settlementWaived',
      result: 'if mediationTurn = "agreed" then "达成调解协议：" + (if agreement = null then "" else agreement) else "终止调解（第二十三条第一款第" + string(terminationGround) + "项）"',
    },
    blocks: [
      fileNumber(),
      sheet([
        pair('投诉人', '{complainant}', '被投诉人', '{respondent}'), wide('商品或者服务', '{subject}'), wide('投诉请求', '{demands}', 2), pair('调解方式', '{mode}', '调解人员', '{mediators}'), pair('调解日期', '{on:date}', '调解地点', '{place}'),
        wide('调解情况', '{record}', 8), wide('调解结果', '{result}', 4), pair('是否即时履行', '{performed:tick=true}是 {performed:tick=false}否', '双方同意不制作调解书', '{waived:tick=true}是 {waived:tick=false}否'),
      ]),
      byHand('调解人员（签名）：', '记录人（签名）：'),
    ],
  },
  /** §42. */
  policeLetter: {
    ...decision, title: text('涉嫌违法线索移送函', 'Letter to the police'), number: { word: '投移' }, to: [agencyIn('policeAgency', 'police')], internal: true,
    values: { police: 'policeAgency', caseNumber: 'case.number', complainant: 'complainantName', respondent: 'respondentName', subject: 'subject', facts: 'policeFacts' }, addressee: '{police:agency}：',
    blocks: [
      says('我局在处理{complainant}关于{respondent}（{subject}）的投诉（{caseNumber}）中，发现投诉人涉嫌骗取经营者的赔偿或者对经营者进行敲诈勒索：{facts:sentence}'),
      says('根据《市场监督管理投诉举报处理办法》第四十二条的规定，现将有关线索和材料移送你局，请依法处理。'), signed, imprint,
    ],
  },
} as const satisfies Readonly<Record<string, DocumentTemplate>>;
