import { describe, expect, it } from 'vitest';
import { conflictsOf, type Expert, type Interested } from './experts.ts';

const expert = (more: Partial<Expert> = {}): Expert => ({
  id: 'e', name: '沈知行', person: 'shen', employer: '华南理工大学', employerUscc: null, fields: ['quality'], kin: [], advised: [], active: true, ...more,
});
const applicant = (more: Partial<Interested> = {}): Interested => ({ name: '佛山市晨光电器有限公司', uscc: '91440605MA4W2Q7H9C', people: ['梁雪'], ...more });
const reasons = (e: Partial<Expert>, a: Partial<Interested> = {}) => conflictsOf(expert(e), [applicant(a)], '2026-11-24').map((c) => c.reason);

describe('an expert may not judge', () => {
  it('nobody stands in the way of a stranger', () => expect(reasons({})).toEqual([]));
  it.each<[string, Partial<Expert>, Partial<Interested>, string]>([
    ['their employer, by its code', { employer: '晨光', employerUscc: '91440605MA4W2Q7H9C' }, {}, 'same-employer'],
    ['their employer, by its name, however it is typed', { employer: ' 佛山市晨光电器 有限公司' }, {}, 'same-employer'],
    ['a firm of their kin', { kin: [{ name: '沈某', relation: '子', uscc: '91440605MA4W2Q7H9C' }] }, {}, 'kin'],
    ['a firm where their kin acts', { kin: [{ name: '梁雪', relation: '配偶' }] }, {}, 'kin'],
    ['whom they advise', { advised: [{ name: '佛山市晨光电器有限公司', until: null }] }, {}, 'adviser'],
    ['whom they advised until three years ago to the day', { advised: [{ name: '晨光', uscc: '91440605MA4W2Q7H9C', until: '2023-11-24' }] }, {}, 'adviser'],
    ['themselves', {}, { name: '沈知行', uscc: null, person: 'shen' }, 'own-application'],
    ['a firm for which they act', {}, { people: ['沈知行'] }, 'own-application'],
    ['anybody, once struck off', { active: false }, {}, 'inactive'],
  ])('%s', (_, e, a, reason) => expect(reasons(e, a)).toContain(reason));
  it('but one whom they advised longer ago', () => expect(reasons({ advised: [{ name: '佛山市晨光电器有限公司', until: '2023-11-23' }] })).toEqual([]));
});
