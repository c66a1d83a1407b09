/** 文书 of the end of a project: evaluation, audit, and the recovery of money. */
import type { DocumentTemplate } from '../../domain/documents/types.ts';
import { text } from '../../domain/text.ts';
import { limitSaid } from '../feel.ts';
import { imprint, pair, remedies, says, signed, wide } from '../letters.ts';
import { official, opinion } from './paper.ts';

const project = { applicant: 'applicantName', project: 'projectName', contract: 'contractNumber' } as const;
const heads = [wide('项目名称', '{project}'), wide('承担单位', '{applicant}')];
const issuedBy = (agency: string): DocumentTemplate['issuer'] => ({ kind: 'agency', agency: { kind: 'fixed', agency } });

export const endingDocuments = {
  evaluation: opinion('绩效评价报告', 'Report of the evaluation', {
    ...project, goals: 'projectGoals', own: 'selfEvaluation', ownScore: 'selfScore', score: 'evaluationScore', grade: 'evaluationGrade', report: 'evaluationReport', paid: 'paidTotal', spent: 'spentAmount',
  }, [
    ...heads, pair('拨付资金', '{paid:money}', '累计支出', '{spent:money}'), wide('绩效目标', '{goals}', 3), wide('绩效自评', '{own}\n自评分：{ownScore}', 3), wide('评价意见', '{report}', 5), pair('得分', '{score}', '等级', '{grade:tick=excellent}优　{grade:tick=good}良\n{grade:tick=fair}中　{grade:tick=poor}差'),
    wide('结果应用', '评价结果作为改进管理和安排以后年度预算的依据（《中华人民共和国预算法实施条例》第二十条）。'),
  ], '基绩', issuedBy('gd-finance')),
  audit: {
    ...opinion('审计意见', 'Opinion of the audit', {
      ...project, paid: 'paidTotal', spent: 'spentAmount', opinion: 'auditOpinion', ineligible: 'if ineligibleAmount = null then 0 else ineligibleAmount', rectified: 'rectifyReport', clean: 'outcome.audit = "clean"', recover: 'outcome.audit = "recover"',
    }, [
      ...heads, pair('拨付资金', '{paid:money}', '累计支出', '{spent:money}'), wide('审计情况', '{opinion}', 10), pair('不合规支出', '{ineligible:money}', '合同编号', '{contract}'), wide('整改情况', '{rectified}', 3), wide('审计结论', '{clean:tick=true}资金使用合规　{recover:tick=true}存在不合规支出，建议追回'),
    ], '基审意', issuedBy('gd-audit')),
    sealed: true,
  },
  recoveryNotice: {
    ...official, title: text('追回资金事先告知书', 'Notice of an intended recovery'), number: { word: '基告' }, served: { on: 'noticeServedOn', way: 'serviceWay' },
    values: { ...project, amount: 'recoveryAmount', facts: 'recoveryFacts', within: limitSaid('statement') },
    blocks: [
      says('你单位承担的“{project}”（合同编号：{contract}），本机关拟追回已拨付的质量提升发展基金{amount:money}（大写：人民币{amount:capital}）。'), says('事实和理由：{facts:sentence}'), says('你单位自收到本告知书之日起{within}内，有权陈述申辩。逾期不提出的，视为放弃。'), signed, imprint,
    ],
  },
  recoveryDecision: {
    ...official, title: text('追回资金决定书', 'Recovery decision'), number: { word: '基追' }, served: { on: 'decisionServedOn', way: 'serviceWay' },
    values: { ...project, amount: 'recoveryAmount', facts: 'recoveryFacts', statement: 'statement', reviewed: 'statementReview', stated: 'statement != null', waived: 'statement = null', within: limitSaid('repayment'), uscc: 'applicantUscc' },
    blocks: [
      says('被追回单位：{applicant}，统一社会信用代码{uscc}。'), says('经查，你单位承担的“{project}”（合同编号：{contract}）：{facts:sentence}'), { kind: 'paragraph', text: '你单位陈述申辩：{statement:sentence}', when: 'stated' }, { kind: 'paragraph', text: '你单位未在期限内陈述申辩。', when: 'waived' }, says('复核意见：{reviewed:sentence}', 'reviewed'),
      says('本机关决定：追回已拨付的质量提升发展基金{amount:money}（大写：人民币{amount:capital}）。请自收到本决定书之日起{within}内缴还。'), says('逾期不缴还的，本机关将依法申请人民法院强制执行，并记入质量信用档案。'), says(remedies('决定书')), signed, imprint,
    ],
  },
} as const satisfies Readonly<Record<string, DocumentTemplate>>;
