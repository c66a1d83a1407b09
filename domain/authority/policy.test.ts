import { describe, expect, it } from 'vitest';
import type { ProcessDefinition } from '../model/types.ts';
import { text } from '../text.ts';
import { insight, maySee, sightOf, territoryOf, type CaseFacts } from './policy.ts';
import type { Post, Viewer } from './viewer.ts';

const uscc = '91440300708461136T';
const shenzhen: CaseFacts = { agency: 'sz-amr', region: '440300', initiatorId: 'starter', visibleTo: ['uscc:91440300708461136T', 'technical-body@gd-recall-tech', 'officer@sz-amr'] };
const who = (posts: readonly Post[], more: Partial<Viewer> = {}): Viewer => ({ id: 'somebody', name: 'somebody', posts, enterprise: null, ...more });
const at = (role: string, agency: string): Viewer => who([{ role, agency }]);
const model: ProcessDefinition = {
  key: 'p', version: 1, name: text('', ''), summary: text('', ''), numberWord: '', roles: {}, parties: { producer: { name: text('', ''), usccField: 'uscc' } },
  fields: {}, starters: [{ kind: 'party', party: 'producer' }], startForm: { product: 'required' }, title: '""', outcomes: {}, flows: [], clocks: [],
  nodes: [
    { id: 'answer', type: 'userTask', name: text('', ''), assignment: { kind: 'party', party: 'producer' }, form: { objection: 'required', finding: 'read' }, outcomes: [{ id: 'o', name: text('', ''), requires: ['contact'] }] },
    { id: 'review', type: 'userTask', name: text('', ''), assignment: { kind: 'office', role: 'officer', agency: { kind: 'handling' } }, form: { opinion: 'required' }, outcomes: [] },
  ],
};

describe('who may see a case', () => {
  it.each([
    ['an officer of the handling agency', at('officer', 'sz-amr'), true],
    ['the head of the handling agency, who has had no task yet', at('agency-head', 'sz-amr'), true],
    ['an officer of another agency', at('officer', 'gz-amr'), false],
    ['an officer of the agency above, who has no part in it', at('officer', 'gd-amr'), false],
    ['the technical body that has had a task', at('technical-body', 'gd-recall-tech'), true],
    ['a technical post of the handling agency without a task', at('technical-body', 'sz-amr'), false],
    ['the enterprise', who([], { enterprise: { uscc, name: 'e' } }), true],
    ['another enterprise', who([], { enterprise: { uscc: '91440101MA59A1BC0X', name: 'e' } }), false],
    ['whoever started it', who([], { id: 'starter' }), true],
    ['a supervisor of the province', at('supervisor', 'gd-gov-inspection'), true],
    ['a supervisor of the country', at('supervisor', 'samr'), true],
    ['a supervisor of another city', at('supervisor', 'gz-amr'), false],
    ['an administrator', at('administrator', 'sz-amr'), false],
    ['a stranger', who([]), false],
  ])('%s: %s', (_, viewer, allowed) => {
    expect(maySee(sightOf(viewer), shenzhen)).toBe(allowed);
  });

  it.each([['100000', ''], ['440000', '44'], ['440300', '4403'], ['440305', '440305'], ['441000', '4410']])('territory %s is everything that begins with "%s"', (region, prefix) => {
    expect(territoryOf(region)).toBe(prefix);
  });
});

describe('what of a case is shown', () => {
  const parties = [{ party: 'producer', pool: `uscc:${uscc}` }];
  const see = (viewer: Viewer) => insight(viewer, shenzhen, model, parties);

  it('shows everything to the handling agency and to the supervisor', () => {
    expect(see(at('officer', 'sz-amr'))).toEqual({ personal: true, internal: true, fields: null });
    expect(see(at('supervisor', 'gd-gov-inspection'))).toEqual({ personal: true, internal: true, fields: null });
  });

  it('masks personal data for an office elsewhere that has had a task', () => {
    expect(see(at('technical-body', 'gd-recall-tech'))).toEqual({ personal: false, internal: true, fields: null });
  });

  it('shows a party what stands in its own forms, and no notes of officers', () => {
    const seen = see(who([], { enterprise: { uscc, name: 'e' } }));
    expect(seen).toMatchObject({ personal: true, internal: false });
    expect([...(seen.fields ?? [])].sort()).toEqual(['contact', 'finding', 'objection', 'product']);
  });

  it('shows the one who started it, without being a party, the application only, masked', () => {
    expect(see(who([], { id: 'starter' }))).toEqual({ personal: false, internal: false, fields: new Set(['product']) });
  });
});
