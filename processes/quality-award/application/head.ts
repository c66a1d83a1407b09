/** 省政府质量奖申报: one application, from the declaration to the certificate. Its round (cycle/) decides with it and tells it. */
import { describeProcess } from '../../../domain/model/builder.ts';
import { text } from '../../../domain/text.ts';
import { documents } from './documents.ts';
import { fields } from './fields.ts';

export const applicationHead = describeProcess({
  key: 'award-application',
  version: 2,
  name: text('省政府质量奖申报', 'Application for the quality award'),
  summary: text('申报、市级推荐和公示、形式审查、部门核查、资格审查、受理、答辩和现场评审、票决、获奖', 'Declaration, recommendation with its public notice, formal review, checks by departments, eligibility, acceptance, defence and site visit, vote, award'),
  numberWord: '奖申',
  roles: {
    officer: text('承办人', 'Case officer'), 'agency-head': text('负责人', 'Head of the agency'), secretariat: text('秘书处人员', 'Secretariat'), 'committee-member': text('评选表彰委员会委员', 'Member of the committee'),
  },
  parties: { applicant: { name: text('申报单位', 'Applicant'), usccField: 'applicantUscc' } },
  fields,
  documents,
  starters: [{ kind: 'party', party: 'applicant' }, { kind: 'office', role: 'officer' }],
  startForm: {
    cycleNumber: 'required', applicantKind: 'required', applicantName: 'required', applicantUscc: 'required', applicantRegion: 'required', applicantIndustry: 'required', establishedInGuangdong: 'required', parentUscc: 'optional', individualName: 'optional',
    contactName: 'required', contactPhone: 'required', establishedOn: 'required', employees: 'optional', revenue: 'optional', qualityModel: 'required', achievements: 'required', results: 'required', honours: 'optional',
    noAccidents: 'required', noViolations: 'required', internalNoticeFrom: 'required', internalNoticeUntil: 'required', truthful: 'required',
  },
  title: 'applicantName + "申报省政府质量奖"',
  outcomes: {
    awarded: text('获广东省政府质量奖', 'Quality Award'),
    nominated: text('获广东省政府质量奖提名奖', 'Nomination'),
    notSelected: text('未入选', 'Not selected'),
    withdrawn: text('放弃评审', 'Gave up'),
    notRecommended: text('未获推荐', 'Not recommended'),
    returned: text('形式审查退回', 'Returned at the formal review'),
    ineligible: text('不符合申报条件', 'Not eligible'),
    notFiled: text('不在申报期，未提交', 'Not filed in time'),
  },
});
