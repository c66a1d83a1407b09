/** 省政府质量奖评审: one round (届), run by the secretariat of the committee; its applications are cases of their own (application/). */
import { describeProcess } from '../../../domain/model/builder.ts';
import { text } from '../../../domain/text.ts';
import { documents } from './documents.ts';
import { fields } from './fields.ts';

export const cycleHead = describeProcess({
  key: 'quality-award',
  version: 2,
  name: text('省政府质量奖评审', 'Quality award of the Guangdong Government'),
  summary: text(
    '每两年一届：申报通知、受理名单公示、材料评审、候选名单公示、答辩和现场评审、排名、票决、拟奖名单公示、省政府审定、奖励决定',
    'A round every two years: call, list of accepted, written review, candidates, defence and site visit, ranking, vote, public notice of the winners, approval by the provincial government, decision',
  ),
  numberWord: '奖评',
  receivedBy: ['body'],
  roles: { secretariat: text('秘书处人员', 'Secretariat'), 'agency-head': text('负责人', 'Head of the agency'), 'committee-member': text('评选表彰委员会委员', 'Member of the committee') },
  parties: {},
  fields,
  documents,
  starters: [{ kind: 'office', role: 'secretariat' }],
  startForm: {
    edition: 'required', roundYear: 'required', declarationFrom: 'required', declarationUntil: 'required', awardPlaces: 'required', nominationPlaces: 'required', candidatePlaces: 'required', requirements: 'required', noticeDays: 'required', threshold: 'required',
    seatsManagement: 'required', seatsMetrology: 'required', seatsStandards: 'required', seatsAudit: 'required', trim: 'required', quorum: 'required', takenOver: 'optional',
  },
  title: '"第" + string(edition) + "届广东省政府质量奖"',
  outcomes: {
    completed: text('评选完成', 'Completed'),
    vacant: text('本届空缺', 'No award in this round'),
    cancelled: text('方案未获批准，撤销', 'Plan not approved'),
  },
});

export type Steps = Parameters<Parameters<typeof cycleHead.steps>[0]>[0];
