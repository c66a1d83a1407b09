/** 公安机关接受移送案件审查. What it tells the regulator (criminal-transfer) and the procuratorate (filing-supervision) goes by messages between the cases: neither sees this one. */
import { calendarDays, under } from '../../domain/model/builder-clocks.ts';
import { internal, oneDay, threeDays } from '../criminal-transfer/law.ts';
import { policeProcedure, transferRegulation } from '../instruments.ts';
import { acceptanceSteps } from './steps.ts';

export const criminalAcceptance = acceptanceSteps
  .flows(({ path, byOutcome, choose, split, outcome }) => [
    path('received', 'naming', 'receipt', 'makeReceipt', 'tellReceived', 'jurisdiction'),
    choose('jurisdiction', [[outcome('receipt', 'elsewhere'), 'makeForwarding'], [outcome('receipt', 'notForPolice'), 'makeReturn']], 'completeness'),
    path('makeForwarding', 'forward', 'tellForwarded', 'forwardedEnd'),
    path('makeReturn', 'tellReturned', 'returnedEnd'),
    byOutcome('completeness', { complete: 'examination', incomplete: 'makeSupplementNotice' }),
    path('makeSupplementNotice', 'supplementing', 'examination'),
    path('supplementStart', 'askAndWait'),
    split('askAndWait', 'askSupplement', 'awaitSupplement'),
    path('askSupplement', 'asked'),
    path('awaitSupplement', 'supplementDone'),
    path('supplemented', 'supplementDone'),
    path('supplementOver', 'supplementDone'),
    path('supplementLate', 'tellSupplement', 'supplementTaken'),
    path('examination', 'decision'),
    byOutcome('decision', { file: 'makeFiling', notFile: 'makeNotFiling', back: 'examination' }),

    path('makeFiling', 'tellFiled', 'awaitGoods'),
    path('awaitGoods', 'goodsHandedOver', 'goodsReceived', 'filedEnd'),
    path('awaitGoods', 'goodsLate', 'urgeGoods'),
    byOutcome('urgeGoods', { urged: 'awaitGoods', without: 'filedEnd' }),

    path('makeNotFiling', 'tellNotFiled', 'awaitObjection'),
    path('awaitObjection', 'reconsiderationAsked', 'reconsideration', 'makeReconsideration', 'reconsidered'),
    choose('reconsidered', [[outcome('reconsideration', 'file'), 'makeFilingAfterReconsideration']], 'tellUpheld'),
    path('makeFilingAfterReconsideration', 'tellReversed', 'awaitGoods'),
    path('tellUpheld', 'awaitObjection'),
    path('awaitObjection', 'explanationAsked', 'explanation'),
    byOutcome('explanation', { explain: 'makeExplanation', file: 'makeSupervisedFiling' }),
    path('makeExplanation', 'tellExplained', 'awaitObjection'),
    path('awaitObjection', 'fileNotified', 'filingOnNotice', 'makeSupervisedFiling', 'tellProcuratorate', 'tellFiled'),
    path('awaitObjection', 'nothingFurther', 'tellHead'),
    path('awaitObjection', 'objectionOver', 'tellHead'),
    path('tellHead', 'notFiledEnd'),
  ])
  .clocks(({ clock, entered, completed, office }) => {
    const officer = office('officer');
    const head = office('agency-head');
    const accepted = [completed('receipt', 'received')];
    return {
      receipt: clock('签署回执、转送有管辖权的机关', 'Sign the receipt or forward', { duty: officer, rules: [oneDay(transferRegulation, '§7')], start: [entered('receipt')], stop: [completed('receipt')] }),
      supplementAsk: clock('通知补正', 'Ask for the supplement', { duty: officer, rules: [oneDay(policeProcedure, '§180②')], start: accepted, stop: [completed('completeness')] }),
      filingDecision: clock('立案审查决定', 'Decide on filing', { duty: head, startsFrom: 'receivedByPoliceOn', rules: [threeDays(transferRegulation, '§8')], start: accepted, stop: [completed('decision', 'file'), completed('decision', 'notFile')], breach: 'record' }),
      // Practice takes longer in complex cases: the breach of the three days stands in the record, and this limit, which the office sets, calls the superior.
      filingEscalation: clock('立案审查的督办提示', 'Escalation of the decision on filing', { duty: head, startsFrom: 'receivedByPoliceOn', rules: [internal.policeReply], start: accepted, stop: [completed('decision', 'file'), completed('decision', 'notFile')] }),
      reconsideration: clock('复议决定', 'Decide on the reconsideration', { duty: office('section-head'), rules: [threeDays(transferRegulation, '§9②')], start: [entered('reconsideration')], stop: [completed('reconsideration')] }),
      explanation: clock('说明不立案理由', 'Explain to the procuratorate', { duty: officer, rules: [calendarDays(7, under(policeProcedure, '§182'))], start: [entered('explanation')], stop: [completed('explanation')] }),
      filingOnNotice: clock('按照通知立案', 'File on notice', { duty: head, rules: [calendarDays(15, under(policeProcedure, '§182'))], start: [entered('filingOnNotice')], stop: [completed('filingOnNotice')] }),
    };
  });
