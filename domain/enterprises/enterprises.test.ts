import { describe, expect, it } from 'vitest';
import { maskedPhone, maySeeContacts, maySeeEnterprise, mayKeepEnterprise, registerSight } from '../authority/enterprise-policy.ts';
import type { Viewer } from '../authority/viewer.ts';
import { text } from '../text.ts';
import { riskHints, standing } from './credit.ts';
import { enterprisesIn, regionOfUscc } from './from-case.ts';
import type { CreditEntry, CreditKind } from './types.ts';

const viewer = (posts: [string, string][], uscc: string | null = null): Viewer =>
  ({ id: 'v', name: 'v', posts: posts.map(([role, agency]) => ({ role, agency })), enterprise: uscc === null ? null : { uscc, name: '' } });
const foshan = { uscc: '91440605MA4W2Q7H9C', region: '440605' };

describe('who sees an enterprise', () => {
  it.each<[string, Viewer, boolean]>([
    ['an officer of its prefecture', viewer([['officer', 'fs-amr']]), true],
    ['an officer of its district', viewer([['officer', 'fs-nanhai-amr']]), true],
    ['an officer of another prefecture', viewer([['officer', 'gz-amr']]), false],
    ['an officer of the province', viewer([['officer', 'gd-amr']]), true],
    ['an officer of the country', viewer([['officer', 'samr']]), true],
    ['a supervisor of the province', viewer([['supervisor', 'gd-gov-inspection']]), true],
    ['an expert of the province', viewer([['expert', 'gd-experts']]), false],
    ['itself', viewer([], foshan.uscc), true],
    ['another enterprise', viewer([], '91440101MA5CK83P1C'), false],
    ['a citizen', viewer([]), false],
  ])('%s: %s', (_, v, sees) => expect(maySeeEnterprise(registerSight(v), foshan)).toBe(sees));
  it('a territory inside another is not looked up twice', () =>
    expect(registerSight(viewer([['officer', 'fs-amr'], ['officer', 'gd-amr'], ['officer', 'fs-nanhai-amr']])).territories).toEqual(['44']));
  it('its contacts are for itself and for agencies that handle its cases; its entry for administrators of its territory', () => {
    expect(maySeeContacts(viewer([['officer', 'fs-amr']]), foshan.uscc, ['fs-amr'])).toBe(true);
    expect(maySeeContacts(viewer([['officer', 'gd-amr']]), foshan.uscc, ['fs-amr'])).toBe(false);
    expect(maySeeContacts(viewer([['supervisor', 'fs-amr']]), foshan.uscc, ['fs-amr'])).toBe(false);
    expect(mayKeepEnterprise(viewer([['administrator', 'gd-amr']]), ['440605', '440100'])).toBe(true);
    expect(mayKeepEnterprise(viewer([['administrator', 'fs-amr']]), ['440605', '440100'])).toBe(false);
    expect(maskedPhone('13800138001')).toBe('138****8001');
  });
});

describe('what a case tells of an enterprise', () => {
  const parties = { producer: { name: text('生产者', 'Producer'), usccField: 'producerUscc' } };
  it('stands in the fields beside its code', () => {
    expect(enterprisesIn(parties, { producerUscc: foshan.uscc, producerName: '佛山市晨光电器有限公司', producerRegion: '440600', contactName: '梁雪', contactPhone: '13800138001' }))
      .toEqual([{ uscc: foshan.uscc, name: '佛山市晨光电器有限公司', region: '440600', industry: null, contacts: [{ name: '梁雪', phone: '13800138001' }] }]);
  });
  it('is for each of them its own; the contact is that of the party that is declared first', () => {
    const two = { ...parties, operator: { name: text('经营者', 'Operator'), usccField: 'operatorUscc' } };
    expect(enterprisesIn(two, { producerUscc: foshan.uscc, producerName: '晨光', operatorUscc: '91440101MA5CK83P1C', operatorName: '海川', contactName: '梁雪', contactPhone: '13800138001' }).map((row) => [row.name, row.contacts]))
      .toEqual([['晨光', [{ name: '梁雪', phone: '13800138001' }]], ['海川', []]]);
  });
  it('is the code and the place of its register where there is nothing else', () => {
    expect(enterprisesIn(parties, { producerUscc: foshan.uscc })).toMatchObject([{ name: foshan.uscc, region: '440605', contacts: [] }]);
    expect(enterprisesIn(parties, {})).toEqual([]);
    expect(['91440101MA5CK83P1C', '91440000725456195C', '91110105MA0000000X', '91999999MA0000000X'].map(regionOfUscc)).toEqual(['440100', '440000', '110105', '100000']);
  });
});

describe('the credit file', () => {
  const entry = (kind: CreditKind, decidedOn: string, more: Partial<CreditEntry> = {}): CreditEntry =>
    ({ id: decidedOn, kind, level: null, title: text('', ''), caseId: '', agency: 'gd-amr', decidedOn, publicFrom: decidedOn, publicUntil: null, withdrawnAt: null, ...more });
  const none = { open: 0, overdue: 0, recent: 0 };
  it('is public from its first to its last day', () => {
    const e = entry('penalty', '2026-03-02', { publicFrom: '2026-03-10', publicUntil: '2026-06-10' });
    expect(['2026-03-09', '2026-03-10', '2026-06-10', '2026-06-11'].map((d) => standing(e, d))).toEqual(['not-public', 'public', 'public', 'ended']);
    expect(standing({ ...e, withdrawnAt: 'x' }, '2026-04-01')).toBe('withdrawn');
    expect(standing({ ...e, publicFrom: null }, '2026-04-01')).toBe('not-public');
  });
  it('hints at what an officer should look at, the gravest first, and at nothing where there is nothing', () => {
    const codes = (entries: CreditEntry[], cases = none) => riskHints(entries, cases, '2026-11-24').map((h) => h.code);
    expect(codes([])).toEqual([]);
    expect(codes([entry('award', '2026-10-01')])).toEqual([]);
    expect(codes([entry('penalty', '2025-11-24')])).toEqual([]);
    expect(codes([entry('penalty', '2025-11-25')])).toEqual(['recent-adverse']);
    expect(codes([entry('penalty', '2026-01-01'), entry('recall', '2026-02-01')], { open: 3, overdue: 0, recent: 3 })).toEqual(['repeated', 'many-cases']);
    expect(codes([entry('penalty', '2026-01-01', { withdrawnAt: 'x' })])).toEqual([]);
    expect(codes([entry('serious-violation', '2024-01-01', { publicUntil: '2027-01-01' })], { open: 1, overdue: 1, recent: 0 })).toEqual(['listed', 'overdue']);
  });
});
