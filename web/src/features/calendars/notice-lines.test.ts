import { describe, expect, it } from 'vitest';
import { check, typedFrom } from './notice-lines.ts';

const year = { year: 2026, citation: '通知', holidays: [{ name: { zh: '元旦', en: "New Year's Day" }, from: '2026-01-01', to: '2026-01-03', makeUpDays: ['2026-01-04'] }] };

describe('a notice that is being typed', () => {
  it('of a year without one begins with the holidays of every year, and only with days that are certain', () => {
    const { lines, citation } = typedFrom(2027, { ...year, year: 2027, citation: null });
    expect(citation).toBe('');
    expect(lines.map((l) => l.from).filter(Boolean)).toEqual(['2027-01-01', '2027-05-01', '2027-10-01']);
  });
  it('of a year that is corrected begins with what it has, and comes out the same', () => {
    const { notice, wrong } = check({ ...typedFrom(2026, year), reason: '勘误' }, true);
    expect(wrong).toEqual({});
    expect(notice).toEqual({ citation: '通知', reason: '勘误', holidays: year.holidays });
  });
  it('takes days as people write them; one day off needs no last day', () => {
    const typed = { ...typedFrom(2026, year), lines: [{ key: 1, zh: '元旦', en: 'x', from: '2026年1月1日', to: '', makeUp: '2026/1/4、20260110' }] };
    expect(check(typed, false).notice.holidays).toEqual([{ name: { zh: '元旦', en: 'x' }, from: '2026-01-01', to: '2026-01-01', makeUpDays: ['2026-01-04', '2026-01-10'] }]);
  });
  it('says what is missing and what is no day, at its field', () => {
    const typed = { citation: ' ', reason: '', lines: [{ key: 1, zh: '', en: 'x', from: '2026-02-30', to: '', makeUp: 'soon' }] };
    expect(check(typed, true).wrong).toEqual({ citation: 'required', reason: 'required', 'lines.0.zh': 'required', 'lines.0.from': 'date', 'lines.0.makeUp': 'date' });
  });
});
