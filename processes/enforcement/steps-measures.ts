/** 先行登记保存 (程序规定 §§33–35), 查封扣押 (§§36–40), 协助调查 (§45): each a track of its own beside the investigation, with its own clocks. */
import { text } from '../../domain/text.ts';
import { dayAfter } from '../feel.ts';
import type { Steps } from './head.ts';
import { common, toOfficers, toSubject } from './steps-common.ts';

const held = (s: Steps, zh: string, en: string, field: 'registrationHeld' | 'seizureHeld', value: boolean) => s.script(zh, en, { [field]: String(value) });

export const measureSteps = (s: Steps) => {
  const { officer, head, tell } = common(s);
  const goods = s.shows('registeredGoods', 'registrationReasons', 'registrationPlace', 'registeredAt');
  const seized = s.shows('seizedGoods', 'seizureReasons', 'seizedAt', 'seizureNumber');
  return {
    ...s.within('handling', {
      registrationTrack: s.subProcess('先行登记保存', 'Registration of evidence'),
      seizureTrack: s.subProcess('查封、扣押', 'Seizure'),
      assistanceTrack: s.subProcess('协助调查', 'Assistance by other agencies'),
      registrationOver: s.done('不再登记保存', 'No further registration'),
      seizureOver: s.done('不再查封、扣押', 'No further seizure'),
      assistanceOver: s.done('不再请求协助', 'No further assistance'),
    }),
    ...s.within('registrationTrack', {
      registrationBegin: s.start('可以先行登记保存', 'Evidence may be registered'),
      registration: s.user('先行登记保存证据', 'Register evidence', {
        by: officer, form: { ...s.shows('measureOpinion', 'registrationHandling'), ...s.mayGive('registeredGoods', 'registrationReasons', 'registrationPlace', 'registeredAt') },
        outcomes: {
          propose: s.neutral('报请批准', 'Propose', { requires: ['registeredGoods', 'registrationReasons', 'registrationPlace'] }),
          onTheSpot: s.neutral('情况紧急，当场采取', 'Urgent: taken on the spot', { requires: ['registeredGoods', 'registrationReasons', 'registrationPlace', 'registeredAt'] }),
          closed: s.positive('不再采取', 'No further measure'),
        },
        explains: text('证据可能灭失或者以后难以取得时采取；当场采取的，自采取之时起二十四小时内报告负责人并补办批准手续（程序规定§33）', 'Where evidence may be lost; taken on the spot, the approval is made up within 24 hours of then (§33)'),
      }),
      registrationApproval: s.user('审批先行登记保存', 'Approve the registration', {
        by: head, form: { ...goods, ...s.mayGive('registeredAt', 'measureOpinion') }, notSameAs: ['registration'],
        outcomes: { approved: s.positive('批准', 'Approved', { requires: ['registeredAt'] }), refused: s.negative('不批准', 'Refused', { requires: ['measureOpinion'] }) },
      }),
      registrationStands: held(s, '登记保存生效', 'The registration stands', 'registrationHeld', true),
      makeRegistration: s.document('制作先行登记保存证据通知书', 'Make the notice of registration', 'registrationNotice', { registrationNumber: 'number' }),
      registrationTaken: s.choice('是否当场采取', 'Taken on the spot?'),
      registrationMakeUp: s.user('补办批准：先行登记保存', 'Make up the approval', {
        by: head, form: { ...goods, ...s.shows('registrationNumber'), ...s.asks('makeUpOpinion') }, notSameAs: ['registration'],
        outcomes: { approved: s.positive('批准', 'Approved'), refused: s.negative('不批准，立即解除', 'Refused: lift it at once') },
      }),
      registrationMakeUpOver: s.deadline('未补办批准，登记保存期满', 'Registration over before the approval', 'registrationMakeUp', { kind: 'clock', clock: 'registration' }),
      registrationDisposal: s.user('处理先行登记保存的证据', 'Deal with the registered evidence', {
        by: officer, form: { ...goods, ...s.shows('registrationNumber'), ...s.asks('registrationHandling') },
        outcomes: {
          recorded: s.positive('采取记录、复制、拍照等证据保全措施', 'Recorded, copied or photographed'),
          tested: s.neutral('送交检测、检验、检疫、鉴定', 'Sent to be tested'),
          seized: s.neutral('决定查封、扣押', 'Seized'),
          confiscated: s.negative('违法事实成立，没收', 'Confiscated'),
          lifted: s.positive('解除登记保存', 'Lifted'),
        },
        explains: text('七个工作日内作出处理；逾期未采取相关措施的，先行登记保存自动解除（程序规定§35）', 'Within seven working days; else it is lifted by itself (§35)'),
      }),
      registrationLiftApproval: s.user('审批解除登记保存', 'Approve the lifting', {
        by: head, notSameAs: ['registrationDisposal'], form: { ...goods, ...s.shows('registrationHandling'), ...s.mayGive('measureOpinion') },
        outcomes: { approved: s.positive('同意解除', 'Approved'), refused: s.negative('不同意', 'Refused', { requires: ['measureOpinion'] }) },
        explains: text('采取或者解除先行登记保存措施，应当经负责人批准（程序规定§33）', 'To register evidence and to lift it needs the approval of the head (§33)'),
      }),
      registrationLiftOver: s.deadline('未批准，逾期自动解除', 'Lifted by itself before the approval', 'registrationLiftApproval', { kind: 'clock', clock: 'registration' }),
      makeRegistrationLifted: s.document('制作解除先行登记保存证据通知书', 'Make the notice of lifting', 'registrationLifted'),
      registrationLapse: s.deadline('逾期自动解除', 'Lifted by itself', 'registrationDisposal', { kind: 'clock', clock: 'registration' }),
      registrationLapsed: s.script('登记自动解除', 'Register the lapse', { registrationHandling: '"逾期未采取相关措施，先行登记保存自动解除"' }),
      tellLapse: tell('告知登记保存自动解除', 'Tell that it has lapsed', toOfficers, ['先行登记保存自动解除', 'Registration of evidence has lapsed'], ['registeredGoods', 'registeredGoods']),
      registrationGone: held(s, '登记保存已处理', 'The registration is over', 'registrationHeld', false),
      registrationEnd: s.done('登记保存结束', 'Registration ends'),
    }),
    ...s.within('seizureTrack', {
      seizureBegin: s.start('可以查封、扣押', 'Seizure is possible'),
      seizure: s.user('查封、扣押', 'Seize', {
        by: officer, form: { ...s.shows('measureOpinion', 'seizureHandling'), ...s.mayGive('seizedGoods', 'seizureReasons', 'seizedAt') },
        outcomes: {
          propose: s.neutral('报请批准', 'Propose', { requires: ['seizedGoods', 'seizureReasons'] }),
          onTheSpot: s.neutral('情况紧急，当场实施', 'Urgent: done on the spot', { requires: ['seizedGoods', 'seizureReasons', 'seizedAt'] }),
          closed: s.positive('不再采取', 'No further measure'),
        },
        explains: text('依法律、法规实施，不得查封、扣押与违法行为无关的场所、设施或者财物；当场实施的，自实施之时起二十四小时内补办批准手续（程序规定§36）', 'Only what the violation concerns; done on the spot, the approval is made up within 24 hours of then (§36)'),
      }),
      seizureApproval: s.user('审批查封、扣押', 'Approve the seizure', {
        by: head, form: { ...seized, ...s.mayGive('seizedAt', 'measureOpinion') }, notSameAs: ['seizure'],
        outcomes: { approved: s.positive('批准', 'Approved', { requires: ['seizedAt'] }), refused: s.negative('不批准', 'Refused', { requires: ['measureOpinion'] }) },
      }),
      seizureStands: held(s, '查封、扣押生效', 'The seizure stands', 'seizureHeld', true),
      makeSeizure: s.document('制作查封扣押决定书', 'Make the seizure decision', 'seizureDecision', { seizureNumber: 'number' }),
      seizureTaken: s.choice('是否当场实施', 'Done on the spot?'),
      seizureMakeUp: s.user('补办批准：查封、扣押', 'Make up the approval', {
        by: head, form: { ...seized, ...s.asks('makeUpOpinion') }, notSameAs: ['seizure'],
        outcomes: { approved: s.positive('批准', 'Approved'), refused: s.negative('不批准，立即解除', 'Refused: lift it at once') },
      }),
      seizureService: s.user('送达查封扣押决定书', 'Serve the seizure decision', {
        by: officer, serves: 'seizureDecision', form: { ...seized, ...s.asks('seizureServedOn', 'serviceWay', 'receivedBy') }, outcomes: { served: s.positive('已送达', 'Served') },
        explains: text('通知当事人到场，当场清点并制作清单，由当事人签收', 'The subject is called, a list is made on the spot and signed'),
      }),
      seizureDisposal: s.user('查封、扣押期间', 'While the seizure lasts', {
        by: officer, form: { ...seized, ...s.shows('measureOpinion'), ...s.mayGive('seizureTest', 'seizureTestUntil', 'seizureExtensionReasons', 'seizureExtensionDays', 'seizureHandling') },
        outcomes: {
          test: s.neutral('检测、检验、检疫、鉴定', 'Test', { requires: ['seizureTest', 'seizureTestUntil'] }),
          extend: s.neutral('情况复杂，提请延长期限', 'Complex: propose more time', { requires: ['seizureExtensionReasons', 'seizureExtensionDays'] }),
          lift: s.positive('解除', 'Lift', { requires: ['seizureHandling'] }),
          decided: s.negative('随处理决定没收、销毁或者移送', 'Confiscated, destroyed or handed over with the decision', { requires: ['seizureHandling'] }),
        },
        explains: text('查封、扣押的期限不超过三十日，情况复杂的经负责人批准可以延长，延长期限不超过三十日，并书面告知当事人、说明理由；检测、检验、检疫、鉴定的期间应当明确并书面告知当事人，不计入查封、扣押期间（程序规定§38）', 'Thirty days, and at most thirty more with the head’s approval, of which the subject is told in writing and why; the time of a test is fixed and told in writing, and does not count (§38)'),
      }),
      seizureTestDay: s.script('检测检验期间', 'Time of the test', { seizureTestOverOn: dayAfter('seizureTestUntil') }),
      makeTestNotice: s.document('制作检测检验期间告知书', 'Make the notice of the test', 'seizureTestNotice'),
      seizureTestService: s.user('送达检测检验期间告知书', 'Serve the notice of the test', {
        by: officer, serves: 'seizureTestNotice', form: { ...s.shows('seizureTest', 'seizureTestUntil', 'seizedGoods'), ...s.asks('seizureTestServedOn', 'serviceWay'), ...s.mayGive('receivedBy') }, outcomes: { served: s.positive('已送达', 'Served') },
      }),
      seizureTestServiceOver: s.deadline('未送达，检测检验期间届满', 'Test over before the service', 'seizureTestService', { kind: 'on', field: 'seizureTestOverOn' }),
      seizureExtensionApproval: s.user('审批延长查封、扣押期限', 'Approve more time for the seizure', {
        by: head, notSameAs: ['seizureDisposal'], form: { ...seized, ...s.shows('seizureExtensionReasons', 'seizureExtensionDays'), ...s.mayGive('measureOpinion') },
        outcomes: { approved: s.positive('同意延长', 'Approved'), refused: s.negative('不同意', 'Refused', { requires: ['measureOpinion'] }) },
        explains: text('情况复杂的，经负责人批准可以延长，延长期限不得超过三十日；延长的决定应当及时书面告知当事人，并说明理由（程序规定§38②）', 'At most thirty days more, where the matter is complex; the subject is told in writing without delay, and why (§38②)'),
      }),
      seizureExtensionOver: s.deadline('未批准延长，查封、扣押期限届满', 'Seizure over before more time was granted', 'seizureExtensionApproval', { kind: 'clock', clock: 'seizure' }),
      makeExtensionNotice: s.document('制作延长行政强制措施期限告知书', 'Make the notice of the extension', 'seizureExtension'),
      seizureExtensionService: s.user('送达延长行政强制措施期限告知书', 'Serve the notice of the extension', {
        by: officer, serves: 'seizureExtension', form: { ...seized, ...s.shows('seizureExtensionReasons', 'seizureExtensionDays'), ...s.asks('seizureExtensionServedOn', 'serviceWay'), ...s.mayGive('receivedBy') }, outcomes: { served: s.positive('已送达', 'Served') },
      }),
      seizureExtensionServiceOver: s.deadline('未送达，延长的期限届满', 'Extension over before the service', 'seizureExtensionService', { kind: 'clock', clock: 'seizure' }),
      seizureLiftApproval: s.user('审批解除查封、扣押', 'Approve the lifting', {
        by: head, notSameAs: ['seizureDisposal'], form: { ...seized, ...s.shows('seizureHandling'), ...s.mayGive('measureOpinion') },
        outcomes: { approved: s.positive('同意解除', 'Approved'), refused: s.negative('不同意', 'Refused', { requires: ['measureOpinion'] }) },
        explains: text('采取或者解除行政强制措施，应当经负责人批准（程序规定§36）；期限届满的，应当解除（§42）', 'To seize and to lift needs the approval of the head (§36); when the time is over it has to be lifted (§42)'),
      }),
      seizureLiftOver: s.deadline('未批准，查封、扣押期限届满', 'Seizure over before the approval', 'seizureLiftApproval', { kind: 'clock', clock: 'seizure' }),
      seizureTesting: s.user('查封、扣押物品检测检验', 'Test of what is seized', {
        by: officer, form: { ...s.shows('seizureTest', 'seizureTestUntil', 'seizedGoods'), ...s.asks('testResult') }, outcomes: { known: s.positive('已有结论', 'Result known') },
        explains: text('只有告知书载明的期间不计入查封、扣押期限；期间届满而没有结论的，期限继续计算，需要更多时间的另行告知', 'Only the time that the notice names does not count; where it is over without a result the limit runs on, and more time takes another notice'),
      }),
      seizureTestOver: s.deadline('检测检验期间届满', 'The time of the test is over', 'seizureTesting', { kind: 'on', field: 'seizureTestOverOn' }),
      seizureExpiry: s.deadline('查封、扣押期限届满', 'The time of the seizure is over', 'seizureDisposal', { kind: 'clock', clock: 'seizure' }),
      seizureMakeUpOver: s.deadline('未补办批准，查封、扣押期限届满', 'Seizure over before the approval', 'seizureMakeUp', { kind: 'clock', clock: 'seizure' }),
      seizureServiceOver: s.deadline('未送达，查封、扣押期限届满', 'Seizure over before the service', 'seizureService', { kind: 'clock', clock: 'seizure' }),
      seizureLifting: s.user('解除查封、扣押', 'Lift the seizure', {
        by: officer, form: { ...seized, ...s.asks('seizureHandling') }, outcomes: { lifted: s.positive('已解除并退还', 'Lifted and returned') },
        explains: text('期限届满或者不再需要的，及时解除并退还财物', 'Where time is up or the need has gone, it is lifted and the goods are returned without delay'),
      }),
      makeLifting: s.document('制作解除查封扣押决定书', 'Make the decision to lift', 'seizureLifted'),
      tellLifting: tell('告知解除查封、扣押', 'Tell that it is lifted', toSubject, ['解除查封、扣押', 'Seizure lifted'], ['seizureHandling', 'seizureHandling']),
      seizureGone: held(s, '查封、扣押已处理', 'The seizure is over', 'seizureHeld', false),
      seizureEnd: s.done('查封、扣押结束', 'Seizure ends'),
    }),
    ...s.within('assistanceTrack', {
      assistanceBegin: s.start('可以请求协助', 'Assistance may be asked for'),
      assistance: s.user('请求协助调查', 'Ask for assistance', {
        by: officer, form: { ...s.shows('assistanceReply'), ...s.mayGive('assistingAgency', 'assistanceRequest') },
        outcomes: { ask: s.neutral('发出协助调查函', 'Send the letter', { requires: ['assistingAgency', 'assistanceRequest'] }), closed: s.positive('不再请求', 'No further request') },
      }),
      makeAssistance: s.document('制作协助调查函', 'Make the letter', 'assistanceLetter', { assistanceNumber: 'number' }),
      assisted: s.call('其他机关协助调查', 'Assistance by the other agency', 'investigation-assistance', {
        agency: { kind: 'data', field: 'assistingAgency' },
        input: { sourceNumber: 'case.number', letterNumber: 'assistanceNumber', requestingAgency: 'case.agency', subjectName: 'subjectName', assistanceRequest: 'assistanceRequest' },
        output: { assistanceReply: 'child.data.assistanceReply' },
        explains: text('对方自接到协助调查函之日起十五个工作日内完成，期限在其案件中计算（程序规定§45）', 'Within fifteen working days, counted in the other agency’s own case (§45)'),
      }),
      assistanceEnd: s.done('协助调查结束', 'Assistance ends'),
    }),
  };
};
