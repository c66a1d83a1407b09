/**
 * 投诉的文书式样, word for word as the official forms of April 2026 (市场监督管理部门处理投诉举报文书式样; they replace those of 国市监网监〔2019〕242号).
 * The process says by FEEL where each value comes from: complaintDocuments({ values: { complainantName: 'complainantName', … }, complainant, respondent }).
 */
import type { Block, DocumentTemplate, Recipient, Row } from '../../domain/documents/types.ts';
import type { AgencyRef, Feel } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';

/** What the forms have blanks for. Days are dates, `…Ground` is the number of the paragraph (1, 2, …), `…Consent` true or false. */
export const complaintValues = [
  'complainantName', 'complainantPhone', 'complainantIdType', 'complainantIdNumber', 'complainantAddress', 'publicationConsent', 'mediationConsent', 'complainantAgent', 'complainantAgentPhone', 'complainantAgentAddress',
  'respondentName', 'respondentContact', 'respondentAddress', 'respondentPhone', 'respondentHead', 'respondentAgent', 'respondentAgentPhone', 'respondentAgentAddress',
  'facts', 'demands', 'receivedOn', 'subject', 'officerName', 'officerPhone', 'officeAddress',
  'forwardedToName', 'reportBy', 'materialCopies', 'materialPages', 'identityDueOn', 'identityMaterials', 'refusalGround', 'terminationGround',
  'mediationOn', 'mediationHour', 'mediationPlace', 'mediationMaterials', 'recusalDays', 'mediators', 'agreement',
] as const;
export type ComplaintValue = (typeof complaintValues)[number];

/** Of each of them: Omit of a union would keep only what they have in common. */
export type Unnamed<R> = R extends unknown ? Omit<R, 'name'> : never;

export interface ComplaintBinding {
  /** FEEL by value; one that is left out stays blank on paper. */
  readonly values: Partial<Readonly<Record<ComplaintValue, Feel>>>;
  /** Who complains: a party, or whoever filed the case (a citizen). */
  readonly complainant: Unnamed<Extract<Recipient, { kind: 'party' | 'initiator' | 'other' }>>;
  readonly respondent: Unnamed<Extract<Recipient, { kind: 'party' | 'other' }>>;
  /** 分送: to which agency. */
  readonly forwardedTo?: AgencyRef;
  /** Field that gets the day of service of each document, where the process has one. */
  readonly served?: Partial<Readonly<Record<ComplaintDocument, { readonly on?: string; readonly way?: string }>>>;
}

export const complaintForms = ['registration', 'forwarding', 'identityRequest', 'acceptance', 'refusal', 'mediationNotice', 'termination', 'settlement'] as const;
export type ComplaintDocument = (typeof complaintForms)[number];

const says = (pattern: string): Block => ({ kind: 'paragraph', text: pattern });
const note = (pattern: string): Block => ({ kind: 'note', text: pattern });
const signed: Block = { kind: 'signature' };
const label = (name: string, more: { readonly span?: number; readonly rows?: number; readonly upright?: boolean } = {}) => ({ text: name, label: true, ...more });
const told = (no: number, kind: string): string => `${no}.本${kind}可以通过互联网、电话、短信、电子邮件、信函等方式告知。`;

const registrationRows: readonly Row[] = [
  { cells: [label('投诉人', { rows: 4, upright: true }), label('姓名'), { text: '{complainantName}' }, label('联系电话'), { text: '{complainantPhone}' }] },
  { cells: [label('证件类型'), { text: '{complainantIdType}' }, label('证件号码'), { text: '{complainantIdNumber}' }] },
  { cells: [label('联系地址'), { text: '{complainantAddress}', span: 3 }] },
  { cells: [label('是否同意公示投诉信息'), { text: '{publicationConsent:tick=true}是 {publicationConsent:tick=false}否', align: 'center' }, label('是否同意委托调解'), { text: '{mediationConsent:tick=true}是 {mediationConsent:tick=false}否', align: 'center' }] },
  { cells: [label('被投诉人', { rows: 2, upright: true }), label('名称（姓名）'), { text: '{respondentName}' }, label('联系人'), { text: '{respondentContact}' }] },
  { cells: [label('地址'), { text: '{respondentAddress}' }, label('联系电话'), { text: '{respondentPhone}' }] },
  { cells: [label('消费者权益争议事实依据', { upright: true }), { text: '{facts}', span: 4 }], lines: 11 },
  { cells: [label('投诉请求', { upright: true }), { text: '{demands}', span: 4 }], lines: 4 },
  { cells: [{ text: '投诉人（签字）：\n{none:date}', span: 3, align: 'center' }, { text: '经办人（签字）：\n{none:date}', span: 2, align: 'center' }], lines: 2 },
];

