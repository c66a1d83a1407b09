/** A limit that ends on a day which somebody has set (期限届满日), or which was counted back from an appointment. */
import { describe, expect, it } from 'vitest';
import { explain } from '../../domain/calendar/explain.ts';
import { defaultCalendar } from '../../domain/calendar/work-calendar.ts';
import { checkDefinition } from '../../domain/model/check.ts';
import type { ClockDefinition } from '../../domain/model/types.ts';
import { text } from '../../domain/text.ts';
import { drive } from './driver.ts';
import { definition, end, flow, officer, start, userTask } from './models.ts';

const basis = { instrument: text('听证办法', 'Hearing rule'), article: '§20', version: '1', confidence: 'V1' } as const;
const clock = (more: Partial<ClockDefinition> = {}): ClockDefinition => ({
  id: 'limit', name: text('时限', 'Limit'), rules: [{ budget: { amount: 7, unit: 'working-day' }, startDay: 'excluded', rollOver: 'next-working-day', basis }], start: [{ on: 'entered', node: 'a' }], stop: [{ on: 'completed', node: 'a' }],
  duty: officer, warnings: [], breach: 'escalate', endsOn: 'until', ...more,
});
const model = (more: Partial<ClockDefinition> = {}) => definition([start, userTask('a'), end()], [flow('start', 'a'), flow('a', 'end')], {
  roles: { officer: text('承办人', 'Officer') },
  fields: { until: { label: text('最迟', 'Until'), type: 'date' }, note: { label: text('备注', 'Note'), type: 'text' } }, startForm: { until: 'optional', note: 'optional' }, clocks: [clock(more)],
});
const at = (until: string | null, now = '2026-03-02T02:00:00.000Z') => drive(model(), now).start(until === null ? {} : { until });
const running = (until: string, now?: string) => Object.values(at(until, now).state.clocks)[0];

describe('it is due at 24:00 of that day, whatever day it is', () => {
  it.each([['2026-03-12', 'a Thursday'], ['2026-03-15', 'a Sunday: nothing is moved'], ['2026-10-03', 'a holiday'], ['2026-03-02', 'the present day']])('%s (%s)', (until) => {
    expect(running(until)).toMatchObject({ dueDay: until, rule: { basis: { article: '§20' }, rollOver: 'none' } });
    const d = at(until).until(`${until}T15:59:59.999Z`);
    expect(d.bodies('clock.breached')).toEqual([]);
    expect(d.until(`${until}T16:00:00.000Z`).bodies('clock.breached')).toHaveLength(1);
  });
  it('why: every day up to it is shown', () => {
    const found = running('2026-03-12');
    if (!found) throw new Error('no clock');
    const { days, dueDay } = explain(found, defaultCalendar);
    expect([dueDay, days.filter((d) => d.counted).length, days.at(-1)?.day]).toEqual(['2026-03-12', 10, '2026-03-12']);
  });
});

it('a day that was over before is due at once; where none is set there is no limit', () => {
  expect(running('2026-02-01')).toMatchObject({ dueDay: '2026-03-02' });
  expect(at(null).state.clocks).toEqual({});
});
it('a slip of the pen in the year is refused, and nothing is written', () => {
  const d = drive(model());
  const refused = d.refused({ type: 'start', caseId: 'c', hash: 'h', agency: 'gd-amr', region: '440000', data: { until: '2199-03-02' } });
  expect(refused).toMatchObject({ code: 'form.invalid', fields: [{ field: 'until', code: 'too-large' }] });
  expect(d.events).toEqual([]);
});
it('the field must be a date', () => {
  expect(checkDefinition(model())).toEqual([]);
  expect(checkDefinition(model({ endsOn: 'note' })).map((p) => [p.code, p.element])).toEqual([['clock.field', 'limit']]);
});
