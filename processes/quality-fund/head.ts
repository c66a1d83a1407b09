/** 质量提升发展基金项目: what the process is, who takes part, how it is started and how it can end. */
import { describeProcess } from '../../domain/model/builder.ts';
import { text } from '../../domain/text.ts';
import { documents } from './documents.ts';
import { fields } from './fields.ts';

export const fundHead = describeProcess({
  key: 'quality-fund',
  version: 3,
  name: text('质量提升发展基金项目', 'Project of the Quality Improvement Fund'),
  summary: text(
    '申报、审核、专家评审、现场核查、集体审议、公示、合同、按里程碑拨款、中期检查、验收、绩效评价、审计，以及停止实施和追回资金',
    'Application, review, expert review, site check, collective decision, public notice, contract, instalments against milestones, mid-term check, acceptance, evaluation, audit, and the recovery of money',
  ),
  numberWord: '基项',
  roles: {
    officer: text('经办人', 'Officer'), 'section-head': text('审核人', 'Section head'), 'agency-head': text('负责人', 'Head of the agency'), secretariat: text('基金管理办公室', 'Office of the fund'),
    supervisor: text('督查人员', 'Supervisor'), expert: text('验收专家', 'Expert of the acceptance'),
  },
  parties: { applicant: { name: text('承担单位', 'Applicant'), usccField: 'applicantUscc' } },
  fields,
  // 撤回申报, until the support is approved; after that it is declined or given up (放弃立项、主动退出).
  withdrawal: { party: 'applicant', reasons: 'withdrawalReasons', ways: [{ message: 'applicationWithdrawn', when: 'if outcome.approval = "approved" then false else true' }] },
  documents,
  starters: [{ kind: 'party', party: 'applicant' }, { kind: 'office', role: 'officer' }],
  startForm: {
    callNumber: 'required', applicantName: 'required', applicantUscc: 'required', applicantRegion: 'required', contactName: 'required', contactPhone: 'required', leaderName: 'required',
    projectName: 'required', purpose: 'required', projectContent: 'required', projectGoals: 'required', totalInvestment: 'required', requestedAmount: 'required', otherFunding: 'required', truthful: 'required',
  },
  title: 'applicantName + " " + projectName',
  outcomes: {
    completed: text('结项', 'Completed'),
    notAccepted: text('不予受理', 'Not accepted'),
    notSupported: text('不予支持', 'Not supported'),
    withdrawn: text('撤回申报', 'Application withdrawn'),
    declined: text('放弃立项', 'Support declined'),
    stopped: text('项目终止，无须追回', 'Stopped, nothing to recover'),
    recovered: text('资金已经追回', 'Money recovered'),
    enforcementSought: text('逾期未缴还，申请强制执行', 'Enforcement sought'),
  },
});

/** What the steps are written with. */
export type Steps = Parameters<Parameters<typeof fundHead.steps>[0]>[0];