const grounds = {
  refusal: [
    '（一）投诉事项不属于市场监督管理部门职责，或者本行政机关不具有处理权限的；', '（二）法院、仲裁机构、市场监督管理部门或者其他行政机关、消费者协会已经受理或者处理过同一消费者权益争议的；',
    '（三）不是为生活消费需要购买、使用商品或者接受服务，或者不能证明与被投诉人之间存在消费者权益争议的；', '（四）除法律另有规定外，投诉人知道或者应当知道自己的权益受到被投诉人侵害之日起超过三年的；',
    '（五）未提供本办法第十条第一款、第十一条规定的材料，或者提供虚假材料的；', '（六）冒用他人名义或者拒不配合市场监督管理部门核验真实身份信息的；', '（七）法律、法规、规章规定不予受理的其他情形。',
  ],
  termination: [
    '（一）投诉人撤回投诉或者双方自行和解的；', '（二）投诉人、被投诉人无正当理由不参加调解，或者明确拒绝调解的；', '（三）经组织调解，投诉人或者被投诉人明确表示无法达成调解协议的；', '（四）投诉人与被投诉人对鉴定、检测费用承担无法协商一致的；',
    '（五）自投诉受理之日起六十日内投诉人和被投诉人未能达成调解协议的；', '（六）市场监督管理部门受理投诉后，发现存在本办法第十六条、第四十二条规定情形的；', '（七）投诉人、被投诉人死亡或者主体资格灭失的；', '（八）法律、法规、规章规定的应当终止调解的其他情形。',
  ],
} as const;

