import { describe, expect, it } from 'vitest';
import { checkDefinition } from '../../domain/model/check.ts';
import { describeWalks, pureWalker } from '../../test/support/walk-purely.ts';
import { upTo } from '../walk.ts';
import { jurisdictionAppointment } from './definition.ts';
import { appointmentWalks } from './walks.ts';

const walker = pureWalker(jurisdictionAppointment, appointmentWalks);
const { appointed } = appointmentWalks.walks;

it('passes every check of registration', () => expect(checkDefinition(jurisdictionAppointment)).toEqual([]));
describeWalks(jurisdictionAppointment, appointmentWalks, walker);

describe('指定管辖: seven working days from the material (程序规定 §16)', () => {
  it.each([['2026-02-13', '2026-03-02', 'Spring Festival'], ['2026-09-18', '2026-09-29', 'a make-up day on 20 September'], ['2026-09-29', '2026-10-14', 'National Day']])('%s: until %s (%s)', (day, due) => {
    expect(walker.dueDays({ ...appointed, acts: [] }, day)).toEqual({ appointment: [due] });
  });
  it('in the last second it is in time, one second later it is a breach', () => {
    const inTime = walker.walk(upTo(appointed, 'decide', 1), '2026-03-02').until('2026-03-11T15:59:59.999Z');
    walker.act(inTime, ['decide', 'appointed']);
    expect(inTime.bodies('clock.breached')).toEqual([]);
    expect(walker.walk(upTo(appointed, 'decide', 1), '2026-03-02').until('2026-03-11T16:00:00.000Z').bodies('clock.breached').map((b) => b.clock)).toEqual(['appointment']);
  });
});

it('the letter is addressed to both agencies by their names; an agency that does not exist is refused', () => {
  const d = walker.walk(upTo(appointed, 'handOver'));
  expect(d.bodies('document.drafted').at(-1)?.to.map((t) => [t.name, t.pool])).toEqual([['广州市市场监督管理局', 'officer@gz-amr'], ['佛山市市场监督管理局', 'officer@fs-amr']]);
  const wrong = walker.walk(upTo(appointed, 'decide', 1));
  expect(wrong.refused({ type: 'complete', task: wrong.task('decide'), outcome: 'appointed', data: { appointedAgency: 'nowhere' } }, walker.actor('he')).code).toBe('model.no-pool');
});
