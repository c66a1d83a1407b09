import { describe, expect, it } from 'vitest';
import { changedMembers, correct } from './correction.ts';

const before = { name: '晨光电器', region: '440605', industry: '家用电器', contacts: [{ name: '梁雪', phone: '13800138001', duty: '质量负责人' }, { name: '何晴', phone: '13800138002' }] };

describe('a correction of an enterprise', () => {
  it('leaves everything as it is that it does not name', () => {
    expect(correct(before, {})).toEqual({ facts: before });
    expect(correct(before, { name: '晨光股份' })).toEqual({ facts: { ...before, name: '晨光股份' } });
    expect(correct(before, { industry: null })).toEqual({ facts: { ...before, industry: null } });
  });
  it('changes of a contact only what it writes, and keeps the rest unseen', () => {
    expect(correct(before, { contacts: [{ stored: 1, phone: '13900139000' }, { stored: 0 }] })).toEqual({ facts: { ...before, contacts: [{ name: '何晴', phone: '13900139000' }, before.contacts[0]] } });
    expect(correct(before, { contacts: [{ stored: 0, duty: null }] })).toEqual({ facts: { ...before, contacts: [{ name: '梁雪', phone: '13800138001' }] } });
    expect(correct(before, { contacts: [{ name: '王芳', phone: '13700137000' }] })).toEqual({ facts: { ...before, contacts: [{ name: '王芳', phone: '13700137000' }] } });
  });
  it('names no contact that is not there, and none twice', () => {
    for (const contacts of [[{ stored: 2 }], [{ stored: 0 }, { stored: 0 }]]) expect(correct(before, { contacts })).toEqual({ problem: { field: 'contacts', code: 'not-an-option' } });
    expect(correct(null, { name: '新企业', region: '440100', contacts: [{ stored: 0 }] })).toMatchObject({ problem: { field: 'contacts' } });
  });
  it('needs name and region of an enterprise that is new', () => {
    expect(correct(null, { region: '440100' })).toEqual({ problem: { field: 'name', code: 'required' } });
    expect(correct(null, { name: '新企业' })).toEqual({ problem: { field: 'region', code: 'required' } });
    expect(correct(null, { name: '新企业', region: '440100' })).toEqual({ facts: { name: '新企业', region: '440100', industry: null, contacts: [] } });
  });
  it('is told by what was changed', () => {
    expect(changedMembers(before, before)).toEqual([]);
    expect(changedMembers(before, { ...before, name: '晨光股份', contacts: [] })).toEqual(['name', 'contacts']);
    expect(changedMembers(null, before)).toEqual(['name', 'region', 'industry', 'contacts']);
    expect(changedMembers(before, { ...before, contacts: [{ name: '梁雪', phone: '13800138001' }, { name: '何晴', phone: '13800138002' }] })).toEqual(['contacts']);
  });
});