/** The eight forms of a complaint, by name; the ninth and tenth (举报) are in processes/report/documents.ts. */
export function complaintDocuments({ values: given, complainant, respondent, forwardedTo = { kind: 'handling' }, served = {} }: ComplaintBinding): Readonly<Record<ComplaintDocument, DocumentTemplate>> {
  const values: Readonly<Record<string, Feel>> = { ...Object.fromEntries(complaintValues.map((name) => [name, given[name] ?? 'null'])), caseNumber: 'case.number', none: 'null' };
  const issuer = { kind: 'agency', agency: { kind: 'handling' } } as const;
  const one = { ...complainant, name: 'complainantName' } as Recipient;
  const other = { ...respondent, name: 'respondentName' } as Recipient;
  const letter = (id: ComplaintDocument, word: string, to: readonly Recipient[]): Pick<DocumentTemplate, 'issuer' | 'number' | 'sealed' | 'to' | 'values' | 'served'> =>
    ({ issuer, number: { word, ordinal: true }, sealed: true, to, values, served: served[id] ?? {} });
  return {
    /** 文书式样一. */
    registration: {
      title: text('投诉登记表', 'Registration of a complaint'), issuer, to: [], values, internal: true,
      blocks: [
        { kind: 'paragraph', text: '登记单位：{issuer}\t编号：{caseNumber}', indent: false, small: true }, { kind: 'table', widths: [8, 28, 46, 26, 48], small: true, rows: registrationRows },
        note('注：1. 本表格适用于市场监督管理部门对消费者通过电话、信函、上门等方式提起投诉的登记。'), note('2. 消费者通过非现场方式提起投诉的，无须在投诉人一栏签字。'),
        note('3. 消费者权益争议事实依据应当包括：消费者购买、使用商品或者接受服务的时间、地点、内容、涉及金额、消费者权益争议情况等具体事实及相应证明材料。'),
        note('4. 投诉请求应当包括：消费者主张修理、重作、更换、退货、补足商品数量、退还货款和服务费用、赔偿损失等具体请求。'),
      ],
    },
    /** 文书式样三. */
    forwarding: {
      ...letter('forwarding', '投送', [{ kind: 'agency', agency: forwardedTo, name: 'forwardedToName' }]), title: text('投诉分送通知书', 'Complaint forwarded'), internal: true,
      addressee: '{forwardedToName:agency}：', blocks: forwardingBlocks('投诉', '{complainantName}'),
    },
    /** 文书式样四. */
    identityRequest: {
      ...letter('identityRequest', '投限', [one]), title: text('限期提供身份证明材料通知书', 'Request for proof of identity'), addressee: '{complainantName}：',
      blocks: [
        says('根据《中华人民共和国消费者权益保护法实施条例》第四十六条第一款的规定，消费者和经营者发生消费争议向市场监督管理部门或者其他有关行政部门投诉的，应当提供真实身份信息等材料。'),
        says('根据《市场监督管理投诉举报处理办法》第十条第三款的规定，请你在{identityDueOn:date}前向我局提供以下身份证明材料。'), { kind: 'paragraph', text: '{identityMaterials:sentence}', when: 'identityMaterials' },
        says('逾期未提供或提供虚假材料的，我局将根据《市场监督管理投诉举报处理办法》第十条、第十六条的规定，对投诉依法不予受理。'), says('联系电话：{officerPhone}；通信地址：{officeAddress}。'), signed,
        note('注：1.本通知书适用于投诉人未提供真实身份信息，市场监督管理部门通知投诉人限期提供身份证明材料。'), note('2.本通知书中“联系电话”“通信地址”指接收限期提供身份证明材料的市场监督管理部门地址及联系电话。'),
      ],
    },
    /** 文书式样五. */
    acceptance: {
      ...letter('acceptance', '投受', [one]), title: text('投诉受理决定书', 'Complaint accepted'), addressee: '{complainantName}：',
      blocks: [
        says('我局于{receivedOn:date}收到你关于{subject}的投诉。经审查，符合《市场监督管理投诉举报处理办法》规定的受理条件，我局决定受理。'), says('联系人：{officerName}；联系电话：{officerPhone}。'), says('特此告知。'), signed,
        note('注：1.本决定书适用于市场监督管理部门对投诉作出受理决定，并告知投诉人受理情况。'), note('2.本决定书中“联系人”“联系电话”指市场监督管理部门负责处理投诉的工作人员及其联系电话。'), note(told(3, '决定书')),
      ],
    },
    /** 文书式样六. */
    refusal: {
      ...letter('refusal', '投不受', [one]), title: text('投诉不予受理决定书', 'Complaint not accepted'), addressee: '{complainantName}：',
      blocks: [
        says('我局于{receivedOn:date}收到你关于{subject}的投诉。经审查，属以下第〔{refusalGround:hanzi}〕项情形，依据《市场监督管理投诉举报处理办法》第十六条的规定，我局决定不予受理。'), ...grounds.refusal.map(says),
        says('你还可以按照《中华人民共和国消费者权益保护法》第三十九条规定的其他途径解决消费者权益争议。'), says('特此告知。'), signed,
        note('注：1.本决定书适用于市场监督管理部门对投诉作出不予受理决定，并告知投诉人不予受理情况。'), note(told(2, '决定书')),
      ],
    },
    /** 文书式样七. */
    mediationNotice: {
      ...letter('mediationNotice', '投调', [one, other]), title: text('投诉调解通知书', 'Notice of mediation'), addressee: '{complainantName}、{respondentName}：',
      blocks: [
        says('关于{subject}的投诉，我局已经受理，根据《市场监督管理投诉举报处理办法》的规定，现组织双方当事人进行现场调解。请于{mediationOn:date}{mediationHour}时到{mediationPlace}参加调解。无正当理由不参加调解的，我局将依法终止调解。'),
        says('请携带以下材料：1. 身份证明材料；2. {mediationMaterials:sentence}'),
        says('如果您认为调解人员是投诉人或者被投诉人的近亲属或者有其他利害关系，可能影响公正处理投诉的，可以自收到本通知书之日起{recusalDays}日内对调解人员提出回避申请。'), says('调解人员：{mediators}；联系电话：{officerPhone}。'), says('特此通知。'), signed,
        note('注：1.本通知书适用于市场监督管理部门通知投诉人和被投诉人参加现场调解。'), note('2.本通知书中“调解人员”“联系电话”指主持调解的工作人员及其联系电话。'), note(told(3, '通知书')),
      ],
    },
    /** 文书式样八. */
    termination: {
      ...letter('termination', '投终', [one, other]), title: text('投诉终止调解决定书', 'Mediation terminated'), addressee: '{complainantName}、{respondentName}：',
      blocks: [
        says('经审查，关于{subject}投诉的调解过程中出现以下第〔{terminationGround:hanzi}〕项情形，依据《市场监督管理投诉举报处理办法》第二十三条第一款的规定，我局决定终止调解。'), ...grounds.termination.map(says),
        says('投诉人、被投诉人对市场监督管理部门作出的终止调解决定、调解结果不服的，可以按照《中华人民共和国消费者权益保护法》第三十九条规定，通过民事诉讼、仲裁等其他途径解决消费者权益争议。'), says('特此告知。'), signed,
        note('注：1. 本决定书适用于市场监督管理部门对投诉作出终止调解决定，并告知投诉人和被投诉人。'), note(told(2, '决定书')),
      ],
    },
    /** 文书式样九. */
    settlement: {
      ...letter('settlement', '投解', [one, other]), title: text('投诉调解书', 'Mediation agreement'),
      blocks: [
        ...[
          '投诉人：{complainantName}\t联系电话：{complainantPhone}', '联系地址：{complainantAddress}', '委托代理人：{complainantAgent}\t联系电话：{complainantAgentPhone}', '联系地址：{complainantAgentAddress}', '被投诉人：{respondentName}',
          '法定代表人（负责人）：{respondentHead}\t联系电话：{respondentPhone}', '地址（经营场所）：{respondentAddress}', '委托代理人：{respondentAgent}\t联系电话：{respondentAgentPhone}', '联系地址：{respondentAgentAddress}',
        ].map(says),
        says('投诉内容及投诉请求：{facts:sentence}{demands:sentence}'), says('根据《市场监督管理投诉举报处理办法》有关规定，本局组织双方当事人进行调解，双方自愿达成如下协议：'), { kind: 'paragraph', text: '{agreement:sentence}', when: 'agreement' },
        says('本调解书经双方当事人签字后生效。调解书生效后，一方当事人未履行的，另一方当事人可以依据《中华人民共和国消费者权益保护法》第三十九条规定，通过民事诉讼、仲裁等其他途径解决消费者权益争议。'),
        { kind: 'lines', items: ['投诉人（签名）：', '被投诉人（签名）：', '调解人员（签名）：'] }, signed,
        note('注：1.本调解书适用于市场监督管理部门组织投诉人和被投诉人现场调解并达成调解协议。调解协议已经即时履行或者双方同意不制作调解书的，可以不制作调解书，市场监督管理部门应当做好调解记录备查。'),
        note('2.本调解书由投诉人和被投诉人双方签字或者盖章，并加盖市场监督管理部门印章，交投诉人和被投诉人各执一份，市场监督管理部门留存一份归档。'),
        note('3.投诉人和被投诉人委托他人参加调解的，被委托人应当出具授权委托书和身份证明。授权委托书应当载明委托事项、权限和期限，并由委托人本人签名。'),
      ],
    },
  };
}

/** 文书式样三, for complaints and reports alike. */
export const forwardingBlocks = (kind: '投诉' | '举报', from: string): readonly Block[] => [
  says(`现转去${from}于{receivedOn:date}关于{subject}的${kind}。请你局按照《市场监督管理投诉举报处理办法》的规定依法予以处理，并将处理结果于{reportBy:date}前报告我局。`),
  says('附：相关材料{materialCopies}份，共{materialPages}页。'), signed,
  note(`注：本通知书适用于省级或者地市级市场监督管理部门或者其设立的12315工作机构将收到的${kind}分送下级市场监督管理部门处理。`),
];
