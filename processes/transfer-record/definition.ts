/** 移送案件备案审查 (移送规定 §5②, 抄送人民检察院). No limit for it was found in law. */
import { noticeTo } from '../between-agencies.ts';
import { internal } from '../criminal-transfer/law.ts';
import { transferringName } from '../criminal-transfer/matter.ts';
import { recordHead } from './head.ts';

export const transferRecord = recordHead
  .steps((s) => ({
    received: s.start('收到抄送材料', 'Copy received'),
    naming: s.script('移送机关名称', 'Name of the agency', { transferringAgencyName: transferringName }),
    review: s.user('备案审查', 'Examine for the record', {
      by: s.office('officer'),
      form: { ...s.shows('sourceNumber', 'transferringAgencyName', 'policeAgency', 'transferLetterNumber', 'subjectName', 'subjectUscc', 'subjectRegion', 'caseFacts', 'suspectedOffence', 'evidenceList', 'goodsList', 'fineAlreadyPaid'), ...s.mayGive('recordOpinion') },
      outcomes: { recorded: s.positive('备案', 'Recorded'), commented: s.neutral('向行政机关提出意见', 'Give an opinion', { requires: ['recordOpinion'] }) },
    }),
    tellRegulator: s.service('意见送行政机关', 'Tell the regulator', 'notify',
      noticeTo('"officer@" + transferringAgency', ['"人民检察院对移送案件的意见：" + subjectName', '"Opinion of the procuratorate on a transfer: " + subjectName'], ['recordOpinion', 'recordOpinion'])),
    recordedEnd: s.end('备案', 'Recorded', 'recorded'),
    commentedEnd: s.end('已提出意见', 'Opinion given', 'commented'),
  }))
  .flows(({ path, byOutcome }) => [
    path('received', 'naming', 'review'),
    byOutcome('review', { recorded: 'recordedEnd', commented: 'tellRegulator' }),
    path('tellRegulator', 'commentedEnd'),
  ])
  .clocks(({ clock, entered, completed, office }) => ({
    review: clock('备案审查', 'Examine for the record', { duty: office('officer'), rules: [internal.recordReview], start: [entered('review')], stop: [completed('review')], breach: 'record' }),
  }));
