import { describe, expect, it } from 'vitest';
import { publishingPool } from './calendar-policy.ts';
import { officePool } from './viewer.ts';

describe('who may publish a calendar', () => {
  it.each([['the province', 'gd-amr'], ['the country', 'samr']])('an administrator of %s', (_, agency) => expect(publishingPool([officePool('administrator', agency)])).toBe(`administrator@${agency}`));
  it.each([
    ['an administrator of a city', 'administrator@gz-amr'], ['of a district', 'administrator@gz-tianhe-amr'], ['the head of the provincial agency', 'agency-head@gd-amr'], ['a supervisor of the province', 'supervisor@gd-gov-inspection'],
    ['an enterprise', 'uscc:91440605MA4W2Q7H9C'], ['an administrator of nothing known', 'administrator@nowhere'],
  ])('not %s', (_, pool) => expect(publishingPool([pool])).toBeNull());
});
