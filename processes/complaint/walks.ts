/** Ways through a complaint, as people would go them. */
import type { JsonObject } from '../../domain/json.ts';
import { day, type Act, type Walk, type Walks } from '../walk.ts';

const shop = '91440101MA5CK83P1C';
/** Demo person for a pool, in the cases that a complaint opens too. */
const usual: Readonly<Record<string, string>> = {
  'officer@gz-tianhe-amr': 'mo', 'section-head@gz-tianhe-amr': 'ou', 'agency-head@gz-tianhe-amr': 'kong', 'officer@gz-haizhu-amr': 'liaoyun', 'section-head@gz-haizhu-amr': 'penglixin',
  'officer@gz-amr': 'wu', 'section-head@gz-amr': 'deng', 'agency-head@gz-amr': 'feng', 'person:citizen': 'citizen', 'uscc:91440605MA4W2Q7H9C': 'chenguang', [`uscc:${shop}`]: 'haichuan',
};
export const whoTakes = (_step: string, pool: string): string => usual[pool] ?? `nobody holds ${pool}`;

export const complaintWalks = { process: 'complaint', whoTakes, walks: makeWalks(),
  grounds: [{ walk: 'refused', step: 'examination', field: 'refusalGround', values: ['noPower', 'handled', 'other'], onStack: true }, { walk: 'withdrawnByPhone', step: 'preparation', field: 'endGround', values: ['reconciled'], onStack: true }, { walk: 'failed', step: 'session', field: 'endGround', values: ['refused'], onStack: true }],
} as const satisfies Walks;

