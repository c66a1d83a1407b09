/** The matter that goes from the regulator to the police and the procuratorate (涉嫌犯罪案件), by the same names in each of their processes. */
import { field } from '../../domain/model/builder-fields.ts';
import { text } from '../../domain/text.ts';
import { agencyField, agencyName } from '../between-agencies.ts';

const { text: line, longText, date, money, uscc, region } = field;

export const matter = {
  sourceNumber: line('来源案号', 'Number of the case it comes from'),
  subjectName: line('涉案单位（个人）', 'Subject', { help: text('单位全称；个人只填姓氏和代称，不填身份证件号码', 'Full name of the unit; of a person no identity number') }),
  subjectUscc: uscc('统一社会信用代码', 'Credit code'),
  subjectRegion: region('涉案单位所在地', 'Region of the subject'),
  caseFacts: longText('案件事实', 'Facts of the case'),
  suspectedOffence: line('涉嫌罪名', 'Suspected offence'),
  evidenceList: longText('证据目录', 'List of evidence', { help: text('逐项列明；每份电子文件的校验值由系统列入证据清单', 'Item by item; the hash of each file goes into the manifest by itself') }),
  goodsList: longText('涉案物品清单', 'Goods involved', { help: text('名称、数量、特征、存放地点', 'Name, quantity, features, place') }),
  fineAlreadyPaid: money('移送前已缴罚款', 'Fine paid before the transfer', { help: text('人民法院判处罚金时依法折抵；不得以罚代移', 'Offset against a criminal fine; no fine takes the place of a transfer') }),
} as const;

/** 公安机关 and 检察机关 that have to do with it. The ids of the cases there are for the messages between the cases; no form shows them. */
export const counterparts = {
  policeAgency: agencyField('公安机关', 'Police', 'police'),
  policeCase: field.id('公安机关案件标识', 'Case at the police', 'case'),
  policeCaseNumber: line('公安机关案号', 'Number at the police'),
  procuratorateAgency: agencyField('人民检察院', 'Procuratorate', 'procuratorate'),
  transferCase: field.id('移送案件标识', 'Case of the transfer', 'case'),
  transferringAgency: agencyField('移送机关', 'Transferring agency', 'market', 'department'),
  transferringAgencyName: line('移送机关名称', 'Name of the transferring agency'),
} as const;

/** What the police have decided, as they tell it. */
export const decided = {
  policeResult: field.choice('公安机关处理结果', 'Result at the police', { filed: ['立案', 'Filed'], notFiled: ['不予立案', 'Not filed'], returned: ['不属于公安机关职责范围', 'Not for the police'] }),
  filingNumber: line('立案通知书文号', 'Number of the notice of filing'),
  filedOn: date('立案日期', 'Filed on', { past: true }),
  notFiledNumber: line('不予立案通知书文号', 'Number of the notice of non-filing'),
  notFiledOn: date('不予立案日期', 'Not filed on', { past: true }),
  notFiledReasons: longText('不予立案的理由', 'Reasons for not filing'),
} as const;

export const policeName = agencyName('policeAgency', 'police');
export const procuratorateName = agencyName('procuratorateAgency', 'procuratorate');

/** Set where a case was entered by hand, and nothing told the name. */
export const transferringName = `if transferringAgencyName = null then ${agencyName('transferringAgency', 'market', 'department')} else transferringAgencyName`;

/** FEEL by the name under which documents know it. */
export const matterValues = {
  subjectName: 'subjectName', subjectUscc: 'subjectUscc', caseFacts: 'caseFacts', suspectedOffence: 'suspectedOffence', evidenceList: 'evidenceList', goodsList: 'goodsList', fineAlreadyPaid: 'fineAlreadyPaid', sourceNumber: 'sourceNumber',
  caseNumber: 'case.number',
} as const;
export const matterTitle = (what: string): string => `subjectName + "涉嫌" + suspectedOffence + "${what}"`;

/** All that goes over when a case is opened at another agency. */
export const handedOver = Object.fromEntries(Object.keys(matter).map((name) => [name, name])) as { readonly [K in keyof typeof matter]: K };
