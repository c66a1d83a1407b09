/** A leave request: the smallest process that has a person on each side, a decision, a loop and a clock. For tests. */
import { text } from '../text.ts';
import { internalTarget, workingDays } from './builder-clocks.ts';
import { field } from './builder-fields.ts';
import { describeProcess } from './builder.ts';

export const sampleHead = describeProcess({
  key: 'sample-permit', version: 1, name: text('示例许可', 'Sample permit'), summary: text('示例', 'A sample'), numberWord: '示',
  roles: { officer: text('承办人', 'Officer'), 'section-head': text('审核人', 'Section head') },
  parties: { applicant: { name: text('申请人', 'Applicant'), usccField: 'applicantUscc' } },
  fields: {
    applicantUscc: field.uscc('统一社会信用代码', 'USCC'),
    kind: field.choice('类别', 'Kind', { simple: ['简易', 'Simple'], full: ['一般', 'Full'] }),
    purpose: field.longText('事由', 'Purpose'),
    opinion: field.longText('意见', 'Opinion'),
  },
  outcomes: { granted: text('准予', 'Granted'), refused: text('不予', 'Refused') },
  starters: [{ kind: 'party', party: 'applicant' }],
  startForm: { applicantUscc: 'required', kind: 'required', purpose: 'required' },
  title: '"示例许可"',
});

export const sample = sampleHead
  .steps(({ start, end, user, office, party, asks, mayGive, shows, positive, neutral, negative }) => ({
    filed: start('提交申请', 'Filed'),
    examination: user('审查', 'Examination', {
      by: office('officer'), form: { ...shows('kind', 'purpose'), ...asks('opinion') },
      outcomes: { proposed: positive('拟准予', 'Proposed'), unclear: neutral('补正', 'Unclear'), unfit: negative('拟不予', 'Unfit') },
    }),
    supplement: user('补正材料', 'Supplement', { by: party('applicant'), form: mayGive('purpose'), outcomes: { sent: neutral('已补正', 'Sent') } }),
    decision: user('审核', 'Decision', {
      by: office('section-head'), form: shows('purpose', 'opinion'), notSameAs: ['examination'],
      outcomes: { agreed: positive('同意', 'Agreed'), returned: neutral('退回', 'Returned') },
    }),
    granted: end('准予许可', 'Granted', 'granted'),
    refused: end('不予许可', 'Refused', 'refused'),
  }))
  .flows(({ path, byOutcome }) => [
    path('filed', 'examination'),
    byOutcome('examination', { proposed: 'decision', unclear: 'supplement', unfit: 'refused' }),
    path('supplement', 'examination'),
    byOutcome('decision', { agreed: 'granted', returned: 'examination' }),
  ])
  .clocks(({ clock, completed, entered, office }) => ({
    examination: clock('审查时限', 'Time to examine', {
      duty: office('officer'), rules: [workingDays(5, internalTarget)], start: [entered('examination')], stop: [completed('examination', 'proposed'), completed('examination', 'unfit')],
    }),
  }));
