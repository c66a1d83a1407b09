/** The steps of a procuratorial opinion. */
import { text } from '../../domain/text.ts';
import { messageTo, noticeTo } from '../between-agencies.ts';
import { opinionHead } from './head.ts';

export const opinionSteps = opinionHead.steps((s) => {
  const officer = s.office('officer');
  const chief = s.office('agency-head');
  const matter = s.shows('sourceNumber', 'nonProsecutionNumber', 'nonProsecutionOn', 'nonProsecutionKind', 'subjectName', 'subjectUscc', 'subjectRegion', 'suspectedOffence', 'caseFacts');
  const nextDay = { replyOverdueOn: 'string(date(replyDueOn) + duration("P1D"))' };

  return {
    received: s.start('作出不起诉决定', 'Not prosecuted'),
    screening: s.user('刑事检察部门审查', 'The criminal division looks', {
      by: officer, form: { ...matter, ...s.asks('transferOpinion') },
      outcomes: { transferred: s.positive('移送行政检察部门', 'To the administrative division'), notNeeded: s.negative('不需要给予行政处罚', 'No penalty needed') },
    }),
    acceptance: s.user('行政检察部门受理', 'The administrative division accepts', {
      by: officer, form: { ...matter, ...s.shows('transferOpinion'), ...s.asks('acceptedOn') }, notSameAs: ['screening'], outcomes: { accepted: s.positive('受理', 'Accepted') },
    }),
    review: s.user('审查是否需要给予行政处罚', 'Is an administrative penalty needed?', {
      by: officer, form: { ...matter, ...s.shows('transferOpinion', 'consultationReply', 'resumedNote', 'returnOpinion'), ...s.asks('reviewOpinion'), ...s.mayGive('opinionText', 'consultedProcuratorate', 'suspensionGround') }, notSameAs: ['screening'],
      outcomes: {
        propose: s.positive('建议提出检察意见', 'Propose an opinion', { requires: ['opinionText'] }), noPenalty: s.neutral('不需要给予行政处罚', 'No penalty needed'),
        consult: s.neutral('征求异地人民检察院意见', 'Consult another procuratorate', { requires: ['consultedProcuratorate'] }), suspend: s.neutral('中止审查', 'Suspend', { requires: ['suspensionGround'] }),
      },
    }),
    consultation: s.user('异地人民检察院反馈意见', 'The other procuratorate answers', {
      by: s.officeIn('officer', 'consultedProcuratorate'), form: { ...matter, ...s.shows('reviewOpinion'), ...s.asks('consultationReply') }, outcomes: { answered: s.neutral('反馈', 'Answered') },
    }),
    suspended: s.user('中止审查', 'Review suspended', {
      by: officer, form: { ...matter, ...s.shows('suspensionGround'), ...s.asks('resumedNote') }, outcomes: { resumed: s.positive('情形消除，恢复审查', 'Resume'), prosecuted: s.negative('不起诉决定被撤销', 'The decision was revoked') },
    }),
    decision: s.user('检察长决定', 'Decision of the chief procurator', {
      by: chief, form: { ...matter, ...s.shows('reviewOpinion', 'consultationReply'), ...s.mayGive('opinionText', 'competentAgency', 'replyDueOn', 'returnOpinion') }, notSameAs: ['review'],
      outcomes: {
        issue: s.positive('提出检察意见', 'Issue the opinion', { requires: ['opinionText', 'competentAgency', 'replyDueOn'] }), noPenalty: s.neutral('不需要给予行政处罚', 'No penalty needed'),
        returned: s.negative('退回', 'Returned', { requires: ['returnOpinion'] }),
      },
      explains: text('回复期限由检察意见书载明', 'The opinion itself says by when it is to be answered'),
    }),
    overdueDay: s.script('计算逾期之日', 'Day of default', nextDay),
    makeOpinion: s.document('制作检察意见书', 'Make the opinion', 'opinion', { opinionNumber: 'number' }),

    answering: s.subProcess('行政主管机关办理', 'The competent agency handles it'),
    ...s.within('answering', {
      answeringStart: s.start('提出检察意见', 'Opinion given'),
      given: s.parallel('检察意见到达行政主管机关', 'The opinion arrives'),
      // Asked again, the same case there answers.
      asked: s.choice('是否已经提出检察意见', 'Was it asked before?'),
      openHandling: s.call('检察意见办理', 'Case at the agency', 'opinion-handling', {
        agency: { kind: 'data', field: 'competentAgency' }, wait: false,
        input: {
          sourceNumber: 'case.number', opinionCase: 'case.id', procuratorateAgency: 'case.agency', procuratorateName: 'case.agencyName', opinionNumber: 'opinionNumber', opinionText: 'opinionText', replyDueOn: 'replyDueOn',
          nonProsecutionNumber: 'nonProsecutionNumber', nonProsecutionOn: 'nonProsecutionOn', subjectName: 'subjectName', subjectUscc: 'subjectUscc', subjectRegion: 'subjectRegion', caseFacts: 'caseFacts', suspectedOffence: 'suspectedOffence',
        },
      }),
      handlingOpened: s.end('行政机关案件已建立', 'The case at the agency is open', 'adopted'),
      awaitReply: s.firstOf('等待书面回复', 'Waiting for the answer'),
      replied: s.message('行政机关回复', 'Answered', 'opinionReply', { ...s.asks('replyResult', 'replyText'), ...s.mayGive('replyNumber', 'handlingCase') }),
      replyLate: s.wait('逾期未回复', 'Not answered in time', { kind: 'on', field: 'replyOverdueOn' }),
      urgeReply: s.user('督促回复', 'Urge the answer', {
        by: officer, form: { ...matter, ...s.shows('opinionNumber', 'competentAgency'), ...s.asks('urgedNote', 'replyDueOn') }, outcomes: { urged: s.neutral('已督促，另定期限', 'Urged, with another day') },
      }),
      nextOverdueDay: s.script('重新计算逾期之日', 'New day of default', nextDay),
      tellUrged: s.service('督促行政机关', 'Urge the agency', 'notify',
        noticeTo('"officer@" + competentAgency', ['"请回复检察意见：" + subjectName', '"Answer the opinion: " + subjectName'], ['urgedNote + " 请于" + replyDueOn + "前回复。"', 'urgedNote + " Answer by " + replyDueOn + "."'])),
      replyOver: s.end('已回复', 'Answered', 'adopted'),
    }),
    replyReview: s.user('审查回复', 'Examine the answer', {
      by: officer, form: { ...matter, ...s.shows('opinionNumber', 'opinionText', 'replyNumber', 'replyResult', 'replyText'), ...s.mayGive('supplementText', 'replyDueOn', 'followUpOpinion') },
      outcomes: {
        adopted: s.positive('已采纳', 'Adopted'), supplement: s.neutral('要求补充回复，另定期限', 'Ask for a further answer, by another day', { requires: ['supplementText', 'replyDueOn'] }),
        notAdopted: s.negative('未采纳，跟进监督', 'Not adopted', { requires: ['followUpOpinion'] }),
      },
      explains: text('回复不充分的，或者已立案而处理决定尚未生效的，可以要求在另定的日期前补充回复', 'Where the answer is not enough, or the case is opened and not yet decided with final effect, a further answer may be asked for by another day'),
    }),
    supplementDay: s.script('重新计算补充回复的逾期之日', 'Day of default of the further answer', nextDay),
    makeSupplement: s.document('制作要求补充回复函', 'Make the request for a further answer', 'supplement', { supplementNumber: 'number' }),
    sendSupplement: s.service('要求行政机关补充回复', 'Ask the agency for a further answer', 'message.deliver', messageTo('handlingCase', 'opinionSupplement', { supplementText: 'supplementText', supplementNumber: 'supplementNumber', replyDueOn: 'replyDueOn' })),
    tellAdopted: s.service('告知行政机关：已采纳', 'Tell the agency: adopted', 'message.deliver', messageTo('handlingCase', 'opinionConcluded', { opinionConclusion: '"adopted"', followUpOpinion: 'followUpOpinion' })),
    tellNotAdopted: s.service('告知行政机关：未采纳', 'Tell the agency: not adopted', 'message.deliver', messageTo('handlingCase', 'opinionConcluded', { opinionConclusion: '"notAdopted"', followUpOpinion: 'followUpOpinion' })),

    adoptedEnd: s.end('检察意见已采纳', 'Adopted', 'adopted'),
    notAdoptedEnd: s.end('未采纳', 'Not adopted', 'notAdopted'),
    notNeededEnd: s.end('不需要给予行政处罚', 'No penalty needed', 'notNeeded'),
  };
});
