/** The steps of the supervision of filing. */
import { text } from '../../domain/text.ts';
import { messageTo, noticeTo } from '../between-agencies.ts';
import { calendarDays, under } from '../../domain/model/builder-clocks.ts';
import { policeProcedure } from '../instruments.ts';
import { transferringName } from '../criminal-transfer/matter.ts';
import { supervisionHead } from './head.ts';

const toPolice = '"officer@" + policeAgency';

export const supervisionSteps = supervisionHead.steps((s) => {
  const officer = s.office('officer');
  const chief = s.office('agency-head');
  const matter = s.shows('sourceNumber', 'transferringAgencyName', 'policeAgency', 'policeCaseNumber', 'subjectName', 'subjectUscc', 'caseFacts', 'suspectedOffence', 'evidenceList', 'notFiledOn', 'notFiledReasons', 'reconsiderationOpinion', 'supervisionReasons');
  const filed = { ...s.asks('filedOn'), ...s.mayGive('filingNumber') };
  const urge = (zh: string, en: string) => noticeTo(toPolice, [`"${zh}：" + subjectName`, `"${en}: " + subjectName`], ['correctionNote', 'correctionNote']);

  return {
    received: s.start('收到立案监督建议', 'Proposal received'),
    naming: s.script('移送机关名称', 'Name of the agency', { transferringAgencyName: transferringName }),
    acceptance: s.user('受理审查', 'Acceptance', {
      by: officer, form: { ...matter, ...s.asks('acceptanceOpinion'), ...s.mayGive('explanationRequest') },
      outcomes: { accepted: s.positive('受理，要求说明理由', 'Accepted', { requires: ['explanationRequest'] }), declined: s.negative('不予受理', 'Not accepted') },
    }),
    requestApproval: s.user('决定要求说明不立案理由', 'Decide to ask for an explanation', {
      by: chief, form: { ...matter, ...s.shows('acceptanceOpinion', 'explanationRequest'), ...s.mayGive('returnOpinion') }, notSameAs: ['acceptance'],
      outcomes: { approved: s.positive('同意', 'Agreed'), returned: s.negative('退回', 'Returned', { requires: ['returnOpinion'] }) },
    }),
    makeRequest: s.document('制作要求说明不立案理由通知书', 'Make the request to explain', 'explanationRequest', { requestNumber: 'number' }),
    askExplanation: s.service('要求公安机关说明', 'Ask the police', 'message.deliver', messageTo('policeCase', 'explanationAsked', { supervisionCase: 'case.id', procuratorateAgency: 'case.agency', supervisionNumber: 'case.number', explanationRequest: 'explanationRequest' })),
    awaitExplanation: s.firstOf('等待公安机关说明', 'Waiting for the police'),
    explained: s.message('公安机关说明理由', 'Explanation of the police', 'explanationGiven', s.asks('explanation')),
    filedOnRequest: s.message('公安机关决定立案', 'The police file', 'policeFiled', filed),
    explanationLate: s.wait('逾期未说明', 'No explanation in time', { kind: 'after', rule: calendarDays(7, under(policeProcedure, '§182')) }),
    urgeExplanation: s.user('督促说明', 'Urge the explanation', { by: officer, form: { ...matter, ...s.shows('requestNumber'), ...s.asks('correctionNote', 'correctedOn') }, outcomes: { urged: s.neutral('已督促', 'Urged') } }),
    tellUrged: s.service('督促公安机关', 'Urge the police', 'notify', urge('请说明不立案理由', 'Explain why the case was not filed')),

    review: s.user('审查不立案理由', 'Examine the reasons', {
      by: officer, form: { ...matter, ...s.shows('explanation', 'returnOpinion'), ...s.asks('reviewOpinion'), ...s.mayGive('noticeReasons') },
      outcomes: { upheld: s.neutral('不立案理由成立', 'Reasons upheld'), unfounded: s.negative('不立案理由不成立', 'Reasons unfounded', { requires: ['noticeReasons'] }) },
    }),
    noticeApproval: s.user('决定通知立案', 'Decide on the notice to file', {
      by: chief, form: { ...matter, ...s.shows('explanation', 'reviewOpinion', 'noticeReasons'), ...s.mayGive('returnOpinion') }, notSameAs: ['review'],
      outcomes: { notify: s.positive('通知立案', 'Notify'), returned: s.negative('退回', 'Returned', { requires: ['returnOpinion'] }) },
    }),
    makeNotice: s.document('制作通知立案书', 'Make the notice to file', 'noticeToFile', { noticeNumber: 'number' }),
    notifyToFile: s.service('通知公安机关立案', 'Notify the police to file', 'message.deliver', messageTo('policeCase', 'noticeToFile', { noticeNumber: 'noticeNumber', noticeReasons: 'noticeReasons' })),
    awaitFiling: s.firstOf('等待公安机关立案', 'Waiting for the filing'),
    filedOnNotice: s.message('公安机关立案', 'Filed', 'policeFiled', filed),
    filingLate: s.wait('逾期未立案', 'Not filed in time', { kind: 'after', rule: calendarDays(15, under(policeProcedure, '§182')) }),
    correctFiling: s.user('纠正逾期不立案', 'Demand the filing', {
      by: officer, form: { ...matter, ...s.shows('noticeNumber', 'noticeReasons'), ...s.asks('correctionNote', 'correctedOn') }, outcomes: { demanded: s.neutral('已发出纠正意见', 'Demanded') },
      explains: text('仍不立案的，报上一级人民检察院协商同级公安机关处理', 'Where they still do not file, the matter goes to the procuratorate above, which takes it up with the police of its level'),
    }),
    tellDemanded: s.service('纠正意见送公安机关', 'Tell the police', 'notify', urge('请按通知立案书立案', 'File as notified')),

    tellProposer: s.service('告知行政机关', 'Tell the regulator', 'notify',
      noticeTo('"officer@" + transferringAgency', ['"公安机关已立案：" + subjectName', '"The police have filed: " + subjectName'], ['"公安机关已于" + filedOn + "立案。"', '"The police filed on " + filedOn + "."'])),
    byNotice: s.choice('是否经通知立案', 'Filed on notice?'),
    answer: s.user('答复行政机关', 'Answer the regulator', {
      by: officer, form: { ...matter, ...s.shows('acceptanceOpinion', 'explanation', 'reviewOpinion'), ...s.asks('supervisionOpinion') }, outcomes: { answered: s.neutral('答复', 'Answered') },
    }),
    makeAnswer: s.document('制作立案监督审查结果告知书', 'Make the answer', 'answer'),
    tellPolice: s.service('告知公安机关', 'Tell the police', 'message.deliver', messageTo('policeCase', 'nothingFurther')),
    tellRegulator: s.service('答复送行政机关', 'Tell the regulator', 'message.deliver', messageTo('transferCase', 'supervisionEnded', { supervisionOpinion: 'supervisionOpinion' })),
    answered: s.choice('是否受理', 'Was it accepted?'),

    noticeEnd: s.end('公安机关按通知立案', 'Filed on notice', 'filedOnNotice'),
    requestEnd: s.end('公安机关主动立案', 'Filed on request', 'filedOnRequest'),
    upheldEnd: s.end('不立案理由成立', 'Reasons upheld', 'reasonsUpheld'),
    declinedEnd: s.end('不予受理', 'Not accepted', 'declined'),
  };
});