function makeWalks() {
  /** A citizen files it themselves, against an enterprise whose code they know. */
  const filed: JsonObject = {
    channel: 'platform', complainantName: '陈伟', complainantPhone: '13800138009', complainantAddress: '广州市天河区体育东路100号', publicationConsent: true, mediationConsent: true,
    respondentName: '广州海川玩具有限公司', respondentUscc: shop, respondentRegion: '440106', respondentAddress: '广州市天河区中山大道88号', subject: '儿童滑板车', purchasedOn: day(-20), amountPaid: 39_900,
    facts: '20日前在该公司门店购买儿童滑板车一辆，使用三日后折叠锁扣松脱，要求退货被拒绝。', demands: '退货并退还货款399元。', knownOn: day(-17), handledElsewhere: false,
  };
  /** Registered by telephone: nobody has an account, and the shop's code is not known. */
  const called: JsonObject = {
    channel: 'hotline', complainantName: '李桂芳', complainantPhone: '13800138010', complainantAddress: '广州市天河区黄埔大道西2号', publicationConsent: false, mediationConsent: true,
    respondentName: '天河区好味道餐厅', respondentRegion: '440106', respondentAddress: '广州市天河区龙口西路5号', subject: '餐饮服务', amountPaid: 26_800, facts: '结账时多收一道未点的菜。', demands: '退还多收的费用68元。', handledElsewhere: false,
  };
  const citizen = { starter: 'citizen', agency: 'gz-tianhe-amr', start: filed };
  const hotline = { starter: 'mo', agency: 'gz-tianhe-amr', start: called };
  const intake = { starter: 'wu', agency: 'gz-amr', start: called };

  const own: Act = ['registration', 'own'];
  const contact: JsonObject = { officerName: '莫凯', officerPhone: '020-38626000' };
  const accept: Act = ['examination', 'accept', contact];
  const told: Act = ['tellAcceptance', 'told', { decisionToldOn: day(0), decisionToldWay: 'internet' }];
  const accepted: readonly Act[] = [own, accept, told];
  const quiet: Act = ['watch', 'finished'];
  const meeting: JsonObject = { mediators: '莫凯', mediationOn: day(5), mediationHour: 10, mediationPlace: '天河区市场监督管理局调解室', recusalDays: 2, officerPhone: '020-38626000' };
  const onsite: Act = ['preparation', 'onsite', meeting];
  const remote: Act = ['preparation', 'remote', { mediators: '莫凯' }];
  const proposal: Act = ['session', 'proposal', { mediationRecord: '双方陈述意见，调解人员提出方案。', agreementProposal: '商家收到商品后三日内原路退还货款。' }];
  const bothAccept: readonly Act[] = [['complainantAnswer', 'accept'], ['respondentAnswer', 'accept']];
  const registered = (more: JsonObject): Act => ['agreement', 'registered', { agreement: '被投诉人三日内退还货款399元，投诉人退回商品。', performed: false, settlementWaived: false, ...more }];
  const signed: Act = ['settlementSigning', 'signed', { settlementSignedOn: day(0) }];
  const ended = (step: 'preparation' | 'session', ground: string): Act => [step, 'ended', { endGround: ground, endReasons: '见调解记录。' }];
  const terminated: readonly Act[] = [['terminationDecision', 'terminated'], ['tellTermination', 'told', { terminationToldOn: day(0), terminationToldWay: 'phone' }]];
  const toldEnd: Act = ['tellTermination', 'told', { terminationToldOn: day(0), terminationToldWay: 'message' }];
  const calledBack: Act = ['callBack', 'done', { callBackOn: day(0), satisfaction: 'satisfied' }];
  const notCalled: Act = ['callBack', 'notChosen'];
  const asksIdentity: JsonObject = { identityMaterials: '居民身份证正反面照片', identityDueOn: day(5), officerPhone: '020-38626000', officeAddress: '广州市天河区市场监督管理局' };
  const identity: Act = ['identity', 'provided', { complainantIdType: 'idCard', complainantIdNumber: '440106199001011234' }];
  const refuse = (ground: string): Act => ['examination', 'refuse', { refusalGround: ground, refusalReasons: '不符合受理条件。' }];
  const refused: readonly Act[] = [['refusalApproval', 'agreed'], ['tellRefusal', 'told', { decisionToldOn: day(0), decisionToldWay: 'phone' }]];
  const recusal: JsonObject = { recusalReasons: '调解人员与对方有亲属关系。' };
  const dispute = (outcome: 'dispute' | 'appoint'): Act => ['examination', outcome, { disputeWith: 'gz-haizhu-amr', disputeReasons: '被投诉人实际经营地在海珠区。' }];
  const appointed = (agency: string): Act => ({
    called: 'appointment', outcome: 'appointed', tells: { appointedAgency: agency },
    acts: [
      ['examination', 'submitted', { examination: '实际经营地明确。', appointedAgency: agency }], ['appointment', 'returned', { appointedAgency: agency, appointmentReasons: '请核实。' }],
      ['examination', 'submitted', { examination: '已核实实际经营地。', appointedAgency: agency }], ['appointment', 'appointed', { appointedAgency: agency, appointmentReasons: '由实际经营地机关处理。' }],
    ],
  });
  const declines: Act = { called: 'consultation', outcome: 'declines', tells: { answer: '住所地在天河区。' }, acts: [['consultation', 'declines', { answer: '住所地在天河区。' }]] };
  const distribute = (to: string): Act => ['registration', 'distribute', { forwardTo: to, reportBy: day(60), materialCopies: 1, materialPages: 3 }];
  const danger: JsonObject = {
    dangerFoundOn: day(-1), recallProductKind: 'consumer', recallProduct: '儿童滑板车', recallModel: 'HC-S3', producerName: '广州海川玩具有限公司', producerCode: shop, producerPlace: '440106', producerContact: '郑海', producerPhone: '13800138002', quantityInMarket: 2300,
    defectCategory: 'manufacturing', defectDescription: '折叠锁扣可能松脱。', harm: '骑行中车把折叠，可能造成跌伤。',
  };

  const takesBack: Act = { action: 'withdraw', by: 'citizen', body: { reason: '商家已经退款，撤回投诉。' } };
  const jointly: Act = ['examination', 'joint', { jointMembers: '陈伟、刘洋、周明，均为同一批次滑板车的购买者，请求退货。', jointCount: 3 }];
  const jointlyAccepted: readonly Act[] = [own, jointly, ['jointTerms', 'agreed', { representatives: '陈伟、刘洋', jointConsent: '均同意。' }], accept, told, remote, proposal, ...bothAccept];

  return {
    settled: {
      ...citizen, title: '现场调解达成协议，制作调解书，回访', outcome: 'settled',
      acts: [...accepted, onsite, proposal, ...bothAccept, registered({}), signed, quiet, calledBack],
    },
    settledByPhone: {
      ...hotline, title: '电话登记，非现场调解，投诉人不同意第一个方案，即时履行', outcome: 'settled',
      acts: [
        ...accepted, remote, ['session', 'again', { mediationRecord: '商家未接电话。' }], remote, proposal, ['complainantAnswer', 'decline', { complainantCounter: '要求当日退款。' }], ['respondentAnswer', 'accept'],
        remote, proposal, ['complainantAnswer', 'accept'], ['respondentAnswer', 'decline', { respondentCounter: '只能退一半。' }], remote, proposal, ...bothAccept, registered({ performed: true }), quiet, notCalled,
      ],
    },
    settledAfterAppraisal: {
      ...citizen, title: '商定机构鉴定后达成协议，双方同意不制作调解书', outcome: 'settled',
      acts: [
        ...accepted, ['preparation', 'appraisal'], ['appraisalTerms', 'dropped'], onsite, ['session', 'appraisal'], ['appraisalTerms', 'agreed', { appraisalBody: '广东省质检院', appraisalFees: '由被投诉人垫付，按结果承担。' }],
        ['appraisal', 'received', { appraisalResult: '锁扣强度不符合标准。', appraisalReportNo: 'GQ-118' }], onsite, proposal, ...bothAccept, registered({ settlementWaived: true }), quiet, calledBack,
      ],
    },
    withdrawn: { ...citizen, title: '投诉人撤回投诉', outcome: 'withdrawn', acts: [...accepted, onsite, ['complainantStands', 'withdrawn'], toldEnd, quiet, notCalled] },
    reconciled: {
      ...citizen, title: '局指定鉴定机构，鉴定期间双方自行和解', outcome: 'withdrawn',
      acts: [
        ...accepted, ['preparation', 'appraisal'], ['appraisalTerms', 'noBody', { appraisalFees: '各承担一半。' }], ['designation', 'named', { appraisalBody: '广州市质检院' }], ['complainantStands', 'reconciled', { partyStatement: '商家已换新车。' }],
        toldEnd, quiet, notCalled,
      ],
    },
    takenBackEarly: { ...citizen, title: '登记后、受理前投诉人自行撤回', outcome: 'withdrawn', acts: [own, takesBack] },
    takenBackAtIntake: { ...citizen, agency: 'gz-amr', title: '分送下级期间投诉人自行撤回，下级案件随之终止', outcome: 'withdrawn', others: { complaint: ['terminated'] }, acts: [distribute('gz-tianhe-amr'), { at: 'complaint', deed: ['examination', 'identity', asksIdentity] }, takesBack] },
    takenBackInMediation: { ...citizen, title: '调解期间投诉人自行撤回', outcome: 'withdrawn', acts: [...accepted, onsite, takesBack, toldEnd, quiet, notCalled] },
    takenBackAtRecusal: { ...citizen, title: '回避审查期间投诉人自行撤回', outcome: 'withdrawn', acts: [...accepted, onsite, ['session', 'recusal', recusal], takesBack, toldEnd, quiet, notCalled] },
    takenBackAtTermination: { ...citizen, title: '终止调解审核期间投诉人自行撤回', outcome: 'withdrawn', acts: [...accepted, ended('preparation', 'failed'), takesBack, toldEnd, quiet, notCalled] },
    joint: {
      ...citizen, title: '共同投诉：首次未获全体同意，推选代表人后受理；被代表人先不同意协议，再次调解后均同意', outcome: 'settled',
      acts: [
        own, jointly, ['jointTerms', 'separate', { jointConsent: '一人不同意。' }], jointly, ['jointTerms', 'agreed', { representatives: '陈伟、刘洋', jointConsent: '三人均同意，书面推选陈伟、刘洋为代表人。' }], accept, told, remote, proposal, ...bothAccept,
        ['jointApproval', 'refused', { jointConsent: '一人要求全额退款。' }], remote, proposal, ...bothAccept, ['jointApproval', 'agreed', { jointConsent: '三人均同意。' }], registered({ performed: true }), quiet, notCalled,
      ],
    },
    jointTakenBack: { ...citizen, title: '共同投诉征求意见期间撤回，被代表人均同意', outcome: 'withdrawn', acts: [...jointlyAccepted, takesBack, ['jointWithdrawal', 'agreed', { jointConsent: '三人均同意撤回。' }], toldEnd, quiet, notCalled] },
    jointGoesOn: {
      ...citizen, title: '共同投诉的代表人自行和解，有人不同意，继续调解至达成协议', outcome: 'settled',
      acts: [
        ...jointlyAccepted.slice(0, 5), ['complainantStands', 'reconciled', { partyStatement: '商家已向我退款。' }], ['jointWithdrawal', 'refused', { jointConsent: '刘洋、周明尚未得到退款，不同意。' }],
        remote, proposal, ...bothAccept, ['jointApproval', 'agreed', { jointConsent: '三人均同意。' }], registered({ performed: true }), quiet, notCalled,
      ],
    },
    jointWithdrawnTooLate: {
      ...citizen, title: '共同投诉征求撤回意见期间调解期限届满', outcome: 'terminated', acts: [...jointlyAccepted.slice(0, 5), quiet, takesBack, { waitFor: 'jointWithdrawalOver' }, toldEnd, notCalled],
    },
    jointTooLate: { ...hotline, title: '共同投诉征求意见期间调解期限届满', outcome: 'terminated', acts: [...jointlyAccepted, quiet, { waitFor: 'mediation' }, toldEnd, notCalled] },
    withdrawnByPhone: { ...hotline, title: '电话撤回投诉', outcome: 'withdrawn', acts: [...accepted, ended('preparation', 'withdrawn'), toldEnd, quiet, notCalled] },
    refusedMediation: {
      ...citizen, title: '被投诉人拒绝调解，审核人要求再次调解，仍然拒绝', outcome: 'terminated',
      acts: [
        ...accepted, ['respondentStands', 'refused', { partyStatement: '商品没有问题。' }], ['terminationDecision', 'resumed'], onsite, ['respondentStands', 'refused', { partyStatement: '不接受调解。' }], ...terminated, quiet, notCalled,
      ],
    },
    complainantRefuses: { ...citizen, title: '投诉人拒绝调解', outcome: 'terminated', acts: [...accepted, ['complainantStands', 'refused', { partyStatement: '直接起诉。' }], ...terminated, quiet, notCalled] },
    failed: { ...citizen, title: '无法达成协议，终止调解', outcome: 'terminated', acts: [...accepted, onsite, ended('session', 'failed'), ...terminated, quiet, calledBack] },
    feeDispute: {
      ...citizen, title: '鉴定费用承担无法协商一致，终止调解', outcome: 'terminated',
      acts: [...accepted, ['preparation', 'appraisal'], ['appraisalTerms', 'feeDispute', { endReasons: '双方均不愿垫付。' }], ...terminated, quiet, notCalled],
    },
    inTimeNoAgreement: { ...citizen, title: '六十日内未达成协议，到期终止调解', outcome: 'terminated', acts: [...accepted, quiet, onsite, { waitFor: 'mediation' }, toldEnd, notCalled] },
    decidedTooLate: { ...citizen, title: '终止调解审核期间期限届满', outcome: 'terminated', acts: [...accepted, quiet, ended('preparation', 'failed'), { waitFor: 'mediation' }, toldEnd, notCalled] },
    recusals: {
      ...citizen, title: '三次申请回避，一次同意，之后主体灭失', outcome: 'terminated',
      acts: [
        ...accepted, onsite, ['session', 'recusal', recusal], ['recusalDecision', 'granted', { recusalOpinion: '属实，更换。', mediators: '区文静' }], ['complainantStands', 'recusal', recusal],
        ['recusalDecision', 'rejected', { recusalOpinion: '无利害关系。' }], ['respondentStands', 'recusal', recusal], ['recusalDecision', 'rejected', { recusalOpinion: '无利害关系。' }], ended('preparation', 'ceased'), ...terminated, quiet, notCalled,
      ],
    },
    fraud: {
      ...citizen, title: '涉嫌骗取赔偿，移送公安机关，终止调解', outcome: 'terminated',
      acts: [...accepted, ['watch', 'police', { policeFacts: '投诉人自行拆卸锁扣后拍照索赔。' }], ended('preparation', 'ineligible'), ...terminated, quiet, notCalled],
    },
    entrusted: {
      ...citizen, title: '委托消费者委员会调解，其他法定情形终止', outcome: 'terminated',
      acts: [...accepted, ['preparation', 'entrusted', { mediators: '消委会调解员', entrustedTo: '天河区消费者委员会', entrustConsent: '投诉人登记时同意委托调解；被投诉人电话同意。' }], ended('session', 'other'), ...terminated, quiet, notCalled],
    },
    escalated: {
      ...citizen, start: { ...filed, subject: '儿童安全座椅', reportContent: '该店销售的座椅没有强制性认证标志。' }, title: '反复投诉升级上一级，发现违法线索、产品危险，另案处理', outcome: 'settled',
      acts: [
        ...accepted, ['watch', 'lead', { leadFoundOn: day(0), leadSummary: '销售的滑板车无厂名厂址。' }], ['watch', 'danger', danger],
        ['watch', 'escalate', { escalationMatter: '涉及众多消费者。', escalationProposals: ['publicInterest', 'interview'] }], quiet, onsite, proposal, ...bothAccept, registered({ performed: true }), notCalled,
      ],
    },
    refused: {
      ...citizen, title: '补充身份材料后审查，审核退回一次，不予受理', outcome: 'refused',
      acts: [['registration', 'identity', asksIdentity], identity, own, refuse('notConsumer'), ['refusalApproval', 'returned'], refuse('notConsumer'), ...refused],
    },
    noIdentity: {
      ...hotline, title: '逾期未提供身份证明材料，不予受理', outcome: 'refused',
      acts: [own, ['examination', 'identity', asksIdentity], { waitFor: 'identityOver' }, refuse('identity'), ...refused],
    },
    otherChannel: {
      ...citizen, title: '不属于投诉，告知其他途径', outcome: 'otherChannel',
      acts: [own, ['examination', 'noPower', { powerReasons: '属于政府信息公开申请。' }], ['registration', 'other', { otherChannel: '请向政府信息公开工作机构提出申请。' }]],
    },
    distributed: {
      ...intake, title: '市局分送，海珠区局反馈无权限，改送天河区局调解办结', outcome: 'distributed',
      acts: [
        distribute('gz-haizhu-amr'), { called: 'distribution', outcome: 'noPower', tells: { powerReasons: '实际经营地在天河区。' }, acts: [['examination', 'noPower', { powerReasons: '实际经营地在天河区。' }]] },
        distribute('gz-tianhe-amr'), { called: 'distribution', outcome: 'settled', acts: [accept, told, quiet, remote, proposal, ...bothAccept, registered({ performed: true }), notCalled] },
      ],
    },
    noPower: {
      starter: 'wu', agency: 'gz-haizhu-amr', opened: true, start: { ...filed, complainantAccount: 'citizen', arrivedBy: 'distribution', fromAgency: 'gz-amr', reportBy: day(60) }, title: '分送来案，不具备处理权限，反馈接收机构', outcome: 'noPower',
      acts: [['examination', 'noPower', { powerReasons: '实际经营地在天河区。' }]],
    },
    takenOver: {
      ...citizen, title: '处理权限争议，对方机关同意处理', outcome: 'transferred',
      acts: [own, dispute('dispute'), { called: 'consultation', outcome: 'takesOver', tells: { answer: '由我局处理。' }, acts: [['consultation', 'takesOver', { answer: '由我局处理。' }]] }],
    },
    appointedOther: { ...citizen, title: '协商不成，共同上一级指定对方机关', outcome: 'transferred', acts: [own, dispute('dispute'), declines, ['negotiated', 'appoint', { disputeReasons: '实际经营地在海珠区。' }], appointed('gz-haizhu-amr')] },
    negotiatedOurs: {
      ...citizen, title: '协商后由本机关处理，不予受理', outcome: 'refused', acts: [own, dispute('dispute'), declines, ['negotiated', 'ours'], refuse('late'), ...refused],
    },
    appointedOurs: { ...citizen, title: '直接报请指定，指定本机关', outcome: 'refused', acts: [own, dispute('appoint'), appointed('gz-tianhe-amr'), refuse('materials'), ...refused] },
  } as const satisfies Record<string, Walk>;
}
