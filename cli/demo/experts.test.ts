import { expect, it } from 'vitest';
import { keepExpertSchema } from '../../contracts/panels.ts';
import { demoExperts } from './experts.ts';

it('the demo experts can be entered as they are, and each field has more than one', () => {
  for (const expert of demoExperts) expect(keepExpertSchema.safeParse(expert).error?.issues ?? [], expert.name).toEqual([]);
  const fields = demoExperts.flatMap((e) => e.fields);
  for (const field of new Set(fields)) expect(fields.filter((f) => f === field).length, field).toBeGreaterThan(1);
  expect(new Set(demoExperts.map((e) => e.name)).size).toBe(demoExperts.length);
});
