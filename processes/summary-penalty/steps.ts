/** The steps of a penalty on the spot: who does what, with which form, and what may be decided. What follows an unpaid fine is that of the ordinary procedure. */
import { text } from '../../domain/text.ts';
import { executionSteps } from '../enforcement/steps-execution.ts';
import { paymentSteps } from '../enforcement/steps-payment.ts';
import { sumOf } from '../enforcement/steps-common.ts';
import { summaryHead, type Steps } from './head.ts';

type OrdinarySteps = Parameters<typeof paymentSteps>[0];
/** The fields, roles, party and documents that the shared steps name are those of this process too; that none is missing the check of the definition says. */
const alike = (s: Steps): OrdinarySteps => s as unknown as OrdinarySteps;

const onTheSpot = (s: Steps) => {
  const officer = s.office('officer');
  const head = s.office('agency-head');
  const lead = s.shows('sourceKind', 'sourceNumber', 'subjectName', 'subjectUscc', 'subjectRegion', 'subjectAddress', 'leadSummary');
  const finding = s.shows('subjectName', 'subjectKind', 'spotAt', 'spotPlace', 'finalFacts', 'finalEvidence', 'lawViolated', 'penaltyBasis', 'discretion', 'penaltyKinds', 'fineAmount', 'collectionWay', 'correction');
  return {
    received: s.start('现场发现违法行为', 'Violation found on the spot'),
    spotCheck: s.user('当场调查', 'Find out on the spot', {
      by: officer,
      form: {
        ...lead, ...s.shows('spotProblem', 'statementText', 'statementReview', 'decisionOpinion'),
        ...s.mayGive('officers', 'cardNumbers', 'spotAt', 'spotPlace', 'subjectKind', 'legalPerson', 'subjectIdNumber', 'subjectPhone', 'finalFacts', 'finalEvidence', 'lawViolated', 'correction', 'penaltyBasis', 'discretion', 'penaltyKinds', 'fineAmount', 'collectionWay', 'noFilingGround', 'noFilingReasons', 'ordinaryReasons'),
      },
      outcomes: {
        penalty: s.negative('拟当场处罚', 'Penalty on the spot', { requires: ['officers', 'cardNumbers', 'spotAt', 'spotPlace', 'subjectKind', 'finalFacts', 'finalEvidence', 'lawViolated', 'correction', 'penaltyBasis', 'discretion', 'penaltyKinds'] }),
        minor: s.positive('责令改正，建议不予处罚', 'Correct it, no penalty', { requires: ['officers', 'cardNumbers', 'spotAt', 'spotPlace', 'finalFacts', 'lawViolated', 'correction', 'noFilingGround', 'noFilingReasons'] }),
        none: s.positive('没有违法事实等，建议不予立案', 'No violation', { requires: ['finalFacts', 'noFilingReasons'] }),
        ordinary: s.neutral('不能当场处罚，转普通程序', 'Ordinary procedure', { requires: ['ordinaryReasons'] }),
      },
      explains: text(
        '向当事人出示执法证件，当场调查违法事实，收集必要的证据（程序规定§67）。违法事实确凿并有法定依据，对自然人处以二百元以下、对法人或者其他组织处以三千元以下罚款或者警告的，可以当场作出决定（§66，行政处罚法§51）；其他情形转普通程序',
        'Cards are shown, the facts found out and the evidence taken on the spot (§67). A warning, or a fine of up to 200 yuan for natural persons and 3,000 yuan for organisations, may be decided there (§66, Administrative Penalty Law §51); all else goes to the ordinary procedure',
      ),
    }),
    spotPower: s.rule('核对当场处罚条件', 'May it be decided on the spot?', 'spotPower', { spotProblem: 'result' }),
    withinPower: s.choice('是否符合当场处罚条件', 'Within the power?'),
    rightsTold: s.user('告知并听取陈述、申辩', 'Tell, and hear the subject', {
      by: officer, designated: 'officers', form: { ...finding, ...s.mayGive('statementText') },
      outcomes: { none: s.positive('已告知，没有陈述、申辩', 'Told; no statement'), statement: s.neutral('当事人陈述、申辩，记入笔录', 'A statement is made', { requires: ['statementText'] }) },
      explains: text('作出决定前，告知拟作出的处罚内容及事实、理由、依据和陈述、申辩的权利；陈述、申辩记入笔录（程序规定§69，行政处罚法§44）', 'Before it is decided: what is intended, facts, grounds, basis, and the right to be heard; what is said is taken down (§69)'),
    }),
    makeStatement: s.document('制作陈述申辩笔录', 'Take the statement down', 'statementRecord'),
    statementReviewing: s.user('复核陈述、申辩', 'Review the statement', {
      by: officer, designated: 'officers', form: { ...finding, ...s.shows('statementText'), ...s.asks('statementReview'), ...s.mayGive('ordinaryReasons') },
      outcomes: {
        kept: s.neutral('不采纳，说明理由', 'Not adopted'), adopted: s.positive('采纳，修改处理意见', 'Adopted'),
        unclear: s.negative('事实尚不清楚，转普通程序', 'Facts not clear: ordinary procedure', { requires: ['ordinaryReasons'] }),
      },
      explains: text('对当事人提出的事实、理由和证据应当复核，成立的应当采纳；不因陈述、申辩给予更重的处罚（行政处罚法§45）', 'What the subject brings forward is reviewed, and adopted where it holds; a statement never makes the penalty heavier (§45)'),
    }),
    decide: s.signed('作出当场处罚决定', 'Decide on the spot', {
      by: officer, designated: 'officers', form: { ...finding, ...s.shows('statementText', 'statementReview', 'officers') },
      outcomes: { signed: s.positive('同意处罚，签名', 'Signed'), objected: s.negative('不同意', 'Objected') },
      signers: [{ by: officer }, { by: officer }], order: 'together', rule: { kind: 'all' }, agree: 'signed', disagree: 'objected',
      explains: text('决定书由执法人员签名或者盖章（程序规定§67）；两名执法人员分别确认，法律规定可以由一人执法的除外（行政处罚法§42）', 'The officers sign the decision (§67), each for themselves; two, unless a law allows one (§42)'),
    }),
    sums: s.script('登记应缴罚款', 'What is due', { totalDue: 'if list contains(penaltyKinds, "fine") then fineAmount else 0', paidTotal: '0' }),
    makeDecision: s.document('制作当场行政处罚决定书', 'Make the decision', 'spotDecision', { decisionNumber: 'number', decidedOn: 'issuedOn' }),
    decisionService: s.user('当场交付决定书', 'Hand the decision over', {
      by: officer, designated: 'officers', serves: 'spotDecision', form: { ...s.shows('subjectName', 'decisionNumber', 'penaltyKinds', 'fineAmount', 'collectionWay'), ...s.asks('decisionServedOn', 'serviceWay'), ...s.mayGive('receivedBy', 'signRefusal') },
      outcomes: { served: s.positive('当场交付，已签收', 'Handed over, signed for', { requires: ['receivedBy'] }), refused: s.neutral('当场交付，拒绝签收，已注明', 'Handed over; signature refused', { requires: ['signRefusal'] }) },
      explains: text('当场交付当事人；拒绝签收的，在决定书上注明（程序规定§67）', 'Handed over at once; a refusal to sign is noted on it (§67)'),
    }),
    afterService: s.parallel('执行与归档并行', 'Execution and filing side by side'),

    // 不予处罚
    noPenaltyApproval: s.user('审批不予立案、不予处罚', 'Decide: not filed, no penalty', {
      by: head, notSameAs: ['spotCheck'], form: { ...lead, ...s.shows('finalFacts', 'finalEvidence', 'lawViolated', 'correction', 'noFilingGround', 'noFilingReasons'), ...s.mayGive('decisionOpinion') },
      outcomes: { approved: s.positive('同意', 'Approved', { requires: ['decisionOpinion'] }), returned: s.negative('退回', 'Returned', { requires: ['decisionOpinion'] }) },
      explains: text('违法行为轻微并及时改正等，可以不予立案，填写不予立案审批表（程序规定§20）；不予处罚的，对当事人进行教育（行政处罚法§33）', 'Minor and corrected in time, and the like: not filed, with a record (§20); the subject is taught instead (§33)'),
    }),
    noGround: s.script('登记不予立案情形', 'Ground for not filing', { noFilingGround: '"noViolation"' }),
    makeNoFiling: s.document('制作不予立案审批表', 'Make the record of not filing', 'noFiling'),
    toCorrect: s.choice('是否责令改正', 'Is anything to be corrected?'),
    makeCorrection: s.document('制作责令改正通知书', 'Make the order to correct', 'correctionNotice'),
    correctionService: s.user('交付责令改正通知书，进行教育', 'Hand over the order to correct', {
      by: officer, serves: 'correctionNotice', form: { ...s.shows('subjectName', 'correction'), ...s.asks('correctionServedOn', 'serviceWay'), ...s.mayGive('receivedBy') }, outcomes: { served: s.positive('已交付', 'Handed over') },
    }),

    // 转普通程序
    openOrdinary: s.call('转普通程序：质量违法案件查处', 'Ordinary procedure: penalty case', 'enforcement', {
      wait: false,
      input: {
        sourceKind: 'sourceKind', sourceNumber: 'case.number', subjectName: 'subjectName', subjectUscc: 'subjectUscc', subjectRegion: 'subjectRegion', subjectAddress: 'subjectAddress',
        leadSummary: 'substring(leadSummary + (if finalFacts = null then "" else "\\n现场查明：" + finalFacts) + (if finalEvidence = null then "" else "\\n证据：" + finalEvidence) + (if statementText = null then "" else "\\n当事人陈述、申辩：" + statementText) + "\\n转普通程序的理由：" + ordinaryReasons, 1, 4000)',
      },
      output: { ordinaryNumber: 'child.number' },
      explains: text('在本机关另立查处案件，由负责人决定是否立案，其核查期限自转入之日起算（程序规定§18）；本案即告结束', 'A penalty case of its own, in which the head decides on filing; its time to check runs from then (§18). This one ends'),
    }),

    // 归档
    archiving: s.user('将案件材料交回归档', 'Hand the material in for the file', {
      by: officer, form: { ...s.shows('subjectName', 'decisionNumber', 'decidedOn', 'decisionServedOn', 'signRefusal', 'archiveOpinion'), ...s.asks('archiveList') }, outcomes: { handed: s.positive('已交回', 'Handed in') },
      explains: text('自作出决定之日起七个工作日内交至所在的市场监督管理部门归档保存（程序规定§70）', 'Within seven working days of the decision (§70)'),
    }),
    recording: s.user('归档备案', 'Take it into the file', {
      by: s.office('section-head'), notSameAs: ['archiving'], form: { ...finding, ...s.shows('decisionNumber', 'decidedOn', 'decisionServedOn', 'signRefusal', 'archiveList'), ...s.mayGive('archiveOpinion') },
      outcomes: { recorded: s.positive('已归档备案', 'Filed'), incomplete: s.negative('材料不全，退回补齐', 'Incomplete', { requires: ['archiveOpinion'] }) },
      explains: text('当场作出的行政处罚决定，报所属行政机关备案（行政处罚法§52）', 'What is decided on the spot is reported to the agency for its record (§52)'),
    }),
    makeArchive: s.document('制作归档备案表', 'Make the record of filing', 'archiveSheet'),
    allDone: s.parallel('执行和归档完毕', 'Executed and filed'),
    aftermath: s.subProcess('执行和救济', 'Execution and remedies'),
    ending: s.choice('办结结果', 'How the case ends'),
    warnedEnd: s.end('警告', 'Warned', 'warned'),
    collectedEnd: s.end('罚款，已当场收缴', 'Collected on the spot', 'collected'),
    paidEnd: s.end('罚款，已缴纳', 'Paid', 'paid'),
    enforcedEnd: s.end('罚款，法院强制执行', 'Enforced by the court', 'enforced'),
    executionEnd: s.end('罚款，终结执行', 'Execution ended', 'executionEnded'),
    revokedFinal: s.end('处罚决定被撤销', 'Revoked', 'revoked'),
    ordinaryEnd: s.end('转普通程序', 'Ordinary procedure', 'toOrdinary'),
    noPenaltyEnd: s.end('责令改正，不予行政处罚', 'Corrected, no penalty', 'noPenalty'),
    noViolationEnd: s.end('没有违法事实等，不予立案', 'No violation', 'noViolation'),
  };
};

