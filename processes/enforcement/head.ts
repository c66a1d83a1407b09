/** 质量违法案件查处 (行政处罚普通程序): what the process is, who takes part, how it is started and how it can end. */
import { describeProcess } from '../../domain/model/builder.ts';
import { text } from '../../domain/text.ts';
import { documents } from './documents.ts';
import { fields } from './fields.ts';
import { leadForm } from './lead.ts';
import { tables } from './tables.ts';

export const enforcementHead = describeProcess({
  key: 'enforcement',
  version: 3,
  name: text('质量违法案件查处', 'Enforcement against quality violations'),
  summary: text(
    '行政处罚普通程序：立案、调查取证、审核、告知和听证、决定、送达、公示、缴款、申请强制执行、结案；涉嫌犯罪的移送公安机关，不属于本机关管辖的移送其他机关',
    'Ordinary procedure of administrative penalties: filing, investigation, review, notice and hearing, decision, service, publication, payment, enforcement by the court, closing; crimes go to the police, what is another’s to that one',
  ),
  numberWord: '案',
  roles: {
    officer: text('办案人员', 'Officer of the case'), 'section-head': text('办案机构负责人', 'Head of the section'), 'agency-head': text('负责人', 'Head of the agency'), 'legal-reviewer': text('审核机构人员', 'Legal reviewer'),
  },
  /** What is held against it the subject learns when it is told so (告知), not while it is investigated. */
  parties: { subject: { name: text('当事人', 'Subject'), usccField: 'subjectUscc', sees: 'first-task' } },
  fields,
  documents,
  decisions: tables,
  starters: [{ kind: 'office', role: 'officer' }],
  startForm: { ...leadForm, filingReasons: 'optional', violationEndedOn: 'optional', seriousHarm: 'optional' },
  title: '"涉嫌违法案：" + subjectName',
  outcomes: {
    penaltyPerformed: text('行政处罚，已履行', 'Penalty, performed'),
    penaltyEnforced: text('行政处罚，人民法院强制执行', 'Penalty, enforced by the court'),
    penaltyEnded: text('行政处罚，终结执行', 'Penalty, execution ended'),
    penaltyRevoked: text('行政处罚被撤销', 'Penalty revoked'),
    noPenaltyMinor: text('违法行为轻微等，不予行政处罚', 'Violation without penalty'),
    noPenaltyUnfounded: text('违法事实不能成立，不予行政处罚', 'Violation not established'),
    transferredToDepartment: text('移送其他行政管理部门', 'Transferred to another department'),
    transferredToJudiciary: text('移送司法机关', 'Transferred to the judiciary'),
    terminated: text('终止调查', 'Investigation ended'),
    movedToAgency: text('移送有管辖权的机关', 'Moved to the competent agency'),
    notFiled: text('不予立案', 'Not filed'),
  },
});

export type Steps = Parameters<Parameters<typeof enforcementHead.steps>[0]>[0];
