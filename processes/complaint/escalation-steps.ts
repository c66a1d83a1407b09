/** 升级研判 beside the mediation: leads, dangers, fraud, and complaints that come again and again. Each opens a case of its own that goes its own way. */
import { riskThresholds } from '../../domain/enterprises/credit.ts';
import { text } from '../../domain/text.ts';
import { orEmpty } from '../feel.ts';
import { theComplaint } from './intake-steps.ts';
import { teller, type ComplaintSteps } from './words.ts';

/** 内部标准: no rule says how many are too many. The same as the hints to officers count by. */
export const repeatedWithin = { days: 90, complaints: riskThresholds.manyRecentCases } as const;
/** Product recalls of consumer goods are for the provincial authority (总局令第19号 §§8–9). */
const recallAgency = 'gd-amr';

export const escalationSteps = (s: ComplaintSteps) => {
  const officer = s.office('officer');
  const tell = teller(s);
  const recallFields = ['dangerFoundOn', 'recallProductKind', 'recallProduct', 'recallModel', 'producerName', 'producerCode', 'producerPlace', 'producerContact', 'producerPhone', 'quantityInMarket', 'defectCategory', 'defectDescription', 'harm'] as const;
  const count = (process: string) => ({ uscc: 'respondentUscc', process: `"${process}"`, days: String(repeatedWithin.days) });

  return {
    watching: s.subProcess('升级研判', 'Watch', text('与调解同时进行，随时可以升级', 'Beside the mediation, at any time')),
    ...s.within('watching', {
      watchBegins: s.start('开始研判', 'Begin'),
      knownEnterprise: s.choice('是否有统一社会信用代码', 'Is the enterprise known?'),
      countComplaints: s.service('统计近期投诉', 'Count the complaints', 'enterprise.cases', count('complaint'), { recentComplaints: 'count' }),
      countEscalations: s.service('统计近期升级', 'Count the escalations', 'enterprise.cases', count('complaint-escalation'), { recentEscalations: 'count' }),
      repeated: s.choice('是否反复投诉', 'Complaints again and again?'),
      repeatedMatter: s.script('反复投诉升级', 'Repeated complaints', { escalationMatter: '"近九十日同一经营者投诉" + string(recentComplaints) + "件。最近一件反映：" + subject' }),
      findSuperior: s.service('查明上一级', 'Find the agency above', 'agency.find', { which: '"superior"', of: 'case.agency', with: 'null' }, { superiorFound: 'ok', superiorAgency: 'agency' }),
      superiorKnown: s.choice('是否有上一级', 'Is there one above?'),
      openEscalation: s.call('升级上一级', 'Escalate to the agency above', 'complaint-escalation', {
        input: {
          sourceNumber: 'case.number', sourceAgency: 'case.agency', subjectName: 'respondentName', subjectUscc: 'respondentUscc', subjectRegion: 'respondentRegion', complaintCount: 'if recentComplaints = null then 1 else recentComplaints',
          matter: 'escalationMatter', proposals: 'escalationProposals',
        },
        agency: { kind: 'data', field: 'superiorAgency' }, wait: false,
      }),

      watch: s.user('升级研判', 'Watch', {
        by: officer,
        form: {
          ...theComplaint(s), ...s.shows('recentComplaints', 'recentEscalations'),
          ...s.mayGive('respondentUscc', 'leadFoundOn', 'leadSummary', ...recallFields, 'escalationMatter', 'escalationProposals', 'policeFacts'),
        },
        outcomes: {
          lead: s.negative('发现违法线索，转核查', 'Lead: to be checked', { requires: ['leadFoundOn', 'leadSummary'] }),
          danger: s.negative('可能存在缺陷或者危及人身安全，转召回', 'Danger or defect: recall', { requires: ['dangerFoundOn', 'recallProductKind', 'recallProduct', 'producerName', 'producerCode', 'producerPlace', 'producerContact', 'producerPhone', 'quantityInMarket', 'defectCategory', 'defectDescription', 'harm'] }),
          escalate: s.neutral('升级上一级（约谈、公益诉讼）', 'Escalate to the agency above', { requires: ['escalationMatter', 'escalationProposals', 'respondentUscc'] }),
          police: s.negative('涉嫌骗取赔偿、敲诈勒索，移送公安', 'Fraud or extortion: police', { requires: ['policeFacts'] }),
          finished: s.positive('没有其他需要升级的事项', 'Nothing more'),
        },
        explains: text('调解中发现涉嫌违法线索的，自发现之日起十五个工作日内核查（§27）；调解不免除经营者的其他法律责任', 'A lead found in the mediation is to be checked within fifteen working days (§27); a settlement frees nobody from other liability'),
      }),
      openReport: s.call('违法线索转核查', 'The lead is checked', 'report', {
        input: { sourceKind: '"complaint"', sourceNumber: 'case.number', subjectName: 'respondentName', subjectUscc: 'respondentUscc', subjectRegion: 'respondentRegion', subjectAddress: 'respondentAddress', foundOn: 'leadFoundOn', leadSummary: 'leadSummary' }, wait: false,
      }),
      openRecall: s.call('转缺陷产品召回', 'Recall', 'product-recall', {
        input: {
          productKind: 'recallProductKind', source: '"complaint"', discoveredOn: 'dangerFoundOn', producerName: 'producerName', producerUscc: 'producerCode', producerRegion: 'producerPlace', contactName: 'producerContact', contactPhone: 'producerPhone',
          productName: 'recallProduct', model: 'if recallModel = null then "不详" else recallModel', quantityInMarket: 'quantityInMarket', defectCategory: 'defectCategory', defectDescription: 'defectDescription', harm: 'harm', producerFindsDefect: 'false',
        },
        agency: { kind: 'fixed', agency: recallAgency }, wait: false,
      }),
      tellDanger: tell('报告省局', 'Tell the province', `"section-head@${recallAgency}"`, ['投诉中发现产品可能存在缺陷', 'Possible defect found in a complaint'], ['harm', 'harm']),
      findPolice: s.service('查明公安机关', 'Find the police', 'agency.find', { which: '"police"', of: 'case.agency', with: 'null' }, { policeFound: 'ok', policeAgency: 'agency' }),
      policeKnown: s.choice('是否查明', 'Found?'),
      makePoliceLetter: s.document('制作涉嫌违法线索移送函', 'Make the letter to the police', 'policeLetter'),
      watchEnds: s.done('研判结束', 'End'),
      tellPolice: tell('移送公安机关', 'Tell the police', '"officer@" + policeAgency', ['投诉中发现涉嫌违法线索', 'Suspected offence found in a complaint'],
        [`"案号：" + ${orEmpty('case.number')} + "。" + policeFacts`, `"Case " + ${orEmpty('case.number')} + ". " + policeFacts`]),
    }),
  } as const;
};