/** 当场收缴 (程序规定 §§72–73; 行政处罚法 §§68–71). */
const collecting = (s: Steps) => s.within('aftermath', {
  decidedStart: s.start('决定书已经交付', 'Decision handed over'),
  executionWays: s.parallel('执行与救济并行', 'Execution and remedies side by side'),
  toCollect: s.choice('是否当场收缴', 'Collected on the spot?'),
  collecting: s.user('当场收缴罚款', 'Collect the fine', {
    by: s.office('officer'), designated: 'officers', form: { ...s.shows('subjectName', 'decisionNumber', 'fineAmount', 'collectionWay'), ...s.mayGive('paidOn', 'paidAmount', 'receiptNumber', 'landedOn') },
    outcomes: { collected: s.positive('已收缴，出具专用票据', 'Collected, with a receipt', { requires: ['paidOn', 'paidAmount', 'receiptNumber'] }), notPaid: s.negative('当事人未当场缴纳', 'Not paid') },
    explains: text('一百元以下、不当场收缴事后难以执行，或者边远、水上、交通不便地区经当事人提出的，可以当场收缴，必须出具财政部门统一制发的专用票据（程序规定§72，行政处罚法§§68、69、70）', 'Up to a hundred yuan, where it would be hard to enforce afterwards, or in remote places on request; always with the receipt of the finance department (§72, Administrative Penalty Law §§68, 69, 70)'),
  }),
  collectedSum: s.script('登记收缴的罚款', 'Add what was collected', { paidTotal: sumOf('paidTotal', 'paidAmount'), handInFrom: 'if landedOn = null then paidOn else landedOn' }),
  handingIn: s.user('将罚款交至本机关', 'Hand the fine in', {
    by: s.office('officer'), designated: 'officers', form: { ...s.shows('decisionNumber', 'paidOn', 'paidAmount', 'receiptNumber', 'handInFrom'), ...s.asks('handedInOn') }, outcomes: { handed: s.positive('已上交', 'Handed in') },
    explains: text('自收缴之日起二个工作日内交至所在市场监督管理部门；在水上收缴的，自抵岸之日起（程序规定§73，行政处罚法§71）', 'Within two working days of collecting, or of landing where it was on the water (§73)'),
  }),
  banking: s.user('将罚款缴付指定银行', 'Pay the fine to the bank', {
    by: s.office('section-head'), notSameAs: ['collecting'], form: { ...s.shows('decisionNumber', 'paidAmount', 'receiptNumber', 'handedInOn'), ...s.asks('bankedOn', 'bankReceipt') }, outcomes: { banked: s.positive('已缴付', 'Paid in') },
    explains: text('市场监督管理部门在二个工作日内将罚款缴付指定银行（程序规定§73）', 'The agency pays it to the bank within two working days (§73)'),
  }),
  collectedAll: s.choice('是否缴清', 'Paid up?'),
  collectedDone: s.done('已当场收缴', 'Collected on the spot'),
  performedDone: s.done('履行结束', 'Performance over'),
});

