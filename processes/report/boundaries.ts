/** The limits of a report at their last moment. */
import { before, type Boundary } from '../boundary.ts';
import { withMore } from '../walk.ts';
import { reportWalks } from './walks.ts';

const { walks } = reportWalks;

export const boundaries: readonly Boundary[] = [
  { clock: 'triage', ...before(walks.filed, 'triage'), on: { ordinary: ['2026-03-02', '2026-03-05'], springFestival: ['2026-02-14', '2026-02-26'], nationalDay: ['2026-09-30', '2026-10-10'], makeUpDay: ['2026-05-08', '2026-05-12'] } },
  { clock: 'check', ...before(walks.distributed, 'triage'), on: { ordinary: ['2026-03-02', '2026-03-23'], springFestival: ['2026-02-14', '2026-03-13'], nationalDay: ['2026-09-30', '2026-10-27'], makeUpDay: ['2026-05-08', '2026-05-28'] } },
  { clock: 'limitation', rule: 0, ...before(withMore(walks.filed, 'checking', { seriousHarm: true }), 'decision'), on: { ordinary: ['2021-07-14', '2026-06-24'], springFestival: ['2021-03-09', '2026-02-24'], nationalDay: ['2021-10-23', '2026-10-08'], makeUpDay: ['2021-05-29', '2026-05-09'] } },
  { clock: 'limitation', rule: 1, ...before(walks.filed, 'decision'), on: { ordinary: ['2026-03-02', '2028-02-10'], springFestival: ['2024-03-06', '2026-02-24'], nationalDay: ['2024-10-21', '2026-10-08'], makeUpDay: ['2024-05-29', '2026-05-09'] } },
  { clock: 'tellReporter', rule: 0, ...before(walks.notFiled, 'resultService'), received: '2026-02-10', on: { ordinary: ['2026-05-11', '2026-05-18'], springFestival: ['2026-02-13', '2026-02-27'], nationalDay: ['2026-09-30', '2026-10-13'], makeUpDay: ['2026-05-08', '2026-05-14'] } },
  { clock: 'tellReporter', rule: 1, ...before(walks.notFiled, 'resultService'), on: { ordinary: ['2026-05-11', '2026-05-18'], springFestival: '2026年4月15日起适用，此前收到的举报适用原规定', nationalDay: ['2026-09-30', '2026-10-13'], makeUpDay: ['2026-05-08', '2026-05-14'] } },
];
