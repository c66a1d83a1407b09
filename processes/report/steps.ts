/** The steps of a report: who does what, with which form, and what may be decided. */
import { internalTarget, months } from '../../domain/model/builder-clocks.ts';
import { text } from '../../domain/text.ts';
import { appointedBySuperior, movedInput, referralExplains } from '../enforcement/jurisdiction.ts';
import { noticeAbout, orEmpty } from '../feel.ts';
import type { ReportStepHelpers } from './definition.ts';

const told = (filed: string, notFiled: string, passedOn: string) => `"（" + ${orEmpty('sourceNumber')} + "）" + (if outcome.decision = "filed" then "${filed}" + ${orEmpty('enforcementNumber')} else if outcome.decision = "notFiled" then "${notFiled}" + ${orEmpty('noFilingReasons')} else if outcome.transferApproval = "approved" then "${passedOn}" + ${orEmpty('transferTo')} else if outcome.checking = "elsewhere" then ${orEmpty('transferReasons')} else ${orEmpty('triageOpinion')})`;
const senderZh = told('已立案：', '不予立案：', '已移送：');
const senderEn = told('Filed: ', 'Not filed: ', 'Passed on: ');

export const makeReportSteps = (s: ReportStepHelpers) => {
  const officer = s.office('officer');
  const sectionHead = s.office('section-head');
  const head = s.office('agency-head');
  const lead = s.shows('sourceKind', 'sourceNumber', 'subjectName', 'subjectUscc', 'subjectRegion', 'subjectAddress', 'leadSummary');
  const reporter = s.shows('reporterName', 'reporterPhone', 'reporterAddress', 'reporterIdNumber');
  const passedOn = {
    sourceKind: 'sourceKind', sourceNumber: 'case.number', subjectName: 'subjectName', subjectUscc: 'subjectUscc', subjectRegion: 'subjectRegion', subjectAddress: 'subjectAddress',
  } as const;
  const who = { reporterName: 'reporterName', reporterPhone: 'reporterPhone', reporterAddress: 'reporterAddress', reporterIdNumber: 'reporterIdNumber', reporterAccount: 'reporterAccount' } as const;
  return {
    received: s.start('收到举报或者发现线索', 'Report or lead received'),
    ofReporter: s.choice('是否举报', 'From a reporter?'),
    makeRegistration: s.document('制作举报登记表', 'Make the registration', 'registration'),
    triage: s.user('登记和分办', 'Register and distribute', {
      by: officer, form: { ...lead, ...s.shows('foundOn', 'fromAgency', 'reportBy'), ...reporter, ...s.mayGive('triageOpinion', 'handlingAgency', 'reportBy', 'materialCopies', 'materialPages', 'earlierNumber', 'otherChannel') },
      outcomes: {
        handle: s.positive('本机关核查', 'Check it here'),
        distribute: s.neutral('分送有权限的机关', 'Another regulator is competent', { requires: ['handlingAgency', 'reportBy'] }),
        noPower: s.neutral('分送来案不具备处理权限，反馈', 'Distributed here without power: report back', { requires: ['triageOpinion'] }),
        repeated: s.negative('重复举报，不另行处理', 'Repeated: not handled again', { requires: ['earlierNumber', 'triageOpinion'] }),
        notCompetent: s.negative('不具备处理权限，告知举报人', 'No power: tell the reporter', { requires: ['triageOpinion', 'otherChannel'] }),
      },
      explains: text(
        '对同一事项重复举报且没有新的事实依据的，不另行处理；补充新的事实的，用“并案”并入此前的案件，处理期限自最后一次举报重新计算（处理办法§35）。不具备处理权限的，告知举报人（§34）；分送来案不具备处理权限的，反馈分送机关，不得自行移送（§41）',
        'The same matter without new facts is not handled again; with new facts it is merged into the earlier case, and the limit counts anew from the last report (§35). Without power the reporter is told (§34); what was distributed here is reported back, and not passed on (§41)',
      ),
    }),
    makeForwarding: s.document('制作举报分送通知书', 'Make the letter', 'forwarding', { forwardingNumber: 'number' }),
    distribution: s.call('分送有权限的机关', 'Distribute to the competent agency', 'report', {
      agency: { kind: 'data', field: 'handlingAgency' }, wait: false,
      input: {
        ...passedOn, fromAgency: 'case.agency', reportBy: 'reportBy', leadSummary: 'leadSummary', ...who,
      },
      explains: text('在有权限的机关另立案件，其期限自该机关收到之日起算（处理办法§41）', 'A case of its own at the competent agency, whose limit runs from its receipt there (§41)'),
    }),
    mayForward: s.choice('是否可以分送', 'May it be distributed?'),
    // 告知举报人 (§34)
    knownReporter: s.choice('是否有举报人可以告知', 'Is there a reporter to be told?'),
    notifyReporter: s.service('通知举报人', 'Tell the reporter', 'notify', noticeAbout('subjectName', 'if reporterAccount = null then "officer@" + case.agency else "person:" + reporterAccount', ['本机关不具备处理权限', 'This agency has no power'], ['otherChannel', 'otherChannel'])),
    tellElsewhere: s.user('告知举报人不具备处理权限', 'Tell the reporter that there is no power', {
      by: officer, form: { ...s.shows('reporterName', 'reporterPhone', 'reporterAddress', 'triageOpinion', 'otherChannel'), ...s.asks('resultServedOn', 'resultWay') }, outcomes: { told: s.positive('已告知', 'Told') },
      explains: text('属于市场监督管理部门职责范围的，告知举报人直接向有处理权限的市场监督管理部门提出（§34）', 'Where it is for market regulation: directly to the agency that has the power (§34)'),
    }),
    checking: s.user('核查', 'Check', {
      by: officer,
      form: {
        ...lead, ...s.shows('foundOn', 'testResult', 'identificationResult', 'decisionOpinion'),
        ...s.mayGive(
          'checkRecord', 'violationEndedOn', 'seriousHarm', 'filingReasons', 'noFilingGround', 'noFilingReasons', 'testItem', 'identifier', 'transferAgency', 'transferTo', 'transferReasons', 'resultDuty', 'resultInstrument', 'resultArticle',
        ),
      },
      outcomes: {
        file: s.positive('建议立案', 'File', { requires: ['checkRecord', 'filingReasons'] }),
        decline: s.negative('建议不予立案', 'Do not file', { requires: ['checkRecord', 'noFilingGround', 'noFilingReasons'] }),
        test: s.neutral('检测、检验、检疫、鉴定', 'Commission a test', { requires: ['testItem'] }),
        identify: s.neutral('请权利人辨认、鉴别', 'Ask the holder of the right', { requires: ['identifier'] }),
        elsewhere: s.neutral('不属于本机关管辖，移送有管辖权的市场监督管理部门', 'Another regulator is competent', { requires: ['transferAgency', 'transferReasons'] }),
        transfer: s.neutral('移送其他行政管理部门', 'Another department', { requires: ['transferTo', 'transferReasons'] }),
      },
      explains: text('自发现线索或者收到材料之日起十五个工作日内核查，由负责人决定是否立案；特殊情况经负责人批准可以延长十五个工作日（程序规定§18）。由其他机关移送而来的，不得再自行移送，报请共同的上一级机关指定管辖（§14）；分送来案不具备处理权限的，反馈分送机关（处理办法§41）', 'Within fifteen working days, and fifteen more with the head’s approval (§18). What was moved here is not moved again: the common superior appoints the agency (§14); what was distributed here is reported back (§41)'),
    }),
    checkTesting: s.user('等待检测、检验、检疫、鉴定结论', 'Wait for the test', { by: officer, form: { ...s.shows('testItem'), ...s.asks('testResult') }, outcomes: { known: s.positive('已有结论', 'Result known') } }),
    checkIdentification: s.user('等待权利人辨认、鉴别', 'Wait for the identification', { by: officer, form: { ...s.shows('identifier'), ...s.asks('identificationResult') }, outcomes: { known: s.positive('已有结论', 'Result known') } }),
    transferApproval: s.user('审批移送', 'Approve the transfer', {
      by: head, notSameAs: ['checking'], form: { ...lead, ...s.shows('transferTo', 'transferReasons'), ...s.mayGive('decisionOpinion') },
      outcomes: { approved: s.positive('同意移送', 'Approved'), returned: s.negative('退回', 'Returned', { requires: ['decisionOpinion'] }) },
    }),
    movedBefore: s.choice('是否由其他机关移送、分送而来', 'Was it moved or distributed here?'),
    referral: s.user('报请共同的上一级机关指定管辖', 'Refer it to the common superior', {
      by: sectionHead, form: { ...lead, ...s.shows('transferAgency', 'transferReasons'), ...s.asks('disputeWith', 'superiorAgency') }, outcomes: { sent: s.positive('报请', 'Referred') }, explains: referralExplains,
    }),
    appointing: s.call('共同上一级机关指定管辖', 'Appointment by the common superior', 'jurisdiction-appointment', appointedBySuperior({ disputeReasons: 'transferReasons' })),
    appointedTo: s.choice('指定由谁管辖', 'Who was appointed?'),
    moveApproval: s.user('审批移送管辖', 'Approve the move', {
      by: head, notSameAs: ['checking'], form: { ...lead, ...s.shows('checkRecord', 'transferAgency', 'transferReasons'), ...s.mayGive('decisionOpinion') },
      outcomes: { approved: s.positive('同意移送', 'Approved'), returned: s.negative('退回', 'Returned', { requires: ['decisionOpinion'] }) },
    }),
    moveLead: s.call('移送有管辖权的机关', 'Move to the competent agency', 'report', {
      agency: { kind: 'data', field: 'transferAgency' }, wait: false,
      input: { ...movedInput, ...who },
      explains: text('在有管辖权的机关另立案件，核查期限自该机关收到材料之日起算（程序规定§18）', 'A case of its own at the competent agency, whose time to check runs from its receipt there (§18)'),
    }),
    makeTransfer: s.document('制作线索移送函', 'Make the letter of transfer', 'transferLetter'),
    decision: s.user('决定是否立案', 'Decide on filing', {
      by: head, notSameAs: ['checking'],
      form: { ...lead, ...s.shows('checkRecord', 'violationEndedOn', 'seriousHarm', 'testResult', 'identificationResult'), ...s.mayGive('filingReasons', 'noFilingGround', 'noFilingReasons', 'decisionOpinion', 'resultDuty', 'resultInstrument', 'resultArticle') },
      outcomes: {
        filed: s.positive('立案', 'File', { requires: ['filingReasons'] }),
        notFiled: s.negative('不予立案', 'Do not file', { requires: ['noFilingGround', 'noFilingReasons'] }),
        returned: s.neutral('退回补充核查', 'Check further', { requires: ['decisionOpinion'] }),
      },
    }),
    openEnforcement: s.call('质量违法案件查处', 'Enforcement', 'enforcement', {
      wait: false, input: { ...passedOn, leadSummary: 'if checkRecord = null then leadSummary else leadSummary + "\\n核查情况：" + substring(checkRecord, 1, 1500)', filingReasons: 'filingReasons', violationEndedOn: 'violationEndedOn', seriousHarm: 'seriousHarm' },
      output: { enforcementNumber: 'child.number' },
      explains: text('立案之日起九十日内由查处案件作出处理决定，本案不等待（见流程说明）', 'The case has ninety days of its own; this one does not wait'),
    }),
    makeNoFiling: s.document('制作不予立案审批表', 'Make the record of not filing', 'noFiling'),
    toTell: s.choice('是否须告知举报人', 'Must the reporter be told?'),
    awaitCase: s.firstOf('等待查处结果', 'Wait for what comes of the case'),
    caseResult: s.message('查处案件告知结果', 'The case tells its result', 'enforcement-result', { caseOutcome: 'optional', caseResultSummary: 'optional', caseResultNumber: 'optional' }),
    longWait: s.wait('六个月没有结果', 'Six months without result', { kind: 'after', rule: months(6, internalTarget) }),
    chase: s.user('查询查处结果', 'Ask what became of it', {
      by: officer, form: { ...s.shows('enforcementNumber', 'subjectName'), ...s.mayGive('caseResultSummary') },
      outcomes: { known: s.positive('已有结果', 'Known', { requires: ['caseResultSummary'] }), wait: s.neutral('继续等待', 'Wait on') },
    }),
    resultDraft: s.user('拟制举报处理结果告知书', 'Draft the letter to the reporter', {
      by: officer, form: { ...s.shows('reporterName', 'subjectName', 'enforcementNumber', 'caseOutcome', 'caseResultSummary', 'noFilingReasons'), ...s.asks('resultInstrument', 'resultArticle', 'resultText') }, outcomes: { drafted: s.positive('拟制', 'Drafted') },
      explains: text('仅适用于法律、法规、规章明确规定告知处理结果的情形（2026年文书式样十）', 'Only where a law, regulation or rule says so (form 10 of 2026)'),
    }),
    makeResult: s.document('制作举报处理结果告知书', 'Make the letter to the reporter', 'result', { resultNumber: 'number' }),
    resultService: s.user('告知举报人', 'Tell the reporter', {
      by: officer, serves: 'result', form: { ...s.shows('reporterName', 'reporterPhone', 'reporterAddress', 'resultNumber'), ...s.asks('resultServedOn', 'resultWay') }, outcomes: { told: s.positive('已告知', 'Told') },
    }),
    // 文书式样三: the result is reported to the agency that distributed it.
    concluded: s.choice('是否分送来案', 'Was it distributed here?'),
    tellSender: s.service('向分送机关报告处理结果', 'Report the result to who distributed it', 'notify', noticeAbout('subjectName', '"officer@" + fromAgency', ['举报处理结果', 'Result of a report'], [senderZh, senderEn])),
    byDecision: s.choice('处理结果', 'Result'),
    filedEnd: s.end('立案查处', 'Case filed', 'filed'),
    notFiledEnd: s.end('不予立案', 'Not filed', 'notFiled'),
    distributedEnd: s.end('已分送', 'Distributed', 'distributed'),
    repeatedEnd: s.end('重复举报', 'Repeated', 'repeated'),
    notCompetentEnd: s.end('不具备处理权限', 'No power', 'notCompetent'),
    noPowerEnd: s.end('反馈分送机关', 'Reported back', 'noPower'),
    transferredEnd: s.end('移送其他机关', 'Transferred', 'transferred'),
  };
};
