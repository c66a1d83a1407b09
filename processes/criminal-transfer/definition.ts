/** 涉嫌犯罪案件移送 (粤府〔2020〕50号 measure 二), the regulator's side. The police and the procuratorate have cases of their own (criminal-acceptance, filing-supervision). */
import { policeProcedure, transferRegulation } from '../instruments.ts';
import { internal, oneDay, threeDays } from './law.ts';
import { transferSteps } from './steps.ts';

export const criminalTransfer = transferSteps
  .flows(({ path, byOutcome, choose, split, outcome, is }) => [
    path('received', 'designation', 'taskForceNamed', 'verification', 'reportSigning'),
    byOutcome('reportSigning', { signed: 'approval', objected: 'verification' }),
    path('approval', 'leadFound'),
    choose('leadFound', [[outcome('verification', 'reportedWithLead'), 'makeLead']], 'approved'),
    path('makeLead', 'tellCommission', 'approved'),
    choose('approved', [[outcome('approval', 'approved'), 'findPolice']], 'makeRefusal'),
    path('makeRefusal', 'tellRefusal', 'notApprovedEnd'),

    path('findPolice', 'transfer', 'makeLetter', 'makeReport', 'makeGoods', 'makeManifest', 'copyToProcuratorate', 'policeReview', 'afterReview'),
    path('reviewStart', 'handedOver'),
    split('handedOver', 'openAcceptance', 'awaitPolice'),
    path('openAcceptance', 'opened'),
    path('awaitPolice', 'policeReceived', 'awaitPolice'),
    path('awaitPolice', 'policeForwarded', 'makeManifestAgain', 'awaitPolice'),
    path('awaitPolice', 'supplementAsked', 'supplement', 'sendSupplement', 'awaitPolice'),
    path('supplementOver', 'awaitPolice'),
    // The police need not wait for the supplement: what they decide meanwhile ends it.
    path('filedMeanwhile', 'reviewed'),
    path('notFiledMeanwhile', 'reviewed'),
    path('awaitPolice', 'policeFiled', 'reviewed'),
    path('awaitPolice', 'policeNotFiled', 'reviewed'),
    path('awaitPolice', 'policeReturned', 'reviewed'),
    choose('afterReview', [[is('policeResult', 'filed'), 'handover'], [is('policeResult', 'returned'), 'tellReturned']], 'response'),
    path('tellReturned', 'returnedEnd'),

    byOutcome('response', { reconsider: 'makeReconsideration', supervise: 'makeProposal', accept: 'tellNothingFurther' }),
    path('responseOver', 'tellNothingFurther'),
    path('makeReconsideration', 'askReconsideration', 'reconsidered', 'afterReconsideration'),
    choose('afterReconsideration', [[is('policeResult', 'filed'), 'handover']], 'furtherResponse'),
    byOutcome('furtherResponse', { supervise: 'makeProposal', accept: 'tellNothingFurther' }),
    path('furtherResponseOver', 'tellNothingFurther'),
    path('makeProposal', 'supervision', 'afterSupervision'),
    path('supervisionStart', 'proposed'),
    split('proposed', 'openSupervision', 'awaitSupervision'),
    path('openSupervision', 'supervisionOpened'),
    path('awaitSupervision', 'filedAfterSupervision', 'supervised'),
    path('awaitSupervision', 'supervisionEnded', 'supervised'),
    // What ends without filing has been told to the police by the procuratorate.
    choose('afterSupervision', [[is('policeResult', 'filed'), 'handover']], 'tellNotFiled'),
    path('tellNothingFurther', 'tellNotFiled', 'penaltyOwed'),
    choose('penaltyOwed', [['penaltyAfter = true', 'openEnforcement']], 'notFiledEnd'),
    path('openEnforcement', 'notFiledEnd'),
    path('handover', 'makeHandover', 'tellHandover', 'filedEnd'),
  ])
  .clocks(({ clock, entered, completed, office }) => {
    const officer = office('officer');
    const head = office('section-head');
    return {
      designation: clock('指定专案组', 'Appoint the task force', { duty: head, rules: [internal.designation], start: [entered('designation')], stop: [completed('designation')], breach: 'record' }),
      verification: clock('核实并提出书面报告', 'Verify and report', { duty: officer, rules: [internal.verification], start: [entered('verification')], stop: [completed('reportSigning', 'signed')], breach: 'record' }),
      approval: clock('决定是否批准移送', 'Decide on the transfer', { duty: office('agency-head'), rules: [threeDays(transferRegulation, '§5②')], start: [completed('reportSigning', 'signed')], stop: [completed('approval')] }),
      transfer: clock('向公安机关移送', 'Transfer to the police', { duty: officer, rules: [oneDay(transferRegulation, '§5②')], start: [completed('approval', 'approved')], stop: [completed('transfer')] }),
      policeReply: clock('公安机关答复的提示', 'The police have not answered', { duty: officer, rules: [internal.policeReply], start: [entered('policeReview')], stop: [completed('policeReview')] }),
      // A right of the regulator's towards the police, and a duty towards the case: it lapses, and the police decide on what they have.
      supplement: clock('补正材料', 'Supplement the materials', { duty: officer, rules: [threeDays(policeProcedure, '§180②')], start: [entered('supplement')], stop: [completed('supplement'), completed('supplementOver'), completed('filedMeanwhile'), completed('notFiledMeanwhile')] }),
      reconsideration: clock('提请复议或者建议立案监督', 'Ask for reconsideration', { duty: head, rules: [threeDays(transferRegulation, '§9①')], start: [entered('response')], stop: [completed('response')], breach: 'lapse' }),
      supervisionProposal: clock('建议立案监督', 'Propose supervision', { duty: head, rules: [threeDays(transferRegulation, '§9②')], start: [entered('furtherResponse')], stop: [completed('furtherResponse')], breach: 'lapse' }),
      handover: clock('移交涉案物品和材料', 'Hand over goods and materials', { duty: officer, rules: [threeDays(transferRegulation, '§12')], start: [entered('handover')], stop: [completed('handover')] }),
    };
  });
