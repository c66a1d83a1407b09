import { describe, expect, it } from 'vitest';
import type { Enterprise } from '../../../../contracts/enterprises.ts';
import { contactUse, correctionOf, fieldOfPath, linesOf, typedContacts, type ContactLine } from './correction.ts';

const enterprise: Enterprise = {
  uscc: '91440605MA4W2Q7H9C', name: '晨光电器', region: '440605', regionName: null, industry: '家用电器', origin: 'case', updatedAt: '2026-11-25T10:00:00.000Z',
  contacts: [{ name: '梁**', phone: '138****8001', duty: '经理' }, { name: '何**', phone: '138****8002' }], contactsMasked: true,
  cases: { all: 0, open: 0, overdue: 0, recent: 0 }, hints: [], editable: true,
};
const lines = linesOf(enterprise);
const facts = { name: '晨光电器', region: '440605', industry: '家用电器' };
const shown = { ...facts, ...typedContacts(enterprise, lines) };
const fresh: ContactLine = { key: 'new0', stored: null, shown: null };

describe('a correction', () => {
  it('that changes nothing sends nothing, and no control holds a masked value', () => {
    expect(correctionOf(enterprise, lines, shown)).toBeNull();
    expect(JSON.stringify(shown)).not.toContain('*');
  });
  it('sends what was changed, and the entry that was looked at', () => {
    expect(correctionOf(enterprise, lines, { ...shown, name: '晨光股份' })).toEqual({ name: '晨光股份', seen: enterprise.updatedAt });
    expect(correctionOf(enterprise, lines, { ...shown, industry: null })).toEqual({ industry: null, seen: enterprise.updatedAt });
  });
  it('sends of a contact that is there only what was written', () => {
    expect(correctionOf(enterprise, lines, { ...shown, 'contact1-phone': '13900139000' })?.contacts).toEqual([{ stored: 0 }, { stored: 1, phone: '13900139000' }]);
    expect(correctionOf(enterprise, lines, { ...shown, 'contact0-duty': null })?.contacts).toEqual([{ stored: 0, duty: null }, { stored: 1 }]);
  });
  it('takes out who is not in the list and adds who is new', () => {
    expect(correctionOf(enterprise, [...lines.slice(1), fresh], { ...shown, 'new0-name': '王芳', 'new0-phone': '13700137000' })?.contacts).toEqual([{ stored: 1 }, { name: '王芳', phone: '13700137000' }]);
    expect(correctionOf(enterprise, [], shown)?.contacts).toEqual([]);
  });
  it('asks for name and number of a new contact, and of one that is shown in clear', () => {
    expect(lines.map((line) => contactUse(enterprise, line, 'phone'))).toEqual(['optional', 'optional']);
    expect(contactUse(enterprise, fresh, 'phone')).toBe('required');
    expect(contactUse({ ...enterprise, contactsMasked: false }, lines[0]!, 'name')).toBe('required');
  });
  it('finds the control that a refusal means', () => {
    expect(fieldOfPath('body.contacts.1.phone', [lines[0]!, fresh])).toBe('new0-phone');
    expect(fieldOfPath('body.region', lines)).toBe('region');
    expect(fieldOfPath('contacts', lines)).toBe('contacts');
  });
});