/** 复议前置 (行政复议法 §23①(1)): nobody goes to court with it before the reconsideration is decided; so the time for remedies is over after sixty days. */
const remedying = (s: Steps) => {
  const officer = s.office('officer');
  const decided = s.shows('subjectName', 'decisionNumber', 'finalFacts', 'lawViolated', 'penaltyBasis', 'penaltyKinds', 'fineAmount', 'decisionServedOn');
  return {
    ...s.within('remedies', {
      remedy: s.user('申请行政复议', 'Apply for reconsideration', {
        by: s.party('subject', officer), form: { ...decided, ...s.asks('remedyOn'), ...s.mayGive('remedyBody', 'remedyNote') }, outcomes: { reconsideration: s.neutral('申请行政复议', 'Reconsideration') },
        explains: text('自知道行政行为之日起六十日内申请（行政复议法§20）；对当场处罚决定不服的，应当先申请行政复议，对复议决定不服的再提起诉讼（§23）', 'Within sixty days (§20); against a penalty decided on the spot reconsideration comes first, and the court after it (§23)'),
      }),
      remedyLapse: s.deadline('复议期限届满', 'The time for reconsideration is over', 'remedy', { kind: 'clock', clock: 'reconsideration' }),
      remedyDeciding: s.user('登记复议、诉讼结果', 'Register the result', {
        by: officer, form: { ...decided, ...s.shows('remedyKind', 'remedyOn', 'remedyBody'), ...s.asks('remedyResultOn', 'remedyNote'), ...s.mayGive('fineAmount') },
        outcomes: {
          upheld: s.positive('维持、驳回', 'Upheld'), changed: s.neutral('变更', 'Changed', { requires: ['fineAmount'] }), revoked: s.negative('撤销、确认违法', 'Revoked'), sued: s.neutral('复议后提起诉讼', 'Sued after the reconsideration'),
        },
      }),
      remedySued: s.script('登记诉讼', 'Now before the court', { remedyKind: '"litigation"' }),
      remedyResultSet: s.script('登记结果', 'Register the result', { remedyResult: 'outcome.remedyDeciding', remedyPending: 'false', totalDue: 'if list contains(penaltyKinds, "fine") then fineAmount else 0', remedyEndsOn: 'remedyResultOn' }),
    }),
    ...s.within('aftermath', {
      refunding: s.user('办理变更、撤销后的事项', 'Follow the change or revocation', { by: officer, form: { ...decided, ...s.shows('remedyResult', 'remedyNote', 'paidTotal'), ...s.asks('refundNote') }, outcomes: { settled: s.positive('已办理', 'Done') } }),
      afterRefund: s.choice('变更或者撤销', 'Changed or revoked?'),
    }),
  };
};

export const summarySteps = summaryHead.steps((s) => {
  const { performance, remedies, remedyOutcome, revokedEnd, remediesOver, remedyBegin, remedyGoesOn, remedyDone, remedyWaived, remedyUnused, tellRemedy } = executionSteps(alike(s));
  return {
    ...onTheSpot(s), ...collecting(s), performance, ...paymentSteps(alike(s), ['fineAmount']),
    ...s.within('performance', { remedyDay: s.service('推算复议期限届满日', 'Last day for reconsideration', 'calendar.day', { from: 'decisionServedOn', amount: '60', unit: '"calendar-day"' }, { remedyEndsOn: 'day' }) }),
    remedies, remedyOutcome, revokedEnd, remediesOver, remedyBegin, remedyGoesOn, remedyDone, remedyWaived, remedyUnused, tellRemedy, ...remedying(s),
  };
});
