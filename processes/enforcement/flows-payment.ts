/** 缴款、逾期、催告、申请强制执行. */
import type { Flows } from './steps.ts';

const paidUp = 'paidTotal >= totalDue';

export const paymentFlows = ({ path, byOutcome, choose, outcome }: Flows) => [
  path('performanceBegin', 'toPay'),
  choose('toPay', [['totalDue > 0', 'payDay']], 'nothingDue'),
  path('nothingDue', 'performanceDone'),
  path('payDay', 'remedyDay', 'arrearsDay', 'payment'),
  byOutcome('payment', { paid: 'paymentCheck', defer: 'deferralReview' }),
  byOutcome('paymentCheck', { confirmed: 'paymentAdded', missing: 'payment' }),
  path('paymentAdded', 'paidUp'),
  choose('paidUp', [[paidUp, 'performed']], 'payment'),
  path('performed', 'performanceDone'),
  path('deferralReview', 'deferralApproval', 'makeDeferral', 'tellDeferral', 'deferralGranted'),
  choose('deferralGranted', [[outcome('deferralApproval', 'approved'), 'instalment'], ['unpaidFine != null', 'arrears']], 'payment'),
  path('instalment', 'instalmentAdded', 'instalmentLeft'),
  choose('instalmentLeft', [[paidUp, 'performed']], 'nextInstalment'),
  path('nextInstalment', 'instalment'),
  path('instalmentOver', 'deferredBy', 'overdue'),
  path('paymentOver', 'overdue', 'tellOverdue', 'arrears'),
  byOutcome('arrears', { paid: 'lateSum', defer: 'deferralReview', urge: 'applicationDay' }),
  path('arrearsOver', 'remedyStill'),
  choose('remedyStill', [['remedyPending = true', 'awaitRemedy']], 'applicationDay'),
  byOutcome('awaitRemedy', { over: 'applicationDay', paid: 'lateSum' }),
  path('lateSum', 'lateFineSum', 'latePayment', 'lateCheck'),
  choose('lateCheck', [[paidUp, 'performed']], 'arrears'),
  path('applicationDay', 'makeUrging', 'urgingService', 'urged', 'lateSum'),
  path('urgingOver', 'applying'),
  byOutcome('applying', { apply: 'makeApplication', paid: 'lateSum' }),
  path('makeApplication', 'courtCourse'),
  byOutcome('courtCourse', { executed: 'courtAdded', ended: 'executionEnded', refused: 'applying' }),
  path('courtAdded', 'performanceDone'),
  path('executionEnded', 'performanceDone'),
];
