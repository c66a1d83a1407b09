/** 基金申报通知: what a call is, who takes part, and how it can end. Projects (quality-fund) name it by its number. */
import { describeProcess } from '../../domain/model/builder.ts';
import { text } from '../../domain/text.ts';
import { documents } from './documents.ts';
import { fields } from './fields.ts';

export const callHead = describeProcess({
  key: 'fund-call',
  version: 3,
  name: text('质量提升发展基金申报通知', 'Call of the Quality Improvement Fund'),
  summary: text('发起、拟稿、财政审核、审批、发布申报通知，接收申报，跟踪评审结果，下达资金计划', 'Drafting, review by finance, approval and publication of a call; applications; decisions on them; the plan of payments'),
  numberWord: '基征',
  roles: { officer: text('经办人', 'Officer'), 'section-head': text('审核人', 'Section head'), 'agency-head': text('负责人', 'Head of the agency'), secretariat: text('基金管理办公室', 'Office of the fund') },
  parties: {},
  fields,
  documents,
  starters: [{ kind: 'office', role: 'officer' }],
  startForm: { callYear: 'required', callName: 'required', callReasons: 'required', purposes: 'required' },
  title: 'callName',
  outcomes: { concluded: text('征集完成', 'Concluded'), notApproved: text('未获批准', 'Not approved'), cancelled: text('终止征集', 'Ended without projects') },
});
